/** The same pane under the oldest Excel that is supported, and in English. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cellTexts, openSample, type Workbench } from "./support";

export function olderExcelTests(workbench: () => Workbench): void {
  for (const excel of ["2021", "2024"]) {
    test(`Excel LTSC ${excel}: grades are written, and formulas see blank cells as 0`, async () => {
      const { page, pane, errors } = await openSample(workbench(), "asahi-r3.xlsx", { query: `&excel=${excel}` });
      await pane.getByText("人口の社会増減").first().waitFor();
      await pane.getByRole("button", { name: "式で書き込む" }).click();
      await pane
        .getByRole("button", { name: /書き込む/ })
        .first()
        .click();
      await pane.getByRole("button", { name: "元に戻す" }).waitFor();
      await page.waitForFunction(() => window.e2e.text("BI13") === "D");
      assert.deepEqual(await cellTexts(page, ["BI13", "BI17", "BI19", "BI21"]), ["D", "S", "S", "―"]);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  }

  test("English Excel: the pane speaks English, the cells stay Japanese", async () => {
    const { page, pane, errors } = await openSample(workbench(), "asahi-r3.xlsx", { query: "&locale=en-US" });
    await pane.getByRole("tab", { name: "Grades" }).waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}
