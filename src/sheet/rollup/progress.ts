/**
 * 施策の進捗状況: a row of status words (完了 順調 概ね順調 停滞 実施困難), each with a share beside or below it, or one ring among
 * them. Found by the words, whatever their number and order.
 */
import { plain } from "../../kpi/characters";
import { readCell } from "../../kpi/cell";
import { decimal, multiply, type Decimal } from "../../kpi/decimal";
import type { Grid, GridCell } from "../grid";
import type { Area, SheetSnapshot } from "../types";
import { gridOf } from "./project-cells";

/** Words for how far a measure is, best first. One entry per line; matched against the whole cell. */
export const STATUS_WORDS: readonly RegExp[] = [
  /^(?:完了|終了|達成|達成済み?|実施済み?)$/,
  /^(?:計画以上|予定以上|前倒し)(?:に進捗)?$/,
  /^(?:順調|計画(?:どおり|通り)|予定(?:どおり|通り))(?:に進捗)?$/,
  /^(?:概ね|おおむね|ほぼ)(?:順調|計画(?:どおり|通り)|予定(?:どおり|通り))(?:に進捗)?$/,
  /^(?:やや|少し)(?:遅れ|遅延|停滞)(?:あり|ている|気味)?$/,
  /^(?:遅れ|遅延|停滞|遅れている|遅れあり|順調でない|要改善)$/,
  /^(?:実施困難|困難|未着手|未実施|着手前)$/,
  /^(?:中止|休止|廃止|見直し|その他)$/,
];

export interface ProgressValue {
  /** As printed, 「概ね順調」. */
  readonly status: string;
  readonly label: { readonly row: number; readonly column: number };
  /** Where its share or ring stands or belongs; null where that cannot be known. */
  readonly cell: { readonly row: number; readonly column: number } | null;
  /** "" where it is blank. */
  readonly text: string;
  /** In percent, 28.6; null where no figure stands there. */
  readonly share: Decimal | null;
  /** 〇 */
  readonly marked: boolean;
}

export interface ProgressBlock {
  readonly area: Area;
  /** As printed; at least three. */
  readonly values: readonly ProgressValue[];
  readonly kind: "shares" | "mark" | "empty";
}

const RING = /^[○〇◯●◎✓レ✔]$/;
const HUNDRED = decimal(100);

export const isStatusWord = (text: string): boolean => {
  const word = plain(text).text.replace(/\s+/g, "");
  return word.length <= 12 && STATUS_WORDS.some((pattern) => pattern.test(word));
};

/** The block of the sheet; null where there is none. */
export function findProgressBlock(sheet: SheetSnapshot | Grid): ProgressBlock | null {
  const grid = gridOf(sheet);
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const labels = grid.row(row).filter((cell) => isStatusWord(cell.text));
    if (labels.length < 3 || new Set(labels.map((cell) => cell.text.trim())).size !== labels.length) continue;
    const block = readBlock(grid, row, labels);
    if (block) return block;
  }
  return null;
}

interface Slot {
  readonly label: GridCell;
  /** Columns up to the next label. */
  readonly right: number;
}

function readBlock(grid: Grid, row: number, labels: readonly GridCell[]): ProgressBlock | null {
  const gaps = labels.slice(1).map((cell, i) => cell.column - (labels[i] as GridCell).column);
  const widest = Math.max(...gaps);
  const slots = labels.map((label, i): Slot => ({
    label,
    right: (labels[i + 1]?.column ?? label.column + widest) - 1,
  }));
  const beside = slots.map(({ label, right }) => grid.between(row, label.column + 1, right)[0] ?? null);
  const below = slots.map(({ label, right }) => grid.between(row + 1, label.column, right)[0] ?? null);
  const figures = (cells: readonly (GridCell | null)[]): number =>
    cells.filter((cell) => cell !== null && valueOf(grid, cell) !== null).length;
  const inRow = Math.min(...gaps) > 1 && (figures(beside) > 0 || figures(below) === 0);
  const counted = !inRow && areCounts(grid, below);
  // Counts have their shares in the row after them, or none.
  const under = slots.map(({ label, right }) => grid.between(row + 2, label.column, right)[0] ?? null);
  if (counted && !under.some((cell) => cell !== null && /[%％]/.test(cell.text))) return null;
  const cells = inRow ? beside : counted ? under : below;
  if (cells.some((cell) => cell !== null && valueOf(grid, cell) === null && !/^[%％]$/.test(cell.text.trim())))
    return null;
  const places = slots.map(({ label }, i) => placeOf(grid, inRow, row, label, cells[i] ?? null, slots, cells));
  const values = slots.map(({ label }, i): ProgressValue => {
    const cell = cells[i] ?? null;
    const value = cell === null ? null : valueOf(grid, cell);
    return {
      status: label.text.trim(),
      label: { row: label.row, column: label.column },
      cell: places[i] ?? null,
      text: value === null ? "" : (cell?.text ?? ""),
      share: value !== null && value !== "ring" ? value : null,
      marked: value === "ring",
    };
  });
  const kind = values.some((v) => v.share !== null) ? "shares" : values.some((v) => v.marked) ? "mark" : "empty";
  // A list of the words alone (a legend) is no block: somewhere a value stands, or every place is known.
  if (kind === "empty" && values.some((v) => v.cell === null)) return null;
  const last = slots[slots.length - 1] as Slot;
  return {
    area: {
      top: row,
      left: (labels[0] as GridCell).column,
      bottom: inRow ? row : row + (counted ? 2 : 1),
      right: last.right,
    },
    values,
    kind,
  };
}

/** Whole numbers that come nowhere near 100 in sum: 「2 0 3 1」 are projects or indicators. */
function areCounts(grid: Grid, cells: readonly (GridCell | null)[]): boolean {
  const known = cells.filter((cell) => cell !== null);
  const whole = known.map((cell) => (/^\d{1,3}\s*件?$/.test(cell.text.normalize("NFKC").trim()) ? cell : null));
  const percents = known.some(({ row, column }) => grid.facts(row, column).numberFormat.includes("%"));
  const sum = whole.reduce((total, cell) => total + (cell === null ? 0 : parseInt(cell.text.normalize("NFKC"), 10)), 0);
  return known.length > 1 && !percents && whole.every((cell) => cell !== null) && sum > 0 && sum <= 50;
}

/** A share in percent, a ring, or null for any other text. */
function valueOf(grid: Grid, cell: GridCell): Decimal | "ring" | null {
  if (RING.test(cell.text.trim())) return "ring";
  const facts = grid.facts(cell.row, cell.column);
  const reading = readCell(facts.value, { text: facts.text, numberFormat: facts.numberFormat });
  if (reading.kind !== "quantity" || reading.parts.length > 1) return null;
  const [{ value, unit }] = reading.parts;
  if (unit === "%") return multiply(value, HUNDRED);
  return unit === null ? value : null;
}

/** Where a blank one would be: beside its own label's merge, or as far from its label as in the other slots. */
function placeOf(
  grid: Grid,
  inRow: boolean,
  row: number,
  label: GridCell,
  cell: GridCell | null,
  slots: readonly Slot[],
  cells: readonly (GridCell | null)[],
): { row: number; column: number } | null {
  if (cell !== null && !/^[%％]$/.test(cell.text.trim())) return { row: cell.row, column: cell.column };
  const merge = grid.merge(label.row, label.column);
  if (!inRow) return { row: (merge?.bottom ?? row) + 1, column: label.column };
  const known = new Set(cells.flatMap((c, i) => (c === null ? [] : [c.column - (slots[i] as Slot).label.column])));
  if (known.size === 1) return { row, column: label.column + ([...known][0] as number) };
  if (grid.sheet.merges === null) return null;
  return { row, column: (merge?.right ?? label.column) + 1 };
}
