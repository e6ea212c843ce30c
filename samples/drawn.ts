/**
 * Workbooks drawn as text, one line per row, cells between bars: `<` is merged with the cell on its left, `^` with the
 * one above, ⏎ is a line break, `#1234.5` a number, `#0.84%` a number shown as percent. What is to be found stands
 * beside the drawing, written by hand; only the displayed texts are looked up in it.
 */
import { newWorkbook, toBytes, type Sample } from "./book";
import { columnLetters, columnNumber, Form, PALE } from "./form";
import type { ColumnsTruth, IndicatorTruth, SheetTruth, TableTruth } from "./truth";

type Figure = readonly [value: number | null, year: number | null];

export interface DrawnRow {
  readonly row: number;
  /** Where the name cell does not hold just this. */
  readonly name?: string;
  readonly part?: string;
  readonly group?: readonly string[];
  readonly unit?: string;
  readonly baseline?: Figure;
  readonly actual?: Figure;
  readonly target: Figure;
  readonly kind?: string;
  readonly direction?: IndicatorTruth["direction"];
  readonly asks?: boolean;
  readonly grade: string;
  /** Cells that stand elsewhere than in the row and the column of the table. */
  readonly at?: Readonly<Partial<Record<"actual" | "target", string>>>;
}

export interface DrawnTable {
  readonly range: string;
  readonly headerRows: readonly number[];
  readonly columns: ColumnsTruth;
  readonly rows: readonly DrawnRow[];
}

export interface DrawnSheet {
  readonly name: string;
  readonly title: string;
  readonly year: number | null;
  readonly yearFrom: SheetTruth["yearFrom"];
  readonly drawing: string;
  readonly tables: readonly DrawnTable[];
}

const NUMBER = /^#(-?\d+(?:\.(\d+))?)(%?)$/;
/** A number keeps the decimals that it is drawn with. */
const formatOf = ([, , decimals, percent]: RegExpExecArray): string =>
  percent === "%" ? "0.0%" : decimals === undefined ? "#,##0" : `#,##0.${"0".repeat(decimals.length)}`;
const cellsOf = (drawing: string): string[][] =>
  drawing
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, "")
        .split("|")
        .map((cell) => cell.trim().replace(/⏎/g, "\n")),
    );

/** What Excel displays. */
function displayed(cell: string): string {
  const number = NUMBER.exec(cell);
  if (!number) return cell === "<" || cell === "^" ? "" : cell;
  const places = { minimumFractionDigits: number[2]?.length ?? 0 };
  return number[3] === "%"
    ? `${(Number(number[1]) * 100).toFixed(1)}%`
    : Number(number[1]).toLocaleString("en-US", places);
}

function drawInto(form: Form, cells: readonly (readonly string[])[], headerRows: ReadonlySet<number>): void {
  const at = (r: number, c: number): string => cells[r]?.[c] ?? "";
  cells.forEach((line, r) =>
    line.forEach((text, c) => {
      if (text === "" || text === "<" || text === "^") return;
      let [right, bottom] = [c, r];
      while (at(r, right + 1) === "<") right++;
      while (at(bottom + 1, c) === "^") bottom++;
      const number = NUMBER.exec(text);
      const from = `${columnLetters(c + 1)}${r + 1}`;
      const to = `${columnLetters(right + 1)}${bottom + 1}`;
      form.box(from === to ? from : `${from}:${to}`, number ? Number(number[1]) : text, {
        ...(number ? { align: "right", format: formatOf(number) } : {}),
        ...(headerRows.has(r + 1) ? { fill: PALE.blue, align: "center" } : {}),
      });
    }),
  );
}

function truthOf(table: DrawnTable, cells: readonly (readonly string[])[]): TableTruth {
  const { columns } = table;
  const show = (address: string): string => {
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return displayed(cells[Number(row) - 1]?.[columnNumber(letters) - 1] ?? "");
  };
  const indicators = table.rows.map((line): IndicatorTruth => {
    const { row, baseline, actual, target } = line;
    const dated = columns.actuals?.find((c) => c.year === (actual?.[1] ?? null)) ?? columns.actuals?.[0];
    const figure = (address: string, [value, year]: Figure): IndicatorTruth["actual"] => ({
      text: show(address),
      value,
      ...(year === null ? {} : { year }),
    });
    return {
      row,
      name: line.name ?? show(`${columns.name}${row}`).replace(/\n/g, ""),
      part: line.part ?? null,
      group: line.group ?? [],
      ...(line.unit === undefined ? {} : { unit: line.unit }),
      ...(baseline && columns.baseline ? { baseline: figure(`${columns.baseline}${row}`, baseline) } : {}),
      ...(actual ? { actual: figure(line.at?.actual ?? `${dated?.column ?? ""}${row}`, actual) } : {}),
      target: {
        ...figure(line.at?.target ?? `${columns.target ?? ""}${row}`, target),
        ...(line.kind === undefined ? {} : { kind: line.kind }),
      },
      direction: line.direction ?? "up",
      needsConfirmation: line.asks ?? false,
      grade: line.grade,
    };
  });
  const { range, headerRows } = table;
  return { range, headerRows, rubric: "旭市型", rubricFrom: "default", columns, indicators };
}

/** A sample of one drawn sheet. */
export function drawn(name: string, sheet: DrawnSheet): Sample {
  const cells = cellsOf(sheet.drawing);
  const tables = sheet.tables.map((table) => truthOf(table, cells));
  return {
    name: `variants/${name}`,
    bytes: () => {
      const workbook = newWorkbook(sheet.title);
      const form = new Form(workbook.addWorksheet(sheet.name), "ＭＳ Ｐゴシック", 10);
      drawInto(form, cells, new Set(tables.flatMap((table) => table.headerRows)));
      return toBytes(workbook);
    },
    truth: {
      file: `${name}.xlsx`,
      sheets: [{ name: sheet.name, year: sheet.year, yearFrom: sheet.yearFrom, tables }],
    },
  };
}
