/** CHECK: the printed grade against the computed one. */
import { percent } from "../kpi/format";
import { changeAsSeen } from "../kpi/explain-in";
import { gradeKey, gradeOf } from "../kpi/rubric";
import type { Grading } from "../kpi/types";

function reasonOf(g: Grading): string {
  if (g.input.actual.kind === "missing") return "（実績なし）";
  const seen = changeAsSeen(g);
  if (seen) return `（${percent(seen, 1, true)}）`;
  return g.rate.value ? `（${percent(g.rate.value, 1, false)}）` : "";
}

/** "" where both agree. */
export function checkGrade(printed: string, g: Grading): string {
  const { rubric } = g.input;
  if (gradeOf(rubric, printed) === g.grade) return "";
  const computed = `計算では${g.grade}${reasonOf(g)}`;
  if (printed === "") return `評価は空欄、${computed}`;
  if (gradeOf(rubric, printed) === null) return `評価「${printed}」は${rubric.name}の区分にありません。${computed}`;
  return `評価は${gradeKey(printed)}、${computed}`;
}
