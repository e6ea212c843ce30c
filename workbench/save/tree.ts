/**
 * XML with positions: find an element, change it, leave every other character as it is.
 * The text was read by a real parser before; here only places are needed.
 */

export interface Node {
  /** Without its prefix. */
  readonly name: string;
  /** "x:" or "". */
  readonly prefix: string;
  readonly start: number;
  /** After the ">" of the opening tag. */
  openEnd: number;
  /** Before "</"; equal to `openEnd` for an element that closes itself. */
  closeStart: number;
  end: number;
  readonly selfClosing: boolean;
  readonly children: Node[];
}

const TAG =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<![^>]*>|<(\/?)([\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Tree of the elements of a well-formed text. @param opaque names of elements whose inside is not looked at */
export function indexXml(xml: string, opaque: ReadonlySet<string> = new Set()): Node {
  const stack: Node[] = [];
  let root: Node | null = null;
  for (const match of xml.matchAll(TAG)) {
    const [tag, slash, prefix = "", name, , empty] = match;
    if (name === undefined) continue;
    const start = match.index;
    const end = start + tag.length;
    const top = stack[stack.length - 1];
    if (slash) {
      if (!top || top.name !== name) continue;
      top.closeStart = start;
      top.end = end;
      stack.pop();
      continue;
    }
    if (top && opaque.has(top.name)) {
      continue;
    }
    const node: Node = {
      name,
      prefix,
      start,
      openEnd: end,
      closeStart: end,
      end,
      selfClosing: empty === "/",
      children: [],
    };
    top?.children.push(node);
    root ??= node;
    if (!node.selfClosing) stack.push(node);
  }
  if (!root) throw new Error("no element");
  return root;
}

export const childNamed = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((c) => c.name === name);

/** All elements of that name under a node. */
export function under(node: Node | undefined, name: string): Node[] {
  return (node?.children ?? []).flatMap((c) => [...(c.name === name ? [c] : []), ...under(c, name)]);
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Attribute by its name with prefix; undefined where there is none. */
export function attribute(xml: string, node: Node, name: string): string | undefined {
  for (const match of xml.slice(node.start, node.openEnd).matchAll(ATTRIBUTE)) {
    if (match[1] === name) return decode(match[2] ?? match[3] ?? "");
  }
  return undefined;
}

/** Attributes in the order of the file, values as they are written. */
export function rawAttributes(xml: string, node: Node): [name: string, value: string][] {
  return [...xml.slice(node.start, node.openEnd).matchAll(ATTRIBUTE)].map((m) => [
    m[1] as string,
    (m[2] ?? m[3] ?? "").replace(/"/g, "&quot;"),
  ]);
}

/** Relationship id of an element, whatever its prefix is. */
export function relationshipIdOf(xml: string, node: Node): string | undefined {
  return rawAttributes(xml, node).find(([name]) => /:id$/.test(name))?.[1];
}

export const inner = (xml: string, node: Node): string => xml.slice(node.openEnd, node.closeStart);
export const outer = (xml: string, node: Node): string => xml.slice(node.start, node.end);

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text of attributes and elements as it is meant. */
export function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, dec?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (dec !== undefined) return String.fromCodePoint(Number(dec));
    return NAMED[name ?? ""] ?? whole;
  });
}

/** Text as it stands between tags or inside double quotes. */
export function encode(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#13;")
    .replace(/\n/g, "&#10;")
    .replace(/\t/g, "&#9;");
}

/** Cell text between tags: what XML cannot hold is written `_x0007_` (ECMA-376 part 1, 22.9.2.19). */
export function encodeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, hexEscape)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, hexEscape)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes to one text, applied together. */
export class Splices {
  private readonly list: Splice[] = [];

  constructor(private readonly xml: string) {}

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Adds inside an element, at its end. */
  append(node: Node, text: string): void {
    if (!node.selfClosing) this.insert(node.closeStart, text);
    else this.replace(node.openEnd - 2, node.openEnd, `>${text}</${node.prefix}${node.name}>`);
  }

  /** null removes the attribute. An element that closes itself may be given either attributes or children, not both. */
  setAttribute(node: Node, name: string, value: string | null): void {
    const tag = this.xml.slice(node.start, node.openEnd);
    const match = new RegExp(`\\s${name.replace(".", "\\.")}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(tag);
    const written = value === null ? "" : ` ${name}="${encode(value)}"`;
    if (match) {
      const start = node.start + match.index;
      if (match[0] !== written) this.replace(start, start + match[0].length, written);
    } else if (written !== "") this.insert(node.openEnd - (node.selfClosing ? 2 : 1), written);
  }

  /** The text with all changes; changes at one place keep their order. */
  apply(): string {
    // What is put in front of an element comes before the element's own change.
    const rank = (s: Splice) => (s.end > s.start ? 1 : 0);
    const ordered = [...this.list].sort((a, b) => a.start - b.start || rank(a) - rank(b));
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of ordered) {
      if (start < at) throw new Error(`overlapping changes at ${start}`);
      pieces.push(this.xml.slice(at, start), text);
      at = end;
    }
    pieces.push(this.xml.slice(at));
    return pieces.join("");
  }
}
