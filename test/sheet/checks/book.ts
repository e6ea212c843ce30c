/** Small workbooks for the cases: each sheet a grid of texts and numbers as they would be typed. */
import { assess } from "../../../src/sheet/assess";
import { cellAddress } from "../../../src/sheet/address";
import { check } from "../../../src/sheet/checks";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/sheet/settings";
import type { CellValue, Finding, SheetSnapshot, WorkbookSnapshot } from "../../../src/sheet/types";

export type Row = readonly (CellValue | null)[];

export function sheetOf(name: string, rows: readonly Row[]): SheetSnapshot {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, i): CellValue => row[i] ?? ""));
  return {
    id: `id of ${name}`,
    name,
    hidden: false,
    protected: false,
    area: rows.length === 0 ? null : { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 },
    values,
    texts: values.map((row) =>
      row.map((one) =>
        typeof one === "number" ? one.toLocaleString("en-US", { maximumFractionDigits: 10 }) : String(one),
      ),
    ),
    formulas: values,
    numberFormats: values.map((row) => row.map((one) => (typeof one === "number" ? "#,##0.##########" : "General"))),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

export function bookOf(sheets: Readonly<Record<string, readonly Row[]>>): WorkbookSnapshot {
  const made = Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows));
  return { name: "試験.xlsx", sheets: made, activeSheetId: made[0]?.id ?? null };
}

export const findingsOf = (book: WorkbookSnapshot, settings: Settings = DEFAULT_SETTINGS): Finding[] =>
  check(assess(book, settings), settings);

/** 「シート!H5」 of every cell to mend. */
export const placesOf = (finding: Finding, book: WorkbookSnapshot): string[] =>
  finding.cells.map(
    ({ row, column }) =>
      `${book.sheets.find(({ id }) => id === finding.sheetId)?.name ?? ""}!${cellAddress(row, column)}`,
  );

/** The book with other contents in one cell. */
export function withCell(
  book: WorkbookSnapshot,
  sheetId: string,
  row: number,
  column: number,
  content: CellValue,
): WorkbookSnapshot {
  const put = <T>(grid: readonly (readonly T[])[], top: number, left: number, value: T): T[][] =>
    grid.map((line, i) => line.map((old, j) => (i === row - top && j === column - left ? value : old)));
  const sheets = book.sheets.map((sheet): SheetSnapshot => {
    if (sheet.id !== sheetId || sheet.area === null) return sheet;
    const { top, left } = sheet.area;
    const text =
      typeof content === "number" ? content.toLocaleString("en-US", { maximumFractionDigits: 10 }) : String(content);
    return {
      ...sheet,
      values: put(sheet.values, top, left, content),
      formulas: put(sheet.formulas, top, left, content),
      texts: put(sheet.texts, top, left, text),
    };
  });
  return { ...book, sheets };
}
