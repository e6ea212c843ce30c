/**
 * Headings over KPI rows: 「基本目標1 …」, 「施策 35 広聴・広報の充実」, 「1 水とみどりを育む取組みの推進」, and label/value pairs
 * 「重点施策 | 103 | 故郷創出プロジェクト」. Levels follow the plans of cities: goal, direction, measure, work.
 */
import { plain } from "../kpi/characters";
import type { GridCell } from "./grid";
import { lineOf } from "./line-words";

export interface Heading {
  /** 0 is outermost. */
  readonly level: number;
  /** As printed, white space collapsed; number and title joined by a space. */
  readonly text: string;
  /** The title is still to come in the next row: 「基本目標 1」. */
  readonly open: boolean;
  /** 「1 …」 without a word that names the level: only believed where a table follows. */
  readonly numbered: boolean;
  /** Number of a numbered heading. */
  readonly number: number | null;
  /** Where it stands; null where that says nothing. */
  readonly column: number | null;
}

interface Level {
  readonly words: string;
  readonly level: number;
}

/** Words that name a level of a plan; a longer word stands before a shorter one that ends it. */
const LEVELS: readonly Level[] = [
  { words: "第\\d+編|第\\d+部|第\\d+章|分野別目標|政策分野|施策分野|分野|大綱|将来像", level: 0 },
  {
    words:
      "まちづくりの基本目標|横断的な基本目標|横断的な目標|横断的目標|横断目標|基本目標|政策目標|まちづくりの目標|横断プロジェクト|基本政策|重点戦略|基本戦略|基本方針|重点目標|戦略目標|まちづくりの柱|施策の柱|柱|政策|戦略|目標|視点",
    level: 1,
  },
  {
    words: "基本的方向|基本的な方向|施策の方向性?|基本施策|リーディングプロジェクト|第\\d+節",
    level: 2,
  },
  {
    words: "重点施策|主要施策|重点プロジェクト|重点事業|個別施策|推進施策|施策|プロジェクト",
    level: 3,
  },
  {
    words: "具体的な?施策|具体的な?取組み?|主要?な?取組み?|基本事業|事務事業|取組項目|取組み?|細施策|アクション",
    level: 4,
  },
];

const MARKS = "[\\s■□◆◇●○◎▼▽▶★☆・【〔〈《<\\[\\uE002]*";
const NUMBER =
  "[\\s.:：第(]*(?<number>[0-9]{1,4}(?:[-.‐−ー][0-9]{1,3})*|[IVX]{1,4}(?![A-Z])|[一二三四五六七八九十]{1,3}(?![^\\s、.:：】〕]))?[\\s.:：、】〕〉》>\\])]*";
const FORMS = LEVELS.map((entry) => ({
  ...entry,
  form: new RegExp(`^${MARKS}(?<label>${entry.words})(?:名|名称|番号|コード)?${NUMBER}(?<title>.*)$`, "u"),
}));
const LABELS = LEVELS.map((entry) => ({
  ...entry,
  form: new RegExp(`^${MARKS}(?<label>${entry.words})(?:名|名称|番号|コード|No\\.?)?[:：】〕]?$`, "ui"),
}));
const NUMBERED =
  /^(?:(?<plain>[0-9]{1,3})(?:\s*[.、．]\s*|\s+)|(?<pair>[0-9]{1,2}[-‐−][0-9]{1,2})\s*|\((?<bracket>[0-9]{1,2})\)\s*|(?<roman>[IVX]{1,4})(?:\s*[.、．]\s*|\s+))(?=[^\d\s])/u;
/** Titles of sections and tables, captions, sentences: no headings of a plan. */
const NOT_A_HEADING =
  /(?:指標|KPI|KGI|数値目標|目標値|検証|達成状況|進捗状況|評価|実績|事業費|決算|予算|平均|合計|小計|一覧|シート|調書|現状と課題|課題|方向性$|取組内容|取組状況|概要|意見|総括|関連事業|凡例|単位|年度$|年度版|目次|体系図|期間|根拠|資料)/u;
const LONGEST = 70;
/** Right behind the number these go on with a sentence or a date, 「施策1の」「目標5年」; behind a blank 「にぎわい」 is a title. */
const PARTICLE = /^(?:[のをにへはがともで等及以]|年度?|[かカヶ箇]?年|月)/;

/** Line breaks and runs of blanks of a printed heading; a line break inside Japanese text leaves nothing behind. */
export const printed = (text: string): string =>
  text
    .replace(/(?<=[^\x00-\x7F])[ \t]*[\r\n]+[ \t]*(?=[^\x00-\x7F])/gu, "")
    .replace(/[\s\u3000]+/gu, " ")
    .trim();

const compact = (text: string): string => plain(text).text.replace(/\s+/g, " ");

/** A heading with a word for its level. 「施策の進捗状況」「基本目標の達成に向けて…。」 are none. */
function namedHeading(text: string): Heading | null {
  const flat = compact(text);
  if (flat.length > LONGEST || flat.endsWith("。")) return null;
  for (const { form, level } of FORMS) {
    const m = form.exec(flat);
    if (!m?.groups) continue;
    const { number, title = "" } = m.groups;
    const bare = title.replace(/[\s】〕〉》>\])]+/g, "");
    if (
      number === undefined &&
      (bare === "" ||
        !/^[:：\s「【]/.test(flat.slice(flat.indexOf(m.groups.label ?? "") + (m.groups.label ?? "").length)))
    )
      return null;
    const attached = /[^\s.:：、】〕〉》>\])]$/.test(flat.slice(0, flat.length - title.length));
    if ((attached ? PARTICLE : /^[をへ]/).test(bare) || NOT_A_HEADING.test(bare)) return null;
    return { level, text: printed(text), open: bare === "", numbered: false, number: null, column: null };
  }
  return null;
}

function numberedHeading(text: string): Heading | null {
  const flat = compact(text);
  const m = NUMBERED.exec(flat);
  if (!m?.groups || flat.length > LONGEST || /[。]$/.test(flat) || NOT_A_HEADING.test(flat)) return null;
  const { plain: single, pair, bracket } = m.groups;
  const level = bracket !== undefined ? 3.6 : pair !== undefined ? 3.4 : 3.2;
  const number = single ?? bracket ?? pair?.split(/[-‐−]/)[1];
  return {
    level,
    text: printed(text),
    open: false,
    numbered: true,
    number: number === undefined ? null : Number(number),
    column: null,
  };
}

/** 「基本目標」 alone in its cell: the value stands in the cells to its right. */
export function headingLabel(text: string): { level: number } | null {
  if (text.length > 24) return null;
  const flat = plain(text).text.replace(/\s+/g, "");
  for (const { form, level } of LABELS) {
    if (form.test(flat)) return { level };
  }
  return null;
}

const isNumber = (text: string): boolean =>
  /^[0-9]{1,4}(?:[-.][0-9]{1,3})*$|^[IVX]{1,4}$/.test(plain(text).text.trim());
/** Labels of other boxes in the head of a form: they end the value before them. */
const OTHER_LABEL =
  /^(?:主管課?|担当課?班?|所管課?|関係課|作成日|作成者|記入者|部局名?|課名|担当者?|電話|内線|整理番号|番号|年度|対象年度|評価年度|計画期間|期間|指標.*|KPI.*|現状.*|目標.*|実績.*|評価.*|No\.?|備考|単位)$/iu;

const endsValue = (text: string): boolean =>
  headingLabel(text) !== null || OTHER_LABEL.test(plain(text).text.replace(/\s+/g, "")) || text.length > 120;

/** 「基本目標」 | 「3」 | 「ひとの…」 and 「基本目標3」 | 「ひとの…」, several of them in one row, other boxes between them. */
function pairs(cells: readonly GridCell[]): Heading[] {
  const found: Heading[] = [];
  for (let i = 0; i < cells.length; i++) {
    const at = i;
    const own = (cells[i] as GridCell).text;
    const label = headingLabel(own);
    const numbered = label ? null : namedHeading(own);
    if (!label && !numbered?.open) continue;
    const values: string[] = numbered ? [numbered.text] : [];
    while (i + 1 < cells.length) {
      const next = (cells[i + 1] as GridCell).text;
      if (endsValue(next) || (numbered && isNumber(next))) break;
      values.push(printed(next));
      i++;
      if (!isNumber(next)) break;
    }
    // 「目標 | 500」 is a line of figures.
    if (values.length === 0 || (lineOf(own) !== null && values.every(isNumber))) continue;
    // 「施策コード」 | 「0301」 | 「施策名」 | 「高齢者福祉」: the code goes with the name.
    const code = found[found.length - 1];
    if (label && code?.open && code.level === label.level) {
      found.pop();
      values.unshift(code.text);
    }
    const open = isNumber(values[values.length - 1] as string) || (numbered !== null && values.length === 1);
    found.push({
      level: (label ?? numbered)?.level ?? 0,
      text: values.join(" "),
      open,
      numbered: false,
      number: null,
      column: (cells[at] as GridCell).column,
    });
  }
  return found;
}

/** Headings of one row of the sheet, outermost first; [] where it holds none. */
export function headingsOfRow(cells: readonly GridCell[]): Heading[] {
  const [first] = cells;
  if (first === undefined) return [];
  if (cells.length === 1) {
    const heading = namedHeading(first.text) ?? numberedHeading(first.text);
    return heading ? [heading] : [];
  }
  const found = pairs(cells);
  if (found.length > 0) return found;
  // Headings of tables side by side.
  const all = cells.map((cell) => ({ heading: namedHeading(cell.text), column: cell.column }));
  if (all.every(({ heading }) => heading !== null && !heading.open)) {
    return all.flatMap(({ heading, column }) => (heading ? [{ ...heading, column }] : []));
  }
  // 「1」 | 「水とみどりを…」, and a heading with a remark in brackets beside it.
  const rest = cells.slice(1).map((cell) => cell.text);
  const named = namedHeading(first.text);
  if (named && rest.every((text) => /^[（(【].*[)）】]$/.test(text.trim()))) return [named];
  if (cells.length === 2 && (isNumber(first.text) || /^[(（]\d{1,2}[)）]$/.test(plain(first.text).text.trim()))) {
    const heading = numberedHeading(`${first.text.trim()} ${rest[0] ?? ""}`);
    return heading ? [heading] : [];
  }
  return [];
}

/** Those with a word for their level: over a form that is laid out anew, a numbered line may be anything. */
export const namedHeadingsOfRow = (cells: readonly GridCell[]): Heading[] =>
  headingsOfRow(cells).filter(({ numbered }) => !numbered);

/** Title in the row under 「基本目標 1」. */
export const closeHeading = (heading: Heading, title: string): Heading => ({
  ...heading,
  text: `${heading.text} ${printed(title)}`,
  open: false,
});

/** Headings that hold at some row: a new one ends all of its level and below. */
export class HeadingState {
  private readonly stack: Heading[] = [];

  push(heading: Heading): void {
    while (this.stack.length > 0 && (this.stack[this.stack.length - 1] as Heading).level >= heading.level)
      this.stack.pop();
    this.stack.push(heading);
  }

  /** Replaces the last one by the same with its title. */
  close(title: string): void {
    const last = this.stack.pop();
    if (last) this.stack.push(closeHeading(last, title));
  }

  get last(): Heading | null {
    return this.stack[this.stack.length - 1] ?? null;
  }

  held(): readonly Heading[] {
    return [...this.stack];
  }
}

/** Headings from over the table, from rows within it and from its columns: the nearest of each level holds. */
export function joinHeadings(...sources: readonly (readonly Heading[])[]): string[] {
  const kept: Heading[] = [];
  for (const source of sources) {
    for (const heading of source) {
      const at = kept.findIndex((h) => h.level === heading.level || h.text === heading.text);
      if (at >= 0 && !source.includes(kept[at] as Heading)) kept.splice(at, 1);
      if (!kept.some((h) => h.text === heading.text)) kept.push(heading);
    }
  }
  // Stable: within a level, and where a column's level is unknown, the order of the sheet stays.
  return kept
    .map((heading, i) => ({ heading, i }))
    .sort((a, b) => a.heading.level - b.heading.level || a.i - b.i)
    .map(({ heading }) => heading.text);
}

/** Level of a text in a column of groups, where its header says none. */
export const levelOfText = (text: string): number | null => namedHeading(text)?.level ?? null;
