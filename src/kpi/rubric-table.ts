/** A rubric written as a table on the sheet (評価 | 条件 | 説明 | 点数), and the same table from a rubric. */
import type { BandRow } from "./bands";
import { buildBands, isRate, rubricOfBands } from "./bands";
import { measureNamed, normalise } from "./condition";
import { parseDecimal, toNumber } from "./decimal";
import { note } from "./figures";
import { gradeKey } from "./rubric";
import type { Measure, Note, Rubric } from "./types";

/** What is wrong with a rubric, as a note: `noteSentence` makes the sentence. What it leaves open says `lintRubric`. */
export type RubricProblem = Note & { readonly severity: "error" | "warning" | "info" };

export interface RubricResult {
  /** Null where no band could be read. */
  readonly rubric: Rubric | null;
  readonly problems: readonly RubricProblem[];
}

type Column = "grade" | "condition" | "description" | "points";

const HEADERS: Readonly<Record<Column, RegExp>> = {
  grade: /^(評価|区分|評価区分|ランク|判定|達成状況|評語|grade)$/i,
  condition: /^(条件|基準|評価基準|判定基準|目安|内容|condition)$/i,
  description: /^(説明|備考|考え方|意味|description)$/i,
  points: /^(点数|点|ポイント|配点|points?)$/i,
};

const cellText = (cell: unknown): string =>
  cell === null || cell === undefined || cell === 0 ? "" : String(cell).trim();

function headerOf(row: readonly unknown[]): Partial<Record<Column, number>> | null {
  const found: Partial<Record<Column, number>> = {};
  row.forEach((cell, at) => {
    const text = normalise(cellText(cell));
    for (const column of Object.keys(HEADERS) as Column[])
      if (found[column] === undefined && HEADERS[column].test(text)) found[column] = at;
  });
  return found.grade !== undefined && found.condition !== undefined ? found : null;
}

function pointsOf(cell: unknown): number | null {
  const number = parseDecimal(normalise(cellText(cell)).replace(/点$/, ""));
  return number ? toNumber(number) : null;
}

/** From here on a bare percent is a share of the target (「80%以上」), below it a change (「10%以上」). */
const SHARE_OF_TARGET = /(?<![△▲+\d.]|(?<!\d)-)(?:[5-9]\d|1\d\d)(?:\.\d+)?%|[5-9]割/;

/** The rate that the bare percents of a table mean: the first that some line names, else what their size says. */
function tableRate(rows: readonly BandRow[]): Measure {
  for (const row of rows) {
    const named = measureNamed(normalise(row.condition)) ?? measureNamed(normalise(row.description));
    if (named && isRate(named)) return named;
  }
  return rows.some((row) => SHARE_OF_TARGET.test(normalise(row.condition))) ? "attainmentRate" : "changeRate";
}

/** Lines that were taken apart into grade and condition become a rubric. */
export function rubricFromRows(rows: readonly BandRow[], name: string, rate: Measure = tableRate(rows)): RubricResult {
  const result = buildBands(rows, rate);
  const { bands, unread, closed } = result;
  const problems: RubricProblem[] = [
    ...unread.map((row) => ({
      ...note("conditionUnread", { grade: row.grade, text: row.condition }),
      severity: "error" as const,
    })),
    ...closed.map((grade) => ({ ...note("gapClosed", { grade }), severity: "info" as const })),
  ];
  if (bands.length === 0) {
    if (unread.length === 0) problems.push({ ...note("rubricEmpty"), severity: "error" });
    return { rubric: null, problems };
  }
  return { rubric: { ...rubricOfBands(result), id: "table", name, source: name }, problems };
}

/**
 * Reads a rubric table: a header row (評価, 条件, 説明, 点数 in any order) or, without one, the columns in this order.
 * Rows without a grade or a condition are skipped. A condition that says nothing measurable is a problem of severity error.
 */
export function rubricFromTable(rows: readonly (readonly unknown[])[], name = "評価基準表"): RubricResult {
  const at = rows.findIndex((row) => headerOf(row) !== null);
  const columns = at >= 0 ? (headerOf(rows[at] ?? []) ?? {}) : { grade: 0, condition: 1, description: 2, points: 3 };
  const lines = rows.slice(at + 1).map((row): BandRow => {
    const cell = (column: Column): unknown => row[columns[column] ?? -1];
    return {
      // "0" is a grade like any other; elsewhere a number 0 is a blank cell.
      grade: gradeKey(cell("grade") === 0 ? "0" : cellText(cell("grade"))),
      condition: cellText(cell("condition")),
      description: cellText(cell("description")),
      points: pointsOf(cell("points")),
    };
  });
  return rubricFromRows(
    lines.filter((line) => line.grade !== "" && line.condition !== ""),
    name,
  );
}

/** A rubric as the table that `rubricFromTable` reads. */
export function tableOf(rubric: Rubric): (string | number)[][] {
  return [
    ["評価", "条件", "説明", "点数"],
    ...rubric.bands.map((b) => [b.grade, b.condition, b.description, b.points ?? ""]),
  ];
}
