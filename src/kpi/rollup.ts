/** 集計: many grades become counts, shares and one grade. Every result carries the sum behind it. */
import type { Decimal, Ratio } from "./decimal";
import { absolute, add, compare, decimal, divide, multiply, ratio, subtract, toNumber, ZERO } from "./decimal";
import { gradeOf, gradeOrder, marksOf, rankOf } from "./rubric";
import type { Rubric } from "./types";

/** 最大剰余: shares to one decimal add up to 100.0. 四捨五入: each rounded by itself, as 旭市 prints (28.6 28.6 42.9). */
export type Rounding = "largestRemainder" | "plain";

export interface GradeCounts {
  /** Every grade of the rubric, best first, then its marks (―); then what is no grade of this rubric. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** Without the no-actual mark and foreign marks. */
  readonly graded: number;
}

/** Counts grades as they stand in cells (「Ａ」 counts as A, every dash as ―). Texts that are no grade keep their own line. */
export function countGrades(grades: readonly string[], rubric: Rubric): GradeCounts {
  const counts = new Map<string, number>([...gradeOrder(rubric), ...marksOf(rubric)].map((grade) => [grade, 0]));
  let graded = 0;
  for (const text of grades) {
    const grade = gradeOf(rubric, text) ?? text;
    counts.set(grade, (counts.get(grade) ?? 0) + 1);
    if (rankOf(rubric, grade) >= 0) graded += 1;
  }
  return { counts, total: grades.length, graded };
}

/**
 * Shares in percent with one decimal (28.6). The sum behind each is its count over the total of all counts.
 * All zero where there is nothing to share. Counts must not be negative.
 */
export function shares(counts: readonly number[], rounding: Rounding): number[] {
  const total = counts.reduce((a, b) => a + b, 0);
  if (total === 0) return counts.map(() => 0);
  if (rounding === "plain")
    return counts.map((n) => toNumber(divide({ numerator: decimal(n * 100), denominator: decimal(total) }, 1)));
  const tenths = counts.map((n) => Math.floor((n * 1000) / total));
  const rests = counts.map((n, i) => ({ i, rest: (n * 1000) % total }));
  let left = 1000 - tenths.reduce((a, b) => a + b, 0);
  // Equal remainders: the greater count first, then the order of the list.
  rests.sort((a, b) => b.rest - a.rest || (counts[b.i] ?? 0) - (counts[a.i] ?? 0) || a.i - b.i);
  for (const { i } of rests) {
    if (left === 0) break;
    tenths[i] = (tenths[i] ?? 0) + 1;
    left -= 1;
  }
  return tenths.map((n) => n / 10);
}

/** A mean with the figures behind it. */
export interface Mean {
  readonly sum: Decimal;
  readonly count: number;
  /** Null where nothing could be averaged. */
  readonly mean: Ratio | null;
}

const rateDecimal = (r: Ratio): Decimal => divide(r, 15);

/** 平均の率 over the rates that exist; missing ones are left out, not taken as 0. Exact to 15 places. */
export function meanRate(rates: readonly (Ratio | null)[]): Mean {
  const known = rates.filter((r) => r !== null).map(rateDecimal);
  const sum = known.reduce(add, ZERO);
  return { sum, count: known.length, mean: ratio(sum, decimal(known.length)) };
}

const pointsOf = (rubric: Rubric, grade: string | null): Decimal | null => {
  const points = rubric.bands.find((b) => b.grade === grade)?.points ?? null;
  return points === null ? null : decimal(points);
};

export interface MeanPoints extends Mean {
  /** The grade whose points lie nearest to the mean; a tie gives the worse. */
  readonly grade: string | null;
}

/** 平均点 by the points of the rubric's bands. ― does not count. */
export function meanPoints(grades: readonly string[], rubric: Rubric): MeanPoints {
  const points = grades.flatMap((text) => pointsOf(rubric, gradeOf(rubric, text)) ?? []);
  const sum = points.reduce(add, ZERO);
  const mean = ratio(sum, decimal(points.length));
  return { sum, count: points.length, mean, grade: mean && nearest(mean, rubric) };
}

function nearest(mean: Ratio, rubric: Rubric): string | null {
  let best: { grade: string; distance: Decimal } | null = null;
  for (const grade of gradeOrder(rubric)) {
    const points = pointsOf(rubric, grade);
    if (points === null) continue;
    const distance = absolute(subtract(mean.numerator, multiply(points, mean.denominator)));
    // Best grade first: an equal distance goes to the later, worse one.
    if (!best || compare(distance, best.distance) <= 0) best = { grade, distance };
  }
  return best?.grade ?? null;
}

const ranked = (grades: readonly string[], rubric: Rubric): string[] =>
  grades.map((text) => gradeOf(rubric, text)).filter((g) => g !== null && rankOf(rubric, g) >= 0) as string[];

/** 最低: the worst grade; null where nothing is graded. */
export function worst(grades: readonly string[], rubric: Rubric): string | null {
  const all = ranked(grades, rubric);
  return all.length === 0 ? null : all.reduce((a, b) => (rankOf(rubric, b) > rankOf(rubric, a) ? b : a));
}

/** 最頻: the grade that occurs most; a tie gives the worse. Null where nothing is graded. */
export function majority(grades: readonly string[], rubric: Rubric): string | null {
  const { counts } = countGrades(ranked(grades, rubric), rubric);
  let best: string | null = null;
  for (const grade of gradeOrder(rubric)) {
    const count = counts.get(grade) ?? 0;
    if (count > 0 && count >= (best === null ? 0 : (counts.get(best) ?? 0))) best = grade;
  }
  return best;
}

export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly share: Ratio | null;
}

const shareOf = (part: number, whole: number): Share => ({ part, whole, share: ratio(decimal(part), decimal(whole)) });

/** Share of the best grade among those graded. */
export function topShare(grades: readonly string[], rubric: Rubric): Share {
  const { counts, graded } = countGrades(grades, rubric);
  return shareOf(counts.get(gradeOrder(rubric)[0] ?? "") ?? 0, graded);
}

/** Share of targets met among those that could be judged (null: not known). */
export function metShare(met: readonly (boolean | null)[]): Share {
  return shareOf(met.filter((m) => m === true).length, met.filter((m) => m !== null).length);
}
