/**
 * What a reader must find in a sample: a subset of the JSON that `npm run inspect` prints. A field that is left out
 * is not asserted. Values come from the documents, never from the code of the product.
 */
export interface FigureTruth {
  /** What the cell displays. */
  readonly text?: string;
  /** Base units, percent as a fraction; null: no figure. */
  readonly value?: number | null;
  readonly year?: number | null;
}

export interface IndicatorTruth {
  /** Excel row, from 1. */
  readonly row: number;
  /** Printed name without 【…変更】 and line breaks. */
  readonly name: string;
  /** Name without unit, footnote mark and cross reference as well. */
  readonly nameCore?: string;
  readonly part?: string | null;
  readonly group?: readonly string[];
  readonly unit?: string | null;
  readonly baseline?: FigureTruth;
  readonly actual?: FigureTruth;
  readonly target?: FigureTruth & { readonly kind?: string };
  readonly direction?: "up" | "down" | "keepUp" | "keepDown";
  readonly needsConfirmation?: boolean;
  readonly grade?: string;
  readonly existingGrade?: string | null;
  readonly parts?: readonly {
    label: string;
    baseline?: number | null;
    actual?: number | null;
    target?: number | null;
  }[];
}

export interface ColumnsTruth {
  readonly no?: string | null;
  readonly name: string;
  readonly part?: string | null;
  readonly unit?: string | null;
  readonly direction?: string | null;
  readonly kind?: string | null;
  readonly owner?: string | null;
  readonly baseline?: string | null;
  readonly baselineYear?: string | null;
  /** Column of the target that is compared with. */
  readonly target?: string | null;
  readonly targets?: readonly { column: string; year: number | null; kind: "final" | "milestone" }[];
  readonly actuals?: readonly { column: string; year: number | null }[];
  readonly grade?: string | null;
  readonly rate?: string | null;
  readonly remarks?: string | null;
}

export interface TableTruth {
  /** The printed block: header rows to the last row, first to last column. */
  readonly range: string;
  readonly headerRows: readonly number[];
  readonly rubric?: string;
  readonly rubricFrom?: "default" | "legend" | "table";
  readonly columns: ColumnsTruth;
  readonly indicators: readonly IndicatorTruth[];
}

export interface SheetTruth {
  readonly name: string;
  readonly hidden?: boolean;
  readonly year?: number | null;
  readonly yearFrom?: "title" | "workbookTitle" | "newestActual" | null;
  readonly tables: readonly TableTruth[];
}

export interface BookTruth {
  /** A layout beyond what must be read: finding nothing is acceptable, reading it wrong is not. */
  readonly level?: "hard";
  readonly file: string;
  readonly sheets: readonly SheetTruth[];
}
