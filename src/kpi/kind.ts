/** 指標の型 (宮城県): the kind of an indicator names its direction and its formula at once. */
import type { Direction, RateMethod } from "./types";

export interface Kind {
  readonly direction: Direction;
  readonly method: RateMethod;
}

/** 「進捗割合型Ⅰ」「現状維持型Ⅱ」 → direction and formula; null for any other text. Ⅱ is lower-is-better. */
export function readKind(text: string): Kind | null {
  const t = text.normalize("NFKC").replace(/\s+/g, "").toUpperCase();
  const m = /^(進捗割合型?|現状維持型?|目標達成型?)(II|I|1|2)?$/.exec(t);
  if (!m) return null;
  const name = m[1] as string;
  const lower = m[2] === "II" || m[2] === "2";
  return {
    direction: name.startsWith("現状") ? (lower ? "keepDown" : "keepUp") : lower ? "down" : "up",
    method: name.startsWith("進捗") ? "progressRate" : "attainmentRate",
  };
}
