/** 「提出状況」: one row per file that was chosen, read or not, with the reason. */
import type { SheetDrawing } from "../../drawing";
import type { Collection, FileLine } from "../collection";
import { STATUS_SHEET } from "../../result-sheets";
import { BLANK, count, fitted, header, line, text } from "./cells";
import type { CollectionHead } from "./head";

const COLUMNS = [
  ["No.", 34],
  ["ファイル", 200],
  ["状態", 80],
  ["担当課", 90],
  ["KPI", 40],
  ["評価できる", 60],
  ["記入済み", 48],
  ["要修正", 48],
  ["要確認", 48],
  ["確認済み", 48],
  ["シート", 150],
  ["説明", 260],
] as const;

const STATES: Readonly<Record<FileLine["kind"], string>> = {
  read: "読み取り済み",
  noKpi: "KPI表なし",
  unread: "読み取れません",
  waiting: "未読",
};

const NO_KPI =
  "KPI表が見つかりませんでした。提出するシートが入っているか、見出し（指標名・基準値・目標値・実績値）があるか、ご確認ください。";

export function drawStatus({ files }: Collection, { date, workbook }: CollectionHead): SheetDrawing {
  const counted = (Object.keys(STATES) as FileLine["kind"][]).flatMap((kind) => {
    const size = files.filter((file) => file.kind === kind).length;
    return size > 0 ? [`${STATES[kind]} ${size}`] : [];
  });
  return {
    name: STATUS_SHEET,
    columns: COLUMNS.map(([, width]) => width),
    rows: [
      line([text("提出状況", "title")], 26),
      line([text([workbook, `作成日 ${date}`, `${files.length}ファイル`, ...counted].join("　｜　"), "meta")]),
      BLANK,
      header(COLUMNS),
      ...files.map((file, i) => {
        const head = [count(i + 1), text(file.file, "name"), text(STATES[file.kind], "name")];
        if (!("submission" in file))
          return fitted(
            [...head, ...Array.from({ length: 8 }, () => text("", "name")), text(file.reason, "name")],
            COLUMNS,
          );
        const { owner, kpis, sheets, findings, acknowledged } = file.submission;
        const size = (severity: string): number => findings.filter((one) => one.severity === severity).length;
        return fitted(
          [
            ...head,
            text(owner ?? "", "name"),
            count(kpis.length),
            count(kpis.filter(({ grading }) => grading.grade !== "").length),
            count(kpis.filter(({ indicator }) => (indicator.existingGrade ?? "").trim() !== "").length),
            count(size("error")),
            count(size("warning")),
            count(acknowledged),
            text(sheets.map(({ name, hidden }) => (hidden ? `${name}（非表示）` : name)).join("\n"), "name"),
            text(file.kind === "noKpi" ? NO_KPI : "", "name"),
          ],
          COLUMNS,
        );
      }),
    ],
    merges: [],
    headerRow: 3,
    orientation: "Landscape",
    chart: null,
  };
}
