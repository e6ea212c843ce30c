/** 「ブックの保護」 of a file: sheets stay as they are, through the API and by their tabs; cells can still be written. */
import { readFileSync } from "node:fs";
import { hostErrorSentence } from "../../src/excel/host-errors";
import { isSheetCommand, runSheetCommand } from "../../workbench/grid/sheet-commands";
import { ApiError } from "../../workbench/host/api-error";
import { copySheet, moveSheet, showSheet } from "../../workbench/model/sheets";
import type { Workbook } from "../../workbench/model/workbook";
import { openWorkbook, saveWorkbook } from "../../workbench/open";
import { refusal, session, workbook } from "./support";

const FILE = "samples/damaged/protected-structure.xlsx";
const locked = (): Workbook => openWorkbook("protected-structure.xlsx", readFileSync(FILE));

type Change = (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown;

const CHANGES: readonly (readonly [what: string, change: Change])[] = [
  ["add", ({ workbook: book }) => book.worksheets.add("KPI集計")],
  ["rename", (_, sheet) => (sheet.name = "別名")],
  ["hide", (_, sheet) => (sheet.visibility = "Hidden")],
  ["move", (_, sheet) => (sheet.position = 0)],
  ["copy", (_, sheet) => sheet.copy("End")],
  ["delete", (_, sheet) => sheet.delete()],
  [
    "insert",
    ({ workbook: book }) =>
      book.insertWorksheetsFromBase64(readFileSync("samples/suzaka.xlsx").toString("base64"), { positionType: "End" }),
  ],
];

const sheetsOf = (book: Workbook): string[] => book.sheets.map(({ name, visibility }) => `${name} ${visibility}`);

test.each(CHANGES)("%s is refused as Excel refuses it, and the pane has a sentence for it", (_, change) => {
  const model = locked();
  const before = sheetsOf(model);
  return session(model, async ({ run }) => {
    const error = await refusal(
      run(async (context) => {
        change(context, context.workbook.worksheets.getActiveWorksheet());
        await context.sync();
      }),
    );
    expect(error.code).toBe("AccessDenied");
    expect(hostErrorSentence(error, "ja")).toMatch(/ブックが保護されている.*何も変更していません。/);
    expect(sheetsOf(model)).toEqual(before);
  });
});

test("the workbook says that it is protected; its cells are written all the same", () => {
  const model = locked();
  return session(model, async ({ run }) => {
    await run(async (context) => {
      const { protection, worksheets } = context.workbook;
      protection.load("protected");
      worksheets.getActiveWorksheet().getRange("A1").values = [["書ける"]];
      await context.sync();
      expect(protection.protected).toBe(true);
    });
    const { active } = model;
    expect(active && model.textAt(active, 0, 0)).toBe("書ける");
    const saved = openWorkbook("saved.xlsx", saveWorkbook(readFileSync(FILE), model));
    expect(saved.structureProtected).toBe(true);
  });
});

test("a file without the protection is free", () => {
  expect(openWorkbook("asahi-r3.xlsx", readFileSync("samples/asahi-r3.xlsx")).structureProtected).toBe(false);
});

const three = (): Workbook => workbook({ 一: [["a", "=A1"]], 二: [["b"]], 三: [["c"]] });
const sheet = (book: Workbook, name: string) => book.findSheet(name) ?? book.addSheet(name, "load");

/** By their tabs: the command of the grid, and the sheets afterwards. */
const TABS: readonly (readonly [command: string, params: object, after: readonly string[]])[] = [
  ["insert-sheet", {}, ["一", "二", "三", "Sheet1"]],
  ["remove-sheet", {}, ["一", "三"]],
  ["copy-sheet", {}, ["一", "二", "二 (2)", "三"]],
  ["set-worksheet-name", { name: "新" }, ["一", "新", "三"]],
  ["set-worksheet-order", { order: 0 }, ["二", "一", "三"]],
];

test.each(TABS)("%s by the tab changes the workbook, and nothing where it is protected", (command, params, after) => {
  const book = three();
  book.activate(sheet(book, "二"));
  const id = `sheet.command.${command}`;
  expect(isSheetCommand(id)).toBe(true);
  runSheetCommand(book, id, params);
  expect(book.sheets.map(({ name }) => name)).toEqual(after);

  const guarded = three();
  guarded.structureProtected = true;
  expect(() => runSheetCommand(guarded, id, params)).toThrow(ApiError);
  expect(guarded.sheets.map(({ name }) => name)).toEqual(["一", "二", "三"]);
});

test("the active sheet is hidden: another comes to the front; the last one stays", () => {
  const book = three();
  for (const name of ["一", "二"]) {
    runSheetCommand(book, "sheet.command.set-worksheet-hidden", { subUnitId: sheet(book, name).id });
  }
  expect(book.active?.name).toBe("三");
  expect(() => showSheet(book, sheet(book, "三"), "Hidden")).toThrow(ApiError);
  runSheetCommand(book, "sheet.command.set-worksheet-show", { subUnitId: sheet(book, "一").id });
  expect(book.sheets.map(({ visibility }) => visibility)).toEqual(["Visible", "Hidden", "Visible"]);
});

test("a place that there is not, and a copy before its sheet", () => {
  const book = three();
  expect(() => moveSheet(book, sheet(book, "一"), 9)).toThrow(ApiError);
  copySheet(book, sheet(book, "一"), "Before", null);
  expect(book.sheets.map(({ name }) => name)).toEqual(["一 (2)", "一", "二", "三"]);
});

test("what was done by the tabs stands in the saved file", () => {
  const original = readFileSync("samples/variants/one-sheet-per-office.xlsx");
  const book = openWorkbook("book.xlsx", original);
  const [first, second] = book.sheets.map(({ name }) => name);
  if (first === undefined || second === undefined) throw new Error("the sample has two sheets");
  const tab = (command: string, name: string, params: object = {}): void =>
    runSheetCommand(book, `sheet.command.${command}`, { subUnitId: sheet(book, name).id, ...params });
  tab("insert-sheet", first);
  tab("set-worksheet-order", "Sheet1", { order: 0 });
  tab("set-worksheet-name", first, { name: "新しい名前" });
  tab("set-worksheet-hidden", second);
  tab("set-tab-color", "新しい名前", { value: "#C00000" });
  const saved = openWorkbook("book.xlsx", saveWorkbook(original, book));
  expect(sheetsOf(saved)).toEqual(sheetsOf(book));
  expect(sheetsOf(saved).slice(0, 3)).toEqual(["Sheet1 Visible", "新しい名前 Visible", `${second} Hidden`]);
});
