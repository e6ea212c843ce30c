/** KPI tables of a sheet: header blocks whose rows really hold indicators. */
import { areaAddress } from "./address";
import { Grid } from "./grid";
import type { ExtraWords } from "./header-text";
import { findHeaderBlocks, HeaderReader, type HeaderBlock } from "./headers";
import { collectHeadings } from "./heading-rows";
import { labelColumns, type LabelColumns } from "./labels";
import { findRubricsOnSheet } from "./rubric-on-sheet";
import { kpiRows } from "./rows";
import { holdsValues, slotInfos, type SlotInfo } from "./slots";
import type { Area, KpiTable, SheetSnapshot } from "./types";
import { valueColumns, type ValueColumns } from "./values";
import { isKpiLike, walkRows, type WalkedRow } from "./walk";

/** Finds the KPI tables of a sheet, in sheet order. Never throws; a sheet without one gives []. */
export function findTables(sheet: SheetSnapshot, words: ExtraWords = {}): KpiTable[] {
  if (sheet.area === null) return [];
  const grid = new Grid(sheet);
  for (const { area } of findRubricsOnSheet(grid)) grid.mask(area);
  return findTablesIn(grid, words);
}

interface Found {
  readonly block: HeaderBlock;
  readonly table: KpiTable;
}

/** The same on a grid, some cells of which may be masked (legend, rubric table). */
export function findTablesIn(grid: Grid, words: ExtraWords = {}): KpiTable[] {
  const reader = new HeaderReader(grid, words);
  const blocks = findHeaderBlocks(reader);
  const found: Found[] = [];
  const headings = collectHeadings(reader, blocks);
  for (const block of blocks) {
    const next = blocks.find((b) => b.top > block.bottom && b.left <= block.right && block.left <= b.right);
    const limit = (next?.top ?? grid.area.bottom + 1) - 1;
    const previous = found[found.length - 1];
    const continued = previous !== undefined && repeats(reader, previous, block);
    const held = continued ? (previous.table.rows[previous.table.rows.length - 1]?.group ?? []) : headings.at(block);
    const table = makeTable(reader, block, limit, held);
    if (!table) continue;
    if (continued) found[found.length - 1] = { block, table: join(previous.table, table) };
    else found.push({ block, table });
  }
  return found.map(({ table }) => table);
}

/** The same header directly under the last row: the table goes on on the next page. */
function repeats(reader: HeaderReader, previous: Found, block: HeaderBlock): boolean {
  return (
    previous.block.signature === block.signature &&
    previous.block.left === block.left &&
    previous.block.slots[0]?.left === block.slots[0]?.left &&
    reader.grid.between(block.top - 1, block.left, block.right).length > 0 &&
    block.top - 1 <= previous.table.area.bottom
  );
}

function join(a: KpiTable, b: KpiTable): KpiTable {
  const area: Area = {
    top: a.area.top,
    left: Math.min(a.area.left, b.area.left),
    bottom: b.area.bottom,
    right: Math.max(a.area.right, b.area.right),
  };
  return { ...a, area, headerRows: [...a.headerRows, ...b.headerRows], rows: [...a.rows, ...b.rows] };
}

function makeTable(reader: HeaderReader, block: HeaderBlock, limit: number, held: readonly string[]): KpiTable | null {
  const { grid } = reader;
  const slots = slotInfos(block);
  const walked = walkRows(reader, block, slots, limit);
  if (!walked.some((row) => row.kind === "data")) return null;
  const labels = labelColumns(walked, slots);
  if (!labels) return null;
  const used = new Set([
    ...labels.name,
    ...labels.groups,
    ...[labels.no, labels.part, labels.kind].filter((c) => c !== null),
  ]);
  const values = valueColumns(grid, walked, slots, used);
  const evidence = judge(grid, walked, slots, labels, values);
  if (!evidence) return null;
  const rows = kpiRows(grid, walked, block, labels, values, held);
  if (rows.length === 0) return null;
  const headerRows = Array.from({ length: block.bottom - block.top + 1 }, (_, i) => block.top + i);
  const area = printedArea(
    grid,
    block,
    labels,
    values,
    rows.map((row) => row.row).concat(rows.flatMap((row) => row.more)),
  );
  const grade = values.grades[values.grades.length - 1]?.column ?? null;
  return {
    id: `${grid.sheet.id}!${areaAddress({ top: block.top, bottom: block.bottom, left: area.left, right: area.right })}`,
    sheetId: grid.sheet.id,
    area,
    headerRows,
    columns: {
      no: labels.no,
      name: labels.name[0],
      part: labels.part,
      unit: values.unit ?? labels.unit,
      direction: values.direction,
      kind: labels.kind ?? values.kind,
      owner: values.owner,
      baseline: values.baseline,
      baselineYear: values.baselineYear,
      targets: values.targets,
      actuals: values.actuals,
      grade,
      rate: values.rate,
      remarks: values.remarks,
      groups: labels.groups,
    },
    baselineYear: values.baselineHeaderYear,
    rows,
    extents: values.extents,
    grades: values.grades,
    headers: slots.map((slot) => ({
      column: values.extents.find((e) => e.left === slot.left)?.column ?? slot.left,
      text: slot.text,
    })),
    confidence: evidence.confidence,
    reasons: evidence.reasons,
  };
}

/** Is this a KPI table? Names, and values to compare: a target with a start or a result, or both of these. */
function judge(
  grid: Grid,
  rows: readonly WalkedRow[],
  slots: readonly SlotInfo[],
  labels: LabelColumns,
  values: ValueColumns,
): { confidence: number; reasons: readonly string[] } | null {
  const data = rows.filter((row) => row.kind === "data");
  const holds = (column: number): boolean =>
    data.some((row) => row.values.some((v) => v.cell.column === column && isKpiLike(grid, v.cell)));
  const target = values.targets.some((c) => holds(c.column));
  const baseline = values.baseline !== null && holds(values.baseline);
  const actual = values.actuals.some((c) => holds(c.column));
  const named = slots.some((slot) => slot.role === "name" && !slot.weak);
  const weak = slots.some((slot) => slot.role === "name");
  const hasTargetColumn = values.targets.length > 0;
  const hasBaselineColumn = values.baseline !== null;
  const enough = named
    ? (target && (hasBaselineColumn || values.actuals.length > 0 || data.length > 0)) ||
      (hasTargetColumn && (baseline || actual)) ||
      (baseline && actual)
    : weak
      ? target && (baseline || actual)
      : hasTargetColumn && hasBaselineColumn && (target || actual) && labels.nameHeader === "";
  if (!enough) return null;
  const reasons = [
    named
      ? `「${labels.nameHeader}」の列に指標名があります。`
      : `指標名の見出しがないため、「${labels.nameHeader === "" ? "見出しのない列" : labels.nameHeader}」を指標名としました。`,
    ...values.reasons,
  ];
  let confidence = named ? 0.6 : weak ? 0.4 : 0.3;
  if (target) confidence += 0.15;
  if (baseline) confidence += 0.1;
  if (actual) confidence += 0.1;
  if (values.grades.length > 0 || values.rate !== null) confidence += 0.03;
  const cells = data.flatMap((row) => row.values.filter((v) => holdsValues(v.slot)));
  const good = cells.filter((v) => isKpiLike(grid, v.cell)).length;
  if (cells.length > 0) confidence -= 0.3 * (1 - good / cells.length);
  if (!target) reasons.push("目標値の列に値がありません。");
  return { confidence: Math.round(Math.max(0.05, Math.min(0.98, confidence)) * 100) / 100, reasons };
}

/** The printed block: header to the last row, first to last column; merges, where known, widen it to its borders. */
function printedArea(
  grid: Grid,
  block: HeaderBlock,
  labels: LabelColumns,
  values: ValueColumns,
  rows: readonly number[],
): Area {
  const columns = [
    ...labels.name,
    ...labels.groups,
    ...values.extents.map((e) => e.column),
    ...[labels.no, labels.part, labels.kind].filter((c): c is number => c !== null),
  ];
  const heads = block.slots.filter((slot) => slot.cells.some((cell) => cell.header !== null)).map((slot) => slot.left);
  let bottom = Math.max(block.bottom, ...rows);
  let left = Math.min(...columns, ...heads);
  let right = Math.max(...columns, ...heads);
  const lastRow = bottom;
  for (const column of [...columns, ...heads]) {
    for (const row of [block.top, ...rows]) {
      const merge = grid.merge(row, column);
      if (!merge) continue;
      if (row === lastRow) bottom = Math.max(bottom, merge.bottom);
      right = Math.max(right, merge.right);
      left = Math.min(left, merge.left);
    }
  }
  return { top: block.top, left, bottom, right };
}
