/** Numbered sections and texts: skipped numbers, opinions without an answer. */
import type { GridCell } from "../../grid";
import { cellsOf, type CheckContext, type CheckedSheet } from "../context";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { oneLine, shortened, value } from "../wording";

/** ① → 1, ㉟ → 35; null for any other character. */
function circledNumber(char: string): number | null {
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

/** 「1. 現状」 as a heading; figures of a table and dates are none. */
const DOTTED: Numbering = {
  of: (line) => {
    const m =
      line.length <= 40 && !line.endsWith("。")
        ? /^(?<n>[1-9]\d?)[.．、]\s*(?=[^\d\s])/u.exec(line.normalize("NFKC"))
        : null;
    return m ? { number: Number(m.groups?.n), mark: `${m.groups?.n ?? ""}.` } : null;
  },
  print: (number) => `${number}.`,
};

/** 「４　事業費」 and 「【４】評価・分析」 as headings. */
const SPACED: Numbering = {
  of: (line) => {
    const m =
      line.length <= 30 && !line.endsWith("。") ? /^(?<n>[1-9１-９])[\s\u3000]+(?=[^\d０-９\s])/u.exec(line) : null;
    return m ? { number: Number((m.groups?.n ?? "").normalize("NFKC")), mark: (m.groups?.n ?? "").trim() } : null;
  },
  print: (number) => `${number}`,
};
const BRACKETED: Numbering = {
  of: (line) => {
    const m = line.length <= 40 ? /^【(?<n>[\d０-９]{1,2})】/u.exec(line) : null;
    return m ? { number: Number((m.groups?.n ?? "").normalize("NFKC")), mark: m[0] } : null;
  },
  print: (number) => `【${number}】`,
};

/** Numbers in tables of KPIs and projects name their rows: a sheet holds a part of a longer list. */
function isInTable(sheet: CheckedSheet, { row }: Place): boolean {
  const areas = [
    ...sheet.assessed.tables.map(({ table }) => table.area),
    ...sheet.projects().map(({ area }) => area),
    ...sheet.rubrics().map(({ area }) => area),
  ];
  return areas.some(({ top, bottom }) => row >= top && row <= bottom);
}

/** Numbered texts of one column, one list after the other. */
function lists(sheet: CheckedSheet, numbering: Numbering): Numbered[][] {
  const columns = new Map<number, Numbered[][]>();
  for (const cell of cellsOf(sheet)) {
    for (const line of cell.text.split(/[\r\n]+/)) {
      const found = numbering.of(line.trim());
      if (found === null) continue;
      const item: Numbered = { row: cell.row, column: cell.column, text: line.trim(), ...found };
      const known = columns.get(cell.column) ?? [];
      columns.set(cell.column, known);
      const list = listFor(known, item);
      if (list) list.push(item);
      else known.push([item]);
    }
  }
  return [...columns.values()].flat();
}

/** The list that goes on with this number: answers ①②③ stand below heading ⑤, and heading ⑥ goes on with the headings. */
function listFor(known: readonly Numbered[][], item: Numbered): Numbered[] | null {
  const step = (list: readonly Numbered[]): number => item.number - (list[list.length - 1]?.number ?? 0);
  const open = known.filter((list) => step(list) >= 1 && step(list) <= 3);
  return [...open].reverse().sort((a, b) => step(a) - step(b))[0] ?? null;
}

function* numberingGaps({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const numbering of [CIRCLED, SECTION, DOTTED, SPACED, BRACKETED]) {
      for (const list of lists(sheet, numbering)) {
        if (
          list[0]?.number !== 1 ||
          ((numbering === DOTTED || numbering === SPACED) && list.some((item) => isInTable(sheet, item)))
        )
          continue;
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

interface Item extends Place {
  readonly no: string;
  readonly name: string;
}

/** 「1, 2, 4」 and 「2-1, 2-2, 2-4」 in the column of numbers, where nothing else is irregular. */
function* rowNumberGaps({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const lists: Item[][] = sheet.assessed.tables.map(({ table }) =>
      sheet.rows.flatMap(({ indicator }) => {
        const at = indicator.places.no;
        if (indicator.tableId !== table.id || at === null || indicator.no === null || indicator.part !== null)
          return [];
        return [{ row: at.row, column: at.column, no: indicator.no, name: indicator.name }];
      }),
    );
    for (const { projects } of sheet.projects())
      lists.push(
        projects.flatMap(({ no, name, row, nameCell }) => {
          const at = no === null ? null : sheet.grid.row(row).find((cell) => cell.text.trim() === no);
          return no === null ? [] : [{ row, column: at?.column ?? nameCell.column, no, name }];
        }),
      );
    for (const list of lists) {
      const gap = onlyGap(list);
      if (gap === null) continue;
      yield {
        sheet,
        cells: [gap.after],
        others: [{ cells: [gap.before] }],
        subject: `${sheet.name}/${gap.after.name}`,
        values: [value("number", gap.before.no), value("number", gap.after.no)],
        message: `番号が「${oneLine(gap.before.no)}」（${shortened(gap.before.name, 30)}）の次に「${oneLine(gap.after.no)}」（${shortened(gap.after.name, 30)}）となっており、${gap.missing}がありません。`,
      };
    }
  }
}

function onlyGap(list: readonly Item[]): { before: Item; after: Item; missing: string } | null {
  const read = list.map((item) => {
    const m = /^(?<prefix>(?:\d{1,2}[-.])*)(?<n>\d{1,3})$/.exec(item.no.normalize("NFKC").trim());
    return m ? { item, prefix: m.groups?.prefix ?? "", n: Number(m.groups?.n) } : null;
  });
  if (list.length < 3 || read.some((one) => one === null) || read[0]?.n !== 1) return null;
  const all = read.filter((one) => one !== null);
  let gap: ReturnType<typeof onlyGap> = null;
  for (let i = 1; i < all.length; i++) {
    const [before, after] = [all[i - 1] as (typeof all)[number], all[i] as (typeof all)[number]];
    const next = before.prefix === after.prefix ? after.n - before.n : after.n - 1;
    // Numbers of measures stand over several rows.
    if (next === 1 || (next === 0 && (before.prefix !== "" || before.prefix !== after.prefix))) continue;
    if (next !== 2 || gap !== null || before.prefix !== after.prefix) return null;
    const missing = `${after.prefix}${after.n - 1}`;
    if (all.some((one) => `${one.prefix}${one.n}` === missing)) return null;
    gap = { before: before.item, after: after.item, missing };
  }
  return gap;
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
  const heads = [...cellsOf(sheet)].flatMap((head) => {
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

/** 意見 | 回答 side by side: a row with an opinion and nothing beside it. */
function* emptyAnswers(sheet: CheckedSheet, opinions: Block, answers: Block): Iterable<Draft> {
  const { row: top, column: left } = opinions.head;
  const { column: right } = answers.head;
  const texts = (row: number, from: number, to: number): string =>
    oneLine(
      sheet.grid
        .between(row, from, to)
        .map(({ text }) => text)
        .join(" "),
    );
  for (let row = top + 1; row <= sheet.grid.area.bottom; row++) {
    const opinion = texts(row, left, right - 1);
    if (opinion === "") return;
    if (texts(row, right, right) !== "" || !sheet.grid.isAnchor(row, right) || opinion.length < 6) continue;
    yield {
      sheet,
      cells: [{ row, column: right }],
      others: [{ cells: [{ row, column: left }] }],
      subject: `${sheet.name}/${opinion}`,
      values: [value("here", "空欄"), value("there", shortened(opinion))],
      message: `意見「${shortened(opinion)}」に対する回答が空欄です。`,
    };
  }
}

function* opinionsUnanswered({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const blocks = opinionBlocks(sheet);
    for (const opinions of blocks) {
      const beside = blocks.find(
        ({ head, kind }) => kind === "answer" && head.row === opinions.head.row && head.column > opinions.head.column,
      );
      // Where nothing is answered the column is for later.
      if (opinions.kind === "opinion" && beside) {
        const open = [...emptyAnswers(sheet, opinions, beside)];
        const rows = sheet.grid.row(opinions.head.row + 1).length;
        if (rows > 0 && !open.some(({ cells }) => cells[0]?.row === opinions.head.row + 1)) yield* open;
      }
    }
    for (let i = 0; i < blocks.length; i++) {
      const [opinions, answers] = [blocks[i] as Block, blocks[i + 1]];
      if (opinions.kind !== "opinion" || answers?.kind !== "answer" || opinions.items.length === 0) continue;
      if (opinions.head.row === answers.head.row) continue;
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

const rule = ruleOf("form");

export const NUMBERING_RULES: readonly Rule[] = [
  rule("numbering-gap", "warning", "番号が飛んでいる", "A number is skipped", function* (context) {
    yield* numberingGaps(context);
    yield* rowNumberGaps(context);
  }),
  rule("opinion-unanswered", "warning", "意見と回答が対応していない", "An opinion has no answer", opinionsUnanswered),
];
