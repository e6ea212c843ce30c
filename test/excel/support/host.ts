/** A workbook in the stand-in for Excel, reached through the real office.js. */
import { bootOffice, type BootedOffice, type BootOptions } from "../../../workbench/boot/node";
import { Workbook } from "../../../workbench/model/workbook";
import type { CellValue } from "../../../src/sheet/types";

export type Rows = readonly (readonly (CellValue | null)[])[];

/** Puts rows on a new sheet, from A1; a text with "=" is a formula. */
export function addSheet(model: Workbook, name: string, rows: Rows): string {
  const sheet = model.addSheet(name, "load");
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (value === null) return;
      const isFormula = typeof value === "string" && value.startsWith("=");
      model.write(sheet, row, column, isFormula ? { formula: value, value: "" } : { value }, "remote");
    }),
  );
  return sheet.id;
}

export function workbook(sheets: Readonly<Record<string, Rows>>): Workbook {
  const model = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) addSheet(model, name, rows);
  return model;
}

/** Runs `work` with Office and Excel in place, against `options.model`. */
export async function withExcel<T>(options: BootOptions, work: (office: BootedOffice) => Promise<T>): Promise<T> {
  const office = await bootOffice(options);
  const remove = office.installGlobals();
  try {
    return await work(office);
  } finally {
    remove();
    office.close();
  }
}
