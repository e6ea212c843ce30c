/**
 * The commonest cell, a figure with its unit (「1,450,173件」「▲11人」「61.3%」), read without the full reader: a column of
 * 100,000 holds few different units, so each unit is read once by `readCell` and applied to the figures before it.
 * The answer is the same as readCell's (test/kpi/plain-figure.test.ts); whatever is not plainly of this form is left to it.
 */
import { remember } from "./cell-memory";
import { readPrinted } from "./cell-value";
import type { Decimal } from "./decimal";
import type { Quantity, Reading } from "./types";

/** Beyond these a Number would lose digits. */
const MAX_DIGITS = 15;
/** A year, a date, a bracket, a second figure or a space asks for the full reader. */
const SUFFIX = /^([%％]|[^\p{N}\p{P}\p{S}\p{Z}\p{C}年月日元度期前後間目]{1,6}|t-CO2)?[ 　]?$/u;

/** How readCell reads a figure with this unit: the part for the figure 1; null where it is no plain figure. */
function templateOf(suffix: string): Quantity | null {
  if (!SUFFIX.test(suffix)) return null;
  // Two figures tell a unit from a word that only goes with some of them (1位, 一次).
  const [one, other] = [readPrinted(`1${suffix}`), readPrinted(`237${suffix}`)];
  for (const r of [one, other])
    if (r.kind !== "quantity" || r.parts.length !== 1 || r.year !== null || r.notes.length > 0) return null;
  if (one.kind !== "quantity" || other.kind !== "quantity") return null;
  const part = one.parts[0];
  if (part.year !== null || part.cumulative !== null || part.label !== null) return null;
  return other.parts[0].unit === part.unit ? part : null;
}

const template = remember(templateOf);

/** The reading of a plain figure; null for every other text. Read character by character: a pattern takes twice the time. */
export function readPlainFigure(text: string): Reading | null {
  const start = "-−▲△".includes(text.charAt(0)) && text !== "" ? 1 : 0;
  let at = start;
  let number = 0;
  let digits = 0;
  /** Digits since the last mark. */
  let run = 0;
  let grouped = false;
  let whole = -1;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      number = number * 10 + code - 48;
      digits += 1;
      run += 1;
      continue;
    }
    // A separator stands before groups of three: 「1,234,567」.
    const complete = whole < 0 && run > 0 && (!grouped || run === 3);
    if (code === 46 && complete) whole = digits;
    else if (code === 44 && complete && run <= 3) grouped = true;
    else break;
    run = 0;
  }
  if (run === 0 || digits > MAX_DIGITS || (grouped && whole < 0 && run !== 3)) return null;
  if (whole < 0) whole = digits;
  if (whole > 1 && text.charAt(start) === "0") return null;
  const decimals = digits - whole;
  // 「2019」 and 「2019.4」 may be years.
  if (whole === 4 && !grouped && number >= 1800 * 10 ** decimals && number < 2100 * 10 ** decimals) return null;
  const part = template(text.slice(at));
  if (!part) return null;
  const { digits: factor, scale } = part.value;
  // 「431.5万円」 takes the decimals into the number word.
  if (factor !== 1n && decimals > 0) return null;
  const figure = BigInt(start ? -number : number);
  const value: Decimal = { digits: factor === 1n ? figure : figure * factor, scale: scale + decimals };
  return { kind: "quantity", text, parts: [{ ...part, value }], year: null, notes: [] };
}
