/**
 * The rules of grading on bare figures: which band holds. No sentences, no cells.
 * A rate that divides by zero is not dropped: it is +∞, 0 or −∞ as the value is better, equal or worse, so that any
 * improvement on a zero baseline earns the best band of a change and a fall the lowest.
 */
import type { Decimal, Ratio } from "./decimal";
import {
  absolute,
  add,
  compare,
  compareRatio,
  decimal,
  multiply,
  negate,
  ONE,
  ratio,
  sign,
  subtract,
  ZERO,
} from "./decimal";
import { changeRate, improvement, isMaintain, progressRate, scaleBy } from "./rates";
import type { Band, Direction, RateMethod, Rubric } from "./types";

/** What the value has to reach. */
export type Goal =
  | { readonly kind: "value"; readonly value: Decimal; readonly exclusive: boolean }
  | { readonly kind: "range"; readonly low: Decimal; readonly high: Decimal }
  /** 「増加」「↗」: better than the baseline. */
  | { readonly kind: "better" }
  /** No target at all. */
  | { readonly kind: "none" }
  /** A target whose figure is not known here (全国平均以上). */
  | { readonly kind: "unknown" };

/** One figure to judge. */
export interface Case {
  readonly direction: Direction;
  readonly baseline: Decimal | null;
  readonly actual: Decimal;
  readonly goal: Goal;
  readonly forecast: boolean;
  /** The values are fractions printed as percent. */
  readonly percent: boolean;
  /** Share of the way due; null: all of it. */
  readonly expected: Decimal | null;
  /** The indicator's own formula; null: the rubric's. */
  readonly method: RateMethod | null;
}

/** A rate that may be beyond every figure; `null` where nothing can be said. */
export type Rate = Ratio | "above" | "below" | null;

/** Departures from the plain formula, for the notes. */
export type Turn = "zeroBaseline" | "zeroTarget" | "noSpan" | "targetOnWorseSide" | "tolerance" | "noBaseline";

const TOLERATED: Ratio = { numerator: ZERO, denominator: ONE };

/** +1: better, 0: the same, −1: worse than the reference, as the direction has it. */
function better(c: Case, actual: Decimal, reference: Decimal): -1 | 0 | 1 {
  return sign(improvement(subtract(actual, reference), c.direction));
}

const infinite = (s: -1 | 0 | 1): Rate => (s > 0 ? "above" : s < 0 ? "below" : TOLERATED);

/** Distance outside a range, 0 within. */
function outside(value: Decimal, low: Decimal, high: Decimal): Decimal {
  if (compare(value, low) < 0) return subtract(low, value);
  if (compare(value, high) > 0) return subtract(value, high);
  return ZERO;
}

/** Is the target reached; null where there is none to compare with. `beyond`: equality is not enough. */
export function isMet(c: Case, beyond = false): boolean | null {
  const { goal } = c;
  switch (goal.kind) {
    case "value": {
      const s = better(c, c.actual, goal.value);
      return s > 0 || (s === 0 && !beyond && !goal.exclusive);
    }
    case "range":
      return sign(outside(c.actual, goal.low, goal.high)) === 0 && !beyond;
    case "better":
      return c.baseline === null ? null : better(c, c.actual, c.baseline) > 0;
    case "none":
    case "unknown":
      return null;
  }
}

/** 変化率 as a grade sees it. Towards a range target the change is that of the distance still to go. */
export function changeOf(c: Case, rubric: Rubric, turns: Set<Turn>): Rate {
  const { baseline, goal } = c;
  if (baseline === null) {
    turns.add("noBaseline");
    return null;
  }
  if (goal.kind === "range") {
    const gain = subtract(outside(baseline, goal.low, goal.high), outside(c.actual, goal.low, goal.high));
    return ratio(gain, absolute(baseline)) ?? infinite(sign(gain));
  }
  if (c.percent && rubric.percentAs === "points") {
    return { numerator: improvement(subtract(c.actual, baseline), c.direction), denominator: ONE };
  }
  const rate = changeRate(baseline, c.actual, c.direction);
  if (rate === null) {
    turns.add("zeroBaseline");
    return infinite(better(c, c.actual, baseline));
  }
  if (rubric.tolerance === null || sign(rate.numerator) === 0) return rate;
  const size: Ratio = { numerator: absolute(rate.numerator), denominator: rate.denominator };
  if (compareRatio(size, decimal(rubric.tolerance)) > 0) return rate;
  turns.add("tolerance");
  return TOLERATED;
}

/**
 * 達成率 as a grade sees it: 1 ± (actual − target) / |target|. For positive targets this is the glossary's formula;
 * for negative ones it keeps a better value better (兵庫県 grades ▲7,004 against ▲214 D, not 3273 %).
 */
function attainmentOf(c: Case, turns: Set<Turn>): Rate {
  const { goal } = c;
  let reference: Decimal;
  let behind: Decimal;
  if (goal.kind === "value") {
    reference = goal.value;
    behind = improvement(subtract(goal.value, c.actual), c.direction);
  } else if (goal.kind === "range") {
    reference = compare(c.actual, goal.high) > 0 ? goal.high : goal.low;
    behind = outside(c.actual, goal.low, goal.high);
  } else return null;
  const rate = ratio(subtract(absolute(reference), behind), absolute(reference));
  if (rate !== null) return rate;
  turns.add("zeroTarget");
  return sign(behind) > 0 ? "below" : sign(behind) < 0 ? "above" : { numerator: ONE, denominator: ONE };
}

/**
 * 進捗率 as a grade sees it. Where the target is not on the better side of the baseline (維持, a planned decline) there
 * is no way to go: 現状維持型 applies, as 宮城県 does for such indicators.
 */
function progressOf(c: Case, turns: Set<Turn>): Rate {
  const { baseline, goal } = c;
  if (goal.kind !== "value" && goal.kind !== "range") return null;
  if (isMaintain(c.direction)) return attainmentOf(c, turns);
  if (baseline === null) {
    turns.add("noBaseline");
    return null;
  }
  if (goal.kind === "range") {
    const start = outside(baseline, goal.low, goal.high);
    if (sign(start) === 0) return attainmentOf(c, turns);
    return ratio(subtract(start, outside(c.actual, goal.low, goal.high)), start);
  }
  const way = better(c, goal.value, baseline);
  if (way > 0) return progressRate(baseline, c.actual, goal.value);
  turns.add(way === 0 ? "noSpan" : "targetOnWorseSide");
  return attainmentOf(c, turns);
}

/** The rate that a method gives for this case, before the expected share. */
export function rateOf(c: Case, method: RateMethod, rubric: Rubric, turns: Set<Turn>): Rate {
  if (method === "changeRate") return changeOf(c, rubric, turns);
  return method === "progressRate" ? progressOf(c, turns) : attainmentOf(c, turns);
}

/** Which formula a band asks for; the indicator's own (進捗割合型, 現状維持型) goes before the rubric's. */
export function methodOf(band: Band, own: RateMethod | null): RateMethod | null {
  switch (band.measure) {
    case "changeRate":
      return "changeRate";
    case "progressRate":
    case "expectedRatio":
      return own ?? "progressRate";
    case "attainmentRate":
      return own ?? "attainmentRate";
    default:
      return null;
  }
}

/** Does this band's rate get divided by the share of the way that is due. 維持 is due in full at any time. */
export function dividesByExpected(band: Band, c: Case, rubric: Rubric): boolean {
  if (c.expected === null || isMaintain(c.direction) || c.method === "attainmentRate") return false;
  if (band.measure === "expectedRatio") return true;
  return rubric.usesExpected && (band.measure === "progressRate" || band.measure === "attainmentRate");
}

const limits = new Map<string, Decimal>();
/** A band's limit, parsed once. */
export function limitOf(text: string): Decimal {
  let known = limits.get(text);
  if (!known) limits.set(text, (known = decimal(text)));
  return known;
}

function within(rate: Rate, band: Band): boolean {
  if (rate === null) return false;
  const against = (limit: string): number =>
    rate === "above" ? 1 : rate === "below" ? -1 : compareRatio(rate, limitOf(limit));
  const low = band.min === null ? 1 : against(band.min);
  const high = band.max === null ? -1 : against(band.max);
  return (low > 0 || (low === 0 && !band.minExclusive)) && (high < 0 || (high === 0 && !band.maxExclusive));
}

/** The band that holds, as an index into the rubric; null where what decides is not known. */
export interface Verdict {
  readonly band: number | null;
  readonly turns: ReadonlySet<Turn>;
}

/** Walks the bands in order. A band whose rate cannot be known ends the walk: what comes after it would be a guess. */
export function judge(c: Case, rubric: Rubric): Verdict {
  const turns = new Set<Turn>();
  const verdict = (band: number | null): Verdict => ({ band, turns });
  let known = isMet(c) !== null;
  const rates: Partial<Record<RateMethod, Rate>> = {};
  for (let i = 0; i < rubric.bands.length; i++) {
    const band = rubric.bands[i] as Band;
    if (band.measure === "noActual") continue;
    if (band.forecast && !c.forecast) continue;
    const method = methodOf(band, c.method);
    if (method) {
      let rate = rates[method];
      if (rate === undefined) rates[method] = rate = rateOf(c, method, rubric, turns);
      if (rate === null) return verdict(null);
      known = true;
      if (typeof rate === "object" && dividesByExpected(band, c, rubric))
        rate = scaleBy(rate, c.expected as Decimal) ?? rate;
      if (within(rate, band)) return verdict(i);
    } else if (band.measure === "noTarget") {
      if (c.goal.kind === "none") return verdict(i);
    } else if (band.measure === "otherwise") {
      return verdict(known ? i : null);
    } else {
      const earns = band.forecast || !c.forecast || rubric.forecastMayMeetTarget;
      if (earns && isMet(c, band.measure === "targetExceeded")) return verdict(i);
    }
  }
  return verdict(null);
}

/** A value at which the grade may change. `exclusive`: the value itself is not enough. */
export interface Threshold {
  readonly value: Decimal;
  readonly exclusive: boolean;
}

/** The values at which a band begins and at which it is left behind, unrounded; none where no value of the indicator decides. */
export function thresholdsOf(c: Case, rubric: Rubric, band: Band): Threshold[] {
  if (band.measure === "targetMet" || band.measure === "targetExceeded") {
    const begin = targetThreshold(c, band.measure === "targetExceeded");
    return begin ? [begin] : [];
  }
  const method = methodOf(band, c.method);
  if (!method || c.goal.kind === "range") return [];
  const at = (limit: string, exclusive: boolean): Threshold | null => {
    const due = dividesByExpected(band, c, rubric) ? multiply(limitOf(limit), c.expected as Decimal) : limitOf(limit);
    return method === "changeRate"
      ? changeThreshold(c, rubric, due, exclusive)
      : wayThreshold(c, method, due, exclusive);
  };
  const begin = band.min === null ? null : at(band.min, band.minExclusive);
  const end = band.max === null ? null : at(band.max, !band.maxExclusive);
  return [begin, end].filter((t) => t !== null);
}

function targetThreshold({ goal, baseline, actual }: Case, beyond: boolean): Threshold | null {
  if (goal.kind === "value") return { value: goal.value, exclusive: beyond || goal.exclusive };
  if (goal.kind === "better" && baseline) return { value: baseline, exclusive: true };
  if (goal.kind === "range") return { value: compare(actual, goal.low) < 0 ? goal.low : goal.high, exclusive: false };
  return null;
}

/** `step` beyond a start, in the better direction. */
function beyond(c: Case, start: Decimal, step: Decimal): Decimal {
  return add(start, improvement(step, c.direction));
}

function changeThreshold(c: Case, rubric: Rubric, due: Decimal, exclusive: boolean): Threshold | null {
  const { baseline } = c;
  if (!baseline) return null;
  if (c.percent && rubric.percentAs === "points") return { value: beyond(c, baseline, due), exclusive };
  const rise = sign(due) > 0 || (sign(due) === 0 && exclusive);
  if (sign(baseline) === 0) return { value: baseline, exclusive: rise };
  const tolerance = rubric.tolerance === null ? null : limitOf(rubric.tolerance);
  if (tolerance === null || compare(absolute(due), tolerance) > 0)
    return { value: beyond(c, baseline, multiply(due, absolute(baseline))), exclusive };
  // Inside the tolerance a change counts as none: 0 % is reached at its lower edge, a rise only beyond the upper one.
  const edge = multiply(tolerance, absolute(baseline));
  return { value: beyond(c, baseline, rise ? edge : negate(edge)), exclusive: rise };
}

function wayThreshold(c: Case, method: RateMethod, due: Decimal, exclusive: boolean): Threshold | null {
  const { goal, baseline } = c;
  if (goal.kind !== "value") return null;
  const alongTheWay = method === "progressRate" && !isMaintain(c.direction) && baseline !== null;
  if (alongTheWay && better(c, goal.value, baseline) > 0)
    return { value: add(baseline, multiply(due, subtract(goal.value, baseline))), exclusive };
  if (sign(goal.value) === 0) return { value: goal.value, exclusive: compare(due, ONE) > 0 };
  return { value: beyond(c, goal.value, multiply(subtract(due, ONE), absolute(goal.value))), exclusive };
}
