/** All submissions together: one list of KPIs, one rollup, what does not fit between departments. The order of files is no matter. */
import { rollUp, type RollupResult, type RollupSettings } from "../rollup";
import type { Settings } from "../settings";
import type { AssessedSheet, Assessment, Severity, WorkbookSnapshot } from "../types";
import type { CrossContext, CrossFinding } from "./rule";
import { CROSS_RULES } from "./rules";
import { readSubmission, type Submission, type SubmittedKpi, type UnreadFile } from "./submission";

/** One line per file: read, read without any KPI, or not read with the reason. Nothing that was chosen is left out. */
export type FileLine =
  | { readonly kind: "read"; readonly file: string; readonly submission: Submission }
  | { readonly kind: "noKpi"; readonly file: string; readonly submission: Submission }
  | { readonly kind: "unread" | "waiting"; readonly file: string; readonly reason: string };

export interface Collection {
  readonly files: readonly FileLine[];
  /** In the order of files, sheets and rows. */
  readonly kpis: readonly SubmittedKpi[];
  readonly cross: readonly CrossFinding[];
  readonly rollup: RollupResult;
}

/** Numbers inside names count as numbers: 「2_商工課」 before 「10_観光課」. No locale of the PC: the same everywhere. */
export function compareNames(a: string, b: string): number {
  const pieces = (text: string): readonly string[] => text.normalize("NFKC").match(/\d+|\D+/g) ?? [];
  const [x, y] = [pieces(a), pieces(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [p, q] = [x[i] as string, y[i] as string];
    const order = Number(p) - Number(q) || (p < q ? -1 : p > q ? 1 : 0);
    if (order !== 0) return order;
  }
  return x.length - y.length || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * @param own the workbook that is open, as a list of what should come and another source to compare with; null: none
 * @param settings of the planning department, for the rollup
 */
export function collect(
  submissions: readonly Submission[],
  unread: readonly UnreadFile[],
  own: Submission | null,
  settings: RollupSettings,
): Collection {
  const ordered = [...submissions].sort((a, b) => compareNames(a.file, b.file));
  const lines = [
    ...ordered.map((submission): FileLine => {
      const kind = submission.kpis.length > 0 ? "read" : "noKpi";
      return { kind, file: submission.file, submission };
    }),
    ...unread.map(({ file, reason, waiting }): FileLine => ({ kind: waiting ? "waiting" : "unread", file, reason })),
  ].sort((a, b) => compareNames(a.file, b.file));
  const hasOwn = own !== null && own.kpis.length > 0;
  return {
    files: lines,
    kpis: ordered.flatMap(({ kpis }) => kpis),
    cross: findCross({ submissions: ordered, own: hasOwn ? own : null }),
    rollup: rollUp(together(ordered, settings), settings),
  };
}

/** The open workbook as a source of its own, without what an earlier run brought in. */
export function ownSubmission(
  workbook: WorkbookSnapshot,
  collected: ReadonlySet<string>,
  settings: Settings,
): Submission {
  // Sheets that were brought in from the same files would be compared with themselves.
  const sheets = workbook.sheets.filter(({ id }) => !collected.has(id));
  return readSubmission(workbook.name, { ...workbook, sheets }, settings);
}

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** Errors first, then by rule and by place. */
export function findCross(context: CrossContext): CrossFinding[] {
  if (context.submissions.length === 0) return [];
  return CROSS_RULES.flatMap(({ id, find }) => find(context).map((draft) => ({ ...draft, rule: id })))
    .map((finding, at) => ({ finding, at }))
    .sort((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity) || a.at - b.at)
    .map(({ finding }) => finding);
}

/** One assessment of all files. Grouped by sheet, a group is a file: their sheets all have the same names. */
function together(submissions: readonly Submission[], { grouping }: RollupSettings): Assessment {
  const sheets = submissions.flatMap(({ file, assessment }) =>
    grouping === "sheet" ? assessment.sheets.map((one) => renamed(one, file)) : assessment.sheets,
  );
  return {
    workbook: { name: "", sheets: sheets.map(({ sheet }) => sheet), activeSheetId: null },
    sheets,
  };
}

const renamed = (one: AssessedSheet, name: string): AssessedSheet => ({ ...one, sheet: { ...one.sheet, name } });
