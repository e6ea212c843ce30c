/**
 * How long until the workbench is ready (grid, pane, first table shown) against the bare grid showing the same workbook.
 * Both pages in one browser, by turns, each in a fresh context.
 */
import { startWorkbench, openSample, type Workbench } from "../test/e2e/support";

const FILE = "asahi-r3.xlsx";

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Milliseconds from navigation until the grid has painted. */
async function bareGrid(workbench: Workbench): Promise<number> {
  const context = await workbench.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(`${workbench.url}/bare.html?file=${FILE}`);
  await page.waitForFunction(() => performance.getEntriesByName("grid-shown").length > 0);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
  const elapsed = performance.now() - started;
  await context.close();
  return elapsed;
}

/** Milliseconds from navigation until the pane shows its first indicator. */
async function whole(workbench: Workbench): Promise<number> {
  const started = performance.now();
  const { page, pane } = await openSample(workbench, FILE);
  await page.waitForFunction(() => performance.getEntriesByName("grid-shown").length > 0);
  await pane.getByText("人口の社会増減").first().waitFor();
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
