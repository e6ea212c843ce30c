/**
 * A workbook as plain data, what was found in it, and what is to be written. No Excel here.
 * Rows and columns count from 0 everywhere in code; `address.ts` makes "B5" of them.
 */
import type { Direction, Grading, Reading, Rubric } from "../kpi/types";

export type CellValue = string | number | boolean;

/** A rectangle of cells, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One worksheet as it was read. Grids cover `area`; `values[0][0]` is the cell (area.top, area.left). */
export interface SheetSnapshot {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly protected: boolean;
  /** The used range; null for an empty sheet (grids are then empty). */
  readonly area: Area | null;
  /** "" for an empty cell. */
  readonly values: readonly (readonly CellValue[])[];
  /** What the cell displays. */
  readonly texts: readonly (readonly string[])[];
  /** The formula with "=", or the value where there is none (as Excel gives it). */
  readonly formulas: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** null: unknown (Excel refused). Only a hint: finding must work without. */
  readonly merges: readonly Area[] | null;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface WorkbookSnapshot {
  readonly name: string;
  readonly sheets: readonly SheetSnapshot[];
  /** Sheet that the user is looking at. */
  readonly activeSheetId: string | null;
}

export interface CellRef {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A reading with the cell that it came from; null cell: not on the sheet (a constant of the header, say). */
export interface CellReading {
  readonly cell: CellRef | null;
  readonly reading: Reading;
}

/** A column that holds the values of one year. */
export interface YearColumn {
  readonly column: number;
  /** Western fiscal year; null where none is printed. */
  readonly year: number | null;
  /** 参考: shown, never graded by default, never added to totals. */
  readonly reference: boolean;
  /** 前年度 is -1, 今年度 0: counted from the year that is graded. */
  readonly relative?: number | null;
  /** Column that holds the year of each value, where the table has one. */
  readonly yearColumn?: number | null;
}

export interface TargetColumn {
  readonly column: number;
  readonly year: number | null;
  readonly kind: "final" | "milestone";
}

/** Which column plays which part. null: the table has none. Columns of the sheet, from 0. */
export interface KpiColumns {
  readonly no: number | null;
  readonly name: number | null;
  readonly part: number | null;
  readonly unit: number | null;
  readonly direction: number | null;
  readonly kind: number | null;
  readonly owner: number | null;
  readonly baseline: number | null;
  readonly baselineYear: number | null;
  readonly targets: readonly TargetColumn[];
  readonly actuals: readonly YearColumn[];
  readonly grade: number | null;
  readonly rate: number | null;
  readonly remarks: number | null;
  /** Columns that hold group headings, outermost first. */
  readonly groups: readonly number[];
}

/** Columns of the sheet that belong to one column of the table: a form draws one value over many narrow columns. */
export interface ColumnExtent {
  readonly column: number;
  readonly left: number;
  readonly right: number;
}

/** A table of KPI rows on a sheet. */
export interface KpiTable {
  /** Stable within one snapshot: sheet id and address. */
  readonly id: string;
  readonly sheetId: string;
  readonly area: Area;
  /** Not rows under a header: `columns` say where the cells of the first indicator stand. */
  readonly arranged: boolean;
  readonly headerRows: readonly number[];
  readonly columns: KpiColumns;
  /** Year printed in the header of the baseline column. */
  readonly baselineYear: number | null;
  /** Rows that hold an indicator (or a part of one), in sheet order. */
  readonly rows: readonly KpiRow[];
  /** Where the cells of each column may stand. */
  readonly extents: readonly ColumnExtent[];
  /** Every grade column with the year of its header; `columns.grade` is the one that is written to. */
  readonly grades: readonly YearColumn[];
  /** The header says that units stand in the brackets of the names, 「指標（単位）」. */
  readonly unitInName: boolean;
  /** 「（単位：千人）」 over the table, or the unit that all its headers of values print; null where neither does. */
  readonly unit: string | null;
  /** Column of the target's year, where the table has one. */
  readonly targetYearColumn: number | null;
  /** Header text of each column in use, for showing a mapping and for finding the column again. */
  readonly headers: readonly { readonly column: number; readonly text: string }[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Why this was taken for a KPI table, and each column for its part. */
  readonly reasons: readonly string[];
}

export interface KpiRow {
  readonly row: number;
  /** Number or code as printed, 「KPI 9」. */
  readonly no: string | null;
  /** Name as printed, put together where it is wrapped over rows; 【…変更】 is left out. */
  readonly name: string;
  /** Rows below that go on with the cells of this one, 「(30年度)」 under 「42世帯」. */
  readonly more: readonly number[];
  /** Rows of target, actual … where they stand in lines of their own below each other. */
  readonly lines: Readonly<Partial<Record<"baseline" | "target" | "actual" | "grade", number>>> | null;
  /** The values of this row slipped one column to the left, into the empty column of parts. */
  readonly slipped: boolean;
  /** Unit printed beside the name over a block of lines. */
  readonly unit: string | null;
  /** 男性 / 女性 where the row is a part of the indicator above. */
  readonly part: string | null;
  /** Headings over this row, as printed, outermost first. */
  readonly group: readonly string[];
}

/** Cells of an indicator that are no values of its own; null where its table has none. */
export interface IndicatorPlaces {
  readonly name: CellRef | null;
  readonly no: CellRef | null;
  readonly unit: CellRef | null;
  readonly rate: CellRef | null;
  readonly remarks: CellRef | null;
}

/** One KPI as read from its row. */
export interface Indicator {
  /** Identity that survives inserted rows: sheet name, group, name, part, occurrence. */
  readonly key: string;
  readonly tableId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly no: string | null;
  readonly name: string;
  readonly part: string | null;
  readonly group: readonly string[];
  readonly places: IndicatorPlaces;
  /** 担当課 of the table's own column, carried down from the cell above where it is blank. */
  readonly owner: string | null;
  /** Base unit of the values: 「円」 of 億円. */
  readonly unit: string | null;
  /** The unit that bare figures of this row stand in, with its number word, 「億円」; null where none is printed. */
  readonly printedUnit: string | null;
  /** A figure that prints no unit and fits neither the others of its row nor their unit: the row is not graded. */
  readonly unitGap: { readonly text: string; readonly unit: string } | null;
  readonly baseline: CellReading;
  /** Year of the baseline: printed in its cell, else in a column of its own, else in the header. */
  readonly baselineYear: number | null;
  /** Value of the year that is graded; an older one where the rubric uses it. */
  readonly actual: CellReading;
  readonly actualYear: number | null;
  /** Every actual of the row, oldest first. */
  readonly actuals: readonly (CellReading & {
    readonly year: number | null;
    /** Year of the header over it, whatever the cell says. */
    readonly headerYear: number | null;
  })[];
  /** The target that the rubric compares with. */
  readonly target: CellReading;
  readonly targetYear: number | null;
  readonly targets: readonly (CellReading & { readonly year: number | null; readonly kind: "final" | "milestone" })[];
  /** Stated in a column or by the user. */
  readonly statedDirection: Direction | null;
  /** 進捗割合型 / 現状維持型 … as printed. */
  readonly kind: string | null;
  readonly gradeCell: CellRef | null;
  /** What stands in the grade cell: "" when empty; null when there is no such cell or Excel still works it out. */
  readonly existingGrade: string | null;
}

export interface GradedIndicator {
  readonly indicator: Indicator;
  readonly rubric: Rubric;
  readonly grading: Grading;
}

export type YearSource = "user" | "stored" | "title" | "workbookTitle" | "newestActual";

/** What a cell holds, enough to put it back exactly. */
export interface CellContent {
  /** Formula with "=", or the value; "" for an empty cell. */
  readonly formula: CellValue;
  readonly numberFormat: string;
}

export interface Edit {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly before: CellContent;
  readonly after: CellContent;
  /** One short Japanese sentence for the preview. */
  readonly why: string;
  /**
   * A cell that says whose row this is (the indicator's name, as `SheetSnapshot.formulas` has it). Rows that were
   * inserted or deleted since are noticed by it, before writing and before restoring.
   */
  readonly anchor?: Anchor;
  /** Begins with = + - @: must arrive as text, never as a formula. */
  readonly asText?: boolean;
}

export interface Anchor {
  readonly row: number;
  readonly column: number;
  readonly content: CellValue;
}

export type RefusalReason =
  | "formula" // a formula stands there
  | "ourFormula" // a formula of this add-in that shows another grade
  | "pending" // a formula that Excel is still working out
  | "protected" // locked cell on a protected sheet
  | "merged" // not the anchor of a merge
  | "changed" // somebody changed it since the preview
  | "validation" // the cell's list does not allow the grade
  | "kept" // a person's own grade
  | "noCell" // no place to write
  | "noFormula"; // a formula could not say the same as the pane

export interface Refusal {
  readonly edit: Edit;
  readonly reason: RefusalReason;
}

/** Edits are data: the preview, the undo, the conflict check and the tests all work on this. */
export interface EditPlan {
  readonly edits: readonly Edit[];
  readonly refused: readonly Refusal[];
}

export type Severity = "error" | "warning" | "info";

/** One of the values that a finding sets side by side; `label` is a key of the checks' labels. */
export interface FindingValue {
  readonly label: string;
  /** As printed, with its unit. */
  readonly text: string;
}

/** 指摘: one inconsistency with its place. */
export interface Finding {
  /** Rule id, "grade-differs". */
  readonly rule: string;
  /** Rule, subject and values: the same finding after rows were inserted, another one when a value changed. */
  readonly key: string;
  readonly severity: Severity;
  readonly sheetId: string;
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  /** The counterparts. */
  readonly others: readonly {
    readonly sheetId: string;
    readonly cells: readonly { readonly row: number; readonly column: number }[];
  }[];
  /** The values side by side. */
  readonly values: readonly FindingValue[];
  /** Japanese: names the indicator and both values as printed. */
  readonly message: string;
  /** Where one is safe. */
  readonly fix: EditPlan | null;
}

/** 評価基準 of a table and where it comes from. */
export type RubricSource = "default" | "user" | "stored" | "legend" | "table";

export interface AssessedTable {
  readonly table: KpiTable;
  readonly rubric: Rubric;
  readonly rubricFrom: RubricSource;
  /** Where the rubric stands on the sheet, when it was read from there. */
  readonly rubricArea?: Area | null;
  readonly graded: readonly GradedIndicator[];
}

export interface AssessedSheet {
  readonly sheet: SheetSnapshot;
  /** Title as printed, for the head of the pane; the sheet's name where there is none. */
  readonly title: string;
  readonly year: number | null;
  readonly yearFrom: YearSource | null;
  readonly tables: readonly AssessedTable[];
  /** A legend that explains the grades in words only, beside the tables: nothing can be graded by it. */
  readonly wordsOnlyLegend?: Area | null;
  /** Cells of KPI rows that could not be read. */
  readonly unreadable: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

/** Everything the pane, the inspector, the rollup and the checks work on. */
export interface Assessment {
  readonly workbook: WorkbookSnapshot;
  readonly sheets: readonly AssessedSheet[];
}
