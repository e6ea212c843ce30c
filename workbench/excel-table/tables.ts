/** Tables (ListObjects). */
import { refuse } from "../host/api-error";
import { define, type HostObject } from "../host/table-types";
import { intersect, type Area } from "../model/area";
import type { Table } from "../model/objects";
import type { Sheet } from "../model/sheet";
import {
  asFlag,
  asText,
  rangeArgument,
  rangeObject,
  sheetObject,
  type ExcelContext,
  type MaybeOnSheet,
} from "./context";

interface TableObject extends HostObject {
  readonly table: Table;
}

interface ColumnObject extends TableObject {
  readonly index: number;
}

/** Those of the workbook, of a sheet, or of a range. */
interface TablesObject extends MaybeOnSheet {
  readonly within?: Area;
}

const tableObject = (table: Table): TableObject => ({ type: "Table", table });

const listed = ({ sheet, within }: TablesObject, { book }: ExcelContext): Table[] =>
  book.tables.filter(
    (table) => (!sheet || table.sheetId === sheet.id) && (!within || intersect(table.area, within) !== null),
  );

const find = (object: TablesObject, key: unknown, context: ExcelContext): TableObject | null => {
  const name = String(key).toLowerCase();
  const table = listed(object, context).find(
    (candidate) => candidate.name.toLowerCase() === name || String(candidate.id) === name,
  );
  return table ? tableObject(table) : null;
};

const sheetOf = ({ table }: TableObject, { book }: ExcelContext): Sheet =>
  book.findSheet(table.sheetId) ?? refuse("ItemNotFound", "Table.worksheet");

const body = ({ area, showHeaders, showTotals }: Table): Area => ({
  ...area,
  top: area.top + (showHeaders ? 1 : 0),
  bottom: area.bottom - (showTotals ? 1 : 0),
});

const columnObject = ({ table }: TableObject, index: number): ColumnObject => ({ type: "TableColumn", table, index });

const columnName = ({ table, index }: ColumnObject, context: ExcelContext): string => {
  const { area } = table;
  return String(sheetOf({ type: "Table", table }, context).value(area.top, area.left + index));
};

const columns = (object: TableObject): ColumnObject[] => {
  const { left, right } = object.table.area;
  return Array.from({ length: right - left + 1 }, (_, i) => columnObject(object, i));
};

function findColumn(object: TableObject, key: unknown, context: ExcelContext): ColumnObject | null {
  const isKey = (column: ColumnObject): boolean =>
    columnName(column, context) === String(key) || column.index + 1 === Number(key);
  return columns(object).find(isKey) ?? null;
}

function addTable(object: TablesObject, source: unknown, hasHeaders: boolean, context: ExcelContext): Table {
  const { book } = context;
  const home = object.sheet ?? book.active ?? refuse("GeneralException", "TableCollection.add");
  const { sheet, area } = rangeArgument(context, home, source, "TableCollection.add");
  if (book.readOnly || sheet.protection.on) refuse("AccessDenied", "TableCollection.add");
  const overlaps = book.tables.some((table) => table.sheetId === sheet.id && intersect(table.area, area));
  if (overlaps || sheet.merges.within(area).length > 0) refuse("InvalidOperation", "TableCollection.add");
  const id = Math.max(0, ...book.tables.map((table) => table.id)) + 1;
  const table: Table = {
    id,
    name: `テーブル${id}`,
    sheetId: sheet.id,
    area,
    showHeaders: hasHeaders,
    showTotals: false,
    style: "TableStyleMedium2",
    added: true,
  };
  book.tables.push(table);
  book.changed(sheet, "tables");
  return table;
}

const change = (object: TableObject, patch: Partial<Table>, context: ExcelContext): void => {
  Object.assign(object.table, patch);
  context.book.changed(sheetOf(object, context), "tables");
};

export const tableTypes = {
  TableCollection: define<TablesObject, ExcelContext>({
    get: { Count: (object, context) => listed(object, context).length },
    items: (object, context) => listed(object, context).map(tableObject),
    item: (object, key, context) => find(object, key, context) ?? refuse("ItemNotFound", "TableCollection.getItem"),
    call: {
      Add: (object, args, context) => tableObject(addTable(object, args.list[0], args.flag(1), context)),
      GetItemOrNullObject: (object, args, context) => find(object, args.list[0], context),
      GetCount: (object, _, context) => listed(object, context).length,
    },
  }),
  TableScopedCollection: define<TablesObject, ExcelContext>({
    items: (object, context) => listed(object, context).map(tableObject),
    call: { GetCount: (object, _, context) => listed(object, context).length },
  }),
  Table: define<TableObject, ExcelContext>({
    id: { key: "Id", of: ({ table }) => String(table.id) },
    get: {
      Id: ({ table }) => String(table.id),
      Name: ({ table }) => table.name,
      ShowHeaders: ({ table }) => table.showHeaders,
      ShowTotals: ({ table }) => table.showTotals,
      Style: ({ table }) => table.style,
    },
    set: {
      Name: (object, value, context) => change(object, { name: asText(value, "Table.name") }, context),
      ShowTotals: (object, value, context) =>
        change(object, { showTotals: asFlag(value, "Table.showTotals") }, context),
      Style: (object, value, context) => change(object, { style: asText(value, "Table.style") }, context),
    },
    nav: {
      Worksheet: (object, context) => sheetObject(sheetOf(object, context)),
      Columns: ({ table }): TableObject => ({ type: "TableColumnCollection", table }),
    },
    call: {
      GetRange: (object, _, context) => rangeObject(sheetOf(object, context), object.table.area),
      GetDataBodyRange: (object, _, context) => rangeObject(sheetOf(object, context), body(object.table)),
      GetHeaderRowRange: (object, _, context) => {
        const { area } = object.table;
        return rangeObject(sheetOf(object, context), { ...area, bottom: area.top });
      },
      Delete: (object, _, context) => {
        const sheet = sheetOf(object, context);
        for (const [row, column] of [...sheet.cellsIn(object.table.area)]) {
          context.book.write(sheet, row, column, { value: "", formula: null }, "api");
        }
        context.book.tables.splice(context.book.tables.indexOf(object.table), 1);
        context.book.changed(sheet, "tables");
      },
      ConvertToRange: (object, _, context) => {
        const sheet = sheetOf(object, context);
        context.book.tables.splice(context.book.tables.indexOf(object.table), 1);
        context.book.changed(sheet, "tables");
        return rangeObject(sheet, object.table.area);
      },
    },
  }),
  TableColumnCollection: define<TableObject, ExcelContext>({
    get: { Count: (object) => columns(object).length },
    items: columns,
    item: (object, key, context) =>
      findColumn(object, key, context) ?? refuse("ItemNotFound", "TableColumnCollection.getItem"),
    call: {
      GetItemOrNullObject: (object, args, context) => findColumn(object, args.list[0], context),
      GetItemAt: (object, args) =>
        columns(object)[args.integer(0)] ?? refuse("InvalidArgument", "TableColumnCollection.getItemAt"),
      GetCount: (object) => columns(object).length,
    },
  }),
  TableColumn: define<ColumnObject, ExcelContext>({
    id: { key: "Id", of: ({ index }) => index + 1 },
    get: { Id: ({ index }) => index + 1, Index: ({ index }) => index, Name: columnName },
    call: {
      GetDataBodyRange: ({ table, index }, _, context) => {
        const column = table.area.left + index;
        return rangeObject(sheetOf({ type: "Table", table }, context), { ...body(table), left: column, right: column });
      },
    },
  }),
};
