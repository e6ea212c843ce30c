import { readSheetText, writeSheet } from "../../src/excel/sheets";
import { STYLES, styledAreas, type DrawnCell, type SheetDrawing, type StyleName } from "../../src/sheet/drawing";
import { LTSC_2021 } from "../../workbench/host/requirements";
import type { Workbook } from "../../workbench/model/workbook";
import { contents, manySheets } from "./support/forms";
import { withExcel, workbook } from "./support/host";

const cell = (content: DrawnCell["content"], style: StyleName): DrawnCell => ({ content, style });

const sum = (row: number): DrawnCell => ({ ...cell(`=SUM(B${row}:C${row})`, "totalCount"), formula: true });

function rollup(groups: readonly (readonly [string, number, number])[]): SheetDrawing {
  const last = 3 + groups.length;
  return {
    name: "KPI集計",
    columns: [200, 50, 50, 60],
    rows: [
      { height: 28, cells: [cell("KPI集計 令和3年度", "title")] },
      { height: null, cells: [cell("評価基準: 旭市型", "meta")] },
      { height: null, cells: [] },
      { height: 22, cells: [cell("施策", "header"), cell("S", "header"), cell("A", "header"), cell("計", "header")] },
      ...groups.map(([name, s, a], i) => ({
        height: null,
        cells: [cell(name, "name"), cell(s, "count"), cell(a, "count"), sum(i + 5)],
      })),
      { height: null, cells: [cell("-は実績なし", "note")] },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    headerRow: 3,
    orientation: "Landscape",
    chart: {
      title: "評価の分布",
      source: { top: 3, left: 0, bottom: last, right: 2 },
      colors: ["#1F3A93", "#2E75B6"],
      percent: true,
      place: { top: 3, left: 5, bottom: 15, right: 11 },
    },
  };
}

const GROUPS = [
  ["103 故郷創出プロジェクト", 2, 0],
  ["=104 悪い名前", 1, 3],
] as const;

const drawn = (model: Workbook) => {
  const sheet = model.findSheet("KPI集計");
  if (!sheet) throw new Error("not drawn");
  return sheet;
};

/** All that can be seen of a sheet. */
function look(model: Workbook) {
  const sheet = drawn(model);
  const cells = [...sheet.cells()]
    .filter(([, , { value, formula, style }]) => value !== "" || formula !== null || style.fill !== "")
    .map(([row, column, { value, formula, style }]) => ({ row, column, content: formula ?? value, style }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    cells,
    merges: [...sheet.merges.list],
    charts: sheet.charts.map(({ id: _, ...chart }) => chart.series.length),
    frozen: sheet.frozen,
    gridlines: sheet.showGridlines,
    names: model.names.filter(({ sheetId }) => sheetId === sheet.id).map(({ name, visible }) => ({ name, visible })),
  };
}

test("a result sheet: contents, looks, page and chart; drawn again it is the same sheet", async () => {
  const model = manySheets(1, 2);
  const before = contents(model);
  await withExcel({ model, requirements: LTSC_2021 }, async ({ host }) => {
    const first = await writeSheet(rollup([...GROUPS, ["105 消える施策", 1, 1]]), { replace: true, show: true });
    expect(first).toMatchObject({ name: "KPI集計", replaced: false });
    const again = await writeSheet(rollup(GROUPS), { replace: true });
    expect(again).toEqual({ ...first, replaced: true });
    expect(model.sheets).toHaveLength(2);
    expect(model.active).toBe(drawn(model));

    const updated = look(model);
    expect(updated.charts).toHaveLength(1);
    expect(updated.merges).toHaveLength(1);
    expect(updated.frozen).toEqual({ rows: 4, columns: 0 });
    expect(updated.gridlines).toBe(false);
    expect(updated.names).toEqual([{ name: "KPI_RESULT_SHEET", visible: false }]);
    const at = (row: number, column: number) => updated.cells.find((c) => c.row === row && c.column === column);
    expect(at(0, 0)).toMatchObject({ content: "KPI集計 令和3年度", style: { bold: true, fontSize: 16 } });
    expect(at(3, 1)).toMatchObject({
      content: "S",
      style: { fill: STYLES.header.fill, horizontalAlignment: "Center" },
    });
    expect(at(5, 0)).toMatchObject({ content: "=104 悪い名前", style: { wrapText: true } });
    expect(drawn(model).cell(5, 0)?.formula).toBeNull();
    expect(at(4, 3)).toMatchObject({ content: "=SUM(B5:C5)", style: { numberFormat: "#,##0" } });
    expect(at(6, 0)?.content).toBe("-は実績なし");
    expect(at(7, 0)).toBeUndefined();

    // The user's own sheets are as they were.
    const others = Object.entries(contents(model)).filter(([key]) => !key.startsWith("KPI集計!"));
    expect(Object.fromEntries(others)).toEqual(before);
    expect(host.internalErrors).toEqual([]);
    expect(await readSheetText("KPI集計")).toMatchObject([["KPI集計 令和3年度", "", "", ""], {}, {}, {}, {}, {}, {}]);
  });

  // The same from nothing looks the same: nothing of the first drawing is left.
  const fresh = workbook({ 様式: [["x"]] });
  await withExcel({ model: fresh }, async () => {
    await writeSheet(rollup(GROUPS), { replace: true });
  });
  expect(look(model)).toEqual(look(fresh));
});

test("somebody's own sheet of that name is never touched", async () => {
  const model = workbook({ KPI集計: [["手作りの集計"]] });
  const before = contents(model);
  await withExcel({ model }, async () => {
    await expect(writeSheet(rollup(GROUPS), { replace: true })).rejects.toMatchObject({
      code: "sheetTaken",
      detail: "KPI集計",
    });
  });
  expect(contents(model)).toEqual(before);
});

test("a protected result sheet is left as it is", async () => {
  const model = workbook({ 様式: [["x"]] });
  await withExcel({ model }, async () => {
    await writeSheet(rollup(GROUPS), { replace: true });
    const options = { on: true, options: {}, hasPassword: true, password: null };
    model.setProtection(drawn(model), options, "remote");
    const before = contents(model);
    await expect(writeSheet(rollup([]), { replace: true })).rejects.toMatchObject({ code: "protected" });
    expect(contents(model)).toEqual(before);
  });
});

test("a workbook whose structure is protected takes no new sheet", async () => {
  const model = workbook({ 様式: [["x"]] });
  model.structureProtected = true;
  await withExcel({ model }, async () => {
    await expect(writeSheet(rollup(GROUPS))).rejects.toMatchObject({ code: "protected" });
  });
  expect(model.sheets).toHaveLength(1);
});

test("a sheet that is not there, an empty one, one that begins further down", async () => {
  await withExcel({ model: workbook({ 空: [], 下: [[], [null, "x", 1]] }) }, async () => {
    expect(await readSheetText("無い")).toBeNull();
    expect(await readSheetText("空")).toEqual([]);
    expect(await readSheetText("下")).toEqual([[], ["", "x", "1"]]);
  });
});

test("equal neighbours share one rectangle; nothing overlaps, nothing is left out", () => {
  const areas = styledAreas(rollup(GROUPS).rows);
  expect(areas).toContainEqual({ area: { top: 3, left: 0, bottom: 3, right: 3 }, style: "header" });
  expect(areas).toContainEqual({ area: { top: 4, left: 1, bottom: 5, right: 2 }, style: "count" });
  const seen = new Map<string, StyleName>();
  for (const { area, style } of areas)
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        expect(seen.has(`${row},${column}`)).toBe(false);
        seen.set(`${row},${column}`, style);
      }
  rollup(GROUPS).rows.forEach((row, r) =>
    row.cells.forEach((one, c) => one && expect(seen.get(`${r},${c}`)).toBe(one.style)),
  );
});

describe("a list too large for one request", () => {
  const ROWS = 120;
  const long = (mark: string): SheetDrawing => ({
    ...rollup([]),
    chart: null,
    rows: [
      ...rollup([]).rows.slice(0, 4),
      ...Array.from({ length: ROWS }, (_, i) => ({
        height: i % 3 ? 18 : 36,
        cells: [cell(`${mark} ${i} ${"基本目標の指標".repeat(2100)}`, "name"), cell(i, "count"), cell(i, "count")],
      })),
    ],
  });

  test("is drawn in several requests of at most 5 MB, complete, in place of the earlier one", async () => {
    const model = workbook({ 様式: [["x"]] });
    await withExcel({ model, requirements: LTSC_2021 }, async ({ host }) => {
      host.faults = { payloadLimit: 5 * 1024 * 1024 };
      const small = await writeSheet(rollup(GROUPS), { replace: true });
      const report = await writeSheet(long("甲"), { replace: true, show: true });
      expect(report).toMatchObject({ name: "KPI集計", replaced: true });
      expect(report.sheetId).not.toBe(small.sheetId);
      expect(model.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
        ["様式", "Visible"],
        ["KPI集計", "Visible"],
      ]);
      const sheet = drawn(model);
      expect(sheet.usedArea(true)).toMatchObject({ top: 0, bottom: ROWS + 3 });
      for (const row of [4, 77, ROWS + 3]) expect(String(sheet.value(row, 0))).toMatch(new RegExp(`^甲 ${row - 4} `));
      expect(sheet.cell(ROWS + 3, 1)?.style).toMatchObject({ numberFormat: "#,##0", horizontalAlignment: "Right" });
      expect(await writeSheet(rollup(GROUPS), { replace: true })).toMatchObject({ replaced: true });
      expect(host.internalErrors).toEqual([]);
    });
  }, 60_000);

  test.each([2, 3, 4, 5])(
    "request %i fails: the earlier sheet stays, nothing of the new one is left",
    async (at) => {
      const model = workbook({ 様式: [["x"]] });
      await withExcel({ model }, async ({ host }) => {
        await writeSheet(rollup(GROUPS), { replace: true });
        const before = contents(model);
        host.faults = { failRequest: host.requests.length + at };
        await expect(writeSheet(long("乙"), { replace: true })).rejects.toBeInstanceOf(Error);
        expect(contents(model)).toEqual(before);
      });
    },
    60_000,
  );
});
