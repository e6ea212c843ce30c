/** What the add-in keeps in the workbook. */
import { refuse } from "../host/api-error";
import { define, type HostObject } from "../host/table-types";
import type { ExcelContext } from "./context";

interface SettingObject extends HostObject {
  readonly key: string;
}

const settingObject = (key: string): SettingObject => ({ type: "Setting", key });

const existing = (key: string, { book }: ExcelContext): SettingObject | null =>
  book.settings.has(key) ? settingObject(key) : null;

function store(key: string, value: unknown, { book }: ExcelContext): void {
  if (book.readOnly) refuse("AccessDenied", "Setting");
  book.setSetting(key, JSON.stringify(value ?? null));
}

function valueOf({ key }: SettingObject, { book }: ExcelContext): unknown {
  const json = book.settings.get(key);
  return json === undefined ? refuse("ItemNotFound", "Setting.value") : JSON.parse(json);
}

export const settingTypes = {
  SettingCollection: define<HostObject, ExcelContext>({
    items: (_, { book }) => [...book.settings.keys()].map(settingObject),
    item: (_, key, context) => existing(String(key), context) ?? refuse("ItemNotFound", "SettingCollection.getItem"),
    call: {
      Add: (_, args, context) => {
        store(args.text(0), args.list[1], context);
        return settingObject(args.text(0));
      },
      GetItemOrNullObject: (_, args, context) => existing(args.text(0), context),
      GetCount: (_, __, { book }) => book.settings.size,
    },
  }),
  Setting: define<SettingObject, ExcelContext>({
    id: { key: "_Id", of: ({ key }) => key },
    get: { Key: ({ key }) => key, Value: valueOf, _Id: ({ key }) => key },
    set: { Value: ({ key }, value, context) => store(key, value, context) },
    call: {
      Delete: ({ key }, _, { book }) => {
        if (book.readOnly) refuse("AccessDenied", "Setting.delete");
        book.setSetting(key, null);
      },
    },
  }),
};
