/**
 * Every KPI table of a sheet, as drawn or laid out anew: rows for each year, or for target and actual, first, which would
 * pass for indicators of their own; then tables under a header; in what is left over, cards and tables on their side.
 */
import { arrangeCards } from "./arranged/cards";
import type { Arrangement } from "./arranged/arrangement";
import { arrangeNameLines } from "./arranged/name-lines";
import { arrangeTurned } from "./arranged/turned";
import { arrangeYearRows } from "./arranged/year-rows";
import { Grid } from "./grid";
import type { ExtraWords } from "./header-text";
import { findHeaderBlocks, HeaderReader, type HeaderBlock } from "./headers";
import { collectHeadings, type SheetHeadings } from "./heading-rows";
import { tablesUnder } from "./tables";
import type { Area, KpiTable } from "./types";

/** A table with the grid that it was found on: the sheet's own, or that of a layout made of its cells. */
export interface FoundTable {
  readonly table: KpiTable;
  readonly grid: Grid;
  /** null: the table stands on the sheet as it is read. */
  readonly arrangement: Arrangement | null;
}

interface Blocks {
  readonly reader: HeaderReader;
  readonly blocks: readonly HeaderBlock[];
  readonly headings: SheetHeadings;
}

function blocksOf(grid: Grid, words: ExtraWords): Blocks {
  const reader = new HeaderReader(grid, words);
  const blocks = findHeaderBlocks(reader);
  return { reader, blocks, headings: collectHeadings(reader, blocks) };
}

/** Never throws; a sheet without a table gives []. Cells that are masked (legend, rubric table) belong to none. */
export function findTables(grid: Grid, words: ExtraWords = {}): FoundTable[] {
  const first = blocksOf(grid, words);
  const split = splitRows(first, words);
  split.forEach(({ arrangement }) => arrangement && grid.mask(arrangement.area));
  const { reader, blocks, headings } = split.length === 0 ? first : blocksOf(grid, words);
  const upright = tablesUnder(reader, blocks, headings).map((table): FoundTable => ({
    table,
    grid,
    arrangement: null,
  }));
  const found = [...split, ...upright];
  const rest = restOf(
    reader,
    upright.map(({ table }) => table.area),
    words,
  );
  if (rest !== null) {
    const cards = arrangeCards(rest).flatMap((arrangement) => only(arrangement, words, 1));
    cards.forEach(({ arrangement }) => arrangement && rest.grid.mask(arrangement.area));
    const turned = arrangeTurned(cards.length === 0 ? rest : new HeaderReader(rest.grid, words));
    found.push(...cards, ...turned.flatMap((arrangement) => only(arrangement, words, 2)));
  }
  const place = ({ table, arrangement }: FoundTable): Area => arrangement?.area ?? table.area;
  return found.sort((a, b) => place(a).top - place(b).top || place(a).left - place(b).left);
}

/** Blocks in which an indicator takes several rows: one for each year, or one each for target and actual. */
function splitRows({ reader, blocks, headings }: Blocks, words: ExtraWords): FoundTable[] {
  return blocks.flatMap((block) => {
    const below = blocks.find((b) => b.top > block.bottom && b.left <= block.right && block.left <= b.right);
    const limit = (below?.top ?? reader.grid.area.bottom + 1) - 1;
    const over = headings.at(block);
    const arrangement = arrangeYearRows(reader, block, over, limit) ?? arrangeNameLines(reader, block, over, limit);
    return arrangement === null ? [] : only(arrangement, words, 1);
  });
}

/** The one table of a layout; none where it turns out to be several, or to hold fewer rows than it takes. */
function only(arrangement: Arrangement, words: ExtraWords, rows: number): FoundTable[] {
  const grid = new Grid(arrangement.sheet);
  const { reader, blocks, headings } = blocksOf(grid, words);
  const tables = tablesUnder(reader, blocks, headings);
  return tables.length === 1 && (tables[0]?.rows.length ?? 0) >= rows
    ? tables.map((table) => ({ table, grid, arrangement }))
    : [];
}

/** What stands outside the tables, where a word for targets does; null where none does. */
function restOf(reader: HeaderReader, taken: readonly Area[], words: ExtraWords): HeaderReader | null {
  const { grid } = reader;
  const inside = (row: number, column: number): boolean =>
    taken.some((a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right);
  let aimed = false;
  for (let row = grid.area.top; row <= grid.area.bottom && !aimed; row++)
    aimed = reader.row(row).some((cell) => cell.header?.role === "target" && !inside(row, cell.column));
  if (!aimed) return null;
  const rest = grid.copy();
  taken.forEach((area) => rest.mask(area));
  return new HeaderReader(rest, words);
}
