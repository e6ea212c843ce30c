import fc from "fast-check";
import { readXlsx, type XlsxBook } from "../../../src/xlsx";
import { DEFAULT_STYLE } from "../../../src/xlsx/styles";
import { type CellSave, type FileSheetSave, saveXlsx } from "../../../workbench/save";
import { pack } from "../../xlsx/packages";
import { changedParts, RICH, text } from "./files";

const SHEET = "xl/worksheets/sheet1.xml";
const save = (sheet: Partial<FileSheetSave>, original = RICH) =>
  saveXlsx(original, { sheets: [{ kind: "file", index: 0, ...sheet }] });
const content = (row: number, column: number, value: string | number | boolean, formula: string | null = null) => ({
  row,
  column,
  content: { value, formula },
});
const cellsOf = (book: XlsxBook) =>
  new Map(book.sheets[0]!.cells.map((c) => [`${c.row},${c.column}`, { value: c.value, formula: c.formula }]));

test("nothing changed: every part keeps its bytes", () => {
  expect(changedParts(RICH, save({}))).toEqual([]);
});

test("one changed value touches one cell of one part", () => {
  const saved = save({ cells: [content(6, 1, "新しい備考")] });
  expect(changedParts(RICH, saved)).toEqual(["xl/workbook.xml", SHEET].sort());
  const before = text(RICH, SHEET);
  expect(text(saved, SHEET)).toBe(before.replace("<is><t>備考</t></is>", "<is><t>新しい備考</t></is>"));
  expect(text(saved, "xl/workbook.xml")).toBe(
    text(RICH, "xl/workbook.xml").replace('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
  );
});

test("a book without formulas is not asked to recalculate", () => {
  const plain = pack({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  expect(changedParts(plain, save({ cells: [content(0, 0, 2)] }, plain))).toEqual([SHEET]);
});

describe("cells as XML", () => {
  const cases: readonly (readonly [name: string, cell: CellSave, xml: string])[] = [
    ["number over a number", content(1, 1, 12.5), '<c r="B2"><v>12.5</v></c>'],
    ["text over a shared string keeps style and reading flag", content(0, 1, "実績"), '<c r="B1" t="inlineStr" ph="1"><is><t>実績</t></is></c>'], // prettier-ignore
    ["style of the cell stays", content(0, 0, 3), '<c r="A1" s="1"><v>3</v></c>'],
    ["boolean", content(1, 1, true), '<c r="B2" t="b"><v>1</v></c>'],
    ["error", content(1, 1, "#N/A"), '<c r="B2" t="e"><v>#N/A</v></c>'],
    ["text with white space", content(1, 1, " a\nb "), '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>'], // prettier-ignore
    ["text that looks like markup", content(1, 1, "<b>&\"'"), `<c r="B2" t="inlineStr"><is><t>&lt;b&gt;&amp;"'</t></is></c>`], // prettier-ignore
    ["text with control characters", content(1, 1, "a\u0007\r_x0041_"), '<c r="B2" t="inlineStr"><is><t xml:space="preserve">a_x0007__x000D__x005F_x0041_</t></is></c>'], // prettier-ignore
    ["text that begins with an equals sign", content(1, 1, "=1+1"), '<c r="B2" t="inlineStr"><is><t>=1+1</t></is></c>'],
    ["formula", content(1, 1, 4, "=A1*2"), '<c r="B2"><f>A1*2</f><v>4</v></c>'],
    ["formula with text", content(1, 1, "x", '=A1&"<"'), '<c r="B2" t="str"><f>A1&amp;"&lt;"</f><v>x</v></c>'],
    ["custom function", content(1, 1, "A", "=KPI.GRADE(C5,F5,D5)"), '<c r="B2" t="str"><f>_xldudf_KPI_GRADE(C5,F5,D5)</f><v>A</v></c>'], // prettier-ignore
    [
      "custom function at work",
      content(1, 1, "#BUSY!", "=KPI.GRADE(C5)"),
      '<c r="B2"><f>_xldudf_KPI_GRADE(C5)</f></c>',
    ],
    ["new function", content(1, 1, 1, "=IFS(A1,1)"), '<c r="B2"><f>_xlfn.IFS(A1,1)</f><v>1</v></c>'],
    ["emptied", content(1, 1, ""), '<c r="B2"/>'],
    ["emptied with a style", content(0, 0, ""), '<c r="A1" s="1"/>'],
    ["new cell at the end of a row", content(2, 4, 5), '<c r="E3" s="1"><v>5</v></c></row>'],
    ["new cell between cells", content(0, 2, 5), '<c r="C1" s="1"><v>5</v></c><c r="D1"/>'],
    ["new cell in a styled row", content(6, 2, 5), '<c r="C7" s="2"><v>5</v></c>'],
    ["new row", content(4, 0, 5), '<row r="5"><c r="A5"><v>5</v></c></row><row r="7"'],
    ["new row at the end", content(99, 0, 5), '<row r="100"><c r="A100"><v>5</v></c></row></sheetData>'],
    ["new result behind a formula", { row: 1, column: 3, result: 61 }, '<c r="D2"><f>SUM(B2:B4)</f><v>61</v></c>'],
    ["new kind of result", { row: 1, column: 3, result: "#N/A" }, '<c r="D2" t="e"><f>SUM(B2:B4)</f><v>#N/A</v></c>'],
  ];
  test.each(cases)("%s", (_, cell, xml) => {
    const saved = save({ cells: [cell] });
    expect(text(saved, SHEET)).toContain(xml);
    readXlsx(saved);
  });

  test("the dimension and the spans grow", () => {
    const xml = text(save({ cells: [content(1, 7, 1), content(99, 0, 1)] }), SHEET);
    expect(xml).toContain('<dimension ref="A1:H100"/>');
    expect(xml).toContain('<row r="2" spans="1:8">');
  });

  test("the first cell of a shared formula hands it on", () => {
    const saved = save({ cells: [content(1, 2, 1)] });
    const cells = cellsOf(readXlsx(saved));
    expect(["1,2", "2,2", "3,2"].map((key) => cells.get(key)?.formula)).toEqual([null, "=B3*2", "=B4*2"]);
    expect(text(saved, SHEET)).toContain('<c r="C3"><f>B3*2</f><v>40</v></c>');
  });

  test("a cell inside a shared formula leaves the others alone", () => {
    const cells = cellsOf(readXlsx(save({ cells: [content(2, 2, 1)] })));
    expect(["1,2", "2,2", "3,2"].map((key) => cells.get(key)?.formula)).toEqual(["=B2*2", null, "=B4*2"]);
  });

  test("references that were only implied are written down", () => {
    const implied = pack({ rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>" });
    const cells = cellsOf(readXlsx(save({ cells: [content(1, 1, 9), content(0, 0, 8)] }, implied)));
    expect(Object.fromEntries([...cells].map(([key, { value }]) => [key, value]))).toEqual({ "0,0": 8, "0,1": 2, "1,1": 9, "2,0": 3 }); // prettier-ignore
  });

  test("prefixed sheets get prefixed cells", () => {
    const prefixed = pack({
      parts: {
        [SHEET]: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>`,
      },
    });
    const saved = save({ cells: [content(0, 0, "あ")] }, prefixed);
    expect(text(saved, SHEET)).toContain('<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>あ</x:t></x:is></x:c></x:row></x:sheetData>'); // prettier-ignore
    expect(cellsOf(readXlsx(saved)).get("0,0")?.value).toBe("あ");
  });
});

describe("looks", () => {
  const styled = (row: number, column: number, change: object): CellSave => {
    const book = readXlsx(RICH);
    const from = book.sheets[0]!.cells.find((c) => c.row === row && c.column === column)?.style ?? 0;
    return { row, column, style: { ...book.styles[from]!, ...change } };
  };
  const styleAt = (saved: Uint8Array, row: number, column: number) => {
    const book = readXlsx(saved);
    return book.styles[book.sheets[0]!.cells.find((c) => c.row === row && c.column === column)!.style]!;
  };

  test("a look that the cell has already changes nothing", () => {
    expect(changedParts(RICH, save({ cells: [styled(0, 0, {})] }))).toEqual([]);
  });

  test.each([
    ["fill", { fill: "#FFEE00" }],
    ["no fill", { fill: null }],
    ["number format", { numberFormat: "0.0%" }],
    ["built-in number format", { numberFormat: "#,##0" }],
    ["alignment", { horizontal: "left", wrapText: true, vertical: "top" }],
    ["unlocked", { locked: false }],
    ["font", { font: { ...DEFAULT_STYLE.font, bold: true, name: "ＭＳ 明朝", size: 9, color: "#112233" } }],
    ["border", { border: { left: null, right: { style: "double", color: "#FF0000" }, top: null, bottom: { style: "thin", color: null } } }], // prettier-ignore
  ])("%s", (_, change) => {
    const saved = save({ cells: [styled(0, 0, change)] });
    expect(changedParts(RICH, saved)).toEqual(["xl/styles.xml", SHEET].sort());
    const before = readXlsx(RICH).styles[1]!;
    expect(styleAt(saved, 0, 0)).toEqual({ ...before, ...change });
    // What the file had stays in front, entry by entry.
    expect(readXlsx(saved).styles.slice(0, 3)).toEqual(readXlsx(RICH).styles);
    expect(text(saved, "xl/styles.xml")).toContain('<dxf><font><color rgb="FFFF0000"/></font></dxf>');
  });

  test("attributes that nobody asked about stay", () => {
    const saved = save({ cells: [styled(0, 0, { vertical: "top" })] });
    expect(text(saved, "xl/styles.xml")).toContain('<alignment horizontal="center" readingOrder="1" vertical="top"/>');
  });

  test("equal looks share one entry", () => {
    const saved = save({ cells: [styled(1, 1, { fill: "#FF0000" }), styled(2, 1, { fill: "#FF0000" })] });
    expect(text(saved, "xl/styles.xml")).toContain('<cellXfs count="4">');
  });

  test("a file without styles gets some", () => {
    const plain = pack({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const saved = save({ cells: [{ row: 0, column: 0, style: { ...DEFAULT_STYLE, fill: "#00FF00" } }] }, plain);
    expect(styleAt(saved, 0, 0).fill).toBe("#00FF00");
  });
});

test("any edits: read again, these cells differ and nothing else; all other parts keep their bytes", () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: "grapheme", minLength: 1 }).filter((s) => !s.startsWith("#") && !s.includes("\ufffd")),
    fc.boolean(),
    fc.constantFrom("", "=1", "　全角 ", "\t", "a\r\nb", "_x000A_", "\ud83d\ude00", "\u0000\u001f", "]]>"),
  );
  const edit = fc.record({ row: fc.nat(9), column: fc.nat(6), value });
  fc.assert(
    fc.property(fc.uniqueArray(edit, { selector: (e) => e.row * 100 + e.column, maxLength: 15 }), (edits) => {
      const saved = save({ cells: edits.map((e) => content(e.row, e.column, e.value)) });
      const allowed = [SHEET, "xl/workbook.xml"];
      expect(changedParts(RICH, saved).filter((part) => !allowed.includes(part))).toEqual([]);
      const expected = cellsOf(readXlsx(RICH));
      for (const e of edits) {
        if (e.value === "") expected.delete(`${e.row},${e.column}`);
        // The file holds one zero.
        else expected.set(`${e.row},${e.column}`, { value: e.value === 0 ? 0 : e.value, formula: null });
      }
      const got = cellsOf(readXlsx(saved));
      expect(new Map([...got].sort())).toEqual(new Map([...expected].sort()));
      const [a, b] = [readXlsx(RICH).sheets[0]!, readXlsx(saved).sheets[0]!];
      const beside = ({ cells: _c, blanks: _b, ...rest }: typeof a) => rest;
      expect(beside(b)).toEqual(beside(a));
    }),
  );
});

test("the same changes give the same bytes", () => {
  const once = () => save({ cells: [content(1, 1, 5)] });
  expect(once()).toEqual(once());
});
