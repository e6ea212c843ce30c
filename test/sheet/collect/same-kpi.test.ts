import fc from "fast-check";
import { readCell } from "../../../src/kpi/cell";
import { compareNames } from "../../../src/sheet/collect";
import { agreement, kpiKey } from "../../../src/sheet/collect/same-kpi";
import type { Indicator } from "../../../src/sheet/types";

const read = (value: string | number, unit: string | null = null) => readCell(value, { unit });

test.each([
  ["1,200件", "1200 件", "same"],
  ["84.6%", "８４．６％", "same"],
  ["4,820万円", "48,200千円", "same"],
  ["▲61人", "-61", "same"],
  ["12件", "21件", "different"],
  ["-16人", "-61人", "different"],
  ["46.94％", "46.9％", "rounded"],
  ["46.96％", "46.9％", "different"],
  ["増加", "↗", "same"],
  ["増加", "減少", "different"],
  ["増加", "60件", "different"],
  ["20～30件", "20〜30件", "same"],
  ["20～30件", "20～35件", "different"],
  ["男性 83.1歳 女性 87.2歳", "男性 83.1歳 女性 87.9歳", "different"],
  ["-", "60件", null],
  ["", "60件", null],
  ["約?", "60件", null],
] as const)("%s and %s: %s", (a, b, expected) => {
  expect(agreement(read(a), read(b))).toBe(expected);
  expect(agreement(read(b), read(a))).toBe(expected);
});

test("agreement goes both ways, and a value always agrees with itself", () => {
  const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => String(Math.round(n * 100) / 100));
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      expect(agreement(read(a), read(b))).toBe(agreement(read(b), read(a)));
      expect(agreement(read(a), read(a))).toBe("same");
    }),
  );
});

const key = (name: string, part: string | null = null): string => kpiKey({ name, part } as Indicator);

test.each([
  ["ホームページのアクセス件数\n（重3、施24）", "ホームページのアクセス件数"],
  ["人口の社会増減【R6年3月値変更】", "人口の社会増減"],
  ["健康診査の受診率（％）", "健康診査の受診率"],
  ["KPI　登録数", "ＫＰＩ登録数"],
  ["刑法犯認知件数（再掲）", "刑法犯認知件数"],
])("%s and %s are one name", (a, b) => {
  expect(key(a)).toBe(key(b));
});

test("男性 and 女性 are two KPIs", () => {
  expect(key("健康寿命", "男性")).not.toBe(key("健康寿命", "女性"));
});

test("files are listed as people number them, whatever order they come in", () => {
  const names = [
    "2_商工課.xlsx",
    "10_観光課.xlsx",
    "１_広報課.xlsx",
    "商工課.xlsx",
    "商工課 (2).xlsx",
    "10_農政課.xlsx",
  ];
  const sorted = [...names].sort(compareNames);
  expect(sorted.slice(0, 2)).toEqual(["１_広報課.xlsx", "2_商工課.xlsx"]);
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
      expect([...shuffled].sort(compareNames)).toEqual(sorted);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) || 0);
      expect(compareNames(a, b) === 0).toBe(a === b);
    }),
  );
});
