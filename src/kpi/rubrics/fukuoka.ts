import type { Preset } from "./preset";

/** The city takes ±3 % of a survey's figure as no change; a note says so wherever that decides. */
export const fukuoka: Preset = {
  id: "fukuoka",
  name: "福岡市型",
  source: "福岡市 保健福祉総合計画 成果指標の評価（意識調査の指標は±3%以内を現状維持とする）",
  tolerance: "0.03",
  rows: [
    ["―", "実績なし", "評価できない"],
    ["a", "目標達成", "目標値に達している", 3],
    ["a", "期待値比100%以上", "目標に向けて順調に推移している", 3],
    ["b", "変化率0%以上", "目標のペースには届かないが、改善または現状維持", 2],
    ["c", "それ以外", "初期値より悪化している", 1],
  ],
};
