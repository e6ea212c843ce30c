/** The rows of a table as indicators: names put together, parts, numbers and the headings over each. */
import type { Grid, GridCell } from "./grid";
import { GroupColumns } from "./group-columns";
import { readHeader } from "./header-text";
import { HeadingState, joinHeadings, printed, type Heading } from "./headings";
import type { LabelColumns } from "./labels";
import type { Line } from "./line-words";
import { printedName } from "./names";
import type { SlotInfo } from "./slots";
import type { KpiRow } from "./types";
import type { ValueColumns } from "./values";
import { continuesName, isExplanation, isKpiLike, onlyWhen, type Walk, type WalkedRow } from "./walk";

export interface RowContext {
  readonly grid: Grid;
  readonly walk: Walk;
  readonly labels: LabelColumns;
  readonly values: ValueColumns;
  readonly slots: readonly SlotInfo[];
  /** Headings over the table. */
  readonly held: readonly Heading[];
  /** Which line each row is, 目標 or 実績, where they stand below each other; null where they do not. */
  readonly lines: ReadonlyMap<number, Line> | null;
  readonly top: number;
}

interface Draft {
  readonly row: number;
  readonly no: string | null;
  name: string;
  readonly part: string | null;
  readonly group: readonly string[];
  readonly more: number[];
  lines: Partial<Record<Line, number>> | null;
  readonly slipped: boolean;
}

const at = (row: WalkedRow, columns: readonly number[]): GridCell | null =>
  row.labels.find((cell) => columns.includes(cell.column)) ?? null;

/** Rows of the table as they are read, in sheet order. */
export function kpiRows(context: RowContext): KpiRow[] {
  const collector = new Collector(context);
  context.walk.rows.forEach((row, i) => collector.take(row, context.walk.rows[i - 1]));
  return collector.drafts.filter((draft) => !isNoName(draft.name)).map((draft) => ({ ...draft, unit: null }));
}

/** 「年度ごとの目標値」「達成率」「事業費」: what a row holds, not what is measured. 「河川BOD達成率」 is measured. */
function isNoName(name: string): boolean {
  const role = readHeader(name)?.role ?? null;
  return role === "target" || role === "actual" || role === "baseline" || LINE_WORD.test(name.trim());
}

const LINE_WORD =
  /^(?:対?目標)?(?:達成率|進捗率|達成度)$|^(?:総|うち|直接|概算)?(?:事業費|人件費|一般財源|予算額?|決算額?|執行額|執行率|コスト|トータルコスト)(?:[（(].*)?$/;

class Collector {
  readonly drafts: Draft[] = [];
  private readonly state = new HeadingState();
  private readonly groups: GroupColumns;
  private waiting: WalkedRow | null = null;

  constructor(private readonly context: RowContext) {
    this.groups = new GroupColumns(
      context.grid,
      context.labels.groups,
      context.slots,
      context.top,
      context.walk.repeated,
    );
  }

  private get previous(): Draft | undefined {
    return this.drafts[this.drafts.length - 1];
  }

  take(row: WalkedRow, above: WalkedRow | undefined): void {
    this.groups.advance(row.row);
    if (row.kind === "heading" && this.isNumberedName(row)) this.takeEntry(row);
    else if (row.kind === "heading") {
      row.headings.forEach((heading) => this.state.push(heading));
      this.waiting = null;
    } else if (row.kind === "text") this.takeText(row, above);
    else this.takeData(row, above);
  }

  /** A lone text: the title of the heading above, the rest of a wrapped name, or a heading without a level. */
  private takeText(row: WalkedRow, above: WalkedRow | undefined): void {
    const { labels } = this.context;
    const nameCell = at(row, labels.name);
    const text = (nameCell ?? row.labels[0])?.text ?? "";
    const { previous } = this;
    if (this.state.last?.open === true && above?.kind === "heading") this.state.close(text);
    else if (isExplanation(text)) return;
    else if (previous && above?.kind === "data" && nameCell !== null && continuesName(previous.name, text)) {
      previous.name = printedName(`${previous.name}\n${text}`);
    } else if (row.entry && nameCell !== null) this.takeEntry(row);
    else this.waiting = isProse(text) ? null : row;
  }

  /** 「2 乙の数」 among 「1 甲の数」 and 「3 丙の数」 is a name. */
  private isNumberedName(row: WalkedRow): boolean {
    const { walk, labels } = this.context;
    if (!row.headings.every((heading) => heading.numbered) || at(row, labels.name) === null) return false;
    const names = walk.rows.filter((r) => r.kind === "data").map((r) => at(r, labels.name)?.text ?? "");
    return names.filter((name) => /^[\s(（]*[0-9０-９]/.test(name)).length * 2 > names.length;
  }

  /** An indicator without any value yet. */
  private takeEntry(row: WalkedRow): void {
    const { labels, held } = this.context;
    const nameCell = at(row, labels.name);
    if (nameCell === null) return;
    this.waiting = null;
    this.drafts.push({
      row: row.row,
      no: labels.no === null ? null : (at(row, [labels.no])?.text.trim() ?? null),
      name: printedName(nameCell.text),
      part: null,
      group: joinHeadings(held, this.state.held(), this.groups.held()),
      more: [],
      lines: null,
      slipped: false,
    });
  }

  private takeData(row: WalkedRow, above: WalkedRow | undefined): void {
    const { labels } = this.context;
    const line = this.context.lines?.get(row.row) ?? null;
    const nameCell = at(row, labels.name);
    const partCell = labels.part === null ? null : at(row, [labels.part]);
    const no = labels.no === null ? null : (at(row, [labels.no])?.text.trim() ?? null);
    const { previous } = this;
    if (previous && nameCell === null && partCell === null && onlyWhen(row)) {
      previous.more.push(row.row);
      return;
    }
    if (
      line !== null &&
      previous?.lines &&
      nameCell === null &&
      partCell === null &&
      (previous.lines[line] === undefined || line === "other")
    ) {
      previous.lines[line] = row.row;
      return;
    }
    const carried = this.carriedName(nameCell, row, above);
    if (this.waiting && carried === null) this.state.push(plainHeading(this.waiting));
    this.waiting = null;
    const group = joinHeadings(this.context.held, this.state.held(), this.groups.held());
    const slipped = partCell !== null && this.hasSlipped(row, partCell);
    const part = partCell === null || slipped ? null : printed(partCell.text);
    const lines = line === null ? null : { [line]: row.row };
    const draft = { row: row.row, no, part, group, more: [], lines, slipped };
    if (nameCell !== null) {
      const name = printedName(carried === null ? nameCell.text : `${carried}\n${nameCell.text}`);
      this.drafts.push(this.isSubItem(nameCell, name) ? { ...draft, ...this.asPart(name, no) } : { ...draft, name });
    } else if (carried !== null) this.drafts.push({ ...draft, name: printedName(carried) });
    else if (previous && (part !== null || (row.labels.length === 0 && this.follows(row, above)))) {
      // A sub-row, told apart by its part or by its unit alone.
      this.drafts.push({ ...draft, no: no ?? previous.no, name: previous.name, group: previous.group });
    }
  }

  /** Right below, as far as this form draws its rows: a stray figure behind a blank row belongs to nobody. */
  private follows(row: WalkedRow, above: WalkedRow | undefined): boolean {
    const [before, last] = this.drafts.slice(-2);
    const step = before && last ? last.row - before.row : 1;
    return above !== undefined && row.row - above.row <= Math.max(1, step);
  }

  /** 「うち女性」 one column to the right of the names is a part of the indicator above. */
  private isSubItem(nameCell: GridCell, name: string): boolean {
    const { name: columns } = this.context.labels;
    return this.previous !== undefined && nameCell.column !== columns[0] && /^(?:うち|内|・|-|－|[(（])/.test(name);
  }

  private asPart(name: string, no: string | null): Pick<Draft, "no" | "name" | "part" | "group"> {
    const { previous } = this;
    return {
      no: no ?? previous?.no ?? null,
      name: previous?.name ?? name,
      part: printed(name),
      group: previous?.group ?? [],
    };
  }

  /** A value stands in the column of parts and the last column of values is blank: the row slipped to the left. */
  private hasSlipped(row: WalkedRow, partCell: GridCell): boolean {
    const { grid, values } = this.context;
    const columns = [values.baseline, ...values.targets.map((t) => t.column), ...values.actuals.map((a) => a.column)];
    const last = Math.max(...columns.filter((c): c is number => c !== null));
    return isKpiLike(grid, partCell) && !row.values.some(({ cell }) => cell.column === last);
  }

  /** The first line of a wrapped name, when the row above held nothing else and this row goes on with it. */
  private carriedName(nameCell: GridCell | null, row: WalkedRow, above: WalkedRow | undefined): string | null {
    const { waiting } = this;
    if (!waiting || above !== waiting || waiting.row !== row.row - 1) return null;
    const cell = at(waiting, this.context.labels.name);
    if (!cell) return null;
    if (nameCell === null) return row.labels.length === 0 ? cell.text : null;
    return continuesName(cell.text, nameCell.text) ? cell.text : null;
  }
}

/** 「分析：廃業が続いている。」: said about the row above, no heading over the next one. */
const isProse = (text: string): boolean =>
  /。\s*$/.test(text) || /^[^\s：:]{0,6}(?:分析|要因|理由|説明|コメント|備考|課題|評価|状況)[：:]/.test(text);

/** A lone text over rows of indicators, without a word that names its level. */
const plainHeading = (row: WalkedRow): Heading => ({
  level: 5,
  text: row.labels.map((cell) => printed(cell.text)).join(" "),
  open: false,
  numbered: false,
  number: null,
  column: null,
});
