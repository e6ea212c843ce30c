/** What the cells of a column are like, and which of the parts that its header allows they fit. */
import { readCell } from "../kpi/cell";
import { readDirection } from "../kpi/direction";
import type { Grid } from "./grid";
import { OVER_YEARS, type SlotInfo } from "./slots";
import type { Role } from "./vocabulary";
import type { WalkedRow } from "./walk";

/** A value column with what its cells are like. */
export interface Column {
  readonly slot: SlotInfo;
  readonly column: number;
  readonly filled: number;
  readonly kpi: number;
  readonly long: number;
  readonly figures: number;
  readonly percent: number;
  readonly directions: number;
  readonly years: number;
  role: Role | null;
}

const LONG = 25;

export function profile(grid: Grid, rows: readonly WalkedRow[], slot: SlotInfo): Column {
  const seen = new Map<number, number>();
  let filled = 0;
  let kpi = 0;
  let long = 0;
  let figures = 0;
  let percent = 0;
  let directions = 0;
  let years = 0;
  for (const { row, kind } of rows) {
    if (kind !== "data") continue;
    const cell = grid.first(row, slot.left, slot.right);
    if (!cell) continue;
    seen.set(cell.column, (seen.get(cell.column) ?? 0) + 1);
    filled++;
    if (cell.text.length > LONG) long++;
    if (cell.text.length > 80) continue;
    const facts = grid.facts(cell.row, cell.column);
    const reading = readCell(facts.value, { text: facts.text, numberFormat: facts.numberFormat });
    if (reading.kind !== "unreadable") kpi++;
    if (reading.kind === "quantity") {
      figures++;
      if (reading.parts[0].unit === "%") percent++;
    }
    if (readDirection(cell.text) !== null) directions++;
    if (/^[\s（(]*(?:[RHSＲＨＳ]|令和|平成|昭和|(?:19|20)\d\d)[^,，.．]{0,10}$/.test(cell.text.normalize("NFKC")))
      years++;
  }
  const column = [...seen.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? slot.left;
  return { slot, column, filled, kpi, long, figures, percent, directions, years, role: slot.role };
}

export const half = (n: number, of: number): boolean => of > 0 && n * 2 > of;

/** The part of a column, where its word allows several. */
export function settle(column: Column): Role | null {
  const { slot, filled } = column;
  const says = (role: Role): boolean => slot.role === role || slot.also.includes(role);
  if (slot.role === null) return null;
  if (slot.dated && OVER_YEARS.has(slot.role) && half(column.figures, filled)) return "actual";
  if (filled > 0 && half(column.long, filled) && !half(column.kpi, filled)) {
    return says("remarks") || ["grade", "actual", "target", "baseline", "direction", "rate"].includes(slot.role)
      ? "remarks"
      : slot.role;
  }
  if (slot.role === "grade" && says("rate") && half(column.figures, filled)) return "rate";
  // 「結果（R5）」 over figures is the result itself.
  if (slot.role === "grade" && slot.weak && half(column.figures, filled)) return "actual";
  if (slot.role === "grade" && half(column.percent, filled)) return "rate";
  if (slot.role === "name" && says("target") && half(column.kpi, filled)) return "target";
  if (slot.role === "part" && says("grade") && filled > 0 && !half(column.figures, filled)) return "grade";
  if (slot.role === "direction" && says("remarks") && filled > 0 && !half(column.directions, filled)) return "remarks";
  if (slot.role === "baselineYear" && half(column.kpi, filled) && !half(column.years, filled)) return "baseline";
  if (slot.role === "actualYear" && half(column.kpi, filled) && !half(column.years, filled)) return "actual";
  if (slot.role === "targetYear" && half(column.kpi, filled) && !half(column.years, filled)) return "target";
  if (
    slot.role === "remarks" &&
    says("grade") &&
    filled > 0 &&
    !half(column.long, filled) &&
    !half(column.figures, filled)
  )
    return "grade";
  return slot.role;
}
