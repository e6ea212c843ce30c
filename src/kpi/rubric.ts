/** The ready-made rubrics and what can be asked of any rubric. */
import { compare } from "./decimal";
import { isRate } from "./bands";
import { limitOf } from "./judge";
import { DEFAULT_RUBRIC, PRESETS } from "./rubrics";
import type { Band, Rubric } from "./types";

export { DEFAULT_RUBRIC, PRESETS };

const nameKey = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "").replace(/型/, "").toLowerCase();

/** A preset by its name or id, 「旭市型」「旭市」「asahi」; null where there is none. */
export function findRubric(name: string): Rubric | null {
  const key = nameKey(name);
  return key === "" ? null : (PRESETS.find((r) => nameKey(r.name) === key || r.id === key) ?? null);
}

const DASHES = /^[-‐‑–—―−ー－ｰ]+$/;
const RINGS = /^[○〇◯]$/;

/**
 * One spelling per grade: 「Ａ」→「A」, every dash →「―」, 「〇」→「○」, 「【達成状況：Ａ】」→「A」. Circled digits stay as they are
 * (NFKC would make ① a 1).
 */
export function gradeKey(text: string): string {
  const inner = /^[【[(（]?(?:達成状況|評価|判定|区分|ランク)[:：](.*?)[】\])）]*$/.exec(text.trim())?.[1] ?? text;
  const t = inner.replace(/[！-｝]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\s　]+/g, "");
  if (DASHES.test(t)) return "―";
  return RINGS.test(t) ? "○" : t;
}

/** A band that says why there is no grade (実績なし, 目標なし); × of いの町 stands for both an ended and a poor indicator. */
const isMark = (band: Band): boolean => band.measure === "noActual" || band.measure === "noTarget";

/** The marks of a rubric that are no grades: 「―」, 「評価なし」. */
export const marksOf = (rubric: Rubric): readonly string[] => [
  ...new Set(
    [rubric.noActualGrade, ...rubric.bands.filter(isMark).map((b) => b.grade)].filter((g) => rankOf(rubric, g) < 0),
  ),
];

const orders = new WeakMap<Rubric, readonly string[]>();

/** A table that begins with its lowest band (「1：50%未満」 first). */
function beginsLow(bands: readonly Band[]): boolean {
  const rates = bands.filter((b) => isRate(b.measure));
  const first = rates[0];
  const last = rates[rates.length - 1];
  if (!first || !last || first === last || first.measure !== last.measure) return false;
  if (first.min === null && first.max !== null)
    return last.max === null || compare(limitOf(last.max), limitOf(first.max)) > 0;
  return first.min !== null && last.min !== null && compare(limitOf(first.min), limitOf(last.min)) < 0;
}

/** The grades of a rubric, best first, without the no-actual mark: by points where all bands have them, else by their order. */
export function gradeOrder(rubric: Rubric): readonly string[] {
  let order = orders.get(rubric);
  if (order) return order;
  const bands = rubric.bands.filter((b) => !isMark(b) && b.grade !== rubric.noActualGrade);
  const sorted = bands.every((b) => b.points !== null)
    ? [...bands].sort((a, b) => (b.points ?? 0) - (a.points ?? 0))
    : beginsLow(bands)
      ? [...bands].reverse()
      : bands;
  order = [...new Set(sorted.map((b) => b.grade))];
  orders.set(rubric, order);
  return order;
}

/** 0 for the best grade; -1 for a mark that is no grade (―) or an unknown one. */
export const rankOf = (rubric: Rubric, grade: string): number => gradeOrder(rubric).indexOf(grade);

/** The grade of this rubric that a text in a cell means; null for any other text. */
export function gradeOf(rubric: Rubric, text: string): string | null {
  const key = gradeKey(text);
  const all = [...rubric.bands.map((b) => b.grade), rubric.noActualGrade];
  return all.find((grade) => gradeKey(grade) === key) ?? null;
}
