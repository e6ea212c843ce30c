/** What stands on a 重点施策マネジメントシート of 旭市, as data. */
export type Value = string | number | null;

export interface AsahiIndicator {
  readonly fact: string;
  /** ＫＰＩ number; null for the 数値目標. */
  readonly no: number | null;
  readonly name: string;
  readonly baseline: Value;
  readonly target: Value;
  /** One per year column that is filled; the rest stays blank. */
  readonly actuals: readonly Value[];
}

export interface AsahiProject {
  readonly code: string;
  readonly name: string;
  readonly cost: readonly Value[];
  readonly general: readonly Value[];
  readonly results: readonly { readonly name: string; readonly unit: string; readonly values: readonly Value[] }[];
  readonly remarks?: string;
}

export interface AsahiBook {
  readonly file: string;
  readonly sheetName: string;
  readonly title: string;
  readonly year: number;
  readonly date: string | null;
  readonly goal: { readonly label: string; readonly name: string | null };
  readonly measure: string;
  readonly owner: string | null;
  readonly related: string | null;
  readonly group: readonly string[];
  /** 現状値 or 基準値 */
  readonly baselineHead: string;
  readonly targetHead: string;
  readonly years: readonly { readonly head: string; readonly year: number }[];
  /** Widths in grid columns: name, baseline, target, one year; the grade takes the rest. */
  readonly spans: { readonly name: number; readonly baseline: number; readonly target: number; readonly year: number };
  readonly goalIndicator: AsahiIndicator;
  readonly kpis: readonly AsahiIndicator[];
  /** Shares in per cent, or the one that is ticked. */
  readonly progress: readonly Value[];
  readonly progressUnit: string | null;
  readonly reasons: readonly string[];
  readonly issues: readonly string[];
  readonly policyHead: string;
  readonly policy: readonly string[];
  readonly policyProjects: { readonly head: string; readonly names: string } | null;
  readonly totals: { readonly cost: readonly Value[]; readonly general: readonly Value[] } | null;
  readonly opinions: { readonly head: string; readonly lines: readonly string[] };
  readonly answers: { readonly head: string; readonly lines: readonly string[] };
  /** null: the sheet prints none, the default rubric holds. */
  readonly legend: { readonly head: string; readonly lines: readonly (readonly [string, string])[] } | null;
  /** The title in cells of its own, as where the year is typed anew every time. */
  readonly titleCells?: readonly Value[];
  /** Instead of 達成状況. */
  readonly gradeHead?: string;
  /** Empty rows put in above everything. */
  readonly leadRows?: number;
  /** The sheet is protected, only the grade cells are free. */
  readonly protectedButGrades?: boolean;
  readonly projectRows: number;
  /** Lines for 成果指標 in each project. */
  readonly resultRows: number;
  readonly tick: string;
  readonly projects: readonly AsahiProject[];
}
