/**
 * A sheet as a sparse grid: only cells that show something, row by row. Merges are a hint that may be missing; a cell
 * behind an anchor is simply empty, as Excel gives it.
 */
import type { Area, CellValue, SheetSnapshot } from "./types";

export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** What the cell displays, never blank. */
  readonly text: string;
}

export interface CellFacts {
  readonly value: CellValue;
  readonly text: string;
  readonly formula: CellValue;
  readonly numberFormat: string;
}

const EMPTY: readonly GridCell[] = [];
const EMPTY_CELL: CellFacts = { value: "", text: "", formula: "", numberFormat: "General" };
const MAX_COLUMNS = 16384;
const NO_AREA: Area = { top: 0, left: 0, bottom: -1, right: -1 };

/** A column that is too narrow displays "####": then the value itself is the better text. */
function shownText(text: string | undefined, value: CellValue | undefined): string {
  if (value === undefined || value === "") return text ?? "";
  if (text === undefined || text === "" || /^#+$/.test(text)) return String(value);
  return text;
}

export class Grid {
  readonly area: Area;
  private readonly rows: (readonly GridCell[])[] = [];
  private readonly masked = new Set<number>();
  private mergeIndex: Map<number, Area> | null = null;

  constructor(readonly sheet: SheetSnapshot) {
    this.area = sheet.area ?? NO_AREA;
    sheet.values.forEach((line, i) => {
      const texts = sheet.texts[i] ?? [];
      let cells: GridCell[] | null = null;
      for (let j = 0; j < line.length; j++) {
        if (line[j] === "" && !texts[j]) continue;
        const text = shownText(texts[j], line[j]);
        if (text.trim() === "") continue;
        (cells ??= []).push({ row: this.area.top + i, column: this.area.left + j, text });
      }
      this.rows.push(cells ?? EMPTY);
    });
  }

  /** Cells of a row that show something, from left to right, without the masked ones. */
  row(row: number): readonly GridCell[] {
    const cells = this.rows[row - this.area.top] ?? EMPTY;
    if (this.masked.size === 0 || cells.length === 0) return cells;
    return cells.filter((cell) => !this.masked.has(key(cell.row, cell.column)));
  }

  /** The same within columns, both ends included. */
  between(row: number, left: number, right: number): readonly GridCell[] {
    return this.row(row).filter((cell) => cell.column >= left && cell.column <= right);
  }

  /** The first cell that shows something within columns; null when all are blank. */
  first(row: number, left: number, right: number): GridCell | null {
    for (const cell of this.row(row)) {
      if (cell.column > right) return null;
      if (cell.column >= left) return cell;
    }
    return null;
  }

  text(row: number, column: number): string {
    return this.first(row, column, column)?.text ?? "";
  }

  /** Everything about one cell, also outside the used range. */
  facts(row: number, column: number): CellFacts {
    const i = row - this.area.top;
    const j = column - this.area.left;
    const value = this.sheet.values[i]?.[j];
    if (value === undefined) return EMPTY_CELL;
    return {
      value,
      text: shownText(this.sheet.texts[i]?.[j], value),
      formula: this.sheet.formulas[i]?.[j] ?? value,
      numberFormat: this.sheet.numberFormats[i]?.[j] ?? "General",
    };
  }

  /** The same grid, whose cells are masked on their own. */
  copy(): Grid {
    const grid = new Grid(this.sheet);
    for (const cell of this.masked) grid.masked.add(cell);
    return grid;
  }

  /** Hides cells from finding: a legend beside a table is no part of the table. */
  mask(area: Area): void {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) this.masked.add(key(row, column));
    }
  }

  /** The merge that covers a cell; null where there is none or merges are unknown. */
  merge(row: number, column: number): Area | null {
    this.mergeIndex ??= indexMerges(this.sheet.merges ?? [], this.area);
    return this.mergeIndex.get(key(row, column)) ?? null;
  }

  /** False for a cell behind the anchor of a merge: nothing can be written there. */
  isAnchor(row: number, column: number): boolean {
    const merge = this.merge(row, column);
    return merge === null || (merge.top === row && merge.left === column);
  }
}

const key = (row: number, column: number): number => row * MAX_COLUMNS + column;

function indexMerges(merges: readonly Area[], used: Area): Map<number, Area> {
  const index = new Map<number, Area>();
  for (const merge of merges) {
    // A merge over whole rows reaches far beyond the used range: only what is used is indexed.
    const bottom = Math.min(merge.bottom, Math.max(used.bottom, merge.top));
    const right = Math.min(merge.right, Math.max(used.right, merge.left));
    for (let row = merge.top; row <= bottom; row++) {
      for (let column = merge.left; column <= right; column++) index.set(key(row, column), merge);
    }
  }
  return index;
}
