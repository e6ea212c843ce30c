/** Plans of edits: what is written where, what is left alone, formulas that say the same as the pane. */
import fc from "fast-check";
import "../functions/stand-in";
import { grade as gradeFunction } from "../../src/functions/functions";
import { gradeKey } from "../../src/kpi/rubric";
import { cellAddress, parseArea, placeKey } from "../../src/sheet/address";
import { assess } from "../../src/sheet/assess";
import { allowedMark, needsTextMark, spelledLike } from "../../src/sheet/marks";
import { invert, planGrades, planValues, type PlanChoices } from "../../src/sheet/plan";
import { DEFAULT_SETTINGS } from "../../src/sheet/settings";
import type { Assessment, EditPlan, SheetSnapshot } from "../../src/sheet/types";
import { book, draw } from "./draw";
import { CITIES } from "./layouts/cities";
import { HEADERS } from "./layouts/headers";
import { PLACES } from "./layouts/places";
import { ROWS } from "./layouts/rows";

const shown = (plan: EditPlan) => ({
  edits: plan.edits.map((e) => `${cellAddress(e.row, e.column)} ${e.before.formula}→${e.after.formula}`),
  refused: plan.refused.map(({ edit, reason }) => `${cellAddress(edit.row, edit.column)} ${reason}`),
});
const planOf = (sheet: SheetSnapshot, choices: Partial<PlanChoices> = {}) =>
  planGrades(assess(book(sheet)), { as: "values", ...choices });

const SHEET = `
  | 指標 | 基準値 | R5実績 | 目標値 | 評価 |
  | 甲の数 | 10件 | 11件 | 20件 | |
  | 乙の数 | 20件 | 25件 | 40件 | B |
  | 丙の数 | 5件 | - | 8件 | |
  | 丁の数 | 5件 | 9件 | 8件 | S |
  | 戊の数 | 5件 | 6件 | 8件 | =IF(C6>8,"S","A") → A |`;

test("values: blanks are filled, own grades and formulas stay, equal grades are no edit", () => {
  expect(shown(planOf(draw(SHEET)))).toEqual({
    edits: ["E2 →A", "E4 →―"],
    refused: ["E3 kept", "E6 formula"],
  });
});

test("a grade that we wrote ourselves follows the figures; one that a person changed since stays", () => {
  const sheet = draw(SHEET);
  const written = (grade: string) => new Map([[placeKey({ sheetId: sheet.id, row: 2, column: 4 }), grade]]);
  expect(shown(planOf(sheet, { written: written("B") })).edits).toContain("E3 B→A");
  expect(shown(planOf(sheet, { written: written("C") })).refused).toContain("E3 kept");
});

test("a ticked grade is overwritten", () => {
  const sheet = draw(SHEET);
  const key = assess(book(sheet)).sheets[0]!.tables[0]!.graded[1]!.indicator.key;
  expect(shown(planOf(sheet, { overwrite: new Set([key]) })).edits).toContain("E3 B→A");
  const kept = { ...DEFAULT_SETTINGS, kept: { [key]: { grade: "B", reason: "災害のため" } } };
  expect(planOf(sheet, { settings: kept }).refused[0]?.edit.why).toContain("災害のため");
});

const OURS = '=KPI.GRADE(B2&"",C2&"",D2&"","増加","旭市型")';
const withGrade = (grade: string): string => `
  | 指標 | 基準値 | R5実績 | 目標値 | 評価 |
  | 甲の数 | 10件 | 11件 | 20件 | ${grade} |
  | 乙の数 | 20件 | 25件 | 40件 | B |`;

test.each<[string, "values" | "formulas", string[], string[]]>([
  // the grade of the rubric is there: nothing to write, nothing to advise
  [`${OURS} → A`, "values", [], ["E3 kept"]],
  [`${OURS} → A`, "formulas", [], ["E3 kept"]],
  // a formula of ours with other arguments
  ['=KPI.GRADE(B2,C2,D2,"減少") → D', "values", [], ["E2 ourFormula", "E3 kept"]],
  ['=KPI.GRADE(B2,C2,D2,"減少") → D', "formulas", [`E2 =KPI.GRADE(B2,C2,D2,"減少")→${OURS}`], ["E3 kept"]],
  // not worked out yet
  [`${OURS} → #BUSY!`, "values", [], ["E2 pending", "E3 kept"]],
  [`${OURS} → #BUSY!`, "formulas", [], ["E3 kept"]],
  ["=FILTER(H1:H9,H1:H9<>0) → #GETTING_DATA", "values", [], ["E2 pending", "E3 kept"]],
])("a cell with %s, written as %s", (cell, as, edits, refused) => {
  expect(shown(planOf(draw(withGrade(cell)), { as }))).toEqual({ edits, refused });
});

test("a grade that is still being worked out is nobody's grade", () => {
  const [sheet] = assess(book(draw(withGrade(`${OURS} → #BUSY!`)))).sheets;
  expect(sheet?.tables.flatMap(({ graded }) => graded.map(({ indicator }) => indicator.existingGrade))).toEqual([
    null,
    "B",
  ]);
  expect(shown(planValues(assess(book(draw(withGrade(`${OURS} → #BUSY!`)))))).refused).toEqual(["E2 pending"]);
});

test("formulas carry direction and rubric", () => {
  const plan = planOf(draw(SHEET), { as: "formulas" });
  expect(plan.edits.map((e) => e.after.formula)).toEqual([
    '=KPI.GRADE(B2&"",C2&"",D2&"","増加","旭市型")',
    '=KPI.GRADE(B4&"",C4&"",D4&"","増加","旭市型")',
    '=KPI.GRADE(B5&"",C5&"",D5&"","増加","旭市型")',
  ]);
  expect(shown(plan).refused).toEqual(["E3 kept", "E6 formula"]);
});

test("a rubric table on the sheet is pointed at, a legend that is no preset cannot be", () => {
  const table = draw(`
    | 評価 | 条件 | 説明 | | |
    | 良 | 達成率90%以上 | | | |
    | 否 | それ以外 | | | |
    | ― | 実績なし | | | |
    | 指標 | 基準値 | R5実績 | 目標値 | 評価 |
    | 甲の数 | 10件 | 19件 | 20件 | |`);
  expect(planOf(table, { as: "formulas" }).edits[0]?.after.formula).toBe(
    '=KPI.GRADE(B6&"",C6&"",D6&"","増加",$A$1:$C$4)',
  );
  const legend = draw(`
    | 指標 | 基準値 | R5実績 | 目標値 | 評価 |
    | 甲の数 | 10件 | 19件 | 20件 | |
    | | | | | |
    | Ａ：達成率95％以上 | | | | |
    | Ｂ：達成率70％以上 | | | | |
    | Ｃ：達成率70％未満 | | | | |`);
  const plan = planOf(legend, { as: "formulas" });
  expect(plan.edits).toEqual([]);
  expect(plan.refused[0]).toMatchObject({
    reason: "noFormula",
    edit: { why: expect.stringContaining("この評価基準は式では書けません") },
  });
});

test("cells behind an anchor are never written", () => {
  const sheet = draw(`
    | 指標 | 基準値 | R5実績 | 目標値 | 評価 |
    | 甲の数 | 10件 | 11件 | 20件 | ^ |
    | 乙の数 | 20件 | 25件 | 40件 | |`);
  expect(shown(planOf(sheet))).toEqual({ edits: ["E3 →A"], refused: ["E2 merged"] });
});

test("no grade column: nothing is written, unless an empty column beside the table is chosen", () => {
  const drawing = `
    | 指標 | 基準値 | R5実績 | 目標値 |
    | 甲の数 | 10件 | 11件 | 20件 |`;
  const sheet = draw(drawing);
  expect(shown(planOf(sheet))).toEqual({ edits: [], refused: ["D2 noCell"] });
  const newColumns = new Set([assess(book(sheet)).sheets[0]!.tables[0]!.table.id]);
  expect(shown(planOf(sheet, { newColumns })).edits).toEqual(["E1 →評価", "E2 →A"]);
  const taken = draw(drawing.replace("20件 |", "20件 | 〃 |"));
  expect(shown(planOf(taken, { newColumns })).edits).toEqual([]);
});

test("grades in the letters of the sheet", () => {
  const sheet = draw(`
    | 指標 | 基準値 | R5実績 | 目標値 | 評価 |
    | 甲の数 | 10件 | 11件 | 20件 | |
    | 乙の数 | 20件 | 45件 | 40件 | Ｓ |
    | 丙の数 | 5件 | - | 8件 | |
    | 丁の数 | 5件 | - | 8件 | - |`);
  const plan = planOf(sheet);
  expect(plan.edits.map((e) => [e.after.formula, e.asText])).toEqual([
    ["Ａ", false],
    ["-", true],
  ]);
});

test.each([
  ["A", ["S", "A"], "A"],
  ["A", ["Ｓ", "Ａ"], "Ａ"],
  ["―", ["S", "-"], "-"],
  ["B", ["S", "A"], null],
])("%s from the list %j is %s", (wished, list, mark) => expect(allowedMark(wished, list)).toBe(mark));

test("text that Excel would take for a formula is marked", () => {
  for (const text of ["=1", "+A", "-", "@x", "－"]) expect(needsTextMark(text)).toBe(true);
  for (const text of ["A", "―", "◎", "達成"]) expect(needsTextMark(text)).toBe(false);
  expect(spelledLike("A", [])).toBe("A");
});

test("formulas of ours become what they show", () => {
  const sheet = draw(`
    | 指標 | 基準値 | R5実績 | 目標値 | 評価 |
    | 甲の数 | 10件 | 11件 | 20件 | =KPI.GRADE(B2&"",C2&"",D2&"","増加","旭市型") → A |
    | 乙の数 | 20件 | 25件 | 40件 | =KPI.GRADE(B3&"",C3&"",D3&"","増加","旭市型") → #NAME? |
    | 丙の数 | 5件 | 6件 | 8件 | =IF(C4>8,"S","A") → A |`);
  expect(shown(planValues(assess(book(sheet))))).toEqual({
    edits: ['E2 =KPI.GRADE(B2&"",C2&"",D2&"","増加","旭市型")→A'],
    refused: ["E3 formula"],
  });
});

/** The sheet after a plan, as the host would leave it. */
function applied(sheet: SheetSnapshot, plan: EditPlan): SheetSnapshot {
  const write = <T>(grid: readonly (readonly T[])[], pick: (edit: EditPlan["edits"][0]) => T): T[][] => {
    const next = grid.map((line) => [...line]);
    for (const edit of plan.edits) {
      const line = next[edit.row - sheet.area!.top];
      if (line) line[edit.column - sheet.area!.left] = pick(edit);
    }
    return next;
  };
  return {
    ...sheet,
    formulas: write(sheet.formulas, (e) => e.after.formula),
    values: write(sheet.values, (e) => e.after.formula),
    texts: write(sheet.texts, (e) => String(e.after.formula)),
    numberFormats: write(sheet.numberFormats, (e) => e.after.numberFormat),
  };
}

const LAYOUTS = [...HEADERS, ...ROWS, ...PLACES, ...CITIES].filter(({ found }) => found.length > 0);

test.each(LAYOUTS)("written and put back: $name", ({ drawing }) => {
  const sheet = draw(drawing);
  fc.assert(
    fc.property(fc.constantFrom("values" as const, "formulas" as const), fc.boolean(), (as, all) => {
      const keys = assess(book(sheet)).sheets[0]!.tables.flatMap((t) => t.graded.map((g) => g.indicator.key));
      const plan = planOf(sheet, { as, overwrite: new Set(all ? keys : []) });
      for (const edit of plan.edits) expect(String(edit.before.formula).startsWith("=")).toBe(false);
      expect(applied(applied(sheet, plan), invert(plan))).toEqual(sheet);
      const again = planGrades(assess(book(applied(sheet, plan))), { as: "values" });
      if (as === "values") expect(again.edits).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

/** `B2&""` and `"増加"` as Excel would hand them to the function. */
function argument(sheet: SheetSnapshot, text: string): unknown[][] {
  if (text === '""') return [[""]];
  const literal = /^"((?:[^"]|"")*)"$/.exec(text);
  if (literal) return [[(literal[1] ?? "").replace(/""/g, '"')]];
  const cell = /^([A-Z]+\d+)&""$/.exec(text);
  const area = parseArea(cell ? (cell[1] as string) : text);
  if (!area) return [[Number(text)]];
  const at = (row: number, column: number) => sheet.values[row - sheet.area!.top]?.[column - sheet.area!.left] ?? "";
  if (cell) return [[String(at(area.top, area.left))]];
  return Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
    Array.from({ length: area.right - area.left + 1 }, (_, c) => at(area.top + r, area.left + c)),
  );
}

/** What Excel would compute for the formula of an edit. */
export function computed(sheet: SheetSnapshot, formula: string): unknown {
  const inner = /^=KPI\.GRADE\((.*)\)$/.exec(formula)![1] as string;
  const args = inner.match(/(?:"(?:[^"]|"")*"|[^,"]|&"")+/g)!.map((text) => argument(sheet, text.trim()));
  const [baseline, actual, target, direction, rubric, expected] = args;
  return gradeFunction(baseline!, actual!, target!, direction, rubric, expected)[0]?.[0];
}

function agrees(assessment: Assessment): number {
  const plan = planGrades(assessment, {
    as: "formulas",
    overwrite: new Set(assessment.sheets.flatMap((s) => s.tables.flatMap((t) => t.graded.map((g) => g.indicator.key)))),
  });
  for (const edit of plan.edits) {
    const one = assessment.sheets.find((s) => s.sheet.id === edit.sheetId)!;
    const graded = one.tables
      .flatMap((t) => t.graded)
      .find((g) => g.indicator.gradeCell?.row === edit.row && g.indicator.gradeCell.column === edit.column)!;
    expect(gradeKey(String(computed(one.sheet, String(edit.after.formula))))).toBe(gradeKey(graded.grading.grade));
  }
  return plan.edits.length;
}

test.each(LAYOUTS)("formulas compute what the pane shows: $name", ({ drawing }) => {
  agrees(assess(book(draw(drawing))));
});

test("and there are formulas among them", () => {
  const counts = LAYOUTS.map(({ drawing }) => agrees(assess(book(draw(drawing)))));
  expect(counts.reduce((a, b) => a + b, 0)).toBeGreaterThan(25);
});
