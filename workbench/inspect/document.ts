/**
 * Assessment → the JSON document of `npm run inspect`. Rows count from 1 and columns are letters, as on the sheet; a
 * value is exact, in base units.
 */
import { ratioToNumber, toNumber } from "../../src/kpi/decimal";
import { explain } from "../../src/kpi/explain";
import type { Direction, Grading, RateMethod, Reading, Words } from "../../src/kpi/types";
import { areaAddress, cellAddress, columnLetters } from "../../src/sheet/address";
import { check } from "../../src/sheet/checks";
import type { Settings } from "../../src/sheet/settings";
import type {
  AssessedSheet,
  AssessedTable,
  Assessment,
  CellReading,
  Finding,
  GradedIndicator,
  KpiTable,
  SheetSnapshot,
} from "../../src/sheet/types";
import { rollupDocument } from "./rollup-document";

const RATES: Readonly<Record<RateMethod, string>> = {
  changeRate: "変化率",
  progressRate: "進捗率",
  attainmentRate: "達成率",
};

/** A target in words; null: words that name no target. */
const WORD_TARGETS: Readonly<Record<Words, string>> = {
  increase: "increase",
  decrease: "decrease",
  maintain: "maintain",
  maintainMin: "maintain",
  maintainMax: "maintain",
  aboveReference: "above-reference",
  belowReference: "below-reference",
  done: "done",
};

/** What a figure as a target asks for, given the direction. */
const FIGURE_TARGETS: Readonly<Record<Direction, string>> = {
  up: "at-least",
  down: "at-most",
  keepUp: "maintain",
  keepDown: "maintain",
};

const column = (index: number | null): string | null => (index === null ? null : columnLetters(index));

export function inspectDocument(assessment: Assessment, settings: Settings, file: string, requests: number) {
  return {
    file,
    requests,
    sheets: assessment.sheets.map(sheetDocument),
    rollup: rollupDocument(assessment, settings),
    findings: check(assessment, settings).map((finding) => findingDocument(assessment, finding)),
    unreadable: assessment.sheets.flatMap(({ sheet, unreadable }) =>
      unreadable.map(({ row, column: c, text }) => ({ sheet: sheet.name, cell: cellAddress(row, c), text })),
    ),
  };
}

function findingDocument({ workbook }: Assessment, { rule, severity, sheetId, cells, others, message }: Finding) {
  const name = (id: string): string => workbook.sheets.find((sheet) => sheet.id === id)?.name ?? "";
  const addresses = (places: Finding["cells"]): string[] => places.map(({ row, column: c }) => cellAddress(row, c));
  return {
    rule,
    severity,
    sheet: name(sheetId),
    cells: addresses(cells),
    others: others.map((other) => ({ sheet: name(other.sheetId), cells: addresses(other.cells) })),
    message,
  };
}

function sheetDocument(assessed: AssessedSheet) {
  const { sheet, year, yearFrom, tables } = assessed;
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    year,
    yearFrom,
    tables: tables.map((table) => tableDocument(sheet, table)),
  };
}

function tableDocument(sheet: SheetSnapshot, { table, rubric, rubricFrom, graded }: AssessedTable) {
  const { columns } = table;
  return {
    range: areaAddress(table.area),
    headerRows: table.headerRows.map((row) => row + 1),
    rubric: rubric.name,
    rubricFrom,
    confidence: Math.round(table.confidence * 100) / 100,
    columns: {
      no: column(columns.no),
      name: column(columns.name),
      part: column(columns.part),
      unit: column(columns.unit),
      direction: column(columns.direction),
      kind: column(columns.kind),
      owner: column(columns.owner),
      baseline: column(columns.baseline),
      baselineYear: column(columns.baselineYear),
      target: column(comparedTarget(graded) ?? columns.targets.find(({ kind }) => kind === "final")?.column ?? null),
      targets: [...columns.targets]
        .sort((a, b) => Number(b.kind === "final") - Number(a.kind === "final") || (b.year ?? 0) - (a.year ?? 0))
        .map(({ column: c, year, kind }) => ({ column: columnLetters(c), year, kind })),
      actuals: columns.actuals.map(({ column: c, year }) => ({ column: columnLetters(c), year })),
      grade: column(columns.grade),
      rate: column(columns.rate),
      remarks: column(columns.remarks),
    },
    indicators: graded.map((one) => indicatorDocument(sheet, table, one)),
  };
}

/** The target column that most rows are compared with. */
function comparedTarget(graded: readonly GradedIndicator[]): number | null {
  const counts = new Map<number, number>();
  for (const { indicator } of graded) {
    const at = indicator.target.cell?.column;
    if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [at, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = at;
  return best;
}

function indicatorDocument(sheet: SheetSnapshot, table: KpiTable, { indicator, grading }: GradedIndicator) {
  const { direction, from, needsConfirmation } = grading.direction;
  return {
    row: indicator.row + 1,
    name: indicator.name,
    part: indicator.part,
    group: indicator.group,
    unit: indicator.unit,
    baseline: figure(
      sheet,
      indicator.baseline,
      indicator.baseline.reading,
      indicator.baselineYear ?? table.baselineYear,
    ),
    actual: figure(sheet, indicator.actual, indicator.actual.reading, indicator.actualYear),
    target: {
      ...figure(sheet, indicator.target, indicator.target.reading, indicator.targetYear),
      kind: targetKind(indicator.target.reading, direction),
    },
    direction,
    directionFrom: from,
    needsConfirmation,
    grade: grading.grade,
    existingGrade: indicator.existingGrade === "" ? null : indicator.existingGrade,
    rate: rate(grading),
    explanation: explain(grading, "ja"),
    parts: partDocuments(grading),
  };
}

/** Text as displayed, value, fiscal year (of the cell itself, else of its column). */
function figure(sheet: SheetSnapshot, { cell }: CellReading, reading: Reading, columnYear: number | null = null) {
  return {
    text: cell ? displayed(sheet, cell.row, cell.column) : "",
    value: valueOf(reading),
    year: ("year" in reading ? reading.year : null) ?? columnYear,
  };
}

function displayed({ area, texts }: SheetSnapshot, row: number, at: number): string {
  return area ? (texts[row - area.top]?.[at - area.left] ?? "") : "";
}

/** The figure of a cell; null where there is none, or several (their values stand in `parts`). */
function valueOf(reading: Reading): number | null {
  return reading.kind === "quantity" && reading.parts.length === 1 ? toNumber(reading.parts[0].value) : null;
}

function targetKind(target: Reading, direction: Direction): string | null {
  switch (target.kind) {
    case "quantity":
      if (target.parts[0].bound === null) return FIGURE_TARGETS[direction];
      return target.parts[0].bound.startsWith("min") ? "at-least" : "at-most";
    case "words":
      return WORD_TARGETS[target.words];
    case "range":
      return "range";
    default:
      return null;
  }
}

function rate({ rate: { method, value } }: Grading) {
  return { method: RATES[method], value: value === null ? null : ratioToNumber(value) };
}

/** The values of a cell that holds several, by their places; graded where there is something to grade. */
function partDocuments(grading: Grading) {
  const { baseline, actual, target } = grading.input;
  const quantities = [baseline, actual, target].map((reading) => (reading.kind === "quantity" ? reading.parts : []));
  const count = Math.max(...quantities.map((parts) => parts.length));
  if (count < 2) return [];
  return Array.from({ length: count }, (_, i) => {
    const [b, a, t] = quantities.map((parts) => (parts.length === count ? parts[i] : undefined));
    const graded = grading.parts[i];
    return {
      label: a?.label ?? b?.label ?? t?.label ?? null,
      baseline: b ? toNumber(b.value) : null,
      actual: a ? toNumber(a.value) : null,
      target: t ? toNumber(t.value) : null,
      ...(graded && { grade: graded.grade, rate: rate(graded), explanation: explain(graded, "ja") }),
    };
  });
}
