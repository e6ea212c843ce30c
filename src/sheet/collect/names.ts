/** Sheets that 「提出シートを集める」 makes. They hold what was read elsewhere and are never read as sheets handed in. */
export const CONSOLIDATION_SHEET = "KPI取りまとめ";
export const STATUS_SHEET = "提出状況";
export const CROSS_CHECK_SHEET = "提出シート点検";
export const ROLLUP_SHEET = "提出シート集計";

/** Result sheets of the product as a whole. */
export const RESULT_SHEET_NAMES: readonly string[] = [
  CONSOLIDATION_SHEET,
  STATUS_SHEET,
  CROSS_CHECK_SHEET,
  ROLLUP_SHEET,
  "KPI集計",
  "KPI集計一覧",
  "点検結果",
];
