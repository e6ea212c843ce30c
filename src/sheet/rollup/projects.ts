/**
 * Tables of projects with their money: 旭市's section （４） (rows 事業費 / 一般財源 / 成果指標 under each project, a column
 * per year) and lists with one row per project (予算額 | 決算額 | 一般財源). The block of totals that belongs to them, too.
 */
import { plain } from "../../kpi/characters";
import type { Grid, GridCell } from "../grid";
import { printed } from "../headings";
import type { SheetSnapshot } from "../types";
import { figureCells, type MoneyLine } from "./money";
import { bare, captionUnit, findHeaderBands, moneyWord, type HeaderBand, type MoneyHeader } from "./money-headers";
import type { MoneyWord } from "./money-words";
import { RING, gridOf, textsIn, under, unitOf } from "./project-cells";
import { readList } from "./project-list";
import type { Project, ProjectTable, ResultLine, TotalsBlock } from "./project-types";

export { sumProjects, type ProjectSum } from "./project-sums";
export type { Project, ProjectTable, ResultLine, TotalsBlock } from "./project-types";

interface Found {
  readonly tables: ProjectTable[];
  readonly totals: TotalsBlock[];
}

/** Every table of projects with money on the sheet; [] where there is none. Never throws. */
export const findProjectTables = (sheet: SheetSnapshot | Grid): ProjectTable[] => find(gridOf(sheet)).tables;

/** The block of totals over projects (事業費合計, 一般財源合計 by year); null where there is none. */
export const findTotalsBlock = (sheet: SheetSnapshot | Grid): TotalsBlock | null =>
  find(gridOf(sheet)).totals[0] ?? null;

const known = new WeakMap<Grid, Found>();

function find(grid: Grid): Found {
  let found = known.get(grid);
  if (!found) known.set(grid, (found = search(grid)));
  return found;
}

function search(grid: Grid): Found {
  const bands = findHeaderBands(grid);
  const found: Found = { tables: [], totals: [] };
  bands.forEach((band, i) => {
    const end = (bands[i + 1]?.top ?? grid.area.bottom + 1) - 1;
    const labelled = labelledRows(grid, band, end);
    if (labelled.length > 0) readLabelled(grid, band, end, labelled, found);
    else {
      const list = readList(grid, band, end);
      if (list) found.tables.push(list);
    }
  });
  return found;
}

interface Labelled {
  readonly cell: GridCell;
  readonly word: MoneyWord;
}

const dated = (band: HeaderBand): MoneyHeader[] =>
  band.columns.filter((c) => (c.year !== null || c.total || c.money !== null) && c.role === null);

/** Rows whose label says 事業費 or 一般財源, under years to the right. */
function labelledRows(grid: Grid, band: HeaderBand, end: number): Labelled[] {
  const [first] = dated(band);
  if (first === undefined) return [];
  const rows: Labelled[] = [];
  for (let row = band.bottom + 1; row <= end; row++) {
    for (const cell of grid.row(row)) {
      if (cell.column >= first.column) break;
      const word = moneyWord(cell.text);
      if (word === null) continue;
      rows.push({ cell, word });
      break;
    }
  }
  return rows;
}

function lineOf(grid: Grid, band: HeaderBand, { cell, word }: Labelled, caption: string | null): MoneyLine {
  const unit = unitOf(grid, band, cell.row, cell.text, caption);
  const headers = dated(band).filter((c) => c.column > cell.column);
  return {
    kind: word.kind,
    stage: word.stage,
    label: printed(cell.text),
    row: cell.row,
    unit,
    cells: figureCells(grid, cell.row, headers, unit),
  };
}

function readLabelled(grid: Grid, band: HeaderBand, end: number, rows: readonly Labelled[], found: Found): void {
  const caption = captionUnit(grid, band);
  const totals = rows.filter(({ word }) => word.total);
  const own = rows.filter(({ word }) => !word.total);
  const named = band.columns.find((c) => c.role === "name");
  const labelColumn = Math.min(...own.map(({ cell }) => cell.column));
  const nameColumns = named
    ? { left: named.column, right: labelColumn - 1 }
    : { left: grid.area.left, right: labelColumn - 1 };
  const groups = projectGroups(own, end, grid);
  const projects = groups
    .map((group) => projectOf(grid, band, group, nameColumns, labelColumn, caption))
    .filter((project) => project !== null);
  const totalLines = totals.map((row) => lineOf(grid, band, row, caption));
  if (projects.length > 0) {
    const bottom = Math.max(...projects.map((p) => p.bottom), ...totals.map(({ cell }) => cell.row));
    const last = band.columns[band.columns.length - 1] as MoneyHeader;
    const left = (band.columns[0] as MoneyHeader).column;
    found.tables.push({
      area: { top: band.top, left, bottom, right: last.right },
      headers: band.columns,
      projects,
      totals: totalLines,
    });
    return;
  }
  // No project stands beside the labels: a block of totals, which may also say just 「事業費」「一般財源」.
  const block = named ? totals : rows;
  if (block.length === 0) return;
  const lines = block.map((row) => lineOf(grid, band, row, caption));
  const right = Math.max(...lines.flatMap((line) => line.cells.map((c) => c.column)));
  found.totals.push({
    area: {
      top: band.top,
      left: Math.min(...block.map(({ cell }) => cell.column)),
      bottom: Math.max(...block.map(({ cell }) => cell.row)),
      right,
    },
    headers: band.columns,
    lines,
  });
}

interface Group {
  readonly rows: readonly Labelled[];
  readonly top: number;
  readonly bottom: number;
}

const MAX_LINES = 12;

/** A kind of money that comes again begins the next project. */
function projectGroups(rows: readonly Labelled[], end: number, grid: Grid): Group[] {
  const starts: Labelled[][] = [];
  for (const row of rows) {
    const current = starts[starts.length - 1];
    const again = current?.some(({ word }) => word.kind === row.word.kind && word.stage === row.word.stage);
    if (current === undefined || again) starts.push([row]);
    else current.push(row);
  }
  const tops = starts.map((group) => (group[0] as Labelled).cell.row);
  const longest = Math.max(0, ...tops.slice(1).map((top, i) => top - (tops[i] as number)));
  return starts.map((group, i) => {
    const top = tops[i] as number;
    const next = tops[i + 1];
    if (next !== undefined) return { rows: group, top, bottom: next - 1 };
    let bottom = (group[group.length - 1] as Labelled).cell.row;
    const limit = Math.min(end, top + (longest > 0 ? longest : MAX_LINES) - 1);
    while (bottom < limit && grid.row(bottom + 1).length > 0) bottom++;
    return { rows: group, top, bottom };
  });
}

const isCount = (text: string): boolean => /^\d{1,3}$/.test(plain(text).text);
const RESULT_LABEL = /^(?:成果|活動|評価|アウトプット|アウトカム)?(?:指標|実績|目標)?名?$/;

function projectOf(
  grid: Grid,
  band: HeaderBand,
  group: Group,
  names: { readonly left: number; readonly right: number },
  labelColumn: number,
  caption: string | null,
): Project | null {
  const column = (role: MoneyHeader["role"]): MoneyHeader | undefined => band.columns.find((c) => c.role === role);
  const no = under(grid, group, column("no"));
  const cells = textsIn(grid, group.top, group.bottom, names.left, names.right).filter(
    (cell) => !isCount(cell.text) && !RING.test(cell.text.trim()),
  );
  const [nameCell] = cells;
  if (nameCell === undefined) return null;
  const remarks = under(grid, group, column("remarks"));
  const mainColumn = column("main");
  const main = under(grid, group, mainColumn);
  const status = under(grid, group, column("status"));
  return {
    row: group.top,
    bottom: group.bottom,
    no: no?.text.trim() ?? null,
    name: cells.map((cell) => printed(cell.text)).join(" "),
    nameCell: { row: nameCell.row, column: nameCell.column },
    main: mainColumn ? main !== null && RING.test(main.text.trim()) : null,
    status: status ? printed(status.text) : null,
    lines: group.rows.map((row) => lineOf(grid, band, row, caption)),
    results: resultsOf(grid, band, group, labelColumn),
    remarks: remarks && { row: remarks.row, column: remarks.column, text: remarks.text },
  };
}

/** 成果指標: rows of the project that are no money, with a name and figures of their own. */
function resultsOf(grid: Grid, band: HeaderBand, group: Group, labelColumn: number): ResultLine[] {
  const years = dated(band).filter((c) => c.column > labelColumn && c.year !== null);
  const firstYear = years[0]?.column ?? grid.area.right;
  const unitColumn = band.columns.find((c) => c.role === "unit");
  const right = Math.min(firstYear, unitColumn && unitColumn.column > labelColumn ? unitColumn.column : firstYear) - 1;
  const money = new Set(group.rows.map(({ cell }) => cell.row));
  const results: ResultLine[] = [];
  for (let row = group.top; row <= group.bottom; row++) {
    if (money.has(row)) continue;
    const own = grid.between(row, labelColumn, right).filter((cell) => !RESULT_LABEL.test(bare(cell.text)));
    const cell = own[own.length - 1];
    if (cell === undefined) continue;
    const unit = unitColumn ? (grid.first(row, unitColumn.column, unitColumn.right)?.text.trim() ?? null) : null;
    results.push({
      name: printed(cell.text),
      nameCell: { row, column: cell.column },
      row,
      unit,
      cells: figureCells(grid, row, years, unit),
    });
  }
  return results;
}
