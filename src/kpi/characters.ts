/**
 * One spelling for every character a cell may hold, before anything is read from it.
 * Circled digits leave first: NFKC would fuse 「1900③」 into 19003 and 「⑥3年度」 into 63年度.
 */

/** Stands for a bracketed group that was taken out of the text. */
export const GROUP = "\uE000";
/** Stands for a year that was taken out of the text. */
export const YEAR = "\uE001";
/** Stands for a circled number that was taken out of the text. */
export const CIRCLED = "\uE002";

const CIRCLED_NUMBER =
  /[\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF\u3220-\u3229\u3280-\u3289]/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF\uE000-\uE002]/gu;
const DASHES = /[\u2010-\u2015\u2212\u2500\u2501\u30FC\uFE58\uFE63]/gu;
const LONG_VOWEL = "ー";

export interface PlainText {
  /** NFKC, `-` for every dash, `~` for every wave, circled numbers replaced by CIRCLED. */
  readonly text: string;
  /** The circled numbers in their order, as printed. */
  readonly circled: readonly string[];
  /** Characters that cannot be trusted: U+FFFD, fractions, powers (「5²」 would become 52). */
  readonly damaged: boolean;
}

/** Half-width figures, everyday kanji and kana: nothing to change. */
const SIMPLE = /^(?:[!-~\u3041-\u3093\u30A1-\u30FC\u4E00-\u9FFF]| (?! ))*$/u;

/** Text of a cell → plain text. Line breaks become `\n`, other white space one blank. */
export function plain(raw: string): PlainText {
  if (SIMPLE.test(raw)) return { text: raw.trim(), circled: [], damaged: false };
  const circled: string[] = [];
  const split = raw.replace(INVISIBLE, "").replace(CIRCLED_NUMBER, (mark) => {
    circled.push(mark);
    return CIRCLED;
  });
  const damaged =
    /\uFFFD|[\u00BC-\u00BE\u2150-\u215F\u2189]|(?<![A-Za-zａ-ｚＡ-Ｚ\u338E-\u33A8])[\u00B2\u00B3\u00B9\u2070-\u209C]/u.test(
      split,
    );
  const text = split
    .normalize("NFKC")
    .replace(/\r\n?|\v|\f/gu, "\n")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(DASHES, (dash) => (dash === LONG_VOWEL ? dash : "-"))
    .replace(/[\u301C\uFF5E\u223C\u02DC]/gu, "~")
    .trim();
  return { text, circled, damaged };
}

const OPEN = "([{〔【〖〘";
const CLOSE = ")]}〕】〗〙";

export interface Grouped {
  /** The text with GROUP for every outermost bracketed group. */
  readonly main: string;
  readonly groups: readonly string[];
}

/**
 * Takes bracketed groups out. Any closer closes any opener (「13（2019)」, 「(元年）」); a group that
 * is never closed runs to the end, a stray closer stays unless it ends the text (「1)12件」 must not become 112件).
 */
export function takeGroups(text: string): Grouped {
  const groups: string[] = [];
  let main = "";
  let depth = 0;
  let group = "";
  for (const char of text) {
    if (OPEN.includes(char)) {
      if (depth++ > 0) group += char;
    } else if (CLOSE.includes(char)) {
      if (depth === 0) main += char;
      else if (--depth > 0) group += char;
      else {
        groups.push(group.trim());
        group = "";
        main += GROUP;
      }
    } else if (depth > 0) group += char;
    else main += char;
  }
  if (depth > 0) {
    groups.push(group.trim());
    main += GROUP;
  }
  return { main: main.replace(/[)\]}〕】〗〙]+$/u, ""), groups };
}
