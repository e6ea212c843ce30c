/** Cells of the result sheets: texts stay texts, figures keep the format that they had at home. */
import type { DrawnCell, DrawnRow, StyleName } from "../../drawing";
import type { CellReading, CellValue, SheetSnapshot } from "../../types";

export const text = (content: string, style: StyleName): DrawnCell => ({ content, style });
export const count = (content: number): DrawnCell => ({ content, style: "count" });
export const line = (cells: readonly (DrawnCell | null)[], height: number | null = null): DrawnRow => ({
  height,
  cells,
});
export const BLANK: DrawnRow = line([]);
export const header = (names: readonly string[]): DrawnRow => line(names.map((name) => text(name, "header")));

/** A format with day, month, hour …; its figure is shown as the text that the sheet displays. */
const isDate = (format: string): boolean =>
  format !== "General" && /[ymdhsge]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, ""));

/** A value as its cell holds and shows it; a text where it is one. */
export function copied({ cell, reading }: CellReading, sheet: SheetSnapshot | undefined): DrawnCell {
  const row = (cell?.row ?? 0) - (sheet?.area?.top ?? 0);
  const column = (cell?.column ?? 0) - (sheet?.area?.left ?? 0);
  const value: CellValue | undefined = cell === null ? undefined : sheet?.values[row]?.[column];
  const format = sheet?.numberFormats[row]?.[column] ?? "General";
  if (typeof value === "number" && format !== "@" && !isDate(format))
    return { content: value, style: "count", numberFormat: format };
  return text(reading.text.trim(), typeof value === "number" ? "count" : "text");
}
