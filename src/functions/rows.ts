/** One row of GRADE, EXPLAIN, RATE and CHECK: cells in, a GradeInput out, with the rules of blank and unknowable cells. */
import { findDirection } from "../kpi/direction";
import { aligned, assertSamePercent, directionOf, expectedOf, matrix, readable } from "./arguments";
import { ratioToNumber } from "../kpi/decimal";
import { note, onlyFigure, printedReference } from "../kpi/figures";
import { attainmentRate, changeRate, progressRate } from "../kpi/rates";
import { isErrorCell, notAvailable, valueError } from "./errors";
import { JA } from "../kpi/phrases-ja";
import { sentenceOf } from "../kpi/phrases";
import type { Ratio } from "../kpi/decimal";
import type { Decimal, GradeInput, Grading, Note, Quantity, RateMethod, Reading, Rubric } from "../kpi/types";
import type { At, Matrix } from "./arguments";

/** The ranges that the four functions share, lined up with the actual. */
export interface Ranges {
  readonly leader: Matrix;
  readonly baseline: At;
  readonly actual: At;
  readonly target: At;
  readonly direction: At;
  readonly expected: At;
}

/** @throws #VALUE! where the shapes differ. */
export function rangesOf(
  baseline: unknown,
  actual: unknown,
  target: unknown,
  direction: unknown,
  expected: unknown,
): Ranges {
  const leader = matrix(actual);
  const at = (range: unknown, name: string): At => aligned(matrix(range), leader, name, "実績値");
  return {
    leader,
    baseline: at(baseline, "基準値"),
    actual: at(actual, "実績値"),
    target: at(target, "目標値"),
    direction: at(direction, "方向"),
    expected: at(expected, "期待割合"),
  };
}

const REFERENCES = ["aboveReference", "belowReference"];

/** @throws the cells' own errors, #VALUE! for unreadable text, #N/A for what cannot be known. */
export function inputAt(ranges: Ranges, row: number, column: number, rubric: Rubric): GradeInput {
  const cells = [ranges.baseline(row, column), ranges.actual(row, column), ranges.target(row, column)] as const;
  for (const cell of cells) if (isErrorCell(cell)) throw cell;
  const [baselineCell, actualCell, targetCell] = cells;
  const { direction, method } = directionOf(ranges.direction(row, column));
  const expected = expectedOf(ranges.expected(row, column));
  const actual = readable(actualCell, "実績値");
  const baseline = readable(baselineCell, "基準値");
  const target = readable(targetCell, "目標値");
  const input: GradeInput = { baseline, actual, target, direction, name: null, rubric, expected, method };
  if (actual.kind === "missing") return input;
  if (targetCell === 0 && direction === null)
    throw notAvailable("目標値が空欄か0です。0が目標なら方向を指定してください");
  if (target.kind === "words" && REFERENCES.includes(target.words) && printedReference(target) === null)
    throw notAvailable(`目標「${target.text}」は比べる数値が分からないため、計算できません`);
  assertSamePercent([baseline, actual, target]);
  return input;
}

/** The figures that arrived as the number 0 and may be empty cells in Excel LTSC. */
export function zeroNotes(ranges: Ranges, row: number, column: number): Note[] {
  const notes: Note[] = [];
  if (ranges.baseline(row, column) === 0) notes.push(note("zeroMayBeBlank", { which: "baseline" }));
  if (ranges.actual(row, column) === 0) notes.push(note("zeroMayBeBlank", { which: "actual" }));
  return notes;
}

const METHODS = ["progressRate", "attainmentRate", "changeRate"] as const;

/** 進捗率 (default), 達成率, 変化率. @throws #VALUE! for other texts. */
export function methodOf(cell: unknown): RateMethod {
  const text = String(cell).trim();
  const found = METHODS.find((method) => JA.rates[method] === text);
  if (!found) throw valueError(`計算方法「${text}」がありません。進捗率・達成率・変化率のどれかを指定してください`);
  return found;
}

/** `what` is computed from it, 「期待値を」. @throws #N/A where the cell holds no single figure. */
export function figureOf(r: Reading, name: string, what = ""): Quantity {
  const only = onlyFigure(r);
  if (only) return only;
  if (r.kind === "missing") throw notAvailable(`${name}がないため、${what}計算できません`);
  throw notAvailable(`${name}「${r.text}」は1つの数値ではないため、${what}計算できません`);
}

const MAINTAIN = ["maintain", "maintainMin", "maintainMax"];

/** RATE: the glossary's rate as a number, unclipped and unrounded. @throws #N/A where there is none. */
export function rateAt(input: GradeInput, method: RateMethod): number {
  const { baseline, actual, target } = input;
  // 「維持」 asks for the baseline itself.
  const goal = target.kind === "words" && MAINTAIN.includes(target.words) ? baseline : target;
  const cumulative = goal.kind === "quantity" && goal.parts[0].cumulative !== null;
  const value = (r: Reading, name: string): Decimal => {
    const q = figureOf(r, name);
    return cumulative && q.cumulative !== null ? q.cumulative : q.value;
  };
  const { direction } = findDirection({ stated: input.direction, target, name: null, baseline });
  const done = value(actual, "実績値");
  let rate: Ratio | null;
  if (method === "changeRate") rate = changeRate(value(baseline, "基準値"), done, direction);
  else if (method === "progressRate") rate = progressRate(value(baseline, "基準値"), done, value(goal, "目標値"));
  else rate = attainmentRate(done, value(goal, "目標値"), direction);
  if (rate) return ratioToNumber(rate);
  throw notAvailable(
    method === "changeRate"
      ? "基準値が0のため、変化率はありません"
      : method === "progressRate"
        ? "目標値と基準値が同じため、進捗率はありません"
        : "目標値が0のため、達成率はありません",
  );
}

/** What `how` says of one row. @throws what `inputAt` throws; #N/A where no grade can be given. */
export function gradingAt<T extends Pick<Grading, "grade" | "warnings">>(
  how: (input: GradeInput) => T,
  ranges: Ranges,
  row: number,
  column: number,
  rubric: Rubric,
): T {
  const grading = how(inputAt(ranges, row, column, rubric));
  if (grading.grade !== "") return grading;
  const reason = grading.warnings[0];
  throw notAvailable(reason ? sentenceOf(reason, JA) : "評価を決められません");
}
