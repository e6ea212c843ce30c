/** Columns chosen by hand, found again by their header text after rows and columns were inserted. */
import { columnIndex } from "./address";
import type { TableMapping } from "./settings";
import type { KpiColumns, KpiTable } from "./types";

/** Header texts of a table, the identity of its mapping. */
export const tableHeader = (table: KpiTable): string => table.headers.map((h) => h.text).join("|");

const squeeze = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

/** "見出しの文字" or, in the form "=F", a column letter → column; null where it is not there any more. */
function columnOf(table: KpiTable, text: string): number | null {
  if (text.startsWith("=")) return columnIndex(text.slice(1));
  return table.headers.find((h) => squeeze(h.text) === squeeze(text))?.column ?? null;
}

type Choice = string | null | undefined;

/** The table with the user's columns; a column whose header is gone keeps what was found. */
export function applyMapping(table: KpiTable, mappings: readonly TableMapping[]): KpiTable {
  const mapping = mappings.find((m) => squeeze(m.table) === squeeze(tableHeader(table)));
  if (!mapping) return table;
  const { columns } = mapping;
  const pick = (choice: Choice, found: number | null): number | null =>
    choice === undefined ? found : choice === null ? null : (columnOf(table, choice) ?? found);
  const target = pick(columns.target, null);
  const actual = pick(columns.actual, null);
  const chosen: KpiColumns = {
    ...table.columns,
    no: pick(columns.no, table.columns.no),
    name: pick(columns.name, table.columns.name),
    part: pick(columns.part, table.columns.part),
    unit: pick(columns.unit, table.columns.unit),
    direction: pick(columns.direction, table.columns.direction),
    baseline: pick(columns.baseline, table.columns.baseline),
    grade: pick(columns.grade, table.columns.grade),
    targets:
      target === null
        ? table.columns.targets
        : [
            ...table.columns.targets
              .filter((t) => t.column !== target)
              .map((t) => ({ ...t, kind: "milestone" as const })),
            {
              column: target,
              year: table.columns.targets.find((t) => t.column === target)?.year ?? null,
              kind: "final" as const,
            },
          ],
    actuals:
      actual === null
        ? table.columns.actuals
        : [table.columns.actuals.find((a) => a.column === actual) ?? { column: actual, year: null, reference: false }],
  };
  return { ...table, columns: chosen, reasons: [...table.reasons, "設定で列を割り当てています。"] };
}
