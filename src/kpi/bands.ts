/** Conditions of a whole table become bands: what one condition leaves open is settled by its place among the others. */
import type { Condition } from "./condition";
import { limitText, parseCondition } from "./condition";
import { add, compare, decimal, type Decimal } from "./decimal";
import type { Band, Measure, Rubric } from "./types";

/** One line of a rubric as written. */
export interface BandRow {
  readonly grade: string;
  readonly condition: string;
  readonly description: string;
  readonly points: number | null;
}

export interface BandResult {
  readonly bands: readonly Band[];
  /** Rows whose condition could not be read. */
  readonly unread: readonly BandRow[];
  /** Grades whose printed limits left a gap of one percent (80～99 %, then 100 %), closed here. */
  readonly closed: readonly string[];
  /** Some condition divides by the share of the way that is due. */
  readonly expected: boolean;
}

const RATES: readonly Measure[] = ["changeRate", "progressRate", "attainmentRate", "expectedRatio"];
export const isRate = (measure: Measure): boolean => RATES.includes(measure);

const ONE_PERCENT = decimal("0.01");

/** Is there a band after this one that takes the values below it. */
function hasLower(all: readonly Condition[], at: number): boolean {
  return all.slice(at + 1).some((c) => (c.measure === "otherwise" && !c.forecast) || isRate(c.measure));
}

/** Does an earlier band already reach down to this limit. */
function reachesDown(all: readonly Condition[], at: number, limit: Decimal): boolean {
  return all.slice(0, at).some((c) => c.measure === "changeRate" && c.min !== null && compare(c.min, limit) === 0);
}

/**
 * 「△10%以上」 in the lowest band is a fall of 10 % or more, whichever word stands there; above another band it is the
 * floor of its band. 「△10%未満」 in the lowest place goes beyond −10 % only where the band above reaches down to it.
 */
function settle(all: readonly Condition[], at: number): Condition {
  const c = all[at] as Condition;
  if (!c.fall) return c;
  const { limit, exclusive, word } = c.fall;
  const below = { ...c, max: limit, maxExclusive: exclusive };
  const above = { ...c, min: limit, minExclusive: exclusive };
  if (word === "以下") return below;
  if (hasLower(all, at)) return above;
  if (word === "未満") return reachesDown(all, at, limit) ? below : above;
  return below;
}

/** 「80～99%」 beside 「100%以上」 is meant without a gap: the printed figures are whole percents. */
function closeGap(c: Condition, all: readonly Condition[]): Condition | null {
  if (c.max === null || c.maxExclusive || !isRate(c.measure)) return null;
  const next = add(c.max, ONE_PERCENT);
  const meets = all.some(
    (o) => o.measure === c.measure && o.min !== null && !o.minExclusive && compare(o.min, next) === 0,
  );
  return meets ? { ...c, max: next, maxExclusive: true } : null;
}

/** Reads the conditions of a table in their order. `fallback` is the rate that bare percents mean. */
export function buildBands(rows: readonly BandRow[], fallback: Measure): BandResult {
  const read: BandRow[] = [];
  const open: Condition[] = [];
  const unread: BandRow[] = [];
  for (const row of rows) {
    const condition = parseCondition(row.condition, fallback);
    if (condition) open.push(condition);
    (condition ? read : unread).push(row);
  }
  const settled = open.map((_, at) => settle(open, at));
  const closed: string[] = [];
  const bands = read.map((row, at): Band => {
    const condition = settled[at] as Condition;
    const whole = closeGap(condition, settled);
    if (whole) closed.push(row.grade);
    const c = whole ?? condition;
    return {
      grade: row.grade,
      measure: c.measure,
      min: limitText(c.min),
      minExclusive: c.minExclusive,
      max: limitText(c.max),
      maxExclusive: c.maxExclusive,
      ...(c.forecast ? { forecast: true } : {}),
      points: row.points,
      condition: row.condition,
      description: row.description,
    };
  });
  return { bands, unread, closed, expected: settled.some((c) => c.expected === true) };
}

/** The rubric of such bands, with the usual answers to the awkward cases. */
export const rubricOfBands = ({ bands, expected }: BandResult): Omit<Rubric, "id" | "name" | "source"> => ({
  bands,
  noActualGrade: bands.find((b) => b.measure === "noActual")?.grade ?? "―",
  compareWith: "final",
  missingActual: "grade",
  forecastMayMeetTarget: !bands.some((b) => b.forecast),
  percentAs: "relative",
  floor: null,
  cap: null,
  tolerance: null,
  usesExpected: expected,
});
