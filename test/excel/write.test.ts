import { readWorkbook } from "../../src/excel/read";
import { restore, restoreAvailable } from "../../src/excel/restore";
import { applyPlan, restoreFits } from "../../src/excel/write";
import type { CellValue, EditPlan } from "../../src/sheet/types";
import { insertCells } from "../../workbench/model/structure";
import { LTSC_2021 } from "../../workbench/host/requirements";
import type { Validation } from "../../workbench/model/objects";
import type { Sheet } from "../../workbench/model/sheet";
import { contents, GRADE, gradePlan, listRows, manySheets } from "./support/forms";
import { withExcel, workbook } from "./support/host";

const firstSheet = (model: { sheets: readonly Sheet[] }): Sheet => model.sheets[0] as Sheet;
const plan = async (grade?: (row: number) => string | number): Promise<EditPlan> =>
  gradePlan(await readWorkbook({ scope: "all" }), grade);

test("grades arrive, nothing else changes, and 「元に戻す」 is the identity", async () => {
  const model = manySheets(2, 5);
  const before = contents(model);
  await withExcel({ model, requirements: LTSC_2021 }, async ({ host }) => {
    const edits = await plan();
    const asked = host.requests.length;
    const report = await applyPlan(edits);
    expect(host.requests.length - asked).toBe(3);
    expect(report).toMatchObject({
      refused: [],
      failed: [],
      unverified: [],
      problem: null,
      restorable: { cells: expect.any(Number) },
    });
    expect(report.written).toEqual(edits.edits);
    const after = contents(model);
    for (const { sheetName, row } of edits.edits) {
      expect(after[`${sheetName}!${row},${GRADE}`]).toBe('"A" General');
      delete after[`${sheetName}!${row},${GRADE}`];
    }
    expect(after).toEqual(before);

    expect(await restoreAvailable()).toMatchObject({ cells: 10, sheets: ["施策1", "施策2"] });
    const back = await restore();
    expect(back?.restored).toHaveLength(10);
    expect(back).toMatchObject({ changed: [], failed: [], unverified: [], problem: null, more: false });
    expect(contents(model)).toEqual(before);
    expect(await restoreAvailable()).toBeNull();
    expect(await restore()).toBeNull();
    expect(host.internalErrors).toEqual([]);
    expect(host.trackedObjects).toBe(0);
  });
});

test("1,200 grades on 60 sheets take three requests", async () => {
  await withExcel({ model: manySheets(60, 20) }, async ({ host }) => {
    const edits = await plan();
    const asked = host.requests.length;
    const report = await applyPlan(edits);
    expect(report.written).toHaveLength(1200);
    expect(host.requests.length - asked).toBe(3);
    expect(host.requests.every(({ requestBytes, responseBytes }) => requestBytes + responseBytes < 5_000_000)).toBe(
      true,
    );
  });
});

test("two writes are undone one after the other", async () => {
  const model = manySheets(1, 3);
  const before = contents(model);
  await withExcel({ model }, async () => {
    await applyPlan(await plan(() => "B"));
    const between = contents(model);
    await applyPlan(await plan(() => "C"));
    expect((await restore())?.more).toBe(true);
    expect(contents(model)).toEqual(between);
    expect((await restore())?.more).toBe(false);
    expect(contents(model)).toEqual(before);
  });
});

/** What stands in the grade cell before, and what is written over it. */
const CONTENTS: readonly [string, CellValue, string][] = [
  ["a formula", "=1+1", "General"],
  ["a number", 0.846, "0.0%"],
  ["a text that looks like a number", "'001", "General"],
  ["a text in a text cell", "1/2", "@"],
  ["a text that begins with =", "'=1+1", "General"],
  ["a text that begins with -", "'-5人", "General"],
  ["a text that begins with @", "'@担当", "General"],
  ["a truth value", true, "General"],
  ["a text with lines", "一行目\n二行目", "General"],
  ["nothing, in yen", "", "¥#,##0"],
];

describe.each(CONTENTS)("over %s", (_, content, numberFormat) => {
  test.each(CONTENTS)("writing %s is exact, and so is putting it back", async (__, next, nextFormat) => {
    const model = workbook({ 様式: [["指標"], ["人口", "x"]] });
    const sheet = firstSheet(model);
    model.write(sheet, 1, 1, { style: { numberFormat } }, "remote");
    model.enter(sheet, 1, 1, content, "user");
    const before = contents(model);
    const wanted = workbook({ 様式: [["指標"], ["人口", "x"]] });
    wanted.write(firstSheet(wanted), 1, 1, { style: { numberFormat: nextFormat } }, "remote");
    wanted.enter(firstSheet(wanted), 1, 1, next, "user");
    await withExcel({ model }, async () => {
      const snapshot = await readWorkbook({ scope: "all" });
      const { id, formulas, numberFormats } = snapshot.sheets[0] as (typeof snapshot.sheets)[number];
      const report = await applyPlan({
        edits: [
          {
            sheetId: id,
            sheetName: "様式",
            row: 1,
            column: 1,
            before: { formula: formulas[1]?.[1] ?? "", numberFormat: numberFormats[1]?.[1] ?? numberFormat },
            after: { formula: next, numberFormat: nextFormat },
            why: "",
          },
        ],
        refused: [],
      });
      expect(report).toMatchObject({ refused: [], failed: [], problem: null });
      expect(contents(model)).toEqual(contents(wanted));
      expect((await restore())?.failed).toEqual([]);
      expect(contents(model)).toEqual(before);
    });
  });
});

describe("cells that may not be touched are refused with a reason; the others are written", () => {
  async function refusal(prepare: (model: ReturnType<typeof manySheets>) => void, rows = 3) {
    const model = manySheets(1, rows);
    return await withExcel({ model }, async () => {
      const edits = await plan();
      prepare(model);
      const before = contents(model);
      const report = await applyPlan(edits);
      const after = contents(model);
      for (const { row } of report.written) {
        expect(after[`施策1!${row},${GRADE}`]).toBe('"A" General');
        delete after[`施策1!${row},${GRADE}`];
      }
      expect(after).toEqual(before);
      return {
        refused: report.refused.map(({ edit, reason }) => [edit.row, reason]),
        written: report.written.map(({ row }) => row),
      };
    });
  }

  test("somebody graded a row since the preview", async () => {
    expect(await refusal((model) => model.edit(firstSheet(model), 3, GRADE, "B", "remote"))).toEqual({
      refused: [[3, "changed"]],
      written: [2, 4],
    });
  });

  test("a formula came in since the preview", async () => {
    expect(await refusal((model) => model.edit(firstSheet(model), 4, GRADE, "=A1", "remote"))).toEqual({
      refused: [[4, "changed"]],
      written: [2, 3],
    });
  });

  test("locked cells of a protected sheet; an unlocked one is written", async () => {
    const result = await refusal((model) => {
      const sheet = firstSheet(model);
      model.write(sheet, 3, GRADE, { style: { locked: false } }, "remote");
      model.setProtection(sheet, { on: true, options: {}, hasPassword: true, password: null }, "remote");
    });
    expect(result).toEqual({
      refused: [
        [2, "protected"],
        [4, "protected"],
      ],
      written: [3],
    });
  });

  test("cells behind the top-left cell of a merge", async () => {
    const result = await refusal((model) =>
      firstSheet(model).merges.merge({ top: 2, left: GRADE, bottom: 3, right: GRADE + 1 }),
    );
    expect(result).toEqual({ refused: [[3, "merged"]], written: [2, 4] });
  });

  const validation = (row: number, formula1: string): Validation => ({
    areas: [{ top: row, left: GRADE, bottom: row, right: GRADE }],
    type: "list",
    operator: "",
    ignoreBlanks: true,
    formula1,
    formula2: "",
    inCellDropDown: true,
    errorAlert: null,
    prompt: null,
  });

  test("drop-down lists that do not offer the grade, written out or on a sheet", async () => {
    const result = await refusal((model) => {
      firstSheet(model).validations = [
        validation(2, '"S, A,B"'),
        validation(3, '"◎,○,△"'),
        validation(4, "施策1!$B$3:$B$4"),
        validation(5, "$B$3:$B$4"),
        validation(6, "評価一覧"),
        validation(7, "無い!$B$3:$B$4"),
        validation(8, "無い名前"),
        validation(9, 'INDIRECT("A1")'),
      ];
      model.names.push({ name: "評価一覧", formula: "施策1!$B$3:$B$4", sheetId: null, visible: true, comment: "" });
    }, 8);
    expect(result).toEqual({
      refused: [
        [3, "validation"],
        [4, "validation"],
        [5, "validation"],
        [6, "validation"],
      ],
      written: [2, 7, 8, 9],
    });
  });

  test("cells that another cell's formula fills", async () => {
    const model = manySheets(1, 3);
    const sheet = firstSheet(model);
    const grade = (row: number) => sheet.cell(row, GRADE)?.value ?? "";
    model.write(sheet, 3, GRADE, { value: "B", formula: null }, "remote");
    const spilled = sheet.cell(3, GRADE);
    if (!spilled) throw new Error("no cell");
    sheet.put(3, GRADE, { ...spilled, spilledFrom: { row: 2, column: GRADE } });
    await withExcel({ model }, async () => {
      const report = await applyPlan(await plan());
      expect(report.refused.map(({ edit, reason }) => [edit.row, reason])).toEqual([[3, "formula"]]);
      expect([2, 3, 4].map(grade)).toEqual(["A", "B", "A"]);
    });
  });

  test("a row was inserted above: every row is recognised as moved", async () => {
    const result = await refusal((model) =>
      insertCells(model, firstSheet(model), { top: 0, left: 0, bottom: 0, right: 16_383 }, "Down", "remote"),
    );
    expect(result).toEqual({
      refused: [
        [2, "changed"],
        [3, "changed"],
        [4, "changed"],
      ],
      written: [],
    });
  });

  test("the sheet was deleted", async () => {
    const model = manySheets(2, 1);
    await withExcel({ model }, async () => {
      const edits = await plan();
      model.deleteSheet(firstSheet(model), "remote");
      const report = await applyPlan(edits);
      expect(report.refused.map(({ edit, reason }) => [edit.sheetName, reason])).toEqual([["施策1", "noCell"]]);
      expect(report.written.map(({ sheetName }) => sheetName)).toEqual(["施策2"]);
    });
  });
});

test("restoring leaves alone what somebody changed after the write", async () => {
  const model = manySheets(1, 3);
  await withExcel({ model }, async () => {
    await applyPlan(await plan());
    model.edit(firstSheet(model), 3, GRADE, "S", "remote");
    const report = await restore();
    expect(report?.changed.map(({ row }) => row)).toEqual([3]);
    expect(report?.restored.map(({ row }) => row)).toEqual([2, 4]);
    expect(firstSheet(model).value(3, GRADE)).toBe("S");
    expect(firstSheet(model).value(2, GRADE)).toBe("");
  });
});

test("restoring leaves rows alone that have moved, though the neighbour's grade is the same", async () => {
  const model = manySheets(1, 3);
  await withExcel({ model }, async () => {
    await applyPlan(await plan());
    insertCells(model, firstSheet(model), { top: 2, left: 0, bottom: 2, right: 16_383 }, "Down", "remote");
    const before = contents(model);
    expect((await restore())?.changed).toHaveLength(3);
    expect(contents(model)).toEqual(before);
  });
});

test("restoring waits for a protected sheet: the record stays", async () => {
  const model = manySheets(1, 2);
  const before = contents(model);
  await withExcel({ model }, async () => {
    await applyPlan(await plan());
    const sheet = firstSheet(model);
    model.setProtection(sheet, { on: true, options: {}, hasPassword: false, password: null }, "remote");
    const refused = await restore();
    expect(refused?.protected).toHaveLength(2);
    expect(refused?.more).toBe(true);
    model.setProtection(sheet, { on: false, options: {}, hasPassword: false, password: null }, "remote");
    expect((await restore())?.restored).toHaveLength(2);
    expect(contents(model)).toEqual(before);
  });
});

test("a copied file has other sheet ids: the sheets are found by name", async () => {
  const model = manySheets(1, 2);
  const settings = await withExcel({ model }, async () => {
    await applyPlan(await plan());
    return [...model.settings];
  });
  const copy = workbook({
    表紙: [["x"]],
    施策1: listRows(2).map((row, i) => (i < 2 ? row : [...row.slice(0, GRADE), "A"])),
  });
  for (const [key, json] of settings) copy.setSetting(key, json);
  await withExcel({ model: copy }, async () => {
    expect((await restore())?.restored).toHaveLength(2);
    expect(copy.findSheet("施策1")?.value(2, GRADE)).toBe("");
  });
});

test("a plan that is too large for the record is refused, unless the user agreed", async () => {
  const long = "評価の理由".repeat(2_000);
  const model = manySheets(1, 60);
  await withExcel({ model }, async () => {
    const edits = await plan((row) => `${long}${row}`);
    const before = contents(model);
    expect(restoreFits(edits)).toBe(false);
    await expect(applyPlan(edits)).rejects.toMatchObject({ code: "restoreTooLarge" });
    expect(contents(model)).toEqual(before);
    const report = await applyPlan(edits, { withoutRestore: true });
    expect(report.written).toHaveLength(60);
    expect(report.restorable).toBeNull();
    expect(await restoreAvailable()).toBeNull();
  });
});

test("a cell that is being edited refuses the write at once; nothing is written", async () => {
  const model = manySheets(1, 2);
  const before = contents(model);
  await withExcel({ model }, async ({ host }) => {
    const edits = await plan();
    host.faults = { cellEdit: true };
    await expect(applyPlan(edits)).rejects.toMatchObject({ code: "cellEdit" });
    host.endCellEdit();
    expect(contents(model)).toEqual(before);
  });
});

test("cancelling before the write leaves everything as it was", async () => {
  const model = manySheets(1, 2);
  const before = contents(model);
  const stop = new AbortController();
  await withExcel({ model }, async ({ host }) => {
    const edits = await plan();
    host.faults = { afterRequest: () => stop.abort() };
    await expect(applyPlan(edits, { signal: stop.signal })).rejects.toMatchObject({ code: "cancelled" });
    expect(contents(model)).toEqual(before);
    expect(model.settings.size).toBe(0);
  });
});
