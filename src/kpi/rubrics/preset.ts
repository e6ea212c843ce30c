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

/** Throws where a condition cannot be read: a preset with such a line is a bug. */
export function preset({ rows, rate = "changeRate", ...rest }: Preset): Rubric {
  const lines = rows.map(([grade, condition, description, points]) => ({
    grade,
    condition,
    description,
    points: points ?? null,
  }));
  const result = buildBands(lines, rate);
  if (result.unread.length > 0)
    throw new Error(`${rest.name}: ${result.unread.map((row) => row.condition).join(", ")}`);
  return { ...rubricOfBands(result), ...rest };
}
