/** 集計: members → one entry per level of each heading, and one for all. Pure; the order of rows changes nothing. */
import type { Ratio, RateMethod, Rubric } from "../../kpi/types";
import {
  countGrades,
  majority,
  meanRate,
  metShare,
  shares,
  meanPoints,
  worst,
  type GradeCounts,
  type Mean,
  type MeanPoints,
  type Rounding,
  type Share,
} from "../../kpi/rollup";
import { gradeOrder, marksOf } from "../../kpi/rubric";
import type { Settings } from "../settings";
import type { Assessment } from "../types";
import { membersOf, pathKey, type Member } from "./members";
import { statusOf, type StatusFinding } from "./status";

export interface RollupGroup {
  /** Headings, outermost first; [] for all. */
  readonly path: readonly string[];
  readonly members: readonly Member[];
  /** In the order of the rubric's grades; what could not be judged is counted under "". */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** Those with a grade of the rubric: without ― and without what could not be judged. */
  readonly graded: number;
  /** In percent, one per entry of `counts`, of the total. */
  readonly shares: readonly number[];
  readonly met: Share;
  /** Null where the members are graded by different rubrics: their grades do not compare. */
  readonly points: MeanPoints | null;
  readonly worst: string | null;
  readonly majority: string | null;
  /** Mean of the rates that exist, over the members of the method that most of them have. */
  readonly mean: Mean & { readonly method: RateMethod | null };
  readonly status: StatusFinding | null;
}

export interface RollupResult {
  /** Every level: the goal, then its measures, then the next goal; rows without a heading are in `all` only. */
  readonly groups: readonly RollupGroup[];
  readonly all: RollupGroup;
  /** Members without any heading. */
  readonly ungrouped: RollupGroup | null;
  /** Rubrics in use, the most used first. */
  readonly rubrics: readonly Rubric[];
  /** Columns of the table: grades of all rubrics, best first, then marks; "" last where something could not be judged. */
  readonly grades: readonly string[];
  readonly rounding: Rounding;
  /** 再掲 that are not counted again. */
  readonly repeats: readonly Member[];
}

export type RollupSettings = Pick<
  Settings,
  "grouping" | "rollupParts" | "rollupRepeated" | "rollupRounding" | "rollupStatus" | "groupNames"
>;

/** Counts, shares, means and status of every group. Never throws on any assessment. */
export function rollUp(assessment: Assessment, settings: RollupSettings): RollupResult {
  const { counted, repeats } = membersOf(assessment, settings);
  const rubrics = rubricsOf(counted);
  const order = gradesOf(rubrics, counted);
  const summarise = (path: readonly string[], members: readonly Member[]): RollupGroup =>
    summary(path, members, order, settings);
  const bare = counted.filter(({ path }) => path.length === 0);
  return {
    groups: tree(counted).map(({ path, members }) => summarise(path, members)),
    all: summarise([], counted),
    ungrouped: bare.length > 0 && bare.length < counted.length ? summarise([], bare) : null,
    rubrics,
    grades: order,
    rounding: settings.rollupRounding,
    repeats,
  };
}

interface Node {
  readonly path: readonly string[];
  readonly members: Member[];
  readonly children: Map<string, Node>;
}

/** Members under every prefix of their path, in the order in which the headings come first. */
function tree(members: readonly Member[]): { path: readonly string[]; members: readonly Member[] }[] {
  const root: Node = { path: [], members: [], children: new Map() };
  for (const member of members) {
    let node = root;
    for (const name of member.path) {
      // Spaces and widths are no difference between two headings.
      const key = name.normalize("NFKC").replace(/\s+/g, "");
      let child = node.children.get(key);
      if (child === undefined) {
        child = { path: [...node.path, name], members: [], children: new Map() };
        node.children.set(key, child);
      }
      child.members.push(member);
      node = child;
    }
  }
  const flat = (node: Node): Node[] => [...node.children.values()].flatMap((child) => [child, ...flat(child)]);
  return flat(root);
}

function rubricsOf(members: readonly Member[]): Rubric[] {
  const uses = new Map<string, { rubric: Rubric; count: number }>();
  for (const { rubric } of members) {
    const known = uses.get(rubric.id);
    if (known) known.count += 1;
    else uses.set(rubric.id, { rubric, count: 1 });
  }
  return [...uses.values()]
    .sort((a, b) => b.count - a.count || (a.rubric.id < b.rubric.id ? -1 : 1))
    .map(({ rubric }) => rubric);
}

function gradesOf(rubrics: readonly Rubric[], members: readonly Member[]): string[] {
  const grades = new Set([...rubrics.flatMap(gradeOrder), ...rubrics.flatMap(marksOf)]);
  for (const grade of members.map(({ grading }) => grading.grade).sort()) if (grade !== "") grades.add(grade);
  const all = [...grades];
  return members.some(({ grading }) => grading.grade === "") ? [...all, ""] : all;
}

function summary(
  path: readonly string[],
  members: readonly Member[],
  order: readonly string[],
  settings: RollupSettings,
): RollupGroup {
  const rubrics = rubricsOf(members);
  const rubric = rubrics.length === 1 ? (rubrics[0] ?? null) : null;
  const counts = new Map(order.map((grade) => [grade, 0]));
  let graded = 0;
  for (const one of rubrics) {
    const own = members.filter((member) => member.rubric.id === one.id).map(({ grading }) => grading.grade);
    const found: GradeCounts = countGrades(own, one);
    graded += found.graded;
    for (const [grade, count] of found.counts) counts.set(grade, (counts.get(grade) ?? 0) + count);
  }
  const grades = members.map(({ grading }) => grading.grade);
  const points = rubric && meanPoints(grades, rubric);
  const met = metShare(members.map(({ grading }) => grading.targetMet));
  const mean = meanOf(members);
  return {
    path,
    members,
    counts,
    total: members.length,
    graded,
    shares: shares([...counts.values()], settings.rollupRounding),
    met,
    points: points?.mean ? points : null,
    worst: rubric && worst(grades, rubric),
    majority: rubric && majority(grades, rubric),
    mean,
    status: statusOf({ rubric, points, met, mean }, settings.rollupStatus),
  };
}

const METHODS: readonly RateMethod[] = ["changeRate", "progressRate", "attainmentRate"];

/** Rates of different methods have no common mean: the method that most members have is taken. */
function meanOf(members: readonly Member[]): RollupGroup["mean"] {
  const rates = new Map<RateMethod, (Ratio | null)[]>();
  for (const { grading } of members) {
    const { method, value } = grading.rate;
    if (value === null || grading.grade === "") continue;
    rates.set(method, [...(rates.get(method) ?? []), value]);
  }
  const size = (method: RateMethod): number => rates.get(method)?.length ?? 0;
  const [best] = [...METHODS].sort((a, b) => size(b) - size(a));
  const own = best === undefined ? [] : (rates.get(best) ?? []);
  return { ...meanRate(own), method: own.length > 0 ? (best ?? null) : null };
}

/** The group of a path; null where there is none. */
export const groupOf = (result: RollupResult, path: readonly string[]): RollupGroup | null =>
  result.groups.find((group) => pathKey(group.path) === pathKey(path)) ?? null;
