/** The main job on the printed forms of 旭市. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cellTexts, openSample, type Workbench } from "./support";

const FORMS = [
  {
    file: "asahi-r3.xlsx",
    cells: ["BI13", "BI17", "BI19", "BI21"],
    grades: ["D", "S", "S", "―"],
    button: "4件の評価を書き込む",
  },
  { file: "asahi-r2.xlsx", cells: ["BM13", "BM17", "BM19"], grades: ["D", "―", "A"], button: "3件の評価を書き込む" },
];

export function gradeTests(workbench: () => Workbench): void {
  for (const { file, cells, grades, button } of FORMS) {
    test(`${file}: ${grades.join(" ")} are written where they belong, and taken back`, async () => {
      const { page, pane, foreign, errors } = await openSample(workbench(), file);
      await pane.getByText("人口の社会増減").first().waitFor();
      assert.deepEqual(
        await cellTexts(page, cells),
        cells.map(() => ""),
      );

      await pane.getByRole("button", { name: button }).click();
      // the preview is shown first: nothing is written yet
      assert.deepEqual(
        await cellTexts(page, cells),
        cells.map(() => ""),
      );
      await pane.getByRole("button", { name: /評価を書き込む/ }).click();
      await pane.getByRole("button", { name: "元に戻す" }).waitFor();
      assert.deepEqual(await cellTexts(page, cells), grades);

      await pane.getByRole("button", { name: "元に戻す" }).click();
      await page.waitForFunction((cell) => window.e2e.text(cell) === "", cells[0] as string);
      assert.deepEqual(
        await cellTexts(page, cells),
        cells.map(() => ""),
      );

      assert.deepEqual(foreign, [], "no request leaves the page");
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  }

  test("formulas: the same grades, worked out by the custom functions in the cells", async () => {
    const { page, pane, errors } = await openSample(workbench(), "asahi-r3.xlsx");
    await pane.getByText("人口の社会増減").first().waitFor();
    await pane.getByRole("button", { name: "式で書き込む" }).click();
    await pane
      .getByRole("button", { name: /書き込む/ })
      .first()
      .click();
    await pane.getByRole("button", { name: "元に戻す" }).waitFor();
    const cells = FORMS[0]?.cells ?? [];
    await page.waitForFunction((cell) => window.e2e.text(cell) === "D", cells[0] as string);
    assert.deepEqual(await cellTexts(page, cells), FORMS[0]?.grades);
    const formula = await page.evaluate((cell) => window.e2e.formula(cell), cells[0] as string);
    assert.match(formula, /^=KPI\.GRADE\(/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}
