import type { Preset } from "./preset";

/** Lower-is-better, zero and negative baselines are not named on the sheet; grade.ts states what is done with them. */
export const asahi: Preset = {
  id: "asahi",
  name: "旭市型",
  source: "千葉県旭市 重点施策マネジメントシート 令和3年度事後・決算「達成状況の評価」",
  rows: [
    ["―", "実績なし", "評価不能（KPIの実績値が無い状態）"],
    ["S", "目標達成", "目標値を達成（見込み）", 5],
    ["A", "10%以上", "基準値より上昇（10%以上）", 4],
    ["B", "0%超", "基準値より上昇（10%未満）", 3],
    ["C", "△10%未満", "基準値と同水準（同値～△10%未満）", 2],
    ["D", "それ以外", "基準値より下落（△10%以上）", 1],
  ],
};
