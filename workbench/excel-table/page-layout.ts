/** How a sheet prints. */
import { define } from "../host/table-types";
import { areaName } from "../model/address";
import { refuse } from "../host/api-error";
import { areasObject, rangeArgument, type ExcelContext, type PartObject } from "./context";
import { properties } from "./parts";
import { parseAreas } from "../model/address";

const layout = properties({
  Orientation: "Portrait",
  PaperSize: "A4",
  BlackAndWhite: false,
  CenterHorizontally: false,
  CenterVertically: false,
  DraftMode: false,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
  PrintGridlines: false,
  PrintHeadings: false,
  PrintOrder: "DownThenOver",
});

/** "A1:B2,C3" of a Range, RangeAreas or address. */
function areasText({ sheet }: PartObject, value: unknown, context: ExcelContext, location: string): string {
  const areas = (value as { areas?: unknown } | null)?.areas;
  if (Array.isArray(areas)) return areas.map((area) => areaName(area)).join(",");
  return areaName(rangeArgument(context, sheet, value, location).area);
}

function keep(object: PartObject, name: string, value: unknown, { book }: ExcelContext): void {
  object.part.properties.set(name, value);
  book.changed(object.sheet, object.of);
}

const storedArea = ({ sheet, part }: PartObject, name: string): ReturnType<typeof areasObject> => {
  const areas = parseAreas(String(part.properties.get(name) ?? ""));
  return areas && areasObject(sheet, areas);
};

export const pageLayoutTypes = {
  PageLayout: define<PartObject, ExcelContext>({
    get: { ...layout.get, Zoom: ({ part }) => part.properties.get("Zoom") ?? { scale: 100 } },
    set: {
      ...layout.set,
      Zoom: (object, value, context) => {
        if (typeof value !== "object" || value === null) refuse("InvalidArgument", "PageLayout.zoom");
        keep(object, "Zoom", value, context);
      },
    },
    nav: {
      HeadersFooters: ({ sheet, part, of }): PartObject => ({
        type: "HeaderFooterGroup",
        sheet,
        part: part.part("headersFooters"),
        of,
      }),
    },
    call: {
      SetPrintArea: (object, args, context) => {
        keep(object, "PrintArea", areasText(object, args.list[0], context, "PageLayout.setPrintArea"), context);
      },
      GetPrintAreaOrNullObject: (object) => storedArea(object, "PrintArea"),
      SetPrintTitleRows: (object, args, context) => {
        const { area } = rangeArgument(context, object.sheet, args.list[0], "PageLayout.setPrintTitleRows");
        keep(object, "PrintTitleRows", `${area.top + 1}:${area.bottom + 1}`, context);
      },
      SetPrintTitleColumns: (object, args, context) => {
        const { area } = rangeArgument(context, object.sheet, args.list[0], "PageLayout.setPrintTitleColumns");
        keep(object, "PrintTitleColumns", areaName({ ...area, top: 0, bottom: 1_048_575 }), context);
      },
    },
  }),
  HeaderFooterGroup: define<PartObject, ExcelContext>({
    nav: {
      DefaultForAllPages: ({ sheet, part, of }): PartObject => ({
        type: "HeaderFooter",
        sheet,
        part: part.part("default"),
        of,
      }),
    },
  }),
  HeaderFooter: define<PartObject, ExcelContext>(
    properties({
      LeftHeader: "",
      CenterHeader: "",
      RightHeader: "",
      LeftFooter: "",
      CenterFooter: "",
      RightFooter: "",
    }),
  ),
};
