/** XlsxBook → WorkbookSnapshot, the answers that Excel's own API would give for the same file. */
import type { SheetSnapshot, WorkbookSnapshot } from "../sheet/types";
import { displayText } from "./display";
import {
  type Area,
  type CellStyle,
  type CellValue,
  type XlsxBook,
  type XlsxCell,
  XlsxError,
  type XlsxSheet,
} from "./types";

/** A grid larger than this is a stray cell in a far corner, and nothing that one can look through. */
const MAX_GRID_CELLS = 40_000_000;

/** Snapshot of all sheets that hold cells; `name` is the file's name. Throws XlsxError "tooLarge". */
export function toSnapshot(book: XlsxBook, name = ""): WorkbookSnapshot {
  const sheets = book.sheets.map((sheet, index) => ({ sheet, id: sheetIdOf(index) }));
  const active = sheets[book.activeSheet];
  return {
    name,
    sheets: sheets
      .filter(({ sheet }) => sheet.kind === "worksheet")
      .map(({ sheet, id }) => sheetSnapshot(book, sheet, id)),
    activeSheetId: active?.sheet.kind === "worksheet" ? active.id : null,
  };
}

/** Ids as Excel makes them for a file that has none. */
function sheetIdOf(index: number): string {
  return `{00000000-0001-0000-${index.toString(16).toUpperCase().padStart(4, "0")}-000000000000}`;
}

function sheetSnapshot(book: XlsxBook, sheet: XlsxSheet, id: string): SheetSnapshot {
  const head = {
    id,
    name: sheet.name,
    hidden: sheet.visibility !== "visible",
    protected: sheet.protection !== null,
    merges: sheet.merges,
  };
  const behind = new CoveredCells(sheet.merges);
  const cells = sheet.cells.filter((cell) => !behind.has(cell.row, cell.column));
  const area = usedArea(cells);
  if (!area) {
    const none = { values: [], texts: [], formulas: [], numberFormats: [] };
    return { ...head, area: null, ...none, hiddenRows: new Set(), hiddenColumns: new Set() };
  }
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  if (height * width > MAX_GRID_CELLS) throw new XlsxError("tooLarge", `${sheet.part}: ${height} × ${width} cells`);

  // Rows without content share one array: a stray cell far below costs next to nothing.
  const emptyRow: string[] = new Array<string>(width).fill("");
  const values: CellValue[][] = new Array<CellValue[]>(height).fill(emptyRow);
  const formulas: CellValue[][] = new Array<CellValue[]>(height).fill(emptyRow);
  const texts: string[][] = new Array<string[]>(height).fill(emptyRow);
  const numberFormats = formatGrid(book, sheet, area);
  for (const cell of cells) {
    const row = cell.row - area.top;
    const column = cell.column - area.left;
    const own = <T>(grid: T[][]): T[] => {
      if ((grid[row] as unknown) === emptyRow) grid[row] = [...(grid[row] as T[])];
      return grid[row] as T[];
    };
    const format = book.styles[cell.style]?.numberFormat ?? "General";
    own(values)[column] = cell.value;
    own(formulas)[column] = cell.formula ?? cell.value;
    own(texts)[column] = displayText(cell.value, format, { date1904: book.date1904 });
  }
  return {
    ...head,
    area,
    values,
    texts,
    formulas,
    numberFormats,
    hiddenRows: hiddenRows(sheet, area),
    hiddenColumns: hiddenColumns(sheet, area),
  };
}

/** Smallest area around all cells with a value or a formula; null: none. */
function usedArea(cells: readonly XlsxCell[]): Area | null {
  const first = cells[0];
  if (!first) return null;
  let { row: top, column: left, row: bottom, column: right } = first;
  for (const { row, column } of cells) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return { top, left, bottom, right };
}

/** Cells of merges other than the first: Excel shows and answers them as empty. */
class CoveredCells {
  private readonly byRow = new Map<number, Area[]>();
  private readonly tall: Area[] = [];

  constructor(merges: readonly Area[]) {
    for (const merge of merges) {
      if (merge.bottom - merge.top > 1000) this.tall.push(merge);
      else
        for (let row = merge.top; row <= merge.bottom; row++)
          this.byRow.set(row, [...(this.byRow.get(row) ?? []), merge]);
    }
  }

  has(row: number, column: number): boolean {
    const covers = (m: Area) =>
      row >= m.top && row <= m.bottom && column >= m.left && column <= m.right && (row !== m.top || column !== m.left);
    return (this.byRow.get(row)?.some(covers) ?? false) || this.tall.some(covers);
  }
}

/** Number formats: of the cell, else of its row, else of its column. */
function formatGrid(book: XlsxBook, sheet: XlsxSheet, area: Area): string[][] {
  const formatOf = (style: number | null) => (book.styles[style ?? 0] as CellStyle).numberFormat;
  const clip = (first: number, last: number, from: number, to: number) =>
    [Math.max(first, from) - from, Math.min(last, to) - from] as const;
  const base = new Array<string>(area.right - area.left + 1).fill(formatOf(0));
  for (const run of sheet.columns) {
    if (run.style === null) continue;
    const [first, last] = clip(run.first, run.last, area.left, area.right);
    if (first <= last) base.fill(formatOf(run.style), first, last + 1);
  }
  const grid = new Array<string[]>(area.bottom - area.top + 1).fill(base);
  for (const run of sheet.rows) {
    if (run.style === null) continue;
    const [first, last] = clip(run.first, run.last, area.top, area.bottom);
    if (first <= last) grid.fill(new Array<string>(base.length).fill(formatOf(run.style)), first, last + 1);
  }
  const changed = new Set<number>();
  const paint = (row: number, first: number, last: number, format: string) => {
    const cells = grid[row] as string[];
    if (cells[first] === format && first === last) return;
    if (!changed.has(row)) {
      changed.add(row);
      grid[row] = [...cells];
    }
    (grid[row] as string[]).fill(format, first, last + 1);
  };
  for (const blank of sheet.blanks) {
    const [top, bottom] = clip(blank.top, blank.bottom, area.top, area.bottom);
    const [left, right] = clip(blank.left, blank.right, area.left, area.right);
    if (left > right) continue;
    for (let row = top; row <= bottom; row++) paint(row, left, right, formatOf(blank.style));
  }
  for (const { row, column, style } of sheet.cells) {
    const inside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    if (inside) paint(row - area.top, column - area.left, column - area.left, formatOf(style));
  }
  return grid;
}

function hiddenRows(sheet: XlsxSheet, area: Area): Set<number> {
  const hidden = new Set<number>();
  if (sheet.rowsHiddenByDefault) {
    for (let row = area.top; row <= area.bottom; row++) hidden.add(row);
    for (const cell of sheet.cells) hidden.delete(cell.row);
  }
  for (const run of sheet.rows) {
    for (let row = Math.max(run.first, area.top); row <= Math.min(run.last, area.bottom); row++) {
      if (run.hidden) hidden.add(row);
      else hidden.delete(row);
    }
  }
  return hidden;
}

function hiddenColumns(sheet: XlsxSheet, area: Area): Set<number> {
  const hidden = new Set<number>();
  for (const run of sheet.columns) {
    const last = Math.min(run.last, area.right);
    if (run.hidden) for (let column = Math.max(run.first, area.left); column <= last; column++) hidden.add(column);
  }
  return hidden;
}
