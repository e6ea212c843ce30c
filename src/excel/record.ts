/**
 * 「元に戻す」の控え: what stood in the cells before each write, kept in the workbook's settings, newest last. It is
 * stored by the very request that writes, so that it survives a closed pane and a lost answer.
 */
import * as z from "zod/mini";
import type { Anchor, CellContent, CellRef, CellValue } from "../sheet/types";
import { placeKey } from "../sheet/address";
import { RECORD_BYTES } from "./payload";
import { bySheet } from "./runs";

export const RECORD_KEY = "KPIシート.restore";

/**
 * Settings travel with the file on every save, and Excel gives an add-in 2 MB of them: 900 KB at most (`RECORD_BYTES`),
 * were every character a kanji.
 */
export const RECORD_CHARS = RECORD_BYTES / 3;

/** One cell that was written. */
export interface StepCell extends CellRef {
  readonly sheetName: string;
  readonly before: CellContent;
  readonly after: CellContent;
  readonly anchor?: Anchor;
}

/** One write. */
export interface Step {
  readonly id: string;
  /** ISO time of the write, for the sentence in the pane. */
  readonly at: string;
  readonly cells: readonly StepCell[];
}

/** More cells than this no sheet has in a column: a record that claims them is damaged. */
const MOST_CELLS = 1_048_576;

const content = z.union([z.string(), z.number(), z.boolean()]);
/** Whole numbers, one per cell: see `toSeries`. */
const series = z.array(z.int());
/**
 * Compact, because size counts: the formulas of a column are one pattern, what is the same in many cells stands once
 * and is numbered, and numbers stand as differences. 8,000 grades with the names of their rows fit.
 */
const stored = z.object({
  version: z.literal(2),
  steps: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      formats: z.array(z.string()),
      /** A list of texts is a formula: its pieces, between which the number of the row stands. */
      contents: z.array(z.union([content, z.array(z.string())])),
      sheets: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          anchors: z.object({ row: series, column: series, contents: z.array(content) }),
          row: series,
          column: series,
          before: series,
          beforeFormat: series,
          after: series,
          afterFormat: series,
          /** -1: none. */
          anchor: series,
        }),
      ),
    }),
  ),
});
type StoredStep = z.infer<typeof stored>["steps"][number];
type StoredSheet = StoredStep["sheets"][number];
type StoredContent = StoredStep["contents"][number];

/** Numbers as differences, equal ones counted: 4, 5, 6, 9 becomes 4 once, 1 twice, 3 once: [4,1, 1,2, 3,1]. */
function toSeries(numbers: readonly number[]): number[] {
  const pairs: number[] = [];
  let before = 0;
  for (const number of numbers) {
    const step = number - before;
    before = number;
    if (pairs.at(-2) === step) pairs.push((pairs.pop() ?? 0) + 1);
    else pairs.push(step, 1);
  }
  return pairs;
}

function fromSeries(pairs: readonly number[]): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const [step = 0, times = 0] = pairs.slice(i, i + 2);
    if (numbers.length + times > MOST_CELLS) throw new RangeError("more cells than a sheet has");
    for (let n = 0; n < times; n++) numbers.push((number += step));
  }
  return numbers;
}

/** Formulas that differ only in the row that they speak of become the same pieces. */
const inPieces = (value: CellValue, row: number): StoredContent =>
  typeof value === "string" && value.startsWith("=") ? value.split(String(row + 1)) : value;

const whole = (value: StoredContent, row: number): CellValue =>
  Array.isArray(value) ? value.join(String(row + 1)) : value;

/** Gives each different thing its place in `list`, where it is put when first met. */
function numbering<T>(list: T[]): (thing: T) => number {
  const known = new Map<string, number>();
  return (thing) => {
    const key = JSON.stringify(thing);
    const place = known.get(key) ?? list.push(thing) - 1;
    known.set(key, place);
    return place;
  };
}

function pack(step: Step): StoredStep {
  const formats: string[] = [];
  const contents: StoredContent[] = [];
  const formatOf = numbering(formats);
  const contentOf = numbering(contents);
  const sheets = bySheet(step.cells).map(({ id, name, cells }): StoredSheet => {
    const anchors: Anchor[] = [];
    const anchorOf = numbering(anchors);
    const each = (of: (cell: StepCell) => number): number[] => toSeries(cells.map(of));
    return {
      id,
      name,
      row: each(({ row }) => row),
      column: each(({ column }) => column),
      before: each(({ before, row }) => contentOf(inPieces(before.formula, row))),
      beforeFormat: each(({ before }) => formatOf(before.numberFormat)),
      after: each(({ after, row }) => contentOf(inPieces(after.formula, row))),
      afterFormat: each(({ after }) => formatOf(after.numberFormat)),
      anchor: each(({ anchor }) => (anchor ? anchorOf(anchor) : -1)),
      anchors: {
        row: toSeries(anchors.map(({ row }) => row)),
        column: toSeries(anchors.map(({ column }) => column)),
        contents: anchors.map((anchor) => anchor.content),
      },
    };
  });
  return { id: step.id, at: step.at, formats, contents, sheets };
}

/** What `place` of a list of the record names. Throws where the record names nothing. */
function named<T>(list: readonly T[], place: number | undefined): T {
  const thing = place === undefined ? undefined : list[place];
  if (thing === undefined) throw new RangeError("a place that the record does not have");
  return thing;
}

function unpack({ id, at, formats, contents, sheets }: StoredStep): Step {
  const cells = sheets.flatMap((sheet) => {
    const [rows, columns] = [fromSeries(sheet.row), fromSeries(sheet.column)];
    const [before, beforeFormat] = [fromSeries(sheet.before), fromSeries(sheet.beforeFormat)];
    const [after, afterFormat] = [fromSeries(sheet.after), fromSeries(sheet.afterFormat)];
    const anchor = fromSeries(sheet.anchor);
    const [anchorRows, anchorColumns] = [fromSeries(sheet.anchors.row), fromSeries(sheet.anchors.column)];
    const anchorAt = (place: number): Anchor => ({
      row: named(anchorRows, place),
      column: named(anchorColumns, place),
      content: named(sheet.anchors.contents, place),
    });
    return rows.map((row, i): StepCell => {
      const contentAt = (places: readonly number[], formatPlaces: readonly number[]): CellContent => ({
        formula: whole(named(contents, places[i]), row),
        numberFormat: named(formats, formatPlaces[i]),
      });
      const place = anchor[i] ?? -1;
      return {
        sheetId: sheet.id,
        sheetName: sheet.name,
        row,
        column: named(columns, i),
        before: contentAt(before, beforeFormat),
        after: contentAt(after, afterFormat),
        ...(place >= 0 && { anchor: anchorAt(place) }),
      };
    });
  });
  return { id, at, cells };
}

/** The steps, oldest first. A record that cannot be read (another version, damaged) counts as none. */
export function parseSteps(value: unknown): Step[] {
  if (typeof value !== "string") return [];
  try {
    return stored.parse(JSON.parse(value)).steps.map(unpack);
  } catch {
    return [];
  }
}

/** The steps of the setting as it was loaded (`value`). */
export function stepsOf(setting: Excel.Setting): Step[] {
  return setting.isNullObject ? [] : parseSteps(setting.value);
}

/** What 「元に戻す」 would undo. */
export interface RestoreOffer {
  /** How many cells the last write changed, and on which sheets. */
  readonly cells: number;
  readonly sheets: readonly string[];
  /** ISO time of that write. */
  readonly at: string;
  /** What all remembered writes left in their cells, by `placeKey`. */
  readonly written: ReadonlyMap<string, CellValue>;
}

/** The offer of the newest step; null when there is none. */
export function offerOf(steps: readonly Step[]): RestoreOffer | null {
  const last = steps[steps.length - 1];
  if (!last) return null;
  const written = new Map(steps.flatMap((step) => step.cells.map((cell) => [placeKey(cell), cell.after.formula])));
  const sheets = [...new Set(last.cells.map((cell) => cell.sheetName))];
  return { cells: last.cells.length, sheets, at: last.at, written };
}

/** The record as text; the oldest steps make room for the newest. Null when the newest alone is too large. */
export function formatSteps(steps: readonly Step[]): string | null {
  const packed = steps.map(pack);
  for (let first = 0; first < Math.max(1, packed.length); first++) {
    const text = JSON.stringify({ version: 2, steps: packed.slice(first) });
    if (text.length <= RECORD_CHARS) return text;
  }
  return null;
}
