/**
 * 「元に戻す」の控え: what stood in the cells before each write, kept in the workbook's settings, newest last. It is
 * stored by the very request that writes, so that it survives a closed pane and a lost answer.
 */
import { z } from "zod";
import type { CellContent, CellRef } from "../sheet/types";

export const RECORD_KEY = "KPIシート.restore";

/** Settings travel with the file on every save: a few hundred KB at most. */
export const RECORD_CHARS = 250_000;

/** One cell that was written. */
export interface StepCell extends CellRef {
  readonly sheetName: string;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** One write. */
export interface Step {
  readonly id: string;
  /** ISO time of the write, for the sentence in the pane. */
  readonly at: string;
  readonly cells: readonly StepCell[];
}

const content = z.union([z.string(), z.number(), z.boolean()]);
/** Compact, because size counts: formats are numbered, sheets hold rows of [row, column, before, format, after, format]. */
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
          cells: z.array(
            z.tuple([
              z.number().int().nonnegative(),
              z.number().int().nonnegative(),
              content,
              z.number().int().nonnegative(),
              content,
              z.number().int().nonnegative(),
            ]),
          ),
        }),
      ),
    }),
  ),
});
type StoredStep = z.infer<typeof stored>["steps"][number];

function pack(step: Step): StoredStep {
  const formats: string[] = [];
  const formatOf = (format: string): number => {
    const known = formats.indexOf(format);
    return known >= 0 ? known : formats.push(format) - 1;
  };
  const sheets = new Map<string, StoredStep["sheets"][number]>();
  for (const cell of step.cells) {
    const sheet = sheets.get(cell.sheetId) ?? { id: cell.sheetId, name: cell.sheetName, cells: [] };
    sheets.set(cell.sheetId, sheet);
    sheet.cells.push([
      cell.row,
      cell.column,
      cell.before.formula,
      formatOf(cell.before.numberFormat),
      cell.after.formula,
      formatOf(cell.after.numberFormat),
    ]);
  }
  return { id: step.id, at: step.at, formats, sheets: [...sheets.values()] };
}

function unpack(step: StoredStep): Step {
  const format = (i: number): string => step.formats[i] ?? "General";
  const cells = step.sheets.flatMap((sheet) =>
    sheet.cells.map(([row, column, before, beforeFormat, after, afterFormat]): StepCell => ({
      sheetId: sheet.id,
      sheetName: sheet.name,
      row,
      column,
      before: { formula: before, numberFormat: format(beforeFormat) },
      after: { formula: after, numberFormat: format(afterFormat) },
    })),
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

/** The record as text; the oldest steps make room for the newest. Null when the newest alone is too large. */
export function formatSteps(steps: readonly Step[]): string | null {
  const packed = steps.map(pack);
  for (let first = 0; first < Math.max(1, packed.length); first++) {
    const text = JSON.stringify({ version: 1, steps: packed.slice(first) });
    if (text.length <= RECORD_CHARS) return text;
  }
  return null;
}
