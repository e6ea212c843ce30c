/**
 * The commonest cell, a figure with its unit (「1,450,173件」「▲11人」「61.3%」), read without the full reader: a column of
 * 100,000 holds few different units, so each unit is read once by `readCell` and applied to the figures before it.
 * The answer is the same as readCell's (test/kpi/plain-figure.test.ts); whatever is not plainly of this form is left to it.
 */
import { readPrinted } from "./cell-value";
import type { Decimal } from "./decimal";
import type { Quantity, Reading } from "./types";

/** Signs of a negative figure that readCell knows too. */
const MINUS = new Set(["-", "−", "▲", "△"]);
/** Beyond these a Number would lose digits. */
const MAX_DIGITS = 15;
/** A year, a date, a bracket, a second figure or a space asks for the full reader. */
const SUFFIX = /^(?:[%％]|[^\p{N}\p{P}\p{S}\p{Z}\p{C}年月日元度期前後間目]{1,6}|t-CO2)?[ 　]?$/u;

const templates = new Map<string, Quantity | null>();

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

function template(suffix: string): Quantity | null {
  const known = templates.get(suffix);
  if (known !== undefined) return known;
  const made = templateOf(suffix);
  if (templates.size >= 1000) templates.clear();
  templates.set(suffix, made);
  return made;
}

/** The reading of a plain figure; null for every other text. */
export function readPlainFigure(text: string): Reading | null {
  const negative = MINUS.has(text.charAt(0));
  let at = negative ? 1 : 0;
  let number = 0;
  let digits = 0;
  let scale = 0;
  let point = false;
  let group = -1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      number = number * 10 + (code - 48);
      digits += 1;
      if (point) scale += 1;
      else if (group >= 0) group += 1;
    } else if (code === 44 && !point) {
      // A separator stands before groups of three: 「1,234,567」.
      if (digits === 0 || (group === -1 ? digits > 3 : group !== 3)) return null;
      group = 0;
    } else if (code === 46 && !point && digits > 0) {
      if (group >= 0 && group !== 3) return null;
      point = true;
    } else break;
  }
  const padded = digits - scale > 1 && text.charCodeAt(negative ? 1 : 0) === 48;
  if (padded || digits === 0 || digits > MAX_DIGITS || (point && scale === 0) || (!point && group >= 0 && group !== 3))
    return null;
  const suffix = text.slice(at);
  // 「2019」 and 「2019.4」 may be years.
  if (group < 0 && digits - scale === 4 && number >= 1800 * 10 ** scale && number < 2100 * 10 ** scale) return null;
  const part = template(suffix);
  if (!part) return null;
  const { digits: factor, scale: shift } = part.value;
  // 「431.5万円」 takes the decimals into the number word.
  if (factor !== 1n && scale > 0) return null;
  const figure = BigInt(negative ? -number : number);
  const value: Decimal = { digits: factor === 1n ? figure : figure * factor, scale: scale + shift };
  return { kind: "quantity", text, parts: [{ ...part, value }], year: null, notes: [] };
}
