/**
 * The one place that turns Excel's refusals into sentences. A `HostError` that reaches the pane always means that no
 * cell was changed: after the first write nothing is thrown any more, it is reported (see write.ts and restore.ts).
 */
import type { Language } from "../kpi/types";

export type HostErrorCode =
  | "cellEdit"
  | "protected"
  | "notFound"
  | "refused"
  | "merged"
  | "table"
  | "argument"
  | "tooLarge"
  | "workbookTooLarge"
  | "restoreTooLarge"
  | "settingsTooLarge"
  | "timeout"
  | "unreachable"
  | "conflict"
  | "unsupported"
  | "sheetTaken"
  | "cancelled"
  | "noExcel"
  | "unknown";

interface HostErrorRow {
  /** Excel's own codes (OfficeExtension.Error.code) that mean this. */
  readonly excel: readonly string[];
  readonly ja: Sentences;
  readonly en: Sentences;
}

/** What happened, what stayed as it was, what to do. */
type Sentences = readonly [happened: string, unchanged: string, todo: string];

const UNCHANGED = { ja: "何も変更していません。", en: "Nothing was changed." } as const;

/** One line per situation. `{detail}` is the place or figure. */
export const HOST_ERRORS: Readonly<Record<HostErrorCode, HostErrorRow>> = {
  cellEdit: {
    excel: ["InvalidOperationInCellEditMode"],
    ja: [
      "セルが編集中のため、Excelが操作を受け付けませんでした。",
      UNCHANGED.ja,
      "セルの編集をEnterキーで確定（またはEscキーで取り消し）してから、もう一度お試しください。",
    ],
    en: [
      "Excel did not accept the operation because a cell is being edited.",
      UNCHANGED.en,
      "Press Enter (or Esc) to finish editing, then try again.",
    ],
  },
  protected: {
    excel: ["AccessDenied", "Unauthenticated", "BadPassword"],
    ja: [
      "シートまたはブックが保護されているか、読み取り専用のため、Excelが操作を断りました。",
      UNCHANGED.ja,
      "保護の解除（校閲タブ）または編集の有効化を確かめてから、もう一度お試しください。",
    ],
    en: [
      "Excel refused the operation because the sheet or workbook is protected or read-only.",
      UNCHANGED.en,
      "Remove the protection (Review tab) or enable editing, then try again.",
    ],
  },
  notFound: {
    excel: ["ItemNotFound", "InvalidReference", "InvalidBinding", "InvalidObjectPath"],
    ja: [
      "対象のシートまたはセルが見つかりませんでした。名前の変更や削除のあとかもしれません。",
      UNCHANGED.ja,
      "「シートを読み取る」で読み直してください。",
    ],
    en: [
      "The sheet or cell was not found; it may have been renamed or deleted.",
      UNCHANGED.en,
      "Read the sheet again.",
    ],
  },
  refused: {
    excel: [
      "InvalidOperation",
      "InvalidRequest",
      "InvalidSelection",
      "UnsupportedOperation",
      "UnsupportedSheet",
      "InactiveWorkbook",
      "FilteredRangeConflict",
      "NonBlankCellOffSheet",
      "WriteNotSupportedWhenModalDialogOpen",
    ],
    ja: [
      "いまのブックの状態では、Excelがこの操作を受け付けませんでした。",
      UNCHANGED.ja,
      "開いているダイアログや、保護・フィルター・共有の状態を確かめてから、もう一度お試しください。",
    ],
    en: [
      "Excel does not allow this operation in the workbook's present state.",
      UNCHANGED.en,
      "Check open dialogs, protection, filters and sharing, then try again.",
    ],
  },
  merged: {
    excel: ["MergedRangeConflict", "InsertDeleteConflict"],
    ja: [
      "結合セルの一部だけを書き換えることになるため、Excelが操作を断りました。",
      UNCHANGED.ja,
      "書き込み先の列と結合セルを確かめてください。",
    ],
    en: [
      "Excel refused because only part of a merged cell would be changed.",
      UNCHANGED.en,
      "Check the target column and its merged cells.",
    ],
  },
  table: {
    excel: ["PivotTableRangeConflict", "TableOverlap", "ItemAlreadyExists"],
    ja: [
      "ピボットテーブルやテーブル、同じ名前のものと重なるため、Excelが操作を断りました。",
      UNCHANGED.ja,
      "書き込み先を確かめてください。",
    ],
    en: [
      "Excel refused because of an overlap with a table, a pivot table or an item of the same name.",
      UNCHANGED.en,
      "Check the target.",
    ],
  },
  argument: {
    excel: ["InvalidArgument", "FormulaLengthExceedsLimit", "RangeExceedsLimit"],
    ja: [
      "Excelが指定を受け付けませんでした（範囲や式の形）。",
      UNCHANGED.ja,
      "「シートを読み取る」で読み直してから、もう一度お試しください。",
    ],
    en: ["Excel did not accept the range or formula given.", UNCHANGED.en, "Read the sheet again, then retry."],
  },
  tooLarge: {
    excel: [
      "RequestPayloadSizeLimitExceeded",
      "ResponsePayloadSizeLimitExceeded",
      "PayloadTooLarge",
      "PayloadSizeLimitExceeded",
      "OperationCellsExceedLimit",
      "5103",
      "5104",
    ],
    ja: [
      "一度に扱えるデータの大きさ（Excel on the webでは5MB）を超えました。",
      UNCHANGED.ja,
      "「このシート」に範囲を絞るか、長い文章のあるシートを別のブックに分けてください。",
    ],
    en: [
      "The data exceed what Excel handles at once (5 MB in Excel on the web).",
      UNCHANGED.en,
      "Limit the scope to this sheet, or move sheets with long texts to another workbook.",
    ],
  },
  workbookTooLarge: {
    excel: [],
    ja: [
      "シートの使用範囲が大きすぎるため、読み取りをやめました（{detail}）。",
      UNCHANGED.ja,
      "使っていない行や列を削除して保存し直すか、「このシート」に範囲を絞ってください。",
    ],
    en: [
      "Reading was stopped because the used range is too large ({detail}).",
      UNCHANGED.en,
      "Delete unused rows and columns and save, or limit the scope to this sheet.",
    ],
  },
  restoreTooLarge: {
    excel: [],
    ja: [
      "書き込むセルが多く、「元に戻す」ための控えをブックに保存できません（{detail}）。",
      "何も書き込んでいません。",
      "シートごとに分けて書き込むか、控えなしで書き込むことを選んでください。",
    ],
    en: [
      "There are too many cells to keep a restore record in the workbook ({detail}).",
      "Nothing was written.",
      "Write sheet by sheet, or choose to write without the record.",
    ],
  },
  settingsTooLarge: {
    excel: [],
    ja: [
      "設定が大きすぎてブックに保存できません（{detail}）。",
      "前の設定のままです。",
      "使わない対応づけや理由を減らしてください。",
    ],
    en: [
      "The settings are too large to be stored in the workbook ({detail}).",
      "The previous settings remain.",
      "Remove mappings or reasons that are no longer used.",
    ],
  },
  timeout: {
    excel: ["Timeout", "RequestTimeout"],
    ja: [
      "Excelから30秒以上応答がありません。",
      UNCHANGED.ja,
      "セルの編集中や開いたままのダイアログがないか確かめ、もう一度お試しください。",
    ],
    en: [
      "Excel has not answered for more than 30 seconds.",
      UNCHANGED.en,
      "Check for a cell being edited or an open dialog, then try again.",
    ],
  },
  unreachable: {
    excel: [
      "RequestAborted",
      "ServiceNotAvailable",
      "ConnectionFailure",
      "ActivityLimitReached",
      "HostRestartNeeded",
      "InvalidOrTimedOutSession",
      "5001",
      "5002",
      "7000",
    ],
    ja: [
      "Excelとのやり取りが途中で切れました。",
      UNCHANGED.ja,
      "しばらく待って、もう一度お試しください。続くときはブックを保存して開き直してください。",
    ],
    en: [
      "The connection with Excel was interrupted.",
      UNCHANGED.en,
      "Wait a moment and try again; if it continues, save and reopen the workbook.",
    ],
  },
  conflict: {
    excel: ["Conflict"],
    ja: [
      "ほかの人の変更と重なったため、Excelが操作を断りました。",
      UNCHANGED.ja,
      "「シートを読み取る」で読み直してから、もう一度お試しください。",
    ],
    en: ["Excel refused because of somebody else's change.", UNCHANGED.en, "Read the sheet again, then retry."],
  },
  unsupported: {
    excel: ["ApiNotFound", "ApiNotAvailable", "NotImplemented", "UnsupportedFeature"],
    ja: [
      "お使いのExcelはこの操作に対応していません（{detail}）。",
      UNCHANGED.ja,
      "Excel 2021以降、またはMicrosoft 365でお使いください。",
    ],
    en: [
      "This Excel does not support the operation ({detail}).",
      UNCHANGED.en,
      "Use Excel 2021 or later, or Microsoft 365.",
    ],
  },
  sheetTaken: {
    excel: [],
    ja: [
      "「{detail}」という名前のシートがすでにあり、このアドインが作ったものではないため、上書きしませんでした。",
      UNCHANGED.ja,
      "そのシートの名前を変えてから、もう一度お試しください。",
    ],
    en: [
      "A sheet named “{detail}” exists and was not made by this add-in, so it was not overwritten.",
      UNCHANGED.en,
      "Rename that sheet, then try again.",
    ],
  },
  cancelled: {
    excel: [],
    ja: ["中止しました。", UNCHANGED.ja, ""],
    en: ["Cancelled.", UNCHANGED.en, ""],
  },
  noExcel: {
    excel: [],
    ja: ["Excelにつながっていません。Excelのリボンからアドインを開いてください。", "", ""],
    en: ["Not connected to Excel. Open the add-in from Excel's ribbon.", "", ""],
  },
  unknown: {
    excel: ["GeneralException"],
    ja: [
      "Excelの中で問題が起き、操作を終えられませんでした（{detail}）。",
      "シートには書き込んでいません。",
      "ブックを保存し、もう一度お試しください。続くときはExcelを開き直してください。",
    ],
    en: [
      "Something failed inside Excel and the operation did not finish ({detail}).",
      "Nothing was written to the sheet.",
      "Save the workbook and try again; if it continues, reopen Excel.",
    ],
  },
};

const BY_EXCEL_CODE: ReadonlyMap<string, HostErrorCode> = new Map(
  Object.entries(HOST_ERRORS).flatMap(([code, row]) => row.excel.map((excel) => [excel, code as HostErrorCode])),
);

/** Excel refused or did not answer. `detail` names the place or figure, in no particular language. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly detail: string;

  constructor(code: HostErrorCode, detail = "", cause?: unknown) {
    super(`${code}${detail ? `: ${detail}` : ""}`, { cause });
    this.name = "HostError";
    this.code = code;
    this.detail = detail;
  }
}

/** Any thrown thing as a HostError; an unknown code keeps Excel's own code and place as its detail. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (typeof error !== "object" || error === null) return new HostError("unknown", String(error), error);
  const { code, message, debugInfo } = error as {
    code?: unknown;
    message?: unknown;
    debugInfo?: { errorLocation?: unknown } | null;
  };
  const excelCode = code === undefined ? "" : String(code);
  const known = BY_EXCEL_CODE.get(excelCode);
  const place = typeof debugInfo?.errorLocation === "string" ? debugInfo.errorLocation : "";
  const detail = [known ? "" : excelCode, place, place || known ? "" : String(message ?? "")].filter(Boolean).join(" ");
  return new HostError(known ?? "unknown", detail || excelCode, error);
}

/** The sentences for the user: what happened, what was not changed, what to do. */
export function hostErrorSentence(error: unknown, lang: Language): string {
  return sentences(error, lang, ([happened, unchanged, todo]) => [happened, unchanged, todo]);
}

/**
 * The same for the `problem` of a report, whose work was interrupted in the middle: what was written stands in the
 * report, so nothing is said of it here.
 */
export function hostProblemSentence(problem: HostError, lang: Language): string {
  return sentences(problem, lang, ([happened, , todo]) => [happened, todo]);
}

function sentences(error: unknown, lang: Language, choose: (row: Sentences) => readonly string[]): string {
  const { code, detail } = toHostError(error);
  const text = choose(HOST_ERRORS[code][lang])
    .filter((sentence) => sentence !== "")
    .join(lang === "ja" ? "" : " ");
  if (detail) return text.replace("{detail}", detail);
  return text.replace(/（\{detail\}）| \(\{detail\}\)/, "").replace("{detail}", "");
}
