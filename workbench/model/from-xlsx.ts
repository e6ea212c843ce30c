/** A file as it was read → a workbook as Excel would hold it in memory. */
import { displayText } from "../../src/xlsx/display";
import type { BorderLine, CellStyle, DataValidation, SheetProtection, XlsxBook, XlsxSheet } from "../../src/xlsx/types";
import { cellCount, MAX_COLUMNS, MAX_ROWS, type Area } from "./area";
import type { Border, BorderSide, Style } from "./cell";
import { Lines } from "./lines";
import { Parts, UNPROTECTED, type Protection, type Validation } from "./objects";
import { Sheet, type Visibility } from "./sheet";
import { Workbook } from "./workbook";

export interface OpenOptions {
  /** File name, as the title bar shows it; default "Book1.xlsx". */
  readonly name?: string;
  /** Id of the manifest whose settings the workbook answers; without it those of the only add-in of the file. */
  readonly addinId?: string;
}

const VISIBILITY: Readonly<Record<XlsxSheet["visibility"], Visibility>> = {
  visible: "Visible",
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

/** Styled empty cells are entered one by one up to this many per sheet; larger areas stay areas. */
const MAX_BLANK_CELLS = 200_000;

/**
 * Nothing in the result counts as changed. Formulas that the file left open wait for `calculateStale`.
 */
export function workbookFromXlsx(xlsx: XlsxBook, options: OpenOptions = {}): Workbook {
  const book = new Workbook();
  book.name = options.name ?? book.name;
  const { date1904 } = xlsx;
  book.structureProtected = xlsx.structureLocked;
  book.displayText = (value, numberFormat) => displayText(value, numberFormat, { date1904 });
  const styles = xlsx.styles.map(styleFromFile);
  const styleOf = (index: number): Style => styles[index] ?? (styles[0] as Style);
  xlsx.sheets.forEach((source, index) => {
    if (source.kind !== "worksheet") return;
    const sheet = new Sheet(sheetId(index), source.name);
    sheet.fileIndex = index;
    fillSheet(sheet, source, styleOf);
    book.sheets.push(sheet);
    for (const { row, column, stale } of source.cells) if (stale) sheet.stale.push({ row, column });
    for (const table of source.tables) {
      const { id, name, area, headerRow, totalsRow } = table;
      const looks = { showHeaders: headerRow, showTotals: totalsRow, style: table.style ?? "" };
      book.tables.push({ id, name, sheetId: sheet.id, area, ...looks, added: false });
    }
  });
  const atIndex = (index: number): Sheet | undefined => book.sheets.find((sheet) => sheet.fileIndex === index);
  for (const { name, formula, sheet, hidden } of xlsx.names) {
    const sheetId = sheet === null ? null : (atIndex(sheet)?.id ?? null);
    if (sheet === null || sheetId !== null) book.names.push({ name, formula, sheetId, visible: !hidden, comment: "" });
  }
  book.active = atIndex(xlsx.activeSheet) ?? book.sheets.find(({ visibility }) => visibility === "Visible") ?? null;
  const id = options.addinId?.toLowerCase();
  const own = xlsx.extensions.find((extension) => extension.id.toLowerCase() === id);
  const only = id === undefined && xlsx.extensions.length === 1 ? xlsx.extensions[0] : undefined;
  for (const [key, json] of (own ?? only)?.properties ?? []) book.settings.set(key, json);
  return book;
}

/** The ids that `toSnapshot` of the reader gives, so that both name a sheet alike. */
const sheetId = (index: number): string =>
  `{00000000-0001-0000-${index.toString(16).toUpperCase().padStart(4, "0")}-000000000000}`;

function fillSheet(sheet: Sheet, source: XlsxSheet, styleOf: (index: number) => Style): void {
  sheet.defaultStyle = styleOf(0);
  sheet.visibility = VISIBILITY[source.visibility];
  sheet.showGridlines = source.gridlines;
  sheet.hasFurniture = source.charts > 0 || source.hasComments;
  sheet.defaultRowHeight = source.defaultRowHeight ?? sheet.defaultRowHeight;
  sheet.defaultColumnWidth = source.defaultColumnWidth ?? sheet.defaultColumnWidth;
  const line = <T extends { readonly style: number | null }>(run: T): Omit<T, "style"> & { style: Style | null } => ({
    ...run,
    style: run.style === null ? null : styleOf(run.style),
  });
  sheet.rows = new Lines(
    MAX_ROWS,
    source.rows.map(line).map((run) => ({ ...run, size: run.height })),
  );
  sheet.columns = new Lines(
    MAX_COLUMNS,
    source.columns.map(line).map((run) => ({ ...run, size: run.width })),
  );
  sheet.merges.load(source.merges);
  sheet.frozen = source.frozen;
  sheet.autoFilter = source.autoFilter;
  sheet.protection = source.protection ? protectionFromFile(source.protection) : UNPROTECTED;
  sheet.validations = source.validations.map(validationFromFile);
  sheet.conditionalFormats = source.conditionalFormats.map(({ areas }, i) => ({
    id: `{FILE-${i}}`,
    areas,
    // the rules are not read: they stay in the file as they are
    type: "Opaque",
    priority: i,
    stopIfTrue: false,
    look: new Parts(),
    added: false,
  }));
  fillBlanks(sheet, source, styleOf);
  for (const { row, column, value, formula, style } of source.cells) {
    // what a file holds behind the first cell of a merge, Excel does not show and does not answer
    const hidden = sheet.merges.hides(row, column);
    const content = hidden ? { value: "", formula: null } : { value, formula };
    sheet.put(row, column, { ...content, style: styleOf(style), spilledFrom: null });
  }
  for (const { row, column, array } of source.cells) if (array) markArray(sheet, row, column, array);
  if (source.rowsHiddenByDefault) hideUnmentionedRows(sheet, source);
  page(sheet, source);
}

function fillBlanks(sheet: Sheet, source: XlsxSheet, styleOf: (index: number) => Style): void {
  let room = MAX_BLANK_CELLS;
  for (const blank of source.blanks) {
    const style = styleOf(blank.style);
    const count = cellCount(blank);
    if (count > room) {
      sheet.styledAreas.push({ area: blank, style });
      continue;
    }
    room -= count;
    for (let row = blank.top; row <= blank.bottom; row++) {
      for (let column = blank.left; column <= blank.right; column++) {
        sheet.put(row, column, { value: "", formula: null, style, spilledFrom: null });
      }
    }
  }
}

/** Cells of an array formula other than its first hold its results. */
function markArray(sheet: Sheet, row: number, column: number, area: Area): void {
  for (const [r, c, cell] of [...sheet.cellsIn(area)]) {
    if ((r !== row || c !== column) && cell.formula === null)
      sheet.put(r, c, { ...cell, spilledFrom: { row, column } });
  }
}

/** The file may say that rows are hidden unless it mentions them. */
function hideUnmentionedRows(sheet: Sheet, source: XlsxSheet): void {
  const shown = new Set(source.cells.map((cell) => cell.row));
  for (const run of source.rows) {
    for (let row = run.first; row <= Math.min(run.last, run.first + 10_000); row++) if (!run.hidden) shown.add(row);
  }
  sheet.rows.set(0, MAX_ROWS - 1, { hidden: true });
  for (const row of shown) sheet.rows.set(row, row, { hidden: false });
}

const PAPER: Readonly<Record<number, string>> = { 8: "A3", 9: "A4", 12: "B4", 13: "B5" };

function page(sheet: Sheet, { page: { landscape, paperSize, scale, fit } }: XlsxSheet): void {
  const set = (name: string, value: unknown): unknown => sheet.pageLayout.properties.set(name, value);
  if (landscape) set("Orientation", "Landscape");
  const paper = paperSize === null ? undefined : PAPER[paperSize];
  if (paper !== undefined) set("PaperSize", paper);
  const pages = (n: number): number | undefined => (n > 0 ? n : undefined);
  if (fit) set("Zoom", { horizontalFitToPages: pages(fit.wide), verticalFitToPages: pages(fit.tall) });
  else if (scale !== null) set("Zoom", { scale });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function protectionFromFile({ password, allowed }: SheetProtection): Protection {
  const option = (name: string): string => {
    if (name === "objects") return "allowEditObjects";
    if (name === "scenarios") return "allowEditScenarios";
    return `allow${capital(name)}`;
  };
  const options = Object.fromEntries(allowed.map((name) => [option(name), true]));
  return { on: true, options, hasPassword: password, password: null };
}

function validationFromFile(source: DataValidation): Validation {
  const { areas, type, operator, allowBlank, formula1, formula2 } = source;
  return {
    areas,
    type,
    operator: capital(operator),
    ignoreBlanks: allowBlank,
    formula1,
    formula2,
    inCellDropDown: true,
    errorAlert: null,
    prompt: null,
  };
}

const HORIZONTAL: Readonly<Record<string, string>> = { centerContinuous: "CenterAcrossSelection" };

/** A cell format of the file in the words of Excel.RangeFormat. */
export function styleFromFile(style: CellStyle): Style {
  const { font, border, horizontal, vertical } = style;
  return {
    numberFormat: style.numberFormat,
    fill: style.fill ?? "",
    fontName: font.name,
    fontSize: font.size,
    fontColor: font.color ?? "#000000",
    bold: font.bold,
    italic: font.italic,
    strikethrough: font.strike,
    underline: font.underline ? "Single" : "None",
    horizontalAlignment: HORIZONTAL[horizontal ?? ""] ?? capital(horizontal ?? "general"),
    verticalAlignment: capital(vertical ?? "bottom"),
    wrapText: style.wrapText,
    indentLevel: style.indent,
    shrinkToFit: style.shrinkToFit,
    textOrientation: style.rotation,
    locked: style.locked,
    formulaHidden: style.formulaHidden,
    borders: bordersFromFile(border),
  };
}

/** Line styles of the file → Excel.BorderLineStyle and Excel.BorderWeight. */
export const BORDER_LINES: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  hair: ["Continuous", "Hairline"],
  double: ["Double", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  slantDashDot: ["SlantDashDot", "Medium"],
};

function bordersFromFile(border: CellStyle["border"]): Style["borders"] {
  const borders: Partial<Record<BorderSide, Border>> = {};
  const add = (side: BorderSide, line: BorderLine | null): void => {
    const known = line && BORDER_LINES[line.style];
    if (known) borders[side] = { style: known[0], weight: known[1], color: line.color ?? "#000000" };
  };
  add("EdgeTop", border.top);
  add("EdgeBottom", border.bottom);
  add("EdgeLeft", border.left);
  add("EdgeRight", border.right);
  return borders;
}
