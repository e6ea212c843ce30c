/** Everything that a saver must not lose: a chart, a picture, conditional formats, names, a group of sheets. */
import { strToU8, unzipSync, zlibSync } from "fflate";
import type ExcelJS from "exceljs";
import { pack, type Sample } from "../book";
import { ALL } from "../city";
import { layoutSample, type SheetSpec } from "../layout";

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = new Uint8Array([...strToU8(type), ...data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  const number = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  return new Uint8Array([...number(data.length), ...body, ...number((crc ^ 0xffffffff) >>> 0)]);
}

/** A plain crest: a disc on a square, as PNG. */
function crest(): Uint8Array {
  const size = 48;
  const rows: number[] = [];
  for (let y = 0; y < size; y++) {
    rows.push(0);
    for (let x = 0; x < size; x++) {
      const inside = (x - 23.5) ** 2 + (y - 23.5) ** 2 < 20 ** 2;
      rows.push(...(inside ? [0x1f, 0x6f, 0xb5] : [0xff, 0xff, 0xff]));
    }
  }
  const header = new Uint8Array([0, 0, 0, size, 0, 0, 0, size, 8, 2, 0, 0, 0]);
  return new Uint8Array([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", header),
    ...chunk("IDAT", zlibSync(new Uint8Array(rows))),
    ...chunk("IEND", new Uint8Array()),
  ]);
}

const SHEET = "KPI一覧";
const LAST = 3 + ALL.length;

const sheets: readonly SheetSpec[] = [
  {
    name: SHEET,
    title: { at: "B1", text: "みなと市総合戦略　KPI進捗管理表（令和5年度実績）" },
    year: 2023,
    yearFrom: "title",
    tables: [
      {
        head: {
          B3: "No.",
          C3: "指標名",
          D3: "単位",
          E3: "基準値\n（R1）",
          F3: "R5実績",
          G3: "目標値\n（R7）",
          H3: "達成率",
          I3: "評価",
        },
        columns: [
          { at: "B", role: "no" },
          { at: "C", role: "name" },
          { at: "D", role: "unit" },
          { at: "E", role: "baseline" },
          { at: "F", role: "actual", year: 2023 },
          { at: "G", role: "target", year: 2025 },
          { at: "H", role: "rate" },
          { at: "I", role: "grade" },
        ],
        lines: ALL.map((kpi, i) => {
          const [actual, target] = [kpi.actuals[2023] as number, kpi.target as number];
          const result = target === 0 ? "" : actual / target;
          return { kpi, cells: { H: { formula: `IFERROR(F${i + 4}/G${i + 4},"")`, result, format: "0.0%" } } };
        }),
        year: 2023,
      },
    ],
    finish: (sheet, workbook) => {
      sheet.addConditionalFormatting({
        ref: `I4:I${LAST}`,
        rules: [
          {
            type: "cellIs",
            operator: "equal",
            formulae: ['"D"'],
            priority: 1,
            style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFF8CBAD" } } },
          } as ExcelJS.CellIsRuleType,
        ],
      });
      sheet.addConditionalFormatting({
        ref: `H4:H${LAST}`,
        rules: [
          {
            type: "dataBar",
            priority: 2,
            cfvo: [{ type: "min" }, { type: "max" }],
            gradient: true,
            color: { argb: "FF9DC3E6" },
          } as ExcelJS.DataBarRuleType,
        ],
      });
      const picture = workbook.addImage({
        buffer: Buffer.from(crest()) as unknown as ExcelJS.Buffer,
        extension: "png",
      });
      sheet.addImage(picture, { tl: { col: 9, row: 0 }, ext: { width: 48, height: 48 } });
      workbook.definedNames.add(`'${SHEET}'!$I$4:$I$${LAST}`, "評価欄");
      sheet.headerFooter.oddFooter = "&C&P / &N ページ";
    },
  },
];

const NAMES = `'${SHEET}'!$C$4:$C$${LAST}`;
const VALUES = `'${SHEET}'!$H$4:$H$${LAST}`;
const CHART = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="ja-JP"/><a:t>達成率</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>'${SHEET}'!$H$3</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>${NAMES}</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>${VALUES}</c:f></c:numRef></c:val></c:ser><c:axId val="100"/><c:axId val="200"/></c:barChart><c:catAx><c:axId val="100"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="200"/></c:catAx><c:valAx><c:axId val="200"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="t"/><c:crossAx val="100"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
const FRAME = `<xdr:twoCellAnchor><xdr:from><xdr:col>10</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>18</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="20" name="グラフ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdChart1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
const RELATION = `<Relationship Id="rIdChart1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/>`;
const TYPE = `<Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`;

/** The library draws no charts: one is put into the package beside the picture. */
function withChart(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (name: string, end: string, insert: string): void => {
    const text = Buffer.from(parts[name] as Uint8Array).toString("utf8");
    parts[name] = strToU8(text.replace(end, `${insert}${end}`));
  };
  edit("xl/drawings/drawing1.xml", "</xdr:wsDr>", FRAME);
  edit("xl/drawings/_rels/drawing1.xml.rels", "</Relationships>", RELATION);
  edit("[Content_Types].xml", "</Types>", TYPE);
  parts["xl/charts/chart1.xml"] = strToU8(CHART);
  return pack(parts);
}

export const FURNITURE: readonly Sample[] = [
  layoutSample("variants/chart-picture-formats", "みなと市総合戦略", sheets, { after: withChart }),
];
