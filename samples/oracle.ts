/**
 * The grade of the 旭市 rubric worked out a second time, in the plainest way, so that truth files do not depend on the
 * code that they test. Figures are invented so that none lies on a boundary by accident.
 */
import type { IndicatorTruth } from "./truth";

export interface OracleInput {
  readonly baseline: number | null;
  readonly actual: number | null;
  readonly target: number | null;
  readonly direction: NonNullable<IndicatorTruth["direction"]>;
  /** 増加 ↗: met when better than the baseline. */
  readonly worded?: boolean;
  /** 未満, 超 */
  readonly strict?: boolean;
}

// Figures are decimals with few places: anything closer than this is equality.
const NEAR = 1e-9;

/** S A B C D ―, or null where the figures do not decide (a worded target without a baseline). */
export function asahiGrade({ baseline, actual, target, direction, worded, strict }: OracleInput): string | null {
  if (actual === null) return "―";
  const better = direction === "up" || direction === "keepUp" ? 1 : -1;
  if (worded === true) {
    if (baseline === null) return null;
    if ((actual - baseline) * better > NEAR) return "S";
  } else if (target !== null) {
    const over = (actual - target) * better;
    if (strict === true ? over > NEAR : over > -NEAR) return "S";
  }
  if (baseline === null) return "―";
  const change = (actual - baseline) * better;
  if (Math.abs(baseline) < NEAR) return change > NEAR ? "A" : change < -NEAR ? "D" : "C";
  const rate = change / Math.abs(baseline);
  if (rate >= 0.1 - NEAR) return "A";
  if (rate > NEAR) return "B";
  return rate > -0.1 + NEAR ? "C" : "D";
}

const ORDER = ["D", "C", "B", "A", "S"];

/** The worst of several; ― where one of them has no grade. */
export function worstGrade(grades: readonly (string | null)[]): string | null {
  if (grades.includes(null)) return null;
  if (grades.includes("―")) return "―";
  return ORDER.find((g) => grades.includes(g)) ?? null;
}
