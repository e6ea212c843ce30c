import type { Preset } from "./preset";

/** 進捗率 = (actual − baseline) / (目安値 − baseline), so that negative values (社会増減) stay in order. */
export const nagano: Preset = {
  id: "nagano",
  name: "長野県型",
  source: "長野県 信州創生戦略 KPIの進捗状況（その年度の目安値に対する進捗率）",
  compareWith: "year",
  rows: [
    ["―", "実績なし", "実績値が未公表"],
    ["A", "目標達成", "順調（実績が目安値以上）", 3],
    ["B", "進捗率80%以上", "おおむね順調（進捗率80%以上）", 2],
    ["C", "それ以外", "努力を要する（進捗率80%未満）", 1],
  ],
};
