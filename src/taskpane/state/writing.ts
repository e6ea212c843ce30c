/** Plan → preview → write → bar, and back again. Each action ends in a new state; none rejects. */
import { toHostError } from "../../excel/host-errors";
import type { ApplyReport } from "../../excel/write";
import type { SheetDrawing } from "../../sheet/drawing";
import { planValues } from "../../sheet/plan";
import type { EditPlan } from "../../sheet/types";
import { planFor } from "./plans";
import type { PaneStore } from "./store";
import type { Job, WriteMode } from "./types";

/** What writes. Ends in a rejection where the add-in's server cannot be reached and it was not loaded before. */
export const loadEngine = () => import(/* webpackChunkName: "writing" */ "./engine");

const NOTHING_WRITTEN: ApplyReport = {
  written: [],
  refused: [],
  failed: [],
  unverified: [],
  problem: null,
  restorable: null,
};

export class Writing {
  private abort: AbortController | null = null;

  constructor(private readonly store: PaneStore) {}

  private plan(mode: WriteMode): EditPlan | null {
    const { assessment, ticked, newColumns, undoable, settings, preferences } = this.store.get();
    const written = undoable?.written ?? null;
    const choices = { mode, ticked, newColumns, written, settings };
    return assessment === null ? null : planFor(assessment, preferences.scope, choices);
  }

  readonly preview = (mode: WriteMode): void => {
    const plan = this.plan(mode);
    if (!plan) return;
    this.store.change({ write: { kind: "preview", mode, plan, examined: false }, outcome: null, message: null });
    void this.examine(plan);
  };

  readonly previewRollup = (plan: EditPlan, drawings: readonly SheetDrawing[]): void => {
    this.store.change({ write: { kind: "rollupPreview", plan, drawings, examined: false }, outcome: null });
    void this.examine(plan);
  };

  /** Asks Excel what it would refuse of the plan that is shown, so that the preview says so before the write does. */
  private async examine(plan: EditPlan): Promise<void> {
    let examined = plan;
    try {
      if (plan.edits.length > 0) examined = await (await loadEngine()).examinePlan(plan);
    } catch {
      // The plan stays as it is: writing asks the same again and says what is the matter.
    }
    const { write } = this.store.get();
    const shown = write.kind === "preview" || write.kind === "rollupPreview";
    if (shown && write.plan === plan) this.store.change({ write: { ...write, plan: examined, examined: true } });
  }

  readonly leave = (): void => {
    this.store.change({ write: { kind: "idle" } });
    this.store.settle();
  };

  /** A hand-made grade to be overwritten, or not after all; the preview follows. */
  readonly tick = (key: string, ticked: boolean): void => {
    const next = new Set(this.store.get().ticked);
    if (ticked) next.add(key);
    else next.delete(key);
    this.store.change({ ticked: next });
    this.replan();
  };

  readonly addColumns = (newColumns: boolean): void => {
    this.store.change({ newColumns });
    this.replan();
  };

  replan(): void {
    const { write } = this.store.get();
    if (write.kind !== "preview") return;
    const plan = this.plan(write.mode);
    if (!plan) return;
    this.store.change({ write: { ...write, plan, examined: false } });
    void this.examine(plan);
  }

  /** Writes what the preview shows. */
  readonly write = async (): Promise<void> => {
    const { write } = this.store.get();
    if (write.kind !== "preview" || write.plan.edits.length === 0) return;
    await this.apply(write.plan, write.mode === "formulas" ? "formulas" : "write");
  };

  /** 「式を値にする」: our formulas become what they show. */
  readonly toValues = async (): Promise<void> => {
    const { assessment } = this.store.get();
    if (assessment !== null) await this.apply(planValues(assessment), "toValues");
  };

  /** Carries out a plan that the user has seen. */
  async apply(plan: EditPlan, job: Exclude<Job, "undo">): Promise<void> {
    const abort = new AbortController();
    this.abort = abort;
    this.store.change({ write: { kind: "working", job, share: null }, outcome: null });
    try {
      const { applyPlan, restoreFits } = await loadEngine();
      const report = await applyPlan(plan, {
        signal: abort.signal,
        // The preview said so before the button was pressed.
        withoutRestore: !restoreFits(plan),
        onProgress: ({ done, total }) =>
          this.store.change({ write: { kind: "working", job, share: total > 0 ? done / total : null } }),
      });
      const undoable = report.restorable ?? this.store.get().undoable;
      const after = { write: { kind: "idle" }, outcome: { job, report }, undoable } as const;
      this.store.change({ ...after, ticked: new Set(), newColumns: false });
      await this.afterwards(plan.edits.some((edit) => edit.sheetId !== this.store.get().workbook?.activeSheetId));
    } catch (error) {
      this.store.change({ write: { kind: "failed", job, error } });
    } finally {
      this.abort = null;
    }
  }

  /** 集計 as its preview shows it: first the sheets' own blocks, then the summary sheet. */
  readonly writeRollup = async (): Promise<void> => {
    const { write } = this.store.get();
    if (write.kind !== "rollupPreview") return;
    const { plan, drawings } = write;
    if (plan.edits.length > 0) await this.apply(plan, "rollup");
    else this.store.change({ write: { kind: "working", job: "rollup", share: null }, outcome: null });
    const { write: after, outcome } = this.store.get();
    if (drawings.length === 0 || after.kind === "failed") return;
    const report = outcome !== null && outcome.job !== "undo" ? outcome.report : NOTHING_WRITTEN;
    try {
      const { writeSheet } = await loadEngine();
      const names: string[] = [];
      // The list comes first, the summary that counts over it last: that one is brought to the front.
      for (const drawing of drawings) {
        const { name } = await writeSheet(drawing, { replace: true, show: drawing === drawings.at(-1) });
        names.push(name);
      }
      this.store.change({ write: { kind: "idle" }, outcome: { job: "rollup", report, sheet: names.join("」「") } });
      await this.afterwards(true);
    } catch (error) {
      if (report === NOTHING_WRITTEN) this.store.change({ write: { kind: "failed", job: "rollup", error } });
      else {
        const undrawn = toHostError(error);
        this.store.change({ write: { kind: "idle" }, outcome: { job: "rollup", report, undrawn } });
      }
    }
  };

  readonly undo = async (): Promise<void> => {
    this.store.change({ write: { kind: "working", job: "undo", share: null }, outcome: null });
    try {
      const { restore } = await loadEngine();
      const report = await restore({
        onProgress: ({ done, total }) =>
          this.store.change({ write: { kind: "working", job: "undo", share: total > 0 ? done / total : null } }),
      });
      const undoable = report?.more ? this.store.get().undoable : null;
      this.store.change({ write: { kind: "idle" }, outcome: report && { job: "undo", report }, undoable });
      await this.afterwards(true);
    } catch (error) {
      this.store.change({ write: { kind: "failed", job: "undo", error } });
    }
  };

  /** Between requests only: what is written by then is reported and can be undone. */
  readonly stop = (): void => this.abort?.abort();

  readonly closeOutcome = (): void => this.store.change({ outcome: null });

  /** The list shows what the sheet holds now. */
  private async afterwards(whole: boolean): Promise<void> {
    this.store.markStale(whole);
    await this.store.refresh();
  }
}
