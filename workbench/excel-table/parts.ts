/** Objects whose properties Excel just keeps: chart titles, axes, page layout. */
import { refuse } from "../host/api-error";
import type { ObjectType } from "../host/table-types";
import { colour } from "./format";
import type { ExcelContext, PartObject } from "./context";

/** Property → what it is before anybody set it; the kind of later values is that of the default. */
export type Defaults = Readonly<Record<string, string | number | boolean | null>>;

type PartType = Pick<Required<ObjectType<PartObject, ExcelContext>>, "get" | "set">;

const isNullable = (fallback: unknown): boolean => fallback === null;

/** @param defaults null: unset, takes text, numbers and flags alike */
export function properties(defaults: Defaults): PartType {
  const entries = Object.entries(defaults);
  return {
    get: Object.fromEntries(
      entries.map(([name, fallback]) => [name, ({ part }: PartObject) => part.properties.get(name) ?? fallback]),
    ),
    set: Object.fromEntries(
      entries.map(([name, fallback]) => [
        name,
        (object: PartObject, value: unknown, { book }: ExcelContext) => {
          const location = `${object.type}.${name}`;
          const right = isNullable(fallback)
            ? ["string", "number", "boolean"].includes(typeof value)
            : typeof value === typeof fallback;
          if (!right) refuse("InvalidArgument", location);
          object.part.properties.set(name, name === "Color" ? colour(value, location) : value);
          book.changed(object.sheet, object.of);
        },
      ]),
    ),
  };
}

/** Navigation to a part of the same object. */
export const child =
  (type: string, name: string) =>
  ({ sheet, part, of }: PartObject): PartObject => ({ type, sheet, part: part.part(name), of });
