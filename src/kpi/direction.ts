/** 望ましい方向: which way is better, and how sure we are. The order of evidence is that of the product. */
import { NAME_WORDS, type NameSide } from "./direction-words";
import { targetWords, whole } from "./words";
import { compare, isZero, type Decimal } from "./decimal";
import { splitName } from "./name";
import { remember } from "./cell-memory";
import { GROUP, plain, takeGroups } from "./characters";
import type {
  Direction,
  DirectionFinding,
  DirectionReason,
  DirectionSource,
  Language,
  Quantity,
  Reading,
  Words,
} from "./types";

/** 「高いほどよい」 「値が低い方が望ましい」 */
const better = (words: string): string =>
  `(数?値が)?(${words})(ほど|方が|ほうが|方|ほう)?が?(良い|よい|いい|望ましい|良)?`;

/** What targets in words do not say (words.ts), or say of a target only. */
const STATED: readonly (readonly [direction: Direction, pattern: RegExp])[] = [
  ["keepDown", whole("keepdown|維持[(・]?(以下|上限|減少|低下|下降|縮減|上回らない)\\)?|≦|≤|<=")],
  [
    "keepUp",
    whole(
      "keep(up)?|maintain|維持([(・]?(以上|下限|増加|向上|上昇|下回らない)\\)?)?|現状維持|横ばい|継続|[→⇒➡]|≧|≥|>=",
    ),
  ],
  ["down", whole(`down|lower|decrease|${better("低い|小さい|少ない|下がる|減る")}|逆指標|負|-|[▼▽]`)],
  ["up", whole(`up|higher|increase|${better("高い|大きい|多い|上がる|増える")}|正|正指標|\\+|[▲△]`)],
];

const SAID: readonly Words[] = ["increase", "decrease", "maintainMin", "maintainMax"];

/** Text of a direction column or an argument → direction; null for any other text, also for a blank. */
export function readDirection(text: string): Direction | null {
  const word = plain(text)
    .text.toLowerCase()
    .replace(/[\s。]/gu, "");
  const stated = STATED.find(([, pattern]) => pattern.test(word))?.[0];
  if (stated) return stated;
  const target = targetWords(word);
  // 「現状」 alone heads a column, 「整備」 is a task: neither states a direction.
  return target !== null && SAID.includes(target) ? WORDS[target] : null;
}

const NAMES: Readonly<Record<Direction, Readonly<Record<Language, string>>>> = {
  up: { ja: "増加", en: "increase" },
  down: { ja: "減少", en: "decrease" },
  keepUp: { ja: "維持", en: "keep (not below)" },
  keepDown: { ja: "維持（以下）", en: "keep (not above)" },
};

/** 増加 / 減少 / 維持 / 維持（以下）, or their English names. */
export const describeDirection = (direction: Direction, language: Language): string => NAMES[direction][language];

export interface NameEvidence {
  readonly side: "lower" | "higher";
  /** The word as it stands in the name. */
  readonly word: string;
}

const COMPILED = NAME_WORDS.map((entry) => ({ ...entry, pattern: new RegExp(entry.word, "gu") }));
/** A denial right behind the word turns it: 「むし歯のない人」「喫煙しない人」「運動していない人」. */
const DENIED =
  /^(の|が|を|は|も|に|で|と|者|感|など|等|し|して|されて|できて|い|だ|感じて|感じ|行って|持って|受けて){0,4}(ない|なし|無い|無し|いない|ゼロ|せず)/u;

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly side: NameSide;
  readonly weak: boolean;
}

/** The deciding word of one stretch of a name: the last one, a weak one only where no other stands. */
function lastWord(text: string): NameEvidence | null {
  const hits: Hit[] = COMPILED.flatMap(({ pattern, side, weak }) =>
    [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, word: m[0], side, weak })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const chain: Hit[] = [];
  for (const hit of hits) if (hit.start >= (chain.at(-1)?.end ?? 0)) chain.push(hit);
  const speaking = chain.filter((hit) => hit.side !== "neutral");
  const decisive = speaking.filter((hit) => !hit.weak).at(-1) ?? speaking.at(-1);
  if (!decisive) return null;
  const denied = DENIED.exec(text.slice(decisive.end))?.[0];
  const side = denied === undefined ? decisive.side : decisive.side === "lower" ? "higher" : "lower";
  return { side: side as "lower" | "higher", word: decisive.word + (denied ?? "") };
}

const MEASURE_AT_END =
  /([数率比量額度費値者高点件回]|割合|人口|面積|延長|時間|期間|状況|水位|有無|実施|開催|策定)(の?(合計|平均|累計|総計))?$/u;

/** Which way the name says is better, with the word that says so; null where no word of the list stands in it. */
export const nameEvidence = remember((name): NameEvidence | null => {
  const { main, groups } = takeGroups(plain(splitName(name).core).text.replace(/\s/gu, ""));
  const head = main.replaceAll(GROUP, "");
  const measure = [...groups].reverse().find((group) => MEASURE_AT_END.test(group) && lastWord(group) !== null);
  // 「地域生活への移行（長期在院者数）」: the measure stands in the brackets.
  const inside = measure === undefined ? null : lastWord(measure);
  const outside = lastWord(head);
  return MEASURE_AT_END.test(head) ? (outside ?? inside) : (inside ?? outside);
});

type Comparison = "up" | "down" | "equal" | "bothZero" | "mixed" | "none";

const figures = (reading: Reading): readonly Quantity[] => (reading.kind === "quantity" ? reading.parts : []);

/** Target against baseline, part by part. */
function compareWith(target: Reading, baseline: Reading): Comparison {
  const from = figures(baseline);
  if (target.kind === "range") {
    const at = from[0]?.value;
    if (at === undefined) return "none";
    if (compare(at, target.low.value) < 0) return "up";
    return compare(at, target.high.value) > 0 ? "down" : "equal";
  }
  const to = figures(target);
  if (to.length === 0 || to.length !== from.length) return "none";
  const results = new Set(to.map((t, i) => one(from[i] as Quantity, t)));
  if (results.size === 1) return [...results][0] as Comparison;
  results.delete("equal");
  results.delete("bothZero");
  return results.size === 1 ? ([...results][0] as Comparison) : results.size === 0 ? "equal" : "mixed";
}

function one(from: Quantity, to: Quantity): Comparison {
  // 「7(16)」: totals are compared where the target prints one; a plain figure then counts as a total.
  const [a, b]: [Decimal, Decimal] =
    to.cumulative === null ? [from.value, to.value] : [from.cumulative ?? from.value, to.cumulative];
  const order = compare(b, a);
  if (order === 0) return isZero(a) ? "bothZero" : "equal";
  return order > 0 ? "up" : "down";
}

const WORDS: Readonly<Record<Words, Direction>> = {
  increase: "up",
  decrease: "down",
  maintain: "keepUp",
  maintainMin: "keepUp",
  maintainMax: "keepDown",
  aboveReference: "up",
  belowReference: "down",
  done: "up",
};

const isLow = (direction: Direction): boolean => direction === "down" || direction === "keepDown";

export interface DirectionEvidence {
  /** Stated by the user or by a column. */
  readonly stated: Direction | null;
  readonly target: Reading;
  /** Name of the indicator; null where none can be seen (cell functions). */
  readonly name: string | null;
  readonly baseline: Reading;
}

const finding = (
  direction: Direction,
  from: DirectionSource,
  code: DirectionReason["code"],
  word: string | null,
  needsConfirmation = false,
): DirectionFinding => ({ direction, from, needsConfirmation, reason: { code, word } });

const isSame = (comparison: Comparison): boolean => comparison === "equal" || comparison === "bothZero";
/** Does the target lie on the worse side of the baseline. */
const isWorse = (low: boolean, comparison: Comparison): boolean =>
  comparison === (low ? "up" : "down") || comparison === "mixed";
const towards = (low: boolean, comparison: Comparison): Direction =>
  isSame(comparison) ? (low ? "keepDown" : "keepUp") : low ? "down" : "up";

/** (2) The target's own words; null where it is a plain figure or missing. */
function byTarget(target: Reading, name: NameEvidence | null, comparison: Comparison): DirectionFinding | null {
  if (target.kind === "words") {
    if (target.words === "done") return name ? null : finding("up", "target", "targetWords", target.text);
    const low = target.words === "maintain" && name?.side === "lower";
    const direction = low ? "keepDown" : WORDS[target.words];
    const against = name !== null && isLow(direction) !== (name.side === "lower");
    return finding(direction, "target", "targetWords", target.text, against);
  }
  const bound = target.kind === "quantity" ? target.parts[0].bound : null;
  if (bound === null) return null;
  const low = bound === "max" || bound === "maxExclusive";
  const worse = isWorse(low, comparison);
  const against = name !== null && low !== (name.side === "lower") && !isSame(comparison);
  const code = worse ? "wordAgainstTarget" : "targetBound";
  return finding(towards(low, comparison), "target", code, boundWord(bound), worse || against);
}

const boundWord = (bound: "min" | "minExclusive" | "max" | "maxExclusive"): string =>
  ({ min: "以上", minExclusive: "超", max: "以下", maxExclusive: "未満" })[bound];

/** (3) The name, checked against (4). */
function byName(name: NameEvidence, comparison: Comparison): DirectionFinding {
  const low = name.side === "lower";
  const worse = isWorse(low, comparison);
  const code = worse ? "nameAgainstTarget" : low ? "nameLower" : "nameHigher";
  // 「滅失件数 0件 → 0件」: a floor of zero would be met by anything.
  const doubt = worse || (!low && comparison === "bothZero");
  return finding(towards(low, comparison), "name", code, name.word, doubt);
}

/** (4) Target against baseline. */
const COMPARED: Readonly<Record<Comparison, readonly [Direction, DirectionSource, DirectionReason["code"]]>> = {
  up: ["up", "comparison", "comparedUp"],
  down: ["down", "comparison", "comparedDown"],
  equal: ["keepUp", "comparison", "equal"],
  bothZero: ["keepDown", "comparison", "bothZero"],
  mixed: ["up", "default", "noBaseline"],
  none: ["up", "default", "noBaseline"],
};

/**
 * The direction by the order of evidence: stated, the target's own words, the name, target against baseline.
 * `needsConfirmation` where the evidence disagrees, and where a named indicator is to fall for no reason that its
 * name gives: many published targets lie on the worse side of the baseline on purpose.
 */
export function findDirection({ stated, target, name, baseline }: DirectionEvidence): DirectionFinding {
  if (stated !== null) return finding(stated, "stated", "stated", null);
  const named = name === null ? null : nameEvidence(name);
  const comparison = compareWith(target, baseline);
  const own = byTarget(target, named, comparison);
  if (own) return own;
  if (named) return byName(named, comparison);
  const [direction, from, code] = COMPARED[comparison];
  const doubt = comparison === "mixed" || (comparison === "down" && name !== null && name.trim() !== "");
  return finding(direction, from, code, null, doubt);
}
