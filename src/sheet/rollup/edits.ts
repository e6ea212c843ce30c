/** Cells of the sheet's own blocks → edits and refusals. A cell that already says the same is left alone. */
import { readCell } from "../../kpi/cell";
import { compare, decimal, type Decimal } from "../../kpi/decimal";
import type { Grid } from "../grid";
import type { CellValue, Edit, EditPlan, Refusal, RefusalReason } from "../types";

/** What is to stand in one cell. */
export interface Wanted {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Where figures are compared: their value in the unit of the cell; null for a text. */
  readonly figure: Decimal | null;
  /** One Japanese sentence for the preview. */
  readonly why: string;
  /** A cell that tells whose row this is. */
  readonly anchor: { readonly row: number; readonly column: number } | null;
}

export interface EditChoices {
  /** Cells that already hold something else are changed, too. */
  readonly overwrite: boolean;
}

/** Formulas and cells behind a merge are refused; other values of a person are kept unless the user chose otherwise. */
export function editsOf(grid: Grid, wanted: readonly Wanted[], choices: EditChoices): EditPlan {
  const edits: Edit[] = [];
  const refused: Refusal[] = [];
  for (const one of wanted) {
    const facts = grid.facts(one.row, one.column);
    if (says(facts.value, facts.text, facts.numberFormat, one)) continue;
    const edit: Edit = {
      sheetId: grid.sheet.id,
      sheetName: grid.sheet.name,
      row: one.row,
      column: one.column,
      before: { formula: facts.formula, numberFormat: facts.numberFormat },
      after: { formula: one.value, numberFormat: facts.numberFormat },
      why: one.why,
      ...(one.anchor && {
        anchor: { ...one.anchor, content: grid.facts(one.anchor.row, one.anchor.column).formula },
      }),
    };
    const reason = refusal(grid, one, facts.formula, facts.value, choices);
    if (reason === null) edits.push(edit);
    else refused.push({ edit, reason });
  }
  return { edits, refused };
}

function refusal(
  grid: Grid,
  { row, column }: Wanted,
  formula: CellValue,
  value: CellValue,
  choices: EditChoices,
): RefusalReason | null {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return "formula";
  if (!grid.isAnchor(row, column)) return "merged";
  const blank = value === "" || (typeof value === "string" && value.trim() === "");
  return blank || choices.overwrite ? null : "kept";
}

function says(value: CellValue, text: string, numberFormat: string, { value: wanted, figure }: Wanted): boolean {
  if (value === wanted) return true;
  if (figure === null || value === "") return false;
  const reading = readCell(value, { text, numberFormat });
  if (reading.kind !== "quantity") return false;
  const [{ value: held, unit }] = reading.parts;
  const scaled = unit === "%" && !numberFormat.includes("%") ? { digits: held.digits * 100n, scale: held.scale } : held;
  return compare(scaled, figure) === 0;
}

/** A figure as it is typed into a cell of this format: a share goes into a percent cell as a fraction. */
export function typedShare(
  percent: number,
  numberFormat: string,
  printsSign: boolean,
): { value: CellValue; figure: Decimal } {
  if (numberFormat.includes("%")) {
    const fraction = Math.round(percent * 10) / 1000;
    return { value: fraction, figure: decimal(fraction) };
  }
  return { value: printsSign ? `${percent.toFixed(1)}%` : percent, figure: decimal(percent) };
}

/** Several plans as one. */
export const joinPlans = (plans: readonly EditPlan[]): EditPlan => ({
  edits: plans.flatMap((plan) => plan.edits),
  refused: plans.flatMap((plan) => plan.refused),
});
