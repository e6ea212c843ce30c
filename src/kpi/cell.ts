/** What a KPI cell says: every cell of a sheet is read here, with its displayed text, number format and unit column. */
import { remember } from "./cell-memory";
import { quantityOf, readPrinted } from "./cell-value";
import { fromNumber, multiply } from "./decimal";
import { numberShape } from "./number-format";
import type { Reading } from "./types";
import { PERCENT, readUnit } from "./unit";

export interface CellContext {
  /** What the cell displays. */
  readonly text?: string;
  /** Excel's number format in its invariant spelling, `0.0%`, `#,##0"件"`. */
  readonly numberFormat?: string;
  /** Text of the unit column, or the unit found in the name; used where the cell prints no unit of its own. */
  readonly unit?: string | null;
}

const units = remember(readUnit);

function readNumber(value: number, context: CellContext): Reading {
  const exact = fromNumber(value);
  const text = context.text ?? String(value);
  if (exact === null) return { kind: "unreadable", text };
  const format = context.numberFormat;
  const unitText = context.unit ?? null;
  const shape = format === undefined ? null : numberShape(format);
  if (shape?.kind === "date") {
    // Dates go by what the cell shows: the serial number depends on the workbook's date system.
    const shown = context.text === undefined ? null : readPrinted(context.text, null);
    return { kind: "unreadable", text, ...(shown?.kind === "unreadable" ? { year: shown.year ?? null } : {}) };
  }
  if (shape?.kind === "percent") return quantityOf(text, exact, PERCENT);
  const unit = units(shape?.unit ?? unitText ?? "");
  if (unit === null) return quantityOf(text, exact, null);
  // A format that divides by thousands (`#,##0,"千円"`) shows base units already.
  const scaled = shape?.kind === "plain" && shape.thousands > 0 ? exact : multiply(exact, unit.factor);
  return quantityOf(text, scaled, unit.unit);
}

/**
 * Reads one cell: value, unit, year and note come apart; figures in base units, percent as a fraction.
 * Missing is not one thing, unreadable keeps its text; never 0 for a text without a figure, never a throw.
 * @param value the cell's value as Excel gives it
 */
export function readCell(value: string | number | boolean | null, context: CellContext = {}): Reading {
  if (typeof value === "number") return readNumber(value, context);
  if (typeof value === "boolean") return { kind: "error", text: context.text ?? (value ? "TRUE" : "FALSE") };
  return readPrinted(value ?? "", context.unit ?? null);
}
