/**
 * The sheet's own table of counts: grades across (S A B C D ― 計) with a row per group, or grades down with a column of
 * 件数 and 割合. Found by its grades and by what stands under them: figures or nothing.
 */
import { plain } from "../../kpi/characters";
import { gradeKey } from "../../kpi/rubric";
import type { Grid, GridCell } from "../grid";
import { overlaps } from "../address";
import { bare } from "./money-headers";
import type { Area } from "../types";

/** What a cell of the block is to hold. */
export interface CountCell {
  readonly row: number;
  readonly column: number;
  /** The label of the group as printed; null: everything. */
  readonly group: string | null;
  readonly groupCell: { readonly row: number; readonly column: number } | null;
  readonly what: { readonly kind: "grade"; readonly grade: string } | { readonly kind: "total" | "graded" | "met" };
  /** 件数 or 割合. */
  readonly as: "count" | "share";
}

export interface CountBlock {
  readonly area: Area;
  readonly cells: readonly CountCell[];
}

/** 「【達成状況：」 and the closing bracket around a grade. */
const LONGEST_AFFIX = 8;
const TOTAL = /^(?:計|合計|総計|総数|全体|指標数|KPI数|件数|指標の?数|数値目標数|KPI件数|項目数|施策数)$/;
const GRADED = /^(?:評価済み?|評価(?:対象|件)数?|判定済み?|評価した(?:KPI|指標)数?)$/;
const MET = /^(?:目標)?達成(?:割合|率|済み?の?割合)$/;
const COUNT = /^(?:件数|指標数|KPI数|個数|数|項目数|KPIの数|指標の数|該当数|評価数|計|合計)$/;
const SHARE = /^(?:割合|構成比|比率|構成割合|%|率)(?:\(?%\)?)?$/;
const ALL = /^(?:計|合計|総計|全体|総数|合計数|件数|指標数|KPI数|個数|全指標|全体計|KPI|指標)$/;

const word = (text: string): string => plain(bare(text)).text.replace(/\s+/g, "").toUpperCase();

/** Blocks outside `taken` (the KPI tables). `grades` are those of the rubric in use, best first. */
export function findCountBlocks(grid: Grid, grades: readonly string[], taken: readonly Area[]): CountBlock[] {
  const keys = new Map(grades.map((grade) => [gradeKey(grade), grade]));
  const least = Math.min(3, grades.length);
  const free = (cell: GridCell): boolean =>
    !taken.some(
      (area) =>
        cell.row >= area.top && cell.row <= area.bottom && cell.column >= area.left && cell.column <= area.right,
    );
  // Sentences are no grades, and forms are full of them.
  const longest = Math.max(...grades.map((grade) => grade.length)) + LONGEST_AFFIX;
  const gradeAt = (cell: GridCell): string | null =>
    cell.text.length <= longest && free(cell) ? (keys.get(gradeKey(cell.text)) ?? null) : null;
  const blocks = [...acrossBlocks(grid, gradeAt, least), ...downBlocks(grid, gradeAt, least)];
  return blocks.filter((block) => !taken.some((area) => overlaps(area, block.area)));
}

type GradeAt = (cell: GridCell) => string | null;

function acrossBlocks(grid: Grid, gradeAt: GradeAt, least: number): CountBlock[] {
  const blocks: CountBlock[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = grid.row(row);
    const heads = cells.filter((cell) => gradeAt(cell) !== null);
    if (heads.length < least || new Set(heads.map(gradeAt)).size !== heads.length) continue;
    const block = readAcross(grid, row, cells, heads, gradeAt);
    if (block) blocks.push(block);
  }
  return blocks;
}

/** A figure, 「3件」 or a dash for none; texts are something else. */
const isCount = (text: string): boolean =>
  /^(?:[\d,]+(?:\.\d+)?(?:件|個|項目)?%?|-|ー|―)$/.test(plain(text).text.replace(/\s+/g, ""));

function readAcross(
  grid: Grid,
  header: number,
  cells: readonly GridCell[],
  heads: readonly GridCell[],
  gradeAt: GradeAt,
): CountBlock | null {
  const first = (heads[0] as GridCell).column;
  const columns = cells.flatMap((cell, i): { cell: GridCell; right: number; what: CountCell["what"] }[] => {
    const what = whatOf(cell, gradeAt);
    if (what === null || (cell.column < first && what.kind === "grade")) return [];
    return [{ cell, right: (cells[i + 1]?.column ?? cell.column + 3) - 1, what }];
  });
  const found: CountCell[] = [];
  let bottom = header;
  for (let row = header + 1; row <= grid.area.bottom && row - header <= 200; row++) {
    const labels = grid.row(row).filter((cell) => cell.column < Math.min(first, ...columns.map((c) => c.cell.column)));
    const label = labels[labels.length - 1];
    const values = columns.map(({ cell, right }) => grid.first(row, cell.column, right));
    if (values.some((value) => value !== null && !isCount(value.text))) break;
    if (label === undefined || label.text.length > 60) {
      if (values.every((value) => value === null)) break;
      continue;
    }
    const text = word(label.text);
    const all = ALL.test(text) || SHARE.test(text);
    columns.forEach(({ cell, what }, i) => {
      found.push({
        row,
        column: values[i]?.column ?? cell.column,
        group: all ? null : label.text.trim(),
        groupCell: { row: label.row, column: label.column },
        what,
        as: SHARE.test(text) || what.kind === "met" ? "share" : "count",
      });
    });
    bottom = row;
  }
  if (found.length === 0) return null;
  const last = columns[columns.length - 1];
  return {
    area: { top: header, left: cells[0]?.column ?? first, bottom, right: last?.cell.column ?? first },
    cells: found,
  };
}

function whatOf(cell: GridCell, gradeAt: GradeAt): CountCell["what"] | null {
  const grade = gradeAt(cell);
  if (grade !== null) return { kind: "grade", grade };
  const text = word(cell.text);
  if (TOTAL.test(text)) return { kind: "total" };
  if (GRADED.test(text)) return { kind: "graded" };
  return MET.test(text) ? { kind: "met" } : null;
}

/** Grades below each other in one column, under a header that has 件数 or 割合 to the right. */
function downBlocks(grid: Grid, gradeAt: GradeAt, least: number): CountBlock[] {
  const blocks: CountBlock[] = [];
  const byColumn = new Map<number, GridCell[]>();
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    for (const cell of grid.row(row)) {
      if (gradeAt(cell) === null) continue;
      const list = byColumn.get(cell.column);
      const last = list?.[list.length - 1];
      const run = last !== undefined && cell.row - last.row <= 2;
      if (list && run) list.push(cell);
      else {
        if (list) pushDown(grid, list, gradeAt, least, blocks);
        byColumn.set(cell.column, [cell]);
      }
    }
  }
  for (const list of byColumn.values()) pushDown(grid, list, gradeAt, least, blocks);
  return blocks;
}

function pushDown(grid: Grid, list: readonly GridCell[], gradeAt: GradeAt, least: number, blocks: CountBlock[]): void {
  if (list.length < least || new Set(list.map(gradeAt)).size !== list.length) return;
  const [first] = list as readonly [GridCell, ...GridCell[]];
  const last = list[list.length - 1] as GridCell;
  const header = grid.row(first.row - 1).filter((cell) => cell.column > first.column);
  const heads = header.filter((cell) => COUNT.test(word(cell.text)) || SHARE.test(word(cell.text)));
  if (heads.length === 0) return;
  const below = grid.first(last.row + 1, first.column, first.column);
  const rows = [...list, ...(below !== null && TOTAL.test(word(below.text)) ? [below] : [])];
  const cells: CountCell[] = [];
  for (const head of heads) {
    const next = header.find((cell) => cell.column > head.column);
    for (const at of rows) {
      const value = grid.first(at.row, head.column, (next?.column ?? head.column + 3) - 1);
      if (value !== null && !isCount(value.text)) return;
      const grade = gradeAt(at);
      cells.push({
        row: at.row,
        column: value?.column ?? head.column,
        group: null,
        groupCell: { row: at.row, column: at.column },
        what: grade === null ? { kind: "total" } : { kind: "grade", grade },
        as: SHARE.test(word(head.text)) ? "share" : "count",
      });
    }
  }
  blocks.push({
    area: {
      top: first.row - 1,
      left: first.column,
      bottom: (rows[rows.length - 1] as GridCell).row,
      right: (heads[heads.length - 1] as GridCell).column,
    },
    cells,
  });
}
