import fc from "fast-check";
import { assess } from "../../src/sheet/assess";
import { tableHeader } from "../../src/sheet/mapping";
import {
  DEFAULT_SETTINGS,
  exportSettings,
  importSettings,
  parseSettings,
  rubricOfSettings,
  type Settings,
} from "../../src/sheet/settings";
import { book, draw } from "./draw";
import { summary } from "./summary";

const FULL: Settings = {
  ...DEFAULT_SETTINGS,
  rubric: { preset: "宮城県型" },
  years: { 甲: 2021 },
  directions: { "甲/待機児童数": "down" },
  mappings: [{ sheet: "甲", table: "指標|基準値", columns: { name: "指標", grade: "=K", unit: null } }],
  words: { ゴール: "target" },
  kept: { "甲/x": { grade: "A", reason: "災害のため" } },
  acknowledged: { "grade-differs:甲": { reason: "確認した" } },
  targetThatCounts: "year",
  missingActual: "older",
  expected: { "2021": "0.5" },
};

test("a file reads back as it was written", () => {
  expect(importSettings(exportSettings(FULL))).toEqual({ settings: FULL, problems: [] });
});

test("a broken entry is left out with a sentence, the rest is used", () => {
  const broken = {
    ...FULL,
    directions: { a: "down", b: "sideways" },
    years: "2021",
    mappings: [...FULL.mappings, { sheet: 1 }],
  };
  const { settings, problems } = parseSettings(broken);
  expect(settings.directions).toEqual({ a: "down" });
  expect(settings.years).toEqual({});
  expect(settings.mappings).toEqual(FULL.mappings);
  expect(settings.rubric).toEqual({ preset: "宮城県型" });
  expect(problems).toHaveLength(3);
  for (const problem of problems) expect(problem).toMatch(/設定「.+」に読めないものが1件ありました/);
});

test.each([
  [null, 0],
  [undefined, 0],
  [{}, 0],
  ["text", 1],
  [[], 1],
  [{ version: 99 }, 1],
  [{ rubric: { preset: "なし型" } }, 1],
])("%j", (data, problems) => {
  const parsed = parseSettings(data);
  expect(parsed.settings).toEqual(DEFAULT_SETTINGS);
  expect(parsed.problems).toHaveLength(problems);
});

test("no data makes it throw", () => {
  fc.assert(fc.property(fc.anything(), (data) => void parseSettings(data)));
  fc.assert(fc.property(fc.string(), (text) => void importSettings(text)));
  expect(importSettings("{").problems).toHaveLength(1);
});

test("a rubric of one's own", () => {
  const table = [
    ["評価", "条件"],
    ["良", "目標達成"],
    ["否", "それ以外"],
  ];
  expect(
    rubricOfSettings({ ...DEFAULT_SETTINGS, rubric: { name: "当市", table } })?.bands.map((b) => b.grade),
  ).toContain("良");
  expect(rubricOfSettings(DEFAULT_SETTINGS)).toBeNull();
});

const SHEET = `
  | 指標 | 初めの値 | 途中の値 | 終わりの値 | メモ |
  | 甲の数 | 10件 | 12件 | 20件 | |
  | 乙の数 | 20件 | 19件 | 40件 | |`;

test("words of one's own open a table that nobody knew", () => {
  const sheet = draw(SHEET);
  expect(summary(assess(book(sheet)).sheets[0]!)).toEqual([]);
  const words = { 初めの値: "baseline", 途中の値: "actual", 終わりの値: "target" } as const;
  expect(summary(assess(book(sheet), { ...DEFAULT_SETTINGS, words }).sheets[0]!)).toEqual([
    "甲の数 10件 → 12件 / 20件 = A",
    "乙の数 20件 → 19件 / 40件 = C",
  ]);
});

test("a mapping finds its columns again after columns and rows were inserted", () => {
  const drawing = `
    | 指標 | 基準値 | R4実績 | R5実績 | 目標値 | 自己評価 |
    | 甲の数 | 10件 | 12件 | 9件 | 20件 | |`;
  const before = draw(drawing);
  const table = assess(book(before)).sheets[0]!.tables[0]!.table;
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    mappings: [{ sheet: "シート1", table: tableHeader(table), columns: { actual: "R4実績" } }],
  };
  expect(summary(assess(book(before), settings).sheets[0]!)).toEqual(["甲の数 10件 → 12件@2022 / 20件 = A"]);
  const moved = draw(drawing, { down: 4, across: 2 });
  expect(summary(assess(book(moved), settings).sheets[0]!)).toEqual(["甲の数 10件 → 12件@2022 / 20件 = A"]);
  const renamed = draw(drawing.replace("R4実績", "R3実績"));
  expect(summary(assess(book(renamed), settings).sheets[0]!)).toEqual(["甲の数 10件 → 9件@2023 / 20件 = D"]);
});

test("directions, the target that counts and older values", () => {
  const drawing = `
    | 指標 | 基準値 | R4実績 | R5実績 | R5目標 | R7目標 |
    | 甲の数 | 10件 | 12件 | 未公表 | 11件 | 20件 |`;
  const at = (change: Partial<Settings>) =>
    assess(book(draw(drawing)), { ...DEFAULT_SETTINGS, years: { シート1: 2023 }, ...change }).sheets[0]!;
  const key = at({}).tables[0]!.graded[0]!.indicator.key;
  expect(summary(at({}))).toEqual(["甲の数 10件 → 未公表@2023 / 20件@2025 = ―"]);
  expect(summary(at({ missingActual: "older" }))).toEqual(["甲の数 10件 → 12件@2022 / 20件@2025 = A"]);
  expect(summary(at({ missingActual: "older", targetThatCounts: "year" }))).toEqual([
    "甲の数 10件 → 12件@2022 / 11件@2023 = S",
  ]);
  const stated = at({ directions: { [key]: "down" } }).tables[0]!.graded[0]!;
  expect(stated.grading.direction).toMatchObject({ direction: "down", from: "stated" });
});
