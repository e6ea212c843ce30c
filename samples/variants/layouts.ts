/** Layouts and words of other (invented) cities. */
import type { Sample } from "../book";
import { ALL, CITY, unitTruth, type CityKpi } from "../city";
import { layoutSample, withUnit, type Line, type SheetSpec, type TableSpec } from "../layout";

const {
  startups,
  shipments,
  farmers,
  visitors,
  consultations,
  outflow,
  satisfaction,
  waiting,
  waste,
  lectures,
  crimes,
  surplus,
} = CITY;
const lines = (...kpis: readonly CityKpi[]): Line[] => kpis.map((kpi) => ({ kpi }));
const one = (name: string, title: string, ...sheets: readonly SheetSpec[]): Sample =>
  layoutSample(`variants/${name}`, title, sheets);

/** 評価指標 計画策定時 最新値 目標値 目標年度 達成度 所管課: years in columns of their own, the newest value without one. */
const latest: TableSpec = {
  head: {
    A4: "施策",
    B4: "評価指標",
    C4: "計画策定時",
    D4: "策定時年度",
    E4: "最新値",
    F4: "目標値",
    G4: "目標年度",
    H4: "達成度",
    I4: "評価",
    J4: "所管課",
  },
  columns: [
    { at: "A", role: "measure" },
    { at: "B", role: "name" },
    { at: "C", role: "baseline" },
    { at: "D", role: "baselineYear" },
    { at: "E", role: "actual", year: null },
    { at: "F", role: "target", year: null },
    { at: "G", role: "targetYear" },
    { at: "H", role: "rate" },
    { at: "I", role: "grade" },
    { at: "J", role: "owner" },
  ],
  lines: [startups, farmers, consultations, crimes, waste].map((kpi) => ({ kpi, cells: { D: "R1", G: "R7" } })),
  writing: withUnit,
  year: 2023,
};
const newestValue = one("newest-value", "あさぎり市総合計画", {
  name: "成果指標",
  title: { at: "A1", text: "あさぎり市総合計画　成果指標一覧" },
  texts: { A2: "令和5年度末現在" },
  year: 2023,
  tables: [latest],
});

/** Two tables side by side on the same rows. */
const beside = (left: string, at: readonly string[], kpis: readonly CityKpi[]): TableSpec => {
  const [name, baseline, actual, target, grade] = at as [string, string, string, string, string];
  return {
    head: {
      [`${name}3:${grade}3`]: left,
      [`${name}4`]: "指標",
      [`${baseline}4`]: "当初値(R1)",
      [`${actual}4`]: "R5実績",
      [`${target}4`]: "目標(R7)",
      [`${grade}4`]: "評価",
    },
    titleRows: 1,
    columns: [
      { at: name, role: "name", width: 24 },
      { at: baseline, role: "baseline" },
      { at: actual, role: "actual", year: 2023 },
      { at: target, role: "target", year: 2025 },
      { at: grade, role: "grade" },
    ],
    lines: lines(...kpis),
    writing: withUnit,
    group: () => [left],
    year: 2023,
  };
};
const sideBySide = one("side-by-side", "みどり町総合戦略", {
  name: "総括表",
  title: { at: "A1", text: "みどり町総合戦略　KPI総括表（令和5年度）" },
  year: 2023,
  yearFrom: "title",
  tables: [
    beside("基本目標1 しごとをつくる", ["A", "B", "C", "D", "E"], [startups, shipments, farmers]),
    beside("基本目標2 ひとの流れをつくる", ["G", "H", "I", "J", "K"], [visitors, consultations, outflow, lectures]),
  ],
});

/** Two tables below each other, with different columns and hardly a gap. */
const stacked = one("stacked", "しおさい町総合戦略", {
  name: "進捗",
  title: { at: "A1", text: "しおさい町まち・ひと・しごと創生総合戦略　令和4年度の進捗" },
  year: 2022,
  yearFrom: "title",
  tables: [
    {
      head: { A3: "数値目標", B3: "基準値（R元年度）", C3: "R4年度 実績値", D3: "目標値（R7年度）", E3: "判定" },
      columns: [
        { at: "A", role: "name", width: 34 },
        { at: "B", role: "baseline", width: 18 },
        { at: "C", role: "actual", year: 2022, width: 16 },
        { at: "D", role: "target", year: 2025, width: 18 },
        { at: "E", role: "grade" },
      ],
      lines: lines(outflow, visitors),
      writing: withUnit,
      year: 2022,
    },
    {
      head: {
        A6: "重要業績評価指標（KPI）",
        B6: "単位",
        C6: "現状値（R元）",
        D6: "R3",
        E6: "R4",
        F6: "R5",
        G6: "最終目標値（R7）",
        H6: "達成状況",
        I6: "備考",
      },
      columns: [
        { at: "A", role: "name", width: 34 },
        { at: "B", role: "unit", width: 18 },
        { at: "C", role: "baseline", width: 16 },
        { at: "D", role: "actual", year: 2021, width: 18 },
        { at: "E", role: "actual", year: 2022 },
        { at: "F", role: "actual", year: 2023 },
        { at: "G", role: "target", year: 2025, width: 18 },
        { at: "H", role: "grade" },
        { at: "I", role: "remarks" },
      ],
      lines: [consultations, startups, waiting, waste].map((kpi) => ({ kpi, cells: { F: null } })),
      year: 2022,
    },
  ],
});

/** Three header rows: year over 目標/実績 over the unit of the cell. */
const threeRows = one("three-row-header", "ひだまり市実施計画", {
  name: "様式2",
  title: { at: "A1", text: "様式2　令和5年度　施策評価シート（ひだまり市）" },
  year: 2023,
  yearFrom: "title",
  tables: [
    {
      head: {
        "A3:A5": "基本目標",
        "B3:B5": "施策",
        "C3:C5": "指標名",
        "D3:D5": "単位",
        "E3:E4": "基準値",
        E5: "令和元年度",
        "F3:K3": "年度別",
        "F4:G4": "令和3年度",
        "H4:I4": "令和4年度",
        "J4:K4": "令和5年度",
        F5: "目標",
        G5: "実績",
        H5: "目標",
        I5: "実績",
        J5: "目標",
        K5: "実績",
        "L3:L4": "目標値",
        L5: "令和7年度",
        "M3:M5": "評価区分",
      },
      columns: [
        { at: "A", role: "goal" },
        { at: "B", role: "measure" },
        { at: "C", role: "name" },
        { at: "D", role: "unit" },
        { at: "E", role: "baseline" },
        { at: "F", role: "milestone", year: 2021 },
        { at: "G", role: "actual", year: 2021 },
        { at: "H", role: "milestone", year: 2022 },
        { at: "I", role: "actual", year: 2022 },
        { at: "J", role: "milestone", year: 2023 },
        { at: "K", role: "actual", year: 2023 },
        { at: "L", role: "target", year: 2025 },
        { at: "M", role: "grade" },
      ],
      lines: lines(...ALL),
      year: 2023,
    },
  ],
});

/** Years in a row above the words, groups merged down their column. */
const mergedGroups = one("merged-groups", "かわせみ市総合戦略", {
  name: "KPI管理表",
  title: { at: "B1", text: "かわせみ市総合戦略 KPI管理表　令和5年度末時点" },
  year: 2023,
  yearFrom: "title",
  tables: [
    {
      head: {
        "B3:B4": "基本目標",
        "C3:C4": "施策",
        "D3:D4": "ＫＰＩ",
        E3: "令和元年度",
        F3: "令和3年度",
        G3: "令和4年度",
        H3: "令和5年度",
        I3: "令和7年度",
        E4: "基準",
        F4: "実績",
        G4: "実績",
        H4: "実績",
        I4: "目標",
        "J3:J4": "ランク",
        "K3:K4": "課題・今後の方向性",
      },
      columns: [
        { at: "B", role: "goal" },
        { at: "C", role: "measure" },
        { at: "D", role: "name" },
        { at: "E", role: "baseline" },
        { at: "F", role: "actual", year: 2021 },
        { at: "G", role: "actual", year: 2022 },
        { at: "H", role: "actual", year: 2023 },
        { at: "I", role: "target", year: 2025 },
        { at: "J", role: "grade" },
        { at: "K", role: "remarks" },
      ],
      lines: ALL.map((kpi, i) => {
        const before = ALL[i - 1];
        return {
          kpi,
          cells: {
            ...(before?.goal === kpi.goal ? { B: null } : {}),
            ...(before?.measure === kpi.measure ? { C: null } : {}),
          },
        };
      }),
      merges: ["B5:B7", "B8:B10", "B11:B16", "C9:C10"],
      writing: withUnit,
      year: 2023,
    },
  ],
});

/** One header row and nothing else: unit in the name, no title with a year. */
const bare = one("bare-single-row", "指標", {
  name: "Sheet1",
  year: 2023,
  yearFrom: "newestActual",
  tables: [
    {
      head: {
        A1: "指標（単位）",
        B1: "現状値(2019)",
        C1: "2021",
        D1: "2022",
        E1: "2023",
        F1: "目標値(2025)",
        G1: "判定",
        H1: "備考",
      },
      columns: [
        { at: "A", role: "name", width: 36 },
        { at: "B", role: "baseline" },
        { at: "C", role: "actual", year: 2021 },
        { at: "D", role: "actual", year: 2022 },
        { at: "E", role: "actual", year: 2023 },
        { at: "F", role: "target", year: 2025 },
        { at: "G", role: "grade" },
        { at: "H", role: "remarks" },
      ],
      lines: [startups, farmers, consultations, outflow, satisfaction, waste].map((kpi) => ({
        kpi,
        cells: { A: `${kpi.name}（${kpi.unit}）` },
        truth: { name: `${kpi.name}（${kpi.unit}）`, nameCore: kpi.name, unit: unitTruth(kpi) },
      })),
      year: 2023,
    },
  ],
});

/** Costs, large figures and shares: units 千円, 億円, 万人, ％ in their column. */
const units = one("unit-column", "ひばり市財政健全化計画", {
  name: "指標一覧",
  title: { at: "A1", text: "ひばり市行財政改革プラン　令和4年度 取組実績" },
  year: 2022,
  yearFrom: "title",
  tables: [
    {
      head: {
        A3: "区分",
        B3: "成果指標",
        C3: "単位",
        D3: "計画当初\n(R元)",
        E3: "R4\n(実績)",
        F3: "R7\n(目標)",
        G3: "達成率",
        H3: "自己評価",
        I3: "担当課",
      },
      columns: [
        { at: "A", role: "measure" },
        { at: "B", role: "name" },
        { at: "C", role: "unit" },
        { at: "D", role: "baseline" },
        { at: "E", role: "actual", year: 2022 },
        { at: "F", role: "target", year: 2025 },
        { at: "G", role: "rate" },
        { at: "H", role: "grade" },
        { at: "I", role: "owner" },
      ],
      lines: [surplus, shipments, visitors, satisfaction, waiting].map((kpi, i) => {
        const [actual, target] = [kpi.actuals[2022] as number, kpi.target as number];
        const formula = `IF(F${i + 4}=0,"－",E${i + 4}/F${i + 4})`;
        return { kpi, cells: { G: { formula, result: target === 0 ? "－" : actual / target, format: "0.0%" } } };
      }),
      year: 2022,
    },
  ],
});

export const LAYOUTS: readonly Sample[] = [newestValue, sideBySide, stacked, threeRows, mergedGroups, bare, units];
