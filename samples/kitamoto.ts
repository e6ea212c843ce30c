/**
 * 第2期北本市まち・ひと・しごと創生総合戦略（案）概要: one sheet, one small table per 基本目標 below the other. The columns
 * drift: where a goal has sub-rows (男性 / 女性) there is one column more. The plan prints no target year and no actuals.
 */
import type ExcelJS from "exceljs";
import { newWorkbook, toBytes, type Sample } from "./book";
import { FACTS, inBaseUnits, type Fact } from "./facts";
import { Form, HEAD, PALE, PLAIN, type Look } from "./form";
import { asahiGrade } from "./oracle";
import { invent, planTruth, unlessUnpublished, type Invented } from "./plan";
import type { IndicatorTruth, SheetTruth, TableTruth } from "./truth";

const ROWS = FACTS.filter((f) => f.source === "kitamoto");
const YEARS = [2023, 2024];
const VALUE: Look = { align: "center" };
const WITH_PARTS = ["基本目標4", "横断的な目標"];

/** Without a figure in the plan there is nothing to derive an actual from. */
const SURVEYED: Readonly<Record<string, readonly Invented[]>> = {
  "kitamoto-g3-1": [
    { text: "39.8%", year: 2023, values: [39.8] },
    { text: "41.3%", year: 2024, values: [41.3] },
  ],
};

type Kind = "plan" | "jisseki" | "drift";

/** The lone row that lost a cell when the table was copied: its values stand one column to the left. */
const DRIFTED = "kitamoto-g4-2";

class KitamotoSheet {
  private readonly form: Form;
  private row = 1;
  readonly tables: TableTruth[] = [];

  constructor(
    sheet: ExcelJS.Worksheet,
    private readonly kind: Kind,
  ) {
    this.form = new Form(sheet, "ＭＳ Ｐゴシック", 10);
    this.form.widths({ A: 2, B: 7, C: 52, D: 15, E: 17, F: 17, G: 15, H: 15, I: 9 });
  }

  draw(): void {
    const { form, kind } = this;
    const actuals = kind === "jisseki" ? "　進捗状況（令和6年度末）（実績値は架空）" : "(案)概要";
    form.box("B1", `第2期北本市まち・ひと・しごと創生総合戦略${actuals}`, { ...PLAIN, bold: true, size: 14 });
    form.box("B2", "計画の期間：令和4年度から7年度までの4年間", PLAIN);
    this.row = 4;
    for (const goal of new Set(ROWS.map((f) => f.goal))) {
      form.box(`B${this.row}:${kind === "jisseki" ? "I" : "F"}${this.row}`, goal, {
        bold: true,
        size: 12,
        fill: PALE.green,
      });
      form.height(this.row, 22);
      this.row++;
      this.table(
        goal,
        ROWS.filter((f) => f.goal === goal),
      );
      this.row++;
    }
    form.page("A4", `A1:${kind === "jisseki" ? "I" : "F"}${this.row}`, kind === "jisseki" ? "landscape" : "portrait");
  }

  private table(goal: string, facts: readonly Fact[]): void {
    const { form } = this;
    const withParts = WITH_PARTS.some((word) => goal.startsWith(word));
    const jisseki = this.kind === "jisseki";
    // With parts everything after the name stands one column further right.
    const [baseline, target, first, second, grade] = (
      withParts ? ["E", "F", "G", "H", "I"] : ["D", "E", "F", "G", "H"]
    ) as [string, string, string, string, string];
    const h = this.row;
    form.box(`B${h}:${withParts ? "D" : "C"}${h + 1}`, "指標", HEAD);
    form.box(`${baseline}${h}:${target}${h}`, "数値目標", HEAD);
    form.box(`${baseline}${h + 1}`, "当初値", HEAD);
    form.box(`${target}${h + 1}`, "目標値", HEAD);
    if (jisseki) {
      form.box(`${first}${h}:${second}${h}`, "実績値", { ...HEAD, fill: PALE.orange });
      form.box(`${first}${h + 1}`, "令和5年度", { ...HEAD, fill: PALE.orange });
      form.box(`${second}${h + 1}`, "令和6年度", { ...HEAD, fill: PALE.orange });
      form.box(`${grade}${h}:${grade}${h + 1}`, "評価", { ...HEAD, fill: PALE.yellow });
    }
    this.row += 2;
    const indicators: IndicatorTruth[] = [];
    for (const f of facts)
      indicators.push(...this.rows(f, goal, withParts, { baseline, target, first, second, grade }));
    this.tables.push({
      range: `B${h}:${jisseki ? grade : target}${this.row - 1}`,
      headerRows: [h, h + 1],
      rubric: "旭市型",
      rubricFrom: "default",
      columns: {
        no: "B",
        name: "C",
        part: withParts ? "D" : null,
        baseline,
        target,
        targets: [{ column: target, year: null, kind: "final" }],
        actuals: jisseki ? [first, second].map((column, i) => ({ column, year: YEARS[i] as number })) : [],
        grade: jisseki ? grade : null,
      },
      indicators,
    });
  }

  private rows(
    f: Fact,
    goal: string,
    withParts: boolean,
    at: { baseline: string; target: string; first: string; second: string; grade: string },
  ): IndicatorTruth[] {
    const { form } = this;
    const jisseki = this.kind === "jisseki";
    const top = this.row;
    const parts = f.components;
    const bottom = top + Math.max(1, parts.length) - 1;
    this.row = bottom + 1;
    const drifted = this.kind === "drift" && f.id === DRIFTED;
    const wide = withParts && parts.length === 0 && !drifted;
    form.box(`B${top}:B${bottom}`, f.code, VALUE);
    form.box(`C${top}:${wide ? "D" : "C"}${bottom}`, f.name);
    form.height(top, 20);
    const actuals: readonly Invented[] = jisseki
      ? (SURVEYED[f.id] ?? YEARS.map((year) => invent(f, ROWS.indexOf(f) + 3, year)))
      : [];
    const texts = (texts: readonly (string | null | undefined)[], row: number): void =>
      [at.baseline, at.target, ...(jisseki ? [at.first, at.second, at.grade] : [])].forEach((column, i) => {
        form.box(`${column}${row}`, texts[i] ?? null, VALUE);
      });
    if (parts.length === 0) {
      if (drifted) {
        form.box(`D${top}`, f.baselineText, VALUE);
        form.box(`${at.baseline}${top}`, f.targetText, VALUE);
        form.box(`${at.target}${top}`, null, VALUE);
      } else texts([f.baselineText, f.targetText, actuals[0]?.text, actuals[1]?.text], top);
      const truth = planTruth({
        fact: SURVEYED[f.id] && jisseki ? { ...f, unit: "%" } : f,
        row: top,
        group: [goal],
        baselineText: f.baselineText ?? "",
        targetText: f.targetText ?? "",
        actual: actuals[1] ?? null,
        hasTargetYear: false,
      });
      return [{ ...unlessUnpublished(truth, actuals[1]), existingGrade: jisseki ? "" : null }];
    }
    return parts.map((part, i) => {
      const row = top + i;
      form.height(row, 20);
      form.box(`D${row}`, part.label, VALUE);
      const lines = actuals.map((a) => a.text.split("\n")[i]);
      texts([part.baselineText, part.targetText, ...lines], row);
      const now = actuals[1]?.values[i] ?? null;
      const figures = (value: number | null | undefined): number | null => inBaseUnits(value, f);
      const whole = planTruth({
        fact: { ...f, components: [] },
        row,
        group: [goal],
        baselineText: part.baselineText ?? "",
        targetText: part.targetText ?? "",
        actual: actuals[1] ? { text: lines[1] ?? "", year: 2024, values: [now] } : null,
        hasTargetYear: false,
      });
      const grade = asahiGrade({
        baseline: part.baselineValue ?? null,
        actual: now,
        target: part.targetValue ?? null,
        direction: "up",
      });
      return {
        ...whole,
        part: part.label,
        baseline: {
          text: part.baselineText ?? "",
          value: figures(part.baselineValue),
          ...(part.baselineFiscalYear ? { year: part.baselineFiscalYear } : {}),
        },
        target: { text: part.targetText ?? "", value: figures(part.targetValue), kind: f.targetKind },
        grade: grade as string,
        existingGrade: jisseki ? "" : null,
      };
    });
  }
}

function draw(kind: Kind): { workbook: ExcelJS.Workbook; sheets: SheetTruth[] } {
  const workbook = newWorkbook("第2期北本市まち・ひと・しごと創生総合戦略");
  const name = "数値目標";
  const drawing = new KitamotoSheet(workbook.addWorksheet(name), kind);
  drawing.draw();
  const year = kind === "jisseki" ? ({ year: 2024, yearFrom: "title" } as const) : { year: null };
  return { workbook, sheets: [{ name, ...year, tables: drawing.tables }] };
}

const sample = (kind: Kind, name: string): Sample => ({
  name,
  bytes: () => toBytes(draw(kind).workbook),
  truth: {
    ...(kind === "drift" ? { level: "hard" as const } : {}),
    file: `${name.replace(/^.*\//, "")}.xlsx`,
    sheets: draw(kind).sheets,
  },
});

export const kitamoto = sample("plan", "kitamoto");
export const kitamotoJisseki = sample("jisseki", "kitamoto-jisseki");
export const kitamotoDrift = sample("drift", "variants/kitamoto-drifted-row");
