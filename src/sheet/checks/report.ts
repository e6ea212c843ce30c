/** The result sheet 「点検結果」: what was checked, when, by which version and rubric, every finding and every reason. */
import { cellAddress } from "../address";
import type { DrawnCell, DrawnRow, SheetDrawing, StyleName } from "../drawing";
import { isResultSheet } from "../result-sheets";
import { BLANK, cell, heightOf, line } from "../rollup/drawn";
import type { Settings } from "../settings";
import type { Assessment, Finding, Severity } from "../types";
import { RULES } from "./rules";
import { fiscalYear, LABELS } from "./wording";

export const CHECK_SHEET = "点検結果";

export interface ReportOptions {
  /** As it is to be printed, 「2026年11月20日」: this folder reads no clock. */
  readonly date: string;
  readonly version: string;
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "要修正", warning: "要確認", info: "参考" };
const HEADERS = ["No.", "重大度", "シート", "セル", "指摘", "値", "状態・理由"] as const;
const WIDTHS = [32, 52, 104, 64, 360, 150, 110] as const;
const LAST = HEADERS.length - 1;
/** More cells than this are counted, not listed. */
const LISTED = 6;

const wide = (text: string, style: StyleName, height: number | null = null): DrawnRow =>
  line([cell(text, style), ...Array.from({ length: LAST }, () => null)], height);

function addresses({ cells }: Pick<Finding, "cells">): string {
  const listed = cells.slice(0, LISTED).map(({ row, column }) => cellAddress(row, column));
  return cells.length > LISTED ? `${listed.join(", ")} ほか${cells.length - LISTED}` : listed.join(", ");
}

const label = (key: string): string => (key in LABELS ? LABELS[key as keyof typeof LABELS].ja : key);

/** Counts in words: 「提出できます」, or what remains. */
export function verdictOf(findings: readonly Finding[], settings: Settings): string {
  const open = findings.filter(({ key }) => settings.acknowledged[key] === undefined);
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, hints] = [count("error"), count("warning"), count("info")];
  const others = [
    hints > 0 ? `参考 ${hints}` : "",
    open.length < findings.length ? `確認済み ${findings.length - open.length}` : "",
  ].filter((part) => part !== "");
  const aside = others.length > 0 ? `（${others.join("・")}）` : "";
  return errors + warnings === 0 ? `提出できます${aside}` : `要修正 ${errors}・要確認 ${warnings}${aside}`;
}

function metaRows(
  { workbook, sheets }: Assessment,
  findings: readonly Finding[],
  settings: Settings,
  options: ReportOptions,
): DrawnRow[] {
  const checked = sheets.filter(({ sheet, tables }) => tables.length > 0 && !isResultSheet(sheet));
  const kpis = checked.reduce((n, { tables }) => n + tables.reduce((m, { graded }) => m + graded.length, 0), 0);
  const rubrics = [...new Set(checked.flatMap(({ tables }) => tables.map(({ rubric }) => rubric.name)))];
  const years = [...new Set(checked.flatMap(({ year }) => (year === null ? [] : [fiscalYear(year)])))];
  return [
    wide(CHECK_SHEET, "title", 24),
    wide(verdictOf(findings, settings), "totalName", 21),
    wide(`点検日: ${options.date}　KPIシート ${options.version}　点検項目: ${RULES.length}`, "meta"),
    wide(`対象: ${workbook.name}　KPI表のあるシート ${checked.length}・指標 ${kpis}`, "meta"),
    wide(`評価基準: ${rubrics.join("・") || "なし"}　年度: ${years.join("・") || "不明"}`, "meta"),
  ];
}

function findingRow(number: number, finding: Finding, sheetName: string, settings: Settings): DrawnRow {
  const done = settings.acknowledged[finding.key];
  const values = finding.values.map(({ label: key, text }) => `${label(key)}: ${text}`).join("\n");
  const state = done === undefined ? "未対応" : `確認済み${done.reason === "" ? "" : `: ${done.reason}`}`;
  const texts = [sheetName, addresses(finding), finding.message, values, state];
  const heights = texts.map((text, i) =>
    text.split("\n").reduce((sum, part) => sum + (heightOf(part, WIDTHS[i + 2] as number) ?? 16.5), 0),
  );
  const cells: DrawnCell[] = [
    cell(number, "count"),
    cell(SEVERITIES[finding.severity], "mark"),
    ...texts.map((text) => cell(text, "text")),
  ];
  return line(cells, Math.min(400, Math.max(18, ...heights)));
}

/** The drawing of the report: open findings first, those marked 確認済み behind them with their reasons. */
export function drawReport(
  assessment: Assessment,
  findings: readonly Finding[],
  settings: Settings,
  options: ReportOptions,
): SheetDrawing {
  const names = new Map(assessment.sheets.map(({ sheet }) => [sheet.id, sheet.name]));
  const isDone = ({ key }: Finding): boolean => settings.acknowledged[key] !== undefined;
  const ordered = [...findings.filter((finding) => !isDone(finding)), ...findings.filter(isDone)];
  const meta = metaRows(assessment, findings, settings, options);
  const header = line(
    HEADERS.map((text) => cell(text, "header")),
    20,
  );
  const rows = [
    ...meta,
    BLANK,
    header,
    ...(ordered.length > 0
      ? ordered.map((finding, i) => findingRow(i + 1, finding, names.get(finding.sheetId) ?? "", settings))
      : [wide("指摘はありません。", "note")]),
    BLANK,
    wide("要修正: 数値や評価の食い違い。要確認: 人の判断がいるもの。参考: そのままでもよいもの。", "note"),
    wide(
      "機械で判定できる項目だけを点検しています。もう一度書き出すと、このシートは新しい結果に置き換わります。",
      "note",
    ),
  ];
  return {
    name: CHECK_SHEET,
    columns: WIDTHS,
    rows,
    merges: [{ top: 1, left: 0, bottom: 1, right: LAST }],
    headerRow: meta.length + 1,
    orientation: "Landscape",
    chart: null,
  };
}
