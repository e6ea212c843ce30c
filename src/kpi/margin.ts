/** あとどれだけ: the smallest change of the actual that earns a better grade. */
import type { Decimal } from "./decimal";
import { absolute, compare, isZero, power10, subtract } from "./decimal";
import type { Case } from "./judge";
import { judge, thresholdsOf } from "./judge";
import { isLowerBetter } from "./rates";
import { rankOf } from "./rubric";
import type { Rubric } from "./types";

/** Decimal places in which this indicator moves: the finest of its figures. */
function places(c: Case): number {
  const all = [c.actual, c.baseline, c.goal.kind === "value" ? c.goal.value : null];
  return Math.max(...all.map((d) => (d === null ? 0 : d.scale)));
}

/** The next value on the grid of `scale` places at or beyond a limit, in the better direction. */
function stepTo(limit: Decimal, scale: number, exclusive: boolean, lower: boolean): Decimal {
  const by = limit.scale - scale;
  let digits = limit.digits;
  let exact = true;
  if (by <= 0) digits *= power10(-by);
  else {
    const unit = power10(by);
    let quotient = digits / unit;
    const rest = digits % unit;
    exact = rest === 0n;
    if (!exact && !lower && digits > 0n) quotient += 1n;
    if (!exact && lower && digits < 0n) quotient -= 1n;
    digits = quotient;
  }
  if (exact && exclusive) digits += lower ? -1n : 1n;
  return { digits, scale };
}

/**
 * The nearest better grade and what is missing to it, in the indicator's own units; null at the top and where nothing
 * can be said. Every candidate is judged again, so that the promise is kept.
 */
export function marginOf(c: Case, rubric: Rubric, grade: string): { grade: string; amount: Decimal } | null {
  const rank = rankOf(rubric, grade);
  if (rank <= 0) return null;
  const scale = places(c);
  const lower = isLowerBetter(c.direction);
  let best: { grade: string; amount: Decimal } | null = null;
  for (const threshold of rubric.bands.flatMap((band) => thresholdsOf(c, rubric, band))) {
    const down = c.goal.kind === "range" ? compare(c.actual, threshold.value) > 0 : lower;
    const needed = stepTo(threshold.value, scale, threshold.exclusive, down);
    const amount = absolute(subtract(needed, c.actual));
    if (isZero(amount) || (best && compare(amount, best.amount) >= 0)) continue;
    const at = judge({ ...c, actual: needed }, rubric).band;
    const reached = at === null ? null : (rubric.bands[at]?.grade ?? null);
    if (reached === null || rankOf(rubric, reached) < 0 || rankOf(rubric, reached) >= rank) continue;
    best = { grade: reached, amount };
  }
  return best;
}
