/**
 * Colours, fonts and sizes of the pane: Fluent's tokens, chosen by the theme of Office. Nothing else in the pane
 * names a colour.
 */
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

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
