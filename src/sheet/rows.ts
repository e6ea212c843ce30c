/** The rows of a table as indicators: names put together, parts, numbers and the headings over each. */
import { plain } from "../kpi/characters";
import type { Grid, GridCell } from "./grid";
import type { HeaderBlock } from "./headers";
import { HeadingState, printed, type Heading } from "./headings";
import type { LabelColumns } from "./labels";
import { printedName } from "./names";
import type { KpiRow } from "./types";
import type { ValueColumns } from "./values";
import { continuesName, type WalkedRow } from "./walk";

interface Draft {
  row: number;
  no: string | null;
  name: string;
  part: string | null;
  group: readonly string[];
  more: number[];
}

const at = (row: WalkedRow, columns: readonly number[]): GridCell | null =>
  row.labels.find((cell) => columns.includes(cell.column)) ?? null;

/** A row without a label whose cells only say when: 「(30年度)」 under 「42世帯」. */
const onlyYears = (row: WalkedRow): boolean =>
  row.values.length > 0 && row.values.every(({ cell }) => /^[（(].{1,12}[)）]$/.test(cell.text.trim()));

/** Rows of the table as they are read, in sheet order. */
export function kpiRows(
  grid: Grid,
  walked: readonly WalkedRow[],
  block: HeaderBlock,
  labels: LabelColumns,
  values: ValueColumns,
  held: readonly string[],
): KpiRow[] {
  const drafts: Draft[] = [];
  const groups = new GroupColumns(grid, labels.groups, block.bottom + 1);
  const state = new HeadingState();
  let waiting: WalkedRow | null = null;
  for (const [i, row] of walked.entries()) {
    groups.advance(row.row);
    const previous = drafts[drafts.length - 1];
    const nameCell = at(row, labels.name);
    if (row.kind === "heading") {
      row.headings.forEach((heading) => state.push(heading));
      waiting = null;
      continue;
    }
    if (row.kind === "text") {
      const text = (nameCell ?? row.labels[0])?.text ?? "";
      if (state.last?.open === true && walked[i - 1]?.kind === "heading") state.close(text);
      else if (previous && walked[i - 1]?.kind === "data" && nameCell !== null && continuesName(previous.name, text)) {
        previous.name = printedName(`${previous.name}\n${text}`);
      } else waiting = row;
      continue;
    }
    const partCell = labels.part === null ? null : at(row, [labels.part]);
    const no = labels.no === null ? null : (at(row, [labels.no])?.text.trim() ?? null);
    if (previous && nameCell === null && partCell === null && onlyYears(row)) {
      previous.more.push(row.row);
      continue;
    }
    const carried = waitingText(waiting, labels, nameCell, row, walked[i - 1]);
    if (waiting && carried === null) state.push(plainHeading(waiting));
    waiting = null;
    const group = [...held, ...groups.texts(), ...state.texts()];
    if (nameCell === null) {
      if (previous && partCell !== null) {
        drafts.push({
          row: row.row,
          no: no ?? previous.no,
          name: previous.name,
          part: printed(partCell.text),
          group: previous.group,
          more: [],
        });
      } else if (previous && carried === null && row.labels.length === 0 && values.unit !== null) {
        // A second line of values under one name, told apart by its unit alone.
        drafts.push({
          row: row.row,
          no: previous.no,
          name: previous.name,
          part: null,
          group: previous.group,
          more: [],
        });
      } else if (carried !== null) {
        drafts.push({ row: row.row, no, name: printedName(carried), part: null, group, more: [] });
      }
      continue;
    }
    const name = printedName(carried === null ? nameCell.text : `${carried}\n${nameCell.text}`);
    const indented =
      labels.name.length > 1 &&
      nameCell.column !== labels.name[0] &&
      previous !== undefined &&
      /^(?:うち|内|・|-|－|[(（])/.test(name);
    drafts.push({
      row: row.row,
      no,
      name: indented ? (previous?.name ?? name) : name,
      part: indented ? printed(name) : partCell === null ? null : printed(partCell.text),
      group: indented ? (previous?.group ?? group) : group,
      more: [],
    });
  }
  return drafts;
}

/** The first line of a wrapped name, when the row above held nothing else and this row goes on with it. */
function waitingText(
  waiting: WalkedRow | null,
  labels: LabelColumns,
  nameCell: GridCell | null,
  row: WalkedRow,
  above: WalkedRow | undefined,
): string | null {
  if (!waiting || above !== waiting || waiting.row !== row.row - 1) return null;
  const cell = at(waiting, labels.name);
  if (!cell) return null;
  if (nameCell === null) return row.labels.length === 0 ? cell.text : null;
  return continuesName(cell.text, nameCell.text) ? cell.text : null;
}

/** A lone text over rows of indicators, without a word that names its level. */
const plainHeading = (row: WalkedRow): Heading => ({
  level: 5,
  text: row.labels.map((cell) => printed(cell.text)).join(" "),
  open: false,
  numbered: false,
  number: null,
});

/** Columns of group headings: a heading holds until the next one in its column or further out. */
class GroupColumns {
  private readonly held: (string | null)[];
  private next: number;
  constructor(
    private readonly grid: Grid,
    private readonly columns: readonly number[],
    start: number,
  ) {
    this.held = columns.map(() => null);
    this.next = start;
  }

  advance(row: number): void {
    if (this.columns.length === 0) return;
    for (; this.next <= row; this.next++) {
      this.columns.forEach((column, level) => {
        const text = this.grid.text(this.next, column);
        if (text === "") return;
        this.held[level] = joined(text);
        this.held.fill(null, level + 1);
      });
    }
  }

  texts(): string[] {
    return this.held.filter((text): text is string => text !== null);
  }
}

/** Vertical labels are written one character per line. */
function joined(text: string): string {
  const lines = text.split(/[\r\n]+/);
  return lines.length > 1 && lines.every((line) => [...plain(line).text.trim()].length <= 1)
    ? lines.map((l) => l.trim()).join("")
    : printed(text);
}
