/** Header cells: every example of the vocabulary, and headers as they are printed with years, brackets and marks. */
import { readHeader } from "../../src/sheet/header-text";
import { WORDS, type Role } from "../../src/sheet/vocabulary";

const EXAMPLES = WORDS.flatMap((word) => word.examples.map((example) => ({ example, word })));

test("every entry has an example", () => {
  for (const word of WORDS) expect(word.examples.length).toBeGreaterThan(0);
});

test.each(EXAMPLES)("$example", ({ example, word }) => {
  const header = readHeader(example);
  expect(header).not.toBeNull();
  // An earlier, more special entry may take an example, if it says the same.
  expect([header?.role, ...(header?.also ?? [])]).toContain(word.role);
});

const PRINTED: readonly (readonly [string, Role | null, number | null])[] = [
  ["令和３年度　実績", "actual", 2021],
  ["R5\n実績値", "actual", 2023],
  ["目標値（６年度）", "target", 2024],
  ["２年度（決算）", "actual", 2020],
  ["参考 元年度", null, 2019],
  ["令和１年度", null, 2019],
  ["（決算）参考", "actual", null],
  ["現状値（年度）", "baseline", null],
  ["目標値\n（2025年）", "target", 2025],
  ["R元 (2019)\n現状値", "baseline", 2019],
  ["R5 (2023)\n中間値", "target", 2023],
  ["重要業績評価指標（KPI)", "name", null],
  ["ＫＰＩ", "name", null],
  ["K G I", "name", null],
  ["②ＫＰＩ", "name", null],
  ["【成果指標】", "name", null],
  ["※目標値", "target", null],
  ["目標値 A", "target", null],
  ["達成率（B/A）", "rate", null],
  ["達成率 B/A×100", "rate", null],
  ["1.指標名", "name", null],
  ["基準値（H30実績）", "baseline", 2018],
  ["実績（基準値）", "baseline", null],
  ["2025年目標", "target", 2025],
  ["令和7年度末目標値", "target", 2025],
  ["R7年度までの目標", "target", 2025],
  ["No．", "no", null],
  ["№", "no", null],
  ["主管課", "owner", null],
  ["決算（千円）", "other", null],
  ["単位", "unit", null],
  ["2021", null, 2021],
];

test.each(PRINTED)("%j is %s of %s", (text, role, year) => {
  const header = readHeader(text);
  expect({ role: header?.role, year: header?.year }).toEqual({ role, year });
});

test.each([
  "人口の社会増減",
  "18.43年(R1)",
  "目標値を達成（見込み）",
  "基準値より上昇（10%以上）",
  "120件",
  "0（2019）",
  "増加",
  "指標の見直しについて検討する",
  "長い文章".repeat(20),
  "",
  "―",
])("%j is no header", (text) => expect(readHeader(text)).toBeNull());

test("a word of the user's own", () => {
  expect(readHeader("ゴール")).toBeNull();
  expect(readHeader("ゴール（R7）", { ゴール: "target" })).toMatchObject({ role: "target", year: 2025 });
  expect(readHeader("中間到達点", { 中間到達点: "milestone" })).toMatchObject({ role: "target", hint: "milestone" });
  expect(readHeader("目標値", { 目標値: "ignore" })?.role).toBe("other");
});
