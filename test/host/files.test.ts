/** Every sample as Excel would hold it in memory, against what the reader of the product says of the same file. */
import { readdirSync, readFileSync } from "node:fs";
import { readXlsx, toSnapshot } from "../../src/xlsx";
import { workbookFromXlsx } from "../../workbench/model/from-xlsx";
import { session } from "./support";

const files = ["samples", "samples/variants", "samples/negatives"].flatMap((folder) => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".xlsx"))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
});

test("there are samples to open", () => expect(files.length).toBeGreaterThan(5));

test.each(files)("%s: the same cells, texts, formulas and formats", (file) => {
  const xlsx = readXlsx(readFileSync(file));
  const snapshot = toSnapshot(xlsx, file);
  const book = workbookFromXlsx(xlsx, { name: file });
  expect(book.sheets.map(({ id, name }) => [id, name])).toEqual(snapshot.sheets.map(({ id, name }) => [id, name]));
  expect(book.active?.id ?? null).toBe(snapshot.activeSheetId);
  for (const expected of snapshot.sheets) {
    const sheet = book.findSheet(expected.id);
    if (!sheet) throw new Error("sheet is missing");
    const area = sheet.usedArea(true);
    expect(area).toEqual(expected.area);
    expect(sheet.protection.on).toBe(expected.protected);
    expect(sheet.merges.list).toEqual(expected.merges);
    expect(sheet.changes.isEmpty()).toBe(true);
    if (!area) continue;
    const grid = <T>(read: (row: number, column: number) => T): T[][] =>
      expected.values.map((values, i) => values.map((_, j) => read(area.top + i, area.left + j)));
    expect(grid((row, column) => sheet.value(row, column))).toEqual(expected.values);
    expect(grid((row, column) => sheet.formula(row, column))).toEqual(expected.formulas);
    expect(grid((row, column) => book.textAt(sheet, row, column))).toEqual(expected.texts);
    expect(grid((row, column) => sheet.style(row, column).numberFormat)).toEqual(expected.numberFormats);
    for (let row = area.top; row <= area.bottom; row++) {
      expect(sheet.rows.at(row).hidden).toBe(expected.hiddenRows.has(row));
    }
    for (let column = area.left; column <= area.right; column++) {
      expect(sheet.columns.at(column).hidden).toBe(expected.hiddenColumns.has(column));
    }
  }
});

test("sheets of a file are inserted as the add-in hands them over", async () => {
  const file = files[0] as string;
  const source = readXlsx(readFileSync(file));
  const book = workbookFromXlsx(source, { name: file });
  const before = book.sheets.length;
  await session(book, async ({ run }) => {
    await run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(readFileSync(file).toString("base64"), { positionType: "End" });
      await context.sync();
    });
    const broken = run(async (context) => {
      context.workbook.insertWorksheetsFromBase64("////", { positionType: "End" });
      await context.sync();
    });
    await expect(broken).rejects.toMatchObject({ code: "InvalidArgument" });
  });
  expect(book.sheets.length).toBe(before * 2);
});
