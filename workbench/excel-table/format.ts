/** Formats of ranges: fill, font, borders, alignment, sizes, protection of cells. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import type { Area } from "../model/area";
import { type Border, type BorderSide, type Style } from "../model/cell";
import { shared, writeStyle } from "./cells";
import type { ExcelContext, FormatObject } from "./context";
import { autofitColumns, autofitRows, columnPoints, rowPoints, setColumnPoints, setRowPoints } from "./sizes";

type StyleKey = Exclude<keyof Style, "borders">;

const readStyle = <K extends keyof Style>({ sheet, areas }: FormatObject, key: K): Style[K] | null =>
  shared(sheet, areas, (row, column) => sheet.style(row, column)[key]);

function setStyle({ sheet, areas }: FormatObject, style: Partial<Style>, { book }: ExcelContext): void {
  for (const area of areas) writeStyle(book, sheet, area, style);
}

type Getter = (object: FormatObject, context: ExcelContext) => unknown;
type Setter = (object: FormatObject, value: unknown, context: ExcelContext) => void;

/** Properties that are one field of the style each: name of the API → field, and the kind of its values. */
function fields(map: Readonly<Record<string, [key: StyleKey, kind: "string" | "number" | "boolean"]>>): {
  get: Record<string, Getter>;
  set: Record<string, Setter>;
} {
  const get: Record<string, Getter> = {};
  const set: Record<string, Setter> = {};
  for (const [name, [key, kind]] of Object.entries(map)) {
    get[name] = (object) => readStyle(object, key);
    set[name] = (object, value, context) => {
      if (typeof value !== kind) refuse("InvalidArgument", `${object.type}.${name}`);
      setStyle(object, { [key]: value } as Partial<Style>, context);
    };
  }
  return { get, set };
}

const part =
  (type: string) =>
  ({ sheet, areas }: FormatObject): FormatObject => ({ type, sheet, areas });

/** "red", "F00", "#ff0000" → "#FF0000". @throws ApiError InvalidArgument */
export function colour(value: unknown, location: string): string {
  if (typeof value !== "string") return refuse("InvalidArgument", location);
  const hex = /^#?([0-9a-f]{6})$/i.exec(value)?.[1];
  const named = COLOURS[value.toLowerCase()];
  return hex ? `#${hex.toUpperCase()}` : (named ?? refuse("InvalidArgument", location));
}

const COLOURS: Readonly<Record<string, string>> = {
  black: "#000000",
  blue: "#0000FF",
  gray: "#808080",
  green: "#008000",
  orange: "#FFA500",
  red: "#FF0000",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};

export const SIDES: readonly BorderSide[] = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

export const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000" };

export interface BorderObject extends FormatObject {
  readonly side: BorderSide;
}

/** Which side of which cells a side of the range is. */
function* edges(area: Area, side: BorderSide): Generator<[row: number, column: number, side: BorderSide]> {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (side === "EdgeTop" && row === area.top) yield [row, column, "EdgeTop"];
      if (side === "EdgeBottom" && row === area.bottom) yield [row, column, "EdgeBottom"];
      if (side === "EdgeLeft" && column === area.left) yield [row, column, "EdgeLeft"];
      if (side === "EdgeRight" && column === area.right) yield [row, column, "EdgeRight"];
      if (side === "InsideHorizontal" && row < area.bottom) {
        yield [row, column, "EdgeBottom"];
        yield [row + 1, column, "EdgeTop"];
      }
      if (side === "InsideVertical" && column < area.right) {
        yield [row, column, "EdgeRight"];
        yield [row, column + 1, "EdgeLeft"];
      }
      if (side === "DiagonalDown" || side === "DiagonalUp") yield [row, column, side];
    }
  }
}

function readBorder({ sheet, areas, side }: BorderObject, key: keyof Border): string | null {
  let common: string | undefined;
  for (const area of areas) {
    for (const [row, column, edge] of edges(area, side)) {
      const value = (sheet.style(row, column).borders[edge] ?? NO_BORDER)[key];
      if (common !== undefined && common !== value) return null;
      common = value;
    }
  }
  return common ?? NO_BORDER[key];
}

export function setBorder(object: BorderObject, patch: Partial<Border>, { book }: ExcelContext): void {
  const { sheet, areas, side } = object;
  for (const area of areas) {
    const places = [...edges(area, side)];
    for (const [row, column] of places) book.checkWritable(sheet, row, column, { style: {} });
    for (const [row, column, edge] of places) {
      const borders = sheet.style(row, column).borders;
      const before = borders[edge] ?? NO_BORDER;
      // a colour or a weight for a border that is not there draws one
      const drawn = before.style === "None" && patch.style === undefined ? { style: "Continuous" } : {};
      book.write(
        sheet,
        row,
        column,
        { style: { borders: { ...borders, [edge]: { ...before, ...drawn, ...patch } } } },
        "api",
      );
    }
    book.emit({ kind: "formatted", sheetId: sheet.id, area, source: "api" });
  }
}

function borderAt({ sheet, areas }: FormatObject, side: unknown): BorderObject {
  const known = SIDES.find((name) => name === side) ?? refuse("InvalidArgument", "RangeBorderCollection.getItem");
  return { type: "RangeBorder", sheet, areas, side: known };
}

const BORDER_STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];
const BORDER_WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"];

const oneOf = (list: readonly string[], value: unknown, location: string): string =>
  list.find((item) => item === value) ?? refuse("InvalidArgument", location);

const alignment = fields({
  HorizontalAlignment: ["horizontalAlignment", "string"],
  VerticalAlignment: ["verticalAlignment", "string"],
  WrapText: ["wrapText", "boolean"],
  IndentLevel: ["indentLevel", "number"],
  ShrinkToFit: ["shrinkToFit", "boolean"],
  TextOrientation: ["textOrientation", "number"],
});

export const formatTypes = {
  RangeFormat: define<FormatObject, ExcelContext>({
    get: { ...alignment.get, ColumnWidth: columnPoints, RowHeight: rowPoints },
    set: { ...alignment.set, ColumnWidth: setColumnPoints, RowHeight: setRowPoints },
    nav: {
      Fill: part("RangeFill"),
      Font: part("RangeFont"),
      Borders: part("RangeBorderCollection"),
      Protection: part("FormatProtection"),
    },
    call: { AutofitColumns: autofitColumns, AutofitRows: autofitRows },
  }),

  RangeFill: define<FormatObject, ExcelContext>({
    get: {
      Color: (object) => {
        const fill = readStyle(object, "fill");
        // no fill reads as white, a mixture as ""
        return fill === null ? "" : fill || "#FFFFFF";
      },
    },
    set: {
      Color: (object, value, context) => {
        setStyle(object, { fill: value === "" ? "" : colour(value, "RangeFill.color") }, context);
      },
    },
    call: { Clear: (object, _, context) => setStyle(object, { fill: "" }, context) },
  }),

  RangeFont: ((plain) =>
    define<FormatObject, ExcelContext>({
      get: { ...plain.get, Color: (object) => readStyle(object, "fontColor") },
      set: {
        ...plain.set,
        Color: (object, value, context) => setStyle(object, { fontColor: colour(value, "RangeFont.color") }, context),
      },
    }))(
    fields({
      Bold: ["bold", "boolean"],
      Italic: ["italic", "boolean"],
      Name: ["fontName", "string"],
      Size: ["fontSize", "number"],
      Underline: ["underline", "string"],
      Strikethrough: ["strikethrough", "boolean"],
    }),
  ),

  RangeBorderCollection: define<FormatObject, ExcelContext>({
    get: { Count: () => SIDES.length },
    items: (object) => SIDES.map((side) => borderAt(object, side)),
    item: borderAt,
    call: { GetItemAt: (object, args) => borderAt(object, SIDES[args.integer(0)]) },
  }),

  RangeBorder: define<BorderObject, ExcelContext>({
    get: {
      SideIndex: ({ side }) => side,
      Style: (object) => readBorder(object, "style"),
      Weight: (object) => readBorder(object, "weight"),
      Color: (object) => readBorder(object, "color"),
    },
    set: {
      Style: (object, value, context) => {
        const style = oneOf(BORDER_STYLES, value, "RangeBorder.style");
        setBorder(object, { style }, context);
      },
      Weight: (object, value, context) => {
        setBorder(object, { weight: oneOf(BORDER_WEIGHTS, value, "RangeBorder.weight") }, context);
      },
      Color: (object, value, context) => setBorder(object, { color: colour(value, "RangeBorder.color") }, context),
    },
  }),

  FormatProtection: ((plain) =>
    define<FormatObject, ExcelContext>({
      get: plain.get,
      set: Object.fromEntries(
        Object.entries(plain.set).map(([name, set]): [string, Setter] => [
          name,
          (object, value, context) => {
            if (object.sheet.protection.on) refuse("AccessDenied", `FormatProtection.${name}`);
            set(object, value, context);
          },
        ]),
      ),
    }))(fields({ Locked: ["locked", "boolean"], FormulaHidden: ["formulaHidden", "boolean"] })),
};
