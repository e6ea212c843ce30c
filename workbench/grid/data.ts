/** The workbook model as Univer's snapshot. The grid only shows: values come worked out, formulas are for the formula bar. */
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  LocaleType,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { displayText } from "../../src/xlsx/display";
import type { Border, Cell, Style } from "../model/cell";
import type { Lines } from "../model/lines";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";

/** Points of a row and characters of a column, as pixels on a screen of 96 dpi. */
export const rowPixels = (points: number): number => Math.round((points * 4) / 3);
export const columnPixels = (characters: number): number => Math.round(characters * 7 + 5);

/** Univer cannot show 令和, 曜日 or kanji digits: such cells are handed over as the text that Excel displays. */
const BEYOND_UNIVER = /g|e(?![+-])|a{3,4}|\[DBNum|r/i;
/** Quoted words, escaped characters, colours and conditions: their letters mean nothing. */
const LITERALS = /"[^"]*"|\\.|\[(?!DBNum)[^\]]*\]|General/gi;

const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  Dash: BorderStyleTypes.DASHED,
  Dot: BorderStyleTypes.DOTTED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};
const WEIGHTS: Readonly<Record<string, BorderStyleTypes>> = {
  Hairline: BorderStyleTypes.HAIR,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};
const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const line = (border: Border | undefined) =>
  border && border.style !== "None"
    ? {
        s: LINES[border.style] ?? WEIGHTS[border.weight] ?? BorderStyleTypes.THIN,
        cl: { rgb: border.color || "#000000" },
      }
    : null;

function borders(style: Style): IBorderData | null {
  const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } = style.borders;
  const sides = { t: line(EdgeTop), b: line(EdgeBottom), l: line(EdgeLeft), r: line(EdgeRight) };
  return Object.values(sides).some(Boolean) ? (sides as IBorderData) : null;
}

export function gridStyle(style: Style): IStyleData {
  return {
    ff: style.fontName,
    fs: style.fontSize,
    ...(style.bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(style.italic ? { it: BooleanNumber.TRUE } : {}),
    ...(style.underline !== "None" ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(style.strikethrough ? { st: { s: BooleanNumber.TRUE } } : {}),
    cl: { rgb: style.fontColor },
    bg: style.fill ? { rgb: style.fill } : null,
    ...(HORIZONTAL[style.horizontalAlignment] ? { ht: HORIZONTAL[style.horizontalAlignment] as HorizontalAlign } : {}),
    vt: VERTICAL[style.verticalAlignment] ?? VerticalAlign.BOTTOM,
    tb: style.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(style.textOrientation === 255 ? { tr: { a: 0, v: BooleanNumber.TRUE } } : {}),
    ...(style.textOrientation > 0 && style.textOrientation <= 180
      ? { tr: { a: style.textOrientation > 90 ? style.textOrientation - 90 : -style.textOrientation } }
      : {}),
    bd: borders(style),
    n: style.numberFormat === "General" ? null : { pattern: style.numberFormat },
  };
}

/** Value and formula, every key stated so that it can replace what the grid shows. */
export function gridValue(cell: Cell | undefined): ICellData {
  const value = cell?.value ?? "";
  const format = cell?.style.numberFormat ?? "General";
  const shown =
    typeof value === "number" && BEYOND_UNIVER.test(format.replace(LITERALS, "")) ? displayText(value, format) : value;
  return {
    v: shown === "" ? null : typeof shown === "boolean" ? Number(shown) : shown,
    t:
      shown === ""
        ? null
        : typeof shown === "number"
          ? CellValueType.NUMBER
          : typeof shown === "boolean"
            ? CellValueType.BOOLEAN
            : CellValueType.FORCE_STRING,
    f: cell?.formula ?? null,
    si: null,
    p: null,
  };
}

function lineData<T>(
  lines: Lines,
  limit: number,
  make: (size: number | null, hidden: boolean) => T,
): Record<number, T> {
  const data: Record<number, T> = {};
  for (const run of lines.list) {
    for (let i = run.first; i <= Math.min(run.last, limit); i++) data[i] = make(run.size, run.hidden);
  }
  return data;
}

/** Room to type in below and beside what is there. */
const MARGIN = { rows: 40, columns: 8 };

/** A form that is wider than the window is shown smaller, as a clerk would set it, down to half its size. */
function zoom(sheet: Sheet, lastColumn: number, width: number): number {
  let pixels = 60;
  for (let column = 0; column <= lastColumn; column++) {
    const { size, hidden } = sheet.columns.at(column);
    if (!hidden) pixels += columnPixels(size ?? sheet.defaultColumnWidth);
  }
  return Math.max(0.5, Math.min(1, Math.floor((width / pixels) * 20) / 20));
}

/**
 * One sheet with the style table that it shares with the others.
 * @param width pixels that the grid has
 */
export function gridSheet(sheet: Sheet, styles: StyleTable, width: number): IWorksheetData {
  const used = sheet.usedArea(false);
  const rows = Math.max(60, (used?.bottom ?? 0) + 1 + MARGIN.rows);
  const columns = Math.max(26, (used?.right ?? 0) + 1 + MARGIN.columns);
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, column, cell] of sheet.cells()) {
    const data: ICellData = cell.value === "" && cell.formula === null ? {} : gridValue(cell);
    (cellData[row] ??= {})[column] = { ...data, s: styles.key(cell.style) };
  }
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: rows,
    columnCount: columns,
    zoomRatio: zoom(sheet, used?.right ?? 0, width),
    freeze: {
      xSplit: sheet.frozen.columns,
      ySplit: sheet.frozen.rows,
      startRow: sheet.frozen.rows || -1,
      startColumn: sheet.frozen.columns || -1,
    },
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: columnPixels(sheet.defaultColumnWidth),
    defaultRowHeight: rowPixels(sheet.defaultRowHeight),
    mergeData: sheet.merges.list.map((m) => ({
      startRow: m.top,
      endRow: m.bottom,
      startColumn: m.left,
      endColumn: m.right,
    })),
    cellData,
    rowData: lineData<Partial<IRowData>>(sheet.rows, rows, (size, hidden) => ({
      ...(size === null ? {} : { h: rowPixels(size), ia: BooleanNumber.FALSE }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    })),
    columnData: lineData<Partial<IColumnData>>(sheet.columns, columns, (size, hidden) => ({
      ...(size === null ? {} : { w: columnPixels(size) }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    })),
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    rightToLeft: BooleanNumber.FALSE,
  };
}

/** Equal styles share one entry, as the model shares Style objects. */
export class StyleTable {
  readonly data: Record<string, IStyleData> = {};
  private readonly keys = new Map<Style, string>();

  key(style: Style): string {
    let key = this.keys.get(style);
    if (!key) {
      key = `s${this.keys.size}`;
      this.keys.set(style, key);
      this.data[key] = gridStyle(style);
    }
    return key;
  }
}

export const UNIT_ID = "workbook";

export function gridWorkbook(book: Workbook, width: number): IWorkbookData {
  const styles = new StyleTable();
  const sheets = Object.fromEntries(book.sheets.map((sheet) => [sheet.id, gridSheet(sheet, styles, width)]));
  return {
    id: UNIT_ID,
    name: book.name,
    appVersion: "0",
    locale: LocaleType.JA_JP,
    styles: styles.data,
    sheetOrder: book.sheets.map((sheet) => sheet.id),
    sheets,
  };
}
