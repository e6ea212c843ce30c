/** The indicators of the five public plans, as printed and as figures (`test/data/indicators.json`). */
import rows from "../test/data/indicators.json";
import type { IndicatorTruth } from "./truth";

export interface Fact {
  readonly id: string;
  readonly source: string;
  readonly goal: string;
  readonly measure: string | null;
  readonly code: string | null;
  readonly kind: string;
  readonly indicatorType: string | null;
  readonly name: string;
  readonly nameCore: string;
  readonly note: string | null;
  readonly baselineText: string | null;
  readonly baselineFiscalYear: number | null;
  readonly interimText: string | null;
  readonly targetText: string | null;
  readonly targetFiscalYear: number | null;
  readonly unit: string | null;
  readonly unitMultiplier: number;
  readonly baselineValue: number | null;
  readonly interimValue: number | null;
  readonly targetValue: number | null;
  readonly targetKind: string;
  readonly direction: string;
  readonly needsHumanConfirmation: boolean;
  readonly publishedGrade: string | null;
  readonly flags: readonly string[];
  readonly components: readonly {
    readonly label: string;
    readonly baselineText?: string | null;
    readonly baselineFiscalYear?: number | null;
    readonly baselineValue?: number | null;
    readonly targetText?: string | null;
    readonly targetValue?: number | null;
  }[];
  readonly actuals: readonly {
    readonly fiscalYear: number;
    readonly text: string;
    readonly value: number | null;
  }[];
}

export const FACTS: readonly Fact[] = rows;

/** The indicator with this id. */
export function fact(id: string): Fact {
  const found = FACTS.find((f) => f.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}

const NUMBER_WORD = /^(?:千|万|百万|億|兆)(?=.)/;

/** Unit without its number word, every percent as "%". */
export function baseUnit(unit: string | null): string | null {
  if (unit === null) return null;
  return unit === "％" ? "%" : unit.replace(NUMBER_WORD, "");
}

/** A printed figure in base units: number words expanded, percent as a fraction. Exact for what is printed. */
export function inBaseUnits(
  value: number | null | undefined,
  of: Pick<Fact, "unit" | "unitMultiplier">,
): number | null {
  if (value === null || value === undefined) return null;
  const percent = of.unit === "%" || of.unit === "％";
  const exponent = percent ? -2 : Math.round(Math.log10(of.unitMultiplier));
  return Number(`${value}e${exponent}`);
}

/** up / down, or the keeping kinds where the target is to hold the baseline. */
export function directionOf(f: Fact): IndicatorTruth["direction"] {
  const down = f.direction === "lower-better";
  if (f.targetKind === "maintain") return down ? "keepDown" : "keepUp";
  return down ? "down" : "up";
}
