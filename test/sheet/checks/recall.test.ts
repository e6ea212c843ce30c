/** Planted inconsistencies in clean workbooks: found by their rule, and no other place is blamed as an error. */
import { recall, type Recall } from "./recall";

/** Plants that another rule notices instead, or that cannot be told from a clean sheet; each with its reason. */
const LEFT: Readonly<Record<string, number>> = {
  // The only KPI of its sheet: a sheet whose grades are all open is not yet filled in.
  "grade-blank": 1,
  // Three equal years are a constant.
  "same-value-twice": 1,
  // The row that got the other target has no baseline: nothing ties the two rows any more.
  "same-indicator-differs": 1,
};

const rows: readonly Recall[] = recall();

test("there are several ways for most rules", () => {
  expect(rows.length).toBeGreaterThanOrEqual(24);
  expect(rows.reduce((n, { planted }) => n + planted, 0)).toBeGreaterThan(1500);
});

test.each(rows.map((row) => [row.rule, row] as const))("%s", (rule, { planted, byRule, missed }) => {
  expect({ rule, missed: planted - byRule, list: missed.filter((one) => !one.includes("blames")) }).toEqual({
    rule,
    missed: Math.min(planted - byRule, LEFT[rule] ?? 0),
    list: expect.anything() as unknown,
  });
});

test("hardly ever is another place blamed", () => {
  const planted = rows.reduce((n, row) => n + row.planted, 0);
  const elsewhere = rows.reduce((n, row) => n + row.elsewhere, 0);
  expect(elsewhere / planted).toBeLessThan(0.01);
});
