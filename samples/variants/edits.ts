/** What staff do to last year's sheet: columns and rows put in, headers renamed, things hidden, digits typed as text. */
import type ExcelJS from "exceljs";
import type { Sample } from "../book";
import { ALL, CITY, fullWidth, plain, type CityKpi } from "../city";
import { protect } from "../form";
import { asNumber, layoutSample, withUnit, type Column, type Line, type SheetSpec, type TableSpec } from "../layout";

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
const TITLE = { at: "B1", text: "みなと市総合戦略　KPI進捗管理表（令和5年度実績）" };

/** The plain sheet that all these started from. */
const COLUMNS: readonly Column[] = [
  { at: "B", role: "no" },
  { at: "C", role: "goal" },
  { at: "D", role: "name" },
  { at: "E", role: "unit" },
  { at: "F", role: "baseline" },
  { at: "G", role: "actual", year: 2022 },
  { at: "H", role: "actual", year: 2023 },
  { at: "I", role: "target", year: 2025 },
  { at: "J", role: "grade" },
  { at: "K", role: "owner" },
];
const HEAD: Readonly<Record<string, string>> = {
  B3: "No.",
  C3: "基本目標",
  D3: "指標名",
  E3: "単位",
  F3: "基準値\n（R1）",
  G3: "R4実績",
  H3: "R5実績",
  I3: "目標値\n（R7）",
  J3: "評価",
  K3: "担当課",
};

const table = (change: Partial<TableSpec> = {}): TableSpec => ({
  head: HEAD,
  columns: COLUMNS,
  lines: ALL.map((kpi) => ({ kpi })),
  year: 2023,
  ...change,
});

const sheet = (change: Partial<SheetSpec> = {}): SheetSpec => ({
  name: "KPI一覧",
  title: TITLE,
  year: 2023,
  yearFrom: "title",
  tables: [table()],
  ...change,
});

const variant = (name: string, ...sheets: readonly SheetSpec[]): Sample =>
  layoutSample(`variants/${name}`, "みなと市総合戦略", sheets);

const letters = (from: string, by: number): string => String.fromCharCode(from.charCodeAt(0) + by);
const moved = <T>(record: Readonly<Record<string, T>>, by: (letter: string) => string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([a, v]) => [a.replace(/^[A-Z]/, by), v]));

/** A column was put in before the actuals; it has no header and holds a private remark. */
const shift = (letter: string): string => (letter >= "G" ? letters(letter, 1) : letter);
const insertedColumn = variant(
  "inserted-column",
  sheet({
    tables: [
      table({
        head: moved(HEAD, shift),
        columns: [...COLUMNS.map((c) => ({ ...c, at: shift(c.at) })), { at: "G", role: "other" }],
        lines: ALL.map((kpi, i) => ({ kpi, cells: i === 2 ? { G: "要確認（農政課に照会中）" } : {} })),
      }),
    ],
  }),
);

const insertedRows = variant(
  "inserted-rows",
  sheet({
    tables: [
      table({
        lines: ALL.flatMap((kpi, i): Line[] =>
          i === 3 ? ["blank", { kpi }] : i === 7 ? [{ text: "※ここから福祉・環境分野" }, { kpi }, "blank"] : [{ kpi }],
        ),
      }),
    ],
  }),
);

const renamedHeaders = variant(
  "renamed-headers",
  sheet({
    tables: [
      table({
        head: {
          ...HEAD,
          D3: "めざす指標",
          F3: "策定時\n(Ｒ１)",
          G3: "Ｒ４実績",
          H3: "Ｒ５実績",
          I3: "めざす値\n(Ｒ７)",
          J3: "判定",
          K3: "所管",
        },
      }),
    ],
  }),
);

const hidden = variant(
  "hidden-rows-and-columns",
  sheet({
    tables: [table({ lines: ALL.map((kpi, i) => ({ kpi, hidden: i === 4 || i === 5 })) })],
    finish: (ws) => {
      for (const at of ["C", "G"]) ws.getColumn(at).hidden = true;
    },
  }),
);

const asText = (kpi: CityKpi, value: number): string => plain(kpi, value);
const textNumbers = variant(
  "numbers-as-text",
  sheet({
    tables: [
      table({
        writing: asText,
        lines: ALL.map((kpi) => ({
          kpi,
          cells: kpi === outflow ? { H: " 188 " } : kpi === shipments ? { H: "1342" } : {},
        })),
      }),
    ],
  }),
);

const wideDigits = variant(
  "full-width-digits",
  sheet({
    tables: [
      table({
        writing: (kpi, value) => fullWidth(plain(kpi, value)) + kpi.unit,
        head: { ...HEAD, F3: "基準値\n（Ｒ１）", G3: "Ｒ４実績", H3: "Ｒ５実績", I3: "目標値\n（Ｒ７）" },
      }),
    ],
  }),
);

/** Actuals are added up from a sheet of months; the cached values may be missing (written by another program). */
const MONTHS = "月別";
function withFormulas(cached: boolean): SheetSpec[] {
  const parts = (total: number): number[] => [Math.floor(total / 3), Math.floor(total / 4)];
  // No zero among them: the library drops a cached 0.
  const chosen = [startups, consultations, outflow, crimes, waste, lectures] as const;
  const sum = (kpi: CityKpi, i: number): { formula: string; result?: number; format: string } => ({
    formula: `SUM('${MONTHS}'!B${i + 2}:D${i + 2})`,
    ...(cached ? { result: kpi.actuals[2023] as number } : {}),
    format: "#,##0",
  });
  return [
    sheet({
      tables: [
        table({
          lines: chosen.map((kpi, i) => ({
            kpi,
            cells: { H: sum(kpi, i) },
            // Without a cached value a reader sees an empty cell until Excel has calculated.
            ...(cached ? {} : { truth: { actual: {}, grade: undefined } }),
          })),
        }),
      ],
    }),
    {
      name: MONTHS,
      texts: Object.fromEntries([
        ["A1", "内訳"],
        ["B1", "4～7月"],
        ["C1", "8～11月"],
        ["D1", "12～3月"],
        ...chosen.flatMap((kpi, i) => {
          const total = kpi.actuals[2023] as number;
          const [a, b] = parts(total) as [number, number];
          const r = i + 2;
          return [
            [`A${r}`, kpi.name],
            [`B${r}`, a],
            [`C${r}`, b],
            [`D${r}`, total - a - b],
          ];
        }),
      ]) as Record<string, string | number>,
      tables: [],
    },
  ];
}
const formulas = variant("formulas", ...withFormulas(true));
const formulasUncached = variant("formulas-without-cached-values", ...withFormulas(false));

/** The sheet is protected without a password; only some grade cells can be typed into. */
const protectedSheet = variant(
  "protected-sheet",
  sheet({
    tables: [table({ unlockedGrades: false })],
    finish: (ws) => {
      for (const row of [4, 5, 6, 7, 8, 9]) ws.getCell(`J${row}`).protection = { locked: false };
      protect(ws);
    },
  }),
);

const leadingBlanks = variant(
  "leading-blank-rows-and-columns",
  sheet({
    title: { at: "H9", text: TITLE.text },
    tables: [
      table({
        head: Object.fromEntries(
          Object.entries(HEAD).map(([a, v]) => [a.replace(/^[A-Z]/, (c) => letters(c, 6)).replace(/3$/, "14"), v]),
        ),
        columns: COLUMNS.map((c) => ({ ...c, at: letters(c.at, 6) })),
      }),
    ],
  }),
);

/** One rule for the whole area; set cell by cell, the library writes rules that overlap. */
function listOf(ws: ExcelJS.Worksheet, area: string): void {
  type Validations = { readonly dataValidations: { add(area: string, rule: ExcelJS.DataValidation): void } };
  (ws as ExcelJS.Worksheet & Validations).dataValidations.add(area, {
    type: "list",
    allowBlank: true,
    formulae: ['"S,A,B,C,D,―"'],
    showErrorMessage: true,
    errorTitle: "評価",
    error: "リストから選択してください。",
  });
}

/** Grades already typed by hand, two of them wrong; the column takes only a letter of the list. */
const TYPED: Readonly<Record<string, string>> = {
  新規創業者数: "A",
  製造品出荷額等: "S",
  認定農業者数: "B",
  移住相談件数: "Ａ",
  刑法犯認知件数: "C",
};
const listFilterComments = variant(
  "list-filter-comments",
  sheet({
    tables: [
      table({ lines: ALL.map((kpi) => ({ kpi, cells: TYPED[kpi.name] ? { J: TYPED[kpi.name] as string } : {} })) }),
    ],
    finish: (ws) => {
      listOf(ws, `J4:J${3 + ALL.length}`);
      ws.autoFilter = `B3:K${3 + ALL.length}`;
      ws.views = [{ state: "frozen", xSplit: 4, ySplit: 3, showGridLines: true }];
      ws.getCell("H6").note = "農林業センサスの数値に差し替え予定";
      ws.getCell("J7").note = "前年度はBでした";
    },
  }),
);

const totals = variant(
  "totals-and-notes",
  sheet({
    tables: [
      table({
        lines: [
          { text: "基本目標1 しごとをつくる" },
          { kpi: startups },
          { kpi: shipments },
          { kpi: farmers },
          { text: "小計（3指標）", to: "G", cells: { H: "達成 1", J: "" } },
          { text: "※認定農業者数は年度末現在の値。" },
          { text: "基本目標2 ひとの流れをつくる" },
          { kpi: visitors },
          { kpi: consultations },
          { kpi: outflow },
          { text: "小計（3指標）", to: "G", cells: { H: "達成 0", J: "" } },
          { text: "基本目標3 安心して暮らせるまちをつくる" },
          { kpi: satisfaction },
          { kpi: waiting },
          { text: "合計", to: "G", cells: { H: 8, I: 8, J: "" } },
          { text: "（注）単位の「％」は受診率。観光入込客数は暦年。" },
        ],
      }),
    ],
  }),
);

const repeated = variant(
  "repeated-headers",
  sheet({
    tables: [table({ lines: ALL.flatMap((kpi, i): Line[] => (i === 5 || i === 9 ? ["header", { kpi }] : [{ kpi }])) })],
  }),
);

const percentFormats = variant(
  "percent-formats",
  sheet({
    tables: [
      table({
        lines: [
          { kpi: satisfaction, writing: (_, v) => ({ value: v / 100, format: "0.0%" }) },
          { kpi: { ...satisfaction, name: "市民意識調査における満足の割合" }, writing: asNumber },
          {
            kpi: { ...satisfaction, name: "自主防災組織の組織率" },
            writing: (_, v) => `${v.toFixed(1)}%`,
            cells: { E: "" },
          },
          { kpi: { ...satisfaction, name: "市税の収納率（％）" }, writing: asNumber, cells: { E: null } },
          {
            kpi: { ...satisfaction, name: "リサイクル率" },
            writing: (_, v) => `${v.toFixed(1)}％`,
            cells: { E: null },
          },
          { kpi: crimes },
          { kpi: waste, writing: withUnit, cells: { E: null } },
        ],
      }),
    ],
  }),
);

export const EDITS: readonly Sample[] = [
  insertedColumn,
  insertedRows,
  renamedHeaders,
  hidden,
  textNumbers,
  wideDigits,
  formulas,
  formulasUncached,
  protectedSheet,
  leadingBlanks,
  listFilterComments,
  totals,
  repeated,
  percentFormats,
];
