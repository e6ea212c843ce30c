/** Figures of the sheet that follow from others: rates in their column, counts in the sheet's own summary. */
import { absolute, add, compare, decimal, divide, multiply, negate, subtract } from "../../../kpi/decimal";
import { readCell } from "../../../kpi/cell";
import { gradeOf, gradeOrder, marksOf } from "../../../kpi/rubric";
import { attainmentRate, changeRate, progressRate } from "../../../kpi/rates";
import type { Decimal, Direction, Ratio, Rubric } from "../../../kpi/types";
import type { KpiTable } from "../../types";
import { findCountBlocks, type CountCell } from "../../rollup/count-block";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { setCell, type Draft, type Place, type Rule } from "../rule";
import { displayed, nameOf, oneLine, shown, value } from "../wording";
import { quantityOf } from "../readings";

const HUNDRED = decimal(100);
const DIRECTIONS: readonly Direction[] = ["up", "down"];

export interface Formula {
  readonly name: string;
  readonly rate: Ratio | null;
}

/** Every rate that a city may print for the row; for the older values and the other targets as well. */
export function ratesOf({ indicator }: CheckedRow): Formula[] {
  const baseline = quantityOf(indicator.baseline.reading)?.value ?? null;
  const actual = quantityOf(indicator.actual.reading)?.value ?? null;
  if (actual === null) return [];
  const formulas: Formula[] = [];
  for (const target of indicator.targets) {
    const aim = quantityOf(target.reading)?.value ?? null;
    if (aim === null) continue;
    formulas.push({ name: "達成率", rate: attainmentRate(actual, aim, "up") });
    formulas.push({ name: "達成率", rate: attainmentRate(actual, aim, "down") });
    // 目標÷実績, which some forms use where lower is better.
    formulas.push({ name: "達成率", rate: attainmentRate(aim, actual, "up") });
    if (baseline !== null) formulas.push({ name: "進捗率", rate: progressRate(baseline, actual, aim) });
  }
  const before = indicator.actuals.flatMap(({ reading, year }) => {
    const quantity = quantityOf(reading);
    return quantity && year !== null && indicator.actualYear !== null && year < indicator.actualYear
      ? [quantity.value]
      : [];
  });
  for (const base of [baseline, ...before]) {
    if (base === null) continue;
    for (const direction of DIRECTIONS) {
      const change = changeRate(base, actual, direction);
      formulas.push({ name: "増減率", rate: change });
      // 前年比 110% is a ratio, 前年比 10% a change.
      formulas.push({
        name: "増減率",
        rate: change && { ...change, numerator: add(change.numerator, change.denominator) },
      });
    }
  }
  return formulas;
}

/** Does the printed percent say this rate, as it would be rounded or cut off. */
export function says(printed: Decimal, rate: Ratio): boolean {
  const step = { digits: 1n, scale: Math.max(0, printed.scale) };
  const exact = multiply(divide(rate, 12), HUNDRED);
  return [exact, negate(exact)].some((one) => compare(absolute(subtract(printed, one)), step) < 0);
}

/** The percent that a cell shows; null for anything else. */
function printedPercent(sheet: CheckedSheet, { row, column }: Place): Decimal | null {
  const { value: raw, text, numberFormat } = sheet.grid.facts(row, column);
  const reading = readCell(raw === "" ? null : text, { text, numberFormat, unit: "%" });
  const quantity = quantityOf(reading);
  if (quantity?.unit !== "%" || (reading.kind === "quantity" && reading.parts.length > 1)) return null;
  const digits = /\.(\d+)/.exec(text.normalize("NFKC"))?.[1]?.length ?? 0;
  return divide({ numerator: multiply(quantity.value, HUNDRED), denominator: decimal(1) }, digits);
}

interface RateRow {
  readonly row: CheckedRow;
  readonly place: Place;
  readonly printed: Decimal;
  readonly right: boolean;
  readonly near: readonly Formula[];
}

function rateRows(sheet: CheckedSheet, table: KpiTable): RateRow[] {
  return sheet.rows.flatMap((row): RateRow[] => {
    const { indicator, grading } = row;
    const place = indicator.places.rate;
    if (place === null || indicator.tableId !== table.id || grading.parts.length > 0) return [];
    const printed = printedPercent(sheet, place);
    const rates = ratesOf(row).filter((one) => one.rate !== null);
    if (printed === null || rates.length === 0) return [];
    const right = rates.some((one) => one.rate !== null && says(printed, one.rate));
    return [{ row, place, printed, right, near: rates }];
  });
}

/** Does the column of rates show by most of its rows that it holds the rates of the graded year. */
export function isRateJudged(sheet: CheckedSheet, table: KpiTable): boolean {
  const rows = rateRows(sheet, table);
  return rows.length > 0 && rows.filter(({ right }) => !right).length * 3 <= rows.length;
}

/** Rates are judged where the table shows by its other rows that they are ones of ours. */
function* rateDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { table } of sheet.assessed.tables) {
      const { rate } = table.columns;
      if (rate === null) continue;
      const rows = rateRows(sheet, table);
      const wrong = rows.filter(({ right }) => !right);
      if (wrong.length === 0 || wrong.length * 3 > rows.length) continue;
      const usual = usualName(rows, table.headers.find(({ column }) => column === rate)?.text ?? "");
      for (const one of wrong) yield wrongRate(sheet, one, usual);
    }
  }
}

/** The name of the rate that most rows of the column agree with. */
function usualName(rows: readonly RateRow[], header: string): string {
  const named = ["達成率", "進捗率", "増減率"].find((name) => header.includes(name));
  if (named) return named;
  const count = (name: string): number =>
    rows.filter(({ printed, near }) =>
      near.some((one) => one.name === name && one.rate !== null && says(printed, one.rate)),
    ).length;
  return ["達成率", "進捗率", "増減率"].sort((a, b) => count(b) - count(a))[0] ?? "達成率";
}

function wrongRate(sheet: CheckedSheet, { row, place, near }: RateRow, usual: string): Draft {
  const { indicator, grading } = row;
  const lower = grading.direction.direction === "down" || grading.direction.direction === "keepDown";
  const own = near.filter(({ name }) => name === usual);
  const rate = (usual === "達成率" && lower ? own[1] : own[0])?.rate ?? own[0]?.rate ?? null;
  const due = rate === null ? null : `${figureOf(rate)}%`;
  return {
    sheet,
    cells: [place],
    others: [{ cells: [indicator.actual.cell, indicator.baseline.cell, indicator.target.cell] }],
    subject: indicator.key,
    values: [value("written", displayed(sheet, place)), ...(due === null ? [] : [value("computed", due)])],
    message: `${nameOf(indicator)}の${usual}は${displayed(sheet, place)}と書かれていますが、基準値${shown(row, indicator.baseline)}・実績値${shown(row, indicator.actual)}・目標値${shown(row, indicator.target)}からの計算${due === null ? "" : `（${usual}${due}）`}と合いません。`,
    severity: grading.direction.needsConfirmation ? "warning" : "error",
  };
}

const figureOf = (rate: Ratio): string => {
  const percent = divide({ ...rate, numerator: multiply(rate.numerator, HUNDRED) }, 1);
  const digits = (percent.digits < 0n ? -percent.digits : percent.digits).toString().padStart(2, "0");
  return `${percent.digits < 0n ? "−" : ""}${digits.slice(0, -1)}.${digits.slice(-1)}`;
};

/** Grades as they stand in the table: what a person counts. */
function countWritten(rows: readonly CheckedRow[], rubric: Rubric): Map<string, CheckedRow[]> {
  const counts = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const grade = gradeOf(rubric, row.indicator.existingGrade ?? "");
    if (grade !== null) counts.set(grade, [...(counts.get(grade) ?? []), row]);
  }
  return counts;
}

/** The sheet's own table of counts, where it counts the KPIs of this sheet or of the workbook as a whole. */
function* countDiffers({ sheets, rows }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const rubric = (sheet.rows[0] ?? rows[0])?.rubric;
    if (!rubric) continue;
    const grades = [...gradeOrder(rubric), ...marksOf(rubric)];
    const taken = sheet.assessed.tables.map(({ table }) => table.area);
    for (const block of findCountBlocks(sheet.grid, grades, taken)) {
      for (const cell of block.cells) {
        const own =
          cell.as === "count" && cell.group === null
            ? counted(sheet, cell, sheet.rows.length > 0 ? sheet.rows : rows, rubric)
            : null;
        if (own) yield own;
      }
    }
  }
}

function counted(sheet: CheckedSheet, cell: CountCell, rows: readonly CheckedRow[], rubric: Rubric): Draft | null {
  const graded = rows.filter(({ indicator }) => (indicator.existingGrade ?? "") !== "");
  // While grades are still open a count cannot be told right from wrong.
  if (graded.length === 0 || graded.length < rows.length) return null;
  const text = displayed(sheet, cell);
  const written = /^(\d+)\s*(?:件|個)?$/.exec(text.normalize("NFKC"))?.[1];
  if (written === undefined) return null;
  const counts = countWritten(rows, rubric);
  const { what } = cell;
  const those = what.kind === "grade" ? (counts.get(what.grade) ?? []) : what.kind === "total" ? rows : null;
  if (those === null || those.length === Number(written)) return null;
  const label = what.kind === "grade" ? `評価「${what.grade}」` : "計";
  return {
    sheet,
    cells: [cell],
    others: those[0]
      ? [
          {
            sheet: those[0].sheet,
            cells: those.filter((row) => row.sheet === those[0]?.sheet).map(({ indicator }) => indicator.gradeCell),
          },
        ]
      : [],
    subject: `${sheet.name}/${label}`,
    values: [value("written", oneLine(text)), value("sum", `${those.length}件`)],
    message: `${label}の件数は「${oneLine(text)}」と書かれていますが、表を数えると${those.length}件です。`,
    fix: /^\d+$/.test(text) ? setCell(sheet, cell, those.length, "表から数えた件数に直します。") : null,
  };
}

export const FIGURE_RULES: readonly Rule[] = [
  {
    id: "rate-differs",
    family: "grade",
    severity: "error",
    title: { ja: "達成率・進捗率が計算と合わない", en: "A rate does not follow from the figures" },
    find: rateDiffers,
  },
  {
    id: "count-differs",
    family: "grade",
    severity: "error",
    title: { ja: "評価の件数が表と合わない", en: "A count of grades differs from the table" },
    find: countDiffers,
  },
];
