/** Conditions of COUNTIF and its kin: ">=10", "A*", "<>" … */
import { compareValues, isError, parseNumber, type Value } from "../values";

/** Test for one value. */
export function criterion(condition: Value): (value: Value) => boolean {
  if (typeof condition !== "string") {
    const wanted = condition ?? 0;
    if (isError(wanted)) return (value) => isError(value) && value.code === wanted.code;
    return (value) => value !== null && !isError(value) && equal(value, wanted);
  }
  const [, operator = "", rest = ""] = /^(<>|<=|>=|=|<|>)?([^]*)$/.exec(condition) ?? [];
  const number = parseNumber(rest);
  const wanted: Value = number ?? (/^true$/i.test(rest) ? true : /^false$/i.test(rest) ? false : rest);
  if (operator === "" || operator === "=" || operator === "<>") {
    const is = equality(wanted, operator === "");
    return operator === "<>" ? (value) => !is(value) : is;
  }
  return (value) => {
    if (value === null || isError(value) || typeof value !== typeof wanted) return false;
    const order = compareValues(value, wanted);
    return operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  };
}

function equality(wanted: Value, blankIsText: boolean): (value: Value) => boolean {
  if (wanted === "") return (value) => value === null || (blankIsText && value === "");
  if (typeof wanted === "string") {
    const pattern = wildcard(wanted);
    return (value) => typeof value === "string" && pattern.test(value);
  }
  return (value) => value !== null && !isError(value) && equal(value, wanted);
}

/** A number equals a text of the same number. */
function equal(value: Exclude<Value, null>, wanted: Value): boolean {
  if (typeof wanted === "number" && typeof value === "string") return parseNumber(value) === wanted;
  return typeof value === typeof wanted && compareValues(value, wanted) === 0;
}

/** "A*", "?人", "~*" as a pattern for the whole text, without regard to case. */
export function wildcard(text: string): RegExp {
  const source = text.replace(/~([*?~])|([*?])|[.+^${}()|[\]\\]/g, (found, escaped?: string, wild?: string) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (wild !== undefined) return wild === "*" ? "[^]*" : "[^]";
    return `\\${found}`;
  });
  return new RegExp(`^${source}$`, "iu");
}
