/** What projects add up to, per kind of money and year. */
import type { Decimal } from "../../kpi/decimal";
import { sumOf, type FigureCell, type MoneyLine } from "./money";
import type { MoneyKind, Stage } from "./money-words";
import type { ProjectTable } from "./project-types";

/** What the projects of a table add up to. */
export interface ProjectSum {
  readonly kind: MoneyKind;
  readonly stage: Stage;
  readonly year: number | null;
  readonly reference: boolean;
  /** Exact, in base units; null where no project has a figure. */
  readonly sum: Decimal | null;
  /** The cells that were added. */
  readonly cells: readonly FigureCell[];
  /** The unit in which most of them are printed. */
  readonly unit: string | null;
}

/** 事業費 and 一般財源 of all projects, per kind and year; columns 合計 are not added. */
export function sumProjects(tables: readonly ProjectTable[]): ProjectSum[] {
  const sums = new Map<string, { line: MoneyLine; cells: FigureCell[]; first: FigureCell }>();
  for (const line of tables.flatMap((table) => table.projects.flatMap((project) => project.lines))) {
    for (const cell of line.cells) {
      if (cell.total) continue;
      const stage = line.stage ?? cell.stage;
      const key = `${line.kind} ${stage ?? ""} ${cell.year ?? ""}`;
      const known = sums.get(key);
      if (known) known.cells.push(cell);
      else sums.set(key, { line, cells: [cell], first: cell });
    }
  }
  return [...sums.values()].map(({ line, cells, first }) => ({
    kind: line.kind,
    stage: line.stage ?? first.stage,
    year: first.year,
    reference: cells.some((cell) => cell.reference),
    sum: sumOf(cells.map((cell) => cell.value)),
    cells,
    unit: line.unit,
  }));
}
