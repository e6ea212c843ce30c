/** A first draft of what is written beside a KPI: only what the figures say. The reasons are the department's to write. */
import { absolute, compare, decimal, divide, isZero, power10, sign, subtract, type Decimal } from "../../kpi/decimal";
import { changeAsSeen } from "../../kpi/explain";
import { figure, percent } from "../../kpi/format";
import { isLowerBetter } from "../../kpi/rates";
import type { Grading, Quantity, Reading } from "../../kpi/types";
import type { GradedIndicator, Indicator } from "../types";
import { yearName } from "./era";

/** One sentence or two in the plain style of such sheets (である); "" where the cells cannot be read. */
export function draftSentence({ indicator, grading }: GradedIndicator): string {
  const { actual, target } = grading.input;
  const when = indicator.actualYear === null ? "" : `${yearName(indicator.actualYear)}の`;
  if (actual.kind === "missing") return `${when}実績値がないため評価できない。`;
  if (actual.kind !== "quantity") return "";
  const now = `${when}実績は${valueText(actual, indicator)}`;
  const change = changeOf(grading, indicator);
  const goal = targetText(target, indicator);
  const facts =
    grading.targetMet === true
      ? `${now}で、${goal}を達成した${change === null ? "" : `（${change.noun}）`}。`
      : grading.targetMet === false
        ? `${now}で、${change?.leading ?? ""}${goal}を達成していない。`
        : `${now}${change === null ? "である" : `で、${change.closing}`}。`;
  return `${facts}${trendText(indicator)}`;
}

const targetText = (target: Reading, indicator: Indicator): string =>
  target.kind === "quantity" || target.kind === "range"
    ? `目標${valueText(target, indicator)}`
    : `目標「${target.text.trim()}」`;

/** A figure with its unit as a person writes it; a composite or bounded cell as printed. */
function valueText(reading: Reading, indicator: Indicator): string {
  const part = single(reading);
  return part === null || part.bound !== null
    ? reading.text.replace(/\s+/g, " ").trim()
    : amount(part.value, part.unit ?? indicator.unit);
}

const LARGE: readonly (readonly [string, Decimal])[] = [
  ["兆", decimal("1000000000000")],
  ["億", decimal("100000000")],
  ["万", decimal("10000")],
];

/** From 億 on as people write it: 「1,342億円」「59億1,800万円」; smaller or uneven ones in full. */
function amount(value: Decimal, unit: string | null): string {
  const size = absolute(value);
  if (unit === "%" || compare(size, decimal("100000000")) < 0) return figure(value, unit);
  let rest = size;
  let text = "";
  for (const [word, power] of LARGE) {
    const whole = divide({ numerator: subtract(rest, remainder(rest, power)), denominator: power }, 0);
    if (isZero(whole)) continue;
    text += `${figure(whole, null)}${word}`;
    rest = remainder(rest, power);
  }
  return isZero(rest) ? `${sign(value) < 0 ? "−" : ""}${text}${unit ?? ""}` : figure(value, unit);
}

/** What is left of a positive amount beyond whole powers. */
function remainder(value: Decimal, power: Decimal): Decimal {
  const scale = power10(value.scale);
  return { digits: value.digits % (power.digits * scale), scale: value.scale };
}

const single = (reading: Reading): Quantity | null =>
  reading.kind === "quantity" && reading.parts.length === 1 ? reading.parts[0] : null;

interface Change {
  /** 「基準値91件から25.3%増加」 */
  readonly noun: string;
  /** 「…増加したが、」「…減少しており、」 */
  readonly leading: string;
  /** 「…増加した」 */
  readonly closing: string;
}

/** Against the baseline: in percent, and in points where the indicator is a percentage itself. */
function changeOf(grading: Grading, indicator: Indicator): Change | null {
  const baseline = single(grading.input.baseline);
  const actual = single(grading.input.actual);
  if (baseline === null || actual === null || baseline.cumulative !== null || actual.cumulative !== null) return null;
  const from = `基準値${valueText(grading.input.baseline, indicator)}`;
  const difference = subtract(actual.value, baseline.value);
  if (isZero(difference))
    return { noun: `${from}と同じ`, leading: `${from}と同じで、`, closing: `${from}と同じである` };
  const size = sizeOf(difference, grading, actual.unit ?? indicator.unit);
  const rises = sign(difference) > 0;
  const noun = `${from}から${size}${rises ? "増加" : "減少"}`;
  const better = rises !== isLowerBetter(grading.direction.direction);
  return { noun, leading: `${noun}し${better ? "たが" : "ており"}、`, closing: `${noun}した` };
}

function sizeOf(difference: Decimal, grading: Grading, unit: string | null): string {
  const size = absolute(difference);
  if (unit === "%") return figure(size, unit).replace("%", "ポイント");
  const seen = changeAsSeen(grading);
  return seen === null
    ? amount(size, unit)
    : percent({ numerator: absolute(seen.numerator), denominator: seen.denominator }, 1, false);
}

/** Against the year before, where both are plain figures; "" otherwise. */
function trendText(indicator: Indicator): string {
  const { actualYear } = indicator;
  if (actualYear === null) return "";
  const readingAt = (year: number): Reading | undefined => indicator.actuals.find((a) => a.year === year)?.reading;
  const before = readingAt(actualYear - 1);
  const now = readingAt(actualYear);
  const [a, b] = [before && single(before), now && single(now)];
  if (!before || !a || !b) return "";
  const order = compare(b.value, a.value);
  const shown = valueText(before, indicator);
  return order === 0 ? `前年度（${shown}）と同じである。` : `前年度（${shown}）を${order > 0 ? "上" : "下"}回った。`;
}
