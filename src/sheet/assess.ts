/** The whole workbook: tables found, years chosen, rubrics read, every indicator graded. Pure and linear. */
import { decimal, divide, ratio, type Decimal } from "../kpi/decimal";
import { findDirection } from "../kpi/direction";
import { note } from "../kpi/figures";
import { grade } from "../kpi/grade";
import { readKind } from "../kpi/kind";
import { DEFAULT_RUBRIC } from "../kpi/rubric";
import type { DirectionFinding, GradeInput, Grading, Rubric } from "../kpi/types";
import { overlaps } from "./address";
import { indicatorOnSheet, tableOnSheet } from "./arranged/arrangement";
import { wholeOf } from "./composite";
import { enterpriseName, speaksOfEnterprise } from "./enterprise";
import { findTables, type FoundTable } from "./find";
import { Grid } from "./grid";
import { readIndicators, isMissing, KeyMaker, type IndicatorOptions } from "./indicators";
import { applyMapping } from "./mapping";
import { isResultSheet } from "./result-sheets";
import { rubricsPrinted, type RubricsPrinted } from "./rubric-on-sheet";
import { presetLike } from "./same-rubric";
import { DEFAULT_SETTINGS, rubricOfSettings, type Settings } from "./settings";
import type {
  Area,
  AssessedSheet,
  AssessedTable,
  Assessment,
  GradedIndicator,
  Indicator,
  KpiTable,
  RubricSource,
  SheetSnapshot,
  WorkbookSnapshot,
} from "./types";
import { chooseYear, findTitle, type TitleFinding } from "./year";

/** Choices of this session, stronger than what is stored. */
export interface AssessChoices {
  readonly rubric?: Rubric | null;
  /** For every sheet. */
  readonly year?: number | null;
}

interface Read {
  readonly sheet: SheetSnapshot;
  readonly grid: Grid;
  readonly rubrics: RubricsPrinted;
  readonly tables: readonly FoundTable[];
  readonly title: TitleFinding;
}

/** Reads and grades every sheet of a workbook. Never throws on any content. */
export function assess(
  workbook: WorkbookSnapshot,
  settings: Settings = DEFAULT_SETTINGS,
  choices: AssessChoices = {},
): Assessment {
  const read = workbook.sheets.map((sheet) => readSheet(sheet, settings));
  const years = new Set(
    read.filter((r) => r.tables.length > 0).flatMap((r) => (r.title.year === null ? [] : [r.title.year])),
  );
  const workbookTitle = years.size === 1 ? ([...years][0] ?? null) : null;
  return { workbook, sheets: read.map((one) => assessSheet(one, settings, choices, workbookTitle)) };
}

function readSheet(sheet: SheetSnapshot, settings: Settings): Read {
  const grid = new Grid(sheet);
  const rubrics = rubricsPrinted(grid);
  for (const { area } of rubrics.usable) grid.mask(area);
  const tables = sheet.area === null || isResultSheet(sheet) ? [] : findTables(grid, settings.words);
  const mapped = tables
    .filter(({ table }) => !settings.ignoredTables.includes(`${sheet.name}!${headerText(table)}`))
    .map((found) => ({
      ...found,
      table: applyMapping(
        found.table,
        settings.mappings.filter((m) => m.sheet === sheet.name),
      ),
    }));
  const title = findTitle(
    grid,
    mapped.map(({ table, arrangement }) => arrangement?.area ?? table.area),
  );
  return { sheet, grid, rubrics, tables: mapped, title };
}

export const headerText = (table: KpiTable): string => table.headers.map((h) => h.text).join("|");

/** Order: user, stored, table on the sheet, legend on the sheet, default. */
interface ChosenRubric {
  readonly rubric: Rubric;
  readonly from: RubricSource;
  /** Where it stands on the sheet. */
  readonly area: Area | null;
}

function baseRubric(read: Read, settings: Settings, choices: AssessChoices): ChosenRubric {
  if (choices.rubric) return { rubric: choices.rubric, from: "user", area: null };
  const stored = rubricOfSettings(settings);
  if (stored) return { rubric: stored, from: "stored", area: null };
  const printed = read.rubrics.usable.find((r) => r.result.rubric !== null);
  const rubric = printed?.result.rubric;
  if (printed && rubric) return { rubric: presetLike(rubric) ?? rubric, from: printed.from, area: printed.area };
  return { rubric: DEFAULT_RUBRIC, from: "default", area: null };
}

function rubricFor(read: Read, settings: Settings, choices: AssessChoices): ChosenRubric {
  const base = baseRubric(read, settings, choices);
  const { targetThatCounts, missingActual } = settings;
  if (targetThatCounts === null && missingActual === null) return base;
  return {
    ...base,
    rubric: {
      ...base.rubric,
      compareWith: targetThatCounts ?? base.rubric.compareWith,
      missingActual: missingActual ?? base.rubric.missingActual,
    },
  };
}

/** The newest year with an actual on the sheet, 参考 left aside. */
function newestActual(read: Read): number | null {
  let newest: number | null = null;
  for (const { table, grid } of read.tables) {
    const columns = new Map(table.columns.actuals.filter((c) => !c.reference).map((c) => [c.column, c]));
    const options: IndicatorOptions = { year: null, compareWith: "final", missingActual: "grade", directions: {} };
    for (const indicator of readIndicators(grid, table, options, new KeyMaker(""))) {
      for (const actual of indicator.actuals) {
        if (actual.year === null || isMissing(actual.reading) || actual.reading.kind === "unreadable") continue;
        if (actual.cell !== null && ![...columns.keys()].some((c) => isIn(table, c, actual.cell?.column ?? -1)))
          continue;
        // Values under a year belong to it, whatever else a cell says: 「35.8％（R6.4.1）」 under R5.
        const own = actual.headerYear ?? actual.year;
        if (newest === null || own > newest) newest = own;
      }
    }
  }
  return newest;
}

function isIn(table: KpiTable, column: number, place: number): boolean {
  const extent = table.extents.find((e) => e.column === column);
  return place === column || (extent !== undefined && place >= extent.left && place <= extent.right);
}

function assessSheet(
  read: Read,
  settings: Settings,
  choices: AssessChoices,
  workbookTitle: number | null,
): AssessedSheet {
  const { sheet } = read;
  const columnYears = read.tables.flatMap(({ table }) =>
    table.columns.actuals.flatMap((c) => (c.year === null || c.reference ? [] : [c.year])),
  );
  const titled = chooseYear({
    user: choices.year ?? null,
    stored: settings.years[sheet.name] ?? null,
    title: read.title,
    workbookTitle,
    columnYears,
    newest: null,
  });
  const { year, from } =
    titled.year !== null
      ? titled
      : chooseYear({
          user: null,
          stored: null,
          title: { title: null, year: null, sure: false },
          workbookTitle: null,
          columnYears,
          newest: newestActual(read),
        });
  const { rubric, from: rubricFrom, area: rubricArea } = rubricFor(read, settings, choices);
  const keys = new KeyMaker(sheet.name);
  const isEnterprise = speaksOfEnterprise([
    sheet.name,
    read.title.title ?? "",
    ...read.tables.flatMap(({ table }) => table.rows.map(({ name }) => name)),
  ]);
  const tables = read.tables.map(({ table: found, grid, arrangement }): AssessedTable => {
    const table = gradeColumnFor(found, year);
    const options: IndicatorOptions = {
      year,
      compareWith: rubric.compareWith,
      missingActual: rubric.missingActual,
      directions: settings.directions,
    };
    const graded = readIndicators(grid, table, options, keys).map((indicator) =>
      gradeOne(
        arrangement ? indicatorOnSheet(indicator, arrangement) : indicator,
        rubric,
        year,
        settings,
        isEnterprise,
      ),
    );
    return {
      table: arrangement ? tableOnSheet(table, arrangement) : table,
      rubric,
      rubricFrom,
      rubricArea,
      graded,
    };
  });
  return {
    sheet,
    title: read.title.title ?? sheet.name,
    year: read.tables.length === 0 ? null : year,
    yearFrom: read.tables.length === 0 ? null : from,
    tables,
    wordsOnlyLegend:
      read.rubrics.wordsOnly.find((area) => !tables.some(({ table }) => overlaps(table.area, area))) ?? null,
    unreadable: tables.flatMap(({ graded }) => graded.flatMap(({ indicator }) => unreadableCells(indicator))),
  };
}

/** One grade column per year: the year's own is the one to fill in. */
function gradeColumnFor(table: KpiTable, year: number | null): KpiTable {
  const own = year === null ? undefined : table.grades.find((g) => g.year === year);
  return own && own.column !== table.columns.grade
    ? { ...table, columns: { ...table.columns, grade: own.column } }
    : table;
}

function gradeOne(
  indicator: Indicator,
  rubric: Rubric,
  year: number | null,
  settings: Settings,
  isEnterprise: boolean,
): GradedIndicator {
  const expected = expectedShare(indicator, rubric, year, settings);
  const olderYear =
    year !== null && indicator.actualYear !== null && indicator.actualYear < year ? indicator.actualYear : null;
  const input: GradeInput = {
    baseline: indicator.baseline.reading,
    actual: indicator.actual.reading,
    target: indicator.target.reading,
    direction: indicator.statedDirection,
    name: isEnterprise ? enterpriseName(fullName(indicator)) : fullName(indicator),
    rubric,
    expected,
    method: indicator.kind === null ? null : (readKind(indicator.kind)?.method ?? null),
    olderYear,
  };
  const gradeWhole = (of: GradeInput): Grading =>
    withoutGap(wholeOf(grade(of), settings.compositeRule), indicator.unitGap);
  const graded = gradeWhole(input);
  const direction = againstEarlier(indicator, graded.direction);
  const same = direction.direction === graded.direction.direction;
  return {
    indicator,
    rubric,
    grading: { ...(same ? graded : gradeWhole({ ...input, direction: direction.direction })), direction },
  };
}

/** Figures that cannot be compared are not graded: what the bare one stands for would be a guess. */
const withoutGap = (grading: Grading, gap: Indicator["unitGap"]): Grading =>
  gap === null
    ? grading
    : { ...grading, grade: "", band: null, margin: null, targetMet: null, warnings: [note("unitGap", gap)] };

const fullName = ({ name, part }: Indicator): string => (part === null ? name : `${name} ${part}`);

/** Where no baseline is printed, the target is compared with the earliest actual: below it, the row asks. */
function againstEarlier(indicator: Indicator, found: DirectionFinding): DirectionFinding {
  const { baseline, actual, actuals, actualYear, target } = indicator;
  const open = found.from === "name" || found.from === "default";
  if (baseline.reading.kind !== "missing" || actual.cell === null || !open || found.needsConfirmation) return found;
  const earlier = actuals.find(
    (a) => a.reading.kind === "quantity" && a.year !== null && actualYear !== null && a.year < actualYear,
  );
  if (earlier === undefined) return found;
  const again = findDirection({
    stated: null,
    target: target.reading,
    name: fullName(indicator),
    baseline: earlier.reading,
  });
  // A target that was surpassed early lies below the actuals as well: only a name that asks for less is doubted.
  const surpassed = found.from === "name" && found.direction === "up";
  return again.needsConfirmation && !surpassed ? again : found;
}

/** Share of the way due in the year: stored, else the straight line from baseline year to target year. */
function expectedShare(indicator: Indicator, rubric: Rubric, year: number | null, settings: Settings): Decimal | null {
  if (!rubric.usesExpected || year === null) return null;
  const stored = settings.expected[String(year)];
  if (stored !== undefined) return decimal(stored.startsWith(".") ? `0${stored}` : stored);
  const { baselineYear, targetYear } = indicator;
  if (baselineYear === null || targetYear === null || targetYear <= baselineYear || year <= baselineYear) return null;
  if (year >= targetYear) return null;
  const share = ratio(decimal(year - baselineYear), decimal(targetYear - baselineYear));
  return share === null ? null : divide(share, 10);
}

function unreadableCells(indicator: Indicator): { row: number; column: number; text: string }[] {
  const seen = new Set<string>();
  return [indicator.baseline, ...indicator.actuals, ...indicator.targets].flatMap(({ cell, reading }) => {
    if (cell === null || (reading.kind !== "unreadable" && reading.kind !== "error")) return [];
    const id = `${cell.row}:${cell.column}`;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ row: cell.row, column: cell.column, text: reading.text }];
  });
}
