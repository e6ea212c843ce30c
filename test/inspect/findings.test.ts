/** Findings of `npm run inspect`: from the file through office.js, with places in Excel's letters. */
import { readFileSync } from "node:fs";
import { openWorkbook, saveWorkbook } from "../../workbench/open";
import { inspectWorkbook } from "../../workbench/inspect/inspect";

test("a wrong total is named with its cell, its parts and both sums", async () => {
  const bytes = readFileSync("samples/asahi-r2.xlsx");
  const book = openWorkbook("asahi-r2.xlsx", bytes);
  const sheet = book.active;
  if (!sheet) throw new Error("no sheet");
  const place = [...Array(60).keys()]
    .flatMap((row) => [...Array(68).keys()].map((column) => ({ row, column })))
    .find(({ row, column }) => sheet.value(row, column) === 537409);
  if (!place) throw new Error("no total");
  book.edit(sheet, place.row, place.column, 537490);
  const document = await inspectWorkbook("asahi-r2.xlsx", saveWorkbook(bytes, book), { year: null, rubric: null });
  const found = document.findings.filter(({ rule }) => rule === "total-differs");
  expect(found.length).toBeGreaterThan(0);
  for (const { severity, sheet: name, cells, others, message } of found) {
    expect(severity).toBe("error");
    expect(name).toBe("生涯活躍のまち構想");
    expect(cells[0]).toMatch(/^[A-Z]+\d+$/);
    expect(others[0]?.cells.length).toBeGreaterThan(0);
    expect(message).toContain("537,409千円");
    expect(message).toContain("537,490千円");
  }
});
