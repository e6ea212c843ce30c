/**
 * What 集計 writes into the sheets' own blocks: counts, 施策の進捗状況, 合計事業費, grades in the verification text, drafts.
 * One item per block, so that the user can leave one out.
 */
import { gradeOrder, marksOf } from "../../kpi/rubric";
import type { Grid } from "../grid";
import type { Settings } from "../settings";
import type { AssessedSheet, Assessment, EditPlan } from "../types";
import { findCountBlocks } from "./count-block";
import { wantedCounts } from "./count-edits";
import { editsOf, joinPlans, type EditChoices } from "./edits";
import { rollUp } from "./groups";
import { findNarrative } from "./narrative";
import { matchNarrative, wantedNarrative, wantedRemarks } from "./narrative-edits";
import { findProgressBlock, type ProgressBlock } from "./progress";
import { progressCounts, roundingNote, wantedProgress, type ProgressCounts } from "./progress-shares";
import { gridOf } from "./project-cells";
import { findProjectTables, findTotalsBlock } from "./projects";
import { isSummary } from "./summary-layout";
import { wantedTotals } from "./totals";

export type BlockKind = "counts" | "progress" | "totals" | "narrative" | "drafts";

export const BLOCK_KINDS: readonly BlockKind[] = ["counts", "progress", "totals", "narrative", "drafts"];

export interface BlockPlan {
  readonly kind: BlockKind;
  readonly sheetId: string;
  readonly plan: EditPlan;
  /** Japanese sentences to be read before writing. */
  readonly notes: readonly string[];
}

/** A block of 施策の進捗状況 with the numbers behind it; null counts: somebody has to say them. */
export interface FoundProgress {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly block: ProgressBlock;
  readonly counts: ProgressCounts | null;
}

export interface BlockChoices extends EditChoices {
  /** Blocks to write; drafts are only made when asked for. */
  readonly kinds: ReadonlySet<BlockKind>;
}

/** One plan per block of every sheet that has some; empty plans are left out. */
export function planBlocks(assessment: Assessment, settings: Settings, choices: BlockChoices): BlockPlan[] {
  return assessment.sheets.flatMap((sheet) => planSheet(assessment, sheet, settings, choices));
}

/** Everything chosen as one plan. */
export const planRollup = (assessment: Assessment, settings: Settings, choices: BlockChoices): EditPlan =>
  joinPlans(planBlocks(assessment, settings, choices).map(({ plan }) => plan));

/** Every 施策の進捗状況 of the workbook. */
export function findProgress(assessment: Assessment, settings: Settings): FoundProgress[] {
  return assessment.sheets.flatMap(({ sheet }) => {
    if (sheet.area === null) return [];
    const grid = gridOf(sheet);
    const block = findProgressBlock(grid);
    if (block === null) return [];
    const counts = progressCounts(block, findProjectTables(grid), settings.progressCounts[sheet.name]);
    return [{ sheetId: sheet.id, sheetName: sheet.name, block, counts }];
  });
}

function planSheet(
  assessment: Assessment,
  assessed: AssessedSheet,
  settings: Settings,
  choices: BlockChoices,
): BlockPlan[] {
  const { sheet } = assessed;
  if (sheet.area === null) return [];
  const grid = gridOf(sheet);
  if (isSummary(grid)) return [];
  const item = (kind: BlockKind, plan: EditPlan, notes: readonly string[] = []): BlockPlan[] =>
    plan.edits.length + plan.refused.length === 0 ? [] : [{ kind, sheetId: sheet.id, plan, notes }];
  const makers: Readonly<Record<BlockKind, () => BlockPlan[]>> = {
    counts: () => item("counts", planCounts(assessment, assessed, grid, settings, choices)),
    progress: () => {
      const block = findProgressBlock(grid);
      const found = block && progressCounts(block, findProjectTables(grid), settings.progressCounts[sheet.name]);
      if (!block || !found) return [];
      const note = block.kind === "mark" ? null : roundingNote(found.counts, "plain");
      // Who tells the numbers wants them written: only what we worked out ourselves gives way to what stands there.
      const overwrite = choices.overwrite || found.from === "user";
      const plan = editsOf(grid, wantedProgress(grid, block, found, "plain"), { overwrite });
      return item("progress", plan, note === null ? [] : [note]);
    },
    totals: () => {
      const tables = findProjectTables(grid);
      const block = findTotalsBlock(grid);
      const lines = [...tables.flatMap(({ totals }) => totals), ...(block?.lines ?? [])];
      return item("totals", editsOf(grid, wantedTotals({ lines }, tables), choices));
    },
    narrative: () => {
      const lines = findNarrative(grid);
      const { fill, kept } = wantedNarrative(matchNarrative(assessed, lines), lines, {
        overwrite: choices.overwrite,
        drafts: choices.kinds.has("drafts"),
      });
      // What is filled in leaves every word as it is: no value of a person is lost.
      const plan = editsOf(grid, fill, { overwrite: true });
      return item("narrative", joinPlans([plan, editsOf(grid, kept, { overwrite: false })]));
    },
    drafts: () => item("drafts", editsOf(grid, wantedRemarks(grid, assessed), { overwrite: false })),
  };
  return BLOCK_KINDS.filter((kind) => choices.kinds.has(kind)).flatMap((kind) => makers[kind]());
}

/** A block beside KPI tables speaks of its own sheet, one on a sheet without any of the whole workbook. */
function planCounts(
  assessment: Assessment,
  assessed: AssessedSheet,
  grid: Grid,
  settings: Settings,
  choices: EditChoices,
): EditPlan {
  const own = assessed.tables.length > 0;
  const sheets = own ? [assessed] : assessment.sheets;
  const rubrics = new Set(sheets.flatMap(({ tables }) => tables.map(({ rubric }) => rubric)));
  const grades = new Set([...rubrics].flatMap((rubric) => [...gradeOrder(rubric), ...marksOf(rubric)]));
  if (grades.size === 0) return { edits: [], refused: [] };
  const taken = assessed.tables.map(({ table }) => table.area);
  const blocks = findCountBlocks(grid, [...grades], taken);
  if (blocks.length === 0) return { edits: [], refused: [] };
  const result = rollUp({ ...assessment, sheets }, settings);
  return joinPlans(blocks.map((block) => editsOf(grid, wantedCounts(grid, block, result), choices)));
}
