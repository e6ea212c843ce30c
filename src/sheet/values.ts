/** Which of the value columns hold baseline, targets, actuals, grade and the rest. Headers propose, cells decide. */
import { readYears } from "../kpi/year";
import { half, profile, settle, type Column } from "./column-profile";
import type { Grid } from "./grid";
import type { Line } from "./line-words";
import { holdsValues, OVER_YEARS, type SlotInfo } from "./slots";
import type { TargetColumn, YearColumn } from "./types";
import type { Role } from "./vocabulary";
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
  readonly targetYear: number | null;
  readonly rate: number | null;
  readonly remarks: number | null;
  /** Where a slot's cells stand: first column of the data, and the range that belongs to it. */
  readonly extents: readonly { readonly column: number; readonly left: number; readonly right: number }[];
  readonly reasons: readonly string[];
  /** A column was taken for its part without a word that the vocabulary knows. */
  readonly guessed: boolean;
}

/** 基準値 and 当初値 are baselines for certain; 現状値 is one only where nothing better is there. */
const isSureBaseline = (slot: SlotInfo): boolean => !slot.also.includes("actual");

/** 「増加分」 is counted from the start: it does not compare with the value at the start. */
const INCREMENT = /増加分|増分/;

/** Assigns the value columns from the first one on, and unit, direction, owner wherever they stand. */
export function valueColumns(
  grid: Grid,
  rows: readonly WalkedRow[],
  slots: readonly SlotInfo[],
  labels: ReadonlySet<number>,
  lines: ReadonlyMap<number, Line> | null,
): ValueColumns {
  const firstValue = slots.find(holdsValues)?.left ?? Infinity;
  const reasons: string[] = [];
  const columns = slots
    .filter((slot) => ![...labels].some((c) => c >= slot.left && c <= slot.right))
    .map((slot) => profile(grid, rows, slot));
  for (const column of columns) {
    column.role = column.slot.left < firstValue && column.slot.role === "part" ? null : settle(column);
    // A year alone heads an actual, under a word for targets a target.
    if (column.role !== null || !column.slot.known || column.slot.left < firstValue) continue;
    if (column.slot.hint !== null) column.role = "target";
    else if (column.slot.year !== null || column.slot.relative !== null) column.role = "actual";
  }
  ratesOverYears(columns);
  onceOrInTotal(columns);
  const guessed = guessMissing(columns, reasons);
  const of = (role: Role): Column[] => columns.filter((c) => c.role === role);
  const chosen = chooseBaseline(of("baseline"), reasons);
  const increments = of("target").length > 0 && of("target").every((c) => INCREMENT.test(c.slot.text));
  const baseline = increments && chosen && !INCREMENT.test(chosen.slot.text) ? null : chosen;
  if (baseline === null && chosen !== null) {
    chosen.role = "other";
    reasons.push(`目標値が増加分なので、「${chosen.slot.text}」とは比べません。`);
  }
  chooseRate(of("grade"));
  const targets = lines === null ? finalAndMilestones(of("target"), columns) : lineTargets(grid, rows, columns, lines);
  // 「現状値」 that turned out to be an actual keeps its year beside it.
  const yearsOfActuals = [...of("actualYear"), ...of("baselineYear").slice(1)];
  const actuals = of("actual").map(({ column, slot }) => ({
    column,
    year: slot.year,
    reference: slot.reference,
    relative: slot.year === null ? slot.relative : null,
    yearColumn:
      yearsOfActuals.find((c) => Math.abs(columns.indexOf(c) - indexAt(columns, column)) === 1)?.column ?? null,
  }));
  const first = (role: Role): number | null => of(role)[0]?.column ?? null;
  for (const c of columns) {
    if (c.role !== null || c.slot.known || c.slot.text === "" || !half(c.figures, c.filled)) continue;
    reasons.push(`「${c.slot.text}」の列は見出しの語が分からないため、使っていません。`);
  }
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
    baselineHeaderYear: baseline ? (baseline.slot.year ?? unknownYear(baseline)) : null,
    baselineYear: first("baselineYear"),
    targets,
    actuals,
    grades: withoutRepeats(of("grade")).map((c) => ({ column: c.column, year: c.slot.year, reference: false })),
    targetYear: first("targetYear"),
    rate: first("rate"),
    remarks: first("remarks"),
    extents: columns
      .filter((c) => c.role !== null && c.role !== "other")
      .map((c) => ({ column: c.column, left: c.slot.left, right: c.slot.right })),
    reasons,
    guessed,
  };
}

/** 「単年」 beside 「累計」 under each year: the ones that the targets are set in, else those of the year alone. */
function onceOrInTotal(columns: readonly Column[]): void {
  const ends = (c: Column, word: RegExp): boolean => word.test(c.slot.text.normalize("NFKC"));
  const once = columns.filter((c) => c.role === "actual" && ends(c, ONCE));
  const total = columns.filter((c) => c.role === "actual" && ends(c, IN_TOTAL));
  if (once.length === 0 || total.length === 0) return;
  const aimed = columns.some((c) => c.role === "target" && /累計|累積/.test(c.slot.text));
  for (const column of aimed ? once : total) column.role = "other";
}

const ONCE = /単年度?[)）]?$/;
const IN_TOTAL = /(?:累計|累積)[)）]?$/;

/** 「進捗状況」 over years holds rates where its figures are percents and the targets are not. */
function ratesOverYears(columns: readonly Column[]): void {
  const sure = columns.filter((c) => c.role === "target" || c.role === "baseline");
  const percents = sure.filter((c) => half(c.percent, c.filled)).length;
  if (sure.length === 0 || percents * 2 > sure.length) return;
  for (const column of columns) {
    const vague = column.slot.dated && column.slot.role !== null && OVER_YEARS.has(column.slot.role);
    if (column.role === "actual" && vague && half(column.percent, column.filled)) column.role = "rate";
  }
}

const indexAt = (columns: readonly Column[], column: number): number => columns.findIndex((c) => c.column === column);

function chooseBaseline(baselines: readonly Column[], reasons: string[]): Column | null {
  const sure = baselines.filter((c) => isSureBaseline(c.slot));
  const dated = [...baselines].sort((a, b) => (a.slot.year ?? 0) - (b.slot.year ?? 0));
  const baseline = sure[0] ?? (dated.every((c) => c.slot.year !== null) ? dated[0] : baselines[0]) ?? null;
  for (const other of baselines) {
    if (other === baseline) continue;
    other.role = isSureBaseline(other.slot) ? "other" : "actual";
    if (other.role === "actual") {
      reasons.push(`「${other.slot.text}」は「${baseline?.slot.text ?? ""}」が別にあるため、実績として読みます。`);
    }
  }
  return baseline;
}

/** The same word once more, without a year, stands over something else: a count of the grades beside the table. */
const withoutRepeats = (grades: readonly Column[]): readonly Column[] =>
  grades.filter((c, i) => c.slot.year !== null || !grades.slice(0, i).some((g) => g.slot.text === c.slot.text));

/** 「達成度」 beside 「評価」 is the rate. */
function chooseRate(grades: readonly Column[]): void {
  const sure = grades.filter((c) => !c.slot.also.includes("rate"));
  if (sure.length === 0) return;
  for (const column of grades) if (column.slot.also.includes("rate")) column.role = "rate";
}

const unknownYear = (column: Column): number | null => readYears(column.slot.text).at(-1) ?? null;

/**
 * A header that the vocabulary does not know, over figures: its year, or its place, gives it the one part that is
 * still missing. Said in the reasons and in the confidence, so that the user is asked.
 */
function guessMissing(columns: readonly Column[], reasons: string[]): boolean {
  const of = (role: Role): Column[] => columns.filter((c) => c.role === role);
  const unknown = columns.filter(
    (c) => c.role === null && !c.slot.known && c.slot.text !== "" && half(c.figures, c.filled),
  );
  const years = (list: readonly Column[]): number[] => list.flatMap((c) => c.slot.year ?? unknownYear(c) ?? []);
  let guessed = false;
  const take = (column: Column | undefined, role: Role, word: string): void => {
    if (!column) return;
    column.role = role;
    guessed = true;
    reasons.push(
      `「${column.slot.text}」は見出しの語として知られていませんが、位置と年から${word}としました。ご確認ください。`,
    );
  };
  const values = columns.filter((c) => c.role === "actual" || c.role === "target");
  if (of("baseline").length === 0 && of("target").length > 0) {
    const known = years(values);
    const before = (c: Column): boolean => {
      const year = unknownYear(c);
      const leftmost = values.every((v) => v.slot.left > c.slot.left);
      return year === null ? leftmost && of("actual").length > 0 : leftmost && known.every((y) => y > year);
    };
    take(
      unknown.find((c) => c.role === null && before(c)),
      "baseline",
      "基準値",
    );
  }
  if (of("target").length === 0 && of("baseline").length > 0) {
    const known = years([...of("actual"), ...of("baseline")]);
    const after = (c: Column): boolean => {
      const year = unknownYear(c);
      return year !== null && known.every((y) => y < year);
    };
    take(
      unknown.find((c) => c.role === null && after(c)),
      "target",
      "目標値",
    );
  }
  return guessed;
}

/** Years that hold something in the lines of targets. */
function lineTargets(
  grid: Grid,
  rows: readonly WalkedRow[],
  columns: readonly Column[],
  lines: ReadonlyMap<number, Line>,
): TargetColumn[] {
  const targetRows = rows.filter((row) => lines.get(row.row) === "target");
  const filled = columns.filter(
    (c) =>
      (c.role === "actual" || c.role === "target") &&
      targetRows.some(({ row }) => grid.first(row, c.slot.left, c.slot.right) !== null),
  );
  const final =
    filled.find((c) => c.slot.hint === "final") ?? filled.find((c) => c.role === "target") ?? filled[filled.length - 1];
  return finalFirst(filled, final);
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
  return finalFirst(columns, final);
}

/** The final target first, then those of the years on the way as they stand. */
function finalFirst(columns: readonly Column[], final: Column | undefined): TargetColumn[] {
  const one = (c: Column): TargetColumn => ({
    column: c.column,
    year: c.slot.year,
    kind: c === final ? "final" : "milestone",
  });
  return [...columns.filter((c) => c === final), ...columns.filter((c) => c !== final)].map(one);
}
