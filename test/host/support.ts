/** Workbooks for the tests of the stand-in, and office.js booted on them. */
import { bootOffice, type BootedOffice, type BootOptions } from "../../workbench/boot/node";
import type { CellValue } from "../../workbench/model/cell";
import { Workbook } from "../../workbench/model/workbook";

export type Rows = readonly (readonly CellValue[])[];

/** A workbook with these sheets, filled from A1; a text with "=" is a formula without a value. */
export function workbook(sheets: Readonly<Record<string, Rows>>): Workbook {
  const book = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addSheet(name, "load");
    rows.forEach((values, row) =>
      values.forEach((value, column) => {
        const formula = typeof value === "string" && value.startsWith("=") ? value : null;
        if (value !== "") book.write(sheet, row, column, { value: formula ? "" : value, formula }, "load");
      }),
    );
  }
  return book;
}

/** The workbook that most tests use. */
export const form = (): Workbook =>
  workbook({
    施策1: [
      ["指標名", "基準値", "目標値", "実績値", "評価"],
      ["相談件数", 91, 200, 114, ""],
      ["満足度", 0.5, 0.8, "84.6%", ""],
      ["設置箇所", "3か所", "増加", "-", ""],
    ],
    "令和 3年": [["x"]],
  });

export interface Session {
  readonly office: BootedOffice;
  readonly model: Workbook;
  /** Excel.run of the booted library. */
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
}

/** Boots, works, closes; a bug of the stand-in fails the test. */
export async function session<T>(
  model: Workbook,
  work: (session: Session) => Promise<T>,
  options: Omit<BootOptions, "model"> = {},
): Promise<T> {
  const office = await bootOffice({ model, ...options });
  try {
    const answer = await work({ office, model, run: (batch) => office.Excel.run(batch) });
    expect(office.host.internalErrors).toEqual([]);
    return answer;
  } finally {
    office.close();
  }
}

/** The error that a batch ends with; fails where it does not. */
export async function refusal(attempt: Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await attempt;
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("the batch was not refused");
}

/** The sheet of the model by name. */
export const sheetOf = (model: Workbook, name: string) => {
  const sheet = model.findSheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
