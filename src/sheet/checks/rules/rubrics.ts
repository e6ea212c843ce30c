/** The rubric that is printed on the sheet: contradictions in it, and its wording from sheet to sheet. */
import { noteSentence } from "../../../kpi/explain";
import { lintRubric } from "../../../kpi/lint";
import { gradeKey } from "../../../kpi/rubric";
import type { RubricOnSheet } from "../../rubric-on-sheet";
import type { CheckContext, CheckedSheet } from "../context";
import type { Draft, Place, Rule } from "../rule";
import { oneLine, value } from "../wording";

function* printed({ sheets }: CheckContext): Iterable<{ sheet: CheckedSheet; on: RubricOnSheet }> {
  for (const sheet of sheets) {
    const [on] = sheet.rubrics();
    if (on?.result.rubric && sheet.rows.length > 0) yield { sheet, on };
  }
}

/** The cell of a grade's line inside the legend; its first cell where the line is not found. */
function placeOf(sheet: CheckedSheet, { area }: RubricOnSheet, grade: string): Place {
  for (let row = area.top; row <= area.bottom; row++) {
    for (const cell of sheet.grid.between(row, area.left, area.right)) {
      const mark = cell.text.trim();
      if (gradeKey(mark) === gradeKey(grade) || gradeKey(mark.slice(0, 1)) === gradeKey(grade)) {
        const text = sheet.grid.between(row, cell.column + 1, area.right)[0];
        return text && mark.length <= 3 ? text : cell;
      }
    }
  }
  return { row: area.top, column: area.left };
}

function* contradicts(context: CheckContext): Iterable<Draft> {
  for (const { sheet, on } of printed(context)) {
    const rubric = on.result.rubric;
    if (rubric === null) continue;
    const found = [...on.result.problems, ...lintRubric(rubric)].filter(({ severity }) => severity === "warning");
    const told = new Set<string>();
    for (const problem of found) {
      const sentence = noteSentence(problem, "ja");
      if (told.has(sentence)) continue;
      told.add(sentence);
      const { grade = "", other } = problem.values;
      yield {
        sheet,
        cells: [placeOf(sheet, on, grade)],
        others: other === undefined ? [] : [{ cells: [placeOf(sheet, on, other)] }],
        subject: `${sheet.name}/${problem.code}/${grade}`,
        values: [value("written", grade), ...(other === undefined ? [] : [value("there", other)])],
        message: `シートに書かれた評価基準に問題があります。${sentence}。`,
      };
    }
  }
}

const wording = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

function* wordingDiffers(context: CheckContext): Iterable<Draft> {
  const all = [...printed(context)];
  const [first, ...rest] = all;
  if (first === undefined) return;
  const known = new Map((first.on.result.rubric?.bands ?? []).map((band) => [gradeKey(band.grade), band] as const));
  for (const { sheet, on } of rest) {
    const bands = on.result.rubric?.bands ?? [];
    // Another set of grades is another rubric, chosen on purpose.
    if (bands.some(({ grade }) => !known.has(gradeKey(grade)))) continue;
    for (const band of bands) {
      const there = known.get(gradeKey(band.grade));
      if (!there || wording(there.description) === wording(band.description)) continue;
      yield {
        sheet,
        cells: [placeOf(sheet, on, band.grade)],
        others: [{ sheet: first.sheet, cells: [placeOf(first.sheet, first.on, band.grade)] }],
        subject: `${sheet.name}/${band.grade}`,
        values: [value("here", oneLine(band.description)), value("there", oneLine(there.description))],
        message: `評価基準「${band.grade}」の説明が「${oneLine(band.description)}」ですが、シート「${first.sheet.name}」では「${oneLine(there.description)}」です。`,
      };
    }
  }
}

export const RUBRIC_RULES: readonly Rule[] = [
  {
    id: "rubric-contradicts",
    family: "rubric",
    severity: "warning",
    title: { ja: "評価基準に重なりや隙間がある", en: "The printed rubric contradicts itself" },
    find: contradicts,
  },
  {
    id: "rubric-differs",
    family: "rubric",
    severity: "warning",
    title: { ja: "評価基準の説明がシートによって違う", en: "The rubric is worded differently on another sheet" },
    find: wordingDiffers,
  },
];
