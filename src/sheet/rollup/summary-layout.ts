/** Where everything of the table on the summary sheet stands. */
import type { Grid } from "../grid";
import { ROLLUP_SHEET } from "../result-sheets";
import type { RollupGroup, RollupResult } from "./groups";

export const UNGROUPED = "（見出しなし）";
export const NOT_JUDGED = "判定不能";
export const CHART_COLUMNS = 6;
const TITLE_ROWS = 3;

/** Columns and rows of the table: name, grades, 計, share, status; then a gap and the chart. */
export interface Layout {
  readonly rows: readonly {
    readonly group: RollupGroup;
    readonly name: string;
    readonly depth: number;
    readonly total: boolean;
  }[];
  readonly grades: readonly string[];
  readonly total: number;
  readonly share: number;
  readonly status: number;
  readonly header: number;
  readonly lastColumn: number;
}

/** First header of the table as we draw it and as KPI.SUMMARY prints it. */
export const TABLE_HEADS: readonly string[] = ["まとまり", "グループ"];
export const SUMMARY_SHEET = "KPI集計";
const TITLES: readonly string[] = [SUMMARY_SHEET, ROLLUP_SHEET];

/** A table that we drew ourselves, under whatever name its sheet has now: no block of the city. */
export const isSummary = (grid: Grid): boolean =>
  TITLES.some((title) => grid.text(0, 0).startsWith(title)) && TABLE_HEADS.includes(grid.text(TITLE_ROWS, 0).trim());

/** As it stands in the list, outermost heading first. */
export const listName = (path: readonly string[]): string => (path.length === 0 ? UNGROUPED : path.join(" ／ "));

/** @param flat only the groups that KPIs stand in themselves, by their full names: what a function makes of the list */
export function layoutOf(result: RollupResult, flat = false): Layout {
  const shown = flat
    ? result.groups.filter((group) => group.members.some(({ path }) => path.length === group.path.length))
    : result.groups;
  const grouped = shown.map((group) => ({
    group,
    name: flat ? listName(group.path) : (group.path[group.path.length - 1] ?? ""),
    depth: flat ? 0 : group.path.length - 1,
    total: false,
  }));
  if (result.ungrouped) grouped.push({ group: result.ungrouped, name: UNGROUPED, depth: 0, total: false });
  const all = { group: result.all, name: grouped.length === 0 ? "全体" : "合計", depth: 0, total: grouped.length > 0 };
  const total = result.grades.length + 1;
  return {
    rows: [...grouped, all],
    grades: result.grades,
    total,
    share: total + 1,
    status: total + 2,
    header: TITLE_ROWS,
    lastColumn: total + 3 + CHART_COLUMNS,
  };
}
