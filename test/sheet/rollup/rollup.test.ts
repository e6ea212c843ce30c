/** Counts, shares and means of groups: against an independent count of the truth files, and as properties. */
import fc from "fast-check";
import type { IndicatorTruth } from "../../../samples/truth";
import { PRESETS } from "../../../src/kpi/rubric";
import { rollUp, STATUS_SCALES, type RollupGroup } from "../../../src/sheet/rollup";
import { pathKey, renameGroup } from "../../../src/sheet/rollup/members";
import {
  countsSentence,
  meanSentence,
  metSentence,
  pointsSentence,
  resultNotes,
  statusSentence,
} from "../../../src/sheet/rollup/sentences";
import { DEFAULT_SETTINGS, parseSettings } from "../../../src/sheet/settings";
import type { Assessment } from "../../../src/sheet/types";
import { assessed, bookOf, sampleBook, sampleTruth, sheetOf } from "./support";

const BOOKS = ["asahi-r2", "asahi-r3", "hadano-jisseki", "kitamoto-jisseki", "suzaka-jisseki"];

/** What the truth leaves to the rubric: no actual or nothing to compare with is ―, a moving target is graded by the change. */
function byHand({ actual, baseline }: IndicatorTruth): string {
  const now = actual?.value ?? null;
  const before = baseline?.value ?? null;
  if (now === null || before === null || before === 0) return "―";
  const change = (now - before) / Math.abs(before);
  return change >= 0.1 ? "A" : change > 0 ? "B" : change > -0.1 ? "C" : "D";
}

/** Grades per prefix of the headings, counted from what is printed in the truth file. */
function independent(name: string): Map<string, Record<string, number>> {
  const counts = new Map<string, Record<string, number>>();
  for (const table of sampleTruth(name).sheets.flatMap(({ tables }) => tables)) {
    for (const indicator of table.indicators) {
      const group = indicator.group ?? [];
      const grade = indicator.grade ?? byHand(indicator);
      group.forEach((_, depth) => {
        const key = pathKey(group.slice(0, depth + 1));
        const own = counts.get(key) ?? {};
        counts.set(key, { ...own, [grade]: (own[grade] ?? 0) + 1 });
      });
    }
  }
  return counts;
}

const plain = (group: RollupGroup): Record<string, number> =>
  Object.fromEntries([...group.counts].filter(([, n]) => n > 0));

test.each(BOOKS)("%s: every group holds the grades that were counted by hand", (name) => {
  const result = rollUp(assessed(sampleBook(name)), DEFAULT_SETTINGS);
  const found = new Map(result.groups.map((group) => [pathKey(group.path), plain(group)]));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(independent(name)));
});

test("旭市 R3 in sentences, each with its sum", () => {
  const { all, ...result } = rollUp(assessed(sampleBook("asahi-r3")), DEFAULT_SETTINGS);
  expect(countsSentence(all, "ja")).toBe("S 2　D 1　― 1（計4件）");
  expect(metSentence(all, "ja")).toBe("目標達成は3件のうち2件（66.7%）です。実績や目標の数値がない1件は除きます。");
  // S 5, S 5, D 1.
  expect(pointsSentence(all, "ja")).toBe("平均点は3.67点（5点満点、3件の合計11点）です。");
  expect(statusSentence(all, "ja")).toBe("概ね順調：平均点は満点の73.3%で、60%以上80%未満です。");
  // −454.5454… % and +38.0952… %; KPI 9 has no baseline, KPI 11 no actual.
  expect(meanSentence(all, "ja")).toBe("変化率の平均は−208.2%（2件）です。変化率のない2件は除きます。");
  expect([all.worst, all.majority]).toEqual(["D", "S"]);
  expect(all.shares).toEqual([50, 0, 0, 0, 25, 25]);
  expect(resultNotes({ all, ...result }, "ja")).toEqual([
    "評価基準：旭市型",
    "「―」は実績がなく評価できないKPIです。計に含め、目標達成率と平均点には含めません。",
    "割合は合計が100.0%になるように端数を調整しています（最大剰余法）。",
  ]);
  expect(statusSentence(all, "en")).toBe("概ね順調: mean points are 73.3%, at least 60%, below 80%.");
});

test("thresholds are data: other bounds, another word", () => {
  const rollupStatus = {
    measure: "met",
    bands: [{ word: "目標どおり", min: "0.5" }],
    otherwise: "要改善",
  } as const;
  const settings = parseSettings({ rollupStatus }).settings;
  expect(rollUp(assessed(sampleBook("asahi-r3")), settings).all.status).toMatchObject({
    word: "目標どおり",
    measure: "met",
    min: "0.5",
    below: null,
  });
  expect(parseSettings({ rollupStatus: { ...rollupStatus, bands: [] } }).problems).toHaveLength(1);
});

test("ready-made scales fall from band to band", () => {
  for (const { bands } of Object.values(STATUS_SCALES)) {
    const bounds = bands.map(({ min }) => Number(min));
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
  }
});

const PARTS = [
  ["指標", "内訳", "基準値", "目標値", "令和5年度実績"],
  ["基本目標1 暮らし", null, null, null, null],
  ["健康寿命（歳）", "男性", 80, 82, 83],
  [null, "女性", 84, 88, 83],
  ["相談件数（件）", null, 100, 120, 125],
  ["基本目標2 しごと", null, null, null, null],
  ["相談件数（件）（再掲）", null, 100, 120, 125],
] as const;

test("男性 / 女性 counted each or as the worse of them; 再掲 counted once or twice", () => {
  const assessment = assessed(bookOf(sheetOf(PARTS)));
  const counted = (settings: Partial<typeof DEFAULT_SETTINGS>): Record<string, number>[] => {
    const { groups, all } = rollUp(assessment, { ...DEFAULT_SETTINGS, ...settings });
    return [...groups, all].map(plain);
  };
  expect(counted({})).toEqual([{ S: 2, C: 1 }, { S: 1 }, { S: 3, C: 1 }]);
  expect(counted({ rollupParts: "worst" })).toEqual([{ S: 1, C: 1 }, { S: 1 }, { S: 2, C: 1 }]);
  expect(counted({ rollupRepeated: "once" })).toEqual([
    { S: 2, C: 1 },
    { S: 2, C: 1 },
  ]);
  expect(rollUp(assessment, { ...DEFAULT_SETTINGS, rollupRepeated: "once" }).repeats).toHaveLength(1);
});

test("values of one cell counted each", () => {
  const book = sampleBook("hadano-jisseki");
  const rows = rollUp(assessed(book), DEFAULT_SETTINGS).all.total;
  const each = rollUp(assessed(book), { ...DEFAULT_SETTINGS, rollupParts: "each" }).all.total;
  const parts = assessed(book)
    .sheets.flatMap(({ tables }) => tables.flatMap(({ graded }) => graded))
    .reduce((sum, { grading }) => sum + (grading.parts.length > 1 ? grading.parts.length - 1 : 0), 0);
  expect(parts).toBeGreaterThan(0);
  expect(each).toBe(rows + parts);
});

test("groups by sheet, by section in charge and by goal alone", () => {
  const book = sampleBook("variants/one-sheet-per-office");
  const bySheet = rollUp(assessed(book), { ...DEFAULT_SETTINGS, grouping: "sheet" });
  expect(bySheet.groups.map(({ path }) => path[0])).toEqual(
    book.sheets.filter(({ name }) => bySheet.groups.some(({ path }) => path[0] === name)).map(({ name }) => name),
  );
  expect(bySheet.groups.length).toBeGreaterThan(1);
  const suzaka = assessed(sampleBook("suzaka-jisseki"));
  expect(rollUp(suzaka, { ...DEFAULT_SETTINGS, grouping: "goal" }).groups).toHaveLength(1);
  const owners = rollUp(assessed(sampleBook("asahi-r2")), { ...DEFAULT_SETTINGS, grouping: "owner" });
  expect(owners.groups.map(({ path }) => path)).toEqual([["企画政策課"]]);
});

test("a group renamed like another is counted with it, and can be named back", () => {
  const assessment = assessed(sampleBook("kitamoto-jisseki"));
  const before = rollUp(assessment, DEFAULT_SETTINGS);
  const [first, second] = before.groups as [RollupGroup, RollupGroup];
  const groupNames = renameGroup({}, second.members, 0, first.path[0] ?? "");
  const joined = rollUp(assessment, { ...DEFAULT_SETTINGS, groupNames });
  expect(joined.groups).toHaveLength(before.groups.length - 1);
  expect(joined.groups[0]?.total).toBe(first.total + second.total);
  expect(renameGroup(groupNames, second.members, 0, second.path[0] ?? "")).toEqual({});
});

test("different rubrics on two sheets: counted, but without points and status across them", () => {
  const book = sampleBook("variants/one-sheet-per-office");
  const assessment = assessed(book);
  const other = PRESETS.find(({ name }) => name === "茨城県型");
  if (!other) throw new Error("no preset");
  const sheets = assessment.sheets.map((sheet, i) =>
    i > 0
      ? sheet
      : {
          ...sheet,
          tables: sheet.tables.map((table) => ({
            ...table,
            rubric: other,
            graded: table.graded.map((row) => ({ ...row, rubric: other })),
          })),
        },
  );
  const { all, rubrics } = rollUp({ ...assessment, sheets }, DEFAULT_SETTINGS);
  expect(rubrics).toHaveLength(2);
  expect([all.points, all.status, all.worst]).toEqual([null, null, null]);
  expect(all.total).toBeGreaterThan(0);
});

test("an empty workbook", () => {
  const { all, groups } = rollUp(assessed(bookOf(sheetOf([["メモ"]]))), DEFAULT_SETTINGS);
  expect([all.total, groups.length, all.status]).toEqual([0, 0, null]);
  expect(countsSentence(all, "ja")).toBe("（計0件）");
});

const sample = assessed(sampleBook("suzaka-jisseki"));

/** The same rows in another order, headings and all. */
function shuffled(order: readonly number[]): Assessment {
  return {
    ...sample,
    sheets: sample.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) => ({
        ...table,
        graded: order.flatMap((i) => (table.graded[i] ? [table.graded[i]] : [])),
      })),
    })),
  };
}

const longest = Math.max(...sample.sheets.flatMap(({ tables }) => tables.map(({ graded }) => graded.length)));
const orders = fc.shuffledSubarray(
  Array.from({ length: longest }, (_, i) => i),
  { minLength: longest, maxLength: longest },
);
const choices = fc.record({
  grouping: fc.constantFrom(null, "goal" as const, "sheet" as const),
  rollupParts: fc.constantFrom("rows" as const, "worst" as const, "each" as const),
  rollupRepeated: fc.constantFrom("each" as const, "once" as const),
  rollupRounding: fc.constantFrom("largestRemainder" as const, "plain" as const),
});
const facts = ({ counts, total, graded, met, points, worst, majority, status, mean, shares }: RollupGroup) => ({
  counts: [...counts],
  total,
  graded,
  met,
  points,
  worst,
  majority,
  status,
  mean,
  shares,
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(orders, choices, (order, chosen) => {
      const settings = { ...DEFAULT_SETTINGS, ...chosen };
      const byPath = (assessment: Assessment) => {
        const { groups, all } = rollUp(assessment, settings);
        return [...groups, all]
          .map((group): [string, unknown] => [pathKey(group.path), facts(group)])
          .sort(([a], [b]) => (a < b ? -1 : 1));
      };
      expect(byPath(shuffled(order))).toEqual(byPath(sample));
    }),
    { numRuns: 40 },
  );
});

test("groups of a level add up to the group above; shares add up to 100.0", () => {
  fc.assert(
    fc.property(fc.constantFrom(...BOOKS), choices, (name, chosen) => {
      const { groups, all, ungrouped } = rollUp(assessed(sampleBook(name)), { ...DEFAULT_SETTINGS, ...chosen });
      for (const parent of [all, ...groups]) {
        const children = groups.filter(
          ({ path }) => path.length === parent.path.length + 1 && pathKey(path.slice(0, -1)) === pathKey(parent.path),
        );
        const own = parent.members.filter(({ path }) => path.length === parent.path.length);
        if (parent === all && ungrouped) expect(ungrouped.total).toBe(own.length);
        expect(children.reduce((sum, { total }) => sum + total, own.length)).toBe(parent.total);
        for (const [grade, count] of parent.counts) {
          const direct = own.filter(({ grading }) => grading.grade === grade).length;
          expect(children.reduce((sum, child) => sum + (child.counts.get(grade) ?? 0), direct)).toBe(count);
        }
        const tenths = parent.shares.reduce((sum, share) => sum + Math.round(share * 10), 0);
        if (chosen.rollupRounding === "largestRemainder") expect(tenths).toBe(1000);
        else expect(Math.abs(tenths - 1000)).toBeLessThanOrEqual(parent.counts.size);
      }
    }),
    { numRuns: 25 },
  );
});
