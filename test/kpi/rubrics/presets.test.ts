import { lintRubric } from "../../../src/kpi/lint";
import { DEFAULT_RUBRIC, findRubric, gradeKey, gradeOrder, PRESETS } from "../../../src/kpi/rubric";
import { rubricFromTable, tableOf } from "../../../src/kpi/rubric-table";
import { TABLES } from "../../../src/kpi/rubrics";
import { gradeRow } from "../support";
import { EXAMPLES } from "./examples";

describe.each(PRESETS.map((rubric) => ({ rubric })))("$rubric.name", ({ rubric }) => {
  const examples = EXAMPLES[rubric.name] ?? [];
  test("has at least three examples and a source", () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
    expect(rubric.source).not.toBe("");
  });
  test.each(examples)("$cells → $grade", ({ cells: [baseline, actual, target], grade, ...more }) => {
    expect(gradeRow({ baseline, actual, target, rubric, ...more }).grade).toBe(grade);
  });
  test("its table, copied and read again, gives the same bands", () => {
    const { rubric: read, problems } = rubricFromTable(tableOf(rubric));
    expect(problems.filter((p) => p.severity === "error")).toEqual([]);
    expect(read?.bands).toEqual(rubric.bands);
    expect(read?.usesExpected).toBe(rubric.usesExpected);
    expect(read?.noActualGrade).toBe(rubric.noActualGrade);
    expect(read?.forecastMayMeetTarget).toBe(rubric.forecastMayMeetTarget);
  });
  test("leaves no gap", () => {
    expect(lintRubric(rubric).filter((p) => /Gap|Undefined/.test(p.code) && p.severity !== "info")).toEqual([]);
  });
  test("its points fall with its grades", () => {
    const points = gradeOrder(rubric).map((grade) => rubric.bands.find((b) => b.grade === grade)?.points ?? null);
    expect(points).toEqual([...points].sort((a, b) => (b ?? 0) - (a ?? 0)));
  });
});

test("examples belong to presets", () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(PRESETS.map((p) => p.name).sort());
});

test.each(TABLES)("every line of $name is read", ({ name, rows }) => {
  expect(findRubric(name)?.bands).toHaveLength(rows.length);
});

test("names and ids are unique, and every preset is found by either", () => {
  expect(new Set(PRESETS.map((p) => p.id)).size).toBe(PRESETS.length);
  for (const p of PRESETS) {
    expect(findRubric(p.name)).toBe(p);
    expect(findRubric(p.id)).toBe(p);
  }
  expect(findRubric("旭市")).toBe(DEFAULT_RUBRIC);
  expect(findRubric("")).toBeNull();
  expect(findRubric("どこか市型")).toBeNull();
});

test.each([
  ["Ａ", "A"],
  ["-", "―"],
  ["—", "―"],
  ["−", "―"],
  ["ー", "―"],
  ["〇", "○"],
  ["①", "①"],
  [" S ", "S"],
  ["【達成状況：Ａ】】", "A"],
  ["【達成状況：-】", "―"],
  ["Ｂ＋", "B+"],
])("%s is the grade %s", (text, key) => expect(gradeKey(text)).toBe(key));
