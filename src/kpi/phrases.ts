/**
 * The phrases of one language. Each language is a file of its own, so that the custom functions, whose answers are
 * always Japanese, do not carry the other.
 */
import type { Direction, Note, RateMethod } from "./types";

export interface Phrases {
  /** A sentence per note code, without its full stop; `{name}` is filled from the note's values. */
  readonly sentences: Readonly<Record<string, string>>;
  /** Values that are codes themselves, by the name that they fill. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>> & {
    readonly direction: Readonly<Record<Direction, string>>;
  };
  readonly rates: Readonly<Record<RateMethod, string>>;
  readonly rate: (name: string, percent: string) => string;
  readonly withRate: (values: string, rate: string) => string;
  readonly better: string;
  readonly worse: string;
  readonly words: (text: string) => string;
  readonly bounds: Readonly<Record<"min" | "minExclusive" | "max" | "maxExclusive", (figure: string) => string>>;
  readonly met: (target: string) => string;
  readonly notMet: (target: string) => string;
  readonly points: string;
  readonly margin: (amount: string, grade: string) => string;
  readonly grade: (grade: string) => string;
  readonly comma: string;
  readonly stop: string;
}

/** A note as a sentence without its full stop. An unknown code is printed as it is, so that nothing is lost. */
export function sentenceOf(note: Note, phrases: Phrases): string {
  const sentence = phrases.sentences[note.code];
  if (sentence === undefined) return note.code;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = note.values[key] ?? "";
    if (key === "tolerance") return `${Number(value) * 100}%`;
    return phrases.values[key]?.[value] ?? value;
  });
}
