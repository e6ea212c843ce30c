/** A management sheet with a new summary sheet and a native chart, as the saver gets them. */
import { DEFAULT_STYLE } from "../../src/xlsx/styles";
import type { BookSave, CellSave, CellStyle } from "../../workbench/save";
import { partsOf, zip } from "../xlsx/packages";

/** Texts that a careless writer would break. */
export const TEXTS = [
  "=1+1",
  " 前後の空白 ",
  "改行\nあり",
  '<タグ> & "引用"',
  "_x0041_",
  "髙﨑市 𠮷野家",
  "'先頭の引用符",
];

const line = { style: "thin", color: "#7F7F7F" };
const box: CellStyle = { ...DEFAULT_STYLE, border: { left: line, right: line, top: line, bottom: line } };
const head: CellStyle = { ...box, fill: "#DDEBF7", font: { ...box.font, bold: true }, horizontal: "center" };

export function summaryBook(): { original: Uint8Array; save: BookSave } {
  const plain = partsOf({ rows: '<row r="1"><c r="A1"><v>0</v></c></row>' });
  // Without views of the book LibreOffice does not look at those of its sheets.
  const views = "<bookViews><workbookView/></bookViews><sheets>";
  const original = zip({
    ...plain,
    "xl/workbook.xml": (plain["xl/workbook.xml"] as string).replace("<sheets>", views),
  });
  const text = (
    row: number,
    column: number,
    value: string | number,
    style?: CellStyle,
    formula?: string,
  ): CellSave => ({
    row,
    column,
    content: { value, formula: formula ?? null },
    ...(style && { style }),
  });
  const grades: readonly (readonly (string | number)[])[] = [
    ["101 定住促進", 2, 1, 1],
    ["102 産業振興", 1, 3, 0],
  ];
  return {
    original,
    save: {
      sheets: [
        {
          kind: "file",
          index: 0,
          name: "様式1",
          cells: [
            ...TEXTS.map((value, row) => text(row, 0, value)),
            text(TEXTS.length, 0, "D", undefined, '=KPI.GRADE("1","2","3")'),
          ],
        },
        {
          kind: "new",
          name: "集計",
          visibility: "visible",
          cells: [
            ...["施策", "S", "A", "B"].map((value, column) => text(0, column, value, head)),
            ...grades.flatMap((row, i) => [
              text(i + 1, 0, row[0] as string, box),
              ...row.slice(1).map((value, j) => text(i + 1, j + 1, value, box, `=${value}*1`)),
            ]),
            text(4, 0, "達成状況（令和3年度）", head),
          ],
          rows: [{ first: 0, last: 0, size: 24, hidden: false }],
          columns: [{ first: 0, last: 0, size: 36, hidden: false }],
          merges: [{ top: 4, left: 0, bottom: 4, right: 3 }],
          protection: null,
          validations: [],
          frozen: { rows: 1, columns: 0 },
          gridlines: false,
          tabColor: "#1F4E79",
          page: {
            landscape: true,
            paperSize: 9,
            fit: { wide: 1, tall: 0 },
            titleRows: { first: 0, last: 0 },
            printArea: null,
            centerHorizontally: true,
          },
          charts: [
            {
              kind: "barStacked",
              name: "達成状況",
              title: "施策ごとの達成状況",
              legend: "bottom",
              reversed: true,
              dataLabels: true,
              series: ["B", "C", "D"].map((column, i) => ({
                name: ["S", "A", "B"][i] as string,
                nameFrom: `集計!$${column}$1`,
                categories: "集計!$A$2:$A$3",
                values: `集計!$${column}$2:$${column}$3`,
                color: ["#1F4E79", "#2E75B6", "#9DC3E6"][i] as string,
              })),
              left: 10,
              top: 130,
              width: 480,
              height: 240,
            },
          ],
        },
      ],
      settings: {
        addIn: { id: "8f1f2c6a-0000-4000-8000-000000000001", version: "1.0.0.0" },
        values: new Map([["kpi", "{}"]]),
      },
    },
  };
}
