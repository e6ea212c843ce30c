/** Sheets that speak of indicators and targets, and hold no table that could be read: silence would pass for approval. */
import { HeaderReader, type HeaderCell } from "../../headers";
import type { CheckContext, CheckedSheet } from "../context";
import { ruleOf, type Draft, type Rule } from "../rule";
import { shortened, value } from "../wording";

const isName = ({ header }: HeaderCell): boolean => header?.role === "name" && !header.weak;
const isTarget = ({ header }: HeaderCell): boolean => header?.role === "target" && !header.also.includes("group");

/** A word for names in one row or one column with a word for targets. */
function unreadTable({ grid }: CheckedSheet): HeaderCell | null {
  const reader = new HeaderReader(grid);
  const names = new Map<number, HeaderCell>();
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = reader.row(row);
    for (const cell of cells) {
      if (isName(cell)) names.set(cell.column, cell);
      if (!isTarget(cell)) continue;
      const name = cells.find(isName) ?? names.get(cell.column);
      if (name) return name;
    }
  }
  return null;
}

function* tableUnread({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    if (sheet.assessed.tables.length > 0) continue;
    const name = unreadTable(sheet);
    if (name === null) continue;
    yield {
      sheet,
      cells: [name],
      subject: sheet.name,
      values: [value("here", shortened(name.text))],
      message: `シート「${sheet.name}」には「${shortened(name.text)}」と目標の見出しがありますが、KPI表として読み取れなかったため、点検していません。`,
    };
  }
}

const rule = ruleOf("form");

export const UNREAD_RULES: readonly Rule[] = [
  rule(
    "table-unread",
    "info",
    "KPI表として読み取れなかったシート",
    "A sheet whose KPI table could not be read",
    tableUnread,
  ),
];
