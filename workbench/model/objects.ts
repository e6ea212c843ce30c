/** Things that lie on a sheet or in the workbook beside the cells. */
import type { Area } from "./area";

/** Bag of properties of an object that the add-in set, by the names of the Excel API ("ChartType", "Text"). */
export type Properties = Map<string, unknown>;

/** A part of a chart (title, axis, series) with its own parts. */
export class Parts {
  readonly properties: Properties = new Map();
  private readonly children = new Map<string, Parts>();

  /** The part of that name; made when first asked for. */
  part(name: string): Parts {
    let child = this.children.get(name);
    if (!child) this.children.set(name, (child = new Parts()));
    return child;
  }

  get parts(): ReadonlyMap<string, Parts> {
    return this.children;
  }
}

export interface SeriesSource {
  readonly name: string;
  /** Full address of the cell that names it; null: the name is a text. */
  readonly nameFrom: string | null;
  /** Full addresses, "集計!$B$2:$B$7"; null: none. */
  readonly values: string | null;
  readonly categories: string | null;
}

export interface ChartSeries {
  id: number;
  source: SeriesSource;
  readonly look: Parts;
}

/** A chart made through the API. Charts of the file are kept by the saver and are not here. */
export interface Chart {
  readonly id: string;
  name: string;
  readonly look: Parts;
  series: ChartSeries[];
  /** Points from the sheet's corner. */
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Table {
  readonly id: number;
  name: string;
  sheetId: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  /** True for one made since the file was opened. */
  readonly added: boolean;
}

export interface DefinedName {
  name: string;
  /** Without "=". */
  formula: string;
  /** null: the whole workbook. */
  readonly sheetId: string | null;
  visible: boolean;
  comment: string;
}

export interface Validation {
  areas: readonly Area[];
  /** list, whole, decimal, date, textLength, custom. */
  type: string;
  operator: string;
  ignoreBlanks: boolean;
  formula1: string;
  formula2: string;
  inCellDropDown: boolean;
  /** Excel.DataValidationErrorAlert and Prompt as they came. */
  errorAlert: Readonly<Record<string, unknown>> | null;
  prompt: Readonly<Record<string, unknown>> | null;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  /** Excel.ConditionalFormatType; "Opaque" for one of the file, whose rules are not read. */
  readonly type: string;
  priority: number;
  stopIfTrue: boolean;
  readonly look: Parts;
  readonly added: boolean;
}

export interface Protection {
  readonly on: boolean;
  /** Excel.WorksheetProtectionOptions: what stays allowed. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A password is needed to lift it. */
  readonly hasPassword: boolean;
  /** Known only where the add-in or a test set it; null for one of the file. */
  readonly password: string | null;
}

export const UNPROTECTED: Protection = { on: false, options: {}, hasPassword: false, password: null };

export interface FreezePanes {
  readonly rows: number;
  readonly columns: number;
}
