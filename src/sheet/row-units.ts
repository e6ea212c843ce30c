/**
 * Figures of one row that do not all print their unit: 「97.8%」 beside a bare 「98.9」, 「512千t-CO2」 beside 「471」. A bare figure
 * is read in the unit of the others where only that makes sense of it; where nothing does, the row is not graded.
 */
import { plain } from "../kpi/characters";
import { decimal, multiply, type Decimal } from "../kpi/decimal";
import { isKnownUnit, readUnit } from "../kpi/unit";
import type { Quantity, Reading } from "../kpi/types";

const BARE = /^[-+▲△]?[\d,]*\.?\d+$/;
const FIGURE_AND_UNIT = /^[^\d]{0,2}[\d,]*\.?\d+\s*(\S{1,10}?)(?:\s*[（(].*)?$/;

const only = (reading: Reading): Quantity | null =>
  reading.kind === "quantity" && reading.parts.length === 1 ? reading.parts[0] : null;

/** A figure without any unit. */
export function isBare(reading: Reading): boolean {
  const one = only(reading);
  return one !== null && one.unit === null && BARE.test(plain(reading.text).text.replace(/\s+/g, ""));
}

/** The unit that a row prints beside some of its figures, with its number word: 「千t-CO2」; null where it has none that counts. */
export function unitInRow(readings: readonly Reading[]): string | null {
  for (const reading of readings) {
    const one = only(reading);
    if (one === null || one.unit === null) continue;
    const unit = FIGURE_AND_UNIT.exec(plain(reading.text).text)?.[1] ?? "";
    const known = isKnownUnit(unit) ? readUnit(unit) : null;
    if (known && (known.factor.digits !== 1n || known.factor.scale !== 0)) return unit;
  }
  return null;
}

/** Of one order: neither more than ten times the other. */
function near(a: Decimal, b: Decimal): boolean {
  const size = (d: Decimal): number => Math.abs(Number(d.digits)) / 10 ** d.scale;
  return size(a) <= size(b) * 10 && size(b) <= size(a) * 10;
}

/**
 * How a bare figure stands to the others of its row: `same` in base units as it is, `scaled` in the unit that they print,
 * `open` where neither makes it comparable. Zero is zero in every unit.
 */
export function bareFigure(bare: Reading, others: readonly Reading[], unit: string): "same" | "scaled" | "open" {
  const value = only(bare)?.value;
  if (!value || value.digits === 0n) return "same";
  const values = others.flatMap((other) => only(other)?.value ?? []).filter((other) => other.digits !== 0n);
  const factor = readUnit(unit)?.factor ?? decimal(1);
  if (values.length === 0 || values.some((other) => near(value, other))) return "same";
  return values.some((other) => near(multiply(value, factor), other)) ? "scaled" : "open";
}
