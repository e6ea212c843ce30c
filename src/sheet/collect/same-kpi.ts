/** Is it the same KPI, and is it the same figure: what two departments wrote about one thing, in their own spelling. */
import { plain } from "../../kpi/characters";
import { compare, divide, ONE, ratio, type Decimal } from "../../kpi/decimal";
import { splitName } from "../../kpi/name";
import type { Quantity, Reading } from "../../kpi/types";
import { readUnit } from "../../kpi/unit";
import { printedName } from "../names";
import type { Indicator } from "../types";

export const squeeze = (text: string): string => plain(text).text.replace(/\s+/g, "").toLowerCase();

/** One spelling for names: without units, notes, 再掲 and spaces. Parts (男性 / 女性) are KPIs of their own. */
export function kpiKey({ name, part }: Indicator): string {
  const core = squeeze(splitName(printedName(name)).core).replace(/[([【]?再掲[)\]】]?/g, "");
  return `${core}|${squeeze(part ?? "")}`;
}

/** The name for sentences, on one line. */
export const shownName = ({ name, part }: Indicator): string =>
  `「${printedName(name)}${part === null ? "" : `（${part.trim()}）`}」`;

/** Unit of the row, one spelling, without number words; null where none is printed. */
export function unitOf(indicator: Indicator): string | null {
  const stated = indicator.unit === null ? null : (readUnit(indicator.unit)?.unit ?? indicator.unit);
  const { reading } = indicator.target;
  const unit = stated ?? (reading.kind === "quantity" ? reading.parts[0].unit : null);
  return unit === null ? null : squeeze(unit);
}

/** How two readings of the same thing agree. "rounded": one is the other with fewer decimals. null: cannot be compared. */
export type Agreement = "same" | "rounded" | "different" | null;

export function agreement(a: Reading, b: Reading): Agreement {
  if (a.kind === "quantity" && b.kind === "quantity") {
    if (a.parts.length !== b.parts.length) return "different";
    return worstOf(a.parts.map((part, i) => figuresAgree(part, b.parts[i] as Quantity)));
  }
  if (a.kind === "range" && b.kind === "range")
    return worstOf([figuresAgree(a.low, b.low), figuresAgree(a.high, b.high)]);
  if (a.kind === "words" && b.kind === "words") return a.words === b.words ? "same" : "different";
  const stands = (reading: Reading): boolean => ["quantity", "range", "words"].includes(reading.kind);
  return stands(a) && stands(b) ? "different" : null;
}

const worstOf = (all: readonly Agreement[]): Agreement =>
  all.includes("different") ? "different" : all.includes("rounded") ? "rounded" : "same";

function figuresAgree(a: Quantity, b: Quantity): Agreement {
  const value = decimalsAgree(a.value, b.value);
  if (a.cumulative === null || b.cumulative === null) return value;
  return worstOf([value, decimalsAgree(a.cumulative, b.cumulative)]);
}

function decimalsAgree(a: Decimal, b: Decimal): Agreement {
  if (compare(a, b) === 0) return "same";
  const places = Math.min(a.scale, b.scale);
  return compare(rounded(a, places), rounded(b, places)) === 0 ? "rounded" : "different";
}

function rounded(value: Decimal, places: number): Decimal {
  const whole = ratio(value, ONE);
  return whole === null ? value : divide(whole, places);
}
