/** A style of the model in the file's words; the other way round stands in model/from-xlsx.ts. */
import type { BorderLine, CellStyle } from "../../src/xlsx/types";
import type { Border, Style } from "../model/cell";
import { BORDER_LINES } from "../model/from-xlsx";

function line(border: Border | undefined): BorderLine | null {
  if (!border || border.style === "None") return null;
  const same = Object.entries(BORDER_LINES).filter(([, [style]]) => style === border.style);
  const match = same.find(([, [, weight]]) => weight === border.weight) ?? same[0];
  return { style: match?.[0] ?? "thin", color: border.color };
}

/** "CenterAcrossSelection" → "centerContinuous"; the default of the file (null) for `none`. */
function alignment(api: string, none: string): string | null {
  if (api === none) return null;
  return api === "CenterAcrossSelection" ? "centerContinuous" : api.charAt(0).toLowerCase() + api.slice(1);
}

export function fileStyle(style: Style): CellStyle {
  return {
    numberFormat: style.numberFormat,
    font: {
      name: style.fontName,
      size: style.fontSize,
      bold: style.bold,
      italic: style.italic,
      underline: style.underline !== "None",
      strike: style.strikethrough,
      color: style.fontColor,
    },
    fill: style.fill || null,
    border: {
      left: line(style.borders.EdgeLeft),
      right: line(style.borders.EdgeRight),
      top: line(style.borders.EdgeTop),
      bottom: line(style.borders.EdgeBottom),
    },
    horizontal: alignment(style.horizontalAlignment, "General"),
    vertical: alignment(style.verticalAlignment, "Bottom"),
    wrapText: style.wrapText,
    shrinkToFit: style.shrinkToFit,
    indent: style.indentLevel,
    rotation: style.textOrientation,
    locked: style.locked,
    formulaHidden: style.formulaHidden,
  };
}
