/** Opening bad files, saving good ones. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { readXlsx } from "../../src/xlsx/read";
import { bigWorkbook } from "../../samples/damaged/damaged";
import { openSample, type Workbench } from "./support";

const BAD: readonly (readonly [file: string, sentence: RegExp])[] = [
  ["csv-named-xlsx.xlsx", /Excelブック（.xlsx）として読めない.*変更していません/s],
  ["encrypted.xlsx", /パスワード.*変更していません/s],
  ["truncated.xlsx", /壊れている.*変更していません/s],
];

export function fileTests(workbench: () => Workbench): void {
  test("a bad file is refused with a sentence, and the open workbook stays", async () => {
    const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx");
    await pane.getByText("人口の社会増減").first().waitFor();
    for (const [file, sentence] of BAD) {
      await page.setInputFiles("#file", join("samples", "damaged", file));
      await page.getByRole("alert").filter({ hasText: file }).waitFor();
      assert.match((await page.getByRole("alert").textContent()) ?? "", sentence);
    }
    assert.equal(await page.locator("#name").textContent(), "asahi-r3.xlsx");
    await page.context().close();
  });

  test("a workbook without KPI tables says so", async () => {
    const { page, pane } = await openSample(workbench(), "negatives/budget.xlsx");
    await pane
      .getByText(/KPI表は見つかりませんでした/)
      .first()
      .waitFor();
    await page.context().close();
  });

  test("a sheet of 50,000 cells is read", async () => {
    const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx");
    await pane.getByText("人口の社会増減").first().waitFor();
    const buffer = Buffer.from((await bigWorkbook(50_000)).bytes);
    await page.setInputFiles("#file", { name: "big.xlsx", mimeType: "application/octet-stream", buffer });
    await page.locator("#name").filter({ hasText: "big.xlsx" }).waitFor();
    await pane
      .getByText(/KPI表は見つかりませんでした|KPI \d+/)
      .first()
      .waitFor();
    await page.context().close();
  });

  test("saving changes the grade cells and nothing else", async () => {
    const { page, pane } = await openSample(workbench(), "asahi-r3.xlsx");
    await pane.getByText("人口の社会増減").first().waitFor();
    await pane.getByRole("button", { name: /評価を書き込む/ }).click();
    await pane.getByRole("button", { name: /評価を書き込む/ }).click();
    await pane.getByRole("button", { name: "元に戻す" }).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
    const saved = readXlsx(new Uint8Array(await readFile(await download.path())));
    const before = readXlsx(new Uint8Array(await readFile(join("samples", "asahi-r3.xlsx"))));
    const values = (book: typeof saved): Map<string, unknown> =>
      new Map((book.sheets[0]?.cells ?? []).map((cell) => [`${cell.row},${cell.column}`, cell.value]));
    const old = values(before);
    const changed = [...values(saved)]
      .filter(([place, value]) => (old.get(place) ?? "") !== value)
      .map(([, value]) => value);
    assert.deepEqual(changed, ["D", "S", "S", "―"]);
    await page.context().close();
  });
}
