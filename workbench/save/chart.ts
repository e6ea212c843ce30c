/** Native charts: a chart part with references to the cells, and its place on the sheet. */
import type { SavePackage } from "./package";
import { putElement } from "./sheet-xml";
import { attribute, encode, encodeText, indexXml, relationshipIdOf, under } from "./tree";
import type { CellCorner, ChartKind, ChartSave, ChartSeriesSave } from "./types";

const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
const C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
/** English metric units per point. */
const EMU = 12_700;

interface BarLook {
  readonly direction: "bar" | "col";
  readonly grouping: "stacked" | "percentStacked" | "clustered";
}

const BARS: Readonly<Partial<Record<ChartKind, BarLook>>> = {
  barStacked: { direction: "bar", grouping: "stacked" },
  barStacked100: { direction: "bar", grouping: "percentStacked" },
  barClustered: { direction: "bar", grouping: "clustered" },
  columnStacked: { direction: "col", grouping: "stacked" },
  columnStacked100: { direction: "col", grouping: "percentStacked" },
  columnClustered: { direction: "col", grouping: "clustered" },
};

const LEGEND = { bottom: "b", right: "r", top: "t", left: "l" } as const;

/** Adds charts to a sheet, beside whatever is drawn there already. */
export function addCharts(file: SavePackage, sheetPart: string, charts: readonly ChartSave[]): void {
  if (charts.length === 0) return;
  const drawing = file.linked(sheetPart, "drawing") ?? addDrawing(file, sheetPart);
  for (const chart of charts) {
    removeChart(file, drawing, chart.name);
    const part = file.freeName("xl/charts/chart{}.xml");
    file.add(part, CHART_TYPE, chartXml(chart));
    const id = file.addLink(drawing, file.officeType("chart"), part);
    file.edit(drawing, (xml, splices) => {
      const root = indexXml(xml);
      const ids = under(root, "cNvPr").map((node) =>
        Number(/\sid="(\d+)"/.exec(xml.slice(node.start, node.openEnd))?.[1] ?? 0),
      );
      splices.append(root, anchorXml(chart, id, Math.max(1, ...ids) + 1));
    });
  }
}

/** Takes the chart of that name out of a drawing, with its parts. */
function removeChart(file: SavePackage, drawing: string, name: string): void {
  const xml = file.text(drawing);
  const anchor = indexXml(xml).children.find((node) =>
    under(node, "graphicFrame").some((frame) => under(frame, "cNvPr").some((c) => attribute(xml, c, "name") === name)),
  );
  const chart = under(anchor, "chart")[0];
  if (!anchor || !chart) return;
  const id = relationshipIdOf(xml, chart);
  const part = file.links(drawing).find((link) => link.id === id)?.target;
  file.edit(drawing, (_, splices) => splices.replace(anchor.start, anchor.end, ""));
  file.removeLinks(drawing, (link) => link.id === id);
  if (part !== undefined) file.remove(part);
}

function addDrawing(file: SavePackage, sheetPart: string): string {
  const part = file.freeName("xl/drawings/drawing{}.xml");
  file.add(part, DRAWING_TYPE, `<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}"></xdr:wsDr>`);
  const id = file.addLink(sheetPart, file.officeType("drawing"), part);
  file.edit(sheetPart, (xml, splices) => {
    const root = indexXml(xml, new Set(["sheetData"]));
    putElement(root, splices, "drawing", `<${root.prefix}drawing xmlns:r="${file.officeNamespace()}" r:id="${id}"/>`);
  });
  return part;
}

function anchorXml({ name, cells, left, top, width, height }: ChartSave, link: string, id: number): string {
  const emu = (points: number) => Math.max(0, Math.round(points * EMU));
  const corner = (tag: string, { row, column }: CellCorner) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const [kind, place] = cells
    ? ["twoCellAnchor", corner("from", cells.from) + corner("to", cells.to)]
    : [
        "absoluteAnchor",
        `<xdr:pos x="${emu(left)}" y="${emu(top)}"/><xdr:ext cx="${emu(width)}" cy="${emu(height)}"/>`,
      ];
  return (
    `<xdr:${kind} xmlns:xdr="${XDR}" xmlns:a="${A}">${place}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${encode(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" xmlns:r="${R}" r:id="${link}"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:${kind}>`
  );
}

function chartXml(chart: ChartSave): string {
  const bar = BARS[chart.kind];
  const plot = bar ? barXml(chart, bar) : chart.kind === "pie" ? pieXml(chart) : lineXml(chart);
  const legend = chart.legend
    ? `<c:legend><c:legendPos val="${LEGEND[chart.legend]}"/><c:overlay val="0"/></c:legend>`
    : "";
  return (
    `<c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${R}"><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}` +
    `<c:autoTitleDeleted val="${chart.title === null ? 1 : 0}"/><c:plotArea><c:layout/>${plot}</c:plotArea>${legend}` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

function titleXml(title: string | null): string {
  if (title === null) return "";
  const run = `<a:r><a:rPr lang="ja-JP" sz="1200" b="1"/><a:t>${encodeText(title)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function barXml(chart: ChartSave, { direction, grouping }: BarLook): string {
  const overlap = grouping === "clustered" ? "" : '<c:overlap val="100"/>';
  const series = chart.series.map((s, i) => seriesXml(s, i, '<c:invertIfNegative val="0"/>', chart.dataLabels));
  return (
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series.join("")}` +
    `<c:gapWidth val="50"/>${overlap}<c:axId val="1"/><c:axId val="2"/></c:barChart>${axesXml(chart, direction === "bar")}`
  );
}

function lineXml(chart: ChartSave): string {
  const series = chart.series.map((s, i) => seriesXml(s, i, "", chart.dataLabels));
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join("")}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>${axesXml(chart, false)}`;
}

function pieXml(chart: ChartSave): string {
  const series = chart.series.slice(0, 1).map((s, i) => seriesXml(s, i, "", chart.dataLabels));
  return `<c:pieChart><c:varyColors val="1"/>${series.join("")}<c:firstSliceAng val="0"/></c:pieChart>`;
}

function seriesXml(series: ChartSeriesSave, index: number, extra: string, labels: boolean): string {
  const name = series.nameFrom
    ? `<c:tx><c:strRef><c:f>${encodeText(series.nameFrom)}</c:f></c:strRef></c:tx>`
    : `<c:tx><c:v>${encodeText(series.name)}</c:v></c:tx>`;
  const fill = series.color
    ? `<c:spPr><a:solidFill><a:srgbClr val="${series.color.replace("#", "").toUpperCase()}"/></a:solidFill></c:spPr>`
    : "";
  const shown = labels
    ? '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    : "";
  const categories = series.categories
    ? `<c:cat><c:strRef><c:f>${encodeText(series.categories)}</c:f></c:strRef></c:cat>`
    : "";
  const values = `<c:val><c:numRef><c:f>${encodeText(series.values)}</c:f></c:numRef></c:val>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}${fill}${extra}${shown}${categories}${values}</c:ser>`;
}

function axesXml(chart: ChartSave, lying: boolean): string {
  const order = chart.reversed ? "maxMin" : "minMax";
  const [categoryPosition, valuePosition] = lying ? ["l", "b"] : ["b", "l"];
  // With the categories turned round the value axis would go to the top.
  const crosses = lying && chart.reversed ? "max" : "autoZero";
  return (
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${categoryPosition}"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${valuePosition}"/><c:majorGridlines/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="${crosses}"/></c:valAx>`
  );
}
