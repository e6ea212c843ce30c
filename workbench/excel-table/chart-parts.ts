/** Titles, axes, legends, labels and colours of charts. */
import { define, type HostObject, type ObjectType } from "../host/table-types";
import type { ExcelContext, PartObject } from "./context";
import { colour } from "./format";
import { child, properties } from "./parts";

const part = (type: ObjectType<PartObject, ExcelContext>): ObjectType<HostObject, ExcelContext> =>
  define<PartObject, ExcelContext>(type);

const FONT = {
  Bold: false,
  Color: "#000000",
  Italic: false,
  Name: "游ゴシック",
  Size: 10,
  Underline: "None",
};

const font = child("ChartFont", "font");
const fill = child("ChartFill", "fill");
const line = child("ChartLineFormat", "line");
const border = child("ChartBorder", "border");

export const chartPartTypes = {
  ChartTitle: part({
    ...properties({ Text: "", Visible: true, Overlay: false, Position: "Automatic", ShowShadow: false }),
    nav: { Format: child("ChartTitleFormat", "format") },
  }),
  ChartTitleFormat: part({ nav: { Font: font, Fill: fill, Border: border } }),
  ChartFont: part(properties(FONT)),
  ChartFill: part({
    call: {
      SetSolidColor: ({ sheet, part, of }, args, { book }) => {
        part.properties.set("Color", colour(args.list[0], "ChartFill.setSolidColor"));
        book.changed(sheet, of);
      },
      Clear: ({ sheet, part, of }, _, { book }) => {
        part.properties.set("Color", "");
        book.changed(sheet, of);
      },
    },
  }),
  ChartLineFormat: part({
    ...properties({ Color: "#000000", LineStyle: "Automatic", Weight: 0.75 }),
    call: {
      Clear: ({ sheet, part, of }, _, { book }) => {
        part.properties.set("LineStyle", "None");
        book.changed(sheet, of);
      },
    },
  }),
  ChartBorder: part(properties({ Color: "#000000", LineStyle: "Automatic", Weight: 0.75 })),
  ChartLegend: part({
    ...properties({ Visible: true, Position: "Right", Overlay: false }),
    nav: { Format: child("ChartLegendFormat", "format") },
  }),
  ChartLegendFormat: part({ nav: { Font: font, Fill: fill, Border: border } }),
  ChartDataLabels: part({
    ...properties({
      Position: "Automatic",
      Separator: ", ",
      ShowBubbleSize: false,
      ShowCategoryName: false,
      ShowLegendKey: false,
      ShowPercentage: false,
      ShowSeriesName: false,
      ShowValue: true,
      NumberFormat: "General",
      LinkNumberFormat: true,
    }),
    nav: { Format: child("ChartDataLabelFormat", "format") },
  }),
  ChartDataLabelFormat: part({ nav: { Font: font, Fill: fill, Border: border } }),
  ChartAxes: part({
    nav: {
      CategoryAxis: child("ChartAxis", "category"),
      ValueAxis: child("ChartAxis", "value"),
      SeriesAxis: child("ChartAxis", "series"),
    },
    call: {
      GetItem: (axes, args) => {
        const [type, group] = [args.text(0), args.optionalText(1) ?? "Primary"];
        if (!["Category", "Value", "Series"].includes(type)) args.invalid();
        return child("ChartAxis", type.toLowerCase() + (group === "Secondary" ? "2" : ""))(axes);
      },
    },
  }),
  ChartAxis: part({
    ...properties({
      CategoryType: "Automatic",
      LinkNumberFormat: true,
      MajorUnit: null,
      Maximum: null,
      Minimum: null,
      MinorUnit: null,
      NumberFormat: "General",
      ReversePlotOrder: false,
      ShowDisplayUnitLabel: true,
      TickLabelPosition: "NextToAxis",
      TickLabelSpacing: null,
      Visible: true,
    }),
    nav: {
      Title: child("ChartAxisTitle", "title"),
      Format: child("ChartAxisFormat", "format"),
      MajorGridlines: child("ChartGridlines", "majorGridlines"),
      MinorGridlines: child("ChartGridlines", "minorGridlines"),
    },
  }),
  ChartAxisTitle: part({
    ...properties({ Text: "", Visible: false }),
    nav: { Format: child("ChartAxisTitleFormat", "format") },
  }),
  ChartAxisTitleFormat: part({ nav: { Font: font, Fill: fill, Border: border } }),
  ChartAxisFormat: part({ nav: { Font: font, Fill: fill, Line: line } }),
  ChartGridlines: part({
    ...properties({ Visible: true }),
    nav: { Format: child("ChartGridlinesFormat", "format") },
  }),
  ChartGridlinesFormat: part({ nav: { Line: line } }),
  ChartAreaFormat: part({
    ...properties({ RoundedCorners: false, ColorScheme: "ColorfulPalette1" }),
    nav: { Font: font, Fill: fill, Border: border },
  }),
  ChartPlotArea: part({
    ...properties({ Position: "Automatic" }),
    nav: { Format: child("ChartPlotAreaFormat", "format") },
  }),
  ChartPlotAreaFormat: part({ nav: { Fill: fill, Border: border } }),
  ChartSeriesFormat: part({ nav: { Fill: fill, Line: line } }),
  ChartPointFormat: part({ nav: { Fill: fill, Border: border } }),
};
