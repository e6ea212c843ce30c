/**
 * XML of a package: by local names, because writers choose their prefixes (`x:row`, strict namespaces).
 * Small parts become a tree; worksheets are walked.
 */
import { SaxesParser } from "saxes";
import { XlsxError } from "./types";

/** Attributes by the name in the file. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlElement[];
  /** Its own text, without its children's. */
  readonly text: string;
}

/** Name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Bytes of a part → text, by its byte order mark (UTF-8 where there is none). */
export function decodeXml(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff;
  if (utf16) return new TextDecoder(utf16 === true ? "utf-16be" : utf16).decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

/** Walks the elements of a part. Throws XlsxError "damaged" where it is not well-formed. */
export function walkXml(xml: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw new XlsxError("damaged", `${part}: ${error.message}`);
  });
  parser.on("opentag", (tag) => handler.open(localName(tag.name), tag.attributes));
  parser.on("closetag", (tag) => handler.close(localName(tag.name)));
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  // In slices: the parser copies what it is given.
  const slice = 1 << 20;
  for (let at = 0; at < xml.length; at += slice) parser.write(xml.slice(at, at + slice));
  parser.close();
}

interface OpenElement {
  name: string;
  attributes: Attributes;
  children: XmlElement[];
  text: string;
}

/** Collects elements into trees; hand it the events of a walk. */
export class TreeBuilder implements XmlHandler {
  private readonly stack: OpenElement[] = [];
  /** The last outermost element that was closed. */
  root: XmlElement | null = null;

  open(name: string, attributes: Attributes): void {
    this.stack.push({ name, attributes, children: [], text: "" });
  }

  close(): void {
    const element = this.stack.pop();
    if (!element) return;
    const parent = this.stack[this.stack.length - 1];
    if (parent) parent.children.push(element);
    else this.root = element;
  }

  text(text: string): void {
    const element = this.stack[this.stack.length - 1];
    if (element) element.text += text;
  }
}

/** A small part as a tree. */
export function parseXml(xml: string, part: string): XmlElement {
  const builder = new TreeBuilder();
  walkXml(xml, part, builder);
  if (!builder.root) throw new XlsxError("damaged", `${part}: no root element`);
  return builder.root;
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((c) => c.name === name);
}

/** All children of that name. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((c) => c.name === name) ?? [];
}

/** All descendants of that name, in document order. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const c of element?.children ?? []) {
    if (c.name === name) found.push(c);
    found.push(...descendants(c, name));
  }
  return found;
}

/** `r:id`, whatever the prefix is. */
export function relationshipId(attributes: Attributes): string {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.includes(":") && localName(name) === "id") return value;
  }
  return "";
}

/** xsd:boolean; `fallback` where the attribute is absent. */
export function flag(value: string | undefined, fallback: boolean): boolean {
  if (value === undefined) return fallback;
  return value === "1" || value === "true" || value === "on" || value === "t";
}

/** A finite number; null where there is none. */
export function numberOf(value: string | undefined): number | null {
  if (value === undefined || value.trim() === "") return null;
  const n = Number(value);
  return Number.isFinite(n) ? n : null;
}

/** Characters that XML cannot hold are written `_x000D_` in strings (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
