/** What the user reads when a file cannot be opened: what happened, what was not changed, what to do. */
import type { Language } from "../kpi/types";
import type { XlsxErrorCode } from "./types";

const SENTENCES: Readonly<Record<XlsxErrorCode, Readonly<Record<Language, string>>>> = {
  notXlsx: {
    ja: "Excelブック（.xlsx）として読めないファイルです。ファイルは変更していません。Excelで開き、「Excelブック（*.xlsx）」の形式で保存し直してください。",
    en: "This file is not an Excel workbook (.xlsx). It was not changed. Open it in Excel and save it as “Excel Workbook (*.xlsx)”.",
  },
  encrypted: {
    ja: "パスワードで保護されたファイルのため、読み取れませんでした。ファイルは変更していません。Excelで開いてパスワードを外し、保存し直してください。",
    en: "This file is protected by a password and could not be read. It was not changed. Open it in Excel, remove the password and save it again.",
  },
  damaged: {
    ja: "ファイルが壊れているため、読み取れませんでした。ファイルは変更していません。Excelで開いて修復し、保存し直すか、元のファイルを受け取り直してください。",
    en: "This file is damaged and could not be read. It was not changed. Repair and save it in Excel, or ask for the file again.",
  },
  tooLarge: {
    ja: "ファイルの中身が大きすぎるため、読み取りを中止しました。ファイルは変更していません。使っていないシートや行を削除し、保存し直してください。",
    en: "The contents of this file are too large, so reading was stopped. It was not changed. Delete unused sheets or rows and save it again.",
  },
};

/** The sentence for a file that cannot be read. */
export function xlsxErrorSentence(code: XlsxErrorCode, language: Language): string {
  return SENTENCES[code][language];
}
