/** How the pane prints what was read: years, values, the half-sentence beside a grade. Pure; figures stay exact. */
import { absolute } from "../kpi/decimal";
import { changeAsSeen, noteSentence } from "../kpi/explain";
import { figure, percent } from "../kpi/format";
import { isLowerBetter } from "../kpi/rates";
import type { Decimal, Grading, Language, Ratio, Reading } from "../kpi/types";
import { readUnit } from "../kpi/unit";
import type { CellReading, Indicator } from "../sheet/types";

const ERAS = [
  { from: 2019, ja: "令和", en: "Reiwa" },
  { from: 1989, ja: "平成", en: "Heisei" },
  { from: 1926, ja: "昭和", en: "Showa" },
] as const;

/** 2021 → 「令和3年度（2021）」, "FY2021 (Reiwa 3)". */
export function yearLabel(year: number, language: Language): string {
  const era = ERAS.find((e) => year >= e.from);
  if (!era) return language === "ja" ? `${year}年度` : `FY${year}`;
  const n = year - era.from + 1;
  return language === "ja" ? `${era.ja}${n === 1 ? "元" : n}年度（${year}）` : `FY${year} (${era.en} ${n})`;
}

/** A distance to the next grade, in the unit that the sheet prints, 億円; percent are points there. */
function distance(value: Decimal, indicator: Indicator, points: string): string {
  const unit = unitOf(indicator);
  if (unit === "%") return figure(value, unit).replace("%", points);
  const { printedUnit } = indicator;
  const power = printedUnit === null ? 0 : (readUnit(printedUnit)?.factor.digits.toString().length ?? 1) - 1;
  if (power === 0) return figure(value, unit);
  // Up to the last digit that the row prints: what is missing to the next grade is not promised too low.
  const places = Math.max(...[indicator.actual, indicator.target, indicator.baseline].map(decimals));
  let { digits, scale } = { digits: value.digits, scale: value.scale + power };
  for (; scale > places; scale--) digits = (digits + 9n) / 10n;
  return figure({ digits, scale }, printedUnit);
}

/** Decimal places that a cell prints. */
const decimals = ({ reading }: CellReading): number =>
  "text" in reading ? (/\d[.．](\d+)/.exec(reading.text)?.[1]?.length ?? 0) : 0;

/** What a cell says, on one line, as the sheet writes it; a bare figure gets the unit of its row. */
export function readingText(reading: Reading, unit: string | null, absent: string): string {
  const text = reading.text.replace(/\s+/g, " ").trim();
  if (text === "") return absent;
  const bare = /^[-+−△▲▼]?[\d,.，．]+$/.test(text);
  return bare && unit !== null && unit !== "" ? `${text}${unit}` : text;
}

/** The unit that amounts of this indicator are printed in. */
export function unitOf(indicator: Indicator): string | null {
  if (indicator.unit !== null) return indicator.unit;
  for (const { reading } of [indicator.actual, indicator.target, indicator.baseline]) {
    if (reading.kind === "quantity" && reading.parts[0].unit !== null) return reading.parts[0].unit;
  }
  return null;
}

/** Words of the half-sentence; the caller's language. */
export interface ReasonWords {
  readonly targetMet: string;
  readonly noActual: string;
  readonly unreadable: string;
  readonly unchanged: string;
  readonly improved: string;
  readonly worsened: string;
  readonly progressRate: (rate: string) => string;
  readonly attainmentRate: (rate: string) => string;
  readonly toNext: (amount: string, grade: string) => string;
  readonly bracket: (main: string, more: string) => string;
  /** 「ポイント」: the unit of a distance between two percentages. */
  readonly points: string;
}

/** A change as it is seen in the figures (up ＋, down ▼), with the verdict where up is not better. */
function changeText(grading: Grading, rate: Ratio, words: ReasonWords): string {
  const seen = changeAsSeen(grading) ?? rate;
  if (seen.numerator.digits === 0n) return words.unchanged;
  const size: Ratio = { numerator: absolute(seen.numerator), denominator: seen.denominator };
  const text = `${seen.numerator.digits > 0n ? "＋" : "▼"}${percent(size, 1, false)}`;
  if (!isLowerBetter(grading.direction.direction)) return text;
  return `${text} ${rate.numerator.digits > 0n ? words.improved : words.worsened}`;
}

/**
 * The half-sentence beside the grade: the figure that decided, then what is missing to the next grade or the band.
 * 「＋25.3%（あと86件でS）」「▼454.5%（下落10%以上）」「目標達成」
 */
export function reason(grading: Grading, indicator: Indicator, words: ReasonWords, language: Language): string {
  const { rate, input } = grading;
  const band = grading.band === null ? null : (input.rubric.bands[grading.band] ?? null);
  if (grading.grade === "") {
    const gap = grading.warnings.find((warning) => warning.code === "unitGap");
    return gap ? noteSentence(gap, language) : words.unreadable;
  }
  if (band === null || band.measure === "noActual") {
    const [warning] = grading.warnings;
    return warning ? noteSentence(warning, language) : words.noActual;
  }
  const value = rate.value;
  const seen =
    value === null
      ? ""
      : rate.method === "changeRate"
        ? changeText(grading, value, words)
        : (rate.method === "progressRate" ? words.progressRate : words.attainmentRate)(percent(value, 1, false));
  if (grading.targetMet === true && band.measure === "targetMet") {
    return seen === "" ? words.targetMet : words.bracket(words.targetMet, seen);
  }
  const next = grading.margin;
  const more = next
    ? words.toNext(distance(next.amount, indicator, words.points), next.grade)
    : band.description || band.condition;
  return seen === "" ? more : words.bracket(seen, more);
}
