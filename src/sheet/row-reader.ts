/** The cells of one KPI row, each read with what its column and its row say about it. */
import { readCell } from "../kpi/cell";
import type { Reading } from "../kpi/types";
import type { Grid } from "./grid";
import { printed } from "./headings";
import { partLabels } from "./names";
import { bareFigure, isBare } from "./row-units";
import type { CellReading, CellRef, KpiRow, KpiTable } from "./types";

export type Line = "baseline" | "target" | "actual";
export const LINES: readonly Line[] = ["baseline", "actual", "target"];

export interface Dated extends CellReading {
  /** Year of the cell, else of the column. */
  readonly year: number | null;
  readonly columnYear: number | null;
}

export const NOTHING: CellReading = {
  cell: null,
  reading: { kind: "missing", text: "", missing: "blank", year: null, notes: [] },
};

/** Several values without labels of their own take theirs from the name. */
function labelled(reading: Reading, name: string): Reading {
  if (reading.kind !== "quantity" || reading.parts.length < 2 || reading.parts.some((p) => p.label !== null))
    return reading;
  const labels = partLabels(name, reading.parts.length);
  if (!labels) return reading;
  const [first, ...rest] = reading.parts;
  const parts = [first, ...rest].map((part, i) => ({ ...part, label: labels[i] ?? null }));
  return { ...reading, parts: [parts[0] ?? first, ...parts.slice(1)] };
}

/** Values of one row, each from its column. */
export class RowReader {
  constructor(
    private readonly grid: Grid,
    private readonly table: KpiTable,
    private readonly row: KpiRow,
    private readonly unit: string | null,
    /** The unit that other figures of this row print, and those figures. */
    private readonly beside: { readonly unit: string; readonly readings: readonly Reading[] } | null = null,
  ) {}

  /** The cell of a column in this row; a form draws one value over many narrow columns. */
  cell(column: number, line: Line | null = null): { row: number; column: number } {
    const row = (line === null ? undefined : this.row.lines?.[line]) ?? this.row.row;
    const place = this.row.slipped ? this.before(column) : column;
    const extent = this.table.extents.find((e) => e.column === place);
    if (!extent || this.grid.text(row, place) !== "") return { row, column: place };
    const found = this.grid.first(row, extent.left, extent.right);
    return { row, column: found?.column ?? place };
  }

  /** Where the value of a column stands in a row that slipped to the left. */
  private before(column: number): number {
    const { part, baseline, targets, actuals } = this.table.columns;
    const columns = [part, baseline, ...targets.map((t) => t.column), ...actuals.map((a) => a.column)];
    const sorted = columns.filter((c): c is number => c !== null).sort((a, b) => a - b);
    const at = sorted.indexOf(column);
    return at > 0 ? (sorted[at - 1] as number) : column;
  }

  /** The row beside the values: under a name that stands over a block of lines it is that of the actuals. */
  get valueRow(): number {
    const { row, lines } = this.row;
    const rows = Object.values(lines ?? {});
    return rows.length === 0 || rows.includes(row) ? row : (lines?.actual ?? row);
  }

  /** Where something is to be written: a row that slipped keeps its grade in place. */
  own(column: number): number {
    const extent = this.table.extents.find((e) => e.column === column);
    if (!extent || this.grid.text(this.valueRow, column) !== "") return column;
    return this.grid.first(this.valueRow, extent.left, extent.right)?.column ?? column;
  }

  place(column: number | null): CellRef | null {
    return column === null ? null : { sheetId: this.table.sheetId, ...this.cell(column) };
  }

  text(column: number | null): string {
    const place = this.place(column);
    return place === null ? "" : this.grid.text(place.row, place.column);
  }

  /** What stands in a column over several rows, as merged cells do: the last above, within this page of the table. */
  carried(column: number | null): string | null {
    if (column === null) return null;
    const extent = this.table.extents.find((e) => e.column === column) ?? { left: column, right: column };
    const first = Math.max(-1, ...this.table.headerRows.filter((row) => row < this.row.row)) + 1;
    for (let row = this.row.row; row >= first; row--) {
      const cell = this.grid.first(row, extent.left, extent.right);
      if (cell) return printed(cell.text);
    }
    return null;
  }

  read(column: number | null, line: Line, year: number | null = null): Dated {
    if (column === null) return { ...NOTHING, year: null, columnYear: null };
    const place = this.cell(column, line);
    const facts = this.grid.facts(place.row, place.column);
    const more = this.row.more
      .map((r) => this.grid.first(r, place.column, place.column)?.text ?? "")
      .filter((t) => t !== "");
    const text = [facts.text, ...more].join("\n");
    const value = more.length > 0 ? text : facts.value;
    const as = (unit: string | null): Reading =>
      labelled(readCell(value, { text, numberFormat: facts.numberFormat, unit }), this.row.name);
    const plain = as(this.unit);
    const { beside } = this;
    const scaled = beside !== null && isBare(plain) && bareFigure(plain, beside.readings, beside.unit) === "scaled";
    const reading = scaled ? as(beside.unit) : plain;
    const own = "year" in reading ? (reading.year ?? null) : null;
    return {
      cell: { sheetId: this.table.sheetId, row: place.row, column: place.column },
      reading,
      year: own ?? year,
      columnYear: year,
    };
  }
}
