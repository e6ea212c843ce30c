/** Charts made through the API, and their series. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import { fullAddress } from "../model/address";
import { cellArea, columnsOf, rowsOf, type Area } from "../model/area";
import { Parts, type Chart, type ChartSeries, type SeriesSource } from "../model/objects";
import type { Sheet } from "../model/sheet";
import {
  asNumber,
  asText,
  isRange,
  rangeArgument,
  sheetObject,
  type ExcelContext,
  type OnSheet,
  type PartObject,
  type RangeObject,
} from "./context";
import { child, properties } from "./parts";
import { columnWidth, pointsOfWidth, rowHeight } from "./sizes";

interface ChartObject extends PartObject {
  readonly chart: Chart;
}

interface SeriesObject extends PartObject {
  readonly chart: Chart;
  readonly series: ChartSeries;
}

const chartObject = (sheet: Sheet, chart: Chart): ChartObject => ({
  type: "Chart",
  sheet,
  chart,
  part: chart.look,
  of: "charts",
});

const seriesObject = ({ sheet, chart }: ChartObject, series: ChartSeries): SeriesObject => ({
  type: "ChartSeries",
  sheet,
  chart,
  series,
  part: series.look,
  of: "charts",
});

/** Address with the sheet, as a chart keeps it. */
const addressOf = ({ sheet, area }: RangeObject): string => fullAddress(sheet.name, area);

/**
 * Series of a block of data: the first row names them and the first column holds the categories (or the other way
 * round), where those are no numbers.
 */
function seriesOf({ sheet, area }: RangeObject, by: string): SeriesSource[] {
  const isNumber = (row: number, column: number): boolean => typeof sheet.value(row, column) === "number";
  const hasNames = rowsOf(area) > 1 && !isNumber(area.top, area.right);
  const hasCategories = columnsOf(area) > 1 && !isNumber(area.bottom, area.left);
  const body: Area = { ...area, top: area.top + (hasNames ? 1 : 0), left: area.left + (hasCategories ? 1 : 0) };
  const inColumns = by === "Columns" || (by !== "Rows" && rowsOf(body) >= columnsOf(body));
  const address = (part: Area): string => fullAddress(sheet.name, part);
  const count = inColumns ? columnsOf(body) : rowsOf(body);
  return Array.from({ length: count }, (_, i) => {
    const [row, column] = [body.top + i, body.left + i];
    const values = inColumns ? { ...body, left: column, right: column } : { ...body, top: row, bottom: row };
    const title = inColumns ? cellArea(area.top, column) : cellArea(row, area.left);
    const titled = inColumns ? hasNames : hasCategories;
    const along = inColumns ? hasCategories : hasNames;
    const labels = inColumns
      ? { ...body, left: area.left, right: area.left }
      : { ...body, top: area.top, bottom: area.top };
    return {
      name: titled ? String(sheet.value(title.top, title.left)) : `系列${i + 1}`,
      nameFrom: titled ? address(title) : null,
      values: address(values),
      categories: along ? address(labels) : null,
    };
  });
}

const newSeries = (id: number, source: SeriesSource): ChartSeries => ({ id, source, look: new Parts() });

function addChart(sheet: Sheet, type: string, source: RangeObject, by: string, { book }: ExcelContext): Chart {
  if (book.readOnly || (sheet.protection.on && !sheet.protection.options["allowEditObjects"])) {
    refuse("AccessDenied", "ChartCollection.add");
  }
  const id = book.newId();
  const look = new Parts();
  look.properties.set("ChartType", type);
  const chart: Chart = {
    id: `{${id.toString(16).toUpperCase().padStart(8, "0")}-0002-0000-0000-000000000000}`,
    name: `グラフ ${sheet.charts.length + 1}`,
    look,
    series: seriesOf(source, by).map((of, i) => newSeries(i, of)),
    left: 100,
    top: 50,
    width: 360,
    height: 216,
  };
  sheet.charts.push(chart);
  book.changed(sheet, "charts");
  return chart;
}

const byKey = (sheet: Sheet, key: string): Chart | undefined =>
  sheet.charts.find((chart) => chart.name.toLowerCase() === key.toLowerCase() || chart.id === key);

/** Distance of a cell's corner from the sheet's, in points. */
export function cornerOf(sheet: Sheet, row: number, column: number): { left: number; top: number } {
  let [left, top] = [0, 0];
  for (let c = 0; c < column; c++) if (!sheet.columns.at(c).hidden) left += pointsOfWidth(columnWidth(sheet, c));
  for (let r = 0; r < row; r++) if (!sheet.rows.at(r).hidden) top += rowHeight(sheet, r);
  return { left, top };
}

type Size = "left" | "top" | "width" | "height";

const sizes: readonly [string, Size][] = [
  ["Left", "left"],
  ["Top", "top"],
  ["Width", "width"],
  ["Height", "height"],
];

const look = properties({
  ChartType: "ColumnClustered",
  CategoryLabelLevel: null,
  DisplayBlanksAs: "NotPlotted",
  PlotBy: "Columns",
  PlotVisibleOnly: true,
  SeriesNameLevel: null,
  Style: null,
});

const seriesLook = properties({
  AxisGroup: "Primary",
  DoughnutHoleSize: null,
  Filtered: false,
  GapWidth: 150,
  HasDataLabels: false,
  InvertIfNegative: false,
  MarkerStyle: "Automatic",
  Overlap: 0,
  ShowShadow: false,
  Smooth: false,
});

export const chartTypes = {
  ChartCollection: define<OnSheet, ExcelContext>({
    get: { Count: ({ sheet }) => sheet.charts.length },
    items: ({ sheet }) => sheet.charts.map((chart) => chartObject(sheet, chart)),
    item: ({ sheet }, key) => {
      const chart = byKey(sheet, String(key));
      return chart ? chartObject(sheet, chart) : refuse("ItemNotFound", "ChartCollection.getItem");
    },
    call: {
      Add: ({ sheet }, args, context) => {
        const source = rangeArgument(context, sheet, args.list[1], "ChartCollection.add");
        return chartObject(sheet, addChart(sheet, args.text(0), source, args.optionalText(2) ?? "Auto", context));
      },
      GetItem: ({ sheet }, args) => {
        const chart = byKey(sheet, args.text(0));
        return chart ? chartObject(sheet, chart) : refuse("ItemNotFound", "ChartCollection.getItem");
      },
      GetItemOrNullObject: ({ sheet }, args) => {
        const chart = byKey(sheet, args.text(0));
        return chart ? chartObject(sheet, chart) : null;
      },
      GetItemAt: ({ sheet }, args) => {
        const chart = sheet.charts[args.integer(0)];
        return chart ? chartObject(sheet, chart) : refuse("InvalidArgument", "ChartCollection.getItemAt");
      },
      GetCount: ({ sheet }) => sheet.charts.length,
    },
  }),

  Chart: define<ChartObject, ExcelContext>({
    id: { key: "Id", of: ({ chart }) => chart.id },
    get: {
      ...look.get,
      Id: ({ chart }) => chart.id,
      Name: ({ chart }) => chart.name,
      ...Object.fromEntries(sizes.map(([name, key]) => [name, ({ chart }: ChartObject) => chart[key]])),
    },
    set: {
      ...look.set,
      Name: ({ sheet, chart }, value, { book }) => {
        chart.name = asText(value, "Chart.name");
        book.changed(sheet, "charts");
      },
      ...Object.fromEntries(
        sizes.map(([name, key]) => [
          name,
          ({ sheet, chart }: ChartObject, value: unknown, { book }: ExcelContext) => {
            chart[key] = asNumber(value, `Chart.${key}`);
            book.changed(sheet, "charts");
          },
        ]),
      ),
    },
    nav: {
      Title: child("ChartTitle", "title"),
      Legend: child("ChartLegend", "legend"),
      Axes: child("ChartAxes", "axes"),
      DataLabels: child("ChartDataLabels", "dataLabels"),
      Format: child("ChartAreaFormat", "format"),
      PlotArea: child("ChartPlotArea", "plotArea"),
      Series: ({ sheet, chart, part, of }): ChartObject => ({ type: "ChartSeriesCollection", sheet, chart, part, of }),
      Worksheet: ({ sheet }) => sheetObject(sheet),
    },
    call: {
      Delete: ({ sheet, chart }, _, { book }) => {
        sheet.charts = sheet.charts.filter((other) => other !== chart);
        book.changed(sheet, "charts");
      },
      SetData: ({ sheet, chart }, args, context) => {
        const source = rangeArgument(context, sheet, args.list[0], "Chart.setData");
        chart.series = seriesOf(source, args.optionalText(1) ?? "Auto").map((of, i) => newSeries(i, of));
        context.book.changed(sheet, "charts");
      },
      SetPosition: ({ sheet, chart }, args, context) => {
        const start = rangeArgument(context, sheet, args.list[0], "Chart.setPosition");
        const end = args.has(1) ? rangeArgument(context, sheet, args.list[1], "Chart.setPosition") : null;
        const corner = cornerOf(sheet, start.area.top, start.area.left);
        Object.assign(chart, corner);
        const far = end ? cornerOf(sheet, end.area.bottom + 1, end.area.right + 1) : null;
        if (far) Object.assign(chart, { width: far.left - corner.left, height: far.top - corner.top });
        context.book.changed(sheet, "charts");
      },
    },
  }),

  ChartSeriesCollection: define<ChartObject, ExcelContext>({
    get: { Count: ({ chart }) => chart.series.length },
    items: (object) => object.chart.series.map((series) => seriesObject(object, series)),
    call: {
      GetItemAt: (object, args) => {
        const series = object.chart.series[args.integer(0)];
        return series ? seriesObject(object, series) : refuse("InvalidArgument", "ChartSeriesCollection.getItemAt");
      },
      GetCount: ({ chart }) => chart.series.length,
      Add: (object, args, { book }) => {
        const { chart, sheet } = object;
        const name = args.optionalText(0) ?? `系列${chart.series.length + 1}`;
        const id = Math.max(-1, ...chart.series.map((series) => series.id)) + 1;
        const series = newSeries(id, { name, nameFrom: null, values: null, categories: null });
        chart.series.splice(args.optionalInteger(1, chart.series.length), 0, series);
        book.changed(sheet, "charts");
        return seriesObject(object, series);
      },
    },
  }),

  ChartSeries: define<SeriesObject, ExcelContext>({
    get: {
      ...seriesLook.get,
      ChartType: ({ chart, part }) => part.properties.get("ChartType") ?? chart.look.properties.get("ChartType"),
      Name: ({ series }) => series.source.name,
      PlotOrder: ({ chart, series }) => chart.series.indexOf(series),
    },
    set: {
      ...seriesLook.set,
      ChartType: ({ sheet, part }, value, { book }) => {
        part.properties.set("ChartType", asText(value, "ChartSeries.chartType"));
        book.changed(sheet, "charts");
      },
      Name: ({ sheet, series }, value, { book }) => {
        series.source = { ...series.source, name: asText(value, "ChartSeries.name"), nameFrom: null };
        book.changed(sheet, "charts");
      },
    },
    nav: {
      Format: child("ChartSeriesFormat", "format"),
      DataLabels: child("ChartDataLabels", "dataLabels"),
      Points: ({ sheet, chart, series, part, of }): SeriesObject => ({
        type: "ChartPointsCollection",
        sheet,
        chart,
        series,
        part,
        of,
      }),
    },
    call: {
      SetValues: ({ sheet, series }, args, { book }) => {
        const source = args.list[0];
        if (!isRange(source)) return args.invalid();
        series.source = { ...series.source, values: addressOf(source) };
        book.changed(sheet, "charts");
      },
      SetXAxisValues: ({ sheet, series }, args, { book }) => {
        const source = args.list[0];
        if (!isRange(source)) return args.invalid();
        series.source = { ...series.source, categories: addressOf(source) };
        book.changed(sheet, "charts");
      },
      Delete: ({ sheet, chart, series }, _, { book }) => {
        chart.series = chart.series.filter((other) => other !== series);
        book.changed(sheet, "charts");
      },
    },
  }),

  ChartPointsCollection: define<SeriesObject, ExcelContext>({
    get: { Count: (object, { book }) => pointCount(object, book) },
    items: (object, { book }) => Array.from({ length: pointCount(object, book) }, (_, i) => pointObject(object, i)),
    call: {
      GetItemAt: (object, args) => pointObject(object, args.integer(0)),
      GetCount: (object, _, { book }) => pointCount(object, book),
    },
  }),

  ChartPoint: define<PartObject, ExcelContext>({
    ...properties({ HasDataLabel: false }),
    nav: { Format: child("ChartPointFormat", "format") },
  }),
};

function pointCount({ series }: SeriesObject, book: ExcelContext["book"]): number {
  const area = book.find(series.source.values ?? "", null)?.area;
  return area ? Math.max(rowsOf(area), columnsOf(area)) : 0;
}

const pointObject = ({ sheet, part, of }: SeriesObject, index: number): PartObject => ({
  type: "ChartPoint",
  sheet,
  part: part.part(`point ${index}`),
  of,
});
