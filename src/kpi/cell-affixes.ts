/** What stands before and behind a figure: unit, bound, 約, 見込み, label. Texts are plain (characters.ts). */
import { isKnownUnit } from "./unit";
import type { Bound } from "./types";

export interface Suffix {
  readonly unit: string | null;
  readonly bound: Bound | null;
  readonly approximate: boolean;
  readonly forecast: boolean;
  readonly notes: readonly string[];
}

const BOUNDS: readonly (readonly [bound: Bound, words: string])[] = [
  ["min", "以上 下限 を下回らない"],
  ["minExclusive", "超 超え 超える を超える を越える 超過 上回る を上回る より多い"],
  ["max", "以下 以内 まで 上限 を上回らない を超えない"],
  ["maxExclusive", "未満 下回る を下回る より少ない"],
];

/** Bounds behind a figure, longest first. */
export const BOUND_WORDS: readonly (readonly [word: string, bound: Bound])[] = BOUNDS.flatMap(([bound, words]) =>
  words.split(" ").map((word) => [word, bound] as const),
).sort(([a], [b]) => b.length - a.length);

/** The bound that a text says, 「以上」→ "min"; null for any other text. */
export const boundOf = (text: string): Bound | null => BOUND_WORDS.find(([word]) => word === text)?.[1] ?? null;

const ABOUT = "(約|おおよそ|およそ|凡そ|概ね|おおむね|ほぼ)";
/** A value that is not final. */
export const PROVISIONAL = "(見込み?値?|(速報|暫定|予測|概算|推計|推定)値?)";
export const FORECAST = new RegExp(`^((実績)?${PROVISIONAL}|予定値?|仮)$`, "u");

const TAILS: readonly (readonly [kind: "approximate" | "forecast" | "note", pattern: RegExp])[] = [
  ["approximate", /(程度|前後|くらい|ぐらい|ほど|弱|強|余り?)$/u],
  ["forecast", new RegExp(`${PROVISIONAL}$`, "u")],
  [
    "note",
    /(を?維持(する)?|で?実施(済み?)?|開催|を?達成|(整備|設置|登録)済み?|を?目指す|を?確保(する)?|とする|の水準|水準|が?参加|受付|受入|利用|発行|配布|作成|策定|交付|認定|締結)$/u,
  ],
];

/** Parts that no unit has; a figure with such a suffix says something else (「5%増」「10件未達」「3か所目」「数」). */
const NOT_A_UNIT =
  /[増減削縮未不数余第番号約比前後除含他外半]|^%.|以|超|足り|うち|ほか|など|等$|目$|期$|時$|時点|月末|年末|^月$|^[a-zA-Z]$|^[OoIl]\p{Script=Han}|[ぁ-ん]/u;
const ONE_LETTER = /^[mgtaLlVWAJ]$/u;

/** Could a text that is not on the list be a unit? Short, letters only, no word that changes the figure. */
const plausibleUnit = (text: string): boolean =>
  [...text].length <= 10 && (ONE_LETTER.test(text) || !NOT_A_UNIT.test(text));

/** Text behind a figure → its parts; null where it is not understood. */
export function readSuffix(text: string): Suffix | null {
  let rest = text;
  let bound: Bound | null = null;
  const notes: string[] = [];
  const seen = { approximate: false, forecast: false };
  while (rest !== "" && !isKnownUnit(rest)) {
    const word: readonly [string, Bound] | undefined =
      bound === null ? BOUND_WORDS.find(([w]) => rest.endsWith(w)) : undefined;
    if (word) {
      bound = word[1];
      rest = rest.slice(0, -word[0].length);
      continue;
    }
    const tail = TAILS.map(([kind, pattern]) => ({ kind, found: pattern.exec(rest)?.[0] })).find(
      (t) => t.found !== undefined,
    );
    if (!tail?.found) break;
    if (tail.kind === "note") notes.unshift(tail.found);
    else seen[tail.kind] = true;
    rest = rest.slice(0, -tail.found.length);
  }
  if (rest !== "" && !isKnownUnit(rest) && !plausibleUnit(rest)) return null;
  return { unit: rest === "" ? null : rest, bound, ...seen, notes };
}

export interface Prefix {
  readonly label: string | null;
  readonly approximate: boolean;
  readonly forecast: boolean;
  /** The figure is a running total: 「累計 65」. */
  readonly cumulative: boolean;
  /** 「月1回」→ 月. */
  readonly per: string | null;
  /** Not the indicator's own value: 「全国 63.8%」「目標 50」. */
  readonly reference: boolean;
  readonly notes: readonly string[];
}

const LEADS: readonly (readonly [kind: "approximate" | "forecast" | "cumulative" | "note", pattern: RegExp])[] = [
  ["approximate", new RegExp(`^${ABOUT}|${ABOUT}$`, "u")],
  ["cumulative", /(^(累計|累積|通算)|(累計|累積)(で|は)?$)/u],
  ["forecast", new RegExp(`^${PROVISIONAL}`, "u")],
  [
    "note",
    /^(延べ|のべ|延(?=\p{L}|$)|合?計|総[計数]|年間で?|[毎各単]年度?|実績値?|(基準|現状|当初)値|期間[中内]|市?全体で?|全市で?|全$|[年月週日]平均|のうち|[はでに中末])/u,
  ],
];
const REFERENCE =
  /^(全[国道]|国|[都道府県]内?|圏域|類似団体|同規模市?|近隣市?|参考値?|[前昨]年度?|前回|目標値?|うち|内訳?|予算)(の?平均値?)?$/u;
/** Labels that may stand right before a figure without a blank. */
const LABEL =
  /(^([男女]子?|児童|生徒|大人|子ども|子供|[小中]学生|高校生|保育所|[市県国]内|[市県国海]外|日帰り|宿泊|市民|個人|団体|法人|平日|休日|[前後上下]期|[春夏秋冬]|順位|偏差値)|[率度数額量者校館園性]|割合)$/u;
const BLOCKED =
  /^(max|min|top|over|about|vol|ver|[第数何対各全]|残り?|あと|最[大小高低]|プラス|マイナス)$|比$|対前|^前年.*[増減]|[増減]$/iu;

/** Is the text a label that needs no blank before its figure: 男性, 死傷者, 受診率? */
export const isLabel = (text: string): boolean => LABEL.test(text) && !BLOCKED.test(text);

/** Text before a figure → its parts; null where it is not understood. `glued`: no blank stands between. */
export function readPrefix(text: string, glued: boolean): Prefix | null {
  let rest = text;
  const notes: string[] = [];
  const seen = { approximate: false, forecast: false, cumulative: false };
  for (;;) {
    const lead = LEADS.map(([kind, pattern]) => ({ kind, found: pattern.exec(rest) })).find(
      (l) => l.found !== null && l.found[0] !== "",
    );
    if (!lead?.found || (isLabel(rest) && lead.found[0] !== rest)) break;
    if (lead.kind === "note") notes.push(lead.found[0]);
    else seen[lead.kind] = true;
    rest = lead.found.index === 0 ? rest.slice(lead.found[0].length) : rest.slice(0, lead.found.index);
  }
  const plain = { label: null, ...seen, per: null, reference: false, notes };
  if (rest === "") return plain;
  if (glued && /^[年月週日]$/u.test(rest)) return { ...plain, per: rest };
  const reference = REFERENCE.test(rest);
  if (BLOCKED.test(rest) || (glued && /[A-Za-z]$/u.test(rest))) return null;
  if ([...rest].length > 16 || (glued && !reference && !isLabel(rest))) return null;
  return { ...plain, label: rest, reference };
}
