/**
 * The sheets that the product itself draws. They repeat what stands elsewhere: no KPI table is looked for on them, nothing
 * on them is checked, and they are never read as a sheet that was handed in.
 */
import type { SheetSnapshot } from "./types";

/** 「提出シートを集める」 */
export const CONSOLIDATION_SHEET = "KPI取りまとめ";
export const STATUS_SHEET = "提出状況";
export const CROSS_CHECK_SHEET = "提出シート点検";
export const ROLLUP_SHEET = "提出シート集計";

/** Name of the sheet → how the title in A1 begins: a sheet that staff gave such a name is theirs. */
const TITLES: Readonly<Record<string, string>> = {
  KPI集計: "KPI集計",
  KPI集計一覧: "KPI一覧",
  点検結果: "点検結果",
  [CONSOLIDATION_SHEET]: CONSOLIDATION_SHEET,
  [STATUS_SHEET]: STATUS_SHEET,
  [CROSS_CHECK_SHEET]: CROSS_CHECK_SHEET,
  [ROLLUP_SHEET]: ROLLUP_SHEET,
};

/** True for a sheet that we drew, by its name and its title. */
export function isResultSheet({ name, area, texts }: SheetSnapshot): boolean {
  const title = TITLES[name];
  return title !== undefined && area?.top === 0 && area.left === 0 && (texts[0]?.[0] ?? "").startsWith(title);
}
