import fc from "fast-check";
import { ERAS, readYear, readYears } from "../../../src/kpi/year";

const YEARS: readonly (readonly [text: string, years: number[]])[] = [
  ["R元（2019）", [2019, 2019]],
  ["R元 (2019)", [2019, 2019]],
  ["R元 （2019）", [2019, 2019]],
  ["R元", [2019]],
  ["Ｒ元", [2019]],
  ["R1", [2019]],
  ["R01", [2019]],
  ["r5", [2023]],
  ["(H30年度)", [2018]],
  ["(H30)", [2018]],
  ["令和3年3月", [2020]],
  ["令和3年4月", [2021]],
  ["令和３年３月末現在", [2020]],
  ["令和6年1月1日", [2023]],
  ["令和２年", [2020]],
  ["令和１年度", [2019]],
  ["令和元年度", [2019]],
  ["令和 元 年度", [2019]],
  ["令和三年度", [2021]],
  ["平成三十年度", [2018]],
  ["㋿5年度", [2023]],
  ["㍻30年", [2018]],
  ["元年）", [2019]],
  ["元年度", [2019]],
  ["2025年", [2025]],
  ["２０２５年度", [2025]],
  ["二〇二五年", [2025]],
  ["（2019）", [2019]],
  ["Ｒ2とＲ3", [2020, 2021]],
  ["30年", [2018]],
  ["30年度", [2018]],
  ["18年度", [2036]],
  ["19年度", [2007]],
  ["31年度", [2019]],
  ["32年度", [1957]],
  ["64年度", [1989]],
  ["65年度", []],
  ["6年度", [2024]],
  ["６年度", [2024]],
  ["2年度（決算）", [2020]],
  ["令和１年度 参考 (元年）", [2019, 2019]],
  ["3年度(令和3年)", [2021, 2021]],
  ["R5 (2023) 中間値", [2023, 2023]],
  ["目標値\n（2025年）", [2025]],
  ["令和4年度から7年度まで", [2022, 2025]],
  ["2015～ 2019年度", [2015, 2019]],
  ["R3～7年度", [2021, 2025]],
  ["R3～R7", [2021, 2025]],
  ["H27-R1", [2015, 2019]],
  ["H31/R1", [2019, 2019]],
  ["平成28～32年度", [2016, 2020]],
  ["平成32年度", [2020]],
  ["平成31年度（令和元年度）", [2019, 2019]],
  ["2024.3", [2023]],
  ["2024.4", [2024]],
  ["2024/3/31", [2023]],
  ["2024-03-31", [2023]],
  ["R5.3.31", [2022]],
  ["R5.3", [2022]],
  ["H31.4.1", [2019]],
  ["FY2023", [2023]],
  ["FY23", [2023]],
  ["'23", [2023]],
  ["2023/24年度", [2023]],
  ["S63", [1988]],
  ["昭和64年", [1989]],
  ["昭和65年", []],
  ["明治45年", [1912]],
  ["大正15年", [1926]],
  ["R6年3月指標・値変更", [2023]],
  ["令和 年　 月　 日時点", []],
  ["第2次", []],
  ["3年間", []],
  ["3年生", []],
  ["10年後", []],
  ["30", []],
  ["1,234", []],
  ["12,019", []],
  ["2000人", []],
  ["2019件", []],
  ["2019.25", []],
  ["t-CO2", []],
  ["PM2.5", []],
  ["SR5X", []],
  ["", []],
];

test.each(YEARS)("%j names %j", (text, years) => {
  expect(readYears(text)).toEqual(years);
  expect(readYear(text)).toBe(years[0] ?? null);
});

test("the eras begin and end where the Japanese calendar of Intl says", () => {
  const japanese = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });
  for (const era of ERAS) {
    // 31 December of 元年 lies in the era, whatever month it began in.
    const parts = japanese.formatToParts(Date.UTC(era.first, 11, 31));
    expect(parts.find((p) => p.type === "era")?.value).toBe(era.name);
    expect(parts.find((p) => p.type === "year")?.value).toMatch(/^(?:元|1)$/u);
  }
});

test("every year of every era, in kanji and by its letter", () => {
  for (const era of ERAS) {
    for (let n = 1; n <= era.last; n++) {
      expect(readYear(`${era.name}${n}年度`)).toBe(era.first + n - 1);
      expect(readYear(`${era.letter}${n}年度`)).toBe(era.first + n - 1);
    }
    expect(readYear(`${era.name}元年度`)).toBe(era.first);
  }
});

test("January to March belong to the year before, in every spelling", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2060 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const fiscal = month <= 3 ? year - 1 : year;
      expect(readYear(`${year}年${month}月`)).toBe(fiscal);
      expect(readYear(`令和${year - 2018}年${month}月末`)).toBe(fiscal);
      expect(readYear(`R${year - 2018}.${month}.1`)).toBe(fiscal);
      expect(readYear(`${year}/${month}/15`)).toBe(fiscal);
    }),
  );
});

test("no text makes it throw or gives a year outside 1868–2100", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const year of readYears(text)) expect(year).toBeGreaterThan(1799);
      for (const year of readYears(text)) expect(year).toBeLessThan(2101);
    }),
  );
});
