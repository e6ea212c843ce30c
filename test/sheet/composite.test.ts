/** A cell with several values: the worst part decides, or the most frequent grade where the workbook says so. */
import { explain } from "../../src/kpi/explain";
import { assess } from "../../src/sheet/assess";
import { gradeFormula } from "../../src/sheet/formula";
import { DEFAULT_SETTINGS } from "../../src/sheet/settings";
import { draw } from "./draw";

function only(row: string, compositeRule: "worst" | "majority") {
  const sheet = draw(`
    | 指標 | 基準値（R1） | R3実績 | R6目標 |
    | ${row} |`);
  const workbook = { name: "book.xlsx", sheets: [sheet], activeSheetId: sheet.id };
  const [graded] = assess(workbook, { ...DEFAULT_SETTINGS, compositeRule }).sheets[0]?.tables[0]?.graded ?? [];
  if (!graded) throw new Error("no indicator");
  return { sheet, graded };
}

const THREE = "検診受診率（がん・特定・歯科） | 10% 20% 30% | 5% 30% 45% | 15% 30% 45%";

test.each([
  [THREE, "worst", "D"],
  [THREE, "majority", "S"],
  // a tie gives the worse
  ["受診率（男・女） | 10% 20% | 5% 30% | 15% 30%", "majority", "D"],
  // one value: nothing to choose
  ["受講者数 | 10人 | 20人 | 15人", "majority", "S"],
] as const)("%s by %s: %s", (row, rule, grade) => {
  expect(only(row, rule).graded.grading.grade).toBe(grade);
});

test("the sentence says which rule decided", () => {
  expect(explain(only(THREE, "worst").graded.grading, "ja")).toContain("最も低い区分");
  expect(explain(only(THREE, "majority").graded.grading, "ja")).toContain("最も多い区分");
});

test("a formula takes the worst part: it is refused where the most frequent one decides", () => {
  const rubric = { formula: '"旭市型"' };
  const [worst, majority] = (["worst", "majority"] as const).map((rule) => {
    const { sheet, graded } = only(THREE, rule);
    return gradeFormula(sheet, graded, rubric);
  });
  expect(worst).toHaveProperty("formula");
  expect(majority).toEqual({ refused: expect.stringContaining("最も低い区分") as string });
});
