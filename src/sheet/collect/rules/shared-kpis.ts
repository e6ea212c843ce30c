/** KPIs that stand in more than one file: which entries are one and the same, and what they say value by value. */
import { yearName } from "../../rollup/era";
import type { CellReading } from "../../types";
import type { CrossContext, CrossPlace } from "../rule";
import { agreement, kpiKey, squeeze, unitOf } from "../same-kpi";
import type { SubmittedKpi } from "../submission";

/** A name as long as this hardly means two things; 「利用者数」 does. */
const TELLING_NAME = 8;

export interface SharedKpi {
  /** From at least two files. */
  readonly entries: readonly SubmittedKpi[];
  /** More than the name and one figure say that they are one. */
  readonly sure: boolean;
}

/** Entries of one name, by file; `linked` are one KPI, those in `doubtful` share a telling name and no figure. */
export function sharedKpis({ submissions, own }: CrossContext): {
  readonly linked: readonly SharedKpi[];
  readonly doubtful: readonly (readonly SubmittedKpi[])[];
} {
  const byName = new Map<string, SubmittedKpi[]>();
  for (const kpi of (own === null ? submissions : [...submissions, own]).flatMap(({ kpis }) => kpis)) {
    const key = kpiKey(kpi.indicator);
    const known = byName.get(key);
    if (known) known.push(kpi);
    else byName.set(key, [kpi]);
  }
  const linked: SharedKpi[] = [];
  const doubtful: SubmittedKpi[][] = [];
  for (const [name, entries] of byName) {
    if (filesOf(entries) < 2) continue;
    const components = componentsOf(entries);
    for (const component of components) {
      if (filesOf(component) < 2) continue;
      linked.push({ entries: component, sure: component.some((a) => component.some((b) => a !== b && isSure(a, b))) });
    }
    const firsts = components.flatMap((component) => component.slice(0, 1));
    const units = new Set(firsts.map(({ indicator }) => unitOf(indicator)));
    if (firsts.length > 1 && units.size === 1 && isTelling(name) && filesOf(firsts) > 1) doubtful.push(firsts);
  }
  return { linked, doubtful };
}

const filesOf = (entries: readonly SubmittedKpi[]): number => new Set(entries.map(({ file }) => file)).size;
const isTelling = (name: string): boolean => name.replace(/\|.*$/, "").length >= TELLING_NAME;

function componentsOf(entries: readonly SubmittedKpi[]): SubmittedKpi[][] {
  let components: SubmittedKpi[][] = [];
  for (const entry of entries) {
    const near = components.filter((component) => component.some((other) => isLinked(entry, other)));
    components = [...components.filter((one) => !near.includes(one)), [...near.flat(), entry]];
  }
  return components;
}

function isLinked(a: SubmittedKpi, b: SubmittedKpi): boolean {
  if (agreements(a, b) > 0) return true;
  const [x, y] = [unitOf(a.indicator), unitOf(b.indicator)];
  return sameHeading(a, b) && (x === y || x === null || y === null);
}

function isSure(a: SubmittedKpi, b: SubmittedKpi): boolean {
  const same = agreements(a, b);
  return same >= 2 || sameHeading(a, b) || (same > 0 && isTelling(kpiKey(a.indicator)));
}

function sameHeading(a: SubmittedKpi, b: SubmittedKpi): boolean {
  const [x, y] = [a.indicator.group.at(-1), b.indicator.group.at(-1)];
  return x !== undefined && y !== undefined && squeeze(x) === squeeze(y);
}

interface Dated {
  readonly value: CellReading;
  readonly year: number | null;
}

type Part = "baseline" | "final" | "milestone" | "actual";

function datedOf({ indicator }: SubmittedKpi, part: Part): readonly Dated[] {
  if (part === "baseline") return [{ value: indicator.baseline, year: indicator.baselineYear }];
  if (part === "actual") return indicator.actuals.map((value) => ({ value, year: value.year }));
  return indicator.targets.filter(({ kind }) => kind === part).map((value) => ({ value, year: value.year }));
}

const PARTS: readonly Part[] = ["baseline", "final", "milestone", "actual"];

/** Figures on which two entries agree; words (増加) are too common to count. */
function agreements(a: SubmittedKpi, b: SubmittedKpi): number {
  const alike = (one: Dated, other: Dated, part: Part): boolean =>
    one.value.reading.kind !== "words" &&
    (one.year === other.year || (part !== "actual" && (one.year === null || other.year === null))) &&
    agreement(one.value.reading, other.value.reading) === "same";
  return PARTS.reduce((sum, part) => {
    const others = datedOf(b, part);
    return sum + datedOf(a, part).filter((one) => others.some((other) => alike(one, other, part))).length;
  }, 0);
}

export interface SlotValue {
  readonly kpi: SubmittedKpi;
  readonly value: CellReading;
}

/** What several entries say about one value. */
export interface Slot {
  /** 「令和3年度の実績値」 */
  readonly label: string;
  readonly values: readonly SlotValue[];
}

const LABELS: Readonly<Record<Part, string>> = {
  baseline: "基準値",
  final: "目標値",
  milestone: "中間値",
  actual: "実績値",
};

/** Values that mean the same: baseline, targets and actuals year by year. One without a year goes with the only year there is. */
export function slotsOf(entries: readonly SubmittedKpi[]): Slot[] {
  return PARTS.flatMap((part): Slot[] => {
    const all = entries.flatMap((kpi) => datedOf(kpi, part).map((dated) => ({ ...dated, kpi })));
    const years = [...new Set(all.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => a - b);
    if (years.length < 2) return [{ label: labelOf(part, years[0] ?? null), values: firstOfEach(all) }];
    return years.map((year) => ({
      label: labelOf(part, year),
      values: firstOfEach(all.filter((dated) => dated.year === year)),
    }));
  }).filter(({ values }) => values.length > 1);
}

const labelOf = (part: Part, year: number | null): string =>
  year === null ? LABELS[part] : `${yearName(year)}の${LABELS[part]}`;

function firstOfEach(all: readonly (Dated & { readonly kpi: SubmittedKpi })[]): SlotValue[] {
  const seen = new Set<SubmittedKpi>();
  return all.flatMap(({ kpi, value }) => {
    if (seen.has(kpi)) return [];
    seen.add(kpi);
    return [{ kpi, value }];
  });
}

export function placeOf({ kpi, value }: SlotValue, text: string): CrossPlace {
  const { file, sheet } = kpi;
  return { file, sheet, row: value.cell?.row ?? kpi.row, column: value.cell?.column ?? kpi.column, text };
}

/** The place of an entry as a whole: the cell of its name. */
export const namePlace = ({ file, sheet, row, column }: SubmittedKpi, text: string): CrossPlace => ({
  file,
  sheet,
  row,
  column,
  text,
});
