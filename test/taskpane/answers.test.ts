import { columnIndex } from "../../src/sheet/address";
import { assess } from "../../src/sheet/assess";
import { DEFAULT_SETTINGS, parseSettings, type Settings } from "../../src/sheet/settings";
import type { AssessedSheet, AssessedTable } from "../../src/sheet/types";
import {
  acceptProposals,
  answerDirection,
  chooseYear,
  columnOfRole,
  forgetDirection,
  forgetMapping,
  keepGrade,
  mapColumn,
  mappingOf,
} from "../../src/taskpane/state/answers";
import { countState, passes, rowsOf, scoped, yearsOf } from "../../src/taskpane/state/derive";
import { readSample } from "./support/samples";

const workbook = readSample("hadano-jisseki.xlsx");
const assessment = assess(workbook, DEFAULT_SETTINGS);
const sheet = assessment.sheets.find(({ tables }) => tables.length > 0) as AssessedSheet;
const assessed = sheet.tables[0] as AssessedTable;
const rows = rowsOf([sheet]);

/** What was stored must be read again as it was. */
const survives = (settings: Settings): void =>
  expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, problems: [] });

test("an answered direction is stored under the row's key, used, and can be taken back", () => {
  const asked = rows.find(({ grading }) => grading.direction.needsConfirmation);
  if (!asked) throw new Error("the sample asks for no direction");
  const answered = answerDirection(DEFAULT_SETTINGS, asked.indicator, "down");
  survives(answered);
  const again = rowsOf(assess(workbook, answered).sheets).find(
    ({ indicator }) => indicator.key === asked.indicator.key,
  );
  expect(again?.grading.direction).toEqual(expect.objectContaining({ direction: "down", needsConfirmation: false }));
  expect(forgetDirection(answered, asked.indicator.key)).toEqual(DEFAULT_SETTINGS);
});

test("accepting all proposals leaves no question and changes no grade", () => {
  const accepted = acceptProposals(DEFAULT_SETTINGS, rowsOf(assessment.sheets));
  survives(accepted);
  const before = countState(assessment.sheets);
  const after = assess(workbook, accepted);
  expect(before.confirm).toBeGreaterThan(0);
  expect(countState(after.sheets)).toEqual({ ...before, confirm: 0 });
  expect(rowsOf(after.sheets).map(({ grading }) => grading.grade)).toEqual(
    rowsOf(assessment.sheets).map(({ grading }) => grading.grade),
  );
});

test("the year is chosen for the sheets in scope only, and automatic again", () => {
  const chosen = chooseYear(DEFAULT_SETTINGS, [sheet], 2022);
  survives(chosen);
  expect(chosen.years).toEqual({ [sheet.sheet.name]: 2022 });
  const again = assess(workbook, chosen).sheets.find((one) => one.sheet.id === sheet.sheet.id);
  expect([again?.year, again?.yearFrom]).toEqual([2022, "stored"]);
  expect(chooseYear(chosen, [sheet], null)).toEqual(DEFAULT_SETTINGS);
});

test("a grade that is kept carries its reason until it is let go", () => {
  const indicator = { ...(rows[0] as (typeof rows)[number]).indicator, existingGrade: "B" };
  const kept = keepGrade(DEFAULT_SETTINGS, indicator, "委員会の意見による");
  survives(kept);
  expect(kept.kept).toEqual({ [indicator.key]: { grade: "B", reason: "委員会の意見による" } });
  expect(keepGrade(kept, indicator, null)).toEqual(DEFAULT_SETTINGS);
});

describe("columns by hand", () => {
  const { table } = assessed;
  const name = sheet.sheet.name;

  test("the columns that count are those that the grades rest on", () => {
    const row = rows.find(({ indicator }) => indicator.tableId === table.id);
    expect(columnOfRole(table, "actual", sheet.year)).toBe(row?.indicator.actual.cell?.column);
    expect(columnOfRole(table, "target", sheet.year)).toBe(row?.indicator.target.cell?.column);
  });

  test.each(["H", "K"])("the grades go to column %s when the user says so", (letters) => {
    const column = columnIndex(letters) as number;
    const mapped = mapColumn(DEFAULT_SETTINGS, name, table, "grade", column);
    survives(mapped);
    const again = assess(workbook, mapped).sheets.find((one) => one.sheet.id === sheet.sheet.id);
    expect(again?.tables[0]?.table.columns.grade).toBe(column);
    // The other tables keep what was found.
    expect(again?.tables[1]?.table.columns).toEqual(sheet.tables[1]?.table.columns);
  });

  test("a second choice joins the first; back to automatic forgets both", () => {
    const one = mapColumn(DEFAULT_SETTINGS, name, table, "grade", 10);
    const two = mapColumn(one, name, table, "unit", 1);
    expect(two.mappings).toHaveLength(1);
    expect(Object.keys(mappingOf(two, name, table)?.columns ?? {}).sort()).toEqual(["grade", "unit"]);
    expect(forgetMapping(two, name, table)).toEqual(DEFAULT_SETTINGS);
  });

  test("a part can be said to be missing, names cannot", () => {
    expect(mappingOf(mapColumn(DEFAULT_SETTINGS, name, table, "grade", null), name, table)?.columns).toEqual({
      grade: null,
    });
    expect(mappingOf(mapColumn(DEFAULT_SETTINGS, name, table, "name", null), name, table)?.columns).toEqual({});
  });
});

test("the state of a sheet is counted from its rows; each count is a filter", () => {
  const counts = countState(assessment.sheets);
  const all = rowsOf(assessment.sheets);
  expect(counts.kpi).toBe(all.length);
  expect(all.filter((row) => passes(row, "confirm"))).toHaveLength(counts.confirm);
  expect(all.filter((row) => passes(row, "graded"))).toHaveLength(counts.graded);
  expect(all.filter((row) => passes(row, "all"))).toHaveLength(counts.kpi);
});

test("this sheet is the one in front; its years come newest first", () => {
  const front = { ...assessment, workbook: { ...workbook, activeSheetId: sheet.sheet.id } };
  expect(scoped(front, "sheet").sheets.map((one) => one.sheet.id)).toEqual([sheet.sheet.id]);
  expect(scoped(front, "workbook").sheets).toHaveLength(workbook.sheets.length);
  const years = yearsOf([sheet]);
  expect(years.length).toBeGreaterThan(0);
  expect(years).toEqual([...years].sort((a, b) => b - a));
});
