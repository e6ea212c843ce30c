/**
 * Size budgets of the production build: gzip bytes of what a clerk's PC loads before the first row is shown. Fails when
 * one is exceeded or when a file is not there. `test/e2e/size.ts` proves in a browser that the pane loads these and no
 * others.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = process.argv[2] ?? "dist";
const KB = 1024;
const FUNCTIONS = 40 * KB;
const PANE = 200 * KB;

/** Chunks before the first row: the functions with the commands, the outline, the pane, its first tab. */
export const AT_ONCE = ["shared", "taskpane", "start", "tab-grades"];

function main(): void {
  const files = readdirSync(DIST);
  const gzip = (file: string): number => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;
  const first = AT_ONCE.map((chunk) => files.filter((file) => new RegExp(`^${chunk}\\.[0-9a-f]{8}\\.js$`).test(file)));
  const missing = AT_ONCE.filter((_, i) => first[i]?.length !== 1);
  const page = first.flat().reduce((sum, file) => sum + gzip(file), 0);
  const functions = gzip("functions.js");
  const budgets = [
    { what: "functions.js", size: functions, limit: FUNCTIONS },
    // The page brings the functions along, in `shared`.
    { what: "pane, first load with the functions", size: page, limit: PANE + FUNCTIONS },
    { what: "pane, first load beyond functions.js", size: page - functions, limit: PANE },
  ];
  if (missing.length > 0) console.log(`not exactly one file each in ${DIST}: ${missing.join(", ")}`);
  for (const { what, size, limit } of budgets) {
    const verdict = size > limit ? "OVER" : "ok  ";
    console.log(`${verdict} ${what}: ${(size / KB).toFixed(1)} KB gzip (limit ${limit / KB} KB)`);
  }
  if (missing.length > 0 || budgets.some(({ size, limit }) => size > limit)) process.exit(1);
}

if (process.argv[1]?.endsWith("budgets.ts")) main();
