/** 状況 of a group in words, by thresholds that are data: the first band whose least share is reached. */
import { compareRatio, decimal, ratio, type Ratio } from "../../kpi/decimal";
import type { Mean, MeanPoints, Share } from "../../kpi/rollup";
import { gradeOrder } from "../../kpi/rubric";
import type { Rubric } from "../../kpi/types";
import type { Settings } from "../settings";

export type StatusScale = NonNullable<Settings["rollupStatus"]>;
export type StatusMeasure = StatusScale["measure"];

/**
 * Scales to choose from; the user may change words and thresholds. The words are those of 旭市 and 宮城県, whose own
 * judgement follows no published thresholds; 80 % and 60 % are the marks that 宮城県, 長野県 and 多摩市 use for single KPIs.
 */
export const STATUS_SCALES: Readonly<Record<StatusMeasure, StatusScale>> = {
  points: {
    measure: "points",
    bands: [
      { word: "順調", min: "0.8" },
      { word: "概ね順調", min: "0.6" },
    ],
    otherwise: "停滞",
  },
  met: {
    measure: "met",
    bands: [
      { word: "順調", min: "0.8" },
      { word: "概ね順調", min: "0.6" },
    ],
    otherwise: "停滞",
  },
  rate: {
    measure: "rate",
    bands: [
      { word: "順調", min: "1" },
      { word: "概ね順調", min: "0.8" },
      { word: "やや遅れている", min: "0.6" },
    ],
    otherwise: "遅れている",
  },
};

export interface StatusFinding {
  readonly word: string;
  /** What it was measured by; the met share where the rubric has no points. */
  readonly measure: StatusMeasure;
  readonly share: Ratio;
  /** The bound that was reached; null for the word of all the rest. */
  readonly min: string | null;
  /** The bound just above, which was not reached. */
  readonly below: string | null;
}

export interface StatusInput {
  readonly rubric: Rubric | null;
  readonly points: MeanPoints | null;
  readonly met: Share;
  readonly mean: Mean;
}

/** Null where nothing is graded: no word is better than a wrong one. */
export function statusOf(input: StatusInput, stored: StatusScale | null): StatusFinding | null {
  const scale = scaleFor(input.rubric, stored);
  const measured = scale && shareOf(input, scale.measure);
  if (scale === null || measured === null) return null;
  const at = scale.bands.findIndex(({ min }) => compareRatio(measured, decimal(min)) >= 0);
  const band = scale.bands[at];
  return {
    word: band?.word ?? scale.otherwise,
    measure: scale.measure,
    share: measured,
    min: band?.min ?? null,
    below: (at < 0 ? scale.bands[scale.bands.length - 1] : scale.bands[at - 1])?.min ?? null,
  };
}

/** A rubric without points is measured by the share of targets met; points of different rubrics do not compare. */
export function scaleFor(rubric: Rubric | null, stored: StatusScale | null): StatusScale | null {
  const wanted = stored ?? STATUS_SCALES.points;
  if (wanted.measure !== "points") return wanted;
  if (rubric === null) return null;
  return fullPoints(rubric) === null ? { ...(stored ?? STATUS_SCALES.met), measure: "met" } : wanted;
}

/** The points of the best grade; null where the rubric has none. */
export function fullPoints(rubric: Rubric): number | null {
  const points = gradeOrder(rubric).map((grade) => rubric.bands.find((band) => band.grade === grade)?.points ?? null);
  return points.some((p) => p === null) || points.length === 0 ? null : Math.max(...(points as number[]));
}

function shareOf({ rubric, points, met, mean }: StatusInput, measure: StatusMeasure): Ratio | null {
  if (measure === "met") return met.share;
  if (measure === "rate") return mean.mean;
  const full = rubric === null ? null : fullPoints(rubric);
  const average = points?.mean ?? null;
  if (average === null || full === null || full <= 0) return null;
  const { numerator, denominator } = average;
  return ratio(numerator, { digits: denominator.digits * BigInt(full), scale: denominator.scale });
}
