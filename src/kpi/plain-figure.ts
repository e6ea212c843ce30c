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

/** Sign, digits, decimals, unit. */
const FIGURE = /^[-−▲△]?(\d[\d,]*)(?:\.(\d+))?([^\d.,].*)?$/;
/** A separator before groups of three; a year (「2019」, 「2019.4」) and a code (「007」) are left to the full reader. */
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+$/;
const NO_FIGURE = /^(0\d|(1[89]|20)\d\d$)/;

/** The reading of a plain figure; null for every other text. */
export function readPlainFigure(text: string): Reading | null {
  const found = FIGURE.exec(text);
  if (!found) return null;
  const whole = found[1] as string;
  const decimals = found[2]?.length ?? 0;
  const grouped = whole.includes(",");
  if (grouped ? !GROUPED.test(whole) : NO_FIGURE.test(whole)) return null;
  const digits = (grouped ? whole.replace(/,/g, "") : whole) + (found[2] ?? "");
  const part = digits.length > MAX_DIGITS ? null : template(found[3] ?? "");
  if (!part) return null;
  const { digits: factor, scale } = part.value;
  // 「431.5万円」 takes the decimals into the number word.
  if (factor !== 1n && decimals > 0) return null;
  const figure = BigInt(text.startsWith(whole) ? Number(digits) : -Number(digits));
  const value: Decimal = { digits: factor === 1n ? figure : figure * factor, scale: scale + decimals };
  return { kind: "quantity", text, parts: [{ ...part, value }], year: null, notes: [] };
}
