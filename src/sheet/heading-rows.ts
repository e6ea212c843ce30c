/** Headings between the tables of a sheet, gathered once from top to bottom. */
import type { HeaderBlock, HeaderReader } from "./headers";
import { headingsOfRow, HeadingState, type Heading } from "./headings";

export interface SheetHeadings {
  /** Headings over a header block, outermost first. */
  at(block: HeaderBlock): string[];
}

/** A run of numbered lines is a list, not a heading: each but the last is followed by its sibling. */
function isListItem(heading: Heading, previous: Heading | null, next: Heading | null): boolean {
  if (!heading.numbered || heading.number === null) return false;
  const sibling = (other: Heading | null, step: number): boolean =>
    other !== null &&
    other.numbered &&
    other.level === heading.level &&
    other.number === (heading.number as number) + step;
  return sibling(next, 1) || sibling(previous, -1);
}

interface Line {
  readonly row: number;
  readonly column: number;
  readonly headings: readonly Heading[];
  /** A lone text, which may be the title of the heading above. */
  readonly alone: string | null;
}

export function collectHeadings(reader: HeaderReader, blocks: readonly HeaderBlock[]): SheetHeadings {
  const { grid } = reader;
  const headerRows = new Set(blocks.flatMap((b) => Array.from({ length: b.bottom - b.top + 1 }, (_, i) => b.top + i)));
  const lines: Line[] = [];
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    const cells = grid.row(row);
    const first = cells[0];
    if (first === undefined || cells.length > 24 || headerRows.has(row)) continue;
    lines.push({
      row,
      column: first.column,
      headings: headingsOfRow(cells),
      alone: cells.length === 1 ? first.text : null,
    });
  }
  const states = new Map<HeaderBlock, string[]>();
  let i = 0;
  const state = new HeadingState();
  for (const block of blocks) {
    for (; i < lines.length && (lines[i] as Line).row < block.top; i++) apply(state, lines, i);
    states.set(block, headingsFor(state));
  }
  return { at: (block) => states.get(block) ?? [] };
}

function apply(state: HeadingState, lines: readonly Line[], i: number): void {
  const line = lines[i] as Line;
  const before = lines[i - 1];
  const after = lines[i + 1];
  if (line.headings.length === 0) {
    const last = state.last;
    if (
      last?.open === true &&
      before !== undefined &&
      before.headings[before.headings.length - 1] === last &&
      line.alone !== null &&
      line.alone.length <= 60
    ) {
      state.close(line.alone);
    }
    return;
  }
  for (const heading of line.headings) {
    if (isListItem(heading, before?.headings[0] ?? null, after?.headings[0] ?? null)) continue;
    state.push(heading);
  }
}

const headingsFor = (state: HeadingState): string[] => state.texts();
