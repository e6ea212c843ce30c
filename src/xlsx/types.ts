/**
 * What an .xlsx file says, as plain data. Rows and columns count from 0, sizes are Excel's own units
 * (row heights in points, column widths in characters). Nothing is calculated here.
 */
import type { Area, CellValue } from "../sheet/types";

export type { Area, CellValue };

/** Why a file cannot be read; `messages.ts` has the sentences. */
export type XlsxErrorCode = "notXlsx" | "encrypted" | "damaged" | "tooLarge";

/** The only error that the reader throws. */
export class XlsxError extends Error {
  constructor(
    readonly code: XlsxErrorCode,
    /** For the developer: which part, which rule. Never shown. */
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = "XlsxError";
  }
}

export type CellKind = "number" | "text" | "boolean" | "error" | "empty";

/** A cell with a value or a formula. */
export interface XlsxCell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  /** Value as stored; "" when empty, "#N/A" for errors. For a formula the cached value. */
  readonly value: CellValue;
  /** With "=", in the words of the formula bar (KPI.GRADE, IFS); null for a constant. */
  readonly formula: string | null;
  /** Range of an array or spilled formula, on its first cell only. */
  readonly array: Area | null;
  /** The formula has no cached value, or one that may be out of date (custom functions). */
  readonly stale: boolean;
  /** Index into `XlsxBook.styles`. */
  readonly style: number;
}

/** Empty cells that share a style. */
export interface StyledArea extends Area {
  readonly style: number;
}

export interface RowRun {
  readonly first: number;
  readonly last: number;
  /** Points; null: default. */
  readonly height: number | null;
  readonly hidden: boolean;
  readonly outlineLevel: number;
  /** Style of the row's cells that the file does not mention; null: none. */
  readonly style: number | null;
}

export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** Characters of the default font; null: default. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly outlineLevel: number;
  readonly style: number | null;
}

export interface FontStyle {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** "#RRGGBB"; null: automatic. */
  readonly color: string | null;
}

export interface BorderLine {
  /** thin, medium, thick, double, dotted, dashed, hair … as in the file. */
  readonly style: string;
  readonly color: string | null;
}

export interface BorderStyle {
  readonly left: BorderLine | null;
  readonly right: BorderLine | null;
  readonly top: BorderLine | null;
  readonly bottom: BorderLine | null;
}

/** One entry of the cell formats with everything it refers to resolved. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly font: FontStyle;
  /** "#RRGGBB"; null: no fill. A pattern counts as its foreground colour. */
  readonly fill: string | null;
  readonly border: BorderStyle;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrapText: boolean;
  readonly shrinkToFit: boolean;
  readonly indent: number;
  /** Degrees as in the file; 255 is vertical text. */
  readonly rotation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

export interface SheetProtection {
  /** A password is needed to lift it. */
  readonly password: boolean;
  /** What stays allowed, by the names of the file (formatCells, insertRows …). */
  readonly allowed: readonly string[];
}

export interface DataValidation {
  readonly areas: readonly Area[];
  /** list, whole, decimal, date, textLength, custom … */
  readonly type: string;
  readonly operator: string;
  readonly allowBlank: boolean;
  /** Without "=": `"S,A,B"` or `設定!$A$2:$A$7`. */
  readonly formula1: string;
  readonly formula2: string;
  /** The items of a list that is written out; null for any other. */
  readonly items: readonly string[] | null;
}

/** Kept as it is; only its place is known. */
export interface ConditionalFormat {
  readonly areas: readonly Area[];
  readonly rules: number;
}

export interface PageSetup {
  readonly landscape: boolean;
  /** Code of the file: 8 A3, 9 A4; null: not said. */
  readonly paperSize: number | null;
  readonly scale: number | null;
  /** Pages wide and tall when fitting to pages; null: scaled. 0 is automatic. */
  readonly fit: { readonly wide: number; readonly tall: number } | null;
}

export interface XlsxTable {
  readonly id: number;
  readonly name: string;
  readonly area: Area;
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
  readonly columns: readonly string[];
  readonly style: string | null;
}

export interface XlsxSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** A chart sheet, a dialog or a macro sheet has no cells. */
  readonly kind: "worksheet" | "other";
  /** Name of the part inside the package, "xl/worksheets/sheet1.xml". */
  readonly part: string;
  /** Row by row, left to right. */
  readonly cells: readonly XlsxCell[];
  /** Empty cells with a style of their own. */
  readonly blanks: readonly StyledArea[];
  readonly rows: readonly RowRun[];
  readonly columns: readonly ColumnRun[];
  readonly defaultRowHeight: number | null;
  readonly defaultColumnWidth: number | null;
  /** Rows that the file does not mention are hidden. */
  readonly rowsHiddenByDefault: boolean;
  readonly merges: readonly Area[];
  readonly protection: SheetProtection | null;
  readonly autoFilter: Area | null;
  readonly validations: readonly DataValidation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly gridlines: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly page: PageSetup;
  readonly tables: readonly XlsxTable[];
  readonly hasComments: boolean;
  readonly charts: number;
  readonly images: number;
}

export interface DefinedName {
  readonly name: string;
  /** Without "=". */
  readonly formula: string;
  /** Index of the sheet it belongs to; null: the whole book. */
  readonly sheet: number | null;
  readonly hidden: boolean;
}

/** What an add-in stored in the workbook (document settings). */
export interface WebExtension {
  readonly part: string;
  /** Id of the add-in, as its manifest says. */
  readonly id: string;
  readonly store: string;
  readonly storeType: string;
  /** name → JSON text, as the file holds it. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface XlsxBook {
  readonly sheets: readonly XlsxSheet[];
  /** Index into `sheets`. */
  readonly activeSheet: number;
  readonly date1904: boolean;
  /** 「ブックの保護」: no sheet may be added, deleted, renamed, moved, copied, hidden or shown. */
  readonly structureLocked: boolean;
  readonly names: readonly DefinedName[];
  /** Never empty; entry 0 is the default. */
  readonly styles: readonly CellStyle[];
  readonly extensions: readonly WebExtension[];
  readonly macros: boolean;
  /** The file asks for recalculation on load. */
  readonly recalculate: boolean;
}

export interface ReadOptions {
  /** Largest total size after unpacking, in bytes. */
  readonly maxBytes?: number;
}
