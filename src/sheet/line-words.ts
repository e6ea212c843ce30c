/** The words in front of lines that stand below each other: 目標, 実績, 達成率. */
import { plain } from "../kpi/characters";

export type Line = "baseline" | "target" | "actual" | "rate" | "grade" | "other";

const WORDS: readonly (readonly [Line, RegExp])[] = [
  ["rate", /^.{0,4}(?:達成率|進捗率|達成度|目標比|対目標比)(?:[（(].{0,6}[)）])?$/],
  ["baseline", /^(?:基準|基準値|現状|現状値|当初値)$/],
  ["target", /^(?:年次|年度|各年度|単年度)?(?:目標|目標値|計画|計画値|見込|目安値|期待値)(?:[（(].{0,6}[)）])?$/],
  ["actual", /^(?:年度)?(?:実績|実績値|決算|実績数値)(?:[（(].{0,6}[)）])?$/],
  ["grade", /^(?:評価|判定|達成状況|進捗評価|進捗状況|評価区分)$/],
  ["other", /^(?:差|差異|増減|前年比|対前年|備考|理由|コメント|要因|分析|取組内容)$/],
];

const LONGEST = 24;

/** What a line holds, by its label; null for any other text. */
export function lineOf(text: string): Line | null {
  if (text.length > LONGEST) return null;
  const flat = plain(text).text.replace(/\s+/g, "");
  return WORDS.find(([, pattern]) => pattern.test(flat))?.[0] ?? null;
}
