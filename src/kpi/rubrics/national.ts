import type { Preset } from "./preset";

/**
 * The form names 「7割～8割」 for the second band and nothing for 80–99 %; the second band runs up to the target here.
 * 「目標値を上回った」 is taken literally: equality falls into the second band.
 */
export const national: Preset = {
  id: "national",
  name: "国4段階型",
  source: "内閣府 地方創生先行型交付金 効果検証様式（草津市ほかの公表資料）",
  rows: [
    ["―", "実績なし", "実績値がない"],
    ["非常に効果的であった", "目標値を上回った", "指標が目標値を上回った", 4],
    ["相当程度効果があった", "目標値の7割以上", "目標値を上回らないが、7割～8割を達成", 3],
    ["効果があった", "基準値より改善", "目標値に達しないが、事業開始前より改善", 2],
    ["効果がなかった", "それ以外", "事業開始前より悪化、または変わらない", 1],
  ],
};
