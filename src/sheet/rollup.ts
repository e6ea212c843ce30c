/** 集計, the whole of it: what is counted, what it is made into, where it is written. */
export { groupOf, rollUp, type RollupGroup, type RollupResult, type RollupSettings } from "./rollup/groups";
export { pathKey, renameGroup, type Grouping, type Member } from "./rollup/members";
export { summariseMoney, type MoneySummary } from "./rollup/money-summary";
export {
  BLOCK_KINDS,
  findProgress,
  planBlocks,
  planRollup,
  type BlockChoices,
  type BlockKind,
  type BlockPlan,
  type FoundProgress,
} from "./rollup/plan";
export { STATUS_SCALES, type StatusFinding, type StatusScale } from "./rollup/status";
export { LIST_SHEET, type SummaryKind } from "./rollup/summary-list";
export { commonYear, drawSummary, drawSummarySheets, SUMMARY_SHEET, type SummaryOptions } from "./rollup/summary-sheet";
