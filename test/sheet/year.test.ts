/** The year of a title, and the order in which the year of a sheet is chosen. */
import { Grid } from "../../src/sheet/grid";
import { assess } from "../../src/sheet/assess";
import { DEFAULT_SETTINGS } from "../../src/sheet/settings";
import { chooseYear, findTitle, type YearInput } from "../../src/sheet/year";
import type { SheetSnapshot } from "../../src/sheet/types";
import { book, draw } from "./draw";

const titleYear = (...lines: string[]): number | null =>
  findTitle(new Grid(draw(lines.map((line) => `| ${line} |`).join("\n"))), []).year;

test.each<[string, number | null]>([
  ["重点施策マネジメントシート　令和 3 年度事後・決算", 2021],
  ["令和５年度 施策評価シート", 2023],
  ["第2期総合戦略 進捗管理表（令和6年度実績）", 2024],
  ["総合計画 評価表（R4実績）", 2022],
  ["2023年度 KPI一覧", 2023],
  ["令和5年度末現在", 2023],
  ["令和元年度 決算", 2019],
  ["令和5年度評価（令和4年度実績）", 2022],
  ["第2期総合戦略（令和2年度～令和6年度）", null],
  ["第2期総合戦略（令和2年度から令和6年度まで） 令和4年度進捗状況", 2022],
  ["令和3年3月策定", null],
  ["令和　年　月　日時点", null],
  ["令和5年8月1日現在", null],
  ["令和3年度策定 総合戦略", null],
  ["基準年度：令和元年度", null],
  ["目標年度：令和7年度", null],
  ["計画期間：令和3年度～7年度", null],
  ["総合戦略 KPI一覧", null],
  ["平成30年度に改訂した総合計画", null],
])("%s → %s", (title, year) => expect(titleYear(title)).toBe(year));

test("the strongest title wins wherever it stands", () => {
  expect(titleYear("令和5年度 総合戦略推進会議 資料", "重点施策 令和4年度 決算")).toBe(2022);
});

const NONE: YearInput = {
  user: null,
  stored: null,
  title: { title: null, year: null, sure: false },
  workbookTitle: null,
  columnYears: [],
  newest: null,
};

test.each<[string, Partial<YearInput>, { year: number | null; from: string | null }]>([
  ["the user's choice first", { user: 2019, stored: 2020, newest: 2023 }, { year: 2019, from: "user" }],
  [
    "then the stored one",
    { stored: 2020, title: { title: "", year: 2021, sure: true } },
    { year: 2020, from: "stored" },
  ],
  ["then the title", { title: { title: "", year: 2021, sure: true }, newest: 2023 }, { year: 2021, from: "title" }],
  [
    "a title without a column is no year to grade",
    { title: { title: "", year: 2024, sure: false }, columnYears: [2022, 2023], newest: 2023 },
    { year: 2023, from: "newestActual" },
  ],
  [
    "unless it speaks of results",
    { title: { title: "", year: 2024, sure: true }, columnYears: [2022, 2023], newest: 2023 },
    { year: 2024, from: "title" },
  ],
  ["then the workbook's one title year", { workbookTitle: 2022, newest: 2023 }, { year: 2022, from: "workbookTitle" }],
  ["then the newest actual", { newest: 2023 }, { year: 2023, from: "newestActual" }],
  ["else none", {}, { year: null, from: null }],
])("%s", (_, input, expected) => expect(chooseYear({ ...NONE, ...input })).toEqual(expected));

const TABLE = `
  | 指標 | 基準値 | R3 | R4 | R5 | 目標値 |
  | 甲の数 | 10件 | 11件 | 12件 | | 20件 |`;

test("one title year serves all sheets of the workbook", () => {
  const titled = draw(`| 令和3年度 実績 |\n${TABLE.trim()}`, { name: "甲" });
  const plain = draw(TABLE, { name: "乙" });
  const years = (...sheets: SheetSnapshot[]) => assess(book(...sheets)).sheets.map((s) => [s.year, s.yearFrom]);
  expect(years(titled, plain)).toEqual([
    [2021, "title"],
    [2021, "workbookTitle"],
  ]);
  const other = draw(`| 令和4年度 実績 |\n${TABLE.trim()}`, { name: "丙" });
  expect(years(titled, other, plain)[2]).toEqual([2022, "newestActual"]);
});

test("stored and chosen years", () => {
  const sheet = draw(TABLE, { name: "甲" });
  const settings = { ...DEFAULT_SETTINGS, years: { 甲: 2021 } };
  expect(assess(book(sheet), settings).sheets[0]).toMatchObject({ year: 2021, yearFrom: "stored" });
  expect(assess(book(sheet), settings, { year: 2022 }).sheets[0]).toMatchObject({ year: 2022, yearFrom: "user" });
});
