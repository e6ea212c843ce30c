/**
 * The pane's memory and its only way to Excel: one action at a time, each ends in a new `PaneState`. It stands outside
 * React, so that a component that mounts twice never reads a workbook twice.
 */
import { assess } from "../../sheet/assess";
import { DEFAULT_SETTINGS, type Settings } from "../../sheet/settings";
import type { Area, Assessment, SheetSnapshot, WorkbookSnapshot } from "../../sheet/types";
import { parseArea } from "../../sheet/address";
import { toHostError } from "../../excel/host-errors";
import { openWorkbook, type OpenedWorkbook, type ReadOptions } from "../../excel/read";
import { selectCells, watchSheets } from "../../excel/selection";
import { askTwice } from "../../excel/session";
import { saveSettings } from "../../excel/settings";
import { DEFAULT_PREFERENCES, loadPreferences, savePreferences, type Preferences } from "../preferences";
import { loadChecks } from "./checking";
import { isAwaited, rowsOf } from "./derive";
import type { Filter, Outcome, PaneState } from "./types";

/** Typing in a sheet sends an event per cell: wait until the hand rests. */
const SETTLE_MS = 600;

/** When sheets with grades that Excel is still working out are read again; after the last time only when asked. */
const AWAIT_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000];

const INITIAL: PaneState = {
  preferences: DEFAULT_PREFERENCES,
  read: { kind: "reading", share: null },
  workbook: null,
  assessment: null,
  findings: null,
  settings: DEFAULT_SETTINGS,
  filter: "all",
  selected: null,
  write: { kind: "idle" },
  ticked: new Set(),
  newColumns: false,
  outcome: null,
  undoable: null,
  message: null,
};

export class PaneStore {
  private state: PaneState = INITIAL;
  private readonly listeners = new Set<() => void>();
  private reading: AbortController | null = null;
  private unwatch: (() => Promise<void>) | null = null;
  private stale: "none" | "sheet" | "workbook" = "none";
  private settling: ReturnType<typeof setTimeout> | undefined;
  private awaiting: ReturnType<typeof setTimeout> | undefined;
  private awaited = 0;

  readonly get = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** For the actions in the files beside this one; components call actions. */
  change(part: Partial<PaneState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  /** Opening the pane: preferences, settings, the workbook, then its events. Never rejects. */
  async start(): Promise<void> {
    this.change({ preferences: await loadPreferences() });
    await this.read();
    try {
      this.unwatch ??= await watchSheets({
        onSelection: ({ sheetId, address }) => this.follow(sheetId, parseArea(address)),
        onChange: ({ sheetId }) => {
          this.awaited = 0;
          this.outdate(sheetId);
        },
        onSheet: (sheetId) => this.turnTo(sheetId),
      });
    } catch {
      // Without events the pane still works: 「シートを読み取る」 reads again.
    }
  }

  async stop(): Promise<void> {
    clearTimeout(this.settling);
    clearTimeout(this.awaiting);
    this.reading?.abort();
    const unwatch = this.unwatch;
    this.unwatch = null;
    // Should Excel refuse now, it forgets the handlers when the page goes.
    await unwatch?.().catch(() => undefined);
  }

  /** Reads settings and the whole workbook; the sheet alone where the workbook is too large. Never rejects. */
  readonly read = async (): Promise<void> => {
    this.reading?.abort();
    const attempt = new AbortController();
    this.reading = attempt;
    this.stale = "none";
    this.awaited = 0;
    this.change({ read: { kind: "reading", share: null } });
    const options = {
      signal: attempt.signal,
      onProgress: ({ done, total }: { done: number; total: number }) => {
        if (this.reading !== attempt) return;
        this.change({ read: { kind: "reading", share: total > 0 ? done / total : null } });
      },
    };
    try {
      const { snapshot, settings, problems, restorable } = await openAllOrActive(options);
      if (this.reading !== attempt) return;
      this.show(snapshot, settings);
      const { outcome } = this.state;
      this.change({
        outcome: outcome && readAgain(outcome),
        undoable: restorable,
        read: { kind: "ready" },
        message: problems.length > 0 ? { kind: "settingsProblems", problems } : null,
      });
    } catch (error) {
      if (this.reading === attempt) this.change({ read: { kind: "failed", error } });
    } finally {
      if (this.reading === attempt) this.reading = null;
    }
  };

  /** At once, even where Excel does not answer: what it may still send is not listened to. */
  readonly cancelRead = (): void => {
    this.reading?.abort();
    this.reading = null;
    this.change({ read: { kind: "cancelled" } });
  };

  /** Reads the active sheet again, quietly: the list stays until the new one is there. */
  async refresh(): Promise<void> {
    if (this.reading || this.state.workbook === null) return;
    const attempt = new AbortController();
    this.reading = attempt;
    const whole = this.stale === "workbook";
    this.stale = "none";
    const { signal } = attempt;
    try {
      const opened = await askTwice(() =>
        whole ? openAllOrActive({ signal }) : openWorkbook({ scope: "active", signal }),
      );
      if (this.reading !== attempt) return;
      const { workbook, settings } = this.state;
      this.show(whole || workbook === null ? opened.snapshot : merge(workbook, opened.snapshot), settings);
      const { outcome } = this.state;
      if (outcome?.unread) this.change({ outcome: readAgain(outcome) });
      this.change({ undoable: opened.restorable, read: { kind: "ready" } });
    } catch (error) {
      if (this.reading !== attempt) return;
      this.stale = whole ? "workbook" : "sheet";
      const { outcome } = this.state;
      // What was written is said in its bar; a second box beside it would only contradict.
      if (outcome !== null) this.change({ outcome: { ...outcome, unread: true } });
      else this.change({ read: { kind: "failed", error } });
    } finally {
      if (this.reading === attempt) this.reading = null;
    }
  }

  private show(workbook: WorkbookSnapshot, settings: Settings): void {
    const assessment = assess(workbook, settings);
    this.change({ workbook, settings, assessment });
    this.awaitGrades(assessment);
    void this.check(assessment, settings);
  }

  /** Grades that Excel is still working out send no event when they are there: their sheets are read again. */
  private awaitGrades({ sheets }: Assessment): void {
    clearTimeout(this.awaiting);
    const waiting = sheets.filter((sheet) => rowsOf([sheet]).some(isAwaited));
    const delay = waiting.length > 0 ? AWAIT_MS[this.awaited++] : undefined;
    if (delay === undefined) return;
    this.awaiting = setTimeout(() => {
      for (const { sheet } of waiting) this.outdate(sheet.id);
    }, delay);
  }

  /** The rules are loaded and run after the list is on the screen. */
  private async check(assessment: Assessment, settings: Settings): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    const { check } = await loadChecks();
    if (this.state.assessment === assessment) this.change({ findings: check(assessment, settings) });
  }

  /**
   * Stores settings in the workbook and grades anew. The new grades show at once; a refusal puts the old ones back and is
   * shown. `tell`: success is shown too, where nothing else on the screen would.
   */
  readonly changeSettings = async (settings: Settings, tell = false): Promise<boolean> => {
    const before = this.state.settings;
    const { workbook } = this.state;
    if (workbook !== null) this.show(workbook, settings);
    else this.change({ settings });
    try {
      await saveSettings(settings);
      this.change({ message: tell ? { kind: "settingsSaved" } : null });
      return true;
    } catch (error) {
      if (this.state.workbook !== null) this.show(this.state.workbook, before);
      else this.change({ settings: before });
      this.change({ message: { kind: "failed", error } });
      return false;
    }
  };

  readonly prefer = (changes: Partial<Preferences>): void => {
    this.change({ preferences: { ...this.state.preferences, ...changes } });
    void savePreferences(changes);
  };

  readonly filterBy = (filter: Filter): void => this.change({ filter });

  /** Selects cells on the sheet and marks the row in the pane. A refusal is shown as a message. */
  readonly select = async (sheetId: string, area: Area): Promise<void> => {
    this.change({ selected: { sheetId, row: area.top, column: area.left } });
    try {
      await selectCells(sheetId, [area]);
    } catch (error) {
      this.change({ message: { kind: "failed", error } });
    }
  };

  readonly dismiss = (): void => this.change({ message: null });

  private follow(sheetId: string, area: Area | null): void {
    if (area) this.change({ selected: { sheetId, row: area.top, column: area.left } });
  }

  private turnTo(sheetId: string): void {
    const { workbook } = this.state;
    if (workbook === null || workbook.activeSheetId === sheetId) return;
    // A sheet that is not in the snapshot is new: the workbook is read again.
    const known = workbook.sheets.some((sheet) => sheet.id === sheetId);
    const { assessment } = this.state;
    const turned = { ...workbook, activeSheetId: sheetId };
    // The findings are those of the workbook, whichever sheet is in front.
    this.change({ workbook: turned, assessment: assessment && { ...assessment, workbook: turned } });
    if (!known) this.stale = "workbook";
    if (this.stale !== "none") this.settle();
  }

  private outdate(sheetId: string): void {
    const { workbook } = this.state;
    if (workbook === null) return;
    if (this.stale !== "workbook") this.stale = sheetId === workbook.activeSheetId ? "sheet" : "workbook";
    this.settle();
  }

  /** Events while something is under way wait: a preview must not change under the user's eyes. */
  settle(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.stale !== "none" && this.state.write.kind === "idle") void this.refresh();
    }, SETTLE_MS);
  }

  /** The sheets were written to: they are read again when the write is over. */
  markStale(whole: boolean): void {
    this.awaited = 0;
    this.stale = whole || this.stale === "workbook" ? "workbook" : "sheet";
  }
}

const readAgain = (outcome: Outcome): Outcome => {
  const { unread: _, ...rest } = outcome;
  return rest;
};

async function openAllOrActive(options: Omit<ReadOptions, "scope">): Promise<OpenedWorkbook> {
  try {
    return await openWorkbook({ ...options, scope: "all" });
  } catch (error) {
    if (toHostError(error).code !== "workbookTooLarge") throw error;
    return await openWorkbook({ ...options, scope: "active" });
  }
}

/** The workbook with the freshly read sheets in place of the old ones. */
function merge(old: WorkbookSnapshot, fresh: WorkbookSnapshot): WorkbookSnapshot {
  const known = new Map<string, SheetSnapshot>(fresh.sheets.map((sheet) => [sheet.id, sheet]));
  const sheets = old.sheets.map((sheet) => known.get(sheet.id) ?? sheet);
  const added = fresh.sheets.filter((sheet) => !old.sheets.some(({ id }) => id === sheet.id));
  return { name: fresh.name, activeSheetId: fresh.activeSheetId, sheets: [...sheets, ...added] };
}
