/** How a sheet spells its grades: 「A」 or 「Ａ」, 「―」 or 「-」. */
import { gradeKey } from "../kpi/rubric";

const DASHES = ["―", "-", "－", "—", "–", "ー"] as const;
const RINGS = ["○", "〇", "◯"] as const;

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** Every spelling of a grade, the plain one first. */
export function spellings(grade: string): readonly string[] {
  const key = gradeKey(grade);
  if (key === "―") return DASHES;
  if (key === "○") return RINGS;
  return [...new Set([grade, key, wide(key)])];
}

/** The spelling that a validation list allows, the wished one if it can be; null where the list has no such grade. */
export function allowedMark(wished: string, allowed: readonly string[]): string | null {
  const list = allowed.map((text) => text.trim());
  if (list.includes(wished)) return wished;
  return list.find((text) => gradeKey(text) === gradeKey(wished)) ?? null;
}

/** The grade as the sheet spells it, judged by the grades that already stand there. */
export function spelledLike(grade: string, existing: readonly string[]): string {
  const same = existing.find((text) => gradeKey(text) === gradeKey(grade));
  if (same !== undefined) return same.trim();
  const letters = existing.filter((text) => /^[A-Za-zＡ-Ｚａ-ｚ]/.test(text.trim()));
  const wideOnes = letters.filter((text) => /^[Ａ-Ｚａ-ｚ]/.test(text.trim()));
  return letters.length > 0 && wideOnes.length * 2 > letters.length && /^[A-Za-z]/.test(grade) ? wide(grade) : grade;
}

/** Text that Excel would take for a formula or an operator; it is to be written as text. */
export const needsTextMark = (text: string): boolean => /^[=+\-@'＝＋－＠]/.test(text);
