import { insertSubmitted, readInserted, type InsertRequest } from "../../src/excel/insert";
import { LTSC_2021 } from "../../workbench/host/requirements";
import type { Workbook } from "../../workbench/model/workbook";
import { contents } from "./support/forms";
import { withExcel, workbook } from "./support/host";

const FORM: InsertRequest = { file: "商工課.xlsx", base64: "AAAA", sheets: ["KPI一覧", "様式2"] };
const source = () => workbook({ 表紙: [["商工課"]], KPI一覧: [["指標名", "実績値"]], 様式2: [["課題"]] });
const names = (model: Workbook) => model.sheets.map(({ name }) => name);

test("the sheets that are wanted come in at the end, marked with their file", async () => {
  const model = workbook({ 企画課: [["x"]] });
  await withExcel({ model, readWorkbook: source, requirements: LTSC_2021 }, async ({ host }) => {
    expect(await insertSubmitted(FORM)).toMatchObject({
      kind: "inserted",
      sheets: [
        { name: "KPI一覧", file: "商工課.xlsx", source: "KPI一覧" },
        { name: "様式2", file: "商工課.xlsx", source: "様式2" },
      ],
    });
    expect(names(model)).toEqual(["企画課", "KPI一覧", "様式2"]);
    expect(model.names.map(({ name, visible }) => ({ name, visible }))).toEqual(
      Array(2).fill({ name: "KPI_SUBMITTED_SHEET", visible: false }),
    );
    expect((await readInserted()).map(({ name }) => name)).toEqual(["KPI一覧", "様式2"]);
    expect(host.internalErrors).toEqual([]);
  });
});

test("a second run brings in nothing twice, and only what went missing since", async () => {
  const model = workbook({ 企画課: [["x"]] });
  await withExcel({ model, readWorkbook: source }, async () => {
    await insertSubmitted(FORM);
    const once = contents(model);
    expect(await insertSubmitted(FORM)).toMatchObject({ kind: "present", sheets: [{}, {}] });
    expect(contents(model)).toEqual(once);
    const gone = model.findSheet("様式2");
    if (gone) model.deleteSheet(gone);
    expect(await insertSubmitted(FORM)).toMatchObject({ kind: "inserted", sheets: [{ source: "様式2" }] });
    expect(names(model)).toEqual(["企画課", "KPI一覧", "様式2"]);
  });
});

test("a name in use: the sheet is named after its file, within Excel's limits", async () => {
  const model = workbook({ KPI一覧: [["自分の表"]] });
  await withExcel({ model, readWorkbook: source }, async () => {
    const one = { ...FORM, sheets: ["KPI一覧"] };
    await insertSubmitted(one);
    await insertSubmitted({ ...one, file: "ひとの定着・還流・移住の流れをつくり、人々が集うまちづくり[1]推進課.xlsx" });
    await insertSubmitted({ ...one, file: 'いわゆる"特別"課.xlsx' });
    expect(names(model)).toEqual([
      "KPI一覧",
      "商工課_KPI一覧",
      "ひとの定着・還流・移住の流れをつくり、人々が集うまちづくり 1",
      'いわゆる"特別"課_KPI一覧',
    ]);
    expect((await readInserted()).map(({ file }) => file)).toContain('いわゆる"特別"課.xlsx');
  });
});

test("a form with a chart or comments, as Excel on the web refuses it", async () => {
  const model = workbook({ 企画課: [["x"]] });
  const before = contents(model);
  const readWorkbook = () => {
    const book = source();
    const sheet = book.findSheet("様式2");
    if (sheet) sheet.hasFurniture = true;
    return book;
  };
  await withExcel({ model, readWorkbook }, async () => {
    expect(await insertSubmitted(FORM)).toMatchObject({ kind: "refused", problem: { code: "unsupported" }, left: [] });
    expect(contents(model)).toEqual(before);
    expect(await insertSubmitted({ ...FORM, sheets: ["KPI一覧"] })).toMatchObject({ kind: "inserted" });
  });
});

test("a workbook that takes no sheets, and bytes that are no workbook", async () => {
  const model = workbook({ 企画課: [["x"]] });
  model.structureProtected = true;
  await withExcel({ model, readWorkbook: source }, async () => {
    expect(await insertSubmitted(FORM)).toMatchObject({ kind: "refused", problem: { code: "protected" } });
  });
  model.structureProtected = false;
  await withExcel({ model }, async () => {
    expect(await insertSubmitted(FORM)).toMatchObject({ kind: "refused", problem: { code: "argument" } });
  });
  expect(names(model)).toEqual(["企画課"]);
});

describe.each(["failRequest", "loseAnswer"] as const)("%s at each request", (fault) => {
  test.each([1, 2, 3, 4, 5, 6])("number %i: all of the file is in and marked, or nothing is", async (at) => {
    const model = workbook({ 企画課: [["x"]] });
    await withExcel({ model, readWorkbook: source }, async ({ host }) => {
      host.faults = { [fault]: host.requests.length + at };
      const outcome = await insertSubmitted(FORM).catch((error: unknown) => error);
      host.faults = {};
      const inserted = await readInserted();
      const came = names(model).slice(1);
      if (outcome instanceof Error || (outcome as { kind: string }).kind === "refused") {
        expect(came).toEqual([]);
      } else {
        expect(inserted.map(({ name }) => name)).toEqual(["KPI一覧", "様式2"]);
        expect(came).toEqual(["KPI一覧", "様式2"]);
      }
      // Whatever happened, the next run ends with the same workbook.
      await insertSubmitted(FORM);
      expect(names(model)).toEqual(["企画課", "KPI一覧", "様式2"]);
    });
  });
});

test("a sheet that another user adds meanwhile is never taken out", async () => {
  const model = workbook({ 企画課: [["x"]] });
  await withExcel({ model, readWorkbook: source }, async ({ host }) => {
    const insertion = host.requests.length + 3;
    host.faults = {
      failRequest: insertion,
      beforeRequest: (request) => {
        if (request === insertion) model.addSheet("KPI一覧の相談", "remote");
      },
    };
    expect(await insertSubmitted(FORM)).toMatchObject({ kind: "refused", left: [] });
  });
  expect(names(model)).toEqual(["企画課", "KPI一覧の相談"]);
});
