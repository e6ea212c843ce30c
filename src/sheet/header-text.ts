/** A header cell taken apart: 「令和３年度　実績」 is the word 実績 and the year 2021. */
import { plain } from "../kpi/characters";
import { isKnownUnit } from "../kpi/unit";
import { findYears } from "../kpi/year";
import { WORDS, type Role, type TargetHint, type Word } from "./vocabulary";

export interface HeaderText {
  /** null: only a year, or a word that only hints. */
  readonly role: Role | null;
  readonly also: readonly Role[];
  readonly weak: boolean;
  readonly hint: TargetHint | null;
  readonly level: number;
  readonly year: number | null;
  /** 参考 */
  readonly reference: boolean;
  /** 前年度 is -1, 今年度 0; null where nothing of the kind is printed. */
  readonly relative: number | null;
}

/** Words that the user added: header text → part. */
export type ExtraWords = Readonly<Record<string, ExtraRole>>;
export type ExtraRole =
  "name" | "baseline" | "target" | "milestone" | "actual" | "grade" | "rate" | "unit" | "remarks" | "ignore";

const MAX_LENGTH = 60;
const JAPANESE = "\\u3040-\\u30FF\\u4E00-\\u9FFF々";
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/前々年度?|前々回/, -2],
  [/前年度?|昨年度?|前回|中間評価時/, -1],
  [/本年度?|今年度?|当年度?|当該年度?|今回/, 0],
];

const FORECAST = /^(?:見込み?|見込み?値|見通し|着地見込み?|推計値?)$/;

/** Full-width, spaces, circled numbers, footnote and list marks away; Latin letters in capitals. */
export function normaliseHeader(text: string): string {
  return plain(text)
    .text.replace(/[\uE000-\uE0FF\uFFFD\s_]+/g, "")
    .replace(/[※*]+\d*/g, "")
    .replace(/[【】〔〕[\]<>《》〈〉「」『』■□◆◇●○◎▼▽◯]|^・/g, "")
    .replace(/[:。]+$/, "")
    .toUpperCase();
}

/** Headers are narrow: 「令５」 */
const ERA: Readonly<Record<string, string>> = { 令: "令和", 平: "平成", 昭: "昭和" };

interface Pieces {
  readonly core: string;
  readonly inner: readonly string[];
  readonly years: readonly number[];
}

function takeApart(text: string): Pieces {
  // 「2025年目標」 is no 「5年目」.
  const normal = text
    .replace(/年(?=目標|目安)/g, "年度")
    .replace(/(?<![\u4E00-\u9FFF])[令平昭](?=元|\d)/g, (first) => ERA[first] ?? first);
  const mentions = findYears(normal);
  let rest = "";
  let end = 0;
  for (const mention of mentions) {
    rest += normal.slice(end, mention.start);
    end = mention.end;
  }
  rest += normal.slice(end);
  const inner: string[] = [];
  const core = rest
    .replace(/\(([^()]*)\)?/g, (_, content: string) => {
      if (content !== "") inner.push(content);
      return "";
    })
    .replace(/\)/g, "");
  return {
    core: mentions.length > 0 ? trimDate(trimWord(core)) : trimWord(core),
    inner: inner
      .map(trimWord)
      .filter((t) => t !== "" && !/^(?:第?\d{1,2}(?:年目|年次|年度目)|末|末?時点|末?現在|度末?)$/.test(t)),
    years: mentions.map((mention) => mention.year),
  };
}

/** 「A目標値」「達成率B/A」「1.指標名」「までの目標」 → the word alone. */
function trimWord(text: string): string {
  return text
    .replace(/^[~\-ー.,、:/]+|[~\-.,、:/=]+$/g, "")
    .replace(/^(?:\d{1,2}[.、)])/, "")
    .replace(new RegExp(`^[A-Z][.:]?(?=[${JAPANESE}])`), "")
    .replace(new RegExp(`(?<=[${JAPANESE}])[A-Z](?:[/÷×\\-][A-Z])?(?:[×X]100)?$`), "")
    .replace(/^(?:まで|末|時点|現在|度|中)?の/, "")
    .replace(/^(?:までの?|末時点の?|末の?|時点の?|度末?の?)(?=[\u3040-\u9FFF])/, "");
}

/** What stands beside a year and says nothing of its own: 「1年目 令和2年度」「令和5年度末現在」. */
function trimDate(text: string): string {
  return text
    .replace(/^(?:第?\d{1,2}(?:年目|年次|年度目)|現在の?)(?=[\u3040-\u9FFF]|$)/, "")
    .replace(/(?<=[\u3040-\u9FFF])第?\d{1,2}(?:年目|年次|年度目)$/, "")
    .replace(/^(?:末|末時点|時点|現在|度|度末|まで)$/, "");
}

/** 「基準値 Baseline」: the English beside the Japanese word says the same. */
const withoutEnglish = (core: string): string =>
  core
    .replace(new RegExp(`(?<=[${JAPANESE}])[A-Z][A-Z .,'’&/-]*$`), "")
    .replace(new RegExp(`^[A-Z][A-Z .,'’&/-]*(?=[${JAPANESE}])`), "");

/** 「（人・％）」: units of the figures below. */
const onlyUnits = (core: string, inner: readonly string[]): boolean =>
  core === "" && inner.length > 0 && inner.every((t) => t.split(/[・、/]/).every((u) => isKnownUnit(u.toLowerCase())));

function ownWord(core: string, words: ExtraWords): Word | null {
  for (const [text, role] of Object.entries(words)) {
    if (normaliseHeader(text) !== core) continue;
    const part: Role = role === "milestone" ? "target" : role === "ignore" ? "other" : role;
    const word: Word = { role: part, pattern: /^$/, examples: [] };
    return role === "milestone" ? { ...word, hint: "milestone" } : word;
  }
  return null;
}

const wordOf = (text: string): Word | null => WORDS.find((word) => word.pattern.test(text)) ?? null;
const findWord = (text: string): Word | null => wordOf(text) ?? wordOf(withoutEnglish(text));

function unitBracket(inner: readonly string[]): boolean {
  return inner.some((t) => /^(?:単位)?(?:千円|百万円|万円|円|億円)$/.test(t));
}

/** Words of a header cell; null for a cell that is no header as far as the vocabulary knows. */
export function readHeader(text: string, words: ExtraWords = {}): HeaderText | null {
  if (text.length > MAX_LENGTH) return null;
  let normal = normaliseHeader(text);
  if (normal === "" || normal.length > 40) return null;
  const reference = /参考/.test(normal);
  if (reference) normal = normal.replace(/\(?参考(?:値|年度?)?\)?/, "");
  const { core: whole, inner, years } = takeApart(normal);
  // A forecast beside the actuals is shown and not graded, like 参考.
  const forecast = FORECAST.test(whole) || (whole === "" && inner.some((t) => FORECAST.test(t)));
  const core = forecast ? "実績" : whole;
  const innerWords = inner.map(findWord).filter((word): word is Word => word !== null);
  let word = core === "" ? (innerWords[0] ?? null) : (ownWord(core, words) ?? findWord(core));
  // 「重点目標（KPI）」 heads the names, whatever the goals are called.
  const called = innerWords.find((w) => w.role === "name" && w.weak !== true);
  if (called && (word === null || word.role === "group" || word.also?.includes("group") === true)) word = called;
  if (word?.role === "actual") {
    // 「実績（基準値）」 is the baseline; 「決算（千円）」 is money.
    if (unitBracket(inner) && /決算/.test(core)) word = findWord("決算額");
    else word = innerWords.find((w) => w.role === "baseline" || w.role === "target") ?? word;
  }
  // A column of years does not print one in its header: 「基準年度 2019」 heads the values.
  const dates = years.length > 0 && (word?.role === "baselineYear" || word?.role === "targetYear");
  const onlyYear = core === "" && inner.length === 0 && years.length > 0;
  const relative = RELATIVE.find(([pattern]) => pattern.test(normal))?.[1] ?? null;
  const onlyRelative = /^(?:前々年度?|前年度?|昨年度?|本年度?|今年度?|当該年度?|前回|今回)$/.test(core);
  if (word === null && !onlyYear && !onlyRelative && !onlyUnits(core, inner) && !(reference && core === ""))
    return null;
  const hints = [word?.hint, ...innerWords.map((w) => w.hint)];
  return {
    role: (dates ? word?.also?.[0] : word?.role) ?? null,
    also: dates ? [] : (word?.also ?? []),
    weak: word?.weak ?? false,
    hint: hints.find((hint) => hint !== undefined) ?? null,
    level: word?.level ?? 9,
    year: years.length === 0 ? null : (years[years.length - 1] ?? null),
    reference: reference || forecast,
    relative,
  };
}
