/** Drafts say what the figures say, and no more. */
import fc from "fast-check";
import { PRESETS } from "../../../src/kpi/rubric";
import { rollUp } from "../../../src/sheet/rollup";
import { draftSentence } from "../../../src/sheet/rollup/draft";
import { yearName } from "../../../src/sheet/rollup/era";
import {
  countsSentence,
  extremesSentence,
  meanSentence,
  metSentence,
  pointsSentence,
  resultNotes,
  statusSentence,
} from "../../../src/sheet/rollup/sentences";
import { DEFAULT_SETTINGS } from "../../../src/sheet/settings";
import type { CellValue } from "../../../src/sheet/types";
import { assess } from "../../../src/sheet/assess";
import { assessed, bookOf, sampleBook, sheetOf } from "./support";

type Cell = CellValue | null;

/** The draft for one row; null where the cells make none. */
function draft(name: string, baseline: Cell, target: Cell, before: Cell, actual: Cell): string | null {
  const book = bookOf(
    sheetOf([
      ["令和5年度 KPI評価シート", null, null, null, null],
      ["指標", "基準値", "目標値", "令和4年度実績", "令和5年度実績"],
      [name, baseline, target, before, actual],
    ]),
  );
  const [row] = assessed(book).sheets.flatMap(({ tables }) => tables.flatMap(({ graded }) => graded));
  return row ? draftSentence(row) : null;
}

test.each([
  [
    "相談件数（件）",
    91,
    200,
    85,
    114,
    "令和5年度の実績は114件で、基準値91件から25.3%増加したが、目標200件を達成していない。前年度（85件）を上回った。",
  ],
  [
    "転入世帯数（世帯）",
    42,
    50,
    58,
    58,
    "令和5年度の実績は58世帯で、目標50世帯を達成した（基準値42世帯から38.1%増加）。前年度（58世帯）と同じである。",
  ],
  [
    "刑法犯認知件数（件）",
    100,
    80,
    95,
    90,
    "令和5年度の実績は90件で、基準値100件から10.0%減少したが、目標80件を達成していない。前年度（95件）を下回った。",
  ],
  [
    "来訪者数（人）",
    1000,
    1200,
    null,
    800,
    "令和5年度の実績は800人で、基準値1,000人から20.0%減少しており、目標1,200人を達成していない。",
  ],
  [
    "受診率（％）",
    30,
    40,
    null,
    33.5,
    "令和5年度の実績は33.5%で、基準値30%から3.5ポイント増加したが、目標40%を達成していない。",
  ],
  [
    "出荷額（億円）",
    1250,
    1300,
    null,
    1342,
    "令和5年度の実績は1,342億円で、目標1,300億円を達成した（基準値1,250億円から7.4%増加）。",
  ],
  [
    "観光消費額",
    "59億1,800万円",
    "61億円",
    null,
    "60億円",
    "令和5年度の実績は60億円で、基準値59億1,800万円から1.4%増加したが、目標61億円を達成していない。",
  ],
  [
    "社会増減（人）",
    -11,
    "増加",
    -74,
    -61,
    "令和5年度の実績は−61人で、基準値−11人から454.5%減少しており、目標「増加」を達成していない。前年度（−74人）を上回った。",
  ],
  ["開催数（回）", 12, 12, null, 12, "令和5年度の実績は12回で、目標12回を達成した（基準値12回と同じ）。"],
  ["参加者数（人）", 1358, 1400, "-", "-", "令和5年度の実績値がないため評価できない。"],
])("%s: %s, %s, %s, %s", (name, baseline, target, before, actual, wanted) => {
  expect(draft(name, baseline, target, before, actual)).toBe(wanted);
});

test("no cell makes a draft throw or leaves a sentence open", () => {
  const cells = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    fc.string(),
    fc.constantFrom("-", "未公表", "約50", "20～30", "7(16)", "増加", "↗"),
  );
  fc.assert(
    fc.property(cells, cells, cells, (baseline, target, actual) => {
      expect(draft("相談件数（件）", baseline, target, 100, actual) ?? "").toMatch(/^$|。$/);
    }),
    { numRuns: 150 },
  );
});

test("years as sheets print them", () => {
  expect([2018, 2019, 2021, 1988].map(yearName)).toEqual(["平成30年度", "令和元年度", "令和3年度", "昭和63年度"]);
});

test.each(PRESETS.map((rubric) => [rubric.name, rubric] as const))(
  "%s: every sentence of a roll-up in both languages",
  (_, rubric) => {
    const result = rollUp(assess(sampleBook("suzaka-jisseki"), DEFAULT_SETTINGS, { rubric }), DEFAULT_SETTINGS);
    for (const group of [result.all, ...result.groups]) {
      for (const language of ["ja", "en"] as const) {
        const said = [
          countsSentence(group, language),
          metSentence(group, language),
          pointsSentence(group, language),
          meanSentence(group, language),
          extremesSentence(group, language),
          statusSentence(group, language),
          ...resultNotes(result, language),
        ].filter((sentence) => sentence !== null);
        for (const sentence of said) expect(sentence).not.toMatch(/undefined|null|NaN|Infinity/);
        // A word without its sum would have to be believed.
        if (group.status !== null) expect(statusSentence(group, language)).toMatch(/\d%/);
      }
    }
  },
);
