/** Headings between the tables of a sheet, gathered once from top to bottom. */
import type { HeaderBlock, HeaderReader } from "./headers";
import { headingsOfRow, HeadingState, type Heading } from "./headings";

export interface SheetHeadings {
  /** Headings over a header block, outermost first. */
  at(block: HeaderBlock): readonly Heading[];
}

interface Line {
  readonly row: number;
  readonly headings: readonly Heading[];
  /** A lone text, which may be the title of the heading above. */
  readonly alone: string | null;
}

const MOST_CELLS = 24;

export function collectHeadings(reader: HeaderReader, blocks: readonly HeaderBlock[]): SheetHeadings {
  const { grid } = reader;
  const headerRows = new Set(blocks.flatMap((b) => Array.from({ length: b.bottom - b.top + 1 }, (_, i) => b.top + i)));
  const lines: Line[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = grid.row(row);
    const first = cells[0];
    if (first === undefined || cells.length > MOST_CELLS || headerRows.has(row)) continue;
    lines.push({ row, headings: headingsOfRow(cells), alone: cells.length === 1 ? first.text : null });
  }
  const held = new Map<HeaderBlock, readonly Heading[]>();
  const state = new HeadingState();
  let aside: readonly Heading[] = [];
  let i = 0;
  for (const block of blocks) {
    for (; i < lines.length && (lines[i] as Line).row < block.top; i++) {
      apply(state, lines, i);
      const { headings } = lines[i] as Line;
      if (headings.length > 0) aside = sideBySide(headings) ? headings : [];
    }
    held.set(block, choose(state.held(), aside, block));
  }
  return { at: (block) => held.get(block) ?? [] };
}

/** Headings of one level in one row: each stands over its own table. */
const sideBySide = (headings: readonly Heading[]): boolean =>
  headings.length > 1 && headings.every((heading) => heading.level === headings[0]?.level);

function choose(held: readonly Heading[], aside: readonly Heading[], block: HeaderBlock): readonly Heading[] {
  const own = aside.filter((h) => h.column !== null && h.column >= block.left && h.column <= block.right)[0];
  if (!own) return held;
  return held.map((heading) => (aside.includes(heading) ? own : heading));
}

function apply(state: HeadingState, lines: readonly Line[], i: number): void {
  const line = lines[i] as Line;
  const before = lines[i - 1];
  if (line.headings.length === 0) {
    const last = state.last;
    const directly = last?.open === true && before?.headings[before.headings.length - 1] === last;
    if (directly && line.alone !== null && line.alone.length <= 60) state.close(line.alone);
    return;
  }
  for (const heading of line.headings) {
    if (!isListItem(heading, before?.headings[0] ?? null, lines[i + 1]?.headings[0] ?? null)) state.push(heading);
  }
}

/** A run of numbered lines is a list, not a heading: a sibling stands right above or below. */
function isListItem(heading: Heading, previous: Heading | null, next: Heading | null): boolean {
  const { number } = heading;
  if (!heading.numbered || number === null) return false;
  const sibling = (other: Heading | null, step: number): boolean =>
    other !== null && other.numbered && other.level === heading.level && other.number === number + step;
  return sibling(next, 1) || sibling(previous, -1);
}
