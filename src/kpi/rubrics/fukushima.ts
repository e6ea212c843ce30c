import type { Preset } from "./preset";

/** Years not yet published are judged by the expected figure and say so. */
export const fukushima: Preset = {
  id: "fukushima",
  name: "福島県型",
  source: "福島県 総合計画 指標の進捗状況（年度ごとの目標値との比較）",
  compareWith: "year",
  missingActual: "older",
  rows: [
    ["―", "実績なし", "判定できない"],
    ["達成", "目標達成", "その年度の目標値を達成", 4],
    ["達成見込み", "目標達成見込み", "未公表だが達成する見込み", 3],
    ["未達成見込み", "未達成見込み", "未公表だが達成しない見込み", 2],
    ["未達成", "それ以外", "その年度の目標値に届かない", 1],
  ],
};
