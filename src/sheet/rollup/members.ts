/** What is counted: one member per KPI, its place among the groups, parts and repeats counted as the user chose. */
import { plain } from "../../kpi/characters";
import { splitName } from "../../kpi/name";
import { rankOf } from "../../kpi/rubric";
import type { Grading, Rubric } from "../../kpi/types";
import type { Settings } from "../settings";
import type { AssessedSheet, Assessment, GradedIndicator, SheetSnapshot } from "../types";
import { ownerOfSheet } from "./owners";
import { gridOf } from "./project-cells";

/** How groups are made; null: the headings of the sheet, all levels. */
export type Grouping = Settings["grouping"];

/** One KPI as it is counted. */
export interface Member {
  /** The row; the worst of them where several rows are counted as one. */
  readonly row: GradedIndicator;
  readonly rubric: Rubric;
  readonly grading: Grading;
  readonly sheet: SheetSnapshot;
  /** Headings, outermost first, as corrected by the user. */
  readonly path: readonly string[];
  /** The same as printed: the key under which a correction is stored. */
  readonly printed: readonly string[];
  /** 「男性」 where parts are counted each. */
  readonly part: string | null;
}

export interface Members {
  readonly counted: readonly Member[];
  /** 再掲 that are not counted again. */
  readonly repeats: readonly Member[];
}

export type MemberSettings = Pick<Settings, "grouping" | "rollupParts" | "rollupRepeated" | "groupNames">;

/** Key of a printed path in `settings.groupNames`. */
export const pathKey = (path: readonly string[]): string => path.join("\n");

/** Every KPI of the assessment as a member. */
export function membersOf(assessment: Assessment, settings: MemberSettings): Members {
  const all = assessment.sheets.flatMap((sheet) => membersOfSheet(sheet, settings));
  return settings.rollupRepeated === "once" ? withoutRepeats(all) : { counted: all, repeats: [] };
}

function membersOfSheet(assessed: AssessedSheet, settings: MemberSettings): Member[] {
  if (assessed.tables.length === 0) return [];
  const owner = settings.grouping === "owner" ? ownerOfSheet(gridOf(assessed.sheet)) : null;
  return assessed.tables.flatMap((table) => {
    const rows = settings.rollupParts === "worst" ? joinParts(table.graded) : table.graded;
    return rows.flatMap((row): Member[] => {
      const printed = printedPath(row, assessed, settings.grouping, owner);
      const path = corrected(printed, settings.groupNames);
      const member = { row, rubric: row.rubric, sheet: assessed.sheet, path, printed };
      const { parts } = row.grading;
      if (settings.rollupParts !== "each" || parts.length < 2)
        return [{ ...member, grading: row.grading, part: row.indicator.part }];
      return parts.map((grading) => ({ ...member, grading, part: partName(grading) ?? row.indicator.part }));
    });
  });
}

function partName({ input }: Grading): string | null {
  for (const reading of [input.actual, input.target, input.baseline]) {
    if (reading.kind === "quantity" && reading.parts[0].label !== null) return reading.parts[0].label;
  }
  return null;
}

function printedPath(
  { indicator }: GradedIndicator,
  { sheet }: AssessedSheet,
  grouping: Grouping,
  sheetOwner: string | null,
): readonly string[] {
  if (grouping === "sheet") return [sheet.name];
  if (grouping === "owner") {
    const owner = indicator.owner ?? sheetOwner;
    return owner === null ? [] : [owner];
  }
  return grouping === "goal" ? indicator.group.slice(0, 1) : indicator.group;
}

/** Each level may have been renamed; two groups of one name under one parent are one. */
function corrected(path: readonly string[], names: Settings["groupNames"]): readonly string[] {
  return path.map((own, i) => names[pathKey(path.slice(0, i + 1))] ?? own);
}

/** The settings with a group's name corrected at its own level; its printed name, or a blank one, takes the correction back. */
export function renameGroup(
  names: Settings["groupNames"],
  members: readonly Member[],
  depth: number,
  name: string,
): Settings["groupNames"] {
  const next: Record<string, string> = { ...names };
  for (const { printed } of members) {
    const key = pathKey(printed.slice(0, depth + 1));
    const own = printed[depth];
    if (own === undefined) continue;
    if (name.trim() === "" || name.trim() === own) delete next[key];
    else next[key] = name.trim();
  }
  return next;
}

/** 男性 / 女性 below each other: one member, the one that is graded worst. */
function joinParts(graded: readonly GradedIndicator[]): GradedIndicator[] {
  const joined: GradedIndicator[] = [];
  const open = new Map<string, number>();
  for (const row of graded) {
    const { name, part, group } = row.indicator;
    const key = `${pathKey(group)}\n${name}`;
    const at = part === null ? undefined : open.get(key);
    if (at === undefined) {
      if (part !== null) open.set(key, joined.length);
      joined.push(row);
    } else joined[at] = worse(joined[at] as GradedIndicator, row);
  }
  return joined;
}

/** The worse of two; one without a grade says less than one with. */
function worse(a: GradedIndicator, b: GradedIndicator): GradedIndicator {
  return badness(b) > badness(a) ? b : a;
}

const badness = ({ rubric, grading }: Pick<GradedIndicator, "rubric" | "grading">): number =>
  rankOf(rubric, grading.grade);

const spelling = (text: string): string => plain(text).text.replace(/\s+/g, "").toLowerCase();

/** The same KPI in two places: its name, part, baseline and target, as one spelling. */
function identity({ row: { indicator }, part }: Member): string {
  const { core } = splitName(indicator.name);
  return [
    core.replace(/[(（]?再掲[)）]?/g, ""),
    part ?? "",
    indicator.baseline.reading.text,
    indicator.target.reading.text,
  ]
    .map(spelling)
    .join("\n");
}

const isMarked = ({ row }: Member): boolean => /再掲/.test(row.indicator.name) || /再掲/.test(row.indicator.no ?? "");

/** One of each: the one that is not marked 再掲, then the worse grade, then by name of group, so that the order of rows is no matter. */
function withoutRepeats(all: readonly Member[]): Members {
  const kept = new Map<string, Member>();
  const rank = (member: Member): readonly [number, number, string] => [
    isMarked(member) ? 1 : 0,
    -badness(member),
    pathKey(member.path),
  ];
  for (const member of all) {
    const key = identity(member);
    const known = kept.get(key);
    if (known === undefined || before(rank(member), rank(known))) kept.set(key, member);
  }
  const counted = all.filter((member) => kept.get(identity(member)) === member);
  return { counted, repeats: all.filter((member) => !counted.includes(member)) };
}

function before(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number | string;
    const y = b[i] as number | string;
    if (x !== y) return x < y;
  }
  return false;
}
