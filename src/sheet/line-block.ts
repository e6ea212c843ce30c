/** One block per indicator: the name over a header of years, and a line each for target, actual and grade. */
import { areaAddress } from "./address";
import type { HeaderBlock, HeaderReader } from "./headers";
import { joinHeadings, type Heading } from "./headings";
import { lineOf, type Line } from "./line-words";
import { filledIn, nameOverBlock } from "./lines";
import { printedName } from "./names";
import { holdsValues, type SlotInfo } from "./slots";
import type { KpiTable, TargetColumn, YearColumn } from "./types";
import type { Walk } from "./walk";

/** The table of one indicator; null where no name stands over it. */
export function lineBlock(
  reader: HeaderReader,
  block: HeaderBlock,
  slots: readonly SlotInfo[],
  walk: Walk,
  labelColumn: number,
  held: readonly Heading[],
): KpiTable | null {
  const { grid } = reader;
  const name = nameOverBlock(reader, block);
  if (!name) return null;
  const lines: Partial<Record<Line, number>> = {};
  const rows = walk.rows.filter((row) => row.kind === "data").map((row) => row.row);
  for (let row = block.bottom + 1; row <= grid.area.bottom; row++) {
    if (grid.row(row).length === 0) continue;
    const label = grid.text(row, labelColumn);
    const line = lineOf(label);
    if (line === null && (label === "" || !rows.includes(row))) break;
    lines[line ?? "other"] ??= row;
  }
  if (lines.actual === undefined || (lines.target === undefined && lines.baseline === undefined)) return null;
  const values = yearSlots(slots);
  const baseline = values.find((slot) => slot.role === "baseline") ?? null;
  const years = values.filter((slot) => slot !== baseline);
  const dated = years.filter((slot) => slot.year !== null);
  const withTarget = lines.target === undefined ? [] : filledIn(grid, [lines.target], years);
  const final = withTarget.find((slot) => slot.hint === "final") ?? withTarget[withTarget.length - 1];
  const targets = withTarget.map((slot): TargetColumn => ({
    column: slot.left,
    year: slot.year,
    kind: slot === final ? "final" : "milestone",
  }));
  const actuals = dated.map((slot): YearColumn => ({ column: slot.left, year: slot.year, reference: slot.reference }));
  if (targets.length === 0 || actuals.length === 0) return null;
  const top = Math.min(block.top, name.row);
  const left = Math.min(labelColumn, name.cell.column);
  const right = Math.max(...slots.filter((slot) => slot.known).map((slot) => slot.left));
  const bottom = Math.max(...rows, ...Object.values(lines));
  return {
    id: `${grid.sheet.id}!${areaAddress({ top, left, bottom: block.bottom, right })}`,
    sheetId: grid.sheet.id,
    area: { top, left, bottom, right },
    arranged: false,
    headerRows: Array.from({ length: block.bottom - top + 1 }, (_, i) => top + i),
    columns: {
      no: null,
      name: name.cell.column,
      part: null,
      unit: null,
      direction: null,
      kind: null,
      owner: null,
      baseline: baseline?.left ?? null,
      baselineYear: null,
      targets,
      actuals,
      grade: slots.find((slot) => slot.role === "grade")?.left ?? null,
      rate: slots.find((slot) => slot.role === "rate")?.left ?? null,
      remarks: null,
      groups: [],
    },
    baselineYear: baseline?.year ?? null,
    unitInName: false,
    unit: null,
    targetYearColumn: null,
    rows: [
      {
        row: name.row,
        no: null,
        name: printedName(name.cell.text),
        part: null,
        group: joinHeadings(held),
        more: [],
        lines,
        slipped: false,
        unit: name.unit,
      },
    ],
    extents: slots.map((slot) => ({ column: slot.left, left: slot.left, right: slot.right })),
    grades: [],
    headers: slots.map((slot) => ({ column: slot.left, text: slot.text })),
    confidence: 0.8,
    reasons: [`「${name.cell.text}」の下に、目標と実績の行が並んでいます。`],
  };
}

/** The columns of the lowest header row: the row of the name above it says nothing about them. */
function yearSlots(slots: readonly SlotInfo[]): SlotInfo[] {
  return slots.filter((slot) => holdsValues(slot));
}
