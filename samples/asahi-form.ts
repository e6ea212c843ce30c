/**
 * 重点施策マネジメントシート of 旭市: the printed A3 form on a grid of narrow columns (方眼紙), two pages.
 * Figures, names and labels are those of the published sheets; the running text is our own and states the same facts.
 */
import { columnLetters, columnNumber, Form, protect, HEAD, PALE, PLAIN, type Look } from "./form";
import { baseUnit, directionOf, fact, inBaseUnits, type Fact } from "./facts";
import { newWorkbook } from "./book";
import type { ColumnsTruth, IndicatorTruth, SheetTruth, TableTruth } from "./truth";
import type { AsahiBook, AsahiIndicator, Value } from "./asahi-book";
import type ExcelJS from "exceljs";

const LAST = columnNumber("BP");
const LABEL: Look = { ...HEAD, fill: PALE.grey };
const NUMBER = "#,##0;[Red]-#,##0";
const STATUSES = ["完了", "順調", "概ね順調", "停滞", "実施困難"];

/** Lays parts of given widths side by side: ["F:V", "W:AB", …]. */
function lay(from: string, widths: readonly number[]): { readonly left: string; readonly right: string }[] {
  let at = columnNumber(from);
  return widths.map((width) => {
    const part = { left: columnLetters(at), right: columnLetters(at + width - 1) };
    at += width;
    return part;
  });
}

const centred = (value: Value): Look =>
  typeof value === "number" ? { align: "right", format: NUMBER } : { align: "center" };

class Drawing {
  readonly form: Form;
  private row: number;
  readonly tables: TableTruth[] = [];

  constructor(
    sheet: ExcelJS.Worksheet,
    private readonly book: AsahiBook,
  ) {
    this.form = new Form(sheet);
    this.row = 1 + (book.leadRows ?? 0);
    for (let c = 1; c <= LAST; c++) sheet.getColumn(c).width = c === 1 ? 1.2 : 2.85;
  }

  /** The next `rows` rows, each of this height; returns the first. */
  private take(rows: number, height = 15): number {
    const first = this.row;
    for (let i = 0; i < rows; i++) this.form.height(first + i, height);
    this.row += rows;
    return first;
  }

  private heading(text: string): void {
    this.take(1, 6);
    const r = this.take(1, 17);
    this.form.at("B", r, "AA", r, text, { ...PLAIN, bold: true, size: 11 });
  }

  title(): void {
    const { book, form } = this;
    const r = this.take(1, 16);
    if (book.date !== null) form.at("BD", r, "BP", r, book.date, { ...PLAIN, align: "right" });
    const t = this.take(2, 15);
    if (book.titleCells !== undefined) {
      const parts = lay("B", [36, 8, 5, 18]) as Part[];
      book.titleCells.forEach((value, i) => {
        const part = parts[i] as Part;
        form.at(part.left, t, part.right, t + 1, value, { bold: true, size: 16, align: "center", fill: PALE.blue });
      });
    } else
      form.at("B", t, "BP", t + 1, book.title, {
        bold: true,
        size: 16,
        align: "center",
        fill: PALE.blue,
        border: "medium",
      });
    this.take(1, 6);
    const a = this.take(2);
    form.at("B", a, "H", a + 1, book.goal.label, LABEL);
    form.at("I", a, "AJ", a + 1, book.goal.name, { indent: 1 });
    form.at("AK", a, "AP", a + 1, "関係課", LABEL);
    form.at("AQ", a, "BP", a + 1, book.related);
    const b = this.take(2);
    form.at("B", b, "H", b + 1, "重点施策", LABEL);
    form.at("I", b, "AJ", b + 1, book.measure, { indent: 1, bold: true, size: 11 });
    form.at("AK", b, "AP", b + 1, "主管課", LABEL);
    form.at("AQ", b, "AZ", b + 1, book.owner);
    form.at("BA", b, "BE", b + 1, "担当班", LABEL);
    form.at("BF", b, "BP", b + 1, null);
  }

  indicators(): void {
    this.heading("（１）施策の目標指標、KPI");
    this.table("①目標指標", "数値目標", [this.book.goalIndicator]);
    this.table("②ＫＰＩ", "重要業績評価指標（KPI）", this.book.kpis);
  }

  /** One of the two tables of （１）: a header of two rows, every indicator on two rows of the grid. */
  private table(label: string, head: string, indicators: readonly AsahiIndicator[]): void {
    const { book, form } = this;
    const numbered = indicators[0]?.no !== null;
    const { name, baseline, target, year } = book.spans;
    const used = name + baseline + target + year * book.years.length;
    const widths = [name, baseline, target, ...book.years.map(() => year), LAST - columnNumber("E") - used];
    const [nameAt, baselineAt, targetAt, ...rest] = lay("F", widths) as [Part, Part, Part, ...Part[]];
    const gradeAt = rest.pop() as Part;
    const top = this.take(2, 15);
    const bottom = top + 1 + indicators.length * 2;
    form.at("B", top, "C", bottom, label, { ...LABEL, upright: true, size: 8 });
    form.at("D", top, nameAt.right, top + 1, head, HEAD);
    form.at(baselineAt.left, top, baselineAt.right, top + 1, book.baselineHead, HEAD);
    form.at(targetAt.left, top, targetAt.right, top + 1, book.targetHead, HEAD);
    rest.forEach((part, i) => {
      const [first, second] = (book.years[i]?.head ?? "").split("\n") as [string, string];
      form.at(part.left, top, part.right, top, first, { ...HEAD, border: "thin" });
      form.at(part.left, top + 1, part.right, top + 1, second, { ...HEAD, size: 8 });
    });
    form.at(gradeAt.left, top, gradeAt.right, top + 1, book.gradeHead ?? "達成状況", { ...HEAD, fill: PALE.yellow });
    const truths = indicators.map((indicator) => {
      const r = this.take(2, 14);
      if (indicator.no !== null) form.at("D", r, "E", r + 1, indicator.no, { align: "center" });
      form.at(numbered ? nameAt.left : "D", r, nameAt.right, r + 1, indicator.name);
      form.at(baselineAt.left, r, baselineAt.right, r + 1, indicator.baseline, centred(indicator.baseline));
      form.at(targetAt.left, r, targetAt.right, r + 1, indicator.target, centred(indicator.target));
      rest.forEach((part, i) => {
        const value = indicator.actuals[i] ?? null;
        form.at(part.left, r, part.right, r + 1, value, centred(value));
      });
      form.at(gradeAt.left, r, gradeAt.right, r + 1, null, {
        align: "center",
        bold: true,
        size: 12,
        ...(book.protectedButGrades === true ? { unlocked: true } : {}),
      });
      return this.truthOf(indicator, r);
    });
    const columns: ColumnsTruth = {
      no: numbered ? "D" : null,
      name: numbered ? nameAt.left : "D",
      unit: null,
      baseline: baselineAt.left,
      target: targetAt.left,
      targets: [{ column: targetAt.left, year: 2024, kind: "final" }],
      actuals: rest.map((part, i) => ({ column: part.left, year: book.years[i]?.year ?? null })),
      grade: gradeAt.left,
      rate: null,
    };
    this.tables.push({
      range: `B${top}:${gradeAt.right}${bottom}`,
      headerRows: [top, top + 1],
      rubric: "旭市型",
      rubricFrom: book.legend === null ? "default" : "legend",
      columns,
      indicators: truths,
    });
  }

  private truthOf(indicator: AsahiIndicator, row: number): IndicatorTruth {
    const f: Fact = fact(indicator.fact);
    const yearAt = this.book.years.findIndex((y) => y.year === this.book.year);
    const text = indicator.actuals[yearAt] ?? null;
    const printed = f.actuals.find((a) => a.fiscalYear === this.book.year);
    // The unit of ＫＰＩ15 is printed nowhere.
    const unit = f.baselineValue === null && f.targetValue === null ? {} : { unit: baseUnit(f.unit) };
    return {
      row,
      name: f.name,
      nameCore: f.nameCore,
      part: null,
      group: this.book.group,
      ...unit,
      baseline: {
        text: indicator.baseline === null ? "" : String(indicator.baseline),
        value: inBaseUnits(f.baselineValue, f),
        ...(f.baselineValue === null ? {} : { year: f.baselineFiscalYear }),
      },
      actual: {
        text: typeof text === "number" ? text.toLocaleString("en-US") : (text ?? ""),
        value: inBaseUnits(printed?.value, f),
        year: this.book.year,
      },
      target: {
        text: String(indicator.target ?? ""),
        value: inBaseUnits(f.targetValue, f),
        ...(f.targetKind === "unclear" ? {} : { kind: f.targetKind }),
        ...(f.targetValue === null && f.targetKind !== "increase" ? {} : { year: f.targetFiscalYear }),
      },
      direction: directionOf(f),
      grade: f.publishedGrade as string,
      existingGrade: "",
    };
  }

  verification(): void {
    const { book, form } = this;
    this.heading("（２）重点施策に関する検証");
    const top = this.row;
    const p = this.take(2, 13);
    form.at("D", p, "M", p + 1, "① 施策の進捗状況", LABEL);
    STATUSES.forEach((status, i) => {
      const [name, value, unit] = lay(columnLetters(columnNumber("N") + i * 11), [
        6,
        book.progressUnit === null ? 5 : 3,
        2,
      ]) as [Part, Part, Part];
      form.at(name.left, p, name.right, p + 1, status, { ...HEAD, fill: PALE.green });
      const share = book.progress[i] ?? null;
      form.at(value.left, p, value.right, p + 1, share, { align: "center", format: "0.0" });
      if (book.progressUnit !== null) form.at(unit.left, p, unit.right, p + 1, book.progressUnit, { align: "center" });
    });
    this.paragraphs("② （１）数値目標・ＫＰＩの実績値と（２）－①の状況の理由等", book.reasons, ["数値目標", "ＫＰＩ"]);
    this.paragraphs("③現状と課題、方向性、数値目標・ＫＰＩ達成に向けた課題・問題点", book.issues);
    this.paragraphs(book.policyHead, book.policy);
    if (book.policyProjects !== null) this.paragraphs(book.policyProjects.head, [book.policyProjects.names]);
    form.at("B", top, "C", this.row - 1, "検証内容", { ...LABEL, upright: true });
  }

  /** A block of text: its label on the left, one row of the grid per paragraph. */
  private paragraphs(head: string, lines: readonly string[], labels?: readonly [string, string]): void {
    const { form } = this;
    const first = this.row;
    lines.forEach((line, i) => {
      const r = this.take(1, line.length > 84 ? 25 : 13.5);
      if (labels !== undefined) form.at("N", r, "R", r, i === 0 ? labels[0] : labels[1], { ...LABEL, size: 8 });
      form.at(labels === undefined ? "N" : "S", r, "BP", r, line, { valign: "top", border: "hair" });
    });
    // A label of many characters needs room even beside few lines.
    const short = head.length > 20 && lines.length < 2;
    if (short) form.height(first, 40);
    form.at("D", first, "M", this.row - 1, head, LABEL);
  }

  totals(): void {
    const { book, form } = this;
    if (book.totals === null) return;
    this.heading("（３）当該重点施策に関連する事業について（合計事業費）");
    const parts = lay("B", [10, 5, 7, 7, 7, 7, 7, 7, 10]) as Part[];
    const heads = ["", "単位", "1年度\n（決算）参考", "2年度\n（決算）", "3年度\n（決算）", "4年度\n（決算）"];
    heads.push("5年度\n（決算）", "6年度\n（決算）", "合計");
    const r = this.take(2, 13);
    heads.forEach((head, i) => {
      const part = parts[i] as Part;
      form.at(part.left, r, part.right, r + 1, head === "" ? null : head, HEAD);
    });
    for (const [name, values] of [
      ["事業費合計", book.totals.cost],
      ["一般財源合計", book.totals.general],
    ] as const) {
      const line = this.take(1, 16);
      [name, "千円", ...values].forEach((value, i) => {
        const part = parts[i] as Part;
        const look: Look = i === 0 ? LABEL : centred(value);
        form.at(part.left, line, part.right, line, value, look);
      });
    }
  }

  opinions(): void {
    const { book, form } = this;
    for (const block of [book.opinions, book.answers]) {
      this.take(1, 6);
      const r = this.take(1, 16);
      form.at("B", r, "BP", r, block.head, { ...LABEL, align: "left", bold: true, indent: 1 });
      for (const line of block.lines) {
        const at = this.take(1, line.length > 100 ? 25 : 13.5);
        form.at("B", at, "BP", at, line, { valign: "top", border: "hair" });
      }
    }
    this.take(1, 6);
    if (book.legend === null) return;
    const r = this.take(1, 15);
    form.at("AO", r, "BP", r, book.legend.head, { ...LABEL, bold: true });
    for (const [grade, meaning] of book.legend.lines) {
      const line = this.take(1, 12.5);
      form.at("AO", line, "AQ", line, grade, { align: "center", bold: true });
      form.at("AR", line, "BP", line, meaning, { indent: 1 });
    }
  }

  projects(): void {
    const { book, form } = this;
    this.form.sheet.getRow(this.row).addPageBreak();
    this.row++;
    const r0 = this.take(1, 17);
    form.at("B", r0, "AA", r0, "（４）重点施策関連事業", { ...PLAIN, bold: true, size: 11 });
    const widths = [2, 3, 9, 4, 10, 3, 5, 5, 5, 5, 5, 5, 5];
    const parts = lay("C", widths) as Part[];
    const [no, main, name, kind, result, unit, ...years] = parts as [Part, Part, Part, Part, Part, Part, ...Part[]];
    const remarks = years.pop() as Part;
    const h = this.take(2, 13);
    form.at(no.left, h, no.right, h + 1, "Ｎｏ．", { ...HEAD, size: 8 });
    form.at(main.left, h, main.right, h + 1, "主な\n事業", HEAD);
    form.at(name.left, h, result.right, h + 1, "事務事業", HEAD);
    form.at(unit.left, h, unit.right, h + 1, "単位", HEAD);
    years.forEach((part, i) => {
      form.at(part.left, h, part.right, h, `${i + 1}年度`, HEAD);
      form.at(part.left, h + 1, part.right, h + 1, "（決算）", { ...HEAD, size: 8 });
    });
    form.at(remarks.left, h, "BP", h + 1, "備考欄", HEAD);
    const first = this.row;
    for (let i = 0; i < book.projectRows; i++) {
      const project = book.projects[i];
      const r = this.take(2 + book.resultRows, 12.5);
      const end = r + 1 + book.resultRows;
      form.at(no.left, r, no.right, end, i + 1, { align: "center" });
      form.at(main.left, r, main.right, end, project ? book.tick : null, { align: "center" });
      form.at(name.left, r, name.right, r, project?.code ?? null, { align: "left", size: 8 });
      form.at(name.left, r + 1, name.right, end, project?.name ?? null, { valign: "top" });
      form.at(remarks.left, r, "BP", end, project?.remarks ?? null, { valign: "top", size: 8 });
      const line = (row: number, label: string, unitText: string | null, values: readonly Value[]): void => {
        form.at(kind.left, row, result.right, row, label, { fill: PALE.grey });
        form.at(unit.left, row, unit.right, row, unitText, { align: "center", size: 8 });
        years.forEach((part, y) => {
          const value = values[y] ?? null;
          form.at(part.left, row, part.right, row, value, centred(value));
        });
      };
      line(r, "事業費", "千円", project?.cost ?? []);
      line(r + 1, "一般財源", "千円", project?.general ?? []);
      form.at(kind.left, r + 2, kind.right, end, "成果\n指標", { ...LABEL, size: 8 });
      for (let k = 0; k < book.resultRows; k++) {
        const shown = project?.results[k];
        const row = r + 2 + k;
        if ((shown?.name.length ?? 0) > 28) form.height(row, 19);
        form.at(result.left, row, result.right, row, shown?.name ?? null, { size: 7 });
        form.at(unit.left, row, unit.right, row, shown?.unit ?? null, { align: "center", size: 8 });
        years.forEach((part, y) => {
          const value = shown?.values[y] ?? null;
          form.at(part.left, row, part.right, row, value, centred(value));
        });
      }
    }
    form.at("B", first, "B", this.row - 1, "重点施策に関連する事業", { ...LABEL, upright: true });
    form.page("A3", `A1:BP${this.row - 1}`);
  }
}

type Part = { readonly left: string; readonly right: string };

/** Draws the sheet into a new workbook. */
export function drawAsahi(book: AsahiBook): { workbook: ExcelJS.Workbook; truth: SheetTruth; merges: number } {
  const workbook = newWorkbook(book.title);
  const drawing = new Drawing(workbook.addWorksheet(book.sheetName), book);
  drawing.title();
  drawing.indicators();
  drawing.verification();
  drawing.totals();
  drawing.opinions();
  drawing.projects();
  if (book.protectedButGrades === true) protect(drawing.form.sheet);
  const truth: SheetTruth = { name: book.sheetName, year: book.year, yearFrom: "title", tables: drawing.tables };
  return { workbook, truth, merges: drawing.form.merges };
}
