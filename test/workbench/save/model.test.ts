/** Files opened as workbooks, changed the way Excel changes them, saved and opened again. */
import fc from "fast-check";
import { readXlsx, toSnapshot } from "../../../src/xlsx";
import { FormulaEngine } from "../../../workbench/calc";
import { workbookFromXlsx } from "../../../workbench/model/from-xlsx";
import type { Sheet } from "../../../workbench/model/sheet";
import { deleteCells, insertCells } from "../../../workbench/model/structure";
import type { Workbook } from "../../../workbench/model/workbook";
import { bookSave } from "../../../workbench/save/from-model";
import { saveXlsx } from "../../../workbench/save";
import { partsOf, relationships, worksheet, zip } from "../../xlsx/packages";
import { changedParts, RICH, STRINGS, STYLES, text } from "./files";

/** Two sheets that point at each other, a shared formula, a table, a name, notes and a chart. */
const LINKED = (() => {
  const parts = partsOf({ strings: STRINGS, styles: STYLES });
  return zip({
    ...parts,
    "xl/workbook.xml": (parts["xl/workbook.xml"] as string)
      .replace(/<sheets>.*<\/sheets>/, `<sheets><sheet name="様式" sheetId="1" r:id="rId1"/><sheet name="集計" sheetId="2" r:id="rId9"/></sheets><definedNames><definedName name="目標">様式!$B$3</definedName></definedNames>`), // prettier-ignore
    "xl/_rels/workbook.xml.rels": relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId9", "worksheet", "worksheets/sheet2.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
    ),
    "xl/worksheets/sheet1.xml": worksheet({
      head: '<dimension ref="A1:D9"/><cols><col min="2" max="3" width="12" customWidth="1"/></cols>',
      rows: `<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" ht="30" customHeight="1"><c r="B2" s="1"><v>10</v></c><c r="C2"><f t="shared" ref="C2:C5" si="0">B2*2</f><v>20</v></c></row><row r="3"><c r="B3"><v>20</v></c><c r="C3"><f t="shared" si="0"/><v>40</v></c></row><row r="4"><c r="B4"><v>30</v></c><c r="C4"><f t="shared" si="0"/><v>60</v></c></row><row r="5"><c r="B5"><f>SUM(B2:B4)</f><v>60</v></c><c r="C5"><f t="shared" si="0"/><v>120</v></c></row><row r="8"><c r="A8" t="inlineStr"><is><t> ref="A1"</t></is></c></row>`,
      tail: `<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="A6:D6"/></mergeCells><conditionalFormatting sqref="B2:B4 C9"><cfRule type="expression" dxfId="0" priority="1"><formula>B2&lt;15</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D2:D5"><formula1>$B$2:$B$4</formula1></dataValidation></dataValidations><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>`,
    }),
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      ["rId1", "drawing", "../drawings/drawing1.xml"],
      ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId3", "comments", "../comments1.xml"],
    ),
    "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="x"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>6</xdr:row></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:row>9</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relationships(["rId1", "chart", "../charts/chart1.xml"]),
    "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="c"><c:f>様式!$B$2:$B$4</c:f></c:chartSpace>`,
    "xl/drawings/vmlDrawing1.vml": "<xml><x:Row>3</x:Row><x:Column>1</x:Column></xml>",
    "xl/comments1.xml": `<comments><commentList><comment ref="B4"><text/></comment></commentList></comments>`,
    "xl/worksheets/sheet2.xml": worksheet({ rows: '<row r="1"><c r="A1"><f>様式!B4+目標</f><v>50</v></c></row>' }),
  });
})();

function open(bytes: Uint8Array): Workbook {
  const book = workbookFromXlsx(readXlsx(bytes));
  book.calculator = new FormulaEngine(() => 46346);
  return book;
}
const saved = (bytes: Uint8Array, book: Workbook) => saveXlsx(bytes, bookSave(book));

/** What a person sees of a workbook. */
function seen(book: Workbook) {
  return book.sheets.map((sheet: Sheet) => ({
    name: sheet.name,
    cells: [...sheet.cells()]
      .filter(([, , cell]) => cell.value !== "" || cell.formula !== null)
      .map(([row, column, { value, formula, style }]) => ({ at: `${row},${column}`, value, formula, bold: style.bold }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    merges: [...sheet.merges.list].sort((a, b) => a.top - b.top || a.left - b.left),
    validations: sheet.validations.map((v) => v.areas).filter((areas) => areas.length > 0),
    conditional: sheet.conditionalFormats.map((f) => f.areas).filter((areas) => areas.length > 0),
  }));
}

const row = (at: number, count: number) => ({ top: at, left: 0, bottom: at + count - 1, right: 16_383 });
const column = (at: number, count: number) => ({ top: 0, left: at, bottom: 1_048_575, right: at + count - 1 });

test("opened and saved without a change: the same bytes in every part", () => {
  for (const bytes of [RICH, LINKED]) expect(changedParts(bytes, saved(bytes, open(bytes)))).toEqual([]);
});

test("a changed cell brings the results behind it along", () => {
  const book = open(LINKED);
  book.edit(book.sheets[0]!, 3, 1, "31");
  const bytes = saved(LINKED, book);
  expect(toSnapshot(readXlsx(bytes)).sheets[1]?.values).toEqual([[51]]);
  expect(text(bytes, "xl/worksheets/sheet1.xml")).toContain('<c r="B5"><f>SUM(B2:B4)</f><v>61</v></c>');
  expect(text(bytes, "xl/worksheets/sheet1.xml")).toContain('<c r="C4"><f t="shared" si="0"/><v>62</v></c>');
});

test("a formula that fills several cells stays one", () => {
  const book = open(LINKED);
  book.write(book.sheets[1]!, 4, 0, { formula: "=様式!B2:B4*10" }, "user");
  const again = open(saved(LINKED, book));
  expect(again.sheets[1]!.cell(6, 0)).toMatchObject({ value: 300, formula: null, spilledFrom: { row: 4, column: 0 } });
});

test("an inserted row moves everything below it", () => {
  const book = open(LINKED);
  insertCells(book, book.sheets[0]!, row(3, 2), "Down");
  const bytes = saved(LINKED, book);
  expect(seen(open(bytes))).toEqual(seen(book));
  expect(text(bytes, "xl/worksheets/sheet1.xml")).toContain('<c r="B7"><f>SUM(B2:B6)</f><v>60</v></c>');
  expect(text(bytes, "xl/worksheets/sheet1.xml")).toContain(`<is><t> ref="A1"</t></is>`);
  expect(text(bytes, "xl/worksheets/sheet1.xml")).toContain('sqref="B2:B6 C11"');
  expect(text(bytes, "xl/worksheets/sheet2.xml")).toContain("<f>様式!B6+目標</f>");
  expect(text(bytes, "xl/charts/chart1.xml")).toContain("<c:f>様式!$B$2:$B$6</c:f>");
  expect(text(bytes, "xl/comments1.xml")).toContain('ref="B6"');
  expect(text(bytes, "xl/drawings/vmlDrawing1.vml")).toContain("<x:Row>5</x:Row><x:Column>1</x:Column>");
  expect(text(bytes, "xl/drawings/drawing1.xml")).toContain("<xdr:row>8</xdr:row>");
});

test("a deleted row takes what lay in it along", () => {
  const book = open(LINKED);
  deleteCells(book, book.sheets[0]!, row(5, 1), "Up");
  const bytes = saved(LINKED, book);
  expect(seen(open(bytes))).toEqual(seen(book));
  expect(text(bytes, "xl/worksheets/sheet1.xml")).toContain(
    '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
  );
});

test("any edits and moves: the saved file opens as the workbook that was saved", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("write" as const), row: fc.nat(8), column: fc.nat(4), value: fc.oneof(fc.integer(), fc.constantFrom("文字", "")) }), // prettier-ignore
    fc.record({ kind: fc.constant("insertRow" as const), at: fc.nat(8), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant("deleteRow" as const), at: fc.nat(8), count: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant("insertColumn" as const), at: fc.nat(4), count: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ kind: fc.constant("deleteColumn" as const), at: fc.nat(4), count: fc.constant(1) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      const book = open(LINKED);
      const sheet = book.sheets[0]!;
      for (const s of steps) {
        if (s.kind === "write") book.write(sheet, s.row, s.column, { value: s.value }, "user");
        else if (s.kind === "insertRow") insertCells(book, sheet, row(s.at, s.count), "Down");
        else if (s.kind === "deleteRow") deleteCells(book, sheet, row(s.at, s.count), "Up");
        else if (s.kind === "insertColumn") insertCells(book, sheet, column(s.at, s.count), "Right");
        else deleteCells(book, sheet, column(s.at, s.count), "Left");
      }
      const bytes = saved(LINKED, book);
      expect(seen(open(bytes))).toEqual(seen(book));
      // Nothing that moves is lost.
      expect(readXlsx(bytes).sheets[0]).toMatchObject({ charts: 1, hasComments: true });
    }),
    { numRuns: 60 },
  );
});
