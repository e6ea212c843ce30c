/** Size budgets of the production build: gzip bytes of what a clerk's PC loads first. Fails when one is exceeded. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = process.argv[2] ?? "dist";
const KB = 1024;

const gzip = (file: string): number => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;

const html = readFileSync(join(DIST, "taskpane.html"), "utf8");
/** Scripts and styles that the page names itself; office.js is Microsoft's and not counted. */
const initial = [...html.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)]
  .map((m) => m[1] as string)
  .filter((file) => !file.includes("office"));

const budgets = [
  { what: "functions.js", size: gzip("functions.js"), limit: 40 * KB },
  { what: "pane, first load", size: initial.reduce((sum, file) => sum + gzip(file), 0), limit: 200 * KB },
];

let failed = false;
for (const { what, size, limit } of budgets) {
  const over = size > limit;
  failed ||= over;
  console.log(`${over ? "OVER" : "ok  "} ${what}: ${(size / KB).toFixed(1)} KB gzip (limit ${limit / KB} KB)`);
}
if (failed) process.exit(1);
