/** What may be typed into a cell: drop-down lists above all. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import { fullAddress } from "../model/address";
import { contains, intersect, type Area } from "../model/area";
import type { Validation } from "../model/objects";
import type { Sheet } from "../model/sheet";
import { asFlag, isRange, type ExcelContext, type FormatObject } from "./context";
import { clipped } from "./cells";

type Rule = Readonly<Record<string, unknown>>;

/** The validation that all cells of the areas share; null: none; undefined: several. */
function validationOf({ sheet, areas }: FormatObject): Validation | null | undefined {
  let common: Validation | null | undefined;
  for (const area of areas) {
    const touching = sheet.validations.filter((validation) => validation.areas.some((other) => intersect(other, area)));
    if (touching.length > 1) return undefined;
    const [validation] = touching;
    const covers = validation?.areas.some(
      (other) => contains(other, area.top, area.left) && contains(other, area.bottom, area.right),
    );
    const found = validation ? (covers ? validation : undefined) : null;
    if (found === undefined || (common !== undefined && common !== found)) return undefined;
    common = found;
  }
  return common ?? null;
}

const TYPES: Readonly<Record<string, string>> = {
  list: "List",
  whole: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** The rule in the words of the API. */
function ruleOf(validation: Validation): Rule {
  const { type, formula1, formula2, operator, inCellDropDown } = validation;
  if (type === "list") {
    const source = /^".*"$/s.test(formula1) ? formula1.slice(1, -1) : `=${formula1}`;
    return { list: { inCellDropDown, source } };
  }
  if (type === "custom") return { custom: { formula: `=${formula1}` } };
  const key = type === "whole" ? "wholeNumber" : type;
  return { [key]: { formula1, ...(formula2 !== "" && { formula2 }), operator } };
}

function fromRule(rule: Rule, areas: readonly Area[]): Validation {
  const base = {
    areas,
    ignoreBlanks: true,
    errorAlert: null,
    prompt: null,
    operator: "",
    formula2: "",
    inCellDropDown: true,
  };
  const [kind, value] = Object.entries(rule).find(([, given]) => given !== undefined && given !== null) ?? [];
  const details = (value ?? {}) as Rule;
  const type = kind === "wholeNumber" ? "whole" : kind;
  if (type === undefined || !(type in TYPES)) return refuse("InvalidArgument", "DataValidation.rule");
  if (type === "list") {
    const source = details["source"];
    const address = isRange(source) ? fullAddress(source.sheet.name, source.area) : null;
    if (address === null && typeof source !== "string") refuse("InvalidArgument", "DataValidation.rule");
    const text = String(source);
    const formula1 = address ?? (text.startsWith("=") ? text.slice(1) : `"${text}"`);
    return { ...base, type, formula1, inCellDropDown: details["inCellDropDown"] !== false };
  }
  const formula1 = String(details[type === "custom" ? "formula" : "formula1"] ?? "").replace(/^=/, "");
  const formula2 = String(details["formula2"] ?? "").replace(/^=/, "");
  return { ...base, type, formula1, formula2, operator: String(details["operator"] ?? "") };
}

/** Takes the areas out of the validations that were there. */
function cleared(sheet: Sheet, areas: readonly Area[]): Validation[] {
  return sheet.validations.flatMap((validation) => {
    const rest = areas.reduce<readonly Area[]>(
      (left, area) => left.flatMap((part) => without(part, area)),
      validation.areas,
    );
    return rest.length > 0 ? [{ ...validation, areas: rest }] : [];
  });
}

/** What is left of `area` around `hole`, as up to four rectangles. */
function without(area: Area, hole: Area): Area[] {
  const common = intersect(area, hole);
  if (!common) return [area];
  const parts: Area[] = [
    { ...area, bottom: common.top - 1 },
    { ...area, top: common.bottom + 1 },
    { ...common, left: area.left, right: common.left - 1 },
    { ...common, left: common.right + 1, right: area.right },
  ];
  return parts.filter((part) => part.top <= part.bottom && part.left <= part.right);
}

function replace(object: FormatObject, validation: Validation | null, { book }: ExcelContext): void {
  const { sheet, areas } = object;
  if (book.readOnly || sheet.protection.on) refuse("AccessDenied", "DataValidation.rule");
  sheet.validations = [...cleared(sheet, areas), ...(validation ? [validation] : [])];
  book.changed(sheet, "validations");
}

/** Changes the validation that is there. */
function change(object: FormatObject, patch: Partial<Validation>, context: ExcelContext): void {
  const validation = validationOf(object) ?? refuse("InvalidOperation", "DataValidation");
  replace(object, { ...validation, ...patch, areas: object.areas }, context);
}

/** Whether what stands in the cells is in the list; other kinds are not judged here. */
function isValid(object: FormatObject, { book }: ExcelContext): boolean | null {
  const validation = validationOf(object);
  if (validation === undefined) return null;
  if (validation === null || validation.type !== "list") return true;
  const allowed = new Set(listItems(validation, object.sheet, book));
  const { sheet, areas } = object;
  return areas.every((area) => {
    const part = clipped(sheet, area);
    if (!part) return true;
    return [...sheet.cellsIn(part)].every(([, , { value }]) => value === "" || allowed.has(String(value)));
  });
}

/** The items of a list rule, from its text or its cells. */
export function listItems(validation: Validation, sheet: Sheet, book: ExcelContext["book"]): string[] {
  const { formula1 } = validation;
  if (formula1.startsWith('"'))
    return formula1
      .slice(1, -1)
      .split(",")
      .map((item) => item.trim());
  const found = book.find(formula1, sheet);
  return found ? [...found.sheet.cellsIn(found.area)].map(([, , cell]) => String(cell.value)) : [];
}

export const dataValidationTypes = {
  DataValidation: define<FormatObject, ExcelContext>({
    get: {
      Rule: (object) => {
        const validation = validationOf(object);
        return validation ? ruleOf(validation) : validation === null ? {} : null;
      },
      Type: (object) => {
        const validation = validationOf(object);
        if (validation === undefined) return "Inconsistent";
        return validation ? (TYPES[validation.type] ?? "None") : "None";
      },
      IgnoreBlanks: (object) => validationOf(object)?.ignoreBlanks ?? true,
      ErrorAlert: (object) => validationOf(object)?.errorAlert ?? {},
      Prompt: (object) => validationOf(object)?.prompt ?? {},
      Valid: isValid,
    },
    set: {
      Rule: (object, value, context) => {
        if (typeof value !== "object" || value === null) refuse("InvalidArgument", "DataValidation.rule");
        replace(object, fromRule(value as Rule, object.areas), context);
      },
      IgnoreBlanks: (object, value, context) =>
        change(object, { ignoreBlanks: asFlag(value, "DataValidation.ignoreBlanks") }, context),
      ErrorAlert: (object, value, context) => change(object, { errorAlert: value as Rule }, context),
      Prompt: (object, value, context) => change(object, { prompt: value as Rule }, context),
    },
    call: { Clear: (object, _, context) => replace(object, null, context) },
  }),
};
