/** A worksheet part → XlsxSheet. */
import { GridReader, type GridContext } from "./grid";
import { parseArea, parseAreas } from "./reference";
import type {
  Area,
  ColumnRun,
  ConditionalFormat,
  DataValidation,
  PageSetup,
  SheetProtection,
  XlsxSheet,
} from "./types";
import {
  type Attributes,
  child,
  children,
  descendants,
  flag,
  numberOf,
  TreeBuilder,
  walkXml,
  type XmlElement,
} from "./xml";

/** Everything of a sheet that its own part says. */
export type SheetContent = Omit<
  XlsxSheet,
  "name" | "sheetId" | "visibility" | "kind" | "part" | "tables" | "hasComments" | "charts" | "images"
>;

/** Reads one worksheet. Throws XlsxError. */
export function readSheet(xml: string, context: GridContext): SheetContent {
  const grid = new GridReader(context);
  const tree = new TreeBuilder();
  const parts: XmlElement[] = [];
  let depth = 0;
  let inData = false;
  walkXml(xml, context.part, {
    open(name, attributes) {
      depth += 1;
      if (depth === 2 && name === "sheetData") inData = true;
      else if (inData) grid.open(name, attributes);
      else if (depth > 1) tree.open(name, attributes);
    },
    close(name) {
      if (depth === 2 && inData) inData = false;
      else if (inData) grid.close(name);
      else if (depth > 1) tree.close();
      if (depth === 2 && tree.root) {
        parts.push(tree.root);
        tree.root = null;
      }
      depth -= 1;
    },
    text(text) {
      if (inData) grid.text(text);
      else if (depth > 1) tree.text(text);
    },
  });
  grid.finish();
  const part = (name: string) => parts.find((p) => p.name === name);
  const all = (name: string) => parts.filter((p) => p.name === name);
  const view = child(part("sheetViews"), "sheetView");
  const format = part("sheetFormatPr")?.attributes ?? {};
  return {
    cells: grid.cells,
    blanks: grid.blanks,
    rows: grid.rows,
    columns: all("cols").flatMap((cols) => readColumns(cols, context.styleCount)),
    defaultRowHeight: numberOf(format.defaultRowHeight),
    defaultColumnWidth: numberOf(format.defaultColWidth),
    rowsHiddenByDefault: flag(format.zeroHeight, false),
    merges: children(part("mergeCells"), "mergeCell")
      .map(({ attributes }) => parseArea(attributes.ref ?? ""))
      .filter((area): area is Area => area !== null),
    protection: readProtection(part("sheetProtection")?.attributes),
    autoFilter: parseArea(part("autoFilter")?.attributes.ref ?? ""),
    validations: [part("dataValidations"), part("extLst")]
      .flatMap((holder) => descendants(holder, "dataValidation"))
      .map(readValidation),
    conditionalFormats: [...all("conditionalFormatting"), ...descendants(part("extLst"), "conditionalFormatting")].map(
      readConditional,
    ),
    gridlines: flag(view?.attributes.showGridLines, true),
    frozen: readFrozen(child(view, "pane")?.attributes),
    page: readPage(part("pageSetup")?.attributes ?? {}, child(part("sheetPr"), "pageSetUpPr")?.attributes ?? {}),
  };
}

function readColumns(cols: XmlElement, styleCount: number): ColumnRun[] {
  return children(cols, "col").map(({ attributes }) => {
    const style = Number(attributes.style ?? 0);
    return {
      first: (numberOf(attributes.min) ?? 1) - 1,
      last: (numberOf(attributes.max) ?? numberOf(attributes.min) ?? 1) - 1,
      width: numberOf(attributes.width),
      hidden: flag(attributes.hidden, false),
      outlineLevel: numberOf(attributes.outlineLevel) ?? 0,
      style: style > 0 && style < styleCount ? style : null,
    };
  });
}

/** Attribute of sheetProtection → is the action forbidden when the file does not say (ECMA-376 part 1, 18.3.1.85). */
const FORBIDDEN_BY_DEFAULT: Readonly<Record<string, boolean>> = {
  objects: false,
  scenarios: false,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertColumns: true,
  insertRows: true,
  insertHyperlinks: true,
  deleteColumns: true,
  deleteRows: true,
  selectLockedCells: false,
  sort: true,
  autoFilter: true,
  pivotTables: true,
  selectUnlockedCells: false,
};

function readProtection(attributes: Attributes | undefined): SheetProtection | null {
  if (!attributes || !flag(attributes.sheet, false)) return null;
  return {
    password: Boolean(attributes.password ?? attributes.hashValue),
    allowed: Object.entries(FORBIDDEN_BY_DEFAULT)
      .filter(([name, forbidden]) => !flag(attributes[name], forbidden))
      .map(([name]) => name),
  };
}

function readValidation(element: XmlElement): DataValidation {
  const { attributes } = element;
  // The extension for lists on other sheets puts formula and place one level down.
  const formula = (name: string) => {
    const holder = child(element, name);
    return (child(holder, "f") ?? holder)?.text.trim() ?? "";
  };
  const type = attributes.type ?? "none";
  const formula1 = formula("formula1");
  const written = type === "list" ? /^"([^]*)"$/.exec(formula1) : null;
  return {
    areas: parseAreas(attributes.sqref ?? child(element, "sqref")?.text ?? ""),
    type,
    operator: attributes.operator ?? "between",
    allowBlank: flag(attributes.allowBlank, false),
    formula1,
    formula2: formula("formula2"),
    items: written
      ? (written[1] as string)
          .replace(/""/g, '"')
          .split(",")
          .map((item) => item.trim())
      : null,
  };
}

function readConditional(element: XmlElement): ConditionalFormat {
  return {
    areas: parseAreas(element.attributes.sqref ?? child(element, "sqref")?.text ?? ""),
    rules: children(element, "cfRule").length,
  };
}

function readFrozen(pane: Attributes | undefined): { rows: number; columns: number } {
  const frozen = pane?.state === "frozen" || pane?.state === "frozenSplit";
  return frozen ? { rows: numberOf(pane.ySplit) ?? 0, columns: numberOf(pane.xSplit) ?? 0 } : { rows: 0, columns: 0 };
}

function readPage(setup: Attributes, properties: Attributes): PageSetup {
  const fits = flag(properties.fitToPage, false);
  return {
    landscape: setup.orientation === "landscape",
    paperSize: numberOf(setup.paperSize),
    scale: numberOf(setup.scale),
    fit: fits ? { wide: numberOf(setup.fitToWidth) ?? 1, tall: numberOf(setup.fitToHeight) ?? 1 } : null,
  };
}
