/** Sheets that come from another workbook. */
import { refuse } from "../host/api-error";
import type { Sheet } from "../model/sheet";
import { copyInto, freeName, place } from "../model/sheets";
import type { Workbook } from "../model/workbook";
import type { ExcelContext } from "./context";

type Options = Readonly<Record<string, unknown>>;

/** @returns ids of the new sheets */
export function insertSheets({ book }: ExcelContext, source: Workbook, options: Options): string[] {
  book.checkStructure("Workbook.insertWorksheetsFromBase64");
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
