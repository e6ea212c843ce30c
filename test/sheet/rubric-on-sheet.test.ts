/** Rubrics printed on a sheet, in every way that a form prints them. */
import { Grid } from "../../src/sheet/grid";
import { areaAddress } from "../../src/sheet/address";
import { assess } from "../../src/sheet/assess";
import { findRubricsOnSheet, rubricsPrinted } from "../../src/sheet/rubric-on-sheet";
import { presetLike } from "../../src/sheet/same-rubric";
import { PRESETS } from "../../src/kpi/rubric";
import { rubricFromTable, tableOf } from "../../src/kpi/rubric-table";
import { book, draw } from "./draw";

const LINES = [
  "S 目標値を達成（見込み）",
  "A 基準値より上昇（10%以上）",
  "B 基準値より上昇（10%未満）",
  "C 基準値と同水準（基準値と同値～△10％未満）",
  "D 基準値より下落（△10％以下）",
  "― 評価不能（KPIの実績値が無い状態）",
];
const letters = LINES.map((line) => [line.slice(0, 1), line.slice(2)] as const);

const SHEETS: readonly (readonly [string, string, string])[] = [
  ["one line per row", `| KPI達成状況の評価 |\n${LINES.map((l) => `| ${l} |`).join("\n")}`, "A1:A7"],
  ["letters in cells of their own", letters.map(([a, b]) => `| ${a} | ${b} |`).join("\n"), "A1:B6"],
  ["letters far from the texts", letters.map(([a, b]) => `| | ${a} | | ${b} |`).join("\n"), "B1:D6"],
  ["all in one cell", `| ${LINES.join("⏎")} |`, "A1"],
  ["all in one row", `| ${letters.map(([a, b]) => `${a} | ${b}`).join(" | ")} |`, "A1:L1"],
  ["with blank rows between", LINES.map((l) => `| ${l} |\n| |`).join("\n"), "A1:A11"],
];

test.each(SHEETS)("%s", (_, drawing, place) => {
  const found = findRubricsOnSheet(new Grid(draw(drawing)));
  expect(found).toHaveLength(1);
  expect(found[0]?.from).toBe("legend");
  expect(areaAddress(found[0]!.area)).toBe(place);
  expect(presetLike(found[0]!.result.rubric!)?.name).toBe("旭市型");
});

test("a table of bands", () => {
  const drawing = `
    | | 評価 | 条件 | 説明 |
    | | ａ | 達成率100%以上 | よい |
    | | ｂ | 達成率80%以上 | ふつう |
    | | ｃ | それ以外 | わるい |
    | | ― | 実績なし | なし |
    | | | | |
    | | 指標 | 基準値 | R5実績 | 目標値 |
    | | 甲の数 | 10件 | 17件 | 20件 |`;
  const { tables } = assess(book(draw(drawing))).sheets[0]!;
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatchObject({ rubricFrom: "table", rubricArea: { top: 0, left: 1, bottom: 4, right: 3 } });
  expect(tables[0]!.graded[0]!.grading.grade).toBe("ｂ");
});

test.each([
  ["a KPI table", "| 指標 | 基準値 | 目標値 |\n| 甲 | 10件 | 20件 |"],
  ["a list of texts", "| A 案を採用する |\n| B 案は見送る |\n| C 案は次年度に検討する |"],
  ["grades with their counts", "| A | 3件 |\n| B | 4件 |\n| C | 1件 |"],
  ["judgement without thresholds", "| ◎ | 順調 |\n| ○ | 概ね順調 |\n| △ | やや遅れ |"],
])("%s is no rubric", (_, drawing) => expect(findRubricsOnSheet(new Grid(draw(drawing)))).toEqual([]));

test.each(PRESETS.map((preset) => preset.name))("%s, copied as a table, is recognised", (name) => {
  const preset = PRESETS.find((p) => p.name === name)!;
  const read = rubricFromTable(tableOf(preset)).rubric!;
  const like = presetLike({
    ...read,
    compareWith: preset.compareWith,
    missingActual: preset.missingActual,
    usesExpected: preset.usesExpected,
    tolerance: preset.tolerance,
  });
  // Presets that grade alike are one and the same for a formula.
  expect(like).not.toBeNull();
});

test("another threshold is another rubric", () => {
  const read = rubricFromTable([
    ["評価", "条件"],
    ["S", "目標達成"],
    ["A", "12%以上"],
    ["B", "0%超"],
    ["C", "△10%未満"],
    ["D", "それ以外"],
    ["―", "実績なし"],
  ]).rubric!;
  expect(presetLike(read)).toBeNull();
});

test.each([
  ["one grade per row", "| ◎ | 順調 |\n| ○ | 概ね順調 |\n| △ | やや遅れ |", "A1:B3"],
  ["under a caption", "| 評価の目安 |\n| A 順調に進んでいる |\n| B 概ね順調 |\n| C 遅れている |", "A1:A4"],
  ["on one line", "| ◎：順調　○：概ね順調　△：やや遅れ　×：遅れ |", "A1"],
  ["in one row", "| ◎ | 順調 | ○ | 概ね順調 | △ | やや遅れ |", "A1:F1"],
])("a legend in words only, %s, is known with its place", (_, drawing, place) =>
  expect(rubricsPrinted(new Grid(draw(drawing))).wordsOnly.map(areaAddress)).toEqual([place]),
);

test.each([
  ["a legend with thresholds", `| ${LINES.join("⏎")} |`],
  ["a reference", "| 評価基準は別紙のとおりとし、達成状況による。 |"],
  ["grades with remarks", "| A | 令和3年度は順調 |\n| A | 令和4年度も順調 |\n| B | 令和5年度は概ね順調 |"],
])("%s is no legend in words", (_, drawing) => expect(rubricsPrinted(new Grid(draw(drawing))).wordsOnly).toEqual([]));

test("grades of a KPI table with their remarks are no legend", () => {
  const { wordsOnlyLegend, tables } = assess(
    book(
      draw(`
        | 指標 | 基準値 | R5実績 | 目標値 | 評価 | 備考 |
        | 甲の数 | 10件 | 17件 | 20件 | A | 概ね順調 |
        | 乙の数 | 10件 | 12件 | 20件 | B | やや遅れ |
        | 丙の数 | 10件 | 9件 | 20件 | C | 遅れ |`),
    ),
  ).sheets[0]!;
  expect(tables).toHaveLength(1);
  expect(wordsOnlyLegend).toBeNull();
});
