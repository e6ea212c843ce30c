/** A table on its side: the labels 指標・基準値・目標値・実績値 below each other, an indicator in each column. */
import type { Grid } from "../grid";
import { isFigure, type HeaderCell, type HeaderReader } from "../headers";
import { HeadingState, namedHeadingsOfRow } from "../headings";
import { Layout, type Arrangement } from "./arrangement";

interface Side {
  readonly column: number;
  /** Row of the names. */
  readonly top: number;
  /** The label of the names says so; else they are only believed beside baseline, actual and target. */
  readonly named: boolean;
  bottom: number;
  labels: number;
  readonly roles: Set<string>;
}

/** Rows without a label between two that have one. */
const MOST_BETWEEN = 2;
const MOST_ROWS = 40;
const FEWEST_LABELS = 3;
const FEWEST_NAMES = 2;

/** The tables of a sheet that stand on their side. Cells that are masked are not looked at. */
export function arrangeTurned(reader: HeaderReader): Arrangement[] {
  return findSides(reader)
    .filter(({ roles, named }) => {
      const [target, baseline, actual] = [roles.has("target"), roles.has("baseline"), roles.has("actual")];
      return named ? target && (baseline || actual) : target && baseline && actual;
    })
    .filter(({ labels }) => labels >= FEWEST_LABELS)
    .map((side) => layOut(reader.grid, side));
}

/** Runs of labels in one column, each below a row of names. */
function findSides(reader: HeaderReader): Side[] {
  const { area } = reader.grid;
  const open = new Map<number, Side>();
  const sides: Side[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (const cell of reader.row(row)) {
      const role = roleOf(cell);
      const side = open.get(cell.column);
      const near = side !== undefined && row - side.bottom <= MOST_BETWEEN + 1 && row - side.top < MOST_ROWS;
      if (role !== null && role !== "name" && near) {
        side.bottom = row;
        side.labels++;
        side.roles.add(role);
        continue;
      }
      const next = sideUnder(reader, cell) ?? sideUnderBlank(reader, cell);
      if (next === null || (near && side.labels > 1)) continue;
      open.set(cell.column, next);
      sides.push(next);
    }
  }
  return sides;
}

const areNames = (cells: readonly HeaderCell[]): boolean =>
  cells.length >= FEWEST_NAMES && cells.every(({ text, header }) => header === null && !isFigure(text));

/** 「指標名 | 出生数 | 婚姻件数」, or another label in its place: names stand on the right of it. */
function sideUnder(reader: HeaderReader, cell: HeaderCell): Side | null {
  const role = cell.header?.role ?? null;
  const named = role === "name" && cell.header?.weak === false;
  if (!named && role !== "name" && role !== "year" && role !== "no" && role !== "part") return null;
  const names = reader.row(cell.row).filter(({ column }) => column > cell.column);
  if (!areNames(names)) return null;
  return { column: cell.column, top: cell.row, named, bottom: cell.row, labels: 1, roles: new Set() };
}

/** The same with a blank corner: names in the row above, right of the first label. */
function sideUnderBlank(reader: HeaderReader, cell: HeaderCell): Side | null {
  const { column, row } = cell;
  const above = reader.row(row - 1);
  const role = roleOf(cell);
  if (role === null || above.some((other) => other.column <= column) || !areNames(above)) return null;
  return { column, top: row - 1, named: false, bottom: row, labels: 2, roles: new Set([role]) };
}

/** A year alone heads an actual. */
const roleOf = ({ header }: HeaderCell): string | null =>
  header === null ? null : (header.role ?? (header.year === null ? null : "actual"));

function layOut(grid: Grid, { column, top, bottom, named }: Side): Arrangement {
  const layout = new Layout(grid);
  const head = layout.headings(0, headingsOver(grid, top));
  const right = rightEnd(grid, column, top, bottom);
  for (let c = column; c <= right; c++) {
    for (let row = top; row <= bottom; row++) {
      const label = c === column && row === top && !named ? "指標" : null;
      layout.put(head + c - column, row - top, { row, column: c }, label);
    }
  }
  return layout.arrangement({ top, left: column, bottom, right });
}

/** The last column beside the labels before a blank one. */
function rightEnd(grid: Grid, column: number, top: number, bottom: number): number {
  const filled = (c: number): boolean => {
    for (let row = top; row <= bottom; row++) if (grid.text(row, c) !== "") return true;
    return false;
  };
  let right = column;
  for (let c = column + 1; c <= grid.area.right; c++) {
    if (filled(c)) right = c;
    else if (c - right > 1) break;
  }
  return right;
}

function headingsOver(grid: Grid, top: number): string[] {
  const state = new HeadingState();
  for (let row = grid.area.top; row < top; row++) {
    namedHeadingsOfRow(grid.row(row)).forEach((heading) => state.push(heading));
  }
  return state.held().map(({ text }) => text);
}
