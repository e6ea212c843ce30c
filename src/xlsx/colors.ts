/** Colours of a workbook: direct, indexed, or of the theme with a tint (ECMA-376 part 1, 18.3.1.15 and 18.8.27). */
import type { Attributes, XmlElement } from "./xml";
import { child, children, numberOf } from "./xml";

/** Colour of an element like `<color rgb= theme= indexed= tint=>` → "#RRGGBB"; null: automatic. */
export type ColorResolver = (attributes: Attributes | undefined) => string | null;

/** Order in which cells count the theme's colours: light before dark, against the order of the theme part. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];
/** The theme of Office, for books without one. */
const OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47".split(" ");

/** Entries 8 to 63; 0 to 7 repeat the first eight. */
const INDEXED =
  `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0
  808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
  00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366
  339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);

/** Resolver for a book with this theme part and this list of indexed colours (both may be absent). */
export function colorResolver(theme: XmlElement | undefined, palette: XmlElement | undefined): ColorResolver {
  const scheme = child(child(theme, "themeElements"), "clrScheme");
  const themeColors = THEME_ORDER.map((name, i) => themeColor(child(scheme, name)) ?? (OFFICE_THEME[i] as string));
  const own = children(palette, "rgbColor").map((c) => (c.attributes.rgb ?? "").slice(-6));
  return (attributes) => {
    if (!attributes) return null;
    const { rgb, theme: themeIndex, indexed } = attributes;
    const index = numberOf(indexed);
    let base: string | undefined;
    if (rgb !== undefined && /^(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(rgb)) base = rgb.slice(-6).toUpperCase();
    else if (themeIndex !== undefined) base = themeColors[Number(themeIndex)];
    else if (index !== null) base = own[index] ?? INDEXED[index < 8 ? index : index - 8];
    return base === undefined ? null : `#${tinted(base, numberOf(attributes.tint) ?? 0)}`;
  };
}

function themeColor(slot: XmlElement | undefined): string | null {
  const color = slot?.children[0];
  const value = color?.name === "sysClr" ? color.attributes.lastClr : color?.attributes.val;
  return value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value) ? value.toUpperCase() : null;
}

/** Lightness moved towards white (tint > 0) or black (tint < 0). */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb;
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(rgb.slice(i, i + 2), 16) / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const lightness = (max + min) / 2;
  const spread = max - min;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const hue =
    spread === 0 ? 0 : max === r ? ((g - b) / spread + 6) % 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const second = chroma * (1 - Math.abs((hue % 2) - 1));
  const sector = Math.floor(hue) % 6;
  const mixes = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  return (mixes[sector] as number[])
    .map((part) =>
      Math.round((part + moved - chroma / 2) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase();
}
