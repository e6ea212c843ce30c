/** Cells and rows of result sheets. */
import type { DrawnCell, DrawnRow, StyleName } from "../drawing";
import type { CellValue } from "../types";

export const FONT = 11;
const LINE_HEIGHT = 16.5;

export const cell = (content: CellValue, style: StyleName): DrawnCell => ({ content, style });
export const formulaCell = (content: string, style: StyleName): DrawnCell => ({ content, formula: true, style });
export const line = (cells: readonly (DrawnCell | null)[], height: number | null = null): DrawnRow => ({
  height,
  cells,
});
export const BLANK: DrawnRow = line([]);

/** Height in points of a row whose text wraps at this width; null: one line. Not every program finds it by itself. */
export function heightOf(content: string, width: number): number | null {
  const size = [...content].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 1 : 0.56), 0);
  const lines = Math.ceil((size * FONT) / (width - FONT / 2));
  return lines > 1 ? lines * LINE_HEIGHT + 3 : null;
}
