/** Rectangles of cells: rows and columns from 0, both ends included. */
import type { Area } from "../../src/sheet/types";

export type { Area };

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const rowsOf = (area: Area): number => area.bottom - area.top + 1;
export const columnsOf = (area: Area): number => area.right - area.left + 1;
export const cellCount = (area: Area): number => rowsOf(area) * columnsOf(area);

export const cellArea = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

/** The common part of two rectangles, or null. */
export function intersect(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** The smallest rectangle around both. */
export function around(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const sameArea = (a: Area, b: Area): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** `area` after `count` rows (or columns) were put in at `at`; a negative count takes them out. null: nothing is left. */
export function shifted(area: Area, along: "rows" | "columns", at: number, count: number): Area | null {
  const [low, high] = along === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  const move = (end: number, isHigh: boolean): number => {
    if (count >= 0) return end >= at ? end + count : end;
    const gone = -count;
    if (end < at) return end;
    if (end >= at + gone) return end - gone;
    return isHigh ? at - 1 : at;
  };
  const [newLow, newHigh] = [move(low, false), move(high, true)];
  if (newHigh < newLow) return null;
  return along === "rows" ? { ...area, top: newLow, bottom: newHigh } : { ...area, left: newLow, right: newHigh };
}
