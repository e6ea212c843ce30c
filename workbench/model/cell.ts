/** What a cell holds and how it looks. Cells and styles are immutable: a write puts a new one in place. */
export type CellValue = string | number | boolean;

export type BorderSide =
  | "EdgeTop"
  | "EdgeBottom"
  | "EdgeLeft"
  | "EdgeRight"
  | "DiagonalDown"
  | "DiagonalUp"
  // of a range, never of one cell
  | "InsideVertical"
  | "InsideHorizontal";

export interface Border {
  /** Excel.BorderLineStyle: "None", "Continuous", "Dash", "Double" … */
  readonly style: string;
  /** Excel.BorderWeight: "Hairline", "Thin", "Medium", "Thick". */
  readonly weight: string;
  /** "#RRGGBB". */
  readonly color: string;
}

/** Names and values are those of Excel.RangeFormat. */
export interface Style {
  readonly numberFormat: string;
  /** "#RRGGBB"; "" for no fill. */
  readonly fill: string;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly shrinkToFit: boolean;
  /** Degrees; 255 for vertical text, as the file has it. */
  readonly textOrientation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly borders: Partial<Record<BorderSide, Border>>;
}

export const DEFAULT_STYLE: Style = {
  numberFormat: "General",
  fill: "",
  fontName: "游ゴシック",
  fontSize: 11,
  fontColor: "#000000",
  bold: false,
  italic: false,
  strikethrough: false,
  underline: "None",
  horizontalAlignment: "General",
  verticalAlignment: "Center",
  wrapText: false,
  indentLevel: 0,
  shrinkToFit: false,
  textOrientation: 0,
  locked: true,
  formulaHidden: false,
  borders: {},
};

export interface Cell {
  /** "" for an empty cell; an error is its text ("#N/A"). */
  readonly value: CellValue;
  /** With "="; null for a constant. */
  readonly formula: string | null;
  readonly style: Style;
  /** Cell whose array result spills into this one. */
  readonly spilledFrom: { readonly row: number; readonly column: number } | null;
}

const ERRORS = new Set(
  "#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #BUSY! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #CONNECT! #UNKNOWN!".split(
    " ",
  ),
);

export function isErrorValue(value: CellValue): value is string {
  return typeof value === "string" && value.startsWith("#") && ERRORS.has(value);
}

/** Excel.RangeValueType of a value. */
export function valueType(value: CellValue): "Empty" | "String" | "Double" | "Boolean" | "Error" {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isErrorValue(value) ? "Error" : "String";
}
