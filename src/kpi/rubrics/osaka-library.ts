import type { Preset } from "./preset";

export const osakaLibrary: Preset = {
  id: "osaka-library",
  name: "大阪府立図書館型",
  source: "大阪府立図書館 活動評価 評価基準（2013年）単年度目標の指標",
  compareWith: "year",
  rows: [
    ["―", "実績なし", "実績値がない"],
    ["A", "達成率110%以上", "目標を大きく上回る", 4],
    ["B", "達成率80%以上110%未満", "おおむね目標どおり", 3],
    ["C", "達成率50%以上80%未満", "目標を下回る", 2],
    ["D", "達成率50%未満", "目標を大きく下回る", 1],
  ],
};
