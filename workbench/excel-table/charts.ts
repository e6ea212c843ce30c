/** Charts made through the API: native ones, drawn by Excel. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import { Parts, type Chart } from "../model/objects";
import type { Sheet } from "../model/sheet";
import { newSeries, seriesOf, type ChartObject } from "./chart-series";
import {
  asNumber,
  asText,
  rangeArgument,
  sheetObject,
  type ExcelContext,
  type OnSheet,
  type RangeObject,
} from "./context";
import { child, properties } from "./parts";
import { columnWidth, pointsOfWidth, rowHeight } from "./sizes";

const chartObject = (sheet: Sheet, chart: Chart): ChartObject => ({
  type: "Chart",
  sheet,
  chart,
  part: chart.look,
  of: "charts",
});

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
};
