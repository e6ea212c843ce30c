/** What the pane knows at one moment. Plain data; `store.ts` changes it, components show it. */
import type { HostError } from "../../excel/host-errors";
import type { RestoreOffer } from "../../excel/record";
import type { RestoreReport } from "../../excel/restore";
import type { ApplyReport } from "../../excel/write";
import type { Settings } from "../../sheet/settings";
import type { SheetDrawing } from "../../sheet/drawing";
import type { Assessment, CellRef, EditPlan, Finding, WorkbookSnapshot } from "../../sheet/types";
import type { Preferences } from "../preferences";

/** Which rows the list shows. */
export type Filter = "all" | "graded" | "confirm" | "unreadable";

export interface StateCounts {
  readonly kpi: number;
  readonly graded: number;
  readonly confirm: number;
  readonly unreadable: number;
}

/** What is written into a grade cell. */
export type WriteMode = "values" | "formulas";

export type ReadState =
  /** Share from 0 to 1; null while the size is not known. */
  | { readonly kind: "reading"; readonly share: number | null }
  | { readonly kind: "ready" }
  | { readonly kind: "cancelled" }
  /** What Excel threw; `hostErrorSentence` makes the sentence, in the language of the moment. */
  | { readonly kind: "failed"; readonly error: unknown };

export type Job = "write" | "formulas" | "toValues" | "fix" | "rollup" | "report" | "undo";

export type WriteState =
  | { readonly kind: "idle" }
  /** `examined`: Excel was asked what it would refuse, and the plan says so. */
  | { readonly kind: "preview"; readonly mode: WriteMode; readonly plan: EditPlan; readonly examined: boolean }
  /** 集計: the cells of the sheets' own blocks, and the summary sheets if they are wanted. */
  | {
      readonly kind: "rollupPreview";
      readonly plan: EditPlan;
      readonly drawings: readonly SheetDrawing[];
      readonly examined: boolean;
    }
  | { readonly kind: "working"; readonly job: Job; readonly share: number | null }
  | { readonly kind: "failed"; readonly job: Job; readonly error: unknown };

/** What was last done to the sheet; stays in the bar until it is closed. */
export type Outcome = (
  | {
      readonly job: Exclude<Job, "undo">;
      readonly report: ApplyReport;
      /** The name of the summary sheet that was drawn. */
      readonly sheet?: string;
      /** What kept the summary sheet from being drawn, after the cells had been written. */
      readonly undrawn?: HostError;
    }
  | { readonly job: "undo"; readonly report: RestoreReport }
) & {
  /** The sheet could not be read again since: the list may show what stood there before. */
  readonly unread?: true;
};

/** The last thing that happened outside reading and writing. */
export type Message =
  | { readonly kind: "settingsSaved" }
  /** Sentences for the parts of the file that could not be read. */
  | { readonly kind: "settingsImported"; readonly problems: readonly string[] }
  /** Sentences for stored settings that could not be read; the rest is in force. */
  | { readonly kind: "settingsProblems"; readonly problems: readonly string[] }
  | { readonly kind: "importFailed" }
  | { readonly kind: "notARubric" }
  | { readonly kind: "noWords" }
  | { readonly kind: "failed"; readonly error: unknown };

export interface PaneState {
  readonly preferences: Preferences;
  readonly read: ReadState;
  readonly workbook: WorkbookSnapshot | null;
  readonly assessment: Assessment | null;
  /** 点検; null until the rules have run. */
  readonly findings: readonly Finding[] | null;
  readonly settings: Settings;
  readonly filter: Filter;
  /** Where the selection of the sheet is. */
  readonly selected: CellRef | null;
  readonly write: WriteState;
  /** Keys of indicators whose hand-made grade is to be overwritten. */
  readonly ticked: ReadonlySet<string>;
  /** Tables without a grade column get one in the empty column beside them. */
  readonly newColumns: boolean;
  readonly outcome: Outcome | null;
  /** What 元に戻す would undo, from the record in the workbook. */
  readonly undoable: RestoreOffer | null;
  readonly message: Message | null;
}
