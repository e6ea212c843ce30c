/** Header rows over money: which column holds which year, 予算 or 決算, 事業費 or 一般財源, and the columns beside them. */
import { plain } from "../../kpi/characters";
import { findYears } from "../../kpi/year";
import type { Grid, GridCell } from "../grid";
import { normaliseHeader } from "../header-text";
import { MONEY_WORDS, PROJECT_WORDS, TOTAL_WORD, type MoneyWord, type ProjectRole, type Stage } from "./money-words";

export interface MoneyHeader {
  readonly column: number;
  /** Last column that belongs to it: a form draws one value over many narrow columns. */
  readonly right: number;
  /** As printed, rows joined by a blank. */
  readonly text: string;
  readonly year: number | null;
  /** 参考: never added to totals. */
  readonly reference: boolean;
  /** 合計: the sum of the columns before it. */
  readonly total: boolean;
  readonly stage: Stage;
  readonly money: MoneyWord | null;
  readonly role: ProjectRole | null;
  /** 「（千円）」 of the header. */
  readonly unit: string | null;
}

export interface HeaderBand {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly MoneyHeader[];
}

const LONGEST = 40;
const UNIT = /(?:百万円|千円|万円|億円|円)/;
const STAGE_WORDS: readonly (readonly [RegExp, Stage])[] = [
  [/予算|当初|補正|計画/, "budget"],
  [/決算|実績|執行/, "settled"],
];

/** Text of a label or header without spaces, marks and bracketed unit; circled digits stay away. */
export const bare = (text: string): string =>
  normaliseHeader(text)
    .replace(/[（(][^()（）]*円[^()（）]*[)）]/g, "")
    .replace(/[（(](?:税込|税抜|A|B|C)[)）]/g, "")
    .replace(/^[(（]|[)）]$/g, "");

/** 事業費 / 一般財源 as a label; null for anything else. */
export function moneyWord(text: string): MoneyWord | null {
  if (text.length > LONGEST) return null;
  const word = bare(text);
  return MONEY_WORDS.find(({ pattern }) => pattern.test(word)) ?? null;
}

/** 「（千円）」「単位：千円」 → 千円; null where no unit of money is printed. */
export const moneyUnit = (text: string): string | null => UNIT.exec(plain(text).text)?.[0] ?? null;

interface Piece {
  readonly year: number | null;
  readonly reference: boolean;
  readonly total: boolean;
  readonly stage: Stage;
  readonly money: MoneyWord | null;
  readonly role: ProjectRole | null;
}

/** What is left of a year's header once the year is gone. */
const BESIDE_YEAR =
  /^(?:年度?|末|分|度|現計|当初|補正|予算|決算|実績|見込み?|計画|参考|額|値|の|事業費|一般財源|合計|後|前|現在|\(|\)|・|\/|:|\s)*$/;

const LIMIT = 4096;
const pieces = new Map<string, Piece | null>();

/** What a cell says as a header; null for a cell that is none. Forms say the same again and again. */
function pieceOf(text: string): Piece | null {
  if (text.length > LONGEST) return null;
  let piece = pieces.get(text);
  if (piece === undefined) {
    if (pieces.size >= LIMIT) pieces.clear();
    pieces.set(text, (piece = readPiece(text)));
  }
  return piece;
}

function readPiece(text: string): Piece | null {
  const word = bare(text);
  if (word === "") return null;
  const years = findYears(word);
  let rest = word;
  for (const { start, end } of [...years].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  const reference = /参考/.test(word);
  const stage = STAGE_WORDS.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
  const stripped = rest.replace(/[()（）]|参考/g, "");
  const money = MONEY_WORDS.find(({ pattern }) => pattern.test(stripped)) ?? null;
  const role = PROJECT_WORDS.find(({ pattern }) => pattern.test(word))?.role ?? null;
  const total = TOTAL_WORD.test(stripped);
  if (years.length > 0 && !BESIDE_YEAR.test(rest) && money === null) return null;
  if (years.length === 0 && !reference && money === null && role === null && !total && !BESIDE_YEAR.test(rest))
    return null;
  return { year: years[years.length - 1]?.year ?? null, reference, total, stage, money, role };
}

const isText = (grid: Grid, cell: GridCell): boolean => typeof grid.facts(cell.row, cell.column).value === "string";

/** Bare years typed as numbers, 2021 | 2022 | 2023: only believed in a run. */
function yearNumbers(grid: Grid, cells: readonly GridCell[]): boolean {
  const numbers = cells.map(({ row, column }) => grid.facts(row, column).value).filter((v) => typeof v === "number");
  return (
    numbers.length >= 2 && numbers.every((n, i) => n > 1980 && n < 2100 && (i === 0 || n === (numbers[i - 1] ?? 0) + 1))
  );
}

type RowKind = "header" | "continued" | null;

function rowKind(grid: Grid, row: number): RowKind {
  const cells = grid.row(row);
  if (cells.length === 0) return null;
  const years = yearNumbers(grid, cells);
  const read = cells.map((cell) => (isText(grid, cell) || years ? pieceOf(cell.text) : null));
  const known = read.filter((piece) => piece !== null);
  const dated = known.some((piece) => piece.year !== null || piece.reference || piece.stage !== null);
  const columns = known.some((piece) => piece.money !== null || piece.year !== null || piece.total);
  if (
    known.length >= 2 &&
    columns &&
    known.length * 10 >= cells.length * 6 &&
    (dated || known.some((p) => p.role !== null))
  )
    return known.length === cells.length && known.every((p) => p.role === null) ? "continued" : "header";
  return known.length === cells.length && dated ? "continued" : null;
}

/** Every header over money on the sheet, from top to bottom. */
export function findHeaderBands(grid: Grid): HeaderBand[] {
  const bands: HeaderBand[] = [];
  let row = grid.area.top;
  while (row <= grid.area.bottom) {
    const kind = rowKind(grid, row);
    if (kind === null) {
      row++;
      continue;
    }
    const top = row;
    row++;
    while (row - top < 3 && rowKind(grid, row) === "continued") row++;
    const columns = columnsOf(grid, top, row - 1);
    if (columns.some((c) => c.year !== null || c.money !== null)) bands.push({ top, bottom: row - 1, columns });
  }
  return bands;
}

/** A header cell over several columns speaks for each of them; a cell below it ends where the upper one does. */
function columnsOf(grid: Grid, top: number, bottom: number): MoneyHeader[] {
  const starts = new Set<number>();
  for (let row = top; row <= bottom; row++) for (const cell of grid.row(row)) starts.add(cell.column);
  const sorted = [...starts].sort((a, b) => a - b);
  const last = grid.area.right;
  return sorted.map((column, i) => {
    const right = (sorted[i + 1] ?? last + 1) - 1;
    const over: GridCell[] = [];
    let from = grid.area.left;
    for (let row = top; row <= bottom; row++) {
      const cells = grid.row(row).filter((cell) => cell.column <= column && cell.column >= from);
      const own = cells[cells.length - 1];
      if (own === undefined) continue;
      over.push(own);
      from = own.column;
    }
    const read = over.map((cell) => pieceOf(cell.text)).filter((piece) => piece !== null);
    const pick = <T>(of: (piece: Piece) => T | null): T | null =>
      read.reduce<T | null>((found, piece) => of(piece) ?? found, null);
    const text = over.map((cell) => cell.text.replace(/\s+/g, " ")).join(" ");
    return {
      column,
      right,
      text,
      year: pick((p) => p.year),
      reference: read.some((p) => p.reference),
      total: read.some((p) => p.total),
      stage: pick((p) => p.stage),
      // 「決算」 under 「一般財源」 says which stage, not which money.
      money: pick((p) => (p.money?.stage === null ? p.money : null)) ?? pick((p) => p.money),
      role: pick((p) => p.role),
      unit: moneyUnit(text),
    };
  });
}

/** The unit printed in the caption over a header, 「（単位：千円）」; null where none is. */
export function captionUnit(grid: Grid, band: HeaderBand): string | null {
  for (let row = band.top - 1; row >= Math.max(grid.area.top, band.top - 4); row--) {
    for (const { text } of grid.row(row)) {
      const unit = /単位[\s:：]*[^)）]*円|[（(][^()（）]*円[)）]/.test(text) ? moneyUnit(text) : null;
      if (unit !== null) return unit;
    }
  }
  return null;
}
