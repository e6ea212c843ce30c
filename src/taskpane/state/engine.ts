/** What writes to the workbook: loaded once the list is on the screen, long before a preview can be confirmed. */
export { restore } from "../../excel/restore";
export { writeSheet } from "../../excel/sheets";
export { applyPlan, examinePlan, restoreFits } from "../../excel/write";
