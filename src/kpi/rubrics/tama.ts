import type { Preset } from "./preset";

/** 実績÷目標, the baseline is not used; 20 / 40 / 60 / 80 / 100 % of the target are due in years one to five. */
export const tama: Preset = {
  id: "tama",
  name: "多摩市型",
  source: "東京都多摩市 まち・ひと・しごと創生総合戦略 KPIの評価",
  rows: [
    ["―", "実績なし", "実績値がない"],
    ["①", "期待割合に対する達成率100%以上", "着実に進んでいる", 3],
    ["②", "期待割合に対する達成率60%以上100%未満", "概ね進んでいる", 2],
    ["③", "期待割合に対する達成率60%未満", "改善が必要", 1],
  ],
};
