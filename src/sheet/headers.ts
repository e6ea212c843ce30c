/**
 * Header blocks: one to four rows that name the columns of a possible KPI table. Works without merges: a header that
 * spans columns is inferred from the empty cells behind it, bounded by the header above.
 */
import { isKnownUnit } from "../kpi/unit";
import { lastIndex } from "./arrays";
import type { Grid, GridCell } from "./grid";
import { lineOf } from "./line-words";
import { normaliseHeader, readHeader, type ExtraWords, type HeaderText } from "./header-text";

export interface HeaderCell extends GridCell {
  readonly header: HeaderText | null;
}

/** One logical column: from the anchor of its header to the next one. */
export interface Slot {
  readonly left: number;
  readonly right: number;
  /** Header cells over it, from top to bottom. */
  readonly cells: readonly HeaderCell[];
}

export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly slots: readonly Slot[];
  /** Texts and offsets of the header cells: equal for a header that is repeated on the next page. */
  readonly signature: string;
}

const ROWS_ABOVE = 2;
const ROWS_BELOW = 3;
const LINES_LOOKED_AT = 3;
const FIGURES_OF_A_ROW = 2;
const AS_OF = /(?:現在|時点)[\s)）】]*$/;
const VALUE_ROLES: ReadonlySet<string> = new Set(["baseline", "target", "actual"]);

const isName = (cell: HeaderCell): boolean => cell.header?.role === "name";
const isValue = (cell: HeaderCell): boolean =>
  cell.header !== null && cell.header.role !== null && VALUE_ROLES.has(cell.header.role);
const isYear = ({ header }: HeaderCell): boolean => header !== null && header.role === null && header.year !== null;
const mayBeValue = (cell: HeaderCell): boolean =>
  isValue(cell) || (cell.header !== null && (cell.header.role === null || cell.header.also.includes("target")));

/** Reads header words once per text: forms repeat the same few. */
export class HeaderReader {
  private readonly known = new Map<string, HeaderText | null>();
  private readonly rows = new Map<number, readonly HeaderCell[]>();
  constructor(
    readonly grid: Grid,
    private readonly words: ExtraWords = {},
  ) {}

  word(text: string): HeaderText | null {
    if (text.length > 60) return null;
    let header = this.known.get(text);
    if (header === undefined) this.known.set(text, (header = readHeader(text, this.words)));
    return header;
  }

  row(row: number): readonly HeaderCell[] {
    let cells = this.rows.get(row);
    if (!cells) {
      cells = this.grid.row(row).map((cell) => ({ ...cell, header: this.word(cell.text) }));
      this.rows.set(row, cells);
    }
    return cells;
  }

  /** A row that names columns, whatever the table: at least two header words, and nothing that looks like data. */
  looksLikeHeader(row: number, left: number, right: number): boolean {
    const cells = this.row(row).filter((cell) => cell.column >= left && cell.column <= right);
    const words = cells.filter(
      (cell) => cell.header !== null && (cell.header.role !== null || cell.header.year !== null),
    );
    return (
      words.length >= 2 &&
      words.length * 2 >= cells.length &&
      !cells.some((cell) => cell.header === null && isFigure(cell.text))
    );
  }
}

const FIGURE = /^[(（]?[-+−－▲△]?\s*[\d０-９][\d０-９,，.．]*\s*(.*?)[)）]?$/;

/** A plain figure with or without a unit, as data rows hold and header rows do not. 「1 しごと」 is none. */
export function isFigure(text: string): boolean {
  const m = FIGURE.exec(text.trim());
  const unit = m?.[1]?.normalize("NFKC").trim();
  return unit !== undefined && (unit === "" || (unit !== "年" && unit.length <= 8 && isKnownUnit(unit)));
}

/** All header blocks of a sheet, from top to bottom and left to right. */
export function findHeaderBlocks(reader: HeaderReader): HeaderBlock[] {
  const { area } = reader.grid;
  const blocks: HeaderBlock[] = [];
  let lastBottom = area.top - 1;
  for (let row = area.top; row <= area.bottom; row++) {
    if (row <= lastBottom) continue;
    const cells = reader.row(row);
    // 「業績目標 | R3 | R4 | R5」 heads lines of target and actual.
    const overYears = cells.some(isValue) && cells.filter(isYear).length >= 2;
    if (!cells.some(isName) && cells.filter(isValue).length < 2 && !overYears) continue;
    // 「活動指標 | 相談件数 | 目標 | 100 | 120」 is a row of figures that begins with such a word.
    if (cells.filter((cell) => cell.header === null && isFigure(cell.text)).length >= FIGURES_OF_A_ROW) continue;
    const rows = growRows(reader, row, lastBottom + 1);
    if (rows === null) continue;
    const found = segments(reader, rows.top, rows.bottom).map((range) =>
      makeBlock(reader, rows.top, rows.bottom, range),
    );
    if (found.length === 0) continue;
    blocks.push(...found);
    lastBottom = rows.bottom;
  }
  return blocks;
}

/** Rows of the header around the row that holds its first name or value words; null when they name no values. */
function growRows(reader: HeaderReader, row: number, first: number): { top: number; bottom: number } | null {
  const cells = reader.row(row);
  const anchor = cells.find(isName)?.column ?? (cells[0] as HeaderCell).column;
  let top = row;
  while (top - 1 >= first && top - 1 >= row - ROWS_ABOVE && continuesUp(reader, top - 1, top, anchor)) top--;
  let bottom = row;
  const alone = cells.length === 1 || !cells.some(mayBeValue);
  while (bottom + 1 <= row + ROWS_BELOW && continuesDown(reader, bottom + 1, anchor, alone)) bottom++;
  let values = 0;
  for (let r = top; r <= bottom; r++) values += reader.row(r).filter((cell) => mayBeValue(cell)).length;
  return values >= 1 ? { top, bottom } : null;
}

/** A row of years or group words over the header: 「R元」「R7」, 「実績値」 over three years, 「数値目標」 over two columns. */
function continuesUp(reader: HeaderReader, row: number, below: number, anchor: number): boolean {
  const cells = reader.row(row);
  const over = cells.filter((cell) => cell.column > anchor);
  if (over.length === 0 || over.some((cell) => cell.header === null)) return false;
  // 「令和6年3月末現在」 alone in its row is said of the whole sheet.
  if (cells.length === 1 && AS_OF.test(over[0]?.text ?? "")) return false;
  // A title stands at or left of the names; only an empty cell or a vertical label may stand there.
  if (cells.some((cell) => cell.column <= anchor && cell.header === null)) return false;
  const values = reader.row(below).filter((cell) => cell.column > anchor && mayBeValue(cell));
  return over.every((cell, i) => {
    const end = over[i + 1]?.column ?? Infinity;
    return values.some((value) => value.column >= cell.column && value.column < end);
  });
}

/** A second or third header row: years under 「実績値」, 「（決算）」 under a year. The column of names is empty there. */
function continuesDown(reader: HeaderReader, row: number, anchor: number, alone: boolean): boolean {
  const cells = reader.row(row).filter((cell) => cell.column >= anchor);
  if (cells.length === 0) return false;
  const first = cells[0] as HeaderCell;
  // A row that begins with a name word under a lone one: that one was the title.
  if (first.column === anchor && (alone || first.header === null || (first.header.role !== null && !isName(first))))
    return false;
  const words = cells.filter((cell) => cell.header !== null);
  const useful = cells.filter(mayBeValue);
  return (
    useful.length > 0 && words.length * 2 > cells.length && !cells.some((c) => c.header === null && isFigure(c.text))
  );
}

interface Range {
  readonly left: number;
  readonly right: number;
}

/**
 * Tables side by side share header rows: a new one begins where, after value columns, a number or name column comes
 * and values follow again.
 */
function segments(reader: HeaderReader, top: number, bottom: number): Range[] {
  const { area } = reader.grid;
  const heads = headsByColumn(reader, top, bottom);
  const starts: number[] = [];
  let seenValue = false;
  let named = false;
  let pending: number | null = null;
  for (const head of heads) {
    named ||= head.name;
    if (head.starter) {
      if (seenValue && pending === null) pending = head.column;
    } else if (head.value && (named || !head.loose)) {
      if (pending !== null) {
        starts.push(pending);
        pending = null;
      }
      seenValue = true;
    } else if (head.other) {
      pending = null;
    }
  }
  const bounds = [area.left, ...starts];
  return bounds
    .map((left, i) => ({ left, right: (bounds[i + 1] ?? area.right + 1) - 1 }))
    .map((range) => ({ ...range, right: endBefore(reader, top, bottom, heads, range) }))
    .filter(
      (range) =>
        heads.some((h) => h.value && h.column >= range.left && h.column <= range.right) ||
        (heads.some((h) => h.name) && hasLines(reader.grid, bottom + 1, range)),
    );
}

const COUNTED = /^(?:件数|数|合?計|割合|構成比)$/;
const ROWS_OF_A_GAP = 12;

/**
 * Where a table of adjoining columns ends before a foreign one: 「区分 | 件数」 behind a blank column, anything behind two.
 * Columns of a form that draws each value over many narrow ones do not adjoin: nothing is said about those.
 */
function endBefore(reader: HeaderReader, top: number, bottom: number, heads: readonly Head[], range: Range): number {
  const { grid } = reader;
  const own = heads.filter(({ column }) => column >= range.left && column <= range.right);
  const at = own.findIndex((head, i) => i > 0 && head.column - (own[i - 1] as Head).column > 1);
  const before = own[at - 1];
  const next = own[at];
  if (at < 2 || !before || !next || !own.slice(0, at).some(({ value }) => value)) return range.right;
  const rest = own.slice(at);
  if (rest.some(({ value }) => value)) return range.right;
  for (let row = top; row <= Math.min(bottom + ROWS_OF_A_GAP, grid.area.bottom); row++) {
    if (grid.first(row, before.column + 1, next.column - 1) !== null) return range.right;
    if (row <= bottom && (grid.merge(row, before.column)?.right ?? before.column) > before.column) return range.right;
  }
  const counted = rest.some(({ column }) =>
    COUNTED.test(normaliseHeader(grid.text(bottom, column) || grid.text(top, column))),
  );
  return next.column - before.column > 2 || counted ? before.column : range.right;
}

/** Lines of target and actual below a header that names only years. */
function hasLines(grid: Grid, top: number, range: Range): boolean {
  const rows: number[] = [];
  for (let row = top; row <= grid.area.bottom && rows.length < LINES_LOOKED_AT; row++) {
    if (grid.between(row, range.left, range.right).length > 0) rows.push(row);
  }
  return grid.between(rows[0] ?? top, range.left, range.right).some(({ column }) => {
    const lines = rows.map((row) => lineOf(grid.text(row, column)));
    return lines.includes("actual") && (lines.includes("target") || lines.includes("baseline"));
  });
}

interface Head {
  readonly column: number;
  readonly starter: boolean;
  readonly name: boolean;
  readonly value: boolean;
  /** 「目標」 left of the names is a column of headings. */
  readonly loose: boolean;
  readonly other: boolean;
}

const STARTERS: ReadonlySet<string> = new Set(["no", "name", "group"]);

/** What each header column does, the lowest header cell deciding. */
function headsByColumn(reader: HeaderReader, top: number, bottom: number): Head[] {
  const byColumn = new Map<number, HeaderCell>();
  for (let row = top; row <= bottom; row++) {
    for (const cell of reader.row(row)) {
      // 「年度」 under 「現況値」 is the value's year.
      const above = byColumn.get(cell.column);
      if (above === undefined || (cell.header?.role !== null && !(cell.header?.role === "year" && isValue(above))))
        byColumn.set(cell.column, cell);
    }
  }
  return [...byColumn.values()]
    .sort((a, b) => a.column - b.column)
    .map((cell) => {
      const role = cell.header?.role ?? null;
      return {
        column: cell.column,
        starter: role !== null && STARTERS.has(role),
        name: role === "name",
        value: isValue(cell),
        loose: cell.header?.also.includes("group") === true,
        other: cell.header === null || role === "remarks" || role === "grade" || role === "owner" || role === "other",
      };
    });
}

function makeBlock(reader: HeaderReader, top: number, bottom: number, range: Range): HeaderBlock {
  const rows: HeaderCell[][] = [];
  for (let row = top; row <= bottom; row++) {
    rows.push(reader.row(row).filter((cell) => cell.column >= range.left && cell.column <= range.right));
  }
  const anchors = [...new Set(rows.flat().map((cell) => cell.column))].sort((a, b) => a - b);
  const slots = anchors.map((left, i): Slot => {
    const next = anchors[i + 1];
    return { left, right: next === undefined ? range.right : next - 1, cells: cellsOver(reader.grid, rows, left) };
  });
  const first = anchors[0] ?? range.left;
  const signature = rows.map((line) => line.map((c) => `${c.column - first}:${c.text}`).join("|")).join("\n");
  return { top, bottom, left: range.left, right: range.right, slots, signature };
}

/** The header cell of each row that spans a column; a lower header never reaches beyond the one above it. */
function cellsOver(grid: Grid, rows: readonly (readonly HeaderCell[])[], column: number): HeaderCell[] {
  const over: HeaderCell[] = [];
  let from = -Infinity;
  let to = Infinity;
  for (const line of rows) {
    const index = lastIndex(line, (cell) => cell.column <= column);
    const cell = line[index];
    if (cell === undefined || cell.column < from) continue;
    const merge = grid.merge(cell.row, cell.column);
    const inferred = (line[index + 1]?.column ?? Infinity) - 1;
    const end = merge !== null ? Math.min(merge.right, inferred) : inferred;
    if (column > Math.min(end, to)) continue;
    over.push(cell);
    from = cell.column;
    to = Math.min(end, to);
  }
  return over;
}
