/** Tables of projects with their money, as they are found on a sheet. */
import type { Area } from "../types";
import type { FigureCell, MoneyLine } from "./money";
import type { MoneyHeader } from "./money-headers";

export interface ResultLine {
  readonly name: string;
  readonly nameCell: { readonly row: number; readonly column: number };
  readonly row: number;
  readonly unit: string | null;
  readonly cells: readonly FigureCell[];
}

export interface Project {
  readonly row: number;
  /** Last row that belongs to it. */
  readonly bottom: number;
  readonly no: string | null;
  /** 「3620 ふるさと応援寄附推進事業」, as printed, code and name joined by a blank. */
  readonly name: string;
  readonly nameCell: { readonly row: number; readonly column: number };
  /** ○ in 主な事業; null where the table has no such column. */
  readonly main: boolean | null;
  /** 順調 … where the table has a column for it. */
  readonly status: string | null;
  readonly lines: readonly MoneyLine[];
  readonly results: readonly ResultLine[];
  readonly remarks: { readonly row: number; readonly column: number; readonly text: string } | null;
}

export interface ProjectTable {
  readonly area: Area;
  readonly headers: readonly MoneyHeader[];
  /** In the order of the sheet; numbered but empty rows of a form are left out. */
  readonly projects: readonly Project[];
  /** Lines of a row 合計 at the end of the table. */
  readonly totals: readonly MoneyLine[];
}

/** （３）合計事業費: lines of money that belong to no project. */
export interface TotalsBlock {
  readonly area: Area;
  readonly headers: readonly MoneyHeader[];
  readonly lines: readonly MoneyLine[];
}
