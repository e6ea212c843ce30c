/** The form itself: years of title and sections, date, owner, damaged characters. */
import { plain } from "../../../kpi/characters";
import { findYears } from "../../../kpi/year";
import type { GridCell } from "../../grid";
import { bare } from "../../rollup/money-headers";
import { cellsOf, type CheckContext, type CheckedSheet } from "../context";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { titlePlace } from "../title";
import { fiscalYear, nameOf, oneLine, shortened, value } from "../wording";

/** 「④4年度施策の方針」: sections of one sheet speak of one year. */
const POLICY = /年度[\s]*(?:の)?[\s]*(?:施策|事業|取組|取り組み)の?[\s]*(?:方針|方向性|計画)/u;

function* policyYears({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const found = [...cellsOf(sheet)].flatMap((cell) => {
      const { text } = plain(cell.text);
      if (text.length > 50 || text.endsWith("。") || !POLICY.test(text)) return [];
      const year = findYears(text)[0]?.year;
      return year === undefined ? [] : [{ cell, year }];
    });
    const [first] = found;
    const other = first && found.find(({ year }) => year !== first.year);
    if (!first || !other) continue;
    yield {
      sheet,
      cells: [other.cell],
      others: [{ cells: [first.cell] }],
      subject: sheet.name,
      values: [value("here", oneLine(other.cell.text)), value("there", oneLine(first.cell.text))],
      message: `「${shortened(other.cell.text)}」は${fiscalYear(other.year)}ですが、「${shortened(first.cell.text)}」は${fiscalYear(first.year)}です。年度を揃えてください。`,
    };
  }
}

function* titleYear({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const { assessed, name } = sheet;
    if (assessed.yearFrom !== "title" || sheet.year === null || sheet.rows.length === 0) continue;
    const mentions = findYears(plain(name).text).filter(({ bare: alone, loose }) => !alone && !loose);
    if (mentions.length !== 1 || mentions[0]?.year === sheet.year) continue;
    const place = titlePlace(sheet);
    yield {
      sheet,
      cells: [place],
      subject: sheet.name,
      values: [value("here", fiscalYear(sheet.year)), value("there", name)],
      message: `表題は${fiscalYear(sheet.year)}ですが、シート名は「${name}」（${fiscalYear(mentions[0]?.year ?? null)}）です。`,
    };
  }
}

/** The title speaks of a year that no column of the table has: last year's sheet with a new title. */
function* yearColumn({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const { assessed, year } = sheet;
    if (year === null || (assessed.yearFrom !== "title" && assessed.yearFrom !== "workbookTitle")) continue;
    for (const { table } of assessed.tables) {
      const columns = table.columns.actuals.filter((one) => one.year !== null && !one.reference);
      const newest = [...columns].sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
      if (!newest || columns.length < table.columns.actuals.length || columns.some((one) => one.year === year))
        continue;
      const head = { row: table.headerRows[table.headerRows.length - 1] ?? table.area.top, column: newest.column };
      yield {
        sheet,
        cells: [titlePlace(sheet)],
        others: [{ cells: [head] }],
        subject: sheet.name,
        values: [value("here", fiscalYear(year)), value("table", fiscalYear(newest.year))],
        message: `表題は${fiscalYear(year)}ですが、表に${fiscalYear(year)}の実績の列がありません（最も新しい列は${fiscalYear(newest.year)}）。`,
      };
    }
  }
}

/** 「令和　年　月　日時点」 with nothing filled in. */
const BLANK_DATE = /(?:令和|平成|西暦|20)?[\s　_＿]*年[\s　_＿]*月[\s　_＿]*日/u;

function* dateUnfilled({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    if (sheet.rows.length === 0) continue;
    for (const cell of cellsOf(sheet)) {
      const m = cell.text.length <= 40 ? BLANK_DATE.exec(cell.text) : null;
      if (m === null || !/[\s　_＿]/.test(m[0]) || /[\d０-９元]/.test(m[0].replace(/^20/, ""))) continue;
      yield {
        sheet,
        cells: [cell],
        subject: sheet.name,
        values: [value("written", oneLine(cell.text))],
        message: `日付「${oneLine(cell.text)}」が記入されていません。`,
      };
    }
  }
}

/** Labels of who is responsible, the office before the desk. */
const OWNER_LABEL =
  /^(?:(?:主管|主担当|担当|所管|作成|記入)(?:課|部署|部課|課名|課等|所属|班|係|課係|者|者名|者氏名)名?|課長(?:氏)?名)[:：]?$/;
/** 「担当課：」 with nothing behind it in its own cell but blanks or the date. */
const OPEN_LABEL = /^(?<label>[^:：\s]{2,7})[:：][\s\u3000]*(?=$|(?:令和|平成|R|20)[\d０-９元])/u;
/** Something else than the value of the label to its left: a date, or a label with its own value. */
const ANOTHER = /[:：]|年度|現在$|時点$|^(?:作成日|記入日|日付)/u;

function* ownerUnfilled({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const first = Math.min(
      ...sheet.assessed.tables.map(({ table }) => (table.arranged ? table.area.bottom + 1 : table.area.top)),
    );
    if (!Number.isFinite(first) || sheet.rows.length === 0) continue;
    const labels: { cell: GridCell; name: string; at: Place; filled: boolean }[] = [];
    for (let row = sheet.grid.area.top; row < first; row++) {
      const inRow = sheet.grid.row(row);
      inRow.forEach((cell, i) => {
        const inside = OPEN_LABEL.exec(cell.text.trim())?.groups?.label;
        const name = bare(inside ?? cell.text).replace(/[:：]$/, "");
        const isOwner = OWNER_LABEL.test(name) || (inside !== undefined && /^(?:所管|主管|担当)$/.test(name));
        if (!isOwner || (inside === undefined && OPEN_LABEL.test(cell.text.trim()))) return;
        const next = inRow[i + 1];
        const filled = next !== undefined && !isLabel(next.text) && !ANOTHER.test(next.text.trim());
        // A label over its value: an office, or a row of values under a row of labels.
        const below = sheet.grid.text(row + 1, cell.column).trim();
        const own = inside !== undefined && !filled;
        labels.push({
          cell,
          name,
          at: own ? cell : besideLabel(sheet, cell),
          filled: filled || (inside === undefined && OFFICE.test(below) && !OWNER_LABEL.test(bare(below))),
        });
      });
    }
    // Not every office has desks: 「担当班」 may stay blank below an office that is filled in.
    const offices = labels.filter(({ name }) => !/[班係]$/u.test(name));
    const open = (offices.some(({ filled }) => filled) ? offices : labels).filter(({ filled }) => !filled);
    if (open.length === 0) continue;
    yield {
      sheet,
      cells: open.map(({ at }) => at),
      others: [{ cells: open.map(({ cell }) => cell) }],
      subject: sheet.name,
      values: [value("written", "空欄")],
      message: `${open.map(({ name }) => `「${name}」`).join("")}が記入されていません。`,
    };
  }
}

/** One blank in a column of offices that prints each row's own. */
function* ownerOfRow({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { table } of sheet.assessed.tables) {
      const { owner } = table.columns;
      if (owner === null || table.arranged) continue;
      const rows = sheet.rows.filter(({ indicator }) => indicator.tableId === table.id && indicator.part === null);
      const texts = rows.map(({ indicator }) => oneLine(sheet.grid.text(indicator.row, owner)));
      // Where an office stands once for several rows, a blank says 「同上」.
      const repeats = texts.some((text, i) => text !== "" && text === texts[i - 1]);
      const open = rows.filter(({ indicator }, i) => texts[i] === "" && sheet.grid.isAnchor(indicator.row, owner));
      if (!repeats || sheet.grid.sheet.merges === null || open.length === 0 || open.length * 4 > rows.length) continue;
      for (const { indicator } of open)
        yield {
          sheet,
          cells: [{ row: indicator.row, column: owner }],
          others: [{ cells: [indicator.places.name] }],
          subject: indicator.key,
          values: [value("written", "空欄")],
          message: `${nameOf(indicator)}の担当課が記入されていません。`,
        };
    }
  }
}

/** Where the value of a label goes: the cell to the right of it, or of its merge. */
const besideLabel = (sheet: CheckedSheet, { row, column }: Place): Place => ({
  row,
  column: (sheet.grid.merge(row, column)?.right ?? column) + 1,
});

const OFFICE = /(?:課|室|部|局|班|係|所|センター|館|署)$/u;

const isLabel = (text: string): boolean =>
  OWNER_LABEL.test(bare(text)) ||
  /^(?:関係課|関係部署|電話|内線|連絡先|課長|班長|係長|氏名|重点施策|基本目標|施策名?|作成日|記入日)[:：]?$/.test(
    bare(text),
  );

function* damaged({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const found = [...cellsOf(sheet)].filter(({ text }) => text.includes("\uFFFD"));
    const [first] = found;
    if (!first) continue;
    yield {
      sheet,
      cells: found,
      subject: sheet.name,
      values: [value("written", shortened(first.text))],
      message: `文字化け（\uFFFD）のあるセルが${found.length}個あります（「${shortened(first.text)}」${found.length > 1 ? "ほか" : ""}）。`,
    };
  }
}

const DOUBLED = /】】|【【|））$|「「|」」/u;

function* doubledBracket({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const line of sheet.narrative()) {
      const m = DOUBLED.exec(line.text.slice(line.start, line.end));
      if (m === null || /））$/.test(m[0])) continue;
      yield {
        sheet,
        cells: [line],
        subject: `${sheet.name}/${line.label}`,
        values: [value("written", shortened(line.text.slice(line.start, line.end), 24))],
        message: `「${shortened(line.text.slice(line.start, line.end), 24)}」のかっこ「${m[0]}」が重なっています。`,
      };
    }
  }
}

const rule = ruleOf("form");

export const FORM_RULES: readonly Rule[] = [
  rule("policy-year-differs", "warning", "方針の年度が違う", "Sections speak of different years", policyYears),
  rule(
    "title-year-differs",
    "warning",
    "表題とシート名の年度が違う",
    "Title and sheet name differ in the year",
    titleYear,
  ),
  rule("year-column-missing", "warning", "表題の年度の列がない", "The title's year has no column", yearColumn),
  rule("date-unfilled", "warning", "日付が記入されていない", "The date is not filled in", dateUnfilled),
  rule("owner-unfilled", "warning", "担当課が記入されていない", "The owner is not filled in", function* (context) {
    yield* ownerUnfilled(context);
    yield* ownerOfRow(context);
  }),
  rule("damaged-characters", "warning", "文字化けがある", "There are damaged characters", damaged),
  rule("bracket-doubled", "info", "かっこが重なっている", "A bracket is doubled", doubledBracket),
];
