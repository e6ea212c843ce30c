/** What the adapter reads through office.js is what the file says. */
import { readdirSync, readFileSync } from "node:fs";
import { readMerges } from "../../src/excel/merges";
import { readWorkbook } from "../../src/excel/read";
import { overlaps } from "../../src/sheet/address";
import type { WorkbookSnapshot } from "../../src/sheet/types";
import { readXlsx, toSnapshot } from "../../src/xlsx";
import { openWorkbook } from "../../workbench/open";
import { withExcel } from "../excel/support/host";

const files = readdirSync("samples", { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".xlsx") && !file.startsWith("damaged"),
);

/** Ids are Excel's own business; merges are compared in sheet order. */
function comparable({ sheets, activeSheetId }: WorkbookSnapshot) {
  return sheets.map(({ id, merges, ...sheet }) => ({
    ...sheet,
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
  expect(comparable(read)).toEqual(comparable(toSnapshot(readXlsx(bytes), file)));
});
