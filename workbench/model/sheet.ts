/** One worksheet: cells, lines, merges, protection and the objects that lie on it. Written only through the workbook. */
import { around, contains, MAX_COLUMNS, MAX_ROWS, type Area } from "./area";
import { DEFAULT_STYLE, type Cell, type CellValue, type Style } from "./cell";
import { SheetChanges } from "./changes";
import { Lines } from "./lines";
import { Merges } from "./merges";
import {
  Parts,
  UNPROTECTED,
  type Chart,
  type ConditionalFormat,
  type FreezePanes,
  type Protection,
  type Validation,
} from "./objects";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export class Sheet {
  visibility: Visibility = "Visible";
  /** "#RRGGBB"; "" for none. */
  tabColor = "";
  showGridlines = true;
  showHeadings = true;
  rows = new Lines(MAX_ROWS);
  columns = new Lines(MAX_COLUMNS);
  /** Look of a cell that nothing was said about. */
  defaultStyle: Style = DEFAULT_STYLE;
  /** Large areas of empty cells with a look of their own, as the file has them. */
  styledAreas: { readonly area: Area; readonly style: Style }[] = [];
  /** Points. */
  defaultRowHeight = 18.75;
  /** Characters. */
  defaultColumnWidth = 9.140625;
  readonly merges = new Merges();
  protection: Protection = UNPROTECTED;
  validations: Validation[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  charts: Chart[] = [];
  /** The file has charts or comments on it, which stay in the file and are not modelled. */
  hasFurniture = false;
  /** Set through the API; the file's own layout stays in the file. */
  readonly pageLayout = new Parts();
  frozen: FreezePanes = { rows: 0, columns: 0 };
  autoFilter: Area | null = null;
  readonly changes = new SheetChanges();
  /** Formulas whose value in the file is missing or may be out of date. */
  readonly stale: { readonly row: number; readonly column: number }[] = [];
  /** Index in the file that was opened; null for a sheet added since. */
  fileIndex: number | null = null;

  private cellRows = new Map<number, Map<number, Cell>>();
  private used: { all: Area | null; values: Area | null } | null = null;

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cellRows.get(row)?.get(column);
  }

  value(row: number, column: number): CellValue {
    return this.cell(row, column)?.value ?? "";
  }

  /** The formula, or the value where there is none. */
  formula(row: number, column: number): CellValue {
    const cell = this.cell(row, column);
    return cell?.formula ?? cell?.value ?? "";
  }

  /** Also for a cell that is not there: the style of its area, its row or its column. */
  style(row: number, column: number): Style {
    return (
      this.cell(row, column)?.style ??
      this.styledAreas.find(({ area }) => contains(area, row, column))?.style ??
      this.rows.at(row).style ??
      this.columns.at(column).style ??
      this.defaultStyle
    );
  }

  /** Cells that exist, row by row; empty ones with a style of their own too. */
  *cells(): Generator<[row: number, column: number, cell: Cell]> {
    for (const [row, cells] of this.cellRows) for (const [column, cell] of cells) yield [row, column, cell];
  }

  /** Cells of `area` that exist, in no promised order. */
  *cellsIn(area: Area): Generator<[row: number, column: number, cell: Cell]> {
    const few = area.bottom - area.top < this.cellRows.size;
    const rows = few
      ? (function* (map): Generator<[number, Map<number, Cell>]> {
          for (let row = area.top; row <= area.bottom; row++) {
            const cells = map.get(row);
            if (cells) yield [row, cells];
          }
        })(this.cellRows)
      : this.cellRows;
    for (const [row, cells] of rows) {
      if (row < area.top || row > area.bottom) continue;
      for (const [column, cell] of cells) {
        if (column >= area.left && column <= area.right) yield [row, column, cell];
      }
    }
  }

  /** Puts a cell as it is: no checks, no log. For the workbook and the loader only. */
  put(row: number, column: number, cell: Cell): void {
    let cells = this.cellRows.get(row);
    if (!cells) this.cellRows.set(row, (cells = new Map()));
    cells.set(column, cell);
    this.used = null;
  }

  remove(row: number, column: number): void {
    this.cellRows.get(row)?.delete(column);
    this.used = null;
  }

  /** Moves the cells; for the workbook only. */
  shiftCells(along: "rows" | "columns", at: number, count: number): void {
    const move = (index: number): number | null => (index < at ? index : index < at - count ? null : index + count);
    const rows = new Map<number, Map<number, Cell>>();
    for (const [row, cells] of this.cellRows) {
      if (along === "rows") {
        const target = move(row);
        if (target !== null && target < MAX_ROWS) rows.set(target, cells);
        continue;
      }
      const moved = new Map<number, Cell>();
      for (const [column, cell] of cells) {
        const target = move(column);
        if (target !== null && target < MAX_COLUMNS) moved.set(target, cell);
      }
      rows.set(row, moved);
    }
    this.cellRows = rows;
    this.used = null;
  }

  /** The rectangle around everything; null for an empty sheet. @param valuesOnly cells with a value or formula only */
  usedArea(valuesOnly: boolean): Area | null {
    this.used ??= this.measure();
    return valuesOnly ? this.used.values : this.used.all;
  }

  private measure(): { all: Area | null; values: Area | null } {
    let all: Area | null = null;
    let values: Area | null = null;
    for (const [row, cells] of this.cellRows) {
      let [left, right, valueLeft, valueRight] = [Infinity, -1, Infinity, -1];
      for (const [column, cell] of cells) {
        left = Math.min(left, column);
        right = Math.max(right, column);
        if (cell.value === "" && cell.formula === null) continue;
        valueLeft = Math.min(valueLeft, column);
        valueRight = Math.max(valueRight, column);
      }
      if (right >= 0) all = grown(all, { top: row, left, bottom: row, right });
      if (valueRight >= 0) values = grown(values, { top: row, left: valueLeft, bottom: row, right: valueRight });
    }
    for (const { area } of this.styledAreas) all = grown(all, area);
    return { all, values };
  }
}

const grown = (area: Area | null, more: Area): Area => (area ? around(area, more) : more);
