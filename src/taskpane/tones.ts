/** Colours of grades: Fluent's tokens by the grade's place in its rubric. */
import { tokens } from "@fluentui/react-components";
import { gradeOrder } from "../kpi/rubric";
import type { Rubric } from "../kpi/types";

/** A colour step of a grade, best to worst, and the one for 「―」. */
export type Tone = "best" | "good" | "fair" | "low" | "poor" | "none";

export interface ToneColours {
  readonly background: string;
  readonly foreground: string;
  readonly border: string;
}

/**
 * Pairs of the Fluent palette that keep 4.5 : 1 in light and dark (they swap roles). The two ends are solid, the middle
 * is tinted, 「―」 is hollow: so the order can be seen without colour.
 */
export const TONES: Readonly<Record<Tone, ToneColours>> = {
  best: {
    background: tokens.colorPaletteNavyForeground2,
    foreground: tokens.colorPaletteNavyBackground2,
    border: tokens.colorPaletteNavyForeground2,
  },
  good: {
    background: tokens.colorPaletteBlueBackground2,
    foreground: tokens.colorPaletteBlueForeground2,
    border: tokens.colorPaletteBlueBorderActive,
  },
  fair: {
    background: tokens.colorPaletteLightTealBackground2,
    foreground: tokens.colorPaletteLightTealForeground2,
    border: tokens.colorPaletteTealBorderActive,
  },
  low: {
    background: tokens.colorPaletteMarigoldBackground2,
    foreground: tokens.colorPaletteMarigoldForeground2,
    border: tokens.colorPaletteMarigoldBorderActive,
  },
  poor: {
    background: tokens.colorPalettePumpkinForeground2,
    foreground: tokens.colorPalettePumpkinBackground2,
    border: tokens.colorPalettePumpkinForeground2,
  },
  none: {
    background: "transparent",
    foreground: tokens.colorNeutralForeground2,
    border: tokens.colorNeutralStrokeAccessible,
  },
};

const SCALE: readonly Tone[] = ["best", "good", "fair", "low", "poor"];

/** The tone of a grade by its place in the rubric, spread over the scale; "none" for a grade the rubric does not know. */
export function toneOf(grade: string, rubric: Rubric): Tone {
  const grades = gradeOrder(rubric);
  const place = grades.indexOf(grade);
  if (place < 0) return "none";
  const step = grades.length === 1 ? 0 : Math.round((place * (SCALE.length - 1)) / (grades.length - 1));
  return SCALE[step] ?? "none";
}
