/** A table on its side: the labels 指標・基準値・目標値・実績値 below each other, an indicator in each column. */
import type { Grid } from "../grid";
import type { HeaderCell, HeaderReader } from "../headers";
import { headingsOfRow, HeadingState } from "../headings";
import { Layout, type Arrangement } from "./arrangement";

interface Side {
  readonly column: number;
  top: number;
  bottom: number;
  readonly roles: Set<string>;
}

/** Rows without a label between two that have one. */
const MOST_BETWEEN = 2;
const MOST_ROWS = 40;
const FEWEST_LABELS = 3;

/** The tables of a sheet that stand on their side. Cells that are masked are not looked at. */
export function arrangeTurned(reader: HeaderReader): Arrangement[] {
  return findSides(reader)
    .filter(({ roles }) => roles.has("name") && roles.has("target") && (roles.has("baseline") || roles.has("actual")))
    .filter((side) => labels(reader, side) >= FEWEST_LABELS && indicators(reader.grid, side) >= 2)
    .map((side) => layOut(reader.grid, side));
}

const labels = (reader: HeaderReader, { column, top, bottom }: Side): number => {
  let count = 0;
  for (let row = top; row <= bottom; row++) if (reader.row(row).some((c) => c.column === column && c.header)) count++;
  return count;
};

/** Names in the row of names. */
const indicators = (grid: Grid, { column, top }: Side): number => grid.between(top, column + 1, Infinity).length;

/** Runs of labels in one column, each beginning with a word for names. */
function findSides(reader: HeaderReader): Side[] {
  const { area } = reader.grid;
  const open = new Map<number, Side>();
  const sides: Side[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (const cell of reader.row(row)) {
      const role = roleOf(cell);
      if (role === null) continue;
      const side = open.get(cell.column);
      if (side && role !== "name" && row - side.bottom <= MOST_BETWEEN + 1 && row - side.top < MOST_ROWS) {
        side.bottom = row;
        side.roles.add(role);
      } else if (role === "name" && !cell.header?.weak) {
        const next: Side = { column: cell.column, top: row, bottom: row, roles: new Set([role]) };
        open.set(cell.column, next);
        sides.push(next);
      }
    }
  }
  return sides;
}

/** A year alone heads an actual. */
const roleOf = ({ header }: HeaderCell): string | null =>
  header === null ? null : (header.role ?? (header.year === null ? null : "actual"));

function layOut(grid: Grid, { column, top, bottom }: Side): Arrangement {
  const layout = new Layout(grid);
  const headings = headingsOver(grid, top);
  headings.forEach((text, row) => layout.put(row, 0, null, text));
  const right = rightEnd(grid, column, top, bottom);
  for (let c = column; c <= right; c++) {
    for (let row = top; row <= bottom; row++) layout.put(headings.length + c - column, row - top, { row, column: c });
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
    for (const heading of headingsOfRow(grid.row(row))) if (!heading.numbered) state.push(heading);
  }
  return state.held().map(({ text }) => text);
}
