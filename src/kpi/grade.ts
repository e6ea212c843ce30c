/** 評価: three readings, a direction and a rubric become a grade with its reasons as data. */
import { rankOf } from "./rubric";
import { isMet, judge, limitOf, methodOf, rateOf } from "./judge";
import { marginOf } from "./margin";
import { findDirection } from "./direction";
import { clip, isMaintain } from "./rates";
import { figuresOf, note, splitParts } from "./figures";
import type { Figures } from "./figures";
import type { Case, Turn } from "./judge";
import type { Band, DirectionFinding, GradeInput, Grading, MissingKind, Note, RateMethod, Rubric } from "./types";

/** The rate that a rubric turns on: that of its first band with a rate; 達成率 where it only asks whether the target is met. */
export function mainMethod(rubric: Rubric, own: RateMethod | null): RateMethod {
  for (const band of rubric.bands) {
    const method = methodOf(band, own);
    if (method) return method;
  }
  return own ?? "attainmentRate";
}

function directionOf(input: GradeInput): DirectionFinding {
  return findDirection({
    stated: input.direction,
    target: input.target,
    name: input.name,
    baseline: input.baseline,
  });
}

/** Which departures are warnings; the others are assumptions. */
const WARNED: readonly Turn[] = ["noBaseline", "targetOnWorseSide"];

/** Where these turn up, the rate that was graded by is no percentage that anyone could print. */
const WITHOUT_PERCENT: readonly Turn[] = ["zeroBaseline", "zeroTarget"];

/** The rate shown beside the grade: the one that decided, within the rubric's floor and cap. */
function shownRate(c: Case, rubric: Rubric, method: RateMethod): Grading["rate"] {
  const turns = new Set<Turn>();
  const rate = rateOf(c, method, { ...rubric, tolerance: null }, turns);
  if (rate === null || typeof rate === "string" || WITHOUT_PERCENT.some((turn) => turns.has(turn)))
    return { method, value: null };
  const floor = rubric.floor === null ? null : limitOf(rubric.floor);
  const cap = rubric.cap === null ? null : limitOf(rubric.cap);
  // Where progress has no meaning the rate is the 達成率, and is called so.
  const fell = isMaintain(c.direction) || turns.has("noSpan") || turns.has("targetOnWorseSide");
  return { method: method === "progressRate" && fell ? "attainmentRate" : method, value: clip(rate, floor, cap) };
}

/** How the bands name each kind of missing value. */
const MISSING_NAMES: Readonly<Partial<Record<MissingKind, RegExp>>> = {
  unpublished: /未公表|未集計/,
  notSurveyed: /調査/,
  notDue: /未到来/,
  ended: /終了|廃止|中止/,
};

/** The band for a missing value: one that names its kind, else the plain one. */
function noActualBand(rubric: Rubric, missing: MissingKind): number | null {
  const own = MISSING_NAMES[missing];
  const named = (b: Band): boolean => Object.values(MISSING_NAMES).some((n) => n.test(b.condition));
  let plainBand: number | null = null;
  for (const [at, band] of rubric.bands.entries()) {
    if (band.measure !== "noActual") continue;
    if (own?.test(band.condition)) return at;
    if (plainBand === null && !named(band)) plainBand = at;
  }
  return plainBand;
}

/** The band that a reached target earns. */
function topOf(rubric: Rubric): { grade: string; band: number | null } {
  const at = rubric.bands.findIndex((b) => b.measure === "targetMet" || b.measure === "targetExceeded");
  const best = at >= 0 ? at : rubric.bands.findIndex((b) => rankOf(rubric, b.grade) === 0);
  return { grade: rubric.bands[best]?.grade ?? "", band: best >= 0 ? best : null };
}

/**
 * Only the grade and why there is none, for long columns: the same rules as `grade`, without margin, rate and notes of
 * the rubric.
 */
export function gradeOnly(input: GradeInput): Pick<Grading, "grade" | "warnings"> {
  const figures = splitParts(input) === null ? figuresOf(input, directionOf(input).direction) : null;
  if (figures?.kind !== "case") return grade(input);
  const { rubric } = input;
  const { band } = judge(figures.case, rubric);
  return { grade: rubric.bands[band ?? -1]?.grade ?? rubric.noActualGrade, warnings: figures.warnings };
}

/** Grades one indicator. Never throws on any reading; see Grading for what comes out. */
export function grade(input: GradeInput): Grading {
  const direction = directionOf(input);
  const parts = splitParts(input);
  if (parts === "differ") return plain(input, direction, { kind: "undecided", warning: note("partsDiffer") });
  if (parts !== null) return composite(input, direction, parts.map(grade));
  return plain(input, direction, figuresOf(input, direction.direction));
}

function plain(input: GradeInput, direction: DirectionFinding, figures: Figures): Grading {
  const { rubric } = input;
  const method = mainMethod(rubric, input.method ?? null);
  const empty: Grading = {
    grade: rubric.noActualGrade,
    band: null,
    direction,
    rate: { method, value: null },
    targetMet: null,
    margin: null,
    assumptions: [],
    warnings: [],
    parts: [],
    input,
  };
  switch (figures.kind) {
    case "undecided":
      return { ...empty, grade: "", warnings: [figures.warning] };
    case "noActual": {
      const band = noActualBand(rubric, figures.missing);
      const given = band === null ? rubric.noActualGrade : (rubric.bands[band]?.grade ?? rubric.noActualGrade);
      return { ...empty, grade: given, band, assumptions: [figures.note] };
    }
    case "done":
      return { ...empty, ...topOf(rubric), targetMet: true };
    case "case":
      return judged(empty, figures.case, figures.assumptions, figures.warnings);
  }
}

function judged(empty: Grading, c: Case, assumptions: readonly Note[], warnings: readonly Note[]): Grading {
  const { rubric } = empty.input;
  const { band, turns } = judge(c, rubric);
  const won = band === null ? null : (rubric.bands[band] ?? null);
  const given = won ? won.grade : rubric.noActualGrade;
  const turned = (warned: boolean): Note[] =>
    [...turns].filter((turn) => WARNED.includes(turn) === warned).map((turn) => turnNote(turn, rubric));
  const held = c.forecast && !rubric.forecastMayMeetTarget && isMet(c) === true && rankOf(rubric, given) > 0;
  return {
    ...empty,
    grade: given,
    band,
    rate: shownRate(c, rubric, empty.rate.method),
    targetMet: isMet(c),
    margin: won ? marginOf(c, rubric, given) : null,
    assumptions: [...assumptions, ...turned(false)],
    warnings: [
      ...warnings,
      ...turned(true),
      ...(held ? [note("forecastNotTop")] : []),
      ...(won || turns.has("noBaseline") || warnings.length > 0 ? [] : [note("notInRubric", { rubric: rubric.name })]),
    ],
  };
}

const turnNote = (turn: Turn, rubric: Rubric): Note =>
  turn === "tolerance" ? note(turn, { tolerance: rubric.tolerance ?? "" }) : note(turn);

/** A composite cell takes the grade of its worst part; a part that cannot be graded leaves the whole without a grade. */
function composite(input: GradeInput, direction: DirectionFinding, parts: readonly Grading[]): Grading {
  const { rubric } = input;
  const badness = (g: Grading): number => {
    if (g.grade === "") return Number.MAX_SAFE_INTEGER;
    const rank = rankOf(rubric, g.grade);
    return rank < 0 ? Number.MAX_SAFE_INTEGER - 1 : rank;
  };
  const worst = parts.reduce((a, b) => (badness(b) > badness(a) ? b : a));
  const met = parts.map((p) => p.targetMet);
  return {
    ...worst,
    direction,
    targetMet: met.includes(false) ? false : met.includes(null) ? null : true,
    margin: null,
    assumptions: [note("worstPart"), ...unique(parts.flatMap((p) => p.assumptions))],
    warnings: unique(parts.flatMap((p) => p.warnings)),
    parts,
    input,
  };
}

function unique(notes: readonly Note[]): Note[] {
  const seen = new Map(notes.map((n) => [JSON.stringify(n), n]));
  return [...seen.values()];
}
