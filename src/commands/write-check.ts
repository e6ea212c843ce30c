/** The ribbon's 点検: the whole workbook is read and checked, the result sheet is written and brought to the front. */
import { readMerges } from "../excel/merges";
import { openWorkbook } from "../excel/read";
import { writeSheet, type SheetReport } from "../excel/sheets";
import { addinVersion, printedDay } from "../excel/version";
import { assess } from "../sheet/assess";
import { check, drawReport } from "../sheet/checks";

/**
 * Writes 「点検結果」. null: the workbook holds no KPI table, nothing was written. Rejects with a HostError ("sheetTaken"
 * where a sheet of that name is somebody's own, "protected", and Excel's refusals): nothing was written.
 */
export async function writeCheck(day: Date): Promise<SheetReport | null> {
  const { snapshot, settings } = await openWorkbook({ scope: "all" });
  const assessment = assess(await readMerges(snapshot), settings);
  if (assessment.sheets.every(({ tables }) => tables.length === 0)) return null;
  const drawing = drawReport(assessment, check(assessment, settings), settings, {
    date: printedDay(day),
    version: addinVersion(),
  });
  return await writeSheet(drawing, { replace: true, show: true });
}
