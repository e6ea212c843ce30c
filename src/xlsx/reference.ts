/** "B5:K20" as the file writes it → an area, and back. */
import type { Area } from "./types";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** "A" → 0, "XFD" → 16383; -1 for anything else. Capitals only. */
export function columnIndex(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1;
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n <= MAX_COLUMNS ? n - 1 : -1;
}

/** 0 → "A". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** (4, 1) → "B5". */
export function cellReference(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** "B5" or "$B$5" → row and column; null for anything else. */
export function parseCell(text: string): { row: number; column: number } | null {
  const m = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!m) return null;
  const column = columnIndex((m[1] as string).toUpperCase());
  const row = Number(m[2]) - 1;
  return column < 0 || row >= MAX_ROWS ? null : { row, column };
}

/** "B5:K20", "B5", "B:D" or "3:4" → area; null for anything else. */
export function parseArea(text: string): Area | null {
  const [from = "", to = from, ...rest] = text.split(":");
  if (rest.length > 0) return null;
  const a = parseEnd(from, 0, 0);
  const b = parseEnd(to, MAX_ROWS - 1, MAX_COLUMNS - 1);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

function parseEnd(text: string, row: number, column: number): { row: number; column: number } | null {
  const m = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,6})?$/.exec(text);
  if (!m || (!m[1] && !m[2])) return null;
  const found = {
    row: m[2] ? Number(m[2]) - 1 : row,
    column: m[1] ? columnIndex(m[1].toUpperCase()) : column,
  };
  return found.column < 0 || found.row >= MAX_ROWS ? null : found;
}

/** Areas of a list like "B5:K20 M3" (sqref); unreadable ones are left out. */
export function parseAreas(text: string): Area[] {
  return text
    .split(/\s+/)
    .map(parseArea)
    .filter((area): area is Area => area !== null);
}

/** Area → "B5:K20", or "B5" for a single cell. */
export function areaReference(area: Area): string {
  const from = cellReference(area.top, area.left);
  const to = cellReference(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}
