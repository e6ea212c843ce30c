/** Tables of projects, blocks of totals, 施策の進捗状況 and verification lines, as printed on the sheets of 旭市 and in other layouts. */
import { toText } from "../../../src/kpi/decimal";
import { moneyWord } from "../../../src/sheet/rollup/money-headers";
import { MONEY_WORDS, PROJECT_WORDS } from "../../../src/sheet/rollup/money-words";
import { bare } from "../../../src/sheet/rollup/money-headers";
import { findNarrative, findParagraphs } from "../../../src/sheet/rollup/narrative";
import { findProgressBlock, isStatusWord } from "../../../src/sheet/rollup/progress";
import { findProjectTables, findTotalsBlock, sumProjects, type ProjectTable } from "../../../src/sheet/rollup/projects";
import { sampleSheet, sheetOf, type Cells } from "./support";

test.each(MONEY_WORDS.flatMap((word) => word.examples.map((example) => [example, word] as const)))(
  "%s is money",
  (example, word) => expect(moneyWord(example)).toBe(word),
);

test.each(PROJECT_WORDS.flatMap((word) => word.examples.map((example) => [example, word.role] as const)))(
  "%s is a column %s",
  (example, role) => expect(PROJECT_WORDS.find(({ pattern }) => pattern.test(bare(example)))?.role).toBe(role),
);

const sums = (tables: readonly ProjectTable[]): string[] =>
  sumProjects(tables).flatMap(({ kind, year, sum }) => (sum === null ? [] : [`${kind} ${year ?? "-"} ${toText(sum)}`]));

test("旭市 R3: seven projects with two lines of money and their results, sums per year as worked out by hand", () => {
  const [table, ...others] = findProjectTables(sampleSheet("asahi-r3"));
  expect(others).toEqual([]);
  expect(table?.projects.map(({ no, main, name }) => [no, main, name])).toEqual([
    ["1", true, "3620 ふるさと応援寄附推進事業"],
    ["2", true, "1900③ 広報活動費（ホームページやSNS等を活用した情報発信）"],
    ["3", true, "3650 旭市イメージアップキャラクター活用事業"],
    ["4", true, "4510 定住促進奨励金交付事業"],
    ["5", true, "22400② 農業振興事務費（幽学の里で米づくり事業）"],
    ["6", true, "27820② 観光資源創出プロモーション事業（観光大使）"],
    ["7", true, "41191 都市景観の形成"],
  ]);
  expect(table?.projects[4]?.results.map(({ name, unit, cells }) => [name, unit, cells.map((c) => c.text)])).toEqual([
    ["イベントへの参加延べ人数", "人", ["1,110", "508", "123", "", "", ""]],
    ["旭市の農水産物を購入（消費）した参加者", "人", ["529", "0", "0", "", "", ""]],
  ]);
  // domain notes: 62,957 / 80,406 / 87,309 and 29,303 / 46,115 / 45,143 千円.
  expect(sums(table ? [table] : [])).toEqual([
    "cost 2019 62957000",
    "cost 2020 80406000",
    "cost 2021 87309000",
    "general 2019 29303000",
    "general 2020 46115000",
    "general 2021 45143000",
  ]);
  expect(findTotalsBlock(sampleSheet("asahi-r3"))).toBeNull();
});

test("旭市 R2: one project, and a block of totals whose first year is 参考", () => {
  const sheet = sampleSheet("asahi-r2");
  expect(sums(findProjectTables(sheet))).toEqual([
    "cost 2019 8636000",
    "cost 2020 537409000",
    "general 2019 4533000",
    "general 2020 16091000",
  ]);
  const block = findTotalsBlock(sheet);
  expect(block?.lines.map(({ kind, unit, cells }) => [kind, unit, cells.map((c) => c.text)])).toEqual([
    ["cost", "千円", ["8,636", "537,409", "", "", "", "", "537,409"]],
    ["general", "千円", ["4,533", "16,091", "", "", "", "", "16,091"]],
  ]);
  expect(block?.lines[0]?.cells.map(({ year, reference, total }) => [year, reference, total])).toEqual([
    [2019, true, false],
    [2020, false, false],
    [2021, false, false],
    [2022, false, false],
    [2023, false, false],
    [2024, false, false],
    [null, false, true],
  ]);
});

const LAYOUTS: readonly (readonly [string, Cells, readonly string[], readonly string[]])[] = [
  [
    "a list with budget and settled amounts and a row of totals",
    [
      ["令和4年度 事業費一覧", null, null, null, null],
      ["No.", "事務事業名", "予算額（千円）", "決算額（千円）", "うち一般財源"],
      [1, "定住促進事業", 45000, 41300, 0],
      [2, "広報活動費", 2000, 1510, 1510],
      [null, "合計", 47000, 42810, 1510],
    ],
    ["定住促進事業", "広報活動費"],
    ["cost - 47000000", "cost - 42810000", "general - 1510"],
  ],
  [
    "a list with years under 事業費 and 一般財源, unit in the caption",
    [
      ["（単位：千円）", null, null, null, null],
      ["事業名", "事業費", null, "一般財源", null],
      [null, "R4決算", "R5決算", "R4決算", "R5決算"],
      ["A事業", 100, 200, 10, 20],
      ["B事業", 300, 400, 30, "-"],
    ],
    ["A事業", "B事業"],
    ["cost 2022 400000", "cost 2023 600000", "general 2022 40000", "general 2023 20000"],
  ],
  [
    "lines under each project in 万円, years as western numbers",
    [
      ["取組名", "区分", "単位", "2022", "2023"],
      ["商店街の再生", "事業費", "万円", "1,200", "1,350"],
      [null, "一般財源", "万円", 600, 650],
      ["空き店舗の活用", "事業費", "万円", 80, 90],
      [null, "一般財源", "万円", 0, 0],
    ],
    ["商店街の再生", "空き店舗の活用"],
    ["cost 2022 12800000", "cost 2023 14400000", "general 2022 6000000", "general 2023 6500000"],
  ],
];

test.each(LAYOUTS)("%s", (_, rows, names, wanted) => {
  const tables = findProjectTables(sheetOf(rows));
  expect(tables.flatMap(({ projects }) => projects.map(({ name }) => name))).toEqual(names);
  expect(sums(tables).sort()).toEqual([...wanted].sort());
});

test("tables that are no projects have none", () => {
  for (const name of ["settlement", "budget", "price-list", "inventory", "minutes", "population-statistics"]) {
    expect([name, findProjectTables(sampleSheet(`negatives/${name}`))]).toEqual([name, []]);
    expect([name, findTotalsBlock(sampleSheet(`negatives/${name}`))]).toEqual([name, null]);
  }
});

test("施策の進捗状況: shares of R3, the ring of R2", () => {
  const r3 = findProgressBlock(sampleSheet("asahi-r3"));
  expect(r3?.kind).toBe("shares");
  expect(r3?.values.map(({ status, share }) => [status, share && toText(share)])).toEqual([
    ["完了", "0"],
    ["順調", "28.6"],
    ["概ね順調", "28.6"],
    ["停滞", "42.9"],
    ["実施困難", "0"],
  ]);
  const r2 = findProgressBlock(sampleSheet("asahi-r2"));
  expect(r2?.kind).toBe("mark");
  expect(r2?.values.filter(({ marked }) => marked).map(({ status }) => status)).toEqual(["概ね順調"]);
  expect(r2?.values.every(({ cell }) => cell !== null)).toBe(true);
});

test("施策の進捗状況 with the shares below the words, as percent cells", () => {
  const block = findProgressBlock(
    sheetOf(
      [
        ["計画どおり", "やや遅れ", "遅れ"],
        [0.5, 0.25, 0.25],
      ],
      { numberFormats: { "1,0": "0.0%", "1,1": "0.0%", "1,2": "0.0%" } },
    ),
  );
  expect(block?.values.map(({ share }) => share && toText(share))).toEqual(["50", "25", "25"]);
});

test("a sentence or a legend with status words is no block", () => {
  expect(findProgressBlock(sheetOf([["順調に進んでいる。", "概ね順調である。", "停滞している。"]]))).toBeNull();
  expect(
    findProgressBlock(
      sheetOf([
        ["順調", "予定どおり", "概ね順調"],
        ["計画を上回る進捗", "計画と同じ", "計画の8割"],
      ]),
    ),
  ).toBeNull();
  expect(isStatusWord("順調")).toBe(true);
  expect(isStatusWord("順位")).toBe(false);
});

test("verification lines of R3 and R2 with their grades in place", () => {
  const told = (name: string) =>
    findNarrative(sampleSheet(name)).map(({ no, beside, grade, text }) => [
      no,
      no === null ? beside : null,
      text.slice(grade.start, grade.end),
    ]);
  expect(told("asahi-r3")).toEqual([
    [null, "数値目標", "Ｄ"],
    ["9", null, "Ｓ"],
    ["10", null, "Ｓ"],
    ["11", null, "-"],
  ]);
  expect(told("asahi-r2")).toEqual([
    [null, "数値目標", "Ｄ"],
    ["15", null, "-"],
    ["16", null, "Ａ"],
  ]);
});

test("several lines in one cell, one of them still open", () => {
  const text = "KPI 1【達成状況：Ａ】増えた。\nKPI 2【達成状況：　】";
  const lines = findNarrative(sheetOf([[text]]));
  expect(lines.map(({ no, grade, body }) => [no, grade.text, body.trim()])).toEqual([
    ["1", "Ａ", "増えた。"],
    ["2", "", ""],
  ]);
  expect(lines.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    "KPI 1【達成状況：Ａ】増えた。",
    "KPI 2【達成状況：　】",
  ]);
});

test("paragraphs keep their marks", () => {
  const marks = findParagraphs(sampleSheet("asahi-r3")).flatMap(({ mark }) => (mark === null ? [] : [mark]));
  expect(marks.filter((mark) => mark === "①")).toHaveLength(2);
  expect(marks).toContain("・");
});
