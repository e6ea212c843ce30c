/** Changes that the text states in figures against the series of the table: how much, and which way. */
import { absolute, compare, divide, parseDecimal, ratio, sign, subtract } from "../../../kpi/decimal";
import type { Decimal } from "../../../kpi/types";
import type { CellReading } from "../../types";
import { changesOf, type Change } from "../changes";
import type { CheckContext, CheckedRow } from "../context";
import { quantityOf } from "../readings";
import { ruleOf, type Draft, type Rule } from "../rule";
import { ratesOf, says } from "./figures";
import { indicatorTexts, speaksOfIt, type IndicatorText } from "../texts";
import { fiscalYear, nameOf, quoted, shown, value } from "../wording";

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
      const rate = rateOf(text);
      if (rate) yield rate;
      const between = betweenOf(text);
      if (between) {
        yield between;
        continue;
      }
      for (const change of changesOf(text.subject, text.row.indicator.unit)) {
        const draft = judge(text, change);
        if (draft) yield draft;
      }
    }
  }
}

/** 「達成率は94.8%」, not the one of another year. */
const RATE =
  /(?<!(?:前年度?|昨年度?|年度)の)(?<name>達成率|達成度|進捗率)(?:は|が|:|も)?\s*(?<figure>\d[\d,]*(?:\.\d+)?)%/u;

/** A rate in the text that none of the usual formulas gives. */
function rateOf({ sheet, row, subject, place, own }: IndicatorText): Draft | null {
  const m = RATE.exec(subject);
  const printed = parseDecimal((m?.groups?.figure ?? "").replace(/,/g, ""));
  const { indicator } = row;
  if (!m || printed === null || (!own && !subject.slice(0, m.index).includes("◇"))) return null;
  const { name = "" } = m.groups ?? {};
  const rates = ratesOf(row).filter((one) => one.rate !== null && (one.name === name || name === "達成度"));
  if (rates.length === 0 || rates.some(({ rate }) => rate !== null && says(printed, rate))) return null;
  return {
    sheet,
    cells: [place],
    others: [{ sheet: row.sheet, cells: [indicator.actual.cell, indicator.baseline.cell, indicator.target.cell] }],
    subject: indicator.key,
    values: [value("text", m[0]), value("actual", shown(row, indicator.actual))],
    message: `${nameOf(indicator)}について文章に「${m[0]}」とありますが、実績値${shown(row, indicator.actual)}・目標値${shown(row, indicator.target)}などからの計算と合いません。`,
  };
}

/** 「52所から45所へ9所減少」: the amount is not what lies between the two figures. */
const BETWEEN =
  /(?<from>\d[\d,]*(?:\.\d+)?)(?<unit>[^\d、。()から]{1,6})[)]?から(?<to>\d[\d,]*(?:\.\d+)?)\k<unit>(?:へ|に|まで)?、?(?<gap>\d[\d,]*(?:\.\d+)?)(?:\k<unit>|ポイント)(?:の)?(?:増|減|上昇|低下|伸び)/u;

function betweenOf({ sheet, row, sentence, place }: IndicatorText): Draft | null {
  const m = BETWEEN.exec(sentence);
  const [from, to, gap] = ["from", "to", "gap"].map((key) => parseDecimal((m?.groups?.[key] ?? "").replace(/,/g, "")));
  if (!m || !from || !to || !gap || compare(absolute(subtract(to, from)), gap) === 0) return null;
  const said = quoted(sentence, m.index, m.index + m[0].length);
  return {
    sheet,
    cells: [place],
    others: [{ sheet: row.sheet, cells: [row.indicator.actual.cell] }],
    subject: row.indicator.key,
    values: [value("text", said), value("table", shown(row, row.indicator.actual))],
    message: `${nameOf(row.indicator)}について文章に「${said}」とありますが、2つの数値の差と合いません。`,
  };
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
  const stated = own || /◇(?:は|が|も|の)[^、]*$/u.test(before);
  if (fitting.length === 0) return change.against === "any" && !stated ? null : amountDraft(text, change, others);
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
    values: [value("text", change.text), value("table", `${shown(row, from.at)}→${shown(row, row.indicator.actual)}`)],
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
    `${nameOf(indicator)}について文章に「${change.text}」とありますが、表では${from.name}の${shown(row, from.at)}に対して実績値${shown(row, indicator.actual)}で、差が合いません。`.replace(
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
    `${nameOf(indicator)}について文章に「${change.text}」とありますが、表では${from.name}${shown(row, from.at)}から実績値${shown(row, indicator.actual)}に${change.up ? "減少" : "増加"}しています。`,
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
