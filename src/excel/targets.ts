/**
 * The cells that are to be written, as they stand now: content, format, whether they are locked, inside a merge or
 * part of a spill. Read before every write and again after it.
 */
import type { Anchor, Area, CellContent, CellValue } from "../sheet/types";
import { sameContent, storedFormula } from "./contents";
import type { ListSource } from "./lists";
import { RECORD_BYTES, REQUEST_BYTES } from "./payload";
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
  /** Filled by a formula of another cell. */
  readonly spilled: boolean;
  /** Its drop-down list; null where it has none. */
  readonly list: ListSource | null;
}

/** Reading some cells too many is cheaper than another range. */
const READ_GAP = 15;

/** Estimated bytes that one range costs in request and answer, one cell in it, and the closer look at a cell. */
const RANGE_BYTES = 2_500;
const CELL_BYTES = 200;
const LOOK_BYTES = 1_400;

/** Cuts work into requests by estimated size; `taken`: bytes that the first one holds already. */
export function inRequests<T>(items: readonly T[], bytes: (item: T) => number, taken = 0): T[][] {
  const requests: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = bytes(item);
    if (requests.length === 0 || size > room) {
      room = REQUEST_BYTES - (requests.length === 0 ? taken : 0);
      requests.push([]);
    }
    (requests[requests.length - 1] as T[]).push(item);
    room -= size;
  }
  return requests;
}

interface SheetRun {
  readonly sheet: SheetTargets<Target>;
  readonly run: Run<Target>;
  /** Not only the content: also locks, merges, spills and lists. */
  readonly full: boolean;
}

type CellFound = Omit<Found, "moved">;

/** A cell that may say how its row is recognised. */
interface AnchoredTarget extends Target {
  readonly anchor?: Anchor;
}

/**
 * The cells as they stand, in the order of `targets`; null for a cell whose sheet is gone. One request per 5 MB.
 * `queue` may add reading of its own to the first request (the settings, say). `full`: also whether they may be
 * written, and their anchors.
 */
export async function readTargets<T extends AnchoredTarget>(
  context: Session,
  targets: readonly T[],
  { full, queue }: { full: boolean; queue?: () => void },
): Promise<Map<T, Found | null>> {
  const anchors = new Map<T, Target>();
  for (const target of targets) if (full && target.anchor) anchors.set(target, { ...target, ...target.anchor });
  const runs = [...sheetRuns(targets, full), ...sheetRuns([...anchors.values()], false)];
  const cells = await readCells(context, runs, queue);
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

function sheetRuns(targets: readonly Target[], full: boolean): SheetRun[] {
  return bySheet(targets).flatMap((sheet) => toRuns(sheet.cells, READ_GAP).map((run) => ({ sheet, run, full })));
}

function runBytes({ run, full }: SheetRun): number {
  return RANGE_BYTES + CELL_BYTES * run.rowCount * run.columnCount + (full ? LOOK_BYTES * run.cells.length : 0);
}

async function readCells(
  context: Session,
  runs: readonly SheetRun[],
  queue: (() => void) | undefined,
): Promise<Map<Target, CellFound | null>> {
  const found = new Map<Target, CellFound | null>();
  const requests = inRequests(runs, runBytes, queue ? RECORD_BYTES : 0);
  queue?.();
  if (requests.length === 0) await context.sync();
  for (const request of requests) await readRuns(context, request, found);
  return found;
}

async function readRuns(
  context: Session,
  runs: readonly SheetRun[],
  found: Map<Target, CellFound | null>,
): Promise<void> {
  const sheets = new Map<string, Excel.Worksheet>();
  const loaded = runs.map(({ sheet, run, full }) => {
    const worksheet = sheets.get(sheet.id) ?? loadSheet(context, sheet.id);
    sheets.set(sheet.id, worksheet);
    const range = worksheet.getRangeByIndexes(run.row, run.column, run.rowCount, run.columnCount);
    range.load("values,formulas,numberFormat");
    const look = full ? loadLook(range, run) : null;
    range.untrack();
    return { worksheet, range, look };
  });
  await context.sync();
  loaded.forEach(({ worksheet, range, look }, i) => {
    const { run } = runs[i] as SheetRun;
    const guarded = !worksheet.isNullObject && worksheet.protection.protected;
    const formatLocked = guarded && !worksheet.protection.options?.allowFormatCells;
    run.cells.forEach((cell, at) => {
      if (worksheet.isNullObject) return found.set(cell, null);
      const r = cell.row - run.row;
      const c = cell.column - run.column;
      const content = {
        formula: storedFormula(range.formulas[r]?.[c] as CellValue, range.values[r]?.[c] as CellValue),
        numberFormat: String(range.numberFormat[r]?.[c]),
      };
      const plain = { content, locked: guarded, formatLocked, merged: false, spilled: false, list: null };
      return found.set(cell, look ? { ...plain, ...lookAt(look, cell, at, r, c, guarded) } : plain);
    });
  });
}

function loadSheet(context: Session, id: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("id,protection/protected,protection/options");
  return sheet;
}

/** The closer look at the cells of a run: what could forbid writing to them. */
interface Look {
  readonly properties: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
  readonly merges: Excel.RangeAreas;
  /** Per cell of the run. */
  readonly cells: readonly { readonly validation: Excel.DataValidation; readonly spill: Excel.Range }[];
}

function loadLook(range: Excel.Range, run: Run<Target>): Look {
  const merges = range.getMergedAreasOrNullObject();
  merges.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  merges.untrack();
  const cells = run.cells.map(({ row, column }) => {
    const cell = range.getCell(row - run.row, column - run.column);
    const { dataValidation: validation } = cell;
    validation.load("type,rule");
    const spill = cell.getSpillParentOrNullObject();
    spill.load("rowIndex,columnIndex");
    spill.untrack();
    cell.untrack();
    return { validation, spill };
  });
  return { properties: range.getCellProperties({ format: { protection: true } }), merges, cells };
}

function lookAt(look: Look, cell: Target, at: number, r: number, c: number, guarded: boolean) {
  const areas = look.merges.isNullObject ? [] : look.merges.areas.items.map(areaOf);
  const { validation, spill } = look.cells[at] as Look["cells"][number];
  const source = validation.type === "List" ? validation.rule.list?.source : null;
  return {
    // Where Excel does not say, a cell of a protected sheet counts as locked, as it is by default.
    locked: guarded && (look.properties.value[r]?.[c]?.format?.protection?.locked ?? true),
    merged: areas.some((area) => contains(area, cell) && !(area.top === cell.row && area.left === cell.column)),
    spilled: !spill.isNullObject && !(spill.rowIndex === cell.row && spill.columnIndex === cell.column),
    list: typeof source === "string" ? { sheetId: cell.sheetId, source } : null,
  };
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
