import { readFileSync } from "node:fs";
import { readCell } from "../../../src/kpi/cell";
import { toNumber, type Decimal } from "../../../src/kpi/decimal";
import { splitName } from "../../../src/kpi/name";
import type { Reading } from "../../../src/kpi/types";
import { readYear } from "../../../src/kpi/year";
import { sameUnit, unitOfName } from "../../../src/kpi/unit";

interface Component {
  readonly label: string;
  readonly baselineValue: number | null;
  readonly targetValue?: number | null;
  readonly interimValue?: number | null;
}
interface Indicator {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly nameCore: string;
  readonly baselineText: string | null;
  readonly baselineYear: string | null;
  readonly baselineFiscalYear: number | null;
  readonly baselineYearBasis: string | null;
  readonly interimText: string | null;
  readonly targetText: string | null;
  readonly targetYear: string | null;
  readonly targetFiscalYear: number | null;
  readonly targetKind: string;
  readonly targetOperator: string | null;
  readonly unit: string | null;
  readonly unitMultiplier: number;
  readonly baseUnit: string | null;
  readonly baselineValue: number | null;
  readonly interimValue: number | null;
  readonly targetValue: number | null;
  readonly components: readonly Component[];
  readonly actuals: readonly { readonly text: string; readonly value: number | null }[];
}

const INDICATORS = JSON.parse(readFileSync("test/data/indicators.json", "utf8")) as Indicator[];

/** The unit as the sheet would give it: printed in the name, or in a unit column. */
const contextUnit = (i: Indicator): string | null => unitOfName(i.name) ?? i.unit;
const isPercent = (i: Indicator): boolean => i.unit === "%" || i.unit === "％";
const round = (n: number): number => Number(n.toPrecision(12));
const inBaseUnits = (i: Indicator, value: number): number =>
  round(isPercent(i) ? value / 100 : value * i.unitMultiplier);
const numbers = (reading: Reading): number[] =>
  reading.kind === "quantity" ? reading.parts.map((p) => toNumber(p.value as Decimal)) : [];

type Field = "baseline" | "interim" | "target";

function expected(i: Indicator, field: Field): number[] {
  const single = i[`${field}Value`];
  if (single !== null) return [inBaseUnits(i, single)];
  // The reference of 「60.2% (全国 63.8%)」 is listed as a component, but is no value of the indicator.
  return i.components
    .filter((c) => !c.label.includes("参照"))
    .map((c) => c[`${field}Value`])
    .filter((v) => v !== null && v !== undefined)
    .map((v) => inBaseUnits(i, v));
}

test("there are 124", () => expect(INDICATORS).toHaveLength(124));

describe.each(INDICATORS.map((i) => [i.id, i] as const))("%s", (_id, i) => {
  const unit = contextUnit(i);

  test.each(["baseline", "interim", "target"] as const)("%s", (field) => {
    const text = i[`${field}Text`];
    const reading = readCell(text, { unit });
    expect(numbers(reading)).toEqual(expected(i, field));
    if (text === null) expect(reading).toMatchObject({ kind: "missing", missing: "blank" });
    else if (/^[-—―]/u.test(text) && !/\d/u.test(text[1] ?? "")) {
      expect(reading).toMatchObject({ kind: "missing", missing: "dash" });
    }
    if (reading.kind === "quantity") {
      for (const part of reading.parts) {
        const plainUnit = (part.unit ?? "").replace(/\/年$/u, "");
        expect(sameUnit(plainUnit || null, (i.baseUnit ?? i.unit)?.replace(/\/年$/u, "") ?? null)).toBe(true);
      }
    }
  });

  test("years", () => {
    if (i.baselineYear !== null) expect(readYear(i.baselineYear)).toBe(i.baselineFiscalYear);
    if (i.targetYear !== null) expect(readYear(i.targetYear)).toBe(i.targetFiscalYear);
    const reading = readCell(i.baselineText, { unit });
    if (i.baselineYearBasis === "cell" && "year" in reading) expect(reading.year).toBe(i.baselineFiscalYear);
  });

  test("kind of target", () => {
    const reading = readCell(i.targetText, { unit });
    const words = reading.kind === "words" ? reading.words : null;
    const bound = reading.kind === "quantity" ? reading.parts[0].bound : null;
    expect(words === "increase").toBe(i.targetKind === "increase");
    expect(words === "aboveReference").toBe(i.targetKind === "above-reference");
    expect(bound === "maxExclusive").toBe(i.targetOperator === "<");
  });

  test("actuals", () => {
    for (const actual of i.actuals) {
      const reading = readCell(actual.text, { unit });
      expect(numbers(reading)).toEqual(actual.value === null ? [] : [inBaseUnits(i, actual.value)]);
      if (actual.value === null) expect(reading).toMatchObject({ kind: "missing", missing: "dash" });
    }
  });

  test("name", () => expect(splitName(i.name).core).toBe(i.nameCore));
});
