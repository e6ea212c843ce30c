/** 「用紙の使用枚数（目標）」 over 「用紙の使用枚数（実績）」: the line stands in the name. Laid out with a column of lines of its own. */
import type { Grid, GridCell } from "../grid";
import { printed, type Heading } from "../headings";
import type { HeaderBlock, HeaderReader } from "../headers";
import { lineOf, type Line } from "../line-words";
import { slotInfos, type SlotInfo } from "../slots";
import { Layout, type Arrangement } from "./arrangement";

interface NamedLine {
  readonly cell: GridCell;
  readonly name: string;
  readonly label: string;
  readonly line: Line;
}

const WITH_LINE = /^(?<name>.+?)\s*[（(【［\[・:：／/]\s*(?<label>[^（()）【】［］\[\]]{2,8}?)\s*[）)】］\]]?$/su;

function lineIn(cell: GridCell): NamedLine | null {
  const { name, label } = WITH_LINE.exec(cell.text.trim())?.groups ?? {};
  const line = label === undefined ? null : lineOf(label);
  return name === undefined || label === undefined || line === null ? null : { cell, name: printed(name), label, line };
}

/** The layout of a block whose names say target and actual; null for any other. */
export function arrangeNameLines(
  reader: HeaderReader,
  block: HeaderBlock,
  held: readonly Heading[],
  limit: number,
): Arrangement | null {
  const { grid } = reader;
  const slots = slotInfos(block);
  const names = slots.find((slot) => slot.role === "name");
  if (!names) return null;
  const found = namedLines(grid, block, names, limit);
  const has = (name: string, ...lines: Line[]): boolean =>
    found.some((other) => other.name === name && lines.includes(other.line));
  const whole = found.filter(({ name }) => has(name, "actual") && has(name, "target", "baseline"));
  return found.length >= 2 && whole.length * 10 >= found.length * 8
    ? layOut(grid, block, slots, names, found, held)
    : null;
}

/** Rows from below the header to the first whose name has no line. */
function namedLines(grid: Grid, block: HeaderBlock, names: SlotInfo, limit: number): NamedLine[] {
  const found: NamedLine[] = [];
  for (let row = block.bottom + 1; row <= limit; row++) {
    const cell = grid.first(row, names.left, names.right);
    if (cell === null) continue;
    const line = lineIn(cell);
    if (line === null) break;
    found.push(line);
  }
  return found;
}

function layOut(
  grid: Grid,
  block: HeaderBlock,
  slots: readonly SlotInfo[],
  names: SlotInfo,
  found: readonly NamedLine[],
  held: readonly Heading[],
): Arrangement {
  const layout = new Layout(grid);
  let line = layout.headings(
    0,
    held.map(({ text }) => text),
  );
  const shifted = (column: number): number => column - block.left + (column > names.right ? 1 : 0);
  const copy = (row: number): void => {
    for (const { column } of grid.between(row, block.left, block.right))
      layout.put(line, shifted(column), { row, column });
  };
  for (let row = block.top; row <= block.bottom; row++, line++) copy(row);
  let above = "";
  for (const { cell, name, label } of found) {
    for (const slot of slots) layout.put(line, shifted(slot.left), { row: cell.row, column: slot.left });
    copy(cell.row);
    layout.put(line, shifted(cell.column), cell, name === above ? "" : name);
    layout.put(line, names.right - block.left + 1, cell, label);
    above = name;
    line++;
  }
  const rows = found.map(({ cell }) => cell.row);
  const known = slots.filter((slot) => slot.known).map((slot) => slot.left);
  return layout.arrangement({
    top: block.top,
    left: Math.min(...known),
    bottom: Math.max(...rows),
    right: Math.max(...known),
  });
}
