/** Sheets that come from another workbook, or as a copy of one that is here. */
import { refuse } from "../host/api-error";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { ExcelContext } from "./context";

type Options = Readonly<Record<string, unknown>>;

/** @returns ids of the new sheets */
export function insertSheets({ book }: ExcelContext, source: Workbook, options: Options): string[] {
  if (book.readOnly || book.structureProtected) refuse("AccessDenied", "Workbook.insertWorksheetsFromBase64");
  const wanted = options["sheetNamesToInsert"];
  const names = Array.isArray(wanted) && wanted.length > 0 ? wanted.map(String) : null;
  const sheets = names
    ? names.map((name) => source.findSheet(name) ?? refuse("ItemNotFound", "Workbook.insertWorksheetsFromBase64"))
    : source.sheets;
  // Excel on the web brings no sheet over that has one of these (office-js issue 4518).
  if (sheets.some((sheet) => sheet.hasFurniture || sheet.charts.length > 0)) {
    refuse("UnsupportedFeature", "Workbook.insertWorksheetsFromBase64");
  }
  const relative = typeof options["relativeTo"] === "string" ? (book.findSheet(options["relativeTo"]) ?? null) : null;
  const added: Sheet[] = [];
  for (const sheet of sheets) {
    const copy = copyInto(book, sheet, freeName(book, sheet.name));
    place(book, copy, String(options["positionType"] ?? "End"), added.at(-1) ?? relative, added.length > 0);
    added.push(copy);
  }
  return added.map((sheet) => sheet.id);
}

/** @param position Excel.WorksheetPositionType */
export function copySheet(book: Workbook, sheet: Sheet, position: string, relative: Sheet | null): Sheet {
  if (book.readOnly || book.structureProtected) refuse("AccessDenied", "Worksheet.copy");
  const copy = copyInto(book, sheet, freeName(book, sheet.name));
  place(book, copy, position === "None" ? "End" : position, relative ?? sheet, false);
  return copy;
}

/** "Sheet1", "Sheet1 (2)", "Sheet1 (3)" … */
function freeName(book: Workbook, name: string): string {
  if (!book.findSheet(name)) return name;
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const candidate = name.slice(0, 31 - suffix.length) + suffix;
    if (!book.findSheet(candidate)) return candidate;
  }
}

function copyInto(book: Workbook, from: Sheet, name: string): Sheet {
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

function place(book: Workbook, sheet: Sheet, position: string, relative: Sheet | null, afterPrevious: boolean): void {
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
