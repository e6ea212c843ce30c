/** Range: where it lies, what it holds, and the ranges that can be reached from it. */
import { refuse } from "../host/api-error";
import type { Arguments } from "../host/table-types";
import { define } from "../host/table-types";
import { areaName, fullAddress } from "../model/address";
import { around, cellCount, columnsOf, intersect, MAX_COLUMNS, MAX_ROWS, rowsOf, type Area } from "../model/area";
import { isEntireColumn, isEntireRow, readGrid, valueTypeAt, writeInputs, eachInput, DIMENSIONS } from "./cells";
import { rangeCalls } from "./range-calls";
import { getCellProperties, getLineProperties, setCellProperties, setLineProperties } from "./properties";
import {
  areasObject,
  asFlag,
  rangeArgument,
  rangeObject,
  sheetObject,
  type ExcelContext,
  type FormatObject,
  type RangeObject,
} from "./context";
import { specialCells } from "./special-cells";

const within = (range: RangeObject, area: Area, location = "Range"): RangeObject =>
  rangeObject(range.sheet, area, location);

const formulas = (range: RangeObject): unknown => readGrid(range, (row, column) => range.sheet.formula(row, column));
const numberFormats = (range: RangeObject): unknown =>
  readGrid(range, (row, column) => range.sheet.style(row, column).numberFormat);

function setNumberFormats(range: RangeObject, value: unknown, { book }: ExcelContext): void {
  const location = "Range.numberFormat";
  const writes: [number, number, string][] = [];
  eachInput(range, value, location, (row, column, format) => {
    if (typeof format !== "string") refuse("InvalidArgument", location);
    writes.push([row, column, format]);
  });
  for (const [row, column] of writes) book.checkWritable(range.sheet, row, column, { style: {} });
  for (const [row, column, numberFormat] of writes) {
    book.write(range.sheet, row, column, { style: { numberFormat } }, "api");
  }
  book.emit({ kind: "formatted", sheetId: range.sheet.id, area: range.area, source: "api" });
}

/** true, false, or null where some lines are hidden and some not. */
function hiddenLines({ sheet, area }: RangeObject, along: "rows" | "columns"): boolean | null {
  const [lines, first, last] =
    along === "rows" ? [sheet.rows, area.top, area.bottom] : [sheet.columns, area.left, area.right];
  let hidden = 0;
  for (const run of lines.list) {
    if (run.hidden) hidden += Math.max(0, Math.min(run.last, last) - Math.max(run.first, first) + 1);
  }
  return hidden === 0 ? false : hidden === last - first + 1 ? true : null;
}

function hideLines(range: RangeObject, along: "rows" | "columns", value: unknown, { book }: ExcelContext): void {
  const { sheet, area } = range;
  const allowed = along === "rows" ? "allowFormatRows" : "allowFormatColumns";
  if (sheet.protection.on && !sheet.protection.options[allowed]) refuse("AccessDenied", "Range.hidden");
  const hidden = asFlag(value, along === "rows" ? "Range.rowHidden" : "Range.columnHidden");
  if (along === "rows") sheet.rows.set(area.top, area.bottom, { hidden });
  else sheet.columns.set(area.left, area.right, { hidden });
  book.changed(sheet, along);
}

function usedWithin({ sheet, area }: RangeObject, args: Arguments): RangeObject | null {
  const used = sheet.usedArea(args.flag(0));
  const common = used && intersect(used, area);
  return common && rangeObject(sheet, common);
}

function intersection(range: RangeObject, args: Arguments, context: ExcelContext): RangeObject | null {
  const other = rangeArgument(context, range.sheet, args.list[0], "Range.getIntersection");
  const common = other.sheet === range.sheet ? intersect(range.area, other.area) : null;
  return common && rangeObject(range.sheet, common);
}

/** Excel refuses above this many merged areas. */
const MAX_MERGED_AREAS = 512;

export const rangeTypes = {
  Range: define<RangeObject, ExcelContext>({
    tracked: true,
    heavy: ["NumberFormatLocal", "FormulasLocal", "AddressLocal"],
    get: {
      Address: ({ sheet, area }) => fullAddress(sheet.name, area),
      AddressLocal: ({ area }) => areaName(area),
      RowIndex: ({ area }) => area.top,
      ColumnIndex: ({ area }) => area.left,
      RowCount: ({ area }) => rowsOf(area),
      ColumnCount: ({ area }) => columnsOf(area),
      // -1 stands for more than an Int32 holds
      CellCount: ({ area }) => (cellCount(area) > 2_147_483_647 ? -1 : cellCount(area)),
      Values: (range) => readGrid(range, (row, column) => range.sheet.value(row, column)),
      Formulas: formulas,
      FormulasLocal: formulas,
      Text: (range, { book }) => readGrid(range, (row, column) => book.textAt(range.sheet, row, column)),
      NumberFormat: numberFormats,
      NumberFormatLocal: numberFormats,
      ValueTypes: (range) => readGrid(range, (row, column) => valueTypeAt(range.sheet, row, column)),
      RowHidden: (range) => hiddenLines(range, "rows"),
      ColumnHidden: (range) => hiddenLines(range, "columns"),
      Hidden: (range) => hiddenLines(range, "rows") === true || hiddenLines(range, "columns") === true,
      IsEntireColumn: ({ area }) => isEntireColumn(area),
      IsEntireRow: ({ area }) => isEntireRow(area),
      HasSpill: ({ sheet, area }) => {
        const spills = [...sheet.cellsIn(area)].filter(([, , cell]) => cell.spilledFrom !== null).length;
        return spills === 0 ? false : spills === cellCount(area) ? true : null;
      },
    },
    set: {
      Values: (range, value, { book }) => writeInputs(book, range, value, "Range.values"),
      Formulas: (range, value, { book }) => writeInputs(book, range, value, "Range.formulas"),
      FormulasLocal: (range, value, { book }) => writeInputs(book, range, value, "Range.formulasLocal"),
      NumberFormat: setNumberFormats,
      NumberFormatLocal: setNumberFormats,
      RowHidden: (range, value, context) => hideLines(range, "rows", value, context),
      ColumnHidden: (range, value, context) => hideLines(range, "columns", value, context),
    },
    nav: {
      Format: ({ sheet, area }): FormatObject => ({ type: "RangeFormat", sheet, areas: [area] }),
      Worksheet: ({ sheet }) => sheetObject(sheet),
      ConditionalFormats: ({ sheet, area }): FormatObject => ({
        type: "ConditionalFormatCollection",
        sheet,
        areas: [area],
      }),
      DataValidation: ({ sheet, area }): FormatObject => ({ type: "DataValidation", sheet, areas: [area] }),
    },
    call: {
      GetCell: (range, args) => {
        const [top, left] = [range.area.top + args.integer(0), range.area.left + args.integer(1)];
        return within(range, { top, left, bottom: top, right: left }, "Range.getCell");
      },
      GetRow: (range, args) => {
        const row = range.area.top + args.integer(0);
        return within(range, { ...range.area, top: row, bottom: row }, "Range.getRow");
      },
      GetColumn: (range, args) => {
        const column = range.area.left + args.integer(0);
        return within(range, { ...range.area, left: column, right: column }, "Range.getColumn");
      },
      GetOffsetRange: (range, args) => {
        const [rows, columns] = [args.integer(0), args.integer(1)];
        const { top, left, bottom, right } = range.area;
        const area = { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns };
        return within(range, area, "Range.getOffsetRange");
      },
      GetResizedRange: (range, args) => {
        const { area } = range;
        const [bottom, right] = [area.bottom + args.integer(0), area.right + args.integer(1)];
        return within(range, { ...area, bottom, right }, "Range.getResizedRange");
      },
      GetAbsoluteResizedRange: (range, args) => {
        const { top, left } = range.area;
        const area = { top, left, bottom: top + args.integer(0) - 1, right: left + args.integer(1) - 1 };
        return within(range, area, "Range.getAbsoluteResizedRange");
      },
      GetEntireRow: (range) => within(range, { ...range.area, left: 0, right: MAX_COLUMNS - 1 }),
      GetEntireColumn: (range) => within(range, { ...range.area, top: 0, bottom: MAX_ROWS - 1 }),
      GetLastCell: (range) => within(range, { ...range.area, top: range.area.bottom, left: range.area.right }),
      GetLastRow: (range) => within(range, { ...range.area, top: range.area.bottom }),
      GetLastColumn: (range) => within(range, { ...range.area, left: range.area.right }),
      GetRowsAbove: (range, args) => beside(range, "above", args.optionalInteger(0, 1)),
      GetRowsBelow: (range, args) => beside(range, "below", args.optionalInteger(0, 1)),
      GetColumnsBefore: (range, args) => beside(range, "before", args.optionalInteger(0, 1)),
      GetColumnsAfter: (range, args) => beside(range, "after", args.optionalInteger(0, 1)),
      GetUsedRange: (range, args) =>
        usedWithin(range, args) ?? within(range, { ...range.area, bottom: range.area.top, right: range.area.left }),
      GetUsedRangeOrNullObject: usedWithin,
      GetIntersection: (range, args, context) =>
        intersection(range, args, context) ?? refuse("ItemNotFound", "Range.getIntersection"),
      GetIntersectionOrNullObject: intersection,
      GetBoundingRect: (range, args, context) => {
        const other = rangeArgument(context, range.sheet, args.list[0], "Range.getBoundingRect");
        return within(range, around(range.area, other.area));
      },
      GetSpecialCells: (range, args) =>
        specialCells(range.sheet, [range.area], args.text(0), args.optionalText(1)) ??
        refuse("ItemNotFound", "Range.getSpecialCells"),
      GetSpecialCellsOrNullObject: (range, args) =>
        specialCells(range.sheet, [range.area], args.text(0), args.optionalText(1)),
      GetMergedAreasOrNullObject: ({ sheet, area }) => {
        const merges = sheet.merges.within(area);
        if (merges.length > MAX_MERGED_AREAS) refuse("InvalidOperation", "Range.getMergedAreasOrNullObject");
        return areasObject(sheet, merges);
      },
      // the library asks this before it splits a large write
      _ValidateArraySize: ({ area }, args) => {
        const fits = args.integer(0) === rowsOf(area) && args.integer(1) === columnsOf(area);
        if (!fits) refuse("InvalidArgument", "Range.values", DIMENSIONS);
      },
      GetCellProperties: (range, args, context) => getCellProperties(range, args.record(0), context),
      SetCellProperties: (range, args, context) => setCellProperties(range, args.array(0), context),
      GetRowProperties: (range, args) => getLineProperties(range, "rows", args.record(0)),
      GetColumnProperties: (range, args) => getLineProperties(range, "columns", args.record(0)),
      SetRowProperties: (range, args, context) => setLineProperties(range, "rows", args.array(0), context),
      SetColumnProperties: (range, args, context) => setLineProperties(range, "columns", args.array(0), context),
      ...rangeCalls,
    },
  }),
};

/** Rows or columns next to the range; a negative count looks into the range, as in Excel. */
function beside(range: RangeObject, side: "above" | "below" | "before" | "after", count: number): RangeObject {
  const { area } = range;
  if (count === 0) refuse("InvalidArgument", "Range");
  const out = Math.max(count, 0);
  const inside = Math.max(-count, 0);
  switch (side) {
    case "above":
      return within(range, { ...area, top: area.top - out, bottom: area.top + inside - 1 });
    case "below":
      return within(range, { ...area, top: area.bottom - inside + 1, bottom: area.bottom + out });
    case "before":
      return within(range, { ...area, left: area.left - out, right: area.left + inside - 1 });
    case "after":
      return within(range, { ...area, left: area.right - inside + 1, right: area.right + out });
  }
}
