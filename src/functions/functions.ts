/**
 * KPI.*: the custom functions. One flat file of plain functions with built-in types, because the metadata generator
 * parses this file alone. Arguments and results are ranges; the texts for both languages stand in metadata-texts.json.
 * The order of the imports here, in rows.ts, grade.ts and direction.ts brings the word tables together, which gzip rewards.
 */
import { gradingAt, inputAt, methodOf, rangesOf, rateAt, zeroNotes } from "./rows";
import { grade as gradeInput, gradeOnly } from "../kpi/grade";
import { tableOf } from "../kpi/rubric-table";
import { shareTable, statusText, summaryTable } from "./tables";
import { pointAt, yearAt } from "./expected";
import { PRESETS } from "../kpi/rubric";
import { expectedValue } from "../kpi/rates";
import { JA } from "../kpi/phrases-ja";
import { notAvailable } from "./errors";
import { checkGrade } from "./check";
import { ratioToNumber } from "../kpi/decimal";
import { aligned, isBlankOption, matrix, rubricOf, spill, spillOf, textOf } from "./arguments";
import { explainIn } from "../kpi/explain-in";
import { directionText, unitText, valueNumber, yearNumber } from "./read";

/**
 * 基準値・実績値・目標値から評価（S A B C D ―）を返します。
 * @customfunction GRADE
 * @param baseline 基準値のセルまたは範囲
 * @param actual 実績値のセルまたは範囲
 * @param target 目標値のセルまたは範囲
 * @param [direction] 望ましい方向（増加・減少・維持・維持（以下））。空欄は目標の言葉、基準値との比較の順に決めます
 * @param [rubric] 評価基準の名前または評価基準表の範囲。空欄は旭市型
 * @param [expected] その年度に期待される割合（0.5、50%）。空欄は1
 * @returns 評価
 */
export function grade(
  baseline: unknown[][],
  actual: unknown[][],
  target: unknown[][],
  direction?: unknown[][],
  rubric?: unknown[][],
  expected?: unknown[][],
): unknown[][] {
  const ranges = rangesOf(baseline, actual, target, direction, expected);
  const scale = rubricOf(rubric);
  return spill(ranges.leader, (row, column) => {
    return gradingAt(gradeOnly, ranges, row, column, scale).grade;
  });
}

/**
 * 評価の理由を1文で返します（91件→114件（+25.3%）。目標200件は未達成。あと86件でS）。
 * @customfunction EXPLAIN
 * @param baseline 基準値のセルまたは範囲
 * @param actual 実績値のセルまたは範囲
 * @param target 目標値のセルまたは範囲
 * @param [direction] 望ましい方向（増加・減少・維持・維持（以下））
 * @param [rubric] 評価基準の名前または評価基準表の範囲。空欄は旭市型
 * @param [expected] その年度に期待される割合（0.5、50%）。空欄は1
 * @returns 説明
 */
export function explain(
  baseline: unknown[][],
  actual: unknown[][],
  target: unknown[][],
  direction?: unknown[][],
  rubric?: unknown[][],
  expected?: unknown[][],
): unknown[][] {
  const ranges = rangesOf(baseline, actual, target, direction, expected);
  const scale = rubricOf(rubric);
  return spill(ranges.leader, (row, column) => {
    const result = gradingAt(gradeInput, ranges, row, column, scale);
    const warnings = [...result.warnings, ...zeroNotes(ranges, row, column)];
    return explainIn({ ...result, warnings }, JA);
  });
}

/**
 * 率を数値で返します（進捗率・達成率・変化率。丸めません）。
 * @customfunction RATE
 * @param baseline 基準値のセルまたは範囲
 * @param actual 実績値のセルまたは範囲
 * @param target 目標値のセルまたは範囲
 * @param [direction] 望ましい方向（増加・減少・維持・維持（以下））
 * @param [method] 進捗率（空欄の場合）・達成率・変化率
 * @returns 率
 */
export function rate(
  baseline: unknown[][],
  actual: unknown[][],
  target: unknown[][],
  direction?: unknown[][],
  method?: unknown[][],
): unknown[][] {
  const ranges = rangesOf(baseline, actual, target, direction, null);
  const methods = aligned(matrix(method), ranges.leader, "計算方法", "実績値");
  const scale = rubricOf(null);
  return spill(ranges.leader, (row, column) => {
    const chosen = methods(row, column);
    const input = inputAt(ranges, row, column, scale);
    const named = isBlankOption(chosen) ? (input.method ?? "progressRate") : methodOf(chosen);
    return rateAt(input, named);
  });
}

/**
 * 基準値から目標値まで直線で進むとしたときの、その年度の期待値を返します。
 * @customfunction EXPECTED
 * @param baseline 基準値のセルまたは範囲
 * @param baselineYear 基準値の年度（H30、2018）
 * @param target 目標値のセルまたは範囲
 * @param targetYear 目標値の年度（R6、2024）
 * @param year 期待値を求める年度
 * @returns 期待値
 */
export function expected(
  baseline: unknown[][],
  baselineYear: unknown[][],
  target: unknown[][],
  targetYear: unknown[][],
  year: unknown[][],
): unknown[][] {
  const all = [baseline, baselineYear, target, targetYear, year].map(matrix);
  const cells = (m: readonly (readonly unknown[])[]): number => m.length * (m[0]?.length ?? 0);
  const leader = all.reduce((a, b) => (cells(b) > cells(a) ? b : a));
  const names = ["基準値", "基準年度", "目標値", "目標年度", "年度"];
  const at = all.map((range, i) => aligned(range, leader, names[i] ?? "", "最も大きい範囲"));
  return spill(leader, (row, column) => {
    const [from, fromYear, to, toYear, on] = at.map((read) => read(row, column));
    const start = pointAt(from, fromYear, "基準値", "基準年度");
    const value = expectedValue(start, pointAt(to, toYear, "目標値", "目標年度"), yearAt(on, "年度"));
    if (!value) throw notAvailable("年度が基準年度より前か、目標年度が基準年度より後ではないため、期待値はありません");
    return ratioToNumber(value);
  });
}

/**
 * 指標名から望ましい方向（増加・減少・維持・維持（以下））を返します。決められないときは「要確認：」と理由を返します。
 * @customfunction DIRECTION
 * @param name 指標名のセルまたは範囲
 * @param [baseline] 基準値のセルまたは範囲
 * @param [target] 目標値のセルまたは範囲
 * @returns 望ましい方向
 */
export function direction(name: unknown[][], baseline?: unknown[][], target?: unknown[][]): unknown[][] {
  const leader = matrix(name);
  const baselines = aligned(matrix(baseline), leader, "基準値", "指標名");
  const targets = aligned(matrix(target), leader, "目標値", "指標名");
  return spill(leader, (row, column) =>
    directionText(leader[row]?.[column], baselines(row, column), targets(row, column)),
  );
}

/**
 * 「59億1,800万円」「42.9%」のような文字から数値を返します。
 * @customfunction VALUE
 * @param text 値のセルまたは範囲
 * @returns 数値（%は小数）
 */
export function value(text: unknown[][]): unknown[][] {
  return spillOf(text, valueNumber);
}

/**
 * 「59億1,800万円」「42.9%」のような文字から単位を返します。
 * @customfunction UNIT
 * @param text 値のセルまたは範囲
 * @returns 単位
 */
export function unit(text: unknown[][]): unknown[][] {
  return spillOf(text, unitText);
}

/**
 * 「R元」「令和3年度」のような文字から西暦の年度を返します。
 * @customfunction YEAR
 * @param text 年度のセルまたは範囲
 * @returns 西暦の年度
 */
export function year(text: unknown[][]): unknown[][] {
  return spillOf(text, yearNumber);
}

/**
 * 評価をグループごとに数えた表を返します。
 * @customfunction SUMMARY
 * @param grades 評価の範囲
 * @param [groups] グループ（施策、基本目標、課など）の範囲
 * @param [rubric] 評価基準の名前または評価基準表の範囲。空欄は旭市型
 * @returns グループ、評価ごとの件数、計、最上位の割合
 */
export function summary(grades: unknown[][], groups?: unknown[][], rubric?: unknown[][]): unknown[][] {
  return summaryTable(matrix(grades), groups ?? null, rubricOf(rubric));
}

/**
 * 状況（完了、順調など）ごとの件数と割合の表を返します。
 * @customfunction SHARE
 * @param statuses 状況の範囲
 * @param [rounding] 最大剰余（空欄の場合。合計が100.0になります）または四捨五入
 * @returns 状況、件数、割合（％）
 */
export function share(statuses: unknown[][], rounding?: unknown[][]): unknown[][] {
  return shareTable(matrix(statuses), matrix(rounding)[0]?.[0]);
}

/**
 * 複数の評価から1つの評価を返します。
 * @customfunction STATUS
 * @param grades 評価の範囲
 * @param [method] 最頻（空欄の場合）・最低・平均点
 * @param [rubric] 評価基準の名前または評価基準表の範囲。空欄は旭市型
 * @returns 評価
 */
export function status(grades: unknown[][], method?: unknown[][], rubric?: unknown[][]): string {
  return statusText(matrix(grades), matrix(method)[0]?.[0], rubricOf(rubric));
}

/**
 * 書かれた評価が計算と合うかを確かめます。合えば空の文字、違えば「評価はA、計算ではB（+8.3%）」を返します。
 * @customfunction CHECK
 * @param baseline 基準値のセルまたは範囲
 * @param actual 実績値のセルまたは範囲
 * @param target 目標値のセルまたは範囲
 * @param grade 書かれた評価のセルまたは範囲
 * @param [direction] 望ましい方向（増加・減少・維持・維持（以下））
 * @param [rubric] 評価基準の名前または評価基準表の範囲。空欄は旭市型
 * @param [expected] その年度に期待される割合（0.5、50%）。空欄は1
 * @returns 違いの説明
 */
export function check(
  baseline: unknown[][],
  actual: unknown[][],
  target: unknown[][],
  grade: unknown[][],
  direction?: unknown[][],
  rubric?: unknown[][],
  expected?: unknown[][],
): unknown[][] {
  const ranges = rangesOf(baseline, actual, target, direction, expected);
  const printed = aligned(matrix(grade), ranges.leader, "評価", "実績値");
  const scale = rubricOf(rubric);
  return spill(ranges.leader, (row, column) => {
    const text = textOf(printed(row, column));
    const result = gradingAt(gradeInput, ranges, row, column, scale);
    return checkGrade(text, result);
  });
}

/**
 * 評価基準を表で返します。コピーして自分の評価基準表にできます。名前が空欄のときは用意された評価基準の一覧を返します。
 * @customfunction RUBRIC
 * @param [name] 評価基準の名前（旭市型など）
 * @returns 評価、条件、説明、点数の表
 */
export function rubric(name?: unknown[][]): unknown[][] {
  const cell = matrix(name)[0]?.[0];
  if (isBlankOption(cell)) return [["名前", "出典"], ...PRESETS.map((preset) => [preset.name, preset.source])];
  return tableOf(rubricOf(name));
}
