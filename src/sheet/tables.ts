/** KPI tables under headers: header blocks whose rows really hold indicators. */
import { areaAddress } from "./address";
import type { Grid } from "./grid";
import { GroupColumns } from "./group-columns";
import type { HeaderBlock, HeaderReader } from "./headers";
import type { SheetHeadings } from "./heading-rows";
import type { Heading } from "./headings";
import { judge } from "./evidence";
import { labelColumns, type LabelColumns } from "./labels";
import { lineColumn, markedLines, pairedLines } from "./lines";
import { lineBlock } from "./line-block";
import { kpiRows } from "./rows";
import { alignedSlots, slotInfos, withLineColumn, withYearsBeside } from "./slots";
import type { Area, KpiTable } from "./types";
import { valueColumns, type ValueColumns } from "./values";
import { unitOverTable } from "./table-unit";
import { walkRows } from "./walk";

/** The tables under header blocks, in sheet order. Cells that are masked (legend, rubric table) belong to none. */
export function tablesUnder(reader: HeaderReader, blocks: readonly HeaderBlock[], headings: SheetHeadings): KpiTable[] {
  const { grid } = reader;
  const used = new Set<HeaderBlock>();
  const tables = blocks.flatMap((block, i) => {
    if (used.has(block)) return [];
    const below = blocks
      .slice(i + 1)
      .filter((b) => b.top > block.bottom && b.left <= block.right && block.left <= b.right);
    const other = below.findIndex((b) => b.signature !== block.signature || b.left !== block.left);
    const repeats = other < 0 ? below : below.slice(0, other);
    const limit = (other < 0 ? grid.area.bottom + 1 : (below[other] as HeaderBlock).top) - 1;
    const made = makeTable(reader, block, limit, repeats, headings.at(block));
    if (!made) return [];
    made.repeated.forEach((b) => used.add(b));
    return [made.table];
  });
  return tables.map((table, i) => withPartColumn(table, tables.slice(0, i)));
}

/** A form drawn once more keeps its column of parts, even where no row of it has one. */
function withPartColumn(table: KpiTable, before: readonly KpiTable[]): KpiTable {
  if (table.columns.part !== null) return table;
  const texts = (t: KpiTable): string => t.headers.map((h) => `${h.column}${h.text}`).join("|");
  const twin = before.find(
    (t) => t.columns.part !== null && texts(t) === texts(table) && t.columns.name === table.columns.name,
  );
  return twin ? { ...table, columns: { ...table.columns, part: twin.columns.part } } : table;
}

interface Made {
  readonly table: KpiTable;
  readonly repeated: readonly HeaderBlock[];
}

function makeTable(
  reader: HeaderReader,
  block: HeaderBlock,
  limit: number,
  repeats: readonly HeaderBlock[],
  held: readonly Heading[],
): Made | null {
  const { grid } = reader;
  const aligned = alignedSlots(grid, block, slotInfos(block), limit);
  const walk = walkRows(reader, block, aligned, limit, repeats);
  if (!walk.rows.some((row) => row.kind === "data")) return null;
  const marks = lineColumn(grid, walk.rows, aligned);
  const slots = withYearsBeside(grid, walk.rows, withLineColumn(aligned, marks));
  const labels = labelColumns(walk.rows, slots, marks);
  if (!labels) {
    const table = marks === null ? null : lineBlock(reader, block, slots, walk, marks, held);
    return table ? { table, repeated: walk.repeated } : null;
  }
  const taken = [...labels.name, ...labels.groups, labels.no, labels.part, labels.kind, marks].filter(
    (c) => c !== null,
  );
  const lines =
    marks === null ? pairedLines(reader, block, walk.rows, labels.name) : markedLines(grid, walk.rows, marks);
  const beside = GroupColumns.beside(grid, block, slots, labels);
  const over = [...held, ...beside, ...(labels.nameHeading === null ? [] : [labels.nameHeading])];
  const values = valueColumns(grid, walk.rows, slots, new Set(taken), lines);
  const evidence = judge(grid, walk.rows, slots, labels, values);
  if (!evidence) return null;
  const rows = kpiRows({ grid, walk, labels, values, slots, held: over, lines, top: block.bottom + 1 });
  if (rows.length === 0) return null;
  const area = printedArea(grid, block, labels, values, [
    ...rows.flatMap((row) => [row.row, ...row.more, ...Object.values(row.lines ?? {})]),
  ]);
  const table: KpiTable = {
    id: `${grid.sheet.id}!${areaAddress({ top: block.top, bottom: block.bottom, left: area.left, right: area.right })}`,
    sheetId: grid.sheet.id,
    area,
    arranged: false,
    headerRows: Array.from({ length: block.bottom - block.top + 1 }, (_, i) => block.top + i),
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
      grade: values.grades[values.grades.length - 1]?.column ?? null,
      rate: values.rate,
      remarks: values.remarks,
      groups: labels.groups,
    },
    baselineYear: values.baselineHeaderYear,
    unitInName: /[（(].*単位.*[）)]/.test(labels.nameHeader),
    unit: unitOverTable(grid, block, slots),
    targetYearColumn: values.targetYear,
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
  return { table, repeated: walk.repeated };
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
  const lastRow = Math.max(block.bottom, ...rows);
  let bottom = lastRow;
  let left = Math.min(...columns, ...heads);
  let right = Math.max(...columns, ...heads);
  for (const column of new Set([...columns, ...heads])) {
    for (const row of new Set([block.top, ...rows])) {
      const merge = grid.merge(row, column);
      if (!merge) continue;
      if (row === lastRow) bottom = Math.max(bottom, merge.bottom);
      right = Math.max(right, merge.right);
      left = Math.min(left, merge.left);
    }
  }
  return { top: block.top, left, bottom, right };
}
