/** What the pane needs before its first row: the files that the size budget counts, no others. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AT_ONCE } from "../../scripts/budgets";
import { openSample, type Workbench } from "./support";

export function sizeTests(workbench: () => Workbench): void {
  test("the first row shows where nothing but the files of the size budget can be loaded", async () => {
    const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx");
    const asked = new Set<string>();
    await page.route(/\/addin\/[^/]+\.js$/, async (route) => {
      const chunk = route
        .request()
        .url()
        .replace(/^.*\/|\.[0-9a-f]{8}\.js$/g, "");
      if (!AT_ONCE.includes(chunk)) return route.abort();
      asked.add(chunk);
      return route.continue();
    });
    await page.reload();
    await pane.getByText("人口の社会増減").first().waitFor();
    assert.deepEqual([...asked].sort(), [...AT_ONCE].sort());
    await page.context().close();
  });
}
