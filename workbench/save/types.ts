/** What is to be saved, as plain data. Whatever is not named here stays as it is in the file, byte for byte. */
import type { Area, BorderStyle, CellStyle, CellValue, FontStyle } from "../../src/xlsx/types";

export type { Area, BorderStyle, CellStyle, CellValue, FontStyle };

export interface CellContent {
  readonly value: CellValue;
  /** With "="; null: a constant. */
  readonly formula: string | null;
  /** Cells that the formula fills, itself included; their values are written as cells of their own. */
  readonly array?: Area;
}

/** A cell that differs from the file. Rows and columns from 0. */
export interface CellSave {
  readonly row: number;
  readonly column: number;
  /** New content; "" without a formula empties the cell. Absent: as it is. */
  readonly content?: CellContent;
  /** Result of the formula that stands in the file; nothing is written where it is the one in the file. */
  readonly result?: CellValue;
  /** How the cell is to look. Only what differs from its look in the file is written. */
  readonly style?: CellStyle;
}

/** Rows (height in points) or columns (width in characters). null: default. */
export interface LineSave {
  readonly first: number;
  readonly last: number;
  readonly size: number | null;
  readonly hidden: boolean;
}

/** Rows or columns put in (count > 0) before `at`, or taken out from `at` on. */
export interface Move {
  readonly along: "rows" | "columns";
  readonly at: number;
  readonly count: number;
}

export interface ProtectionSave {
  readonly on: boolean;
  /** What stays allowed, by the file's names (formatCells, insertRows …). */
  readonly allowed: readonly string[];
}

export interface PageSave {
  readonly landscape: boolean;
  /** 9 A4, 8 A3. */
  readonly paperSize: number;
  /** Pages wide and tall, 0 automatic; null: no fitting. */
  readonly fit: { readonly wide: number; readonly tall: number } | null;
  /** Rows repeated on every page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  readonly printArea: Area | null;
  readonly centerHorizontally: boolean;
}

export interface ValidationSave {
  readonly areas: readonly Area[];
  readonly type: string;
  readonly operator: string;
  readonly allowBlank: boolean;
  /** Without "=". */
  readonly formula1: string;
  readonly formula2: string;
}

export type ChartKind =
  | "barStacked"
  | "barStacked100"
  | "barClustered"
  | "columnStacked"
  | "columnStacked100"
  | "columnClustered"
  | "line"
  | "pie";

export interface ChartSeriesSave {
  readonly name: string;
  /** Cell that holds the name, "集計!$B$1"; null: the text itself. */
  readonly nameFrom: string | null;
  readonly categories: string | null;
  readonly values: string;
  /** "#RRGGBB"; null: of the theme. */
  readonly color: string | null;
}

/** The upper left corner of a cell. */
export interface CellCorner {
  readonly row: number;
  readonly column: number;
}

export interface ChartSave {
  readonly kind: ChartKind;
  readonly name: string;
  readonly title: string | null;
  readonly legend: "bottom" | "right" | "top" | "left" | null;
  /** Categories from top to bottom, as the rows of the table are. */
  readonly reversed: boolean;
  readonly dataLabels: boolean;
  readonly series: readonly ChartSeriesSave[];
  /** The cells whose corners it spans; null or absent: it stands by points alone. */
  readonly cells?: { readonly from: CellCorner; readonly to: CellCorner } | null;
  /** Points from the corner of the sheet. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A sheet of the file with what changed on it; absent: as it is. */
export interface FileSheetSave {
  readonly kind: "file";
  /** Index among the sheets of the file. */
  readonly index: number;
  readonly name?: string;
  readonly visibility?: "visible" | "hidden" | "veryHidden";
  /** In the order in which they happened; everything else counts after them. */
  readonly moves?: readonly Move[];
  readonly cells?: readonly CellSave[];
  readonly rows?: readonly LineSave[];
  readonly columns?: readonly LineSave[];
  /** All merges of the sheet. */
  readonly merges?: readonly Area[];
  readonly protection?: ProtectionSave;
  readonly tabColor?: string | null;
  readonly page?: PageSave;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly gridlines?: boolean;
  /** Charts to be added; one of the same name that the sheet has is replaced. */
  readonly charts?: readonly ChartSave[];
}

export interface NewSheetSave {
  readonly kind: "new";
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly cells: readonly CellSave[];
  readonly rows: readonly LineSave[];
  readonly columns: readonly LineSave[];
  readonly merges: readonly Area[];
  readonly protection: ProtectionSave | null;
  readonly validations: readonly ValidationSave[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
  /** "#RRGGBB"; null: none. */
  readonly tabColor: string | null;
  readonly page: PageSave | null;
  readonly charts: readonly ChartSave[];
}

/** Who keeps settings in the workbook. */
export interface AddIn {
  /** Id of the manifest. */
  readonly id: string;
  readonly version: string;
}

export interface NameSave {
  readonly name: string;
  /** Without "=". */
  readonly formula: string;
  readonly hidden: boolean;
  /** Position in `BookSave.sheets`; null: the whole book. */
  readonly sheet: number | null;
}

export interface BookSave {
  /** All sheets that the book has now, in order; sheets of the file that are missing here were deleted. */
  readonly sheets: readonly (FileSheetSave | NewSheetSave)[];
  /** Position of the sheet to open with; absent: as it is. */
  readonly activeSheet?: number;
  /** All names of the book: those of the file that are missing here are removed, equal ones stay as they are. */
  readonly names?: readonly NameSave[];
  /** All settings of the add-in, name → JSON text. */
  readonly settings?: { readonly addIn: AddIn; readonly values: ReadonlyMap<string, string> };
}
