/**
 * 「指標名 | 移住相談件数 | 単位 | 件」「基準値 | 91 | 目標値 | 200」: a card of labels, each with its value on its right. Cards with
 * the same labels are laid out as the rows of one table.
 */
import { isKnownUnit } from "../../kpi/unit";
import type { Grid } from "../grid";
import { isFigure, type HeaderCell, type HeaderReader } from "../headers";
import { HeadingState, namedHeadingsOfRow } from "../headings";
import type { Area } from "../types";
import { isKpiLike } from "../walk";
import { Layout, type Arrangement, type Place } from "./arrangement";

interface Pair {
  readonly label: HeaderCell;
  /** What the label says; a unit behind a figure has none of its own. */
  readonly title: string;
  readonly value: Place;
  readonly filled: boolean;
}

interface Card {
  /** Columns that it may take: another card may stand beside it. */
  readonly left: number;
  readonly right: number;
  readonly pairs: Pair[];
  /** Headings over it, as printed, outermost first. */
  readonly headings: readonly string[];
  bottom: number;
}

/** Rows that belong to no card, between two that do. */
const MOST_BETWEEN = 3;

const isName = ({ label }: Pair): boolean => label.header?.role === "name" && !label.header.weak;

/** The cards of a sheet, one layout for all that have the same labels. Cells that are masked are not looked at. */
export function arrangeCards(reader: HeaderReader): Arrangement[] {
  const cards = findCards(reader).filter((card) => isKpi(reader.grid, card));
  const alike = new Map<string, Card[]>();
  for (const card of cards) {
    const labels = card.pairs.map((pair) => (isName(pair) ? "" : pair.title.replace(/\s+/g, ""))).join("|");
    alike.set(labels, [...(alike.get(labels) ?? []), card]);
  }
  return [...alike.values()].map((same) => layOut(reader.grid, same));
}

function findCards(reader: HeaderReader): Card[] {
  const { grid } = reader;
  const cards: Card[] = [];
  const state = new HeadingState();
  let open: readonly Card[] = [];
  let series: ReadonlyMap<number, HeaderCell> = new Map();
  let above: readonly HeaderCell[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = reader.row(row);
    if (cells.length === 0) continue;
    const years = yearsOf(cells);
    if (years !== null) {
      series = years;
      continue;
    }
    const heads = open.length > 0 ? headsOf(cells) : null;
    if (heads !== null) {
      above = heads;
      continue;
    }
    const pairs = underHeads(cells, above) ?? ofYears(cells, series) ?? pairsOf(grid, cells);
    above = [];
    const ended = open.length > 0 && open.some((card) => has(card, "target"));
    open = open.filter((card) => row - card.bottom <= MOST_BETWEEN + 1);
    if (pairs === null || (isHeading(pairs) && (open.length === 0 || ended))) {
      const over = namedHeadingsOfRow(grid.row(row));
      if (over.length > 0 && ended) open = [];
      if (open.length === 0) over.forEach((heading) => state.push(heading));
      continue;
    }
    const names = pairs.filter(isName);
    if (names.length > 0) {
      series = new Map();
      const headings = state.held().map(({ text }) => text);
      open = names.map(({ label }, i) => ({
        left: i === 0 ? 0 : label.column,
        right: (names[i + 1]?.label.column ?? Infinity) - 1,
        pairs: [],
        headings,
        bottom: row,
      }));
      cards.push(...open);
    }
    for (const card of open) {
      const own = pairs.filter(({ label }) => label.column >= card.left && label.column <= card.right);
      if (own.length === 0) continue;
      card.pairs.push(...own);
      card.bottom = row;
    }
  }
  return cards;
}

const has = (card: Card, role: string): boolean => card.pairs.some(({ label }) => label.header?.role === role);
const isHeading = (pairs: readonly Pair[]): boolean => pairs.every(({ label }) => label.header?.role === "group");

/** 「基準値 | R4 | R5 | 目標値」 within a card, over a row of values; null for any other row. */
function headsOf(cells: readonly HeaderCell[]): readonly HeaderCell[] | null {
  const heads = cells.every(({ header }) => header !== null && (header.role !== null || header.year !== null));
  const values = cells.filter(({ header }) => header?.role === "target" || header?.role === "baseline").length;
  return heads && values > 0 && cells.length >= 3 ? cells : null;
}

/** The values under such labels. */
function underHeads(cells: readonly HeaderCell[], heads: readonly HeaderCell[]): Pair[] | null {
  if (heads.length === 0 || cells.some((cell) => !heads.some(({ column }) => column === cell.column))) return null;
  return heads.map((label): Pair => {
    const value = cells.find(({ column }) => column === label.column);
    return {
      label,
      title: label.text,
      value: value ?? { row: (cells[0] ?? label).row, column: label.column },
      filled: value !== undefined,
    };
  });
}

/** 「年度 | R3 | R4 | R5」 over lines of values; null for any other row. */
function yearsOf([label, ...cells]: readonly HeaderCell[]): ReadonlyMap<number, HeaderCell> | null {
  if (label?.header?.role !== "year" && label?.header !== null) return null;
  const dated = cells.every(({ header }) => header !== null && header.role === null && header.year !== null);
  return dated && cells.length >= 2 ? new Map(cells.map((cell) => [cell.column, cell])) : null;
}

/** 「実績値 | 92 | 104 | 118」 under such years: each figure with its label and its year. */
function ofYears([label, ...cells]: readonly HeaderCell[], series: ReadonlyMap<number, HeaderCell>): Pair[] | null {
  if (!label?.header?.role || cells.length === 0 || !cells.every(({ column }) => series.has(column))) return null;
  return cells.map((value) => ({
    label,
    title: `${label.text}（${series.get(value.column)?.text ?? ""}）`,
    value,
    filled: true,
  }));
}

/** Labels with the cell on the right of each; null for a row that holds anything else. */
function pairsOf(grid: Grid, cells: readonly HeaderCell[]): Pair[] | null {
  const pairs: Pair[] = [];
  for (let i = 0; i < cells.length; i++) {
    const label = cells[i] as HeaderCell;
    const next = cells[i + 1];
    // Words without a part, 「計画期間 | R3～R7」, may stand behind a pair; a figure there belongs to a row of figures.
    if (label.header === null && pairs.length > 0 && !isFigure(label.text)) continue;
    if (label.header === null || (pairs.length === 0 && label.header.role === null)) return null;
    // 「基準年度 | 令和2年度」: a year behind a word is its value.
    if (next !== undefined && (next.header === null || (label.header.role !== null && next.header.role === null))) {
      pairs.push({ label, title: label.text, value: next, filled: true });
      i++;
      const unit = cells[i + 1];
      if (unit && unit.header === null && isKnownUnit(unit.text.normalize("NFKC").trim())) {
        pairs.push({ label: { ...label, header: null }, title: "単位", value: unit, filled: true });
        i++;
      }
      continue;
    }
    const column = (grid.merge(label.row, label.column)?.right ?? label.column) + 1;
    if (next !== undefined && next.column <= column) return null;
    pairs.push({ label, title: label.text, value: { row: label.row, column }, filled: false });
  }
  return pairs.length > 0 ? pairs : null;
}

/** A named indicator with something to reach and something to compare with it. */
function isKpi(grid: Grid, { pairs }: Card): boolean {
  const value = (...roles: string[]): boolean =>
    pairs.some(
      ({ label, value: { row, column }, filled }) =>
        filled &&
        label.header !== null &&
        roles.includes(label.header.role ?? "actual") &&
        isKpiLike(grid, { row, column, text: grid.text(row, column) }),
    );
  return pairs.some((pair) => isName(pair) && pair.filled) && value("target") && value("baseline", "actual");
}

function layOut(grid: Grid, cards: readonly Card[]): Arrangement {
  const layout = new Layout(grid);
  const [first] = cards as readonly [Card, ...Card[]];
  // Names lead a table: what stands left of them would be taken for headings.
  const order = first.pairs
    .map((_, i) => i)
    .sort((a, b) => Number(isName(first.pairs[b] as Pair)) - Number(isName(first.pairs[a] as Pair)));
  let line = layout.headings(0, first.headings);
  order.forEach((i, column) => {
    const { label, title } = first.pairs[i] as Pair;
    layout.put(line, column, label, title);
  });
  line++;
  let headings = first.headings;
  for (const card of cards) {
    if (card.headings.join("\n") !== headings.join("\n")) line = layout.headings(line, card.headings);
    headings = card.headings;
    order.forEach((i, column) => layout.put(line, column, (card.pairs[i] as Pair).value));
    line++;
  }
  return layout.arrangement(covering(cards));
}

function covering(cards: readonly Card[]): Area {
  const places = cards.flatMap(({ pairs }) => pairs.flatMap(({ label, value }): Place[] => [label, value]));
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}
