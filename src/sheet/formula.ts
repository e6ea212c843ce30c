/**
 * The formula of one grade cell: `=KPI.GRADE(F5&"",G5&"",H5&"","増加","旭市型")`. Direction, rubric and expected share stand in
 * it explicitly, so that sheet and pane agree; where they would not, there is no formula but a reason.
 */
import { readCell } from "../kpi/cell";
import { isZero, toNumber, toText } from "../kpi/decimal";
import { grade } from "../kpi/grade";
import { readKind } from "../kpi/kind";
import { gradeKey, PRESETS } from "../kpi/rubric";
import type { Direction, GradeInput, Reading, Rubric } from "../kpi/types";
import { areaAddress, cellAddress } from "./address";
import { isByMajority } from "./composite";
import { presetLike } from "./same-rubric";
import type { Area, CellReading, GradedIndicator, RubricSource, SheetSnapshot } from "./types";

export type FormulaResult = { readonly formula: string } | { readonly refused: string };

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  up: "増加",
  down: "減少",
  keepUp: "維持",
  keepDown: "維持（以下）",
};

/** A formula of this product, in a cell. */
export const isOurFormula = (formula: unknown): boolean =>
  typeof formula === "string" && /^=\s*KPI\.[A-Z]+\s*\(/i.test(formula);

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** How a formula names a rubric: a preset, or the range of the table on the sheet; a reason where it cannot. */
export function rubricArgument(rubric: Rubric, from: RubricSource, tableArea: Area | null): FormulaResult {
  const preset = PRESETS.find((p) => p.id === rubric.id && p.name === rubric.name) ?? presetLike(rubric);
  if (preset) return { formula: quoted(preset.name) };
  if (from === "table" && tableArea) {
    const absolute = areaAddress(tableArea).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
    return { formula: absolute };
  }
  return {
    refused:
      "この評価基準は式では書けません（同じ基準の既定の型がなく、シートに評価・条件の表もありません）。値で書き込んでください。",
  };
}

/** The reading that the function gets to see: the value as text, without unit column and number format. */
function bare(sheet: SheetSnapshot, { cell }: CellReading): Reading {
  if (cell === null || sheet.area === null) return readCell("");
  const value = sheet.values[cell.row - sheet.area.top]?.[cell.column - sheet.area.left] ?? "";
  return readCell(typeof value === "boolean" ? String(value).toUpperCase() : String(value));
}

/** How many times the pane's figure is that of the function, cell by cell: 10,000 for 「431.5」 under 万円. Zero says nothing. */
function scales(cells: readonly CellReading[], seen: readonly Reading[]): Set<string> {
  const found = cells.flatMap(({ reading }, i) => {
    const other = seen[i];
    if (reading.kind !== "quantity" || other?.kind !== "quantity") return [];
    return reading.parts.flatMap(({ value }, part) => {
      const own = other.parts[part]?.value;
      return own === undefined || isZero(own) || isZero(value) ? [] : (toNumber(value) / toNumber(own)).toPrecision(6);
    });
  });
  return new Set(found);
}

/** The formula of an indicator, or why it has none. */
export function gradeFormula(sheet: SheetSnapshot, graded: GradedIndicator, rubric: FormulaResult): FormulaResult {
  if ("refused" in rubric) return rubric;
  const { indicator, grading } = graded;
  if (isByMajority(grading)) {
    return { refused: "式は最も低い区分を全体の評価とします。最も多い区分で評価するため、値で書き込んでください。" };
  }
  const cells = [indicator.baseline, indicator.actual, indicator.target] as const;
  const seen = cells.map((cell) => bare(sheet, cell)) as [Reading, Reading, Reading];
  if (seen.some((reading) => reading.kind === "unreadable" || reading.kind === "error")) {
    return { refused: "式では読めない値があるため、値で書き込んでください。" };
  }
  const kind = indicator.kind === null ? null : readKind(indicator.kind);
  const { direction } = grading.direction;
  // A kind names direction and method at once.
  const useKind = kind !== null && kind.direction === direction;
  const input: GradeInput = {
    baseline: seen[0],
    actual: seen[1],
    target: seen[2],
    direction,
    name: null,
    rubric: graded.rubric,
    expected: grading.input.expected,
    method: useKind ? kind.method : null,
  };
  // Units of a column scale all figures alike; a row that prints them here and there does not.
  if (scales(cells, seen).size > 1 || gradeKey(grade(input).grade) !== gradeKey(grading.grade)) {
    return { refused: "単位や％の書き方がそろっていないため、式では同じ評価になりません。値で書き込んでください。" };
  }
  const places = cells.map(({ cell }) => (cell === null ? '""' : `${cellAddress(cell.row, cell.column)}&""`));
  const args = [
    ...places,
    quoted(useKind && indicator.kind !== null ? indicator.kind : DIRECTIONS[direction]),
    rubric.formula,
  ];
  if (grading.input.expected !== null) args.push(toText(grading.input.expected));
  return { formula: `=KPI.GRADE(${args.join(",")})` };
}
