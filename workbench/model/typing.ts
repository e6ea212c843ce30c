/**
 * What Excel makes of a value that is typed or written through the API: "12" becomes a number, "4/1" a date,
 * "5%" a percentage, "=A1" a formula; an apostrophe or a text format keeps the text.
 */
import type { CellValue } from "./cell";

export interface Typed {
  readonly value: CellValue;
  readonly formula: string | null;
  /** Format that Excel gives a General cell along with it. */
  readonly numberFormat?: string;
}

const constant = (value: CellValue, numberFormat?: string): Typed =>
  numberFormat === undefined ? { value, formula: null } : { value, formula: null, numberFormat };

/** Days since 1899-12-30 of a calendar date; null where there is no such day. */
export function serialOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return null;
  return time / 86_400_000 + 25_569;
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

function parseNumber(text: string): Typed | null {
  const bracketed = /^\(([\d,.]+)\)$/.exec(text);
  const body = bracketed ? `-${bracketed[1]}` : text;
  const percent = /[%％]$/.test(body);
  const yen = /^([+-]?)[¥￥](.+)$/.exec(body);
  const digits = (yen ? `${yen[1]}${yen[2]}` : body).replace(/[%％]$/, "").trim();
  if (!/\d/.test(digits) || !NUMBER.test(digits)) return null;
  const number = Number(digits.replace(/,/g, ""));
  if (!Number.isFinite(number)) return null;
  if (percent) return constant(Number((number / 100).toPrecision(15)), digits.includes(".") ? "0.00%" : "0%");
  if (yen) return constant(number, "¥#,##0;[Red]¥-#,##0");
  if (/[eE]/.test(digits)) return constant(number, "0.00E+00");
  return digits.includes(",") ? constant(number, digits.includes(".") ? "#,##0.00" : "#,##0") : constant(number);
}

function parseDate(text: string, year: number): Typed | null {
  const full = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (full) {
    const serial = serialOf(Number(full[1]), Number(full[2]), Number(full[3]));
    return serial === null ? null : constant(serial, text.includes("年") ? 'yyyy"年"m"月"d"日"' : "yyyy/m/d");
  }
  const short = /^(\d{1,2})[/-](\d{1,2})$/.exec(text) ?? /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (short) {
    const serial = serialOf(year, Number(short[1]), Number(short[2]));
    return serial === null ? null : constant(serial, 'm"月"d"日"');
  }
  const month = /^(\d{4})[/-](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月$/.exec(text);
  const serial = month && serialOf(Number(month[1]), Number(month[2]), 1);
  return serial === null ? null : constant(serial, 'yyyy"年"m"月"');
}

function parseTime(text: string): Typed | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match || Number(match[2]) > 59 || Number(match[3] ?? 0) > 59) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return constant(seconds / 86_400, match[3] === undefined ? "h:mm" : "h:mm:ss");
}

/**
 * @param input what is written; a text that begins with "+" or "-" and is no number is a formula, as in Excel
 * @param numberFormat of the cell: "@" keeps text
 * @param year that completes "4/1"
 */
export function typed(input: CellValue, numberFormat: string, year: number): Typed {
  if (typeof input !== "string" || input === "") return constant(input);
  if (input.startsWith("'")) return constant(input.slice(1));
  if (numberFormat === "@") return constant(input);
  if (input.startsWith("=") && input.length > 1) return { value: "", formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return constant(text.toLowerCase() === "true");
  const special = parseNumber(text) ?? parseDate(text, year) ?? parseTime(text);
  if (special) return special;
  if (/^[+\-@]./.test(input)) return { value: "", formula: `=${input.replace(/^@/, "")}` };
  return constant(input);
}
