/** The Excel object model that the stand-in answers: one table, split by family. */
import type { ObjectTable } from "../host/table-types";
import { areasTypes } from "./areas";
import type { ExcelContext } from "./context";
import { formatTypes } from "./format";
import { rangeTypes } from "./range";
import { requirement } from "./requirement-sets";
import { services, serviceTypes } from "./services";
import { settingTypes } from "./settings";
import { workbookTypes } from "./workbook";
import { worksheetTypes } from "./worksheet";

export const excelTable: ObjectTable<ExcelContext> = {
  root: () => ({ type: "Workbook" }),
  services,
  types: {
    ...workbookTypes,
    ...worksheetTypes,
    ...rangeTypes,
    ...areasTypes,
    ...formatTypes,
    ...settingTypes,
    ...serviceTypes,
  },
  requirement,
};
