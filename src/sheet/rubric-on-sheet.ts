/**
 * The rubric printed on a sheet: a legend (「S 目標値を達成（見込み）」 …, one cell per line, letter and text in cells of their
 * own, or all lines in one cell) or a table 評価 | 条件 | 説明.
 */
import { entriesOnLine, rubricFromLegend, withTargetNamed } from "../kpi/legend";
import { rubricFromTable, type RubricResult } from "../kpi/rubric-table";
import { gradeKey } from "../kpi/rubric";
import { readHeader } from "./header-text";
import type { Grid, GridCell } from "./grid";
import type { Area } from "./types";

export interface RubricOnSheet {
  readonly from: "legend" | "table";
  readonly result: RubricResult;
  /** Its cells: no part of any KPI table, and for a table the range that a formula can point at. */
  readonly area: Area;
}

const MARK = /^[\s（(【「]*(?:[A-ZＡ-Ｚa-eａ-ｅ][+＋]?|[◎○〇●△▲×✕☆]|★+|[①-⑨]|[1-9１-９]|[-‐–—―−－ー])[\s）)】」]*$/;
const ENTRY =
  /^[\s・※（(【「]*(?:評価)?(?:[A-ZＡ-Ｚa-eａ-ｅ][+＋]?|[◎○〇●△×✕☆]|★+|[①-⑨]|[-‐–—―−－])[\s）)】」]*(?:[\s:：=＝…→]|(?=[\u4E00-\u9FFF（(]))/;
/** A text that explains a grade: it measures something. */
const EXPLAINS =
  /達成|上昇|下落|上回|下回|同水準|同値|未満|以上|超|以下|未達|評価不能|評価でき|実績値?が?(?:無|な)|実績なし|順調|遅れ|改善|悪化|[%％]/;
const GRADE_HEADER = /^(?:評価|区分|評価区分|ランク|判定|達成状況|評語)$/;
const CONDITION_HEADER = /^(?:条件|基準|評価基準|判定基準|目安|内容|達成率|進捗率)$/;
const CAPTION =
  /凡例|評価基準|判定基準|評価区分|達成状況の評価|達成状況の?区分|評価の(?:目安|考え方|見方|基準)|達成度の?区分/;
const GAP = 3;

const squeeze = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** Every rubric printed on the sheet that can be measured, tables first, then legends from top to bottom. */
export const findRubricsOnSheet = (grid: Grid): readonly RubricOnSheet[] => rubricsPrinted(grid).usable;

export interface RubricsPrinted {
  readonly usable: readonly RubricOnSheet[];
  /** Legends that explain their grades in words only: 「◎ 順調　○ 概ね順調」. Nothing can be graded by them. */
  readonly wordsOnly: readonly Area[];
}

/** Every rubric printed on the sheet, tables first, then legends from top to bottom. */
export function rubricsPrinted(grid: Grid): RubricsPrinted {
  const tables = findTablesOfBands(grid);
  const taken = tables.map((t) => t.area);
  const legends = [...inOneCell(grid), ...inRows(grid, taken), ...inColumns(grid)];
  return {
    usable: [...tables, ...legends.filter(({ result }) => result.rubric !== null)],
    wordsOnly: legends.filter(isWordsOnly).map(({ area }) => area),
  };
}

/** No rubric, but two grades and more whose texts say nothing that could be measured. */
function isWordsOnly({ result }: RubricOnSheet): boolean {
  const unread = result.problems.filter(({ code }) => code === "conditionUnread");
  return result.rubric === null && new Set(unread.map(({ values }) => values.grade)).size >= 2;
}

function findTablesOfBands(grid: Grid): RubricOnSheet[] {
  const found: RubricOnSheet[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = grid.row(row);
    cells.forEach((cell, i) => {
      const next = cells[i + 1];
      if (!next || !GRADE_HEADER.test(squeeze(cell.text)) || !CONDITION_HEADER.test(squeeze(next.text))) return;
      const right = cells[i + 2];
      const description = right && /^(?:説明|備考|考え方|意味|点数|点)$/.test(squeeze(right.text)) ? right : null;
      const points =
        description && cells[i + 3] && /^(?:点数|点|ポイント|配点)$/.test(squeeze((cells[i + 3] as GridCell).text))
          ? cells[i + 3]
          : null;
      const columns = [cell, next, description, points]
        .filter((c): c is GridCell => c !== null && c !== undefined)
        .map((c) => c.column);
      let bottom = row;
      while (bottom < grid.area.bottom && isBand(grid, bottom + 1, columns)) bottom++;
      if (bottom - row < 2) return;
      const rows = [["評価", "条件", "説明", "点数"].slice(0, columns.length)];
      for (let r = row + 1; r <= bottom; r++) rows.push(columns.map((c) => grid.text(r, c)));
      const result = asPrinted(
        rubricFromTable(rows),
        rows.slice(1).map((line) => line[0] ?? ""),
      );
      if (result.rubric) {
        found.push({
          from: "table",
          result,
          area: { top: row, left: cell.column, bottom, right: columns[columns.length - 1] as number },
        });
      }
    });
  }
  return found;
}

/** Grades in the letters of the sheet: 「ａ」 stays 「ａ」. */
function asPrinted(result: RubricResult, marks: readonly string[]): RubricResult {
  if (result.rubric === null) return result;
  const own = (grade: string): string =>
    marks.map((m) => m.trim()).find((m) => /^[Ａ-Ｚａ-ｚ]/.test(m) && gradeKey(m) === grade) ?? grade;
  const { rubric } = result;
  const bands = rubric.bands.map((band) => ({ ...band, grade: own(band.grade) }));
  return { ...result, rubric: withTargetNamed({ ...rubric, bands, noActualGrade: own(rubric.noActualGrade) }) };
}

function isBand(grid: Grid, row: number, columns: readonly number[]): boolean {
  const grade = grid.text(row, columns[0] as number).trim();
  const condition = grid.text(row, columns[1] as number).trim();
  // Another table begins.
  if (grid.row(row).filter((cell) => (readHeader(cell.text)?.role ?? null) !== null).length >= 2) return false;
  return grade !== "" && grade.length <= 8 && condition !== "" && condition.length <= 40;
}

const legend = (lines: readonly string[], area: Area): RubricOnSheet => ({
  from: "legend",
  result: rubricFromLegend(lines),
  area,
});

/** All entries in one cell, separated by line breaks. */
function inOneCell(grid: Grid): RubricOnSheet[] {
  const found: RubricOnSheet[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    for (const cell of grid.row(row)) {
      if (cell.text.length < 12 || cell.text.length > 1000 || !/[\r\n]|凡例|[:：=＝…]/.test(cell.text)) continue;
      const lines = cell.text.split(/[\r\n]+/);
      const entries = lines.filter((line) => ENTRY.test(line) && EXPLAINS.test(line));
      if (entries.length < 2 && !(lines.length <= 2 && (CAPTION.test(cell.text) || isOnOneLine(cell.text)))) continue;
      found.push(legend(lines, { top: row, left: cell.column, bottom: row, right: cell.column }));
    }
  }
  return found;
}

/** 「A…進捗率100％以上　B…50％以上　…」, 「達成：目標値以上　未達成：目標値未満」: nothing but short entries. */
function isOnOneLine(text: string): boolean {
  const entries = entriesOnLine(text).filter((one) => EXPLAINS.test(one));
  const named = entries.filter((one) => /^[^\s:：=＝…]{1,6}\s*[:：=＝…]/u.test(one));
  return named.length >= 2 && named.length === entries.length && named.every((one) => one.length <= 40);
}

interface Entry {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly line: string;
}

/** One entry per row: 「S」 | 「目標値を達成」, or both in one cell. */
function inRows(grid: Grid, taken: readonly Area[]): RubricOnSheet[] {
  const entries: Entry[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    if (taken.some((area) => row >= area.top && row <= area.bottom)) continue;
    const cells = grid.row(row);
    cells.forEach((cell, i) => {
      const next = cells[i + 1];
      if (MARK.test(cell.text) && next && next.text.length <= 80 && EXPLAINS.test(next.text)) {
        entries.push({ row, left: cell.column, right: next.column, line: `${cell.text.trim()} ${next.text}` });
      } else if (
        cell.text.length <= 90 &&
        !/[\r\n]/.test(cell.text) &&
        ENTRY.test(cell.text) &&
        EXPLAINS.test(cell.text)
      ) {
        entries.push({ row, left: cell.column, right: cell.column, line: cell.text });
      }
    });
  }
  return runs(entries).flatMap((run) => {
    const area = {
      top: (run[0] as Entry).row,
      left: Math.min(...run.map((e) => e.left)),
      bottom: (run[run.length - 1] as Entry).row,
      right: Math.max(...run.map((e) => e.right)),
    };
    if (run.length < 3 || isReport(run)) return [];
    const lines = run.map((e) => e.line);
    return [legend(lines, withCaption(grid, area))];
  });
}

/** 「A」 beside 「令和3年度は…前年度を上回った」: grades of a table and their remarks. A legend names each grade once and no year. */
function isReport(run: readonly Entry[]): boolean {
  const marks = new Set(run.map(({ line }) => gradeKey(line.trim().slice(0, 1))));
  const dated = run.filter(({ line }) => /(?:令和|平成)\s*[\d元０-９]+\s*年/u.test(line));
  return marks.size * 2 <= run.length || dated.length * 2 > run.length;
}

/** Entries below each other in the same columns. */
function runs(entries: readonly Entry[]): Entry[][] {
  const open: Entry[][] = [];
  for (const entry of entries) {
    const run = open.find((r) => {
      const last = r[r.length - 1] as Entry;
      return last.left === entry.left && entry.row > last.row && entry.row - last.row <= GAP;
    });
    if (run) run.push(entry);
    else open.push([entry]);
  }
  return open;
}

/** Entries side by side in one row: 「S」 | 「目標達成」 | 「A」 | 「10%以上上昇」. */
function inColumns(grid: Grid): RubricOnSheet[] {
  const found: RubricOnSheet[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = grid.row(row);
    const lines: string[] = [];
    const columns: number[] = [];
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as GridCell;
      const next = cells[i + 1];
      if (MARK.test(cell.text) && next && next.text.length <= 80 && EXPLAINS.test(next.text)) {
        lines.push(`${cell.text.trim()} ${next.text}`);
        columns.push(cell.column, next.column);
        i++;
      } else if (cell.text.length <= 60 && ENTRY.test(cell.text) && EXPLAINS.test(cell.text)) {
        lines.push(cell.text);
        columns.push(cell.column);
      }
    }
    if (lines.length < 3) continue;
    found.push(legend(lines, { top: row, left: Math.min(...columns), bottom: row, right: Math.max(...columns) }));
  }
  return found;
}

/** The caption over a legend (「達成状況の評価」) would pass for a column of grades. */
function withCaption(grid: Grid, area: Area): Area {
  for (let row = area.top - 1; row >= Math.max(grid.area.top, area.top - 2); row--) {
    const caption = grid.between(row, area.left, area.right).find((cell) => CAPTION.test(squeeze(cell.text)));
    if (caption) return { ...area, top: row };
  }
  return area;
}
