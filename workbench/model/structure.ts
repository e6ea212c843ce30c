/** Rows, columns and blocks of cells that are put in or taken out: cells, merges, names and formulas move along. */
import { refuse } from "../host/api-error";
import { quoteSheet, splitSheet } from "./address";
import { columnsOf, intersect, MAX_COLUMNS, MAX_ROWS, rowsOf, shifted, type Area } from "./area";
import type { ChangeSource } from "./changes";
import { mapReferences, type Corner, type Reference } from "./references";
import type { Sheet } from "./sheet";
import type { CellPatch, Workbook } from "./workbook";

/** @throws ApiError AccessDenied on a protected sheet, InvalidOperation where a merge would be cut */
export function insertCells(
  book: Workbook,
  sheet: Sheet,
  area: Area,
  direction: "Down" | "Right",
  source: ChangeSource = "api",
): void {
  const along = direction === "Down" ? "rows" : "columns";
  const whole = along === "rows" ? columnsOf(area) >= MAX_COLUMNS : rowsOf(area) >= MAX_ROWS;
  checkAllowed(book, sheet, whole ? (along === "rows" ? "allowInsertRows" : "allowInsertColumns") : null);
  const [at, count] = along === "rows" ? [area.top, rowsOf(area)] : [area.left, columnsOf(area)];
  if (whole) moveLines(book, sheet, along, at, count);
  else moveBlock(book, sheet, area, along, at, count);
  const change = !whole ? "RangeEdited" : along === "rows" ? "RowInserted" : "ColumnInserted";
  book.emit({ kind: "changed", sheetId: sheet.id, area, change, source });
}

/** @throws ApiError as `insertCells` */
export function deleteCells(
  book: Workbook,
  sheet: Sheet,
  area: Area,
  direction: "Up" | "Left",
  source: ChangeSource = "api",
): void {
  const along = direction === "Up" ? "rows" : "columns";
  const whole = along === "rows" ? columnsOf(area) >= MAX_COLUMNS : rowsOf(area) >= MAX_ROWS;
  checkAllowed(book, sheet, whole ? (along === "rows" ? "allowDeleteRows" : "allowDeleteColumns") : null);
  const [at, count] = along === "rows" ? [area.top, -rowsOf(area)] : [area.left, -columnsOf(area)];
  if (whole) moveLines(book, sheet, along, at, count);
  else moveBlock(book, sheet, area, along, at, count);
  const change = !whole ? "RangeEdited" : along === "rows" ? "RowDeleted" : "ColumnDeleted";
  book.emit({ kind: "changed", sheetId: sheet.id, area, change, source });
}

function checkAllowed(book: Workbook, sheet: Sheet, option: string | null): void {
  const allowed = option !== null && sheet.protection.options[option] === true;
  if (book.readOnly || (sheet.protection.on && !allowed)) refuse("AccessDenied", "Range.insert");
}

function moveLines(book: Workbook, sheet: Sheet, along: "rows" | "columns", at: number, count: number): void {
  sheet.shiftCells(along, at, count);
  sheet[along].shift(at, count);
  sheet.merges.shift(along, at, count);
  sheet.changes.shift({ along, at, count });
  const move = (area: Area): Area[] => {
    const moved = shifted(area, along, at, count);
    return moved ? [moved] : [];
  };
  for (const validation of sheet.validations) validation.areas = validation.areas.flatMap(move);
  sheet.conditionalFormats = sheet.conditionalFormats.map((format) => ({
    ...format,
    areas: format.areas.flatMap(move),
  }));
  for (const table of book.tables) if (table.sheetId === sheet.id) table.area = move(table.area)[0] ?? table.area;
  if (count > 0) dressNewLines(sheet, along, at, count);
  followReferences(book, sheet, along, at, count);
  book.calculator.structureChanged(book);
  book.calculateAll();
}

/** New rows look like the row above them (new columns like the column before). */
function dressNewLines(sheet: Sheet, along: "rows" | "columns", at: number, count: number): void {
  if (at === 0) return;
  const neighbour: Area =
    along === "rows"
      ? { top: at - 1, bottom: at - 1, left: 0, right: MAX_COLUMNS - 1 }
      : { top: 0, bottom: MAX_ROWS - 1, left: at - 1, right: at - 1 };
  for (const [row, column, { style }] of [...sheet.cellsIn(neighbour)]) {
    for (let i = 1; i <= count; i++) {
      const [r, c] = along === "rows" ? [row + i, column] : [row, column + i];
      sheet.put(r, c, { value: "", formula: null, style, spilledFrom: null });
    }
  }
}

/** Formulas and names of the whole book that point at the sheet. */
function followReferences(book: Workbook, sheet: Sheet, along: "rows" | "columns", at: number, count: number): void {
  const follow = (formula: string, home: Sheet | null): string =>
    mapReferences(formula, (reference) => {
      const target = reference.sheet === "" ? home : book.findSheet(splitSheet(`${reference.sheet}A1`)[0] ?? "");
      return target === sheet ? moveReference(reference, along, at, count) : reference;
    });
  for (const other of book.sheets) {
    for (const [row, column, cell] of [...other.cells()]) {
      if (cell.formula === null) continue;
      const formula = follow(cell.formula, other);
      if (formula === cell.formula) continue;
      other.put(row, column, { ...cell, formula });
      other.changes.mark(row, column, true, false);
    }
  }
  for (const name of book.names) {
    const formula = follow(name.formula, null);
    if (formula === name.formula) continue;
    name.formula = formula;
    book.changedParts.add("names");
  }
}

/** Puts the new name into every formula and name that mentions the sheet. */
export function renameInFormulas(book: Workbook, before: string, after: string): void {
  const rename = (formula: string): string =>
    mapReferences(formula, (reference) => {
      const named = reference.sheet === "" ? null : splitSheet(`${reference.sheet}A1`)[0];
      return named?.toLowerCase() === before.toLowerCase()
        ? { ...reference, sheet: `${quoteSheet(after)}!` }
        : reference;
    });
  for (const sheet of book.sheets) {
    for (const [row, column, cell] of [...sheet.cells()]) {
      const formula = cell.formula === null ? null : rename(cell.formula);
      if (formula === cell.formula) continue;
      sheet.put(row, column, { ...cell, formula });
      sheet.changes.mark(row, column, true, false);
    }
  }
  for (const name of book.names) name.formula = rename(name.formula);
  book.calculator.structureChanged(book);
}

function moveReference(reference: Reference, along: "rows" | "columns", at: number, count: number): Reference | null {
  const { from, to } = reference;
  const end = to ?? from;
  const area = { top: from.row, left: from.column, bottom: end.row, right: end.column };
  const moved = shifted(area, along, at, count);
  if (!moved) return null;
  const place = (corner: Corner, row: number, column: number): Corner => ({ ...corner, row, column });
  return {
    ...reference,
    from: place(from, moved.top, moved.left),
    to: to && place(to, moved.bottom, moved.right),
  };
}

/** A block of cells: what lies below (or to the right) of it moves. */
function moveBlock(
  book: Workbook,
  sheet: Sheet,
  area: Area,
  along: "rows" | "columns",
  at: number,
  count: number,
): void {
  const band: Area =
    along === "rows" ? { ...area, top: at, bottom: MAX_ROWS - 1 } : { ...area, left: at, right: MAX_COLUMNS - 1 };
  const cut = sheet.merges.within(band).some((merge) => {
    const common = intersect(merge, band);
    return !common || rowsOf(common) * columnsOf(common) !== rowsOf(merge) * columnsOf(merge);
  });
  if (cut) refuse("InvalidOperation", "Range.insert");
  const moving = [...sheet.cellsIn(band)];
  const targets = new Map<string, [number, number, CellPatch]>();
  for (const [row, column] of moving) {
    targets.set(`${row},${column}`, [row, column, { value: "", formula: null }]);
  }
  for (const [row, column, { value, formula, style }] of moving) {
    const [r, c] = along === "rows" ? [row + count, column] : [row, column + count];
    const deleted = count < 0 && (along === "rows" ? row < at - count : column < at - count);
    if (!deleted) targets.set(`${r},${c}`, [r, c, { value, formula, style }]);
  }
  book.hold();
  for (const [row, column, patch] of targets.values()) book.write(sheet, row, column, patch, "api");
  book.release();
  const inBand = sheet.merges.within(band);
  sheet.merges.load([
    ...sheet.merges.list.filter((merge) => !inBand.includes(merge)),
    ...inBand.flatMap((merge) => {
      const moved = shifted(merge, along, at, count);
      return moved ? [moved] : [];
    }),
  ]);
  if (inBand.length > 0) book.changed(sheet, "merges");
}
