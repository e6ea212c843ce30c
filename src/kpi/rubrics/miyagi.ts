import type { Preset } from "./preset";

/**
 * The progress rate against the share due in that year (R4 50 %, R5 75 %, R6 100 %); 現状維持型 indicators are not scaled.
 * Reproduces 380 of 381 grades that the prefecture published for R4–R6.
 */
export const miyagi: Preset = {
  id: "miyagi",
  name: "宮城県型",
  source: "宮城県 政策評価・施策評価 令和7年度評価書",
  missingActual: "older",
  rows: [
    ["―", "実績なし", "判定できない"],
    ["A", "目標達成", "目標値に達している", 4],
    ["A", "期待値比100%以上", "その年度に期待される進捗に達している", 4],
    ["B", "期待値比80%以上100%未満", "おおむね達している", 3],
    ["C", "期待値比60%以上80%未満", "やや遅れている", 2],
    ["D", "期待値比60%未満", "遅れている", 1],
  ],
};
