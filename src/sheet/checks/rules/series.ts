/** The years of one row: falling totals, the same value twice, values under the wrong year. */
import { compare, toText } from "../../../kpi/decimal";
import type { Decimal } from "../../../kpi/types";
import { columnLetters } from "../../address";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import type { Draft, Place, Rule } from "../rule";
import { displayed, fiscalYear, nameOf, shortened, shown, value } from "../wording";
import { quantityOf } from "../readings";

interface Point {
  readonly place: Place | null;
  readonly year: number;
  readonly value: Decimal;
  readonly text: string;
}

interface Series {
  readonly sheet: CheckedSheet;
  /** In its brackets. */
  readonly name: string;
  readonly key: string;
  readonly cumulative: boolean;
  readonly points: readonly Point[];
  /** A value that the row is meant to keep. */
  readonly kept: readonly Decimal[];
}

const CUMULATIVE = /累計|累積|通算/;

function ofRow(row: CheckedRow): Series {
  const { indicator, sheet, grading } = row;
  const { direction } = grading.direction;
  const points = indicator.actuals.flatMap((actual): Point[] => {
    const quantity = quantityOf(actual.reading);
    if (quantity === null || actual.year === null) return [];
    return [
      {
        place: actual.cell,
        year: actual.year,
        value: quantity.cumulative ?? quantity.value,
        text: shown(row, actual),
      },
    ];
  });
  const keeps = direction === "keepUp" || direction === "keepDown";
  const kept = [indicator.target, ...(keeps ? [indicator.baseline, indicator.actual] : [])].flatMap(({ reading }) => {
    const quantity = quantityOf(reading);
    return quantity === null ? [] : [quantity.value];
  });
  const bracketed = indicator.actuals.some(({ reading }) => (quantityOf(reading)?.cumulative ?? null) !== null);
  const cumulative = CUMULATIVE.test(`${indicator.name}${indicator.part ?? ""}`) || bracketed;
  return { sheet, name: nameOf(indicator), key: indicator.key, cumulative, points, kept };
}

/** 成果指標 of the projects. */
function* ofProjects(sheet: CheckedSheet): Iterable<Series> {
  for (const { projects } of sheet.projects()) {
    for (const project of projects) {
      for (const result of project.results) {
        yield {
          sheet,
          name: `事業「${shortened(project.name, 30)}」の「${shortened(result.name)}」`,
          key: `${sheet.name}/${project.name}/${result.name}`,
          cumulative: CUMULATIVE.test(result.name),
          points: result.cells.flatMap((cell): Point[] =>
            cell.value === null || cell.year === null || cell.total
              ? []
              : [
                  {
                    place: cell,
                    year: cell.year,
                    value: cell.value,
                    text: `${displayed(sheet, cell)}${/^[\d,.-]+$/.test(cell.text.trim()) ? (result.unit ?? "") : ""}`,
                  },
                ],
          ),
          kept: [],
        };
      }
    }
  }
}

function* series({ sheets }: CheckContext): Iterable<Series> {
  for (const sheet of sheets) {
    for (const row of sheet.rows) yield ofRow(row);
    yield* ofProjects(sheet);
  }
}

/** Neighbours in time, oldest first. */
const pairs = (points: readonly Point[]): readonly (readonly [Point, Point])[] => {
  const sorted = [...points].sort((a, b) => a.year - b.year);
  return sorted.slice(1).map((point, i) => [sorted[i] as Point, point] as const);
};

function* cumulativeFalls(context: CheckContext): Iterable<Draft> {
  for (const { sheet, name, key, cumulative, points } of series(context)) {
    if (!cumulative) continue;
    for (const [before, after] of pairs(points)) {
      if (compare(after.value, before.value) >= 0) continue;
      yield {
        sheet,
        cells: [after.place],
        others: [{ cells: [before.place] }],
        subject: key,
        values: [value("previous", before.text), value("actual", after.text)],
        message: `${name}は累計ですが、${fiscalYear(before.year)}の${before.text}から${fiscalYear(after.year)}の${after.text}に減っています。`,
      };
    }
  }
}

/** The first actual lies below the baseline, and the next one above it again: a total that restarts would stay below. */
function* fallsFromBaseline({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, sheet } = row;
    const series = ofRow(row);
    const baseline = quantityOf(indicator.baseline.reading);
    const [first, second] = [...series.points].sort((a, b) => a.year - b.year);
    if (!series.cumulative || !baseline || !first || !second || (indicator.baselineYear ?? Infinity) >= first.year)
      continue;
    if (compare(first.value, baseline.value) >= 0 || compare(second.value, baseline.value) < 0) continue;
    yield {
      sheet,
      cells: [first.place],
      others: [{ cells: [indicator.baseline.cell, second.place] }],
      subject: series.key,
      values: [value("baseline", shown(row, indicator.baseline)), value("actual", first.text)],
      message: `${series.name}は累計ですが、基準値${shown(row, indicator.baseline)}から${fiscalYear(first.year)}の${first.text}に減っています。`,
    };
  }
}

const significant = (number: Decimal): string =>
  toText(number)
    .replace(/[-.]/g, "")
    .replace(/^0+|0+$/g, "");

/** Figures of so many digits do not come back by chance. */
const DIGITS = 3;

function* sameTwice(context: CheckContext): Iterable<Draft> {
  for (const { sheet, name, key, cumulative, points, kept } of series(context)) {
    if (cumulative) continue;
    const distinct = new Set(points.map((point) => toText(point.value)));
    // A row that never moves is a constant, not a copy.
    if (points.length > 2 && distinct.size === 1) continue;
    for (const [before, after] of pairs(points)) {
      if (after.year !== before.year + 1 || compare(after.value, before.value) !== 0) continue;
      if (significant(after.value).length < DIGITS || kept.some((one) => compare(one, after.value) === 0)) continue;
      yield {
        sheet,
        cells: [after.place],
        others: [{ cells: [before.place] }],
        subject: key,
        values: [value("previous", before.text), value("actual", after.text)],
        // Shares and averages stand still more often than counts do.
        severity: after.value.scale > 0 ? "info" : "warning",
        message: `${name}は${fiscalYear(before.year)}と${fiscalYear(after.year)}の値が同じ${after.text}です。前の年度の値が残っていないか確かめてください。`,
      };
    }
  }
}

/** The first of April counts what the year before has left. */
const FIRST_OF_APRIL = /4\s*(?:月|[./])\s*1\s*日?(?!\d)/;

function* otherYear({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, sheet } = row;
    for (const actual of indicator.actuals) {
      const { reading } = actual;
      const own = "year" in reading ? (reading.year ?? null) : null;
      const under = actual.headerYear;
      if (own === null || actual.cell === null || reading.kind === "missing") continue;
      const due = under ?? (actual.cell.column === indicator.actual.cell?.column ? sheet.year : null);
      if (due === null || own === due) continue;
      if (own === due + 1 && FIRST_OF_APRIL.test(reading.text.normalize("NFKC"))) continue;
      const older = under === null;
      yield {
        sheet,
        cells: [actual.cell],
        subject: indicator.key,
        values: [value("actual", shown(row, actual)), value("year", fiscalYear(due))],
        message: older
          ? `${nameOf(indicator)}の実績値${shown(row, actual)}は${fiscalYear(own)}の値です。評価する年度は${fiscalYear(due)}です。`
          : `${nameOf(indicator)}の${fiscalYear(due)}の列（${columnLetters(actual.cell.column)}列）に、${fiscalYear(own)}の値「${shown(row, actual)}」が書かれています。`,
      };
    }
  }
}

export const SERIES_RULES: readonly Rule[] = [
  {
    id: "cumulative-falls",
    family: "series",
    severity: "error",
    title: { ja: "累計が減っている", en: "A running total falls" },
    find: function* (context) {
      yield* cumulativeFalls(context);
      yield* fallsFromBaseline(context);
    },
  },
  {
    id: "same-value-twice",
    family: "series",
    severity: "warning",
    title: { ja: "2年続けて同じ値", en: "The same value two years running" },
    find: sameTwice,
  },
  {
    id: "actual-of-other-year",
    family: "series",
    severity: "warning",
    title: { ja: "別の年度の実績値", en: "The actual belongs to another year" },
    find: otherYear,
  },
];
