/** Inputs for grading tests. */
import { readCell } from "../../src/kpi/cell";
import { decimal } from "../../src/kpi/decimal";
import { grade } from "../../src/kpi/grade";
import { DEFAULT_RUBRIC, findRubric } from "../../src/kpi/rubric";
import type { Direction, GradeInput, Grading, Rubric } from "../../src/kpi/types";

export interface Row {
  readonly baseline: string | number | null;
  readonly actual: string | number | null;
  readonly target: string | number | null;
  readonly direction?: Direction;
  readonly rubric?: string | Rubric;
  readonly expected?: string;
  readonly unit?: string;
  readonly name?: string;
  readonly method?: GradeInput["method"];
}

/** A preset by name; a missing one fails the test that asks for it. */
export function preset(name: string): Rubric {
  const found = findRubric(name);
  if (!found) throw new Error(`no rubric ${name}`);
  return found;
}

export function inputOf(row: Row): GradeInput {
  const read = (value: string | number | null) => readCell(value, { unit: row.unit ?? null });
  const rubric = typeof row.rubric === "string" ? preset(row.rubric) : (row.rubric ?? DEFAULT_RUBRIC);
  return {
    baseline: read(row.baseline),
    actual: read(row.actual),
    target: read(row.target),
    direction: row.direction ?? null,
    name: row.name ?? null,
    rubric,
    expected: row.expected === undefined ? null : decimal(row.expected),
    method: row.method ?? null,
  };
}

export const gradeRow = (row: Row): Grading => grade(inputOf(row));
