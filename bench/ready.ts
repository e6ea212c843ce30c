/**
 * How long until the workbench is ready (grid, pane, first table shown) against the bare grid showing the same workbook.
 * Both pages in one browser, by turns, each in a fresh context. A grid shows a workbook when its cells stand on the
 * screen: for most of a second before that, frame and sheet tab are there around an empty surface.
 */
import type { Page } from "playwright-core";
import { openSample, startWorkbench, type Workbench } from "../test/e2e/support";

const FILE = "asahi-r3.xlsx";
const DRAWN = "bench/drawn.js";

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Resolves when the frame that drew the sheet's cells has been painted. */
async function cellsShown(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("cells-drawn").length > 0);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
}

/** Milliseconds from opening a window until the grid alone shows the workbook. */
async function bareGrid(workbench: Workbench): Promise<number> {
  const started = performance.now();
  const { page } = await openSample(workbench, FILE, { path: "/bare.html", initScript: DRAWN });
  await cellsShown(page);
  const elapsed = performance.now() - started;
  await page.context().close();
  return elapsed;
}

/** Milliseconds from opening a window until the grid shows the workbook and the pane its first indicator. */
async function whole(workbench: Workbench): Promise<number> {
  const started = performance.now();
  const { page, pane } = await openSample(workbench, FILE, { initScript: DRAWN });
  await Promise.all([cellsShown(page), pane.getByText("人口の社会増減").first().waitFor()]);
  const elapsed = performance.now() - started;
  await page.context().close();
  return elapsed;
}

/** @returns medians in milliseconds and their ratio */
export async function benchReady(rounds = 5): Promise<{ bare: number; whole: number; ratio: number }> {
  const workbench = await startWorkbench();
  try {
    await bareGrid(workbench);
    const bare: number[] = [];
    const full: number[] = [];
    for (let i = 0; i < rounds; i++) {
      bare.push(await bareGrid(workbench));
      full.push(await whole(workbench));
    }
    return { bare: median(bare), whole: median(full), ratio: median(full) / median(bare) };
  } finally {
    await workbench.close();
  }
}
