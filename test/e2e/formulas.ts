/** KPI.* typed into cells, computed by Microsoft's custom-functions runtime with the bundle that ships. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cellTexts, openSample, type Workbench } from "./support";

/** One cell per function, on the empty rows below the form. */
const TYPED: readonly (readonly [cell: string, formula: string, shown: string | RegExp])[] = [
  ["B200", '=KPI.GRADE("91件","114件","200件")', "A"],
  ["B201", '=KPI.EXPLAIN("91件","114件","200件")', /^91件→114件（\+25\.3%）。/],
  ["B202", "=KPI.RATE(10,40,50)", "0.75"],
  ["B203", "=KPI.EXPECTED(10,2020,50,2024,2022)", "30"],
  ["B204", '=KPI.DIRECTION("刑法犯認知件数")', "減少"],
  ["B205", '=KPI.VALUE("59億1,800万円")', "5918000000"],
  ["B206", '=KPI.UNIT("768千トン")', "トン"],
  ["B207", '=KPI.YEAR("令和3年度")', "2021"],
  ["B208", '=KPI.STATUS("A")', "A"],
  ["B209", '=KPI.CHECK("91件","114件","200件","B")', /計算ではA/],
  ["B210", '=KPI.SUMMARY("A")', /./],
  ["B220", '=KPI.SHARE("順調")', /./],
  ["B230", '=KPI.RUBRIC("旭市型")', /./],
  ["B250", '=KPI.GRADE("約?","114件","200件")', "#VALUE!"],
];

export function formulaTests(workbench: () => Workbench): void {
  test("each function once", async () => {
    const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx");
    await pane.getByText("人口の社会増減").first().waitFor();
    await page.evaluate(
      (typed) => {
        for (const [cell, formula] of typed) window.e2e.type(cell, formula);
      },
      TYPED.map(([cell, formula]) => [cell, formula] as const),
    );
    await page.waitForFunction(
      (cells) => cells.every((cell) => !["", "#BUSY!"].includes(window.e2e.text(cell))),
      TYPED.map(([cell]) => cell),
    );
    const shown = await cellTexts(
      page,
      TYPED.map(([cell]) => cell),
    );
    for (const [i, [cell, formula, wanted]] of TYPED.entries()) {
      const actual = shown[i] ?? "";
      assert.ok(wanted instanceof RegExp ? wanted.test(actual) : actual === wanted, `${cell} ${formula}: ${actual}`);
    }
    await page.context().close();
  });

  test("typed by keyboard into the grid, and worked out again when a value changes", async () => {
    const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx");
    await pane.getByText("人口の社会増減").first().waitFor();
    // the grid takes the keyboard when it is clicked
    await page.mouse.click(400, 400);
    await page.waitForTimeout(300);
    await page.evaluate(() => window.e2e.select("BR30"));
    await page.waitForTimeout(300);
    await page.keyboard.type('=KPI.GRADE("91件",BS30,"200件")');
    await page.keyboard.press("Enter");
    await page.evaluate(() => window.e2e.type("BS30", "95件"));
    await page.waitForFunction(() => window.e2e.text("BR30") === "B");
    await page.evaluate(() => window.e2e.type("BS30", "210件"));
    await page.waitForFunction(() => window.e2e.text("BR30") === "S");
    await page.context().close();
  });
}
