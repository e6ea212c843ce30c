/** Rows or columns of a sheet as runs of equal neighbours: sizes, hidden, the style of cells that are not there. */
import type { Style } from "./cell";

export interface Line {
  /** Points for rows, characters for columns; null: default. */
  readonly size: number | null;
  readonly hidden: boolean;
  readonly outlineLevel: number;
  readonly style: Style | null;
}

export interface LineRun extends Line {
  readonly first: number;
  readonly last: number;
}

export const PLAIN_LINE: Line = { size: null, hidden: false, outlineLevel: 0, style: null };

export class Lines {
  /** Ascending, never overlapping; what lies between is plain. */
  private runs: LineRun[];

  constructor(
    private readonly max: number,
    runs: readonly LineRun[] = [],
  ) {
    this.runs = [...runs].sort((a, b) => a.first - b.first);
  }

  get list(): readonly LineRun[] {
    return this.runs;
  }

  at(index: number): Line {
    let [low, high] = [0, this.runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle];
      if (!run) break;
      if (index < run.first) high = middle - 1;
      else if (index > run.last) low = middle + 1;
      else return run;
    }
    return PLAIN_LINE;
  }

  set(first: number, last: number, patch: Partial<Line>): void {
    const runs: LineRun[] = [];
    let next = first;
    for (const run of this.runs) {
      if (run.last < first || run.first > last) {
        runs.push(run);
        continue;
      }
      if (run.first < first) runs.push({ ...run, last: first - 1 });
      if (run.first > next) runs.push({ ...PLAIN_LINE, ...patch, first: next, last: run.first - 1 });
      const end = Math.min(run.last, last);
      runs.push({ ...run, ...patch, first: Math.max(run.first, first), last: end });
      if (run.last > last) runs.push({ ...run, first: last + 1 });
      next = end + 1;
    }
    if (next <= last) runs.push({ ...PLAIN_LINE, ...patch, first: next, last });
    this.runs = runs.sort((a, b) => a.first - b.first);
  }

  shift(at: number, count: number): void {
    const moved: LineRun[] = [];
    for (const run of this.runs) {
      if (count > 0) {
        if (run.last < at) moved.push(run);
        else if (run.first >= at) moved.push({ ...run, first: run.first + count, last: run.last + count });
        else {
          moved.push({ ...run, last: at - 1 });
          moved.push({ ...run, first: at + count, last: run.last + count });
        }
        continue;
      }
      const end = at - count;
      if (run.first < at) moved.push({ ...run, last: Math.min(run.last, at - 1) });
      if (run.last >= end) moved.push({ ...run, first: Math.max(run.first, end) + count, last: run.last + count });
    }
    this.runs = moved
      .filter((run) => run.first < this.max)
      .map((run) => ({ ...run, last: Math.min(run.last, this.max - 1) }));
  }
}
