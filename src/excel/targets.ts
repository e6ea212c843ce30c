/**
 * The cells that are to be written, as they stand now: content, format, whether they are locked, inside a merge or
 * part of a spill. Read before every write and again after it.
 */
import type { Anchor, Area, CellContent, CellValue } from "../sheet/types";
import { sameContent, storedFormula } from "./contents";
import { REQUEST_BYTES } from "./payload";
import { bySheet, toRuns, type Place, type Run, type SheetTargets, type Target } from "./runs";
import type { Session } from "./session";

/** A cell as it stands now. */
export interface Found {
  readonly content: CellContent;
  /** Locked on a protected sheet. */
  readonly locked: boolean;
  /** Inside a merge, and not its top-left cell. */
  readonly merged: boolean;
  /** Number formats cannot be changed here. */
  readonly formatLocked: boolean;
  /** The cell's anchor reads otherwise: rows were inserted or deleted. */
  readonly moved: boolean;
}

/** Reading some cells too many is cheaper than another range. */
const READ_GAP = 15;

/** Estimated bytes that one range costs in request and answer, and one cell in it. */
const RANGE_BYTES = 2_500;
const CELL_BYTES = 200;

/** Cuts work into requests by estimated size. */
export function inRequests<T>(items: readonly T[], bytes: (item: T) => number): T[][] {
  const requests: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = bytes(item);
    if (requests.length === 0 || size > room) {
      requests.push([]);
      room = REQUEST_BYTES;
    }
    (requests[requests.length - 1] as T[]).push(item);
    room -= size;
  }
  return requests;
}

interface SheetRun {
  readonly sheet: SheetTargets<Target>;
  readonly run: Run<Target>;
}

type CellFound = Omit<Found, "moved">;

/** A cell that may say how its row is recognised. */
interface AnchoredTarget extends Target {
  readonly anchor?: Anchor;
}

/**
 * The cells as they stand, in the order of `targets`; null for a cell whose sheet is gone. One request per 5 MB.
 * `queue` may add reading of its own to the first request (the settings, say). `full`: also locks, merges and spills.
 */
export async function readTargets<T extends AnchoredTarget>(
  context: Session,
  targets: readonly T[],
  { full, queue }: { full: boolean; queue?: () => void },
): Promise<Map<T, Found | null>> {
  const anchors = new Map<T, Target>();
  for (const target of targets) if (full && target.anchor) anchors.set(target, { ...target, ...target.anchor });
  const cells = await readCells(context, [...targets, ...anchors.values()], full, queue);
  return new Map(
    targets.map((target): [T, Found | null] => {
      const found = cells.get(target) ?? null;
      const anchor = anchors.get(target);
      const there = anchor && cells.get(anchor)?.content.formula;
      const moved = anchor !== undefined && !sameContent(there ?? "", target.anchor?.content ?? "");
      return [target, found && { ...found, moved }];
    }),
  );
}

async function readCells(
  context: Session,
  targets: readonly Target[],
  full: boolean,
  queue: (() => void) | undefined,
): Promise<Map<Target, CellFound | null>> {
  const found = new Map<Target, CellFound | null>();
  const runs = bySheet(targets).flatMap((sheet) => toRuns(sheet.cells, READ_GAP).map((run) => ({ sheet, run })));
  const requests = inRequests(runs, ({ run }) => RANGE_BYTES + CELL_BYTES * run.rowCount * run.columnCount);
  queue?.();
  if (requests.length === 0) await context.sync();
  for (const request of requests) await readRuns(context, request, full, found);
  return found;
}

async function readRuns(
  context: Session,
  runs: readonly SheetRun[],
  full: boolean,
  found: Map<Target, CellFound | null>,
): Promise<void> {
  const sheets = new Map<string, Excel.Worksheet>();
  const sheetOf = (id: string): Excel.Worksheet => {
    const known = sheets.get(id);
    if (known) return known;
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load("id,protection/protected,protection/options");
    sheets.set(id, sheet);
    return sheet;
  };
  const loaded = runs.map(({ sheet, run }) => {
    const worksheet = sheetOf(sheet.id);
    const range = worksheet.getRangeByIndexes(run.row, run.column, run.rowCount, run.columnCount);
    range.load("values,formulas,numberFormat");
    const properties = full ? range.getCellProperties({ format: { protection: true } }) : null;
    const merges = full ? range.getMergedAreasOrNullObject() : null;
    const areas = merges?.areas ?? null;
    areas?.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    merges?.untrack();
    range.untrack();
    return { worksheet, range, properties, merges, areas };
  });
  await context.sync();
  loaded.forEach(({ worksheet, range, properties, merges, areas }, i) => {
    const { run } = runs[i] as SheetRun;
    const mergedAreas = merges && !merges.isNullObject && areas ? areas.items.map(areaOf) : [];
    for (const cell of run.cells) {
      if (worksheet.isNullObject) {
        found.set(cell, null);
        continue;
      }
      const r = cell.row - run.row;
      const c = cell.column - run.column;
      const value = (range.values[r]?.[c] ?? "") as CellValue;
      const formula = (range.formulas[r]?.[c] ?? "") as CellValue;
      const guarded = worksheet.protection.protected;
      found.set(cell, {
        content: {
          formula: storedFormula(formula, value),
          numberFormat: String(range.numberFormat[r]?.[c] ?? "General"),
        },
        // Where Excel does not say, a cell of a protected sheet counts as locked, as it is by default.
        locked: guarded && (properties?.value[r]?.[c]?.format?.protection?.locked ?? true),
        merged: mergedAreas.some(
          (area) => contains(area, cell) && !(area.top === cell.row && area.left === cell.column),
        ),
        formatLocked: guarded && !worksheet.protection.options?.allowFormatCells,
      });
    }
  });
}

function areaOf(range: Excel.Range): Area {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}

function contains(area: Area, { row, column }: Place): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
