/** What a range can be told to do: merge, clear, copy, insert, delete, select. */
import { refuse } from "../host/api-error";
import type { Arguments } from "../host/table-types";
import { cellCount, columnsOf, rowsOf, type Area } from "../model/area";
import { DEFAULT_STYLE, type Cell } from "../model/cell";
import { deleteCells, insertCells } from "../model/structure";
import { moveReferences } from "../model/references";
import type { CellPatch, Workbook } from "../model/workbook";
import { isEntireColumn, isEntireRow } from "./cells";
import { rangeArgument, rangeObject, type ExcelContext, type RangeObject } from "./context";

function merge({ sheet, area }: RangeObject, args: Arguments, { book }: ExcelContext): void {
  if (book.readOnly || sheet.protection.on) refuse("AccessDenied", "Range.merge");
  const across = args.flag(0);
  const rows = across ? Array.from({ length: rowsOf(area) }, (_, i) => area.top + i) : [area.top];
  for (const row of rows) {
    const part = across ? { ...area, top: row, bottom: row } : area;
    if (cellCount(part) === 1) continue;
    keepFirstValue(book, { type: "Range", sheet, area: part });
    sheet.merges.merge(part);
  }
  book.changed(sheet, "merges");
}

/** Merging keeps the first value that there is, in the top-left cell. */
function keepFirstValue(book: Workbook, { sheet, area }: RangeObject): void {
  const filled = [...sheet.cellsIn(area)]
    .filter(([, , cell]) => cell.value !== "" || cell.formula !== null)
    .sort(([r1, c1], [r2, c2]) => r1 - r2 || c1 - c2);
  const first = filled[0];
  for (const [row, column, cell] of filled) {
    const isAnchor = row === area.top && column === area.left;
    if (cell === first?.[2] && !isAnchor) {
      const { value, formula } = cell;
      book.write(sheet, area.top, area.left, { value, formula }, "api");
    }
    if (!isAnchor) book.write(sheet, row, column, { value: "", formula: null }, "api");
  }
}

function clear({ sheet, area }: RangeObject, args: Arguments, { book }: ExcelContext): void {
  const what = args.optionalText(0) ?? "All";
  const contents = what === "All" || what === "Contents";
  const formats = what === "All" || what === "Formats";
  if (!contents && !formats && what !== "Hyperlinks" && what !== "RemoveHyperlinks") args.invalid();
  const cells = [...sheet.cellsIn(area)].filter(([row, column]) => !contents || !sheet.merges.hides(row, column));
  const patch: CellPatch = {
    ...(contents && { value: "", formula: null }),
    ...(formats && { style: DEFAULT_STYLE }),
  };
  for (const [row, column] of cells) book.checkWritable(sheet, row, column, patch);
  book.hold();
  for (const [row, column] of cells) book.write(sheet, row, column, patch, "api");
  book.release();
  if (contents) book.emit({ kind: "changed", sheetId: sheet.id, area, change: "RangeEdited", source: "api" });
  if (formats) book.emit({ kind: "formatted", sheetId: sheet.id, area, source: "api" });
}

/** What "All", "Values", "Formulas", "Formats" of a copy take along. */
function copied(cell: Cell | undefined, kind: string, rows: number, columns: number): CellPatch {
  const value = cell?.value ?? "";
  const formula = cell?.formula ? moveReferences(cell.formula, rows, columns) : null;
  switch (kind) {
    case "All":
      return { value: formula ? "" : value, formula, style: cell?.style ?? DEFAULT_STYLE };
    case "Formulas":
      return { value: formula ? "" : value, formula };
    case "Values":
      return { value, formula: null };
    case "Formats":
      return { style: cell?.style ?? DEFAULT_STYLE };
    default:
      return refuse("InvalidArgument", "Range.copyFrom");
  }
}

function copyFrom(range: RangeObject, args: Arguments, context: ExcelContext): void {
  const { book } = context;
  const source = rangeArgument(context, range.sheet, args.list[0], "Range.copyFrom");
  const kind = args.optionalText(1) ?? "All";
  const [skipBlanks, transpose] = [args.flag(2), args.flag(3)];
  const [height, width] = transpose
    ? [columnsOf(source.area), rowsOf(source.area)]
    : [rowsOf(source.area), columnsOf(source.area)];
  const { top, left } = range.area;
  // a target that is a multiple of the source is filled with copies, any other takes one
  const times = (target: number, size: number): number => (target % size === 0 ? target / size : 1);
  const rows = height * times(rowsOf(range.area), height);
  const columns = width * times(columnsOf(range.area), width);
  const target = rangeObject(range.sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
  const writes: [number, number, CellPatch][] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const [r, c] = transpose ? [j % width, i % height] : [i % height, j % width];
      const [fromRow, fromColumn] = transpose
        ? [source.area.top + (j % width), source.area.left + (i % height)]
        : [source.area.top + r, source.area.left + c];
      const cell = source.sheet.cell(fromRow, fromColumn);
      if (skipBlanks && (!cell || (cell.value === "" && cell.formula === null))) continue;
      const [row, column] = [top + i, left + j];
      writes.push([row, column, copied(cell, kind, row - fromRow, column - fromColumn)]);
    }
  }
  for (const [row, column, patch] of writes) book.checkWritable(target.sheet, row, column, patch);
  const merges = kind === "All" || kind === "Formats" ? source.sheet.merges.within(source.area) : [];
  book.hold();
  for (const [row, column, patch] of writes) book.write(target.sheet, row, column, patch, "api");
  book.release();
  for (const area of merges) {
    if (transpose) break;
    const [rowShift, columnShift] = [top - source.area.top, left - source.area.left];
    const moved = {
      top: area.top + rowShift,
      left: area.left + columnShift,
      bottom: area.bottom + rowShift,
      right: area.right + columnShift,
    };
    target.sheet.merges.merge(moved);
    book.changed(target.sheet, "merges");
  }
  book.emit({ kind: "changed", sheetId: target.sheet.id, area: target.area, change: "RangeEdited", source: "api" });
}

/** Rows, columns or a block of cells; the answer is the new empty space. */
function insert(range: RangeObject, args: Arguments, { book }: ExcelContext): RangeObject {
  const direction = args.text(0);
  if (direction !== "Down" && direction !== "Right") args.invalid();
  insertCells(
    book,
    range.sheet,
    range.area,
    isEntireRow(range.area) ? "Down" : isEntireColumn(range.area) ? "Right" : direction,
  );
  return rangeObject(range.sheet, range.area);
}

function remove(range: RangeObject, args: Arguments, { book }: ExcelContext): void {
  const direction = args.text(0);
  if (direction !== "Up" && direction !== "Left") args.invalid();
  deleteCells(
    book,
    range.sheet,
    range.area,
    isEntireRow(range.area) ? "Up" : isEntireColumn(range.area) ? "Left" : direction,
  );
}

export const rangeCalls = {
  Merge: merge,
  Unmerge: ({ sheet, area }: RangeObject, _: Arguments, { book }: ExcelContext): void => {
    if (book.readOnly || sheet.protection.on) refuse("AccessDenied", "Range.unmerge");
    sheet.merges.unmerge(area);
    book.changed(sheet, "merges");
  },
  Clear: clear,
  CopyFrom: copyFrom,
  Insert: insert,
  Delete: remove,
  Select: ({ sheet, area }: RangeObject, _: Arguments, { book }: ExcelContext): void => book.select(sheet, [area]),
  Calculate: (_: RangeObject, __: Arguments, { book }: ExcelContext): void => book.calculateAll(),
  GetSpillParentOrNullObject: ({ sheet, area }: RangeObject): RangeObject | null => {
    const cell = sheet.cell(area.top, area.left);
    const anchor =
      cell?.spilledFrom ?? (spillArea(sheet.cell.bind(sheet), area) ? { row: area.top, column: area.left } : null);
    return (
      anchor && rangeObject(sheet, { top: anchor.row, left: anchor.column, bottom: anchor.row, right: anchor.column })
    );
  },
  GetSpillingToRangeOrNullObject: ({ sheet, area }: RangeObject): RangeObject | null => {
    const spill = spillArea(sheet.cell.bind(sheet), area);
    return spill && rangeObject(sheet, spill);
  },
  GetTables: ({ sheet, area }: RangeObject): unknown => ({ type: "TableScopedCollection", sheet, within: area }),
};

/** The area that the array in the top-left cell fills, or null. */
function spillArea(cellAt: (row: number, column: number) => Cell | undefined, { top, left }: Area): Area | null {
  const mine = (row: number, column: number): boolean => {
    const from = cellAt(row, column)?.spilledFrom;
    return from?.row === top && from.column === left;
  };
  let [bottom, right] = [top, left];
  while (mine(bottom + 1, left)) bottom++;
  while (mine(top, right + 1)) right++;
  return bottom > top || right > left ? { top, left, bottom, right } : null;
}
