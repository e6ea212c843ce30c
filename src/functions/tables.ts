/** SUMMARY, SHARE and STATUS: grades and statuses of many rows. */
import { ratioToNumber } from "../kpi/decimal";
import type { Rounding } from "../kpi/rollup";
import { countGrades, majority, shares, topShare, meanPoints, worst } from "../kpi/rollup";
import { gradeKey, gradeOrder } from "../kpi/rubric";
import type { Rubric } from "../kpi/types";
import type { Matrix } from "./arguments";
import { aligned, isBlankOption, matrix, textOf } from "./arguments";
import { valueError } from "./errors";

/** The filled cells; an error value fails the whole table, since a count without it would be wrong. */
const filled = (range: Matrix): string[] => range.flatMap((cells) => cells.map(textOf)).filter((text) => text !== "");

const ALL = "全体";

/**
 * Header, then one row per group in the order of the sheet. A blank group cell belongs to the group above (merged cells
 * hand over their first cell only). Marks that are no grade of the rubric get a column of their own.
 */
export function summaryTable(grades: Matrix, groups: unknown, rubric: Rubric): unknown[][] {
  const byGroup = new Map<string, string[]>();
  const whole = matrix(groups).every((row) => row.every(isBlankOption));
  const at = whole ? () => ALL : aligned(matrix(groups), grades, "グループ", "評価");
  let current = whole ? ALL : "（グループなし）";
  grades.forEach((row, r) =>
    row.forEach((cell, c) => {
      current = textOf(at(r, c)) || current;
      const text = textOf(cell);
      if (text === "") return;
      const list = byGroup.get(current) ?? [];
      if (list.length === 0) byGroup.set(current, list);
      list.push(text);
    }),
  );
  if (whole && byGroup.size === 0) byGroup.set(ALL, []);
  const known = [...countGrades([], rubric).counts.keys()];
  const all = [...byGroup].map(([group, list]) => ({ group, list, ...countGrades(list, rubric) }));
  const foreign = all.some(({ counts }) => counts.size > known.length);
  const top = gradeOrder(rubric)[0] ?? "";
  return [
    ["グループ", ...known, ...(foreign ? ["その他"] : []), "計", `${top}の割合`],
    ...all.map(({ group, list, counts, total }) => {
      const own = known.map((grade) => counts.get(grade) ?? 0);
      const others = total - own.reduce((a, b) => a + b, 0);
      const { share } = topShare(list, rubric);
      return [group, ...own, ...(foreign ? [others] : []), total, share ? ratioToNumber(share) : ""];
    }),
  ];
}

const PROGRESS = ["完了", "順調", "概ね順調", "停滞", "実施困難"];

function roundingOf(cell: unknown): Rounding {
  const text = textOf(cell);
  if (text === "") return "largestRemainder";
  if (/^最大剰余(法|方式)?$/.test(text)) return "largestRemainder";
  if (text === "四捨五入") return "plain";
  throw valueError(`丸め方「${text}」がありません。最大剰余・四捨五入のどちらかを指定してください`);
}

const spelling = (text: string): string => gradeKey(text).replace(/^おおむね順調$/, "概ね順調");

/** Header, then status, count and share in percent with one decimal. Progress statuses first in their order, then the others by text. */
export function shareTable(statuses: Matrix, rounding: unknown): unknown[][] {
  const how = roundingOf(rounding);
  const counts = new Map<string, number>();
  for (const status of filled(statuses).map(spelling)) counts.set(status, (counts.get(status) ?? 0) + 1);
  const known = PROGRESS.filter((status) => counts.has(status));
  const order = new Set([...known, ...[...counts.keys()].sort()]);
  const rounded = shares(
    [...order].map((status) => counts.get(status) ?? 0),
    how,
  );
  return [
    ["状況", "件数", "割合（％）"],
    ...[...order].map((status, i) => [status, counts.get(status) ?? 0, rounded[i] ?? 0]),
  ];
}

/** One grade for many; the rubric's no-actual mark where nothing is graded. */
export function statusText(grades: Matrix, method: unknown, rubric: Rubric): string {
  const texts = filled(grades);
  const name = textOf(method) || "最頻";
  const none = rubric.noActualGrade;
  if (name === "最頻" || name === "最頻値") return majority(texts, rubric) ?? none;
  if (name === "最低") return worst(texts, rubric) ?? none;
  if (name !== "平均点") throw valueError(`方法「${name}」がありません。最頻・最低・平均点のどれかを指定してください`);
  if (rubric.bands.every((band) => band.points === null))
    throw valueError(`${rubric.name}には点数がありません。評価基準表に「点数」の列を加えてください`);
  return meanPoints(texts, rubric).grade ?? none;
}
