/**
 * Which fiscal year is graded on a sheet: the user's choice, the stored one, the sheet's title, the workbook's one
 * title year, else the newest year with an actual. One year per sheet.
 */
import { plain } from "../kpi/characters";
import { findYears } from "../kpi/year";
import type { Grid } from "./grid";
import { readHeader } from "./header-text";
import { headingLabel, printed } from "./headings";
import type { Area, YearSource } from "./types";

export interface TitleFinding {
  /** Title as printed; null where no text looks like one. */
  readonly title: string | null;
  readonly year: number | null;
  /** The title says that the year's results are judged (実績, 決算, 事後). */
  readonly sure: boolean;
}

/** What may stand right behind the year of a title, and how strongly it speaks of results. */
const BEHIND: readonly (readonly [RegExp, number])[] = [
  [/^[\s)）」】・（(]*(?:分の?)?[\s（(【]*(?:事後|決算|実績|(?:実施|事業|取組|対象)分|の実績|における実績)/, 3],
  [
    /^[\s)）」】・（(]*(?:分|末時点?|版)?[\s（(【の]*.{0,24}?(?:評価|検証|進捗|達成状況|報告|点検|フォローアップ|管理シート|マネジメント|取組状況|実績)/,
    2,
  ],
];
/** Behind or before it the year means something else. */
const NOT_BEHIND =
  /^\s*(?:[~～\-–—から]|までの|まで|に?策定|に?改定|に改訂|に作成|に見直|に開始|改訂|作成|現在|目標|を目標|始|開始|当初|予算|国勢|調査|施行|制定|決定|公表|閣議)/;
const NOT_BEFORE =
  /(?:[~～\-–—]|から|目標年度?|基準年度?|基準|計画期間|期間|作成日?|策定|改定|更新日?|提出日?|記入日?|現在)[\s:：(（]*$/;
const TITLE =
  /シート|一覧|調書|評価|検証|進捗|実績|報告|指標|KPI|管理表|総合戦略|総合計画|重点施策|達成状況|点検|カルテ|個票|票$/;
/** 「（評価対象：令和5年度）」 */
const ABOUT = /(?:評価|実績|点検|検証|報告)?(?:対象|実績)(?:年度|期間)?[\s:：(（]*$/;
/** All that may stand around the year of a subtitle, 「（令和5年度末現在）」. */
const ALONE = /^[\s(（【]*(?:対象年度|評価年度|評価対象年度|実績年度)?[\s:：]*(?:末|末時点|末現在|分|版)?[\s)）】]*$/;
const ROWS_ABOVE = 30;

interface Candidate {
  readonly year: number;
  readonly score: number;
  readonly text: string;
}

/** Texts of a row put together: titles are often typed into several cells, 「令和」「3」「年度事後・決算」. */
function candidates(text: string): Candidate[] {
  const { text: flat } = plain(text);
  const years = findYears(flat);
  const found: Candidate[] = [];
  years.forEach((mention, i) => {
    if (mention.bare && !/^\s*年/.test(flat.slice(mention.end))) return;
    const printedYear = flat.slice(mention.start, mention.end);
    if (/月|[./-]\d/.test(printedYear)) return;
    const behind = flat.slice(mention.end).replace(/^\s*\((?:19|20)\d\d(?:年度?)?\)/, "");
    const before = flat.slice(0, mention.start);
    const next = years[i + 1];
    const range = next !== undefined && /^\s*(?:[~\-から]+|\/|・)\s*$/.test(flat.slice(mention.end, next.start));
    if (range || NOT_BEHIND.test(behind) || NOT_BEFORE.test(before)) return;
    if (/^\s*(?:年度?)?\s*\d{1,2}\s*月/.test(behind)) return;
    const strength = ABOUT.test(before) ? 3 : BEHIND.find(([pattern]) => pattern.test(behind))?.[1];
    const fiscal = /年度/.test(printedYear) || /^\s*年度/.test(behind);
    const score =
      strength ?? (TITLE.test(flat.replace(printedYear, "")) ? 1.5 : ALONE.test(`${before}${behind}`) ? 1 : 0);
    if (score > 0 && (fiscal || score >= 1.5)) found.push({ year: mention.year, score, text });
  });
  return found;
}

const isTitleText = (text: string): boolean => TITLE.test(plain(text).text) && text.length <= 80;

/** Title and its year, from the rows above the first table. */
export function findTitle(grid: Grid, tables: readonly Area[]): TitleFinding {
  const first = Math.min(...tables.map((area) => area.top), grid.area.bottom + 1);
  const end = Math.min(first, grid.area.top + ROWS_ABOVE);
  let title: string | null = null;
  let best: Candidate | null = null;
  for (let row = grid.area.top; row < end; row++) {
    const cells = grid.row(row);
    const head = cells[0];
    if (head === undefined || cells.length > 12 || headingLabel(head.text)) continue;
    // Headers of other tables name years too, 「R4決算」 「R5決算」.
    if (cells.filter((cell) => (readHeader(cell.text)?.role ?? null) !== null).length >= 2) continue;
    const short = cells.filter((cell) => cell.text.length <= 100);
    const joined = short.map((cell) => cell.text.trim()).join(" ");
    for (const text of [...short.map((cell) => cell.text), joined, short.map((cell) => cell.text.trim()).join("")]) {
      for (const candidate of candidates(text)) if (best === null || candidate.score > best.score) best = candidate;
    }
    if (title === null) {
      const own = short.find((cell) => isTitleText(cell.text));
      if (own) title = printed(own.text);
    }
  }
  return { title, year: best?.year ?? null, sure: (best?.score ?? 0) >= 3 };
}

export interface YearInput {
  readonly user: number | null;
  readonly stored: number | null;
  readonly title: TitleFinding;
  /** The one year that all titles of the workbook name; null where they differ or name none. */
  readonly workbookTitle: number | null;
  /** Years of dated actual columns of the sheet. */
  readonly columnYears: readonly number[];
  /** The newest year with an actual. */
  readonly newest: number | null;
}

/** The year to grade and where it comes from; nulls where the sheet names no year at all. */
export function chooseYear(input: YearInput): { year: number | null; from: YearSource | null } {
  // 「令和5年度評価シート」 over actuals up to 4年度 names the year of the meeting: no column, no year.
  const fits = (year: number): boolean => input.columnYears.length === 0 || input.columnYears.includes(year);
  if (input.user !== null) return { year: input.user, from: "user" };
  if (input.stored !== null) return { year: input.stored, from: "stored" };
  if (input.title.year !== null && (input.title.sure || fits(input.title.year)))
    return { year: input.title.year, from: "title" };
  if (input.workbookTitle !== null && input.title.year === null && fits(input.workbookTitle)) {
    return { year: input.workbookTitle, from: "workbookTitle" };
  }
  if (input.newest !== null) return { year: input.newest, from: "newestActual" };
  return { year: null, from: null };
}
