/**
 * 「元に戻す」: puts back exactly what stood in the cells before the last write, wherever the cell still holds what was
 * written. The record is given up only after the cells have been read back.
 */
import type { CellContent } from "../sheet/types";
import { sameContent } from "./contents";
import { HostError, toHostError } from "./host-errors";
import { offerOf, RECORD_KEY, stepsOf, type RestoreOffer, type Step, type StepCell } from "./record";
import { askTwice, inExcel, type Session, type SessionOptions } from "./session";
import { readTargets, type Found } from "./targets";
import { saveSteps, writeAll, type ApplyOptions, type Write } from "./write";

export interface RestoreReport {
  /** Read back: holds again what stood there before. */
  readonly restored: readonly StepCell[];
  /** Not touched: somebody changed the cell after the write. */
  readonly changed: readonly StepCell[];
  /** Not touched: locked on a protected sheet. Stays in the record. */
  readonly protected: readonly StepCell[];
  /** The sheet is gone. */
  readonly missing: readonly StepCell[];
  /** Put back, but reads otherwise. Stays in the record. */
  readonly failed: readonly { readonly cell: StepCell; readonly found: CellContent }[];
  /** Could not be read back. Stays in the record. */
  readonly unverified: readonly StepCell[];
  readonly problem: HostError | null;
  /** Earlier writes, or cells of this one, can still be restored. */
  readonly more: boolean;
}

/** What 「元に戻す」 would undo; null when there is nothing. Rejects with a HostError. */
export async function restoreAvailable(options: SessionOptions = {}): Promise<RestoreOffer | null> {
  return await inExcel({ waitForCellEdit: true, ...options }, async (context) => {
    const { steps } = await readRecord(context);
    return offerOf(steps);
  });
}

/**
 * Undoes the last write. Rejects with a HostError as long as nothing has been written; from then on resolves with a
 * report. Null when there is nothing to undo.
 */
export async function restore(options: Pick<ApplyOptions, "onProgress"> = {}): Promise<RestoreReport | null> {
  return await inExcel({}, async (context) => {
    const { steps, sheets } = await readRecord(context);
    const step = steps[steps.length - 1];
    if (!step) return null;
    const cells = step.cells.flatMap((cell) => located(cell, sheets));
    const missing = step.cells.filter((cell) => located(cell, sheets).length === 0);
    const now = await readTargets(context, cells, { full: true });
    const { writes, restored, changed, guarded } = sort(cells, now);
    const problem = writes.length > 0 ? await writeAll(context, writes, options, null) : null;
    const outcome = await verify(context, writes, problem);
    const kept = [...guarded, ...outcome.failed.map(({ cell }) => cell), ...outcome.unverified];
    const rest: Step[] = [...steps.slice(0, -1), ...(kept.length > 0 ? [{ ...step, cells: kept }] : [])];
    return {
      ...outcome,
      restored: [...restored, ...outcome.restored],
      changed,
      protected: guarded,
      missing,
      problem: outcome.problem ?? (await keep(context, rest)),
      more: rest.length > 0,
    };
  });
}

interface SheetName {
  readonly id: string;
  readonly name: string;
}

async function readRecord(context: Session) {
  const setting = context.workbook.settings.getItemOrNullObject(RECORD_KEY);
  setting.load("value");
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const sheets = worksheets.items.map(({ id, name }): SheetName => ({ id, name }));
  return { steps: stepsOf(setting), sheets };
}

/**
 * The cell where it is now; empty when its sheet is gone. The name counts first: a copied file can give the id to
 * another sheet; a renamed sheet is found by its id.
 */
function located(cell: StepCell, sheets: readonly SheetName[]): StepCell[] {
  const sheet = sheets.find(({ name }) => name === cell.sheetName) ?? sheets.find(({ id }) => id === cell.sheetId);
  return sheet ? [sheet.id === cell.sheetId ? cell : { ...cell, sheetId: sheet.id }] : [];
}

function sort(cells: readonly StepCell[], now: ReadonlyMap<StepCell, Found | null>) {
  const writes: Write<StepCell>[] = [];
  const restored: StepCell[] = [];
  const changed: StepCell[] = [];
  const guarded: StepCell[] = [];
  for (const cell of cells) {
    const found = now.get(cell);
    if (!found || found.moved) changed.push(cell);
    // An earlier attempt whose answer was lost: nothing left to do here.
    else if (isBack(found.content, cell)) restored.push(cell);
    else if (!sameContent(found.content.formula, cell.after.formula)) changed.push(cell);
    else if (found.locked || (found.formatLocked && found.content.numberFormat !== cell.before.numberFormat))
      guarded.push(cell);
    else writes.push({ ...cell, origin: cell, now: found.content, next: cell.before });
  }
  return { writes, restored, changed, guarded };
}

function isBack(found: CellContent, { before }: StepCell): boolean {
  return sameContent(found.formula, before.formula) && found.numberFormat === before.numberFormat;
}

async function verify(context: Session, writes: readonly Write<StepCell>[], problem: HostError | null) {
  const cells = writes.map(({ origin }) => origin);
  const restored: StepCell[] = [];
  const failed: { cell: StepCell; found: CellContent }[] = [];
  const unverified: StepCell[] = [];
  if (cells.length === 0) return { restored, failed, unverified, problem };
  try {
    const found = await askTwice(() => readTargets(context, cells, { full: false }));
    for (const cell of cells) {
      const content = found.get(cell)?.content;
      if (!content) unverified.push(cell);
      else if (isBack(content, cell)) restored.push(cell);
      else failed.push({ cell, found: content });
    }
    return { restored, failed, unverified, problem: restored.length === cells.length ? null : problem };
  } catch (error) {
    return { restored, failed, unverified: cells, problem: problem ?? toHostError(error) };
  }
}

/** Stores what remains to be restored. Should that fail, the cells are back and a second attempt finds them so. */
async function keep(context: Session, steps: readonly Step[]): Promise<HostError | null> {
  try {
    await askTwice(async () => {
      saveSteps(context, steps);
      await context.sync();
    });
    return null;
  } catch (error) {
    return toHostError(error);
  }
}
