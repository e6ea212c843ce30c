/** styles.xml → cell formats with fonts, fills, borders and number formats resolved. */
import { type ColorResolver } from "./colors";
import { builtinFormat } from "./builtin";
import type { BorderLine, BorderStyle, CellStyle, FontStyle } from "./types";
import { child, children, flag, numberOf, type XmlElement } from "./xml";

const DEFAULT_FONT: FontStyle = {
  name: "游ゴシック",
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  color: null,
};
const NO_BORDER: BorderStyle = { left: null, right: null, top: null, bottom: null };

/** What a cell looks like in a book without styles. */
export const DEFAULT_STYLE: CellStyle = {
  numberFormat: "General",
  font: DEFAULT_FONT,
  fill: null,
  border: NO_BORDER,
  horizontal: null,
  vertical: null,
  wrapText: false,
  shrinkToFit: false,
  indent: 0,
  rotation: 0,
  locked: true,
  formulaHidden: false,
};

/** The cell formats (cellXfs) of a style sheet; one default entry where there is none. */
export function readStyles(root: XmlElement | undefined, color: ColorResolver): CellStyle[] {
  const formats = numberFormats(root);
  const fonts = children(child(root, "fonts"), "font").map((font) => readFont(font, color));
  const fills = children(child(root, "fills"), "fill").map((fill) => readFill(fill, color));
  const borders = children(child(root, "borders"), "border").map((border) => readBorder(border, color));
  const styles = children(child(root, "cellXfs"), "xf").map((xf): CellStyle => {
    const alignment = child(xf, "alignment")?.attributes ?? {};
    const protection = child(xf, "protection")?.attributes ?? {};
    const { numFmtId, fontId, fillId, borderId } = xf.attributes;
    const format = Number(numFmtId ?? 0);
    return {
      numberFormat: formats.get(format) ?? builtinFormat(format),
      font: fonts[Number(fontId ?? 0)] ?? fonts[0] ?? DEFAULT_FONT,
      fill: fills[Number(fillId ?? 0)] ?? null,
      border: borders[Number(borderId ?? 0)] ?? NO_BORDER,
      horizontal: alignment.horizontal ?? null,
      vertical: alignment.vertical ?? null,
      wrapText: flag(alignment.wrapText, false),
      shrinkToFit: flag(alignment.shrinkToFit, false),
      indent: numberOf(alignment.indent) ?? 0,
      rotation: numberOf(alignment.textRotation) ?? 0,
      locked: flag(protection.locked, true),
      formulaHidden: flag(protection.hidden, false),
    };
  });
  return styles.length > 0 ? styles : [DEFAULT_STYLE];
}

/** The number formats that the file spells out, by their id. */
export function numberFormats(root: XmlElement | undefined): Map<number, string> {
  return new Map(
    children(child(root, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "General",
    ]),
  );
}

function readFont(font: XmlElement, color: ColorResolver): FontStyle {
  const value = (name: string) => child(font, name)?.attributes.val;
  const on = (name: string) => {
    const element = child(font, name);
    return element !== undefined && flag(element.attributes.val, true);
  };
  return {
    name: value("name") ?? value("rFont") ?? DEFAULT_FONT.name,
    size: numberOf(value("sz")) ?? DEFAULT_FONT.size,
    bold: on("b"),
    italic: on("i"),
    underline: child(font, "u") !== undefined && value("u") !== "none",
    strike: on("strike"),
    color: color(child(font, "color")?.attributes),
  };
}

function readFill(fill: XmlElement, color: ColorResolver): string | null {
  const pattern = child(fill, "patternFill");
  if (!pattern) return color(child(child(fill, "gradientFill"), "stop")?.children[0]?.attributes);
  const kind = pattern.attributes.patternType ?? "none";
  if (kind === "none") return null;
  return color(child(pattern, "fgColor")?.attributes);
}

function readBorder(border: XmlElement, color: ColorResolver): BorderStyle {
  const line = (...names: string[]): BorderLine | null => {
    const element = names.map((name) => child(border, name)).find((e) => e !== undefined);
    const style = element?.attributes.style ?? "none";
    return style === "none" ? null : { style, color: color(child(element, "color")?.attributes) };
  };
  return { left: line("left", "start"), right: line("right", "end"), top: line("top"), bottom: line("bottom") };
}
