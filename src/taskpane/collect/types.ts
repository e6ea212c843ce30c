/** What 「提出シートを集める」 knows at one moment. Plain data. */
import type { HostError } from "../../excel/host-errors";
import type { InsertOutcome } from "../../excel/insert";
import type { Collection, Submission } from "../../sheet/collect";
import type { XlsxErrorCode } from "../../xlsx/types";

/** A file as the browser hands it over; its bytes are read when its turn comes, and again for 「シートを入れる」. */
export type ChosenSource = Pick<File, "name" | "size" | "lastModified" | "arrayBuffer">;

/** `notReadable`: the browser cannot open it (moved, only in the cloud). `unexpected`: a fault of ours. */
export type FailCode = XlsxErrorCode | "notReadable" | "unexpected";

export type FileState =
  | { readonly kind: "waiting" }
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly submission: Submission }
  | { readonly kind: "failed"; readonly code: FailCode };

export interface ChosenFile {
  /** Its name, with a number where two files are called alike. */
  readonly name: string;
  readonly source: ChosenSource;
  readonly state: FileState;
}

/** Sheets of one file: brought in, there already, or refused. */
export interface InsertLine {
  readonly file: string;
  readonly outcome: InsertOutcome | { readonly kind: "unread"; readonly code: FailCode };
}

export type Work =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly done: number; readonly total: number; readonly file: string }
  | { readonly kind: "writing" }
  | { readonly kind: "inserting"; readonly done: number; readonly total: number; readonly file: string };

/** The last thing that was done to the workbook. */
export type CollectOutcome =
  | { readonly kind: "written"; readonly sheets: readonly string[] }
  /** `written`: result sheets that were drawn before Excel refused. */
  | { readonly kind: "writeFailed"; readonly problem: HostError; readonly written: readonly string[] }
  | { readonly kind: "inserted"; readonly lines: readonly InsertLine[]; readonly stopped: boolean };

export interface CollectState {
  /** In the order of their names. */
  readonly files: readonly ChosenFile[];
  readonly work: Work;
  /** What was read so far, laid together; null while nothing was read. */
  readonly collection: Collection | null;
  readonly outcome: CollectOutcome | null;
}
