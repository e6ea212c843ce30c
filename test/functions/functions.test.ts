import fc from "fast-check";
import { ErrorCode, FunctionError, outcome } from "./stand-in";
import {
  check,
  direction,
  expected,
  explain,
  grade,
  rate,
  rubric,
  share,
  status,
  summary,
  unit,
  value,
  year,
} from "../../src/functions/functions";

const c = (cell: unknown): unknown[][] => [[cell]];
const one = (call: () => unknown[][]): unknown => {
  const result = outcome(call);
  return Array.isArray(result) ? (result as unknown[][])[0]?.[0] : result;
};
const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

describe("shapes", () => {
  test("a single cell serves a whole column", () => {
    expect(grade(c("91件"), column("114件", "95件", "-"), c("200件"))).toEqual(column("A", "B", "―"));
  });
  test("a block spills as a block", () => {
    expect(grade([[10, 10]], [[10, 20]], [["20", "20"]])).toEqual([["C", "S"]]);
  });
  test("directions and expected shares may differ by row", () => {
    const result = grade(column(100, 100), column(90, 90), column(80, 120), column("減少", "増加"));
    expect(result).toEqual(column("A", "D"));
    expect(grade(column(0, 0), column(40, 40), c(100), c("増加"), c("宮城県型"), column(0.5, "100%"))).toEqual(
      column("B", "D"),
    );
  });
  test("ranges of different size are refused with both sizes", () => {
    expect(outcome(() => grade(column(1, 2), column(1, 2, 3), c("5")))).toMatch(/^#VALUE!.*基準値.*2行×1列.*3行×1列/);
    expect(outcome(() => grade([[1], [2, 3]], column(1, 2), c("5")))).toMatch(/^#VALUE!/);
    expect(outcome(() => check(c(1), column(1, 2), c("5"), column("A", "B", "C")))).toMatch(/^#VALUE!.*評価/);
  });
  test("an error in one row leaves the others alone", () => {
    const broken = new FunctionError(ErrorCode.divisionByZero);
    const result = grade(column(10, 10, 10), column("12", broken, "約?"), c("20"));
    expect(result[0]).toEqual(["A"]);
    expect(result[1]?.[0]).toBe(broken);
    expect(result[2]?.[0]).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("約?") as string });
  });
  test("in a single call the cell's own error is thrown", () => {
    const broken = new FunctionError(ErrorCode.divisionByZero);
    expect(() => grade(c(10), c(broken), c(20))).toThrow(broken);
    expect(() => value(c(broken))).toThrow(broken);
    expect(() => summary(column("A", broken))).toThrow(broken);
  });
});

describe.each([
  ["null, as newer Excel hands over", null],
  ["an empty text, as a formula gives", ""],
  ["spaces", "　 "],
])("a blank cell as %s", (_, blank) => {
  test("no actual", () => expect(one(() => grade(c("10"), c(blank), c("20")))).toBe("―"));
  test("no baseline", () => {
    expect(one(() => grade(c(blank), c("25"), c("20")))).toBe("S");
    expect(one(() => grade(c(blank), c("15"), c("20")))).toBe("―");
  });
  test("no target", () => expect(one(() => grade(c("10"), c("20"), c(blank)))).toBe("A"));
  test("blank options", () =>
    expect(one(() => grade(c("10"), c("20"), c("20"), c(blank), c(blank), c(blank)))).toBe("S"));
  test("VALUE and YEAR cannot be known", () => {
    expect(one(() => value(c(blank)))).toMatch(/^#N\/A/);
    expect(one(() => year(c(blank)))).toMatch(/^#N\/A/);
    expect(one(() => unit(c(blank)))).toBe("");
  });
  test("CHECK names it", () =>
    expect(one(() => check(c("60"), c("65"), c("100"), c(blank)))).toBe("評価は空欄、計算ではB（+8.3%）"));
  test("DIRECTION has nothing to look at", () => expect(one(() => direction(c(blank)))).toMatch(/^#N\/A/));
});

describe("a blank cell as 0, as Excel LTSC hands over", () => {
  const sentence = "#N/A 目標値が空欄か0です。0が目標なら方向を指定してください";
  test("a target of 0 without direction may be blank", () => {
    expect(one(() => grade(c(9), c(5), c(0)))).toBe(sentence);
    expect(one(() => rate(c(9), c(5), c(0)))).toBe(sentence);
    expect(one(() => explain(c(9), c(5), c(0)))).toBe(sentence);
    expect(one(() => check(c(9), c(5), c(0), c("A")))).toBe(sentence);
  });
  test("with a direction or a unit it is a real 0", () => {
    expect(one(() => grade(c(9), c(5), c(0), c("減少")))).toBe("A");
    expect(one(() => grade(c("9人"), c("0人"), c("0人")))).toBe("S");
    expect(one(() => rate(c(9), c(3), c(0), c("減少")))).toBeCloseTo(2 / 3, 12);
  });
  test("no actual comes before an unknown target", () => expect(one(() => grade(c(9), c(null), c(0)))).toBe("―"));
  test("blank options", () => expect(one(() => grade(c(10), c(20), c("20"), c(0), c(0), c(0)))).toBe("S"));
  test("EXPLAIN says that a 0 may be an empty cell", () => {
    const text = one(() => explain(c(0), c(0), c("10")));
    expect(text).toContain("基準値の0は空欄かもしれません");
    expect(text).toContain("実績値の0は空欄かもしれません");
    expect(one(() => explain(c("0人"), c("0人"), c("10人")))).not.toContain("空欄");
  });
});

test("omitted arguments arrive as null or not at all", () => {
  const nothing = null as unknown as undefined;
  expect(one(() => grade(c("10"), c("20"), c("20"), nothing, nothing, nothing))).toBe("S");
  expect(one(() => grade(c("10"), c("20"), c("20")))).toBe("S");
  expect(rubric(nothing)).toEqual(rubric());
  expect(rubric()).toHaveLength(16);
});

test.each([
  ["text numbers", () => grade(c("100"), c("110"), c("200")), "A"],
  ["a reference without figures", () => grade(c("60%"), c("63%"), c("全国平均以上")), /^#N\/A .*全国平均以上/],
  ["the same in RATE", () => rate(c("60%"), c("63%"), c("全国平均以上")), /^#N\/A/],
  ["増加 has no progress rate", () => rate(c("60%"), c("63%"), c("増加")), /^#N\/A .*増加/],
  ["増加 has a change rate", () => rate(c("60"), c("63"), c("増加"), null as never, c("変化率")), 0.05],
  ["no span", () => rate(c(10), c(12), c("10")), /^#N\/A .*進捗率/],
  ["attainment of 0", () => rate(c(10), c(12), c("0人"), c("減少"), c("達成率")), /^#N\/A .*達成率/],
  ["attainment of 維持", () => rate(c("100"), c("95"), c("維持"), null as never, c("達成率")), 0.95],
  ["a wrong method", () => rate(c(10), c(12), c("20"), null as never, c("勘")), /^#VALUE! .*勘/],
  ["a wrong direction", () => grade(c(10), c(12), c("20"), c("ななめ")), /^#VALUE! .*ななめ/],
  ["a kind as direction", () => rate(c(17.5), c(17.3), c(13.1), c("進捗割合型Ⅱ")), 0.2 / 4.4],
  ["a wrong rubric", () => grade(c(10), c(12), c("20"), null as never, c("ない型")), /^#VALUE! .*ない型.*旭市型/],
  [
    "a broken rubric table",
    () =>
      grade(c(10), c(12), c("20"), null as never, [
        ["評価", "条件"],
        ["A", "がんばった"],
      ]),
    /^#VALUE! .*がんばった/,
  ],
  ["expected 50 without %", () => grade(c(0), c(4), c("10"), null as never, c("宮城県型"), c(50)), /^#VALUE! .*50/],
  ["expected in words", () => grade(c(0), c(4), c("10"), null as never, c("宮城県型"), c("半分")), /^#VALUE!/],
  ["expected 0.5", () => grade(c("0"), c("4"), c("10"), null as never, c("宮城県型"), c(0.5)), "B"],
  ["TRUE is no value", () => grade(c(true), c(4), c("10")), /^#VALUE!/],
  ["a percent without its sign", () => grade(c("61.3%"), c(68.4), c("66.3%")), /^#VALUE! .*68\.4/],
  ["a percent as Excel keeps it", () => grade(c("61.3%"), c(0.684), c("66.3%")), "S"],
  ["more than 100 %", () => grade(c("90%"), c(1.2), c("100%")), "S"],
  ["two values in one cell", () => value(c("33.6% 14.4%")), /^#N\/A .*2つ/],
  ["words", () => value(c("増加")), /^#N\/A/],
  ["unreadable", () => value(c("約?")), /^#VALUE! .*約\?/],
  ["first of a total", () => value(c("7(16)")), 7],
  ["a number stays", () => value(c(12.5)), 12.5],
  ["a unit in a name", () => unit(c("人口（人）")), "人"],
  ["a year as a number", () => year(c(2021)), 2021],
  ["an era year as a number", () => year(c(30)), 2018],
  ["no year", () => year(c("件")), /^#VALUE! .*件/],
  ["expected before the baseline", () => expected(c(1), c(2018), c(2), c(2024), c(2017)), /^#N\/A/],
  ["expected of words", () => expected(c(1), c(2018), c("増加"), c(2024), c(2020)), /^#N\/A .*増加/],
  ["expected with a wrong year", () => expected(c(1), c("いつか"), c(2), c(2024), c(2020)), /^#VALUE! .*いつか/],
  ["a direction that contradicts", () => direction(c("要介護等認定率"), c("14.1%"), c("17.0%")), /^要確認：.+/],
  ["a name that says nothing", () => direction(c("指標その1")), /^要確認：.+/],
  ["a target that decides", () => direction(c("指標その1"), c("10"), c("5以下")), "減少"],
  [
    "a grade outside the rubric",
    () => check(c(60), c(65), c("100"), c("◎")),
    "評価「◎」は旭市型の区分にありません。計算ではB（+8.3%）",
  ],
  [
    "CHECK by a rate of the way",
    () => check(c(0), c(40), c("100"), c("A"), c("増加"), c("宮城県型")),
    "評価はA、計算ではD（40.0%）",
  ],
])("%s", (_, call, result) => {
  const found = one(call);
  if (typeof result === "number") expect(found).toBeCloseTo(result, 12);
  else if (result instanceof RegExp) expect(found).toMatch(result);
  else expect(found).toBe(result);
});

describe("tables", () => {
  test("SUMMARY without groups, blanks left out, foreign marks apart", () => {
    expect(summary(column("S", null, "A", "◎", ""))).toEqual([
      ["グループ", "S", "A", "B", "C", "D", "―", "その他", "計", "Sの割合"],
      ["全体", 1, 1, 0, 0, 0, 0, 1, 3, 0.5],
    ]);
  });
  test("SUMMARY with nothing graded has no share", () => {
    expect(summary(column("-"))[1]).toEqual(["全体", 0, 0, 0, 0, 0, 1, 1, ""]);
  });
  test("SUMMARY by another rubric", () => {
    expect(summary(column("◎", "△"), column("x", "x"), c("いの町型"))[0]?.slice(1, -2)).toEqual([
      "◎",
      "○",
      "△",
      "×",
      "―",
      "評価なし",
    ]);
  });
  test("SUMMARY refuses groups of another size", () => {
    expect(outcome(() => summary(column("A", "B"), column("x", "y", "z")))).toMatch(/^#VALUE!.*グループ/);
  });
  test("SHARE counts spellings together and refuses unknown roundings", () => {
    expect(share(column("順調", "おおむね順調", "概ね順調"))).toEqual([
      ["状況", "件数", "割合（％）"],
      ["順調", 1, 33.3],
      ["概ね順調", 2, 66.7],
    ]);
    expect(outcome(() => share(column("順調"), c("切り捨て")))).toMatch(/^#VALUE!.*切り捨て/);
    expect(share(column(null))).toEqual([["状況", "件数", "割合（％）"]]);
  });
  test("STATUS of nothing, of wrong methods and of a rubric without points", () => {
    expect(status(column("-", null))).toBe("―");
    expect(outcome(() => status(column("A"), c("平均")))).toMatch(/^#VALUE!.*平均/);
    const table = [
      ["○", "目標達成"],
      ["×", "それ以外"],
    ];
    expect(outcome(() => status(column("○"), c("平均点"), table))).toMatch(/^#VALUE!.*点数/);
    expect(status(column("○", "×"), c("最低"), table)).toBe("×");
  });
  test("results never hold null", () => {
    const tables = [rubric(), rubric(c("旭市型")), summary(column("A", "-")), share(column("順調"))];
    for (const cell of tables.flat(2)) expect(["string", "number"]).toContain(typeof cell);
  });
});

test("whatever stands in the cells, the answer is a grade or an Excel error", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.constantFrom<unknown>(null, "", 0, true, "増加", "7(16)", "-", "20～30", "男性1 女性2", "84.6%"),
  );
  fc.assert(
    fc.property(cell, cell, cell, cell, (baseline, actual, target, way) => {
      for (const call of [grade, explain, rate]) {
        const found = one(() => call(c(baseline), c(actual), c(target), c(way)));
        expect(["string", "number"]).toContain(typeof found);
        expect(found).not.toBeNaN();
      }
    }),
    { numRuns: 500 },
  );
});
