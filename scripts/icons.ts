/** Draws assets/*.png from assets/*.svg in every size that the manifest names. Run by hand after changing a drawing. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "./browser";

export const ICON_NAMES = ["icon", "grade", "check"];
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

async function draw(): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
  for (const name of ICON_NAMES) {
    const svg = readFileSync(join("assets", `${name}.svg`), "utf8");
    for (const size of ICON_SIZES) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: join("assets", `${name}-${size}.png`), omitBackground: true });
      await page.close();
    }
  }
  await browser.close();
}

await draw();
