/**
 * 第2期秦野市まち・ひと・しごと創生総合戦略: one sheet per プロジェクト（基本目標）, a KGI table and a KPI table on each, the
 * measures as headings inside the KPI table. The plan holds no actuals; `hadano-jisseki` adds invented ones.
 */
import type ExcelJS from "exceljs";
import { newWorkbook, toBytes, type Sample } from "./book";
import { FACTS, type Fact } from "./facts";
import { Form, HEAD, PALE, PLAIN, type Look } from "./form";
import { invent, planTruth, unlessUnpublished, type Invented } from "./plan";
import type { ColumnsTruth, IndicatorTruth, SheetTruth, TableTruth } from "./truth";

const ROWS = FACTS.filter((f) => f.source === "hadano");
const PLAN = "第2期秦野市まち・ひと・しごと創生総合戦略";
const YEARS = [2023, 2024];

const SHEETS: readonly { readonly name: string; readonly notes: readonly string[] }[] = [
  { name: "基本目標1", notes: [] },
  { name: "基本目標2", notes: [] },
  { name: "基本目標3", notes: [] },
  {
    name: "基本目標4",
    notes: [
      "※ これまで「山旅」に関する情報を発信していた地域情報サイト「レアリア」から、令和4年8月に公開を開始した表丹沢総合ホームページ『OMOTAN』に変更",
    ],
  },
  { name: "基本目標5", notes: [] },
  {
    name: "横断プロジェクト",
    notes: [
      "※ はだの丹沢ライフ応援事業助成金の適用期間が令和6年度で終了するため、令和7年度の目標値は当該事業の活用を除いた世帯数",
    ],
  },
];

/** Line breaks as in the document where they part two values or two names. */
const BROKEN: Readonly<Record<string, string>> = {
  特定健康診査の受診率及び特定保健指導の利用率: "特定健康診査の受診率\n及び特定保健指導の利用率",
  "平均自立期間（日常生活動作が自立している期間の平均・暦年）":
    "平均自立期間\n（日常生活動作が自立している期間の平均・暦年）",
};

/** The name with its 【…】 marks, as printed. */
function printedName(f: Fact): string {
  const marks = f.note?.match(/【[^】]*】/g) ?? [];
  return [BROKEN[f.name] ?? f.name, ...marks].join("\n");
}

const printedValue = (text: string | null): string =>
  (text ?? "").replace(/(歳（R2）|歳) (?=女性)/, "$1\n").replace(/^(\d+\.\d%) (?=\d)/, "$1\n");

interface Layout {
  readonly name: string;
  readonly baseline: string;
  readonly interim: string | null;
  readonly actuals: readonly string[];
  readonly target: string;
  /** Right edge of the target where it is merged. */
  readonly targetEnd: string;
  readonly grade: string | null;
}

const LAYOUTS: Readonly<Record<"plan" | "jisseki", { readonly kgi: Layout; readonly kpi: Layout }>> = {
  plan: {
    kgi: { name: "B", baseline: "C", interim: null, actuals: [], target: "D", targetEnd: "E", grade: null },
    kpi: { name: "B", baseline: "C", interim: "D", actuals: [], target: "E", targetEnd: "E", grade: null },
  },
  jisseki: {
    kgi: { name: "B", baseline: "C", interim: null, actuals: ["D", "E"], target: "F", targetEnd: "G", grade: "H" },
    kpi: { name: "B", baseline: "C", interim: "D", actuals: ["E", "F"], target: "G", targetEnd: "G", grade: "H" },
  },
};

const VALUE: Look = { align: "center" };

class HadanoSheet {
  private readonly form: Form;
  private row = 1;
  readonly tables: TableTruth[] = [];

  constructor(
    sheet: ExcelJS.Worksheet,
    private readonly kind: "plan" | "jisseki",
    private readonly goal: string,
  ) {
    this.form = new Form(sheet, "游ゴシック", 10);
    this.form.widths({ A: 2, B: 58, C: 19, D: 17, E: 17, F: 17, G: 17, H: 10 });
  }

  private line(address: (row: number) => string, text: string, look: Look, height?: number): void {
    this.form.box(address(this.row), text, look);
    if (height !== undefined) this.form.height(this.row, height);
    this.row++;
  }

  draw(notes: readonly string[]): void {
    const { kind, goal } = this;
    const edge = kind === "plan" ? "E" : "H";
    const title = kind === "plan" ? PLAN : `${PLAN}　進捗管理表（令和6年度実績）（実績値は架空）`;
    this.line((r) => `B${r}:${edge}${r}`, title, { ...PLAIN, bold: true, size: 14 }, 24);
    if (kind === "plan") this.line((r) => `B${r}`, "計画期間：令和3年度から令和7年度まで（令和6年3月改定）", PLAIN);
    this.row++;
    this.line((r) => `B${r}:${edge}${r}`, goal, { bold: true, size: 13, fill: PALE.green }, 26);
    this.row++;
    const rows = ROWS.filter((f) => f.goal === goal);
    this.table(
      "kgi",
      rows.filter((f) => f.kind === "KGI"),
    );
    this.row++;
    this.table(
      "kpi",
      rows.filter((f) => f.kind === "KPI"),
    );
    for (const note of notes) this.line((r) => `B${r}:${edge}${r}`, note, { border: "none", size: 9 }, 26);
    this.form.page("A4", `A1:${edge}${this.row}`, kind === "plan" ? "portrait" : "landscape");
  }

  /** KGI years print full-width brackets, KPI years half-width ones with a space, as in the plan. */
  private table(which: "kgi" | "kpi", facts: readonly Fact[]): void {
    const layout = LAYOUTS[this.kind][which];
    const { form } = this;
    const edge = layout.grade ?? layout.targetEnd;
    const headerRows = [this.row];
    const top = this.row;
    if (which === "kgi") {
      form.box(`B${top}:${edge}${top}`, "実現すべき成果に係る数値目標（KGI）", { ...HEAD, bold: true });
      this.row++;
      headerRows.push(this.row);
    }
    const h = this.row++;
    form.height(h, 30);
    const year = (era: string, western: number): string =>
      which === "kgi" ? `${era}（${western}）` : `${era} (${western})`;
    form.box(`B${h}`, which === "kgi" ? null : "重要業績評価指標 (KPI)", HEAD);
    form.box(`${layout.baseline}${h}`, `${year("R元", 2019)}\n現状値`, HEAD);
    if (layout.interim) form.box(`${layout.interim}${h}`, "R5 (2023)\n中間値", HEAD);
    layout.actuals.forEach((column, i) => {
      form.box(`${column}${h}`, `${year(`R${5 + i}`, 2023 + i)}\n実績値`, { ...HEAD, fill: PALE.orange });
    });
    form.box(`${layout.target}${h}:${layout.targetEnd}${h}`, `${year("R7", 2025)}\n目標値`, HEAD);
    if (layout.grade) form.box(`${layout.grade}${h}`, "評価", { ...HEAD, fill: PALE.yellow });

    const indicators: IndicatorTruth[] = [];
    let measure: string | null = null;
    for (const f of facts) {
      const heading = f.measure?.startsWith("横断") ? null : f.measure;
      if (heading !== null && heading !== measure) {
        form.box(`B${this.row}:${edge}${this.row}`, heading, { bold: true, fill: PALE.grey });
        form.height(this.row, 19);
        measure = heading;
        this.row++;
      }
      indicators.push(this.indicator(f, layout, heading === null ? [this.goal] : [this.goal, heading]));
    }
    const columns: ColumnsTruth = {
      name: "B",
      baseline: layout.baseline,
      target: layout.target,
      targets: [
        { column: layout.target, year: 2025, kind: "final" },
        ...(layout.interim ? [{ column: layout.interim, year: 2023, kind: "milestone" } as const] : []),
      ],
      actuals: layout.actuals.map((column, i) => ({ column, year: YEARS[i] as number })),
      grade: layout.grade,
    };
    this.tables.push({
      range: `B${top}:${edge}${this.row - 1}`,
      headerRows,
      rubric: "旭市型",
      rubricFrom: "default",
      columns,
      indicators,
    });
  }

  private indicator(f: Fact, layout: Layout, group: readonly string[]): IndicatorTruth {
    const { form } = this;
    const r = this.row++;
    const name = printedName(f);
    form.height(r, Math.max(20, 15 * Math.max(name.split("\n").length, Math.ceil(f.name.length / 30))));
    form.box(`B${r}`, name);
    const baselineText = printedValue(f.baselineText);
    const targetText = printedValue(f.targetText);
    form.box(`${layout.baseline}${r}`, baselineText, VALUE);
    if (layout.interim) form.box(`${layout.interim}${r}`, printedValue(f.interimText), VALUE);
    const actuals: readonly Invented[] = layout.actuals.map((column, i) => {
      const actual = invent(f, ROWS.indexOf(f), YEARS[i] as number);
      form.box(`${column}${r}`, actual.text, VALUE);
      return actual;
    });
    form.box(`${layout.target}${r}:${layout.targetEnd}${r}`, targetText, VALUE);
    if (layout.grade) form.box(`${layout.grade}${r}`, null, VALUE);
    return {
      ...unlessUnpublished(
        planTruth({
          fact: f,
          row: r,
          group,
          baselineText,
          targetText,
          actual: actuals[1] ?? null,
          hasTargetYear: true,
        }),
        actuals[1],
      ),
      existingGrade: layout.grade === null ? null : "",
    };
  }
}

function draw(kind: "plan" | "jisseki"): { workbook: ExcelJS.Workbook; sheets: SheetTruth[] } {
  const workbook = newWorkbook(PLAN);
  const goals = [...new Set(ROWS.map((f) => f.goal))];
  const sheets = SHEETS.map(({ name, notes }, i) => {
    const drawing = new HadanoSheet(workbook.addWorksheet(name), kind, goals[i] as string);
    drawing.draw(notes);
    const year = kind === "plan" ? { year: null } : ({ year: 2024, yearFrom: "title" } as const);
    return { name, ...year, tables: drawing.tables };
  });
  return { workbook, sheets };
}

const sample = (kind: "plan" | "jisseki", name: string): Sample => ({
  name,
  bytes: () => toBytes(draw(kind).workbook),
  truth: { file: `${name}.xlsx`, sheets: draw(kind).sheets },
});

export const hadano = sample("plan", "hadano");
export const hadanoJisseki = sample("jisseki", "hadano-jisseki");
