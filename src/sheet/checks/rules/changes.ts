/** Changes that the text states in figures against the series of the table: how much, and which way. */
import { absolute, compare, divide, ratio, sign, subtract } from "../../../kpi/decimal";
import type { Decimal } from "../../../kpi/types";
import type { CellReading } from "../../types";
import { changesOf, type Change } from "../changes";
import type { CheckContext, CheckedRow } from "../context";
import { quantityOf } from "../readings";
import { ruleOf, type Draft, type Rule } from "../rule";
import { indicatorTexts, speaksOfIt, type IndicatorText } from "../texts";
import { fiscalYear, nameOf, shortened, shown, value } from "../wording";

/** The sentence tells of plans, or of a year that the table does not grade. */
const PLANNED = /見込|予定|目指|想定|推計|めざ/u;

interface Other {
  readonly at: CellReading;
  readonly value: Decimal;
  readonly name: string;
}

const other = (at: CellReading | undefined, name: string): Other[] => {
  const quantity = at && quantityOf(at.reading);
  if (!at || !quantity || (at.reading.kind === "quantity" && at.reading.parts.length > 1)) return [];
  return [quantity.value, ...(quantity.cumulative === null ? [] : [quantity.cumulative])].map((one) => ({
    at,
    value: one,
    name,
  }));
};

/** What the change may be measured from. */
function othersFor({ indicator, sheet }: CheckedRow, { against }: Change): Other[] {
  const year = indicator.actualYear ?? sheet.year;
  const ofYear = (wanted: number): Other[] => {
    const found = indicator.actuals.find((one) => one.year === wanted);
    if (found) return other(found, fiscalYear(wanted));
    return indicator.baselineYear === wanted ? other(indicator.baseline, "基準値") : [];
  };
  const targets = indicator.targets.flatMap((one) => other(one, "目標値"));
  if (against === "previous") return year === null ? [] : ofYear(year - 1);
  if (against === "baseline") return other(indicator.baseline, "基準値");
  if (against === "target") return targets;
  const earlier = indicator.actuals.flatMap((one) =>
    one.year !== null && year !== null && one.year < year ? other(one, fiscalYear(one.year)) : [],
  );
  const all = [...other(indicator.baseline, "基準値"), ...earlier, ...targets];
  if (against === "any") return all;
  // 「令和2年度から7人増加し」: from that year, or in it.
  return against.year === year ? all : ofYear(against.year);
}

/** By how much the actual differs from the other value, in the way the sentence puts it. */
function due(change: Change, actual: Decimal, from: Decimal): Decimal | null {
  const gap = absolute(subtract(actual, from));
  if (change.as === "amount") return gap;
  const share = ratio(change.as === "share" ? gap : actual, from);
  return share === null ? null : absolute(divide(share, 12));
}

const agrees = (change: Change, exact: Decimal): boolean => {
  const off = absolute(subtract(exact, change.value));
  // Whole amounts are exact; what has decimals was rounded or cut off.
  return sign(off) === 0 || (compare(off, change.step) < 0 && (change.as !== "amount" || change.step.scale > 0));
};

function* changeDiffers(context: CheckContext): Iterable<Draft> {
  for (const sheet of context.sheets) {
    for (const text of indicatorTexts(sheet, context)) {
      if (PLANNED.test(text.sentence)) continue;
      for (const change of changesOf(text.subject, text.row.indicator.unit)) {
        const draft = judge(text, change);
        if (draft) yield draft;
      }
    }
  }
}

function judge(text: IndicatorText, change: Change): Draft | null {
  const { row, subject, own } = text;
  const { indicator } = row;
  const actual = quantityOf(indicator.actual.reading);
  if (actual === null || (indicator.actual.reading.kind === "quantity" && indicator.actual.reading.parts.length > 1))
    return null;
  const before = subject.slice(0, change.index);
  if (!speaksOfIt(row, before) || (!own && !before.includes("◇"))) return null;
  const others = othersFor(row, change);
  if (others.length === 0) return null;
  const values = [actual.value, ...(actual.cumulative === null ? [] : [actual.cumulative])];
  const pairs = others.flatMap((from) =>
    values.map((one) => ({ from, moved: compare(one, from.value), amount: due(change, one, from.value) })),
  );
  const fitting = pairs.filter(({ amount }) => amount !== null && agrees(change, amount));
  if (fitting.length === 0) return change.against === "any" && !own ? null : amountDraft(text, change, others);
  // Where a value may be below zero, more and less may speak of its size.
  if (change.up === null || [actual.value, ...others.map((one) => one.value)].some((one) => sign(one) < 0)) return null;
  const wrongWay = fitting.every(({ moved }) => (change.up ? moved < 0 : moved > 0));
  return wrongWay ? wayDraft(text, change, (fitting[0] as (typeof fitting)[number]).from) : null;
}

function draftOf({ sheet, place, row }: IndicatorText, change: Change, from: Other, message: string): Draft {
  return {
    sheet,
    cells: [place],
    others: [{ sheet: row.sheet, cells: [row.indicator.actual.cell, from.at.cell] }],
    subject: row.indicator.key,
    values: [
      value("text", shortened(change.text)),
      value("table", `${shown(row, from.at)}→${shown(row, row.indicator.actual)}`),
    ],
    message,
  };
}

function amountDraft(text: IndicatorText, change: Change, others: readonly Other[]): Draft {
  const [from] = others as [Other, ...Other[]];
  const { row } = text;
  const { indicator } = row;
  return draftOf(
    text,
    change,
    from,
    `${nameOf(indicator)}について文章に「${shortened(change.text)}」とありますが、表では${from.name}の${shown(row, from.at)}に対して実績値${shown(row, indicator.actual)}で、差が合いません。`.replace(
      "基準値の",
      "基準値",
    ),
  );
}

function wayDraft(text: IndicatorText, change: Change, from: Other): Draft {
  const { row } = text;
  const { indicator } = row;
  return draftOf(
    text,
    change,
    from,
    `${nameOf(indicator)}について文章に「${shortened(change.text)}」とありますが、表では${from.name}${shown(row, from.at)}から実績値${shown(row, indicator.actual)}に${change.up ? "減少" : "増加"}しています。`,
  );
}

export const CHANGE_RULES: readonly Rule[] = [
  ruleOf("text")(
    "narrative-change-differs",
    "warning",
    "文章の増減の量が表と違う",
    "The text states another change than the table",
    changeDiffers,
  ),
];
