/**
 * A band's condition as people write it, 「10%以上」「同値～△10％未満」「達成率80％以上」「目標達成」「実績なし」「それ以外」.
 * One condition alone is often not clear: 「△10%未満」 is a fall of less than 10 % in the middle of a table and a
 * fall beyond 10 % at its end, and 旭市 prints its lowest band as 「△10%以下」 one year and 「△10%以上」 the next.
 * So a condition with one negative limit stays open here (`fall`) and is settled by its place (see settle.ts).
 */
import type { Decimal } from "./decimal";
import { compare, decimal, multiply, negate, parseDecimal, toText, ZERO, ONE } from "./decimal";
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

type Limit = Decimal | null;
const between = (
  measure: Measure,
  min: Limit,
  minExclusive: boolean,
  max: Limit,
  maxExclusive: boolean,
): Condition => ({ measure, min, minExclusive, max, maxExclusive });
const plain = (measure: Measure): Condition => between(measure, null, false, null, false);
const from = (measure: Measure, min: Decimal, exclusive: boolean): Condition =>
  between(measure, min, exclusive, null, false);
const upTo = (measure: Measure, max: Decimal, exclusive: boolean): Condition =>
  between(measure, null, false, max, exclusive);

/** Half-width, without spaces, one sign for a range and for a minus. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[〜∼˜]/g, "~")
    .replace(/[≥≧]/g, ">=")
    .replace(/[≤≦]/g, "<=");
}

const NO_ACTUAL =
  /実績値?[がのは]?(無|な)[いし]|(評価|判定)([がは]?でき(ない|ず)|不能|不可)|評価対象外|未(測定|集計|公表)|(データ|調査|更新)が?(無|な)[いし]|時期未到来|^(事業)?(終了|廃止|中止|休止)|終了・|・終了|事業終了|^[-―—–−ー]$/;
const NO_TARGET = /目標値?[がのは]?(設定)?[がのは]?(無|な)[いし]|目標値?未設定|評価なし/;
const OTHERWISE = /^((それ|[上左]記)?以外|その他|(上記に|いずれに?も)該当しない)|^otherwise$/i;
const MISSED = /目標(値|水準)?[はをに]?(未達|下回|未満|届かな|達していない|達成できな)|^未達/;
const EXCEEDED = /目標(値|水準)?(を|より)(大きく|大幅に)?(超え|上回|超過)|^目標値?超過?$/;
const EQUAL_TARGET = /目標(値|水準)?[とに]?(同等|同じ|同値|同水準)|^同等$/;
const MET = /目標(値|水準)?[をにの]?(概ね|おおむね)?(達成|到達|クリア)|目標(値|水準)?以上|^達成/;

/** The rate a condition speaks of; null: the table's own. */
export function measureNamed(text: string): Measure | null {
  if (/達成(率|度|割合)|目標比|対目標|実績値?[/÷]目標|目標値?(の|に対し)/.test(text)) return "attainmentRate";
  if (/期待(値|割合|比)|目安値|計画比/.test(text)) return "expectedRatio";
  if (/進捗/.test(text)) return "progressRate";
  if (
    /変化率|増減率|伸び?率|上昇|下落|下降|低下|増加|減少|改善|悪化|(基準|現状|当初|初期)値|策定時|開始前|同水準|同値/.test(
      text,
    )
  )
    return "changeRate";
  return null;
}

interface Figure {
  readonly value: Decimal;
  readonly mark: string | undefined;
  /** Printed as negative. */
  readonly signed: boolean;
  readonly word: Word | null;
  /** The limit itself does not belong to the band. */
  readonly exclusive: boolean;
}

const FIGURE = /(>=|<=|>|<)?([△▲+\-−±]|マイナス|プラス)?(\d[\d,]*(?:\.\d+)?)(%|割|パーセント|ポイント|pt)?/g;

function valueOf(digits: string, unit: string | undefined): Decimal {
  const number = parseDecimal(digits.replace(/,/g, "")) ?? ZERO;
  if (unit === "割") return multiply(number, decimal("0.1"));
  // 「達成率80以上」 means percent; 「達成率1.2以上」 is a ratio already.
  const percent = unit || compare(number, decimal(5)) >= 0;
  return percent ? multiply(number, decimal("0.01")) : number;
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
function figures(text: string): Figure[] {
  // 「90~100%」: the unit stands once, after the last figure; 「-」 between two figures is a range.
  const joined = text.replace(/([\d%割])-(?=\d)/g, "$1~");
  const ranged = joined.replace(/(\d)(~|から|以上~?|超~?)(?=[^\d]?\d[\d.]*(%|割))/g, "$1$3$2");
  return [...ranged.matchAll(FIGURE)].map((m) => {
    const mark = m[2];
    const value = valueOf(m[3] as string, m[4]);
    const signed = mark !== undefined && /[△▲\-−]|マイナス/.test(mark);
    const word = wordAt(m[1] ?? "") ?? wordAt(ranged.slice(m.index + m[0].length));
    const exclusive = word === "未満" || word === "超";
    return { value: signed ? negate(value) : value, mark, signed, word, exclusive };
  });
}

/** One limit. The words may say that the size of a fall is meant (「下落（10%以上）」). */
function single(measure: Measure, text: string, { value, mark, signed, word, exclusive }: Figure): Condition | null {
  if (measure === "changeRate") {
    if (mark === "±")
      return word === "超" || word === "以上" ? null : between(measure, negate(value), exclusive, value, exclusive);
    if (signed && /以内/.test(text)) return from(measure, value, false);
    if (signed && /同値|同水準|維持|横ばい/.test(text)) return between(measure, value, exclusive, ZERO, false);
    if (FALLING.test(text) && !RISING.test(text) && (signed || compare(value, ZERO) !== 0))
      return fallBand(measure, signed ? value : negate(value), word);
    if (signed) return word && { ...plain(measure), fall: { limit: value, exclusive, word } };
    if (word === "未満" && RISING.test(text)) return between(measure, ZERO, true, value, true);
  }
  if (word === "以上" || word === "超") return from(measure, value, exclusive);
  if (word === "以下" || word === "未満") return upTo(measure, value, exclusive);
  // 「達成率100%」 alone names a floor; a bare 「10%」 says nothing.
  return /達成[率度]|進捗率/.test(text) ? from(measure, value, false) : null;
}

/** 「下落（△10%以上）」「下落（△10%以下）」: 10 % or more; 「下落（10%未満）」: less than that, but a fall. */
function fallBand(measure: Measure, limit: Decimal, word: Word | null): Condition | null {
  if (word === "未満") return between(measure, limit, true, ZERO, true);
  return word && upTo(measure, limit, word === "超");
}

/** Two limits, in either order. A limit without a word belongs to the band; 「同値～△10％未満」 means short of it. */
function range(measure: Measure, a: Figure, b: Figure): Condition {
  const [low, high] = compare(a.value, b.value) <= 0 ? [a, b] : [b, a];
  return between(measure, low.value, low.exclusive, high.value, high.exclusive);
}

/** 「同値～△10%未満」「基準値と同じ、または10%未満の悪化」 */
function sameToLimit(measure: Measure, text: string, { value, signed, exclusive }: Figure): Condition {
  const low = signed ? value : FALLING.test(text) ? negate(value) : null;
  return low ? between(measure, low, exclusive, ZERO, false) : between(measure, ZERO, false, value, exclusive);
}

/** What a condition asks for beside 「目標値は未達成」. */
const clauses = (t: string): string[] =>
  t.split(/[、,]|であり|だが|が(?=基準|現状|当初|目標)|ものの|かつ/).filter((clause) => !MISSED.test(clause));

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
    // 「基準値より改善しているが、目標値は未達成」: the bands before it take the target that is met.
    if (MISSED.test(t)) return withForecast(bareWords(clauses(t).join()) ?? plain("otherwise"));
    if (EXCEEDED.test(t)) return withForecast(plain("targetExceeded"));
    if (EQUAL_TARGET.test(t)) return between("attainmentRate", ONE, false, ONE, false);
    if (MET.test(t)) return withForecast(plain("targetMet"));
    return bareWords(t);
  }
  // 「目標値の7割以上で、基準値より改善」 asks for two rates at once: read whole or not at all.
  if (new Set(clauses(t).map(measureNamed).filter(Boolean)).size > 1) return null;
  const measure = measureNamed(t) ?? fallback;
  const expected = /期待/.test(t) ? { expected: true } : {};
  const [first, second] = all;
  if (!first || all.length > 2) return null;
  if (!second && /同[値水じ]/.test(t) && /~|か|又は|または/.test(t)) return sameToLimit(measure, t, first);
  const read = second ? range(measure, first, second) : single(measure, t, first);
  return read && withForecast({ ...read, ...expected });
}

/** 「基準値を上回る」「悪化」「現状維持」 without any figure. */
function bareWords(t: string): Condition | null {
  if (/進捗(が)?(無|な)し/.test(t)) return upTo("changeRate", ZERO, false);
  if (measureNamed(t) !== "changeRate" && !/維持|横ばい/.test(t)) return null;
  if (/同[水値じ]|維持|横ばい|変化なし/.test(t)) {
    const up = RISING.test(t);
    if (up === FALLING.test(t) || /ない|ず/.test(t)) return between("changeRate", ZERO, false, ZERO, false);
    return up ? from("changeRate", ZERO, false) : upTo("changeRate", ZERO, false);
  }
  if (RISING.test(t)) return from("changeRate", ZERO, true);
  if (FALLING.test(t)) return upTo("changeRate", ZERO, true);
  if (/(基準|現状|初期)値以上/.test(t)) return from("changeRate", ZERO, false);
  if (/(基準|現状|初期)値以下/.test(t)) return upTo("changeRate", ZERO, false);
  return null;
}

/** The limits of a condition as the texts a Band holds. */
export const limitText = (limit: Decimal | null): string | null => (limit === null ? null : toText(limit));
