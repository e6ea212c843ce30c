import fc from "fast-check";
import { decimal, ratioToNumber, toText } from "../../src/kpi/decimal";
import { countGrades, majority, meanRate, metShare, shares, topShare, meanPoints, worst } from "../../src/kpi/rollup";
import { DEFAULT_RUBRIC, gradeOrder, PRESETS, rankOf } from "../../src/kpi/rubric";
import { preset } from "./support";

const asahi = DEFAULT_RUBRIC;
const grades = fc.array(fc.constantFrom("S", "A", "B", "C", "D", "―", "Ａ", "-"), { maxLength: 40 });

test("counts by spelling, foreign marks apart", () => {
  const { counts, total, graded } = countGrades(["S", "Ａ", "A", "-", "―", "◎"], asahi);
  expect(Object.fromEntries(counts)).toEqual({ S: 1, A: 2, B: 0, C: 0, D: 0, "―": 2, "◎": 1 });
  expect([total, graded]).toEqual([6, 3]);
});

test("the shares that 旭市 prints, and those that add up", () => {
  expect(shares([2, 2, 3], "plain")).toEqual([28.6, 28.6, 42.9]);
  expect(shares([2, 2, 3], "largestRemainder")).toEqual([28.6, 28.6, 42.8]);
  expect(shares([1, 1, 1], "largestRemainder")).toEqual([33.4, 33.3, 33.3]);
  expect(shares([0, 0], "largestRemainder")).toEqual([0, 0]);
  expect(shares([1, 999], "plain")).toEqual([0.1, 99.9]);
  expect(shares([], "plain")).toEqual([]);
});

const counts = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 });
test("largest remainder adds up to 100.0 and stays within a tenth of the true share", () => {
  fc.assert(
    fc.property(counts, (list) => {
      const total = list.reduce((a, b) => a + b, 0);
      const result = shares(list, "largestRemainder");
      const tenths = result.map((share) => Math.round(share * 10));
      expect(tenths.reduce((a, b) => a + b, 0)).toBe(total === 0 ? 0 : 1000);
      list.forEach((n, i) => {
        if (total > 0) expect(Math.abs((result[i] ?? 0) - (n * 100) / total)).toBeLessThan(0.1);
        if (n === 0) expect(result[i]).toBe(0);
      });
    }),
  );
});
test("plain rounding is right for each by itself", () => {
  fc.assert(
    fc.property(counts, (list) => {
      const total = list.reduce((a, b) => a + b, 0);
      shares(list, "plain").forEach((share, i) => {
        if (total > 0) expect(Math.abs(share - ((list[i] ?? 0) * 100) / total)).toBeLessThanOrEqual(0.05 + 1e-9);
      });
    }),
  );
});

test.each([
  [["S", "A", "A", "D"], "A", "D", "B"],
  [["S", "A"], "A", "A", "A"],
  [["S", "D", "―"], "D", "D", "B"],
  [["―", "-"], null, null, null],
  [[], null, null, null],
])("%j: most %s, worst %s, mean of points %s", (list, most, lowest, mean) => {
  expect(majority(list, asahi)).toBe(most);
  expect(worst(list, asahi)).toBe(lowest);
  expect(meanPoints(list, asahi).grade).toBe(mean);
});

test("the sum behind the mean of points", () => {
  const result = meanPoints(["S", "A", "S", "D", "―"], asahi);
  expect([toText(result.sum), result.count, result.grade]).toEqual(["15", 4, "A"]);
  expect(result.mean && ratioToNumber(result.mean)).toBe(3.75);
});

test("a tie of points goes to the worse", () => {
  expect(meanPoints(["S", "A"], asahi).grade).toBe("A");
  expect(meanPoints(["7", "6"], preset("佐野市型")).grade).toBe("6");
});

test("the mean of rates leaves missing ones out", () => {
  const half = { numerator: decimal(1), denominator: decimal(2) };
  const one = { numerator: decimal(1), denominator: decimal(1) };
  const { mean, count } = meanRate([half, null, one]);
  expect([mean && ratioToNumber(mean), count]).toEqual([0.75, 2]);
  expect(meanRate([null]).mean).toBeNull();
});

test("shares of the top grade and of targets met", () => {
  expect(topShare(["S", "A", "―"], asahi)).toMatchObject({ part: 1, whole: 2 });
  expect(topShare(["―"], asahi).share).toBeNull();
  expect(metShare([true, false, null])).toMatchObject({ part: 1, whole: 2 });
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(grades, fc.infiniteStream(fc.nat()), (list, keys) => {
      const shuffled = list
        .map((grade) => ({ grade, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map((x) => x.grade);
      expect(majority(shuffled, asahi)).toBe(majority(list, asahi));
      expect(worst(shuffled, asahi)).toBe(worst(list, asahi));
      expect(meanPoints(shuffled, asahi).grade).toBe(meanPoints(list, asahi).grade);
      expect(countGrades(shuffled, asahi).graded).toBe(countGrades(list, asahi).graded);
    }),
  );
});

test("one grade for many lies between the best and the worst of them, in every rubric", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PRESETS).chain((rubric) =>
        fc.record({
          rubric: fc.constant(rubric),
          list: fc.array(fc.constantFrom(...gradeOrder(rubric)), { minLength: 1 }),
        }),
      ),
      ({ rubric, list }) => {
        const ranks = list.map((grade) => rankOf(rubric, grade));
        for (const grade of [majority(list, rubric), worst(list, rubric), meanPoints(list, rubric).grade]) {
          const rank = rankOf(rubric, grade ?? "");
          expect(rank).toBeGreaterThanOrEqual(Math.min(...ranks));
          expect(rank).toBeLessThanOrEqual(Math.max(...ranks));
        }
      },
    ),
  );
});
