/** What a KPI cell says. The one door: every cell of a sheet and every argument of a function is read here. */
import { remember } from "./cell-memory";
import { readText } from "./cell-text";
import { fromNumber, multiply, type Decimal } from "./decimal";
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

const readings = remember((key) => {
  const at = key.indexOf("\u0000");
  return readText(key.slice(at + 1), at === 0 ? null : key.slice(0, at));
});
const units = remember(readUnit);

function quantity(text: string, value: Decimal, unit: string | null): Reading {
  const part = {
    value,
    cumulative: null,
    unit,
    year: null,
    label: null,
    bound: null,
    approximate: false,
    forecast: false,
  };
  return { kind: "quantity", text, parts: [part], year: null, notes: [] };
}

const readOnce = (text: string, unit: string | null): Reading =>
  readings(`${(unit ?? "").replaceAll("\u0000", "")}\u0000${text}`);

function readNumber(value: number, context: CellContext): Reading {
  const exact = fromNumber(value);
  const text = context.text ?? String(value);
  if (exact === null) return { kind: "unreadable", text };
  const format = context.numberFormat;
  const unitText = context.unit ?? null;
  const shape = format === undefined ? null : numberShape(format);
  if (shape?.kind === "date") {
    // Dates go by what the cell shows: the serial number depends on the workbook's date system.
    const shown = context.text === undefined ? null : readOnce(context.text, null);
    return { kind: "unreadable", text, ...(shown?.kind === "unreadable" ? { year: shown.year ?? null } : {}) };
  }
  if (shape?.kind === "percent") return quantity(text, exact, PERCENT);
  const unit = units(shape?.unit ?? unitText ?? "");
  if (unit === null) return quantity(text, exact, null);
  // A format that divides by thousands (`#,##0,"千円"`) shows base units already.
  const scaled = shape?.kind === "plain" && shape.thousands > 0 ? exact : multiply(exact, unit.factor);
  return quantity(text, scaled, unit.unit);
}

/**
 * Reads one cell: value, unit, year and note come apart; figures in base units, percent as a fraction.
 * Missing is not one thing, unreadable keeps its text; never 0 for a text without a figure, never a throw.
 * @param value the cell's value as Excel gives it
 */
export function readCell(value: string | number | boolean | null, context: CellContext = {}): Reading {
  if (typeof value === "number") return readNumber(value, context);
  if (typeof value === "boolean") return { kind: "error", text: context.text ?? (value ? "TRUE" : "FALSE") };
  return readOnce(value ?? "", context.unit ?? null);
}
