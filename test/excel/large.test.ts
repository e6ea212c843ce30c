/** Thousands of cells in one write: they arrive, and 「元に戻す」 still takes them back. */
import { readWorkbook } from "../../src/excel/read";
import { restore } from "../../src/excel/restore";
import { applyPlan, restoreFits } from "../../src/excel/write";
import { contents, gradePlan, manySheets } from "./support/forms";
import { withExcel } from "./support/host";

jest.setTimeout(120_000);

const CELLS = 8_000;

test.each([
  ["grades", (row: number) => "SABCD"[(row * 7) % 5] ?? ""],
  ["formulas", (row: number) => `=KPI.GRADE(C${row + 1}&"",E${row + 1}&"",D${row + 1}&"","増加","旭市型")`],
])("8,000 %s are written and taken back exactly", async (_, after) => {
  const model = manySheets(1, CELLS);
  const before = contents(model);
  await withExcel({ model }, async ({ host }) => {
    const plan = gradePlan(await readWorkbook({ scope: "all" }), after);
    expect(plan.edits).toHaveLength(CELLS);
    expect(restoreFits(plan)).toBe(true);
    const report = await applyPlan(plan);
    expect(report.written).toHaveLength(CELLS);
    expect(report).toMatchObject({ refused: [], failed: [], unverified: [], problem: null });
    expect(report.restorable).toMatchObject({ cells: CELLS });
    const back = await restore();
    expect(back?.restored).toHaveLength(CELLS);
    expect(contents(model)).toEqual(before);
    for (const { requestBytes, responseBytes } of host.requests)
      expect(requestBytes + responseBytes).toBeLessThan(5_000_000);
  });
});
