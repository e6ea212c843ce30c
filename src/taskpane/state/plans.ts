/** What a press on a button would write. */
import { planGrades, planValues } from "../../sheet/plan";
import type { Settings } from "../../sheet/settings";
import type { Assessment, CellValue, EditPlan } from "../../sheet/types";
import type { Preferences } from "../preferences";
import { scoped } from "./derive";
import type { WriteMode } from "./types";

export interface PlanChoices {
  readonly mode: WriteMode;
  /** Keys of indicators whose hand-made grade is to be overwritten. */
  readonly ticked: ReadonlySet<string>;
  /** Tables without a grade column get one in the empty column beside them. */
  readonly newColumns: boolean;
  /** What we wrote before; null: nothing is remembered. */
  readonly written: ReadonlyMap<string, CellValue> | null;
  readonly settings: Settings;
}

/** Grades for the sheets in scope, as values or formulas. */
export function planFor(assessment: Assessment, scope: Preferences["scope"], choices: PlanChoices): EditPlan {
  const { mode, ticked, newColumns, written, settings } = choices;
  const inScope = scoped(assessment, scope);
  const without = inScope.sheets.flatMap(({ tables }) => tables.filter(({ table }) => table.columns.grade === null));
  return planGrades(inScope, {
    as: mode,
    overwrite: ticked,
    ...(written ? { written } : {}),
    settings,
    newColumns: new Set(newColumns ? without.map(({ table }) => table.id) : []),
  });
}

/** Grade cells of the workbook that hold a formula of ours. */
export const formulaCount = (assessment: Assessment): number => {
  const { edits, refused } = planValues(assessment);
  return edits.length + refused.length;
};
