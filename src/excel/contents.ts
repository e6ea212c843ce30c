/**
 * What a cell holds and what must be typed to make it hold that. Excel reads whatever is written as if a person had
 * typed it: `-5人` becomes a formula, `001` a number, `1/2` a date. A leading apostrophe says "text, as it stands".
 */
import type { CellValue } from "../sheet/types";

/**
 * The content of a cell as one value: a formula begins with "=", a text that begins with "=" carries an apostrophe.
 * Excel gives the same string for the value and for the formula of such a text, and only then.
 */
export function storedFormula(formula: CellValue, value: CellValue): CellValue {
  return typeof formula === "string" && formula.startsWith("=") && formula === value ? `'${formula}` : formula;
}

export function isFormula(content: CellValue): boolean {
  return typeof content === "string" && content.length > 1 && content.startsWith("=");
}

/** What could be read as a number, date, time, amount or fraction, after full-width characters became half-width. */
const FIGURE_LIKE =
  /^[\s$¥€£(+-]*(?:明治|大正|昭和|平成|令和|[MTSHR])?[\s.]*(?:元|\d)[\d\s.,/:\-+()%¥$€£年月日時分秒元]*(?:E[+-]?\d+|[AP]M?)?\s*$/i;
const MONTH_NAME = /^(?:\d{1,2}[\s-]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s,-]*\d*/i;
const LITERAL = /^(?:true|false|#(?:n\/a|name\?|value!|ref!|div\/0!|num!|null!|spill!|calc!|getting_data).*)$/i;

/** True for a text that Excel would turn into something else than a text. */
export function readsAsSomethingElse(text: string): boolean {
  const plain = text.normalize("NFKC");
  return FIGURE_LIKE.test(plain) || MONTH_NAME.test(plain) || LITERAL.test(plain);
}

/**
 * What to write so that the cell holds exactly `content`. A text that begins with = + - @ or ' always gets an
 * apostrophe; one that merely looks like a figure only where the cell's number format is not text ("@") anyway.
 */
export function typed(content: CellValue, numberFormat: string): CellValue {
  if (typeof content !== "string" || content === "" || isFormula(content)) return content;
  // Already in the form that carries its apostrophe.
  if (content.startsWith("'") && needsApostrophe(content.slice(1), "General")) return content;
  return needsApostrophe(content, numberFormat) ? `'${content}` : content;
}

function needsApostrophe(text: string, numberFormat: string): boolean {
  return /^[=+\-@＝＋－＠']/.test(text) || (numberFormat !== "@" && readsAsSomethingElse(text));
}

/** Formulas are equal whatever the case and spacing outside their text literals, which Excel rewrites on entry. */
function formulaKey(formula: string): string {
  return formula
    .split('"')
    .map((part, i) => (i % 2 ? part : part.replace(/\s+/g, "").toUpperCase()))
    .join('"');
}

/** True when a cell that was given `a` and one that shows `b` hold the same. */
export function sameContent(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  if (typeof a !== "string" || typeof b !== "string") return false;
  if (isFormula(a) || isFormula(b)) return isFormula(a) && isFormula(b) && formulaKey(a) === formulaKey(b);
  const bare = (text: string): string => text.replace(/^'/, "").replace(/\r\n?/g, "\n");
  return bare(a) === bare(b);
}
