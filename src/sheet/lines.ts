/**
 * Tables in which target and actual of an indicator stand below each other, one line each, over columns of years:
 * 「区分: 目標 / 実績 / 達成率」, or one block per indicator with the name above it.
 */
import type { Grid, GridCell } from "./grid";
import { lineOf, type Line } from "./line-words";
import { isFigure, type HeaderBlock, type HeaderReader } from "./headers";
import { holdsValues, type SlotInfo } from "./slots";
import type { WalkedRow } from "./walk";

const LONGEST_UNKNOWN = 12;

/** The column of the labels; null where the rows are no lines. */
export function lineColumn(grid: Grid, rows: readonly WalkedRow[], slots: readonly SlotInfo[]): number | null {
  const data = rows.filter((row) => row.kind === "data");
  if (data.length < 2) return null;
  const left = Math.min(...slots.map((slot) => slot.left));
  const right = Math.max(...slots.map((slot) => slot.right));
  const found = new Map<number, string[]>();
  for (const { row } of data) {
    for (const { column, text } of grid.between(row, left, right)) {
      found.set(column, [...(found.get(column) ?? []), text.trim()]);
    }
  }
  const columns = [...found.entries()].filter(
    ([, labels]) => labels.length * 10 >= data.length * 8 && labelLines(labels),
  );
  return columns.length === 0 ? null : Math.min(...columns.map(([column]) => column));
}

/** Target and actual in turn; a line that the words do not know (類似団体平均) is short and stands once beside each actual. */
function labelLines(labels: readonly string[]): boolean {
  const lines = labels.map(lineOf);
  const actuals = lines.filter((line) => line === "actual").length;
  const unknown = labels.filter((_, i) => lines[i] === null);
  const times = (label: string): number => unknown.filter((other) => other === label).length;
  return (
    actuals > 0 &&
    (lines.includes("target") || lines.includes("baseline")) &&
    unknown.length * 2 <= labels.length &&
    unknown.every((label) => label.length <= LONGEST_UNKNOWN && !isFigure(label) && times(label) <= actuals)
  );
}

/** Rows by their labels; a label that the words do not know heads a line of something else. */
export function markedLines(grid: Grid, rows: readonly WalkedRow[], column: number): Map<number, Line> {
  const lines = new Map<number, Line>();
  for (const { row, kind } of rows) {
    const label = kind === "data" ? grid.text(row, column) : "";
    if (label !== "") lines.set(row, lineOf(label) ?? "other");
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
