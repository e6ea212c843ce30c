/** The live cells of the summary sheet: counts of the list of KPIs, and links from that list into the sheets. */
import { gradeOf, gradeOrder, marksOf, PRESETS } from "../../kpi/rubric";
import { areaAddress, cellAddress, columnLetters } from "../address";
import type { RollupGroup, RollupResult } from "./groups";
import type { Member } from "./members";
import { fullPoints, scaleFor, type StatusScale } from "./status";
import type { Layout } from "./summary-layout";
import { LIST_GRADE, LIST_SHEET, LIST_TOP, type KpiList } from "./summary-list";

export interface LiveCells {
  readonly counts: readonly string[];
  readonly total: string;
  readonly share: string;
  /** null: rests on figures that the list does not have. */
  readonly status: string | null;
}

const absolute = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
const quoted = (content: string): string => `"${content.replace(/"/g, '""')}"`;

/** Counts of the group's run of the list, and what follows from them in the row. */
export function formulasOf(
  group: RollupGroup,
  result: RollupResult,
  layout: Layout,
  status: StatusScale | null,
  list: KpiList,
  at: number,
): LiveCells {
  const range = list.ranges.get(group) ?? { first: 0, last: 0 };
  const area = `${LIST_SHEET}!${absolute(LIST_TOP + range.first, LIST_GRADE)}:${absolute(LIST_TOP + range.last, LIST_GRADE)}`;
  const here = (column: number): string => cellAddress(at, column);
  const row = (from: number, to: number): string => areaAddress({ top: at, left: from, bottom: at, right: to });
  const known = layout.grades.filter((grade) => grade !== "").length;
  const ranked =
    result.rubrics.length === 1 ? gradeOrder(result.rubrics[0] as (typeof result.rubrics)[number]).length : 0;
  const graded = ranked === 0 ? "0" : `SUM(${row(1, ranked)})`;
  return {
    counts: layout.grades.map((grade, i) =>
      grade === ""
        ? `=${here(layout.total)}-SUM(${row(1, known)})`
        : `=COUNTIF(${area},${columnLetters(i + 1)}$${layout.header + 1})`,
    ),
    total: `=ROWS(${area})`,
    share: `=IF(${graded}=0,"―",${here(1)}/${graded})`,
    status: statusFormula(result, layout, status, graded, row, here),
  };
}

function statusFormula(
  { rubrics }: RollupResult,
  { share }: Layout,
  stored: StatusScale | null,
  graded: string,
  row: (from: number, to: number) => string,
  here: (column: number) => string,
): string | null {
  const [rubric] = rubrics;
  if (rubric === undefined || rubrics.length > 1) return null;
  const scale = scaleFor(rubric, stored);
  if (scale === null || scale.measure === "rate" || graded === "0") return null;
  const byPoints = scale.measure === "points";
  const points = gradeOrder(rubric).map((grade) => rubric.bands.find((band) => band.grade === grade)?.points ?? 0);
  const measured = byPoints
    ? `SUMPRODUCT(${row(1, points.length)},{${points.join(",")}})/${graded}/${fullPoints(rubric) ?? 1}`
    : here(share);
  const words = scale.bands.reduceRight(
    (rest, { word, min }) => `IF(${measured}>=${min},${quoted(word)},${rest})`,
    quoted(scale.otherwise),
  );
  return `=IF(${graded}=0,"―",${words})`;
}

/** Grades above 「目標達成」 only: then the share of the best grade is the share of targets met. */
export function topIsMet(result: RollupResult): boolean {
  const [rubric] = result.rubrics;
  const [top] = rubric ? gradeOrder(rubric) : [];
  if (rubric === undefined || top === undefined || result.rubrics.length > 1) return false;
  return [result.all, ...result.groups].every(
    ({ met, counts, graded }) => met.part === (counts.get(top) ?? 0) && met.whole === graded,
  );
}

/** The best grade of the rubric most used; "" without any. */
export const bestOf = (result: RollupResult): string => {
  const [rubric] = result.rubrics;
  return (rubric && gradeOrder(rubric)[0]) ?? "";
};

/** What stands in the grade cell, in the spelling of the rubric; null without a grade cell. */
export function linkTo({ row: { indicator }, rubric, sheet }: Member): string | null {
  const { gradeCell, existingGrade } = indicator;
  if (gradeCell === null) return null;
  const place = `'${sheet.name.replace(/'/g, "''")}'!${cellAddress(gradeCell.row, gradeCell.column)}`;
  const own = (existingGrade ?? "").trim();
  const meant = own === "" ? null : gradeOf(rubric, own);
  const value = meant !== null && meant !== own ? `SUBSTITUTE(${place},${quoted(own)},${quoted(meant)})` : place;
  return `=IF(${place}="","",${value})`;
}

/**
 * `=KPI.SUMMARY(grades, groups, rubric)` over the list, which spills the header and one row per group; null where the
 * rubric has no name, or where a cell holds what is no grade of it: the table would be another than the one drawn.
 */
export function summaryFunction(result: RollupResult, list: KpiList): string | null {
  const [rubric] = result.rubrics;
  if (rubric === undefined || result.rubrics.length > 1 || list.members.length === 0) return null;
  if (result.grades.length !== gradeOrder(rubric).length + marksOf(rubric).length) return null;
  const foreign = list.members.some(({ row: { indicator } }) => {
    const own = (indicator.existingGrade ?? "").trim();
    return own !== "" && gradeOf(rubric, own) === null;
  });
  const name = PRESETS.find((preset) => preset.id === rubric.id && preset.name === rubric.name)?.name;
  if (foreign || name === undefined) return null;
  const last = LIST_TOP + list.members.length - 1;
  const range = (column: number): string => `${LIST_SHEET}!${absolute(LIST_TOP, column)}:${absolute(last, column)}`;
  return `=KPI.SUMMARY(${range(LIST_GRADE)},${range(0)},${quoted(name)})`;
}
