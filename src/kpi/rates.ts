/**
 * The three rates of the glossary, exact. A rate is null where it does not exist (division by zero);
 * what a grade makes of that is decided in judge.ts, never here.
 */
import type { Decimal, Ratio } from "./decimal";
import { absolute, add, compare, decimal, multiply, negate, ratio, subtract, ONE } from "./decimal";
import type { Direction } from "./types";

const TWO = decimal(2);

/** Is a lower value the better one. */
export const isLowerBetter = (direction: Direction): boolean => direction === "down" || direction === "keepDown";

/** 維持: the value is to be held, not moved. */
export const isMaintain = (direction: Direction): boolean => direction === "keepUp" || direction === "keepDown";

/** A difference as an improvement: its sign turned where lower is better. */
export const improvement = (difference: Decimal, direction: Direction): Decimal =>
  isLowerBetter(direction) ? negate(difference) : difference;

/** 変化率 (actual − baseline) / |baseline|, sign turned where lower is better: positive is always an improvement. */
export function changeRate(baseline: Decimal, actual: Decimal, direction: Direction): Ratio | null {
  return ratio(improvement(subtract(actual, baseline), direction), absolute(baseline));
}

/** 進捗率 (actual − baseline) / (target − baseline); null where target = baseline. */
export function progressRate(baseline: Decimal, actual: Decimal, target: Decimal): Ratio | null {
  return ratio(subtract(actual, baseline), subtract(target, baseline));
}

/** 達成率 actual / target; where lower is better (2·target − actual) / target. Null for target 0. */
export function attainmentRate(actual: Decimal, target: Decimal, direction: Direction): Ratio | null {
  return ratio(isLowerBetter(direction) ? subtract(multiply(TWO, target), actual) : actual, target);
}

/** A value and the western fiscal year it stands for. */
export interface Point {
  readonly value: Decimal;
  readonly year: number;
}

/**
 * 期待値 of a year on the straight line from baseline to target. After the target year the target stays due.
 * Null before the baseline year and where both years are the same or turned round.
 */
export function expectedValue(baseline: Point, target: Point, year: number): Ratio | null {
  const span = target.year - baseline.year;
  if (span <= 0 || year < baseline.year) return null;
  const years = Math.min(year - baseline.year, span);
  const way = multiply(subtract(target.value, baseline.value), decimal(years));
  return ratio(add(multiply(baseline.value, decimal(span)), way), decimal(span));
}

/** A rate divided by the share of the way that is due; null for a share of 0. */
export function scaleBy(rate: Ratio, share: Decimal): Ratio | null {
  return ratio(rate.numerator, multiply(rate.denominator, share));
}

/** A rate within the floor and cap of a rubric, for showing (滋賀県: 0–100 %). */
export function clip(rate: Ratio, floor: Decimal | null, cap: Decimal | null): Ratio {
  const limit = (bound: Decimal): Ratio => ({ numerator: bound, denominator: ONE });
  if (floor && compare(rate.numerator, multiply(floor, rate.denominator)) < 0) return limit(floor);
  if (cap && compare(rate.numerator, multiply(cap, rate.denominator)) > 0) return limit(cap);
  return rate;
}
