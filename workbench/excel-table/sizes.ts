/** Widths and heights. The file counts column widths in characters, the API in points. */
import { refuse } from "../host/api-error";
import type { Arguments } from "../host/table-types";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { ExcelContext, FormatObject } from "./context";

/** One character of the default font is 7 pixels wide, a pixel is 0.75 points. */
const POINTS_PER_CHARACTER = 5.25;

export const pointsOfWidth = (characters: number): number => Math.round(characters * POINTS_PER_CHARACTER * 100) / 100;
export const widthOfPoints = (points: number): number => points / POINTS_PER_CHARACTER;

export const columnWidth = (sheet: Sheet, column: number): number =>
  sheet.columns.at(column).size ?? sheet.defaultColumnWidth;
export const rowHeight = (sheet: Sheet, row: number): number => sheet.rows.at(row).size ?? sheet.defaultRowHeight;

/** The size that all lines share, or null; long areas are compared run by run. */
function sharedSize(object: FormatObject, along: "rows" | "columns"): number | null {
  const { sheet, areas } = object;
  const sizes = new Set<number>();
  for (const area of areas) {
    const [first, last] = along === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    const points = new Set([first, last]);
    for (const run of sheet[along].list) {
      for (const line of [run.first, run.last, run.last + 1, run.first - 1]) {
        if (line >= first && line <= last) points.add(line);
      }
    }
    for (const line of points) sizes.add(along === "rows" ? rowHeight(sheet, line) : columnWidth(sheet, line));
  }
  const [size] = sizes;
  return sizes.size === 1 && size !== undefined ? size : null;
}

export const rowPoints = (object: FormatObject): number | null => sharedSize(object, "rows");

export function columnPoints(object: FormatObject): number | null {
  const size = sharedSize(object, "columns");
  return size === null ? null : pointsOfWidth(size);
}

function setSizes(
  book: Workbook,
  { sheet, areas }: FormatObject,
  along: "rows" | "columns",
  size: number | null,
): void {
  const option = along === "rows" ? "allowFormatRows" : "allowFormatColumns";
  if (book.readOnly || (sheet.protection.on && !sheet.protection.options[option]))
    refuse("AccessDenied", "RangeFormat");
  for (const area of areas) {
    const [first, last] = along === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    sheet[along].set(first, last, { size });
  }
  book.changed(sheet, along);
}

export function setRowPoints(object: FormatObject, value: unknown, { book }: ExcelContext): void {
  if (typeof value !== "number" || value < 0 || value > 409.5) refuse("InvalidArgument", "RangeFormat.rowHeight");
  setSizes(book, object, "rows", value);
}

export function setColumnPoints(object: FormatObject, value: unknown, { book }: ExcelContext): void {
  const isWidth = typeof value === "number" && value >= 0 && widthOfPoints(value) <= 255;
  if (!isWidth) refuse("InvalidArgument", "RangeFormat.columnWidth");
  setSizes(book, object, "columns", widthOfPoints(value));
}

/** Width of a text in characters: wide ones count twice. */
const textWidth = (text: string): number =>
  Math.max(
    ...text.split("\n").map((line) => [...line].reduce((n, char) => n + (char.charCodeAt(0) > 0xff ? 2 : 1), 0)),
  );

/** As wide as the widest text of the column; merged cells do not count, as in Excel. */
export function autofitColumns(object: FormatObject, _: Arguments, { book }: ExcelContext): void {
  const { sheet, areas } = object;
  for (const area of areas) {
    const widths = new Map<number, number>();
    for (const [row, column] of sheet.cellsIn(area)) {
      if (sheet.merges.at(row, column)) continue;
      const text = book.textAt(sheet, row, column);
      if (text !== "") widths.set(column, Math.max(widths.get(column) ?? 0, textWidth(text) + 2));
    }
    for (const [column, width] of widths) {
      setSizes(book, { ...object, areas: [{ ...area, left: column, right: column }] }, "columns", Math.min(width, 255));
    }
  }
}

/** Rows go back to the height that Excel gives them. */
export function autofitRows(object: FormatObject, _: Arguments, { book }: ExcelContext): void {
  setSizes(book, object, "rows", null);
}
