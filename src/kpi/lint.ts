/** What a rubric leaves open, says twice or never reaches. */
import { isRate } from "./bands";
import type { Decimal } from "./decimal";
import { compare } from "./decimal";
import { note } from "./figures";
import { limitOf } from "./judge";
import type { RubricProblem } from "./rubric-table";
import type { Band, Measure, Rubric } from "./types";

/** An end of an interval: −∞, +∞ or a limit that belongs to it or not. */
interface Interval {
  readonly min: Decimal | null;
  readonly minExclusive: boolean;
  readonly max: Decimal | null;
  readonly maxExclusive: boolean;
}

const intervalOf = (b: Band): Interval => ({
  min: b.min === null ? null : limitOf(b.min),
  minExclusive: b.minExclusive,
  max: b.max === null ? null : limitOf(b.max),
  maxExclusive: b.maxExclusive,
});

/** Compares lower ends: −1 where `a` begins lower. */
function compareLow(a: Interval, b: Interval): number {
  if (a.min === null || b.min === null) return a.min === b.min ? 0 : a.min === null ? -1 : 1;
  return compare(a.min, b.min) || Number(a.minExclusive) - Number(b.minExclusive);
}

/** Compares upper ends: 1 where `a` ends higher. */
function compareHigh(a: Interval, b: Interval): number {
  if (a.max === null || b.max === null) return a.max === b.max ? 0 : a.max === null ? 1 : -1;
  return compare(a.max, b.max) || Number(b.maxExclusive) - Number(a.maxExclusive);
}

/** How the end of `a` meets the beginning of `b`: a hole between them, exactly joined, or shared values. */
function joint(a: Interval, b: Interval): "gap" | "joined" | "shared" {
  if (a.max === null || b.min === null) return "shared";
  const s = compare(a.max, b.min);
  if (s !== 0) return s < 0 ? "gap" : "shared";
  if (a.maxExclusive && b.minExclusive) return "gap";
  return a.maxExclusive !== b.minExclusive ? "joined" : "shared";
}

const problem = (severity: RubricProblem["severity"], code: string, values: Record<string, string>): RubricProblem => ({
  ...note(code, values),
  severity,
});

/** Overlaps, gaps and bands that no value reaches, among the bands of one rate. */
function lintMeasure(bands: readonly Band[], measure: Measure, open: boolean): RubricProblem[] {
  const own = bands.filter((b) => b.measure === measure && !b.forecast);
  const found: RubricProblem[] = [];
  const seen: Band[] = [];
  for (const band of own) {
    const interval = intervalOf(band);
    const covering = seen.find(
      (o) => compareLow(intervalOf(o), interval) <= 0 && compareHigh(intervalOf(o), interval) >= 0,
    );
    if (covering) found.push(problem("warning", "bandUnreachable", { grade: band.grade, other: covering.grade }));
    else {
      const crossing = seen.find((o) => shares(intervalOf(o), interval) && !leans(intervalOf(o), interval));
      if (crossing) found.push(problem("warning", "bandOverlap", { grade: band.grade, other: crossing.grade }));
    }
    seen.push(band);
  }
  const sorted = [...own].sort((a, b) => compareLow(intervalOf(a), intervalOf(b)));
  let reach: Band | null = null;
  for (const band of sorted) {
    const last: Band | null = reach;
    if (last && joint(intervalOf(last), intervalOf(band)) === "gap")
      found.push(
        problem(open || inWords(last, band) ? "info" : "warning", "bandGap", { grade: last.grade, other: band.grade }),
      );
    if (!reach || compareHigh(intervalOf(band), intervalOf(reach)) > 0) reach = band;
  }
  const lowest = sorted[0];
  if (!open && lowest && lowest.min !== null) found.push(problem("warning", "bandGapBelow", { grade: lowest.grade }));
  if (!open && reach && reach.max !== null && !bands.some((b) => b.measure === "targetMet"))
    found.push(problem("warning", "bandGapAbove", { grade: reach.grade }));
  return found;
}

/** 「改善」 and 「悪化」 without figures leave out what stays the same: hardly worth a correction. */
const inWords = (a: Band, b: Band): boolean => !/[\d０-９]/u.test(a.condition + b.condition);

/** Do two bands take a value in common. */
function shares(a: Interval, b: Interval): boolean {
  const [low, high] = compareLow(a, b) <= 0 ? [a, b] : [b, a];
  return joint(low, high) === "shared";
}

/** Both bands have a floor only: the earlier one takes its values first, as people mean it. */
const leans = (a: Interval, b: Interval): boolean =>
  (a.max === null && b.max === null) || (a.min === null && b.min === null);

/** Lists every problem of a rubric; an empty list for a rubric that answers every case. */
export function lintRubric(rubric: Rubric): RubricProblem[] {
  const { bands } = rubric;
  const found: RubricProblem[] = [];
  const last = bands.findIndex((b) => b.measure === "otherwise" && !b.forecast);
  for (const late of last < 0 ? [] : bands.slice(last + 1))
    if (late.measure !== "noActual")
      found.push(problem("warning", "bandUnreachable", { grade: late.grade, other: bands[last]?.grade ?? "" }));
  const open = last >= 0;
  const measures = [...new Set(bands.map((b) => b.measure))].filter(isRate);
  for (const measure of measures) found.push(...lintMeasure(bands, measure, open));
  found.push(...lintTarget(bands, measures));
  if (!bands.some((b) => b.measure === "noActual"))
    found.push(problem("info", "noActualUndefined", { grade: rubric.noActualGrade }));
  if (measures.includes("changeRate") && !bands.some((b) => /減少|低い|改善/.test(b.condition + b.description)))
    found.push(problem("info", "lowerUndefined", {}));
  return found;
}

/** 「目標値以上」 beside 「目標値と同等」, and a missed target that no band takes. */
function lintTarget(bands: readonly Band[], rates: readonly Measure[]): RubricProblem[] {
  const met = bands.findIndex((b) => b.measure === "targetMet" && !b.forecast);
  const equal = bands.findIndex((b) => b.measure === "attainmentRate" && b.min === "1" && b.max === "1");
  const found: RubricProblem[] = [];
  if (met >= 0 && equal >= 0)
    found.push(
      problem("warning", "bandOverlap", {
        grade: bands[Math.max(met, equal)]?.grade ?? "",
        other: bands[Math.min(met, equal)]?.grade ?? "",
      }),
    );
  const asks = bands.some((b) => b.measure === "targetMet" || b.measure === "targetExceeded");
  if (asks && rates.length === 0 && !bands.some((b) => b.measure === "otherwise"))
    found.push(problem("warning", "missedUndefined", {}));
  return found;
}
