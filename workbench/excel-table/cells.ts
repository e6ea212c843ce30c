/** Grids of cells in and out: Excel's rules for 2-D arrays, single values, unbounded ranges and protection. */
import { refuse } from "../host/api-error";
import { cellCount, columnsOf, intersect, MAX_COLUMNS, MAX_ROWS, rowsOf, type Area } from "../model/area";
import type { CellValue } from "../model/cell";
import type { CellPatch, Workbook } from "../model/workbook";
import { valueType } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { RangeObject } from "./context";

export const isEntireColumn = (area: Area): boolean => rowsOf(area) >= MAX_ROWS;
export const isEntireRow = (area: Area): boolean => columnsOf(area) >= MAX_COLUMNS;
export const isUnbounded = (area: Area): boolean => isEntireColumn(area) || isEntireRow(area);

/** One value per cell; null for an unbounded range, as in Excel. */
export function readGrid<T>({ area }: RangeObject, read: (row: number, column: number) => T): T[][] | null {
  if (isUnbounded(area)) return null;
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const values: T[] = [];
    for (let column = area.left; column <= area.right; column++) values.push(read(row, column));
    rows.push(values);
  }
  return rows;
}

/**
 * Calls `write` for each cell with its value: one value for all of them, or a 2-D array of exactly the range's size, in
 * which null leaves the cell alone.
 * @throws ApiError InvalidArgument
 */
export function eachInput(
  { area }: RangeObject,
  input: unknown,
  location: string,
  write: (row: number, column: number, value: CellValue) => void,
): void {
  if (!Array.isArray(input)) {
    if (isUnbounded(area)) refuse("InvalidArgument", location);
    const value = cellInput(input, location);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) if (value !== null) write(row, column, value);
    }
    return;
  }
  const rows = input as readonly unknown[];
  const fits = (row: unknown): row is unknown[] => Array.isArray(row) && row.length === columnsOf(area);
  if (rows.length !== rowsOf(area) || !rows.every(fits)) refuse("InvalidArgument", location, DIMENSIONS);
  rows.forEach((values, i) =>
    (values as unknown[]).forEach((raw, j) => {
      const value = cellInput(raw, location);
      if (value !== null) write(area.top + i, area.left + j, value);
    }),
  );
}

export const DIMENSIONS =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

function cellInput(value: unknown, location: string): CellValue | null {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return refuse("InvalidArgument", location);
}

/** Writes content through the one door: nothing is written where one of the cells is locked. */
export function writeInputs(book: Workbook, range: RangeObject, input: unknown, location: string): void {
  const { sheet, area } = range;
  if (sheet.protection.on && !isUnbounded(area)) {
    // null leaves a cell alone, but over a locked cell it is refused all the same
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (sheet.style(row, column).locked) refuse("AccessDenied", location);
      }
    }
  }
  const inputs: [number, number, CellValue][] = [];
  eachInput(range, input, location, (row, column, value) => inputs.push([row, column, value]));
  const single = cellCount(area) === 1;
  const before = single ? sheet.value(area.top, area.left) : undefined;
  book.hold();
  try {
    for (const [row, column, value] of inputs) book.enter(sheet, row, column, value, "api");
  } finally {
    book.release();
  }
  const after = single ? sheet.value(area.top, area.left) : undefined;
  book.emit({
    kind: "changed",
    sheetId: sheet.id,
    area,
    change: "RangeEdited",
    source: "api",
    ...(before !== undefined && after !== undefined && { before, after }),
  });
}

/** Writes the same patch of the look to every cell of an area; whole columns and rows keep it for cells to come. */
export function writeStyle(book: Workbook, sheet: Sheet, area: Area, style: NonNullable<CellPatch["style"]>): void {
  const places: [number, number][] = [];
  if (isUnbounded(area)) {
    if (sheet.protection.on && !sheet.protection.options["allowFormatCells"]) refuse("AccessDenied", "Range.format");
    const [lines, first, last] = isEntireColumn(area)
      ? [sheet.columns, area.left, area.right]
      : [sheet.rows, area.top, area.bottom];
    for (let line = first; line <= last; line++) {
      const [row, column] = isEntireColumn(area) ? [MAX_ROWS - 1, line] : [line, MAX_COLUMNS - 1];
      lines.set(line, line, { style: { ...sheet.style(row, column), ...style } });
    }
    book.changed(sheet, isEntireColumn(area) ? "columns" : "rows");
    for (const [row, column] of sheet.cellsIn(area)) places.push([row, column]);
  } else {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) places.push([row, column]);
    }
  }
  for (const [row, column] of places) book.checkWritable(sheet, row, column, { style });
  for (const [row, column] of places) book.write(sheet, row, column, { style }, "api");
  book.emit({ kind: "formatted", sheetId: sheet.id, area, source: "api" });
}

/** The part of the area in which there are cells; null where there are none. */
export function clipped(sheet: Sheet, area: Area): Area | null {
  const used = sheet.usedArea(false);
  return used && intersect(used, area);
}

/** The value that all cells of the areas share, or null. */
export function shared<T>(sheet: Sheet, areas: readonly Area[], read: (row: number, column: number) => T): T | null {
  let common: T | undefined;
  for (const area of areas) {
    const limit =
      cellCount(area) > 100_000 ? (clipped(sheet, area) ?? { ...area, bottom: area.top, right: area.left }) : area;
    for (let row = limit.top; row <= limit.bottom; row++) {
      for (let column = limit.left; column <= limit.right; column++) {
        const value = read(row, column);
        if (common === undefined) common = value;
        else if (common !== value) return null;
      }
    }
  }
  return common ?? null;
}

export const valueTypeAt = (sheet: Sheet, row: number, column: number): string => valueType(sheet.value(row, column));
