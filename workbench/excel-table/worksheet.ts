/** Worksheet, its protection and its frozen panes. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import { parseAreas } from "../model/address";
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../model/area";
import { UNPROTECTED } from "../model/objects";
import type { Visibility } from "../model/sheet";
import { copySheet, moveSheet, showSheet } from "../model/sheets";
import {
  areasObject,
  asFlag,
  asText,
  cellObject,
  rangeArgument,
  rangeAt,
  rangeObject,
  sheetObject,
  type ExcelContext,
  type OnSheet,
  type PartObject,
  type SheetObject,
} from "./context";
import { eventRegistrations } from "./workbook";

const WHOLE: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

const on =
  (type: string) =>
  ({ sheet }: SheetObject): OnSheet => ({ type, sheet });

const isVisibility = (value: unknown): value is Visibility =>
  value === "Visible" || value === "Hidden" || value === "VeryHidden";

/** The neighbour among the sheets, or null. */
function neighbour(
  object: SheetObject,
  { book }: ExcelContext,
  step: 1 | -1,
  onlyVisible: boolean,
): SheetObject | null {
  for (let i = book.sheets.indexOf(object.sheet) + step; ; i += step) {
    const sheet = book.sheets[i];
    if (!sheet) return null;
    if (!onlyVisible || sheet.visibility === "Visible") return sheetObject(sheet);
  }
}

export const worksheetTypes = {
  Worksheet: define<SheetObject, ExcelContext>({
    id: { key: "Id", of: ({ sheet }) => sheet.id },
    get: {
      Id: ({ sheet }) => sheet.id,
      Name: ({ sheet }) => sheet.name,
      Position: ({ sheet }, { book }) => book.sheets.indexOf(sheet),
      Visibility: ({ sheet }) => sheet.visibility,
      TabColor: ({ sheet }) => sheet.tabColor,
      ShowGridlines: ({ sheet }) => sheet.showGridlines,
      ShowHeadings: ({ sheet }) => sheet.showHeadings,
      // points; the API has characters for the width, as the file
      StandardHeight: ({ sheet }) => sheet.defaultRowHeight,
      StandardWidth: ({ sheet }) => sheet.defaultColumnWidth,
    },
    set: {
      Name: ({ sheet }, value, { book }) => book.renameSheet(sheet, asText(value, "Worksheet.name")),
      Visibility: ({ sheet }, value, { book }) => {
        if (!isVisibility(value)) refuse("InvalidArgument", "Worksheet.visibility");
        showSheet(book, sheet, value);
      },
      TabColor: ({ sheet }, value, { book }) => {
        sheet.tabColor = asText(value, "Worksheet.tabColor");
        book.changed(sheet, "tabColor");
      },
      // The library sets these two under other names than it reads them.
      Gridlines: ({ sheet }, value, { book }) => {
        sheet.showGridlines = asFlag(value, "Worksheet.showGridlines");
        book.changed(sheet, "view");
      },
      Headings: ({ sheet }, value, { book }) => {
        sheet.showHeadings = asFlag(value, "Worksheet.showHeadings");
        book.changed(sheet, "view");
      },
      Position: ({ sheet }, value, { book }) => {
        if (typeof value !== "number") refuse("InvalidArgument", "Worksheet.position");
        moveSheet(book, sheet, value);
      },
    },
    nav: {
      Protection: on("WorksheetProtection"),
      Charts: on("ChartCollection"),
      Tables: on("TableCollection"),
      Names: on("NamedItemCollection"),
      FreezePanes: on("WorksheetFreezePanes"),
      PageLayout: ({ sheet }): PartObject => ({ type: "PageLayout", sheet, part: sheet.pageLayout, of: "pageLayout" }),
      AutoFilter: on("AutoFilter"),
    },
    call: {
      GetRange: ({ sheet }, args, context) =>
        args.has(0) ? rangeAt(context, sheet, args.text(0), "Worksheet.getRange") : rangeObject(sheet, WHOLE),
      GetCell: ({ sheet }, args) => cellObject(sheet, args.integer(0), args.integer(1)),
      GetRangeByIndexes: ({ sheet }, args) => {
        const [top, left, rows, columns] = [0, 1, 2, 3].map((i) => args.integer(i)) as [number, number, number, number];
        return rangeObject(sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
      },
      GetUsedRange: ({ sheet }, args) =>
        rangeObject(sheet, sheet.usedArea(args.flag(0)) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
      GetUsedRangeOrNullObject: ({ sheet }, args) => {
        const area = sheet.usedArea(args.flag(0));
        return area && rangeObject(sheet, area);
      },
      GetRanges: ({ sheet }, args, { book }) => {
        if (!args.has(0)) return areasObject(sheet, [WHOLE]);
        const text = args.text(0);
        const named = book.find(text, sheet);
        return areasObject(sheet, parseAreas(text) ?? (named ? [named.area] : args.invalid()));
      },
      GetNext: (object, args, context) =>
        neighbour(object, context, 1, args.flag(0)) ?? refuse("ItemNotFound", "Worksheet.getNext"),
      GetNextOrNullObject: (object, args, context) => neighbour(object, context, 1, args.flag(0)),
      GetPrevious: (object, args, context) =>
        neighbour(object, context, -1, args.flag(0)) ?? refuse("ItemNotFound", "Worksheet.getPrevious"),
      GetPreviousOrNullObject: (object, args, context) => neighbour(object, context, -1, args.flag(0)),
      Activate: ({ sheet }, _, { book }) => book.activate(sheet),
      Delete: ({ sheet }, _, { book }) => book.deleteSheet(sheet),
      Calculate: (_, __, { book }) => book.calculateAll(),
      Copy: (object, args, context) => {
        const position = args.optionalText(0) ?? "None";
        const relative = args.has(1) ? (args.list[1] as SheetObject).sheet : null;
        return sheetObject(copySheet(context.book, object.sheet, position, relative));
      },
      ...eventRegistrations([
        "DataChanged",
        "SelectionChanged",
        "Activated",
        "Deactivated",
        "Calculated",
        "FormatChanged",
        "SingleClicked",
        "ProtectionChanged",
      ]),
    },
  }),

  WorksheetProtection: define<OnSheet, ExcelContext>({
    get: {
      Protected: ({ sheet }) => sheet.protection.on,
      Options: ({ sheet }) => (sheet.protection.on ? { ...DEFAULT_OPTIONS, ...sheet.protection.options } : null),
    },
    call: {
      Protect: ({ sheet }, args, { book }) => {
        if (sheet.protection.on) refuse("InvalidOperation", "WorksheetProtection.protect");
        const password = args.optionalText(1);
        const protection = { on: true, options: args.record(0), hasPassword: password !== null, password };
        book.setProtection(sheet, protection, "api");
      },
      Unprotect: ({ sheet }, args, { book }) => {
        const { hasPassword, password } = sheet.protection;
        if (hasPassword && (password === null || args.optionalText(0) !== password)) {
          refuse("InvalidArgument", "WorksheetProtection.unprotect", "The password you supplied is not correct.");
        }
        book.setProtection(sheet, UNPROTECTED, "api");
      },
    },
  }),

  WorksheetFreezePanes: define<OnSheet, ExcelContext>({
    call: {
      FreezeRows: ({ sheet }, args, { book }) => {
        sheet.frozen = { ...sheet.frozen, rows: args.optionalInteger(0, 1) };
        book.changed(sheet, "freezePanes");
      },
      FreezeColumns: ({ sheet }, args, { book }) => {
        sheet.frozen = { ...sheet.frozen, columns: args.optionalInteger(0, 1) };
        book.changed(sheet, "freezePanes");
      },
      FreezeAt: ({ sheet }, args, context) => {
        const { area } = rangeArgument(context, sheet, args.list[0], "WorksheetFreezePanes.freezeAt");
        sheet.frozen = {
          rows: area.bottom < MAX_ROWS - 1 ? area.bottom + 1 : 0,
          columns: area.right < MAX_COLUMNS - 1 ? area.right + 1 : 0,
        };
        context.book.changed(sheet, "freezePanes");
      },
      Unfreeze: ({ sheet }, _, { book }) => {
        sheet.frozen = { rows: 0, columns: 0 };
        book.changed(sheet, "freezePanes");
      },
      GetLocationOrNullObject: ({ sheet }) => {
        const { rows, columns } = sheet.frozen;
        if (rows === 0 && columns === 0) return null;
        const bottom = rows > 0 ? rows - 1 : MAX_ROWS - 1;
        return rangeObject(sheet, { top: 0, left: 0, bottom, right: columns > 0 ? columns - 1 : MAX_COLUMNS - 1 });
      },
    },
  }),

  AutoFilter: define<OnSheet, ExcelContext>({
    get: { Enabled: ({ sheet }) => sheet.autoFilter !== null },
    call: { GetRangeOrNullObject: ({ sheet }) => sheet.autoFilter && rangeObject(sheet, sheet.autoFilter) },
  }),
};

/** What `options` says for what was not allowed expressly. */
const DEFAULT_OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};
