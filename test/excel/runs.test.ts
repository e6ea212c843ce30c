import fc from "fast-check";
import { toRuns } from "../../src/excel/runs";

const cells = fc.uniqueArray(
  fc.record({ row: fc.integer({ min: 0, max: 40 }), column: fc.integer({ min: 0, max: 12 }) }),
  { selector: ({ row, column }) => `${row},${column}`, maxLength: 80 },
);

test("neighbours become one run, down a column or along a row", () => {
  const column = [7, 5, 6].map((row) => ({ row, column: 3 }));
  expect(toRuns(column, 0)).toEqual([
    { row: 5, column: 3, rowCount: 3, columnCount: 1, cells: [5, 6, 7].map((row) => ({ row, column: 3 })) },
  ]);
  const line = [1, 2, 3].map((c) => ({ row: 9, column: c }));
  expect(toRuns(line, 0)).toMatchObject([{ row: 9, column: 1, rowCount: 1, columnCount: 3 }]);
});

test("a gap is bridged for reading, never for writing", () => {
  const merged = [9, 11, 13].map((row) => ({ row, column: 67 }));
  expect(toRuns(merged, 0)).toHaveLength(3);
  expect(toRuns(merged, 15)).toMatchObject([{ row: 9, rowCount: 5 }]);
});

test("no run is longer than the number of merges that Excel names", () => {
  const long = Array.from({ length: 1200 }, (_, row) => ({ row, column: 0 }));
  const runs = toRuns(long, 0);
  expect(runs.map((run) => run.rowCount)).toEqual([500, 500, 200]);
});

test("every cell is in exactly one run, inside its rectangle; without gaps the rectangle holds nothing else", () => {
  fc.assert(
    fc.property(cells, fc.constantFrom(0, 15), (list, gap) => {
      const runs = toRuns(list, gap);
      const key = ({ row, column }: { row: number; column: number }) => `${row},${column}`;
      expect(runs.flatMap((run) => run.cells.map(key)).sort()).toEqual(list.map(key).sort());
      for (const run of runs) {
        expect(Math.min(run.rowCount, run.columnCount)).toBe(1);
        for (const { row, column } of run.cells) {
          expect(row - run.row).toBeGreaterThanOrEqual(0);
          expect(row - run.row).toBeLessThan(run.rowCount);
          expect(column - run.column).toBeGreaterThanOrEqual(0);
          expect(column - run.column).toBeLessThan(run.columnCount);
        }
        if (gap === 0) expect(run.rowCount * run.columnCount).toBe(run.cells.length);
      }
    }),
  );
});
