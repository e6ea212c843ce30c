/** Cells of one project by the columns of its table. */
import { Grid, type GridCell } from "../grid";
import type { SheetSnapshot } from "../types";
import { moneyUnit, type HeaderBand, type MoneyHeader } from "./money-headers";

const grids = new WeakMap<SheetSnapshot, Grid>();

/** A sheet, or the grid that was made of it before. A snapshot never changes: its grid is made once. */
export function gridOf(sheet: SheetSnapshot | Grid): Grid {
  if (sheet instanceof Grid) return sheet;
  let grid = grids.get(sheet);
  if (!grid) grids.set(sheet, (grid = new Grid(sheet)));
  return grid;
}

/** ○ in a column 主な事業. */
export const RING = /^[○〇◯●◎✓レ]$/;

/** Cells that show something within a rectangle, row by row. */
export function textsIn(grid: Grid, top: number, bottom: number, left: number, right: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let row = top; row <= bottom; row++) cells.push(...grid.between(row, left, right));
  return cells;
}

/** The first cell under a header; null where there is none. */
export function under(
  grid: Grid,
  rows: { readonly top: number; readonly bottom: number },
  header: MoneyHeader | undefined,
): GridCell | null {
  return header ? (textsIn(grid, rows.top, rows.bottom, header.column, header.right)[0] ?? null) : null;
}

/** Unit of a line: its own column, its label, the caption over the table. */
export function unitOf(
  grid: Grid,
  band: HeaderBand,
  row: number,
  label: string,
  caption: string | null,
): string | null {
  const column = band.columns.find((c) => c.role === "unit");
  const own = column ? grid.first(row, column.column, column.right)?.text.trim() : undefined;
  return own ?? moneyUnit(label) ?? caption;
}
