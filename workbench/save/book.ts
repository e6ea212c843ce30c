/** The workbook part: sheets in their order, names, the sheet to open with, recalculation. */
import type { SavePackage } from "./package";
import { attribute, childNamed, decode, encode, encodeText, indexXml, inner, type Node, outer, Splices } from "./tree";
import type { NameSave } from "./types";

const ORDER = `fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups
  externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing
  fileRecoveryPr webPublishObjects extLst`.split(/\s+/);

/** A sheet in its new position. */
export interface SheetLine {
  /** Index in the file; null: new. */
  readonly index: number | null;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** Of a new sheet. */
  readonly link: string | null;
}

export interface BookChange {
  readonly sheets: readonly SheetLine[];
  readonly activeSheet: number;
  /** All names, or null: as they are. */
  readonly names: readonly NameSave[] | null;
  /** Print titles and areas that were set anew. */
  readonly printNames: readonly NameSave[];
  readonly recalculate: boolean;
}

/** Writes the workbook part; what did not change keeps its characters. */
export function patchBook(file: SavePackage, change: BookChange): void {
  file.edit(file.workbookPart, (xml, splices) => {
    const root = indexXml(xml);
    patchSheets(xml, root, splices, change, file.officeNamespace());
    patchNames(xml, root, splices, change);
    patchActive(xml, root, splices, change.activeSheet);
    if (change.recalculate) {
      const calc = childNamed(root, "calcPr");
      if (calc) splices.setAttribute(calc, "fullCalcOnLoad", "1");
      else put(root, splices, "calcPr", `<${root.prefix}calcPr fullCalcOnLoad="1"/>`);
    }
  });
}

function put(root: Node, splices: Splices, name: string, xml: string): void {
  const rank = ORDER.indexOf(name);
  const next = root.children.find((child) => ORDER.indexOf(child.name) > rank);
  if (next) splices.insert(next.start, xml);
  else splices.append(root, xml);
}

function patchSheets(xml: string, root: Node, splices: Splices, change: BookChange, relationships: string): void {
  const sheets = childNamed(root, "sheets");
  if (!sheets) throw new Error("no sheets");
  const nodes = sheets.children;
  const same = change.sheets.length === nodes.length && change.sheets.every((sheet, i) => sheet.index === i);
  let nextId = Math.max(0, ...nodes.map((node) => Number(attribute(xml, node, "sheetId") ?? 0))) + 1;
  const lines = change.sheets.map((sheet) => {
    const state = sheet.visibility === "visible" ? null : sheet.visibility;
    const node = sheet.index === null ? undefined : nodes[sheet.index];
    if (!node) {
      const hidden = state ? ` state="${state}"` : "";
      return `<${root.prefix}sheet xmlns:r="${relationships}" name="${encode(sheet.name)}" sheetId="${nextId++}"${hidden} r:id="${sheet.link}"/>`;
    }
    const own = same ? splices : new Splices(xml);
    if (attribute(xml, node, "name") !== sheet.name) own.setAttribute(node, "name", sheet.name);
    if ((attribute(xml, node, "state") ?? "visible") !== sheet.visibility) own.setAttribute(node, "state", state);
    return same ? "" : pieceOf(xml, node, own);
  });
  if (!same) splices.replace(sheets.openEnd, sheets.closeStart, lines.join(""));
}

/** One element after its own changes. */
function pieceOf(xml: string, node: Node, splices: Splices): string {
  const tail = xml.length - node.end;
  const changed = splices.apply();
  return changed.slice(node.start, changed.length - tail);
}

function patchNames(xml: string, root: Node, splices: Splices, { sheets, names, printNames }: BookChange): void {
  const holder = childNamed(root, "definedNames");
  const position = new Map(sheets.map((sheet, i) => [sheet.index, i]));
  const key = (name: string, sheet: number | null) => `${sheet ?? ""} ${name.toLowerCase()}`;
  const print = new Map(printNames.map((name) => [key(name.name, name.sheet), name]));
  const wanted = names && new Map(names.map((name) => [key(name.name, name.sheet), name]));
  const p = root.prefix;
  const nameXml = ({ name, formula, sheet, hidden }: NameSave) =>
    `<${p}definedName name="${encode(name)}"${sheet === null ? "" : ` localSheetId="${sheet}"`}${hidden ? ' hidden="1"' : ""}>${encodeText(formula)}</${p}definedName>`;
  let touched = false;
  const items: string[] = [];
  for (const node of holder?.children ?? []) {
    const name = attribute(xml, node, "name") ?? "";
    const local = attribute(xml, node, "localSheetId");
    const sheet = local === undefined ? null : position.get(Number(local));
    // The sheet is gone, and its names with it.
    if (sheet === undefined) {
      touched = true;
      continue;
    }
    const own = key(name, sheet);
    const now = print.get(own) ?? (wanted ? wanted.get(own) : undefined);
    print.delete(own);
    wanted?.delete(own);
    if (now ? now.formula !== decode(inner(xml, node)).trim() : wanted) {
      touched = true;
      if (now) items.push(nameXml(now));
      continue;
    }
    const moved = new Splices(xml);
    if (sheet !== null && String(sheet) !== local) moved.setAttribute(node, "localSheetId", String(sheet));
    touched ||= !moved.isEmpty;
    items.push(moved.isEmpty ? outer(xml, node) : pieceOf(xml, node, moved));
  }
  const added = [...print.values(), ...(wanted?.values() ?? [])].map(nameXml);
  if (!touched && added.length === 0) return;
  const written = `<${p}definedNames>${[...items, ...added].join("")}</${p}definedNames>`;
  const empty = items.length + added.length === 0;
  if (holder) splices.replace(holder.start, holder.end, empty ? "" : written);
  else if (!empty) put(root, splices, "definedNames", written);
}

function patchActive(xml: string, root: Node, splices: Splices, active: number): void {
  const views = childNamed(root, "bookViews");
  const view = childNamed(views, "workbookView");
  if (!view) {
    const p = root.prefix;
    if (active > 0 && !views)
      put(root, splices, "bookViews", `<${p}bookViews><${p}workbookView activeTab="${active}"/></${p}bookViews>`);
    return;
  }
  if (Number(attribute(xml, view, "activeTab") ?? 0) !== active)
    splices.setAttribute(view, "activeTab", active === 0 ? null : String(active));
  // A first visible tab beyond the last sheet makes Excel complain.
  if (Number(attribute(xml, view, "firstSheet") ?? 0) > active) splices.setAttribute(view, "firstSheet", null);
}
