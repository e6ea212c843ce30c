/**
 * Tables in which target and actual of an indicator stand below each other, one line each, over columns of years:
 * 「区分: 目標 / 実績 / 達成率」, or one block per indicator with the name above it.
 */
import { plain } from "../kpi/characters";
import type { Grid, GridCell } from "./grid";
import type { HeaderBlock, HeaderReader } from "./headers";
import { holdsValues, type SlotInfo } from "./slots";
import type { WalkedRow } from "./walk";

export type Line = "baseline" | "target" | "actual" | "rate" | "grade" | "other";

/** Rows of one indicator by what they hold. */
export type Lines = Readonly<Partial<Record<Line, number>>>;

const WORDS: readonly (readonly [Line, RegExp])[] = [
  ["rate", /^.{0,4}(?:達成率|進捗率|達成度|目標比|対目標比)(?:[（(].{0,6}[)）])?$/],
  ["baseline", /^(?:基準|基準値|現状|現状値|当初値)$/],
  ["target", /^(?:年次|年度|各年度|単年度)?(?:目標|目標値|計画|計画値|見込|目安値|期待値)(?:[（(].{0,6}[)）])?$/],
  ["actual", /^(?:年度)?(?:実績|実績値|決算|実績数値)(?:[（(].{0,6}[)）])?$/],
  ["grade", /^(?:評価|判定|達成状況|進捗評価|進捗状況|評価区分)$/],
  ["other", /^(?:差|差異|増減|前年比|対前年|備考|理由|コメント|要因|分析|取組内容)$/],
];

/** What a line holds, by its label; null for any other text. */
export function lineOf(text: string): Line | null {
  const flat = plain(text).text.replace(/\s+/g, "");
  return WORDS.find(([, pattern]) => pattern.test(flat))?.[0] ?? null;
}

/** The column of the labels; null where the rows are no lines. */
export function lineColumn(grid: Grid, rows: readonly WalkedRow[], slots: readonly SlotInfo[]): number | null {
  const data = rows.filter((row) => row.kind === "data");
  if (data.length < 2) return null;
  for (const slot of slots) {
    const cells = data.map((row) => grid.first(row.row, slot.left, slot.right));
    const lines = cells.map((cell) => (cell === null ? null : lineOf(cell.text)));
    const known = lines.filter((line) => line !== null).length;
    if (known * 10 < data.length * 8 || !lines.includes("actual")) continue;
    if (!lines.includes("target") && !lines.includes("baseline")) continue;
    return cells.find((cell) => cell !== null)?.column ?? null;
  }
  return null;
}

/** Rows by their labels. */
export function markedLines(grid: Grid, rows: readonly WalkedRow[], column: number): Map<number, Line> {
  const lines = new Map<number, Line>();
  for (const { row, kind } of rows) {
    const line = kind === "data" ? lineOf(grid.text(row, column)) : null;
    if (line !== null) lines.set(row, line);
  }
  return lines;
}

const PAIRS: readonly (readonly [RegExp, Line, Line])[] = [
  [/上段.{0,8}(?:目標|計画).{0,8}下段.{0,8}実績/s, "target", "actual"],
  [/上段.{0,8}実績.{0,8}下段.{0,8}(?:目標|計画)/s, "actual", "target"],
];

/** 「上段：目標値　下段：実績値」 in the header or right above it: rows with a name and rows without one are two lines. */
export function pairedLines(
  reader: HeaderReader,
  block: HeaderBlock,
  rows: readonly WalkedRow[],
  names: readonly number[],
): Map<number, Line> | null {
  const texts: string[] = [];
  for (let row = Math.max(reader.grid.area.top, block.top - 3); row <= block.bottom; row++) {
    texts.push(...reader.row(row).map((cell) => cell.text));
  }
  const pair = PAIRS.find(([pattern]) => texts.some((text) => pattern.test(text)) || pattern.test(texts.join(" ")));
  if (!pair) return null;
  const lines = new Map<number, Line>();
  for (const row of rows) {
    if (row.kind === "data") lines.set(row.row, row.labels.some((c) => names.includes(c.column)) ? pair[1] : pair[2]);
  }
  return lines;
}

export interface BlockName {
  readonly cell: GridCell;
  readonly unit: string | null;
  /** Row of the name when it stands over the header. */
  readonly row: number;
}

/** 「成果指標①」 | 「移住相談件数」 | 「単位」 | 「件」: the name over a block of lines, in its header or right above it. */
export function nameOverBlock(reader: HeaderReader, block: HeaderBlock): BlockName | null {
  for (let row = block.bottom; row >= Math.max(reader.grid.area.top, block.top - 2); row--) {
    const cells = reader.row(row).filter((c) => c.column >= block.left && c.column <= block.right);
    const at = cells.findIndex((cell) => cell.header?.role === "name");
    const name = cells[at + 1];
    if (at < 0 || name === undefined || name.header !== null) continue;
    const unitAt = cells.findIndex((cell) => cell.header?.role === "unit");
    const unit = unitAt < 0 ? null : (cells[unitAt + 1]?.text ?? null);
    return { cell: name, unit, row };
  }
  return null;
}

/** Columns of values that hold something in one kind of line. */
export function filledIn(grid: Grid, rows: readonly number[], slots: readonly SlotInfo[]): SlotInfo[] {
  return slots.filter(
    (slot) => holdsValues(slot) && rows.some((row) => grid.first(row, slot.left, slot.right) !== null),
  );
}
