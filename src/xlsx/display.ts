/** What a cell displays for a value and its number format, as Excel in Japan shows it. */
import { format as formatNumber } from "numfmt";
import type { CellValue } from "./types";

export interface DisplayOptions {
  /** The book counts days from 1904. */
  readonly date1904?: boolean;
}

/** Text on the sheet, column width aside. Never throws: a format that nobody can read shows the value as General. */
export function displayText(value: CellValue, numberFormat: string, options: DisplayOptions = {}): string {
  const shown = typeof value === "number" && options.date1904 ? value + 1462 : value;
  return formatNumber(numberFormat, shown, { throws: false, locale: "en" });
}
