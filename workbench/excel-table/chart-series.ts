/** Series of charts: what they show and how they look. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import { fullAddress } from "../model/address";
import { cellArea, columnsOf, rowsOf, type Area } from "../model/area";
import { Parts, type Chart, type ChartSeries, type SeriesSource } from "../model/objects";
import { asText, isRange, type ExcelContext, type PartObject, type RangeObject } from "./context";
import { child, properties } from "./parts";

export interface ChartObject extends PartObject {
  readonly chart: Chart;
}

interface SeriesObject extends PartObject {
  readonly chart: Chart;
  readonly series: ChartSeries;
}

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
export function seriesOf({ sheet, area }: RangeObject, by: string): SeriesSource[] {
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

export const newSeries = (id: number, source: SeriesSource): ChartSeries => ({ id, source, look: new Parts() });

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

export const chartSeriesTypes = {
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
