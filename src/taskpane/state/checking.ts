/** 点検: findings of the workbook, what the user does about them. The rules load after the first reading. */
import { addinVersion, printedDay } from "../../excel/version";
import type { ApplyReport } from "../../excel/write";
import type { AssessedSheet, Finding, Severity } from "../../sheet/types";
import { rowsOf } from "./derive";
import type { PaneStore } from "./store";
import { loadEngine, type Writing } from "./writing";

/** The rules, by far the largest part of the code, are not needed for the list. */
export const loadChecks = () => import(/* webpackChunkName: "checks" */ "../../sheet/checks");

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Findings still open and those marked 確認済み. */
export function sortFindings(
  findings: readonly Finding[],
  acknowledged: Readonly<Record<string, unknown>>,
): { readonly open: readonly Finding[]; readonly done: readonly Finding[] } {
  const isDone = ({ key }: Finding): boolean => acknowledged[key] !== undefined;
  return { open: findings.filter((finding) => !isDone(finding)), done: findings.filter(isDone) };
}

export const countFindings = (findings: readonly Finding[]): FindingCounts => ({
  error: findings.filter(({ severity }) => severity === "error").length,
  warning: findings.filter(({ severity }) => severity === "warning").length,
  info: findings.filter(({ severity }) => severity === "info").length,
});

/** A finding is marked 確認済み with its reason; null: open again. */
export function acknowledge(store: PaneStore, finding: Finding, reason: string | null): void {
  const { settings } = store.get();
  const others = Object.fromEntries(Object.entries(settings.acknowledged).filter(([key]) => key !== finding.key));
  const acknowledged = reason === null ? others : { ...others, [finding.key]: { reason } };
  void store.changeSettings({ ...settings, acknowledged });
}

/** KPIs with a cell for their grade and a computed grade, and nothing in the cell: the sheet is not finished. */
export const countUnfilled = (sheets: readonly AssessedSheet[]): number =>
  rowsOf(sheets).filter(
    ({ indicator, grading }) =>
      indicator.gradeCell !== null && indicator.existingGrade?.trim() === "" && grading.grade !== "",
  ).length;

export type FindingOrder = "severity" | "sheet" | "rule";

export interface FindingGroup {
  /** A severity, a sheet's id or a rule's id. */
  readonly id: string;
  readonly findings: readonly Finding[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Findings under headings: by severity in its order, by sheet and by rule in the order of their gravest finding. */
export function groupFindings(findings: readonly Finding[], order: FindingOrder): FindingGroup[] {
  const idOf = (finding: Finding): string =>
    order === "severity" ? finding.severity : order === "sheet" ? finding.sheetId : finding.rule;
  const graveFirst = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const groups = new Map<string, Finding[]>();
  for (const finding of graveFirst) {
    const known = groups.get(idOf(finding));
    if (known) known.push(finding);
    else groups.set(idOf(finding), [finding]);
  }
  return [...groups].map(([id, own]) => ({ id, findings: own }));
}

const NOTHING_CHANGED: ApplyReport = {
  written: [],
  refused: [],
  failed: [],
  unverified: [],
  problem: null,
  restorable: null,
};

/** 「点検結果を書き出す」: the result sheet is written, or written anew. A refusal is shown, and nothing was written. */
export async function writeReport(store: PaneStore, day: Date): Promise<void> {
  const { assessment, findings, settings } = store.get();
  if (assessment === null || findings === null) return;
  store.change({ write: { kind: "working", job: "report", share: null }, outcome: null });
  try {
    const [{ drawReport }, { writeSheet }] = await Promise.all([loadChecks(), loadEngine()]);
    const drawing = drawReport(assessment, findings, settings, { date: printedDay(day), version: addinVersion() });
    const { name } = await writeSheet(drawing, { replace: true, show: true });
    store.change({ write: { kind: "idle" }, outcome: { job: "report", report: NOTHING_CHANGED, sheet: name } });
    store.markStale(true);
    await store.refresh();
  } catch (error) {
    store.change({ write: { kind: "failed", job: "report", error } });
  }
}

/** Carries out the fix of a finding; what was done shows in the bar and can be undone. */
export async function mend(writing: Writing, finding: Finding): Promise<void> {
  if (finding.fix !== null) await writing.apply(finding.fix, "fix");
}
