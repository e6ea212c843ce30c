/** What the adapter reads through office.js is what the file says. */
import { readdirSync, readFileSync } from "node:fs";
import { readMerges } from "../../src/excel/merges";
import { readWorkbook } from "../../src/excel/read";
import { overlaps } from "../../src/sheet/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/sheet/types";
import { readXlsx, toSnapshot } from "../../src/xlsx";
import { openWorkbook } from "../../workbench/open";
import { withExcel } from "../excel/support/host";

const files = readdirSync("samples", { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".xlsx") && !file.startsWith("damaged"),
);

/** Cells that the file leaves to be calculated on opening, by sheet. */
function staleCells(bytes: Uint8Array): ReadonlySet<string>[] {
  return readXlsx(bytes)
    .sheets.filter(({ kind }) => kind === "worksheet")
    .map(({ cells }) => new Set(cells.filter(({ stale }) => stale).map(({ row, column }) => `${row},${column}`)));
}

/** Ids are Excel's own business, and so are results that the file does not hold; merges are compared in sheet order. */
function comparable({ sheets, activeSheetId }: WorkbookSnapshot, stale: readonly ReadonlySet<string>[]) {
  const known = <T>({ area }: SheetSnapshot, index: number, grid: readonly (readonly T[])[]): (T | null)[][] =>
    grid.map((row, r) =>
      row.map((cell, c) => (stale[index]?.has(`${r + (area?.top ?? 0)},${c + (area?.left ?? 0)}`) ? null : cell)),
    );
  return sheets.map(({ id, merges, ...sheet }, index) => ({
    ...sheet,
    values: known({ id, merges, ...sheet }, index, sheet.values),
    texts: known({ id, merges, ...sheet }, index, sheet.texts),
    active: id === activeSheetId,
    // Excel is asked within the used range only.
    merges: (merges ?? [])
      .filter((merge) => sheet.area && overlaps(merge, sheet.area))
      .sort((a, b) => a.top - b.top || a.left - b.left),
  }));
}

test("there are sample workbooks", () => {
  expect(files.length).toBeGreaterThan(30);
});

test.each(files)("%s", async (file) => {
  const bytes = readFileSync(`samples/${file}`);
  const read = await withExcel({ model: openWorkbook(file, bytes) }, async ({ host }) => {
    const snapshot = await readWorkbook({ scope: "all" });
    expect(host.requests.length).toBeLessThanOrEqual(3);
    const merged = await readMerges(snapshot);
    expect(host.internalErrors).toEqual([]);
    return merged;
  });
  const stale = staleCells(bytes);
  expect(comparable(read, stale)).toEqual(comparable(toSnapshot(readXlsx(bytes), file), stale));
});
