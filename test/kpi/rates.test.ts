import fc from "fast-check";
import { decimal, ratioToNumber, toNumber, type Ratio } from "../../src/kpi/decimal";
import { attainmentRate, changeRate, clip, expectedValue, progressRate, scaleBy } from "../../src/kpi/rates";

const n = (r: Ratio | null): number | null => (r ? ratioToNumber(r) : null);
const d = decimal;

describe("the three rates as the glossary defines them", () => {
  test.each([
    ["91", "114", "up", 23 / 91],
    ["57.6", "63.36", "up", 0.1],
    ["0.1", "0.11", "up", 0.1],
    ["-11", "-61", "up", -50 / 11],
    ["-11", "-9.9", "up", 0.1],
    ["100", "90", "down", 0.1],
    ["100", "110", "keepDown", -0.1],
    ["100", "110", "keepUp", 0.1],
    ["-40", "0", "up", 1],
  ] as const)("change %s → %s, %s: %d", (baseline, actual, direction, expected) => {
    expect(n(changeRate(d(baseline), d(actual), direction))).toBeCloseTo(expected, 12);
  });
  test("no change rate on a zero baseline", () => expect(changeRate(d(0), d(5), "up")).toBeNull());

  test.each([
    ["61.3", "68.4", "66.3", 7.1 / 5],
    ["17.5", "17.3", "13.1", 0.2 / 4.4],
    ["507", "417", "700", -90 / 193],
    ["-11", "-5", "0", 6 / 11],
  ])("progress %s → %s of %s: %d", (baseline, actual, target, expected) => {
    expect(n(progressRate(d(baseline), d(actual), d(target)))).toBeCloseTo(expected, 12);
  });
  test("no progress rate without a span", () => expect(progressRate(d(12), d(13), d(12))).toBeNull());

  test.each([
    ["3103", "3139", "up", 3103 / 3139],
    ["11385", "10193", "down", 2 - 11385 / 10193],
    ["11385", "10193", "keepDown", 2 - 11385 / 10193],
    ["0", "5", "down", 2],
  ] as const)("attainment %s of %s, %s: %d", (actual, target, direction, expected) => {
    expect(n(attainmentRate(d(actual), d(target), direction))).toBeCloseTo(expected, 12);
  });
  test("no attainment rate of target 0", () => expect(attainmentRate(d(5), d(0), "down")).toBeNull());
});

describe("the expected value of a year", () => {
  const from = { value: d(100), year: 2018 };
  const to = { value: d(130), year: 2024 };
  test.each([
    [2018, 100],
    [2021, 115],
    [2024, 130],
    [2030, 130],
  ])("in %i: %d", (year, expected) => expect(n(expectedValue(from, to, year))).toBe(expected));
  test("none before the baseline", () => expect(expectedValue(from, to, 2017)).toBeNull());
  test("none without a span of years", () => expect(expectedValue(from, { value: d(1), year: 2018 }, 2018)).toBeNull());
  test("a zero share divides nothing", () => expect(scaleBy({ numerator: d(1), denominator: d(2) }, d(0))).toBeNull());
});

test("floor and cap", () => {
  const rate = (text: string): Ratio => ({ numerator: d(text), denominator: d(1) });
  expect(n(clip(rate("-0.4"), d(0), d(1)))).toBe(0);
  expect(n(clip(rate("3.35"), d(0), d(1)))).toBe(1);
  expect(n(clip(rate("3.35"), d(0), null))).toBe(3.35);
  expect(n(clip(rate("0.5"), d(0), d(1)))).toBe(0.5);
});

const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((x) => ({ digits: BigInt(x), scale: 2 }));
test("reaching the target is a progress of exactly 1, standing still of exactly 0", () => {
  fc.assert(
    fc.property(value, value, (baseline, target) => {
      fc.pre(baseline.digits !== target.digits);
      expect(n(progressRate(baseline, target, target))).toBe(1);
      expect(n(progressRate(baseline, baseline, target))).toBe(0);
    }),
  );
});
test("turning the direction turns the sign of the change", () => {
  fc.assert(
    fc.property(value, value, (baseline, actual) => {
      const up = n(changeRate(baseline, actual, "up"));
      const down = n(changeRate(baseline, actual, "down"));
      expect(up === null ? null : up + 0).toBe(down === null ? null : 0 - down);
      if (toNumber(baseline) !== 0) expect(up).not.toBeNull();
    }),
  );
});
