import { readCell, type CellContext } from "../../../src/kpi/cell";
import { show } from "./show";

const NUMBERS: readonly (readonly [value: number | boolean, context: CellContext, expected: string])[] = [
  [84.6, {}, "84.6"],
  [0, {}, "0"],
  [-61, {}, "-61"],
  [1e21, {}, "1000000000000000000000"],
  [0.1 + 0.2, {}, "0.3"],
  [0.846, { numberFormat: "0.0%" }, "0.846 %"],
  [0.846, { numberFormat: "0%", unit: "％" }, "0.846 %"],
  [84.6, { unit: "％" }, "0.846 %"],
  [84.6, { unit: "%" }, "0.846 %"],
  [84.6, { unit: "パーセント" }, "0.846 %"],
  [84.6, { numberFormat: '0.0"%"' }, "0.846 %"],
  [84.6, { numberFormat: "0.0\\%" }, "0.846 %"],
  [84.6, { numberFormat: '0.0"％"' }, "0.846 %"],
  [5.2, { unit: "ポイント" }, "5.2 ポイント"],
  [17.5, { unit: "人口10万対" }, "17.5 人口10万対"],
  [3330, { unit: "万トン" }, "33300000 トン"],
  [1234, { unit: "千円" }, "1234000 円"],
  [1234, { unit: "百万円" }, "1234000000 円"],
  [1234, { unit: "（千人）" }, "1234000 人"],
  [1234, { unit: "単位：千円" }, "1234000 円"],
  [12, { unit: "回／年" }, "12 回/年"],
  [12, { unit: "" }, "12"],
  [12, { unit: null }, "12"],
  [12, { unit: "-" }, "12"],
  [12, { numberFormat: "General", unit: "件" }, "12 件"],
  [12, { numberFormat: "#,##0", unit: "件" }, "12 件"],
  [12, { numberFormat: '#,##0"件"' }, "12 件"],
  [12, { numberFormat: '#,##0"千円"' }, "12000 円"],
  [1234567, { numberFormat: '#,##0,"千円"' }, "1234567 円"],
  [1234567, { numberFormat: '#,##0.0,,"百万円"' }, "1234567 円"],
  [1234567, { numberFormat: "#,##0,", unit: "千円" }, "1234567 円"],
  [12, { numberFormat: '"約"0"人"' }, "12 人"],
  [-12, { numberFormat: "#,##0;▲#,##0" }, "-12"],
  [-12, { numberFormat: '#,##0"人";[Red]"▲"#,##0"人"' }, "-12 人"],
  [12, { numberFormat: "#,##0_ " }, "12"],
  [12, { numberFormat: "#,##0_);[Red](#,##0)" }, "12"],
  [12, { numberFormat: "0.0E+00" }, "12"],
  [12, { numberFormat: "@" }, "12"],
  [45000, { numberFormat: "yyyy/m/d", text: "2023/3/15" }, "unreadable @2022"],
  [45000, { numberFormat: '[$-411]ggge"年"m"月"d"日"', text: "令和5年3月15日" }, "unreadable @2022"],
  [45000, { numberFormat: "m/d", text: "3/15" }, "unreadable"],
  [45000, { numberFormat: "yyyy/m/d", text: "########" }, "unreadable"],
  [45000, { numberFormat: "yyyy/m/d" }, "unreadable"],
  [0.5, { numberFormat: "h:mm", text: "12:00" }, "unreadable"],
  [0.5, { numberFormat: "[h]:mm", text: "12:00" }, "unreadable"],
  [5, { numberFormat: '"令和"0"年度"', text: "令和5年度" }, "unreadable @2023"],
  [2025, { numberFormat: '0"年度"', text: "2025年度" }, "unreadable @2025"],
  [Number.NaN, {}, "unreadable"],
  [Number.POSITIVE_INFINITY, {}, "unreadable"],
  [true, {}, "error"],
  [false, { text: "FALSE" }, "error"],
];

test.each(NUMBERS)("%p %j is read as %s", (value, context, expected) => {
  expect(show(readCell(value, context))).toBe(expected);
});

const TEXTS_UNDER_A_UNIT: readonly (readonly [text: string, unit: string, expected: string])[] = [
  ["84.6", "％", "0.846 %"],
  ["84.6%", "％", "0.846 %"],
  ["84.6％", "件", "0.846 %"],
  ["1,234", "千人", "1234000 人"],
  ["1,234人", "千人", "1234 人"],
  ["3万", "千人", "30000 人"],
  ["3億5千万円", "百万円", "350000000 円"],
  ["▲61", "人", "-61 人"],
  ["7(16)", "千件", "7000(16000) 件"],
  ["5年", "年", "5 年"],
  ["男性80.1 女性86.2", "歳", "男性=80.1 歳 & 女性=86.2 歳"],
  ["33.6⏎14.4", "%", "0.336 % & 0.144 %"],
  ["20～30", "%", "0.2 % .. 0.3 %"],
  ["90以上", "%", "0.9 % min"],
  ["16", "位", "16 位"],
  ["-", "件", "missing dash"],
  ["増加", "件", "increase"],
];

test.each(TEXTS_UNDER_A_UNIT)("%s under %s is read as %s", (text, unit, expected) => {
  expect(show(readCell(text.replace("⏎", "\n"), { unit }))).toBe(expected);
});
