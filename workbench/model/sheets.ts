/** Sheets moved, hidden, shown and copied. */
import { refuse } from "../host/api-error";
import type { Sheet, Visibility } from "./sheet";
import type { Workbook } from "./workbook";

/** @throws ApiError AccessDenied; InvalidArgument where there is no such position */
export function moveSheet(book: Workbook, sheet: Sheet, position: number): void {
  if (!book.sheets[position]) refuse("InvalidArgument", "Worksheet.position");
  book.checkStructure("Worksheet.position");
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(position, 0, sheet);
  book.changedParts.add("sheets");
  book.emit({ kind: "sheetMoved", sheetId: sheet.id });
}

/** @throws ApiError AccessDenied; InvalidOperation for the last sheet that is visible */
export function showSheet(book: Workbook, sheet: Sheet, visibility: Visibility): void {
  book.checkStructure("Worksheet.visibility");
  const other = book.sheets.find((candidate) => candidate !== sheet && candidate.visibility === "Visible");
  if (visibility !== "Visible" && !other) refuse("InvalidOperation", "Worksheet.visibility");
  sheet.visibility = visibility;
  book.changed(sheet, "visibility");
  if (visibility !== "Visible" && book.active === sheet && other) book.activate(other);
}

/** @param position Excel.WorksheetPositionType */
export function copySheet(book: Workbook, sheet: Sheet, position: string, relative: Sheet | null): Sheet {
  book.checkStructure("Worksheet.copy");
  const copy = copyInto(book, sheet, freeName(book, sheet.name));
  place(book, copy, position === "None" ? "End" : position, relative ?? sheet, false);
  return copy;
}

/** "Sheet1", "Sheet1 (2)", "Sheet1 (3)" … */
export function freeName(book: Workbook, name: string): string {
  if (!book.findSheet(name)) return name;
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const candidate = name.slice(0, 31 - suffix.length) + suffix;
    if (!book.findSheet(candidate)) return candidate;
  }
}

export function copyInto(book: Workbook, from: Sheet, name: string): Sheet {
  const sheet = book.addSheet(name);
  book.hold();
  for (const [row, column, cell] of from.cells()) {
    sheet.put(row, column, { ...cell });
    sheet.changes.mark(row, column, true, true);
    if (cell.formula !== null) book.touch({ sheet, row, column });
  }
  book.release();
  for (const run of from.rows.list) sheet.rows.set(run.first, run.last, run);
  for (const run of from.columns.list) sheet.columns.set(run.first, run.last, run);
  sheet.defaultRowHeight = from.defaultRowHeight;
  sheet.defaultColumnWidth = from.defaultColumnWidth;
  sheet.merges.load(from.merges.list);
  sheet.validations = from.validations.map((validation) => ({ ...validation }));
  sheet.frozen = from.frozen;
  sheet.showGridlines = from.showGridlines;
  sheet.tabColor = from.tabColor;
  for (const part of ["merges", "rows", "columns", "validations", "freezePanes", "view"] as const) {
    sheet.changes.parts.add(part);
  }
  return sheet;
}

export function place(
  book: Workbook,
  sheet: Sheet,
  position: string,
  relative: Sheet | null,
  afterPrevious: boolean,
): void {
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  const at = relative ? book.sheets.indexOf(relative) : -1;
  const index =
    afterPrevious || position === "After"
      ? at + 1
      : position === "Before"
        ? Math.max(at, 0)
        : position === "Beginning"
          ? 0
          : book.sheets.length;
  book.sheets.splice(index, 0, sheet);
}
