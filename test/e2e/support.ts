/** A browser with the workbench in it: the add-in as it ships, Microsoft's office.js, a real sample workbook. */
import { chromium, type Browser, type FrameLocator, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/browser";
import { buildAddin, buildPage } from "../../workbench/server/build";
import { serve } from "../../workbench/server/serve";

export interface Workbench {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Builds, serves on a free port and starts a browser. Throws a sentence where no browser is on the machine. */
export async function startWorkbench(): Promise<Workbench> {
  const executablePath = findBrowser();
  await Promise.all([buildAddin(), buildPage()]);
  const server = await serve(0);
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  return {
    url: server.url,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export interface OpenPage {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Requests to any address but the workbench's own. */
  readonly foreign: string[];
  /** Errors of the page and of the pane. */
  readonly errors: string[];
  /** What the page asked: the text, or "beforeunload". */
  readonly dialogs: string[];
}

declare global {
  interface Window {
    /** Cells of the active sheet, by address. */
    e2e: {
      text(cell: string): string;
      formula(cell: string): string;
      type(cell: string, input: string): void;
      select(cell: string): void;
    };
  }
}

/** What the cells of the active sheet display. */
export const cellTexts = (page: Page, cells: readonly string[]): Promise<string[]> =>
  page.evaluate((list) => list.map((cell) => window.e2e.text(cell)), [...cells]);

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly query?: string;
  readonly dark?: boolean;
  readonly locale?: string;
  /** Questions that are answered with no; every other with yes. */
  readonly cancel?: RegExp;
  /** Instead of the workbench itself. */
  readonly path?: "/bare.html";
  /** A file that runs in the page before anything else. */
  readonly initScript?: string;
}

/** Opens a sample in the workbench, says yes to office.js's own question whether to trust localhost. */
export async function openSample(workbench: Workbench, file: string, options: OpenOptions = {}): Promise<OpenPage> {
  const context = await workbench.browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: options.locale ?? "ja-JP",
    colorScheme: options.dark ? "dark" : "light",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript({ path: "test/e2e/cells.js" });
  if (options.initScript) await page.addInitScript({ path: options.initScript });
  const foreign: string[] = [];
  const errors: string[] = [];
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.type() === "beforeunload" ? "beforeunload" : dialog.message());
    void (options.cancel?.test(dialog.message()) ? dialog.dismiss() : dialog.accept());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(workbench.url) && !url.startsWith("data:") && !url.startsWith("blob:")) foreign.push(url);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`${workbench.url}${options.path ?? "/"}?file=${encodeURIComponent(file)}${options.query ?? ""}`);
  return { page, pane: page.frameLocator("#pane iframe"), foreign, errors, dialogs };
}
