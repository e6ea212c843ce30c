/** Figures of money and of results in rows under a header of years: each with its cell, its year and its text. */
import { readCell } from "../../kpi/cell";
import { add, decimal, type Decimal } from "../../kpi/decimal";
import type { Grid } from "../grid";
import type { MoneyHeader } from "./money-headers";
import type { MoneyKind, Stage } from "./money-words";

export interface FigureCell {
  readonly row: number;
  readonly column: number;
  /** "" where the cell is blank. */
  readonly text: string;
  /** Exact, in base units (千円 → 円); null: blank, a dash, words or unreadable. */
  readonly value: Decimal | null;
  readonly unreadable: boolean;
  /** A formula stands there. */
  readonly formula: boolean;
  readonly year: number | null;
  /** 参考: never added to totals. */
  readonly reference: boolean;
  /** A column 合計. */
  readonly total: boolean;
  readonly stage: Stage;
}

export interface MoneyLine {
  readonly kind: MoneyKind;
  readonly stage: Stage;
  /** As printed, 「一般財源」. */
  readonly label: string;
  readonly row: number;
  /** As printed, 「千円」; null where none is. */
  readonly unit: string | null;
  readonly cells: readonly FigureCell[];
}

/** The first figure within the columns of each header. */
export function figureCells(
  grid: Grid,
  row: number,
  headers: readonly MoneyHeader[],
  unit: string | null,
): FigureCell[] {
  return headers.map((header) => {
    const cell = grid.first(row, header.column, header.right);
    const column = cell?.column ?? header.column;
    const facts = grid.facts(row, column);
    const reading = readCell(facts.value === "" ? null : facts.value, {
      text: facts.text,
      numberFormat: facts.numberFormat,
      unit,
    });
    return {
      row,
      column,
      text: facts.text,
      value: reading.kind === "quantity" ? reading.parts[0].value : null,
      unreadable: reading.kind === "unreadable" || reading.kind === "error",
      formula: typeof facts.formula === "string" && facts.formula.startsWith("="),
      year: header.year,
      reference: header.reference,
      total: header.total,
      stage: header.stage ?? header.money?.stage ?? null,
    };
  });
}

/** The sum of the figures that exist; null where there is none. */
export function sumOf(values: readonly (Decimal | null)[]): Decimal | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce(add, decimal(0));
}
