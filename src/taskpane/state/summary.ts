/** 集計: what is counted in scope, where the figures go, and what a press on the button would write. */
import { joinPlans } from "../../sheet/rollup/edits";
import { rollUp, type RollupResult } from "../../sheet/rollup";
import { BLOCK_KINDS, planBlocks, type BlockKind, type BlockPlan } from "../../sheet/rollup/plan";
import { summariseMoney } from "../../sheet/rollup/money-summary";
import { drawSummary } from "../../sheet/rollup/summary-sheet";
import type { SheetDrawing } from "../../sheet/drawing";
import type { Settings } from "../../sheet/settings";
import type { Assessment, EditPlan } from "../../sheet/types";

/** What the user chose under 書き込み先. */
export interface RollupTargets {
  readonly kinds: ReadonlySet<BlockKind>;
  readonly overwrite: boolean;
  readonly sheet: boolean;
  readonly formulas: boolean;
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
  readonly drawing: SheetDrawing | null;
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
  if (!targets.sheet) return { plan, drawing: null };
  const years = new Set(assessment.sheets.filter(({ tables }) => tables.length > 0).map(({ year }) => year));
  const [year = null] = years;
  const drawing = drawSummary(rollUp(assessment, settings), {
    date: new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long" }).format(today),
    workbook: assessment.workbook.name,
    year: years.size === 1 ? year : null,
    as: targets.formulas ? "formulas" : "values",
    money: summariseMoney(assessment),
    status: settings.rollupStatus,
  });
  return { plan, drawing };
}
