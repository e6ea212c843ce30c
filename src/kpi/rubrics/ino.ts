import type { Preset } from "./preset";

/** The town prints ◎ 「目標値以上」 and ○ 「同等」, which meet at equality; the first band that holds wins. */
export const ino: Preset = {
  id: "ino",
  name: "いの町型",
  source: "高知県いの町 総合戦略 KPIの達成状況（町公式サイト 1797）",
  compareWith: "year",
  rows: [
    ["―", "実績なし", "実績値がない"],
    ["×", "事業終了", "事業終了", 1],
    ["評価なし", "目標なし", "目標値の設定がない"],
    ["◎", "目標達成", "目標値以上", 4],
    ["○", "目標値と同等", "目標値と同等", 3],
    ["×", "進捗なし", "基準値からの進捗がない", 1],
    ["△", "それ以外", "目標値未満", 2],
  ],
};
