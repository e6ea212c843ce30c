/** A sheet that the file does not have, as a whole worksheet part. */
import { areaReference } from "../../src/xlsx/reference";
import { cellXml } from "./cell-xml";
import { type Restyle, sizeXml } from "./cells";
import {
  columnsXml,
  mergesXml,
  pageElements,
  paneXml,
  propertiesXml,
  protectionXml,
  validationsXml,
} from "./sheet-xml";
import type { CellSave, LineSave, NewSheetSave } from "./types";

/** @param namespace of the file's sheets @param selected it is the sheet that the book opens with */
export function newSheetXml(sheet: NewSheetSave, namespace: string, restyle: Restyle, selected: boolean): string {
  const page = sheet.page ? pageElements(sheet.page, "") : null;
  return [
    `<worksheet xmlns="${namespace}">`,
    propertiesXml(sheet.tabColor, (sheet.page?.fit ?? null) !== null, ""),
    `<dimension ref="${usedReference(sheet.cells)}"/>`,
    viewsXml(sheet, selected),
    '<sheetFormatPr defaultRowHeight="18.75"/>',
    columnsXml("", undefined, sheet.columns, ""),
    `<sheetData>${rowsXml(sheet, restyle)}</sheetData>`,
    sheet.protection ? protectionXml(sheet.protection, "") : "",
    mergesXml(sheet.merges, ""),
    validationsXml(sheet.validations, ""),
    page ? page.printOptions + page.pageMargins + page.pageSetup : "",
    "</worksheet>",
  ].join("");
}

function rowsXml(sheet: NewSheetSave, restyle: Restyle): string {
  const cells = new Map<number, CellSave[]>();
  for (const cell of sheet.cells) {
    const row = cells.get(cell.row);
    if (row) row.push(cell);
    else cells.set(cell.row, [cell]);
  }
  const sizes = new Map<number, LineSave>();
  const last = Math.max(0, ...cells.keys()) + 1000;
  for (const line of sheet.rows) {
    for (let row = line.first; row <= Math.min(line.last, last); row++) sizes.set(row, line);
  }
  return [...new Set([...cells.keys(), ...sizes.keys()])]
    .sort((a, b) => a - b)
    .map((row) => {
      const inside = (cells.get(row) ?? [])
        .sort((a, b) => a.column - b.column)
        .map((cell) => {
          const style = cell.style ? restyle(0, cell.style) : 0;
          const content = cell.content ?? { value: "", formula: null };
          const empty = content.value === "" && content.formula === null && style === 0;
          return empty ? "" : cellXml(row, cell.column, style, content, "");
        })
        .join("");
      return `<row r="${row + 1}"${sizeXml(sizes.get(row))}>${inside}</row>`;
    })
    .join("");
}

function viewsXml({ gridlines, frozen }: NewSheetSave, selected: boolean): string {
  const attributes = `${gridlines ? "" : ' showGridLines="0"'}${selected ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  const pane = paneXml(frozen, "");
  return `<sheetViews><sheetView${attributes}${pane === "" ? "/>" : `>${pane}</sheetView>`}</sheetViews>`;
}

function usedReference(cells: readonly CellSave[]): string {
  if (cells.length === 0) return "A1";
  const area = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of cells) {
    area.top = Math.min(area.top, row);
    area.bottom = Math.max(area.bottom, row);
    area.left = Math.min(area.left, column);
    area.right = Math.max(area.right, column);
  }
  return areaReference(area);
}
