/** A workbook as the check rules see it: every sheet with its indicators, its projects, its texts, each read once. */
import { Grid, type GridCell } from "../grid";
import { findNarrative, findParagraphs, type NarrativeLine, type Paragraph } from "../rollup/narrative";
import { findProgressBlock, type ProgressBlock } from "../rollup/progress";
import { findProjectTables, findTotalsBlock, type ProjectTable, type TotalsBlock } from "../rollup/projects";
import { isResultSheet } from "../result-sheets";
import { findRubricsOnSheet, type RubricOnSheet } from "../rubric-on-sheet";
import type { Settings } from "../settings";
import type { AssessedSheet, AssessedTable, Assessment, GradedIndicator } from "../types";

/** An indicator with the table and the sheet it stands in. */
export interface CheckedRow extends GradedIndicator {
  readonly sheet: CheckedSheet;
  readonly assessed: AssessedTable;
}

/** Computes once, when first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

export class CheckedSheet {
  readonly grid: Grid;
  readonly rows: readonly CheckedRow[];
  readonly projects: () => readonly ProjectTable[];
  readonly totals: () => TotalsBlock | null;
  readonly progress: () => ProgressBlock | null;
  readonly narrative: () => readonly NarrativeLine[];
  readonly paragraphs: () => readonly Paragraph[];
  readonly rubrics: () => readonly RubricOnSheet[];

  constructor(readonly assessed: AssessedSheet) {
    const grid = new Grid(assessed.sheet);
    this.grid = grid;
    this.rows = assessed.tables.flatMap((table) =>
      table.graded.map((one) => ({ ...one, sheet: this, assessed: table })),
    );
    this.projects = once(() => findProjectTables(grid));
    this.totals = once(() => findTotalsBlock(grid));
    this.progress = once(() => findProgressBlock(grid));
    this.narrative = once(() => findNarrative(grid));
    this.paragraphs = once(() => findParagraphs(grid));
    this.rubrics = once(() => findRubricsOnSheet(grid));
  }

  get id(): string {
    return this.assessed.sheet.id;
  }
  get name(): string {
    return this.assessed.sheet.name;
  }
  get year(): number | null {
    return this.assessed.year;
  }
}

export interface CheckContext {
  readonly sheets: readonly CheckedSheet[];
  /** Indicators of all sheets. */
  readonly rows: readonly CheckedRow[];
  readonly settings: Settings;
}

/** The workbook for the rules; a workbook without any KPI table has nothing to check. */
export function checkContext({ sheets }: Assessment, settings: Settings): CheckContext {
  const any = sheets.some(({ tables }) => tables.some(({ graded }) => graded.length > 0));
  const checked = any ? sheets.filter(({ sheet }) => !isResultSheet(sheet)).map((one) => new CheckedSheet(one)) : [];
  return { sheets: checked, rows: checked.flatMap(({ rows }) => rows), settings };
}

/** Every cell of a sheet that shows something, row by row. */
export function* cellsOf({ grid }: CheckedSheet): Iterable<GridCell> {
  for (let row = grid.area.top; row <= grid.area.bottom; row++) yield* grid.row(row);
}
