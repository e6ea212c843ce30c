import fc from "fast-check";
import { readCell } from "../../src/kpi/cell";
import { decimal, toText } from "../../src/kpi/decimal";
import { grade, gradeOnly } from "../../src/kpi/grade";
import { gradeOrder, PRESETS, rankOf } from "../../src/kpi/rubric";
import type { Direction, GradeInput, Quantity, Reading } from "../../src/kpi/types";
import { gradeRow, inputOf, type Row } from "./support";

const row = (
  baseline: Row["baseline"],
  actual: Row["actual"],
  target: Row["target"],
  more: Partial<Row> = {},
): Row => ({
  baseline,
  actual,
  target,
  ...more,
});

test.each([
  ["exactly +10 %", row(57.6, 63.36, 90), "A"],
  ["exactly +10 % in binary trouble", row(0.1, 0.11, 90), "A"],
  ["a hair less", row(57.6, 63.3599, 90), "B"],
  ["negative baseline, +10 %", row("▲11", "▲9.9", "10"), "A"],
  ["negative baseline, worse", row("-11人", "-61", "増加"), "D"],
  ["strict bound, equal", row("95.5", "90.0", "90.0 未満"), "B"],
  ["strict bound, below", row("95.5", "89.9", "90.0 未満"), "S"],
  ["bound on the worse side", row("9.5", "11.9", "12.0 未満", { direction: "down" }), "S"],
  ["maintain, equal", row("12回", "12回", "12回"), "S"],
  ["maintain, below", row("12回", "11回", "12回"), "C"],
  ["maintain downwards", row("10", "10", "10", { direction: "keepDown" }), "S"],
  ["maintain downwards, above", row("10", "12", "10", { direction: "keepDown" }), "D"],
  ["both zero", row("0人", "0人", "0人"), "S"],
  ["both zero, risen", row("0人", "3人", "0人"), "D"],
  ["down to zero", row("9人", "0人", "0人"), "S"],
  ["down to zero, on the way", row("9人", "8人", "0人"), "A"],
  ["zero baseline, improved", row("0件", "5件", "10件"), "A"],
  ["zero baseline, equal", row("0件", "0件", "10件"), "C"],
  ["zero baseline, worse", row("0", "▲1", "10"), "D"],
  ["up to zero", row("▲40", "0", "0"), "S"],
  ["planned decline, met", row("123,058人", "123,020人", "123,000人", { direction: "up" }), "S"],
  ["↗ not better", row("34.2%", "34.2%", "↗"), "C"],
  ["↗ better", row("34.2%", "34.3%", "↗"), "S"],
  ["↘ better", row("34.2%", "34.1%", "↘"), "S"],
  ["維持 in words", row("100", "100", "維持"), "S"],
  ["維持 in words, less", row("100", "95", "維持"), "C"],
  ["no target, risen", row("100", "120", "-"), "A"],
  ["no target never earns the top", row("100", "1000", null), "A"],
  ["unknown reference", row("60.2%", "70%", "全国平均以上"), "A"],
  ["printed reference", row("77.9%", "79.0%", "前年度(77.8%)を上回る"), "S"],
  ["no baseline, met", row("-", "12", "10"), "S"],
  ["no baseline, not met", row("-", "9", "10"), "―"],
  ["no actual", row("10", null, "20"), "―"],
  ["no actual though the target is unreadable", row("10", "-", "約?"), "―"],
  ["range, inside", row("15", "25", "20～30㎢"), "S"],
  ["range, nearer", row("15", "18", "20～30㎢"), "A"],
  ["range, beyond it", row("25", "31", "20～30㎢"), "C"],
  ["totals in brackets", row("2", "5(21)", "6(20)"), "S"],
  ["plain actual against totals", row("2", "19", "6(20)"), "A"],
  ["worst part", row("男性79.83、女性84.35", "男性80.45、女性84.0", "男性80.0、女性84.35"), "C"],
  ["all parts met", row("33.6% 14.4%", "41.0% 27.0%", "40.0% 26.0%"), "S"],
  ["forecast may be S in 旭市", row("10", "21（見込み）", "20"), "S"],
  ["done", row("-", "策定済", "策定"), "S"],
  ["unreadable actual", row("10", "約?", "20"), ""],
  ["unreadable target", row("10", "15", "約?"), ""],
  ["one value for two targets", row("10 5", "12", "40.0% 26.0%"), ""],
])("%s", (_, input, expected) => expect(gradeRow(input).grade).toBe(expected));

test.each([
  ["no target", row("100", "120", "-"), "noTarget"],
  ["no baseline", row("-", "9", "10"), "noBaseline"],
  ["unknown reference", row("60.2%", "70%", "全国平均以上"), "referenceUnknown"],
  ["unreadable", row("10", "約?", "20"), "unreadable"],
  ["parts", row("10", "12", "40.0% 26.0%"), "partsDiffer"],
  ["bound against direction", row("10", "12", "15以下", { direction: "up" }), "boundAgainstDirection"],
  ["worse side", row("10", "8", "9", { direction: "up", rubric: "宮城県型" }), "targetOnWorseSide"],
])("warning: %s", (_, input, code) => expect(gradeRow(input).warnings.map((n) => n.code)).toContain(code));

test.each([
  ["zero baseline", row("0件", "5件", "10件"), "zeroBaseline"],
  ["tolerance", row("50", "49", "100", { rubric: "福岡市型" }), "tolerance"],
  ["totals", row("2", "5(7)", "6(20)"), "cumulative"],
  ["維持", row("100", "100", "維持"), "maintainByBaseline"],
  ["no span", row("10", "9", "10", { direction: "up", rubric: "宮城県型" }), "noSpan"],
])("assumption: %s", (_, input, code) => expect(gradeRow(input).assumptions.map((n) => n.code)).toContain(code));

test.each([
  ["to the target", row("91件", "114件", "200件"), "S", "86"],
  ["to the next band", row("91", "95", "200", { direction: "up" }), "A", "6"],
  ["a strict band", row("91", "91", "200"), "B", "1"],
  ["in tenths", row("79.3", "84.6", "95"), "A", "2.7"],
  ["downwards", row("100", "95", "50", { direction: "down" }), "A", "5"],
  ["to a strict target", row("95.5", "90.0", "90.0 未満"), "S", "0.1"],
  ["from below", row("-11人", "-61", "増加"), "C", "49"],
  ["along the way", row("0", "29", "100", { rubric: "宮城県型", expected: "0.5" }), "C", "1"],
])("margin %s", (_, input, nextGrade, amount) => {
  const { margin } = gradeRow(input);
  expect(margin && [margin.grade, toText(margin.amount)]).toEqual([nextGrade, amount]);
});
test("no margin at the top", () => expect(gradeRow(row("10", "20", "20")).margin).toBeNull());

const DIRECTIONS: readonly Direction[] = ["up", "down", "keepUp", "keepDown"];
const figure = (digits: number): Reading => {
  const q: Quantity = {
    value: { digits: BigInt(digits), scale: 1 },
    cumulative: null,
    unit: null,
    year: null,
    label: null,
    bound: null,
    approximate: false,
    forecast: false,
  };
  return { kind: "quantity", text: String(digits / 10), parts: [q], year: null, notes: [] };
};
const small = fc.integer({ min: -400, max: 400 });
const missing = readCell("-");

describe.each(PRESETS.map((rubric) => ({ rubric })))("$rubric.name", ({ rubric }) => {
  const input = (
    baseline: number | null,
    actual: number,
    target: number | null,
    direction: Direction,
    expected: number,
  ): GradeInput => ({
    baseline: baseline === null ? missing : figure(baseline),
    actual: figure(actual),
    target: target === null ? missing : figure(target),
    direction,
    name: null,
    rubric,
    expected: decimal(String(expected / 100)),
  });
  const some = fc.option(small, { nil: null, freq: 8 });

  test("a better actual never gets a worse grade", () => {
    fc.assert(
      fc.property(
        some,
        small,
        small,
        some,
        fc.constantFrom(...DIRECTIONS),
        fc.integer({ min: 1, max: 100 }),
        (b, x, y, t, dir, due) => {
          const lower = dir === "down" || dir === "keepDown";
          const [worse, better] = x < y !== lower ? [x, y] : [y, x];
          const [low, high] = [grade(input(b, worse, t, dir, due)), grade(input(b, better, t, dir, due))];
          const [from, to] = [rankOf(rubric, low.grade), rankOf(rubric, high.grade)];
          if (from >= 0 && to >= 0) expect(to).toBeLessThanOrEqual(from);
          // Without a baseline only a reached target can be graded.
          if (from >= 0) expect(to).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("the margin is kept, and a step less is not enough", () => {
    fc.assert(
      fc.property(
        small,
        small,
        small,
        fc.constantFrom(...DIRECTIONS),
        fc.integer({ min: 1, max: 100 }),
        (b, a, t, dir, due) => {
          const now = grade(input(b, a, t, dir, due));
          if (!now.margin) return;
          const lower = dir === "down" || dir === "keepDown";
          const places = 10n ** BigInt(now.margin.amount.scale - 1);
          const step = Number(now.margin.amount.digits / places);
          const at = (by: number): string => grade(input(b, a + (lower ? -by : by), t, dir, due)).grade;
          expect(at(step)).toBe(now.margin.grade);
          expect(rankOf(rubric, at(step - 1))).toBe(rankOf(rubric, now.grade));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("the short way gives the same grade as the long one", () => {
    fc.assert(
      fc.property(some, small, some, fc.constantFrom(...DIRECTIONS), (b, a, t, dir) => {
        const one = input(b, a, t, dir, 100);
        expect(gradeOnly(one).grade).toBe(grade(one).grade);
      }),
      { numRuns: 200 },
    );
  });

  test("only grades of the rubric come out", () => {
    const all = [...gradeOrder(rubric), rubric.noActualGrade, ...rubric.bands.map((b) => b.grade)];
    fc.assert(
      fc.property(some, small, some, fc.constantFrom(...DIRECTIONS), (b, a, t, dir) => {
        expect(all).toContain(grade(input(b, a, t, dir, 100)).grade);
      }),
      { numRuns: 200 },
    );
  });
});

test("no text makes grading throw", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("-", "増加", "20～30", "約?", "7(16)", "男性1 女性2", "#N/A", "0"),
  );
  fc.assert(
    fc.property(text, text, text, (baseline, actual, target) => {
      expect(typeof grade(inputOf({ baseline, actual, target })).grade).toBe("string");
    }),
    { numRuns: 500 },
  );
});
