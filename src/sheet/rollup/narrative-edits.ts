/** Grades and drafts into the text that is there: a line's grade is filled in, its words stay as they are. */
import { plain } from "../../kpi/characters";
import { gradeKey } from "../../kpi/rubric";
import type { Grid } from "../grid";
import type { AssessedSheet, GradedIndicator } from "../types";
import { draftSentence } from "./draft";
import type { Wanted } from "./edits";
import type { NarrativeLine } from "./narrative";

export interface NarrativeChoices {
  /** Grades that a person wrote and that differ are changed, too. */
  readonly overwrite: boolean;
  /** A first sentence where nothing is written yet. */
  readonly drafts: boolean;
}

export interface NarrativeMatch {
  readonly line: NarrativeLine;
  readonly row: GradedIndicator;
}

const digits = (text: string): string => /\d+(?:-\d+)?/.exec(plain(text).text)?.[0]?.replace(/^0+(?=\d)/, "") ?? "";
const compact = (text: string): string => plain(text).text.replace(/\s+/g, "");

/** Which KPI each line speaks of: by its number, by its name, or the one 数値目標 without a number. Unsure lines are left out. */
export function matchNarrative(sheet: AssessedSheet, lines: readonly NarrativeLine[]): NarrativeMatch[] {
  const rows = sheet.tables.flatMap(({ graded }) => graded);
  return lines.flatMap((line) => {
    const row = rowOf(line, rows);
    return row === null ? [] : [{ line, row }];
  });
}

function rowOf(line: NarrativeLine, rows: readonly GradedIndicator[]): GradedIndicator | null {
  const only = (found: readonly GradedIndicator[]): GradedIndicator | null =>
    found.length === 1 ? (found[0] ?? null) : null;
  const { no } = line;
  if (no !== null)
    return only(rows.filter(({ indicator }) => indicator.no !== null && digits(indicator.no) === digits(no)));
  const label = compact(line.label);
  if (label.length >= 3) {
    const named = only(
      rows.filter(
        ({ indicator }) => compact(indicator.name).includes(label) || label.includes(compact(indicator.name)),
      ),
    );
    if (named) return named;
  }
  if (!/数値目標|目標指標|KGI/.test(`${label}${compact(line.beside ?? "")}`)) return null;
  return only(rows.filter(({ indicator }) => indicator.no === null || /数値目標|KGI/.test(compact(indicator.no))));
}

/** Full-width where the sheet writes its grades so, or where it has none yet to follow. */
function printedGrade(grade: string, lines: readonly NarrativeLine[]): string {
  const half = lines.some(({ grade: { text } }) => /^[A-Z]/.test(text));
  return half || !/^[A-Z]$/.test(grade) ? grade : String.fromCharCode(grade.charCodeAt(0) + 0xfee0);
}

/** One wanted text per cell; the words that a person wrote are carried over unchanged. */
export function wantedNarrative(
  matches: readonly NarrativeMatch[],
  lines: readonly NarrativeLine[],
  choices: NarrativeChoices,
): { readonly fill: readonly Wanted[]; readonly kept: readonly Wanted[] } {
  const fill = new Map<string, { line: NarrativeLine; text: string; why: string[] }>();
  const kept: Wanted[] = [];
  // From the end of each cell to its beginning, so that the places before stay where they are.
  for (const { line, row } of [...matches].reverse()) {
    const grade = row.grading.grade;
    if (line.formula || grade === "") continue;
    const key = `${line.row}:${line.column}`;
    const now = fill.get(key)?.text ?? line.text;
    const reasons: string[] = [];
    let text = now;
    if (choices.drafts && line.body.trim() === "") {
      const draft = draftSentence(row);
      if (draft !== "") {
        const end = line.text.slice(0, line.end).trimEnd().length;
        text = `${text.slice(0, end)}${draft}${text.slice(end)}`;
        reasons.push("空いている理由に下書きを入れます。");
      }
    }
    if (gradeKey(line.grade.text) !== gradeKey(grade)) {
      const filled = `${text.slice(0, line.grade.start)}${printedGrade(grade, lines)}${text.slice(line.grade.end)}`;
      const blank = line.grade.text.trim() === "";
      const why = blank
        ? `「${row.indicator.name}」の評価${grade}を入れます。`
        : `文中の評価は${line.grade.text}、計算では${grade}です。`;
      if (blank || choices.overwrite) {
        text = filled;
        reasons.push(why);
      } else kept.push(wanted(line, filled, why));
    }
    if (reasons.length === 0) continue;
    fill.set(key, { line, text, why: [...reasons, ...(fill.get(key)?.why ?? [])] });
  }
  return { fill: [...fill.values()].reverse().map(({ line, text, why }) => wanted(line, text, why.join(""))), kept };
}

const wanted = (line: NarrativeLine, value: string, why: string): Wanted => ({
  row: line.row,
  column: line.column,
  value,
  figure: null,
  why,
  anchor: null,
});

/** Drafts for empty cells of the column 備考・理由 of KPI tables. */
export function wantedRemarks(grid: Grid, sheet: AssessedSheet): readonly Wanted[] {
  return sheet.tables.flatMap(({ table, graded }) => {
    const column = table.columns.remarks;
    if (column === null || !isForReasons(table.headers.find((h) => h.column === column)?.text ?? "")) return [];
    return graded.flatMap((row): Wanted[] => {
      const { remarks, name } = row.indicator.places;
      if (remarks === null || grid.text(remarks.row, remarks.column) !== "") return [];
      const draft = row.grading.grade === "" ? "" : draftSentence(row);
      if (draft === "") return [];
      return [
        {
          row: remarks.row,
          column: remarks.column,
          value: draft,
          figure: null,
          why: "空欄の備考・理由に下書きを入れます。",
          anchor: name,
        },
      ];
    });
  });
}

/** A column for remarks, reasons or analysis; not one for sources or dates. */
const isForReasons = (header: string): boolean =>
  /備考|理由|要因|分析|コメント|説明|状況|課題|所見|評価の?根拠/.test(plain(header).text) &&
  !/出典|資料|公表|調査/.test(header);
