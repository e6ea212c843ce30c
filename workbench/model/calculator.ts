/** Where formulas are worked out: the model asks, an engine answers. */
import type { CellValue } from "./cell";
import type { Sheet } from "./sheet";
import type { Workbook } from "./workbook";

export interface CellPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** An argument as a formula hands it over: a value, null for a blank cell, undefined for one left out, or a range. */
export type Argument = CellValue | null | undefined | readonly (readonly (CellValue | null)[])[];

export type Result = CellValue | readonly (readonly CellValue[])[];

/** The custom functions of the add-in, as a formula engine sees them. */
export interface CustomFunctionCaller {
  /** True for "KPI.GRADE" in any case. */
  has(name: string): boolean;
  /**
   * The result for these arguments in that cell, or "#BUSY!" while the add-in's runtime works it out: when it is there,
   * the workbook asks the calculator to work out that cell again.
   * @param name "KPI.GRADE", in any case
   */
  call(name: string, args: readonly Argument[], place: CellPlace): Result;
}

/**
 * A formula engine. Results go in through `book.setResult(place, result)`, which spills arrays. Cells that hold no
 * formula are never touched.
 */
export interface Calculator {
  /**
   * Works out the formulas in `changed` and every formula that depends on those cells; "all": the whole workbook.
   * Formulas may have been added, replaced or removed in `changed`.
   */
  recalculate(book: Workbook, changed: readonly CellPlace[] | "all"): void;
  /** Rows, columns or whole sheets moved, or a name changed its meaning: forget what was known about references. */
  structureChanged(book: Workbook): void;
}

/** Keeps what the file had; a new formula shows #NAME? since nothing can work it out. */
export const cachedValues: Calculator = {
  recalculate(book, changed) {
    if (changed === "all") return;
    for (const place of changed) {
      const cell = place.sheet.cell(place.row, place.column);
      if (cell?.formula && cell.value === "") book.setResult(place, "#NAME?");
    }
  },
  structureChanged() {},
};
