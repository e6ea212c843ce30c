/** A preset is written as the table a city would print; the reader of rubric tables makes the bands from it. */
import { buildBands } from "../bands";
import type { Measure, Rubric } from "../types";

/** [grade, condition, description, points] */
export type PresetRow = readonly [string, string, string, (number | null)?];

export interface Preset extends Partial<Omit<Rubric, "bands">> {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly rows: readonly PresetRow[];
  /** The rate that bare percents mean; 変化率 unless given. */
  readonly rate?: Measure;
}

/** Throws where a condition cannot be read: a preset with such a line is a bug. */
export function preset({ rows, rate = "changeRate", ...rest }: Preset): Rubric {
  const lines = rows.map(([grade, condition, description, points]) => ({
    grade,
    condition,
    description,
    points: points ?? null,
  }));
  const { bands, unread, expected } = buildBands(lines, rate);
  if (unread.length > 0) throw new Error(`${rest.name}: ${unread.map((row) => row.condition).join(", ")}`);
  return {
    noActualGrade: bands.find((band) => band.measure === "noActual")?.grade ?? "―",
    compareWith: "final",
    missingActual: "grade",
    forecastMayMeetTarget: !bands.some((band) => band.forecast),
    percentAs: "relative",
    floor: null,
    cap: null,
    tolerance: null,
    usesExpected: expected,
    ...rest,
    bands,
  };
}
