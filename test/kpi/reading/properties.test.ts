import fc from "fast-check";
import { readCell } from "../../../src/kpi/cell";
import { readValue } from "../../../src/kpi/cell-value";
import { compare, decimal, fromNumber, multiply, toText } from "../../../src/kpi/decimal";
import type { Quantity, Reading } from "../../../src/kpi/types";

const quantities = (r: Reading): readonly Quantity[] =>
  r.kind === "quantity" ? r.parts : r.kind === "range" ? [r.low, r.high] : [];

/** Text that looks like cells: digits, units, marks and words thrown together. */
const cellish = fc
  .array(
    fc.oneof(
      fc.nat(9999).map(String),
      fc.constantFrom(
        ..."- ー ― ▲ △ + . , 、 / ／ ・ ~ ～ ( ) （ ） [ ] 【 】 % ％ 人 件 年 年度 月 日 令和 平成 R H 元 ① ⑥ ③ 以上 以下 未満 超 約 累計 全国 男性 女性 ※ ※1 : ： → ↗ 増加 減少 維持 万 億 千 百 十 一 三 〇 t-CO2 km2 ㎡ ² ½ \uFFFD 未公表 中止 見込み".split(
          " ",
        ),
      ),
      fc.constantFrom(" ", "\n", "　"),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), cellish);

test("no text makes it throw; the text is kept; every figure is a finite exact decimal", () => {
  fc.assert(
    fc.property(anyText, fc.option(fc.constantFrom("%", "千円", "人", "年", "人口10万対", "")), (text, unit) => {
      const reading = readCell(text, { unit });
      expect(reading.text).toBe(text);
      for (const q of quantities(reading)) {
        expect(toText(q.value)).toMatch(/^-?\d+(?:\.\d+)?$/u);
        expect(q.value.scale).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 3000 },
  );
});

test("a text without a digit or a kanji numeral is never a figure", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bare = text.replace(/[\p{N}一二三四五六七八九十百千万億兆]/gu, "");
      if (/[\p{N}一二三四五六七八九十百千万億兆]/u.test(bare.normalize("NFKC"))) return;
      expect(quantities(readCell(bare))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

/** Digits of a figure, without sign, comma and point. */
const digitsOf = (text: string): string => text.replace(/\D/gu, "").replace(/^0+/u, "");

test("no digit is lost: a figure, its notes, years and bounds account for all of them", () => {
  fc.assert(
    fc.property(
      fc.nat(99_999),
      fc.constantFrom(
        "人",
        "件",
        "%",
        "",
        "増",
        "位",
        "数",
        "人以上",
        "年",
        "月",
        "目",
        "-",
        "/",
        ":",
        ",",
        ".",
        "第",
        "約",
      ),
      fc.nat(99_999),
      fc.constantFrom("人", "件", "%", "", "増"),
      (a, between, b, after) => {
        const reading = readCell(`${a}${between}${b}${after}`);
        const found = quantities(reading);
        if (found.length !== 1) return;
        const value = found[0] as Quantity;
        const shown = value.unit === "%" ? multiply(value.value, decimal(100)) : value.value;
        // One figure out of two numbers: only where the separator makes one number of them.
        // 「1800年0人」: the first number is the year of the second.
        const dated = between === "年" && value.year === a;
        expect(digitsOf(toText(shown)).replace(/0+$/u, "")).toBe(
          digitsOf(dated ? `${b}` : `${a}${b}`).replace(/0+$/u, ""),
        );
        expect(["", ".", ",", ...(dated ? ["年"] : [])]).toContain(between);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a number comes back as the number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (n) => {
      const [q] = quantities(readCell(n));
      expect(toText((q as Quantity).value)).toBe(toText(fromNumber(n) ?? decimal(0)));
    }),
  );
});

const wide = (text: string): string => text.replace(/[0-9.,%]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");

test("sign, commas, width, unit and year round trip", () => {
  fc.assert(
    fc.property(
      fc.nat(999_999_999),
      fc.option(fc.nat(999), { nil: null }),
      fc.constantFrom("", "-", "▲", "△", "−", "－", "▲ ", "マイナス"),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom("", "人", "件", " 件", "%", "％", "千円", "万人", "億円", "t-CO2", "か所"),
      fc.option(fc.integer({ min: 1, max: 18 }), { nil: null }),
      (whole, fraction, sign, commas, isWide, unit, year) => {
        const digits = (commas ? grouped(String(whole)) : String(whole)) + (fraction === null ? "" : `.${fraction}`);
        const printed = `${sign}${isWide ? wide(digits) : digits}${unit}${year === null ? "" : `（R${year}）`}`;
        const reading = readCell(printed);
        const factors: Readonly<Record<string, string>> = {
          "%": "0.01",
          "％": "0.01",
          千円: "1000",
          万人: "10000",
          億円: "100000000",
        };
        const factor = factors[unit] ?? "1";
        const expected = multiply(
          decimal(`${sign === "" ? "" : "-"}${whole}${fraction === null ? "" : `.${fraction}`}`),
          decimal(factor),
        );
        const found = quantities(reading);
        expect(found).toHaveLength(1);
        expect(compare((found[0] as Quantity).value, expected)).toBe(0);
        if (reading.kind === "quantity") expect(reading.year).toBe(year === null ? null : 2018 + year);
      },
    ),
    { numRuns: 1000 },
  );
});

test("number words add up: 億 万 and the rest", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (oku, man) => {
      const [q] = quantities(readCell(`${grouped(String(oku))}億${grouped(String(man))}万円`));
      expect(toText((q as Quantity).value)).toBe(String(BigInt(oku) * 100_000_000n + BigInt(man) * 10_000n));
    }),
  );
});

test("kanji numerals with a counter", () => {
  const kanji = (n: number): string => {
    const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    return [...String(n)]
      .map((d, i, all) => {
        const power = ["", "十", "百", "千"][all.length - 1 - i] as string;
        if (d === "0") return "";
        return (d === "1" && power !== "" ? "" : (digits[Number(d)] as string)) + power;
      })
      .join("");
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
      const [q] = quantities(readCell(`${kanji(n)}人`));
      expect(toText((q as Quantity).value)).toBe(String(n));
    }),
  );
});

test("reading again says the same: nothing is remembered but the answer", () => {
  fc.assert(
    fc.property(cellish, (text) => {
      const first = readCell(text);
      for (let i = 0; i < 5; i++) readCell(`${text}${i}`);
      expect(readCell(text)).toEqual(first);
    }),
  );
});

test("a value alone reads as a cell without a context", () => {
  fc.assert(
    fc.property(fc.oneof(cellish, fc.double(), fc.integer(), fc.constant(null)), (value) => {
      expect(readValue(value)).toEqual(readCell(value));
    }),
  );
});
