/**
 * The list of KPIs 「KPI集計一覧」, one row each with its grade and the sentence behind it. Members of a group stand below each
 * other, so that a group is one run of rows that formulas can count.
 */
import { explain } from "../../kpi/explain";
import type { DrawnRow, SheetDrawing } from "../drawing";
import { cell, formulaCell, heightOf, line } from "./drawn";
import { yearName } from "./era";
import type { RollupGroup, RollupResult } from "./groups";
import type { Member } from "./members";
import { linkTo } from "./summary-formulas";
import { NOT_JUDGED, listName } from "./summary-layout";

export const LIST_SHEET = "KPI集計一覧";
/** Column of the grades, and the first row below the header. */
export const LIST_GRADE = 2;
export const LIST_TOP = 3;

export interface KpiList {
  readonly members: readonly Member[];
  /** First and last member of each group, those of its own groups included. */
  readonly ranges: ReadonlyMap<RollupGroup, { readonly first: number; readonly last: number }>;
}

/** Members in the order of the groups, each group with the members that belong to no group below it first. */
export function listOf(result: RollupResult): KpiList {
  const members: Member[] = [];
  const ranges = new Map<RollupGroup, { first: number; last: number }>();
  const open: RollupGroup[] = [];
  const close = (depth: number): void => {
    while (open.length > depth) {
      const range = ranges.get(open.pop() as RollupGroup);
      if (range) range.last = members.length - 1;
    }
  };
  for (const group of result.groups) {
    close(group.path.length - 1);
    ranges.set(group, { first: members.length, last: members.length });
    members.push(...group.members.filter(({ path }) => path.length === group.path.length));
    open.push(group);
  }
  close(0);
  const rest = result.all.members.filter(({ path }) => path.length === 0);
  if (result.ungrouped) ranges.set(result.ungrouped, { first: members.length, last: members.length + rest.length - 1 });
  members.push(...rest);
  ranges.set(result.all, { first: 0, last: Math.max(0, members.length - 1) });
  return { members, ranges };
}

export interface ListOptions {
  readonly date: string;
  readonly workbook: string;
  readonly year: number | null;
  readonly as: SummaryKind;
}

/** Values; formulas of Excel over the list (COUNTIF); or one function of ours over it (KPI.SUMMARY). */
export type SummaryKind = "values" | "formulas" | "function";

const WIDTHS = [210, 230, 44, 440] as const;

/** The list as a sheet of its own: its header repeats on every printed page. */
export function drawList({ members }: KpiList, options: ListOptions): SheetDrawing {
  const { date, workbook, year } = options;
  return {
    name: LIST_SHEET,
    columns: WIDTHS,
    rows: [
      line([cell(year === null ? "KPI一覧" : `KPI一覧　${yearName(year)}`, "title")], 26),
      line([cell([workbook, `作成日 ${date}`, `KPI ${members.length}件`].filter(Boolean).join("　｜　"), "meta")]),
      line(["まとまり", "指標", "評価", "説明"].map((head) => cell(head, "header"))),
      ...members.map((member) => listRow(member, options)),
    ],
    merges: [],
    headerRow: LIST_TOP - 1,
    orientation: "Landscape",
    chart: null,
  };
}

function listRow(member: Member, { as }: ListOptions): DrawnRow {
  const { indicator } = member.row;
  const group = listName(member.path);
  const name = [indicator.no, indicator.name, member.part ?? ""].filter(Boolean).join(" ");
  const sentence = explain(member.grading, "ja");
  const link = as !== "values" ? linkTo(member) : null;
  const heights = [group, name, "", sentence].map((text, i) => heightOf(text, WIDTHS[i] as number) ?? 0);
  return line(
    [
      cell(group, "name"),
      cell(name, "name"),
      link === null ? cell(member.grading.grade || NOT_JUDGED, "mark") : formulaCell(link, "mark"),
      cell(sentence, "name"),
    ],
    Math.max(...heights) || null,
  );
}
