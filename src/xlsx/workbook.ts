/** The workbook part: sheets in order, names, settings of the book. */
import type { XlsxPackage } from "./package";
import { type DefinedName, XlsxError } from "./types";
import { child, children, flag, numberOf, parseXml, relationshipId } from "./xml";

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** "worksheet", "chartsheet" … by its relationship. */
  readonly type: string;
  readonly part: string;
}

export interface WorkbookContent {
  readonly entries: readonly SheetEntry[];
  readonly activeSheet: number;
  readonly date1904: boolean;
  readonly structureLocked: boolean;
  readonly names: readonly DefinedName[];
  readonly recalculate: boolean;
}

/** Reads the workbook part. Throws XlsxError. */
export function readWorkbookPart(file: XlsxPackage): WorkbookContent {
  const part = file.workbookPart;
  const root = parseXml(file.text(part) ?? "", part);
  if (root.name !== "workbook") throw new XlsxError("notXlsx", `${part} is a ${root.name}`);
  const relationships = new Map(file.relationships(part).map((r) => [r.id, r]));
  const entries = children(child(root, "sheets"), "sheet").map((sheet, index): SheetEntry => {
    const { name = `Sheet${index + 1}`, sheetId, state } = sheet.attributes;
    const relationship = relationships.get(relationshipId(sheet.attributes));
    if (!relationship || !file.has(relationship.target)) {
      throw new XlsxError("damaged", `${part}: sheet ${index + 1} has no part`);
    }
    return {
      name,
      sheetId: numberOf(sheetId) ?? index + 1,
      visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
      type: relationship.type,
      part: relationship.target,
    };
  });
  if (entries.length === 0) throw new XlsxError("damaged", `${part}: no sheets`);
  const view = child(child(root, "bookViews"), "workbookView")?.attributes ?? {};
  const active = numberOf(view.activeTab) ?? 0;
  return {
    entries,
    activeSheet: entries[active] ? active : 0,
    date1904: flag(child(root, "workbookPr")?.attributes.date1904, false),
    structureLocked: flag(child(root, "workbookProtection")?.attributes.lockStructure, false),
    names: children(child(root, "definedNames"), "definedName").map(({ attributes, text }) => ({
      name: attributes.name ?? "",
      formula: text.trim(),
      sheet: numberOf(attributes.localSheetId),
      hidden: flag(attributes.hidden, false),
    })),
    recalculate: flag(child(root, "calcPr")?.attributes.fullCalcOnLoad, false),
  };
}
