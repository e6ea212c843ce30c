/** getSpecialCells: blanks, constants, formulas, visible cells as runs of cells. */
import { refuse } from "../host/api-error";
import type { Area } from "../model/area";
import { valueType } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { clipped } from "./cells";
import { areasObject, type AreasObject } from "./context";

const VALUE_KIND = { Double: "Numbers", String: "Text", Boolean: "Logical", Error: "Errors", Empty: "" } as const;

/**
 * @param kind Excel.SpecialCellType
 * @param values Excel.SpecialCellValueType ("LogicalNumbers" …); null: all
 */
export function specialCells(
  sheet: Sheet,
  areas: readonly Area[],
  kind: string,
  values: string | null,
): AreasObject | null {
  const matches = (row: number, column: number): boolean => {
    const cell = sheet.cell(row, column);
    const value = cell?.value ?? "";
    const isFormula = (cell?.formula ?? null) !== null;
    const rightKind = values === null || values === "All" || values.includes(VALUE_KIND[valueType(value)] || "?");
    switch (kind) {
      case "Blanks":
        return value === "" && !isFormula;
      case "Constants":
        return value !== "" && !isFormula && rightKind;
      case "Formulas":
        return isFormula && rightKind;
      case "Visible":
        return !sheet.rows.at(row).hidden && !sheet.columns.at(column).hidden;
      default:
        return refuse("ApiNotFound", "Range.getSpecialCells", `not implemented by this host: special cells ${kind}`);
    }
  };
  const runs: Area[] = [];
  for (const area of areas) {
    const part = clipped(sheet, area);
    if (!part) continue;
    for (let row = part.top; row <= part.bottom; row++) {
      for (let column = part.left; column <= part.right; column++) {
        if (!matches(row, column)) continue;
        const left = column;
        while (column < part.right && matches(row, column + 1)) column++;
        runs.push({ top: row, left, bottom: row, right: column });
      }
    }
  }
  return areasObject(sheet, runs);
}
