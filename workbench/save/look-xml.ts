/** Fonts, fills and borders as entries of a style sheet, made from the file's own by changing only what differs. */
import { childNamed, encode, type Node, outer, rawAttributes } from "./tree";
import type { BorderStyle, FontStyle } from "./types";

/** Automatic is black for lines and letters. */
const sameColor = (a: string | null, b: string | null) => (a ?? "#000000") === (b ?? "#000000");
const SIDES = ["left", "right", "top", "bottom"] as const;
/** Order in which Excel writes the parts of a font. */
const FONT_ORDER = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(
  " ",
);

export function sameFont(a: FontStyle, b: FontStyle): boolean {
  return (
    a.name === b.name &&
    a.size === b.size &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.strike === b.strike &&
    sameColor(a.color, b.color)
  );
}

export function sameBorder(a: BorderStyle, b: BorderStyle): boolean {
  return SIDES.every((side) => sameLine(a, b, side));
}

function sameLine(a: BorderStyle, b: BorderStyle, side: (typeof SIDES)[number]): boolean {
  const [x, y] = [a[side], b[side]];
  if (x === null || y === null) return x === y;
  return x.style === y.style && sameColor(x.color, y.color);
}

/** @param node the file's entry that the wanted one is made from */
export function fontXml(
  xml: string,
  node: Node | undefined,
  current: FontStyle | undefined,
  wanted: FontStyle,
  p: string,
): string {
  const parts = new Map((node?.children ?? []).map((child) => [child.name, outer(xml, child)]));
  const set = (name: string, value: string | null) => (value === null ? parts.delete(name) : parts.set(name, value));
  const toggle = (name: string, was: boolean | undefined, is: boolean) => {
    if (was !== is) set(name, is ? `<${p}${name}/>` : null);
  };
  toggle("b", current?.bold, wanted.bold);
  toggle("i", current?.italic, wanted.italic);
  toggle("strike", current?.strike, wanted.strike);
  toggle("u", current?.underline, wanted.underline);
  if (current?.size !== wanted.size) set("sz", `<${p}sz val="${wanted.size}"/>`);
  if (!current || !sameColor(current.color, wanted.color))
    set("color", wanted.color === null ? null : `<${p}color rgb="${argb(wanted.color)}"/>`);
  if (current?.name !== wanted.name) {
    set("name", `<${p}name val="${encode(wanted.name)}"/>`);
    // These belong to the old name: with them Excel would show the theme's font.
    for (const name of ["family", "charset", "scheme"]) set(name, null);
  }
  const rest = [...parts.keys()].filter((name) => !FONT_ORDER.includes(name));
  return `<${p}font>${[...FONT_ORDER, ...rest].map((name) => parts.get(name) ?? "").join("")}</${p}font>`;
}

export function fillXml(color: string, p: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(color)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

/** Diagonals and other attributes of the file's border stay. */
export function borderXml(
  xml: string,
  node: Node | undefined,
  current: BorderStyle | undefined,
  wanted: BorderStyle,
  p: string,
): string {
  const sides = SIDES.map((side) => {
    const old = childNamed(node, side) ?? childNamed(node, { left: "start", right: "end" }[side as string] ?? side);
    if (old && current && sameLine(current, wanted, side)) return outer(xml, old);
    const line = wanted[side];
    if (!line) return `<${p}${side}/>`;
    const color = line.color === null ? `<${p}color auto="1"/>` : `<${p}color rgb="${argb(line.color)}"/>`;
    return `<${p}${side} style="${line.style}">${color}</${p}${side}>`;
  });
  const known = new Set<string>([...SIDES, "start", "end"]);
  const rest = (node?.children ?? []).filter((child) => !known.has(child.name)).map((child) => outer(xml, child));
  const attributes = node ? rawAttributes(xml, node).map(([name, value]) => ` ${name}="${value}"`) : [];
  return `<${p}border${attributes.join("")}>${sides.join("")}${rest.join("")}</${p}border>`;
}

/** "#RRGGBB" → "FFRRGGBB". */
export function argb(color: string): string {
  return `FF${color.replace(/^#/, "").toUpperCase()}`;
}
