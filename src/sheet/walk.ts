/** The rows under a header block: which hold an indicator, which a heading, and where the table ends. */
import { readCell } from "../kpi/cell";
import { lastIndex } from "./arrays";
import type { Grid, GridCell } from "./grid";
import { isFigure, type HeaderBlock, type HeaderReader } from "./headers";
import { headingsOfRow, type Heading } from "./headings";
import { holdsValues, type SlotInfo } from "./slots";

export interface WalkedRow {
  readonly row: number;
  /** data: names or parts with values · heading: over the rows that follow · text: a name alone · blank values */
  readonly kind: "data" | "heading" | "text";
  readonly labels: readonly GridCell[];
  /** First cell of each value slot that shows something. */
  readonly values: readonly { readonly slot: SlotInfo; readonly cell: GridCell }[];
  readonly headings: readonly Heading[];
}

const TOTAL = /^(?:合計|総合計|総計|小計|計|平均|平均値|全体平均|全体|.{0,6}平均|.{0,8}(?:合計|の計|小計))$/;
const NOTE = /^[\s（(【[]*(?:※|＊|\*|注[\d:：)）記]|注$|（注|\(注|備考[:：]|資料[:：]|出典[:：]|凡例|【凡例)/;
const SECTION =
  /^[\s（(]*[0-9０-９一二三四五六七八九十]*[\s）).．]*.{0,24}(?:に関する検証|検証|事業費|関連事業|意見|総括|講評|現状と課題|今後の|進捗状況|評価の基準|評価基準|判定基準|方針|スケジュール|について)/;
const LONGEST_VALUE = 80;

const flat = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** A cell that reads as a value of a KPI: figures, 増加, ―, 未公表. */
export function isKpiLike(grid: Grid, cell: GridCell): boolean {
  if (cell.text.length > LONGEST_VALUE) return false;
  const facts = grid.facts(cell.row, cell.column);
  const reading = readCell(facts.value, { text: facts.text, numberFormat: facts.numberFormat });
  return reading.kind !== "unreadable";
}

/** Walks from below the header to the end of the table: a foreign row, another header, or a section title. */
export function walkRows(
  reader: HeaderReader,
  block: HeaderBlock,
  slots: readonly SlotInfo[],
  limit: number,
): WalkedRow[] {
  const { grid } = reader;
  const values = slots.filter(holdsValues);
  const labelSlots = labelRanges(slots, block.left);
  const rows: WalkedRow[] = [];
  const anchors = new Map<number, number>();
  for (let row = block.bottom + 1; row <= limit; row++) {
    const cells = grid.between(row, block.left, block.right);
    const first = cells[0];
    if (first === undefined) continue;
    if (reader.looksLikeHeader(row, block.left, block.right)) break;
    const labels = cells.filter((cell) =>
      labelSlots.some((slot) => cell.column >= slot.left && cell.column <= slot.right),
    );
    const held = values.flatMap((slot) => {
      const cell = cells.find((c) => c.column >= slot.left && c.column <= slot.right);
      return cell ? [{ slot, cell }] : [];
    });
    const texts = labels.filter((cell) => !isFigure(cell.text));
    if (labels.some((cell) => TOTAL.test(flat(cell.text)))) continue;
    if (NOTE.test(first.text)) continue;
    if (held.length > 0) {
      const good = held.filter(({ cell }) => isKpiLike(grid, cell));
      const known = held.filter(({ cell }) => anchors.has(cell.column));
      const aligned = rows.every((r) => r.kind !== "data") || known.length * 2 >= held.length;
      if (
        good.length * 2 < held.length ||
        !aligned ||
        (texts.length > 0 && SECTION.test((texts[0] as GridCell).text) && !aligned)
      )
        break;
      for (const { cell } of held) anchors.set(cell.column, (anchors.get(cell.column) ?? 0) + 1);
      rows.push({ row, kind: "data", labels, values: held, headings: [] });
      continue;
    }
    if (labels.length === 0) continue;
    const headings = headingsOfRow(cells);
    if (headings.length > 0) {
      rows.push({ row, kind: "heading", labels, values: [], headings });
      continue;
    }
    if (cells.length === labels.length && texts.length > 0 && SECTION.test(first.text)) break;
    rows.push({ row, kind: "text", labels, values: [], headings: [] });
  }
  // What follows the last row of data belongs to the next table or to nobody.
  const last = lastIndex(rows, (row) => row.kind === "data");
  return rows.slice(0, continuationEnd(rows, last) + 1);
}

/** Columns left of the values that may hold numbers, names, parts and groups. */
function labelRanges(slots: readonly SlotInfo[], left: number): { left: number; right: number }[] {
  const firstValue = slots.find(holdsValues)?.left ?? Infinity;
  const own = new Set([
    "unit",
    "direction",
    "owner",
    "remarks",
    "other",
    "baselineYear",
    "targetYear",
    "grade",
    "rate",
  ]);
  const ranges = slots
    .filter((slot) => slot.left < firstValue && !(slot.role !== null && own.has(slot.role)))
    .map((slot) => ({ left: slot.left, right: Math.min(slot.right, firstValue - 1) }));
  const firstSlot = slots[0]?.left ?? left;
  return firstSlot > left ? [{ left, right: firstSlot - 1 }, ...ranges] : ranges;
}

/** A wrapped name goes on right under the last row of data. */
function continuationEnd(rows: readonly WalkedRow[], last: number): number {
  const next = rows[last + 1];
  const previous = rows[last];
  if (next === undefined || previous === undefined || next.kind !== "text") return last;
  const before = previous.labels.map((cell) => cell.text).join("");
  const after = next.labels.map((cell) => cell.text).join("");
  return next.row === previous.row + 1 && continuesName(before, after) ? last + 1 : last;
}

/** Does `after`, alone in the row below, go on with the name `before`? */
export function continuesName(before: string, after: string): boolean {
  const open = (before.match(/[（(「『【]/g) ?? []).length;
  const closed = (before.match(/[）)」』】]/g) ?? []).length;
  return (
    open > closed ||
    /^[\s\u3000]*[（(「『【）)」』】、。・ー～〜]/.test(after) ||
    /[、・（(「『～〜のをにと及び]$/.test(before.trim())
  );
}
