/**
 * EditPlan → workbook. Re-read the targets, refuse what may not be touched, write only the cells that change together
 * with the record that can undo it, read back, report. Three requests, and one per 5 MB.
 */
import type { Anchor, CellContent, Edit, EditPlan, Refusal, RefusalReason } from "../sheet/types";
import { sameContent, typed } from "./contents";
import { HostError, toHostError } from "./host-errors";
import { allows, readLists, type Lists } from "./lists";
import { jsonBytes, RECORD_BYTES } from "./payload";
import { formatSteps, offerOf, RECORD_KEY, stepsOf, type RestoreOffer, type Step } from "./record";
import { bySheet, toRuns, type Run, type Target } from "./runs";
import { askTwice, inExcel, type Session } from "./session";
import { inRequests, readTargets, type Found } from "./targets";

export interface ApplyOptions {
  /** Stops between requests; what has been written by then is verified, reported and can be restored. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** The user agreed to write without 「元に戻す」, because the plan is too large for the record. */
  readonly withoutRestore?: boolean;
}

export interface ApplyReport {
  /** Read back: the cell holds what was planned. */
  readonly written: readonly Edit[];
  /** Not touched, with the reason: those of the plan and those found on re-reading. */
  readonly refused: readonly Refusal[];
  /** Read back: the cell does not hold what was planned; `found` is what it holds. */
  readonly failed: readonly { readonly edit: Edit; readonly found: CellContent }[];
  /** Could not be read back: may hold the old or the new content. */
  readonly unverified: readonly Edit[];
  /** What interrupted the work; null where every cell was read back as planned in spite of a lost answer. */
  readonly problem: HostError | null;
  /** What 「元に戻す」 would undo of this; null where it cannot. */
  readonly restorable: RestoreOffer | null;
}

/** A cell to write, and what it holds until then. */
export interface Write<T> extends Target {
  readonly origin: T;
  readonly now: CellContent;
  readonly next: CellContent;
}

/** Whether the plan's record fits into the workbook's settings. If not, tell the user before writing. */
export function restoreFits(plan: EditPlan): boolean {
  return formatSteps([{ id: "0".repeat(20), at: "0".repeat(24), cells: plan.edits }]) !== null;
}

/**
 * Carries out the plan. Rejects with a HostError as long as nothing has been written (the sentence says so); from the
 * first write on it always resolves with a report.
 */
export async function applyPlan(plan: EditPlan, options: ApplyOptions = {}): Promise<ApplyReport> {
  const fits = restoreFits(plan);
  if (!fits && !options.withoutRestore) throw new HostError("restoreTooLarge", `${plan.edits.length} cells`);
  return await inExcel({}, async (context) => {
    const { steps, refused, writes } = await examine(context, plan, options.signal);
    if (writes.length === 0)
      return { written: [], refused, failed: [], unverified: [], problem: null, restorable: null };
    const step = fits ? newStep(writes) : null;
    const record = step && { bytes: RECORD_BYTES, queue: () => saveSteps(context, [...steps, step]) };
    const problem = await writeAll(context, writes, options, record);
    const outcome = await verify(context, writes, problem);
    const nothingLanded =
      outcome.written.length === 0 &&
      outcome.unverified.length === 0 &&
      outcome.failed.every(({ edit, found }) => sameContent(found.formula, edit.before.formula));
    if (step && nothingLanded && problem?.code !== "timeout") await forgetStep(context, step);
    return { ...outcome, refused, restorable: step !== null && !nothingLanded ? offerOf([...steps, step]) : null };
  });
}

/**
 * What writing would refuse, asked beforehand: the plan with only the edits that Excel and the sheet allow now. Nothing
 * is written. Rejects with a HostError.
 */
export async function examinePlan(plan: EditPlan, signal?: AbortSignal): Promise<EditPlan> {
  return await inExcel({}, async (context) => {
    const { refused, writes } = await examine(context, plan, signal);
    return { edits: writes.map(({ origin }) => origin), refused };
  });
}

async function examine(context: Session, plan: EditPlan, signal: AbortSignal | undefined) {
  const { now, steps } = await readNow(context, plan, signal);
  const lists = await readLists(
    context,
    [...now.values()].flatMap((found) => (found?.list ? [found.list] : [])),
  );
  const refused = [...plan.refused];
  const writes: Write<Edit>[] = [];
  for (const edit of plan.edits) {
    const found = now.get(edit) ?? null;
    const reason = refusalOf(edit, found, lists);
    if (reason) refused.push({ edit, reason });
    else if (found) writes.push({ ...edit, origin: edit, now: found.content, next: edit.after });
  }
  return { steps, refused, writes };
}

async function readNow(context: Session, plan: EditPlan, signal: AbortSignal | undefined) {
  if (signal?.aborted) throw new HostError("cancelled");
  const setting = context.workbook.settings.getItemOrNullObject(RECORD_KEY);
  const now = await readTargets(context, plan.edits, { full: true, queue: () => setting.load("value") });
  if (signal?.aborted) throw new HostError("cancelled");
  return { now, steps: stepsOf(setting) };
}

/** Why this cell may not be written, in the order in which a person would want to hear it. */
function refusalOf(edit: Edit, found: Found | null, lists: Lists): RefusalReason | null {
  if (!found) return "noCell";
  if (found.moved || !sameContent(found.content.formula, edit.before.formula)) return "changed";
  if (found.spilled) return "formula";
  if (found.merged) return "merged";
  const reformats = edit.after.numberFormat !== found.content.numberFormat;
  if (found.locked || (reformats && found.formatLocked)) return "protected";
  return allows(lists, found.list, edit.after.formula) ? null : "validation";
}

function newStep(writes: readonly Write<Edit>[]): Step {
  const key = (sheetId: string, row: number, column: number): string => `${sheetId} ${row} ${column}`;
  const written = new Set(writes.map(({ sheetId, row, column }) => key(sheetId, row, column)));
  // A cell that this very write changes cannot vouch for its row afterwards.
  const lasting = (sheetId: string, anchor: Anchor | undefined): Anchor | null =>
    anchor && !written.has(key(sheetId, anchor.row, anchor.column)) ? anchor : null;
  return {
    id: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
    at: new Date().toISOString(),
    cells: writes.map(({ sheetId, sheetName, row, column, now, next, origin }) => {
      const anchor = lasting(sheetId, origin.anchor);
      return { sheetId, sheetName, row, column, before: now, after: next, ...(anchor && { anchor }) };
    }),
  };
}

/** Queues the record. */
export function saveSteps(context: Session, steps: readonly Step[]): void {
  const text = formatSteps(steps);
  if (text === null) throw new HostError("restoreTooLarge");
  context.workbook.settings.add(RECORD_KEY, text);
}

/** Nothing of the step has landed: it would only offer to undo what never happened. */
async function forgetStep(context: Session, step: Step): Promise<void> {
  try {
    const setting = context.workbook.settings.getItemOrNullObject(RECORD_KEY);
    setting.load("value");
    await context.sync();
    const steps = stepsOf(setting);
    if (!steps.some(({ id }) => id === step.id)) return;
    saveSteps(
      context,
      steps.filter(({ id }) => id !== step.id),
    );
    await context.sync();
  } catch {
    // The record stays; restoring it finds that no cell holds what it would undo, and says so.
  }
}

/**
 * Writes in as few requests as the size allows; `first` is queued before the first cell, where it may take so many
 * bytes. Never throws: gives what interrupted it.
 */
export async function writeAll<T>(
  context: Session,
  writes: readonly Write<T>[],
  { signal, onProgress }: Pick<ApplyOptions, "signal" | "onProgress">,
  first: { readonly bytes: number; readonly queue: () => void } | null,
): Promise<HostError | null> {
  const runs = bySheet(writes).flatMap((sheet) => toRuns(sheet.cells, 0));
  const requests = inRequests(runs, runBytes, first?.bytes);
  let done = 0;
  onProgress?.({ done, total: writes.length });
  try {
    first?.queue();
    for (const request of requests) {
      if (done > 0 && signal?.aborted) throw new HostError("cancelled");
      await writeRuns(context, request);
      done += request.reduce((sum, run) => sum + run.cells.length, 0);
      onProgress?.({ done, total: writes.length });
    }
    return null;
  } catch (error) {
    return toHostError(error);
  }
}

async function writeRuns<T>(context: Session, runs: readonly Run<Write<T>>[]): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  for (const run of runs) writeRun(context, run);
  await context.sync();
}

function runBytes<T>(run: Run<Write<T>>): number {
  return run.cells.reduce((sum, { next }) => sum + jsonBytes(String(next.formula)) + jsonBytes(next.numberFormat), 900);
}

function writeRun<T>(context: Session, run: Run<Write<T>>): void {
  const sheet = context.workbook.worksheets.getItem((run.cells[0] as Write<T>).sheetId);
  const range = sheet.getRangeByIndexes(run.row, run.column, run.rowCount, run.columnCount);
  const grid = <V>(of: (write: Write<T>) => V): V[][] =>
    run.rowCount > 1 ? run.cells.map((write) => [of(write)]) : [run.cells.map(of)];
  // Formats first: a text that goes into a text cell must find it to be one.
  if (run.cells.some(({ now, next }) => now.numberFormat !== next.numberFormat))
    range.numberFormat = grid(({ next }) => next.numberFormat);
  range.formulas = grid(({ next }) => typed(next.formula, next.numberFormat));
  range.untrack();
}

/** Reads the cells back and sorts them by what they hold. Never throws. */
async function verify(context: Session, writes: readonly Write<Edit>[], problem: HostError | null) {
  const written: Edit[] = [];
  const failed: { edit: Edit; found: CellContent }[] = [];
  const edits = writes.map(({ origin }) => origin);
  try {
    const found = await askTwice(() => readTargets(context, edits, { full: false }));
    const unverified: Edit[] = [];
    for (const edit of edits) {
      const content = found.get(edit)?.content;
      if (!content) unverified.push(edit);
      else if (sameContent(content.formula, edit.after.formula)) written.push(edit);
      else failed.push({ edit, found: content });
    }
    return { written, failed, unverified, problem: written.length === edits.length ? null : problem };
  } catch (error) {
    return { written: [], failed: [], unverified: edits, problem: problem ?? toHostError(error) };
  }
}
