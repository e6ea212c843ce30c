/** Names of the workbook and of sheets. */
import { refuse } from "../host/api-error";
import { define, type HostObject } from "../host/table-types";
import { fullAddress } from "../model/address";
import type { DefinedName } from "../model/objects";
import {
  asFlag,
  asText,
  isRange,
  rangeObject,
  sheetObject,
  type ExcelContext,
  type MaybeOnSheet,
  type RangeObject,
} from "./context";

interface NameObject extends HostObject {
  readonly name: DefinedName;
}

const nameObject = (name: DefinedName): NameObject => ({ type: "NamedItem", name });

const inScope = ({ sheet }: MaybeOnSheet, { book }: ExcelContext): DefinedName[] =>
  book.names.filter((name) => name.sheetId === (sheet?.id ?? null));

const find = (object: MaybeOnSheet, key: string, context: ExcelContext): NameObject | null => {
  const name = inScope(object, context).find((candidate) => candidate.name.toLowerCase() === key.toLowerCase());
  return name ? nameObject(name) : null;
};

const isName = (name: string): boolean =>
  /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[rc]$/i.test(name);

/** The range that the name stands for, or null where it is a value or the range is gone. */
function rangeOf({ name }: NameObject, { book }: ExcelContext): RangeObject | null {
  const home = name.sheetId === null ? book.active : (book.findSheet(name.sheetId) ?? null);
  const found = name.formula.startsWith('"') ? null : book.find(name.formula, home);
  return found && rangeObject(found.sheet, found.area);
}

function valueOf(object: NameObject, context: ExcelContext): unknown {
  const range = rangeOf(object, context);
  if (range) return fullAddress(range.sheet.name, range.area);
  const { formula } = object.name;
  return /^".*"$/s.test(formula) ? formula.slice(1, -1).replace(/""/g, '"') : formula;
}

function change({ name }: NameObject, patch: Partial<DefinedName>, { book }: ExcelContext): void {
  Object.assign(name, patch);
  book.changedParts.add("names");
}

export const nameTypes = {
  NamedItemCollection: define<MaybeOnSheet, ExcelContext>({
    items: (object, context) => inScope(object, context).map(nameObject),
    item: (object, key, context) =>
      find(object, String(key), context) ?? refuse("ItemNotFound", "NamedItemCollection.getItem"),
    call: {
      Add: (object, args, context) => {
        const { book } = context;
        const text = args.text(0);
        if (!isName(text)) args.invalid();
        if (find(object, text, context)) refuse("InvalidArgument", "NamedItemCollection.add");
        const reference = args.list[1];
        const formula = isRange(reference)
          ? fullAddress(reference.sheet.name, reference.area)
          : args.text(1).replace(/^=/, "");
        const sheetId = object.sheet?.id ?? null;
        const name: DefinedName = { name: text, formula, sheetId, visible: true, comment: args.optionalText(2) ?? "" };
        book.names.push(name);
        book.changedParts.add("names");
        book.calculator.structureChanged(book);
        return nameObject(name);
      },
      GetItemOrNullObject: (object, args, context) => find(object, args.text(0), context),
      GetCount: (object, _, context) => inScope(object, context).length,
    },
  }),
  NamedItem: define<NameObject, ExcelContext>({
    id: { key: "_Id", of: ({ name }) => name.name },
    get: {
      Name: ({ name }) => name.name,
      Formula: ({ name }) => `=${name.formula}`,
      Value: valueOf,
      Comment: ({ name }) => name.comment,
      Visible: ({ name }) => name.visible,
      Scope: ({ name }) => (name.sheetId === null ? "Workbook" : "Worksheet"),
      Type: (object, context) => (rangeOf(object, context) ? "Range" : "String"),
      _Id: ({ name }) => name.name,
    },
    set: {
      Comment: (object, value, context) => change(object, { comment: asText(value, "NamedItem.comment") }, context),
      Visible: (object, value, context) => change(object, { visible: asFlag(value, "NamedItem.visible") }, context),
      Formula: (object, value, context) => {
        change(object, { formula: asText(value, "NamedItem.formula").replace(/^=/, "") }, context);
        context.book.calculator.structureChanged(context.book);
      },
    },
    nav: {
      Worksheet: ({ name }, { book }) => {
        const sheet = name.sheetId === null ? undefined : book.findSheet(name.sheetId);
        return sheet ? sheetObject(sheet) : refuse("InvalidOperation", "NamedItem.worksheet");
      },
    },
    call: {
      GetRange: (object, _, context) => rangeOf(object, context) ?? refuse("InvalidOperation", "NamedItem.getRange"),
      GetRangeOrNullObject: (object, _, context) => rangeOf(object, context),
      Delete: ({ name }, _, { book }) => {
        book.names.splice(book.names.indexOf(name), 1);
        book.changedParts.add("names");
        book.calculator.structureChanged(book);
      },
    },
  }),
};
