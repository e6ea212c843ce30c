/**
 * Is a rubric that was read from a sheet one of the ready-made ones? Two rubrics are the same when they give the same
 * grade on both sides of every limit that either of them has.
 */
import { add, decimal, fromNumber, toText, type Decimal } from "../kpi/decimal";
import { grade } from "../kpi/grade";
import { gradeKey, PRESETS } from "../kpi/rubric";
import type { Direction, Reading, Rubric } from "../kpi/types";

const BASE = 1000;
const TARGETS = [2000, 1200] as const;
const STEP = decimal("0.001");
const MEMORY = 200;
const remembered = new Map<string, Rubric | null>();

const figure = (value: Decimal): Reading => ({
  kind: "quantity",
  text: toText(value),
  parts: [
    { value, cumulative: null, unit: null, year: null, label: null, bound: null, approximate: false, forecast: false },
  ],
  year: null,
  notes: [],
});
const nothing: Reading = { kind: "missing", text: "-", missing: "dash", year: null, notes: [] };

/** Every limit of both rubrics as an actual value: of the change, of the way to the target, of the target. */
function probes(rubrics: readonly Rubric[], target: number): Decimal[] {
  const limits = new Set<number>([0, 1]);
  for (const band of rubrics.flatMap((r) => r.bands)) {
    for (const limit of [band.min, band.max]) if (limit !== null) limits.add(Number(limit));
  }
  const values = [...limits].flatMap((limit) => [BASE * (1 + limit), BASE + (target - BASE) * limit, target * limit]);
  return [...new Set([...values, BASE / 2, BASE * 1.05, target * 2])].flatMap((value) => {
    const exact = fromNumber(Math.round(value * 1e6) / 1e6);
    return exact === null ? [] : [exact, add(exact, STEP), add(exact, { ...STEP, digits: -STEP.digits })];
  });
}

function grades(rubric: Rubric, target: number, direction: Direction, actuals: readonly Reading[]): string {
  const baseline = figure(decimal(BASE));
  return actuals
    .map(
      (actual) =>
        grade({ baseline, actual, target: figure(decimal(target)), direction, name: null, rubric, expected: null })
          .grade,
    )
    .map(gradeKey)
    .join(" ");
}

function same(a: Rubric, b: Rubric): boolean {
  const marks = (r: Rubric): string => [...new Set(r.bands.map((band) => gradeKey(band.grade)))].sort().join(" ");
  if (a.compareWith !== b.compareWith || a.missingActual !== b.missingActual || a.usesExpected !== b.usesExpected)
    return false;
  if (a.tolerance !== b.tolerance || a.percentAs !== b.percentAs || marks(a) !== marks(b)) return false;
  return TARGETS.every((target) => {
    const actuals = [...probes([a, b], target).map(figure), nothing];
    return grades(a, target, "up", actuals) === grades(b, target, "up", actuals);
  });
}

/** The ready-made rubric that grades exactly like this one; null where there is none. */
export function presetLike(rubric: Rubric): Rubric | null {
  const key = JSON.stringify(rubric.bands) + rubric.noActualGrade;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = PRESETS.find((preset) => preset.id === rubric.id || same(rubric, preset)) ?? null;
  if (remembered.size >= MEMORY) remembered.clear();
  remembered.set(key, found);
  return found;
}
