/** Formulas worked out by LibreOffice. */
import { parseCell } from "../../src/xlsx/reference";
import { readXlsx } from "../../src/xlsx";
import { saveXlsx, type CellSave } from "../../workbench/save";
import { FORM, SETTINGS, type Given } from "../workbench/calc/table";
import { partsOf, relationships, worksheet, zip } from "../xlsx/packages";
import { convert } from "./office";

const given = (cells: Given): CellSave[] =>
  Object.entries(cells).map(([address, value]) => ({
    ...(parseCell(address) as { row: number; column: number }),
    content: { value, formula: null },
  }));

/** Results of formulas in the cells AZ1, AZ2 … of a book filled as the table says. */
export function workOut(formulas: readonly string[]): unknown[] {
  const parts = partsOf({});
  const sheets =
    '<sheets><sheet name="様式" sheetId="1" r:id="rId1"/><sheet name="設定" sheetId="2" r:id="rId2"/></sheets>';
  const names = `<definedNames><definedName name="基準値">様式!$B$2</definedName><definedName name="実績一覧">様式!$C$2:$C$5</definedName><definedName name="率">0.1</definedName></definedNames>`;
  const empty = zip({
    ...parts,
    "xl/workbook.xml": (parts["xl/workbook.xml"] as string).replace(/<sheets>.*<\/sheets>/, sheets + names),
    "xl/_rels/workbook.xml.rels": relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ),
    "xl/worksheets/sheet2.xml": worksheet({}),
  });
  const asked = formulas.map((formula, row) => ({ row, column: 51, content: { value: "#BUSY!", formula } }));
  const book = saveXlsx(empty, {
    sheets: [
      { kind: "file", index: 0, cells: [...given(FORM), ...asked] },
      { kind: "file", index: 1, cells: given(SETTINGS) },
    ],
  });
  const results = new Map<number, unknown>();
  for (const cell of readXlsx(convert(book, "xlsx")).sheets[0]?.cells ?? [])
    if (cell.column === 51) results.set(cell.row, cell.value);
  return formulas.map((_, row) => results.get(row));
}
