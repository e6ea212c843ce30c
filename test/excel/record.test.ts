import fc from "fast-check";
import { formatSteps, parseSteps, RECORD_CHARS, type Step } from "../../src/excel/record";

const content = fc.record({
  formula: fc.oneof(fc.string({ unit: "grapheme" }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
  numberFormat: fc.constantFrom("General", "@", "0.0%", '#,##0"人"'),
});
const anchor = fc.record({ row: fc.constant(4), column: fc.nat(3), content: fc.constant("人口") });
const cell = fc.record(
  {
    sheetId: fc.constantFrom("{1}", "{2}"),
    sheetName: fc.constant("様式1"),
    row: fc.nat(1_048_575),
    column: fc.nat(16_383),
    before: content,
    after: content,
    anchor,
  },
  { requiredKeys: ["sheetId", "sheetName", "row", "column", "before", "after"] },
);
const step: fc.Arbitrary<Step> = fc.record({
  id: fc.string(),
  at: fc.string(),
  cells: fc.array(cell, { maxLength: 20 }),
});

/** Cells are stored sheet by sheet. */
const sorted = (s: Step): Step => ({
  ...s,
  cells: [...s.cells].sort((a, b) => order(s, a.sheetId) - order(s, b.sheetId)),
});
const order = (s: Step, id: string): number => s.cells.findIndex((c) => c.sheetId === id);

test("what is stored is what was there", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
      const text = formatSteps(steps) ?? "";
      // JSON knows no minus zero.
      expect(JSON.stringify(parseSteps(text))).toBe(JSON.stringify(steps.map(sorted)));
    }),
  );
});

test.each([[undefined], [12], ["{"], ["[]"], ['{"version":1,"steps":[]}'], ['{"version":2,"steps":[{"id":1}]}']])(
  "a damaged record (%j) counts as none",
  (value) => {
    expect(parseSteps(value)).toEqual([]);
  },
);

function stepOf(id: string, chars: number): Step {
  const text = "あ".repeat(chars);
  return {
    id,
    at: "",
    cells: [
      {
        sheetId: "s",
        sheetName: "s",
        row: 0,
        column: 0,
        before: { formula: text, numberFormat: "General" },
        after: { formula: "A", numberFormat: "General" },
      },
    ],
  };
}

test("old steps make room, the newest stays; one that is too large is refused", () => {
  const half = RECORD_CHARS / 2;
  const steps = [stepOf("1", half), stepOf("2", half - 500), stepOf("3", 1_000)];
  expect(parseSteps(formatSteps(steps)).map(({ id }) => id)).toEqual(["2", "3"]);
  expect(formatSteps([stepOf("4", RECORD_CHARS)])).toBeNull();
  expect(parseSteps(formatSteps([]))).toEqual([]);
});

const SHEET = { sheetId: "{00000000-0001-0000-0000-000000000000}", sheetName: "様式" };
const FORMATS = { numberFormat: "General" };

/** A column of grades, one per row, recognised by the names of their rows. */
const column = (rows: number, after: (row: number) => string): Step => ({
  id: "1",
  at: "",
  cells: Array.from({ length: rows }, (_, row) => ({
    ...SHEET,
    row,
    column: 5,
    before: { formula: "", ...FORMATS },
    after: { formula: after(row), ...FORMATS },
    anchor: { row, column: 1, content: `地域公共交通の利用者数（第${row}路線）` },
  })),
});

test.each([
  ["values", (row: number) => "SABCD"[(row * 7) % 5] ?? ""],
  ["formulas", (row: number) => `=KPI.GRADE(C${row + 1}&"",E${row + 1}&"",D${row + 1}&"","増加","旭市型")`],
])("thousands of rows of %s are remembered beside the writes before", (_, after) => {
  const text = formatSteps([stepOf("0", 1_000), column(8_000, after)]);
  expect(text?.length).toBeLessThan(RECORD_CHARS);
  expect(parseSteps(text).map(({ id }) => id)).toEqual(["0", "1"]);
  expect(parseSteps(text)[1]).toEqual(column(8_000, after));
});

test.each([
  ["a place that is not there", "after", [9, 1]],
  ["more cells than a sheet has", "row", [0, 2_000_000_000]],
  ["fewer cells in one column than in another", "before", []],
])("a record that names %s counts as none", (_, field, series) => {
  const json = JSON.parse(formatSteps([stepOf("1", 1)]) ?? "") as {
    steps: { sheets: Record<string, unknown>[] }[];
  };
  const [sheet] = json.steps[0]?.sheets ?? [];
  expect(parseSteps(JSON.stringify(json))).toHaveLength(1);
  if (sheet) sheet[field] = series;
  expect(parseSteps(JSON.stringify(json))).toEqual([]);
});
