/** 評価 against the figures of its own row. */
import { grade } from "../../../kpi/grade";
import { gradeKey, gradeOf, marksOf, rankOf } from "../../../kpi/rubric";
import type { Direction, Reading } from "../../../kpi/types";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { dueGrading, yearOfGrades } from "../fits";
import { spelledLike } from "../../marks";
import type { CellRef } from "../../types";
import { setCell, type Draft, type Rule } from "../rule";
import { fiscalYear, nameOf, reasonOf, shown, value } from "../wording";

const DIRECTIONS: readonly Direction[] = ["up", "down", "keepUp", "keepDown"];

/** What the rubric of the row rests on: nobody stated that this one holds where it is the default. */
const isStated = ({ assessed }: CheckedRow): boolean => assessed.rubricFrom !== "default";
const isFigure = (reading: Reading): boolean => reading.kind === "quantity" || reading.kind === "range";
const isNone = (reading: Reading): boolean => reading.kind === "missing";

interface Graded {
  readonly row: CheckedRow;
  /** The grade of the rubric that stands in the cell. */
  readonly written: string;
}

/** Rows whose grade cell holds a grade of the rubric and is not kept by a person with a reason. */
function* written({ rows, settings }: CheckContext): Iterable<Graded> {
  for (const row of rows) {
    const { indicator, rubric, sheet } = row;
    const text = indicator.existingGrade;
    // Grades of another year than the title's are one finding at the title.
    if (yearOfGrades(sheet) !== null) continue;
    if (text === null || text === "" || settings.kept[indicator.key]?.grade === text) continue;
    const own = gradeOf(rubric, text);
    if (own !== null) yield { row, written: own };
  }
}

/** A grade that no rate forces: the city's rubric says nothing about a missing or zero baseline or an open direction. */
function isOpen(row: CheckedRow, own: string): boolean {
  const { grading, indicator } = row;
  const codes = [...grading.assumptions, ...grading.warnings].map(({ code }) => code);
  if (codes.some((code) => OPEN_CASES.includes(code))) return true;
  if (!grading.direction.needsConfirmation && grading.direction.from !== "comparison") return false;
  const sure = indicator.statedDirection !== null;
  return !sure && mayBe(row, own);
}

/** While the direction is open, every grade that one of the directions gives may be meant. */
export const mayBe = ({ grading, rubric }: CheckedRow, own: string): boolean =>
  grading.direction.needsConfirmation &&
  DIRECTIONS.some((direction) => gradeKey(grade({ ...grading.input, direction, rubric }).grade) === gradeKey(own));

const OPEN_CASES: readonly string[] = [
  "zeroBaseline",
  "zeroTarget",
  "noBaseline",
  "noTarget",
  "referenceUnknown",
  "boundAgainstDirection",
  "targetOnWorseSide",
  "forecastNotTop",
  "worstPart",
  "majorityPart",
];

const MOSTLY = 0.5;

/** Rows that disagree with a rubric nobody named: where most do, the city uses another one. */
function usesAnother(all: readonly Graded[]): ReadonlySet<string> {
  const byTable = new Map<string, { all: number; wrong: number }>();
  for (const { row, written: own } of all) {
    if (isStated(row)) continue;
    const known = byTable.get(row.indicator.tableId) ?? { all: 0, wrong: 0 };
    known.all++;
    if (gradeKey(own) !== gradeKey(row.grading.grade)) known.wrong++;
    byTable.set(row.indicator.tableId, known);
  }
  return new Set([...byTable].filter(([, n]) => n.all >= 3 && n.wrong > n.all * MOSTLY).map(([id]) => id));
}

function* differs(context: CheckContext): Iterable<Draft> {
  const all = [...written(context)];
  const another = usesAnother(all);
  for (const { row, written: own } of all) {
    const { indicator, rubric, sheet } = row;
    const { grading, target } = dueGrading(context, row);
    const computed = grading.grade;
    if (computed === "" || gradeKey(computed) === gradeKey(own) || another.has(indicator.tableId)) continue;
    const marks = [rubric.noActualGrade, ...marksOf(rubric)].map(gradeKey);
    if (marks.includes(gradeKey(own)) || isNone(indicator.actual.reading)) continue;
    const open = isOpen(row, own);
    if (open && grading.direction.needsConfirmation) continue;
    const certain = isStated(row) && !open;
    yield {
      sheet,
      cells: [indicator.gradeCell],
      others: [{ cells: [indicator.actual.cell, indicator.baseline.cell, target.cell] }],
      subject: indicator.key,
      values: [value("written", own), value("computed", computed), value("actual", shown(row, indicator.actual))],
      message: `${nameOf(indicator)}の評価は「${own}」と書かれていますが、基準値${shown(row, indicator.baseline)}・実績値${shown(row, indicator.actual)}・目標値${shown(row, target)}を評価基準（${rubric.name}）に当てはめると「${computed}」です。${reasonOf(grading)}。`,
      severity: certain ? "error" : "warning",
      fix: certain
        ? setCell(sheet, indicator.gradeCell, spelled(row, computed), "評価基準による評価に直します。", nameCell(row))
        : null,
    };
  }
}

/** The grade in the sheet's own letters, Ａ or A. */
const spelled = ({ assessed }: CheckedRow, grade: string): string =>
  spelledLike(
    grade,
    assessed.graded.flatMap(({ indicator }) => (indicator.existingGrade ? [indicator.existingGrade] : [])),
  );

const nameCell = ({ indicator }: CheckedRow): CellRef | null => indicator.places.name;

function* anotherRubric(context: CheckContext): Iterable<Draft> {
  const all = [...written(context)];
  for (const tableId of usesAnother(all)) {
    const rows = all.filter(({ row }) => row.indicator.tableId === tableId).map(({ row }) => row);
    const [first] = rows;
    if (first === undefined) continue;
    yield {
      sheet: first.sheet,
      cells: rows.map(({ indicator }) => indicator.gradeCell),
      subject: first.sheet.name,
      values: [value("written", `${rows.length}件`)],
      message: `この表の評価の多くは既定の評価基準（${first.rubric.name}）と合いません。別の評価基準で付けられたと思われるため、評価の正しさは点検していません。設定タブで評価基準を選んでください。`,
    };
  }
}

function* markWithActual(context: CheckContext): Iterable<Draft> {
  for (const { row, written: own } of written(context)) {
    const { indicator, grading, rubric, sheet } = row;
    if (gradeKey(own) !== gradeKey(rubric.noActualGrade) || !isFigure(indicator.actual.reading)) continue;
    if (grading.grade === "" || gradeKey(grading.grade) === gradeKey(own)) continue;
    if (rankOf(rubric, grading.grade) < 0 || isNone(indicator.target.reading)) continue;
    yield {
      sheet,
      cells: [indicator.gradeCell],
      others: [{ cells: [indicator.actual.cell] }],
      subject: indicator.key,
      values: [value("written", own), value("actual", shown(row, indicator.actual)), value("computed", grading.grade)],
      message: `${nameOf(indicator)}の評価は「${own}」ですが、${fiscalYear(indicator.actualYear)}の実績値${shown(row, indicator.actual)}が記入されています。評価基準（${rubric.name}）では「${grading.grade}」です。`,
      severity: isStated(row) ? "error" : "warning",
      fix: isStated(row)
        ? setCell(
            sheet,
            indicator.gradeCell,
            spelled(row, grading.grade),
            "実績値による評価に直します。",
            nameCell(row),
          )
        : null,
    };
  }
}

function* gradeWithoutActual(context: CheckContext): Iterable<Draft> {
  for (const { row, written: own } of written(context)) {
    const { indicator, rubric, sheet } = row;
    if (!isNone(indicator.actual.reading) || rankOf(rubric, own) < 0) continue;
    const older = indicator.actuals.find(
      (a) => a.year !== null && indicator.actualYear !== null && a.year < indicator.actualYear && isFigure(a.reading),
    );
    const hint = older
      ? `以前の値（${fiscalYear(older.year)} ${shown(row, older)}）で評価した場合は、その旨を書いてください。`
      : "";
    yield {
      sheet,
      cells: [indicator.gradeCell],
      others: [{ cells: [indicator.actual.cell] }],
      subject: indicator.key,
      values: [value("written", own), value("actual", shown(row, indicator.actual))],
      message: `${nameOf(indicator)}は評価が「${own}」ですが、${fiscalYear(indicator.actualYear ?? sheet.year)}の実績値は${shown(row, indicator.actual)}です。実績値を記入するか、評価を「${rubric.noActualGrade}」にしてください。${hint}`,
      severity: older && rubric.missingActual === "grade" ? "warning" : "error",
    };
  }
}

function* blank({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const rows = sheet.rows.filter(({ indicator }) => indicator.gradeCell !== null);
    const filled = rows.filter(({ indicator }) => indicator.existingGrade !== "");
    const open = rows.filter(({ indicator }) => indicator.existingGrade === "" && isFigure(indicator.actual.reading));
    if (filled.length === 0 || open.length === 0) continue;
    // A sheet that is still being filled in: one finding, not one per row.
    if (open.length > filled.length) yield stillOpen(sheet, open);
    else for (const row of open) yield blankGrade(row);
  }
}

const stillOpen = (sheet: CheckedSheet, open: readonly CheckedRow[]): Draft => ({
  sheet,
  cells: open.map(({ indicator }) => indicator.gradeCell),
  subject: sheet.name,
  values: [value("grade", "空欄"), value("count", `${open.length}件`)],
  message: `実績値があるのに評価が空欄の指標が${open.length}件あります（${open
    .slice(0, 3)
    .map(({ indicator }) => nameOf(indicator))
    .join("")}${open.length > 3 ? "ほか" : ""}）。`,
});

function blankGrade(row: CheckedRow): Draft {
  const { indicator, grading, sheet } = row;
  const certain = isStated(row) && grading.grade !== "" && !grading.direction.needsConfirmation;
  return {
    sheet,
    cells: [indicator.gradeCell],
    others: [{ cells: [indicator.actual.cell] }],
    subject: indicator.key,
    values: [value("grade", "空欄"), value("actual", shown(row, indicator.actual))],
    message: `${nameOf(indicator)}の評価が空欄です。実績値${shown(row, indicator.actual)}が記入されています${grading.grade === "" ? "" : `（計算では「${grading.grade}」）`}。`,
    fix: certain
      ? setCell(sheet, indicator.gradeCell, spelled(row, grading.grade), "空欄の評価を記入します。", nameCell(row))
      : null,
  };
}

/** Grades that the printed rubric has, with conditions that could not be read. */
const unread = ({ sheet }: CheckedRow): readonly string[] =>
  sheet
    .rubrics()
    .flatMap(({ result }) => result.problems)
    .flatMap(({ code, values }) => (code === "conditionUnread" ? [gradeKey(values.grade ?? "")] : []));

function* unknown({ rows, settings }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, rubric, sheet, grading } = row;
    const text = indicator.existingGrade;
    if (text === null || text === "" || settings.kept[indicator.key]?.grade === text) continue;
    if (!isStated(row) || gradeOf(rubric, text) !== null || grading.parts.length > 0 || text.length > 6) continue;
    if (unread(row).includes(gradeKey(text))) continue;
    const grades = [...new Set(rubric.bands.map((band) => band.grade))].join("・");
    yield {
      sheet,
      cells: [indicator.gradeCell],
      subject: indicator.key,
      values: [value("written", text), value("computed", grading.grade)],
      message: `${nameOf(indicator)}の評価「${text}」は、評価基準（${rubric.name}）にない区分です。区分は${grades}です。`,
    };
  }
}

export const GRADE_RULES: readonly Rule[] = [
  {
    id: "grade-differs",
    family: "grade",
    severity: "error",
    title: { ja: "評価が評価基準と合わない", en: "The grade does not follow from the figures" },
    find: differs,
  },
  {
    id: "mark-with-actual",
    family: "grade",
    severity: "error",
    title: { ja: "実績値があるのに評価が「―」", en: "There is an actual, but the grade says there is none" },
    find: markWithActual,
  },
  {
    id: "grade-without-actual",
    family: "grade",
    severity: "error",
    title: { ja: "実績値がないのに評価がある", en: "There is a grade, but no actual" },
    find: gradeWithoutActual,
  },
  {
    id: "grade-blank",
    family: "grade",
    severity: "warning",
    title: { ja: "評価が空欄", en: "The grade is blank" },
    find: blank,
  },
  {
    id: "grade-unknown",
    family: "grade",
    severity: "warning",
    title: { ja: "評価基準にない区分", en: "The grade is none of the rubric" },
    find: unknown,
  },
  {
    id: "rubric-unclear",
    family: "grade",
    severity: "info",
    title: { ja: "評価基準が分からない", en: "The rubric is not known" },
    find: anotherRubric,
  },
];
