/** Columns of group headings beside the names: a heading holds until the next one in its column or further out. */
import { plain } from "../kpi/characters";
import type { Grid } from "./grid";
import type { HeaderBlock } from "./headers";
import { levelOfText, printed, type Heading } from "./headings";
import type { LabelColumns } from "./labels";
import type { SlotInfo } from "./slots";

const UNKNOWN = 4.5;
const DITTO = /^[\s　]*(?:〃|々|″|"|同上|同|上に同じ)[\s　]*$/;

export class GroupColumns {
  private readonly texts: (string | null)[];
  private levels: readonly number[] | null = null;
  private next: number;

  constructor(
    private readonly grid: Grid,
    private readonly columns: readonly number[],
    private readonly slots: readonly SlotInfo[],
    start: number,
    private readonly skipped: readonly HeaderBlock[],
  ) {
    this.texts = columns.map(() => null);
    this.next = start;
  }

  /** Reads the columns down to a row. */
  advance(row: number): void {
    if (this.columns.length === 0) return;
    for (; this.next <= row; this.next++) {
      if (this.skipped.some((block) => this.next >= block.top && this.next <= block.bottom)) continue;
      this.columns.forEach((column, at) => {
        const text = this.grid.text(this.next, column);
        if (text === "" || DITTO.test(text)) return;
        this.texts[at] = upright(text);
        this.texts.fill(null, at + 1);
      });
    }
  }

  /** A label that runs down beside header and rows, from its cell in the header. */
  static beside(grid: Grid, block: HeaderBlock, slots: readonly SlotInfo[], labels: LabelColumns): Heading[] {
    const { name, groups } = labels;
    return slots.flatMap((slot) => {
      const cell = slot.cells[0];
      if (cell === undefined || slot.known || slot.right >= name[0]) return [];
      if (groups.some((column) => column >= slot.left && column <= slot.right)) return [];
      const down = isVertical(cell.text) || (grid.merge(cell.row, cell.column)?.bottom ?? 0) > block.bottom;
      if (!down) return [];
      const level = levelOfText(cell.text) ?? UNKNOWN;
      return [{ level, text: upright(cell.text), open: false, numbered: false, number: null, column: slot.left }];
    });
  }

  held(): Heading[] {
    const levels = (this.levels ??= this.levelsOf());
    return this.texts.flatMap((text, at) =>
      text === null
        ? []
        : [
            {
              level: levels[at] ?? UNKNOWN,
              text,
              open: false,
              numbered: false,
              number: null,
              column: this.columns[at] ?? null,
            },
          ],
    );
  }

  /** From the header, else from the text; a column that says neither lies between its neighbours. */
  private levelsOf(): number[] {
    const known = this.columns.map((column, at) => {
      const slot = this.slots.find((s) => column >= s.left && column <= s.right);
      if (slot?.role === "group" || slot?.also.includes("group")) return slot.level < 9 ? slot.level : null;
      const text = this.texts[at];
      return text === null || text === undefined ? null : levelOfText(text);
    });
    return known.map((level, at) => {
      if (level !== null) return level;
      const after = known.slice(at + 1).findIndex((l) => l !== null);
      if (after >= 0) return (known[at + 1 + after] as number) - 0.1 * (after + 1);
      const before = known.slice(0, at).filter((l): l is number => l !== null);
      return before.length === 0 ? UNKNOWN + at * 0.1 : (before[before.length - 1] as number) + 0.1 * (at + 1);
    });
  }
}

/** Vertical labels are written one character per line. */
export function isVertical(text: string): boolean {
  const lines = text.split(/[\r\n]+/);
  return lines.length > 1 && lines.every((line) => [...plain(line).text.trim()].length <= 1);
}

function upright(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return isVertical(text) ? lines.map((line) => line.trim()).join("") : printed(text);
}
