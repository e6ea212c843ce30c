/** What the user decides, put into the settings of the workbook. Pure: settings in, new settings out. */
import type { Direction } from "../../kpi/types";
import { columnLetters } from "../../sheet/address";
import { tableHeader } from "../../sheet/mapping";
import type { Settings, TableMapping } from "../../sheet/settings";
import type { AssessedSheet, GradedIndicator, Indicator, KpiTable } from "../../sheet/types";

export function answerDirection(settings: Settings, indicator: Indicator, direction: Direction): Settings {
  return { ...settings, directions: { ...settings.directions, [indicator.key]: direction } };
}

/** Every open question is answered as proposed. */
export function acceptProposals(settings: Settings, rows: readonly GradedIndicator[]): Settings {
  const open = rows.filter(({ grading }) => grading.direction.needsConfirmation);
  const answers = open.map(({ indicator, grading }) => [indicator.key, grading.direction.direction] as const);
  return { ...settings, directions: { ...settings.directions, ...Object.fromEntries(answers) } };
}

export function forgetDirection(settings: Settings, key: string): Settings {
  return { ...settings, directions: without(settings.directions, key) };
}

/** The year of these sheets; null: by title or newest actual again. */
export function chooseYear(settings: Settings, sheets: readonly AssessedSheet[], year: number | null): Settings {
  let years: Settings["years"] = settings.years;
  for (const { sheet } of sheets) {
    years = year === null ? without(years, sheet.name) : { ...years, [sheet.name]: year };
  }
  return { ...settings, years };
}

/** A person's own grade is kept for good with its reason; null: no longer. */
export function keepGrade(settings: Settings, indicator: Indicator, reason: string | null): Settings {
  const { key, existingGrade } = indicator;
  const kept =
    reason === null ? without(settings.kept, key) : { ...settings.kept, [key]: { grade: existingGrade ?? "", reason } };
  return { ...settings, kept };
}

/** The parts of a table that a person can assign to a column. */
export const ROLES = ["no", "name", "part", "unit", "direction", "baseline", "target", "actual", "grade"] as const;
export type Role = (typeof ROLES)[number];

/** The column that plays a part now; null: none. Of several targets or actuals the one that counts. */
export function columnOfRole(table: KpiTable, role: Role, year: number | null): number | null {
  const { columns } = table;
  if (role === "target")
    return (columns.targets.find(({ kind }) => kind === "final") ?? columns.targets[0])?.column ?? null;
  if (role === "actual") {
    const own = columns.actuals.find((actual) => actual.year === year && !actual.reference);
    return (own ?? columns.actuals.filter(({ reference }) => !reference).at(-1))?.column ?? null;
  }
  return columns[role];
}

/** A column by its header text, which survives inserted columns; by its letter where no header tells it apart. */
function columnName(table: KpiTable, column: number): string {
  const text = table.headers.find((header) => header.column === column)?.text ?? "";
  const same = table.headers.filter((header) => header.text === text);
  return text !== "" && same.length === 1 ? text : `=${columnLetters(column)}`;
}

/** Gives a column a part; null: no column plays it. */
export function mapColumn(
  settings: Settings,
  sheetName: string,
  table: KpiTable,
  role: Role,
  column: number | null,
): Settings {
  const header = tableHeader(table);
  const old = mappingOf(settings, sheetName, table);
  const value = column === null ? null : columnName(table, column);
  // Names cannot be missing: a table without them is none.
  const columns = role === "name" && value === null ? old?.columns : { ...old?.columns, [role]: value };
  const mapping = { sheet: sheetName, table: header, columns: columns ?? {} } as TableMapping;
  return { ...settings, mappings: [...settings.mappings.filter((m) => m !== old), mapping] };
}

export function mappingOf(settings: Settings, sheetName: string, table: KpiTable): TableMapping | undefined {
  const header = tableHeader(table);
  return settings.mappings.find((mapping) => mapping.sheet === sheetName && mapping.table === header);
}

export function forgetMapping(settings: Settings, sheetName: string, table: KpiTable): Settings {
  const old = mappingOf(settings, sheetName, table);
  return { ...settings, mappings: settings.mappings.filter((mapping) => mapping !== old) };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
