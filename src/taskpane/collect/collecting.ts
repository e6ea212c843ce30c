/**
 * 提出シートを集める: choose, read one by one, lay together, write the result sheets, bring in the sheets themselves. Nothing
 * is written into the workbook before the user says so; each action ends in a new state; none rejects.
 */
import { toHostError } from "../../excel/host-errors";
import { insertSubmitted, readInserted } from "../../excel/insert";
import { writeSheet } from "../../excel/sheets";
import { collect, drawResults, ownSubmission, type Collection, type Submission } from "../../sheet/collect";
import type { PaneStore } from "../state/store";
import { toBase64 } from "./base64";
import { withFiles } from "./chosen";
import { bytesOf, readFile } from "./read-file";
import type { ChosenFile, ChosenSource, CollectState, FailCode, FileState, InsertLine } from "./types";

const INITIAL: CollectState = { files: [], work: { kind: "idle" }, collection: null, outcome: null };

/** Lets the pane draw and hear the button 「中止」 between two files. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export class Collecting {
  private state: CollectState = INITIAL;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | null = null;
  /** The settings that the files were read with, as text. */
  private readWith = "";

  /** @param reasonOf one Japanese sentence for a file that could not be read, for the result sheets */
  constructor(
    private readonly store: PaneStore,
    private readonly reasonOf: (code: FailCode | "waiting") => string,
    private readonly now: () => Date = () => new Date(),
  ) {}

  readonly get = (): CollectState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private change(part: Partial<CollectState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  private set(name: string, state: FileState): void {
    this.change({ files: this.state.files.map((file) => (file.name === name ? { ...file, state } : file)) });
  }

  /** Adds files to the list and reads them. */
  readonly add = async (sources: readonly ChosenSource[]): Promise<void> => {
    this.change({ files: withFiles(this.state.files, sources), outcome: null });
    await this.read();
  };

  /** Takes a file off the list, with all that was read from it. */
  readonly remove = async (name: string): Promise<void> => {
    if (this.state.work.kind !== "idle") return;
    this.change({ files: this.state.files.filter((file) => file.name !== name), outcome: null });
    await this.layTogether();
  };

  /** Reads a file once more: it may have been mended, or closed in Excel. */
  readonly again = async (name: string): Promise<void> => {
    if (this.state.work.kind !== "idle") return;
    this.set(name, { kind: "waiting" });
    await this.read();
  };

  /** Reads all files anew where the settings have changed since: another rubric, other years. */
  readonly renew = async (): Promise<void> => {
    const { files, work } = this.state;
    if (work.kind !== "idle" || files.length === 0 || this.readWith === this.settingsText()) return;
    const anew = files.map((file): ChosenFile => {
      return file.state.kind === "read" ? { ...file, state: { kind: "waiting" } } : file;
    });
    this.change({ files: anew, outcome: null });
    await this.read();
  };

  private settingsText(): string {
    return JSON.stringify(this.store.get().settings);
  }

  /** Reads what waits, also after a stop. */
  readonly read = async (): Promise<void> => {
    if (this.state.work.kind !== "idle") return;
    const abort = new AbortController();
    this.abort = abort;
    const { settings } = this.store.get();
    this.readWith = this.settingsText();
    for (let next = this.waiting(); next && !abort.signal.aborted; next = this.waiting()) {
      const { files } = this.state;
      const done = files.filter(({ state }) => state.kind === "read" || state.kind === "failed").length;
      this.change({ work: { kind: "reading", done, total: files.length, file: next.name } });
      this.set(next.name, { kind: "reading" });
      await breathe();
      const state = await readFile(next.name, next.source, settings);
      this.set(next.name, state);
    }
    await this.layTogether();
    this.abort = null;
    this.change({ work: { kind: "idle" } });
  };

  private waiting(): ChosenFile | undefined {
    return this.state.files.find(({ state }) => state.kind === "waiting");
  }

  /** The file being read or brought in is finished; the rest waits. */
  readonly stop = (): void => this.abort?.abort();

  private async layTogether(): Promise<void> {
    const { files } = this.state;
    this.change({ collection: files.length === 0 ? null : await this.collected() });
  }

  private async collected(): Promise<Collection> {
    const { files } = this.state;
    const { settings } = this.store.get();
    const submissions = files.flatMap(({ state }) => (state.kind === "read" ? [state.submission] : []));
    const unread = files.flatMap(({ name: file, state }) => {
      if (state.kind === "read") return [];
      const failed = state.kind === "failed";
      return [{ file, reason: this.reasonOf(failed ? state.code : "waiting"), waiting: !failed }];
    });
    return collect(submissions, unread, await this.own(), settings);
  }

  /** The workbook that is open, for comparison; without the sheets that came from the submitted files. */
  private async own(): Promise<Submission | null> {
    const { workbook, settings } = this.store.get();
    if (workbook === null) return null;
    try {
      const inserted = await readInserted();
      return ownSubmission(workbook, new Set(inserted.map(({ sheetId }) => sheetId)), settings);
    } catch {
      // Excel does not say which sheets came from files: then nothing of this workbook is compared.
      return null;
    }
  }

  /** Draws the result sheets; running it again draws over them. */
  readonly write = async (): Promise<void> => {
    const { collection, work } = this.state;
    if (collection === null || work.kind !== "idle") return;
    this.change({ work: { kind: "writing" }, outcome: null });
    const written: string[] = [];
    try {
      const head = { date: japaneseDate(this.now()), workbook: this.store.get().workbook?.name ?? "" };
      for (const [i, drawing] of drawResults(collection, head).entries()) {
        await writeSheet(drawing, { replace: true, show: i === 0 });
        written.push(drawing.name);
      }
      this.change({ outcome: { kind: "written", sheets: written } });
    } catch (error) {
      this.change({ outcome: { kind: "writeFailed", problem: toHostError(error), written } });
    }
    this.change({ work: { kind: "idle" } });
    await this.afterwards();
  };

  /** Brings in the sheets with KPI tables, file by file; a refusal is a line with its reason, the others go on. */
  readonly insert = async (): Promise<void> => {
    if (this.state.work.kind !== "idle") return;
    const abort = new AbortController();
    this.abort = abort;
    const files = this.insertable();
    const lines: InsertLine[] = [];
    this.change({ outcome: null });
    for (const { name, source, submission } of files) {
      if (abort.signal.aborted) break;
      this.change({ work: { kind: "inserting", done: lines.length, total: files.length, file: name } });
      await breathe();
      lines.push({ file: name, outcome: await this.insertOne(name, source, submission) });
    }
    this.abort = null;
    const stopped = lines.length < files.length;
    this.change({ work: { kind: "idle" }, outcome: { kind: "inserted", lines, stopped } });
    await this.afterwards();
  };

  private async insertOne(file: string, source: ChosenSource, submission: Submission): Promise<InsertLine["outcome"]> {
    const bytes = await bytesOf(source);
    if (typeof bytes === "string") return { kind: "unread", code: bytes };
    try {
      const sheets = submission.sheets.map(({ name }) => name);
      return await insertSubmitted({ file, base64: toBase64(bytes), sheets });
    } catch (error) {
      return { kind: "refused", problem: toHostError(error), left: [] };
    }
  }

  private insertable(): (ChosenFile & { readonly submission: Submission })[] {
    return this.state.files.flatMap((file) =>
      file.state.kind === "read" && file.state.submission.kpis.length > 0
        ? [{ ...file, submission: file.state.submission }]
        : [],
    );
  }

  readonly closeOutcome = (): void => this.change({ outcome: null });

  /** The pane shows the workbook with its new sheets. */
  private async afterwards(): Promise<void> {
    this.store.markStale(true);
    await this.store.refresh();
  }
}

const japaneseDate = (today: Date): string =>
  new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long" }).format(today);
