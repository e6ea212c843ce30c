/**
 * Result sheets: drawing one, drawing it again over itself, and reading it back.
 * A sheet that we made carries a mark; a sheet of the same name without it belongs to somebody and is never touched.
 */
import { STYLES, styledAreas, type SheetDrawing, type StackedBars } from "../sheet/drawing";
import type { Area, CellValue } from "../sheet/types";
import { isFormula, typed } from "./contents";
import { HostError } from "./host-errors";
import { inExcel, type Session } from "./session";

/** Hidden name of the worksheets that we made; it travels with the sheet when that is renamed or the file copied. */
const MARK = "KPI_RESULT_SHEET";
/** Our chart among the sheet's. */
const CHART = "KPIシート";

export interface SheetReport {
  readonly sheetId: string;
  readonly name: string;
  /** An earlier result was drawn over. */
  readonly replaced: boolean;
}

export interface WriteSheetOptions {
  /** Draw over our own earlier sheet of this name; without it such a sheet counts as taken. */
  readonly replace?: boolean;
  /** Bring it to the front. */
  readonly show?: boolean;
}

/**
 * Draws a result sheet. Running it again updates the same sheet. Rejects with a HostError: "sheetTaken" where a
 * sheet of that name is not ours, "protected" where ours is protected.
 */
export async function writeSheet(drawing: SheetDrawing, options: WriteSheetOptions = {}): Promise<SheetReport> {
  return await inExcel({}, async (context) => {
    const existing = await findSheet(context, drawing.name);
    if (existing && !(existing.ours && options.replace)) throw new HostError("sheetTaken", drawing.name);
    if (existing?.protected) throw new HostError("protected", drawing.name);
    const { worksheets } = context.workbook;
    const sheet = existing ? worksheets.getItem(existing.id) : worksheets.add(drawing.name);
    if (existing) wipe(sheet, existing.charts);
    else sheet.names.add(MARK, sheet.getRange("A1")).visible = false;
    drawCells(sheet, drawing);
    drawPage(sheet, drawing);
    if (drawing.chart) drawChart(sheet, drawing.chart);
    if (options.show) sheet.activate();
    sheet.load("id");
    await context.sync();
    return { sheetId: sheet.id, name: drawing.name, replaced: existing !== null };
  });
}

async function findSheet(context: Session, name: string) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("id,protection/protected");
  const mark = sheet.names.getItemOrNullObject(MARK);
  mark.load("name");
  const { charts } = sheet;
  charts.load("items/name");
  await context.sync();
  if (sheet.isNullObject) return null;
  return {
    id: sheet.id,
    ours: !mark.isNullObject,
    protected: sheet.protection.protected,
    charts: charts.items.map((chart) => chart.name),
  };
}

function wipe(sheet: Excel.Worksheet, charts: readonly string[]): void {
  for (const name of charts) sheet.charts.getItem(name).delete();
  sheet.freezePanes.unfreeze();
  const all = sheet.getRange();
  all.unmerge();
  all.clear();
  all.untrack();
}

function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
}

function drawCells(sheet: Excel.Worksheet, drawing: SheetDrawing): void {
  const width = Math.max(drawing.columns.length, ...drawing.rows.map((row) => row.cells.length));
  if (width === 0 || drawing.rows.length === 0) return;
  const grid = <T>(of: (row: number, column: number) => T): T[][] =>
    drawing.rows.map((_, row) => Array.from({ length: width }, (__, column) => of(row, column)));
  const cellAt = (row: number, column: number) => drawing.rows[row]?.cells[column] ?? null;
  const formatAt = (row: number, column: number): string => {
    const cell = cellAt(row, column);
    return cell ? (cell.numberFormat ?? STYLES[cell.style].numberFormat) : "General";
  };
  const all = rangeOf(sheet, { top: 0, left: 0, bottom: drawing.rows.length - 1, right: width - 1 });
  all.numberFormat = grid(formatAt);
  all.formulas = grid((row, column): CellValue => {
    const { content, formula } = cellAt(row, column) ?? { content: "" };
    return formula ? content : typed(asText(content), formatAt(row, column));
  });
  all.untrack();
  for (const { area, style } of styledAreas(drawing.rows)) applyStyle(rangeOf(sheet, area), STYLES[style]);
  for (const area of drawing.merges) rangeOf(sheet, area).merge();
  drawing.columns.forEach((points, column) => {
    rangeOf(sheet, { top: 0, left: column, bottom: 0, right: column }).format.columnWidth = points;
  });
  drawing.rows.forEach(({ height }, row) => {
    if (height !== null) rangeOf(sheet, { top: row, left: 0, bottom: row, right: 0 }).format.rowHeight = height;
  });
}

/** A text that looks like a formula is none here: names of groups come from the sheets of others. */
const asText = (content: CellValue): CellValue => (isFormula(content) ? `'${content}` : content);

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

function applyStyle(range: Excel.Range, style: (typeof STYLES)[keyof typeof STYLES]): void {
  const { format } = range;
  format.font.bold = style.bold;
  format.font.size = style.size;
  format.font.color = style.color;
  if (style.fill !== null) format.fill.color = style.fill;
  format.horizontalAlignment = style.horizontal;
  format.verticalAlignment = style.vertical;
  format.wrapText = style.wrap;
  if (style.indent > 0) format.indentLevel = style.indent;
  if (!style.border) return;
  for (const edge of [...EDGES, "InsideHorizontal", "InsideVertical"] as const) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.weight = "Thin";
    border.color = "#A6A6A6";
  }
}

function drawPage(sheet: Excel.Worksheet, drawing: SheetDrawing): void {
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = drawing.orientation;
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  if (drawing.headerRow === null) return;
  sheet.freezePanes.freezeRows(drawing.headerRow + 1);
  pageLayout.setPrintTitleRows(`$${drawing.headerRow + 1}:$${drawing.headerRow + 1}`);
}

function drawChart(sheet: Excel.Worksheet, bars: StackedBars): void {
  const chart = sheet.charts.add(bars.percent ? "BarStacked100" : "BarStacked", rangeOf(sheet, bars.source), "Columns");
  chart.name = CHART;
  chart.title.text = bars.title;
  chart.legend.position = "Bottom";
  // The first group on top, as in the table.
  chart.axes.categoryAxis.reversePlotOrder = true;
  bars.colors.forEach((color, i) => chart.series.getItemAt(i).format.fill.setSolidColor(color));
  const { top, left, bottom, right } = bars.place;
  chart.setPosition(
    rangeOf(sheet, { top, left, bottom: top, right: left }),
    rangeOf(sheet, { top: bottom, left: right, bottom, right }),
  );
}

/** What a sheet displays, from A1; null where there is no such sheet, empty for an empty one. */
export async function readSheetText(name: string): Promise<readonly (readonly string[])[] | null> {
  return await inExcel({ waitForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("id");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,text");
    used.untrack();
    await context.sync();
    if (sheet.isNullObject) return null;
    if (used.isNullObject) return [];
    const { rowIndex, columnIndex, text } = used;
    const blank = (): string => "";
    return [
      ...Array.from({ length: rowIndex }, (): string[] => []),
      ...text.map((row) => [...Array.from({ length: columnIndex }, blank), ...row]),
    ];
  });
}
