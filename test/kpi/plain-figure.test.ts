import fc from "fast-check";
import { readCell } from "../../src/kpi/cell";
import { readPlainFigure } from "../../src/kpi/plain-figure";

const UNITS = [
  ..."件 人 % ％ 千円 億円 万人 回 世帯 位 歳 ha m t 倍 以上 未満 割 点 か所 ヶ所 箇所 人以上 団体 ポイント 件程度 累計 万 億 kg 人増 番 t-CO2".split(
    " ",
  ),
  "",
  "人 ",
  "件　",
];
const figure = fc.tuple(
  fc.constantFrom("", "", "-", "▲", "△", "−", "+"),
  fc.oneof(
    fc.nat(3_000_000).map((n) => n.toLocaleString("en-US")),
    fc.nat(100_000).map(String),
    fc.tuple(fc.nat(9999), fc.nat(999)).map(([a, b]) => `${a}.${b}`),
    fc.constantFrom("0", "2019", "2019.4", "1868.12", "2,019", "0012", "0,123", "1,23", "12.", "1,234,5678"),
  ),
  fc.constantFrom(...UNITS),
);

test("says what the full reader says, or nothing", () => {
  let answered = 0;
  fc.assert(
    fc.property(figure, ([sign, digits, unit]) => {
      const text = sign + digits + unit;
      const quick = readPlainFigure(text);
      if (!quick) return;
      answered += 1;
      expect(quick).toEqual(readCell(text));
    }),
    { numRuns: 3000 },
  );
  expect(answered).toBeGreaterThan(1000);
});

test.each(["", "-", "増加", "30年", "2019", "7(16)", "20～30", "約100", "1,23", "0012件", "12.", "59億1,800万円"])(
  "%s is left to the full reader",
  (text) => expect(readPlainFigure(text)).toBeNull(),
);

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void readPlainFigure(text)));
});
