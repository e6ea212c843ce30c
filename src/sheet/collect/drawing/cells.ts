/** Cells of the result sheets: texts stay texts, figures keep the format that they had at home. */
import type { DrawnCell, DrawnRow, StyleName } from "../../drawing";
import { cell, heightOf, line } from "../../rollup/drawn";
import type { CellReading, CellValue, SheetSnapshot } from "../../types";

export { BLANK, line } from "../../rollup/drawn";

/** Name and width in points of each column. */
export type Columns = readonly (readonly [name: string, width: number])[];

export const text = (content: string, style: StyleName): DrawnCell => cell(content, style);
export const count = (content: number): DrawnCell => cell(content, "count");

const ONE_LINE = 18;
const LINE = 16.5;
/** Excel's rows end at 409 points. */
const HIGHEST = 400;

/** A row as high as its longest text at the widths of its columns. */
export function fitted(cells: readonly DrawnCell[], columns: Columns): DrawnRow {
  const heights = cells.map(({ content }, i) =>
    typeof content === "string"
      ? content.split("\n").reduce((sum, part) => sum + (heightOf(part, columns[i]?.[1] ?? ONE_LINE) ?? LINE), 0)
      : 0,
  );
  return line(cells, Math.min(HIGHEST, Math.max(ONE_LINE, ...heights)));
}

export const header = (columns: Columns): DrawnRow =>
  fitted(
    columns.map(([name]) => text(name, "header")),
    columns,
  );

/** A format with day, month, hour …; its figure is shown as the text that the sheet displays. */
const isDate = (format: string): boolean =>
  format !== "General" && /[ymdhsge]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ""));

/** A value as its cell holds and shows it; a text where it is one. */
export function copied({ cell: place, reading }: CellReading, sheet: SheetSnapshot | undefined): DrawnCell {
  const row = (place?.row ?? 0) - (sheet?.area?.top ?? 0);
  const column = (place?.column ?? 0) - (sheet?.area?.left ?? 0);
  const value: CellValue | undefined = place === null ? undefined : sheet?.values[row]?.[column];
  const format = sheet?.numberFormats[row]?.[column] ?? "General";
  if (typeof value === "number" && format !== "@" && !isDate(format))
    return { content: value, style: "figure", numberFormat: format };
  return text(reading.text.trim(), "figure");
}
