/** Conditional formats: those of the file are kept unread, those of the add-in are kept as they were set. */
import { refuse } from "../host/api-error";
import { define, type HostObject } from "../host/table-types";
import { intersect } from "../model/area";
import { Parts, type ConditionalFormat } from "../model/objects";
import type { Sheet } from "../model/sheet";
import {
  asFlag,
  asNumber,
  rangeObject,
  type ExcelContext,
  type FormatObject,
  type OnSheet,
  type PartObject,
} from "./context";
import { child, properties } from "./parts";

interface ConditionalObject extends OnSheet {
  readonly format: ConditionalFormat;
}

const conditionalObject = (sheet: Sheet, format: ConditionalFormat): ConditionalObject => ({
  type: "ConditionalFormat",
  sheet,
  format,
});

const listed = ({ sheet, areas }: FormatObject): ConditionalFormat[] =>
  sheet.conditionalFormats.filter((format) =>
    format.areas.some((area) => areas.some((wanted) => intersect(area, wanted) !== null)),
  );

/** Kinds that can be added here; the others answer ApiNotFound. */
const KINDS: Readonly<Record<string, string>> = {
  Custom: "CustomConditionalFormat",
  CellValue: "CellValueConditionalFormat",
  ContainsText: "TextConditionalFormat",
};

function add({ sheet, areas }: FormatObject, type: string, { book }: ExcelContext): HostObject {
  if (!KINDS[type]) refuse("ApiNotFound", "ConditionalFormatCollection.add", `not implemented by this host: ${type}`);
  if (book.readOnly || (sheet.protection.on && !sheet.protection.options["allowFormatCells"])) {
    refuse("AccessDenied", "ConditionalFormatCollection.add");
  }
  for (const format of sheet.conditionalFormats) format.priority++;
  const id = `{${book.newId().toString(16).toUpperCase().padStart(8, "0")}-0003-0000-0000-000000000000}`;
  const format: ConditionalFormat = { id, areas, type, priority: 0, stopIfTrue: false, look: new Parts(), added: true };
  sheet.conditionalFormats.unshift(format);
  book.changed(sheet, "conditionalFormats");
  return conditionalObject(sheet, format);
}

function remove(sheet: Sheet, gone: readonly ConditionalFormat[], { book }: ExcelContext): void {
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.includes(format));
  book.changed(sheet, "conditionalFormats");
}

const detail =
  (type: string) =>
  ({ sheet, format }: ConditionalObject): PartObject | null =>
    format.type === type ? { type: KINDS[type] ?? "", sheet, part: format.look, of: "conditionalFormats" } : null;

const required =
  (type: string) =>
  (object: ConditionalObject): PartObject =>
    detail(type)(object) ?? refuse("InvalidOperation", `ConditionalFormat.${type}`);

const look = child("ConditionalRangeFormat", "format");

/** A rule is an object: {formula1, operator}. */
const rule = {
  get: { Rule: ({ part }: PartObject) => part.properties.get("Rule") ?? null },
  set: {
    Rule: ({ sheet, part }: PartObject, value: unknown, { book }: ExcelContext) => {
      if (typeof value !== "object" || value === null) refuse("InvalidArgument", "ConditionalFormat.rule");
      part.properties.set("Rule", value);
      book.changed(sheet, "conditionalFormats");
    },
  },
};

export const conditionalFormatTypes = {
  ConditionalFormatCollection: define<FormatObject, ExcelContext>({
    items: (object) => listed(object).map((format) => conditionalObject(object.sheet, format)),
    item: (object, key) => {
      const format = listed(object).find(({ id }) => id === key);
      return format
        ? conditionalObject(object.sheet, format)
        : refuse("ItemNotFound", "ConditionalFormatCollection.getItem");
    },
    call: {
      Add: (object, args, context) => add(object, args.text(0), context),
      GetCount: (object) => listed(object).length,
      GetItemAt: (object, args) => {
        const format = listed(object)[args.integer(0)];
        return format
          ? conditionalObject(object.sheet, format)
          : refuse("InvalidArgument", "ConditionalFormatCollection");
      },
      ClearAll: (object, _, context) => remove(object.sheet, listed(object), context),
    },
  }),
  ConditionalFormat: define<ConditionalObject, ExcelContext>({
    id: { key: "Id", of: ({ format }) => format.id },
    get: {
      Id: ({ format }) => format.id,
      Type: ({ format }) => format.type,
      Priority: ({ format }) => format.priority,
      StopIfTrue: ({ format }) => format.stopIfTrue,
    },
    set: {
      Priority: ({ sheet, format }, value, { book }) => {
        format.priority = asNumber(value, "ConditionalFormat.priority");
        book.changed(sheet, "conditionalFormats");
      },
      StopIfTrue: ({ sheet, format }, value, { book }) => {
        format.stopIfTrue = asFlag(value, "ConditionalFormat.stopIfTrue");
        book.changed(sheet, "conditionalFormats");
      },
    },
    nav: {
      Custom: required("Custom"),
      CustomOrNullObject: detail("Custom"),
      CellValue: required("CellValue"),
      CellValueOrNullObject: detail("CellValue"),
      TextComparison: required("ContainsText"),
      TextComparisonOrNullObject: detail("ContainsText"),
    },
    call: {
      Delete: ({ sheet, format }, _, context) => remove(sheet, [format], context),
      GetRange: ({ sheet, format }) => {
        const [area] = format.areas;
        return area ? rangeObject(sheet, area) : refuse("InvalidOperation", "ConditionalFormat.getRange");
      },
    },
  }),
  CustomConditionalFormat: define<PartObject, ExcelContext>({
    nav: { Format: look, Rule: child("ConditionalFormatRule", "rule") },
  }),
  ConditionalFormatRule: define<PartObject, ExcelContext>(properties({ Formula: "", FormulaLocal: "" })),
  CellValueConditionalFormat: define<PartObject, ExcelContext>({ ...rule, nav: { Format: look } }),
  TextConditionalFormat: define<PartObject, ExcelContext>({ ...rule, nav: { Format: look } }),
  ConditionalRangeFormat: define<PartObject, ExcelContext>({
    ...properties({ NumberFormat: "" }),
    nav: {
      Fill: child("ConditionalRangeFill", "fill"),
      Font: child("ConditionalRangeFont", "font"),
    },
  }),
  ConditionalRangeFill: define<PartObject, ExcelContext>(properties({ Color: "" })),
  ConditionalRangeFont: define<PartObject, ExcelContext>(
    properties({ Bold: false, Color: "", Italic: false, Strikethrough: false, Underline: "None" }),
  ),
};
