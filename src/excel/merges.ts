/**
 * Merged areas, asked for only where they help (the preview of a merged form). Excel names at most 512 at once and
 * fails above, so a sheet that refuses is asked again in halves. On desktop the question clears Excel's own undo list:
 * never ask without need.
 */
import type { Area, SheetSnapshot, WorkbookSnapshot } from "../sheet/types";
import { toHostError } from "./host-errors";
import { inExcel, type Session } from "./session";

/** Bands are not halved below this; a refusal there has another reason than the number of merges. */
const SMALLEST_BAND = 4;

export interface MergeOptions {
  /** Sheets to ask for; all when absent. */
  readonly sheetIds?: readonly string[];
  readonly signal?: AbortSignal;
}

/**
 * The snapshot with the merges of its sheets; a sheet whose merges Excel will not tell keeps null. Rejects only when
 * cancelled.
 */
export async function readMerges(snapshot: WorkbookSnapshot, options: MergeOptions = {}): Promise<WorkbookSnapshot> {
  const merges = new Map<string, Area[] | null>();
  const wanted = (sheet: SheetSnapshot): boolean =>
    sheet.merges === null && (options.sheetIds?.includes(sheet.id) ?? true);
  for (const sheet of snapshot.sheets.filter(wanted)) {
    merges.set(sheet.id, sheet.area ? await mergesOf(sheet.id, sheet.area, options.signal) : []);
  }
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({ ...sheet, merges: merges.get(sheet.id) ?? sheet.merges })),
  };
}

async function mergesOf(sheetId: string, area: Area, signal: AbortSignal | undefined): Promise<Area[] | null> {
  const found: Area[] = [];
  const bands = [area];
  for (let band = bands.pop(); band; band = bands.pop()) {
    const asked: Area = band;
    try {
      found.push(...(await inExcel({ signal, waitForCellEdit: true }, (context) => ask(context, sheetId, asked))));
    } catch (error) {
      const { code } = toHostError(error);
      if (code === "cancelled") throw error;
      if (code === "timeout" || code === "unsupported" || asked.bottom - asked.top < SMALLEST_BAND) return null;
      const middle = Math.floor((asked.top + asked.bottom) / 2);
      // The halves share a row, so that a merge that is cut into two pieces can be joined again.
      bands.push({ ...asked, bottom: middle }, { ...asked, top: middle });
    }
  }
  return joined(found);
}

async function ask(context: Session, sheetId: string, area: Area): Promise<Area[]> {
  const merged = context.workbook.worksheets
    .getItem(sheetId)
    .getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1)
    .untrack()
    .getMergedAreasOrNullObject();
  const { areas } = merged;
  areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  merged.untrack();
  await context.sync();
  if (merged.isNullObject) return [];
  return areas.items.map((range) => ({
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  }));
}

/** Pieces of one merge overlap; two merges never do. */
function joined(areas: readonly Area[]): Area[] {
  const result: Area[] = [];
  const byColumn = new Map<number, Area[]>();
  for (const area of [...areas].sort((a, b) => a.top - b.top)) {
    const stack = byColumn.get(area.left) ?? [];
    byColumn.set(area.left, stack);
    const last = stack[stack.length - 1];
    if (last && area.top <= last.bottom)
      stack[stack.length - 1] = { ...last, bottom: Math.max(last.bottom, area.bottom) };
    else stack.push(area);
  }
  for (const stack of byColumn.values()) result.push(...stack);
  return result.sort((a, b) => a.top - b.top || a.left - b.left);
}
