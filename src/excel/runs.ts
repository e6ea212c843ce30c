/** Cells that stand next to each other travel together: one range per run instead of one per cell. */

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A part of a row or of a column. */
export interface Run<T extends Place> {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The cells asked for, in order; a run with gaps holds fewer cells than it has room for. */
  readonly cells: readonly T[];
}

/**
 * A column of 500 cells cannot meet more than 500 merged areas: below the 512 above which Excel refuses to name them.
 */
const LONGEST = 500;

/**
 * Cells of one sheet as runs. `gap`: how many cells that were not asked for may stand between two that were
 * (0 for writing; some for reading, where a long range is cheaper than many short ones).
 */
export function toRuns<T extends Place>(cells: readonly T[], gap: number): Run<T>[] {
  const down = chain(cells, (c) => [c.column, c.row], gap);
  const across = chain(cells, (c) => [c.row, c.column], gap);
  const vertical = down.length <= across.length;
  return (vertical ? down : across).map((chained) => {
    const first = chained[0] as T;
    const last = chained[chained.length - 1] as T;
    return {
      row: first.row,
      column: first.column,
      rowCount: last.row - first.row + 1,
      columnCount: last.column - first.column + 1,
      cells: chained,
    };
  });
}

/** `key` gives the line a cell is on and its position along that line. */
function chain<T>(cells: readonly T[], key: (cell: T) => readonly [number, number], gap: number): T[][] {
  const sorted = [...cells].sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
  const chains: T[][] = [];
  let start = 0;
  let previous: readonly [number, number] | null = null;
  for (const cell of sorted) {
    const [line, position] = key(cell);
    const joins =
      previous !== null &&
      line === previous[0] &&
      position - previous[1] <= gap + 1 &&
      position > previous[1] &&
      position - start < LONGEST;
    if (joins) (chains[chains.length - 1] as T[]).push(cell);
    else {
      chains.push([cell]);
      start = position;
    }
    previous = [line, position];
  }
  return chains;
}

/** A cell of the workbook. */
export interface Target extends Place {
  readonly sheetId: string;
  readonly sheetName: string;
}

/** One sheet's share of the targets. */
export interface SheetTargets<T extends Target> {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly T[];
}

/** Sheets in the order in which they are first met. */
export function bySheet<T extends Target>(targets: readonly T[]): SheetTargets<T>[] {
  const sheets = new Map<string, T[]>();
  for (const target of targets) {
    const cells = sheets.get(target.sheetId);
    if (cells) cells.push(target);
    else sheets.set(target.sheetId, [target]);
  }
  return [...sheets.values()].map((cells) => {
    const { sheetId, sheetName } = cells[0] as T;
    return { id: sheetId, name: sheetName, cells };
  });
}
