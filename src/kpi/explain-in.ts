/** A grading as one line in a given language: values, rate, target, what is missing to the next grade, assumptions. */
import { figure, percent } from "./format";
import type { Phrases } from "./phrases";
import { sentenceOf } from "./phrases";
import { changeRate, isLowerBetter } from "./rates";
import { sign } from "./decimal";
import type { Decimal, DirectionFinding, Grading, Note, Quantity, Ratio, Reading } from "./types";

const quantity = (r: Reading): Quantity | null => (r.kind === "quantity" ? r.parts[0] : null);

/** The unit that the three cells share: the first that prints one. */
const unitOf = (g: Grading): string | null =>
  [g.input.actual, g.input.target, g.input.baseline].map((r) => quantity(r)?.unit ?? null).find((u) => u !== null) ??
  null;

const usesTotals = (g: Grading): boolean => (quantity(g.input.target)?.cumulative ?? null) !== null;

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
function rateText(g: Grading, phrases: Phrases): string | null {
  const { method, value } = g.rate;
  if (value === null) return null;
  if (method !== "changeRate") return phrases.rate(phrases.rates[method], percent(value, 1, false));
  const text = percent(changeAsSeen(g) ?? value, 1, true);
  const s = sign(value.numerator);
  if (!isLowerBetter(g.direction.direction) || s === 0) return text;
  return text + (s > 0 ? phrases.better : phrases.worse);
}

function valuesText(g: Grading, phrases: Phrases): string {
  const actual = shown(g.input.actual, g);
  const base = valueOf(g.input.baseline, usesTotals(g));
  const rate = rateText(g, phrases);
  const pair = base ? `${shown(g.input.baseline, g)}→${actual}` : actual;
  return rate === null ? pair : phrases.withRate(pair, rate);
}

function targetName(g: Grading, phrases: Phrases): string {
  const { target } = g.input;
  if (target.kind === "range") {
    const unit = target.high.unit ?? target.low.unit ?? unitOf(g);
    return `${figure(target.low.value, unit)}～${figure(target.high.value, unit)}`;
  }
  if (target.kind !== "quantity") return phrases.words(target.text.trim());
  const { bound } = target.parts[0];
  return bound === null ? shown(target, g) : phrases.bounds[bound](shown(target, g));
}

function targetText(g: Grading, phrases: Phrases): string | null {
  if (g.targetMet === null) return null;
  return g.targetMet ? phrases.met(targetName(g, phrases)) : phrases.notMet(targetName(g, phrases));
}

function marginText(g: Grading, phrases: Phrases): string | null {
  if (!g.margin) return null;
  // A difference of two percentages is counted in points.
  const amount = figure(g.margin.amount, unitOf(g));
  return phrases.margin(unitOf(g) === "%" ? amount.replace("%", phrases.points) : amount, g.margin.grade);
}

/** The direction as a note where it was not stated. */
export function directionNote(finding: DirectionFinding): Note | null {
  if (finding.from === "stated" && !finding.needsConfirmation) return null;
  return {
    code: `direction.${finding.reason.code}`,
    values: { direction: finding.direction, word: finding.reason.word ?? "" },
  };
}

/** Sentences that ask for confirmation themselves. */
const ASKING = ["nameAgainstTarget", "wordAgainstTarget"];

function directionNotes(finding: DirectionFinding): Note[] {
  const reason = directionNote(finding);
  const asks = finding.needsConfirmation && !ASKING.includes(finding.reason.code);
  return [...(asks ? [{ code: "direction.confirm", values: {} }] : []), ...(reason ? [reason] : [])];
}

function figuresText(g: Grading, phrases: Phrases): string[] {
  if (g.input.actual.kind !== "quantity" || g.grade === "") return [];
  return [valuesText(g, phrases), targetText(g, phrases), marginText(g, phrases)].filter((s) => s !== null);
}

/** One part of a composite cell, with its own grade. */
function partText(g: Grading, phrases: Phrases): string {
  const label = quantity(g.input.actual)?.label;
  const text = figuresText(g, phrases).join(phrases.comma);
  return `${label ? `${label} ` : ""}${text}${g.grade === "" ? "" : phrases.grade(g.grade)}`;
}

/** The sentence of a grading: 「91件→114件（+25.3%）。目標200件は未達成。あと86件でS」, then warnings and assumptions. */
export function explainIn(g: Grading, phrases: Phrases): string {
  const figures = g.parts.length > 0 ? g.parts.map((p) => partText(p, phrases)) : figuresText(g, phrases);
  // Towards a range both ways are better; a direction would only confuse.
  const pointed = g.input.actual.kind === "quantity" && g.input.target.kind !== "range" && g.grade !== "";
  const notes = [...g.warnings, ...(pointed ? directionNotes(g.direction) : []), ...g.assumptions];
  return [...figures, ...notes.map((n) => sentenceOf(n, phrases))].join(phrases.stop);
}
