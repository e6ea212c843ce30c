/**
 * Result sheets: drawing one, drawing it again over itself, and reading it back.
 * A sheet that we made carries a mark; a sheet of the same name without it belongs to somebody and is never touched.
 */
import { STYLES, styledAreas, type DrawnCell, type SheetDrawing, type StackedBars } from "../sheet/drawing";
import type { Area, CellValue } from "../sheet/types";
import { isFormula, typed } from "./contents";
import { HostError } from "./host-errors";
import { gridBytes, REQUEST_BYTES } from "./payload";
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
 * Draws a result sheet. Running it again updates the same sheet. One that is too large for one request is drawn on a hidden
 * sheet, which takes the place of the earlier one when it is complete. Rejects with a HostError, the workbook being as
 * before: "sheetTaken" where a sheet of that name is not ours, "protected" where ours is protected.
 */
export async function writeSheet(drawing: SheetDrawing, options: WriteSheetOptions = {}): Promise<SheetReport> {
  return await inExcel({}, async (context) => {
    const existing = await findSheet(context, drawing.name);
    if (existing && !(existing.ours && options.replace)) throw new HostError("sheetTaken", drawing.name);
    if (existing?.protected) throw new HostError("protected", drawing.name);
    const pieces = piecesOf(drawing.rows);
    const sheet =
      pieces.length > 1
        ? await drawHidden(context, drawing, pieces, existing?.id ?? null)
        : drawAtOnce(context, drawing, existing);
    if (options.show) sheet.activate();
    sheet.load("id");
    await context.sync();
    return { sheetId: sheet.id, name: drawing.name, replaced: existing !== null };
  });
}

type ExistingSheet = Awaited<ReturnType<typeof findSheet>>;

function drawAtOnce(context: Session, drawing: SheetDrawing, existing: ExistingSheet): Excel.Worksheet {
  const { worksheets } = context.workbook;
  const sheet = existing ? worksheets.getItem(existing.id) : worksheets.add(drawing.name);
  if (existing) wipe(sheet, existing.charts);
  else mark(sheet);
  drawCells(sheet, drawing, { first: 0, last: drawing.rows.length - 1 });
  drawLayout(sheet, drawing);
  return sheet;
}

const mark = (sheet: Excel.Worksheet): void => {
  sheet.names.add(MARK, sheet.getRange("A1")).visible = false;
};

/** Rows from `first` to `last`. */
interface Piece {
  readonly first: number;
  readonly last: number;
}

/** Rows that fit into one request together; styles and heights take about as much as the cells. */
function piecesOf(rows: SheetDrawing["rows"]): Piece[] {
  const pieces: Piece[] = [];
  let first = 0;
  let bytes = 0;
  rows.forEach(({ cells }, row) => {
    const own = 2 * gridBytes([cells.map((one) => one?.content ?? ""), cells.map(() => "General")]) + 200;
    if (row > first && bytes + own > REQUEST_BYTES) {
      pieces.push({ first, last: row - 1 });
      first = row;
      bytes = 0;
    }
    bytes += own;
  });
  return [...pieces, { first, last: rows.length - 1 }];
}

/** Whatever fails on the way, the earlier sheet is still there, and nothing is left of the new one. */
async function drawHidden(
  context: Session,
  drawing: SheetDrawing,
  pieces: readonly Piece[],
  earlier: string | null,
): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  const sheet = worksheets.add();
  sheet.visibility = "Hidden";
  mark(sheet);
  sheet.load("id");
  await context.sync();
  try {
    for (const piece of pieces) await sendPiece(context, sheet, drawing, piece);
    drawLayout(sheet, drawing);
    if (earlier !== null) worksheets.getItem(earlier).delete();
    sheet.name = drawing.name;
    sheet.visibility = "Visible";
    await context.sync();
    return sheet;
  } catch (error) {
    await removeUnfinished(sheet.id, drawing.name);
    throw error;
  }
}

async function sendPiece(context: Session, sheet: Excel.Worksheet, drawing: SheetDrawing, piece: Piece): Promise<void> {
  drawCells(sheet, drawing, piece);
  await context.sync();
}

/** The hidden sheet is deleted, unless it has its name already: then only the answer of the last request was lost. */
async function removeUnfinished(id: string, name: string): Promise<void> {
  await inExcel({}, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject || sheet.name === name) return;
    sheet.delete();
    await context.sync();
  });
}

async function findSheet(context: Session, name: string) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("id,protection/protected");
  const ours = sheet.names.getItemOrNullObject(MARK);
  ours.load("name");
  const { charts } = sheet;
  charts.load("items/name");
  await context.sync();
  if (sheet.isNullObject) return null;
  return {
    id: sheet.id,
    ours: !ours.isNullObject,
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

function drawCells(sheet: Excel.Worksheet, drawing: SheetDrawing, { first, last }: Piece): void {
  const width = Math.max(drawing.columns.length, ...drawing.rows.map((row) => row.cells.length));
  const rows = drawing.rows.slice(first, last + 1);
  if (width === 0 || rows.length === 0) return;
  const grid = <T>(of: (cell: DrawnCell | null) => T): T[][] =>
    rows.map(({ cells }) => Array.from({ length: width }, (_, column) => of(cells[column] ?? null)));
  const formatOf = (cell: DrawnCell | null): string =>
    cell ? (cell.numberFormat ?? STYLES[cell.style].numberFormat) : "General";
  const all = rangeOf(sheet, { top: first, left: 0, bottom: last, right: width - 1 });
  all.numberFormat = grid(formatOf);
  all.formulas = grid((cell): CellValue => {
    const { content, formula } = cell ?? { content: "" };
    return formula ? content : typed(asText(content), formatOf(cell));
  });
  all.untrack();
  for (const { area, style } of styledAreas(rows)) {
    applyStyle(rangeOf(sheet, { ...area, top: area.top + first, bottom: area.bottom + first }), STYLES[style]);
  }
  for (const { top, bottom, height } of heightRuns(rows))
    rangeOf(sheet, { top: top + first, left: 0, bottom: bottom + first, right: 0 }).format.rowHeight = height;
}

function drawLayout(sheet: Excel.Worksheet, drawing: SheetDrawing): void {
  for (const area of drawing.merges) rangeOf(sheet, area).merge();
  drawing.columns.forEach((points, column) => {
    rangeOf(sheet, { top: 0, left: column, bottom: 0, right: column }).format.columnWidth = points;
  });
  drawPage(sheet, drawing);
  if (drawing.chart) drawChart(sheet, drawing.chart);
}

/** Rows of one height below each other: a list of thousands must fit into one request. */
function heightRuns(rows: SheetDrawing["rows"]): { top: number; bottom: number; height: number }[] {
  const runs: { top: number; bottom: number; height: number }[] = [];
  rows.forEach(({ height }, row) => {
    const last = runs.at(-1);
    if (height === null) return;
    if (last && last.bottom === row - 1 && last.height === height) last.bottom = row;
    else runs.push({ top: row, bottom: row, height });
  });
  return runs;
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
