/**
 * 須坂市 総合計画（後期基本計画）: one sheet per 基本施策; under each 施策 a table of 成果指標 (with the kind of each indicator)
 * and one of プロセス指標. Years stand in the cells, units in the names. The plan holds no actuals.
 */
import type ExcelJS from "exceljs";
import { newWorkbook, toBytes, type Sample } from "./book";
import { FACTS, type Fact } from "./facts";
import { Form, HEAD, PALE, PLAIN, type Look } from "./form";
import { invent, planTruth, unlessUnpublished } from "./plan";
import type { IndicatorTruth, SheetTruth, TableTruth } from "./truth";

const ROWS = FACTS.filter((f) => f.source === "suzaka");
const YEARS = [2023, 2024];
const VALUE: Look = { align: "center" };
const MARKED = /※ ?[\d１-５]?/;

/** 「基本施策13 …」 and 「施策35 …」 of an indicator. */
function measures(f: Fact): readonly [string, string] {
  return (f.measure ?? "").split(" ／ ") as [string, string];
}

class SuzakaSheet {
  private readonly form: Form;
  private row = 1;
  readonly tables: TableTruth[] = [];

  constructor(
    sheet: ExcelJS.Worksheet,
    private readonly jisseki: boolean,
  ) {
    this.form = new Form(sheet, "游明朝", 10.5);
    this.form.widths({ A: 2, B: 17, C: 62, D: 20, E: 17, F: 15, G: 15, H: 9 });
  }

  draw(facts: readonly Fact[]): void {
    const { form } = this;
    const edge = this.jisseki ? "H" : "E";
    const goal = facts[0]?.goal as string;
    const big = measures(facts[0] as Fact)[0];
    form.box(
      "B1",
      `須坂市総合計画${this.jisseki ? "　施策評価シート　令和6年度実績（実績値は架空）" : "　施策の展開"}`,
      {
        ...PLAIN,
        bold: true,
        size: 14,
      },
    );
    form.box(`B2:${edge}2`, goal, { bold: true, fill: PALE.green, size: 12 });
    form.box(`B3:${edge}3`, big, { bold: true, fill: PALE.green });
    this.row = 5;
    for (const measure of new Set(facts.map((f) => measures(f)[1]))) {
      form.box(`B${this.row}:${edge}${this.row}`, measure, { bold: true, size: 12, fill: PALE.grey });
      form.height(this.row, 22);
      this.row++;
      const own = facts.filter((f) => measures(f)[1] === measure);
      for (const kind of ["成果指標", "プロセス指標"]) {
        form.box(`B${this.row}`, `【${kind}】`, { ...PLAIN, bold: true });
        this.row++;
        this.table(
          own.filter((f) => f.kind === kind),
          [goal, big, measure],
        );
        this.row++;
      }
    }
    form.page("A4", `A1:${edge}${this.row}`, this.jisseki ? "landscape" : "portrait");
  }

  private table(facts: readonly Fact[], group: readonly string[]): void {
    const { form, jisseki } = this;
    const typed = facts.some((f) => f.indicatorType !== null);
    const h = this.row++;
    form.height(h, 30);
    if (typed) form.box(`B${h}`, "指標の種類", HEAD);
    form.box(typed ? `C${h}` : `B${h}:C${h}`, "指標名", HEAD);
    form.box(`D${h}`, "現状値（年度）", HEAD);
    form.box(`E${h}`, "目標値\n（2025年）", HEAD);
    if (jisseki) {
      form.box(`F${h}`, "2023年度\n実績", { ...HEAD, fill: PALE.orange });
      form.box(`G${h}`, "2024年度\n実績", { ...HEAD, fill: PALE.orange });
      form.box(`H${h}`, "評価", { ...HEAD, fill: PALE.yellow });
    }
    const indicators: IndicatorTruth[] = [];
    const notes = new Set<string>();
    for (const f of facts) {
      const r = this.row++;
      form.height(r, f.name.length > 32 ? 32 : 20);
      if (typed) form.box(`B${r}`, f.indicatorType, VALUE);
      form.box(typed ? `C${r}` : `B${r}:C${r}`, f.name);
      form.box(`D${r}`, f.baselineText, VALUE);
      form.box(`E${r}`, f.targetText, VALUE);
      const actuals = jisseki ? YEARS.map((year) => invent(f, ROWS.indexOf(f) + 5, year)) : [];
      actuals.forEach((actual, i) => form.box(`${i === 0 ? "F" : "G"}${r}`, actual.text, VALUE));
      if (jisseki) form.box(`H${r}`, null, VALUE);
      for (const note of f.note?.split(" ／ ") ?? []) if (MARKED.test(note)) notes.add(note);
      const truth = planTruth({
        fact: f,
        row: r,
        group,
        baselineText: f.baselineText ?? "",
        targetText: f.targetText ?? "",
        actual: actuals[1] ?? null,
        hasTargetYear: true,
      });
      indicators.push({ ...unlessUnpublished(truth, actuals[1]), existingGrade: jisseki ? "" : null });
    }
    this.tables.push({
      range: `B${h}:${jisseki ? "H" : "E"}${this.row - 1}`,
      headerRows: [h],
      rubric: "旭市型",
      rubricFrom: "default",
      columns: {
        kind: typed ? "B" : null,
        name: typed ? "C" : "B",
        baseline: "D",
        target: "E",
        targets: [{ column: "E", year: 2025, kind: "final" }],
        actuals: jisseki
          ? [
              { column: "F", year: 2023 },
              { column: "G", year: 2024 },
            ]
          : [],
        grade: jisseki ? "H" : null,
      },
      indicators,
    });
    for (const note of notes) {
      form.box(`B${this.row}:E${this.row}`, note, { border: "none", size: 8, valign: "top" });
      form.height(this.row, note.length > 75 ? 24 : 13);
      this.row++;
    }
  }
}

function draw(jisseki: boolean): { workbook: ExcelJS.Workbook; sheets: SheetTruth[] } {
  const workbook = newWorkbook("須坂市総合計画");
  const sheets = [...new Set(ROWS.map((f) => measures(f)[0]))].map((big) => {
    const name = /^基本施策\d+/.exec(big)?.[0] as string;
    const drawing = new SuzakaSheet(workbook.addWorksheet(name), jisseki);
    drawing.draw(ROWS.filter((f) => measures(f)[0] === big));
    const year = jisseki ? ({ year: 2024, yearFrom: "title" } as const) : { year: null };
    return { name, ...year, tables: drawing.tables };
  });
  return { workbook, sheets };
}

const sample = (jisseki: boolean, name: string): Sample => ({
  name,
  bytes: () => toBytes(draw(jisseki).workbook),
  truth: { file: `${name}.xlsx`, sheets: draw(jisseki).sheets },
});

export const suzaka = sample(false, "suzaka");
export const suzakaJisseki = sample(true, "suzaka-jisseki");
