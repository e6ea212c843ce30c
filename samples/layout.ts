/**
 * Tables of invented cities: header cells at given places, one role per column, one line per row. What a reader must
 * find is worked out from the indicators beside it.
 */
import type ExcelJS from "exceljs";
import { newWorkbook, toBytes, type Sample } from "./book";
import { columnLetters, columnNumber, Form, HEAD, PALE, PLAIN, type Look } from "./form";
import {
  asNumber,
  type Column,
  type Entry,
  type KpiLine,
  type Line,
  type Role,
  type SheetSpec,
  type TableSpec,
} from "./layout-spec";
import { columnsTruth, lineTruth } from "./layout-truth";
import type { IndicatorTruth, SheetTruth, TableTruth } from "./truth";

export * from "./layout-spec";

const isLine = (line: Line): line is KpiLine => typeof line === "object" && "kpi" in line;

function set(form: Form, address: string, entry: Entry, look: Look): ExcelJS.Cell {
  const format = entry !== null && typeof entry === "object" ? entry.format : undefined;
  const value: ExcelJS.CellValue =
    entry !== null && typeof entry === "object"
      ? "formula" in entry
        ? ({
            formula: entry.formula,
            ...(entry.result === undefined ? {} : { result: entry.result }),
          } as ExcelJS.CellFormulaValue)
        : entry.value
      : entry;
  const right: Look =
    typeof value === "number" || (value !== null && typeof value === "object") ? { align: "right" } : {};
  return form.box(address, value, { ...right, ...look, ...(format === undefined ? {} : { format }) });
}

/** The entry that the indicator gives a column. */
function given(line: KpiLine, column: Column, spec: TableSpec, place: number): Entry {
  const { kpi } = line;
  const override = line.cells?.[column.at];
  if (override !== undefined) return override;
  const write = line.writing ?? spec.writing ?? asNumber;
  const number = (value: number | null | undefined): Entry =>
    value === null || value === undefined ? null : write(kpi, value);
  switch (column.role) {
    case "no":
      return place;
    case "goal":
      return kpi.goal;
    case "measure":
      return kpi.measure;
    case "name":
      return kpi.name;
    case "unit":
      return kpi.unit;
    case "owner":
      return kpi.owner;
    case "baseline":
      return number(kpi.baseline);
    case "target":
      return number(kpi.target);
    case "milestone":
      return number(kpi.milestones[column.year as number]);
    case "actual":
      return number(kpi.actuals[column.year ?? (spec.year as number)]);
    default:
      return null;
  }
}

function drawTable(form: Form, spec: TableSpec): TableTruth {
  const headRows = Object.keys(spec.head).flatMap((a) => (a.match(/\d+/g) ?? []).map(Number));
  const [top, headBottom] = [Math.min(...headRows), Math.max(...headRows)];
  const header = (offset: number): void => {
    for (const [area, text] of Object.entries(spec.head)) {
      const moved = area.replace(/\d+/g, (r) => String(Number(r) + offset));
      form.box(moved, text === "" ? null : text, HEAD);
    }
    for (let r = top; r <= headBottom; r++) form.height(r + offset, 26);
  };
  header(0);
  const indicators: IndicatorTruth[] = [];
  const letters = spec.columns.map((c) => columnNumber(c.at));
  const [left, right] = [columnLetters(Math.min(...letters)), columnLetters(Math.max(...letters))];
  let row = headBottom + 1;
  let bottom = row;
  let place = 0;
  for (const line of spec.lines) {
    if (line === "blank") {
      row++;
      continue;
    }
    if (line === "header") {
      form.sheet.getRow(row - 1).addPageBreak();
      header(row - top);
      row += headBottom - top + 1;
      continue;
    }
    if (!isLine(line)) {
      form.box(`${line.at ?? left}${row}:${line.to ?? line.at ?? right}${row}`, line.text, {
        fill: PALE.grey,
        bold: true,
      });
      for (const [at, entry] of Object.entries(line.cells ?? {})) set(form, `${at}${row}`, entry, {});
      // totals and notes below the last indicator are no part of the table
      row++;
      continue;
    }
    place++;
    form.height(row, spec.columns.some((c) => c.role === "goal") ? 28 : 21);
    const rows = line.rows ?? 1;
    const entries = new Map(spec.columns.map((column) => [column, given(line, column, spec, place)]));
    for (const [column, entry] of entries) {
      const area = rows > 1 ? `${column.at}${row}:${column.at}${row + rows - 1}` : `${column.at}${row}`;
      const free = column.role === "grade" && spec.unlockedGrades === true;
      set(form, area, entry, {
        ...(column.role === "grade" ? { align: "center" } : {}),
        ...(free ? { unlocked: true } : {}),
      });
    }
    if (line.hidden === true) form.sheet.getRow(row).hidden = true;
    indicators.push(lineTruth(line, spec, row, (column) => entries.get(column) ?? null));
    bottom = row + rows - 1;
    row += rows;
  }
  for (const area of spec.merges ?? []) form.sheet.mergeCells(area);
  const headTop = top + (spec.titleRows ?? 0);
  const headerRows = Array.from({ length: headBottom - headTop + 1 }, (_, i) => headTop + i);
  return {
    range: `${left}${headTop}:${right}${bottom}`,
    headerRows,
    ...(spec.rubric?.from === undefined ? { rubric: "旭市型" } : spec.rubric.name ? { rubric: spec.rubric.name } : {}),
    rubricFrom: spec.rubric?.from ?? "default",
    columns: columnsTruth(spec),
    indicators,
  };
}

const WIDTHS: Readonly<Record<Role, number>> = {
  no: 5,
  goal: 24,
  measure: 24,
  name: 30,
  part: 9,
  unit: 8,
  direction: 9,
  kind: 13,
  owner: 13,
  baseline: 12,
  baselineYear: 10,
  target: 12,
  targetYear: 10,
  milestone: 12,
  actual: 12,
  grade: 8,
  rate: 10,
  remarks: 26,
  other: 12,
};

function draw(title: string, sheets: readonly SheetSpec[]): { workbook: ExcelJS.Workbook; sheets: SheetTruth[] } {
  const workbook = newWorkbook(title);
  const truths: SheetTruth[] = [];
  for (const spec of sheets) {
    const sheet = workbook.addWorksheet(spec.name, spec.hidden === true ? { state: "hidden" } : {});
    const form = new Form(sheet, "游ゴシック", 10);
    for (const table of spec.tables) {
      for (const c of table.columns) sheet.getColumn(c.at).width = c.width ?? WIDTHS[c.role];
    }
    if (spec.title) form.box(spec.title.at, spec.title.text, { ...PLAIN, bold: true, size: 14 });
    for (const [at, entry] of Object.entries(spec.texts ?? {})) set(form, at, entry, PLAIN);
    const tables = spec.tables.map((table) => drawTable(form, table));
    sheet.pageSetup = {
      ...sheet.pageSetup,
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    };
    spec.finish?.(sheet, workbook);
    truths.push({
      name: spec.name,
      ...(spec.hidden === true ? { hidden: true } : {}),
      ...(spec.year === undefined ? {} : { year: spec.year }),
      ...(spec.yearFrom === undefined ? {} : { yearFrom: spec.yearFrom }),
      tables,
    });
  }
  return { workbook, sheets: truths };
}

/** A sample of these sheets. `after` may work on the packed file. */
export function layoutSample(
  name: string,
  title: string,
  sheets: readonly SheetSpec[],
  options: { readonly after?: (bytes: Uint8Array) => Uint8Array; readonly level?: "hard" } = {},
): Sample {
  const { sheets: truths } = draw(title, sheets);
  return {
    name,
    bytes: async () => (options.after ?? ((b) => b))(await toBytes(draw(title, sheets).workbook)),
    truth: {
      ...(options.level ? { level: options.level } : {}),
      file: `${name.replace(/^.*\//, "")}.xlsx`,
      sheets: truths,
    },
  };
}
