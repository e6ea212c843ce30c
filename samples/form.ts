/** Drawing a printed form: cells with borders, fills and merges, as a city hall lays them out. */
import type { Alignment, Borders, Cell, CellValue, Fill, PaperSize, Worksheet } from "exceljs";

export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly fill?: string;
  readonly color?: string;
  readonly align?: Alignment["horizontal"];
  readonly valign?: Alignment["vertical"];
  /** false: one line. */
  readonly wrap?: boolean;
  readonly border?: "thin" | "hair" | "medium" | "none";
  readonly format?: string;
  /** One character per line, as in the narrow label columns. */
  readonly upright?: boolean;
  readonly indent?: number;
  readonly unlocked?: boolean;
}

export const PALE = { blue: "FFDDEBF7", green: "FFE2EFDA", yellow: "FFFFF2CC", grey: "FFEDEDED", orange: "FFFCE4D6" };
export const HEAD: Look = { fill: PALE.blue, align: "center", valign: "middle", wrap: true };
export const PLAIN: Look = { border: "none", wrap: false };

/** "AF" → 32 */
export function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n;
}

/** 32 → "AF" */
export function columnLetters(column: number): string {
  return column > 26
    ? columnLetters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
    : String.fromCharCode(64 + column);
}

export class Form {
  merges = 0;
  constructor(
    readonly sheet: Worksheet,
    private readonly fontName = "ＭＳ ゴシック",
    private readonly fontSize = 9,
  ) {
    sheet.views = [{ showGridLines: false, zoomScale: 85 }];
  }

  /** Writes a value into the top-left cell of "B2:F3" (merged when larger than one cell) and dresses the whole area. */
  box(address: string, value: CellValue, look: Look = {}): Cell {
    const [from, to] = address.split(":") as [string, string | undefined];
    const cell = this.sheet.getCell(from);
    this.dress(cell, look);
    if (to !== undefined && to !== from) {
      // After dressing: the cells behind the anchor take over its borders.
      this.sheet.mergeCells(address);
      this.merges++;
    }
    if (value !== null) cell.value = value;
    return cell;
  }

  /** Columns by letters and rows by number: `at("B", 2, "F", 3, …)`. */
  at(left: string, top: number, right: string, bottom: number, value: CellValue, look: Look = {}): Cell {
    return this.box(`${left}${top}:${right}${bottom}`, value, look);
  }

  dress(cell: Cell, look: Look): void {
    cell.font = {
      name: this.fontName,
      size: look.size ?? this.fontSize,
      bold: look.bold ?? false,
      ...(look.color === undefined ? {} : { color: { argb: look.color } }),
    };
    const alignment: Partial<Alignment> = { vertical: look.valign ?? "middle", wrapText: look.wrap ?? true };
    if (look.align !== undefined) alignment.horizontal = look.align;
    if (look.indent !== undefined) alignment.indent = look.indent;
    if (look.upright === true) Object.assign(alignment, { textRotation: "vertical", horizontal: "center" });
    cell.alignment = alignment;
    const style = look.border ?? "thin";
    if (style !== "none") {
      const side = { style, color: { argb: "FF404040" } } as const;
      cell.border = { top: side, left: side, bottom: side, right: side } satisfies Partial<Borders>;
    }
    if (look.fill !== undefined) {
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: look.fill } } satisfies Fill;
    }
    if (look.format !== undefined) cell.numFmt = look.format;
    if (look.unlocked === true) cell.protection = { locked: false };
  }

  widths(columns: Readonly<Record<string, number>>): void {
    for (const [letters, width] of Object.entries(columns)) this.sheet.getColumn(letters).width = width;
  }

  height(row: number, points: number): void {
    this.sheet.getRow(row).height = points;
  }

  /** Paper and print area, one page wide. */
  page(paper: "A3" | "A4", area: string, orientation: "landscape" | "portrait" = "landscape"): void {
    this.sheet.pageSetup = {
      ...this.sheet.pageSetup,
      // The library names no A3; the file format does: 8.
      paperSize: (paper === "A3" ? 8 : 9) as number as PaperSize,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printArea: area,
      margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.4, header: 0.2, footer: 0.2 },
    };
  }
}

/** Protects a sheet without a password. Written out: the library's own method salts even an empty one at random. */
export function protect(sheet: Worksheet): void {
  (sheet as Worksheet & { sheetProtection: object | null }).sheetProtection = {
    sheet: true,
    objects: false,
    scenarios: false,
  };
}
