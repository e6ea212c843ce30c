/** Rollup → `rollup` of the JSON document: one entry per level, with the grades that occur. */
import { rollUp } from "../../src/sheet/rollup";
import type { Settings } from "../../src/sheet/settings";
import type { Assessment } from "../../src/sheet/types";

/** Rows whose cells allow no grade have none to count: they stand under `unreadable` or explain themselves. */
export function rollupDocument(assessment: Assessment, settings: Settings) {
  return rollUp(assessment, { ...settings, grouping: null }).groups.map(({ path, counts }) => ({
    group: path,
    counts: Object.fromEntries([...counts].filter(([grade, count]) => grade !== "" && count > 0)),
  }));
}
