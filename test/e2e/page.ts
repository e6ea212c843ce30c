/** The page around grid and pane: narrow windows, unsaved edits, sheets by their tabs. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openSample, type OpenPage, type Workbench } from "./support";

const sheetNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window.workbench.book?.sheets ?? []).map(({ name }) => name));

/** Opened, the pane's first indicator there; a click, so that the browser lets the page ask before it is left. */
async function openAndClick(workbench: Workbench, options: Parameters<typeof openSample>[2] = {}): Promise<OpenPage> {
  const opened = await openSample(workbench, "asahi-r3.xlsx", options);
  await opened.pane.getByText("人口の社会増減").first().waitFor();
  await opened.pane.getByText("人口の社会増減").first().click();
  return opened;
}

export function pageTests(workbench: () => Workbench): void {
  for (const width of [320, 500, 700, 760]) {
    test(`a window of ${width} px: grid and pane beside or below each other, nothing overlaps`, async () => {
      const { page, pane, errors } = await openSample(workbench(), "asahi-r3.xlsx", { width });
      const main = pane.getByRole("button", { name: "4件の評価を書き込む" });
      await main.waitFor();
      const boxes = await page.evaluate(() =>
        ["#grid", "#pane", ".bar"].map(
          (one) => document.querySelector(one)?.getBoundingClientRect().toJSON() as DOMRect,
        ),
      );
      const [grid, paneBox, bar] = boxes as [DOMRect, DOMRect, DOMRect];
      assert.ok(grid.width >= Math.min(320, width) && grid.height >= 300, `the sheet is seen: ${JSON.stringify(grid)}`);
      assert.ok(grid.right <= paneBox.left || grid.bottom <= paneBox.top, "the pane lies beside or below the grid");
      assert.ok(bar.bottom <= grid.top && bar.right <= width, "the bar lies above");
      assert.ok(paneBox.right <= width, "nothing is cut off");
      // the click must land on the button, or Playwright says what lies on top of it
      await main.click();
      await pane
        .getByText("いまの値")
        .or(pane.getByRole("button", { name: /戻る|やめる|キャンセル/ }))
        .first()
        .waitFor();
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  }

  for (const dark of [false, true]) {
    test(`axe finds nothing in the ${dark ? "dark" : "light"} bar, nor in what the page says`, async () => {
      const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx", { dark });
      await pane.getByText("人口の社会増減").first().waitFor();
      await page.setInputFiles("#file", join("samples", "damaged", "truncated.xlsx"));
      await page.getByRole("alert").filter({ hasText: "truncated.xlsx" }).waitFor();
      const { violations } = await new AxeBuilder({ page }).include(".bar").include("#message").analyze();
      assert.deepEqual(
        violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`),
        [],
      );
      const background = await page.locator(".bar").evaluate(() => getComputedStyle(document.body).backgroundColor);
      const lightness = Number(/\d+/.exec(background)?.[0]);
      assert.equal(lightness < 128, dark, background);
      await page.context().close();
    });
  }

  test("leaving the page: no question without edits, one with them, none after saving", async () => {
    const { page, pane, dialogs } = await openAndClick(workbench());
    await page.reload();
    await pane.getByText("人口の社会増減").first().click();
    assert.deepEqual(
      dialogs.filter((text) => text === "beforeunload"),
      [],
    );
    await page.evaluate(() => window.e2e.type("B200", "書きかけ"));
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    await download.path();
    await page.reload();
    await pane.getByText("人口の社会増減").first().click();
    assert.deepEqual(
      dialogs.filter((text) => text === "beforeunload"),
      [],
    );
    await page.evaluate(() => window.e2e.type("B200", "書きかけ"));
    await page.reload();
    assert.deepEqual(
      dialogs.filter((text) => text === "beforeunload"),
      ["beforeunload"],
    );
    await page.context().close();
  });

  test("opening another workbook over unsaved edits: asked, and cancelled it changes nothing", async () => {
    const { page, dialogs } = await openAndClick(workbench(), { cancel: /保存していません/ });
    await page.evaluate(() => window.e2e.type("B200", "書きかけ"));
    await page.locator("#samples").selectOption("suzaka.xlsx");
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>("#samples")?.value === "asahi-r3.xlsx");
    await page.setInputFiles("#file", join("samples", "suzaka.xlsx"));
    await page.waitForTimeout(500);
    const asked = dialogs.filter((text) => text.includes("保存していません"));
    assert.equal(asked.length, 2);
    assert.match(asked[0] ?? "", /「asahi-r3.xlsx」への変更は.*「suzaka.xlsx」を開きますか/s);
    assert.equal(await page.locator("#name").textContent(), "asahi-r3.xlsx");
    assert.equal(await page.evaluate(() => window.e2e.text("B200")), "書きかけ");
    await page.context().close();
  });

  test("another workbook over one without edits: no question", async () => {
    const { page, dialogs } = await openAndClick(workbench());
    await page.locator("#samples").selectOption("suzaka.xlsx");
    await page.locator("#name").filter({ hasText: "suzaka.xlsx" }).waitFor();
    assert.deepEqual(
      dialogs.filter((text) => text.includes("保存していません")),
      [],
    );
    await page.context().close();
  });

  test("a sheet added by the button below the grid is one of the workbook", async () => {
    const { page, errors } = await openAndClick(workbench());
    const before = await sheetNames(page);
    await page.locator("#grid [data-u-comp=sheet-bar] button, #grid footer button").first().click();
    await page.waitForFunction((count) => window.workbench.book?.sheets.length === count + 1, before.length);
    assert.deepEqual(await sheetNames(page), [...before, "Sheet1"]);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  test("a protected workbook takes no sheet, and says so", async () => {
    const { page, pane } = await openSample(workbench(), "damaged/protected-structure.xlsx");
    await pane.getByRole("tab", { name: "評価" }).waitFor();
    const before = await sheetNames(page);
    await page.locator("#grid [data-u-comp=sheet-bar] button, #grid footer button").first().click();
    await page.getByRole("alert").filter({ hasText: "ブックが保護されているため" }).waitFor();
    assert.deepEqual(await sheetNames(page), before);
    await page.context().close();
  });
}
