/** 「KPI取りまとめ」: one row per KPI, with the file, the sheet and the cell that it came from. */
import { explain } from "../../../kpi/explain";
import { cellAddress } from "../../address";
import type { SheetDrawing } from "../../drawing";
import { printedName } from "../../names";
import { yearName } from "../../rollup/era";
import type { Finding, SheetSnapshot } from "../../types";
import type { Collection } from "../collection";
import { CONSOLIDATION_SHEET } from "../../result-sheets";
import type { SubmittedKpi } from "../submission";
import { BLANK, copied, count, fitted, header, line, text } from "./cells";
import type { CollectionHead } from "./head";

const COLUMNS = [
  ["No.", 34],
  ["ファイル", 130],
  ["シート", 90],
  ["セル", 44],
  ["担当課", 76],
  ["目標・施策", 170],
  ["指標名", 190],
  ["単位", 44],
  ["基準値", 70],
  ["目標値", 70],
  ["年度", 64],
  ["実績値", 70],
  ["シートの評価", 52],
  ["計算の評価", 52],
  ["計算の理由", 230],
  ["確認すること", 110],
] as const;

export function drawConsolidation({ kpis, files }: Collection, { date, workbook }: CollectionHead): SheetDrawing {
  const sheets = new Map<string, SheetSnapshot>();
  const findings = new Map<string, readonly Finding[]>();
  for (const one of files) {
    if (!("submission" in one)) continue;
    for (const { sheet } of one.submission.assessment.sheets) sheets.set(sheet.id, sheet);
    findings.set(one.file, one.submission.findings);
  }
  const read = files.filter(({ kind }) => kind === "read").length;
  const facts = [
    workbook,
    `作成日 ${date}`,
    `${files.length}ファイルのうち${read}ファイルから`,
    `KPI ${kpis.length}件`,
  ];
  return {
    name: CONSOLIDATION_SHEET,
    columns: COLUMNS.map(([, width]) => width),
    rows: [
      line([text("KPI取りまとめ", "title")], 26),
      line([text(facts.filter((fact) => fact !== "").join("　｜　"), "meta")]),
      BLANK,
      header(COLUMNS),
      ...kpis.map((kpi, i) => {
        const { indicator, grading } = kpi;
        const sheet = sheets.get(kpi.sheetId);
        return fitted(
          [
            count(i + 1),
            text(kpi.file, "name"),
            text(kpi.sheet, "name"),
            text(cellAddress(kpi.row, kpi.column), "mark"),
            text(kpi.owner ?? "", "name"),
            text(indicator.group.join("\n"), "name"),
            text(nameOf(kpi), "name"),
            text(indicator.unit?.trim() ?? "", "mark"),
            copied(indicator.baseline, sheet),
            copied(indicator.target, sheet),
            text(indicator.actualYear === null ? "" : yearName(indicator.actualYear), "mark"),
            copied(indicator.actual, sheet),
            text(indicator.existingGrade?.trim() ?? "", "mark"),
            text(grading.grade, "mark"),
            text(explain(grading, "ja"), "name"),
            text(toConfirm(kpi, findings.get(kpi.file) ?? []), "name"),
          ],
          COLUMNS,
        );
      }),
      BLANK,
      line([text("値は提出シートの記載のまま、計算の評価は各シートの評価基準で計算したものです。", "note")]),
    ],
    merges: [],
    headerRow: 3,
    orientation: "Landscape",
    chart: null,
  };
}

function nameOf({ indicator: { no, name, part } }: SubmittedKpi): string {
  const own = printedName(name);
  const number = no === null || own.startsWith(no) ? "" : `${no.trim()} `;
  return `${number}${own}${part === null ? "" : `（${part.trim()}）`}`;
}

/** What stands against taking the row as it is. */
function toConfirm({ grading, sheetId, indicator }: SubmittedKpi, findings: readonly Finding[]): string {
  const rows = new Set([indicator.row, indicator.actual.cell?.row, indicator.target.cell?.row]);
  const own = findings.filter(
    (finding) => finding.sheetId === sheetId && finding.cells.some(({ row }) => rows.has(row)),
  );
  const size = (severity: Finding["severity"]): number => own.filter((one) => one.severity === severity).length;
  const parts = [
    grading.grade === "" ? "評価できません" : "",
    grading.direction.needsConfirmation ? "望ましい方向" : "",
    size("error") > 0 ? `要修正${size("error")}件` : "",
    size("warning") > 0 ? `要確認${size("warning")}件` : "",
  ];
  return parts.filter((part) => part !== "").join("、");
}
