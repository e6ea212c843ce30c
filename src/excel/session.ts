/**
 * One conversation with Excel. Every request goes through `sync`, which gives it a deadline and turns Excel's
 * errors into `HostError`.
 */
import { HostError, toHostError } from "./host-errors";

/** Some requests never settle (a dialog is open, the connection is gone): after this long we stop waiting. */
export const DEADLINE_MS = 30_000;

/** What the adapter may use of Excel's request context; `sync` is the one with the deadline. */
export interface Session {
  readonly workbook: Excel.Workbook;
  readonly application: Excel.Application;
  /** Sends what was queued. Rejects with a HostError; "cancelled" before anything is sent. */
  readonly sync: () => Promise<void>;
}

export interface SessionOptions {
  readonly signal?: AbortSignal;
  /**
   * Reads may wait until a cell that is being edited is committed. Writes must not: one that lands after the pane
   * has given up waiting would be a change that nobody reported.
   */
  readonly waitForCellEdit?: boolean;
  readonly deadline?: number;
}

/**
 * Runs `work` against the workbook. Rejects with a HostError, except for errors of `work` itself that are no
 * refusals of Excel (bugs), which pass unchanged.
 */
export async function inExcel<T>(options: SessionOptions, work: (context: Session) => Promise<T>): Promise<T> {
  if (typeof Excel === "undefined") throw new HostError("noExcel");
  return await Excel.run({ delayForCellEdit: options.waitForCellEdit ?? false }, (context) =>
    work({ workbook: context.workbook, application: context.application, sync: () => send(context, options) }),
  );
}

async function send(context: Excel.RequestContext, { signal, deadline = DEADLINE_MS }: SessionOptions): Promise<void> {
  if (signal?.aborted) throw new HostError("cancelled");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostError("timeout")), deadline);
  });
  try {
    await Promise.race([context.sync(), late]);
  } catch (error) {
    throw toHostError(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks once more where the answer was lost. Only for work that may be done twice: reading, storing a setting. Not after
 * the deadline, which the user has waited for already, nor when the user stopped it.
 */
export async function askTwice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (["timeout", "cancelled"].includes(toHostError(error).code)) throw error;
    return await ask();
  }
}

/** True where this Excel has the members of ExcelApi `version` (the floor is 1.14). */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
