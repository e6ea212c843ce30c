/** Places on a sheet as Excel writes them. Rows and columns count from 0 in code, from 1 and A on the sheet. */
import type { Area, CellRef } from "./types";

const LETTER_A = 65;

/** 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(LETTER_A + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** "A" → 0, "aa" → 26; null for anything that is no column of Excel (the last one is XFD). */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - LETTER_A + 1;
  return n <= 16384 ? n - 1 : null;
}

/** (4, 1) → "B5". */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** "B5:K20"; one cell gives "B5". */
export function areaAddress(area: Area): string {
  const from = cellAddress(area.top, area.left);
  const to = cellAddress(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}

/** "B5", "$B$5", "B5:K20" → area; null for anything else. A sheet name before "!" is ignored. */
export function parseArea(address: string): Area | null {
  const local = address.slice(address.lastIndexOf("!") + 1).replace(/\$/g, "");
  const m = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(local);
  if (!m) return null;
  const left = columnIndex(m[1] ?? "");
  const right = m[3] === undefined ? left : columnIndex(m[3]);
  const top = Number(m[2]) - 1;
  const bottom = m[4] === undefined ? top : Number(m[4]) - 1;
  if (left === null || right === null || top < 0 || bottom < 0 || bottom > 1048575 || top > 1048575) return null;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const overlaps = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** One text per cell of a workbook, to look it up by. */
export const placeKey = ({ sheetId, row, column }: CellRef): string => `${sheetId}!${row},${column}`;
