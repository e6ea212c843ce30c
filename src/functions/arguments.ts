/**
 * What Excel hands to a function, brought into one shape. A blank cell arrives as null in newer Excel, as the number 0
 * in Excel LTSC (office-js #1951, #4702) and as "" from formulas; an omitted argument as null.
 */
import { readKind } from "../kpi/kind";
import { readPlainFigure } from "../kpi/plain-figure";
import { readDirection } from "../kpi/direction";
import { isErrorCell, valueError } from "./errors";
import { DEFAULT_RUBRIC, findRubric, PRESETS } from "../kpi/rubric";
import { sentenceOf } from "../kpi/phrases";
import { absolute, compare, decimal, fromNumber, isZero, multiply, sign, ONE } from "../kpi/decimal";
import { onlyFigure } from "../kpi/figures";
import { remember } from "../kpi/cell-memory";
import { readValue } from "../kpi/cell-value";
import { JA } from "../kpi/phrases-ja";
import { rubricFromTable } from "../kpi/rubric-table";
import type { Decimal } from "../kpi/decimal";
import type { Direction, RateMethod, Reading, Rubric } from "../kpi/types";

export type Matrix = readonly (readonly unknown[])[];

/** A range, a single value or nothing, always as rows and columns. */
export function matrix(argument: unknown): Matrix {
  if (Array.isArray(argument)) return argument.length > 0 ? (argument as Matrix) : [[null]];
  return [[argument]];
}

export const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** Blank in an argument where 0 has no meaning of its own (direction, rubric, expected share). */
export const isBlankOption = (cell: unknown): boolean => isBlank(cell) || cell === 0;

/** The text of an option or a grade, "" for a blank. @throws the cell's own error. */
export function textOf(cell: unknown): string {
  if (isErrorCell(cell)) throw cell;
  return isBlankOption(cell) ? "" : String(cell).trim();
}

const size = (m: Matrix): string => `${m.length}行×${m[0]?.length ?? 0}列`;
const isSingle = (m: Matrix): boolean => m.length === 1 && (m[0]?.length ?? 0) === 1;

/** Reads the cell at a place; a single cell serves every place. */
export type At = (row: number, column: number) => unknown;

/** @throws #VALUE! where a range has neither the leading range's shape nor a single cell. */
export function aligned(range: Matrix, leader: Matrix, name: string, leaderName: string): At {
  if (isSingle(range)) {
    const only = range[0]?.[0];
    return () => only;
  }
  const fits = range.length === leader.length && range.every((row, i) => row.length === leader[i]?.length);
  if (!fits)
    throw valueError(
      `${name}の範囲の大きさが${leaderName}とそろっていません（${name}は${size(range)}、${leaderName}は${size(leader)}）。同じ大きさの範囲か、1つのセルを指定してください`,
    );
  return (row, column) => range[row]?.[column];
}

/**
 * One result per cell of the leading range. A single call throws its error; in a spill the error stands in its own row
 * and leaves the others alone.
 */
export function spill(leader: Matrix, result: (row: number, column: number) => unknown): unknown[][] {
  if (isSingle(leader)) return [[result(0, 0)]];
  return leader.map((cells, row) =>
    cells.map((_, column) => {
      try {
        return result(row, column);
      } catch (error) {
        if (isErrorCell(error)) return error;
        throw error;
      }
    }),
  );
}

/** One result per cell of one range. */
export function spillOf(argument: unknown, result: (cell: unknown) => unknown): unknown[][] {
  const cells = matrix(argument);
  return spill(cells, (row, column) => result(cells[row]?.[column]));
}

/** The reading of a cell; a text that needs the full reader is read once. @throws the cell's own error; #VALUE! for TRUE and FALSE. */
export function reading(cell: unknown): Reading {
  const quick = typeof cell === "string" ? readPlainFigure(cell) : null;
  if (quick) return quick;
  if (isErrorCell(cell)) throw cell;
  if (typeof cell === "boolean") throw valueError("TRUE・FALSEは値として使えません");
  return readValue(typeof cell === "number" || typeof cell === "string" ? cell : null);
}

/** @throws #VALUE! with the text that cannot be read. */
export function readable(cell: unknown, name: string): Reading {
  const r = reading(cell);
  if (r.kind === "unreadable" || r.kind === "error") throw valueError(`${name}「${r.text}」を読み取れません`);
  return r;
}

const TEN = decimal(10);

/**
 * Beside 「66.3%」 a bare 0.684 is a share, as Excel keeps it; a bare 68.4 would be 6,840 %. A figure ten times the
 * printed percents is taken for one without its sign. @throws #VALUE!
 */
export function assertSamePercent(all: readonly Reading[]): void {
  let largest: Decimal | null = null;
  for (const r of all) {
    const q = onlyFigure(r);
    if (q?.unit !== "%") continue;
    const share = absolute(q.value);
    if (!largest || compare(share, largest) > 0) largest = share;
  }
  if (!largest) return;
  const limit = isZero(largest) ? ONE : multiply(largest, TEN);
  for (const r of all) {
    const q = onlyFigure(r);
    if (q && q.unit === null && compare(absolute(q.value), limit) >= 0 && sign(q.value) !== 0)
      throw valueError(`「${r.text}」に%がありません。ほかの値が%なので、「${r.text}%」のように書いてください`);
  }
}

export interface Stated {
  readonly direction: Direction | null;
  readonly method: RateMethod | null;
}

const NOT_STATED: Stated = { direction: null, method: null };
const stated = remember((text): Stated | null => {
  const direction = readDirection(text);
  return direction ? { direction, method: null } : readKind(text);
});

/** 増加 減少 維持 維持（以下）, ↑ ↓ →, up … keepDown, or a kind of indicator (進捗割合型Ⅱ). @throws #VALUE! for other texts. */
export function directionOf(cell: unknown): Stated {
  const text = textOf(cell);
  if (text === "") return NOT_STATED;
  const found = stated(text);
  if (!found)
    throw valueError(`方向「${text}」が分かりません。増加・減少・維持・維持（以下）のどれかを指定してください`);
  return found;
}

/** A preset's name, a rubric table, or nothing (旭市型). @throws #VALUE! with what is wrong. */
export function rubricOf(argument: unknown): Rubric {
  const range = matrix(argument);
  if (isSingle(range)) {
    const name = textOf(range[0]?.[0]);
    if (name === "") return DEFAULT_RUBRIC;
    const found = findRubric(name);
    if (found) return found;
    throw valueError(
      `評価基準「${name}」がありません。${PRESETS.map((p) => p.name).join("、")}のどれか、または評価基準表の範囲を指定してください`,
    );
  }
  const { rubric, problems } = rubricFromTable(range);
  const error = problems.find((p) => p.severity === "error");
  if (error || !rubric)
    throw valueError(`評価基準表を読み取れません。${error ? sentenceOf(error, JA) : "評価と条件の列が必要です"}`);
  return rubric;
}

/** 0.5, "50%", blank = all of the way. @throws #VALUE! outside 0–1. */
export function expectedOf(cell: unknown): Decimal | null {
  if (isErrorCell(cell)) throw cell;
  if (isBlankOption(cell)) return null;
  const share = typeof cell === "number" ? fromNumber(cell) : (onlyFigure(reading(cell))?.value ?? null);
  if (!share || sign(share) <= 0 || compare(share, ONE) > 0)
    throw valueError(`期待割合「${String(cell)}」は、0より大きく1以下の数（0.5 や 50%）で指定してください`);
  return share;
}
