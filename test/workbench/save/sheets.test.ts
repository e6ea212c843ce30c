import { readXlsx, toSnapshot } from "../../../src/xlsx";
import { DEFAULT_STYLE } from "../../../src/xlsx/styles";
import { type ChartSave, type NewSheetSave, saveXlsx } from "../../../workbench/save";
import { indexXml } from "../../../workbench/save/tree";
import { pack, partsOf, relationships, worksheet, zip } from "../../xlsx/packages";
import { changedParts, RICH, text } from "./files";

const SHEET1 = { kind: "file", index: 0 } as const;
const ADD_IN = { id: "8f1f2c6a-0000-4000-8000-000000000001", version: "1.0.0.0" };

const NEW: NewSheetSave = {
  kind: "new",
  name: "集計 '1'",
  visibility: "visible",
  cells: [
    { row: 0, column: 0, content: { value: "施策", formula: null }, style: { ...DEFAULT_STYLE, fill: "#DDEBF7" } },
    { row: 0, column: 1, content: { value: "A", formula: null } },
    { row: 1, column: 0, content: { value: "103 故郷創出", formula: null } },
    { row: 1, column: 1, content: { value: 3, formula: '=COUNTIF(Sheet1!B2:B4,">1")' } },
  ],
  rows: [{ first: 0, last: 0, size: 30, hidden: false }],
  columns: [{ first: 0, last: 0, size: 40, hidden: false }],
  merges: [{ top: 3, left: 0, bottom: 3, right: 1 }],
  protection: null,
  validations: [{ areas: [{ top: 1, left: 2, bottom: 5, right: 2 }], type: "list", operator: "between", allowBlank: true, formula1: '"S,A"', formula2: "" }], // prettier-ignore
  frozen: { rows: 1, columns: 0 },
  gridlines: false,
  tabColor: "#1F4E79",
  page: { landscape: true, paperSize: 9, fit: { wide: 1, tall: 0 }, titleRows: { first: 0, last: 0 }, printArea: { top: 0, left: 0, bottom: 5, right: 2 }, centerHorizontally: true }, // prettier-ignore
  charts: [],
};
const CHART: ChartSave = {
  kind: "barStacked",
  name: "達成状況",
  title: "達成状況 <施策別>",
  legend: "bottom",
  reversed: true,
  dataLabels: true,
  series: [{ name: "A", nameFrom: "'集計 ''1'''!$B$1", categories: "'集計 ''1'''!$A$2:$A$2", values: "'集計 ''1'''!$B$2:$B$2", color: "#2F75B5" }], // prettier-ignore
  left: 10,
  top: 200,
  width: 480,
  height: 260,
};

/** A book with three sheets that refer to each other. */
const THREE = (() => {
  const names = ["表紙", "設定 A", "様式"];
  const sheet = (rows: string, extra = "") => worksheet({ rows, tail: extra });
  const parts = partsOf({});
  return zip({
    ...parts,
    "xl/workbook.xml": (parts["xl/workbook.xml"] as string)
      .replace(/<sheets>.*<\/sheets>/, `<bookViews><workbookView activeTab="1"/></bookViews><sheets>${names.map((n, i) => `<sheet name="${n}" sheetId="${i + 5}" r:id="rId${i + 1}"/>`).join("")}</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">様式!$A$1:$C$9</definedName><definedName name="基準">'設定 A'!$A$1</definedName></definedNames>`), // prettier-ignore
    "xl/_rels/workbook.xml.rels": relationships(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
      ["rId3", "worksheet", "worksheets/sheet3.xml"],
      ["rId4", "calcChain", "calcChain.xml"],
    ),
    "xl/worksheets/sheet1.xml": sheet(
      `<row r="1"><c r="A1"><f>'設定 A'!A1+様式!A1&amp;"様式!A1"</f><v>1</v></c></row>`,
    ),
    "xl/worksheets/sheet2.xml": worksheet({ head: '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }), // prettier-ignore
    "xl/worksheets/sheet3.xml": sheet('<row r="1"><c r="A1"><v>2</v></c></row>', '<drawing r:id="rId1"/>'),
    "xl/worksheets/_rels/sheet3.xml.rels": relationships(["rId1", "drawing", "../drawings/drawing1.xml"]),
    "xl/drawings/drawing1.xml": "<wsDr/>",
    "xl/calcChain.xml": "<calcChain/>",
  });
})();
const file = (index: number) => ({ kind: "file", index }) as const;
const names = (bytes: Uint8Array) => readXlsx(bytes).sheets.map((sheet) => sheet.name);

describe("new sheets", () => {
  const saved = saveXlsx(RICH, { sheets: [SHEET1, { ...NEW, charts: [CHART] }], activeSheet: 1 });
  const book = readXlsx(saved);
  const sheet = book.sheets[1]!;

  test("hold what they were given", () => {
    expect(sheet).toMatchObject({
      name: "集計 '1'",
      merges: NEW.merges,
      columns: [{ first: 0, last: 0, width: 40 }],
      rows: [{ first: 0, last: 0, height: 30 }],
      frozen: { rows: 1, columns: 0 },
      gridlines: false,
      page: { landscape: true, paperSize: 9, fit: { wide: 1, tall: 0 } },
      validations: [{ type: "list", items: ["S", "A"] }],
      charts: 1,
    });
    expect(toSnapshot(book).sheets[1]?.formulas).toEqual([
      ["施策", "A"],
      ["103 故郷創出", '=COUNTIF(Sheet1!B2:B4,">1")'],
    ]);
    expect(book.styles[sheet.cells[0]!.style]?.fill).toBe("#DDEBF7");
    expect(book.activeSheet).toBe(1);
  });

  test("print titles and areas are names of the book, beside those of the file", () => {
    expect(book.names).toEqual([
      { name: "_xlnm.Print_Titles", formula: "Sheet1!$1:$2", sheet: 0, hidden: false },
      { name: "目標", formula: "Sheet1!$B$2", sheet: null, hidden: false },
      { name: "_xlnm.Print_Titles", formula: "'集計 ''1'''!$1:$1", sheet: 1, hidden: false },
      { name: "_xlnm.Print_Area", formula: "'集計 ''1'''!$A$1:$C$6", sheet: 1, hidden: false },
    ]);
  });

  test("the other sheet changes by its selected tab only", () => {
    const before = text(RICH, "xl/worksheets/sheet1.xml");
    expect(text(saved, "xl/worksheets/sheet1.xml")).toBe(before.replace(' tabSelected="1"', ""));
    expect(changedParts(RICH, saved)).toEqual(
      [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/charts/chart2.xml",
        "xl/drawings/_rels/drawing2.xml.rels",
        "xl/drawings/drawing2.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
      ].sort(),
    );
  });

  test("elements stand in the order that Excel asks for", () => {
    const order = indexXml(text(saved, "xl/worksheets/sheet2.xml")).children.map((node) => node.name);
    expect(order).toEqual(
      "sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells dataValidations printOptions pageMargins pageSetup drawing".split(" "), // prettier-ignore
    );
  });

  test("a chart on a sheet that has a drawing joins it", () => {
    const joined = saveXlsx(RICH, { sheets: [{ ...SHEET1, charts: [CHART] }] });
    expect(readXlsx(joined).sheets[0]).toMatchObject({ charts: 2, images: 1 });
    expect(text(joined, "xl/drawings/drawing1.xml")).toContain('name="グラフ"');
    expect(text(joined, "xl/drawings/drawing1.xml")).toContain('<xdr:cNvPr id="8" name="達成状況"/>');
    expect(text(joined, "xl/worksheets/sheet1.xml")).toBe(text(RICH, "xl/worksheets/sheet1.xml"));
  });
});

test("a chart of the same name is replaced with its part", () => {
  const once = saveXlsx(RICH, { sheets: [SHEET1, { ...NEW, charts: [CHART] }] });
  const again = saveXlsx(once, { sheets: [SHEET1, { kind: "file", index: 1, charts: [{ ...CHART, title: "新しい題" }] }] }); // prettier-ignore
  expect(readXlsx(again).sheets.map((sheet) => sheet.charts)).toEqual([1, 1]);
  const charts = readXlsx(again).sheets[1] && changedParts(once, again).filter((part) => part.startsWith("xl/charts/"));
  expect(charts).toEqual(["xl/charts/chart2.xml"]);
  expect(text(again, "xl/charts/chart2.xml")).toContain("新しい題");
});

test("panes and gridlines of a sheet of the file", () => {
  const views = (head: string, frozen: { rows: number; columns: number }, gridlines: boolean) =>
    readXlsx(saveXlsx(pack({ head }), { sheets: [{ ...SHEET1, frozen, gridlines }] })).sheets[0];
  const full = `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" topLeftCell="B1" state="frozen"/><selection pane="topRight"/></sheetView></sheetViews>`;
  for (const head of ["", full, '<sheetViews><sheetView workbookViewId="0"/></sheetViews>']) {
    expect(views(head, { rows: 2, columns: 0 }, false)).toMatchObject({ frozen: { rows: 2, columns: 0 }, gridlines: false }); // prettier-ignore
    expect(views(head, { rows: 0, columns: 0 }, true)).toMatchObject({ frozen: { rows: 0, columns: 0 }, gridlines: true }); // prettier-ignore
  }
});

describe("sheets of the file", () => {
  test("a deleted sheet takes its own parts along, references to it become #REF!", () => {
    const saved = saveXlsx(THREE, { sheets: [file(0), file(1)] });
    const book = readXlsx(saved);
    expect(names(saved)).toEqual(["表紙", "設定 A"]);
    expect(book.sheets[0]?.cells[0]?.formula).toBe(`='設定 A'!A1+#REF!&"様式!A1"`);
    expect(book.names.map((name) => name.name)).toEqual(["基準"]);
    expect(changedParts(THREE, saved)).toEqual(
      expect.arrayContaining(["xl/worksheets/sheet3.xml", "xl/drawings/drawing1.xml", "xl/calcChain.xml"]),
    );
    expect(text(saved, "[Content_Types].xml")).not.toContain("sheet3");
    expect(book.activeSheet).toBe(1);
  });

  test("a renamed sheet is followed by every reference", () => {
    const saved = saveXlsx(THREE, { sheets: [file(0), { ...file(1), name: "基準表's" }, file(2)] });
    const book = readXlsx(saved);
    expect(names(saved)).toEqual(["表紙", "基準表's", "様式"]);
    expect(book.sheets[0]?.cells[0]?.formula).toBe(`='基準表''s'!A1+様式!A1&"様式!A1"`);
    expect(book.names.find((name) => name.name === "基準")?.formula).toBe("'基準表''s'!$A$1");
  });

  test("moved sheets keep their names of their own", () => {
    const saved = saveXlsx(THREE, { sheets: [file(2), file(0), file(1)] });
    const book = readXlsx(saved);
    expect(names(saved)).toEqual(["様式", "表紙", "設定 A"]);
    expect(book.names.find((name) => name.name === "_xlnm.Print_Area")?.sheet).toBe(0);
    expect(book.activeSheet).toBe(2);
  });

  test("another active sheet is the only selected one", () => {
    const saved = saveXlsx(THREE, { sheets: [file(0), file(1), file(2)], activeSheet: 0 });
    expect(readXlsx(saved).activeSheet).toBe(0);
    expect(text(saved, "xl/worksheets/sheet2.xml")).not.toContain("tabSelected");
  });

  test("hidden sheets are never opened with", () => {
    const saved = saveXlsx(THREE, { sheets: [file(0), { ...file(1), visibility: "hidden" }, file(2)] });
    const book = readXlsx(saved);
    expect(book.sheets[1]?.visibility).toBe("hidden");
    expect(book.activeSheet).toBe(0);
  });

  test("widths, heights, merges, protection and page setup", () => {
    const saved = saveXlsx(RICH, {
      sheets: [
        {
          ...SHEET1,
          columns: [{ first: 3, last: 5, size: 20, hidden: false }, { first: 0, last: 0, size: 31, hidden: true }], // prettier-ignore
          rows: [{ first: 0, last: 0, size: 44, hidden: false }, { first: 9, last: 10, size: null, hidden: true }], // prettier-ignore
          merges: [{ top: 4, left: 0, bottom: 4, right: 3 }],
          protection: { on: true, allowed: ["formatCells", "selectLockedCells", "selectUnlockedCells"] },
          page: { landscape: true, paperSize: 9, fit: { wide: 1, tall: 0 }, titleRows: { first: 0, last: 2 }, printArea: null, centerHorizontally: false }, // prettier-ignore
          tabColor: "#FF0000",
        },
      ],
    });
    const book = readXlsx(saved);
    expect(book.sheets[0]).toMatchObject({
      columns: [
        { first: 0, last: 0, width: 31, hidden: true },
        { first: 2, last: 2, width: 12, style: 1 },
        { first: 3, last: 4, width: 20, style: 1 },
        { first: 5, last: 5, width: 20, style: null },
      ],
      rows: [
        { first: 0, height: 44 },
        { first: 6, style: 2 },
        { first: 9, last: 10, hidden: true },
      ],
      merges: [{ top: 4, left: 0, bottom: 4, right: 3 }],
      protection: { password: false, allowed: ["formatCells", "selectLockedCells", "selectUnlockedCells"] },
      page: { landscape: true, paperSize: 9, fit: { wide: 1, tall: 0 } },
    });
    expect(book.names[0]).toMatchObject({ name: "_xlnm.Print_Titles", formula: "'Sheet1'!$1:$3" });
    expect(text(saved, "xl/worksheets/sheet1.xml")).toContain(
      '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    );
  });

  test("names are changed, added and removed", () => {
    const saved = saveXlsx(RICH, {
      sheets: [SHEET1],
      names: [
        { name: "_xlnm.Print_Titles", formula: "Sheet1!$1:$2", sheet: 0, hidden: false },
        { name: "基準", formula: "Sheet1!$B$3", sheet: null, hidden: false },
      ],
    });
    expect(readXlsx(saved).names.map(({ name, formula }) => [name, formula])).toEqual([
      ["_xlnm.Print_Titles", "Sheet1!$1:$2"],
      ["基準", "Sheet1!$B$3"],
    ]);
  });
});

describe("settings", () => {
  const settings = (values: [string, string][], addIn = ADD_IN) => ({ addIn, values: new Map(values) });
  const first = saveXlsx(RICH, { sheets: [SHEET1], settings: settings([["kpi", '{"rubric":"旭市型","n":"<&>"}']]) });

  test("are stored where Excel stores them", () => {
    expect(readXlsx(first).extensions).toMatchObject([
      { id: ADD_IN.id, storeType: "Registry", properties: new Map([["kpi", '{"rubric":"旭市型","n":"<&>"}']]) },
    ]);
    expect(changedParts(RICH, first)).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/webextensions/_rels/taskpanes.xml.rels",
      "xl/webextensions/taskpanes.xml",
      "xl/webextensions/webextension1.xml",
    ]);
  });

  test("replace the add-in's own and keep those of others", () => {
    const other = { id: "00000000-0000-4000-8000-00000000aaaa", version: "1.0.0.0" };
    const two = saveXlsx(first, { sheets: [SHEET1], settings: settings([["x", "1"]], other) });
    const three = saveXlsx(two, { sheets: [SHEET1], settings: settings([["kpi", "2"], ["more", "3"]]) }); // prettier-ignore
    expect(readXlsx(three).extensions.map(({ id, properties }) => [id, [...properties]])).toEqual([
      [ADD_IN.id, [["kpi", "2"], ["more", "3"]]], // prettier-ignore
      [other.id, [["x", "1"]]],
    ]);
    expect(changedParts(two, three)).toEqual(["xl/webextensions/webextension1.xml"]);
  });

  test("none and none before: the file stays as it is", () => {
    expect(changedParts(RICH, saveXlsx(RICH, { sheets: [SHEET1], settings: settings([]) }))).toEqual([]);
  });
});

test("a strict file stays strict", () => {
  const parts = Object.fromEntries(
    Object.entries(partsOf({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })).map(([name, xml]) => [
      name,
      (xml as string)
        .replace(/http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g, "http://purl.oclc.org/ooxml/spreadsheetml/main") // prettier-ignore
        .replace(/http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006/g, "http://purl.oclc.org/ooxml/officeDocument"), // prettier-ignore
    ]),
  );
  const saved = saveXlsx(zip(parts), { sheets: [SHEET1, NEW] });
  expect(names(saved)).toEqual(["Sheet1", "集計 '1'"]);
  for (const part of ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml"]) {
    expect(text(saved, part)).not.toMatch(/schemas\.openxmlformats\.org\/(spreadsheetml|officeDocument)/);
  }
});

test("an empty file gets its first cells", () => {
  const empty = pack({ parts: { "xl/worksheets/sheet1.xml": worksheet({}).replace("<sheetData></sheetData>", "<sheetData/>") } }); // prettier-ignore
  const saved = saveXlsx(empty, { sheets: [{ ...SHEET1, cells: [{ row: 0, column: 0, content: { value: 1, formula: null } }] }] }); // prettier-ignore
  expect(readXlsx(saved).sheets[0]?.cells).toMatchObject([{ row: 0, column: 0, value: 1 }]);
});
