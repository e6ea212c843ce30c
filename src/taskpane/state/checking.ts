/** 点検: findings of the workbook, what the user does about them. The rules load after the first reading. */
import type { Finding } from "../../sheet/types";
import type { PaneStore } from "./store";
import type { Writing } from "./writing";

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

/** Carries out the fix of a finding; what was done shows in the bar and can be undone. */
export async function mend(writing: Writing, finding: Finding): Promise<void> {
  if (finding.fix !== null) await writing.apply(finding.fix, "fix");
}
