import { missingKind, MISSING, TARGET_WORDS, targetWords } from "../../../src/kpi/words";
import { readCell } from "../../../src/kpi/cell";
import { BOUND_WORDS } from "../../../src/kpi/cell-affixes";

const MISSING_TEXTS: Readonly<Record<string, string>> = {
  dash: "- ― — – － ー -- … ・・・ / なし 新規 新規事業",
  noTarget: "目標なし 未設定 目標値未設定 設定なし 数値目標なし 未定 目標設定なし",
  unpublished: "未公表 集計中 調査中 未確定 実績値は公表予定 現在集計中 国が未公表 非公表",
  ended: "終了 廃止 事業終了 事業廃止 廃止済み 調査終了 終了のため実績なし",
  notDue: "時期未到来 未到来 判断時期未到来 次回調査 調査予定 未着手 検討中 策定中 来年度調査",
  notSurveyed:
    "調査なし 未実施 中止 調査未実施 該当なし N/A 評価不能 データなし 実績なし 不明 新型コロナウイルス感染症の影響により中止 コロナのため中止 対象外 隔年調査のため未実施 開催中止 中止コロナのため",
};
const WORD_TEXTS: Readonly<Record<string, string>> = {
  maintainMin: "現状以上 現状値以上 下回らない 基準値以上 維持・向上 維持又は増加 現状維持以上 現状を下回らない",
  maintainMax: "現状以下 現状値以下 上回らない 維持・減少 維持または減少 増加させない 基準値以下",
  belowReference:
    "全国平均以下 県平均以下 前年より減少 前年度を下回る 県平均を下回る 前年度比減 毎年減少 類似団体平均以下",
  aboveReference:
    "全国平均以上 県平均以上 前年度を上回る 毎年度増加 前年度以上 前年度より増加 県平均を上回る 対前年度増 全国平均並み",
  maintain: "維持 現状維持 → ⇒ 横ばい 現状 同水準 水準を維持 継続 維持する",
  increase: "増加 ↗ ↑ 上昇 延伸 向上 増 さらなる向上 増加させる アップ UP 増やす 現状値より増加 割合の増加",
  decrease: "減少 ↘ ↓ 低下 抑制 縮減 削減 減らす 減少傾向 さらなる減少 短縮",
  done: "策定 実施済み 完了 策定済 計画策定 供用開始 条例制定 計画の策定 整備完了 達成 あり 済",
};
const pairs = (table: Readonly<Record<string, string>>): [text: string, means: string][] =>
  Object.entries(table).flatMap(([means, texts]) => texts.split(" ").map((text): [string, string] => [text, means]));

test("every entry has its examples", () => {
  expect(Object.keys(MISSING_TEXTS).sort()).toEqual(MISSING.map((entry) => entry.means).sort());
  expect(Object.keys(WORD_TEXTS).sort()).toEqual(TARGET_WORDS.map((entry) => entry.means).sort());
});
test.each(pairs(MISSING_TEXTS))("%s is missing: %s", (text, missing) => {
  expect(readCell(text)).toMatchObject({ kind: "missing", missing, text });
});
test.each(pairs(WORD_TEXTS))("%s is a target: %s", (text, words) => {
  expect(readCell(text)).toMatchObject({ kind: "words", words, text });
});

test.each(BOUND_WORDS)("%s is a bound", (word, bound) => {
  if (word.length > 2 || !/限$/u.test(word)) {
    expect(readCell(`50件${word}`)).toMatchObject({ kind: "quantity", parts: [{ bound }] });
  }
  expect(readCell(`50件（${word}）`)).toMatchObject({ kind: "quantity", parts: [{ bound }] });
});

const NOT_WORDS = [
  "未達成",
  "策定困難",
  "検討する",
  "改善",
  "増加しない",
  "減少を防ぐ",
  "人口減少の抑制",
  "策定予定なし",
  "目標の達成",
  "半減",
  "倍増",
];
test.each(NOT_WORDS)("%s decides nothing", (text) => {
  expect(missingKind(text) ?? targetWords(text)).toBeNull();
});
