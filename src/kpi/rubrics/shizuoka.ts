import type { Preset } from "./preset";

/** 期待値 is the straight line from baseline to target; its share due this year divides the progress rate. */
export const shizuoka: Preset = {
  id: "shizuoka",
  name: "静岡県型",
  source: "静岡県 新ビジョン 評価書（期待値に対する±30%）",
  rows: [
    ["―", "実績なし", "実績値がない"],
    ["A", "期待値比130%超", "期待値を30%を超えて上回る", 4],
    ["B", "期待値比70%以上130%以下", "期待値の±30%の範囲", 3],
    ["C", "基準値を超えている", "期待値の70%未満", 2],
    ["基準値以下", "それ以外", "基準値以下", 1],
  ],
};
