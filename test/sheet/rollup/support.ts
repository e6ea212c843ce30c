/** Sheets as rows of cells, and the sample workbooks, for the tests of 集計. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BookTruth } from "../../../samples/truth";
import { assess } from "../../../src/sheet/assess";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/sheet/settings";
import type { Area, Assessment, CellValue, EditPlan, SheetSnapshot, WorkbookSnapshot } from "../../../src/sheet/types";
import { readXlsx } from "../../../src/xlsx/read";
import { toSnapshot } from "../../../src/xlsx/snapshot";

const ROOT = join(__dirname, "../../..");

export type Cells = readonly (readonly (CellValue | null)[])[];

export interface SheetExtras {
  readonly name?: string;
  readonly merges?: readonly Area[] | null;
  readonly numberFormats?: Readonly<Record<string, string>>;
}

/** A sheet from A1; a text with "=" is a formula that shows nothing. */
export function sheetOf(
  rows: Cells,
  { name = "様式", merges = [], numberFormats = {} }: SheetExtras = {},
): SheetSnapshot {
  const width = Math.max(...rows.map((row) => row.length));
  const grid = <T>(of: (value: CellValue, row: number, column: number) => T): T[][] =>
    rows.map((row, r) => Array.from({ length: width }, (_, c) => of(row[c] ?? "", r, c)));
  const isFormula = (value: CellValue): boolean => typeof value === "string" && value.startsWith("=");
  return {
    id: name,
    name,
    hidden: false,
    protected: false,
    area: { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 },
    values: grid((value) => (isFormula(value) ? "" : value)),
    texts: grid((value) =>
      isFormula(value) ? "" : typeof value === "number" ? value.toLocaleString("en-US") : String(value),
    ),
    formulas: grid((value) => value),
    numberFormats: grid((_, r, c) => numberFormats[`${r},${c}`] ?? "General"),
    merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

export const bookOf = (...sheets: readonly SheetSnapshot[]): WorkbookSnapshot => ({
  name: "book.xlsx",
  sheets,
  activeSheetId: sheets[0]?.id ?? null,
});

export const sampleBook = (name: string): WorkbookSnapshot =>
  toSnapshot(readXlsx(readFileSync(join(ROOT, `samples/${name}.xlsx`))));

export const sampleTruth = (name: string): BookTruth =>
  JSON.parse(readFileSync(join(ROOT, `test/data/truth/${name}.json`), "utf8")) as BookTruth;

export const assessed = (book: WorkbookSnapshot, settings: Partial<Settings> = {}): Assessment =>
  assess(book, { ...DEFAULT_SETTINGS, ...settings });

export const sampleSheet = (name: string): SheetSnapshot => sampleBook(name).sheets[0] as SheetSnapshot;

/** The workbook after a plan was carried out. */
export function apply(book: WorkbookSnapshot, plan: EditPlan): WorkbookSnapshot {
  const sheets = book.sheets.map((sheet) => {
    const own = plan.edits.filter(({ sheetId }) => sheetId === sheet.id);
    const { area } = sheet;
    if (own.length === 0 || area === null) return sheet;
    const change = <T>(grid: readonly (readonly T[])[], of: (value: CellValue) => T): T[][] =>
      grid.map((row, r) =>
        row.map((cell, c) => {
          const edit = own.find((e) => e.row === r + area.top && e.column === c + area.left);
          return edit ? of(edit.after.formula) : cell;
        }),
      );
    return {
      ...sheet,
      values: change(sheet.values, (value) => value),
      texts: change(sheet.texts, (value) =>
        typeof value === "number" ? value.toLocaleString("en-US") : String(value),
      ),
      formulas: change(sheet.formulas, (value) => value),
    };
  });
  return { ...book, sheets };
}
