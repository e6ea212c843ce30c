/**
 * A result sheet (「KPI集計」「点検結果」) as plain data, before any Excel: what stands in each cell, in which style, how it
 * is printed, and its chart. Rows and columns count from 0, from A1.
 */
import type { Area, CellValue } from "./types";

/** How a cell looks. Colours are `#RRGGBB`. */
export interface CellStyle {
  readonly bold: boolean;
  /** Points. */
  readonly size: number;
  readonly color: string;
  /** null: no fill. */
  readonly fill: string | null;
  readonly horizontal: "Left" | "Center" | "Right";
  readonly vertical: "Top" | "Center";
  readonly wrap: boolean;
  readonly indent: number;
  /** Thin lines on all four sides. */
  readonly border: boolean;
  readonly numberFormat: string;
}

const plain: CellStyle = {
  bold: false,
  size: 11,
  color: "#1F1F1F",
  fill: null,
  horizontal: "Left",
  vertical: "Center",
  wrap: false,
  indent: 0,
  border: false,
  numberFormat: "General",
};
const framed: CellStyle = { ...plain, border: true };

/** The styles that result sheets are made of; quiet enough for a greyscale print. */
export const STYLES = {
  title: { ...plain, bold: true, size: 16 },
  meta: { ...plain, size: 10, color: "#5C5C5C" },
  header: { ...framed, bold: true, fill: "#E3ECF5", horizontal: "Center", wrap: true },
  name: { ...framed, wrap: true },
  subname: { ...framed, wrap: true, indent: 1 },
  text: { ...framed, wrap: true, vertical: "Top" },
  mark: { ...framed, horizontal: "Center" },
  count: { ...framed, horizontal: "Right", numberFormat: "#,##0" },
  /** A value as a department wrote it, figure or text. */
  figure: { ...framed, horizontal: "Right", wrap: true },
  share: { ...framed, horizontal: "Right", numberFormat: "0.0%" },
  totalName: { ...framed, bold: true, fill: "#F3F6FA", wrap: true },
  totalCount: { ...framed, bold: true, fill: "#F3F6FA", horizontal: "Right", numberFormat: "#,##0" },
  totalMark: { ...framed, bold: true, fill: "#F3F6FA", horizontal: "Center" },
  totalShare: { ...framed, bold: true, fill: "#F3F6FA", horizontal: "Right", numberFormat: "0.0%" },
  note: { ...plain, size: 10, color: "#5C5C5C", wrap: false },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof STYLES;

export interface DrawnCell {
  /** A value, shown as it stands; with `formula`, a formula that begins with "=". */
  readonly content: CellValue;
  readonly formula?: true;
  readonly style: StyleName;
  /** Where it is not the style's own: a figure that was copied looks as it did at home. */
  readonly numberFormat?: string;
}

export interface DrawnRow {
  /** Points; null: as high as the text needs. */
  readonly height: number | null;
  /** null: empty and plain. A row may be shorter than the sheet is wide. */
  readonly cells: readonly (DrawnCell | null)[];
}

export interface StackedBars {
  readonly title: string;
  /** Header row (series names), first column (categories) and figures. */
  readonly source: Area;
  /** One per series, in order. */
  readonly colors: readonly string[];
  /** Each bar as long as 100 %. */
  readonly percent: boolean;
  /** The cells that it covers. */
  readonly place: Area;
}

export interface SheetDrawing {
  readonly name: string;
  /** Column widths in points. */
  readonly columns: readonly number[];
  readonly rows: readonly DrawnRow[];
  readonly merges: readonly Area[];
  /** The table's header: kept in view, repeated at the top of each printed page. null: none. */
  readonly headerRow: number | null;
  /** A4, one page wide. */
  readonly orientation: "Landscape" | "Portrait";
  readonly chart: StackedBars | null;
}

/** A rectangle of cells in one style. */
export interface StyledArea {
  readonly area: Area;
  readonly style: StyleName;
}

/** The styles as few rectangles: equal neighbours in a row, then equal rows below each other. */
export function styledAreas(rows: readonly DrawnRow[]): StyledArea[] {
  const open = new Map<string, { area: Area; style: StyleName }>();
  const closed: StyledArea[] = [];
  rows.forEach((row, r) => {
    const spans = new Map(stylesOf(row).map((span) => [`${span.left}:${span.right}:${span.style}`, span]));
    for (const [key, styled] of open) {
      if (spans.has(key)) continue;
      closed.push(styled);
      open.delete(key);
    }
    for (const [key, { left, right, style }] of spans) {
      const above = open.get(key);
      const top = above ? above.area.top : r;
      open.set(key, { area: { top, left, bottom: r, right }, style });
    }
  });
  return [...closed, ...open.values()];
}

function stylesOf(row: DrawnRow): { left: number; right: number; style: StyleName }[] {
  const spans: { left: number; right: number; style: StyleName }[] = [];
  row.cells.forEach((cell, column) => {
    if (!cell) return;
    const last = spans[spans.length - 1];
    if (last && last.right === column - 1 && last.style === cell.style) last.right = column;
    else spans.push({ left: column, right: column, style: cell.style });
  });
  return spans;
}
