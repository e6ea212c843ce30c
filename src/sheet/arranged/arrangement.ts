/**
 * Sheets that hold their indicators in another form than rows under a header (cards of labels and values, tables turned
 * on their side, a row for each year) are laid out anew as a table that the reader knows. Every cell of the new layout
 * knows the cell of the sheet that it shows, so that what is read there points back at the sheet.
 */
import { areaAddress } from "../address";
import type { Grid } from "../grid";
import type { Area, CellReading, CellRef, CellValue, Indicator, KpiTable, SheetSnapshot } from "../types";

export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Arrangement {
  /** The new layout, its first cell being (0, 0). */
  readonly sheet: SheetSnapshot;
  /** Where a cell of the layout stands on the sheet; null for one that stands nowhere. */
  place(row: number, column: number): Place | null;
  /** What the layout covers of the sheet. */
  readonly area: Area;
}

interface Laid {
  readonly place: Place | null;
  /** In other words than the cell's own: 「実績値」 of the row 令和5年度. */
  readonly text: string | null;
}

/** Puts cells of a sheet in other places. */
export class Layout {
  private readonly lines: (Laid | undefined)[][] = [];

  constructor(private readonly grid: Grid) {}

  put(row: number, column: number, place: Place | null, text: string | null = null): void {
    (this.lines[row] ??= [])[column] = { place, text };
  }

  /** Headings in rows of their own from `row` on; gives the row below them. */
  headings(row: number, texts: readonly string[]): number {
    texts.forEach((text, i) => this.put(row + i, 0, null, text));
    return row + texts.length;
  }

  arrangement(area: Area): Arrangement {
    const width = Math.max(...this.lines.map((line) => line?.length ?? 0));
    const table = <T>(of: (laid: Laid) => T, empty: T): T[][] =>
      Array.from(this.lines, (line) =>
        Array.from({ length: width }, (_, column) => {
          const laid = line?.[column];
          return laid === undefined ? empty : of(laid);
        }),
      );
    const facts = ({ place }: Laid) => (place === null ? null : this.grid.facts(place.row, place.column));
    const own = this.grid.sheet;
    return {
      area,
      place: (row, column) => this.lines[row]?.[column]?.place ?? null,
      sheet: {
        id: own.id,
        name: own.name,
        hidden: own.hidden,
        protected: own.protected,
        area: { top: 0, left: 0, bottom: this.lines.length - 1, right: width - 1 },
        values: table<CellValue>((laid) => laid.text ?? facts(laid)?.value ?? "", ""),
        texts: table((laid) => laid.text ?? facts(laid)?.text ?? "", ""),
        formulas: table<CellValue>((laid) => laid.text ?? facts(laid)?.formula ?? "", ""),
        numberFormats: table(
          (laid) => (laid.text === null ? facts(laid)?.numberFormat : undefined) ?? "General",
          "General",
        ),
        merges: null,
        hiddenRows: new Set(),
        hiddenColumns: new Set(),
      },
    };
  }
}

/** An indicator that was read from the layout, as it stands on the sheet. */
export function indicatorOnSheet(indicator: Indicator, arrangement: Arrangement): Indicator {
  const ref = (cell: CellRef | null): CellRef | null => {
    const place = cell && arrangement.place(cell.row, cell.column);
    return place && { sheetId: indicator.sheetId, ...place };
  };
  const moved = <T extends CellReading>(value: T): T => ({ ...value, cell: ref(value.cell) });
  const { places } = indicator;
  const gradeCell = ref(indicator.gradeCell);
  const name = ref(places.name);
  return {
    ...indicator,
    row: name?.row ?? indicator.row,
    places: {
      name,
      no: ref(places.no),
      unit: ref(places.unit),
      rate: ref(places.rate),
      remarks: ref(places.remarks),
    },
    baseline: moved(indicator.baseline),
    actual: moved(indicator.actual),
    target: moved(indicator.target),
    actuals: indicator.actuals.map(moved),
    targets: indicator.targets.map(moved),
    gradeCell,
    existingGrade: gradeCell === null ? null : indicator.existingGrade,
  };
}

/** The table as it stands on the sheet; its columns are those of its first indicator. */
export function tableOnSheet(table: KpiTable, arrangement: Arrangement): KpiTable {
  const { columns } = table;
  const first = table.rows[0]?.row ?? 0;
  const at = (column: number): number => arrangement.place(first, column)?.column ?? arrangement.area.left;
  const maybe = (column: number | null): number | null => (column === null ? null : at(column));
  const moved = <T extends { readonly column: number }>(one: T): T => ({ ...one, column: at(one.column) });
  const headers = table.headerRows.flatMap((row) =>
    table.headers.flatMap(({ column }) => arrangement.place(row, column)?.row ?? []),
  );
  return {
    ...table,
    id: `${table.sheetId}!${areaAddress(arrangement.area)}`,
    area: arrangement.area,
    arranged: true,
    headerRows: [...new Set(headers)].sort((a, b) => a - b),
    columns: {
      no: maybe(columns.no),
      name: maybe(columns.name),
      part: maybe(columns.part),
      unit: maybe(columns.unit),
      direction: maybe(columns.direction),
      kind: maybe(columns.kind),
      owner: maybe(columns.owner),
      baseline: maybe(columns.baseline),
      baselineYear: maybe(columns.baselineYear),
      targets: columns.targets.map(moved),
      actuals: columns.actuals.map(moved),
      grade: maybe(columns.grade),
      rate: maybe(columns.rate),
      remarks: maybe(columns.remarks),
      groups: columns.groups.map(at),
    },
    rows: table.rows.map((row) => ({ ...row, row: arrangement.place(row.row, columns.name ?? 0)?.row ?? row.row })),
    grades: table.grades.map(moved),
    headers: table.headers.map(moved),
    extents: [],
  };
}
