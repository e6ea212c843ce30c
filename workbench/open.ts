/** A file's bytes ↔ a workbook that the stand-in can play host to. */
import { readXlsx } from "../src/xlsx/read";
import { ADD_IN } from "./addin";
import { FormulaEngine } from "./calc/engine";
import { workbookFromXlsx } from "./model/from-xlsx";
import type { Workbook } from "./model/workbook";
import { bookSave } from "./save/from-model";
import { saveXlsx } from "./save/save";

/**
 * @param name as the title bar shows it
 * @throws XlsxError where the file cannot be read
 */
export function openWorkbook(name: string, bytes: Uint8Array): Workbook {
  const book = workbookFromXlsx(readXlsx(bytes), { name, addinId: ADD_IN.id });
  book.calculator = new FormulaEngine();
  // Excel works out what a file leaves open; custom functions follow when the add-in's runtime is there
  book.calculateStale();
  return book;
}

/** The bytes that were opened with the workbook's changes patched in. */
export function saveWorkbook(original: Uint8Array, book: Workbook): Uint8Array {
  return saveXlsx(original, bookSave(book));
}
