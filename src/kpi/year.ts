/**
 * Years as they stand in headers and cells: 「令和元年度」「R元（2019）」「30年度」「2024.3」. A year is always the
 * western fiscal year: a date from January to March lies in the year before, a plain 年 is the printed year.
 */
import { plain } from "./characters";
import { scanNumeral } from "./numeral";
import { toNumber, ZERO } from "./decimal";

export interface Era {
  readonly name: string;
  readonly letter: string;
  /** Western year of 元年. */
  readonly first: number;
  /** Highest year that is printed: plans ran on in 平成 until 平成62 (2050). */
  readonly last: number;
}

/** The five eras since 1868; tested against the Japanese calendar of Intl. */
export const ERAS: readonly Era[] = [
  { name: "明治", letter: "M", first: 1868, last: 45 },
  { name: "大正", letter: "T", first: 1912, last: 15 },
  { name: "昭和", letter: "S", first: 1926, last: 64 },
  { name: "平成", letter: "H", first: 1989, last: 62 },
  { name: "令和", letter: "R", first: 2019, last: 82 },
];

const ERA_NAMES = ERAS.map((era) => era.name).join("|");

/** An omitted era: 1–18 令和, 19–31 平成, 32–64 昭和. No clock is read. */
const OMITTED: readonly { readonly upTo: number; readonly era: string }[] = [
  { upTo: 18, era: "令和" },
  { upTo: 31, era: "平成" },
  { upTo: 64, era: "昭和" },
];

export interface YearMention {
  readonly year: number;
  readonly start: number;
  readonly end: number;
  /** 「2019」 alone, which may as well be a figure. */
  readonly bare: boolean;
  /** 「30年」: the era is omitted and 年 may as well be a duration. */
  readonly loose: boolean;
}

const NUMBER = "元|\\d{1,2}(?!\\d)|[一二三四五六七八九十]{1,3}";
/** Month and day behind the year: 「年3月31日」 「.3」 「.3.31」 「/3/31」 「-03-31」. */
const TAIL =
  "(?<tail>\\s?年度|\\s?年\\s?(?<month1>\\d{1,2})\\s?月(\\s?\\d{1,2}\\s?日)?|[./](?<month2>\\d{1,2})([./]\\d{1,2})?(?![\\d./])|-(?<month3>\\d{1,2})-\\d{1,2}(?!\\d)|-(?<month4>0[1-9]|1[0-2])(?![\\d-])|\\s?年(?!\\s?(間|目|生|齢|代|級|後|前|以上|以下|未満|\\d*か月))|)";
const ERA_FORM = new RegExp(
  `((?<name>${ERA_NAMES})|(?<![A-Za-z])(?<letter>[RHSrhs]|[MT](?=\\s?\\.?\\s?(${NUMBER})\\s?年)))\\s?\\.?\\s?(?<number>${NUMBER})${TAIL}`,
  "gu",
);
const WESTERN_FORM = new RegExp(
  `(?<![\\d,.A-Za-z-])(?<fiscal>FY|CY)?\\s?(?<western>(18|19|20)\\d\\d)(?![\\d]|,\\d)([/-]\\d{2}(?=\\s?年度))?${TAIL}`,
  "gu",
);
const SHORT_FORM = /((?<![A-Za-z])FY\s?'?|(?<![\p{L}\d])['’‘`])(?<short>\d{2})(?!\d)(年度?)?/gu;
const KANJI_FORM = /(?<![〇一二三四五六七八九\p{L}])(?<western>[一二][〇一二三四五六七八九]{3})年度?/gu;
const OMITTED_FORM =
  /(?<![\d.,A-Za-z第〇一二三四五六七八九十])((?<number>元|\d{1,2}|[一二三四五六七八九十]{1,3})\s?((?<fiscal>年度)|年\s?(?<month1>\d{1,2})\s?月(\s?\d{1,2}\s?日)?|年(?!\s?(度|間|目|生|齢|代|級|後|前|次|連続|以上|以下|以内|未満|程度|[\d一二三四五六七八九十]*[かカヶケヵ]月))))/gu;
/** A counter behind four digits makes a figure of them: 「2000人」. */
const COUNTER =
  /^\s?([%‰千万億]|(件|人|円|回|名|社|校|世帯|箇所|[かカヶケ]所|店|戸|台|歳|時間|部|冊|点|本|個|枚|団体|ha|m|km|t|kg|g)(?!\p{L}{0,1}年))/u;

const inner = (month: number | null, year: number): number => (month !== null && month <= 3 ? year - 1 : year);

type Groups = Readonly<Record<string, string | undefined>>;
type Found = Pick<YearMention, "year"> & Partial<YearMention & { readonly era: Era | null }>;

const numberOf = (text: string): number => (text === "元" ? 1 : toNumber(scanNumeral(text, 0, true)?.value ?? ZERO));

function eraYear(era: Era, text: string): number | null {
  const n = numberOf(text);
  return n >= 1 && n <= era.last ? era.first + n - 1 : null;
}

function omittedYear(text: string, previous: YearMention | undefined, era: Era | null): number | null {
  const n = numberOf(text);
  const name = OMITTED.find((row) => n >= 1 && n <= row.upTo)?.era;
  const found = ERAS.find((e) => e.name === name);
  if (!found) return null;
  const year = found.first + n - 1;
  // 「平成28～32年度」: the era is carried on where the plain rule would run backwards.
  if (era && previous && year < previous.year) return eraYear(era, text) ?? year;
  return year;
}

/** The month; null where none is printed, undefined for a number that is none. */
function monthOf(groups: Groups): number | null | undefined {
  const text = groups.month1 ?? groups.month2 ?? groups.month3 ?? groups.month4;
  if (text === undefined) return null;
  const month = Number(text);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** Quick look: an era, 年, four digits or 「'23」. */
const MAY_NAME_A_YEAR = new RegExp(
  `(${ERA_NAMES}|[RHSrhsMT])\\s?\\.?\\s?[\\d元一二三四五六七八九十]|年|\\d{4}|FY|['’‘\`]\\d`,
  "u",
);

/** Every year of a plain text (characters.ts) in reading order, with its place. */
export function findYears(text: string): readonly YearMention[] {
  if (!MAY_NAME_A_YEAR.test(text)) return [];
  const found: (YearMention & { readonly era: Era | null })[] = [];
  /** Every match that lies free of the years found so far; null for one that names no year. */
  const collect = (form: RegExp, read: (g: Groups, start: number, end: number) => Found | null): void => {
    for (const m of text.matchAll(form)) {
      const end = m.index + m[0].length;
      if (found.some((f) => end > f.start && m.index < f.end)) continue;
      const year = read(m.groups as Groups, m.index, end);
      if (year) found.push({ bare: false, loose: false, era: null, ...year, start: m.index, end });
    }
    found.sort((a, b) => a.start - b.start);
  };
  collect(ERA_FORM, (g) => {
    const era = ERAS.find((e) => e.name === g.name || e.letter === g.letter?.toUpperCase());
    const year = era ? eraYear(era, g.number as string) : null;
    const month = monthOf(g);
    return !era || year === null || month === undefined ? null : { year: inner(month, year), era };
  });
  collect(WESTERN_FORM, (g, _, end) => {
    const month = monthOf(g);
    const rest = text.slice(end);
    if (month === undefined || COUNTER.test(rest) || (g.tail === "" && /^\.\d/u.test(rest))) return null;
    return { year: inner(month, Number(g.western)), bare: g.tail === "" && g.fiscal === undefined };
  });
  collect(SHORT_FORM, (g) => ({ year: 2000 + Number(g.short) }));
  collect(KANJI_FORM, (g) => ({ year: numberOf(g.western as string) }));
  collect(OMITTED_FORM, (g, start) => {
    const before = found
      .filter((f) => f.end <= start)
      .sort((a, b) => a.start - b.start)
      .at(-1);
    const era = before?.era ?? null;
    const year = omittedYear(g.number as string, before, era);
    const month = monthOf(g);
    if (year === null || month === undefined) return null;
    const loose = g.fiscal === undefined && month === null && g.number !== "元";
    return { year: inner(month, year), loose, era };
  });
  return found;
}

/** Western fiscal years that a text names, in reading order: 「R3～R7」 → [2021, 2025]. */
export function readYears(text: string): number[] {
  return findYears(plain(text).text).map((m) => m.year);
}

/** The first year that a text names, as a western fiscal year; null where it names none. 「R元（2019）」 → 2019. */
export function readYear(text: string): number | null {
  return readYears(text)[0] ?? null;
}
