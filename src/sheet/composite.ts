/** 複数の値の評価: one cell with several values takes the grade of its worst part, or the most frequent one where the user chose so. */
import { note } from "../kpi/figures";
import { majority } from "../kpi/rollup";
import type { Grading } from "../kpi/types";
import type { Settings } from "./settings";

const BY_MAJORITY = "majorityPart";

/** The grading as the workbook counts composite cells. A part that cannot be graded leaves the whole as it is. */
export function wholeOf(grading: Grading, rule: Settings["compositeRule"]): Grading {
  const { parts } = grading;
  const { rubric } = grading.input;
  if (rule === "worst" || parts.length === 0) return grading;
  const grades = parts.map((part) => part.grade);
  const chosen = parts.find((part) => part.grade === majority(grades, rubric));
  if (chosen === undefined || grades.includes("")) return grading;
  return {
    ...grading,
    grade: chosen.grade,
    band: chosen.band,
    rate: chosen.rate,
    assumptions: grading.assumptions.map((a) => (a.code === "worstPart" ? note(BY_MAJORITY) : a)),
  };
}

/** Only the workbook knows this choice: a formula takes the worst part. */
export const isByMajority = (grading: Grading): boolean => grading.assumptions.some((a) => a.code === BY_MAJORITY);
