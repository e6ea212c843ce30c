/** An .xlsx, .xlsm or .xltx file → XlsxBook. Works in the browser and in node; changes nothing. */
import { colorResolver } from "./colors";
import { openPackage, type XlsxPackage } from "./package";
import { parseArea } from "./reference";
import { readSheet } from "./sheet";
import { readStyles } from "./styles";
import type { ReadOptions, WebExtension, XlsxBook, XlsxSheet, XlsxTable } from "./types";
import { readWorkbookPart, type SheetEntry } from "./workbook";
import { child, children, descendants, flag, numberOf, parseXml, unescapeText, walkXml, type XmlElement } from "./xml";

/**
 * Reads a whole workbook.
 * @throws XlsxError and nothing else: not a workbook, encrypted, damaged or too large.
 */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): XlsxBook {
  const file = openPackage(bytes, options.maxBytes);
  const workbook = readWorkbookPart(file);
  const stylesRoot = rootOf(file, related(file, file.workbookPart, "styles"));
  const theme = rootOf(file, related(file, file.workbookPart, "theme"));
  const palette = child(child(stylesRoot, "colors"), "indexedColors");
  const styles = readStyles(stylesRoot, colorResolver(theme, palette));
  const sharedStrings = readSharedStrings(file);
  const sheets = workbook.entries.map((entry): XlsxSheet => {
    const isGrid = entry.type === "worksheet";
    const context = { part: entry.part, sharedStrings, date1904: workbook.date1904, styleCount: styles.length };
    return {
      name: entry.name,
      sheetId: entry.sheetId,
      visibility: entry.visibility,
      kind: isGrid ? "worksheet" : "other",
      part: entry.part,
      ...readSheet(isGrid ? (file.text(entry.part) ?? "") : "<none/>", context),
      ...readAttachments(file, entry),
    };
  });
  return {
    sheets,
    activeSheet: workbook.activeSheet,
    date1904: workbook.date1904,
    structureLocked: workbook.structureLocked,
    names: workbook.names,
    styles,
    extensions: readExtensions(file),
    macros: file.relationships(file.workbookPart).some((r) => r.type === "vbaProject"),
    recalculate: workbook.recalculate,
  };
}

function related(file: XlsxPackage, part: string, type: string): string | undefined {
  return file.relationships(part).find((r) => r.type === type && !r.external)?.target;
}

function rootOf(file: XlsxPackage, part: string | undefined): XmlElement | undefined {
  const xml = part === undefined ? null : file.text(part);
  return xml === null || part === undefined ? undefined : parseXml(xml, part);
}

/** Plain texts of the shared strings: formatting runs joined, readings (rPh) left out. */
function readSharedStrings(file: XlsxPackage): string[] {
  const part = related(file, file.workbookPart, "sharedStrings");
  const xml = part === undefined ? null : file.text(part);
  if (xml === null || part === undefined) return [];
  const strings: string[] = [];
  let current = "";
  let phonetic = 0;
  let inText = false;
  walkXml(xml, part, {
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") inText = phonetic === 0;
    },
    close(name) {
      if (name === "si") strings.push(unescapeText(current));
      else if (name === "rPh") phonetic -= 1;
      else if (name === "t") inText = false;
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return strings;
}

/** What hangs on a sheet besides its cells. */
function readAttachments(
  file: XlsxPackage,
  entry: SheetEntry,
): Pick<XlsxSheet, "tables" | "hasComments" | "charts" | "images"> {
  const relationships = file.relationships(entry.part);
  const drawn = relationships.filter((r) => r.type === "drawing").flatMap((r) => file.relationships(r.target));
  return {
    tables: relationships
      .filter((r) => r.type === "table")
      .map((r) => readTable(rootOf(file, r.target)))
      .filter((table): table is XlsxTable => table !== null),
    hasComments: relationships.some((r) => r.type === "comments" || r.type === "threadedComment"),
    charts: drawn.filter((r) => r.type === "chart" || r.type === "chartEx").length,
    images: drawn.filter((r) => r.type === "image").length,
  };
}

function readTable(root: XmlElement | undefined): XlsxTable | null {
  const area = parseArea(root?.attributes.ref ?? "");
  if (!root || !area) return null;
  const { id, name, displayName, headerRowCount, totalsRowCount } = root.attributes;
  return {
    id: numberOf(id) ?? 0,
    name: displayName ?? name ?? "",
    area,
    headerRow: (numberOf(headerRowCount) ?? 1) > 0,
    totalsRow: (numberOf(totalsRowCount) ?? 0) > 0,
    columns: children(child(root, "tableColumns"), "tableColumn").map((c) => unescapeText(c.attributes.name ?? "")),
    style: child(root, "tableStyleInfo")?.attributes.name ?? null,
  };
}

/** Add-ins' document settings: package → task panes → one part per add-in ([MS-OWEXML]). */
function readExtensions(file: XlsxPackage): WebExtension[] {
  return file
    .relationships("")
    .filter((r) => r.type === "webextensiontaskpanes")
    .flatMap((panes) => file.relationships(panes.target).filter((r) => r.type === "webextension"))
    .map((r) => readExtension(r.target, rootOf(file, r.target)))
    .filter((extension): extension is WebExtension => extension !== null);
}

function readExtension(part: string, root: XmlElement | undefined): WebExtension | null {
  if (!root) return null;
  const reference = child(root, "reference")?.attributes ?? {};
  const properties = descendants(child(root, "properties"), "property");
  return {
    part,
    id: reference.id ?? root.attributes.id ?? "",
    store: reference.store ?? "",
    storeType: reference.storeType ?? "",
    properties: new Map(
      properties
        .filter((p) => !flag(p.attributes.deleted, false))
        .map((p) => [p.attributes.name ?? "", p.attributes.value ?? ""]),
    ),
  };
}
