/** The legend printed on a sheet, 「S 目標値を達成（見込み）」「Ａ：達成率100％以上」「○…80%以上」, as a rubric. */
import type { BandRow } from "./bands";
import { parseCondition } from "./condition";
import { note } from "./figures";
import { gradeKey } from "./rubric";
import type { RubricResult } from "./rubric-table";
import { rubricFromRows } from "./rubric-table";
import type { Rubric } from "./types";

const LETTER = "[A-Za-zＡ-Ｚａ-ｚ][+＋]?(?![A-Za-zＡ-Ｚａ-ｚ])";
const SYMBOL = "[◎○〇◯●△▲▽×✕☆]|★+|[①-⑳]|[ⅠⅡⅢⅣⅤ]|[-‐–—―−－ー](?![\\d０-９])";
const WORD = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]{1,12}?";
const DELIMITER = "\\s*(?:[:：=＝]|…+|・{2,}|→)\\s*";
const QUOTED = new RegExp(
  `^[「『［【(（]\\s*(${LETTER}|${SYMBOL}|\\d{1,2})\\s*[」』］】)）]\\s*(?:[:：…]+)?\\s*(.+)$`,
  "u",
);
const MARKED = new RegExp(
  `^(?:評価)?(${LETTER}|${SYMBOL})(?:評価|判定|ランク)?(?:${DELIMITER}|[\\s　]+|(?=[（(「])|(?=[\\p{Script=Han}]))(.+)$`,
  "u",
);
const NAMED = new RegExp(`^(${WORD}|\\d{1,2}点?)${DELIMITER}(.+)$`, "u");
/** Words that a city grades with instead of letters. */
const GRADE_WORD = "(?:未達成?|達成|概ね達成|順調|概ね順調|やや遅れ|遅れ|停滞|改善|維持|悪化)";
/** Where an entry begins on a line of several, behind the words that lead in: 「評価基準：Ｓ＝…、Ａ＝…」. */
const NEXT = new RegExp(
  `[\\s　、，,／/;；:：】）)]+(?=(?:${LETTER}|${SYMBOL}|\\d点?(?!\\d)|${GRADE_WORD})${DELIMITER}(?!\\d+[:：]))`,
  "u",
);

/** The entries that stand on one line, each as a text of its own. */
export const entriesOnLine = (line: string): string[] => line.trim().split(NEXT);

/** The target of a year on the way, and not the final one. */
const OF_THE_YEAR = /(?:中間|年次|年度|各年|毎年|当年|単年|今年|当該)(?:の)?(?:度の?)?目標|目安値/u;

/** Grade and text of one entry; null for a line that is no entry (a title, a note). */
function entryOf(line: string): { grade: string; text: string } | null {
  const m = QUOTED.exec(line) ?? MARKED.exec(line) ?? NAMED.exec(line);
  if (!m) return null;
  return { grade: gradeKey(m[1] as string), text: (m[2] as string).trim().replace(/^[（(](.+)[）)]$/, "$1") };
}

/** 「順調（80%以上）」: the words name the grade's meaning, the bracket its condition. */
function conditionIn(text: string): string {
  if (parseCondition(text)) return text;
  const inner = /[（(]([^（）()]*)[）)]\s*$/.exec(text)?.[1];
  return inner !== undefined && parseCondition(inner) ? inner : text;
}

/**
 * Reads the lines of a printed legend, one or more entries per line, in the order of the sheet. Lines that are no entry
 * are left aside; an entry whose text cannot be measured is a problem (◎順調 is a judgement, not a threshold).
 * A rubric needs at least two measurable bands.
 */
export function rubricFromLegend(lines: readonly string[], name = "シートの凡例"): RubricResult {
  const rows: BandRow[] = [];
  for (const line of lines.flatMap((l) => l.split(/[\r\n]+/)).flatMap(entriesOnLine)) {
    const entry = entryOf(line.trim().replace(/^[※*・]\s*/, ""));
    if (!entry || rows.some((r) => r.grade === entry.grade && r.description === entry.text)) continue;
    rows.push({ grade: entry.grade, condition: conditionIn(entry.text), description: entry.text, points: null });
  }
  const result = rubricFromRows(rows, name);
  const measurable = result.rubric?.bands.filter((b) => b.measure !== "noActual").length ?? 0;
  if (measurable >= 2 && result.rubric) return { ...result, rubric: withTargetNamed(result.rubric) };
  return { rubric: null, problems: [{ ...note("legendNotMeasurable"), severity: "error" }, ...result.problems] };
}

/** A rubric whose lines speak of 「中間目標値」 or 「当該年度の目標」 compares with the year's target. */
export function withTargetNamed(rubric: Rubric): Rubric {
  const words = rubric.bands.map((band) => `${band.condition}${band.description}`);
  const ofYear = words.some((text) => OF_THE_YEAR.test(text)) && !words.some((text) => /最終目標/.test(text));
  return ofYear ? { ...rubric, compareWith: "year" } : rubric;
}
