/** KPI.GRADE over 100,000 rows of cell texts: one spilled call, as Excel makes it. */
import type { BenchRow } from "./rows";
import { benchRows } from "./rows";

/** Excel's global, as the function runtime defines it. */
class FunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

export interface GradeBench {
  readonly rows: number;
  /** Milliseconds of each run; the first one is cold (nothing compiled, nothing remembered). */
  readonly runs: readonly number[];
  readonly best: number;
  readonly grades: readonly string[];
}

/** Times the call. `rows` defaults to the 100,000 that every engine grades. */
export async function benchGrade(rows: readonly BenchRow[] = benchRows(100_000), repeats = 5): Promise<GradeBench> {
  Object.assign(globalThis, {
    CustomFunctions: { Error: FunctionError, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } },
  });
  const { grade } = await import("../src/functions/functions");
  const column = (i: 0 | 1 | 2): unknown[][] => rows.map((row) => [row.texts[i]]);
  const [baseline, actual, target] = [column(0), column(1), column(2)];
  const up = [["増加"]];
  const runs: number[] = [];
  let grades: string[] = [];
  for (let i = 0; i < repeats; i++) {
    const begin = performance.now();
    const result = grade(baseline, actual, target, up);
    runs.push(performance.now() - begin);
    grades = result.map((row) => String(row[0]));
  }
  return { rows: rows.length, runs, best: Math.min(...runs), grades };
}
