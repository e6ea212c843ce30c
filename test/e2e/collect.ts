/** The planning department's side: forty files in one run, in a real browser. */
import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { DAMAGED_FILE, ENCRYPTED_FILE, fortyFiles, TURNED_FILE } from "../sheet/collect/submissions";
import { cellTexts, openSample, type Workbench } from "./support";

export function collectTests(workbench: () => Workbench): void {
  test("forty files: none lost, none left behind, the second run as the first", async () => {
    const { page, pane, foreign, errors } = await openSample(workbench(), "suzaka.xlsx");
    await pane.getByRole("tab", { name: "評価" }).waitFor();
    await pane.getByRole("button", { name: "メニュー" }).click();
    await pane.getByRole("menuitem", { name: "提出シートを集める" }).click();
    const files = await fortyFiles();
    await pane.getByLabel("ファイルを選ぶ").setInputFiles(
      files.map(({ name, bytes }) => ({
        name,
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: Buffer.from(bytes),
      })),
    );
    const write = pane.getByRole("button", { name: "KPI 152件の取りまとめを書き込む" });
    await write.waitFor({ timeout: 60_000 });
    await pane.getByText("40ファイル・KPI 152件").waitFor();
    for (const text of [DAMAGED_FILE, ENCRYPTED_FILE, /壊れているため/, /パスワードで保護された/])
      await pane.getByText(text).first().waitFor();
    await pane.getByText(new RegExp(`「-16人」は${TURNED_FILE}`)).waitFor();

    const { violations } = await new AxeBuilder({ page }).include("#pane iframe").analyze();
    assert.deepEqual(
      violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`),
      [],
    );
    for (const width of [320, 350, 500]) {
      await page.addStyleTag({ content: `main { grid-template-columns: minmax(0, 1fr) ${width}px !important }` });
      await page.waitForTimeout(200);
      const overflow = await pane.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      assert.ok(overflow <= 0, `${overflow} px wider than a pane of ${width} px`);
    }

    // 提出状況 comes to the front: one row per file.
    const status = files.flatMap((_, i) => [`B${i + 5}`, `C${i + 5}`]);
    const run = async (): Promise<string[]> => {
      await write.click();
      await pane.getByText(/を書き込みました/).waitFor({ timeout: 60_000 });
      return await cellTexts(page, status);
    };
    const first = await run();
    assert.deepEqual(
      first.filter((_, i) => i % 2 === 0),
      files.map(({ name }) => name),
    );
    assert.equal(first.filter((text) => text === "読み取り済み").length, 38);
    assert.equal(first.filter((text) => text === "読み取れません").length, 2);
    assert.deepEqual(await run(), first);

    assert.deepEqual(foreign, [], "no request leaves the page");
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}
