import { readCell } from "../../src/kpi/cell";
import { grade } from "../../src/kpi/grade";
import { DEFAULT_RUBRIC, findRubric } from "../../src/kpi/rubric";
import type { Direction } from "../../src/kpi/types";
import { reason, readingText, unitOf, yearLabel } from "../../src/taskpane/format";
import { en } from "../../src/taskpane/i18n/en";
import { ja } from "../../src/taskpane/i18n/ja";
import { indicatorOf } from "./support/indicators";

test.each([
  [2021, "令和3年度（2021）", "FY2021 (Reiwa 3)"],
  [2019, "令和元年度（2019）", "FY2019 (Reiwa 1)"],
  [2018, "平成30年度（2018）", "FY2018 (Heisei 30)"],
  [1988, "昭和63年度（1988）", "FY1988 (Showa 63)"],
  [1900, "1900年度", "FY1900"],
])("%i is %s", (year, japanese, english) => {
  expect(yearLabel(year, "ja")).toBe(japanese);
  expect(yearLabel(year, "en")).toBe(english);
});

test.each([
  ["91件", null, "91件"],
  ["114", "件", "114件"],
  ["-61", "人", "-61人"],
  ["▲11", "人", "▲11人"],
  ["1,450,173", "件", "1,450,173件"],
  ["増加", "人", "増加"],
  ["男性 83.12 歳\n女性 85.79 歳", "歳", "男性 83.12 歳 女性 85.79 歳"],
  ["", "人", "（なし）"],
  ["約?", "人", "約?"],
])("a cell that says %j under the unit %s is shown as %s", (text, unit, shown) => {
  expect(readingText(readCell(text, { unit }), unit, "（なし）")).toBe(shown);
});

interface Case {
  readonly values: readonly [baseline: string, actual: string, target: string];
  readonly direction?: Direction;
  readonly unit?: string;
  readonly rubric?: string;
  readonly ja: string;
  readonly en: string;
}

const CASES: readonly Case[] = [
  { values: ["91件", "114件", "200件"], ja: "＋25.3%（あと86件でS）", en: "＋25.3% (86件 to S)" },
  { values: ["-11人", "-61人", "増加"], ja: "▼454.5%（あと49人でC）", en: "▼454.5% (49人 to C)" },
  { values: ["42世帯", "58世帯", "50世帯"], ja: "目標達成（＋38.1%）", en: "Target met (＋38.1%)" },
  {
    values: ["100件", "80件", "50件"],
    direction: "down",
    ja: "▼20.0% 改善（あと30件でS）",
    en: "▼20.0% better (30件 to S)",
  },
  {
    values: ["100件", "105件", "50件"],
    direction: "down",
    ja: "＋5.0% 悪化（あと6件でB）",
    en: "＋5.0% worse (6件 to B)",
  },
  { values: ["42.9%", "45.1%", "60%"], ja: "＋5.1%（あと2.1ポイントでA）", en: "＋5.1% (2.1 points to A)" },
  { values: ["100件", "100件", "200件"], ja: "増減なし", en: "No change" },
  { values: ["100件", "", "200件"], ja: "実績値なし", en: "No actual value" },
  { values: ["100件", "約?", "200件"], ja: "数値として読めません", en: "Cannot be read as a figure" },
];

test.each(CASES.map((one) => [one.values.join(" → "), one] as const))("%s", (_name, one) => {
  const [baseline, actual, target] = one.values.map((text) => readCell(text)) as [
    ReturnType<typeof readCell>,
    ReturnType<typeof readCell>,
    ReturnType<typeof readCell>,
  ];
  const rubric = (one.rubric === undefined ? null : findRubric(one.rubric)) ?? DEFAULT_RUBRIC;
  const grading = grade({
    baseline,
    actual,
    target,
    direction: one.direction ?? null,
    name: null,
    rubric,
    expected: null,
  });
  const indicator = indicatorOf({ baseline, actual, target });
  expect(reason(grading, indicator, ja.reason, "ja")).toContain(one.ja);
  expect(reason(grading, indicator, en.reason, "en")).toContain(one.en);
});

test.each([
  [["1,250", "1,342", "1,500"], "億円", "円", "＋7.4%（あと33億円でA）"],
  [["92.2", "85.4", "100.0"], "万人", "人", "▼7.4%（あと6.9万人でB）"],
])("a distance is counted in the unit that the sheet prints: %j %s", (texts, printedUnit, unit, shown) => {
  const [baseline, actual, target] = texts.map((text) => readCell(text, { unit: printedUnit })) as [
    ReturnType<typeof readCell>,
    ReturnType<typeof readCell>,
    ReturnType<typeof readCell>,
  ];
  const grading = grade({
    baseline,
    actual,
    target,
    direction: "up",
    name: null,
    rubric: DEFAULT_RUBRIC,
    expected: null,
  });
  const indicator = indicatorOf({ baseline, actual, target, unit, printedUnit });
  expect(reason(grading, indicator, ja.reason, "ja")).toBe(shown);
});

test("the unit of a row is its own, else that of its cells", () => {
  const cell = readCell("91件");
  expect(unitOf(indicatorOf({ unit: "人", baseline: cell, actual: cell, target: cell }))).toBe("人");
  expect(unitOf(indicatorOf({ baseline: readCell(""), actual: readCell("5"), target: cell }))).toBe("件");
});
