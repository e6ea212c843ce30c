/**
 * Planted inconsistencies: clean sample workbooks with one thing altered. `npm run recall` prints how many are found, and
 * how often another place is blamed.
 */
import { readFileSync } from "node:fs";
import { gradeOrder } from "../../../src/kpi/rubric";
import { assess } from "../../../src/sheet/assess";
import { CheckedSheet } from "../../../src/sheet/checks/context";
import type { Assessment, CellRef, CellValue, GradedIndicator, WorkbookSnapshot } from "../../../src/sheet/types";
import { readXlsx } from "../../../src/xlsx/read";
import { toSnapshot } from "../../../src/xlsx/snapshot";
import { withCell } from "./book";

export interface Plant {
  /** The rule that must notice it. */
  readonly rule: string;
  readonly base: WorkbookSnapshot;
  readonly altered: WorkbookSnapshot;
  readonly place: CellRef;
  readonly what: string;
}

export const sample = (name: string): WorkbookSnapshot =>
  toSnapshot(readXlsx(readFileSync(`samples/${name}.xlsx`)), name);

/** Sheets of several books in one; ids and names are made distinct. */
function together(books: readonly WorkbookSnapshot[]): WorkbookSnapshot {
  const sheets = books.flatMap((book, i) =>
    book.sheets.map((sheet) => ({
      ...sheet,
      id: `${i} ${sheet.id}`,
      name: `${sheet.name}${i > 0 ? `（${i + 1}）` : ""}`,
    })),
  );
  return { name: books.map(({ name }) => name).join("+"), sheets, activeSheetId: null };
}

/** The grades that the product computes, written into the grade cells: what the sheet looks like when it is handed in. */
export function graded(book: WorkbookSnapshot): WorkbookSnapshot {
  let filled = book;
  for (const { indicator, grading } of rowsOf(assess(book))) {
    const { gradeCell } = indicator;
    if (gradeCell === null || grading.grade === "") continue;
    filled = withCell(filled, gradeCell.sheetId, gradeCell.row, gradeCell.column, grading.grade);
  }
  return filled;
}

const rowsOf = ({ sheets }: Assessment): GradedIndicator[] =>
  sheets.flatMap(({ tables }) => tables.flatMap((table) => table.graded));

/** Books that are handed in: with actuals, all grades filled in. */
export const BOOKS: readonly string[] = [
  "asahi-r2",
  "asahi-r3",
  "hadano-jisseki",
  "kitamoto-jisseki",
  "suzaka-jisseki",
  "variants/own-rubric-table",
  "variants/merged-groups",
  "variants/stacked",
  "variants/side-by-side",
  "variants/full-width-digits",
  "variants/percent-formats",
  "variants/one-sheet-per-office",
  "variants/three-row-header",
  "variants/renamed-headers",
];

const isFigure = (one: { readonly reading: { readonly kind: string } }): boolean => one.reading.kind === "quantity";

/** Every way to alter one cell of a row. */
function* ofRow(row: GradedIndicator): Iterable<{ rule: string; place: CellRef | null; to: CellValue }> {
  const { indicator, grading, rubric } = row;
  const { gradeCell, actual, baseline, target } = indicator;
  const order = gradeOrder(rubric);
  const rank = order.indexOf(grading.grade);
  if (gradeCell !== null && rank >= 0 && grading.parts.length === 0) {
    const sure = !grading.direction.needsConfirmation;
    for (const other of order)
      if (sure && other !== grading.grade) yield { rule: "grade-differs", place: gradeCell, to: other };
    yield { rule: "mark-with-actual", place: gradeCell, to: rubric.noActualGrade };
    yield { rule: "grade-blank", place: gradeCell, to: "" };
    if (indicator.actuals.length === 1 || rubric.missingActual === "grade")
      yield { rule: "grade-without-actual", place: actual.cell, to: "-" };
  }
  if (!isFigure(actual) || !isFigure(target)) return;
  yield { rule: "cell-unreadable", place: actual.cell, to: "約?" };
  yield { rule: "actual-blank", place: actual.cell, to: "" };
  yield { rule: "target-missing", place: target.cell, to: "-" };
  if (isFigure(baseline)) yield { rule: "baseline-missing", place: baseline.cell, to: "―" };
  const printed = target.reading.text.normalize("NFKC");
  const bare = /^([\d,.]+)\s*(人|件|世帯|回|社|校|団体|ha|時間|店|箇所|組|m)$/.exec(printed);
  if (bare && /[人件世帯回社校団体ha時間店箇所組m]$/.test(baseline.reading.text.normalize("NFKC")))
    yield { rule: "unit-differs", place: target.cell, to: `${bare[1] ?? ""}${bare[2] === "円" ? "人" : "円"}` };
}

function plant(rule: string, base: WorkbookSnapshot, place: CellRef, to: CellValue): Plant {
  return {
    rule,
    base,
    place,
    altered: withCell(base, place.sheetId, place.row, place.column, to),
    what: `${base.name} ${place.row + 1}:${place.column + 1} → ${String(to)}`,
  };
}

/** The cell that shows a text, and the text with a part of it replaced. */
function* replaced(base: WorkbookSnapshot, rule: string, from: RegExp, to: string): Iterable<Plant> {
  for (const sheet of base.sheets) {
    if (sheet.area === null) continue;
    for (const [i, line] of sheet.values.entries()) {
      for (const [j, content] of line.entries()) {
        if (typeof content !== "string" || !from.test(content)) continue;
        yield plant(
          rule,
          base,
          { sheetId: sheet.id, row: sheet.area.top + i, column: sheet.area.left + j },
          content.replace(from, to),
        );
      }
    }
  }
}

function* ofMoney(base: WorkbookSnapshot): Iterable<Plant> {
  for (const one of assess(base).sheets) {
    const checked = new CheckedSheet(one);
    const at = (cell: { row: number; column: number }): CellRef => ({
      sheetId: one.sheet.id,
      row: cell.row,
      column: cell.column,
    });
    const number = (text: string): number => Number(text.replace(/,/g, ""));
    const block = checked.totals();
    for (const line of block?.lines ?? []) {
      for (const cell of line.cells) {
        if (cell.value === null) continue;
        for (const gap of [100, -900, 36]) yield plant("total-differs", base, at(cell), number(cell.text) + gap);
      }
    }
    for (const project of checked.projects().flatMap(({ projects }) => projects)) {
      const cost = project.lines.find(({ kind }) => kind === "cost");
      const general = project.lines.find(({ kind }) => kind === "general");
      for (const [i, cell] of (general?.cells ?? []).entries()) {
        const own = cost?.cells[i];
        if (!own || own.value === null || cell.value === null) continue;
        yield plant("general-exceeds-cost", base, at(cell), number(own.text) + 5);
        if (block !== null) yield plant("total-differs", base, at(own), number(own.text) + 1000);
      }
      for (const result of project.results) {
        const known = result.cells.filter((cell) => cell.value !== null);
        const [before, after] = known.slice(-2);
        if (!before || !after) continue;
        if (/累計/.test(result.name)) yield plant("cumulative-falls", base, at(after), number(before.text) - 3);
        else if (before.text.replace(/[,0件人回]/g, "").length >= 3)
          yield plant(
            "same-value-twice",
            base,
            at(after),
            before.text.includes("件") ? before.text : number(before.text),
          );
      }
    }
    const progress = checked.progress();
    for (const status of progress?.kind === "shares" ? progress.values : []) {
      if (status.cell === null || status.share === null || status.text === "0.0") continue;
      yield plant("shares-not-100", base, at(status.cell), Number(status.text) + 10);
    }
  }
}

/** Every plant of every book, in a fixed order. */
export function plants(): Plant[] {
  const all: Plant[] = [];
  for (const name of BOOKS) {
    const base = graded(sample(name));
    for (const row of rowsOf(assess(base))) {
      for (const { rule, place, to } of ofRow(row)) if (place !== null) all.push(plant(rule, base, place, to));
    }
    all.push(...ofMoney(base));
  }
  const r2 = graded(sample("asahi-r2"));
  const r3 = graded(sample("asahi-r3"));
  all.push(
    ...replaced(r2, "project-differs", /^114件$/, "141件"),
    ...replaced(r2, "project-differs", /^85件$/, "58件"),
    ...[1450713, 1405173, 145017].flatMap((to) => kpiActual(r3, /ホームページ/, to)),
    ...["Ａ", "Ｂ", "Ｃ"].flatMap((to) => [...replaced(r3, "narrative-grade-differs", /(?<=達成状況：)[ＳＤ]/u, to)]),
    ...["Ｓ", "Ｂ"].flatMap((to) => [...replaced(r2, "narrative-grade-differs", /(?<=達成状況：)[ＡＤ]/u, to)]),
    ...["85世帯", "68世帯", "47世帯", "５３世帯"].flatMap((to) => [
      ...replaced(r3, "narrative-figure-differs", /58世帯/u, to),
    ]),
    ...["▲16人", "▲74人", "▲６７人"].flatMap((to) => [...replaced(r3, "narrative-figure-differs", /▲６１人/u, to)]),
    ...["▲47人", "▲84人"].flatMap((to) => [...replaced(r2, "narrative-figure-differs", /▲74人/u, to)]),
    ...["下回る", "下回った。これまで上向く"].flatMap((to) => [
      ...replaced(r2, "narrative-trend-differs", /(?<=前年度実績を)上回る/u, to),
    ]),
    ...replaced(r3, "numbering-gap", /^④(?=.*方針)/u, "⑤"),
    ...["①", "②", "③", "④"].flatMap((mark) => answerErased(r3, mark)),
    ...replaced(r3, "damaged-characters", /寄附/u, "寄\uFFFD"),
    ...replaced(r2, "owner-unfilled", /^企画政策課$/u, ""),
  );
  const two = together([r3, r3]);
  const second = two.sheets[two.sheets.length - 1]?.id;
  all.push(
    ...[...replaced(two, "rubric-differs", /△10％以上/u, "△10％以下")].filter(({ place }) => place.sheetId === second),
    ...[...replaced(two, "rubric-differs", /^目標値を達成（見込み）$/u, "目標値を達成")].filter(
      ({ place }) => place.sheetId === second,
    ),
    ...[...replaced(two, "same-indicator-differs", /^(?:50世帯|1,400人|1,000,000件)$/u, "60世帯")].filter(
      ({ place }) => place.sheetId === second,
    ),
    ...[...replaced(two, "same-indicator-differs", /^(?:42世帯|1,358人)/u, "40")].filter(
      ({ place }) => place.sheetId === second,
    ),
  );
  const years = together([r2, r3]);
  const last = years.sheets[1]?.id ?? "";
  const copied =
    "・多世代交流施設（おひさまテラス）は、指定管理の準備や設置管理条例の制定等を行い、開設に向けて着実に進んでいる。";
  all.push(
    ...[...replaced(years, "text-copied", /^・観光大使については[^]*$/u, copied)].filter(
      ({ place }) => place.sheetId === last,
    ),
  );
  return all;
}

/** The answer of a number is erased: the opinion of that number is the place. */
function answerErased(base: WorkbookSnapshot, mark: string): Plant[] {
  const [answer] = replaced(base, "opinion-unanswered", new RegExp(`^${mark}(?=.*ます。$)[^]*$`, "u"), "");
  const [opinion] = replaced(
    base,
    "opinion-unanswered",
    new RegExp(`^${mark}(?=.*(?:ほしい|ないか|しまう|よう工夫して).*。$)[^]*$`, "u"),
    "",
  );
  return answer && opinion ? [{ ...answer, place: opinion.place }] : [];
}

function kpiActual(base: WorkbookSnapshot, name: RegExp, to: number): Plant[] {
  return rowsOf(assess(base)).flatMap(({ indicator }) =>
    name.test(indicator.name) && indicator.actual.cell
      ? [plant("project-differs", base, indicator.actual.cell, to)]
      : [],
  );
}
