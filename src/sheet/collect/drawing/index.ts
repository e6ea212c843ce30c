/** The result sheets of 「提出シートを集める」, in the order in which they are written. */
import type { SheetDrawing } from "../../drawing";
import { commonYear, drawSummary } from "../../rollup/summary-sheet";
import type { Collection } from "../collection";
import { ROLLUP_SHEET } from "../../result-sheets";
import { drawConsolidation } from "./consolidation";
import { drawCrossCheck } from "./cross-check";
import type { CollectionHead } from "./head";
import { drawStatus } from "./status";

export type { CollectionHead } from "./head";

/** Files, findings, rollup, list of KPIs. The same collection gives the same drawings. */
export function drawResults(collection: Collection, head: CollectionHead): SheetDrawing[] {
  const years = collection.files.flatMap((file) =>
    "submission" in file ? file.submission.sheets.map(({ year }) => year) : [],
  );
  const summary = drawSummary(collection.rollup, {
    ...head,
    name: ROLLUP_SHEET,
    year: commonYear(years),
    as: "values",
    money: null,
    status: null,
  });
  return [
    drawStatus(collection, head),
    drawCrossCheck(collection, head),
    ...(collection.kpis.length > 0 ? [summary] : []),
    drawConsolidation(collection, head),
  ];
}
