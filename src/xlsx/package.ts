/** The zip package around a workbook: its parts, and which part refers to which. */
import { unzipSync, type UnzipFileInfo } from "fflate";
import { XlsxError } from "./types";
import { children, decodeXml, parseXml } from "./xml";

/** Total size after unpacking that a workbook of this field never reaches. */
export const MAX_BYTES = 512 * 1024 * 1024;
/** Longest text that every JavaScript engine can hold. */
const MAX_PART_BYTES = 400 * 1024 * 1024;
const MAX_PARTS = 20_000;

export interface Relationship {
  readonly id: string;
  /** Last word of the type: "worksheet", "styles" (the same for transitional and strict files). */
  readonly type: string;
  /** Part name; the address as it is for an external target. */
  readonly target: string;
  readonly external: boolean;
}

export interface XlsxPackage {
  /** Part names as in the file. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Text of a part; null where there is none. Upper and lower case do not matter. */
  text(part: string): string | null;
  has(part: string): boolean;
  /** What a part refers to; "" for the package itself. */
  relationships(part: string): readonly Relationship[];
  /** Part name of the workbook. */
  readonly workbookPart: string;
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** Opens the package and finds the workbook in it. Throws XlsxError. */
export function openPackage(bytes: Uint8Array, maxBytes = MAX_BYTES): XlsxPackage {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const encrypted = includesUtf16(bytes, "EncryptedPackage") || includesUtf16(bytes, "EncryptionInfo");
    throw new XlsxError(encrypted ? "encrypted" : "notXlsx", "compound file");
  }
  if (!startsWith(bytes, 0x50, 0x4b, 3, 4) && !startsWith(bytes, 0x50, 0x4b, 5, 6))
    throw new XlsxError("notXlsx", "not a zip file");
  const parts = unzip(bytes, maxBytes);
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const find = (part: string) => parts.get(part) ?? parts.get(names.get(part.toLowerCase()) ?? "");
  const text = (part: string) => {
    const found = find(part);
    return found ? decodeXml(found) : null;
  };
  const cache = new Map<string, readonly Relationship[]>();
  const relationships = (part: string) => {
    let found = cache.get(part);
    if (!found) cache.set(part, (found = readRelationships(part, text(relationshipsPart(part)))));
    return found;
  };
  const workbookPart =
    relationships("").find((r) => r.type === "officeDocument" && find(r.target))?.target ?? "xl/workbook.xml";
  const workbook = text(workbookPart);
  if (workbook === null) throw new XlsxError("notXlsx", "no workbook inside");
  if (!/\.xml$/i.test(workbookPart)) throw new XlsxError("notXlsx", `workbook is ${workbookPart}`);
  return { parts, text, has: (part) => find(part) !== undefined, relationships, workbookPart };
}

function unzip(bytes: Uint8Array, maxBytes: number): Map<string, Uint8Array> {
  let total = 0;
  let count = 0;
  const filter = (file: UnzipFileInfo) => {
    if (file.name.endsWith("/")) return false;
    total += file.originalSize;
    count += 1;
    if (total > maxBytes || file.originalSize > MAX_PART_BYTES || count > MAX_PARTS) {
      throw new XlsxError("tooLarge", `${count} parts, ${total} bytes`);
    }
    return true;
  };
  let files: Record<string, Uint8Array>;
  try {
    // The buffers have the declared sizes: an archive that inflates to more than it says cannot fill the memory.
    files = unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof XlsxError) throw error;
    throw new XlsxError("damaged", `zip: ${error instanceof Error ? error.message : String(error)}`);
  }
  return new Map(Object.entries(files).map(([name, data]) => [name.replace(/\\/g, "/").replace(/^\//, ""), data]));
}

/** Names of streams in a compound file are UTF-16. */
function includesUtf16(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  outer: for (let at = bytes.indexOf(codes[0] as number); at >= 0; at = bytes.indexOf(codes[0] as number, at + 1)) {
    for (let i = 1; i < codes.length; i++) if (bytes[at + i] !== codes[i]) continue outer;
    return true;
  }
  return false;
}

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function readRelationships(part: string, xml: string | null): Relationship[] {
  if (xml === null) return [];
  return children(parseXml(xml, relationshipsPart(part)), "Relationship").map(({ attributes }) => {
    const external = attributes.TargetMode === "External";
    const target = attributes.Target ?? "";
    return {
      id: attributes.Id ?? "",
      type: (attributes.Type ?? "").replace(/^.*\//, ""),
      target: external ? target : resolveTarget(part, target),
      external,
    };
  });
}

/** A target relative to the part that names it, or absolute with a leading slash → part name. */
export function resolveTarget(part: string, target: string): string {
  const path = target.startsWith("/") ? target : part.slice(0, part.lastIndexOf("/") + 1) + target;
  const steps: string[] = [];
  for (const step of path.replace(/\\/g, "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
