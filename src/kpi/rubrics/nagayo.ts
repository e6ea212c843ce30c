import type { Preset } from "./preset";

/** 「目標値を超えている」 is taken literally: equality is not S. */
export const nagayo: Preset = {
  id: "nagayo",
  name: "長与町型（9次）",
  source: "長崎県長与町 第9次総合計画 施策評価（町公式サイト kiji0032107）",
  rows: [
    ["―", "実績なし", "評価できない"],
    ["S", "目標値を超えている", "目標値を超えている", 5],
    ["A", "基準値を超えている", "基準値を超えている", 4],
    ["B", "△10%以内", "基準値と同水準（△10%以内）", 3],
    ["C", "それ以外", "基準値より下落", 2],
  ],
};
