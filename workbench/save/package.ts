/** The package while it is being saved: parts to be written, relationships and content types to be added. */
import { strToU8, zipSync } from "fflate";
import { openPackage, relationshipsPart, resolveTarget, type XlsxPackage } from "../../src/xlsx/package";
import { attribute, indexXml, Splices } from "./tree";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES = "[Content_Types].xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The same bytes for the same content: a zip entry carries no clock. */
const EPOCH = new Date(1980, 0, 1);

export interface Link {
  readonly id: string;
  /** Full type. */
  readonly type: string;
  /** Part name; the address for an external target. */
  readonly target: string;
}

export class SavePackage {
  private readonly file: XlsxPackage;
  private readonly written = new Map<string, string>();
  private readonly removed = new Set<string>();

  constructor(original: Uint8Array) {
    this.file = openPackage(original);
  }

  get workbookPart(): string {
    return this.file.workbookPart;
  }

  has(part: string): boolean {
    return !this.removed.has(part) && (this.written.has(part) || this.file.has(part));
  }

  /** Text of a part as it is to be saved. @throws Error for a part that is not there */
  text(part: string): string {
    const text = this.written.get(part) ?? (this.removed.has(part) ? null : this.file.text(part));
    if (text === null) throw new Error(`no part ${part}`);
    return text;
  }

  write(part: string, xml: string): void {
    this.removed.delete(part);
    this.written.set(part, xml);
  }

  /** Changes a part; one without changes keeps its bytes. */
  edit(part: string, change: (xml: string, splices: Splices) => void): void {
    const xml = this.text(part);
    const splices = new Splices(xml);
    change(xml, splices);
    if (!splices.isEmpty) this.write(part, splices.apply());
  }

  /** Names of all parts. */
  *parts(): Generator<string> {
    for (const part of this.file.parts.keys()) if (!this.removed.has(part)) yield part;
    for (const part of this.written.keys()) if (!this.file.parts.has(part)) yield part;
  }

  /** "xl/worksheets/sheet{}.xml" → the first such name that is free. */
  freeName(pattern: string): string {
    const taken = new Set([...this.parts()].map((part) => part.toLowerCase()));
    for (let n = 1; ; n++) {
      const name = pattern.replace("{}", String(n));
      if (!taken.has(name.toLowerCase())) return name;
    }
  }

  /** What a part refers to ("" is the package itself). */
  links(part: string): Link[] {
    const rels = relationshipsPart(part);
    if (!this.has(rels)) return [];
    const xml = this.text(rels);
    return indexXml(xml).children.map((node) => {
      const target = attribute(xml, node, "Target") ?? "";
      const external = attribute(xml, node, "TargetMode") === "External";
      return {
        id: attribute(xml, node, "Id") ?? "",
        type: attribute(xml, node, "Type") ?? "",
        target: external ? target : resolveTarget(part, target),
      };
    });
  }

  /** First part that `part` refers to with that kind ("styles"). */
  linked(part: string, kind: string): string | undefined {
    return this.links(part).find((link) => link.type.endsWith(`/${kind}`) && this.has(link.target))?.target;
  }

  /** Full relationship type in the dialect of the file (transitional or strict). */
  officeType(kind: string): string {
    const known = this.links(this.workbookPart).find((link) => /\/(worksheet|styles|theme)$/.test(link.type));
    return `${known?.type.replace(/\/\w+$/, "") ?? "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}/${kind}`;
  }

  /** Namespace of relationship attributes, "r:id". */
  officeNamespace(): string {
    return this.officeType("").replace(/\/$/, "");
  }

  /** @returns the new relationship's id */
  addLink(part: string, type: string, target: string): string {
    const rels = relationshipsPart(part);
    const ids = new Set(this.links(part).map((link) => link.id));
    let n = ids.size + 1;
    while (ids.has(`rId${n}`)) n += 1;
    const id = `rId${n}`;
    const item = `Relationship Id="${id}" Type="${type}" Target="${part === "" ? target : `/${target}`}"/>`;
    if (!this.has(rels)) this.write(rels, `${HEAD}<Relationships xmlns="${RELATIONSHIPS}"><${item}</Relationships>`);
    else
      this.edit(rels, (xml, splices) => {
        const root = indexXml(xml);
        splices.append(root, `<${root.prefix}${item}`);
      });
    return id;
  }

  removeLinks(part: string, gone: (link: Link) => boolean): void {
    const rels = relationshipsPart(part);
    if (!this.has(rels)) return;
    const ids = new Set(
      this.links(part)
        .filter(gone)
        .map((link) => link.id),
    );
    this.edit(rels, (xml, splices) => {
      for (const node of indexXml(xml).children) {
        if (ids.has(attribute(xml, node, "Id") ?? "")) splices.replace(node.start, node.end, "");
      }
    });
  }

  /** Adds a new part with its content type. */
  add(part: string, contentType: string, xml: string): void {
    this.write(part, HEAD + xml);
    this.edit(CONTENT_TYPES, (types, splices) => {
      const root = indexXml(types);
      splices.append(root, `<${root.prefix}Override PartName="/${part}" ContentType="${contentType}"/>`);
    });
  }

  /** Takes a part out, with its relationships and every part that only it refers to. */
  remove(part: string): void {
    if (!this.has(part)) return;
    const targets = this.links(part).map((link) => link.target);
    this.removed.add(part);
    this.removed.add(relationshipsPart(part));
    this.written.delete(part);
    this.written.delete(relationshipsPart(part));
    this.edit(CONTENT_TYPES, (types, splices) => {
      for (const node of indexXml(types).children) {
        if (attribute(types, node, "PartName")?.toLowerCase() === `/${part}`.toLowerCase())
          splices.replace(node.start, node.end, "");
      }
    });
    const sources = [...this.parts()].filter((name) => name.endsWith(".rels"));
    const needed = new Set(
      sources.flatMap((rels) => this.links(rels.replace(/_rels\/([^/]*)\.rels$/, "$1")).map((l) => l.target)),
    );
    for (const target of targets) if (!needed.has(target)) this.remove(target);
  }

  bytes(): Uint8Array {
    const files: Record<string, Uint8Array> = {};
    for (const part of this.parts()) {
      const text = this.written.get(part);
      files[part] = text === undefined ? (this.file.parts.get(part) as Uint8Array) : strToU8(asUtf8(text));
    }
    return zipSync(files, { mtime: EPOCH, level: 6 });
  }
}

function asUtf8(xml: string): string {
  return xml.replace(/^(\uFEFF?<\?xml[^>]*encoding=["'])utf-16(["'])/i, "$1UTF-8$2");
}
