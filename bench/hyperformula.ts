/** HyperFormula over the same rows as numbers with the nested IF: the time to build the sheet with its formulas, minus one without. */
import { HyperFormula } from "hyperformula";
import type { BenchRow } from "./rows";
import { nestedIf } from "./rows";

export interface HyperFormulaBench {
  readonly rows: number;
  readonly formulas: number;
  readonly constants: number;
  readonly best: number;
  readonly grades: readonly string[];
}

function build(rows: readonly BenchRow[], formulas: boolean): { time: number; grades: string[] } {
  const cells = rows.map(({ numbers }, i) => [
    ...numbers.map((n) => (Number.isNaN(n) ? null : n)),
    formulas ? `=${nestedIf(i + 1)}` : "A",
  ]);
  const begin = performance.now();
  const engine = HyperFormula.buildFromArray(cells, { licenseKey: "gpl-v3", maxRows: rows.length + 1 });
  const values = engine.getSheetValues(0);
  const time = performance.now() - begin;
  engine.destroy();
  return { time, grades: values.map((row) => String(row[3])) };
}

export function benchHyperFormula(rows: readonly BenchRow[], repeats = 3): HyperFormulaBench {
  build(rows.slice(0, 1000), true); // compiled before it is timed
  const runs = Array.from({ length: repeats }, () => ({ formulas: build(rows, true), constants: build(rows, false) }));
  const formulas = Math.min(...runs.map((r) => r.formulas.time));
  const constants = Math.min(...runs.map((r) => r.constants.time));
  return { rows: rows.length, formulas, constants, best: formulas - constants, grades: runs[0]?.formulas.grades ?? [] };
}
