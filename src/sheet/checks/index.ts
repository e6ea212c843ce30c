/** 点検: every rule over the whole workbook. Pure, no clock; the same workbook always gives the same findings. */
import type { Settings } from "../settings";
import type { Assessment, Finding, Severity } from "../types";
import { checkContext } from "./context";
import type { Draft, Place, Rule } from "./rule";
import { RULES } from "./rules";

export { RULES } from "./rules";
export type { Rule, RuleFamily } from "./rule";
export { LABELS } from "./wording";
export { CHECK_SHEET, drawReport, verdictOf, type ReportOptions } from "./report";

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/**
 * All findings of a workbook: errors first, then by sheet and place. Never throws on any content.
 * A workbook without a KPI table has none.
 */
export function check(assessment: Assessment, settings: Settings): Finding[] {
  const context = checkContext(assessment, settings);
  const sheetOrder = new Map(assessment.sheets.map(({ sheet }, i) => [sheet.id, i]));
  const found: Finding[] = [];
  const seen = new Map<string, number>();
  for (const rule of RULES) {
    for (const draft of rule.find(context)) found.push(findingOf(rule, draft, seen));
  }
  const at = (finding: Finding): readonly number[] => [
    ORDER.indexOf(finding.severity),
    sheetOrder.get(finding.sheetId) ?? 0,
    finding.cells[0]?.row ?? 0,
    finding.cells[0]?.column ?? 0,
  ];
  return found
    .map((finding) => ({ finding, at: at(finding) }))
    .sort((a, b) => a.at.map((n, i) => n - (b.at[i] ?? 0)).find((n) => n !== 0) ?? 0)
    .map(({ finding }) => finding);
}

function findingOf(rule: Rule, draft: Draft, seen: Map<string, number>): Finding {
  const { sheet, subject, values, message, fix = null } = draft;
  const base = [rule.id, subject, ...values.map(({ text }) => text)]
    .map((part) => part.normalize("NFKC").replace(/\s+/g, ""))
    .join("|");
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  return {
    rule: rule.id,
    key: count === 1 ? base : `${base}#${count}`,
    severity: draft.severity ?? rule.severity,
    sheetId: sheet.id,
    cells: distinct(draft.cells),
    others: (draft.others ?? [])
      .map((other) => ({ sheetId: (other.sheet ?? sheet).id, cells: distinct(other.cells) }))
      .filter(({ cells }) => cells.length > 0),
    values,
    message,
    fix,
  };
}

function distinct(places: readonly (Place | null)[]): Place[] {
  const known = new Set<string>();
  return places.flatMap((place) => {
    if (place === null || known.has(`${place.row}:${place.column}`)) return [];
    known.add(`${place.row}:${place.column}`);
    return [{ row: place.row, column: place.column }];
  });
}
