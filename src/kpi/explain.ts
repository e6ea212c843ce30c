/** A grading as one line of Japanese or English: values, rate, target, what is missing to the next grade, assumptions. */
import { figure, percent } from "./format";
import { noteSentence } from "./note-sentences";
import { changeRate, isLowerBetter } from "./rates";
import { sign } from "./decimal";
import type { Decimal, DirectionFinding, Grading, Language, Note, Quantity, Ratio, Reading } from "./types";

export { noteSentence };

const RATE_NAMES = {
  ja: { changeRate: "変化率", progressRate: "進捗率", attainmentRate: "達成率" },
  en: { changeRate: "change", progressRate: "progress", attainmentRate: "attainment" },
} as const;

const quantity = (r: Reading): Quantity | null => (r.kind === "quantity" ? r.parts[0] : null);

/** The unit that the three cells share: the first that prints one. */
const unitOf = (g: Grading): string | null =>
  [g.input.actual, g.input.target, g.input.baseline].map((r) => quantity(r)?.unit ?? null).find((u) => u !== null) ??
  null;

function usesTotals(g: Grading): boolean {
  return quantity(g.input.target)?.cumulative != null;
}

function valueOf(r: Reading, totals: boolean): Decimal | null {
  const q = quantity(r);
  return q && (totals && q.cumulative !== null ? q.cumulative : q.value);
}

function shown(r: Reading, g: Grading): string {
  const value = valueOf(r, usesTotals(g));
  return value ? figure(value, quantity(r)?.unit ?? unitOf(g)) : r.text.trim() || "―";
}

/** The change as it happened, sign not turned; null where the rubric does not turn on it or there is none. */
export function changeAsSeen(g: Grading): Ratio | null {
  if (g.rate.method !== "changeRate" || g.rate.value === null) return null;
  const base = valueOf(g.input.baseline, usesTotals(g));
  const actual = valueOf(g.input.actual, usesTotals(g));
  return (base && actual && changeRate(base, actual, "up")) ?? g.rate.value;
}

/** 「+25.3%」, 「−15.9%、改善」: the change as seen, with the word where lower is better; other rates by name. */
function rateText(g: Grading, language: Language): string | null {
  const { method, value } = g.rate;
  if (value === null) return null;
  if (method !== "changeRate") {
    const name = RATE_NAMES[language][method];
    return language === "ja" ? `${name}${percent(value, 1, false)}` : `${name} ${percent(value, 1, false)}`;
  }
  const { direction } = g.direction;
  if (!isLowerBetter(direction)) return percent(value, 1, true);
  const text = percent(changeAsSeen(g) ?? value, 1, true);
  const s = sign(value.numerator);
  if (s === 0) return text;
  return language === "ja" ? `${text}、${s > 0 ? "改善" : "悪化"}` : `${text}, ${s > 0 ? "better" : "worse"}`;
}

function valuesText(g: Grading, language: Language): string {
  const actual = shown(g.input.actual, g);
  const base = valueOf(g.input.baseline, usesTotals(g));
  const rate = rateText(g, language);
  const pair = base ? `${shown(g.input.baseline, g)}→${actual}` : actual;
  if (rate === null) return pair;
  return language === "ja" ? `${pair}（${rate}）` : `${pair} (${rate})`;
}

const BOUNDS = { min: "以上", minExclusive: "超", max: "以下", maxExclusive: "未満" } as const;
const BOUNDS_EN = { min: "at least ", minExclusive: "above ", max: "at most ", maxExclusive: "below " } as const;

function targetName(g: Grading, language: Language): string {
  const { target } = g.input;
  if (target.kind === "range") {
    const unit = target.high.unit ?? target.low.unit ?? unitOf(g);
    return `${figure(target.low.value, unit)}～${figure(target.high.value, unit)}`;
  }
  if (target.kind !== "quantity") return language === "ja" ? `「${target.text.trim()}」` : `“${target.text.trim()}”`;
  const { bound } = target.parts[0];
  const text = shown(target, g);
  if (bound === null) return text;
  return language === "ja" ? `${text}${BOUNDS[bound]}` : `${BOUNDS_EN[bound]}${text}`;
}

function targetText(g: Grading, language: Language): string | null {
  if (g.targetMet === null) return null;
  const name = targetName(g, language);
  if (language === "en") return `Target ${name} ${g.targetMet ? "met" : "not met"}`;
  return g.targetMet ? `目標${name}を達成` : `目標${name}は未達成`;
}

function marginText(g: Grading, language: Language): string | null {
  if (!g.margin) return null;
  const amount = figure(g.margin.amount, unitOf(g) === "%" ? "%" : unitOf(g));
  // A difference of two percentages is counted in points.
  const points = unitOf(g) === "%" ? amount.replace("%", language === "ja" ? "ポイント" : " points") : amount;
  return language === "ja" ? `あと${points}で${g.margin.grade}` : `${points} short of ${g.margin.grade}`;
}

/** The direction as a note where it was not stated. */
export function directionNote(finding: DirectionFinding): Note | null {
  if (finding.from === "stated" && !finding.needsConfirmation) return null;
  return {
    code: `direction.${finding.reason.code}`,
    values: { direction: finding.direction, word: finding.reason.word ?? "" },
  };
}

function figuresText(g: Grading, language: Language): string[] {
  const { actual } = g.input;
  if (actual.kind !== "quantity" || g.grade === "") return [];
  return [valuesText(g, language), targetText(g, language), marginText(g, language)].filter((s) => s !== null);
}

function labelled(g: Grading, language: Language): string {
  const label = quantity(g.input.actual)?.label;
  const text = figuresText(g, language).join(language === "ja" ? "、" : ", ");
  const grade = g.grade === "" ? "" : language === "ja" ? `［${g.grade}］` : ` [${g.grade}]`;
  return `${label ? `${label} ` : ""}${text}${grade}`;
}

/** Sentences that ask for confirmation themselves. */
const ASKING = ["nameAgainstTarget", "wordAgainstTarget"];

function directionNotes(finding: DirectionFinding): Note[] {
  const reason = directionNote(finding);
  const asks = finding.needsConfirmation && !ASKING.includes(finding.reason.code);
  return [...(asks ? [{ code: "direction.confirm", values: {} }] : []), ...(reason ? [reason] : [])];
}

/** The sentence of a grading: 「91件→114件（+25.3%）。目標200件は未達成。あと86件でS」, then warnings and assumptions. */
export function explain(g: Grading, language: Language): string {
  const figures = g.parts.length > 0 ? g.parts.map((p) => labelled(p, language)) : figuresText(g, language);
  // Towards a range both ways are better; a direction would only confuse.
  const pointed = g.input.actual.kind === "quantity" && g.input.target.kind !== "range" && g.grade !== "";
  const direction = pointed ? directionNotes(g.direction) : [];
  const notes = [...g.warnings, ...direction, ...g.assumptions];
  const sentences = [...figures, ...notes.map((n) => noteSentence(n, language))];
  return language === "ja" ? sentences.join("。") : sentences.join(". ");
}
