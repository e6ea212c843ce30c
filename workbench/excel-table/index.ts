/** The Excel object model that the stand-in answers: one table, split by family. */
import type { ObjectTable } from "../host/table-types";
import { areasTypes } from "./areas";
import { chartPartTypes } from "./chart-parts";
import { chartSeriesTypes } from "./chart-series";
import { chartTypes } from "./charts";
import { conditionalFormatTypes } from "./conditional-formats";
import type { ExcelContext } from "./context";
import { dataValidationTypes } from "./data-validation";
import { formatTypes } from "./format";
import { nameTypes } from "./names";
import { pageLayoutTypes } from "./page-layout";
import { rangeTypes } from "./range";
import { requirement } from "./requirement-sets";
import { services, serviceTypes } from "./services";
import { settingTypes } from "./settings";
import { tableTypes } from "./tables";
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
    ...conditionalFormatTypes,
    ...dataValidationTypes,
    ...tableTypes,
    ...nameTypes,
    ...chartTypes,
    ...chartSeriesTypes,
    ...chartPartTypes,
    ...pageLayoutTypes,
    ...settingTypes,
    ...serviceTypes,
  },
  requirement,
};
