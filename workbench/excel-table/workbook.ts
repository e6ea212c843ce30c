/** Workbook, application, and the collection of worksheets. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import type { HostObject } from "../host/table-types";
import { cellArea } from "../model/area";
import type { Sheet } from "../model/sheet";
import { insertSheets } from "./insert-sheets";
import {
  areasObject,
  rangeAt,
  rangeObject,
  sheetObject,
  type ExcelContext,
  type MaybeOnSheet,
  type RangeObject,
} from "./context";

const nothing = (): void => {};

const activeSheet = ({ book }: ExcelContext): Sheet => book.active ?? refuse("GeneralException", "Workbook");

function selectedRange(context: ExcelContext): RangeObject {
  const [area, more] = context.book.selection;
  if (more) refuse("InvalidOperation", "Workbook.getSelectedRange");
  return rangeObject(activeSheet(context), area ?? cellArea(0, 0));
}

const ofBook = (type: string) => (): MaybeOnSheet => ({ type, sheet: null });

function sheetOf({ book }: ExcelContext, key: string, location: string): HostObject {
  const sheet = book.findSheet(key);
  return sheet ? sheetObject(sheet) : refuse("ItemNotFound", location);
}

const visibleSheets = ({ book }: ExcelContext, onlyVisible: boolean): readonly Sheet[] =>
  book.sheets.filter((sheet) => !onlyVisible || sheet.visibility === "Visible");

export const workbookTypes = {
  Workbook: define<HostObject, ExcelContext>({
    get: {
      Name: (_, { book }) => book.name,
      ReadOnly: (_, { book }) => book.readOnly,
      IsDirty: (_, { book }) => book.changedParts.size > 0 || book.sheets.some((sheet) => !sheet.changes.isEmpty()),
    },
    nav: {
      Worksheets: ofBook("WorksheetCollection"),
      Tables: ofBook("TableCollection"),
      Names: ofBook("NamedItemCollection"),
      Settings: ofBook("SettingCollection"),
      Application: ofBook("Application"),
      Protection: ofBook("WorkbookProtection"),
      Properties: ofBook("DocumentProperties"),
    },
    call: {
      GetSelectedRange: (_, __, context) => selectedRange(context),
      GetSelectedRanges: (_, __, context) => areasObject(activeSheet(context), context.book.selection),
      GetActiveCell: (_, __, context) => {
        const first = context.book.selection[0] ?? cellArea(0, 0);
        return rangeObject(activeSheet(context), cellArea(first.top, first.left));
      },
      InsertWorksheetsFromBase64: async (_, args, context) =>
        insertSheets(context, await context.readWorkbook(args.text(0)), args.record(1)),
      _GetRangeForEventByReferenceId: (_, args, context) =>
        rangeAt(context, activeSheet(context), byId(context, args.text(0)), "Workbook"),
      _GetRangeOrNullObjectForEventByReferenceId: (_, args, context) =>
        rangeAt(context, activeSheet(context), byId(context, args.text(0)), "Workbook"),
    },
  }),

  Application: define<HostObject, ExcelContext>({
    get: { CalculationMode: (_, { book }) => book.calculationMode },
    set: {
      CalculationMode: (_, value, { book }) => {
        if (value !== "Automatic" && value !== "AutomaticExceptTables" && value !== "Manual") {
          refuse("InvalidArgument", "Application.calculationMode");
        }
        book.calculationMode = value;
        book.settle();
      },
    },
    call: {
      Calculate: (_, __, { book }) => book.calculateAll(),
      // the model calculates once per request anyway, and nothing is painted here
      SuspendApiCalculationUntilNextSync: nothing,
      SuspendScreenUpdatingUntilNextSync: nothing,
    },
  }),

  WorksheetCollection: define<HostObject, ExcelContext>({
    get: {},
    items: (_, { book }) => book.sheets.map(sheetObject),
    item: (_, key, context) => sheetOf(context, String(key), "WorksheetCollection.getItem"),
    call: {
      Add: (_, args, { book }) => sheetObject(book.addSheet(args.optionalText(0) ?? undefined)),
      GetActiveWorksheet: (_, __, context) => sheetObject(activeSheet(context)),
      GetItemOrNullObject: (_, args, { book }) => {
        const sheet = book.findSheet(args.text(0));
        return sheet ? sheetObject(sheet) : null;
      },
      GetCount: (_, args, context) => visibleSheets(context, args.flag(0)).length,
      GetFirst: (_, args, context) => {
        const first = visibleSheets(context, args.flag(0))[0];
        return first ? sheetObject(first) : refuse("ItemNotFound", "WorksheetCollection.getFirst");
      },
      GetLast: (_, args, context) => {
        const last = visibleSheets(context, args.flag(0)).at(-1);
        return last ? sheetObject(last) : refuse("ItemNotFound", "WorksheetCollection.getLast");
      },
      ...eventRegistrations([
        "DataChanged",
        "SelectionChanged",
        "Activated",
        "Deactivated",
        "Added",
        "Deleted",
        "Calculated",
        "FormatChanged",
        "SingleClicked",
        "ProtectionChanged",
      ]),
    },
  }),

  WorkbookProtection: define<HostObject, ExcelContext>({
    get: { Protected: (_, { book }) => book.structureProtected },
    call: {
      Protect: (_, __, { book }) => {
        book.structureProtected = true;
      },
      Unprotect: (_, __, { book }) => {
        book.structureProtected = false;
      },
    },
  }),

  DocumentProperties: define<HostObject, ExcelContext>({
    get: { Title: () => "", Author: () => "", Subject: () => "", Keywords: () => "", Comments: () => "" },
  }),
};

/** The host tells every event to whoever listens; the library keeps the handlers apart. */
export function eventRegistrations(names: readonly string[]): Record<string, () => void> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`_Register${name}Event`, nothing],
      [`_Unregister${name}Event`, nothing],
    ]),
  );
}

/** "{sheet id}!B5" of an event → an address with the sheet's name. */
function byId({ book }: ExcelContext, reference: string): string {
  const bang = reference.lastIndexOf("!");
  const sheet = book.findSheet(reference.slice(0, bang));
  if (!sheet) return refuse("ItemNotFound", "Workbook");
  return `'${sheet.name.replace(/'/g, "''")}'${reference.slice(bang)}`;
}
