/** Workbooks to read and write: a plain list, a merged form, and many sheets. */
import type { EditPlan, Edit, WorkbookSnapshot } from "../../../src/sheet/types";
import type { Workbook } from "../../../workbench/model/workbook";
import { workbook, type Rows } from "./host";

/** Column letters of the list below: no, name, baseline, target, actual, grade. */
export const GRADE = 5;

export function listRows(kpis: number): Rows {
  return [
    ["重点施策マネジメントシート 令和3年度 事後・決算"],
    ["No", "指標名", "基準値（H30）", "目標値（R6）", "実績値（R3）", "達成状況"],
    ...Array.from({ length: kpis }, (_, i) => [
      i + 1,
      `指標${i + 1}の件数`,
      `${90 + i}件 (30年)`,
      "200件",
      114 + i,
      "",
    ]),
  ];
}

export function manySheets(sheets: number, kpis: number): Workbook {
  return workbook(Object.fromEntries(Array.from({ length: sheets }, (_, i) => [`施策${i + 1}`, listRows(kpis)])));
}

/** Grades for every row of every sheet, as a plan against the snapshot. */
export function gradePlan(snapshot: WorkbookSnapshot, grade: (row: number) => string | number = () => "A"): EditPlan {
  const edits = snapshot.sheets.flatMap((sheet) =>
    sheet.formulas.flatMap((cells, i): Edit[] => {
      const row = i + (sheet.area?.top ?? 0);
      if (row < 2) return [];
      return [
        {
          sheetId: sheet.id,
          sheetName: sheet.name,
          row,
          column: GRADE,
          before: { formula: cells[GRADE] ?? "", numberFormat: sheet.numberFormats[i]?.[GRADE] ?? "General" },
          after: { formula: grade(row), numberFormat: sheet.numberFormats[i]?.[GRADE] ?? "General" },
          why: "評価",
          anchor: { row, column: 1, content: cells[1] ?? "" },
        },
      ];
    }),
  );
  return { edits, refused: [] };
}

/** Every cell of the workbook that holds anything: content and format. Empty cells of any look are nothing. */
export function contents(model: Workbook): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const sheet of model.sheets) {
    for (const [row, column, cell] of sheet.cells()) {
      const { numberFormat } = cell.style;
      const content = cell.formula ?? cell.value;
      if (content === "" && numberFormat === "General") continue;
      cells[`${sheet.name}!${row},${column}`] = `${JSON.stringify(content)} ${numberFormat}`;
    }
  }
  return cells;
}
