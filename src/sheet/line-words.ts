/** The words in front of lines that stand below each other: 目標, 実績, 達成率. */
import { plain } from "../kpi/characters";

export type Line = "baseline" | "target" | "actual" | "rate" | "grade" | "other";

const KIND = "(?:[①-⑳\\uE000-\\uE0FF]|[A-Z][.:]?)?(?:年次|年度|各年度|単年度|当該年度)?";
const BRACKET = "(?:[（(].{0,8}[)）]|[①-⑳\\uE000-\\uE0FF]|[A-Z])?";
const line = (words: string): RegExp => new RegExp(`^${KIND}(?:${words})${BRACKET}$`);

const WORDS: readonly (readonly [Line, RegExp])[] = [
  ["rate", /^.{0,4}(?:達成率|進捗率|達成度|目標比|対目標比)(?:[（(].{0,6}[)）])?$/],
  ["baseline", /^(?:基準|基準値|現状|現状値|当初値)$/],
  ["target", line("(?:当初|最終|活動|成果)?(?:目標|計画|予定|見込み?|推計)(?:値|量|数|数値)?|目安値|期待値|指標値")],
  ["actual", line("(?:活動|成果|取組|年間)?(?:実績|決算|結果)(?:値|量|数|数値|見込み?値?)?|達成値|実測値|測定値")],
  ["grade", /^(?:評価|判定|達成状況|進捗評価|進捗状況|評価区分)$/],
  [
    "other",
    /^(?:差|差異|差引|増減|.{0,6}(?:前年|前年度|目標|計画)(?:度?比|差)|増減率|伸び率|備考|理由|コメント|要因|分析|取組内容|.{0,8}平均値?|予算額?|決算額|事業費)(?:[（(].{0,8}[)）])?$/,
  ],
];

const LONGEST = 24;

/** What a line holds, by its label; null for any other text. */
export function lineOf(text: string): Line | null {
  if (text.length > LONGEST) return null;
  const flat = plain(text).text.replace(/\s+/g, "");
  return WORDS.find(([, pattern]) => pattern.test(flat))?.[0] ?? null;
}
