/** 集計: what is counted in scope, where the figures go, and what a press on the button would write. */
import { joinPlans } from "../../sheet/rollup/edits";
import {
  BLOCK_KINDS,
  commonYear,
  drawSummarySheets,
  planBlocks,
  rollUp,
  summariseMoney,
  type BlockKind,
  type BlockPlan,
  type RollupResult,
  type SummaryKind,
} from "../../sheet/rollup";
import type { SheetDrawing } from "../../sheet/drawing";
import type { Settings } from "../../sheet/settings";
import type { Assessment, EditPlan } from "../../sheet/types";

/** What the user chose under 書き込み先. */
export interface RollupTargets {
  readonly kinds: ReadonlySet<BlockKind>;
  readonly overwrite: boolean;
  readonly sheet: boolean;
  readonly as: SummaryKind;
}

export const resultOf = (assessment: Assessment, settings: Settings): RollupResult => rollUp(assessment, settings);

export interface FoundBlock {
  readonly kind: BlockKind;
  /** Cells that would change or that are refused. */
  readonly cells: number;
  readonly notes: readonly string[];
}

/** The sheets' own blocks that 集計 could fill, one entry per kind, in the order of writing. */
export function blocksOf(assessment: Assessment, settings: Settings, overwrite: boolean): FoundBlock[] {
  const plans = planBlocks(assessment, settings, { kinds: new Set(BLOCK_KINDS), overwrite });
  return BLOCK_KINDS.flatMap((kind): FoundBlock[] => {
    const own = plans.filter((plan) => plan.kind === kind);
    if (own.length === 0) return [];
    return [{ kind, cells: own.reduce((sum, plan) => sum + plan.plan.edits.length, 0), notes: notesOf(own) }];
  });
}

const notesOf = (plans: readonly BlockPlan[]): string[] => [...new Set(plans.flatMap(({ notes }) => notes))];

export interface RollupPlan {
  readonly plan: EditPlan;
  /** The summary sheet and its list; [] where none is wanted. */
  readonly drawings: readonly SheetDrawing[];
}

/** @param today for the head of the summary sheet; the layers below read no clock */
export function rollupPlan(
  assessment: Assessment,
  settings: Settings,
  targets: RollupTargets,
  today: Date,
): RollupPlan {
  const { kinds, overwrite } = targets;
  const plan = joinPlans(planBlocks(assessment, settings, { kinds, overwrite }).map((block) => block.plan));
  if (!targets.sheet) return { plan, drawings: [] };
  const drawings = drawSummarySheets(rollUp(assessment, settings), {
    date: new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long" }).format(today),
    workbook: sheetsInScope(assessment),
    year: commonYear(assessment.sheets.map(({ tables, year }) => (tables.length > 0 ? year : null))),
    as: targets.as,
    money: summariseMoney(assessment),
    status: settings.rollupStatus,
  });
  return { plan, drawings };
}

/** The workbook's name, with the sheet's where only one of several is counted. */
function sheetsInScope({ workbook, sheets }: Assessment): string {
  const [first] = sheets;
  return sheets.length === 1 && first && workbook.sheets.length > 1
    ? `${workbook.name}「${first.sheet.name}」`
    : workbook.name;
}

/** Settings with the numbers of projects per status of one sheet; null takes them back. */
export function tellProgress(
  settings: Settings,
  sheetName: string,
  counts: Readonly<Record<string, number>> | null,
): Settings {
  const others = Object.entries(settings.progressCounts).filter(([name]) => name !== sheetName);
  const own: [string, Record<string, number>][] = counts === null ? [] : [[sheetName, { ...counts }]];
  return { ...settings, progressCounts: Object.fromEntries([...others, ...own]) };
}

/** KPIs whose grade cell is empty: formulas that count the grade cells would miss them. */
export const blankGrades = (result: RollupResult): number =>
  result.all.members.filter(({ row: { indicator }, grading }) => grading.grade !== "" && indicator.existingGrade === "")
    .length;
