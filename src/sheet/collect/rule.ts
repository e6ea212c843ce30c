/** Rules across departments: what no workbook shows by itself. Each compares the submissions with one another. */
import type { Severity } from "../types";
import { cellAddress } from "../address";
import type { Submission } from "./submission";

/** A cell in one of the files; `row` and `column` absent: the file or the sheet as a whole. */
export interface CrossPlace {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  /** What stands there, as printed. */
  readonly text: string;
}

/** One inconsistency between files. */
export interface CrossFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** What it is about: a KPI, a sheet. */
  readonly subject: string;
  /** Japanese, polite: what differs, between whom, and what to do. */
  readonly message: string;
  readonly places: readonly CrossPlace[];
}

export type CrossDraft = Omit<CrossFinding, "rule">;

export interface CrossContext {
  /** In the order of their names; at least one. */
  readonly submissions: readonly Submission[];
  /** The planning department's own list, the workbook that is open; null where it holds no KPI. */
  readonly own: Submission | null;
}

export interface CrossRule {
  /** Plain English, kebab-case. */
  readonly id: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly find: (context: CrossContext) => readonly CrossDraft[];
}

/** 「様式1!D9」, the sheet alone, or nothing. */
export function placeName({ sheet, row, column }: CrossPlace): string {
  if (sheet === null) return "";
  return row === null || column === null ? sheet : `${sheet}!${cellAddress(row, column)}`;
}

const SHOWN = 4;

/** 「-16人」は12_防災課.xlsx（様式1!G7）、「-61人」は1_広報課.xlsx（様式1!G7）ほか36か所: what is said, and who says it. */
export function variantsText(variants: readonly (readonly CrossPlace[])[]): string {
  const shown = variants.slice(0, SHOWN).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const name = placeName(first);
    const more = others.length > 0 ? `ほか${others.length}か所` : "";
    return [`「${first.text}」は${first.file}${name === "" ? "" : `（${name}）`}${more}`];
  });
  const more = variants.length - shown.length;
  return `${shown.join("、")}${more > 0 ? `、ほか${more}通り` : ""}`;
}

/** The group that most belong to, with the others; ties go to the one that came first. null: all are alike. */
export function majorityOf<T>(
  all: readonly T[],
  key: (one: T) => string,
): { readonly most: readonly T[]; readonly rest: readonly T[] } | null {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  if (groups.size < 2) return null;
  const most = [...groups.values()].reduce((best, group) => (group.length > best.length ? group : best));
  return { most, rest: all.filter((one) => !most.includes(one)) };
}
