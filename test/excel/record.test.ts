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

test.each([[undefined], [12], ["{"], ["[]"], ['{"version":2,"steps":[]}'], ['{"version":1,"steps":[{"id":1}]}']])(
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
