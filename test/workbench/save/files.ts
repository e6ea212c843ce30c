/** Files to be saved, and what is inside of saved ones. */
import { unzipSync } from "fflate";
import { pack, relationships } from "../../xlsx/packages";

export const text = (bytes: Uint8Array, part: string): string => new TextDecoder().decode(unzipSync(bytes)[part]);

/** Names of the parts whose bytes differ, sorted. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  const same = (x: Uint8Array | undefined, y: Uint8Array | undefined) =>
    x !== undefined && y !== undefined && x.length === y.length && x.every((byte, i) => byte === y[i]);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !same(a[name], b[name])).sort();
}

export const STYLES = `<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;人&quot;"/></numFmts><fonts count="2" x14ac:knownFonts="1" xmlns:x14ac="a"><font><sz val="11"/><color theme="1"/><name val="游ゴシック"/><family val="2"/><charset val="128"/><scheme val="minor"/></font><font><b/><sz val="14"/><name val="メイリオ"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color indexed="64"/></left><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1"><alignment horizontal="center" readingOrder="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs>`;

export const STRINGS = `<si><t>指標</t><rPh sb="0" eb="2"><t>シヒョウ</t></rPh></si><si><r><rPr><b/></rPr><t>太</t></r><r><t>字</t></r></si>`;

/** A sheet with everything that must not be lost: chart, picture, conditional format, widths, comments, an extension. */
export const RICH = pack({
  strings: STRINGS,
  styles: STYLES,
  book: `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$2</definedName><definedName name="目標">Sheet1!$B$2</definedName></definedNames><calcPr calcId="191029"/>`,
  head: `<sheetPr codeName="Sheet1"/><dimension ref="A1:D8"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="18.75"/><cols><col min="1" max="1" width="30" customWidth="1"/><col min="3" max="5" width="12" style="1" customWidth="1"/></cols>`,
  rows: `<row r="1" spans="1:4" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s" ph="1"><v>1</v></c><c r="D1"/></row>
<row r="2" spans="1:4"><c r="A2" s="1"/><c r="B2"><v>10</v></c><c r="C2"><f t="shared" ref="C2:C4" si="0">B2*2</f><v>20</v></c><c r="D2"><f>SUM(B2:B4)</f><v>60</v></c></row>
<row r="3"><c r="B3"><v>20</v></c><c r="C3"><f t="shared" si="0"/><v>40</v></c></row>
<row r="4"><c r="B4"><v>30</v></c><c r="C4"><f t="shared" si="0"/><v>60</v></c></row>
<row r="7" s="2" customFormat="1"><c r="B7" t="inlineStr"><is><t>備考</t></is></c></row>`,
  tail: `<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>15</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D2"><formula1>"S,A,B"</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>`,
  parts: {
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(
      ["rId1", "drawing", "../drawings/drawing1.xml"],
      ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
      ["rId3", "comments", "../comments1.xml"],
    ),
    "xl/drawings/drawing1.xml": `<?xml version="1.0"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="7" name="グラフ"/></xdr:nvGraphicFramePr></xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>`,
    "xl/drawings/_rels/drawing1.xml.rels": relationships(["rId1", "chart", "../charts/chart1.xml"], ["rId2", "image", "../media/image1.png"]), // prettier-ignore
    "xl/drawings/vmlDrawing1.vml": "<xml>not even well-formed",
    "xl/charts/chart1.xml": `<c:chartSpace xmlns:c="c"><c:f>Sheet1!$B$2:$B$4</c:f></c:chartSpace>`,
    "xl/media/image1.png": Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 256),
    "xl/comments1.xml": "<comments/>",
    "customXml/item1.xml": "<a/>",
  },
});
