/** What the written grades were worked out from, found by trying: another year's column, or the year's own target. */
import { grade } from "../../kpi/grade";
import { gradeKey, gradeOf } from "../../kpi/rubric";
import type { Grading, Reading } from "../../kpi/types";
import type { CellReading } from "../types";
import type { CheckContext, CheckedRow, CheckedSheet } from "./context";
import { quantityOf } from "./readings";

/** The grade of the rubric that is written in the row; null where none is. */
export const writtenGrade = ({ indicator, rubric }: CheckedRow): string | null =>
  indicator.existingGrade === null || indicator.existingGrade === "" ? null : gradeOf(rubric, indicator.existingGrade);

const fits = (row: CheckedRow, other: { readonly actual?: Reading; readonly target?: Reading }): boolean => {
  const own = writtenGrade(row);
  return own !== null && gradeKey(grade({ ...row.grading.input, ...other }).grade) === gradeKey(own);
};

const isPlain = ({ grading }: CheckedRow): boolean => grading.parts.length === 0;

/** Grades that say so much: fewer may agree by chance. */
const ENOUGH = 3;

/**
 * The year whose actuals the written grades follow, where the title names another and most grades do not fit that one;
 * null where the title's year will do.
 */
export function yearOfGrades(sheet: CheckedSheet): number | null {
  let year = years.get(sheet);
  if (year === undefined) years.set(sheet, (year = findYear(sheet)));
  return year;
}

const years = new WeakMap<CheckedSheet, number | null>();

function findYear(sheet: CheckedSheet): number | null {
  const { yearFrom, year } = sheet.assessed;
  if (year === null || (yearFrom !== "title" && yearFrom !== "workbookTitle")) return null;
  const rows = sheet.rows.filter((row) => isPlain(row) && writtenGrade(row) !== null);
  if (rows.length < ENOUGH) return null;
  const own = rows.filter((row) => row.indicator.actualYear === year && fits(row, {})).length;
  const printed = [...new Set(rows.flatMap(({ indicator }) => indicator.actuals.map((one) => one.year)))];
  // Most grades fit: nothing to look for.
  if (own * 2 > rows.length) return null;
  const [best] = printed
    .flatMap((one) => (one === null || one === year ? [] : [{ year: one, count: fittingIn(rows, one) }]))
    .sort((a, b) => b.count - a.count);
  if (!best || best.count < ENOUGH) return null;
  return best.count * 5 >= rows.length * 4 && best.count >= own + 2 ? best.year : null;
}

const fittingIn = (rows: readonly CheckedRow[], year: number): number =>
  rows.filter((row) => {
    const at = row.indicator.actuals.find((one) => one.year === year);
    if (at === undefined || quantityOf(at.reading) === null) return false;
    const target = row.indicator.targets.find((one) => one.year === year);
    return fits(row, { actual: at.reading }) || (target && fits(row, { actual: at.reading, target: target.reading }));
  }).length;

/** The target of the graded year beside the final one that the rubric compares with. */
export function yearTarget({ indicator, rubric }: CheckedRow): CellReading | null {
  if (rubric.compareWith !== "final" || indicator.actualYear === null) return null;
  const own = indicator.targets.find((one) => one.year === indicator.actualYear && one.cell !== null);
  if (!own || own.cell === indicator.target.cell || quantityOf(own.reading) === null) return null;
  return own.reading === indicator.target.reading ? null : own;
}

const known = new WeakMap<CheckContext, boolean>();

/** Do the written grades of the workbook follow the target of the year rather than the final one. */
function followsYear(context: CheckContext): boolean {
  let follows = known.get(context);
  if (follows !== undefined) return follows;
  const rows = context.rows.flatMap((row) => {
    const target = isPlain(row) && writtenGrade(row) !== null ? yearTarget(row) : null;
    return target === null ? [] : [{ row, target }];
  });
  const final = rows.filter(({ row }) => fits(row, {})).length;
  // One grade may fit by chance, or be the one that is wrong.
  follows = rows.filter(({ row, target }) => fits(row, { target: target.reading })).length >= final + 2;
  known.set(context, follows);
  return follows;
}

/** The grading that the written grade is held against, with the target that it compares with. */
export function dueGrading(
  context: CheckContext,
  row: CheckedRow,
): { readonly grading: Grading; readonly target: CellReading } {
  const target = isPlain(row) && followsYear(context) ? yearTarget(row) : null;
  if (target === null) return { grading: row.grading, target: row.indicator.target };
  return { grading: grade({ ...row.grading.input, target: target.reading }), target };
}
