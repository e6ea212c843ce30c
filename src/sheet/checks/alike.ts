/** When do two names speak of the same thing: spellings of one city, and words that two names share. */
import { splitName } from "../../kpi/name";

/** Spellings that mean the same, one pair per line. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/寄附/g, "寄付"],
  [/づくり|作り|創り/g, "つくり"],
  [/子供|こども/g, "子ども"],
  [/取り組み|取組み/g, "取組"],
  [/ホームページ/g, "HP"],
  [/乗降者/g, "乗降客"],
  [/[ヶケカヵ](?=所|月|国)/g, "か"],
  [/箇所/g, "か所"],
  [/延べ/g, ""],
];

/** Letters and figures only, in one spelling; circled digits and brackets leave nothing behind. */
export function plainName(name: string): string {
  const flat = name
    .replace(/[\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF]/gu, "")
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), flat);
}

/** The name of an indicator without notes, cross references and its unit. */
export const coreName = (name: string): string => plainName(splitName(name).core);

/** Length of the longest run of characters that both contain. */
export function sharedRun(a: string, b: string): number {
  let best = 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (let i = 0; i < a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue;
      const run = (previous[j] as number) + 1;
      row[j + 1] = run;
      if (run > best) best = run;
    }
    previous = row;
  }
  return best;
}

/** Share of the characters of the shorter text that the longer one has, 0 to 1. */
export function containment(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === "") return 0;
  const left = [...long];
  let hits = 0;
  for (const char of short) {
    const at = left.indexOf(char);
    if (at < 0) continue;
    left.splice(at, 1);
    hits++;
  }
  return hits / [...short].length;
}
