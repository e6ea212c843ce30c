/**
 * A band's condition as people write it, 「10%以上」「同値～△10％未満」「達成率80％以上」「目標達成」「実績なし」「それ以外」.
 * One condition alone is often not clear: 「△10%未満」 is a fall of less than 10 % in the middle of a table and a
 * fall beyond 10 % at its end, and 旭市 prints its lowest band as 「△10%以下」 one year and 「△10%以上」 the next.
 * So a condition with one negative limit stays open here (`fall`) and is settled by its place (see settle.ts).
 */
import type { Decimal } from "./decimal";
import { compare, decimal, multiply, negate, parseDecimal, toText } from "./decimal";
import type { Measure } from "./types";

/** What a condition says; limits as exact decimals (0.1 is 10 %). */
export interface Condition {
  readonly measure: Measure;
  readonly min: Decimal | null;
  readonly minExclusive: boolean;
  readonly max: Decimal | null;
  readonly maxExclusive: boolean;
  readonly forecast?: boolean;
  /** A single negative limit whose side depends on the place in the table. */
  readonly fall?: { readonly limit: Decimal; readonly exclusive: boolean; readonly word: string };
  /** Speaks of the share of the way that is due (期待…). */
  readonly expected?: boolean;
}

const NONE = { min: null, minExclusive: false, max: null, maxExclusive: false } as const;
const ZERO = decimal(0);
const ONE = decimal(1);

const plain = (measure: Measure): Condition => ({ measure, ...NONE });
const from = (measure: Measure, min: Decimal, minExclusive: boolean): Condition => ({
  ...NONE,
  measure,
  min,
  minExclusive,
});
const upTo = (measure: Measure, max: Decimal, maxExclusive: boolean): Condition => ({
  ...NONE,
  measure,
  max,
  maxExclusive,
});

/** Half-width, without spaces, one sign for a range and for a minus. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[〜∼˜]/g, "~")
    .replace(/[≥≧]/g, ">=")
    .replace(/[≤≦]/g, "<=")
    .replace(/[＋]/g, "+");
}

const NO_ACTUAL =
  /実績値?[がのは]?(無|な)[いし]|(評価|判定)([がは]?でき(ない|ず)|不能|不可)|評価対象外|未(測定|集計|公表)|(データ|調査|更新)が?(無|な)[いし]|時期未到来|^(事業)?(終了|廃止|中止|休止)|終了・|・終了|事業終了|^[-―—–−ー]$/;
const NO_TARGET = /目標(値)?(が|の|は)?(設定)?(が|の|は)?(無|な)[いし]|目標(値)?未設定|評価なし/;
const OTHERWISE = /^(それ以外|その他|上記以外|左記以外|以外|上記に該当しない|いずれ(に)?も該当しない)|^otherwise$/i;
const MISSED = /目標(値|水準)?(は|を|に)?(未達|下回|未満|届かな|達していない|達成できな)|^未達成|^未達/;
const EXCEEDED = /目標(値|水準)?(を|より)(大きく|大幅に)?(超え|上回|超過)|^目標(値)?超(過)?$/;
const EQUAL_TARGET = /目標(値|水準)?(と|に)?(同等|同じ|同値|同水準)|^同等$/;
const MET = /目標(値|水準)?(を|に|の)?(概ね|おおむね)?(達成|到達|クリア)|目標(値|水準)?以上|^達成/;

/** The rate a condition speaks of; null: the table's own. */
export function measureNamed(text: string): Measure | null {
  if (/達成率|達成度|達成割合|目標比|対目標|実績値?[/÷]目標|目標(値)?(の|に対し)/.test(text)) return "attainmentRate";
  if (/期待値|目安値|期待割合|計画比|期待比/.test(text)) return "expectedRatio";
  if (/進捗率|進捗度|進捗割合|進捗/.test(text)) return "progressRate";
  if (
    /変化率|増減率|伸び率|伸率|改善率|上昇|下落|下降|低下|増加|減少|改善|悪化|基準値|現状値|当初値|初期値|策定時|開始前|同水準|同値/.test(
      text,
    )
  )
    return "changeRate";
  return null;
}

interface Figure {
  readonly value: Decimal;
  readonly signed: boolean;
}

const FIGURE = "([△▲+\\-−±]|マイナス|プラス)?(\\d[\\d,]*(?:\\.\\d+)?)(%|割|パーセント|ポイント|pt)?";

function readFigure(mark: string | undefined, digits: string, unit: string | undefined): Figure {
  const number = parseDecimal(digits.replace(/,/g, "")) ?? ZERO;
  // 「達成率80以上」 means percent; 「達成率1.2以上」 is a ratio already.
  const share =
    unit === "割"
      ? decimal("0.1")
      : unit || compare(number, decimal(5)) >= 0 || compare(number, ZERO) === 0
        ? decimal("0.01")
        : ONE;
  const value = multiply(number, share);
  const negative = mark !== undefined && /[△▲\-−]|マイナス/.test(mark);
  return { value: negative ? negate(value) : value, signed: negative };
}

const FALLING = /下落|下降|低下|減少|悪化|下回/;
const RISING = /上昇|増加|改善|向上|上回|超え/;

type Word = "以上" | "以下" | "未満" | "超";
const WORDS: readonly [RegExp, Word][] = [
  [/^(以上|より上|>=)/, "以上"],
  [/^(以下|以内|まで|<=)/, "以下"],
  [/^(未満|より小|を下回|<)/, "未満"],
  [/^(超|を超|より大|を上回|>)/, "超"],
];
const wordAt = (rest: string): Word | null => WORDS.find(([pattern]) => pattern.test(rest))?.[1] ?? null;

/** The figures of a condition with the word after (or the comparison sign before) each. */
function figures(text: string): { figure: Figure; word: Word | null; mark: string | undefined }[] {
  const found = [];
  // 「90~100%」: the unit stands once, after the last figure; 「-」 between two figures is a range.
  const joined = text.replace(/([\d%割])-(?=\d)/g, "$1~");
  const ranged = joined.replace(/(\d)(~|から|以上~?|超~?)(?=[^\d]?\d[\d.]*(%|割))/g, "$1$3$2");
  const pattern = new RegExp(`(>=|<=|>|<)?${FIGURE}`, "g");
  for (const m of ranged.matchAll(pattern)) {
    const before = m[1] === ">=" ? "以上" : m[1] === "<=" ? "以下" : m[1] === ">" ? "超" : m[1] === "<" ? "未満" : null;
    const after = wordAt(ranged.slice(m.index + m[0].length));
    found.push({ figure: readFigure(m[2], m[3] as string, m[4]), word: before ?? after, mark: m[2] });
  }
  return found;
}

/** One limit. `falling`: the words say that the size of a fall is meant (「下落（10%以上）」). */
function single(measure: Measure, text: string, f: { figure: Figure; word: Word | null; mark: string | undefined }) {
  const { value, signed } = f.figure;
  const exclusive = f.word === "未満" || f.word === "超";
  if (measure === "changeRate") {
    if (f.mark === "±") {
      const limits = { min: negate(value), max: value };
      return f.word === "超" || f.word === "以上"
        ? null
        : { measure, ...limits, minExclusive: exclusive, maxExclusive: exclusive };
    }
    const fallWord = FALLING.test(text) && !RISING.test(text);
    if (signed && /以内/.test(text)) return from(measure, value, false);
    if (signed && /同値|同水準|維持|横ばい/.test(text))
      return { measure, min: value, minExclusive: exclusive, max: ZERO, maxExclusive: false };
    if (signed && fallWord) return fallBand(measure, value, f.word);
    if (signed) {
      if (f.word === null) return null;
      return { ...plain(measure), fall: { limit: value, exclusive, word: f.word } };
    }
    if (fallWord && compare(value, ZERO) > 0) return fallBand(measure, negate(value), f.word);
    if (f.word === "未満" && RISING.test(text))
      return { measure, min: ZERO, minExclusive: true, max: value, maxExclusive: true };
  }
  if (f.word === "以上" || f.word === "超") return from(measure, value, exclusive);
  if (f.word === "以下" || f.word === "未満") return upTo(measure, value, exclusive);
  // 「達成率100%」 alone names a floor; a bare 「10%」 says nothing.
  return /達成率|達成度|進捗率/.test(text) ? from(measure, value, false) : null;
}

/** 「下落（△10%以上）」「下落（△10%以下）」: 10 % or more; 「下落（10%未満）」: less than that, but a fall. */
function fallBand(measure: Measure, limit: Decimal, word: Word | null): Condition | null {
  if (word === "未満") return { measure, min: limit, minExclusive: true, max: ZERO, maxExclusive: true };
  if (word === "超") return upTo(measure, limit, true);
  return word === null ? null : upTo(measure, limit, false);
}

/** Two limits, in either order. A limit without a word belongs to the band; 「同値～△10％未満」 means short of it. */
function range(measure: Measure, all: ReturnType<typeof figures>): Condition | null {
  const [a, b] = all;
  if (!a || !b || all.length !== 2) return null;
  const [low, high] = compare(a.figure.value, b.figure.value) <= 0 ? [a, b] : [b, a];
  const short = (w: Word | null): boolean => w === "未満" || w === "超";
  return {
    measure,
    min: low.figure.value,
    minExclusive: short(low.word),
    max: high.figure.value,
    maxExclusive: short(high.word),
  };
}

/**
 * Reads one condition. `fallback` is the rate that bare percents mean in this table (旭市: 変化率).
 * Null when it says nothing that can be measured.
 */
export function parseCondition(text: string, fallback: Measure = "changeRate"): Condition | null {
  const t = normalise(text);
  if (t === "") return null;
  const forecast = /見込/.test(t) && !/[(（]見込み?[)）]/.test(t) ? true : undefined;
  const withForecast = (c: Condition): Condition => (forecast ? { ...c, forecast } : c);
  if (OTHERWISE.test(t)) return withForecast(plain("otherwise"));
  const all = figures(t);
  if (all.length === 0) {
    if (NO_TARGET.test(t)) return plain("noTarget");
    if (NO_ACTUAL.test(t)) return plain("noActual");
    if (MISSED.test(t)) return withForecast(plain("otherwise"));
    if (EXCEEDED.test(t)) return withForecast(plain("targetExceeded"));
    if (EQUAL_TARGET.test(t))
      return { measure: "attainmentRate", min: ONE, minExclusive: false, max: ONE, maxExclusive: false };
    if (MET.test(t)) return withForecast(plain("targetMet"));
    return bareWords(t);
  }
  const measure = measureNamed(t) ?? fallback;
  const expected = /期待/.test(t) ? { expected: true } : {};
  const same = /同値|同水準/.test(t) && /~|から/.test(t) && all.length === 1;
  if (same) return sameToLimit(measure, all[0]);
  const read = all.length === 2 ? range(measure, all) : all.length === 1 && all[0] ? single(measure, t, all[0]) : null;
  return read && withForecast({ ...read, ...expected });
}

/** 「同値～△10%未満」 */
function sameToLimit(measure: Measure, f: ReturnType<typeof figures>[number] | undefined): Condition | null {
  if (!f) return null;
  const exclusive = f.word === "未満" || f.word === "超";
  return f.figure.signed
    ? { measure, min: f.figure.value, minExclusive: exclusive, max: ZERO, maxExclusive: false }
    : { measure, min: ZERO, minExclusive: false, max: f.figure.value, maxExclusive: exclusive };
}

/** 「基準値を上回る」「悪化」「現状維持」 without any figure. */
function bareWords(t: string): Condition | null {
  if (/進捗(が)?(無|な)し/.test(t)) return upTo("changeRate", ZERO, false);
  if (measureNamed(t) !== "changeRate" && !/維持|横ばい/.test(t)) return null;
  if (/同水準|同値|維持|横ばい|変化なし/.test(t)) return { ...plain("changeRate"), min: ZERO, max: ZERO };
  if (RISING.test(t)) return from("changeRate", ZERO, true);
  if (FALLING.test(t)) return upTo("changeRate", ZERO, true);
  if (/基準値以上|現状値以上|初期値以上/.test(t)) return from("changeRate", ZERO, false);
  if (/基準値以下|現状値以下|初期値以下/.test(t)) return upTo("changeRate", ZERO, false);
  return null;
}

/** The limits of a condition as the texts a Band holds. */
export const limitText = (limit: Decimal | null): string | null => (limit === null ? null : toText(limit));
