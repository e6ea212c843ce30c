/** 合計事業費: what the projects add up to, per kind of money and year, in the unit of the block. */
import { compare, decimal, ratio, divide, toNumber, type Decimal } from "../../kpi/decimal";
import { figure } from "../../kpi/format";
import { readUnit } from "../../kpi/unit";
import { yearName } from "./era";
import { sumOf, type FigureCell, type MoneyLine } from "./money";
import { sumProjects, type ProjectSum, type ProjectTable, type TotalsBlock } from "./projects";
import type { Wanted } from "./edits";

export const MONEY_NAMES = { cost: "事業費", general: "一般財源" } as const;

/** Exact money (円) in a printed unit, 「千円」. */
export function inUnit(value: Decimal, unit: string | null): Decimal {
  const factor = unit === null ? null : (readUnit(unit)?.factor ?? null);
  const r = ratio(value, factor ?? decimal(1));
  if (r === null) return value;
  // A sum of 円 may be finer than the 千円 it is printed in.
  for (const places of [0, 3]) {
    const shown = divide(r, places);
    if (compare(multiplyBack(shown, factor), value) === 0) return shown;
  }
  return divide(r, 0);
}

const multiplyBack = (value: Decimal, factor: Decimal | null): Decimal =>
  factor === null ? value : { digits: value.digits * factor.digits, scale: value.scale + factor.scale };

/** The sum that belongs into a cell: of its kind and year; null where none or more than one could be meant. */
export function sumFor(line: MoneyLine, cell: FigureCell, sums: readonly ProjectSum[]): ProjectSum | null {
  const stage = line.stage ?? cell.stage;
  const fit = sums.filter(
    (sum) =>
      sum.kind === line.kind && sum.year === cell.year && (sum.stage === stage || sum.stage === null || stage === null),
  );
  return fit.length === 1 ? (fit[0] ?? null) : null;
}

/** What is to stand in the lines of a totals block. Years without any figure stay blank; 合計 adds the plan's years only. */
export function wantedTotals(block: Pick<TotalsBlock, "lines">, tables: readonly ProjectTable[]): readonly Wanted[] {
  const sums = sumProjects(tables);
  return block.lines.flatMap((line) => {
    const found = line.cells.map((cell) => (cell.total ? null : (sumFor(line, cell, sums)?.sum ?? null)));
    const planned = line.cells.map((cell, i) => (cell.reference ? null : (found[i] ?? null)));
    return line.cells.flatMap((cell, i): Wanted[] => {
      const sum = cell.total ? sumOf(planned) : (found[i] ?? null);
      if (sum === null) return [];
      const shown = inUnit(sum, line.unit);
      const projects = cell.total
        ? null
        : (sumFor(line, cell, sums)?.cells.filter((c) => c.value !== null).length ?? 0);
      const name = MONEY_NAMES[line.kind];
      const why = cell.total
        ? `${name}の合計です（参考の年度は加えません）。`
        : `${cell.year === null ? "" : yearName(cell.year)}の${name}、${projects}事業の合計${figure(shown, line.unit)}です。`;
      return [
        {
          row: cell.row,
          column: cell.column,
          value: toNumber(shown),
          figure: shown,
          why: why.replace(/^の/, ""),
          anchor: null,
        },
      ];
    });
  });
}
