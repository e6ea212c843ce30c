/** Rows of a table as indicators: every cell read with what its column and row say about it. */
import { readDirection } from "../kpi/direction";
import { readKind } from "../kpi/kind";
import type { Direction, Reading, Rubric } from "../kpi/types";
import { isKnownUnit, unitOfName } from "../kpi/unit";
import { readYear } from "../kpi/year";
import type { Grid } from "./grid";
import { printed } from "./headings";
import { LINES, NOTHING, RowReader, type Dated } from "./row-reader";
import { isPending } from "./pending";
import { bareFigure, isBare, unitInRow } from "./row-units";
import type { CellRef, Indicator, KpiRow, KpiTable, YearColumn } from "./types";

export interface IndicatorOptions {
  /** The year that is graded; null: the only actual column is used. */
  readonly year: number | null;
  readonly compareWith: Rubric["compareWith"];
  readonly missingActual: Rubric["missingActual"];
  /** Directions that the user stated, by indicator key. */
  readonly directions: Readonly<Record<string, Direction>>;
}

export const isMissing = (reading: Reading): boolean => reading.kind === "missing";
/** Missing for now, and an older value may stand in: not yet published, nothing typed in yet, not surveyed. */
const mayUseOlder = (reading: Reading): boolean =>
  reading.kind === "missing" && reading.missing !== "ended" && reading.missing !== "noTarget";

/** Identity of an indicator that survives inserted rows. */
export function indicatorKey(sheetName: string, row: KpiRow, occurrence: number): string {
  const parts = [sheetName, ...row.group, row.name, row.part ?? ""].map((t) => t.normalize("NFKC").replace(/\s+/g, ""));
  return `${parts.join("/")}${occurrence > 1 ? `#${occurrence}` : ""}`;
}

/** Counts how often the same indicator stands on a sheet, so that each has its own key. */
export class KeyMaker {
  private readonly seen = new Map<string, number>();
  constructor(private readonly sheetName: string) {}
  next(row: KpiRow): string {
    const base = indicatorKey(this.sheetName, row, 1);
    const count = (this.seen.get(base) ?? 0) + 1;
    this.seen.set(base, count);
    return count === 1 ? base : indicatorKey(this.sheetName, row, count);
  }
}

/** The value to grade: that of the year; an older one where the rubric says so or the value is not yet published. */
function chooseActual(all: readonly Dated[], options: IndicatorOptions): Dated | null {
  const { year } = options;
  const dated = all.filter((a) => a.columnYear !== null);
  const undated = all.filter((a) => a.columnYear === null);
  if (year === null) return undated[0] ?? (all.length === 1 ? (all[0] ?? null) : null);
  // Columns under a year belong to it whatever a cell says; a cell's own year counts in a column without one.
  // A column without a year beside dated ones, 「実績」 behind 「R3実績」「R4実績」, speaks of the year after them.
  const later = dated.every((a) => (a.columnYear ?? 0) < year) ? undated[0] : undefined;
  const own = dated.find((a) => a.columnYear === year) ?? undated.find((a) => a.year === year) ?? later;
  const older = [...all]
    .filter((a) => (a.year ?? a.columnYear ?? Infinity) < year && a.reading.kind !== "missing")
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  if (own && !isMissing(own.reading)) return own;
  const useOlder = options.missingActual === "older" && (own === undefined || mayUseOlder(own.reading));
  return useOlder && older ? older : (own ?? null);
}

type DatedTarget = Dated & { readonly kind: "final" | "milestone" };

/** The target that the rubric compares with: the final one, or the year's where there is one. */
function chooseTarget(all: readonly DatedTarget[], options: IndicatorOptions): DatedTarget | null {
  const final = all.find((t) => t.kind === "final") ?? null;
  if (options.compareWith === "final" || options.year === null) return final ?? all[all.length - 1] ?? null;
  const ofYear =
    all.find((t) => t.year === options.year && !isMissing(t.reading)) ?? all.find((t) => t.columnYear === options.year);
  const undatedMilestone = all.find((t) => t.kind === "milestone" && t.columnYear === null && !isMissing(t.reading));
  // Between two milestones the way leads to the next one.
  const next = all
    .filter((t) => t.kind === "milestone" && !isMissing(t.reading) && (t.year ?? 0) > (options.year ?? 0))
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0))[0];
  return ofYear ?? undatedMilestone ?? next ?? final ?? all[all.length - 1] ?? null;
}

/** 「満足度」 is no number of thousand persons, whatever stands over the table. */
const isShare = (name: string): boolean => /(?:率|割合|比|度)(?:[（(].*)?$/.test(name.trim());
const PERCENT = /^[%％]$/;

/** 「製造品出荷額等：億円」 */
function behindColon(name: string): string | null {
  const unit = /[:：]\s*([^\s:：]{1,8})$/.exec(name.trim())?.[1]?.normalize("NFKC");
  return unit !== undefined && isKnownUnit(unit) ? unit : null;
}

/** 「認定農業者数（経営体）」 under 「指標（単位）」: what stands in the last brackets is the unit. */
const lastBracket = (name: string): string | null => /[（(]([^（()）]{1,10})[）)]\s*$/.exec(name)?.[1] ?? null;

/** Unit printed in the unit column, else in the brackets of the name; a cell's own unit comes first when it is read. */
function unitOf(
  reader: { text(column: number | null): string },
  table: KpiTable,
  row: KpiRow,
  above: string | null,
): string | null {
  const printedUnit = reader.text(table.columns.unit).trim() || (row.unit ?? "").trim();
  if (printedUnit !== "") return printedUnit.replace(/^[（(]\s*(.*?)\s*[）)]$/, "$1");
  return (
    unitOfName(row.name) ??
    (table.unitInName ? lastBracket(row.name) : null) ??
    behindColon(row.name) ??
    (row.part === null ? null : (unitOfName(row.part) ?? above)) ??
    (isShare(row.name) && table.unit !== null && !PERCENT.test(table.unit) ? null : table.unit)
  );
}

const unitIn = (reading: Reading): string | null =>
  reading.kind === "quantity"
    ? (reading.parts.find((p) => p.unit !== null)?.unit ?? null)
    : reading.kind === "range"
      ? reading.high.unit
      : null;

/** The baseline of a row; in a table of lines it may stand in any of them. */
function readBaseline(reader: RowReader, table: KpiTable, row: KpiRow): Dated {
  const { baseline } = table.columns;
  const lines = row.lines === null ? [] : LINES.filter((line) => row.lines?.[line] !== undefined);
  const found = lines.map((line) => reader.read(baseline, line, table.baselineYear));
  return (
    found.find((one) => !isMissing(one.reading)) ?? found[0] ?? reader.read(baseline, "baseline", table.baselineYear)
  );
}

/** Where the grade goes: its column, or in a line of grades the year's column. */
function gradeCellOf(reader: RowReader, table: KpiTable, row: KpiRow, actual: Dated | null): CellRef | null {
  const { sheetId, columns } = table;
  if (row.lines?.grade !== undefined && actual?.cell)
    return { sheetId, row: row.lines.grade, column: actual.cell.column };
  return columns.grade === null ? null : { sheetId, row: reader.valueRow, column: reader.own(columns.grade) };
}

/** 「前年度実績」 counts from the year that is graded; without one it is at least not the newest. */
const yearOf = (column: YearColumn, graded: number | null): number | null =>
  column.year ?? (typeof column.relative === "number" && graded !== null ? graded + column.relative : null);

/** A value whose year stands in the column beside it. */
function datedBeside(reader: RowReader, column: YearColumn, year: number | null): Dated {
  const found = reader.read(column.column, "actual", year);
  const beside = column.yearColumn ?? null;
  return found.year !== null || beside === null ? found : { ...found, year: readYear(reader.text(beside)) };
}

interface UnitReader {
  readonly reader: RowReader;
  /** Unit that the row prints beside some of its figures, with its number word. */
  readonly shared: string | null;
  readonly gap: Indicator["unitGap"];
}

/** The reader of a row; where the row prints a unit beside some figures only, the bare ones are read with them. */
function readerOf(grid: Grid, table: KpiTable, row: KpiRow, unit: string | null): UnitReader {
  const reader = new RowReader(grid, table, row, unit);
  if (unit !== null) return { reader, shared: null, gap: null };
  const { baseline, targets, actuals } = table.columns;
  const readings = [
    reader.read(baseline, "baseline").reading,
    ...targets.map((c) => reader.read(c.column, "target").reading),
    ...actuals.map((c) => reader.read(c.column, "actual").reading),
  ];
  const shared = unitInRow(readings);
  if (shared === null) return { reader, shared, gap: null };
  const others = readings.filter((reading) => !isBare(reading));
  const open = readings.find((reading) => isBare(reading) && bareFigure(reading, others, shared) === "open");
  return {
    reader: new RowReader(grid, table, row, unit, { unit: shared, readings: others }),
    shared,
    gap: open && "text" in open ? { text: open.text.trim(), unit: shared } : null,
  };
}

/** Indicators of a table, in sheet order. */
export function readIndicators(grid: Grid, table: KpiTable, options: IndicatorOptions, keys: KeyMaker): Indicator[] {
  const { columns } = table;
  let unitAbove: string | null = null;
  let statedAbove = "";
  return table.rows.map((row): Indicator => {
    const unit: string | null = unitOf(new RowReader(grid, table, row, null), table, row, unitAbove);
    unitAbove = unit;
    const { reader, shared, gap } = readerOf(grid, table, row, unit);
    const key = keys.next(row);
    const actuals = columns.actuals.map((c) => ({
      ...datedBeside(reader, c, yearOf(c, options.year)),
      headerYear: c.year,
      reference: c.reference,
      relative: c.relative,
    }));
    const surely = actuals.filter((a) => !a.reference).map((a) => a.columnYear);
    const gradable = actuals.filter(
      (a) =>
        (!a.reference || (a.columnYear === options.year && !surely.includes(a.columnYear))) &&
        !(a.columnYear === null && (a.relative ?? 0) < 0),
    );
    const actual = chooseActual(gradable, options);
    const targets = columns.targets.map((c) => ({ ...reader.read(c.column, "target", c.year), kind: c.kind }));
    const target = chooseTarget(targets, options);
    const baseline = readBaseline(reader, table, row);
    const baselineYear = readYear(reader.text(columns.baselineYear));
    const directionText: string = reader.text(columns.direction) || (row.part !== null ? statedAbove : "");
    statedAbove = directionText;
    const kindText = reader.text(columns.kind).trim();
    const stated = options.directions[key] ?? readDirection(directionText) ?? readKind(kindText)?.direction ?? null;
    const gradeCell = gradeCellOf(reader, table, row, actual);
    const readings = [baseline.reading, target?.reading, ...actuals.map((a) => a.reading)];
    const ownUnit = readings.map((r) => (r === undefined ? null : unitIn(r))).find((u) => u !== null) ?? null;
    return {
      key,
      tableId: table.id,
      sheetId: table.sheetId,
      row: row.row,
      no: row.no,
      name: row.name,
      part: row.part,
      group: row.group,
      places: {
        name: columns.name === null ? null : { sheetId: table.sheetId, row: row.row, column: columns.name },
        no: reader.place(columns.no),
        unit: reader.place(columns.unit),
        rate: columns.rate === null ? null : { sheetId: table.sheetId, row: reader.valueRow, column: columns.rate },
        remarks: reader.place(columns.remarks),
      },
      owner: reader.carried(columns.owner),
      unit: ownUnit ?? unit,
      printedUnit: unit ?? shared,
      unitGap: gap,
      baseline: { cell: baseline.cell, reading: baseline.reading },
      baselineYear: baseline.year !== table.baselineYear ? baseline.year : (baselineYear ?? baseline.year),
      actual: actual ? { cell: actual.cell, reading: actual.reading } : NOTHING,
      actualYear: actual ? (actual.year ?? options.year) : options.year,
      actuals: actuals
        .map(({ cell, reading, year, headerYear }) => ({ cell, reading, year, headerYear }))
        .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity)),
      target: target ? { cell: target.cell, reading: target.reading } : NOTHING,
      targetYear: target?.year ?? (target ? readYear(reader.text(table.targetYearColumn)) : null),
      targets: targets.map(({ cell, reading, year, kind }) => ({ cell, reading, year, kind })),
      statedDirection: stated,
      kind: kindText === "" ? null : printed(kindText),
      gradeCell,
      existingGrade: gradeCell === null ? null : shownGrade(grid.text(gradeCell.row, gradeCell.column)),
    };
  });
}

/** A grade that Excel is still working out is not known yet: not even that the cell is empty. */
const shownGrade = (text: string): string | null => (isPending(text) ? null : text.trim());
