/** Words over the names of indicators. */
import type { Word } from "./word";

export const NAMES: readonly Word[] = [
  // names
  {
    role: "name",
    also: ["target"],
    pattern:
      /^(?:.{0,14}(?:に係る|に関する|における|する|の))?(?:数値目標|成果目標|目標指標|目標項目|達成目標項目|数値指標)(?:名|名称|項目)?$/,
    examples: ["数値目標", "成果目標", "目標指標"],
  },
  {
    role: "name",
    pattern: /^(?:数値)?[^値率、]{0,14}(?:指標|KPI|KGI)(?:名|名称|項目|の項目|の名称|の内容|内容|等)?\d{0,2}$/,
    examples: [
      "指標",
      "指標名",
      "KPI",
      "重要業績評価指標",
      "重要業績評価指標KPI",
      "成果指標",
      "評価指標",
      "アウトカム指標",
      "数値目標の指標",
      "KPI名",
      "指標1",
    ],
  },
  {
    role: "name",
    weak: true,
    also: ["group", "kind"],
    pattern: /^(?:項目|項目名|評価項目|測定項目|管理項目|取組項目|目標の?項目|名称|指標・項目)$/,
    examples: ["項目", "評価項目"],
  },
];
