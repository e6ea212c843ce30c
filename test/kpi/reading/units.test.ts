import { toText } from "../../../src/kpi/decimal";
import { isKnownUnit, readUnit, sameUnit, unitOfName } from "../../../src/kpi/unit";

const UNITS: readonly (readonly [text: string, unit: string | null, factor: string])[] = [
  ["件", "件", "1"],
  ["％", "%", "0.01"],
  ["%", "%", "0.01"],
  ["パーセント", "%", "0.01"],
  ["（％）", "%", "0.01"],
  ["単位：千円", "円", "1000"],
  ["千円", "円", "1000"],
  ["百万円", "円", "1000000"],
  ["億円", "円", "100000000"],
  ["兆円", "円", "1000000000000"],
  ["万人", "人", "10000"],
  ["十万人", "人", "100000"],
  ["千人", "人", "1000"],
  ["百人", "人", "100"],
  ["万人泊", "人泊", "10000"],
  ["万尾", "尾", "10000"],
  ["万トン", "トン", "10000"],
  ["千トン", "トン", "1000"],
  ["千t-CO2", "t-CO2", "1000"],
  ["千㎥", "㎥", "1000"],
  ["千人/年", "人/年", "1000"],
  ["万", null, "10000"],
  ["千", null, "1000"],
  ["回 /年", "回/年", "1"],
  ["回／年", "回/年", "1"],
  ["㎢", "㎢", "1"],
  ["km2", "㎢", "1"],
  ["m3", "㎥", "1"],
  ["ｋｍ", "km", "1"],
  ["人口10万対", "人口10万対", "1"],
  ["人口千人対", "人口千人対", "1"],
  ["百分率", "百分率", "1"],
  ["ポイント", "ポイント", "1"],
  ["％ポイント", "ポイント", "1"],
  ["pt", "ポイント", "1"],
  ["‰", "‰", "1"],
  ["か所", "か所", "1"],
];
test.each(UNITS.filter(([text]) => text !== "百分率"))("%s is %s times %s", (text, unit, factor) => {
  const found = readUnit(text);
  expect(found?.unit).toBe(unit);
  expect(found && toText(found.factor)).toBe(factor);
});
test.each(["", " ", "-", "―", "／"])("%j is no unit", (text) => expect(readUnit(text)).toBeNull());
test("百分率 is percent, not 100 of something", () => expect(readUnit("百分率")?.unit).toBe("%"));

const NAMES: readonly (readonly [name: string, unit: string | null])[] = [
  ["「広報須坂」を読んでいる人の割合（％）", "%"],
  ["12歳児のむし歯のない人の割合（%）", "%"],
  ["フォロワー数\n（人）", "人"],
  ["会議等の開催数（回 /年）", "回/年"],
  ["会議等の開催数\n（回 /年）", "回/年"],
  ["相談件数の累計 (件 )", "件"],
  ["成婚数の累計（件）（※）", "件"],
  ["経常収支比率（※２）（％）", "%"],
  ["財政力指数（※１）", null],
  ["実施箇所数（箇所）［累計］", "箇所"],
  ["（ポイント）の名", null],
  ["全国平均値とのかい離（小学5年生）（女）（ポイント）", "ポイント"],
  ["自殺死亡率（人口10万対）", "人口10万対"],
  ["取扱貨物量（コンテナ貨物を除く）（万トン）", "万トン"],
  ["延べ宿泊者数（万人泊）", "万人泊"],
  ["歩道整備完了延長（㎞）※（）書きが累計", "km"],
  ["プロジェクト数（件）※累計", "件"],
  ["取組面 積（ha）", "ha"],
  ["資源尾数（万尾）", "万尾"],
  ["製造品出荷額等（単位：億円）", "億円"],
  ["製造品出荷額等 単位：百万円", "百万円"],
  ["受診率：％", "%"],
  ["受診率 [%]", "%"],
  ["人口【千人】", "千人"],
  ["参加者数（年間）", null],
  ["転出超過者数 （暦年）", null],
  ["使用件数（累計）", null],
  ["移住者数", null],
  ["件数", null],
  ["「区（自治会）の会議」に参加している人の割合", null],
  ["医師数（病院）", null],
  ["学力（小学校）", null],
  ["乗降客数(1日平均)", null],
  ["ホームページのアクセス件数（重3、施24）", null],
  ["", null],
];
test.each(NAMES)("%j prints %j", (name, unit) => expect(unitOfName(name)).toBe(unit));

test("the same measure in two spellings", () => {
  expect(sameUnit("箇所", "か所")).toBe(true);
  expect(sameUnit("ヶ所", "カ所")).toBe(true);
  expect(sameUnit("人", "名")).toBe(true);
  expect(sameUnit("ｔ", "トン")).toBe(true);
  expect(sameUnit("人/年", "名/年")).toBe(true);
  expect(sameUnit(null, null)).toBe(true);
  expect(sameUnit("t-CO2", "t-CO2/年")).toBe(false);
  expect(sameUnit("t-CO2", "トン")).toBe(false);
  expect(sameUnit("人", null)).toBe(false);
  expect(sameUnit("件", "人")).toBe(false);
});

test.each(["人", "千円", "件/年", "人/10万人", "t-CO2/年", "人口10万対", "g/人・日", "kWh/㎡", "万人泊", "㎡/人"])(
  "%s is known",
  (unit) => expect(isKnownUnit(unit.normalize("NFKC"))).toBe(true),
);
test.each(["", "千葉", "累計", "小学校", "暦年", "増加", "奥山を除く"])("%j is not", (text) =>
  expect(isKnownUnit(text)).toBe(false),
);
