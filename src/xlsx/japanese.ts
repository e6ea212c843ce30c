/** Parts of number formats that only Excel in Japan has: eras, days of the week, kanji and full-width digits. */
import { dateFromSerial } from "numfmt";

/** First day of each era as year, month, day; newest first. */
const ERAS = [
  { letter: "R", short: "令", name: "令和", from: [2019, 5, 1] },
  { letter: "H", short: "平", name: "平成", from: [1989, 1, 8] },
  { letter: "S", short: "昭", name: "昭和", from: [1926, 12, 25] },
  { letter: "T", short: "大", name: "大正", from: [1912, 7, 30] },
  { letter: "M", short: "明", name: "明治", from: [1868, 1, 25] },
] as const;

const DAYS = "日月火水木金土";

/** What is no date code although it has its letters: texts, escapes, brackets, General, AM/PM, exponents. */
const CODE =
  /"[^"]*"|[\\_*][^]|\[[^\]]*\]|General|標準|AM\/PM|A\/P|午前\/午後|E[+-]|(g{1,3}|e{1,2}|r{1,2}|a{3,4})(?![a-z])|(g{1,3}|e{1,2}|r{1,2}|a{3,4})|[^]/gi;

/** True where a format has codes that `spellOut` writes out. */
export function hasJapaneseCodes(format: string): boolean {
  for (const match of format.matchAll(CODE)) if (match[1] ?? match[2]) return true;
  return false;
}

/** Format with its Japanese date codes replaced by their texts for that day (serial number of the 1900 system, ≥ 0). */
export function spellOut(format: string, serial: number): string {
  const [year, month, day] = dateFromSerial(serial);
  const from = (era: (typeof ERAS)[number]) => (era.from[0] * 100 + era.from[1]) * 100 + era.from[2];
  const era = ERAS.find((candidate) => (year * 100 + month) * 100 + day >= from(candidate)) ?? ERAS[4];
  const count = year - era.from[0] + 1;
  // The first year is 元年 only where the format asks for it.
  const first = count === 1 && /x-gannen/i.test(format);
  const years = (digits: number) => (first ? "元" : String(count).padStart(digits, "0"));
  // Serial 1 was no Sunday, but Excel says so: it counts a 29 February 1900.
  const weekday = DAYS[(Math.floor(serial) + 6) % 7] as string;
  const texts: Readonly<Record<string, string>> = {
    g: era.letter,
    gg: era.short,
    ggg: era.name,
    e: years(1),
    ee: years(2),
    r: years(2),
    rr: era.name + years(2),
    aaa: weekday,
    aaaa: `${weekday}曜日`,
  };
  return format.replace(CODE, (token, alone?: string, joined?: string) => {
    const code = alone ?? joined;
    return code === undefined ? token : `"${texts[code.toLowerCase()]}"`;
  });
}

const KANJI = "〇一二三四五六七八九";
const FORMAL = "〇壱弐参四伍六七八九";
const FULL_WIDTH = "０１２３４５６７８９";

interface Digits {
  readonly digits: string;
  /** 十 百 千, then 万 億 兆. */
  readonly small: readonly string[];
  readonly large: readonly string[];
  /** 一十 is written 十. */
  readonly dropOne: boolean;
}

/** [DBNum1], [DBNum2], [DBNum3]. */
const STYLES: Readonly<Record<string, Digits>> = {
  1: { digits: KANJI, small: ["", "十", "百", "千"], large: ["", "万", "億", "兆", "京"], dropOne: true },
  2: { digits: FORMAL, small: ["", "拾", "百", "阡"], large: ["", "萬", "億", "兆", "京"], dropOne: false },
  3: { digits: FULL_WIDTH, small: ["", "十", "百", "千"], large: ["", "万", "億", "兆", "京"], dropOne: false },
};

/** Which digits a format asks for, and the format without that request; null: plain ones. */
export function digitStyle(format: string): { readonly digits: Digits; readonly format: string } | null {
  const match = /\[DBNum([123])\]/i.exec(format);
  const digits = match && STYLES[match[1] as string];
  return digits ? { digits, format: format.replace(/\[DBNum[0-9]\]/gi, "") } : null;
}

/** Digits of a shown number in another script. @param spoken 千二百 rather than 一二〇〇 */
export function rewriteDigits(text: string, style: Digits, spoken: "all" | "dates" | "none"): string {
  return text.replace(/\d+/g, (run: string, at: number) => {
    const isFraction = text[at - 1] === ".";
    const speak = (spoken === "all" && !isFraction) || (spoken === "dates" && run.length <= 2);
    return speak ? spell(run, style) : [...run].map((d) => style.digits[Number(d)]).join("");
  });
}

function spell(run: string, style: Digits): string {
  const number = run.replace(/^0+(?=\d)/, "");
  if (number === "0") return style.digits[0] as string;
  let text = "";
  for (let group = Math.ceil(number.length / 4) - 1; group >= 0; group--) {
    const part = number.slice(Math.max(0, number.length - 4 * (group + 1)), number.length - 4 * group);
    let spoken = "";
    [...part].forEach((digit, i) => {
      const place = part.length - 1 - i;
      if (digit === "0") return;
      const silent = style.dropOne && digit === "1" && place > 0;
      spoken += (silent ? "" : style.digits[Number(digit)]) + (style.small[place] ?? "");
    });
    if (spoken !== "") text += spoken + (style.large[group] ?? "");
  }
  return text;
}
