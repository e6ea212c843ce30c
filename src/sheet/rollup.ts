/** 集計, the whole of it: what is counted, what it is made into, where it is written. */
export { groupOf, rollUp, type RollupGroup, type RollupResult, type RollupSettings } from "./rollup/groups";
export { pathKey, type Grouping, type Member } from "./rollup/members";
export { STATUS_SCALES, type StatusFinding, type StatusScale } from "./rollup/status";
