/** From an indicator of a published plan to its row on a sheet: printed cells, invented actuals, and the truth. */
import { baseUnit, directionOf, inBaseUnits, type Fact } from "./facts";
import { asahiGrade, worstGrade } from "./oracle";
import type { IndicatorTruth } from "./truth";

/** An actual that was made up for the samples: what is printed, and its figures in the unit of the indicator. */
export interface Invented {
  readonly text: string;
  readonly year: number;
  /** One figure, or one per part; null: none. */
  readonly values: readonly (number | null)[];
}

const FIGURE = /-?[\d,]+(?:\.\d+)?/;
const places = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
const withCommas = (value: number, decimals: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** How far along the way from baseline to target each row is: some done, some slow, some worse than at the start. */
const COURSES = [0.55, 1.08, 0.82, 0.2, -0.12, 0.96, 1.25, 0.4, -0.45, 0.68, 0.05];

function along(f: Fact, baseline: number | null, target: number | null, share: number, decimals: number): number {
  const percent = f.unit === "%" || f.unit === "％";
  // A share never passes 100 %, and only a net change (社会増減) is ever below zero.
  const rounded = (value: number): number =>
    Number(Math.max(Math.min(value, percent ? 100 : Infinity), (baseline ?? 0) < 0 ? -Infinity : 0).toFixed(decimals));
  if (target === null) return rounded((baseline ?? 0) + Math.abs(baseline ?? 0) * (share - 0.5) * 0.2);
  if (baseline === null) return rounded(target * Math.max(share, 0.4));
  if (baseline === target) return rounded(target * (1 + (share - 0.6) * 0.2));
  return rounded(baseline + (target - baseline) * share);
}

const UNPUBLISHED = "集計中";

/** Whether a value not yet published counts as none or gives way to an older one belongs to the rubric: not asserted. */
export function unlessUnpublished(truth: IndicatorTruth, actual: Invented | undefined): IndicatorTruth {
  if (actual?.text !== UNPUBLISHED) return truth;
  return { ...truth, actual: undefined, grade: undefined };
}

/** A plausible actual of one year for the indicator at this place of the list, printed as its baseline is. */
export function invent(f: Fact, place: number, year: number): Invented {
  const course = ((COURSES[place % COURSES.length] as number) * (year - 2018)) / 6;
  // A running total never falls.
  const share = /累計|養成者/.test(f.name) ? Math.abs(course) : course;
  if (place % 17 === 13 && year === 2024) return { text: UNPUBLISHED, year, values: [null] };
  const like = f.baselineValue === null && f.components.length === 0 ? f.targetText : f.baselineText;
  if (f.components.length > 0 && f.targetKind !== "above-reference") {
    const parts = f.components.map((c, i) => {
      const printed = (c.baselineText ?? "").replace(/[（(].*$/, "");
      const value = along(f, c.baselineValue ?? null, c.targetValue ?? null, share + i * 0.3, places(printed));
      return { text: printed.replace(FIGURE, withCommas(value, places(printed))), value };
    });
    return { text: parts.map((p) => p.text).join("\n"), year, values: parts.map((p) => p.value) };
  }
  if (f.unit === "円" && f.baselineText?.includes("億")) {
    const value = Math.round(along(f, f.baselineValue, f.targetValue, share, 0) / 1_000_000) * 1_000_000;
    const text = `${Math.floor(value / 1e8)}億${withCommas((value % 1e8) / 1e4, 0)}万円`;
    return { text, year, values: [value] };
  }
  const printed = (like ?? "")
    .replace(/[ （(]*[（(].*$/, "")
    .replace(/未満/, "")
    .trim();
  const baseline = f.targetKind === "above-reference" ? 60.2 : f.baselineValue;
  const value = along(f, baseline, f.targetValue, share, places(printed));
  return { text: printed.replace(FIGURE, withCommas(value, places(printed))), year, values: [value] };
}

/** Marks a target on the "worse" side of the baseline: the row has to be asked about. */
const onWorseSide = (f: Fact): boolean =>
  f.flags.includes("target-on-worse-side-of-baseline") || f.flags.includes("already-met-at-baseline");

export interface PlanRow {
  readonly fact: Fact;
  readonly row: number;
  readonly group: readonly string[];
  readonly baselineText: string;
  readonly targetText: string;
  /** The year that is graded; null where the sheet has no actuals. */
  readonly actual: Invented | null;
  readonly hasTargetYear: boolean;
}

/** The truth of one row (of one indicator whose parts, if any, stand in the same cells). */
export function planTruth({
  fact: f,
  row,
  group,
  baselineText,
  targetText,
  actual,
  hasTargetYear,
}: PlanRow): IndicatorTruth {
  const direction = directionOf(f) as NonNullable<IndicatorTruth["direction"]>;
  const composite = f.components.length > 0 && f.targetKind !== "above-reference";
  const figures = (value: number | null | undefined): number | null => inBaseUnits(value, f);
  const one = (baseline: number | null, now: number | null, target: number | null): string | null =>
    asahiGrade({
      baseline,
      actual: now,
      target,
      direction,
      worded: f.targetKind === "increase",
      strict: f.targetText?.includes("未満") ?? false,
    });
  const now = actual?.values ?? [null];
  const grade =
    f.targetKind === "above-reference" && actual !== null
      ? null
      : composite
        ? worstGrade(f.components.map((c, i) => one(c.baselineValue ?? null, now[i] ?? null, c.targetValue ?? null)))
        : one(f.baselineValue, now[0] ?? null, f.targetValue);
  const baselineValue = f.targetKind === "above-reference" ? 60.2 : f.baselineValue;
  const first = f.components[0];
  return {
    row,
    name: f.name,
    nameCore: f.nameCore,
    part: null,
    group,
    unit: baseUnit(f.unit),
    baseline: {
      text: baselineText,
      ...(composite ? {} : { value: figures(baselineValue) }),
      ...(f.baselineFiscalYear === null || (baselineValue === null && !composite)
        ? {}
        : { year: f.baselineFiscalYear }),
    },
    actual: {
      text: actual?.text ?? "",
      ...(composite && now[0] !== null ? {} : { value: figures(now[0]) }),
      ...(actual === null || now[0] === null ? {} : { year: actual.year }),
    },
    target: {
      text: targetText,
      ...(composite ? {} : { value: figures(f.targetValue) }),
      ...(f.targetKind === "unclear" ? {} : { kind: f.targetKind }),
      ...(hasTargetYear ? { year: f.targetFiscalYear } : {}),
    },
    direction,
    ...(onWorseSide(f) ? { needsConfirmation: true } : f.needsHumanConfirmation ? {} : { needsConfirmation: false }),
    ...(grade === null ? {} : { grade }),
    ...(composite && first
      ? {
          parts: f.components.map((c, i) => ({
            label: c.label,
            baseline: figures(c.baselineValue),
            actual: figures(now[i]),
            target: figures(c.targetValue),
          })),
        }
      : {}),
  };
}
