/** 合計事業費 of the whole workbook: what all related projects add up to per year. 参考 years are shown and never added. */
import { add, type Decimal } from "../../kpi/decimal";
import { plain } from "../../kpi/characters";
import type { AssessedSheet, Assessment } from "../types";
import { sumOf } from "./money";
import { gridOf } from "./project-cells";
import { findProjectTables, findTotalsBlock, sumProjects, type ProjectSum } from "./projects";

export interface MoneyYear {
  /** null: the tables name no year. */
  readonly year: number | null;
  /** 参考, or before the years of the plan. */
  readonly reference: boolean;
  /** Exact, in 円; null where no project has a figure. */
  readonly cost: Decimal | null;
  readonly general: Decimal | null;
}

export interface MoneySummary {
  /** Oldest first. */
  readonly years: readonly MoneyYear[];
  /** Over the years that are no 参考. */
  readonly total: Pick<MoneyYear, "cost" | "general">;
  /** As printed in the tables, 「千円」; null where they print none or several. */
  readonly unit: string | null;
  readonly projects: number;
  /** Projects that stand on more than one sheet: each is added. */
  readonly repeated: number;
}

/** Null where no sheet has a table of projects with a figure. */
export function summariseMoney(assessment: Assessment): MoneySummary | null {
  const years = new Map<number | null, { reference: boolean; cost: Decimal | null; general: Decimal | null }>();
  const units = new Set<string | null>();
  const names: string[] = [];
  for (const assessed of assessment.sheets) {
    if (assessed.sheet.area === null) continue;
    const grid = gridOf(assessed.sheet);
    const tables = findProjectTables(grid);
    if (tables.length === 0) continue;
    // The block of totals says 参考 where the table of projects does not; years before the KPIs' first are before the plan.
    const aside = new Set(
      (findTotalsBlock(grid)?.headers ?? []).flatMap(({ year, reference }) =>
        reference && year !== null ? [year] : [],
      ),
    );
    const first = firstYear(assessed);
    names.push(...tables.flatMap(({ projects }) => projects.map(({ name }) => plain(name).text.replace(/\s+/g, ""))));
    for (const sum of settledFirst(sumProjects(tables))) {
      if (sum.sum === null) continue;
      units.add(sum.unit);
      const year = sum.year ?? assessed.year;
      const known = years.get(year) ?? { reference: false, cost: null, general: null };
      years.set(year, {
        ...known,
        reference:
          known.reference || sum.reference || (year !== null && (aside.has(year) || (first !== null && year < first))),
        [sum.kind]: known[sum.kind] === null ? sum.sum : add(known[sum.kind] as Decimal, sum.sum),
      });
    }
  }
  if (years.size === 0) return null;
  const list = [...years]
    .map(([year, sums]): MoneyYear => ({ year, ...sums }))
    .sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const counted = list.filter(({ reference }) => !reference);
  return {
    years: list,
    total: { cost: sumOf(counted.map(({ cost }) => cost)), general: sumOf(counted.map(({ general }) => general)) },
    unit: units.size === 1 ? ([...units][0] ?? null) : null,
    projects: names.length,
    repeated: names.length - new Set(names).size,
  };
}

/** The first year of the KPI tables that is no 参考; null where they name none. */
function firstYear({ tables }: AssessedSheet): number | null {
  const years = tables.flatMap(({ table }) =>
    table.columns.actuals.flatMap(({ year, reference }) => (year === null || reference ? [] : [year])),
  );
  return years.length === 0 ? null : Math.min(...years);
}

/** Where a list has 予算額 and 決算額 of one year, what was spent counts. */
function settledFirst(sums: readonly ProjectSum[]): ProjectSum[] {
  return sums.filter(
    (sum) =>
      sum.stage !== "budget" ||
      !sums.some((other) => other.stage !== "budget" && other.kind === sum.kind && other.year === sum.year),
  );
}
