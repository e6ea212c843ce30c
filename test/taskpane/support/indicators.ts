/** Rows as the reader would give them, with only what a test says. */
import { readCell } from "../../../src/kpi/cell";
import { grade } from "../../../src/kpi/grade";
import { DEFAULT_RUBRIC } from "../../../src/kpi/rubric";
import type { Direction, Reading } from "../../../src/kpi/types";
import type { GradedIndicator, Indicator } from "../../../src/sheet/types";

interface Values {
  readonly key?: string;
  readonly name?: string;
  readonly unit?: string | null;
  readonly printedUnit?: string;
  readonly baseline: Reading;
  readonly actual: Reading;
  readonly target: Reading;
  readonly existingGrade?: string | null;
}

/** An indicator in row 5 (index 4) of a list: baseline C, actual D, target E, grade F. */
export function indicatorOf(values: Values): Indicator {
  const at = (column: number, reading: Reading) => ({ cell: { sheetId: "s1", row: 4, column }, reading });
  const actual = at(3, values.actual);
  const target = at(4, values.target);
  return {
    key: values.key ?? "様式/指標",
    tableId: "s1!A3:F10",
    sheetId: "s1",
    row: 4,
    no: null,
    name: values.name ?? "指標",
    part: null,
    group: [],
    places: { name: { sheetId: "s1", row: 4, column: 1 }, no: null, unit: null, rate: null, remarks: null },
    owner: null,
    unit: values.unit ?? null,
    printedUnit: values.printedUnit ?? values.unit ?? null,
    unitGap: null,
    baseline: at(2, values.baseline),
    baselineYear: 2018,
    actual,
    actualYear: 2021,
    actuals: [{ ...actual, year: 2021, headerYear: 2021 }],
    target,
    targetYear: 2024,
    targets: [{ ...target, year: 2024, kind: "final" }],
    statedDirection: null,
    kind: null,
    gradeCell: { sheetId: "s1", row: 4, column: 5 },
    existingGrade: values.existingGrade ?? "",
  };
}

/** The same, graded by 旭市型. */
export function gradedOf(
  texts: { readonly baseline: string; readonly actual: string; readonly target: string },
  more: { readonly name?: string; readonly existingGrade?: string | null; readonly direction?: Direction } = {},
): GradedIndicator {
  const baseline = readCell(texts.baseline);
  const actual = readCell(texts.actual);
  const target = readCell(texts.target);
  const name = more.name ?? "指標";
  return {
    indicator: indicatorOf({ ...more, baseline, actual, target }),
    rubric: DEFAULT_RUBRIC,
    grading: grade({
      baseline,
      actual,
      target,
      direction: more.direction ?? null,
      name,
      rubric: DEFAULT_RUBRIC,
      expected: null,
    }),
  };
}
