/** Is this a KPI table? Names, and values to compare: a target with a start or a result, or both of these. */
import type { Grid } from "./grid";
import type { LabelColumns } from "./labels";
import { holdsValues, type SlotInfo } from "./slots";
import type { ValueColumns } from "./values";
import { isKpiLike, type WalkedRow } from "./walk";

export interface Evidence {
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Headers of lists of something else than indicators, however they measure it. */
const NOT_NAMES =
  /氏名|名前|職員|社員|担当|学校|教科|科目|費目|品目|品名|商品|店舗|施設|地区|地域|町内|路線|種目|部署|課名|会社|団体|月別|曜日|栄養|検査|測定|成分/;

/** Evidence for a table; null where it does not suffice. */
export function judge(
  grid: Grid,
  rows: readonly WalkedRow[],
  slots: readonly SlotInfo[],
  labels: LabelColumns,
  values: ValueColumns,
): Evidence | null {
  const data = rows.filter((row) => row.kind === "data");
  const holds = (column: number): boolean =>
    data.some((row) => {
      const cell = grid.first(row.row, column, column);
      return cell !== null && isKpiLike(grid, cell);
    });
  const target = values.targets.some((c) => holds(c.column));
  const baseline = values.baseline !== null && holds(values.baseline);
  const actual = values.actuals.some((c) => holds(c.column));
  const named = slots.some((slot) => slot.role === "name" && !slot.weak);
  const weak = slots.some((slot) => slot.role === "name");
  const someTarget = values.targets.length > 0;
  const headless = labels.nameHeader === "" || labels.nameHeading !== null;
  const enough = named
    ? target || (someTarget && (baseline || actual)) || (baseline && actual)
    : weak
      ? target && (baseline || actual)
      : headless
        ? someTarget && values.baseline !== null && (target || actual)
        : target && baseline && actual && !NOT_NAMES.test(labels.nameHeader);
  if (!enough) return null;
  const header = labels.nameHeader === "" ? "見出しのない列" : `「${labels.nameHeader}」の列`;
  const reasons = [
    named ? `${header}に指標名があります。` : `指標名と分かる見出しがないため、${header}を指標名としました。`,
    ...values.reasons,
    ...(target ? [] : ["目標値の列に値がありません。"]),
  ];
  const cells = data.flatMap((row) => row.values.filter((v) => holdsValues(v.slot)));
  const good = cells.filter((v) => isKpiLike(grid, v.cell)).length;
  const confidence =
    (named ? 0.6 : weak ? 0.4 : 0.3) +
    (target ? 0.15 : 0) +
    (baseline ? 0.1 : 0) +
    (actual ? 0.1 : 0) +
    (values.grades.length > 0 || values.rate !== null ? 0.03 : 0) -
    (values.guessed ? 0.2 : 0) -
    (cells.length > 0 ? 0.3 * (1 - good / cells.length) : 0);
  return { confidence: Math.round(Math.max(0.05, Math.min(0.98, confidence)) * 100) / 100, reasons };
}
