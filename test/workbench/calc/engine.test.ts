import fc from "fast-check";
import type { Argument, CustomFunctionCaller } from "../../../workbench/model/calculator";
import type { CellValue } from "../../../workbench/model/cell";
import type { Sheet } from "../../../workbench/model/sheet";
import { Workbook } from "../../../workbench/model/workbook";
import { FormulaEngine } from "../../../workbench/calc";
import { parseArea } from "../../../workbench/model/address";
import { FORM, type Given, SETTINGS, TABLE } from "./table";

/** 2026-11-20 noon. */
const NOW = 46346.5;

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
