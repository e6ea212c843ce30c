/** The parts of a worksheet beside its cells. */
import { areaReference, cellReference } from "../../src/xlsx/reference";
import { argb } from "./look-xml";
import { attribute, childNamed, encode, type Node, outer, rawAttributes, type Splices } from "./tree";
import type { Area, LineSave, PageSave, ProtectionSave, ValidationSave } from "./types";

/** Order of the elements of a worksheet (ECMA-376 part 1, 18.3.1.99): Excel refuses any other. */
const ORDER = `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
  scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
  dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
  cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls
  AlternateContent webPublishItems tableParts extLst`.split(/\s+/);

/** Replaces an element of the sheet, puts it where it belongs, or ("" as xml) takes it out. */
export function putElement(root: Node, splices: Splices, name: string, xml: string): void {
  const old = childNamed(root, name);
  if (old) return splices.replace(old.start, old.end, xml);
  if (xml === "") return;
  const rank = ORDER.indexOf(name);
  const next = root.children.find((c) => ORDER.indexOf(c.name) > rank);
  if (next) splices.insert(next.start, xml);
  else splices.append(root, xml);
}

export function mergesXml(merges: readonly Area[], p: string): string {
  if (merges.length === 0) return "";
  const items = merges.map((area) => `<${p}mergeCell ref="${areaReference(area)}"/>`);
  return `<${p}mergeCells count="${merges.length}">${items.join("")}</${p}mergeCells>`;
}

/** Column runs of the file with the changed columns cut in; other attributes of a run stay. */
export function columnsXml(xml: string, cols: Node | undefined, changes: readonly LineSave[], p: string): string {
  let runs = (cols?.children ?? []).map((node) => {
    const attributes = new Map(rawAttributes(xml, node));
    return { first: Number(attributes.get("min")) - 1, last: Number(attributes.get("max")) - 1, attributes };
  });
  for (const change of changes) {
    const inside: typeof runs = [];
    const outside: typeof runs = [];
    for (const run of runs) {
      if (run.last < change.first || run.first > change.last) {
        outside.push(run);
        continue;
      }
      if (run.first < change.first) outside.push({ ...run, last: change.first - 1 });
      if (run.last > change.last) outside.push({ ...run, first: change.last + 1 });
      inside.push({ ...run, first: Math.max(run.first, change.first), last: Math.min(run.last, change.last) });
    }
    // Columns that no run covered.
    let next = change.first;
    const covered = inside.sort((a, b) => a.first - b.first);
    const filled: typeof runs = [];
    for (const run of covered) {
      if (run.first > next) filled.push({ first: next, last: run.first - 1, attributes: new Map() });
      filled.push(run);
      next = run.last + 1;
    }
    if (next <= change.last) filled.push({ first: next, last: change.last, attributes: new Map() });
    const changed = filled.map((run) => {
      const attributes = new Map(run.attributes);
      const set = (name: string, value: string | null) =>
        value === null ? attributes.delete(name) : attributes.set(name, value);
      set("width", change.size === null ? (attributes.get("width") ?? "9.140625") : String(change.size));
      set("customWidth", change.size === null ? null : "1");
      set("hidden", change.hidden ? "1" : null);
      return { ...run, attributes };
    });
    runs = [...outside, ...changed].sort((a, b) => a.first - b.first);
  }
  const items = runs.map(({ first, last, attributes }) => {
    const rest = [...attributes].filter(([name]) => name !== "min" && name !== "max");
    return `<${p}col min="${first + 1}" max="${last + 1}"${rest.map(([name, value]) => ` ${name}="${value}"`).join("")}/>`;
  });
  return items.length === 0 ? "" : `<${p}cols>${items.join("")}</${p}cols>`;
}

/** Style of the cells of a column that the file does not mention. */
export function columnStyles(xml: string, cols: Node | undefined): (column: number) => number {
  const runs = (cols?.children ?? []).map((node) => ({
    first: Number(attribute(xml, node, "min")) - 1,
    last: Number(attribute(xml, node, "max")) - 1,
    style: Number(attribute(xml, node, "style") ?? 0),
  }));
  return (column) => runs.find((run) => column >= run.first && column <= run.last)?.style ?? 0;
}

/** Allowed unless the file forbids it; everything else is forbidden unless the file allows it. */
const ALLOWED_BY_DEFAULT = ["selectLockedCells", "selectUnlockedCells"];
const FORBIDDEN_BY_DEFAULT =
  `formatCells formatColumns formatRows insertColumns insertRows insertHyperlinks deleteColumns
  deleteRows sort autoFilter pivotTables`.split(/\s+/);

export function protectionXml({ on, allowed }: ProtectionSave, p: string): string {
  if (!on) return "";
  const attributes = [
    'sheet="1"',
    ...["objects", "scenarios"].filter((name) => !allowed.includes(name)).map((name) => `${name}="1"`),
    ...FORBIDDEN_BY_DEFAULT.filter((name) => allowed.includes(name)).map((name) => `${name}="0"`),
    ...ALLOWED_BY_DEFAULT.filter((name) => !allowed.includes(name)).map((name) => `${name}="1"`),
  ];
  return `<${p}sheetProtection ${attributes.join(" ")}/>`;
}

export function pageElements(
  page: PageSave,
  p: string,
): { printOptions: string; pageMargins: string; pageSetup: string } {
  const fit = page.fit ? ` fitToWidth="${page.fit.wide}" fitToHeight="${page.fit.tall}"` : "";
  return {
    printOptions: page.centerHorizontally ? `<${p}printOptions horizontalCentered="1"/>` : "",
    pageMargins: `<${p}pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>`,
    pageSetup: `<${p}pageSetup paperSize="${page.paperSize}" orientation="${page.landscape ? "landscape" : "portrait"}"${fit}/>`,
  };
}

/** sheetPr of a new sheet. */
export function propertiesXml(tabColor: string | null, fits: boolean, p: string): string {
  const color = tabColor === null ? "" : `<${p}tabColor rgb="${argb(tabColor)}"/>`;
  const fit = fits ? `<${p}pageSetUpPr fitToPage="1"/>` : "";
  return color + fit === "" ? "" : `<${p}sheetPr>${color}${fit}</${p}sheetPr>`;
}

/** Changes sheetPr of a sheet of the file: its other attributes and children stay. */
export function patchProperties(
  root: Node,
  splices: Splices,
  tabColor: string | null | undefined,
  fits: boolean | undefined,
): void {
  const p = root.prefix;
  const node = childNamed(root, "sheetPr");
  if (!node) return putElement(root, splices, "sheetPr", propertiesXml(tabColor ?? null, fits ?? false, p));
  const color = typeof tabColor === "string" ? `<${p}tabColor rgb="${argb(tabColor)}"/>` : "";
  const fit = fits ? `<${p}pageSetUpPr fitToPage="1"/>` : "";
  if (node.selfClosing) return splices.append(node, color + fit);
  const oldColor = childNamed(node, "tabColor");
  const oldFit = childNamed(node, "pageSetUpPr");
  if (tabColor !== undefined) {
    if (oldColor) splices.replace(oldColor.start, oldColor.end, color);
    else splices.insert(node.openEnd, color);
  }
  if (fits === undefined) return;
  if (oldFit) splices.setAttribute(oldFit, "fitToPage", fits ? "1" : null);
  else splices.append(node, fit);
}

/** The frozen part of a view; "" where nothing is frozen. */
export function paneXml({ rows, columns }: { readonly rows: number; readonly columns: number }, p: string): string {
  if (rows === 0 && columns === 0) return "";
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  return `<${p}pane${split} topLeftCell="${cellReference(rows, columns)}" activePane="${pane}" state="frozen"/><${p}selection pane="${pane}"/>`;
}

/** Changes the first view of a sheet of the file. */
export function patchView(
  xml: string,
  root: Node,
  splices: Splices,
  frozen: { readonly rows: number; readonly columns: number } | undefined,
  gridlines: boolean | undefined,
): void {
  const p = root.prefix;
  const view = childNamed(childNamed(root, "sheetViews"), "sheetView");
  const lines = gridlines === false ? ' showGridLines="0"' : "";
  if (!view) {
    const pane = frozen ? paneXml(frozen, p) : "";
    const made = `<${p}sheetView${lines} workbookViewId="0">${pane}</${p}sheetView>`;
    return putElement(root, splices, "sheetViews", `<${p}sheetViews>${made}</${p}sheetViews>`);
  }
  if (gridlines !== undefined) splices.setAttribute(view, "showGridLines", gridlines ? null : "0");
  if (!frozen) return;
  const pane = paneXml(frozen, p);
  if (view.selfClosing) return pane === "" ? undefined : splices.append(view, pane);
  // Selections name the pane they lie in.
  const rest = view.children.filter((c) => c.name !== "pane" && c.name !== "selection").map((c) => outer(xml, c));
  splices.replace(view.openEnd, view.closeStart, pane + rest.join(""));
}

export function validationsXml(validations: readonly ValidationSave[], p: string): string {
  if (validations.length === 0) return "";
  const items = validations.map((v) => {
    const operator = v.operator === "between" ? "" : ` operator="${v.operator}"`;
    const formula = (name: string, text: string) => (text === "" ? "" : `<${p}${name}>${encode(text)}</${p}${name}>`);
    const sqref = v.areas.map(areaReference).join(" ");
    return `<${p}dataValidation type="${v.type}"${operator}${v.allowBlank ? ' allowBlank="1"' : ""} showInputMessage="1" showErrorMessage="1" sqref="${sqref}">${formula("formula1", v.formula1)}${formula("formula2", v.formula2)}</${p}dataValidation>`;
  });
  return `<${p}dataValidations count="${validations.length}">${items.join("")}</${p}dataValidations>`;
}
