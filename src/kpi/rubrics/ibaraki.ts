import type { Preset } from "./preset";

/** The target is the year's 期待値; 「80～99%」 runs up to 100 %. */
export const ibaraki: Preset = {
  id: "ibaraki",
  name: "茨城県型",
  source: "茨城県 総合戦略・総合計画 数値目標の評価（その年度の期待値に対する割合）",
  compareWith: "year",
  rows: [
    ["―", "実績なし", "実績値が未公表"],
    ["A", "達成率100%以上", "実績が期待値以上", 4],
    ["B+", "達成率80～99%", "期待値の80～99%", 3],
    ["B", "達成率50～79%", "期待値の50～79%", 2],
    ["C", "達成率50%未満", "期待値の50%未満", 1],
  ],
};
