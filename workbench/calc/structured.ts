/** References to tables, 「表1[評価]」「[@実績]」, written as plain addresses. */
import { areaName, quoteSheet } from "../model/address";
import type { Area } from "../model/area";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";

const REFERENCE = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|([\p{L}_][\p{L}\p{N}_.]*)?\[((?:[^[\]]|\[[^[\]]*\])*)\]/gu;

/** Formula with its table references replaced; null: one of them cannot be told. */
export function plainReferences(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  formula: string,
): string | null {
  if (!formula.includes("[")) return formula;
  let readable = true;
  const plain = formula.replace(REFERENCE, (whole: string, name: string | undefined, inside: string | undefined) => {
    if (inside === undefined) return whole;
    const table = name
      ? book.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
      : book.tableAt(sheet, row, column);
    const target = table && book.findSheet(table.sheetId);
    const area = table && target && areaOf(table, target, inside, row);
    if (!area || !target) {
      readable = false;
      return whole;
    }
    return `${quoteSheet(target.name)}!${areaName(area)}`;
  });
  return readable ? plain : null;
}

interface TableArea {
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
}

function areaOf(table: TableArea, sheet: Sheet, inside: string, row: number): Area | null {
  const parts = inside.includes("[") ? [...inside.matchAll(/(@?)\s*\[([^[\]]*)\]/g)].flatMap((m) => (m[1] ? ["@"] : []).concat(m[2] ?? "")) : [inside]; // prettier-ignore
  const { area, showHeaders, showTotals } = table;
  let [top, bottom] = [area.top + (showHeaders ? 1 : 0), area.bottom - (showTotals ? 1 : 0)];
  const columns: number[] = [];
  for (const part of parts) {
    const text = part.trim();
    if (/^#all$/i.test(text)) [top, bottom] = [area.top, area.bottom];
    else if (/^#headers$/i.test(text)) [top, bottom] = [area.top, area.top];
    else if (/^#totals$/i.test(text)) [top, bottom] = [area.bottom, area.bottom];
    else if (/^#data$/i.test(text) || text === "") continue;
    else if (/^(#this row|@)$/i.test(text)) [top, bottom] = [row, row];
    else {
      if (text.startsWith("@")) [top, bottom] = [row, row];
      const found = columnOf(table, sheet, text.replace(/^@\s*/, "").replace(/'(.)/g, "$1"));
      if (found === null) return null;
      columns.push(found);
    }
  }
  const [left, right] = columns.length > 0 ? [Math.min(...columns), Math.max(...columns)] : [area.left, area.right];
  return bottom >= top ? { top, left, bottom, right } : null;
}

function columnOf({ area, showHeaders }: TableArea, sheet: Sheet, name: string): number | null {
  if (!showHeaders) return null;
  for (let column = area.left; column <= area.right; column++) {
    if (String(sheet.value(area.top, column)).toLowerCase() === name.toLowerCase()) return column;
  }
  return null;
}
