/** The form itself: numbering, dates, owners, damaged characters (checks.md 35, 39, 45, 47, section 5). */
import { plain } from "../../../kpi/characters";
import { findYears } from "../../../kpi/year";
import { bare } from "../../rollup/money-headers";
import type { GridCell } from "../../grid";
import type { CheckContext, CheckedSheet } from "../context";
import type { Draft, Place, Rule } from "../rule";
import { fiscalYear, oneLine, shortened, value } from "../wording";

function* cells(sheet: CheckedSheet): Iterable<GridCell> {
  const { top, bottom } = sheet.grid.area;
  for (let row = top; row <= bottom; row++) yield* sheet.grid.row(row);
}

/** ① → 1, ㉟ → 35; null for any other character. */
export function circledNumber(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x2460 && code <= 0x2473) return code - 0x2460 + 1;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x32b1 && code <= 0x32bf) return code - 0x32b1 + 36;
  return null;
}

interface Numbered extends Place {
  readonly number: number;
  /** As printed, 「④」. */
  readonly mark: string;
  readonly text: string;
}

interface Numbering {
  readonly of: (line: string) => { readonly number: number; readonly mark: string } | null;
  readonly print: (number: number) => string;
}

const CIRCLED: Numbering = {
  of: (line) => {
    const number = circledNumber(line);
    return number === null ? null : { number, mark: String.fromCodePoint(line.codePointAt(0) as number) };
  },
  print: (number) =>
    String.fromCodePoint(
      number <= 20 ? 0x2460 + number - 1 : number <= 35 ? 0x3251 + number - 21 : 0x32b1 + number - 36,
    ),
};

const SECTION: Numbering = {
  of: (line) => {
    // A heading of the form, no note inside a text.
    const m = line.length <= 60 && !line.endsWith("。") ? /^[（(](?<n>[\d０-９]{1,2})[）)]/u.exec(line) : null;
    return m ? { number: Number((m.groups?.n ?? "").normalize("NFKC")), mark: m[0] } : null;
  },
  print: (number) =>
    `（${String(number)
      .normalize("NFKC")
      .replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))}）`,
};

/** Numbered texts of one column, one list after the other. */
function lists(sheet: CheckedSheet, numbering: Numbering): Numbered[][] {
  const columns = new Map<number, Numbered[][]>();
  for (const cell of cells(sheet)) {
    for (const line of cell.text.split(/[\r\n]+/)) {
      const found = numbering.of(line.trim());
      if (found === null) continue;
      const item: Numbered = { row: cell.row, column: cell.column, text: line.trim(), ...found };
      const known = columns.get(cell.column);
      const list = known?.[known.length - 1];
      const last = list?.[list.length - 1];
      if (known === undefined) columns.set(cell.column, [[item]]);
      else if (list && last && item.number > last.number && item.number - last.number <= 3) list.push(item);
      else known.push([item]);
    }
  }
  return [...columns.values()].flat();
}

function* numberingGaps({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const numbering of [CIRCLED, SECTION]) {
      for (const list of lists(sheet, numbering)) {
        if (list[0]?.number !== 1) continue;
        for (let i = 1; i < list.length; i++) {
          const [before, after] = [list[i - 1] as Numbered, list[i] as Numbered];
          if (after.number === before.number + 1) continue;
          const missing = Array.from({ length: after.number - before.number - 1 }, (_, k) =>
            numbering.print(before.number + k + 1),
          ).join("・");
          yield {
            sheet,
            cells: [after],
            others: [{ cells: [before] }],
            subject: `${sheet.name}/${before.text}`,
            values: [value("number", before.mark), value("number", after.mark)],
            message: `「${shortened(before.text)}」の次が「${shortened(after.text)}」で、${missing}がありません。`,
          };
        }
      }
    }
  }
}

const OPINION = /意見|提言|指摘/;
const ANSWER = /考え|回答|対応|見解|措置|反映/;

interface Block {
  readonly head: GridCell;
  readonly kind: "opinion" | "answer";
  readonly items: readonly Numbered[];
}

/** Heads 「…からの意見」 and 「…に対する考え」 with the numbered texts below them. */
function opinionBlocks(sheet: CheckedSheet): Block[] {
  const heads = [...cells(sheet)].flatMap((head) => {
    const text = oneLine(head.text);
    if (text.length > 40 || text.endsWith("。") || !OPINION.test(text) || circledNumber(text) !== null) return [];
    return [{ head, kind: ANSWER.test(text) ? ("answer" as const) : ("opinion" as const) }];
  });
  return heads.map(({ head, kind }) => {
    const beside = heads.filter((h) => h.head.row === head.row && h.head.column > head.column)[0];
    const right = (beside?.head.column ?? sheet.grid.area.right + 1) - 1;
    const below = heads.filter((h) => h.head.row > head.row && h.head.column <= right)[0];
    const bottom = (below?.head.row ?? sheet.grid.area.bottom + 1) - 1;
    const items: Numbered[] = [];
    for (let row = head.row; row <= bottom; row++) {
      for (const cell of sheet.grid.between(row, head.column, right)) {
        if (cell === head) continue;
        for (const line of cell.text.split(/[\r\n]+/)) {
          const found = CIRCLED.of(line.trim());
          if (found) items.push({ row, column: cell.column, text: line.trim(), ...found });
        }
      }
    }
    return { head, kind, items };
  });
}

function* opinionsUnanswered({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const blocks = opinionBlocks(sheet);
    for (let i = 0; i < blocks.length; i++) {
      const [opinions, answers] = [blocks[i] as Block, blocks[i + 1]];
      if (opinions.kind !== "opinion" || answers?.kind !== "answer" || opinions.items.length === 0) continue;
      const orphans = (from: Block, to: Block): Numbered[] =>
        from.items.filter(({ mark }) => !to.items.some((item) => item.mark === mark));
      for (const item of orphans(opinions, answers))
        yield unpaired(
          sheet,
          item,
          answers,
          `意見${item.mark}「${shortened(item.text.slice(1), 30)}」に対する回答がありません。`,
        );
      for (const item of answers.items.length === 0 ? [] : orphans(answers, opinions))
        yield unpaired(
          sheet,
          item,
          opinions,
          `回答${item.mark}「${shortened(item.text.slice(1), 30)}」に対応する意見がありません。`,
        );
    }
  }
}

const unpaired = (sheet: CheckedSheet, item: Numbered, there: Block, message: string): Draft => ({
  sheet,
  cells: [item],
  others: [{ cells: [there.items[there.items.length - 1] ?? there.head] }],
  subject: `${sheet.name}/${item.text}`,
  values: [value("number", item.mark), value("there", there.items.map(({ mark }) => mark).join("") || "空欄")],
  message: `${message}「${shortened(there.head.text)}」にあるのは${there.items.map(({ mark }) => mark).join("") || "空欄"}です。`,
});

/** 「④4年度施策の方針」: sections of one sheet speak of one year. */
const POLICY = /年度[\s]*(?:の)?[\s]*(?:施策|事業|取組|取り組み)の?[\s]*(?:方針|方向性|計画)/u;

function* policyYears({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const found = [...cells(sheet)].flatMap((cell) => {
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
    const [row] = sheet.rows;
    const place = titlePlace(sheet, row?.assessed.table.area.top ?? 0);
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
        cells: [titlePlace(sheet, table.area.top)],
        others: [{ cells: [head] }],
        subject: sheet.name,
        values: [value("here", fiscalYear(year)), value("table", fiscalYear(newest.year))],
        message: `表題は${fiscalYear(year)}ですが、表に${fiscalYear(year)}の実績の列がありません（最も新しい列は${fiscalYear(newest.year)}）。`,
      };
    }
  }
}

function titlePlace(sheet: CheckedSheet, end: number): Place {
  const { grid } = sheet;
  for (let row = grid.area.top; row < end; row++) {
    for (const cell of grid.row(row))
      if (findYears(plain(cell.text).text).some(({ year }) => year === sheet.year)) return cell;
  }
  return { row: grid.area.top, column: grid.area.left };
}

/** 「令和　年　月　日時点」 with nothing filled in. */
const BLANK_DATE = /(?:令和|平成|西暦|20)?[\s　_＿]*年[\s　_＿]*月[\s　_＿]*日/u;

function* dateUnfilled({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    if (sheet.rows.length === 0) continue;
    for (const cell of cells(sheet)) {
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
  /^(?:主管|主担当|担当|所管|作成|記入)(?:課|部署|部課|課名|課等|所属|班|係|課係|者|者名|者氏名)名?[:：]?$/;

function* ownerUnfilled({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const first = Math.min(...sheet.rows.map(({ assessed }) => assessed.table.area.top));
    if (!Number.isFinite(first)) continue;
    const labels: { cell: GridCell; filled: boolean }[] = [];
    for (let row = sheet.grid.area.top; row < first; row++) {
      const inRow = sheet.grid.row(row);
      inRow.forEach((cell, i) => {
        const text = bare(cell.text);
        if (!OWNER_LABEL.test(text)) return;
        const next = inRow[i + 1];
        const filled = next !== undefined && !isLabel(next.text);
        // A label over its value: an office, or a row of values under a row of labels.
        const below = sheet.grid.text(row + 1, cell.column).trim();
        labels.push({ cell, filled: filled || OFFICE.test(below) });
      });
    }
    const open = labels.filter(({ filled }) => !filled).map(({ cell }) => cell);
    if (labels.length === 0 || open.length < labels.length) continue;
    const names = open.map((cell) => `「${bare(cell.text)}」`).join("");
    yield {
      sheet,
      cells: open.map((cell) => besideLabel(sheet, cell)),
      others: [{ cells: open }],
      subject: sheet.name,
      values: [value("written", "空欄")],
      message: `${names}が記入されていません。`,
    };
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
    const found = [...cells(sheet)].filter(({ text }) => text.includes("\uFFFD"));
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

const rule = (id: string, severity: Rule["severity"], ja: string, en: string, find: Rule["find"]): Rule => ({
  id,
  family: "form",
  severity,
  title: { ja, en },
  find,
});

export const FORM_RULES: readonly Rule[] = [
  rule("numbering-gap", "warning", "番号が飛んでいる", "A number is skipped", numberingGaps),
  rule("opinion-unanswered", "warning", "意見と回答が対応していない", "An opinion has no answer", opinionsUnanswered),
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
  rule("owner-unfilled", "warning", "担当課が記入されていない", "The owner is not filled in", ownerUnfilled),
  rule("damaged-characters", "warning", "文字化けがある", "There are damaged characters", damaged),
  rule("bracket-doubled", "info", "かっこが重なっている", "A bracket is doubled", doubledBracket),
];
