/** A preset is written as the table a city would print; the reader of rubric tables makes the bands from it. */
import { buildBands, rubricOfBands } from "../bands";
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

/** A line whose condition cannot be read gives no band; a test sees to it that there is none. */
export function preset({ rows, rate = "changeRate", ...rest }: Preset): Rubric {
  const lines = rows.map(([grade, condition, description, points]) => ({
    grade,
    condition,
    description,
    points: points ?? null,
  }));
  return { ...rubricOfBands(buildBands(lines, rate)), ...rest };
}
