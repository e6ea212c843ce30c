/**
 * The summary sheet 「KPI集計」: a table with one row per group and its chart, 事業費 per year, notes, and the list of KPIs that
 * it is made of. As values, or as formulas that count that list, whose grades are links into the sheets.
 */
import { ratioToNumber, toNumber, type Decimal } from "../../kpi/decimal";
import { explain } from "../../kpi/explain";
import { gradeOrder } from "../../kpi/rubric";
import type { DrawnCell, DrawnRow, SheetDrawing, StyleName } from "../drawing";
import type { Area, CellValue } from "../types";
import { yearName } from "./era";
import type { RollupResult } from "./groups";
import type { MoneySummary } from "./money-summary";
import { resultNotes } from "./sentences";
import type { StatusScale } from "./status";
import { bestOf, formulasOf, linkTo, topIsMet } from "./summary-formulas";
import { CHART_COLUMNS, UNGROUPED, layoutOf, type Layout } from "./summary-layout";
import { listOf, type KpiList } from "./summary-list";
import { inUnit } from "./totals";

export const SUMMARY_SHEET = "KPI集計";

export interface SummaryOptions {
  /** As printed under the title, 「令和8年11月20日」: this folder reads no clock. */
  readonly date: string;
  readonly workbook: string;
  /** The one year of all sheets; null where they differ or have none. */
  readonly year: number | null;
  readonly as: "values" | "formulas";
  readonly money: MoneySummary | null;
  /** Thresholds of the status; null: the ready-made ones. */
  readonly status: StatusScale | null;
}

/** Best to worst, then marks: told apart in greyscale and by colour-blind eyes. */
const SCALE = ["#1F4E79", "#5B9BD5", "#7FBFB3", "#F2B84B", "#B5533C"] as const;
const MARK = "#BFBFBF";
const NOT_JUDGED = "判定不能";
const CHART_ROWS = 14;

const cell = (content: CellValue, style: StyleName): DrawnCell => ({ content, style });
/** A text of the workbook: one that begins with = stays a text. */
const text = (content: string, style: StyleName): DrawnCell =>
  cell(content.startsWith("=") ? `'${content}` : content, style);
const line = (cells: readonly (DrawnCell | null)[], height: number | null = null): DrawnRow => ({ height, cells });
const BLANK: DrawnRow = line([]);

const NAME_WIDTH = 216;
const FONT = 11;
const LINE_HEIGHT = 16.5;

/** Height of a row whose text wraps: merged cells and other programs do not find it themselves. null: one line. */
function heightOf(content: string, width: number): number | null {
  const size = [...content].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 1 : 0.56), 0);
  const lines = Math.ceil((size * FONT) / (width - FONT / 2));
  return lines > 1 ? lines * LINE_HEIGHT + 3 : null;
}

const columnWidths = (grades: readonly string[]): number[] => [
  NAME_WIDTH,
  ...grades.map((grade) => (grade === "" ? 54 : 34)),
  40,
  66,
  72,
  12,
  ...Array.from({ length: CHART_COLUMNS }, () => 58),
];

/** The whole sheet as a drawing. The same input gives the same drawing. */
export function drawSummary(result: RollupResult, options: SummaryOptions): SheetDrawing {
  const layout = layoutOf(result);
  const list = listOf(result);
  const { rows: below, merges } = lowerRows(result, options, layout);
  const tableEnd = layout.header + layout.rows.length;
  // The chart needs room beside a short table: the notes begin below it.
  const spare = Math.max(0, layout.header + CHART_ROWS - tableEnd);
  const lowerTop = tableEnd + 1 + spare + 1;
  const listTop = lowerTop + below.length + 2;
  const head = headRows(result, options);
  const rows: DrawnRow[] = [
    ...head,
    headerRow(result, layout, options),
    ...layout.rows.map((one) => groupRow(one, result, layout, options, list, listTop)),
    ...Array.from({ length: spare + 1 }, () => BLANK),
    ...below,
    line([text("KPIの一覧", "meta")]),
    listHeader(layout),
    ...list.items.map((item) => listRow(item, options, layout)),
  ];
  return {
    name: SUMMARY_SHEET,
    columns: columnWidths(layout.grades),
    rows,
    merges: [
      ...merges.map((area) => ({ ...area, top: area.top + lowerTop, bottom: area.bottom + lowerTop })),
      ...[null, ...list.items].map((item, i): Area => {
        const at = listTop - 1 + i;
        return { top: at, left: item?.kind === "heading" ? 0 : 2, bottom: at, right: layout.lastColumn };
      }),
    ],
    headerRow: layout.header,
    orientation: "Landscape",
    chart: {
      title: "評価の内訳",
      source: {
        top: layout.header,
        left: 0,
        bottom: layout.header + layout.rows.filter(({ total }) => !total).length,
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

function headRows(result: RollupResult, { date, workbook, year }: SummaryOptions): DrawnRow[] {
  const rubric = result.rubrics.map(({ name }) => name).join("、");
  const facts = [workbook, `作成日 ${date}`, rubric === "" ? "" : `評価基準 ${rubric}`, `KPI ${result.all.total}件`];
  return [
    line([text(year === null ? "KPI集計" : `KPI集計　${yearName(year)}`, "title")], 26),
    line([text(facts.filter(Boolean).join("　｜　"), "meta")]),
    BLANK,
  ];
}

function headerRow(result: RollupResult, { grades }: Layout, { as }: SummaryOptions): DrawnRow {
  const share = as === "values" || topIsMet(result) ? "目標\n達成率" : `${bestOf(result)}の割合`;
  return line(
    ["まとまり", ...grades.map((grade) => (grade === "" ? NOT_JUDGED : grade)), "計", share, "状況"].map((head) =>
      text(head, "header"),
    ),
    32,
  );
}

function groupRow(
  { group, name, depth, total }: Layout["rows"][number],
  result: RollupResult,
  layout: Layout,
  options: SummaryOptions,
  list: KpiList,
  listTop: number,
): DrawnRow {
  const styles = total
    ? ({ name: "totalName", count: "totalCount", share: "totalShare" } as const)
    : ({ name: depth > 0 ? "subname" : "name", count: "count", share: "share" } as const);
  const at = layout.header + 1 + layout.rows.findIndex((one) => one.group === group);
  const live = options.as === "formulas" ? formulasOf(group, result, layout, options.status, list, listTop, at) : null;
  const counts = layout.grades.map((grade, i) => cell(live?.counts[i] ?? group.counts.get(grade) ?? 0, styles.count));
  const share = group.met.share === null ? "―" : ratioToNumber(group.met.share);
  return line(
    [
      text(name, styles.name),
      ...counts,
      cell(live?.total ?? group.total, styles.count),
      cell(live?.share ?? share, styles.share),
      cell(live?.status ?? group.status?.word ?? "―", total ? "totalName" : "mark"),
    ],
    heightOf(name, depth > 0 ? NAME_WIDTH - FONT : NAME_WIDTH),
  );
}

/** Notes and money, between the table and the list. Merges count from the first of these rows. */
function lowerRows(
  result: RollupResult,
  { money, as }: SummaryOptions,
  layout: Layout,
): { readonly rows: DrawnRow[]; readonly merges: Area[] } {
  const notes = resultNotes(result, "ja");
  if (as === "formulas")
    notes.push("件数は下の一覧の評価を数える数式です。一覧の評価は各シートの評価欄を参照しています。");
  const rows = notes.map((note) => line([text(`・${note}`, "note")]));
  if (money === null) return { rows: [...rows, BLANK], merges: [] };
  rows.push(BLANK);
  const top = rows.length + 1;
  const unit = money.unit === null ? "円" : money.unit;
  const shown = (value: Decimal | null): CellValue => (value === null ? "" : toNumber(inUnit(value, unit)));
  const wide = (content: DrawnCell, filler: StyleName): DrawnCell[] => [content, cell("", filler), cell("", filler)];
  rows.push(line([text(`関連事業の合計事業費（${money.projects}事業、単位：${unit}）`, "meta")]));
  rows.push(
    line([
      text("年度", "header"),
      ...wide(text("事業費", "header"), "header"),
      ...wide(text("一般財源", "header"), "header"),
    ]),
  );
  for (const { year, reference, cost, general } of money.years) {
    const name = `${year === null ? "年度の記載なし" : yearName(year)}${reference ? "（参考）" : ""}`;
    rows.push(
      line([
        text(name, "name"),
        ...wide(cell(shown(cost), "count"), "count"),
        ...wide(cell(shown(general), "count"), "count"),
      ]),
    );
  }
  rows.push(
    line([
      text("合計（参考を除く）", "totalName"),
      ...wide(cell(shown(money.total.cost), "totalCount"), "totalCount"),
      ...wide(cell(shown(money.total.general), "totalCount"), "totalCount"),
    ]),
  );
  const merges = Array.from({ length: money.years.length + 2 }, (_, i): Area[] => [
    { top: top + i, left: 1, bottom: top + i, right: 3 },
    { top: top + i, left: 4, bottom: top + i, right: 6 },
  ]).flat();
  if (money.repeated > 0)
    rows.push(line([text(`・同じ名前の事業が${money.repeated}件重なっています。それぞれ加えています。`, "note")]));
  return { rows: [...rows, BLANK], merges: layout.lastColumn >= 6 ? merges : [] };
}

const filled = (first: readonly DrawnCell[], style: StyleName, upTo: number): DrawnCell[] => [
  ...first,
  ...Array.from({ length: upTo + 1 - first.length }, () => cell("", style)),
];

const listHeader = ({ lastColumn }: Layout): DrawnRow =>
  line(filled([text("指標", "header"), text("評価", "header"), text("説明", "header")], "header", lastColumn));

function listRow(item: KpiList["items"][number], { as }: SummaryOptions, layout: Layout): DrawnRow {
  if (item.kind === "heading") {
    const name = item.group.path[item.group.path.length - 1] ?? UNGROUPED;
    // The cell of the grade stays empty: rows with something in it are counted.
    return line([text(name, "totalName"), ...Array.from({ length: layout.lastColumn }, () => cell("", "totalName"))]);
  }
  const { member } = item;
  const { indicator } = member.row;
  const name = [indicator.no, indicator.name, member.part ?? ""].filter(Boolean).join(" ");
  const sentence = explain(member.grading, "ja");
  const content = as === "formulas" ? linkTo(member) : member.grading.grade || NOT_JUDGED;
  const widths = columnWidths(layout.grades);
  const wide = widths.slice(2).reduce((sum, width) => sum + width, 0);
  const heights = [heightOf(name, NAME_WIDTH - FONT), heightOf(sentence, wide)].map((height) => height ?? 0);
  return line(
    filled([text(name, "subname"), cell(content, "mark"), text(sentence, "name")], "name", layout.lastColumn),
    Math.max(...heights) || null,
  );
}

/** One year for all sheets with KPIs; null where they differ. */
export function commonYear(years: readonly (number | null)[]): number | null {
  const distinct = new Set(years.filter((year) => year !== null));
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}
