/**
 * Figures that a sheet works out from others: 達成率 of each year, 前年度差, 前年度比, 目標との差. What a column or a row holds is
 * found by trying: a formula that most of its cells follow is its formula, and the rest are wrong.
 */
import { readCell } from "../../../kpi/cell";
import { absolute, compare, decimal, divide, multiply, parseDecimal, ratio, subtract } from "../../../kpi/decimal";
import { attainmentRate, progressRate } from "../../../kpi/rates";
import type { Decimal, Ratio } from "../../../kpi/types";
import type { CellReading, KpiTable } from "../../types";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { quantityOf } from "../readings";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { displayed, fiscalYear, nameOf, oneLine, shown, value } from "../wording";
import { isRateJudged } from "./figures";

const HUNDRED = decimal(100);

interface Due {
  readonly values: readonly [Decimal, ...Decimal[]];
  readonly from: readonly CellReading[];
}

/** One way to work a figure out of a row; null where the row has no such values. */
interface Formula {
  readonly id: string;
  /** A share, or an amount in the unit of the indicator. */
  readonly as: "share" | "amount";
  /** Cities work out the rate of a lower-is-better row in several ways: each is as good. The usual one stands first. */
  readonly of: (row: CheckedRow) => Due | null;
}

const figure = (at: CellReading | undefined): Decimal | null => {
  if (!at || at.reading.kind !== "quantity" || at.reading.parts.length > 1) return null;
  return quantityOf(at.reading)?.value ?? null;
};

type Two = (a: Decimal, b: Decimal) => Ratio | Decimal | null;
const exact = (result: Ratio | Decimal | null): Decimal | null =>
  result === null ? null : "numerator" in result ? divide(result, 12) : result;

function formula(
  id: string,
  as: Formula["as"],
  first: (row: CheckedRow) => CellReading | undefined,
  second: (row: CheckedRow) => CellReading | undefined,
  ...works: readonly Two[]
): Formula {
  return {
    id,
    as,
    of: (row) => {
      const [x, y] = [first(row), second(row)];
      const [a, b] = [figure(x), figure(y)];
      if (a === null || b === null || !x || !y) return null;
      const [usual, ...rest] = works.flatMap((work) => exact(work(a, b)) ?? []);
      return usual === undefined ? null : { values: [usual, ...rest], from: [x, y] };
    },
  };
}

const share: Two = (a, b) => ratio(a, b);
/** 実績÷目標, and the two ways of a row where less is better. */
const ATTAINMENT: readonly Two[] = [share, (a, b) => attainmentRate(a, b, "down"), (a, b) => ratio(b, a)];
const gain: Two = (a, b) => ratio(subtract(a, b), absolute(b));

/** Every formula for a year, the graded one's first. */
function formulasFor(year: number, hasNext: boolean): Formula[] {
  const actual = ({ indicator }: CheckedRow) => indicator.actuals.find((one) => one.year === year);
  const previous = ({ indicator }: CheckedRow) => indicator.actuals.find((one) => one.year === year - 1);
  const target = ({ indicator }: CheckedRow) => indicator.targets.find((one) => one.year === year);
  const final = ({ indicator }: CheckedRow) => indicator.targets.find((one) => one.kind === "final");
  const baseline = ({ indicator }: CheckedRow) => indicator.baseline;
  const all = [
    formula(`${year} of its target`, "share", actual, target, ...ATTAINMENT),
    formula(`${year} by year`, "amount", actual, previous, subtract),
    formula(`${year} of year before`, "share", actual, previous, share),
    formula(`${year} against year before`, "share", actual, previous, gain),
  ];
  if (hasNext) return all;
  const progress: Formula = {
    id: `${year} progress`,
    as: "share",
    of: (row) => {
      const at = [actual(row), baseline(row), final(row)];
      const [a, b, t] = at.map(figure);
      const rate = a && b && t ? progressRate(b, a, t) : null;
      return rate === null ? null : { values: [divide(rate, 12)], from: at.filter((one) => one !== undefined) };
    },
  };
  return [
    ...all,
    formula(`${year} of final`, "share", actual, final, ...ATTAINMENT),
    progress,
    formula(`${year} to final`, "amount", actual, final, subtract),
    formula(`${year} from final`, "amount", actual, final, (a, b) => subtract(b, a)),
    formula(`${year} from baseline`, "amount", actual, baseline, subtract),
    formula(`${year} of baseline`, "share", actual, baseline, share),
    formula(`${year} against baseline`, "share", actual, baseline, gain),
  ];
}

interface Printed {
  readonly row: CheckedRow;
  readonly place: Place;
  /** The number as it stands there, without its percent sign. */
  readonly number: Decimal;
  readonly percent: boolean;
}

function printedAt(row: CheckedRow, place: Place): Printed | null {
  const text = displayed(row.sheet, place).normalize("NFKC").replace(/,/g, "").replace(/\s+/g, "");
  const m = /^(?<sign>[-−▲△]?)\+?(?<number>\d+(?:\.\d+)?)(?<unit>%|ポイント|pt|倍)?$/u.exec(text);
  const number = parseDecimal(m?.groups?.number ?? "");
  if (!m || number === null) return null;
  return {
    row,
    place,
    number: m.groups?.sign ? { ...number, digits: -number.digits } : number,
    percent: m.groups?.unit === "%",
  };
}

/** Does the cell say this: rounded or cut off at the last digit that the column prints. */
function says(one: Printed, due: Decimal, as: Formula["as"], places: number): boolean {
  const step = { digits: 1n, scale: places };
  const near = (a: Decimal, b: Decimal): boolean => compare(absolute(subtract(a, b)), step) < 0;
  if (as === "share")
    return near(one.number, multiply(due, HUNDRED)) || (!one.percent && places > 0 && near(one.number, due));
  const text = displayed(one.row.sheet, one.place);
  const { unit } = one.row.indicator.places;
  const printed = unit === null ? "" : oneLine(one.row.sheet.grid.text(unit.row, unit.column));
  const reading = readCell(text, { text, unit: printed !== "" ? printed : (one.row.indicator.unit ?? "") });
  const read = quantityOf(reading);
  return (
    read !== null &&
    (compare(read.value, due) === 0 || (read.value.scale > 0 && near(one.number, multiply(due, HUNDRED))))
  );
}

interface Wrong {
  readonly at: Printed;
  readonly due: Due;
  readonly as: Formula["as"];
}

/** The cells that do not follow the formula of the others; none where no formula fits most of them. */
function wrongOnes(cells: readonly Printed[], formulas: readonly Formula[]): Wrong[] {
  const places = Math.max(0, ...cells.map(({ number }) => number.scale));
  let best: { readonly right: number; readonly wrong: Wrong[] } | null = null;
  for (const { as, of } of formulas) {
    const known = cells.flatMap((at) => {
      const due = of(at.row);
      return due === null ? [] : [{ at, due, as }];
    });
    const wrong = known.filter(({ at, due }) => !due.values.some((one) => says(at, one, as, places)));
    const right = known.length - wrong.length;
    if (right >= 2 && wrong.length * 2 <= right && (best === null || right > best.right)) best = { right, wrong };
  }
  return best?.wrong ?? [];
}

const DERIVED = /率|比|差|増減|達成度|進捗|伸び/;

const usedColumns = ({ columns }: KpiTable): ReadonlySet<number | null> =>
  new Set([
    columns.no,
    columns.name,
    columns.part,
    columns.unit,
    columns.direction,
    columns.kind,
    columns.owner,
    columns.baseline,
    columns.baselineYear,
    columns.grade,
    columns.remarks,
    ...columns.groups,
    ...[...columns.targets, ...columns.actuals].map(({ column }) => column),
  ]);

/** What the header rows say over a column, the group above it included. */
function headerOf({ grid }: CheckedSheet, { headerRows }: KpiTable, column: number): string {
  return oneLine(headerRows.map((row) => grid.text(row, column)).join(" "));
}

function* inColumns(sheet: CheckedSheet): Iterable<Draft> {
  for (const { table } of sheet.assessed.tables) {
    if (table.arranged) continue;
    const rows = sheet.rows.filter(
      ({ indicator, grading }) => indicator.tableId === table.id && grading.parts.length === 0,
    );
    const used = usedColumns(table);
    for (let column = table.area.left; column <= table.area.right; column++) {
      const header = headerOf(sheet, table, column);
      if (used.has(column) || !DERIVED.test(header) || /評価|判定|区分/.test(header)) continue;
      if (column === table.columns.rate && isRateJudged(sheet, table)) continue;
      const cells = rows.flatMap((row) => printedAt(row, { row: row.indicator.row, column }) ?? []);
      for (const wrong of wrongOnes(cells, formulasOf(rows))) yield draftOf(sheet, wrong, header);
    }
  }
}

function formulasOf(rows: readonly CheckedRow[]): Formula[] {
  const years = [...new Set(rows.flatMap(({ indicator }) => indicator.actuals.map(({ year }) => year)))];
  const known = years.filter((year) => year !== null).sort((a, b) => b - a);
  const graded = rows[0]?.indicator.actualYear ?? known[0] ?? null;
  return known.flatMap((year) => formulasFor(year, year !== graded));
}

function draftOf(sheet: CheckedSheet, { at, due, as }: Wrong, header: string): Draft {
  const { indicator } = at.row;
  const places = Math.min(Math.max(at.number.scale, 1), 3);
  const computed = as === "share" ? multiply(due.values[0], at.percent ? HUNDRED : decimal(1)) : null;
  const print = computed === null ? null : fixed(computed, at.percent ? places : 3);
  const from = due.from.map((one) => shown(at.row, one)).join("・");
  return {
    sheet,
    cells: [at.place],
    others: [{ cells: due.from.map(({ cell }) => cell) }],
    subject: `${indicator.key}/${header}`,
    values: [value("written", displayed(sheet, at.place)), value("table", from)],
    message: `${nameOf(indicator)}の「${header}」は${displayed(sheet, at.place)}と書かれていますが、${from}からの計算${print === null ? "" : `（${print}${at.percent ? "％" : ""}）`}と合いません。`,
  };
}

function fixed(number: Decimal, places: number): string {
  const one = divide({ numerator: number, denominator: decimal(1) }, places);
  const digits = absolute(one)
    .digits.toString()
    .padStart(places + 1, "0");
  return `${one.digits < 0n ? "−" : ""}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
}

const RATE_LABEL = /^(?:目標)?(?:達成率|達成度|進捗率)(?:[（(].*[）)])?$/u;
const NEAR = 4;

/** Rows 目標, 実績, 達成率 below each other: the rate stands in the column of its year. */
function* inRows({ sheets }: CheckContext): Iterable<Draft> {
  const found = sheets.flatMap((sheet) => sheet.rows.flatMap((row) => ratesBelow(sheet, row)));
  const labels = [...new Set(found.map(({ label }) => label))];
  for (const label of labels) {
    const own = found.filter((one) => one.label === label);
    const places = Math.max(0, ...own.map(({ at }) => at.number.scale));
    const judged = own.flatMap((one) => {
      const [first, ...rest] = ATTAINMENT.flatMap((work) => exact(work(one.actual, one.target)) ?? []);
      return first === undefined ? [] : [{ ...one, values: [first, ...rest] as const }];
    });
    const wrong = judged.filter(({ at, values }) => !values.some((due) => says(at, due, "share", places)));
    if (judged.length - wrong.length < 2 || wrong.length * 3 > judged.length) continue;
    for (const { at, values, from, year } of wrong)
      yield draftOf(at.row.sheet, { at, due: { values, from }, as: "share" }, `${fiscalYear(year)}の${label}`);
  }
}

interface RateBelow {
  readonly at: Printed;
  readonly label: string;
  readonly year: number;
  readonly actual: Decimal;
  readonly target: Decimal;
  readonly from: readonly CellReading[];
}

function ratesBelow({ grid }: CheckedSheet, row: CheckedRow): RateBelow[] {
  return row.indicator.actuals.flatMap((actual): RateBelow[] => {
    const { cell, year } = actual;
    const target = row.indicator.targets.find((one) => one.year === year && one.cell?.column === cell?.column);
    const [a, t] = [figure(actual), figure(target)];
    if (!cell || year === null || !target?.cell || target.cell.row === cell.row || a === null || t === null) return [];
    for (let r = Math.min(cell.row, target.cell.row); r <= cell.row + NEAR; r++) {
      const label = grid.between(r, grid.area.left, cell.column - 1).find(({ text }) => RATE_LABEL.test(oneLine(text)));
      if (!label || r === cell.row || r === target.cell.row) continue;
      const at = printedAt(row, { row: r, column: cell.column });
      return at === null
        ? []
        : [{ at, label: oneLine(label.text), year, actual: a, target: t, from: [actual, target] }];
    }
    return [];
  });
}

export const DERIVED_RULES: readonly Rule[] = [
  ruleOf("grade")(
    "derived-differs",
    "error",
    "計算で求める欄が合わない",
    "A figure does not follow from the others of its row",
    function* (context) {
      for (const sheet of context.sheets) yield* inColumns(sheet);
      yield* inRows(context);
    },
  ),
];
