/** The pane by keyboard alone, narrow and wide, light and dark; axe finds nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { openSample, type Workbench } from "./support";

const TABS = ["評価", "集計", "点検", "設定"];

export function accessibilityTests(workbench: () => Workbench): void {
  for (const dark of [false, true]) {
    test(`axe finds nothing in the ${dark ? "dark" : "light"} pane, on any tab`, async () => {
      const { page, pane } = await openSample(workbench(), "hadano-jisseki.xlsx", { dark });
      await pane.getByText("監視基準井戸の地下水位").first().waitFor();
      for (const name of TABS) {
        await pane.getByRole("tab", { name }).click();
        await page.waitForTimeout(500);
        const { violations } = await new AxeBuilder({ page }).include("#pane iframe").analyze();
        assert.deepEqual(
          violations.map((v) => `${name} ${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`),
          [],
        );
      }
      await page.context().close();
    });
  }

  for (const width of [320, 350, 500]) {
    test(`nothing is cut off at ${width} px`, async () => {
      const { page, pane } = await openSample(workbench(), "hadano-jisseki.xlsx");
      await page.addStyleTag({ content: `main { grid-template-columns: minmax(0, 1fr) ${width}px !important }` });
      await pane.getByText("監視基準井戸の地下水位").first().waitFor();
      for (const name of TABS) {
        await pane.getByRole("tab", { name }).click();
        await page.waitForTimeout(300);
        const overflow = await pane.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
        assert.ok(overflow <= 0, `${name}: ${overflow} px wider than the pane`);
      }
      await page.context().close();
    });
  }

  test("the main job by keyboard alone", async () => {
    const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx");
    await pane.getByText("人口の社会増減").first().waitFor();
    await pane.locator("body").evaluate((body) => body.ownerDocument.defaultView?.focus());
    const focused = (): Promise<string> =>
      pane.locator("html").evaluate((html) => html.ownerDocument.activeElement?.textContent ?? "");
    const tabTo = async (text: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        if (text.test(await focused())) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`never reached ${text}`);
    };
    await pane.getByRole("tab", { name: "評価" }).focus();
    await tabTo(/^4件の評価を書き込む$/);
    await page.keyboard.press("Enter");
    await tabTo(/評価を書き込む$/);
    await page.keyboard.press("Enter");
    await pane.getByRole("button", { name: "元に戻す" }).waitFor();
    await tabTo(/^元に戻す$/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => window.e2e.text("BI13") === "");
    await page.context().close();
  });
}
