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

/** Sign, digits with a separator before groups of three, decimals, unit. */
const FIGURE = /^([-−▲△])?((\d{1,3}(?:,\d{3})+)|0|[1-9]\d*)(?:\.(\d+))?(?![\d.,])(.*)$/u;

/** The reading of a plain figure; null for every other text. */
export function readPlainFigure(text: string): Reading | null {
  const found = FIGURE.exec(text);
  if (!found) return null;
  const [, minus, whole = "", grouped, fraction = "", suffix = ""] = found;
  // 「2019」 and 「2019.4」 may be years.
  if (grouped === undefined && /^(1[89]|20)\d\d$/u.test(whole)) return null;
  const plain = grouped === undefined ? whole : grouped.replaceAll(",", "");
  if (plain.length + fraction.length > MAX_DIGITS) return null;
  const part = template(suffix);
  if (!part) return null;
  const { digits: factor, scale } = part.value;
  // 「431.5万円」 takes the decimals into the number word.
  if (factor !== 1n && fraction !== "") return null;
  const number = Number(plain + fraction);
  const figure = BigInt(minus ? -number : number);
  const value: Decimal = { digits: factor === 1n ? figure : figure * factor, scale: scale + fraction.length };
  return { kind: "quantity", text, parts: [{ ...part, value }], year: null, notes: [] };
}
