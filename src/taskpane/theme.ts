/**
 * Colours, fonts and sizes of the pane: Fluent's tokens, chosen by the theme of Office. Nothing else in the pane
 * names a colour.
 */
import { tokens, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { gradeOrder } from "../kpi/rubric";
import type { Rubric } from "../kpi/types";

/** Fonts that Japanese Windows, Mac and Linux have; the first one present wins. */
const JAPANESE_FONTS =
  "'Yu Gothic UI', 'Meiryo UI', Meiryo, 'Hiragino Sans', 'Hiragino Kaku Gothic ProN', 'Noto Sans JP', 'Noto Sans CJK JP', 'Segoe UI', sans-serif";

export type Shade = "light" | "dark";

/** The Fluent theme in the pane's fonts. High contrast needs none of its own: the system's colours replace ours. */
export function paneTheme(shade: Shade): Theme {
  return { ...(shade === "dark" ? webDarkTheme : webLightTheme), fontFamilyBase: JAPANESE_FONTS };
}

/**
 * @param background `officeTheme.bodyBackgroundColor`, "#rrggbb"; anything else is not understood
 * @returns the shade that fits it; null where the colour is not understood
 */
export function shadeOf(background: string | undefined): Shade | null {
  const m = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? "");
  if (!m) return null;
  const [r, g, b] = [m[1], m[2], m[3]].map((part) => parseInt(part as string, 16)) as [number, number, number];
  // Perceived brightness (ITU-R BT.601); Office's dark greys are far below the middle, its light ones far above.
  return 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
}

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
