/** What changed in the workbook since it was opened, in the saver's words. */
import type { Sheet } from "../model/sheet";
import { cornerOf } from "../excel-table/charts";
import type { Chart, Parts, Validation } from "../model/objects";
import type { Workbook } from "../model/workbook";
import type { Lines } from "../model/lines";
import { parseArea } from "../model/address";
import { fileStyle } from "./look";
import { ADD_IN } from "../addin";
import type {
  Area,
  BookSave,
  CellContent,
  CellSave,
  ChartKind,
  ChartSave,
  FileSheetSave,
  LineSave,
  NewSheetSave,
  PageSave,
  ProtectionSave,
  ValidationSave,
} from "./types";

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** Excel.ChartType → the saver's kind; any other is saved as a clustered column. */
const CHARTS: Readonly<Record<string, ChartKind>> = {
  BarStacked: "barStacked",
  BarStacked100: "barStacked100",
  BarClustered: "barClustered",
  ColumnStacked: "columnStacked",
  ColumnStacked100: "columnStacked100",
  ColumnClustered: "columnClustered",
  Line: "line",
  Pie: "pie",
};

const PAPER: Readonly<Record<string, number>> = { A3: 8, A4: 9, A5: 11, B4: 12, B5: 13, Letter: 1, Legal: 5 };

/** Everything that `saveXlsx` has to patch. */
export function bookSave(book: Workbook): BookSave {
  return {
    sheets: book.sheets.map((sheet) =>
      sheet.fileIndex === null ? newSheet(sheet) : fileSheet(sheet, sheet.fileIndex),
    ),
    ...(book.changedParts.has("active") && book.active ? { activeSheet: book.sheets.indexOf(book.active) } : {}),
    ...(book.changedParts.has("names")
      ? {
          names: book.names.map(({ name, formula, sheetId, visible }) => ({
            name,
            formula: formula.replace(/^=/, ""),
            hidden: !visible,
            sheet: sheetId === null ? null : book.sheets.findIndex((sheet) => sheet.id === sheetId),
          })),
        }
      : {}),
    ...(book.changedParts.has("settings") ? { settings: { addIn: ADD_IN, values: book.settings } } : {}),
  };
}

function fileSheet(sheet: Sheet, index: number): FileSheetSave {
  const { parts } = sheet.changes;
  return {
    kind: "file",
    index,
    ...(parts.has("name") ? { name: sheet.name } : {}),
    ...(parts.has("visibility") ? { visibility: VISIBILITY[sheet.visibility] } : {}),
    moves: sheet.changes.shifts,
    cells: changedCells(sheet),
    ...(parts.has("rows") ? { rows: lines(sheet.rows) } : {}),
    ...(parts.has("columns") ? { columns: lines(sheet.columns) } : {}),
    ...(parts.has("merges") ? { merges: sheet.merges.list } : {}),
    ...(parts.has("protection") ? { protection: protection(sheet) } : {}),
    ...(parts.has("tabColor") ? { tabColor: sheet.tabColor || null } : {}),
    ...(parts.has("pageLayout") ? { page: page(sheet) } : {}),
    ...(parts.has("freezePanes") ? { frozen: sheet.frozen } : {}),
    ...(parts.has("view") ? { gridlines: sheet.showGridlines } : {}),
    ...(sheet.charts.length > 0 ? { charts: sheet.charts.map((of) => chart(sheet, of)) } : {}),
  };
}

function newSheet(sheet: Sheet): NewSheetSave {
  return {
    kind: "new",
    name: sheet.name,
    visibility: VISIBILITY[sheet.visibility],
    cells: [...sheet.cells()].map(([row, column]) => cellSave(sheet, row, column, true, true)),
    rows: lines(sheet.rows),
    columns: lines(sheet.columns),
    merges: sheet.merges.list,
    protection: sheet.protection.on ? protection(sheet) : null,
    validations: sheet.validations.map(validation),
    frozen: sheet.frozen,
    gridlines: sheet.showGridlines,
    tabColor: sheet.tabColor || null,
    page: sheet.pageLayout.properties.size > 0 ? page(sheet) : null,
    charts: sheet.charts.map((of) => chart(sheet, of)),
  };
}

/** Cells that were changed, and the results of all formulas: the saver leaves those out that the file has already. */
function changedCells(sheet: Sheet): CellSave[] {
  const cells: CellSave[] = [];
  for (const [row, columns] of sheet.changes.cells) {
    for (const [column, change] of columns) {
      cells.push(cellSave(sheet, row, column, change.content, change.style || isNewLine(sheet, row, column)));
    }
  }
  for (const [row, column, cell] of sheet.cells()) {
    if (sheet.changes.cells.get(row)?.has(column)) continue;
    if (cell.formula !== null) cells.push({ row, column, result: cell.value });
    else if (isNewLine(sheet, row, column)) cells.push(cellSave(sheet, row, column, false, true));
    else if (cell.spilledFrom && isChanged(sheet, cell.spilledFrom))
      cells.push(cellSave(sheet, row, column, true, true));
  }
  return cells;
}

/** Does the cell lie in a row or column that was put in: its look is not in the file. */
function isNewLine(sheet: Sheet, row: number, column: number): boolean {
  const { shifts } = sheet.changes;
  for (let i = shifts.length - 1; i >= 0; i--) {
    const { along, at, count } = shifts[i] as (typeof shifts)[number];
    const index = along === "rows" ? row : column;
    if (count > 0 && index >= at && index < at + count) return true;
    // Where it stood before this move.
    const before = index < at ? index : index - count;
    if (along === "rows") row = before;
    else column = before;
  }
  return false;
}

const isChanged = (sheet: Sheet, { row, column }: { row: number; column: number }): boolean =>
  sheet.changes.cells.get(row)?.get(column)?.content ?? false;

function cellSave(sheet: Sheet, row: number, column: number, content: boolean, style: boolean): CellSave {
  const cell = sheet.cell(row, column);
  return {
    row,
    column,
    ...(content
      ? { content: contentOf(sheet, row, column) }
      : cell && cell.formula !== null
        ? { result: cell.value }
        : {}),
    ...(style && cell ? { style: fileStyle(cell.style) } : {}),
  };
}

function contentOf(sheet: Sheet, row: number, column: number): CellContent {
  const cell = sheet.cell(row, column);
  const array = cell?.formula ? filledArea(sheet, row, column) : null;
  return { value: cell?.value ?? "", formula: cell?.formula ?? null, ...(array && { array }) };
}

/** Cells that an array formula fills; null where it fills its own only. */
function filledArea(sheet: Sheet, row: number, column: number): Area | null {
  const mine = (r: number, c: number): boolean => {
    const from = sheet.cell(r, c)?.spilledFrom;
    return from?.row === row && from.column === column;
  };
  let [bottom, right] = [row, column];
  while (mine(bottom + 1, column)) bottom += 1;
  while (mine(row, right + 1)) right += 1;
  return bottom === row && right === column ? null : { top: row, left: column, bottom, right };
}

const lines = (of: Lines): LineSave[] =>
  of.list.map(({ first, last, size, hidden }) => ({ first, last, size, hidden }));

function protection(sheet: Sheet): ProtectionSave {
  const allowed = Object.entries(sheet.protection.options)
    .filter(([, on]) => on === true)
    .map(([name]) => name.replace(/^allow(.)/, (_all, first: string) => first.toLowerCase()));
  return { on: sheet.protection.on, allowed };
}

const validation = (v: Validation): ValidationSave => ({
  areas: v.areas,
  type: v.type,
  operator: v.operator.charAt(0).toLowerCase() + v.operator.slice(1),
  allowBlank: v.ignoreBlanks,
  formula1: v.formula1,
  formula2: v.formula2,
});

const text = (parts: Parts, name: string): string | null => {
  const value = parts.properties.get(name);
  return typeof value === "string" ? value : null;
};
const flag = (parts: Parts, name: string): boolean => parts.properties.get(name) === true;

/** Page layout: what the file has, and what was set through the API. */
function page(sheet: Sheet): PageSave {
  const { properties } = sheet.pageLayout;
  const zoom = properties.get("Zoom") as { horizontalFitToPages?: number; verticalFitToPages?: number } | undefined;
  const area = (name: string) => {
    const address = text(sheet.pageLayout, name);
    return address ? parseArea(address.replace(/^.*!/, "")) : null;
  };
  const rows = area("PrintTitleRows");
  return {
    landscape: text(sheet.pageLayout, "Orientation") === "Landscape",
    paperSize: PAPER[text(sheet.pageLayout, "PaperSize") ?? "A4"] ?? 9,
    fit: zoom ? { wide: zoom.horizontalFitToPages ?? 0, tall: zoom.verticalFitToPages ?? 0 } : null,
    titleRows: rows ? { first: rows.top, last: rows.bottom } : null,
    printArea: area("PrintArea"),
    centerHorizontally: flag(sheet.pageLayout, "CenterHorizontally"),
  };
}

const LEGEND = { Bottom: "bottom", Right: "right", Top: "top", Left: "left" } as const;

/** The corner at these points, where it is one of a cell; cells keep a chart in place whatever the default font is. */
function cornerAt(sheet: Sheet, left: number, top: number): { row: number; column: number } | null {
  const last = 16_384;
  for (let column = 0; column < last; column++) {
    const { left: x } = cornerOf(sheet, 0, column);
    if (x < left - 0.01) continue;
    if (x > left + 0.01) return null;
    for (let row = 0; row < 1_048_576; row++) {
      const { top: y } = cornerOf(sheet, row, 0);
      if (y >= top - 0.01) return y > top + 0.01 ? null : { row, column };
    }
  }
  return null;
}

function chart(sheet: Sheet, of: Chart): ChartSave {
  const from = cornerAt(sheet, of.left, of.top);
  const to = cornerAt(sheet, of.left + of.width, of.top + of.height);
  const title = of.look.part("title");
  const legend = of.look.part("legend");
  const position = text(legend, "Position");
  return {
    kind: CHARTS[text(of.look, "ChartType") ?? ""] ?? "columnClustered",
    name: of.name,
    title: title.properties.get("Visible") === false ? null : text(title, "Text"),
    legend: legend.properties.get("Visible") === false ? null : (LEGEND[position as keyof typeof LEGEND] ?? "right"),
    reversed: flag(of.look.part("axes").part("category"), "ReversePlotOrder"),
    dataLabels: flag(of.look, "HasDataLabels") || of.series.some(({ look }) => flag(look, "HasDataLabels")),
    series: of.series.flatMap(({ source, look }) =>
      source.values === null
        ? []
        : [
            {
              name: source.name,
              nameFrom: source.nameFrom,
              categories: source.categories,
              values: source.values,
              color: text(look.part("format").part("fill"), "Color"),
            },
          ],
    ),
    cells: from && to && { from, to },
    left: of.left,
    top: of.top,
    width: of.width,
    height: of.height,
  };
}
