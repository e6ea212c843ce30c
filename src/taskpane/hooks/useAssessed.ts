import { useMemo } from "react";
import type { AssessedSheet } from "../../sheet/types";
import { countState, scoped, yearsOf } from "../state/derive";
import type { StateCounts } from "../state/types";
import { usePart } from "./usePane";

export interface Assessed {
  /** The sheets in scope: the active one, or all. */
  readonly sheets: readonly AssessedSheet[];
  /** The sheet that the user looks at. */
  readonly active: AssessedSheet | null;
  readonly counts: StateCounts;
  /** KPIs on sheets out of scope. */
  readonly elsewhere: number;
  readonly years: readonly number[];
}

/** What was read and graded, for the scope in force; null before the first reading. */
export function useAssessed(): Assessed | null {
  const assessment = usePart("assessment");
  const { scope } = usePart("preferences");
  return useMemo(() => {
    if (assessment === null) return null;
    const { sheets } = scoped(assessment, scope);
    const counts = countState(sheets);
    const active = assessment.sheets.find(({ sheet }) => sheet.id === assessment.workbook.activeSheetId) ?? null;
    return {
      sheets,
      active,
      counts,
      elsewhere: countState(assessment.sheets).kpi - counts.kpi,
      years: yearsOf(sheets),
    };
  }, [assessment, scope]);
}
