import fc from "fast-check";
import { isFormula, readsAsSomethingElse, sameContent, storedFormula, typed } from "../../src/excel/contents";
import type { CellValue } from "../../src/sheet/types";
import { typed as excelReads } from "../../workbench/model/typing";

const FORMATS = ["General", "@", "0%", "#,##0"];

describe("what is typed into a cell", () => {
  test.each<[CellValue, string, CellValue]>([
    ["A", "General", "A"],
    ["", "General", ""],
    [12.5, "General", 12.5],
    [true, "General", true],
    ['=KPI.GRADE(F5&"",G5&"",H5&"")', "General", '=KPI.GRADE(F5&"",G5&"",H5&"")'],
    ["―", "General", "―"],
    ["-", "General", "'-"],
    ["-5人", "General", "'-5人"],
    ["+3", "@", "'+3"],
    ["@担当", "General", "'@担当"],
    ["'=1+1", "General", "'=1+1"],
    ["'quoted'", "General", "''quoted'"],
    ["=", "General", "'="],
    ["001", "General", "'001"],
    ["001", "@", "001"],
    ["１２", "General", "'１２"],
    ["1/2", "General", "'1/2"],
    ["4月1日", "General", "'4月1日"],
    ["H30.4.1", "General", "'H30.4.1"],
    ["令和3年4月1日", "General", "'令和3年4月1日"],
    ["84.6%", "General", "'84.6%"],
    ["¥1,000", "General", "'¥1,000"],
    ["(5)", "General", "'(5)"],
    ["5E3", "General", "'5E3"],
    ["3-Jan", "General", "'3-Jan"],
    ["TRUE", "General", "'TRUE"],
    ["#N/A", "General", "'#N/A"],
    ["91件 (30年)", "General", "91件 (30年)"],
    ["3年度", "General", "3年度"],
    ["7(16)件", "General", "7(16)件"],
    ["May be", "@", "May be"],
    ["目標達成", "General", "目標達成"],
  ])("%j in a %s cell is written as %j", (content, format, expected) => {
    expect(typed(content, format)).toBe(expected);
  });

  test("any text arrives as itself, and never as a formula", () => {
    const piece = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "'",
      "1",
      "0",
      "/",
      ".",
      "%",
      ",",
      "年",
      "月",
      "日",
      "件",
      "H",
      "E",
      " ",
      "(",
      ")",
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...FORMATS), (raw, format) => {
        // A text as plans write it: one that begins with "=" carries its apostrophe, nothing else does.
        fc.pre(!raw.startsWith("'"));
        const content = raw.startsWith("=") ? `'${raw}` : raw;
        const read = excelReads(typed(content, format), format, 2026);
        expect(read.formula).toBeNull();
        expect(read.value).toBe(raw);
        expect(sameContent(storedFormula(read.value, read.value), content)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what a cell holds", () => {
  test("a text that begins with = is no formula", () => {
    expect(storedFormula("=1+1", "=1+1")).toBe("'=1+1");
    expect(storedFormula("=1+1", 2)).toBe("=1+1");
    expect(storedFormula("=A1", "x")).toBe("=A1");
    expect(isFormula("'=1+1")).toBe(false);
    expect(isFormula("=")).toBe(false);
  });

  test.each<[CellValue, CellValue, boolean]>([
    ["A", "A", true],
    ["A", "B", false],
    ["1", 1, false],
    ["", 0, false],
    ["'-5人", "-5人", true],
    ["一行目\r\n二行目", "一行目\n二行目", true],
    ["=kpi.grade( a1 )", "=KPI.GRADE(A1)", true],
    ['=IF(A1="ab","x","y")', '=if( A1 = "ab" , "x","y")', true],
    ['=IF(A1="ab","x","y")', '=IF(A1="AB","x","y")', false],
    ["'=1+1", "=1+1", false],
    [true, "TRUE", false],
  ])("%j and %j: %s", (a, b, same) => {
    expect(sameContent(a, b)).toBe(same);
    expect(sameContent(b, a)).toBe(same);
  });

  test("words are no figures", () => {
    for (const text of ["増加", "現状維持", "H30年度", "第3期", "約500人", "A", "未公表"])
      expect([text, readsAsSomethingElse(text)]).toEqual([text, false]);
  });
});
