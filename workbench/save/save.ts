/**
 * Saving by patch: the changed cells go into the original package, everything else keeps its bytes. Charts, pictures,
 * conditional formats and widths survive because nothing ever touches them.
 */
import { readXlsx } from "../../src/xlsx/read";
import { areaReference } from "../../src/xlsx/reference";
import type { XlsxBook } from "../../src/xlsx/types";
import { patchBook, type SheetLine } from "./book";
import { patchCells } from "./cells";
import { addCharts } from "./chart";
import { moveLines } from "./moves";
import { newSheetXml } from "./new-sheet";
import { SavePackage } from "./package";
import { writeSettings } from "./settings";
import { quoteSheetName, renameSheets } from "./sheet-names";
import {
  columnStyles,
  columnsXml,
  mergesXml,
  pageElements,
  patchProperties,
  patchView,
  protectionXml,
  putElement,
} from "./sheet-xml";
import { StyleSheet } from "./style-sheet";
import { attribute, childNamed, indexXml, under } from "./tree";
import type { BookSave, CellSave, FileSheetSave, NameSave, NewSheetSave, PageSave } from "./types";

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const CELLS_OPAQUE = new Set(["c"]);
const DATA_OPAQUE = new Set(["sheetData"]);

/**
 * @param original bytes of the file that was opened
 * @returns bytes of the changed file; the same content gives the same bytes
 * @throws XlsxError where the original cannot be read
 */
export function saveXlsx(original: Uint8Array, save: BookSave): Uint8Array {
  const book = readXlsx(original);
  const file = new SavePackage(original);
  const changed = save.sheets.filter((sheet): sheet is FileSheetSave => sheet.kind === "file");
  const kept = new Set(changed.map((sheet) => sheet.index));
  const deleted = book.sheets.filter((_, index) => !kept.has(index));
  for (const sheet of changed) for (const move of sheet.moves ?? []) moveLines(file, book, sheet.index, move);
  renameSheets(file, renamed(book, save));

  const namespace = mainNamespace(file);
  const styles = new StyleSheet(file, book, namespace);
  const active = activePosition(book, save);
  for (const sheet of changed) patchSheet(file, book, sheet, styles);
  const lines = save.sheets.map((sheet, position): SheetLine => {
    if (sheet.kind === "new") {
      const link = addSheet(file, sheet, namespace, styles, position === active);
      return { index: null, name: sheet.name, visibility: sheet.visibility, link };
    }
    const { name, visibility } = book.sheets[sheet.index] ?? { name: "", visibility: "visible" };
    return { index: sheet.index, name: sheet.name ?? name, visibility: sheet.visibility ?? visibility, link: null };
  });
  for (const sheet of deleted) {
    file.removeLinks(file.workbookPart, (link) => link.target === sheet.part);
    file.remove(sheet.part);
  }
  selectTab(file, book, save, active);
  const recalculate = needsRecalculation(book, save) || deleted.length > 0;
  patchBook(file, {
    sheets: lines,
    activeSheet: active,
    names: save.names ?? null,
    printNames: printNames(book, save),
    recalculate,
  });
  if (recalculate) dropCalculationChain(file);
  if (save.settings) writeSettings(file, save.settings.addIn, save.settings.values);
  styles.finish();
  return file.bytes();
}

function mainNamespace(file: SavePackage): string {
  const xml = file.text(file.workbookPart);
  const root = indexXml(xml);
  const name = root.prefix === "" ? "xmlns" : `xmlns:${root.prefix.slice(0, -1)}`;
  return attribute(xml, root, name) ?? "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
}

/** Old name → new name, null for a deleted sheet whose name nobody took. */
function renamed(book: XlsxBook, save: BookSave): Map<string, string | null> {
  const names = new Map<string, string | null>();
  const taken = new Set(save.sheets.map((sheet) => sheet.name?.toLowerCase()));
  book.sheets.forEach(({ name }, index) => {
    const now = save.sheets.find((sheet) => sheet.kind === "file" && sheet.index === index);
    if (!now) {
      if (!taken.has(name.toLowerCase())) names.set(name, null);
    } else if (now.name !== undefined && now.name !== name) names.set(name, now.name);
  });
  return names;
}

/** Cells without the results that the file has already. */
function differing(book: XlsxBook, { index, cells = [], moves = [] }: FileSheetSave): CellSave[] {
  if (moves.length > 0) return [...cells];
  const results = cells.some((cell) => cell.result !== undefined && !cell.content);
  if (!results) return [...cells];
  const known = new Map(book.sheets[index]?.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  return cells.flatMap((cell) => {
    const inFile = known.get(`${cell.row},${cell.column}`);
    const same = !inFile || inFile.formula === null || inFile.value === cell.result;
    if (cell.content || cell.result === undefined || !same) return [cell];
    const { row, column, style } = cell;
    return style ? [{ row, column, style }] : [];
  });
}

function patchSheet(file: SavePackage, book: XlsxBook, sheet: FileSheetSave, styles: StyleSheet): void {
  const part = book.sheets[sheet.index]?.part;
  if (part === undefined) throw new Error(`no sheet ${sheet.index} in the file`);
  const { rows = [], columns = [], merges, protection, tabColor, page, frozen, gridlines } = sheet;
  const cells = differing(book, sheet);
  const touches = cells.length > 0 || rows.length > 0 || columns.length > 0;
  const views = frozen !== undefined || gridlines !== undefined;
  if (touches || merges || protection || tabColor !== undefined || page || views) {
    file.edit(part, (xml, splices) => {
      const root = indexXml(xml, CELLS_OPAQUE);
      const p = root.prefix;
      const cols = childNamed(root, "cols");
      if (cells.length > 0 || rows.length > 0)
        patchCells(xml, root, splices, { cells, rows }, columnStyles(xml, cols), (from, wanted) =>
          styles.restyle(from, wanted),
        );
      if (columns.length > 0) putElement(root, splices, "cols", columnsXml(xml, cols, columns, p));
      if (merges) putElement(root, splices, "mergeCells", mergesXml(merges, p));
      if (protection) putElement(root, splices, "sheetProtection", protectionXml(protection, p));
      if (views) patchView(xml, root, splices, frozen, gridlines);
      if (tabColor !== undefined || page) patchProperties(root, splices, tabColor, page && page.fit !== null);
      if (page)
        for (const [name, element] of Object.entries(pageElements(page, p))) putElement(root, splices, name, element);
    });
  }
  addCharts(file, part, sheet.charts ?? []);
}

/** @returns id of the relationship to the new part */
function addSheet(
  file: SavePackage,
  sheet: NewSheetSave,
  namespace: string,
  styles: StyleSheet,
  selected: boolean,
): string {
  const part = file.freeName("xl/worksheets/sheet{}.xml");
  const xml = newSheetXml(sheet, namespace, (from, wanted) => styles.restyle(from, wanted), selected);
  file.add(part, SHEET_TYPE, xml);
  addCharts(file, part, sheet.charts);
  return file.addLink(file.workbookPart, file.officeType("worksheet"), part);
}

function activePosition(book: XlsxBook, save: BookSave): number {
  const visible = (position: number) => {
    const sheet = save.sheets[position];
    if (!sheet) return false;
    const inFile = sheet.kind === "file" ? book.sheets[sheet.index]?.visibility : undefined;
    return (sheet.visibility ?? inFile ?? "visible") === "visible";
  };
  const before = save.sheets.findIndex((sheet) => sheet.kind === "file" && sheet.index === book.activeSheet);
  const candidates = [save.activeSheet ?? -1, before, ...save.sheets.keys()];
  return candidates.find(visible) ?? 0;
}

/** Two selected tabs are a group: what is typed in one lands in both. So the old one is let go. */
function selectTab(file: SavePackage, book: XlsxBook, save: BookSave, active: number): void {
  const target = save.sheets[active];
  if (target?.kind === "file" && target.index === book.activeSheet) return;
  for (const sheet of save.sheets) {
    const part = sheet.kind === "file" ? book.sheets[sheet.index]?.part : undefined;
    if (part === undefined) continue;
    file.edit(part, (xml, splices) => {
      const views = childNamed(indexXml(xml, DATA_OPAQUE), "sheetViews");
      for (const view of under(views, "sheetView")) {
        const is = attribute(xml, view, "tabSelected") === "1";
        if (is !== (sheet === target)) splices.setAttribute(view, "tabSelected", sheet === target ? "1" : null);
      }
    });
  }
}

/** Print titles and print areas are names of the book. */
function printNames(book: XlsxBook, save: BookSave): NameSave[] {
  return save.sheets.flatMap((sheet, position) => {
    const page: PageSave | null | undefined = sheet.page;
    if (!page) return [];
    const name = quoteSheetName(sheet.name ?? (sheet.kind === "file" ? (book.sheets[sheet.index]?.name ?? "") : ""));
    const { titleRows, printArea } = page;
    const names: NameSave[] = [];
    if (titleRows)
      names.push({
        name: "_xlnm.Print_Titles",
        formula: `${name}!$${titleRows.first + 1}:$${titleRows.last + 1}`,
        sheet: position,
        hidden: false,
      });
    if (printArea) {
      const reference = areaReference(printArea).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
      names.push({ name: "_xlnm.Print_Area", formula: `${name}!${reference}`, sheet: position, hidden: false });
    }
    return names;
  });
}

/** Results of formulas may be out of date once a cell has new content. */
function needsRecalculation(book: XlsxBook, save: BookSave): boolean {
  if (save.sheets.some((sheet) => sheet.kind === "file" && (sheet.moves ?? []).length > 0)) return true;
  const contents = save.sheets.flatMap((sheet) => (sheet.cells ?? []).flatMap((cell) => cell.content ?? []));
  if (contents.length === 0) return false;
  const formulas = book.sheets.some((sheet) => sheet.cells.some((cell) => cell.formula !== null));
  return formulas || contents.some((content) => content.formula !== null);
}

/** The order of calculation that Excel keeps beside the cells: it makes a new one. */
function dropCalculationChain(file: SavePackage): void {
  const part = file.linked(file.workbookPart, "calcChain");
  if (part === undefined) return;
  file.removeLinks(file.workbookPart, (link) => link.target === part);
  file.remove(part);
}
