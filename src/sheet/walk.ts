/** The rows under a header block: which hold an indicator, which a heading, and where the table ends. */
import { readCell } from "../kpi/cell";
import { isKnownUnit } from "../kpi/unit";
import { lastIndex } from "./arrays";
import type { Grid, GridCell } from "./grid";
import { isFigure, type HeaderBlock, type HeaderReader } from "./headers";
import { lineOf } from "./line-words";
import { headingsOfRow, levelOfText, type Heading } from "./headings";
import { holdsValues, type SlotInfo } from "./slots";

export interface WalkedRow {
  readonly row: number;
  /** data: values, with a name or a part of one · heading: over the rows that follow · text: a name alone */
  readonly kind: "data" | "heading" | "text";
  readonly labels: readonly GridCell[];
  /** First cell of each value slot that shows something. */
  readonly values: readonly { readonly slot: SlotInfo; readonly cell: GridCell }[];
  readonly headings: readonly Heading[];
  /** Without values, but with a number, a unit or an owner: an indicator that is still to be filled in. */
  readonly entry: boolean;
}

export interface Walk {
  readonly rows: readonly WalkedRow[];
  /** The same header again on the next page: the table went on over them. */
  readonly repeated: readonly HeaderBlock[];
}

const TOTAL =
  /^(?:[（(]参考[）)]\s*|[^\s]{1,12}\s+|(?:基本目標|施策|政策|分野|区分)[\s0-9-]*の?)?[（(【]?(?:総?合計|総計|小計|計|平均値?|最大値?|最小値?|最高|最低|中央値|標準偏差|(?:[全本当]?[国市県町村区]|類似団体)?平均値?|全体平均|全体|達成率平均|平均達成率)[)）】]?(?:\s*[（(].{0,10}[)）])?$/;
const NOTE = /^[\s（(【[]*(?:※|＊|\*|注[\d０-９:：)）記]|注$|（注|\(注|備考[:：]|資料[:：]|出典[:：]|凡例|【凡例)/;
/** A row that shows how to fill in the others. */
const EXAMPLE = /^[（(【]?(?:記入例|入力例|記載例|例示?|サンプル)[）)】]?\s*[\d０-９]?$/;
const SECTION =
  /^[\s（(]*[0-9０-９一二三四五六七八九十①-⑳]*[\s）).．]*.{0,24}(?:に関する検証|検証|事業費|関連事業|意見|総括|講評|現状と課題|今後の|進捗状況|評価の基準|評価基準|判定基準|方針|スケジュール|について)/;
const LONGEST_VALUE = 80;
const SHORT = 12;
/** Over counts: 「評価集計 | S | A | B | 計」 is another block. */
const COUNTED = /^(?:[SA-E◎○〇△×]|総?計|合計|件数|割合)$/;

/** 「合　計」 is 「合計」, but 「基本目標1 合計」 keeps its blank. */
const spaced = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/(?<=^[合小総平])\s+(?=[計均]$)/, "")
    .replace(/\s+/g, " ");

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
  repeats: readonly HeaderBlock[],
): Walk {
  const walker = new Walker(reader, block, slots);
  const repeated: HeaderBlock[] = [];
  for (let row = block.bottom + 1; row <= limit; row++) {
    const again = repeats.find((b) => b.top === row);
    if (again) {
      if (!walker.endsInData) break;
      repeated.push(again);
      row = again.bottom;
    } else if (!walker.take(row)) break;
  }
  // What follows the last row of data belongs to the next table or to nobody.
  const last = lastIndex(walker.rows, (row) => row.kind === "data");
  return { rows: walker.rows.slice(0, continuationEnd(walker.rows, last) + 1), repeated };
}

class Walker {
  readonly rows: WalkedRow[] = [];
  private readonly grid: Grid;
  private readonly values: readonly SlotInfo[];
  private readonly labels: readonly { left: number; right: number }[];
  private readonly anchors = new Set<number>();

  constructor(
    private readonly reader: HeaderReader,
    private readonly block: HeaderBlock,
    private readonly slots: readonly SlotInfo[],
  ) {
    this.grid = reader.grid;
    this.values = slots.filter(holdsValues);
    this.labels = labelRanges(slots, block.left);
  }

  get endsInData(): boolean {
    return this.rows[this.rows.length - 1]?.kind === "data";
  }

  /** Takes one row; false where the table has ended above it. */
  take(row: number): boolean {
    const cells = this.grid.between(row, this.block.left, this.block.right);
    const first = cells[0];
    if (first === undefined) return true;
    if (this.reader.looksLikeHeader(row, this.block.left, this.block.right)) return false;
    const labels = cells.filter((cell) => this.labels.some((l) => cell.column >= l.left && cell.column <= l.right));
    if (labels.some((cell) => TOTAL.test(spaced(cell.text))) || NOTE.test(first.text)) return true;
    if (cells.length > 1 && EXAMPLE.test(first.text.trim())) return true;
    const values = this.values.flatMap((slot) => {
      const cell = cells.find((c) => c.column >= slot.left && c.column <= slot.right);
      return cell ? [{ slot, cell }] : [];
    });
    if (this.rows.length === 0 && labels.length === 0 && cells.every((cell) => isColumnMark(cell.text))) return true;
    if (values.length > 0) return this.takeData({ row, kind: "data", labels, values, headings: [], entry: true });
    if (labels.length === 0) return true;
    const entry = this.looksLikeEntry(cells);
    const headings = entry ? [] : headingsOfRow(cells);
    if (headings.length > 0) {
      this.rows.push({ row, kind: "heading", labels, values: [], headings, entry });
      return true;
    }
    if (cells.length === labels.length && !isFigure(first.text) && SECTION.test(first.text)) return false;
    this.rows.push({ row, kind: "text", labels, values: [], headings: [], entry });
    return true;
  }

  /** Next after a row of data and in its columns: 「未策定」「策定中」「8分30秒」 are to be shown, not to end the table. */
  private inTheRow(data: WalkedRow): boolean {
    const [before, above] = [this.rows[this.rows.length - 2], this.rows[this.rows.length - 1]];
    const { values, labels } = data;
    // One blank row may lie between, beyond those that the form draws each row over; more of them end the table.
    const step = before?.kind === "data" && above ? above.row - before.row : 1;
    return (
      above?.kind === "data" &&
      data.row - above.row <= step + 1 &&
      !values.some(({ cell }) => COUNTED.test(cell.text.normalize("NFKC").trim())) &&
      labels.length > 0 &&
      values.length >= 2 &&
      values.every(({ cell }) => cell.text.length <= SHORT && this.anchors.has(cell.column))
    );
  }

  private looksLikeEntry(cells: readonly GridCell[]): boolean {
    if (cells.length < 2 || levelOfText((cells[0] as GridCell).text) !== null) return false;
    return cells.some((cell) => {
      const slot = this.slots.find((s) => cell.column >= s.left && cell.column <= s.right);
      return slot !== undefined && slot.role !== null && ENTRY_ROLES.has(slot.role);
    });
  }

  /** Values count as such when most of them read as one, and stand in the columns of the rows above. */
  private takeData(data: WalkedRow): boolean {
    const good = data.values.filter(({ cell }) => isKpiLike(this.grid, cell)).length;
    const known = data.values.filter(({ cell }) => this.anchors.has(cell.column)).length;
    if (data.labels.length === 0 && this.endsInData && onlyWhen(data)) {
      this.rows.push(data);
      return true;
    }
    if (good * 2 < data.values.length && !this.inTheRow(data)) return false;
    // The line of actuals fills other years than that of the targets.
    const isLine = data.labels.some(({ text }) => lineOf(text) !== null);
    if (this.anchors.size > 0 && known * 2 < data.values.length && !isLine) return false;
    for (const { cell } of data.values) this.anchors.add(cell.column);
    this.rows.push(data);
    return true;
  }
}

/** Under the header: 「Ａ」「Ｂ」「Ｂ／Ａ」, 「①」, 「（人）」. */
function isColumnMark(text: string): boolean {
  const mark = text.normalize("NFKC").replace(/[\s()]/g, "");
  return /^(?:[A-Za-z]|\d{1,2}|[A-Za-z\d]{1,2}[/÷×\-+][A-Za-z\d]{1,2}(?:[×x]100)?)$/.test(mark) || isKnownUnit(mark);
}

const ENTRY_ROLES: ReadonlySet<string> = new Set(["no", "unit", "owner", "direction"]);
const NO_LABELS: ReadonlySet<string> = new Set([
  "unit",
  "direction",
  "owner",
  "remarks",
  "other",
  "baselineYear",
  "targetYear",
  "actualYear",
  "grade",
  "rate",
]);

/** A row without a label whose cells only say when: 「(30年度)」 under 「42世帯」. */
export const onlyWhen = (row: WalkedRow): boolean =>
  row.values.length > 0 && row.values.every(({ cell }) => /^[（(].{1,12}[)）]$/.test(cell.text.trim()));

/** Columns left of the values that may hold numbers, names, parts and groups. */
function labelRanges(slots: readonly SlotInfo[], left: number): { left: number; right: number }[] {
  const firstValue = slots.find(holdsValues)?.left ?? Infinity;
  const ranges = slots
    .filter((slot) => slot.left < firstValue && !(slot.role !== null && NO_LABELS.has(slot.role)))
    .map((slot) => ({ left: slot.left, right: Math.min(slot.right, firstValue - 1) }));
  const firstSlot = slots[0]?.left ?? left;
  return firstSlot > left ? [{ left, right: firstSlot - 1 }, ...ranges] : ranges;
}

/** A wrapped name, or indicators that are still to be filled in, go on right under the last row of data. */
function continuationEnd(rows: readonly WalkedRow[], last: number): number {
  const next = rows[last + 1];
  const previous = rows[last];
  if (next === undefined || previous === undefined || next.kind !== "text") return last;
  if (next.entry) return next.row === previous.row + 1 ? continuationEnd(rows, last + 1) : last;
  if (previous.kind !== "data") return last;
  const before = previous.labels.map((cell) => cell.text).join("");
  const after = next.labels.map((cell) => cell.text).join("");
  if (isExplanation(after)) return last;
  return next.row === previous.row + 1 && continuesName(before, after) ? last + 1 : last;
}

/** 「（指標の説明）年間延べ入院患者数÷…」: said about the row above, no part of its name. */
export const isExplanation = (text: string): boolean =>
  /^[\s（(【※]*[^\s）)】]{0,8}(?:説明|定義|算出|算式|計算式|出典|根拠|把握方法|考え方)[^\s）)】]{0,6}[）)】:：]/.test(
    text,
  );

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
