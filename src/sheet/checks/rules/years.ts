/** Years of titles, labels and headers against each other and against the figures. */
import { compare } from "../../../kpi/decimal";
import { plain } from "../../../kpi/characters";
import { findYears } from "../../../kpi/year";
import type { KpiTable } from "../../types";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { writtenGrade, yearOfGrades } from "../fits";
import { quantityOf } from "../readings";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { titlePlace } from "../title";
import { fiscalYear, oneLine, shortened, value } from "../wording";

function* gradesOfOtherYear({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const year = yearOfGrades(sheet);
    if (year === null) continue;
    const graded = sheet.rows.filter((row) => writtenGrade(row) !== null);
    yield {
      sheet,
      cells: [titlePlace(sheet)],
      others: [{ cells: graded.map(({ indicator }) => indicator.gradeCell) }],
      subject: sheet.name,
      values: [value("here", fiscalYear(sheet.year)), value("table", fiscalYear(year))],
      message: `表題は${fiscalYear(sheet.year)}ですが、記載された評価は${fiscalYear(year)}の実績値によるものと思われます（${graded.length}件中の大半が${fiscalYear(year)}の値と合います）。表題の年度を確かめてください。評価の正しさは、年度を直してから点検してください。`,
    };
  }
}

const headerPlace = ({ headerRows, area }: KpiTable, sheet: CheckedSheet, column: number): Place => {
  const rows = [...headerRows].reverse();
  const row = rows.find((one) => findYears(plain(sheet.grid.text(one, column)).text).length > 0);
  return { row: row ?? rows[0] ?? area.top, column };
};

const headerText = (table: KpiTable, column: number): string =>
  (table.headers.find((one) => one.column === column)?.text ?? "").normalize("NFKC").replace(/\s+/g, "");

/** Two columns of actuals under one and the same heading. */
function* yearTwice({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { table } of sheet.assessed.tables) {
      if (table.arranged) continue;
      const columns = table.columns.actuals.filter((one) => one.year !== null);
      const second = columns.find((one, i) =>
        columns
          .slice(0, i)
          .some(
            (before) => before.year === one.year && headerText(table, before.column) === headerText(table, one.column),
          ),
      );
      const first = second && columns.find((one) => one.year === second.year && one.column !== second.column);
      if (!second || !first || headerText(table, second.column) === "") continue;
      yield {
        sheet,
        cells: [headerPlace(table, sheet, second.column)],
        others: [{ cells: [headerPlace(table, sheet, first.column)] }],
        subject: `${sheet.name}/${table.id}`,
        values: [value("year", fiscalYear(second.year)), value("year", fiscalYear(first.year))],
        message: `実績値の列の見出しに${fiscalYear(second.year)}が2つあります。年度を確かめてください。`,
      };
    }
  }
}

const differing = (rows: readonly CheckedRow[], year: number): { all: number; other: number } => {
  const both = rows.flatMap(({ indicator }) => {
    const actual = quantityOf(indicator.actuals.find((one) => one.year === year)?.reading ?? indicator.actual.reading);
    const baseline = quantityOf(indicator.baseline.reading);
    return actual && baseline && indicator.actuals.some((one) => one.year === year)
      ? [compare(actual.value, baseline.value)]
      : [];
  });
  return { all: both.length, other: both.filter((one) => one !== 0).length };
};

/** The years of baseline, actuals, milestone and target follow each other. */
function* yearOrder({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { table } of sheet.assessed.tables) {
      if (table.arranged) continue;
      const { actuals, targets, baseline } = table.columns;
      const years = actuals.flatMap((one) => (one.year === null || one.reference ? [] : [one.year]));
      const newest = years.length === 0 ? null : Math.max(...years);
      const rows = sheet.rows.filter(({ indicator }) => indicator.tableId === table.id);
      const draft = (column: number, here: number, there: number, message: string): Draft => ({
        sheet,
        cells: [headerPlace(table, sheet, column)],
        subject: `${sheet.name}/${headerText(table, column)}`,
        values: [value("here", fiscalYear(here)), value("there", fiscalYear(there))],
        message,
      });
      const start = table.baselineYear;
      if (baseline !== null && start !== null && newest !== null) {
        const same = years.includes(start) ? differing(rows, start) : { all: 0, other: 0 };
        if (start > newest)
          yield draft(
            baseline,
            start,
            newest,
            `基準値の年度（${fiscalYear(start)}）が、実績値の年度（${fiscalYear(newest)}まで）より後です。年度を確かめてください。`,
          );
        else if (same.all >= 2 && same.other * 2 > same.all)
          yield draft(
            baseline,
            start,
            start,
            `基準値の年度（${fiscalYear(start)}）と同じ年度の実績値の列がありますが、値が${same.all}件中${same.other}件で違います。年度を確かめてください。`,
          );
      }
      const final = targets.find((one) => one.kind === "final" && one.year !== null);
      if (!final || final.year === null) continue;
      const graded = sheet.year ?? newest;
      if (graded !== null && newest !== null && final.year < Math.min(graded, newest))
        yield draft(
          final.column,
          final.year,
          newest,
          `目標値の年度（${fiscalYear(final.year)}）が、実績値の年度（${fiscalYear(Math.min(graded, newest))}）より前です。年度を確かめてください。`,
        );
      for (const milestone of targets) {
        if (milestone.kind !== "milestone" || milestone.year === null) continue;
        if (milestone.year >= final.year)
          yield draft(
            milestone.column,
            milestone.year,
            final.year,
            `中間目標値の年度（${fiscalYear(milestone.year)}）が、最終の目標値の年度（${fiscalYear(final.year)}）より前ではありません。年度を確かめてください。`,
          );
      }
    }
  }
}

/** 「評価年度：令和5年度」, the year in the label's own cell or in the next one. */
const YEAR_LABEL = /^[（(【\s]*(?:評価|対象|評価対象|実績|点検)年度[\s:：]*/u;

function* labelYear({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const { year, grid, assessed } = sheet;
    if (year === null || (assessed.yearFrom !== "title" && assessed.yearFrom !== "workbookTitle")) continue;
    const end = Math.min(...assessed.tables.map(({ table }) => table.area.top));
    for (let row = grid.area.top; row < Math.min(end, grid.area.bottom); row++) {
      const cells = grid.row(row);
      for (const [i, cell] of cells.entries()) {
        const text = plain(cell.text).text;
        if (!YEAR_LABEL.test(text) || text.length > 30) continue;
        const own = text.replace(YEAR_LABEL, "") === "" ? cells[i + 1] : cell;
        const years = own ? findYears(plain(own.text).text.replace(YEAR_LABEL, "")).filter(({ bare }) => !bare) : [];
        const [said] = years;
        if (!own || !said || years.length !== 1 || said.year === year) continue;
        yield {
          sheet,
          cells: [own],
          others: [{ cells: [titlePlace(sheet)] }],
          subject: sheet.name,
          values: [value("here", oneLine(own.text)), value("there", fiscalYear(year))],
          message: `「${shortened(cell.text)}」${own === cell ? "" : `が「${shortened(own.text)}」`}となっていますが、表題は${fiscalYear(year)}です。年度を揃えてください。`,
        };
      }
    }
  }
}

/** A sheet without a table under a title of another year than all the others. */
function* titleAlone({ sheets }: CheckContext): Iterable<Draft> {
  const others = sheets.filter(({ assessed, rows }) => rows.length > 0 && assessed.yearFrom === "title");
  const years = [...new Set(others.map(({ year }) => year))];
  const [year] = years;
  if (others.length < 2 || years.length !== 1 || year === null || year === undefined) return;
  for (const sheet of sheets) {
    if (sheet.rows.length > 0) continue;
    const first = sheet.grid.row(sheet.grid.area.top)[0];
    const said = first ? findYears(plain(first.text).text).filter(({ bare, loose }) => !bare && !loose) : [];
    if (!first || said.length !== 1 || said[0]?.year === year || !/年度/.test(first.text)) continue;
    yield {
      sheet,
      cells: [first],
      others: others.map((other) => ({ sheet: other, cells: [titlePlace(other)] })),
      subject: sheet.name,
      values: [value("here", fiscalYear(said[0]?.year ?? null)), value("there", fiscalYear(year))],
      message: `表題「${shortened(first.text)}」は${fiscalYear(said[0]?.year ?? null)}ですが、ほかのシートの表題は${fiscalYear(year)}です。`,
    };
  }
}

/** 「令和6年7月10日時点」 of a sheet that reports a whole year. */
const DATE = /(?:令和|R)\s*(?<year>[元\d]{1,2})\s*[年.]\s*(?<month>\d{1,2})\s*[月.]\s*\d{1,2}\s*日?/u;
const DATED = /時点|現在|作成|記入|更新/;
const REPORTS = /実績|決算|事後|評価|進捗|検証/;
const REIWA = 2018;

function* dateEarly({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const { year, grid, assessed } = sheet;
    const end = Math.min(...assessed.tables.map(({ table }) => table.area.top));
    if (year === null || assessed.yearFrom !== "title" || !REPORTS.test(assessed.title) || !Number.isFinite(end))
      continue;
    if (
      !sheet.rows.some(({ indicator }) => indicator.actualYear === year && indicator.actual.reading.kind === "quantity")
    )
      continue;
    for (let row = grid.area.top; row < end; row++) {
      const cells = grid.row(row);
      for (const [i, cell] of cells.entries()) {
        const text = plain(cell.text).text;
        const m = text.length <= 40 ? DATE.exec(text) : null;
        if (!m?.groups || !DATED.test(`${cells[i - 1]?.text ?? ""}${text}`)) continue;
        const on = REIWA + (m.groups.year === "元" ? 1 : Number(m.groups.year));
        // The year ends in March; figures of the last months are known by then at the earliest.
        if (on > year + 1 || (on === year + 1 && Number(m.groups.month) >= 1)) continue;
        yield {
          sheet,
          cells: [cell],
          others: [{ cells: [titlePlace(sheet)] }],
          subject: sheet.name,
          values: [value("here", oneLine(cell.text)), value("there", fiscalYear(year))],
          message: `日付「${shortened(m[0])}」は${fiscalYear(year)}が終わる前です。年を確かめてください。`,
        };
      }
    }
  }
}

const rule = ruleOf("form");

export const YEAR_RULES: readonly Rule[] = [
  rule(
    "grades-of-other-year",
    "warning",
    "評価が表題と別の年度のもの",
    "The grades belong to another year than the title's",
    gradesOfOtherYear,
  ),
  rule("year-header-repeated", "error", "年度の見出しが重複している", "A year stands over two columns", yearTwice),
  rule("year-order", "warning", "年度の順序が合わない", "The years do not follow each other", yearOrder),
  rule("year-label-differs", "warning", "表題と年度の欄が違う", "Title and year label differ", function* (context) {
    yield* labelYear(context);
    yield* titleAlone(context);
  }),
  rule("date-before-year-end", "warning", "日付が年度の終わりより前", "The date lies before the year's end", dateEarly),
];
