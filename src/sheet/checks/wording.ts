/** Names, values and years as the sentences of findings print them: as on the sheet, on one line, with their unit. */
import { compare, parseDecimal } from "../../kpi/decimal";
import { changeAsSeen, directionNote, explain, noteSentence } from "../../kpi/explain";
import { figure, percent } from "../../kpi/format";
import type { Decimal, Grading } from "../../kpi/types";
import { readUnit, unitOfName } from "../../kpi/unit";
import { ERAS } from "../../kpi/year";
import { printedName } from "../names";
import type { CellReading, FindingValue, Indicator } from "../types";
import type { CheckedSheet, CheckedRow } from "./context";
import type { Place } from "./rule";

/** A text on one line. */
export const oneLine = (text: string): string =>
  text
    .replace(/(?<=[^\x00-\x7F])[ \t\u3000]*[\r\n]+[ \t\u3000]*(?=[^\x00-\x7F])/gu, "")
    .replace(/[\s\u3000]+/gu, " ")
    .trim();

/** The first `length` characters, with 「…」 where more follow. */
export const shortened = (text: string, length = 40): string => {
  const line = oneLine(text);
  return line.length > length ? `${line.slice(0, length)}…` : line;
};

/** What a sentence says from `start` to `end`, and on to the end of the word: 「21人増」→「21人増加した」. */
export function quoted(sentence: string, start: number, end: number): string {
  const rest = /^[^、。「」『』()（）\s]*/u.exec(sentence.slice(end))?.[0] ?? "";
  return shortened(sentence.slice(start, end + (rest.length <= 10 ? rest.length : 0)));
}

/** 「KPI 9 ホームページのアクセス件数」 in its brackets, with its part. */
export function nameOf({ no, name, part }: Indicator): string {
  const own = shortened(printedName(name), 60);
  const number = no === null || own.startsWith(no) ? "" : `${oneLine(no)} `;
  return `「${number}${own}${part === null ? "" : `（${oneLine(part)}）`}」`;
}

/** 令和3年度, 平成30年度; 「年度不明」 where no year is known. */
export function fiscalYear(year: number | null): string {
  if (year === null) return "年度不明";
  const era = [...ERAS].reverse().find((e) => year >= e.first);
  if (era === undefined) return `${year}年度`;
  const n = year - era.first + 1;
  return `${era.name}${n === 1 ? "元" : n}年度`;
}

/** What a cell displays, on one line; 「空欄」 for nothing. */
export function displayed(sheet: CheckedSheet, place: Place | null): string {
  const text = place === null ? "" : oneLine(sheet.grid.facts(place.row, place.column).text);
  return text === "" ? "空欄" : text;
}

/** The unit as printed beside the figure: in its column, else in the name; null where neither prints one. */
function printedUnit({ sheet, indicator }: CheckedRow): string | null {
  const { unit } = indicator.places;
  const own =
    unit === null ? "" : oneLine(sheet.grid.text(unit.row, unit.column)).replace(/^[（(]\s*(.*?)\s*[）)]$/, "$1");
  if (own !== "") return own;
  // 「人口10万対」 says what a rate refers to; nobody writes it behind a figure.
  const named = unitOfName(indicator.name);
  return named !== null && /\d/.test(named) ? null : named;
}

/** A bare figure: nothing but digits, separators and a sign. */
const BARE = /^[-−△▲+]?[\d,]+(?:\.\d+)?$/;

/** A reading as the sheet prints it; a bare figure gets the unit that is printed beside it. */
export function shown(row: CheckedRow, { cell, reading }: CellReading): string {
  const text = cell === null ? oneLine(reading.text) : oneLine(row.sheet.grid.facts(cell.row, cell.column).text);
  if (text === "") return "空欄";
  const flat = text.normalize("NFKC");
  if (reading.kind !== "quantity" || reading.parts.length > 1 || !BARE.test(flat)) return text;
  const printed = printedUnit(row);
  if (printed !== null) return `${text}${printed}`;
  const unit = reading.parts[0].unit ?? row.indicator.unit;
  // The figure of 「79.1」 under 万人 is 791,000: only what is shown as it stands may get the base unit.
  const plainly = parseDecimal(
    flat
      .replace(/,/g, "")
      .replace(/^[−△▲]/, "-")
      .replace(/^\+/, ""),
  );
  return unit !== null && !/\d/.test(unit) && plainly !== null && compare(plainly, reading.parts[0].value) === 0
    ? `${text}${unit}`
    : text;
}

const RATES = { changeRate: "変化率", progressRate: "進捗率", attainmentRate: "達成率" } as const;

/** Why a grading gives its grade, without the values: those are printed as the sheet has them. */
export function reasonOf(grading: Grading): string {
  if (grading.parts.length > 0) return explain(grading, "ja");
  const { method, value: rate } = grading.rate;
  const seen = changeAsSeen(grading) ?? rate;
  const met = grading.targetMet === null ? [] : [`目標は${grading.targetMet ? "達成" : "未達成"}`];
  const figures = [
    ...(seen === null ? [] : [`${RATES[method]}${percent(seen, 1, method === "changeRate")}`]),
    ...met,
  ].join("、");
  const note = directionNote(grading.direction);
  const notes = [...grading.warnings, ...(note === null ? [] : [note]), ...grading.assumptions];
  return [...(figures === "" ? [] : [figures]), ...notes.map((one) => noteSentence(one, "ja"))].join("。");
}

/** Money in the unit that the sheet prints, 「537,409千円」. */
export function money(value: Decimal, unit: string | null): string {
  const read = unit === null ? null : readUnit(unit);
  if (read === null) return figure(value, unit);
  let { digits } = value;
  let scale = value.scale + read.factor.digits.toString().length - 1;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return figure({ digits, scale }, unit);
}

/** Labels of values side by side. */
export const LABELS = {
  written: { ja: "記載", en: "As written" },
  computed: { ja: "計算", en: "Computed" },
  baseline: { ja: "基準値", en: "Baseline" },
  target: { ja: "目標値", en: "Target" },
  actual: { ja: "実績値", en: "Actual" },
  milestone: { ja: "中間値", en: "Milestone" },
  previous: { ja: "前年度", en: "Year before" },
  grade: { ja: "評価", en: "Grade" },
  table: { ja: "表", en: "Table" },
  text: { ja: "本文", en: "Text" },
  sum: { ja: "合計", en: "Sum" },
  project: { ja: "事業", en: "Project" },
  here: { ja: "この箇所", en: "Here" },
  there: { ja: "別の箇所", en: "Elsewhere" },
  cost: { ja: "事業費", en: "Cost" },
  general: { ja: "一般財源", en: "General funds" },
  direction: { ja: "方向", en: "Direction" },
  unit: { ja: "単位", en: "Unit" },
  year: { ja: "年度", en: "Year" },
  share: { ja: "割合", en: "Share" },
  number: { ja: "番号", en: "Number" },
  count: { ja: "件数", en: "Count" },
} as const;

export const value = (label: keyof typeof LABELS, text: string): FindingValue => ({ label, text });
