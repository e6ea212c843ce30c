/**
 * 「指標名 | 移住相談件数 | 単位 | 件」「基準値 | 91 | 目標値 | 200」: a card of labels, each with its value on its right. Cards with
 * the same labels are laid out as the rows of one table.
 */
import { isKnownUnit } from "../../kpi/unit";
import type { Grid } from "../grid";
import type { HeaderCell, HeaderReader } from "../headers";
import { headingsOfRow, HeadingState, type Heading } from "../headings";
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
    const labels = card.pairs.map(({ title }) => title.replace(/\s+/g, "")).join("|");
    alike.set(labels, [...(alike.get(labels) ?? []), card]);
  }
  return [...alike.values()].map((same) => layOut(reader.grid, same));
}

function findCards(reader: HeaderReader): Card[] {
  const { grid } = reader;
  const cards: Card[] = [];
  const state = new HeadingState();
  let card: Card | null = null;
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = reader.row(row);
    if (cells.length === 0) continue;
    const pairs = pairsOf(grid, cells);
    if (pairs === null) {
      const over = headingsIn(grid, row);
      if (card && (row - card.bottom > MOST_BETWEEN || (over.length > 0 && has(card, "target")))) card = null;
      if (card === null) over.forEach((heading) => state.push(heading));
      continue;
    }
    if (isHeading(pairs) && (card === null || has(card, "target"))) {
      headingsIn(grid, row).forEach((heading) => state.push(heading));
      card = null;
      continue;
    }
    if (pairs.some(isName)) {
      card = { pairs: [], headings: state.held().map(({ text }) => text), bottom: row };
      cards.push(card);
    }
    if (card === null || row - card.bottom > MOST_BETWEEN + 1) continue;
    card.pairs.push(...pairs);
    card.bottom = row;
  }
  return cards;
}

const has = (card: Card, role: string): boolean => card.pairs.some(({ label }) => label.header?.role === role);
const isHeading = (pairs: readonly Pair[]): boolean => pairs.every(({ label }) => label.header?.role === "group");

/** Only headings with a word for their level: a numbered line may be anything. */
const headingsIn = (grid: Grid, row: number): Heading[] =>
  headingsOfRow(grid.row(row)).filter(({ numbered }) => !numbered);

/** Labels with the cell on the right of each; null for a row that holds anything else. */
function pairsOf(grid: Grid, cells: readonly HeaderCell[]): Pair[] | null {
  const pairs: Pair[] = [];
  for (let i = 0; i < cells.length; i++) {
    const label = cells[i] as HeaderCell;
    const next = cells[i + 1];
    if (label.header === null || (pairs.length === 0 && label.header.role === null)) return null;
    if (next !== undefined && next.header === null) {
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
  let line = 0;
  first.headings.forEach((text) => layout.put(line++, 0, null, text));
  order.forEach((i, column) => {
    const { label, title } = first.pairs[i] as Pair;
    layout.put(line, column, label, title);
  });
  line++;
  let headings = first.headings;
  for (const card of cards) {
    if (card.headings.join("\n") !== headings.join("\n"))
      card.headings.forEach((text) => layout.put(line++, 0, null, text));
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
