/** Tables of figures beside the KPI tables, 集計 and 事業費: rows that begin with a text, under a row of headings. */
import { parseDecimal } from "../../kpi/decimal";
import type { Decimal } from "../../kpi/types";
import type { GridCell } from "../grid";
import type { CheckedSheet } from "./context";
import type { Place } from "./rule";
import { oneLine } from "./wording";

export const TOTAL =
  /^(?:計|合計|総計|総合計|全体|合計額|計画期間計|[\d0-9]+(?:か|カ|ヶ|ケ|箇)?年(?:間)?(?:の)?(?:合)?計)$/;
export const SHARE = /^(?:割合|構成比|比率|構成割合|シェア)(?:\([%％]\))?$/;
/** A label in plain characters, without its unit of money. */
export const word = (text: string): string =>
  oneLine(text)
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/\((?:千円|万円|百万円|円)\)$/, "");

export interface Line {
  readonly row: number;
  readonly label: GridCell;
  /** Second texts of the row, 「事業費」「R4」: totals add the rows of their own kind. */
  readonly kind: string;
  readonly total: boolean;
  readonly share: boolean;
  readonly values: ReadonlyMap<number, Decimal>;
}

export interface Block {
  readonly sheet: CheckedSheet;
  /** Columns of figures with what stands over them. */
  readonly columns: readonly { readonly column: number; readonly head: string }[];
  readonly lines: readonly Line[];
}

/** A plain figure; percents as printed, 27.3. */
export function numberAt({ grid }: CheckedSheet, { row, column }: Place): { value: Decimal; percent: boolean } | null {
  const text = grid
    .text(row, column)
    .normalize("NFKC")
    .replace(/[\s,]+/g, "");
  const m = /^(?<sign>[-−▲△]?)(?<number>\d+(?:\.\d+)?)(?<percent>%)?(?:件|円|千円|指標|事業)?$/u.exec(text);
  const number = parseDecimal(m?.groups?.number ?? "");
  if (!m || number === null) return null;
  return {
    value: m.groups?.sign ? { ...number, digits: -number.digits } : number,
    percent: m.groups?.percent !== undefined,
  };
}

/** Header rows (texts only) over rows that begin with a text and hold figures. */
export function* blocksOf(sheet: CheckedSheet): Iterable<Block> {
  const { grid } = sheet;
  const taken = sheet.assessed.tables.map(({ table }) => table.area);
  const isTaken = (row: number): boolean => taken.some(({ top, bottom }) => row >= top && row <= bottom);
  for (let row = grid.area.top; row < grid.area.bottom; row++) {
    if (isTaken(row)) continue;
    const heads = grid.row(row);
    if (heads.length < 3 || heads.some((cell) => numberAt(sheet, cell) !== null || cell.text.length > 20)) continue;
    const block = readBlock(sheet, row, heads, isTaken);
    if (block === null) continue;
    yield block;
    row = (block.lines[block.lines.length - 1] as Line).row;
  }
}

function readBlock(
  sheet: CheckedSheet,
  header: number,
  heads: readonly GridCell[],
  isTaken: (row: number) => boolean,
): Block | null {
  const { grid } = sheet;
  const first = heads.find((head) => numberAt(sheet, { row: header + 1, column: head.column }) !== null);
  if (!first) return null;
  const columns = heads
    .filter((head) => head.column >= first.column)
    .map((head) => ({ column: head.column, head: word(head.text) }));
  const lines: Line[] = [];
  let label: GridCell | null = null;
  for (let row = header + 1; row <= grid.area.bottom && !isTaken(row); row++) {
    const cells = grid.row(row);
    const texts = cells.filter((cell) => cell.column < first.column && numberAt(sheet, cell) === null);
    const values = new Map<number, Decimal>();
    for (const { column } of columns) {
      const number = numberAt(sheet, { row, column });
      if (number !== null) values.set(column, number.value);
    }
    if (values.size === 0 || texts.length === 0) break;
    const nameColumn: number = label === null ? (texts[0] as GridCell).column : label.column;
    const own: GridCell | undefined = texts.find((cell) => cell.column <= nameColumn);
    label = own ?? label;
    if (label === null) break;
    const kind = texts
      .filter((cell) => cell !== own)
      .map((cell) => word(cell.text))
      .join("/");
    const name = word(label.text);
    lines.push({
      row,
      label,
      kind,
      total: TOTAL.test(name),
      share: SHARE.test(name),
      values,
    });
  }
  return lines.length >= 2 ? { sheet, columns, lines } : null;
}
