/**
 * 「元に戻す」の控え: what stood in the cells before each write, kept in the workbook's settings, newest last. It is
 * stored by the very request that writes, so that it survives a closed pane and a lost answer.
 */
import * as z from "zod/mini";
import type { Anchor, CellContent, CellRef, CellValue } from "../sheet/types";
import { placeKey } from "../sheet/address";
import { bySheet } from "./runs";

export const RECORD_KEY = "KPIシート.restore";

/** Settings travel with the file on every save: a few hundred KB at most. */
export const RECORD_CHARS = 250_000;

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

const content = z.union([z.string(), z.number(), z.boolean()]);
const index = z.int().check(z.nonnegative());
/**
 * Compact, because size counts: formats and anchors are numbered, a cell is
 * [row, column, before, its format, after, its format, anchor or -1].
 */
const stored = z.object({
  version: z.literal(1),
  steps: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      formats: z.array(z.string()),
      sheets: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          anchors: z.array(z.tuple([index, index, content])),
          cells: z.array(z.tuple([index, index, content, index, content, index, z.int()])),
        }),
      ),
    }),
  ),
});
type StoredStep = z.infer<typeof stored>["steps"][number];
type StoredSheet = StoredStep["sheets"][number];

/** Gives each different thing its place in `list`, where it is put when first met. */
function numbering<T, S>(list: S[], store: (thing: T) => S): (thing: T) => number {
  const known = new Map<string, number>();
  return (thing) => {
    const key = JSON.stringify(thing);
    const place = known.get(key) ?? list.push(store(thing)) - 1;
    known.set(key, place);
    return place;
  };
}

function pack(step: Step): StoredStep {
  const formats: string[] = [];
  const formatOf = numbering(formats, (format: string) => format);
  const sheets = bySheet(step.cells).map(({ id, name, cells }): StoredSheet => {
    const anchors: StoredSheet["anchors"] = [];
    const anchorOf = numbering(anchors, (a: Anchor): [number, number, CellValue] => [a.row, a.column, a.content]);
    const rows = cells.map((cell): StoredSheet["cells"][number] => [
      cell.row,
      cell.column,
      cell.before.formula,
      formatOf(cell.before.numberFormat),
      cell.after.formula,
      formatOf(cell.after.numberFormat),
      cell.anchor ? anchorOf(cell.anchor) : -1,
    ]);
    return { id, name, anchors, cells: rows };
  });
  return { id: step.id, at: step.at, formats, sheets };
}

function unpack(step: StoredStep): Step {
  const format = (i: number): string => step.formats[i] ?? "General";
  const cells = step.sheets.flatMap(({ id, name, anchors, cells: rows }) =>
    rows.map(([row, column, before, beforeFormat, after, afterFormat, at]): StepCell => {
      const anchor = anchors[at];
      return {
        sheetId: id,
        sheetName: name,
        row,
        column,
        before: { formula: before, numberFormat: format(beforeFormat) },
        after: { formula: after, numberFormat: format(afterFormat) },
        ...(anchor && { anchor: { row: anchor[0], column: anchor[1], content: anchor[2] } }),
      };
    }),
  );
  return { id: step.id, at: step.at, cells };
}

/** The steps, oldest first. A record that cannot be read (another version, damaged) counts as none. */
export function parseSteps(value: unknown): Step[] {
  if (typeof value !== "string") return [];
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return [];
  }
  const result = stored.safeParse(json);
  return result.success ? result.data.steps.map(unpack) : [];
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
    const text = JSON.stringify({ version: 1, steps: packed.slice(first) });
    if (text.length <= RECORD_CHARS) return text;
  }
  return null;
}
