/** "B5:C9" ↔ rectangles. Sheet names are handled by `splitSheet`, names and tables by the workbook. */
import { columnsOf, MAX_COLUMNS, MAX_ROWS, rowsOf, type Area } from "./area";

/** 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** "aa" → 26. */
export function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export const cellName = (row: number, column: number): string => columnLetters(column) + (row + 1);

/** "B5", "B5:C9", "A:C", "3:5" as Excel prints them. */
export function areaName(area: Area): string {
  if (rowsOf(area) >= MAX_ROWS) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  if (columnsOf(area) >= MAX_COLUMNS) return `${area.top + 1}:${area.bottom + 1}`;
  const first = cellName(area.top, area.left);
  return rowsOf(area) * columnsOf(area) === 1 ? first : `${first}:${cellName(area.bottom, area.right)}`;
}

/** The sheet's name as it stands in an address, quoted where Excel quotes it. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^r\d*c\d*$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

export const fullAddress = (sheetName: string, area: Area): string => `${quoteSheet(sheetName)}!${areaName(area)}`;

/** "'令和 3年'!B5" → ["令和 3年", "B5"]; without a sheet the first is null. */
export function splitSheet(address: string): [string | null, string] {
  const match = /^\s*=?\s*(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s.exec(address);
  if (!match) return [null, address.trim().replace(/^=/, "")];
  return [(match[1] ?? match[2] ?? "").replace(/''/g, "'"), (match[3] ?? "").trim()];
}

/** Null where the text is no address (a name, say). */
export function parseArea(text: string): Area | null {
  const address = text.replace(/\$/g, "").trim();
  const cells = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(address);
  if (cells) {
    const [, c1 = "", r1 = "", c2 = c1, r2 = r1] = cells;
    return checked(Number(r1) - 1, columnIndex(c1), Number(r2) - 1, columnIndex(c2));
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(address);
  if (columns) return checked(0, columnIndex(columns[1] ?? ""), MAX_ROWS - 1, columnIndex(columns[2] ?? ""));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(address);
  if (rows) return checked(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

function checked(r1: number, c1: number, r2: number, c2: number): Area | null {
  const area = { top: Math.min(r1, r2), left: Math.min(c1, c2), bottom: Math.max(r1, r2), right: Math.max(c1, c2) };
  return area.top >= 0 && area.left >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS ? area : null;
}

/** "A1:B2,C3" or "A1:B2 C3" → areas; null where one of them is no address. */
export function parseAreas(text: string): Area[] | null {
  const areas = text
    .split(/[,\s]+/)
    .filter((part) => part !== "")
    .map(parseArea);
  return areas.every((area) => area !== null) && areas.length > 0 ? areas : null;
}
