/** get/setCellProperties and the same for rows and columns: formats of many cells in one call, as plain objects. */
import { refuse } from "../host/api-error";
import { fullAddress } from "../model/address";
import { cellArea, columnsOf, rowsOf, type Area } from "../model/area";
import type { Border, BorderSide, Style } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { colour, NO_BORDER, setBorder } from "./format";
import { isEntireColumn, isEntireRow, isUnbounded, writeStyle } from "./cells";
import { type ExcelContext, type FormatObject, type RangeObject } from "./context";
import { columnWidth, pointsOfWidth, rowHeight, setColumnPoints, setRowPoints } from "./sizes";

type Options = Readonly<Record<string, unknown>>;

const isOptions = (value: unknown): value is Options => typeof value === "object" && value !== null;

type StyleKey = Exclude<keyof Style, "borders">;

/** group → property → field of the style. "" is the format itself. */
const STYLE_FIELDS: Readonly<Record<string, Readonly<Record<string, StyleKey>>>> = {
  fill: { color: "fill" },
  font: {
    bold: "bold",
    color: "fontColor",
    italic: "italic",
    name: "fontName",
    size: "fontSize",
    strikethrough: "strikethrough",
    underline: "underline",
  },
  protection: { locked: "locked", formulaHidden: "formulaHidden" },
  "": {
    horizontalAlignment: "horizontalAlignment",
    verticalAlignment: "verticalAlignment",
    wrapText: "wrapText",
    indentLevel: "indentLevel",
    shrinkToFit: "shrinkToFit",
    textOrientation: "textOrientation",
  },
};

const SIDE_NAMES: Readonly<Record<string, BorderSide>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

const unknownProperty = (name: string): never =>
  refuse("ApiNotFound", "Range.cellProperties", `not implemented by this host: cell property ${name}`);

const plain = (key: StyleKey, value: unknown): unknown => (key === "fill" && value === "" ? "#FFFFFF" : value);

/** The part of a style that `options` ask for, in the same shape. */
function formatOf(style: Style, options: Options): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    if (wanted === false || wanted === undefined) continue;
    const own = STYLE_FIELDS[""]?.[name];
    const group = STYLE_FIELDS[name];
    if (own) answer[name] = plain(own, style[own]);
    else if (name === "borders") answer[name] = bordersOf(style, isOptions(wanted) ? wanted : {});
    else if (group) {
      const properties = isOptions(wanted) ? Object.keys(wanted).filter((key) => wanted[key]) : Object.keys(group);
      answer[name] = Object.fromEntries(
        properties.map((property) => {
          const key = group[property] ?? unknownProperty(`format.${name}.${property}`);
          return [property, plain(key, style[key])];
        }),
      );
    } else if (name !== "rowHeight" && name !== "columnWidth") unknownProperty(`format.${name}`);
  }
  return answer;
}

function bordersOf(style: Style, options: Options): Record<string, unknown> {
  const wanted = Object.keys(options).filter((key) => options[key]);
  return Object.fromEntries(
    Object.entries(SIDE_NAMES).map(([name, side]) => {
      const border: Border = style.borders[side] ?? NO_BORDER;
      const keys = wanted.length ? wanted : ["style", "weight", "color"];
      return [name, Object.fromEntries(keys.map((key) => [key, border[key as keyof Border]]))];
    }),
  );
}

/** @returns for each cell the properties that `options` name */
export function getCellProperties({ sheet, area }: RangeObject, options: Options, _: ExcelContext): unknown {
  if (isUnbounded(area)) refuse("InvalidArgument", "Range.getCellProperties");
  const rows: unknown[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: unknown[] = [];
    for (let column = area.left; column <= area.right; column++) {
      cells.push(propertiesAt(sheet, row, column, cellArea(row, column), options));
    }
    rows.push(cells);
  }
  return rows;
}

function propertiesAt(
  sheet: Sheet,
  row: number,
  column: number,
  area: Area,
  options: Options,
): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    if (wanted === false || wanted === undefined) continue;
    if (name === "address" || name === "addressLocal") answer[name] = fullAddress(sheet.name, area);
    else if (name === "hidden") answer[name] = sheet.rows.at(row).hidden || sheet.columns.at(column).hidden;
    else if (name === "rowHidden") answer[name] = sheet.rows.at(row).hidden;
    else if (name === "columnHidden") answer[name] = sheet.columns.at(column).hidden;
    else if (name === "rowIndex") answer[name] = row;
    else if (name === "columnIndex") answer[name] = column;
    else if (name === "format") {
      const format = isOptions(wanted) ? wanted : {};
      answer[name] = {
        ...formatOf(sheet.style(row, column), format),
        ...(format["rowHeight"] === true && { rowHeight: rowHeight(sheet, row) }),
        ...(format["columnWidth"] === true && { columnWidth: pointsOfWidth(columnWidth(sheet, column)) }),
      };
    } else unknownProperty(name);
  }
  return answer;
}

/** One entry per row (or column) of the range. */
export function getLineProperties({ sheet, area }: RangeObject, along: "rows" | "columns", options: Options): unknown {
  const [first, last] = along === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  // whole columns have no end: Excel refuses to list their million rows
  if (along === "rows" ? isEntireColumn(area) : isEntireRow(area)) refuse("InvalidArgument", "Range.getRowProperties");
  const answer: unknown[] = [];
  for (let line = first; line <= last; line++) {
    const [row, column] = along === "rows" ? [line, area.left] : [area.top, line];
    const whole = along === "rows" ? { ...area, top: line, bottom: line } : { ...area, left: line, right: line };
    answer.push(propertiesAt(sheet, row, column, whole, options));
  }
  return answer;
}

function applyFormat(object: FormatObject, format: Options, context: ExcelContext): void {
  const style: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(format)) {
    if (value === undefined || value === null) continue;
    const own = STYLE_FIELDS[""]?.[name];
    const group = STYLE_FIELDS[name];
    if (own) style[own] = value;
    else if (name === "rowHeight") setRowPoints(object, value, context);
    else if (name === "columnWidth") setColumnPoints(object, value, context);
    else if (name === "borders" && isOptions(value)) applyBorders(object, value, context);
    else if (group && isOptions(value)) {
      for (const [property, given] of Object.entries(value)) {
        const key = group[property] ?? unknownProperty(`format.${name}.${property}`);
        const isColour = key === "fontColor" || (key === "fill" && given !== "");
        style[key] = isColour ? colour(given, `Range.format.${name}.color`) : given;
      }
    } else unknownProperty(`format.${name}`);
  }
  if (Object.keys(style).length === 0) return;
  for (const area of object.areas) writeStyle(context.book, object.sheet, area, style as Partial<Style>);
}

function applyBorders(object: FormatObject, borders: Options, context: ExcelContext): void {
  for (const [name, value] of Object.entries(borders)) {
    const side = SIDE_NAMES[name] ?? unknownProperty(`format.borders.${name}`);
    if (isOptions(value)) setBorder({ ...object, side }, value as Partial<Border>, context);
  }
}

/** @param data 2-D array of the range's size; an empty object leaves its cell alone */
export function setCellProperties({ sheet, area }: RangeObject, data: readonly unknown[], context: ExcelContext): void {
  const fits =
    data.length === rowsOf(area) && data.every((row) => Array.isArray(row) && row.length === columnsOf(area));
  if (!fits) refuse("InvalidArgument", "Range.setCellProperties");
  data.forEach((row, i) =>
    (row as unknown[]).forEach((properties, j) => {
      const format = isOptions(properties) ? properties["format"] : undefined;
      const cell = cellArea(area.top + i, area.left + j);
      if (isOptions(format)) applyFormat({ type: "RangeFormat", sheet, areas: [cell] }, format, context);
    }),
  );
}

export function setLineProperties(
  { sheet, area }: RangeObject,
  along: "rows" | "columns",
  data: readonly unknown[],
  context: ExcelContext,
): void {
  const [first, last] = along === "rows" ? [area.top, area.bottom] : [area.left, area.right];
  if (data.length !== last - first + 1) refuse("InvalidArgument", "Range.setRowProperties");
  data.forEach((properties, i) => {
    if (!isOptions(properties)) return;
    const line = first + i;
    const part = along === "rows" ? { ...area, top: line, bottom: line } : { ...area, left: line, right: line };
    const hidden = properties[along === "rows" ? "rowHidden" : "columnHidden"];
    if (typeof hidden === "boolean") {
      sheet[along].set(line, line, { hidden });
      context.book.changed(sheet, along);
    }
    const format = properties["format"];
    if (isOptions(format)) applyFormat({ type: "RangeFormat", sheet, areas: [part] }, format, context);
  });
}
