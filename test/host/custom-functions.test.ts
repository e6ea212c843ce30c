/** Custom functions through the real runtime of office.js. */
import type { Calculator, Result } from "../../workbench/model/calculator";
import type { CellValue } from "../../workbench/model/cell";
import type { FunctionMetadata } from "../../workbench/host/custom-functions";
import { LTSC_2021 } from "../../workbench/host/requirements";
import type { Workbook } from "../../workbench/model/workbook";
import { session, sheetOf, workbook, type Rows } from "./support";

const matrix = { dimensionality: "matrix" };
const FUNCTIONS: readonly FunctionMetadata[] = [
  { id: "DOUBLE", name: "DOUBLE", parameters: [{}] },
  { id: "SLOW", name: "SLOW", parameters: [{}] },
  {
    id: "EACH",
    name: "EACH",
    parameters: [matrix, { ...matrix, optional: true }],
    options: { allowErrorForDataTypeAny: true },
  },
  { id: "FAIL", name: "FAIL", parameters: [{}] },
  { id: "GONE", name: "GONE", parameters: [{}] },
];

/** =KPI.NAME(A1, B1:C2) and nothing else: enough to call functions, the engine has tests of its own. */
const callsOnly: Calculator = {
  recalculate(book, changed) {
    const places = changed === "all" ? [] : changed;
    const sheets = new Set(places.map(({ sheet }) => sheet));
    for (const sheet of sheets) {
      for (const [row, column, cell] of [...sheet.cells()]) {
        const call = /^=(KPI\.\w+)\((.*)\)$/.exec(cell.formula ?? "");
        if (!call || !book.customFunctions) continue;
        const place = { sheet, row, column };
        const args = (call[2] ?? "").split(",").map((text) => {
          const found = book.find(text, sheet);
          if (!found) return undefined;
          const values: (CellValue | null)[][] = [];
          for (let r = found.area.top; r <= found.area.bottom; r++) {
            values.push([]);
            for (let c = found.area.left; c <= found.area.right; c++) {
              const value = found.sheet.value(r, c);
              values.at(-1)?.push(value === "" ? null : value);
            }
          }
          return values;
        });
        const result: Result = book.customFunctions.call(call[1] ?? "", args, place);
        book.setResult(place, result);
      }
    }
  },
  structureChanged() {},
};

function functionBook(rows: Rows): Workbook {
  const book = workbook({ 表: rows });
  book.calculator = callsOnly;
  return book;
}

const options = { functions: FUNCTIONS };

/** What the add-in's own script does. */
function associate(functions: typeof CustomFunctions): string[] {
  const calls: string[] = [];
  functions.associate("DOUBLE", (value: number) => {
    calls.push(`DOUBLE ${String(value)}`);
    return value * 2;
  });
  functions.associate("SLOW", async (value: number) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return value + 1;
  });
  functions.associate("EACH", (values: unknown[][] | null, more: unknown[][] | null) => {
    calls.push(`EACH ${JSON.stringify(values)} ${JSON.stringify(more)}`);
    return (values ?? [["-"]]).map((row) =>
      row.map((value) => (value === null || typeof value === "object" ? "?" : `${String(value)}!`)),
    );
  });
  functions.associate("FAIL", () => {
    throw new functions.Error(functions.ErrorCode.notAvailable, "目標値がありません");
  });
  return calls;
}

test("a cell shows #BUSY! until the runtime answers, then the result; one message for all", () =>
  session(
    functionBook([
      [1, "=KPI.DOUBLE(A1)"],
      [2, "=KPI.DOUBLE(A2)"],
      [3, "=KPI.SLOW(A3)"],
    ]),
    async ({ office, model, run }) => {
      const calls = associate(office.CustomFunctions);
      const sheet = sheetOf(model, "表");
      expect(sheet.value(0, 1)).toBe("#BUSY!");
      const [type] = await run(async (context) => {
        const range = context.workbook.worksheets.getItem("表").getRange("B1").load("valueTypes");
        await context.sync();
        return range.valueTypes[0] ?? [];
      });
      expect(type).toBe("Error");
      await office.host.functions.settled();
      expect([0, 1, 2].map((row) => sheet.value(row, 1))).toEqual([2, 4, 4]);
      expect(office.host.functions.batches).toBe(1);
      expect(calls).toEqual(["DOUBLE 1", "DOUBLE 2"]);
      // only the cell whose argument changed is called again
      await run(async (context) => {
        context.workbook.worksheets.getItem("表").getRange("A2").values = [[21]];
        await context.sync();
      });
      expect(sheet.value(1, 1)).toBe("#BUSY!");
      await office.host.functions.settled();
      expect(sheet.value(1, 1)).toBe(42);
      expect(office.host.functions.calls).toBe(4);
    },
    options,
  ));

test("a spilled result fills its neighbours; blanks arrive as null, omitted arguments as null", () =>
  session(
    functionBook([
      ["甲", "", "=KPI.EACH(A1:B2)"],
      [7, "#N/A"],
    ]),
    async ({ office, model }) => {
      const calls = associate(office.CustomFunctions);
      await office.host.functions.settled();
      const sheet = sheetOf(model, "表");
      expect([
        [sheet.value(0, 2), sheet.value(0, 3)],
        [sheet.value(1, 2), sheet.value(1, 3)],
      ]).toEqual([
        ["甲!", "?"],
        ["7!", "?"],
      ]);
      expect(calls[0]).toMatch(/^EACH \[\["甲",null\],\[7,.*\]\] null$/);
      expect(sheet.cell(1, 3)?.spilledFrom).toEqual({ row: 0, column: 2 });
      // something in the way
      model.edit(sheet, 1, 3, "邪魔");
      expect(sheet.value(0, 2)).toBe("#SPILL!");
      expect([sheet.value(0, 3), sheet.value(1, 3)]).toEqual(["", "邪魔"]);
    },
    options,
  ));

test("older Excel hands over a blank cell as 0", () =>
  session(
    functionBook([["", "=KPI.EACH(A1:A1)", "=KPI.EACH(,A1)"]]),
    async ({ office }) => {
      const calls = associate(office.CustomFunctions);
      await office.host.functions.settled();
      expect(calls).toEqual(["EACH [[0]] null", "EACH null [[0]]"]);
    },
    { ...options, requirements: LTSC_2021, blank: 0 },
  ));

test("errors: of the function with its message, of the arguments, of a call that fits no function", () =>
  session(
    functionBook([
      [1, "=KPI.FAIL(A1)"],
      ["#DIV/0!", "=KPI.DOUBLE(A2)"],
      [1, "=KPI.DOUBLE(A3,A3)"],
      [1, "=KPI.NOWHERE(A4)"],
      [1, "=KPI.GONE(A5)"],
    ]),
    async ({ office, model }) => {
      associate(office.CustomFunctions);
      await office.host.functions.settled();
      const sheet = sheetOf(model, "表");
      expect([0, 1, 2, 3, 4].map((row) => sheet.value(row, 1))).toEqual([
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#VALUE!",
      ]);
      expect(office.host.functions.messageAt({ sheet, row: 0, column: 1 })).toBe("目標値がありません");
    },
    options,
  ));

test("10,000 calls go in one message", () =>
  session(
    functionBook(Array.from({ length: 10_000 }, (_, i) => [i, `=KPI.DOUBLE(A${i + 1})`])),
    async ({ office, model }) => {
      associate(office.CustomFunctions);
      await office.host.functions.settled();
      expect(sheetOf(model, "表").value(9_999, 1)).toBe(19_998);
      expect(office.host.functions.batches).toBe(1);
    },
    options,
  ));
