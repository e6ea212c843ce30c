/** RangeAreas: several areas of a sheet at once. */
import { refuse } from "../host/api-error";
import { define } from "../host/table-types";
import { fullAddress } from "../model/address";
import { cellCount, intersect } from "../model/area";
import {
  areasObject,
  rangeArgument,
  rangeObject,
  sheetObject,
  type AreasObject,
  type ExcelContext,
  type FormatObject,
  type RangeObject,
} from "./context";
import { specialCells } from "./special-cells";
import { rangeCalls } from "./range-calls";

const ranges = ({ sheet, areas }: FormatObject): RangeObject[] => areas.map((area) => rangeObject(sheet, area));

export const areasTypes = {
  RangeAreas: define<AreasObject, ExcelContext>({
    tracked: true,
    get: {
      Address: ({ sheet, areas }) => areas.map((area) => fullAddress(sheet.name, area)).join(","),
      AddressLocal: ({ sheet, areas }) => areas.map((area) => fullAddress(sheet.name, area)).join(","),
      AreaCount: ({ areas }) => areas.length,
      CellCount: ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0),
    },
    nav: {
      Areas: ({ sheet, areas }): FormatObject => ({ type: "RangeCollection", sheet, areas }),
      Format: ({ sheet, areas }): FormatObject => ({ type: "RangeFormat", sheet, areas }),
      Worksheet: ({ sheet }) => sheetObject(sheet),
      ConditionalFormats: ({ sheet, areas }): FormatObject => ({ type: "ConditionalFormatCollection", sheet, areas }),
      DataValidation: ({ sheet, areas }): FormatObject => ({ type: "DataValidation", sheet, areas }),
    },
    call: {
      Clear: ({ sheet, areas }, args, context) => {
        for (const area of areas) rangeCalls.Clear(rangeObject(sheet, area), args, context);
      },
      GetSpecialCells: ({ sheet, areas }, args) =>
        specialCells(sheet, areas, args.text(0), args.optionalText(1)) ??
        refuse("ItemNotFound", "RangeAreas.getSpecialCells"),
      GetSpecialCellsOrNullObject: ({ sheet, areas }, args) =>
        specialCells(sheet, areas, args.text(0), args.optionalText(1)),
      GetIntersectionOrNullObject: ({ sheet, areas }, args, context) => {
        const other = rangeArgument(context, sheet, args.list[0], "RangeAreas.getIntersection");
        return areasObject(
          sheet,
          areas.flatMap((area) => intersect(area, other.area) ?? []),
        );
      },
      GetUsedRangeAreasOrNullObject: ({ sheet, areas }, args) => {
        const used = sheet.usedArea(args.flag(0));
        return areasObject(sheet, used ? areas.flatMap((area) => intersect(area, used) ?? []) : []);
      },
    },
  }),

  RangeCollection: define<FormatObject, ExcelContext>({
    items: ranges,
    call: {
      GetItemAt: (object, args) =>
        ranges(object)[args.integer(0)] ?? refuse("InvalidArgument", "RangeCollection.getItemAt"),
      GetCount: ({ areas }) => areas.length,
    },
  }),
};
