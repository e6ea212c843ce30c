/** What the pane shows, worked out from the assessment. Pure. */
import type {
  AssessedSheet,
  AssessedTable,
  Assessment,
  CellRef,
  Edit,
  EditPlan,
  GradedIndicator,
  Indicator,
  KpiTable,
} from "../../sheet/types";
import type { Preferences } from "../preferences";
import type { Filter, StateCounts } from "./types";

/** The assessment of the sheets in scope: the active one, or all. */
export function scoped(assessment: Assessment, scope: Preferences["scope"]): Assessment {
  if (scope === "workbook") return assessment;
  const active = assessment.workbook.activeSheetId;
  return { ...assessment, sheets: assessment.sheets.filter(({ sheet }) => sheet.id === active) };
}

export const rowsOf = (sheets: readonly AssessedSheet[]): GradedIndicator[] =>
  sheets.flatMap(({ tables }) => tables.flatMap(({ graded }) => graded));

export const isGraded = ({ indicator }: GradedIndicator): boolean => (indicator.existingGrade ?? "").trim() !== "";

/**
 * Whether a cell of the sheet is one of this indicator's: any of its row; where indicators share a row, as in a table on
 * its side, only the cells that it is read from and written to.
 */
export function standsAt(
  indicator: Indicator,
  { arranged }: Pick<KpiTable, "arranged">,
  { sheetId, row, column }: CellRef,
): boolean {
  if (sheetId !== indicator.sheetId) return false;
  if (!arranged) return row === indicator.row;
  const { places, baseline, actual, actuals, target, targets, gradeCell } = indicator;
  const values = [baseline, actual, target, ...actuals, ...targets].map(({ cell }) => cell);
  return [...Object.values(places), ...values, gradeCell].some((cell) => cell?.row === row && cell.column === column);
}

/** Excel is still working out what stands in the grade cell. */
export const isAwaited = ({ indicator }: GradedIndicator): boolean =>
  indicator.gradeCell !== null && indicator.existingGrade === null;

const READINGS = ["baseline", "actual", "target"] as const;

/** A value that the grade rests on could not be read. */
export const isUnreadable = ({ indicator }: GradedIndicator): boolean =>
  READINGS.some((part) => ["unreadable", "error"].includes(indicator[part].reading.kind));

const TESTS: Readonly<Record<Filter, (row: GradedIndicator) => boolean>> = {
  all: () => true,
  graded: isGraded,
  confirm: ({ grading }) => grading.direction.needsConfirmation,
  unreadable: isUnreadable,
};

export const passes = (row: GradedIndicator, filter: Filter): boolean => TESTS[filter](row);

export function countState(sheets: readonly AssessedSheet[]): StateCounts {
  const rows = rowsOf(sheets);
  return {
    kpi: rows.length,
    graded: rows.filter(TESTS.graded).length,
    confirm: rows.filter(TESTS.confirm).length,
    unreadable: sheets.reduce((sum, { unreadable }) => sum + unreadable.length, 0),
  };
}

/** Years that have an actual on these sheets, newest first. */
export function yearsOf(sheets: readonly AssessedSheet[]): number[] {
  const years = new Set<number>();
  for (const { tables } of sheets) {
    for (const { table, graded } of tables) {
      for (const { year } of table.columns.actuals) if (year !== null) years.add(year);
      for (const { indicator } of graded) {
        for (const { year } of indicator.actuals) if (year !== null) years.add(year);
      }
    }
  }
  return [...years].sort((a, b) => b - a);
}

/** The header of a column as printed; "" where it is blank. */
export const headerOf = ({ table }: AssessedTable, column: number): string =>
  table.headers.find((header) => header.column === column)?.text ?? "";

/**
 * What the sheet itself calls these rows: the innermost heading over all of them where it tells this table from the
 * others and the pane's title does not say it already, else the header over their names.
 */
export function titleOf(assessed: AssessedTable, sheet: AssessedSheet, untitled: string): string {
  const heading = headingOf(assessed);
  const others = sheet.tables.filter((other) => other !== assessed).map(headingOf);
  if (heading !== "" && !others.includes(heading) && !sheet.title.includes(heading)) return heading;
  const { name } = assessed.table.columns;
  return (name === null ? "" : headerOf(assessed, name)) || heading || untitled;
}

/** The heading that all rows of the table share; "" where they differ. */
function headingOf({ graded }: AssessedTable): string {
  const headings = new Set(graded.map(({ indicator }) => indicator.group.at(-1) ?? ""));
  const [only = ""] = headings;
  return headings.size === 1 ? only : "";
}

/** Grades that a write would leave as they are, because they already stand in the sheet. */
export function unchangedRows(sheets: readonly AssessedSheet[], plan: EditPlan): GradedIndicator[] {
  const touched = new Set([...plan.edits, ...plan.refused.map(({ edit }) => edit)].map(placeKey));
  return rowsOf(sheets).filter(({ indicator }) => indicator.gradeCell && !touched.has(placeKey(indicator.gradeCell)));
}

const placeKey = (place: Pick<Edit, "sheetId" | "row" | "column">): string =>
  `${place.sheetId}!${place.row},${place.column}`;

/** The row whose grade an edit is: by its grade cell, in a new column by its place; null for a header. */
export function rowByCell(sheets: readonly AssessedSheet[]): (edit: Edit) => GradedIndicator | null {
  const byCell = new Map<string, GradedIndicator>();
  const byRow = new Map<string, GradedIndicator>();
  for (const row of rowsOf(sheets)) {
    const { gradeCell, sheetId, row: line } = row.indicator;
    if (gradeCell) byCell.set(placeKey(gradeCell), row);
    else byRow.set(`${sheetId}!${line}`, row);
  }
  return (edit) => byCell.get(placeKey(edit)) ?? byRow.get(`${edit.sheetId}!${edit.row}`) ?? null;
}
