/** One workbook that was handed in: its KPIs with their places, graded, checked, ready to be laid beside the others. */
import { assess } from "../assess";
import { check } from "../checks";
import { Grid } from "../grid";
import { ownerOfSheet } from "../rollup/owners";
import { findRubricsOnSheet } from "../rubric-on-sheet";
import type { Settings } from "../settings";
import type { Rubric } from "../../kpi/types";
import type { AssessedSheet, Assessment, Finding, GradedIndicator, WorkbookSnapshot } from "../types";
import { isResultSheet } from "../result-sheets";

/** The evaluation rubric as a sheet prints it. */
export interface PrintedRubric {
  readonly rubric: Rubric;
  /** From top to bottom. */
  readonly lines: readonly PrintedLine[];
}

export interface PrintedLine {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** A sheet with KPI tables. */
export interface SubmittedSheet {
  readonly sheetId: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly year: number | null;
  readonly kpis: number;
  /** null: none printed, or none that can be measured. */
  readonly printed: PrintedRubric | null;
}

/** One KPI with the place that it came from. */
export interface SubmittedKpi extends GradedIndicator {
  readonly file: string;
  readonly sheetId: string;
  readonly sheet: string;
  /** The cell of its name. */
  readonly row: number;
  readonly column: number;
  /** 担当課: of its row, else of its sheet. */
  readonly owner: string | null;
}

/** A finding of the checks, with the name of its sheet. */
export interface SubmittedFinding extends Finding {
  readonly sheet: string;
}

export interface Submission {
  /** Name of the file, different from all others. */
  readonly file: string;
  readonly owner: string | null;
  /** Every visible sheet, in order. */
  readonly sheetNames: readonly string[];
  readonly sheets: readonly SubmittedSheet[];
  readonly kpis: readonly SubmittedKpi[];
  /** What the checks found, without what the department marked 確認済み. */
  readonly findings: readonly SubmittedFinding[];
  readonly acknowledged: number;
  /** The sheets with KPI tables; their ids begin with the file's name. */
  readonly assessment: Assessment;
}

/** A file that was not read, with a sentence that says why. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
  /** Its turn has not come; otherwise it cannot be read. */
  readonly waiting: boolean;
}

/**
 * The settings for a submitted workbook: what the department answered in its own file (directions, columns, kept
 * grades) and, stronger, what the planning department decided for all.
 */
export function submissionSettings(own: Settings, ours: Settings): Settings {
  return {
    ...own,
    rubric: ours.rubric ?? own.rubric,
    targetThatCounts: ours.targetThatCounts ?? own.targetThatCounts,
    missingActual: ours.missingActual ?? own.missingActual,
    compositeRule: ours.compositeRule,
    expected: { ...own.expected, ...ours.expected },
    words: { ...own.words, ...ours.words },
    directions: { ...ours.directions, ...own.directions },
  };
}

/** Reads, grades and checks a workbook. Never throws on any content; a workbook without KPI tables has no `kpis`. */
export function readSubmission(file: string, snapshot: WorkbookSnapshot, settings: Settings): Submission {
  // Ids are alike in all files; together they must differ.
  const id = (sheetId: string): string => `${file}\n${sheetId}`;
  const workbook: WorkbookSnapshot = {
    ...snapshot,
    name: file,
    sheets: snapshot.sheets.filter((sheet) => !isResultSheet(sheet)).map((sheet) => ({ ...sheet, id: id(sheet.id) })),
    activeSheetId: snapshot.activeSheetId === null ? null : id(snapshot.activeSheetId),
  };
  const whole = assess(workbook, settings);
  const findings = check(whole, settings);
  const names = new Map(workbook.sheets.map((sheet) => [sheet.id, sheet.name]));
  const open = findings
    .filter(({ key }) => settings.acknowledged[key] === undefined)
    .map((finding) => ({ ...finding, sheet: names.get(finding.sheetId) ?? "" }));
  const withTables = whole.sheets.filter(({ tables }) => tables.some(({ graded }) => graded.length > 0));
  const read = withTables.map((sheet) => readSheet(file, sheet));
  const kept = withTables.map(({ sheet }) => sheet);
  return {
    file,
    owner: mostCommon([...read.map(({ owner }) => owner), ...read.flatMap(({ kpis }) => kpis.map((kpi) => kpi.owner))]),
    sheetNames: workbook.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    sheets: read.map(({ sheet }) => sheet),
    kpis: read.flatMap(({ kpis }) => kpis),
    findings: open,
    acknowledged: findings.length - open.length,
    // The other sheets have been checked; hundreds of files are not kept whole.
    assessment: { workbook: { ...workbook, sheets: kept }, sheets: withTables },
  };
}

function readSheet(file: string, assessed: AssessedSheet) {
  const { sheet, year, tables } = assessed;
  const grid = new Grid(sheet);
  const owner = ownerOfSheet(grid);
  const kpis = tables.flatMap(({ table, graded }) =>
    graded.map((one): SubmittedKpi => ({
      ...one,
      file,
      sheetId: sheet.id,
      sheet: sheet.name,
      row: one.indicator.places.name?.row ?? one.indicator.row,
      column: one.indicator.places.name?.column ?? table.area.left,
      owner: one.indicator.owner ?? owner,
    })),
  );
  const printed = printedRubric(grid);
  const { id: sheetId, name, hidden } = sheet;
  return { owner, kpis, sheet: { sheetId, name, hidden, year, kpis: kpis.length, printed } satisfies SubmittedSheet };
}

function printedRubric(grid: Grid): PrintedRubric | null {
  for (const { area, result } of findRubricsOnSheet(grid)) {
    if (result.rubric === null) continue;
    const lines: PrintedLine[] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const cells = grid.between(row, area.left, area.right);
      const [first] = cells;
      if (first === undefined) continue;
      const texts = cells.map(({ text }) => text.trim()).join(" ");
      lines.push(...texts.split(/\r?\n/).map((text) => ({ text, row, column: first.column })));
    }
    return { rubric: result.rubric, lines };
  }
  return null;
}

/** The first of those that occur most often; null where there is none. */
export function mostCommon<T>(values: readonly (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}
