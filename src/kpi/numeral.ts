/** Japanese numerals: 「59億1,800万」, 「1兆2,345億」, 「三百五十」, 「二〇二五」, 「1,234.5」. Texts are plain (characters.ts). */
import { add, parseDecimal, power10, ZERO, type Decimal, ONE } from "./decimal";

export interface Numeral {
  readonly value: Decimal;
  /** Position behind the numeral. */
  readonly end: number;
  /** Holds a number word (十 百 千 万 億 兆). */
  readonly worded: boolean;
  /** 「007」: a code, not a figure. */
  readonly leadingZero: boolean;
}

const DIGITS = "〇一二三四五六七八九";
const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const LARGE: Readonly<Record<string, number>> = { 万: 4, 億: 8, 兆: 12 };
const ARABIC = /(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?|\.\d+/uy;
const KANJI = /[〇零一二三四五六七八九]+/uy;

const times = (d: Decimal, power: number): Decimal =>
  d.scale >= power
    ? { digits: d.digits, scale: d.scale - power }
    : { digits: d.digits * power10(power - d.scale), scale: 0 };

/** The value of 十, 百, 千 (exponent) or of 万, 億, 兆; null for any other character. */
export const wordPower = (char: string): number | null => SMALL[char] ?? LARGE[char] ?? null;

/**
 * Reads the numeral that begins at `start`; null where none does. Kanji digits count only with `kanji`,
 * since most of them stand in words (一部, 三世代, 千葉).
 */
export function scanNumeral(text: string, start: number, kanji = false): Numeral | null {
  let total = ZERO;
  let section: Decimal | null = null;
  let current: Decimal | null = null;
  let lastLarge = 99;
  let lastSmall = 99;
  let worded = false;
  let leadingZero = false;
  let at = start;
  for (;;) {
    const char = text[at];
    if (char === undefined) break;
    if (current === null) {
      ARABIC.lastIndex = at;
      const arabic = ARABIC.exec(text)?.[0];
      if (arabic !== undefined) {
        current = parseDecimal(arabic.replace(/,/gu, "").replace(/^\./u, "0."));
        leadingZero ||= /^0\d/u.test(arabic);
        at += arabic.length;
        continue;
      }
      KANJI.lastIndex = at;
      const digits = kanji ? KANJI.exec(text)?.[0] : undefined;
      if (digits !== undefined) {
        current = parseDecimal([...digits.replace(/零/gu, "〇")].map((d) => DIGITS.indexOf(d)).join(""));
        at += digits.length;
        continue;
      }
    }
    const small = SMALL[char];
    const large = LARGE[char];
    const begun = current !== null || section !== null;
    if (small !== undefined && small < lastSmall && (begun || kanji || lastLarge < 99)) {
      section = add(section ?? ZERO, times(current ?? ONE, small));
      current = null;
      lastSmall = small;
    } else if (large !== undefined && large < lastLarge && begun) {
      total = add(total, times(add(section ?? ZERO, current ?? ZERO), large));
      section = current = null;
      lastLarge = large;
      lastSmall = 99;
    } else break;
    worded = true;
    at += 1;
  }
  if (at === start) return null;
  return { value: add(total, add(section ?? ZERO, current ?? ZERO)), end: at, worded, leadingZero };
}
