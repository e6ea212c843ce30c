/** Small .xlsx files written by hand, part by part. */
import { strToU8, zipSync } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Package {
  /** Inside of sheetData of the first sheet. */
  readonly rows?: string;
  /** After sheetData. */
  readonly tail?: string;
  /** Before sheetData. */
  readonly head?: string;
  /** Inside of sst. */
  readonly strings?: string;
  /** Inside of styleSheet. */
  readonly styles?: string;
  /** Inside of workbook, after sheets. */
  readonly book?: string;
  /** Parts that replace or join the others. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export function relationships(...list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${items.join("")}</Relationships>`;
}

export const worksheet = ({ rows = "", head = "", tail = "" }: Package) =>
  `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;

/** The parts of a book with one sheet named "Sheet1". */
export function partsOf(content: Package): Record<string, string | Uint8Array | null> {
  const { strings, styles, book = "", parts = {} } = content;
  const links: [string, string, string][] = [["rId1", "worksheet", "worksheets/sheet1.xml"]];
  if (strings !== undefined) links.push(["rId2", "sharedStrings", "sharedStrings.xml"]);
  if (styles !== undefined) links.push(["rId3", "styles", "styles.xml"]);
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>${book}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(...links),
    "xl/worksheets/sheet1.xml": worksheet(content),
    ...(strings !== undefined && { "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles !== undefined && { "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...parts,
  };
}

/** Zips parts; null leaves one out. */
export function zip(parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (part !== null) files[name] = typeof part === "string" ? strToU8(part) : part;
  }
  return zipSync(files);
}

export const pack = (content: Package): Uint8Array => zip(partsOf(content));
