import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { readXlsx, toSnapshot, type XlsxCell, XlsxError, xlsxErrorSentence } from "../../src/xlsx";
import { pack, type Package, partsOf, relationships, worksheet, zip } from "./packages";

const first = (content: Package) => {
  const book = readXlsx(pack(content));
  return { book, sheet: book.sheets[0]! };
};
const brief = ({ row, column, kind, value, formula }: XlsxCell) => [row, column, kind, value, formula];

describe("cells", () => {
  const strings = `<si><t>指標</t></si><si><r><t>基準</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 値</t></r><rPh sb="0" eb="2"><t>キジュン</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_&#10;b_x005F_x0041_</t></si>`;
  const cases: readonly (readonly [name: string, xml: string, cell: readonly unknown[]])[] = [
    ["number", '<c r="B2"><v>12.5</v></c>', [1, 1, "number", 12.5, null]],
    ["number with exponent", '<c r="B2"><v>1.2E-3</v></c>', [1, 1, "number", 0.0012, null]],
    ["shared string", '<c r="B2" t="s"><v>0</v></c>', [1, 1, "text", "指標", null]],
    ["rich text without its reading", '<c r="B2" t="s"><v>1</v></c>', [1, 1, "text", "基準 値", null]],
    ["escaped characters", '<c r="B2" t="s"><v>2</v></c>', [1, 1, "text", "a\r\nb_x0041_", null]],
    ["inline string", '<c r="B2" t="inlineStr"><is><t>実績</t></is></c>', [1, 1, "text", "実績", null]],
    ["inline rich text", '<c r="B2" t="inlineStr"><is><r><t>実</t></r><r><t>績</t></r><rPh sb="0" eb="1"><t>ジ</t></rPh></is></c>', [1, 1, "text", "実績", null]], // prettier-ignore
    ["boolean", '<c r="B2" t="b"><v>1</v></c>', [1, 1, "boolean", true, null]],
    ["error", '<c r="B2" t="e"><v>#N/A</v></c>', [1, 1, "error", "#N/A", null]],
    ["ISO date", '<c r="B2" t="d"><v>2026-11-20T12:00:00</v></c>', [1, 1, "number", 46346.5, null]],
    ["formula with cached number", '<c r="B2"><f>A1*2</f><v>4</v></c>', [1, 1, "number", 4, "=A1*2"]],
    ["formula with cached text", '<c r="B2" t="str"><f>A1&amp;"x"</f><v>1x</v></c>', [1, 1, "text", "1x", '=A1&"x"']],
    ["formula giving empty text", '<c r="B2" t="str"><f>""</f><v></v></c>', [1, 1, "empty", "", '=""']],
    ["formula without a cached value", '<c r="B2"><f>A1</f></c>', [1, 1, "empty", "", "=A1"]],
    ["new function", '<c r="B2"><f>_xlfn.IFS(A1,1)</f><v>1</v></c>', [1, 1, "number", 1, "=IFS(A1,1)"]],
    ["custom function by Excel", '<c r="B2" t="str"><f>_xldudf_KPI_GRADE(C5,F5,D5)</f><v>A</v></c>', [1, 1, "text", "A", "=KPI.GRADE(C5,F5,D5)"]], // prettier-ignore
    ["custom function by LibreOffice", '<c r="B2" t="e"><f>kpi.grade(C5)</f><v>#NAME?</v></c>', [1, 1, "error", "#NAME?", "=KPI.GRADE(C5)"]], // prettier-ignore
    ["cell without a reference", "<c><v>7</v></c>", [1, 0, "number", 7, null]],
  ];
  test.each(cases)("%s", (_, xml, cell) => {
    const { sheet } = first({ strings, rows: `<row r="2">${xml}</row>` });
    expect(sheet.cells.map(brief)).toEqual([cell]);
  });

  test("rows and cells without references follow each other", () => {
    const rows = `<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>`;
    expect(first({ rows }).sheet.cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 1],
      [0, 2, 2],
      [2, 0, 3],
    ]);
  });

  test("rows out of order are put into order", () => {
    const rows = `<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`;
    expect(first({ rows }).sheet.cells.map((c) => c.value)).toEqual([1, 3]);
  });

  test("cached values of custom functions and missing ones are stale", () => {
    const rows = `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>_xldudf_KPI_RATE(1)&amp;""</f><v>x</v></c><c r="D1"><v>1</v></c></row>`;
    expect(first({ rows }).sheet.cells.map((c) => c.stale)).toEqual([false, true, true, false]);
  });

  test("shared formulas are written out for each cell", () => {
    const rows = `<row r="1"><c r="B1"><f t="shared" ref="B1:C3" si="0">SUM(A1:$A$9,設定!A1,LOG10(A1),'x A1'!A$1)&amp;"A1"</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>`;
    expect(first({ rows }).sheet.cells.map((c) => c.formula)).toEqual([
      `=SUM(A1:$A$9,設定!A1,LOG10(A1),'x A1'!A$1)&"A1"`,
      `=SUM(B1:$A$9,設定!B1,LOG10(B1),'x A1'!B$1)&"A1"`,
      `=SUM(A3:$A$9,設定!A3,LOG10(A3),'x A1'!A$1)&"A1"`,
    ]);
  });

  test("an array formula keeps its range on its first cell", () => {
    const rows = `<row r="1"><c r="A1"><f t="array" ref="A1:A2">ROW(1:2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`;
    const [anchor, second] = first({ rows }).sheet.cells;
    expect(anchor).toMatchObject({ formula: "=ROW(1:2)", array: { top: 0, left: 0, bottom: 1, right: 0 } });
    expect(second).toMatchObject({ formula: null, array: null, value: 2 });
  });
});

describe("a sheet beside its cells", () => {
  const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;人&quot;"/></numFmts>
    <fonts><font><sz val="11"/><name val="游ゴシック"/></font><font><b/><color rgb="FFFF0000"/><sz val="14"/><name val="メイリオ"/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.7999"/></patternFill></fill></fills>
    <borders><border/><border><left style="thin"><color indexed="64"/></left><bottom style="double"/></border></borders>
    <cellXfs><xf/><xf numFmtId="164" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1" textRotation="255"/><protection locked="0"/></xf><xf numFmtId="14"/></cellXfs>`;

  test("styles are resolved", () => {
    const { book } = first({ styles, rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>' });
    expect(book.styles).toHaveLength(3);
    expect(book.styles[1]).toMatchObject({
      numberFormat: '0.0"人"',
      font: { name: "メイリオ", size: 14, bold: true, italic: false, color: "#FF0000" },
      fill: "#DAE3F3",
      border: { left: { style: "thin", color: null }, bottom: { style: "double" }, top: null },
      horizontal: "center",
      vertical: "top",
      wrapText: true,
      rotation: 255,
      locked: false,
    });
    expect(book.styles[2]?.numberFormat).toBe("yyyy/m/d");
  });

  test("a million styled empty rows are one entry", () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 1}" s="1" customFormat="1" ht="20"><c r="A${i + 1}" s="1"/><c r="B${i + 1}" s="1"/><c r="D${i + 1}" s="2"/></row>`).join(""); // prettier-ignore
    const { sheet } = first({ styles, rows });
    expect(sheet.cells).toEqual([]);
    expect(sheet.rows).toEqual([{ first: 0, last: 199_999, height: 20, hidden: false, outlineLevel: 0, style: 1 }]);
    expect(sheet.blanks).toEqual([
      { top: 0, left: 0, bottom: 199_999, right: 1, style: 1 },
      { top: 0, left: 3, bottom: 199_999, right: 3, style: 2 },
    ]);
  });

  test("everything else", () => {
    const head = `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:XFD1048576"/><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="2" ySplit="3" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18.75"/><cols><col min="2" max="4" width="12.5" customWidth="1"/><col min="6" max="6" hidden="1"/></cols>`;
    const tail = `<sheetProtection sheet="1" formatCells="0" hashValue="x"/><autoFilter ref="A1:B9"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells><conditionalFormatting sqref="A1:A9 C3"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation type="list" allowBlank="1" sqref="G5:G9"><formula1>"S, A,B"</formula1></dataValidation></dataValidations><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><extLst><ext xmlns:x14="a"><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f xmlns:xm="b">設定!$A$2:$A$7</xm:f></x14:formula1><xm:sqref xmlns:xm="b">H5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
    const { sheet } = first({ head, tail, rows: '<row r="4" hidden="1" outlineLevel="1"/>' });
    expect(sheet).toMatchObject({
      merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
      columns: [
        { first: 1, last: 3, width: 12.5, hidden: false },
        { first: 5, last: 5, hidden: true },
      ],
      rows: [{ first: 3, last: 3, hidden: true, outlineLevel: 1 }],
      protection: { password: true, allowed: expect.arrayContaining(["formatCells", "selectLockedCells"]) },
      autoFilter: { top: 0, left: 0, bottom: 8, right: 1 },
      conditionalFormats: [{ rules: 1 }],
      validations: [
        { type: "list", items: ["S", "A", "B"], allowBlank: true, areas: [{ top: 4, left: 6, bottom: 8, right: 6 }] },
        { type: "list", items: null, formula1: "設定!$A$2:$A$7", areas: [{ top: 4, left: 7 }] },
      ],
      gridlines: false,
      frozen: { rows: 3, columns: 2 },
      page: { landscape: true, paperSize: 9, fit: { wide: 1, tall: 0 } },
      defaultRowHeight: 18.75,
    });
  });

  test("tables, comments, charts and pictures are known", () => {
    const { sheet } = first({
      tail: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
          ["rId1", "table", "/xl/tables/table1.xml"],
          ["rId2", "drawing", "../drawings/drawing1.xml"],
          ["rId3", "comments", "../comments1.xml"],
        ),
        "xl/tables/table1.xml": `<table id="3" displayName="指標表" ref="A1:B9" totalsRowCount="1"><tableColumns><tableColumn id="1" name="指標"/><tableColumn id="2" name="評価"/></tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>`,
        "xl/drawings/drawing1.xml": "<wsDr/>",
        "xl/drawings/_rels/drawing1.xml.rels": relationships(
          ["rId1", "chart", "../charts/chart1.xml"],
          ["rId2", "image", "../media/image1.png"],
        ),
      },
    });
    expect(sheet).toMatchObject({ hasComments: true, charts: 1, images: 1 });
    expect(sheet.tables).toEqual([
      { id: 3, name: "指標表", area: { top: 0, left: 0, bottom: 8, right: 1 }, headerRow: true, totalsRow: true, columns: ["指標", "評価"], style: "TableStyleMedium2" }, // prettier-ignore
    ]);
  });

  test("add-ins' settings are found", () => {
    const { book } = first({
      parts: {
        "_rels/.rels": relationships(["rId1", "officeDocument", "xl/workbook.xml"]).replace(
          "</Relationships>",
          `<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>`,
        ),
        "xl/webextensions/taskpanes.xml": `<wetp:taskpanes xmlns:wetp="a"/>`,
        "xl/webextensions/_rels/taskpanes.xml.rels": relationships(["rId1", "webextension", "webextension1.xml"]),
        "xl/webextensions/webextension1.xml": `<we:webextension xmlns:we="b" id="{1}"><we:reference id="kpi" version="1.0" store="dev" storeType="Registry"/><we:properties><we:property name="kpi" value="{&quot;a&quot;:1}"/></we:properties></we:webextension>`,
      },
    });
    expect(book.extensions).toEqual([
      { part: "xl/webextensions/webextension1.xml", id: "kpi", store: "dev", storeType: "Registry", properties: new Map([["kpi", '{"a":1}']]) }, // prettier-ignore
    ]);
  });
});

describe("writers with their own ways", () => {
  const rows = '<row r="1"><c r="A1"><v>5</v></c></row>';
  const sheetXml = worksheet({ rows });
  const prefixed = (xml: string) =>
    xml.replace(/<(\/?)(worksheet|sheetData|row|c|v)\b/g, "<$1x:$2").replace("xmlns=", "xmlns:x=");
  const strict = (xml: string) =>
    xml
      .replace(/http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g, "http://purl.oclc.org/ooxml/spreadsheetml/main") // prettier-ignore
      .replace(/http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006/g, "http://purl.oclc.org/ooxml/officeDocument"); // prettier-ignore
  const base = partsOf({ rows });
  const cases: readonly (readonly [string, Record<string, string | Uint8Array | null>])[] = [
    ["prefixed elements", { ...base, "xl/worksheets/sheet1.xml": prefixed(sheetXml) }],
    ["strict namespaces", Object.fromEntries(Object.entries(base).map(([k, v]) => [k, strict(v as string)]))],
    ["byte order mark", { ...base, "xl/worksheets/sheet1.xml": `\uFEFF${sheetXml}` }],
    ["absolute targets", { ...base, "xl/_rels/workbook.xml.rels": relationships(["rId1", "worksheet", "/xl/worksheets/sheet1.xml"]) }], // prettier-ignore
    ["other case", { ...base, "xl/_rels/workbook.xml.rels": relationships(["rId1", "worksheet", "worksheets/Sheet1.xml"]) }], // prettier-ignore
    ["no package relationships", { ...base, "_rels/.rels": null }],
    ["backslashes in the zip", Object.fromEntries(Object.entries(base).map(([k, v]) => [k.replace(/\//g, "\\"), v]))],
    ["UTF-16", { ...base, "xl/worksheets/sheet1.xml": utf16(sheetXml.replace("UTF-8", "UTF-16")) }],
  ];
  test.each(cases)("%s", (_, parts) => {
    const book = readXlsx(zip(parts));
    expect(book.sheets[0]?.cells).toMatchObject([{ row: 0, column: 0, value: 5 }]);
  });

  function utf16(text: string): Uint8Array {
    const bytes = new Uint8Array(2 + text.length * 2);
    bytes.set([0xff, 0xfe]);
    for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2);
    return bytes;
  }
});

describe("files that cannot be read", () => {
  const good = pack({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
  const compound = (text: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...[...text].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
  const damage = Uint8Array.from(good);
  damage.fill(0xff, 40, 200);
  const lying = zipSync({ "xl/workbook.xml": [new Uint8Array(5_000_000), { level: 9 }] });
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ["nothing", new Uint8Array(), "notXlsx"],
    ["CSV", strToU8("指標,実績\n人口,1"), "notXlsx"],
    ["PDF", strToU8("%PDF-1.7"), "notXlsx"],
    ["CSV beginning with PK", strToU8("PK,1"), "notXlsx"],
    ["old .xls", compound("Workbook"), "notXlsx"],
    ["encrypted", compound("xxEncryptedPackage"), "encrypted"],
    ["other zip", zipSync({ "word/document.xml": strToU8("<x/>") }), "notXlsx"],
    ["binary workbook", zip({ "_rels/.rels": relationships(["r", "officeDocument", "xl/workbook.bin"]), "xl/workbook.bin": "x" }), "notXlsx"], // prettier-ignore
    ["cut off", good.slice(0, good.length - 60), "damaged"],
    ["overwritten", damage, "damaged"],
    ["broken XML", pack({ rows: "<row><c>" }), "damaged"],
    ["missing sheet part", zip({ ...partsOf({}), "xl/worksheets/sheet1.xml": null }), "damaged"],
    ["missing shared string", pack({ rows: '<row r="1"><c r="A1" t="s"><v>3</v></c></row>' }), "damaged"],
  ];
  test.each(cases)("%s", (_, bytes, code) => {
    expect(codeOf(() => readXlsx(bytes))).toBe(code);
  });

  test("a zip bomb is refused by its declared size before it is unpacked", () => {
    expect(codeOf(() => readXlsx(lying, { maxBytes: 1_000_000 }))).toBe("tooLarge");
  });

  test("a stray cell in the far corner is too large to look through, not a crash", () => {
    const { book } = first({ rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }); // prettier-ignore
    expect(codeOf(() => toSnapshot(book))).toBe("tooLarge");
  });

  test("whatever the bytes, only XlsxError is thrown", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 5 }), (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        const code = codeOf(() => toSnapshot(readXlsx(bytes)));
        return code === "none" || ["notXlsx", "damaged", "tooLarge", "encrypted"].includes(code);
      }),
    );
  });

  test("every code has a sentence in both languages that says the file was not changed", () => {
    for (const code of ["notXlsx", "encrypted", "damaged", "tooLarge"] as const) {
      expect(xlsxErrorSentence(code, "ja")).toMatch(/ファイルは変更していません。.*(ください。)$/);
      expect(xlsxErrorSentence(code, "en")).toMatch(/It was not changed\./);
    }
  });

  function codeOf(action: () => unknown): string {
    try {
      action();
      return "none";
    } catch (error) {
      return error instanceof XlsxError ? error.code : `other: ${String(error)}`;
    }
  }
});

describe("snapshot", () => {
  test("used range by values, merges behind their first cell, formats of empty cells", () => {
    const styles = `<cellXfs><xf/><xf numFmtId="49"/><xf numFmtId="9"/></cellXfs>`;
    const rows = `<row r="1"><c r="A1" s="1"/></row><row r="3"><c r="B3" s="2"><v>0.5</v></c><c r="C3" s="1"/><c r="D3"><f>B3</f></c></row><row r="5"><c r="B5" t="str"><v>左上</v></c><c r="C5"><v>9</v></c></row><row r="9"><c r="Z9" s="1"/></row>`;
    const { book } = first({ styles, rows, tail: '<mergeCells><mergeCell ref="B5:C6"/></mergeCells>' });
    const sheet = toSnapshot(book, "a.xlsx").sheets[0]!;
    expect(sheet).toMatchObject({
      area: { top: 2, left: 1, bottom: 4, right: 3 },
      values: [
        [0.5, "", ""],
        ["", "", ""],
        ["左上", "", ""],
      ],
      texts: [
        ["50%", "", ""],
        ["", "", ""],
        ["左上", "", ""],
      ],
      formulas: [
        [0.5, "", "=B3"],
        ["", "", ""],
        ["左上", "", ""],
      ],
      numberFormats: [
        ["0%", "@", "General"],
        ["General", "General", "General"],
        ["General", "General", "General"],
      ],
    });
  });

  test("an empty sheet has no area", () => {
    const { book } = first({ head: '<dimension ref="A1:XFD1048576"/>' });
    expect(toSnapshot(book).sheets[0]).toMatchObject({ area: null, values: [], texts: [] });
  });

  test("a stray cell far below shares its empty rows", () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="T1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row>';
    const sheet = toSnapshot(first({ rows }).book).sheets[0]!;
    expect(sheet.values).toHaveLength(1_000_000);
    expect(new Set(sheet.values).size).toBe(3);
  });
});
