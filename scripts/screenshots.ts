/**
 * Draws the pictures of the manuals (docs/images) from the running workbench and, for printed sheets, from LibreOffice.
 * Run by hand after changing what is seen: `npx tsx scripts/screenshots.ts`
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openSample, startWorkbench, type Workbench } from "../test/e2e/support";
import { printPages } from "./libreoffice";

const IMAGES = join("docs", "images");
mkdirSync(IMAGES, { recursive: true });
const image = (name: string): string => join(IMAGES, `${name}.png`);

/** The pane alone, as wide as Excel shows it. */
const pane = (page: Page, name: string): Promise<unknown> => page.locator("#pane").screenshot({ path: image(name) });

/** The first printed page of a workbook. */
function firstPage(file: string, name: string): void {
  const [page] = printPages(file, mkdtempSync(join(tmpdir(), "pages-")), 75);
  if (page) copyFileSync(page, image(name));
}

/** The main job from reading to undo, and the file that it saves. */
async function mainJob(workbench: Workbench): Promise<void> {
  const { page, pane: frame } = await openSample(workbench, "asahi-r3.xlsx");
  await frame.getByText("人口の社会増減").first().waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: image("workbench") });
  await pane(page, "pane-grades");
  await frame.getByRole("button", { name: /評価を書き込む/ }).click();
  await page.waitForTimeout(500);
  await pane(page, "pane-preview");
  await frame.getByRole("button", { name: /評価を書き込む/ }).click();
  await frame.getByRole("button", { name: "元に戻す" }).waitFor();
  await page.waitForTimeout(1000);
  await pane(page, "pane-written");
  for (const [tab, name] of [
    ["点検", "pane-checks"],
    ["設定", "pane-settings"],
  ] as const) {
    await frame.getByRole("tab", { name: tab }).click();
    await page.waitForTimeout(1000);
    await pane(page, name);
  }
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const graded = join(tmpdir(), "asahi-r3-graded.xlsx");
  writeFileSync(graded, readFileSync(await download.path()));
  firstPage(join("samples", "asahi-r3.xlsx"), "asahi-r3-before");
  firstPage(graded, "asahi-r3-graded");
  await page.context().close();
}

async function rollup(workbench: Workbench): Promise<void> {
  const { page, pane: frame } = await openSample(workbench, "hadano-jisseki.xlsx");
  await frame.getByText("監視基準井戸の地下水位").first().waitFor();
  await pane(page, "pane-questions");
  await frame.getByRole("tab", { name: "集計" }).click();
  await page.waitForTimeout(1500);
  await pane(page, "pane-rollup");
  await page.context().close();
}

/** The hardest frames: as narrow as Excel lets it be, and dark. */
async function frames(workbench: Workbench): Promise<void> {
  for (const [name, width, dark] of [
    ["pane-320", 320, false],
    ["pane-dark", 350, true],
  ] as const) {
    const { page, pane: frame } = await openSample(workbench, "hadano-jisseki.xlsx", { dark });
    await page.addStyleTag({ content: `main { grid-template-columns: minmax(0, 1fr) ${width}px !important }` });
    await frame.getByText("監視基準井戸の地下水位").first().waitFor();
    await page.waitForTimeout(500);
    await pane(page, name);
    await page.context().close();
  }
}

/** Each function once, typed into cells. */
async function functions(workbench: Workbench): Promise<void> {
  const { page, pane: frame } = await openSample(workbench, "variants/bare-single-row.xlsx");
  await frame.getByRole("tab", { name: "評価" }).waitFor();
  const typed: readonly (readonly [string, string])[] = [
    ["KPI.GRADE", '=KPI.GRADE("91件","114件","200件")'],
    ["KPI.EXPLAIN", '=KPI.EXPLAIN("91件","114件","200件")'],
    ["KPI.RATE", "=KPI.RATE(10,40,50)"],
    ["KPI.EXPECTED", "=KPI.EXPECTED(10,2020,50,2024,2022)"],
    ["KPI.DIRECTION", '=KPI.DIRECTION("刑法犯認知件数")'],
    ["KPI.VALUE", '=KPI.VALUE("59億1,800万円")'],
    ["KPI.UNIT", '=KPI.UNIT("768千トン")'],
    ["KPI.YEAR", '=KPI.YEAR("R元年度")'],
    ["KPI.STATUS", '=KPI.STATUS("A")'],
    ["KPI.CHECK", '=KPI.CHECK("91件","114件","200件","B")'],
    ["KPI.SUMMARY", '=KPI.SUMMARY("A")'],
    ["KPI.SHARE", '=KPI.SHARE("順調")'],
    ["KPI.RUBRIC", '=KPI.RUBRIC("旭市型")'],
  ];
  const start = 31;
  const rows = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16];
  for (const [i, [name, formula]] of typed.entries()) {
    const row = start + (rows[i] ?? i);
    await page.evaluate(([n, f, r]) => (window.e2e.type(`A${r}`, n as string), window.e2e.type(`B${r}`, f as string)), [
      name,
      formula,
      row,
    ] as const);
  }
  await page.waitForTimeout(2500);
  await page.evaluate((cell) => window.e2e.select(cell), `A${start}`);
  await page.waitForTimeout(1000);
  await page.locator("#grid").screenshot({ path: image("functions") });
  await page.context().close();
}

const workbench = await startWorkbench();
try {
  await mainJob(workbench);
  await rollup(workbench);
  await frames(workbench);
  await functions(workbench);
} finally {
  await workbench.close();
}
