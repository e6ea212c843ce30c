/** 「指標 | 年度 | 目標値 | 実績値」 with a row for each year: laid out as one row per indicator, a column per year. */
import { findYears } from "../../kpi/year";
import type { Grid } from "../grid";
import type { HeaderBlock, HeaderReader } from "../headers";
import type { Heading } from "../headings";
import { holdsValues, slotInfos, type SlotInfo } from "../slots";
import { Layout, type Arrangement, type Place } from "./arrangement";

/** What a row of the table stands for, by its cell in the column of years. */
interface YearMark {
  readonly kind: "year" | "baseline" | "target";
  readonly year: number;
  readonly text: string;
}

interface YearRow {
  readonly row: number;
  readonly mark: YearMark;
}

interface Group {
  readonly name: Place;
  readonly text: string;
  readonly rows: YearRow[];
}

const ONLY_A_YEAR = /^[\s()（）]*(?:末|時点|現在|度|実績|見込み?|計画)*[\s()（）]*$/;
const BASELINE = /基準|当初|現状|策定時|開始時/;
const TARGET = /目標|最終/;
const MOST_MISFITS = 2;

/** A cell that says which year its row is about, and nothing else. */
function markOf(text: string): YearMark | null {
  const flat = text.normalize("NFKC").replace(/\s+/g, "");
  if (flat.length > 16) return null;
  const [mention, ...more] = findYears(flat);
  if (mention === undefined || more.length > 0) return null;
  const rest = flat.slice(0, mention.start) + flat.slice(mention.end);
  const { year } = mention;
  if (BASELINE.test(rest)) return { kind: "baseline", year, text };
  if (TARGET.test(rest)) return { kind: "target", year, text };
  return ONLY_A_YEAR.test(rest) ? { kind: "year", year, text } : null;
}

/** Words that head a column of years: 「年度」, or no word that the vocabulary knows. */
const mayHoldYears = (slot: SlotInfo): boolean => {
  const header = slot.cells[slot.cells.length - 1]?.header ?? null;
  return !holdsValues(slot) && (header === null || header.role === "year" || header.role === "part");
};

/** The layout of a block whose rows are years; null for any other. `limit`: the last row that may belong to it. */
export function arrangeYearRows(
  reader: HeaderReader,
  block: HeaderBlock,
  held: readonly Heading[],
  limit: number,
): Arrangement | null {
  const slots = slotInfos(block);
  const names = slots.find((slot) => slot.role === "name");
  const yearless = slots.filter((slot) => holdsValues(slot) && slot.year === null && slot.relative === null);
  if (!names || !yearless.some((slot) => slot.role === "actual")) return null;
  for (const years of slots.filter(mayHoldYears)) {
    const groups = groupsOf(reader, block, names, years, limit);
    if (groups !== null) return layOut(reader.grid, block, slots, { names, years }, groups, held);
  }
  return null;
}

/** Rows by indicator; null where the rows are no years. Names and years that are merged stand in their first row only. */
function groupsOf(
  { grid }: HeaderReader,
  block: HeaderBlock,
  names: SlotInfo,
  years: SlotInfo,
  limit: number,
): Group[] | null {
  const groups = new Map<string, Group>();
  let group: Group | null = null;
  let mark: YearMark | null = null;
  let misfits = 0;
  for (let row = block.bottom + 1; row <= limit && misfits <= MOST_MISFITS; row++) {
    if (grid.between(row, block.left, block.right).length === 0) continue;
    const name = grid.first(row, names.left, names.right);
    const cell = grid.first(row, years.left, years.right);
    const own = cell === null ? null : markOf(cell.text);
    if ((cell !== null && own === null) || (cell === null && (name === null || mark === null))) {
      misfits++;
      continue;
    }
    mark = own ?? mark;
    if (name !== null) {
      group = groups.get(name.text) ?? { name, text: name.text, rows: [] };
      groups.set(name.text, group);
    }
    if (mark === null || group === null) return null;
    if (group.rows.some((one) => one.mark.kind === mark?.kind && one.mark.year === mark.year)) return null;
    group.rows.push({ row, mark });
    misfits = 0;
  }
  const all = [...groups.values()];
  const several = all.filter(({ rows }) => rows.length > 1).length;
  return several > 0 && several * 2 >= all.length ? all : null;
}

/** Columns that say something for each year; the others say one thing of the indicator. */
function isYearly(grid: Grid, slot: SlotInfo, groups: readonly Group[]): boolean {
  if (slot.role === "actual") return true;
  if (slot.role === "baseline" || slot.hint === "final" || slot.year !== null) return false;
  const filled = groups.map(({ rows }) => rows.filter(({ row }) => grid.first(row, slot.left, slot.right)).length);
  return filled.some((count) => count > 1) || (slot.role === "grade" && filled.every((count) => count === 0));
}

/** Their values of other years would pass for the year that is graded. */
const LEFT_OUT: ReadonlySet<string> = new Set(["remarks", "rate", "other"]);

function layOut(
  grid: Grid,
  block: HeaderBlock,
  slots: readonly SlotInfo[],
  { names, years }: { readonly names: SlotInfo; readonly years: SlotInfo },
  groups: readonly Group[],
  held: readonly Heading[],
): Arrangement {
  const layout = new Layout(grid);
  const head = layout.headings(
    0,
    held.map(({ text }) => text),
  );
  const others = slots.filter((slot) => slot !== years);
  const yearly = others.filter((slot) => slot.left > names.left && isYearly(grid, slot, groups));
  const all = groups.flatMap(({ rows }) => rows);
  const marks = (kind: YearMark["kind"]): Map<number, string> =>
    new Map(
      all
        .filter(({ mark }) => mark.kind === kind)
        .map(({ mark }): [number, string] => [mark.year, mark.text])
        .sort(([a], [b]) => a - b),
    );
  let column = 0;
  const header = (slot: SlotInfo, text: string | null): void => {
    const cell = slot.cells[slot.cells.length - 1];
    layout.put(head, column, cell ? { row: cell.row, column: cell.column } : null, text ?? slot.text);
  };
  const cell = (slot: SlotInfo, row: number): Place =>
    grid.first(row, slot.left, slot.right) ?? { row, column: slot.left };
  const once = (slot: SlotInfo): void => {
    header(slot, null);
    groups.forEach(({ name, rows }, i) => {
      const row = rows.find((one) => grid.first(one.row, slot.left, slot.right))?.row ?? name.row;
      layout.put(head + 1 + i, column, slot === names ? name : cell(slot, row));
    });
    column++;
  };
  const perYear = (slot: SlotInfo, kind: YearMark["kind"], year: number, text: string): void => {
    header(slot, text);
    groups.forEach(({ rows }, i) => {
      const own = rows.find(({ mark }) => mark.kind === kind && mark.year === year);
      if (own) layout.put(head + 1 + i, column, cell(slot, own.row));
    });
    column++;
  };
  const singles = others.filter((slot) => !yearly.includes(slot));
  const isTarget = (slot: SlotInfo): boolean => slot.role === "target";
  singles.filter((slot) => !isTarget(slot)).forEach(once);
  const actual = yearly.find((slot) => slot.role === "actual");
  const target = yearly.find(isTarget);
  for (const year of marks("baseline").keys()) if (actual) perYear(actual, "baseline", year, `基準値（${year}年度）`);
  for (const [year, text] of marks("year")) {
    for (const slot of yearly) {
      if (slot.role === null || LEFT_OUT.has(slot.role)) continue;
      perYear(slot, "year", year, `${slot.text}（${text.trim()}）`);
    }
  }
  for (const year of marks("target").keys()) if (target) perYear(target, "target", year, `最終目標値（${year}年度）`);
  singles.filter(isTarget).forEach(once);
  return layout.arrangement({
    top: block.top,
    left: Math.min(...slots.filter((slot) => slot.known).map((slot) => slot.left)),
    bottom: Math.max(...all.map(({ row }) => row)),
    right: Math.max(...slots.filter((slot) => slot.known).map((slot) => slot.left)),
  });
}
