/**
 * The summary sheet 「KPI集計」: a table with one row per group and its chart, 事業費 per year and notes. As values, or as
 * formulas that count the list of KPIs on the sheet beside it, whose grades are links into the sheets.
 */
import { ratioToNumber, toNumber, type Decimal } from "../../kpi/decimal";
import { gradeOrder } from "../../kpi/rubric";
import { areaAddress, cellAddress } from "../address";
import type { DrawnCell, DrawnRow, SheetDrawing, StyleName } from "../drawing";
import type { Area, CellValue } from "../types";
import { BLANK, FONT, cell, formulaCell, heightOf, line } from "./drawn";
import { yearName } from "./era";
import type { RollupResult } from "./groups";
import type { MoneySummary } from "./money-summary";
import { resultNotes } from "./sentences";
import type { StatusScale } from "./status";
import { bestOf, formulasOf, summaryFunction, topIsMet } from "./summary-formulas";
import { CHART_COLUMNS, NOT_JUDGED, SUMMARY_SHEET, TABLE_HEADS, layoutOf, type Layout } from "./summary-layout";
import { LIST_SHEET, drawList, listOf, type KpiList, type SummaryKind } from "./summary-list";
import { inUnit } from "./totals";

export { SUMMARY_SHEET } from "./summary-layout";

export interface SummaryOptions {
  /** Of the sheet, and of its title; 「KPI集計」 where absent. */
  readonly name?: string;
  /** As printed under the title, 「令和8年11月20日」: this folder reads no clock. */
  readonly date: string;
  readonly workbook: string;
  /** The one year of all sheets; null where they differ or have none. */
  readonly year: number | null;
  /** "function" becomes "formulas" where the rubric has no name that KPI.SUMMARY knows. */
  readonly as: SummaryKind;
  readonly money: MoneySummary | null;
  /** Thresholds of the status; null: the ready-made ones. */
  readonly status: StatusScale | null;
}

/** Best to worst, then marks: told apart in greyscale and by colour-blind eyes. */
const SCALE = ["#1F4E79", "#5B9BD5", "#7FBFB3", "#F2B84B", "#B5533C"] as const;
const MARK = "#BFBFBF";
const CHART_ROWS = 14;

const NAME_WIDTH = 252;
const columnWidths = (grades: readonly string[]): number[] => [
  NAME_WIDTH,
  ...grades.map((grade) => (grade === "" ? 54 : 42)),
  46,
  66,
  72,
  12,
  ...Array.from({ length: CHART_COLUMNS }, () => 58),
];

/** Both sheets, the list first: the formulas of the table count it. The same input gives the same drawings. */
export const drawSummarySheets = (
  result: RollupResult,
  options: SummaryOptions,
): readonly [list: SheetDrawing, table: SheetDrawing] => [
  drawList(listOf(result), options),
  drawSummary(result, options),
];

/** The table alone; its formulas need the list. */
export function drawSummary(result: RollupResult, wanted: SummaryOptions): SheetDrawing {
  const list = listOf(result);
  const spilled = wanted.as === "function" ? summaryFunction(result, list) : null;
  const options: SummaryOptions = wanted.as === "function" && spilled === null ? { ...wanted, as: "formulas" } : wanted;
  const layout = layoutOf(result, spilled !== null);
  const { rows: below, merges } = lowerRows(result, options, layout);
  const tableEnd = layout.header + layout.rows.length + 1;
  // The chart needs room beside a short table: the notes begin below it.
  const spare = Math.max(0, layout.header + CHART_ROWS - tableEnd) + 1;
  const lowerTop = tableEnd + 1 + spare;
  return {
    name: options.name ?? SUMMARY_SHEET,
    columns: columnWidths(layout.grades),
    rows: [
      ...headRows(result, options),
      spilled === null ? headerRow(result, layout, options) : spilledHeader(spilled, layout),
      ...layout.rows.map((one) => groupRow(one, result, layout, options, list)),
      shareRow(result, layout, options),
      ...Array.from({ length: spare }, () => BLANK),
      ...below,
    ],
    merges: merges.map((area) => ({ ...area, top: area.top + lowerTop, bottom: area.bottom + lowerTop })),
    headerRow: layout.header,
    orientation: "Landscape",
    chart: {
      title: "評価の内訳",
      source: {
        top: layout.header,
        left: 0,
        bottom: layout.header + Math.max(1, layout.rows.filter(({ total }) => !total).length),
        right: layout.grades.length,
      },
      colors: colorsOf(result),
      percent: false,
      place: {
        top: layout.header,
        left: layout.status + 2,
        bottom: Math.max(layout.header + CHART_ROWS, Math.min(tableEnd, layout.header + 40)),
        right: layout.lastColumn,
      },
    },
  };
}

/** Each grade by its place in the order of its rubric, spread over the scale. */
function colorsOf({ grades, rubrics }: RollupResult): string[] {
  const [rubric] = rubrics;
  const order = rubric ? gradeOrder(rubric) : [];
  return grades.map((grade) => {
    const place = order.indexOf(grade);
    if (place < 0) return MARK;
    const step = order.length === 1 ? 0 : Math.round((place * (SCALE.length - 1)) / (order.length - 1));
    return SCALE[step] ?? MARK;
  });
}

function headRows(
  result: RollupResult,
  { name: title = SUMMARY_SHEET, date, workbook, year }: SummaryOptions,
): DrawnRow[] {
  const rubric = result.rubrics.map(({ name }) => name).join("、");
  const facts = [workbook, `作成日 ${date}`, rubric === "" ? "" : `評価基準 ${rubric}`, `KPI ${result.all.total}件`];
  return [
    line([cell(year === null ? title : `${title}　${yearName(year)}`, "title")], 26),
    line([cell(facts.filter(Boolean).join("　｜　"), "meta")]),
    BLANK,
  ];
}

function headerRow(result: RollupResult, { grades }: Layout, { as }: SummaryOptions): DrawnRow {
  const share = as === "values" || topIsMet(result) ? "目標\n達成率" : `${bestOf(result)}の割合`;
  return line(
    [TABLE_HEADS[0] ?? "", ...grades.map((grade) => (grade === "" ? NOT_JUDGED : grade)), "計", share, "状況"].map(
      (head) => cell(head, "header"),
    ),
    32,
  );
}

/** The function fills the row with its own words; 状況 is ours. */
const spilledHeader = (formula: string, { share }: Layout): DrawnRow =>
  line(
    [
      formulaCell(formula, "header"),
      ...Array.from({ length: share }, () => cell("", "header")),
      cell("状況", "header"),
    ],
    32,
  );

function groupRow(
  { group, name, depth, total }: Layout["rows"][number],
  result: RollupResult,
  layout: Layout,
  options: SummaryOptions,
  list: KpiList,
): DrawnRow {
  const styles = total
    ? ({ name: "totalName", count: "totalCount", share: "totalShare" } as const)
    : ({ name: depth > 0 ? "subname" : "name", count: "count", share: "share" } as const);
  const at = layout.header + 1 + layout.rows.findIndex((one) => one.group === group);
  const live = options.as !== "values" ? formulasOf(group, result, layout, options.status, list, at) : null;
  const either = (formula: string | null | undefined, value: CellValue, style: StyleName): DrawnCell =>
    formula ? formulaCell(formula, style) : cell(value, style);
  const counts = layout.grades.map((grade, i) => either(live?.counts[i], group.counts.get(grade) ?? 0, styles.count));
  const height = heightOf(name, depth > 0 ? NAME_WIDTH - FONT : NAME_WIDTH);
  if (options.as === "function" && !total) {
    // Everything but the status spills from the header.
    const status = live?.status ?? null;
    return line(
      [
        cell("", styles.name),
        ...layout.grades.map(() => cell("", styles.count)),
        cell("", styles.count),
        cell("", styles.share),
        status === null ? cell("", "mark") : formulaCell(status, "mark"),
      ],
      height,
    );
  }
  const share = group.met.share === null ? "―" : ratioToNumber(group.met.share);
  return line(
    [
      cell(name, styles.name),
      ...counts,
      either(live?.total, group.total, styles.count),
      either(live?.share, share, styles.share),
      either(live?.status, group.status?.word ?? "―", total ? "totalMark" : "mark"),
    ],
    height,
  );
}

/** 割合 of each grade of all KPIs; formulas cannot adjust the last tenth and are shown rounded. */
function shareRow({ all }: RollupResult, layout: Layout, { as }: SummaryOptions): DrawnRow {
  const above = layout.header + layout.rows.length;
  const total = cellAddress(above, layout.total);
  const sum = all.shares.reduce((a, b) => a + Math.round(b * 10), 0) / 1000;
  const ends = [cell("", "share"), cell("", "mark")];
  if (as === "values") {
    const own = layout.grades.map((_, i) => cell((all.shares[i] ?? 0) / 100, "share"));
    return line([cell("割合", "name"), ...own, cell(sum, "share"), ...ends]);
  }
  const own = layout.grades.map((_, i) =>
    formulaCell(`=IF(${total}=0,0,${cellAddress(above, i + 1)}/${total})`, "share"),
  );
  const whole = `=SUM(${areaAddress({ top: above + 1, left: 1, bottom: above + 1, right: layout.grades.length })})`;
  return line([cell("割合", "name"), ...own, formulaCell(whole, "share"), ...ends]);
}

/** Notes and money, below the table. Merges count from the first of these rows. */
function lowerRows(
  result: RollupResult,
  { money, as }: SummaryOptions,
  layout: Layout,
): { readonly rows: DrawnRow[]; readonly merges: Area[] } {
  const notes = resultNotes(as !== "values" ? { ...result, rounding: "plain" } : result, "ja");
  if (as !== "values")
    notes.push(`件数は「${LIST_SHEET}」の評価を数える数式です。一覧の評価は各シートの評価欄を参照しています。`);
  const rows = notes.map((note) => line([cell(`・${note}`, "note")]));
  if (money === null) return { rows: [...rows, BLANK], merges: [] };
  rows.push(BLANK);
  const top = rows.length + 1;
  const unit = money.unit === null ? "円" : money.unit;
  const shown = (value: Decimal | null): CellValue => (value === null ? "" : toNumber(inUnit(value, unit)));
  const wide = (content: DrawnCell, filler: StyleName): DrawnCell[] => [content, cell("", filler), cell("", filler)];
  rows.push(line([cell(`関連事業の合計事業費（${money.projects}事業、単位：${unit}）`, "meta")]));
  rows.push(
    line([
      cell("年度", "header"),
      ...wide(cell("事業費", "header"), "header"),
      ...wide(cell("一般財源", "header"), "header"),
    ]),
  );
  for (const { year, reference, cost, general } of money.years) {
    const name = `${year === null ? "年度の記載なし" : yearName(year)}${reference ? "（参考）" : ""}`;
    rows.push(
      line([
        cell(name, "name"),
        ...wide(cell(shown(cost), "count"), "count"),
        ...wide(cell(shown(general), "count"), "count"),
      ]),
    );
  }
  rows.push(
    line([
      cell("合計（参考を除く）", "totalName"),
      ...wide(cell(shown(money.total.cost), "totalCount"), "totalCount"),
      ...wide(cell(shown(money.total.general), "totalCount"), "totalCount"),
    ]),
  );
  const merges = Array.from({ length: money.years.length + 2 }, (_, i): Area[] => [
    { top: top + i, left: 1, bottom: top + i, right: 3 },
    { top: top + i, left: 4, bottom: top + i, right: 6 },
  ]).flat();
  if (money.repeated > 0)
    rows.push(line([cell(`・同じ名前の事業が${money.repeated}件重なっています。それぞれ加えています。`, "note")]));
  return { rows: [...rows, BLANK], merges: layout.lastColumn >= 6 ? merges : [] };
}

/** One year for all sheets with KPIs; null where they differ. */
export function commonYear(years: readonly (number | null)[]): number | null {
  const distinct = new Set(years.filter((year) => year !== null));
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}
