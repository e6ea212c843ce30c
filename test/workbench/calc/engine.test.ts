import fc from "fast-check";
import type { Argument, CustomFunctionCaller } from "../../../workbench/model/calculator";
import type { CellValue } from "../../../workbench/model/cell";
import type { Sheet } from "../../../workbench/model/sheet";
import { Workbook } from "../../../workbench/model/workbook";
import { FormulaEngine } from "../../../workbench/calc";
import { parseArea } from "../../../workbench/model/address";

/** 2026-11-20 noon. */
const NOW = 46346.5;

interface Given {
  readonly [address: string]: CellValue;
}

/** A book with sheets 様式 and 設定, filled cell by cell; formulas are worked out as they are written. */
function bookOf(form: Given, settings: Given = {}, custom: CustomFunctionCaller | null = null) {
  const book = new Workbook();
  const sheets = { 様式: book.addSheet("様式", "load"), 設定: book.addSheet("設定", "load") };
  book.calculator = new FormulaEngine(() => NOW);
  book.customFunctions = custom;
  const put = (sheet: Sheet, given: Given) => {
    for (const [address, input] of Object.entries(given)) {
      const area = parseArea(address)!;
      const formula = typeof input === "string" && input.startsWith("=") ? input : null;
      book.write(sheet, area.top, area.left, formula ? { formula } : { value: input }, "api");
    }
  };
  put(sheets.設定, settings);
  put(sheets.様式, form);
  const at = (address: string, sheet: Sheet = sheets.様式) => {
    const area = parseArea(address)!;
    return sheet.value(area.top, area.left);
  };
  const set = (given: Given) => put(sheets.様式, given);
  return { book, at, set, sheets };
}

const FORM: Given = {
  A1: "指標", B1: "基準", C1: "実績", D1: "目標", E1: "評価",
  A2: "人口", B2: 100, C2: 110, D2: 120, E2: "A",
  A3: "待機児童", B3: 10, C3: 5, D3: 0, E3: "S",
  A4: "観光客", B4: 50, C4: 40, D4: 60, E4: "D",
  A5: "図書貸出", B5: 0, D5: 5, E5: "a", F5: true, F6: "12", F7: "#N/A", F8: 46346,
}; // prettier-ignore

/** Formula → what Excel gives over FORM and 設定!A1:B3. */
const TABLE: readonly (readonly [formula: string, result: CellValue])[] = [
  ["=1+2*3", 7],
  ["=(1+2)*3", 9],
  ["=-2^2", 4],
  ["=2^3^2", 64],
  ["=10%", 0.1],
  ["=50%*2", 1],
  ['="a"&1&TRUE', "a1TRUE"],
  ["=1.1-1-0.1", 0],
  ["=0.1+0.2=0.3", false],
  ["=1/0", "#DIV/0!"],
  ['="x"+1', "#VALUE!"],
  ['="12"+1', 13],
  ["=F6*2", 24],
  ["=F5+1", 2],
  ["=F7+1", "#N/A"],
  ['=C5=""', true],
  ["=C5=0", true],
  ['=E5="A"', true],
  ['="a"<"B"', true],
  ["=1<\"a\"", true],
  ['=IF(C5="","未",C5/D5)', "未"],
  ["=IF(C2>B2,\"改善\",\"悪化\")", "改善"],
  ["=IF(TRUE,,2)", 0],
  ["=IF(FALSE,1)", false],
  ["=IF(C2>=D2,\"S\",IF((C2-B2)/ABS(B2)>=0.1,\"A\",\"B\"))", "A"],
  ["=IFERROR(B2/B5,\"―\")", "―"],
  ["=IFNA(F7,\"なし\")", "なし"],
  ["=IFS(C2<100,1,C2<200,2)", 2],
  ["=IFS(FALSE,1)", "#N/A"],
  ["=SWITCH(E2,\"S\",5,\"A\",4,0)", 4],
  ["=SWITCH(E4,\"S\",5,0)", 0],
  ["=CHOOSE(2,\"a\",\"b\")", "b"],
  ["=AND(C2>1,D2>1)", true],
  ["=OR(FALSE,C5)", false],
  ["=NOT(F5)", false],
  ["=SUM(C2:C5)", 155],
  ["=SUM(B2:B5,1,\"2\")", 163],
  ["=SUM(F5:F6)", 0],
  ["=SUM(F7:F8)", "#N/A"],
  ["=SUM(A:A,C:C)", 155],
  ["=SUM(2:2)", 330],
  ["=AVERAGE(C2:C5)", 155 / 3],
  ["=AVERAGE(A1:A5)", "#DIV/0!"],
  ["=MAX(C2:C5)-MIN(C2:C5)", 105],
  ["=MAX(A1:A5)", 0],
  ["=COUNT(A2:F6)", 11],
  ["=COUNTA(A2:C5)", 11],
  ["=COUNTBLANK(A2:C5)", 1],
  ["=MEDIAN(C2:C4)", 40],
  ["=LARGE(C2:C4,2)", 40],
  ["=SMALL(C2:C4,1)", 5],
  ["=RANK(C3,C2:C4)", 3],
  ["=RANK(C3,C2:C4,1)", 1],
  ["=ROUND(STDEV.P(C2:C4),4)", 43.6527],
  ["=COUNTIF(E2:E5,\"A\")", 2],
  ["=COUNTIF(E2:E5,\"<>A\")", 2],
  ["=COUNTIF(C2:C5,\">=40\")", 2],
  ["=COUNTIF(C2:C5,\"\")", 1],
  ["=COUNTIF(A2:A5,\"*客\")", 1],
  ["=COUNTIF(A2:A5,\"????\")", 2],
  ["=COUNTIF(C2:C5,40)", 1],
  ["=COUNTIFS(E2:E5,\"A\",C2:C5,\">0\")", 1],
  ["=SUMIF(E2:E5,\"A\",C2:C5)", 110],
  ["=SUMIF(E2:E5,\"A\",C2)", 110],
  ["=SUMIF(C2:C5,\">10\")", 150],
  ["=SUMIFS(C2:C5,E2:E5,\"D\",B2:B5,\">1\")", 40],
  ["=AVERAGEIF(C2:C5,\">10\")", 75],
  ["=AVERAGEIFS(C2:C5,E2:E5,\"Z\")", "#DIV/0!"],
  ["=MAXIFS(C2:C5,E2:E5,\"<>A\")", 40],
  ["=SUMPRODUCT(B2:B4,C2:C4)", 13050],
  ["=SUMPRODUCT((E2:E5=\"A\")*(C2:C5>0))", 1],
  ["=SUMPRODUCT(--(C2:C4>=B2:B4))", 1],
  ["=SUBTOTAL(9,C2:C5)", 155],
  ["=ROUND(1.005,2)", 1.01],
  ["=ROUND(-2.5,0)", -3],
  ["=ROUND(1234.5,-2)", 1200],
  ["=ROUNDUP(1.001,2)", 1.01],
  ["=ROUNDDOWN(-1.999,2)", -1.99],
  ["=INT(-1.5)", -2],
  ["=TRUNC(-1.5)", -1],
  ["=MOD(-3,2)", 1],
  ["=ABS(-5)", 5],
  ["=SQRT(-1)", "#NUM!"],
  ["=SIGN(-5)+LN(1)", -1],
  ["=VLOOKUP(\"観光客\",A2:E5,3,FALSE)", 40],
  ["=VLOOKUP(\"なし\",A2:E5,3,FALSE)", "#N/A"],
  ["=VLOOKUP(\"観光*\",A2:E5,3,0)", 40],
  ["=VLOOKUP(\"人口\",A2:E5,9,FALSE)", "#REF!"],
  ["=VLOOKUP(0.15,設定!A1:B3,2)", "B"],
  ["=HLOOKUP(\"実績\",A1:E5,3,FALSE)", 5],
  ["=XLOOKUP(\"人口\",A2:A5,C2:C5)", 110],
  ["=XLOOKUP(\"x\",A2:A5,C2:C5,\"なし\")", "なし"],
  ["=XLOOKUP(0.15,設定!A1:A3,設定!B1:B3,,-1)", "B"],
  ["=LOOKUP(0.25,設定!A1:A3,設定!B1:B3)", "A"],
  ["=MATCH(\"観光客\",A1:A5,0)", 4],
  ["=MATCH(0.15,設定!A1:A3)", 2],
  ["=INDEX(A1:E5,4,3)", 40],
  ["=INDEX(A1:A5,4)", "観光客"],
  ["=INDEX(C2:C5,MATCH(\"待機児童\",A2:A5,0))", 5],
  ["=SUM(INDEX(A1:E5,0,3))", 155],
  ["=INDEX(A1:E5,9,1)", "#REF!"],
  ["=SUM(OFFSET(C1,1,0,2,1))", 115],
  ["=INDIRECT(\"C\"&2)", 110],
  ["=INDIRECT(\"設定!B2\")", "B"],
  ["=ROW(C4)", 4],
  ["=COLUMN(C4)", 3],
  ["=ROWS(A2:A5)", 4],
  ["=LEN(\"評価S\")", 3],
  ["=LEFT(A3,2)&RIGHT(A3,1)&MID(A3,2,2)", "待機童機児"],
  ["=FIND(\"客\",A4)", 3],
  ["=FIND(\"x\",A4)", "#VALUE!"],
  ["=SEARCH(\"光?\",A4)", 2],
  ["=SUBSTITUTE(\"a-b-c\",\"-\",\"/\",2)", "a-b/c"],
  ["=TRIM(\"  a  b \")", "a b"],
  ["=TEXTJOIN(\"・\",TRUE,A2:A5)", "人口・待機児童・観光客・図書貸出"],
  ["=CONCAT(E2:E4,\"!\")", "ASD!"],
  ["=TEXT(0.846,\"0.0%\")", "84.6%"],
  ["=TEXT(F8,\"ggge年m月d日\")", "令和8年11月20日"],
  ["=TEXT(1234.5,\"#,##0\")", "1,235"],
  ["=TEXT(\"なし\",\"0\")", "なし"],
  ["=VALUE(\"１２\")", 12],
  ["=VALUE(\"x\")", "#VALUE!"],
  ["=ASC(\"ＡＢＣ１２ガ\")", "ABC12ｶﾞ"],
  ["=JIS(\"AB1ｶﾞ\")", "ＡＢ１ガ"],
  ["=EXACT(\"a\",\"A\")", false],
  ["=REPT(\"★\",3)", "★★★"],
  ["=DATE(2026,11,20)", 46346],
  ["=YEAR(F8)*100+MONTH(F8)", 202611],
  ["=DATEDIF(DATE(2019,5,1),F8,\"Y\")", 7],
  ["=DATEDIF(DATE(2026,1,31),F8,\"MD\")", 20],
  ["=EDATE(DATE(2026,1,31),1)", 46081],
  ["=EOMONTH(DATE(2026,2,1),0)", 46081],
  ["=WEEKDAY(F8,2)", 5],
  ["=TODAY()", 46346],
  ["=ISNUMBER(C5)", false],
  ["=ISBLANK(C5)", true],
  ["=ISERROR(F7)", true],
  ["=ISTEXT(A2)", true],
  ["=LET(x,C2,y,B2,(x-y)/y)", 0.1],
  ["=設定!A2*2", 0.2],
  ["='設定'!B1", "C"],
  ["=無い!A1", "#REF!"],
  ["=#REF!+1", "#REF!"],
  ["=基準値", 100],
  ["=SUM(実績一覧)", 155],
  ["=率", 0.1],
  ["=知らない名前", "#NAME?"],
  ["=UNKNOWN.FUNCTION(1)", "#NAME?"],
  ["=PHONETIC(A2)", "#NAME?"],
  ["=1+", "#NAME?"],
  ["=A2", "人口"],
  ["=C5", 0],
  ["=SUM({1,2;3,4})", 10],
  ["=1=1=TRUE", true],
  ["=\"改\n行\"", "改\n行"],
]; // prettier-ignore

const SETTINGS: Given = { A1: 0, B1: "C", A2: 0.1, B2: "B", A3: 0.2, B3: "A" };

describe("formulas", () => {
  const { book, at, set, sheets } = bookOf(FORM, SETTINGS);
  const name = (text: string, formula: string) => book.names.push({ name: text, formula, sheetId: null, visible: true, comment: "" }); // prettier-ignore
  name("基準値", "様式!$B$2");
  name("実績一覧", "様式!$C$2:$C$5");
  name("率", "0.1");

  test.each(TABLE)("%s", (formula, result) => {
    set({ Z50: formula });
    const got = at("Z50");
    if (typeof result === "number" && typeof got === "number") expect(got).toBeCloseTo(result, 10);
    else expect(got).toBe(result);
  });

  test("hidden rows do not count where they should not", () => {
    sheets.様式.rows.set(1, 1, { hidden: true });
    set({ Z50: "=SUBTOTAL(109,C2:C5)", Z51: "=SUBTOTAL(9,C2:C5)", Z52: "=SUBTOTAL(9,Z50:Z51)" });
    expect([at("Z50"), at("Z51"), at("Z52")]).toEqual([45, 155, 0]);
    sheets.様式.rows.set(1, 1, { hidden: false });
  });

  test("references to tables", () => {
    book.tables.push({ id: "1", name: "指標表", sheetId: sheets.様式.id, area: parseArea("A1:E5")!, showHeaders: true, showTotals: false, style: "", added: false } as never); // prettier-ignore
    set({ Z50: "=SUM(指標表[実績])", Z51: "=ROWS(指標表)", Z52: "=指標表[[#Headers],[実績]]" });
    expect([at("Z50"), at("Z51"), at("Z52")]).toEqual([155, 4, "実績"]);
  });
});

describe("what depends on what", () => {
  test("chains follow, whatever the order in which they were written", () => {
    const { at, set } = bookOf({ C1: "=B1*2", B1: "=A1+1", A1: 1 });
    expect([at("B1"), at("C1")]).toEqual([2, 4]);
    set({ A1: 10 });
    expect([at("B1"), at("C1")]).toEqual([11, 22]);
  });

  test("a replaced formula lets its precedents go", () => {
    const { at, set } = bookOf({ A1: 1, B1: "=A1", C1: 5 });
    set({ B1: "=C1" });
    set({ A1: 100 });
    expect(at("B1")).toBe(5);
    set({ B1: "text" });
    set({ C1: 6 });
    expect(at("B1")).toBe("text");
  });

  test("ranges, large ranges and whole columns", () => {
    const { at, set } = bookOf({ B1: "=SUM(A1:A10)", B2: "=SUM(A1:A5000)", B3: "=SUM(A:A)" });
    set({ A7: 3 });
    expect([at("B1"), at("B2"), at("B3")]).toEqual([3, 3, 3]);
  });

  test("a circle is 0 and those behind it go on", () => {
    const { at } = bookOf({ A1: "=B1+1", B1: "=A1+1", C1: "=A1+5", D1: "=SUM(D1:D3)", E5: "=ROWS(E$1:E5)" });
    expect([at("A1"), at("B1"), at("C1"), at("D1"), at("E5")]).toEqual([0, 0, 5, 0, 5]);
  });

  test("ten thousand cells in a row", () => {
    const given: Record<string, CellValue> = { A1: 1 };
    const { book, sheets, at, set } = bookOf(given);
    book.hold();
    for (let row = 1; row < 10_000; row++) book.write(sheets.様式, row, 0, { formula: `=A${row}+1` }, "api");
    book.release();
    expect(at("A10000")).toBe(10_000);
    set({ A1: 2 });
    expect(at("A10000")).toBe(10_001);
  });

  test("a result that nobody here can work out stays as it was read", () => {
    const { book, at, set, sheets } = bookOf({ A1: 1 });
    const cell = { style: sheets.様式.style(0, 1), spilledFrom: null };
    sheets.様式.put(0, 1, { ...cell, formula: "=CUBEVALUE(A1)", value: "kept" });
    sheets.様式.put(0, 2, { ...cell, formula: "=[1]Sheet1!A1", value: 7 });
    book.calculator.structureChanged(book);
    set({ A1: 2, D1: "=C1+A1" });
    expect([at("B1"), at("C1"), at("D1")]).toEqual(["kept", 7, 9]);
  });

  test("arrays spill and are followed", () => {
    const { book, at, set } = bookOf({ A1: 1, A2: 2, A3: 3, C1: "=A1:A3*10", E1: "=SUM(C1:C3)", F1: "=SUM(C1#)" });
    expect([at("C1"), at("C2"), at("C3"), at("E1"), at("F1")]).toEqual([10, 20, 30, 60, 60]);
    set({ A2: 5 });
    expect([at("C2"), at("E1")]).toEqual([50, 90]);
    // as the host does around every request
    book.hold();
    set({ C3: "x" });
    book.release();
    expect(at("C1")).toBe("#SPILL!");
  });

  test("the engine agrees with plain arithmetic, whatever the edits", () => {
    const edit = fc.tuple(fc.nat(9), fc.integer({ min: -99, max: 99 }));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        const { at, set } = bookOf({ B1: "=SUM(A1:A10)", C1: "=B1*2-A1", D1: "=IF(C1>0,B1,C1)" });
        const cells = new Array<number>(10).fill(0);
        for (const [row, value] of edits) {
          cells[row] = value;
          set({ [`A${row + 1}`]: value });
          const sum = cells.reduce((a, b) => a + b, 0);
          const c = sum * 2 - cells[0]!;
          expect([at("B1"), at("C1"), at("D1")]).toEqual([sum, c, c > 0 ? sum : c]);
        }
      }),
    );
  });
});

describe("custom functions", () => {
  function caller() {
    const calls: { name: string; args: readonly Argument[] }[] = [];
    const answers = new Map<string, CellValue | CellValue[][]>();
    const custom: CustomFunctionCaller = {
      has: (name) => /^KPI\./i.test(name),
      call(name, args) {
        calls.push({ name, args });
        return answers.get(name) ?? "#BUSY!";
      },
    };
    return { calls, answers, custom };
  }

  test("get values, blanks as null and ranges as rows", () => {
    const { calls, answers, custom } = caller();
    answers.set("KPI.GRADE", "A");
    const { at } = bookOf({ A1: 1, A3: "x", B1: '=KPI.GRADE(A1,A2,A1:A3,"増加",,F7)&"!"', F7: "#N/A" }, {}, custom);
    expect(at("B1")).toBe("A!");
    expect(calls.at(-1)).toEqual({
      name: "KPI.GRADE",
      args: [1, null, [[1], [null], ["x"]], "増加", null, "#N/A"],
    });
  });

  test("at work: the cell and those behind it wait, even behind IFERROR", () => {
    const { answers, custom } = caller();
    const { book, at, sheets } = bookOf({ A1: '=IFERROR(KPI.GRADE(1),"―")', B1: '=IF(A1="A",1,2)' }, {}, custom);
    expect([at("A1"), at("B1")]).toEqual(["#BUSY!", "#BUSY!"]);
    answers.set("KPI.GRADE", "A");
    book.touch({ sheet: sheets.様式, row: 0, column: 0 });
    expect([at("A1"), at("B1")]).toEqual(["A", 1]);
  });

  test("tables spill", () => {
    const { answers, custom } = caller();
    answers.set("KPI.SUMMARY", [["評価", "件数"], ["A", 2]]); // prettier-ignore
    const { at } = bookOf({ A1: "=KPI.SUMMARY(C1:C9)", E1: "=B2*10" }, {}, custom);
    expect([at("A1"), at("B1"), at("A2"), at("B2"), at("E1")]).toEqual(["評価", "件数", "A", 2, 20]);
  });

  test("errors pass on", () => {
    const { answers, custom } = caller();
    answers.set("KPI.RATE", "#N/A");
    const { at } = bookOf({ A1: "=KPI.RATE(1)", B1: '=IFNA(KPI.RATE(1),"なし")' }, {}, custom);
    expect([at("A1"), at("B1")]).toEqual(["#N/A", "なし"]);
  });
});

test("formulas that cannot be read never throw", () => {
  const piece = fc.constantFrom("A1", "(", ")", ",", "+", "-", "=", '"', "'", "!", "{", "}", ":", "#", "@", "%", "SUM(", "設定!", "1", ".", "[", "]", "名"); // prettier-ignore
  const { set, at } = bookOf({ A1: 1 });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      set({ B9: `=${pieces.join("")}` });
      return at("B9") !== undefined;
    }),
    { numRuns: 500 },
  );
});
