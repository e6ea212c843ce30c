/** Other cities' words: stated directions, own rubrics, ways of having no figure, targets in words. */
import type { Sample } from "../book";
import { ALL, CITY, figure, plain, type CityKpi } from "../city";
import { asNumber, layoutSample, withUnit, type Column, type Line, type SheetSpec } from "../layout";

const {
  startups,
  shipments,
  farmers,
  visitors,
  consultations,
  outflow,
  satisfaction,
  waiting,
  crimes,
  waste,
  lectures,
} = CITY;
const lines = (...kpis: readonly CityKpi[]): Line[] => kpis.map((kpi) => ({ kpi }));
const one = (name: string, title: string, ...sheets: readonly SheetSpec[]): Sample =>
  layoutSample(`variants/${name}`, title, sheets);

/** The direction and the kind of formula stand in columns. */
const DIRECTIONS = { up: "増加", down: "減少", keepUp: "維持", keepDown: "維持（以下）" } as const;
const directed = one("direction-column", "すばる市総合計画", {
  name: "評価表",
  title: { at: "A1", text: "すばる市総合計画　評価表（令和5年度）" },
  year: 2023,
  yearFrom: "title",
  tables: [
    {
      head: {
        A3: "番号",
        B3: "指標",
        C3: "望ましい方向",
        D3: "指標の型",
        E3: "初期値",
        F3: "R5年度実績",
        G3: "R5年度目標",
        H3: "R7年度目標",
        I3: "評価結果",
      },
      columns: [
        { at: "A", role: "no" },
        { at: "B", role: "name" },
        { at: "C", role: "direction" },
        { at: "D", role: "kind" },
        { at: "E", role: "baseline" },
        { at: "F", role: "actual", year: 2023 },
        { at: "G", role: "milestone", year: 2023 },
        { at: "H", role: "target", year: 2025 },
        { at: "I", role: "grade" },
      ],
      lines: ALL.map((kpi) => ({
        kpi,
        cells: { C: DIRECTIONS[kpi.direction], D: kpi.direction.startsWith("keep") ? "現状維持型" : "進捗割合型" },
        truth: {
          baseline: { text: `${plain(kpi, kpi.baseline as number)}${kpi.unit}`, value: figure(kpi, kpi.baseline) },
        },
      })),
      writing: withUnit,
      year: 2023,
    },
  ],
});

/** A rubric of its own, as a table on the sheet: 実績÷目標. */
const OWN = [
  ["評価", "条件", "説明"],
  ["ａ", "達成率100%以上", "目標を達成"],
  ["ｂ", "達成率80%以上100%未満", "おおむね達成"],
  ["ｃ", "達成率80%未満", "未達成"],
  ["－", "実績なし", "評価できない"],
];
const ownRubric = one("own-rubric-table", "はまなす市総合戦略", {
  name: "KPI",
  title: { at: "A1", text: "はまなす市総合戦略　令和5年度KPI" },
  texts: Object.fromEntries(
    OWN.flatMap((row, r) => row.map((text, c) => [`${["I", "J", "K"][c] as string}${r + 3}`, text])),
  ),
  year: 2023,
  yearFrom: "title",
  tables: [
    {
      head: { A3: "ＫＰＩ", B3: "単位", C3: "基準値(R1)", D3: "R5実績", E3: "目標値(R7)", F3: "評価" },
      columns: [
        { at: "A", role: "name" },
        { at: "B", role: "unit" },
        { at: "C", role: "baseline" },
        { at: "D", role: "actual", year: 2023 },
        { at: "E", role: "target", year: 2025 },
        { at: "F", role: "grade" },
      ],
      lines: lines(startups, shipments, visitors, consultations, satisfaction),
      rubric: { from: "table" },
      grade: (kpi, actual) => {
        const rate = (actual as number) / (kpi.target as number);
        return rate >= 1 ? "ａ" : rate >= 0.8 ? "ｂ" : "ｃ";
      },
      year: 2023,
    },
  ],
});

/** Every way of having no figure. Whether an older value stands in for one not yet published is up to the rubric. */
const MISSING: readonly (readonly [CityKpi, string | null, "older"?])[] = [
  [startups, "－"],
  [shipments, "未公表", "older"],
  [farmers, null],
  [visitors, "集計中", "older"],
  [consultations, "―"],
  [satisfaction, "調査なし"],
  [lectures, "中止"],
  [crimes, "R6.8月頃公表予定", "older"],
];
const missing = one("missing-values", "ときわ市総合戦略", {
  name: "KPI",
  title: { at: "A1", text: "ときわ市総合戦略　KPI（令和5年度実績）" },
  year: 2023,
  yearFrom: "title",
  tables: [
    {
      head: { A3: "KPI", B3: "単位", C3: "基準値(R1)", D3: "R4", E3: "R5", F3: "目標値(R7)", G3: "評価", H3: "備考" },
      columns: [
        { at: "A", role: "name" },
        { at: "B", role: "unit" },
        { at: "C", role: "baseline" },
        { at: "D", role: "actual", year: 2022 },
        { at: "E", role: "actual", year: 2023, width: 18 },
        { at: "F", role: "target", year: 2025 },
        { at: "G", role: "grade" },
        { at: "H", role: "remarks" },
      ],
      lines: [
        ...MISSING.map(([kpi, text, older]) => ({
          kpi: { ...kpi, actuals: { ...kpi.actuals, 2023: null } },
          cells: { E: text },
          ...(older ? { truth: { actual: undefined, grade: undefined } } : {}),
        })),
        { kpi: waste },
        { kpi: outflow },
      ],
      year: 2023,
    },
  ],
});

/** Targets in words and with bounds. */
const worded = one("worded-targets", "やまびこ村総合戦略", {
  name: "目標",
  title: { at: "A1", text: "やまびこ村総合戦略　目標と実績（令和5年度）" },
  year: 2023,
  yearFrom: "title",
  tables: [
    {
      head: { A3: "目標項目", B3: "基準値（R1）", C3: "実績値（R5）", D3: "目標値（R7）", E3: "評価" },
      columns: [
        { at: "A", role: "name" },
        { at: "B", role: "baseline" },
        { at: "C", role: "actual", year: 2023 },
        { at: "D", role: "target", year: 2025 },
        { at: "E", role: "grade" },
      ],
      lines: [
        { kpi: startups, cells: { D: "60人以上" } },
        { kpi: waste, cells: { D: "850g以下" } },
        { kpi: waiting, cells: { D: "0人" } },
        { kpi: satisfaction, cells: { B: "42.5%", C: "46.9%", D: "60%以上" } },
        { kpi: consultations, cells: { D: "年間2,000件" } },
        {
          kpi: { ...visitors, target: null },
          cells: { D: "増加" },
          truth: { target: { text: "増加", value: null, kind: "increase" }, grade: "C" },
        },
        {
          kpi: { ...crimes, target: null },
          cells: { D: "減少" },
          truth: { target: { text: "減少", value: null, kind: "decrease" }, grade: "C" },
        },
        {
          kpi: farmers,
          cells: { D: "現状維持" },
          truth: { target: { text: "現状維持", value: null, kind: "maintain" }, grade: "C" },
        },
      ],
      writing: withUnit,
      year: 2023,
    },
  ],
});

/** 現状 見込み ２０２５年目標 進捗区分: western years in full-width digits, 課 as headings, no frame of numbers. */
const byOffice = one(
  "one-sheet-per-office",
  "うみかぜ市総合計画",
  ...["企画課", "商工課", "こども課"].map((office, i): SheetSpec => {
    const kpis = [[consultations, outflow], [startups, shipments], [waiting]][i] as readonly CityKpi[];
    const columns: readonly Column[] = [
      { at: "C", role: "name" },
      { at: "D", role: "baseline" },
      { at: "E", role: "actual", year: 2023 },
      { at: "F", role: "target", year: 2025 },
      { at: "G", role: "grade" },
      { at: "H", role: "remarks" },
    ];
    return {
      name: office,
      title: { at: "C1", text: "うみかぜ市総合計画　目標管理シート" },
      texts: { C2: `所管：${office}`, ...(i === 0 ? { F2: "２０２３年度" } : {}) },
      year: 2023,
      tables: [
        {
          head: {
            C4: "数値指標",
            D4: "出発点（２０１９年）",
            E4: "２０２３年度実績",
            F4: "２０２５年目標",
            G4: "進捗区分",
            H4: "特記事項",
          },
          columns,
          lines: lines(...kpis),
          writing: withUnit,
          year: 2023,
        },
      ],
    };
  }),
  {
    name: "記入要領",
    texts: {
      A1: "記入要領",
      A2: "1　実績は年度末の数値を記入してください。",
      A3: "2　進捗区分は、S（達成）A（順調）B（やや遅れ）C（遅れ）で記入してください。",
      A4: "3　提出期限：令和6年6月14日（金）",
    },
    tables: [],
  },
  {
    name: "旧様式",
    hidden: true,
    tables: [
      {
        head: { A1: "数値指標", B1: "基準値(R1)", C1: "R4実績", D1: "目標(R7)", E1: "評価" },
        columns: [
          { at: "A", role: "name" },
          { at: "B", role: "baseline" },
          { at: "C", role: "actual", year: 2022 },
          { at: "D", role: "target", year: 2025 },
          { at: "E", role: "grade" },
        ],
        // Which year counts on a forgotten sheet is not ours to say here.
        lines: [consultations, waiting].map((kpi) => ({
          kpi,
          cells: { E: "A" },
          truth: { actual: {}, grade: undefined },
        })),
        writing: asNumber,
        year: 2022,
      },
    ],
  },
);

export const WORDINGS: readonly Sample[] = [directed, ownRubric, missing, worded, byOffice];
