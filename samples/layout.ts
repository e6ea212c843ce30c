/**
 * Tables of invented cities: header cells at given places, one role per column, one line per row. What a reader must
 * find is worked out from the indicators beside it.
 */
import ExcelJS from "exceljs";
import { newWorkbook, toBytes, type Sample } from "./book";
import { figure, formatOf, plain, unitTruth, type CityKpi } from "./city";
import { columnLetters, columnNumber, Form, HEAD, PALE, PLAIN, type Look } from "./form";
import { asahiGrade } from "./oracle";
import type { ColumnsTruth, IndicatorTruth, SheetTruth, TableTruth } from "./truth";

/** A cell as staff would have it. A formula without `result` has no cached value. */
export type Entry =
  | string
  | number
  | null
  | { readonly value: number; readonly format: string }
  | { readonly formula: string; readonly result?: number | string; readonly format?: string };

export type Role =
  | "no"
  | "goal"
  | "measure"
  | "name"
  | "part"
  | "unit"
  | "direction"
  | "kind"
  | "owner"
  | "baseline"
  | "baselineYear"
  | "target"
  | "targetYear"
  | "milestone"
  | "actual"
  | "grade"
  | "rate"
  | "remarks"
  | "other";

export interface Column {
  readonly at: string;
  readonly role: Role;
  /** Of an actual, a milestone or a target. */
  readonly year?: number | null;
  readonly width?: number;
}

/** How a figure of an indicator is written into its cell. */
export type Writing = (kpi: CityKpi, value: number) => Entry;

export const asNumber: Writing = (kpi, value) => ({ value, format: formatOf(kpi) });
/** 「1,120件」 */
export const withUnit: Writing = (kpi, value) => `${plain(kpi, value)}${kpi.unit}`;

export interface KpiLine {
  readonly kpi: CityKpi;
  readonly writing?: Writing;
  /** Cells that differ from what the indicator gives, by column. */
  readonly cells?: Readonly<Record<string, Entry | undefined>>;
  readonly truth?: Partial<IndicatorTruth>;
  readonly hidden?: boolean;
  /** Rows that it takes, merged in every column. */
  readonly rows?: number;
}

export type Line =
  | KpiLine
  /** A row that holds no indicator: a heading, a note, a subtotal. */
  | {
      readonly text: string;
      readonly at?: string;
      readonly to?: string;
      readonly cells?: Readonly<Record<string, Entry>>;
    }
  | "blank"
  | "header";

export interface TableSpec {
  /** Header cells by address, merged where it is an area. */
  readonly head: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** Year that is graded. */
  readonly year: number | null;
  readonly writing?: Writing;
  /** Areas to merge in the body, such as a group that spans rows. */
  readonly merges?: readonly string[];
  /** Headings over the rows; by default those of the group columns. */
  readonly group?: (kpi: CityKpi) => readonly string[];
  /** Grades by another rubric than the default one. */
  readonly grade?: (kpi: CityKpi, actual: number | null) => string | null;
  readonly rubric?: { readonly name?: string; readonly from: "default" | "legend" | "table" };
  readonly unlockedGrades?: boolean;
}

export interface SheetSpec {
  readonly name: string;
  readonly title?: { readonly at: string; readonly text: string };
  readonly texts?: Readonly<Record<string, Entry>>;
  readonly year?: number | null;
  readonly yearFrom?: SheetTruth["yearFrom"];
  readonly tables: readonly TableSpec[];
  readonly hidden?: boolean;
  /** Anything that the truth does not tell: validations, comments, protection. */
  readonly finish?: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;
}

const isLine = (line: Line): line is KpiLine => typeof line === "object" && "kpi" in line;

/** What Excel displays for an entry. */
export function shown(entry: Entry | undefined): string {
  if (entry === null || entry === undefined) return "";
  if (typeof entry === "string") return entry;
  if (typeof entry === "number") return String(entry);
  const value = "formula" in entry ? entry.result : entry.value;
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  const format = entry.format ?? "General";
  if (format === "General") return String(value);
  const places = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const options = { minimumFractionDigits: places, maximumFractionDigits: places };
  if (format.endsWith("%")) return `${(value * 100).toLocaleString("en-US", options)}%`;
  return value.toLocaleString("en-US", { ...options, useGrouping: format.includes(",") });
}

function set(form: Form, address: string, entry: Entry, look: Look): ExcelJS.Cell {
  const format = entry !== null && typeof entry === "object" ? entry.format : undefined;
  const value: ExcelJS.CellValue =
    entry !== null && typeof entry === "object"
      ? "formula" in entry
        ? ({
            formula: entry.formula,
            ...(entry.result === undefined ? {} : { result: entry.result }),
          } as ExcelJS.CellFormulaValue)
        : entry.value
      : entry;
  const right: Look =
    typeof value === "number" || (value !== null && typeof value === "object") ? { align: "right" } : {};
  return form.box(address, value, { ...right, ...look, ...(format === undefined ? {} : { format }) });
}

/** The entry that the indicator gives a column. */
function given(line: KpiLine, column: Column, spec: TableSpec, place: number): Entry {
  const { kpi } = line;
  const override = line.cells?.[column.at];
  if (override !== undefined) return override;
  const write = line.writing ?? spec.writing ?? asNumber;
  const number = (value: number | null | undefined): Entry =>
    value === null || value === undefined ? null : write(kpi, value);
  switch (column.role) {
    case "no":
      return place;
    case "goal":
      return kpi.goal;
    case "measure":
      return kpi.measure;
    case "name":
      return kpi.name;
    case "unit":
      return kpi.unit;
    case "owner":
      return kpi.owner;
    case "baseline":
      return number(kpi.baseline);
    case "target":
      return number(kpi.target);
    case "milestone":
      return number(kpi.milestones[column.year as number]);
    case "actual":
      return number(kpi.actuals[column.year ?? (spec.year as number)]);
    default:
      return null;
  }
}

function columnsTruth(spec: TableSpec): ColumnsTruth {
  const at = (role: Role): string | null => spec.columns.find((c) => c.role === role)?.at ?? null;
  const of = (role: Role): readonly Column[] => spec.columns.filter((c) => c.role === role);
  return {
    no: at("no"),
    name: at("name") as string,
    part: at("part"),
    unit: at("unit"),
    direction: at("direction"),
    kind: at("kind"),
    owner: at("owner"),
    baseline: at("baseline"),
    baselineYear: at("baselineYear"),
    target: at("target"),
    targets: [
      ...of("target").map((c) => ({
        column: c.at,
        year: c.year === undefined ? 2025 : c.year,
        kind: "final" as const,
      })),
      ...of("milestone").map((c) => ({ column: c.at, year: c.year ?? null, kind: "milestone" as const })),
    ],
    actuals: of("actual").map((c) => ({ column: c.at, year: c.year ?? null })),
    grade: at("grade"),
    rate: at("rate"),
    remarks: at("remarks"),
  };
}

function lineTruth(line: KpiLine, spec: TableSpec, row: number, entry: (column: Column) => Entry): IndicatorTruth {
  const { kpi } = line;
  const cell = (role: Role, year?: number | null): string => {
    const column = spec.columns.find((c) => c.role === role && (year === undefined || (c.year ?? spec.year) === year));
    return column ? shown(entry(column)) : "";
  };
  const has = (role: Role): boolean => spec.columns.some((c) => c.role === role);
  const baseline = has("baseline") ? kpi.baseline : null;
  const actual = spec.year === null ? null : (kpi.actuals[spec.year] ?? null);
  const groups = spec.columns.filter((c) => c.role === "goal" || c.role === "measure");
  const group = spec.group?.(kpi) ?? groups.map((c) => (c.role === "goal" ? kpi.goal : kpi.measure));
  const kinds = { up: "at-least", keepUp: "maintain", down: "at-most", keepDown: "maintain" } as const;
  const grade = spec.grade
    ? spec.grade(kpi, actual)
    : asahiGrade({ baseline, actual, target: kpi.target, direction: kpi.direction });
  const gradeAt = spec.columns.find((c) => c.role === "grade");
  const undated = spec.columns.every((c) => c.role !== "actual" || c.year === null);
  return {
    row,
    name: kpi.name,
    part: null,
    group,
    unit: unitTruth(kpi),
    baseline: {
      text: cell("baseline"),
      value: figure(kpi, baseline),
      ...(baseline === null ? {} : { year: kpi.baselineYear }),
    },
    actual: {
      text: spec.year === null ? "" : cell("actual", spec.year),
      value: figure(kpi, actual),
      ...(actual === null || undated ? {} : { year: spec.year }),
    },
    target: { text: cell("target"), value: figure(kpi, kpi.target), kind: kinds[kpi.direction], year: kpi.targetYear },
    direction: kpi.direction,
    needsConfirmation: false,
    ...(grade === null ? {} : { grade }),
    existingGrade: gradeAt ? shown(entry(gradeAt)) : null,
    ...line.truth,
  };
}

function drawTable(form: Form, spec: TableSpec): TableTruth {
  const headRows = Object.keys(spec.head).flatMap((a) => (a.match(/\d+/g) ?? []).map(Number));
  const [top, headBottom] = [Math.min(...headRows), Math.max(...headRows)];
  const header = (offset: number): void => {
    for (const [area, text] of Object.entries(spec.head)) {
      const moved = area.replace(/\d+/g, (r) => String(Number(r) + offset));
      form.box(moved, text === "" ? null : text, HEAD);
    }
    for (let r = top; r <= headBottom; r++) form.height(r + offset, 26);
  };
  header(0);
  const indicators: IndicatorTruth[] = [];
  const letters = spec.columns.map((c) => columnNumber(c.at));
  const [left, right] = [columnLetters(Math.min(...letters)), columnLetters(Math.max(...letters))];
  let row = headBottom + 1;
  let bottom = row;
  let place = 0;
  for (const line of spec.lines) {
    if (line === "blank") {
      row++;
      continue;
    }
    if (line === "header") {
      form.sheet.getRow(row - 1).addPageBreak();
      header(row - top);
      row += headBottom - top + 1;
      continue;
    }
    if (!isLine(line)) {
      form.box(`${line.at ?? left}${row}:${line.to ?? line.at ?? right}${row}`, line.text, {
        fill: PALE.grey,
        bold: true,
      });
      for (const [at, entry] of Object.entries(line.cells ?? {})) set(form, `${at}${row}`, entry, {});
      bottom = row++;
      continue;
    }
    place++;
    form.height(row, spec.columns.some((c) => c.role === "goal") ? 28 : 21);
    const rows = line.rows ?? 1;
    const entries = new Map(spec.columns.map((column) => [column, given(line, column, spec, place)]));
    for (const [column, entry] of entries) {
      const area = rows > 1 ? `${column.at}${row}:${column.at}${row + rows - 1}` : `${column.at}${row}`;
      const free = column.role === "grade" && spec.unlockedGrades === true;
      set(form, area, entry, {
        ...(column.role === "grade" ? { align: "center" } : {}),
        ...(free ? { unlocked: true } : {}),
      });
    }
    if (line.hidden === true) form.sheet.getRow(row).hidden = true;
    indicators.push(lineTruth(line, spec, row, (column) => entries.get(column) ?? null));
    bottom = row + rows - 1;
    row += rows;
  }
  for (const area of spec.merges ?? []) form.sheet.mergeCells(area);
  const headerRows = Array.from({ length: headBottom - top + 1 }, (_, i) => top + i);
  return {
    range: `${left}${top}:${right}${bottom}`,
    headerRows,
    ...(spec.rubric?.from === undefined ? { rubric: "旭市型" } : spec.rubric.name ? { rubric: spec.rubric.name } : {}),
    rubricFrom: spec.rubric?.from ?? "default",
    columns: columnsTruth(spec),
    indicators,
  };
}

const WIDTHS: Readonly<Record<Role, number>> = {
  no: 5,
  goal: 24,
  measure: 24,
  name: 30,
  part: 9,
  unit: 8,
  direction: 9,
  kind: 13,
  owner: 13,
  baseline: 12,
  baselineYear: 10,
  target: 12,
  targetYear: 10,
  milestone: 12,
  actual: 12,
  grade: 8,
  rate: 10,
  remarks: 26,
  other: 12,
};

function draw(title: string, sheets: readonly SheetSpec[]): { workbook: ExcelJS.Workbook; sheets: SheetTruth[] } {
  const workbook = newWorkbook(title);
  const truths: SheetTruth[] = [];
  for (const spec of sheets) {
    const sheet = workbook.addWorksheet(spec.name, spec.hidden === true ? { state: "hidden" } : {});
    const form = new Form(sheet, "游ゴシック", 10);
    for (const table of spec.tables) {
      for (const c of table.columns) sheet.getColumn(c.at).width = c.width ?? WIDTHS[c.role];
    }
    if (spec.title) form.box(spec.title.at, spec.title.text, { ...PLAIN, bold: true, size: 14 });
    for (const [at, entry] of Object.entries(spec.texts ?? {})) set(form, at, entry, PLAIN);
    const tables = spec.tables.map((table) => drawTable(form, table));
    sheet.pageSetup = {
      ...sheet.pageSetup,
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    };
    spec.finish?.(sheet, workbook);
    truths.push({
      name: spec.name,
      ...(spec.hidden === true ? { hidden: true } : {}),
      ...(spec.year === undefined ? {} : { year: spec.year }),
      ...(spec.yearFrom === undefined ? {} : { yearFrom: spec.yearFrom }),
      tables,
    });
  }
  return { workbook, sheets: truths };
}

/** A sample of these sheets. `after` may work on the packed file. */
export function layoutSample(
  name: string,
  title: string,
  sheets: readonly SheetSpec[],
  options: { readonly after?: (bytes: Uint8Array) => Uint8Array; readonly level?: "hard" } = {},
): Sample {
  const { sheets: truths } = draw(title, sheets);
  return {
    name,
    bytes: async () => (options.after ?? ((b) => b))(await toBytes(draw(title, sheets).workbook)),
    truth: {
      ...(options.level ? { level: options.level } : {}),
      file: `${name.replace(/^.*\//, "")}.xlsx`,
      sheets: truths,
    },
  };
}
