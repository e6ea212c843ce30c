/** Whatever stands on a sheet: no throw, keys that stay, places that exist; and fast enough for a whole city. */
import fc from "fast-check";
import { assess } from "../../../src/sheet/assess";
import { check, drawReport, RULES } from "../../../src/sheet/checks";
import { DEFAULT_SETTINGS } from "../../../src/sheet/settings";
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "../../../src/sheet/types";
import { bookOf, findingsOf, sheetOf, withCell, type Row } from "./book";
import { CASES } from "./cases";
import { sample } from "./plants";

const BITS = [
  "①",
  "④",
  "【達成状況：Ａ】】",
  "KPI 1【達成状況：-】令和3年度は▲６１人",
  "合計",
  "事業費",
  "一般財源",
  "千円",
  "完了",
  "順調",
  "停滞",
  "28.6",
  "〇",
  "-",
  "―",
  "増加",
  "約?",
  "84.6%",
  "3年度（決算）",
  "令和 年 月 日",
  "意見",
  "#N/A",
  "寄\uFFFD",
  "S 目標値を達成",
  "から",
  "目標値200件に対し実績114件",
  "前年度を上回った。",
] as const;
const content = fc.oneof(
  fc.constantFrom(...BITS),
  fc.integer({ min: -99999, max: 9999999 }),
  fc.string({ maxLength: 12 }),
  fc.constant(""),
);

test("no content makes the checks throw, and every finding points at cells of its sheet", () => {
  const sheets = CASES.map(({ book }) => book).filter((_, i) => i % 6 === 0);
  fc.assert(
    fc.property(
      fc.constantFrom(...sheets),
      fc.array(fc.tuple(fc.nat(30), fc.nat(10), content), { minLength: 1, maxLength: 12 }),
      (book, edits) => {
        let altered: WorkbookSnapshot = book;
        for (const [row, column, to] of edits)
          altered = withCell(altered, book.sheets[0]?.id ?? "", row, column, to as CellValue);
        const found = findingsOf(altered);
        for (const finding of found) {
          expect(finding.cells.length).toBeGreaterThan(0);
          for (const { row, column } of finding.cells) expect(Math.min(row, column)).toBeGreaterThanOrEqual(0);
          expect(finding.message).not.toMatch(/undefined|NaN|\[object/);
        }
        expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      },
    ),
    { numRuns: 150 },
  );
});

function pushedDown(sheet: SheetSnapshot, rows: number): SheetSnapshot {
  const { area } = sheet;
  return area === null
    ? sheet
    : {
        ...sheet,
        area: { ...area, top: area.top + rows, bottom: area.bottom + rows },
        merges: sheet.merges?.map((m) => ({ ...m, top: m.top + rows, bottom: m.bottom + rows })) ?? null,
      };
}

test.each(["asahi-r2", "asahi-r3", "kitamoto-jisseki"])("%s: rows inserted above change no key", (name) => {
  const book = sample(name);
  const moved = { ...book, sheets: book.sheets.map((sheet) => pushedDown(sheet, 5)) };
  const keys = (one: WorkbookSnapshot): string[] => findingsOf(one).map(({ key }) => key);
  expect(keys(moved)).toEqual(keys(book));
});

test("a finding marked 確認済み comes back when one of its values changes", () => {
  const book = sample("asahi-r2");
  const gap = findingsOf(book).find(({ rule }) => rule === "carry-over-included");
  const [cell] = gap?.cells ?? [];
  if (!gap || !cell) throw new Error("no finding");
  const changed = findingsOf(withCell(book, gap.sheetId, cell.row, cell.column, 540000));
  const again = changed.find(({ rule }) => rule === "carry-over-included");
  expect(again).toBeDefined();
  expect(again?.key).not.toBe(gap.key);
});

test("merges that Excel refused to tell make no error", () => {
  for (const name of ["asahi-r2", "asahi-r3", "hadano-jisseki"]) {
    const book = sample(name);
    const blind = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, merges: null })) };
    const errors = (one: WorkbookSnapshot): string[] =>
      findingsOf(one).flatMap(({ severity, key }) => (severity === "error" ? [key] : []));
    const known = new Set(errors(book));
    expect(errors(blind).filter((key) => !known.has(key))).toEqual([]);
  }
});

test("ids are unique, in plain English", () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { id, title } of RULES) {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(title.ja).toMatch(/[ぁ-ん一-龥]/);
    expect(title.en).toMatch(/^[A-Z]/);
  }
});

test("60 sheets of 20 KPIs are checked within a second of our own time", () => {
  const rows = Array.from({ length: 20 }, (_, i): Row => [
    i + 1,
    `取組${i + 1}の参加者数`,
    "人",
    100 + i,
    200 + i,
    110 + i,
    120 + i * 2,
    "A",
    `令和3年度は${120 + i * 2}人が参加し、前年度を上回った。`,
  ]);
  const head: Row = [
    "No.",
    "指標名",
    "単位",
    "基準値（H30年度）",
    "目標値（R6年度）",
    "R2年度実績",
    "R3年度実績",
    "達成状況",
    "備考",
  ];
  const sheets = Array.from({ length: 60 }, (_, n) =>
    sheetOf(`第${n + 1}課`, [["令和3年度 KPI評価シート"], [], head, ...rows]),
  );
  const assessment = assess({ name: "大きなブック", sheets, activeSheetId: null });
  check(assessment, DEFAULT_SETTINGS);
  const before = process.cpuUsage();
  check(assessment, DEFAULT_SETTINGS);
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(1000);
});

test("the report holds every finding, the open ones first, and replaces nothing by itself", () => {
  const book = sample("asahi-r2");
  const assessment = assess(book);
  const findings = check(assessment, DEFAULT_SETTINGS);
  const [first] = findings;
  if (!first) throw new Error("no finding");
  const settings = { ...DEFAULT_SETTINGS, acknowledged: { [first.key]: { reason: "様式のとおり" } } };
  const drawing = drawReport(assessment, findings, settings, { date: "2026年11月20日", version: "1.2.3" });
  const texts = drawing.rows.map((row) => row.cells.map((cell) => String(cell?.content ?? "")).join("|"));
  const header = drawing.headerRow ?? 0;
  expect(texts[header]).toContain("重大度|シート|セル|指摘");
  expect(texts[header + findings.length]).toContain("確認済み: 様式のとおり");
  for (const { message } of findings) expect(texts.filter((text) => text.includes(message))).toHaveLength(1);
  expect(texts.join("\n")).toContain("2026年11月20日　KPIシート 1.2.3");
  expect(texts[1]).toBe("要修正 0・要確認 5（参考 2・確認済み 1）||||||");
  expect(drawReport(assessment, [], settings, { date: "", version: "" }).rows[1]?.cells[0]?.content).toBe(
    "提出できます",
  );
});

test("an empty workbook, one without a KPI table and our own result sheet have nothing to check", () => {
  expect(findingsOf({ name: "", sheets: [], activeSheetId: null })).toEqual([]);
  expect(findingsOf(bookOf({ 議事録: [["① 意見"], ["③ 回答"], ["令和 年 月 日"]] }))).toEqual([]);
});
