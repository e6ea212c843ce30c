/**
 * The verification text: lines that name a KPI and its grade, 「KPI 9【達成状況：Ｓ】…」, and every other paragraph of the sheet.
 * Where the grade stands inside the text is part of the result, so that it can be filled in without touching the rest.
 */
import { plain } from "../../kpi/characters";
import type { Grid, GridCell } from "../grid";
import type { SheetSnapshot } from "../types";
import { gridOf } from "./project-cells";

export interface GradeMention {
  /** As printed between the brackets, 「Ｓ」; "" where it is left open. */
  readonly text: string;
  /** Where it stands in the cell's text. */
  readonly start: number;
  readonly end: number;
}

export interface NarrativeLine {
  readonly row: number;
  readonly column: number;
  /** The whole text of the cell. */
  readonly text: string;
  /** Where this line begins and ends in the cell: one cell may hold several. */
  readonly start: number;
  readonly end: number;
  readonly grade: GradeMention;
  /** Number of the KPI that it names, 「9」; null for the 数値目標 or where none is named. */
  readonly no: string | null;
  /** Text before the grade, 「KPI 9」. */
  readonly label: string;
  /** The label in a cell of its own to the left, 「数値目標」; null where there is none. */
  readonly beside: string | null;
  /** Text after the grade. */
  readonly body: string;
  /** A formula makes the text: nothing can be filled in. */
  readonly formula: boolean;
}

/** 「【達成状況：Ａ】」 in the spellings of forms; the bracket may be doubled, the grade missing. */
const MENTION =
  /[【[［〔(（](?:KPIの?|ＫＰＩの?|数値目標の?)?(?:達成状況|評価結果|評価|達成度|判定|進捗評価|区分)[\s　]*[：:=＝][\s　]*(?<grade>[^】\]］〕)）]{0,6}?)[\s　]*[】\]］〕)）]/gu;
const NUMBER = /(?:KPI|指標|数値目標|目標|No\.?)?[\s:.・]*(?<no>\d{1,3}(?:-\d{1,2})?)\s*$/iu;

/** Every line with a grade in it, in the order of the sheet. */
export function findNarrative(sheet: SheetSnapshot | Grid): NarrativeLine[] {
  const grid = gridOf(sheet);
  const lines: NarrativeLine[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    for (const cell of grid.row(row)) lines.push(...linesOf(grid, cell));
  }
  return lines;
}

function linesOf(grid: Grid, cell: GridCell): NarrativeLine[] {
  if (!/[：:=＝]/.test(cell.text)) return [];
  const { value, formula } = grid.facts(cell.row, cell.column);
  const text = typeof value === "string" ? value : cell.text;
  const matches = [...text.matchAll(MENTION)];
  const left = grid.between(cell.row, grid.area.left, cell.column - 1);
  const beside = left[left.length - 1]?.text.trim() ?? null;
  // A line begins with the label before its mention: behind the last line break or sentence.
  const starts = matches.map((m, i) => {
    const previous = matches[i - 1];
    const from = previous ? previous.index + previous[0].length : 0;
    const between = text.slice(from, m.index);
    const cut = Math.max(between.lastIndexOf("\n"), between.lastIndexOf("。"));
    return previous ? from + cut + 1 : cut >= 0 && between.slice(cut + 1).trim() !== "" ? from + cut + 1 : from;
  });
  return matches.map((m, i) => {
    const start = starts[i] as number;
    const end = starts[i + 1] ?? text.length;
    const grade = m.groups?.grade ?? "";
    const gradeStart = m.index + m[0].search(/[：:=＝]/) + 1;
    const from = grade === "" ? gradeStart : text.indexOf(grade, gradeStart);
    const label = text.slice(start, m.index).trim();
    return {
      row: cell.row,
      column: cell.column,
      text,
      start,
      end,
      // An open grade is all that stands between the colon and the bracket.
      grade: { text: grade, start: from, end: grade === "" ? m.index + m[0].length - 1 : from + grade.length },
      no: NUMBER.exec(plain(label).text)?.groups?.no ?? null,
      label,
      beside,
      body: text.slice(m.index + m[0].length, end).replace(/^[】\]］〕)）]/u, ""),
      formula: typeof formula === "string" && formula.startsWith("=") && formula !== text,
    };
  });
}

export interface Paragraph {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** 「①」「㉟」「・」 before the text; null where there is none. */
  readonly mark: string | null;
}

const MARK = /^[\s　]*(?<mark>[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF\u24EA\u2776-\u277F]|[・●○■□◆▪※-])/u;
const SENTENCE = /[。．]|(?:ます|である|した|する|ない|たい|こと|ため)[。\s]*$/;
const SHORTEST = 15;

/** Texts that are sentences, in the order of the sheet: 現状と課題, 方針, opinions, remarks. */
export function findParagraphs(sheet: SheetSnapshot | Grid): Paragraph[] {
  const grid = gridOf(sheet);
  const found: Paragraph[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    for (const cell of grid.row(row)) {
      if (cell.text.length < SHORTEST || !SENTENCE.test(cell.text)) continue;
      found.push({ row, column: cell.column, text: cell.text, mark: MARK.exec(cell.text)?.groups?.mark ?? null });
    }
  }
  return found;
}
