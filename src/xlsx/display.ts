/** What a cell displays for a value and its number format, as Excel in Japan shows it. */
import { format as formatNumber, getFormatInfo } from "numfmt";
import { digitStyle, hasJapaneseCodes, rewriteDigits, spellOut } from "./japanese";
import type { CellValue } from "./types";

export interface DisplayOptions {
  /** The book counts days from 1904. */
  readonly date1904?: boolean;
}

/** What Excel draws where a date is out of its range. */
const OVERFLOW = "########";
/** Day after 9999-12-31. */
const DATE_END = 2_958_466;
const DAYS_1904 = 1462;

const OPTIONS = { throws: false, locale: "en", overflow: OVERFLOW, dateErrorNumber: false, dateSpanLarge: false };

interface Traits {
  readonly date: boolean;
  readonly japanese: boolean;
  readonly general: boolean;
}
const traits = new Map<string, Traits>();

/** Text on the sheet, column width aside. Never throws; a format that cannot be read shows the value as General. */
export function displayText(value: CellValue, numberFormat: string, options: DisplayOptions = {}): string {
  if (value === "") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const general = numberFormat === "" || /^general$/i.test(numberFormat);
  if (typeof value === "string") {
    const plain = general || !(numberFormat.includes("@") || numberFormat.includes(";"));
    return plain ? value : safely(() => formatNumber(numberFormat, value, OPTIONS), value);
  }
  if (!Number.isFinite(value)) return "#NUM!";
  if (general) return formatNumber("General", value, OPTIONS);
  return safely(() => numberText(value, numberFormat, options), formatNumber("General", value, OPTIONS));
}

function numberText(value: number, numberFormat: string, options: DisplayOptions): string {
  const style = digitStyle(numberFormat);
  const plain = style?.format ?? numberFormat;
  const { date, japanese, general } = traitsOf(plain);
  let shown = value;
  let format = plain;
  if (date) {
    shown = options.date1904 ? value + DAYS_1904 : value;
    if (shown < 0 || shown >= DATE_END) return OVERFLOW;
    if (japanese) format = spellOut(plain, shown);
  }
  const text = formatNumber(format, shown, OPTIONS);
  return style ? rewriteDigits(text, style.digits, general ? "all" : date ? "dates" : "none") : text;
}

function traitsOf(format: string): Traits {
  let found = traits.get(format);
  if (!found) {
    const japanese = hasJapaneseCodes(format);
    const { type } = getFormatInfo(format);
    const date = japanese || type === "date" || type === "time" || type === "datetime";
    traits.set(format, (found = { date, japanese, general: /General/i.test(format) }));
  }
  return found;
}

function safely(text: () => string, fallback: string): string {
  try {
    const shown = text();
    return shown === "######" ? fallback : shown;
  } catch {
    return fallback;
  }
}
