/** Grades and figures in the text against those in the table. */
import { absolute, compare, multiply, decimal, subtract, toText } from "../../../kpi/decimal";
import { gradeKey, gradeOf } from "../../../kpi/rubric";
import type { Decimal } from "../../../kpi/types";
import type { CellReading } from "../../types";
import { claimsOf, type Claim } from "../claims";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { ruleOf, type Draft, type Rule } from "../rule";
import { mayBe } from "./grades";
import { indicatorTexts, rowOfLine, SUBJECT, type IndicatorText } from "../texts";
import { fiscalYear, nameOf, shown, value } from "../wording";

function* gradeDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const line of sheet.narrative()) {
      const row = rowOfLine(sheet, line);
      if (row === null || line.grade.text.trim() === "") continue;
      const { indicator, grading, rubric } = row;
      const own = gradeOf(rubric, line.grade.text);
      const cell = indicator.existingGrade ?? "";
      const inCell = cell === "" ? null : gradeOf(rubric, cell);
      // The grade that is written in the table counts; where none is, the one that its figures give.
      const due = inCell ?? (cell === "" && row.assessed.rubricFrom !== "default" ? grading.grade : null);
      if (own === null || due === null || due === "" || gradeKey(own) === gradeKey(due)) continue;
      if (inCell === null && mayBe(row, own)) continue;
      yield {
        sheet,
        cells: [line],
        others: [{ cells: inCell === null ? [indicator.actual.cell] : [indicator.gradeCell] }],
        subject: indicator.key,
        values: [value("text", line.grade.text), value(inCell === null ? "computed" : "table", due)],
        message: `${nameOf(indicator)}の検証の文章では達成状況が「${line.grade.text}」ですが、${inCell === null ? `実績値${shown(row, indicator.actual)}から計算すると` : "評価欄では"}「${due}」です。`,
      };
    }
  }
}

/** 「（評価Ｂ）」「Ａ評価となった」「「遅れ」とした」 behind what the sentence says of an indicator. */
const IN_TEXT: readonly RegExp[] = [
  /[(（](?:評価|判定|区分|達成状況)(?:は|:)?[「『]?(?<grade>[^()（）「」『』\s]{1,8})[」』]?[)）]/u,
  /[「『](?<grade>[^「」『』]{1,10})[」』]と(?:した|判断|評価|判定|なった)/u,
  /(?<=[、はも])(?<grade>[^\s、。「」はも]{1,2})評価(?:と(?:した|なった|なる)|である|であった)/u,
];

function* gradeInText(context: CheckContext): Iterable<Draft> {
  for (const sheet of context.sheets) {
    for (const { row, place, sentence } of indicatorTexts(sheet, context)) {
      const { indicator, rubric } = row;
      const inCell = gradeOf(rubric, indicator.existingGrade ?? "");
      const said = IN_TEXT.map((pattern) => pattern.exec(sentence)?.groups?.grade).find((one) => one !== undefined);
      const own = said === undefined ? null : gradeOf(rubric, said);
      if (said === undefined || own === null || inCell === null || gradeKey(own) === gradeKey(inCell)) continue;
      yield {
        sheet,
        cells: [place],
        others: [{ sheet: row.sheet, cells: [indicator.gradeCell] }],
        subject: indicator.key,
        values: [value("text", said), value("table", inCell)],
        message: `${nameOf(indicator)}について文章では評価が「${said}」ですが、評価欄では「${inCell}」です。`,
      };
    }
  }
}

interface Expected {
  /** Readings that the figure may be. */
  readonly at: readonly CellReading[];
  readonly name: string;
}

function expectedFor(row: CheckedRow, { of }: Claim): Expected | null {
  const { indicator, sheet } = row;
  const { baseline, actual, actuals, targets } = indicator;
  const year = indicator.actualYear ?? sheet.year;
  const ofYear = (wanted: number): Expected | null => {
    const found = actuals.filter((one) => one.year === wanted);
    if (found.length > 0) return { at: found, name: `${fiscalYear(wanted)}の実績値` };
    return indicator.baselineYear === wanted ? { at: [baseline], name: "基準値" } : null;
  };
  switch (of.kind) {
    case "year":
      return ofYear(of.year);
    case "actual":
      return { at: [actual], name: year === null ? "実績値" : `${fiscalYear(year)}の実績値` };
    case "previous":
      return year === null ? null : ofYear(year - 1);
    case "baseline":
      return { at: [baseline], name: "基準値" };
    case "target":
      return { at: targets, name: "目標値" };
    case "from":
      return { at: [baseline, ...actuals], name: "基準値またはこれまでの実績値" };
  }
}

const figures = (at: CellReading): Decimal[] =>
  at.reading.kind === "quantity"
    ? at.reading.parts.flatMap((part) => (part.cumulative === null ? [part.value] : [part.value, part.cumulative]))
    : at.reading.kind === "range"
      ? [at.reading.low.value, at.reading.high.value]
      : [];

const HUNDREDTH = decimal("0.01");

/** Is the figure of the text this one: exactly, as it would be rounded, or as its size where the text says 減少. */
function isThis(claim: Claim, figure: Decimal): boolean {
  const gap = absolute(subtract(claim.value, figure));
  if (compare(gap, decimal(0)) === 0 || compare(absolute(claim.value), absolute(figure)) === 0) return true;
  if (claim.step !== null) return compare(gap, claim.step) < 0;
  // 「約」 is often left out where a decimal is: 84.6% in the table, 85% in the text.
  const places = (d: Decimal): number => (toText(d).split(".")[1] ?? "").length;
  return places(claim.value) < places(figure) && compare(gap, multiply(absolute(figure), HUNDREDTH)) <= 0;
}

/** Figures of projects and other rows: what the text may speak of as well. */
const elsewhere = (sheet: CheckedSheet): Decimal[] =>
  sheet
    .projects()
    .flatMap(({ projects }) => projects)
    .flatMap(({ results }) =>
      results.flatMap(({ cells }) => cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]))),
    );

/** Within a fifth of each other, or the same digits in another order: a slip, not another quantity. */
function isNear(claim: Decimal, actual: Decimal): boolean {
  const gap = absolute(subtract(claim, actual));
  if (compare(gap, multiply(absolute(actual), decimal("0.3"))) <= 0) return true;
  const sorted = (d: Decimal): string => [...toText(absolute(d)).replace(/[.]|^0+|0+$/g, "")].sort().join("");
  return sorted(claim) === sorted(actual);
}

/** The part of a sentence that tells of plans. */
const PLANNED = /見込|予定|目指|想定|計画し|推計|めざ/u;

/** Claims of a text; where no figure has the unit of the indicator, bare figures behind its name. */
function claimsIn({ row, subject }: IndicatorText): Claim[] {
  const { unit } = row.indicator;
  const own = unit === null ? [] : claimsOf(subject, unit);
  return own.length > 0 || !subject.includes(SUBJECT) ? own : claimsOf(subject, null);
}

function* figureDiffers(context: CheckContext): Iterable<Draft> {
  for (const sheet of context.sheets) {
    const told = new Set<string>();
    for (const text of indicatorTexts(sheet, context)) {
      const { row, place, own, sentence } = text;
      for (const claim of PLANNED.test(sentence) ? [] : claimsIn(text)) {
        const expected = expectedFor(row, claim);
        const known = expected?.at.filter((at) => figures(at).length > 0) ?? [];
        if (
          expected === null ||
          known.length === 0 ||
          known.some((at) => figures(at).some((one) => isThis(claim, one)))
        )
          continue;
        const [at] = known as [CellReading, ...CellReading[]];
        const near = figures(at).some((one) => isNear(claim.value, one));
        // A sentence may speak of a part, or of another thing counted in the same unit.
        const tied = claim.of.kind !== "from" && (claim.of.kind !== "actual" || near) && (own || near);
        if (!tied || (!near && elsewhere(row.sheet).some((one) => isThis(claim, one)))) continue;
        const id = `${place.row}:${place.column}:${claim.text}`;
        if (told.has(id)) continue;
        told.add(id);
        yield {
          sheet,
          cells: [place],
          others: [{ sheet: row.sheet, cells: [at.cell] }],
          subject: row.indicator.key,
          values: [value("text", claim.text), value("table", shown(row, at))],
          message: `${nameOf(row.indicator)}について文章に「${claim.text}」とありますが、表の${expected.name}は${shown(row, at)}です。`,
          severity: near ? "error" : "warning",
        };
      }
    }
  }
}

const rule = ruleOf("text");

export const TEXT_RULES: readonly Rule[] = [
  rule(
    "narrative-grade-differs",
    "error",
    "文章の達成状況が表と違う",
    "The grade in the text differs from the table",
    function* (context) {
      yield* gradeDiffers(context);
      yield* gradeInText(context);
    },
  ),
  rule(
    "narrative-figure-differs",
    "error",
    "文章の数値が表と違う",
    "A figure in the text differs from the table",
    figureDiffers,
  ),
];
