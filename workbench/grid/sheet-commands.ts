/** What the user does with sheet tabs in the grid, done to the workbook instead. */
import type { Sheet } from "../model/sheet";
import { copySheet, moveSheet, showSheet } from "../model/sheets";
import type { Workbook } from "../model/workbook";

interface Params {
  readonly subUnitId?: string;
  readonly name?: string;
  readonly order?: number;
  readonly value?: string | null;
}

/** The grid's command → what it does. @throws ApiError where Excel would refuse it */
const COMMANDS: Readonly<Record<string, (book: Workbook, sheet: Sheet, params: Params) => void>> = {
  "sheet.command.insert-sheet": (book) => book.activate(book.addSheet(undefined, "user")),
  "sheet.command.remove-sheet": (book, sheet) => book.deleteSheet(sheet, "user"),
  "sheet.command.copy-sheet": (book, sheet) => book.activate(copySheet(book, sheet, "After", null)),
  "sheet.command.set-worksheet-name": (book, sheet, { name }) => book.renameSheet(sheet, name ?? ""),
  "sheet.command.set-worksheet-order": (book, sheet, { order }) => moveSheet(book, sheet, order ?? -1),
  "sheet.command.set-worksheet-hidden": (book, sheet) => showSheet(book, sheet, "Hidden"),
  "sheet.command.set-worksheet-show": (book, sheet) => showSheet(book, sheet, "Visible"),
  "sheet.command.set-tab-color": (book, sheet, { value }) => {
    sheet.tabColor = value ?? "";
    book.changed(sheet, "tabColor");
  },
};

export const isSheetCommand = (id: string): boolean => Object.hasOwn(COMMANDS, id);

/** Does it; without a sheet in the parameters the active one is meant. @throws ApiError */
export function runSheetCommand(book: Workbook, id: string, params: Params): void {
  const sheet = params.subUnitId === undefined ? book.active : book.findSheet(params.subUnitId);
  if (sheet) COMMANDS[id]?.(book, sheet, params);
}
