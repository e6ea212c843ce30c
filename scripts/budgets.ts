/** Size budgets of the production build: gzip bytes of what a clerk's PC loads first. Fails when one is exceeded. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = process.argv[2] ?? "dist";
const KB = 1024;

const gzip = (file: string): number => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;

/** What the page names itself, and what it loads at once: the pane with its first tab. office.js is Microsoft's. */
const AT_ONCE = /^(taskpane|commands|start|tab-grades)\.[0-9a-f]{8}\.js$/;
const pane = readdirSync(DIST).filter((file) => AT_ONCE.test(file));

const budgets = [
  { what: "functions.js", size: gzip("functions.js"), limit: 40 * KB },
  {
    what: `pane, first load (${pane.length} files)`,
    size: pane.reduce((sum, file) => sum + gzip(file), 0),
    limit: 200 * KB,
  },
];

let failed = pane.length !== 4;
if (failed) console.log(`the pane should load 4 files at once, found: ${pane.join(", ")}`);
for (const { what, size, limit } of budgets) {
  const over = size > limit;
  failed ||= over;
  console.log(`${over ? "OVER" : "ok  "} ${what}: ${(size / KB).toFixed(1)} KB gzip (limit ${limit / KB} KB)`);
}
if (failed) process.exit(1);
