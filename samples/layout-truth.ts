/** What a reader must find in an invented table. */
import { figure, unitTruth } from "./city";
import type { Column, Entry, KpiLine, Role, TableSpec } from "./layout-spec";
import { asahiGrade } from "./oracle";
import type { ColumnsTruth, IndicatorTruth } from "./truth";

/** What Excel displays for an entry. */
export function shown(entry: Entry | undefined): string {
  if (entry === null || entry === undefined) return "";
  if (typeof entry === "string") return entry;
  if (typeof entry === "number") return String(entry);
  const value = "formula" in entry ? entry.result : entry.value;
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  const format = entry.format ?? "General";
  if (format === "General") return String(value);
  const places = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const options = { minimumFractionDigits: places, maximumFractionDigits: places };
  if (format.endsWith("%")) return `${(value * 100).toLocaleString("en-US", options)}%`;
  return value.toLocaleString("en-US", { ...options, useGrouping: format.includes(",") });
}

/** Which column plays which part. */
export function columnsTruth(spec: TableSpec): ColumnsTruth {
  const at = (role: Role): string | null => spec.columns.find((c) => c.role === role)?.at ?? null;
  const of = (role: Role): readonly Column[] => spec.columns.filter((c) => c.role === role);
  return {
    no: at("no"),
    name: at("name") as string,
    part: at("part"),
    unit: at("unit"),
    direction: at("direction"),
    kind: at("kind"),
    owner: at("owner"),
    baseline: at("baseline"),
    baselineYear: at("baselineYear"),
    target: at("target"),
    targets: [
      ...of("target").map((c) => ({
        column: c.at,
        year: c.year === undefined ? 2025 : c.year,
        kind: "final" as const,
      })),
      ...of("milestone").map((c) => ({ column: c.at, year: c.year ?? null, kind: "milestone" as const })),
    ],
    actuals: of("actual").map((c) => ({ column: c.at, year: c.year ?? null })),
    grade: at("grade"),
    rate: at("rate"),
    remarks: at("remarks"),
  };
}

/** One row, from its indicator and the cells that were written. */
export function lineTruth(
  line: KpiLine,
  spec: TableSpec,
  row: number,
  entry: (column: Column) => Entry,
): IndicatorTruth {
  const { kpi } = line;
  const cell = (role: Role, year?: number | null): string => {
    const column = spec.columns.find((c) => c.role === role && (year === undefined || (c.year ?? spec.year) === year));
    return column ? shown(entry(column)) : "";
  };
  const has = (role: Role): boolean => spec.columns.some((c) => c.role === role);
  const baseline = has("baseline") ? kpi.baseline : null;
  const actual = spec.year === null ? null : (kpi.actuals[spec.year] ?? null);
  const groups = spec.columns.filter((c) => c.role === "goal" || c.role === "measure");
  const group = spec.group?.(kpi) ?? groups.map((c) => (c.role === "goal" ? kpi.goal : kpi.measure));
  const kinds = { up: "at-least", keepUp: "maintain", down: "at-most", keepDown: "maintain" } as const;
  const grade = spec.grade
    ? spec.grade(kpi, actual)
    : asahiGrade({ baseline, actual, target: kpi.target, direction: kpi.direction });
  const gradeAt = spec.columns.find((c) => c.role === "grade");
  // A plain number without a unit column tells no unit.
  const unitPrinted = has("unit") || cell("target") !== cell("target").replace(/[^\d.,]+$/, "");
  const undated = spec.columns.every((c) => c.role !== "actual" || c.year === null);
  return {
    row,
    name: kpi.name,
    part: null,
    group,
    ...(unitPrinted ? { unit: unitTruth(kpi) } : {}),
    baseline: {
      text: cell("baseline"),
      value: figure(kpi, baseline),
      ...(baseline === null ? {} : { year: kpi.baselineYear }),
    },
    actual: {
      text: spec.year === null ? "" : cell("actual", spec.year),
      value: figure(kpi, actual),
      ...(actual === null || undated ? {} : { year: spec.year }),
    },
    target: { text: cell("target"), value: figure(kpi, kpi.target), kind: kinds[kpi.direction], year: kpi.targetYear },
    direction: kpi.direction,
    needsConfirmation: false,
    ...(grade === null ? {} : { grade }),
    existingGrade: gradeAt ? shown(entry(gradeAt)) : null,
    ...line.truth,
  };
}
