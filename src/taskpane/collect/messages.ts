/** The sentences of 「提出シートを集める」 in both languages; loaded with its view. */
import type { Language } from "../../kpi/types";

const ja = {
  title: "提出シートを集める",
  intro:
    "各課から提出された .xlsx ファイルを選ぶと、1つずつ読み取って評価・点検し、課の間の食い違いを調べます。選んだファイルは変更しません。このブックには、ボタンを押すまで何も書き込みません。",
  choose: "ファイルを選ぶ",
  addMore: "ファイルを追加",
  counts: (files: number, kpis: number) => `${files}ファイル・KPI ${kpis}件`,
  reading: (done: number, total: number, file: string) => `${total}ファイルのうち${done}件を読み取りました（${file}）`,
  writing: "取りまとめを書き込んでいます",
  inserting: (done: number, total: number, file: string) =>
    `${total}ファイルのうち${done}件のシートを入れました（${file}）`,
  stop: "中止",
  stopped: (left: number) => `読み取りを中止しました。残り${left}ファイルは、まだ読み取っていません。`,
  resume: (left: number) => `残り${left}ファイルを読み取る`,

  unread: (n: number) => `読み取れないファイル ${n}件`,
  noKpi: (n: number) => `KPI表のないファイル ${n}件`,
  noKpiHint: "KPI表が見つかりませんでした。提出するシートが入っているか、ご確認ください。",
  files: (n: number) => `ファイル ${n}件`,
  cross: (n: number) => `課の間の指摘 ${n}件`,
  crossNone: "課の間の食い違いは見つかりませんでした。",
  rollup: "評価の内訳（計算）",
  grade: (grade: string, n: number) => `${grade === "" ? "判定不能" : grade} ${n}`,
  severity: { error: "要修正", warning: "要確認", info: "参考" },
  fileKpis: (n: number, entered: number) => `KPI ${n}件（評価の記入 ${entered}件）`,
  fileFindings: (errors: number, warnings: number) => `要修正 ${errors}・要確認 ${warnings}`,
  places: (n: number) => `場所 ${n}か所`,
  waiting: "未読",
  now: "読み取り中",
  remove: (file: string) => `${file} を一覧から外す`,
  removeShort: "外す",
  again: (file: string) => `${file} を読み直す`,
  againShort: "読み直す",

  write: (kpis: number) => `KPI ${kpis}件の取りまとめを書き込む`,
  writeHint:
    "提出状況・点検・集計・KPIの一覧を、このブックの結果シートに書き込みます。前回の結果シートは置き換えます。",
  written: (sheets: string) => `${sheets}を書き込みました。`,
  writeFailed: "取りまとめを書き込めませんでした",
  partlyWritten: (sheets: string) => `${sheets}は書き込みました。残りは書き込んでいません。`,
  insert: "シートをこのブックに入れる",
  insertAsk: (sheets: number, files: number) =>
    `${files}ファイルの、KPI表のある${sheets}シートを、このブックの末尾に入れます。前に入れたシートは、もう一度は入れません。`,
  insertYes: (sheets: number) => `${sheets}シートを入れる`,
  cancel: "やめる",
  inserted: (sheets: number, files: number) => `${files}ファイルの${sheets}シートを入れました。`,
  present: (files: number) => `${files}ファイルのシートは、すでに入っています。`,
  refused: (files: number) => `${files}ファイルのシートは入れられませんでした。`,
  insertStopped: "途中で中止しました。残りのファイルのシートは入れていません。",
  left: (sheets: string) => `途中まで入ったシート（${sheets}）が残っています。不要であれば削除してください。`,
  close: "閉じる",

  reasons: {
    notReadable:
      "ファイルを開けませんでした。ファイルは変更していません。ほかのソフトで開いていないか、移動や削除をしていないか確かめて、選び直してください。",
    unexpected:
      "このファイルの読み取り中に問題が起きました。ファイルは変更していません。ほかのファイルの結果には影響しません。",
    waiting: "読み取りを中止したため、まだ読み取っていません。",
    features:
      "Excel on the web では、グラフやコメントのあるシートを入れられません。このファイルのシートは1枚も入れていません。デスクトップ版のExcelで行うか、シートをファイルからコピーしてください。",
  },
};

export type CollectMessages = typeof ja;

const s = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

const en: CollectMessages = {
  title: "Collect submitted sheets",
  intro:
    "Choose the .xlsx files that the departments handed in. Each is read, graded and checked, and the files are compared with one another. The files are not changed, and nothing is written into this workbook before you press a button.",
  choose: "Choose files",
  addMore: "Add files",
  counts: (files, kpis) => `${s(files, "file")}, ${s(kpis, "KPI")}`,
  reading: (done, total, file) => `${done} of ${s(total, "file")} read (${file})`,
  writing: "Writing the consolidation",
  inserting: (done, total, file) => `Sheets of ${done} of ${s(total, "file")} brought in (${file})`,
  stop: "Stop",
  stopped: (left) => `Reading was stopped. ${s(left, "file")} not read yet.`,
  resume: (left) => `Read the remaining ${s(left, "file")}`,

  unread: (n) => `Files that could not be read: ${n}`,
  noKpi: (n) => `Files without a KPI table: ${n}`,
  noKpiHint: "No KPI table was found. Please check that the file holds the sheet to be handed in.",
  files: (n) => `Files: ${n}`,
  cross: (n) => `Between departments: ${s(n, "finding")}`,
  crossNone: "Nothing differs between the departments.",
  rollup: "Grades (computed)",
  grade: (grade, n) => `${grade === "" ? "not judged" : grade} ${n}`,
  severity: { error: "To fix", warning: "To confirm", info: "Note" },
  fileKpis: (n, entered) => `${s(n, "KPI")} (grades entered: ${entered})`,
  fileFindings: (errors, warnings) => `${errors} to fix, ${warnings} to confirm`,
  places: (n) => `Places: ${n}`,
  waiting: "Not read",
  now: "Reading",
  remove: (file) => `Remove ${file} from the list`,
  removeShort: "Remove",
  again: (file) => `Read again: ${file}`,
  againShort: "Read again",

  write: (kpis) => `Write the consolidation of ${s(kpis, "KPI")}`,
  writeHint:
    "Writes submissions, findings, totals and the list of KPIs into result sheets of this workbook. Earlier result sheets are replaced.",
  written: (sheets) => `Written: ${sheets}.`,
  writeFailed: "The consolidation could not be written",
  partlyWritten: (sheets) => `Written: ${sheets}. The rest was not written.`,
  insert: "Bring the sheets into this workbook",
  insertAsk: (sheets, files) =>
    `${s(sheets, "sheet")} with KPI tables of ${s(files, "file")} will be added at the end of this workbook. Sheets that were brought in before are not added again.`,
  insertYes: (sheets) => `Bring in ${s(sheets, "sheet")}`,
  cancel: "Cancel",
  inserted: (sheets, files) => `${s(sheets, "sheet")} of ${s(files, "file")} brought in.`,
  present: (files) => `The sheets of ${s(files, "file")} are here already.`,
  refused: (files) => `The sheets of ${s(files, "file")} could not be brought in.`,
  insertStopped: "Stopped. The sheets of the remaining files were not brought in.",
  left: (sheets) => `Sheets that came in only in part are left (${sheets}). Delete them if you do not need them.`,
  close: "Close",

  reasons: {
    notReadable:
      "The file could not be opened. It was not changed. Check that no other program has it open and that it was not moved, then choose it again.",
    unexpected:
      "Something went wrong while this file was read. It was not changed, and the other files are not affected.",
    waiting: "Not read yet, because reading was stopped.",
    features:
      "Excel on the web cannot bring in sheets with charts or comments. No sheet of this file was brought in. Use Excel on the desktop, or copy the sheets from the file.",
  },
};

export const COLLECT_MESSAGES: Readonly<Record<Language, CollectMessages>> = { ja, en };
