/** The parts of an invented table: cells, columns, lines, sheets. */
import type ExcelJS from "exceljs";
import { formatOf, plain, type CityKpi } from "./city";
import type { IndicatorTruth, SheetTruth } from "./truth";

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
  /** Rows at the top of `head` that name the table and are no header. */
  readonly titleRows?: number;
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
