/** Looks of cells: an entry is added to styles.xml where none looks as wanted; what stands there stays. */
import { builtinId } from "../../src/xlsx/builtin";
import { numberFormats } from "../../src/xlsx/styles";
import type { XlsxBook } from "../../src/xlsx/types";
import { parseXml } from "../../src/xlsx/xml";
import { borderXml, fillXml, fontXml, sameBorder, sameFont } from "./look-xml";
import type { SavePackage } from "./package";
import { attribute, childNamed, encode, indexXml, type Node, outer, rawAttributes, Splices } from "./tree";
import type { CellStyle } from "./types";

const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
/** First number for formats that a file spells out (ECMA-376 part 1, 18.8.30). */
const FIRST_FORMAT = 164;

const emptyStyles = (namespace: string) =>
  `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

type ListName = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs";

/** One list of the style sheet with what is added to it. */
class StyleList {
  readonly added: string[] = [];

  constructor(
    readonly node: Node | undefined,
    private readonly xml: string,
  ) {}

  item(index: number): Node | undefined {
    return this.node?.children[index];
  }

  get count(): number {
    return (this.node?.children.length ?? 0) + this.added.length;
  }

  /** Index of an entry with that XML. */
  add(entry: string): number {
    const known = this.added.indexOf(entry);
    const base = this.node?.children.length ?? 0;
    if (known >= 0) return base + known;
    const old = this.node?.children.findIndex((child) => outer(this.xml, child) === entry) ?? -1;
    if (old >= 0) return old;
    this.added.push(entry);
    return base + this.added.length - 1;
  }
}

export class StyleSheet {
  private readonly part: string;
  private readonly xml: string;
  private readonly root: Node;
  private readonly lists: Readonly<Record<ListName, StyleList>>;
  private readonly formats: Map<number, string>;
  private readonly known = new Map<string, number>();

  constructor(
    private readonly file: SavePackage,
    private readonly book: XlsxBook,
    namespace: string,
  ) {
    const part = file.linked(file.workbookPart, "styles");
    if (part === undefined) {
      this.part = file.freeName("xl/styles{}.xml").replace("styles1.xml", "styles.xml");
      this.xml = emptyStyles(namespace);
    } else {
      this.part = part;
      this.xml = file.text(part);
    }
    this.root = indexXml(this.xml);
    const list = (name: ListName) => new StyleList(childNamed(this.root, name), this.xml);
    this.lists = {
      numFmts: list("numFmts"),
      fonts: list("fonts"),
      fills: list("fills"),
      borders: list("borders"),
      cellXfs: list("cellXfs"),
    };
    this.formats = numberFormats(parseXml(this.xml, this.part));
  }

  /** Entry that looks as `wanted`, made from entry `from`: what does not differ stays as the file has it. */
  restyle(from: number, wanted: CellStyle): number {
    const key = `${from} ${JSON.stringify(wanted)}`;
    let index = this.known.get(key);
    if (index === undefined) this.known.set(key, (index = this.make(from, wanted)));
    return index;
  }

  private make(from: number, wanted: CellStyle): number {
    const current = this.book.styles[from] ?? this.book.styles[0];
    const node = this.lists.cellXfs.item(from) ?? this.lists.cellXfs.item(0);
    const attributes = new Map(node ? rawAttributes(this.xml, node) : []);
    const before = JSON.stringify([...attributes]);
    const p = this.root.prefix;
    const set = (name: string, value: number, apply: string) => {
      attributes.set(name, String(value));
      attributes.set(apply, "1");
    };
    const id = (name: string) => Number(attributes.get(name) ?? 0);
    if (!current || wanted.numberFormat !== current.numberFormat)
      set("numFmtId", this.formatId(wanted.numberFormat), "applyNumberFormat");
    if (!current || !sameFont(wanted.font, current.font)) {
      const xml = fontXml(this.xml, this.lists.fonts.item(id("fontId")), current?.font, wanted.font, p);
      set("fontId", this.lists.fonts.add(xml), "applyFont");
    }
    if (!current || wanted.fill !== current.fill)
      set("fillId", wanted.fill === null ? 0 : this.lists.fills.add(fillXml(wanted.fill, p)), "applyFill");
    if (!current || !sameBorder(wanted.border, current.border)) {
      const xml = borderXml(this.xml, this.lists.borders.item(id("borderId")), current?.border, wanted.border, p);
      set("borderId", this.lists.borders.add(xml), "applyBorder");
    }
    const child = (name: string) => childNamed(node, name);
    const alignment = this.child("alignment", child("alignment"), current, wanted, ALIGNMENT);
    const protection = this.child("protection", child("protection"), current, wanted, PROTECTION);
    if (alignment.changed) attributes.set("applyAlignment", "1");
    if (protection.changed) attributes.set("applyProtection", "1");
    if (before === JSON.stringify([...attributes]) && !alignment.changed && !protection.changed) return from;
    const rest = (node?.children ?? []).filter((c) => c.name !== "alignment" && c.name !== "protection");
    const inside = alignment.xml + protection.xml + rest.map((c) => outer(this.xml, c)).join("");
    const tag = `${p}xf${[...attributes].map(([name, value]) => ` ${name}="${value}"`).join("")}`;
    return this.lists.cellXfs.add(inside === "" ? `<${tag}/>` : `<${tag}>${inside}</${p}xf>`);
  }

  private formatId(format: string): number {
    const builtin = builtinId(format);
    if (builtin !== null) return builtin;
    for (const [id, known] of this.formats) if (known === format) return id;
    const id = Math.max(FIRST_FORMAT - 1, ...this.formats.keys()) + 1;
    this.formats.set(id, format);
    this.lists.numFmts.add(`<${this.root.prefix}numFmt numFmtId="${id}" formatCode="${encode(format)}"/>`);
    return id;
  }

  /** alignment or protection of an entry: its own attributes with those that differ replaced. */
  private child(
    name: string,
    node: Node | undefined,
    current: CellStyle | undefined,
    wanted: CellStyle,
    table: readonly AttributeOf[],
  ): { xml: string; changed: boolean } {
    const attributes = new Map(node ? rawAttributes(this.xml, node) : []);
    let changed = false;
    for (const [attributeName, value] of table) {
      if (current && value(wanted) === value(current)) continue;
      const text = value(wanted);
      if (text === null && !attributes.has(attributeName)) continue;
      changed = true;
      if (text === null) attributes.delete(attributeName);
      else attributes.set(attributeName, text);
    }
    if (attributes.size === 0) return { xml: "", changed };
    const written = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join("");
    return { xml: `<${this.root.prefix}${name}${written}/>`, changed };
  }

  /** Writes what was added; a style sheet that nothing was added to keeps its bytes. */
  finish(): void {
    const added = Object.values(this.lists).some((list) => list.added.length > 0);
    if (!added) return;
    const splices = new Splices(this.xml);
    for (const [name, list] of Object.entries(this.lists)) {
      if (list.added.length === 0) continue;
      const { node } = list;
      const p = this.root.prefix;
      const count = String(list.count);
      if (!node) {
        // Only numFmts may be absent; they come first.
        splices.insert(this.root.openEnd, `<${p}${name} count="${count}">${list.added.join("")}</${p}${name}>`);
        continue;
      }
      if (attribute(this.xml, node, "count") !== undefined) splices.setAttribute(node, "count", count);
      splices.append(node, list.added.join(""));
    }
    if (this.file.has(this.part)) return this.file.write(this.part, splices.apply());
    this.file.add(this.part, CONTENT_TYPE, splices.apply());
    this.file.addLink(this.file.workbookPart, this.file.officeType("styles"), this.part);
  }
}

type AttributeOf = readonly [name: string, value: (style: CellStyle) => string | null];

const on = (value: boolean) => (value ? "1" : null);
const ALIGNMENT: readonly AttributeOf[] = [
  ["horizontal", (s) => s.horizontal],
  ["vertical", (s) => s.vertical],
  ["textRotation", (s) => (s.rotation === 0 ? null : String(s.rotation))],
  ["wrapText", (s) => on(s.wrapText)],
  ["indent", (s) => (s.indent === 0 ? null : String(s.indent))],
  ["shrinkToFit", (s) => on(s.shrinkToFit)],
];
const PROTECTION: readonly AttributeOf[] = [
  ["locked", (s) => (s.locked ? null : "0")],
  ["hidden", (s) => on(s.formulaHidden)],
];
