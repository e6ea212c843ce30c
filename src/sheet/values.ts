/** Which of the value columns hold baseline, targets, actuals, grade and the rest. Headers propose, cells decide. */
import { readCell } from "../kpi/cell";
import { readDirection } from "../kpi/direction";
import type { Grid } from "./grid";
import { holdsValues, type SlotInfo } from "./slots";
import type { Role } from "./vocabulary";
import type { TargetColumn, YearColumn } from "./types";
import type { WalkedRow } from "./walk";

export interface ValueColumns {
  readonly unit: number | null;
  readonly direction: number | null;
  readonly kind: number | null;
  readonly owner: number | null;
  readonly baseline: number | null;
  readonly baselineHeaderYear: number | null;
  readonly baselineYear: number | null;
  readonly targets: readonly TargetColumn[];
  readonly actuals: readonly YearColumn[];
  readonly grades: readonly YearColumn[];
  readonly rate: number | null;
  readonly remarks: number | null;
  /** Where a slot's cells stand: first column of the data, and the range that belongs to it. */
  readonly extents: readonly { readonly column: number; readonly left: number; readonly right: number }[];
  readonly reasons: readonly string[];
}

interface Column {
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

function profile(grid: Grid, rows: readonly WalkedRow[], slot: SlotInfo): Column {
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

const half = (n: number, of: number): boolean => of > 0 && n * 2 > of;

/** The part of a column, where its word allows several. */
function settle(column: Column): Role | null {
  const { slot, filled } = column;
  const says = (role: Role): boolean => slot.role === role || slot.also.includes(role);
  if (slot.role === null) return null;
  if (filled > 0 && half(column.long, filled) && !half(column.kpi, filled)) {
    return says("remarks") || ["grade", "actual", "target", "baseline", "direction", "rate"].includes(slot.role)
      ? "remarks"
      : slot.role;
  }
  if (slot.role === "grade" && says("rate") && half(column.figures, filled)) return "rate";
  if (slot.role === "grade" && half(column.percent, filled)) return "rate";
  if (slot.role === "name" && says("target") && half(column.kpi, filled)) return "target";
  if (slot.role === "part" && says("grade") && filled > 0 && !half(column.figures, filled)) return "grade";
  if (slot.role === "direction" && says("remarks") && filled > 0 && !half(column.directions, filled)) return "remarks";
  if (slot.role === "baselineYear" && half(column.kpi, filled) && !half(column.years, filled)) return "baseline";
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

/** 基準値 and 当初値 are baselines for certain; 現状値 is one only where nothing better is there. */
const isSureBaseline = (slot: SlotInfo): boolean => !slot.also.includes("actual");

/** Assigns the value columns from the first one on, and unit, direction, owner wherever they stand. */
export function valueColumns(
  grid: Grid,
  rows: readonly WalkedRow[],
  slots: readonly SlotInfo[],
  labels: ReadonlySet<number>,
): ValueColumns {
  const firstValue = slots.find(holdsValues)?.left ?? Infinity;
  const reasons: string[] = [];
  const columns = slots
    .filter((slot) => ![...labels].some((c) => c >= slot.left && c <= slot.right))
    .map((slot) => profile(grid, rows, slot));
  for (const column of columns) {
    column.role = column.slot.left < firstValue && column.slot.role === "part" ? null : settle(column);
  }
  const value = columns.filter((c) => c.slot.left >= firstValue);
  const of = (role: Role, list: readonly Column[] = value): Column[] => list.filter((c) => c.role === role);
  // A year alone heads an actual, under a word for targets a target.
  for (const column of value) {
    if (column.role !== null || !column.slot.known) continue;
    if (column.slot.hint !== null) column.role = "target";
    else if (column.slot.year !== null || column.slot.relative !== null) column.role = "actual";
  }
  const baselines = of("baseline");
  const sure = baselines.filter((c) => isSureBaseline(c.slot));
  const dated = [...baselines].sort((a, b) => (a.slot.year ?? 0) - (b.slot.year ?? 0));
  const baseline = sure[0] ?? (dated.every((c) => c.slot.year !== null) ? dated[0] : baselines[0]) ?? null;
  for (const other of baselines) {
    if (other === baseline) continue;
    if (isSureBaseline(other.slot)) other.role = "other";
    else {
      other.role = "actual";
      reasons.push(`「${other.slot.text}」は「${baseline?.slot.text ?? ""}」が別にあるため、実績として読みます。`);
    }
  }
  const targets = finalAndMilestones(of("target"), value);
  const actuals = of("actual").map((c) => ({ column: c.column, year: c.slot.year, reference: c.slot.reference }));
  const first = (role: Role): number | null => of(role, columns)[0]?.column ?? null;
  const used = columns.filter((c) => c.role !== null && c.role !== "other");
  if (baseline) reasons.push(`「${baseline.slot.text}」を基準値としました。`);
  for (const target of targets) {
    const header = columns.find((c) => c.column === target.column)?.slot.text ?? "";
    reasons.push(`「${header}」を${target.kind === "final" ? "最終の目標値" : "途中の年の目標値"}としました。`);
  }
  return {
    unit: first("unit"),
    direction: first("direction"),
    kind: first("kind"),
    owner: first("owner"),
    baseline: baseline?.column ?? null,
    baselineHeaderYear: baseline?.slot.year ?? null,
    baselineYear: first("baselineYear"),
    targets,
    actuals,
    grades: of("grade").map((c) => ({ column: c.column, year: c.slot.year, reference: false })),
    rate: first("rate"),
    remarks: first("remarks"),
    extents: used.map((c) => ({ column: c.column, left: c.slot.left, right: c.slot.right })),
    reasons,
  };
}

/** The last year's target is the final one, unless a column without a year or a word says so itself. */
function finalAndMilestones(columns: readonly Column[], all: readonly Column[]): TargetColumn[] {
  const said = columns.filter((c) => c.slot.hint === "final");
  const open = columns.filter((c) => c.slot.hint !== "milestone");
  const beforeActual = (c: Column): boolean => all[all.indexOf(c) + 1]?.role === "actual";
  const latest = (list: readonly Column[]): Column | undefined =>
    list.reduce<Column | undefined>(
      (best, c) => (best === undefined || (c.slot.year ?? 0) >= (best.slot.year ?? 0) ? c : best),
      undefined,
    );
  const dated = open.filter((c) => c.slot.year !== null);
  const yearless = open.filter((c) => c.slot.year === null);
  // 「目標」|「実績」 beside 「目標値（R7）」: the pair speaks of the year, the dated one of the end.
  const paired = yearless.length > 0 && yearless.every(beforeActual);
  const overall = paired ? dated.filter((c) => !beforeActual(c)) : [];
  const final =
    latest(said) ??
    latest(overall) ??
    (dated.length > 0 ? yearless[yearless.length - 1] : undefined) ??
    latest(open) ??
    latest(columns);
  return columns.map((c) => ({ column: c.column, year: c.slot.year, kind: c === final ? "final" : "milestone" }));
}
