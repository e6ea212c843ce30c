import { readMerges } from "../../src/excel/merges";
import { readWorkbook } from "../../src/excel/read";
import { LTSC_2021 } from "../../workbench/host/requirements";
import { manySheets } from "./support/forms";
import { withExcel, workbook } from "./support/host";

test("a sheet as plain data", async () => {
  const model = workbook({
    様式: [
      [null, "指標", "基準値"],
      [null, "人口", "'91件"],
      [null, "率", 0.846],
    ],
    空: [],
  });
  const [sheet, empty] = model.sheets;
  if (!sheet || !empty) throw new Error("no sheets");
  model.write(sheet, 2, 2, { style: { numberFormat: "0.0%" } }, "remote");
  sheet.rows.set(1, 1, { hidden: true });
  sheet.columns.set(2, 2, { hidden: true });
  empty.visibility = "VeryHidden";
  model.setProtection(empty, { on: true, options: {}, hasPassword: true, password: null }, "remote");
  await withExcel({ model, requirements: LTSC_2021 }, async ({ host }) => {
    const book = await readWorkbook({ scope: "all" });
    expect(book).toEqual({
      name: model.name,
      activeSheetId: sheet.id,
      sheets: [
        {
          id: sheet.id,
          name: "様式",
          hidden: false,
          protected: false,
          area: { top: 0, left: 1, bottom: 2, right: 2 },
          values: [
            ["指標", "基準値"],
            ["人口", "'91件"],
            ["率", 0.846],
          ],
          texts: [
            ["指標", "基準値"],
            ["人口", "'91件"],
            ["率", expect.any(String)],
          ],
          formulas: [
            ["指標", "基準値"],
            ["人口", "'91件"],
            ["率", 0.846],
          ],
          numberFormats: [
            ["General", "General"],
            ["General", "General"],
            ["General", "0.0%"],
          ],
          merges: null,
          hiddenRows: new Set([1]),
          hiddenColumns: new Set([2]),
        },
        expect.objectContaining({ id: empty.id, hidden: true, protected: true, area: null, values: [], merges: [] }),
      ],
    });
    expect(host.internalErrors).toEqual([]);
    expect(host.trackedObjects).toBe(0);
  });
});

test("この シートだけ: the one that the user looks at", async () => {
  const model = manySheets(3, 2);
  model.activate(model.sheets[1] as (typeof model.sheets)[number]);
  await withExcel({ model }, async () => {
    const book = await readWorkbook({ scope: "active" });
    expect(book.sheets.map(({ name }) => name)).toEqual(["施策2"]);
  });
});

test("a text that begins with = is told from a formula", async () => {
  const model = workbook({ 様式: [["x"]] });
  const [sheet] = model.sheets;
  if (!sheet) throw new Error("no sheet");
  model.write(sheet, 0, 0, { value: "=SUM", formula: null }, "remote");
  await withExcel({ model }, async () => {
    const book = await readWorkbook({ scope: "all" });
    expect(book.sheets[0]?.formulas).toEqual([["'=SUM"]]);
  });
});

test("60 sheets with 20 KPIs take three requests", async () => {
  await withExcel({ model: manySheets(60, 20) }, async ({ host }) => {
    const book = await readWorkbook({ scope: "all" });
    expect(book.sheets).toHaveLength(60);
    expect(book.sheets.every(({ values }) => values.length === 22)).toBe(true);
    expect(host.requests).toHaveLength(3);
  });
});

test("large sheets are cut below 5 MB, in few requests, with progress", async () => {
  const long = "令和3年度の取組内容と成果を記述する長い文章。".repeat(8);
  const rows = Array.from({ length: 6_000 }, (_, row) => [row, `${long}${row}`, row / 7, "あ"]);
  await withExcel({ model: workbook({ 一: rows, 二: rows.slice(0, 500) }) }, async ({ host }) => {
    const progress: number[] = [];
    const book = await readWorkbook({ scope: "all", onProgress: ({ done, total }) => progress.push(done / total) });
    expect(book.sheets[0]?.values).toEqual(rows);
    expect(book.sheets[0]?.formulas).toEqual(rows);
    expect(book.sheets[1]?.values).toEqual(rows.slice(0, 500));
    const bytes = host.requests.reduce((sum, { outcome, responseBytes }) => sum + (outcome ? 0 : responseBytes), 0);
    expect(bytes).toBeGreaterThan(10_000_000);
    expect(host.requests.length).toBeLessThanOrEqual(3 + Math.ceil(bytes / 5_000_000));
    expect(progress[0]).toBe(0);
    expect(progress[progress.length - 1]).toBe(1);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });
});

test("a host with a smaller limit is asked for less at a time", async () => {
  const model = manySheets(10, 60);
  await withExcel({ model, faults: { payloadLimit: 60_000 } }, async ({ host }) => {
    const book = await readWorkbook({ scope: "all" });
    expect(book.sheets.map(({ values }) => values.length)).toEqual(Array.from({ length: 10 }, () => 62));
    expect(host.requests.some(({ outcome }) => outcome !== null)).toBe(true);
  });
});

test("a stray cell in the last row stops with the sheet's name and size, before any cell is read", async () => {
  const model = workbook({ 様式: [["a"]], 迷子: [["a"]] });
  const sheet = model.sheets[1] as (typeof model.sheets)[number];
  model.write(sheet, 1_048_575, 50, { value: "x", formula: null }, "remote");
  await withExcel({ model }, async ({ host }) => {
    await expect(readWorkbook({ scope: "all" })).rejects.toMatchObject({
      code: "workbookTooLarge",
      detail: expect.stringContaining("迷子"),
    });
    expect(host.requests).toHaveLength(2);
  });
});

test("reading can be cancelled between requests", async () => {
  const stop = new AbortController();
  const faults = { afterRequest: (request: number) => (request === 2 ? stop.abort() : undefined) };
  await withExcel({ model: manySheets(3, 3), faults }, async ({ host }) => {
    await expect(readWorkbook({ scope: "all", signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
    expect(host.requests).toHaveLength(2);
  });
});

test("a cell that is being edited delays reading; then it goes on", async () => {
  await withExcel({ model: manySheets(1, 1), faults: { cellEdit: true } }, async ({ host }) => {
    const reading = readWorkbook({ scope: "all" });
    setTimeout(() => host.endCellEdit(), 20);
    expect((await reading).sheets).toHaveLength(1);
  });
});

describe("merges", () => {
  function merged(areas: number) {
    const model = workbook({ 様式: Array.from({ length: areas * 2 }, (_, i) => [i % 2 ? null : `名${i}`, i]) });
    const sheet = model.sheets[0] as (typeof model.sheets)[number];
    for (let i = 0; i < areas; i++) sheet.merges.merge({ top: 2 * i, left: 0, bottom: 2 * i + 1, right: 0 });
    return model;
  }

  test.each([3, 700, 1500])("%i merges, though Excel names 512 at most", async (areas) => {
    await withExcel({ model: merged(areas) }, async () => {
      const book = await readMerges(await readWorkbook({ scope: "all" }));
      expect(book.sheets[0]?.merges).toEqual(
        Array.from({ length: areas }, (_, i) => ({ top: 2 * i, left: 0, bottom: 2 * i + 1, right: 0 })),
      );
    });
  });

  test("where Excel does not answer, merges stay unknown and reading goes on", async () => {
    await withExcel({ model: merged(3), faults: { failRequest: (n) => n > 3 } }, async () => {
      const book = await readMerges(await readWorkbook({ scope: "all" }));
      expect(book.sheets[0]?.merges).toBeNull();
    });
  });
});
