/**
 * Workbook → WorkbookSnapshot. The number of requests does not grow with sheets or rows: the sheets, their used
 * ranges, and then the cells, one request per 5 MB.
 */
import type { ParsedSettings } from "../sheet/settings";
import type { Area, CellValue, SheetSnapshot, WorkbookSnapshot } from "../sheet/types";
import { storedFormula } from "./contents";
import { HostError, toHostError } from "./host-errors";
import { cellCount, gridBytes, PieceQueue, type Piece } from "./payload";
import { offerOf, RECORD_KEY, stepsOf, type RestoreOffer } from "./record";
import { inExcel, type Session } from "./session";
import { SETTINGS_KEY, settingsOf } from "./settings";

/** More cells than this in one workbook are no KPI sheets but a mistake (a stray cell in the last row, a database). */
export const MAX_CELLS = 3_000_000;

export interface ReadProgress {
  /** Cells read, of all. */
  readonly done: number;
  readonly total: number;
}

export interface ReadOptions {
  /** このシート / ブック全体 */
  readonly scope: "active" | "all";
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
}

interface SheetHead {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly protected: boolean;
}

/** Grids of a sheet while its pieces arrive, top to bottom. */
interface SheetCells {
  readonly values: CellValue[][];
  readonly texts: string[][];
  readonly formulas: CellValue[][];
  readonly numberFormats: string[][];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

/** All that the pane needs to begin with. */
export interface OpenedWorkbook extends ParsedSettings {
  readonly snapshot: WorkbookSnapshot;
  /** What 「元に戻す」 would undo; null: nothing. */
  readonly restorable: RestoreOffer | null;
}

/**
 * Reads the sheet that the user looks at, or all of them. Merges are left unknown (null): `readMerges` asks for them
 * where they help. Rejects with a HostError; nothing is changed in the workbook, ever.
 */
export async function readWorkbook(options: ReadOptions): Promise<WorkbookSnapshot> {
  return (await openWorkbook(options)).snapshot;
}

/** As `readWorkbook`, together with what the workbook keeps for us: settings and the restore record. */
export async function openWorkbook(options: ReadOptions): Promise<OpenedWorkbook> {
  return await inExcel({ signal: options.signal, waitForCellEdit: true }, async (context) => {
    const { name, activeSheetId, heads, stored, restorable } = await readHeads(context);
    const wanted = options.scope === "all" ? heads : heads.filter((head) => head.id === activeSheetId);
    const areas = await readUsedAreas(context, wanted);
    const cells = await readCells(context, wanted, areas, options.onProgress);
    const sheets = wanted.map((head, i): SheetSnapshot => ({
      ...head,
      area: areas[i] ?? null,
      merges: areas[i] ? null : [],
      ...(cells[i] as SheetCells),
    }));
    return { ...stored, snapshot: { name, sheets, activeSheetId }, restorable };
  });
}

async function readHeads(context: Session) {
  const { workbook } = context;
  workbook.load("name");
  const { worksheets } = workbook;
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  const active = worksheets.getActiveWorksheet();
  active.load("id");
  const settings = workbook.settings.getItemOrNullObject(SETTINGS_KEY);
  settings.load("value");
  const record = workbook.settings.getItemOrNullObject(RECORD_KEY);
  record.load("value");
  await context.sync();
  const heads = worksheets.items.map((sheet): SheetHead => ({
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility !== "Visible",
    protected: sheet.protection.protected,
  }));
  return {
    name: workbook.name,
    activeSheetId: active.id,
    heads,
    stored: settingsOf(settings),
    restorable: offerOf(stepsOf(record)),
  };
}

/** The used range by values: formatted emptiness (a border drawn to the last row) does not count. */
async function readUsedAreas(context: Session, heads: readonly SheetHead[]): Promise<(Area | null)[]> {
  const used = heads.map((head) => {
    const range = context.workbook.worksheets.getItem(head.id).getUsedRangeOrNullObject(true);
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    range.untrack();
    return range;
  });
  await context.sync();
  const areas = used.map((range) =>
    range.isNullObject
      ? null
      : {
          top: range.rowIndex,
          left: range.columnIndex,
          bottom: range.rowIndex + range.rowCount - 1,
          right: range.columnIndex + range.columnCount - 1,
        },
  );
  const total = areas.reduce((sum, area) => sum + (area ? cellCount(area) : 0), 0);
  if (total > MAX_CELLS) {
    const sizes = areas.map((area) => (area ? cellCount(area) : 0));
    const largest = sizes.indexOf(Math.max(...sizes));
    throw new HostError("workbookTooLarge", `${heads[largest]?.name ?? ""}: ${total.toLocaleString("en-US")} cells`);
  }
  return areas;
}

async function readCells(
  context: Session,
  heads: readonly SheetHead[],
  areas: readonly (Area | null)[],
  onProgress: ReadOptions["onProgress"],
): Promise<SheetCells[]> {
  const sheets = areas.map((): SheetCells => ({
    values: [],
    texts: [],
    formulas: [],
    numberFormats: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  }));
  const total = areas.reduce((sum, area) => sum + (area ? cellCount(area) : 0), 0);
  const queue = new PieceQueue(areas);
  let done = 0;
  onProgress?.({ done, total });
  while (!queue.done) {
    const pieces = queue.next();
    try {
      const bytes = await readPieces(context, heads, pieces, sheets);
      const cells = pieces.reduce((sum, piece) => sum + cellCount(piece.area), 0);
      queue.learn(cells, bytes);
      done += cells;
    } catch (error) {
      if (toHostError(error).code !== "tooLarge" || !queue.tooLarge(pieces)) throw error;
    }
    onProgress?.({ done, total });
  }
  return sheets;
}

/** Reads the pieces in one request and appends them to their sheets; gives the bytes that arrived, estimated. */
async function readPieces(
  context: Session,
  heads: readonly SheetHead[],
  pieces: readonly Piece[],
  sheets: readonly SheetCells[],
): Promise<number> {
  const loaded = pieces.map(({ sheet, area }) => {
    const range = context.workbook.worksheets
      .getItem((heads[sheet] as SheetHead).id)
      .getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
    range.load("values,text,formulas,numberFormat");
    const rows = range.getRowProperties({ rowHidden: true });
    const columns = range.getColumnProperties({ columnHidden: true });
    range.untrack();
    return { range, rows, columns };
  });
  await context.sync();
  let bytes = 0;
  loaded.forEach(({ range, rows, columns }, i) => {
    const { sheet, area } = pieces[i] as Piece;
    const target = sheets[sheet] as SheetCells;
    // Above its limits Excel can answer null instead of failing.
    if (!range.values || !range.text || !range.formulas || !range.numberFormat) throw new HostError("tooLarge");
    const values = range.values as CellValue[][];
    const formulas = range.formulas as CellValue[][];
    bytes += gridBytes(values) + gridBytes(range.text) + gridBytes(formulas) + gridBytes(range.numberFormat);
    append(target.values, values);
    append(target.texts, range.text);
    append(
      target.formulas,
      formulas.map((row, r) => row.map((formula, c) => storedFormula(formula, values[r]?.[c] ?? ""))),
    );
    append(target.numberFormats, range.numberFormat as string[][]);
    rows.value.forEach((row, r) => row.rowHidden && target.hiddenRows.add(area.top + r));
    columns.value.forEach((column, c) => column.columnHidden && target.hiddenColumns.add(area.left + c));
  });
  return bytes;
}

/** Without spreading: a sheet may have more rows than a call may have arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const item of more) list.push(item);
}
