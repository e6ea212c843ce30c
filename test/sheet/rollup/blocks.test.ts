/** The sheets' own blocks: what is written into them, what is left alone, and that writing twice is writing once. */
import fc from "fast-check";
import { decimal } from "../../../src/kpi/decimal";
import { shares } from "../../../src/kpi/rollup";
import { BLOCK_KINDS, findProgress, planBlocks, planRollup, rollUp, type BlockKind } from "../../../src/sheet/rollup";
import { findCountBlocks } from "../../../src/sheet/rollup/count-block";
import { groupFor } from "../../../src/sheet/rollup/count-edits";
import { draftSentence } from "../../../src/sheet/rollup/draft";
import { summariseMoney } from "../../../src/sheet/rollup/money-summary";
import { findProgressBlock } from "../../../src/sheet/rollup/progress";
import { countsBehind, progressCounts, roundingNote, wantedProgress } from "../../../src/sheet/rollup/progress-shares";
import { findProjectTables } from "../../../src/sheet/rollup/projects";
import { inUnit } from "../../../src/sheet/rollup/totals";
import { Grid } from "../../../src/sheet/grid";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/sheet/settings";
import type { CellValue, EditPlan, SheetSnapshot } from "../../../src/sheet/types";
import { apply, assessed, bookOf, sampleBook, sampleSheet, sheetOf, type Cells } from "./support";

const ALL = new Set(BLOCK_KINDS);
const WITHOUT_DRAFTS = new Set(BLOCK_KINDS.filter((kind) => kind !== "drafts"));

function planOf(
  sheet: SheetSnapshot,
  kinds: ReadonlySet<BlockKind> = WITHOUT_DRAFTS,
  overwrite = false,
  settings: Partial<Settings> = {},
): EditPlan {
  return planRollup(assessed(bookOf(sheet), settings), { ...DEFAULT_SETTINGS, ...settings }, { kinds, overwrite });
}

const changes = (plan: EditPlan): [CellValue, CellValue][] =>
  plan.edits.map(({ before, after }) => [before.formula, after.formula]);

/** A sheet with some of its cells replaced. */
function changed(sheet: SheetSnapshot, cells: readonly (readonly [number, number, CellValue])[]): SheetSnapshot {
  const plan = {
    refused: [],
    edits: cells.map(([row, column, value]) => ({
      sheetId: sheet.id,
      sheetName: sheet.name,
      row,
      column,
      before: { formula: "", numberFormat: "General" },
      after: { formula: value, numberFormat: "General" },
      why: "",
    })),
  };
  return apply(bookOf(sheet), plan).sheets[0] as SheetSnapshot;
}

describe("as printed by the city", () => {
  test.each(["asahi-r2", "asahi-r3"])("%s: shares, totals and grades in the text are what we compute", (name) => {
    const plan = planOf(sampleSheet(name));
    expect(plan).toEqual({ edits: [], refused: [] });
  });

  test("R3: 28.6 28.6 42.9 of seven projects are 2, 2 and 3; their sum 100.1 is rounding", () => {
    const sheet = sampleSheet("asahi-r3");
    const block = findProgressBlock(sheet);
    if (!block) throw new Error("no block");
    const found = progressCounts(block, findProjectTables(sheet), undefined);
    expect(found).toEqual({ counts: [0, 2, 2, 3, 0], total: 7, from: "printed" });
    const written = (rounding: "plain" | "largestRemainder") =>
      wantedProgress(new Grid(sheet), block, found ?? { counts: [], total: 0, from: "user" }, rounding).map(
        ({ value }) => value,
      );
    expect(written("plain")).toEqual([0, 28.6, 28.6, 42.9, 0]);
    expect(written("largestRemainder")).toEqual([0, 28.6, 28.6, 42.8, 0]);
    expect(roundingNote([0, 2, 2, 3, 0], "plain")).toBe("割合はそれぞれを四捨五入しているため、合計は100.1%です。");
    expect(roundingNote([0, 2, 2, 3, 0], "largestRemainder")).toBeNull();
  });

  test("R2: 537,409 and 16,091 without the 参考 8,636; R3: 87,309 and 45,143 for 3年度", () => {
    expect(summariseMoney(assessed(sampleBook("asahi-r2")))).toMatchObject({
      years: [
        { year: 2019, reference: true, cost: decimal(8636000), general: decimal(4533000) },
        { year: 2020, reference: false, cost: decimal(537409000), general: decimal(16091000) },
      ],
      total: { cost: decimal(537409000), general: decimal(16091000) },
      unit: "千円",
      projects: 1,
      repeated: 0,
    });
    const r3 = summariseMoney(assessed(sampleBook("asahi-r3")));
    expect(r3?.years[2]).toMatchObject({ year: 2021, cost: decimal(87309000), general: decimal(45143000) });
    expect(inUnit(decimal(87309000), "千円")).toEqual(decimal(87309));
  });
});

describe("合計事業費", () => {
  const emptied = (): { sheet: SheetSnapshot; cells: readonly (readonly [number, number, CellValue])[] } => {
    const sheet = sampleSheet("asahi-r2");
    // AB40 … of the form: rows of 事業費合計 and 一般財源合計.
    const rows = [41, 42];
    const cells = rows.flatMap((row) =>
      Array.from({ length: 50 }, (_, i) => [row, 16 + i, ""] as const).filter(
        ([r, c]) => typeof sheet.values[r - (sheet.area?.top ?? 0)]?.[c - (sheet.area?.left ?? 0)] === "number",
      ),
    );
    return { sheet: changed(sheet, cells), cells };
  };

  test("an emptied block is filled as it was printed", () => {
    const { sheet, cells } = emptied();
    expect(cells).toHaveLength(6);
    expect(changes(planOf(sheet))).toEqual([
      ["", 8636],
      ["", 537409],
      ["", 537409],
      ["", 4533],
      ["", 16091],
      ["", 16091],
    ]);
  });

  test("another value of a person is kept, changed only when asked, a formula never", () => {
    const { sheet } = emptied();
    const [first] = planOf(sheet).edits;
    if (!first) throw new Error("no edit");
    const own = changed(sheet, [[first.row, first.column, 9999]]);
    expect(planOf(own).refused.map(({ reason, edit }) => [reason, edit.after.formula])).toEqual([["kept", 8636]]);
    expect(changes(planOf(own, WITHOUT_DRAFTS, true))).toContainEqual([9999, 8636]);
    const formulas = own.formulas.map((row, r) =>
      row.map((cell, c) =>
        r + (own.area?.top ?? 0) === first.row && c + (own.area?.left ?? 0) === first.column ? "=1+1" : cell,
      ),
    );
    expect(planOf({ ...own, formulas }, WITHOUT_DRAFTS, true).refused.map(({ reason }) => reason)).toEqual(["formula"]);
  });
});

describe("施策の進捗状況", () => {
  const rows: Cells = [
    ["令和5年度 施策評価シート"],
    ["指標", "基準値", "目標値", "令和5年度実績"],
    ["相談件数（件）", 100, 120, 125],
    [],
    ["順調", null, "概ね順調", null, "停滞", null],
    [],
    ["事業名", "進捗状況", "決算額（千円）"],
    ["A事業", "順調", 100],
    ["B事業", "順調", 200],
    ["C事業", "停滞", 300],
  ];

  test("counted in the column of the table of projects", () => {
    const sheet = sheetOf(rows);
    expect(changes(planOf(sheet))).toEqual([
      ["", 66.7],
      ["", 0],
      ["", 33.3],
    ]);
    expect(planOf(sheet).edits.map(({ column }) => column)).toEqual([1, 3, 5]);
  });

  test("told by the user, stored by sheet", () => {
    const progressCounts = { 様式: { 順調: 1, 概ね順調: 1, 停滞: 1 } };
    const blocks = planBlocks(
      assessed(bookOf(sheetOf(rows)), { progressCounts }),
      { ...DEFAULT_SETTINGS, progressCounts },
      { kinds: new Set(["progress"]), overwrite: false },
    );
    expect(blocks.flatMap(({ plan }) => changes(plan).map(([, after]) => after))).toEqual([33.3, 33.3, 33.3]);
    expect(blocks.flatMap(({ notes }) => notes)).toEqual(["割合はそれぞれを四捨五入しているため、合計は99.9%です。"]);
    const [found] = findProgress(assessed(bookOf(sheetOf(rows))), { ...DEFAULT_SETTINGS, progressCounts });
    expect(found?.counts?.from).toBe("user");
  });

  test("a ring moves to the status that the user tells", () => {
    const sheet = sampleSheet("asahi-r2");
    const progressCounts = { [sheet.name]: { 順調: 1 } };
    expect(changes(planOf(sheet, new Set(["progress"]), true, { progressCounts }))).toEqual([
      ["", "〇"],
      ["〇", ""],
    ]);
    // Told is told: no further tick is asked for.
    expect(planOf(sheet, new Set(["progress"]), false, { progressCounts }).refused).toEqual([]);
  });

  test("nobody knows the numbers: nothing is written", () => {
    const without = rows.slice(0, 6);
    expect(planOf(sheetOf(without))).toEqual({ edits: [], refused: [] });
    expect(findProgress(assessed(bookOf(sheetOf(without))), DEFAULT_SETTINGS)[0]?.counts).toBeNull();
  });

  test("whole numbers behind shares give these shares again, or there are none", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 6 }), (counts) => {
        const total = counts.reduce((a, b) => a + b, 0);
        fc.pre(total > 0);
        const printed = shares(counts, "plain").map((share) => decimal(share));
        const behind = countsBehind(printed, total);
        expect(behind).not.toBeNull();
        expect(shares(behind ?? [], "plain")).toEqual(shares(counts, "plain"));
      }),
    );
    expect(countsBehind([decimal("28.6"), decimal("28.6"), decimal("40")], 7)).toBeNull();
    expect(countsBehind([decimal(50), decimal(50)], 0)).toBeNull();
  });
});

const KPI_ROWS: Cells = [
  ["令和5年度 総合戦略 KPI一覧", null, null, null, null],
  ["指標", "基準値", "目標値", "令和5年度実績", "備考"],
  ["基本目標1 しごとをつくる", null, null, null, null],
  ["創業件数（件）", 10, 20, 25, null],
  ["就業者数（人）", 100, 120, 105, "人手不足"],
  ["基本目標2 ひとの流れをつくる", null, null, null, null],
  ["観光客数（人）", 1000, 1200, 800, null],
];

describe("the sheet's own table of counts", () => {
  const across: Cells = [
    ...KPI_ROWS,
    [],
    [],
    [null, "S", "A", "B", "C", "D", "―", "計"],
    ["基本目標1", null, null, null, null, null, null, null],
    ["ひとの流れをつくる", null, null, null, null, null, null, null],
    ["合計", null, null, null, null, null, null, null],
    ["割合", null, null, null, null, null, null, null],
  ];

  test("grades across, a row per group, total and shares", () => {
    const sheet = sheetOf(across);
    const written = apply(bookOf(sheet), planOf(sheet, new Set(["counts"]))).sheets[0];
    expect(written?.values.slice(10)).toEqual([
      ["基本目標1", 1, 0, 1, 0, 0, 0, 2],
      ["ひとの流れをつくる", 0, 0, 0, 0, 1, 0, 1],
      ["合計", 1, 0, 1, 0, 1, 0, 3],
      ["割合", 33.3, 0, 33.3, 0, 33.3, 0, 100],
    ]);
  });

  test("grades down with 件数 and 割合, percent cells as fractions", () => {
    const down: Cells = [
      ...KPI_ROWS,
      [],
      [],
      ["評価", "件数", "割合"],
      ["S", null, null],
      ["A", null, null],
      ["B", null, null],
      ["C", null, null],
      ["D", null, null],
      ["計", null, null],
    ];
    const numberFormats = Object.fromEntries([10, 11, 12, 13, 14, 15].map((row) => [`${row},2`, "0.0%"]));
    const sheet = sheetOf(down, { numberFormats });
    const written = apply(bookOf(sheet), planOf(sheet, new Set(["counts"]))).sheets[0];
    expect(written?.values.slice(10).map((row) => row.slice(0, 3))).toEqual([
      ["S", 1, 0.333],
      ["A", 0, 0],
      ["B", 1, 0.333],
      ["C", 0, 0],
      ["D", 1, 0.333],
      ["計", 3, 1],
    ]);
  });

  test("on a sheet without KPI tables it counts the whole workbook", () => {
    const summary = sheetOf(
      [
        ["", "S", "A", "B", "C", "D"],
        ["合計", "", "", "", "", ""],
      ],
      { name: "まとめ" },
    );
    const book = bookOf(sheetOf(KPI_ROWS), { ...sheetOf(KPI_ROWS, { name: "二枚目" }), id: "2" }, summary);
    const plan = planRollup(assessed(book), DEFAULT_SETTINGS, { kinds: new Set(["counts"]), overwrite: false });
    expect(changes(plan).map(([, after]) => after)).toEqual([2, 0, 2, 0, 2]);
  });

  test("legends, rubric tables and KPI rows are no tables of counts", () => {
    const grades = ["S", "A", "B", "C", "D", "―"];
    for (const name of ["asahi-r2", "asahi-r3", "negatives/rubric-only", "negatives/questionnaire"]) {
      expect([name, findCountBlocks(new Grid(sampleSheet(name)), grades, [])]).toEqual([name, []]);
    }
  });

  test("a label that could mean two groups is left alone", () => {
    const result = rollUp(assessed(sampleBook("suzaka-jisseki")), DEFAULT_SETTINGS);
    expect(groupFor("施策35", result)?.path.at(-1)).toBe("施策35 広聴・広報の充実");
    expect(groupFor("広聴・広報の充実", result)?.path.at(-1)).toBe("施策35 広聴・広報の充実");
    expect(groupFor("基本施策", result)).toBeNull();
    expect(groupFor("その他", result)).toBeNull();
  });
});

describe("the verification text", () => {
  const text = (line: string): SheetSnapshot =>
    sheetOf([
      ["令和5年度 重点施策シート", null, null, null, null],
      ["No.", "指標", "基準値", "目標値", "令和5年度実績"],
      [1, "創業件数（件）", 10, 20, 25],
      [2, "就業者数（人）", 100, 120, 105],
      [null, null, null, null, null],
      ["検証", line, null, null, null],
    ]);

  test("an open grade is filled in, the words stay as they are", () => {
    const plan = planOf(text("KPI 1【達成状況：】創業塾を開いた。\nKPI 2【達成状況：　】求人が増えた。"));
    expect(changes(plan).map(([, after]) => after)).toEqual([
      "KPI 1【達成状況：Ｓ】創業塾を開いた。\nKPI 2【達成状況：Ｂ】求人が増えた。",
    ]);
  });

  test("a grade that a person wrote is kept, changed only when asked; the same grade in other widths is the same", () => {
    const sheet = text("KPI 1【達成状況：Ａ】創業塾を開いた。KPI 2【達成状況：B】");
    expect(planOf(sheet).edits).toEqual([]);
    expect(planOf(sheet).refused.map(({ reason }) => reason)).toEqual(["kept"]);
    expect(changes(planOf(sheet, WITHOUT_DRAFTS, true)).map(([, after]) => after)).toEqual([
      "KPI 1【達成状況：S】創業塾を開いた。KPI 2【達成状況：B】",
    ]);
  });

  test("a draft only where nothing is written, and only when asked for", () => {
    const sheet = text("KPI 1【達成状況：】\nKPI 2【達成状況：】求人が増えた。");
    expect(changes(planOf(sheet, ALL)).map(([, after]) => after)).toEqual([
      "KPI 1【達成状況：Ｓ】令和5年度の実績は25件で、目標20件を達成した（基準値10件から150.0%増加）。\nKPI 2【達成状況：Ｂ】求人が増えた。",
    ]);
  });

  test("備考: drafts for empty cells, never over a person's words", () => {
    const plan = planOf(sheetOf(KPI_ROWS), ALL);
    expect(plan.edits.map(({ row, column, after }) => [row, column, after.formula])).toEqual([
      [3, 4, "令和5年度の実績は25件で、目標20件を達成した（基準値10件から150.0%増加）。"],
      [6, 4, "令和5年度の実績は800人で、基準値1,000人から20.0%減少しており、目標1,200人を達成していない。"],
    ]);
    expect(planOf(sheetOf(KPI_ROWS)).edits).toEqual([]);
  });

  test("drafts of the samples: figures only, a sentence that ends", () => {
    for (const name of ["asahi-r3", "hadano-jisseki", "kitamoto-jisseki", "suzaka-jisseki"]) {
      const rows = assessed(sampleBook(name)).sheets.flatMap(({ tables }) => tables.flatMap(({ graded }) => graded));
      for (const row of rows)
        expect([row.indicator.name, draftSentence(row)]).toEqual([row.indicator.name, expect.stringMatching(/。$/)]);
    }
  });
});

test("writing twice is writing once, whatever is asked for", () => {
  const books: readonly (() => ReturnType<typeof bookOf>)[] = [
    ...["asahi-r2", "asahi-r3", "hadano-jisseki"].map((name) => () => sampleBook(name)),
    () => bookOf(sheetOf(KPI_ROWS)),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...books),
      fc.subarray([...BLOCK_KINDS]),
      fc.boolean(),
      fc.constantFrom<Record<string, number>>({}, { 順調: 3, 停滞: 1 }),
      (book, kinds, overwrite, counts) => {
        const before = book();
        const progressCounts = Object.fromEntries(before.sheets.map(({ name }) => [name, counts]));
        const settings = { ...DEFAULT_SETTINGS, progressCounts };
        const chosen = { kinds: new Set(kinds), overwrite };
        const once = apply(before, planRollup(assessed(before, settings), settings, chosen));
        const again = planRollup(assessed(once, settings), settings, chosen);
        expect(again.edits).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
