/** What was changed since the file was opened: the saver patches this and nothing else. */
import type { Area } from "./area";

/** Parts of a sheet other than its cells. */
export type SheetPart =
  | "name"
  | "visibility"
  | "tabColor"
  | "merges"
  | "rows" // heights, hidden
  | "columns" // widths, hidden
  | "protection"
  | "validations"
  | "conditionalFormats"
  | "charts"
  | "tables"
  | "pageLayout"
  | "freezePanes"
  | "view"; // gridlines, headings

/** Parts of the workbook. */
export type BookPart = "sheets" | "names" | "settings" | "active";

export interface CellChange {
  content: boolean;
  style: boolean;
}

/** Rows or columns put in (count > 0) or taken out; later changes use the numbers after the move. */
export interface Shift {
  readonly along: "rows" | "columns";
  readonly at: number;
  readonly count: number;
}

export class SheetChanges {
  /** row → column → what. */
  readonly cells = new Map<number, Map<number, CellChange>>();
  readonly parts = new Set<SheetPart>();
  readonly shifts: Shift[] = [];

  mark(row: number, column: number, content: boolean, style: boolean): void {
    let cells = this.cells.get(row);
    if (!cells) this.cells.set(row, (cells = new Map()));
    const change = cells.get(column);
    if (!change) cells.set(column, { content, style });
    else {
      change.content ||= content;
      change.style ||= style;
    }
  }

  isEmpty(): boolean {
    return this.cells.size === 0 && this.parts.size === 0 && this.shifts.length === 0;
  }

  /** Marks move with the cells. */
  shift(move: Shift): void {
    this.shifts.push(move);
    const moved = (index: number): number | null =>
      index < move.at ? index : index < move.at - move.count ? null : index + move.count;
    const before = [...this.cells];
    this.cells.clear();
    for (const [row, cells] of before) {
      for (const [column, change] of cells) {
        const [r, c] = move.along === "rows" ? [moved(row), column] : [row, moved(column)];
        if (r !== null && c !== null) this.mark(r, c, change.content, change.style);
      }
    }
  }
}

export type ChangeSource = "api" | "user" | "remote";

/** What the workbook tells those who listen (the protocol's events, the grid). */
export type BookEvent =
  | {
      readonly kind: "changed";
      readonly sheetId: string;
      readonly area: Area;
      readonly change: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted";
      readonly source: ChangeSource;
      /** Of a single cell, as Excel's `details`. */
      readonly before?: string | number | boolean;
      readonly after?: string | number | boolean;
    }
  | { readonly kind: "formatted"; readonly sheetId: string; readonly area: Area; readonly source: ChangeSource }
  | { readonly kind: "calculated"; readonly sheetId: string }
  | { readonly kind: "selected"; readonly sheetId: string; readonly areas: readonly Area[] }
  | { readonly kind: "clicked"; readonly sheetId: string; readonly row: number; readonly column: number }
  | { readonly kind: "activated"; readonly sheetId: string; readonly previous: string | null }
  | { readonly kind: "sheetAdded"; readonly sheetId: string; readonly source: ChangeSource }
  | { readonly kind: "sheetDeleted"; readonly sheetId: string; readonly source: ChangeSource }
  | { readonly kind: "sheetMoved"; readonly sheetId: string }
  | { readonly kind: "sheetChanged"; readonly sheetId: string; readonly part: SheetPart }
  | { readonly kind: "protection"; readonly sheetId: string; readonly on: boolean; readonly source: ChangeSource }
  | { readonly kind: "settings" };
