/** What a check rule is: it compares two places of a workbook and says what does not fit, as data. */
import type { CellContent, EditPlan, FindingValue, Severity } from "../types";
import type { CheckContext, CheckedSheet } from "./context";

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A counterpart; `sheet` absent: the sheet of the finding. */
export interface Counterpart {
  readonly sheet?: CheckedSheet;
  readonly cells: readonly (Place | null)[];
}

/** One inconsistency as a rule reports it; the registry makes a Finding of it. */
export interface Draft {
  readonly sheet: CheckedSheet;
  /** The place to mend. Nulls (no such cell) are left out. */
  readonly cells: readonly (Place | null)[];
  readonly others?: readonly Counterpart[];
  /** What it is about: an indicator's key, a project, a heading. Part of the finding's identity. */
  readonly subject: string;
  /** The values side by side, as printed. Part of the finding's identity: it comes back when they change. */
  readonly values: readonly FindingValue[];
  /** Japanese, polite: names the indicator and both values as printed. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fix?: EditPlan | null;
}

/** Names of the parts of a workbook that a rule compares, for lists and the result sheet. */
export type RuleFamily = "grade" | "values" | "series" | "same" | "text" | "money" | "shares" | "form" | "rubric";

export interface Rule {
  /** Plain English, kebab-case; never changes: acknowledgements are stored under it. */
  readonly id: string;
  readonly family: RuleFamily;
  /** The usual severity. */
  readonly severity: Severity;
  /** One sentence that holds for every finding of the rule. */
  readonly title: { readonly ja: string; readonly en: string };
  readonly find: (context: CheckContext) => Iterable<Draft>;
}

/** Makes the rules of one family. */
export const ruleOf =
  (family: RuleFamily) =>
  (id: string, severity: Severity, ja: string, en: string, find: Rule["find"]): Rule => ({
    id,
    family,
    severity,
    title: { ja, en },
    find,
  });

/** A fix that puts one value into one cell; null where a formula stands there or the cell is behind a merge. */
export function setCell(
  sheet: CheckedSheet,
  place: Place | null,
  value: string | number,
  why: string,
  anchor?: Place | null,
): EditPlan | null {
  if (place === null) return null;
  const { formula, numberFormat } = sheet.grid.facts(place.row, place.column);
  if (typeof formula === "string" && formula.startsWith("=")) return null;
  if (!sheet.grid.isAnchor(place.row, place.column)) return null;
  const before: CellContent = { formula, numberFormat };
  const name = anchor ? sheet.grid.facts(anchor.row, anchor.column).formula : "";
  const { id, name: sheetName } = sheet.assessed.sheet;
  return {
    edits: [
      {
        sheetId: id,
        sheetName,
        row: place.row,
        column: place.column,
        before,
        after: { formula: value, numberFormat },
        why,
        ...(anchor && name !== "" ? { anchor: { row: anchor.row, column: anchor.column, content: name } } : {}),
      },
    ],
    refused: [],
  };
}
