/**
 * The grid shows a workbook and hands over what the user does: typing, selecting, changing sheets. The model is the truth;
 * what differs from it is painted again.
 */
import type { FUniver } from "@univerjs/core/lib/facade";
import type { ICellData } from "@univerjs/core";
import { ApiError } from "../host/api-error";
import type { Area } from "../model/area";
import type { Cell, CellValue } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { gridStyle, gridValue, gridWorkbook, UNIT_ID } from "./data";
import { isSheetCommand, runSheetCommand } from "./sheet-commands";
import { createUniver } from "./univer";

type Painted = Map<number, Map<number, Cell>>;

export interface GridCallbacks {
  /** Excel would refuse the edit (a protected cell, a sheet of a protected workbook); the grid shows what was before. */
  readonly onRefused: (what: "cell" | "sheet", code: string) => void;
  /** A cell is being edited: requests of the add-in have to wait, as in Excel. */
  readonly onEditing: (editing: boolean) => void;
}

/** Changes that a repaint of cells cannot show. */
const REBUILD = new Set(["sheetAdded", "sheetDeleted", "sheetMoved", "sheetChanged"]);

export class Grid {
  private readonly univer: FUniver;
  private book: Workbook | null = null;
  private stopListening = (): void => undefined;
  private painted = new Map<string, Painted>();
  private scheduled = false;
  private rebuild = false;
  /** The grid's own changes come back as events; they are not the user's. */
  private painting = false;

  constructor(
    private readonly container: string,
    private readonly callbacks: GridCallbacks,
  ) {
    this.univer = createUniver(container);
    const { Event } = this.univer;
    this.univer.addEvent(Event.CommandExecuted, ({ id, params, options }) => {
      if (this.painting || id !== "sheet.mutation.set-range-values") return;
      if (options && "fromFormula" in options) return;
      this.typed(params as { subUnitId: string; cellValue?: CellMatrix });
    });
    this.univer.addEvent(Event.BeforeCommandExecute, (event) => {
      if (this.painting || !isSheetCommand(event.id)) return;
      event.cancel = true;
      this.arrange(event.id, event.params ?? {});
    });
    this.univer.addEvent(Event.SelectionChanged, ({ worksheet, selections }) => {
      if (!this.painting) this.selected(worksheet.getSheetId(), selections);
    });
    this.univer.addEvent(Event.ActiveSheetChanged, ({ activeSheet }) => {
      const sheet = this.book?.findSheet(activeSheet.getSheetId());
      if (!this.painting && sheet) this.book?.activate(sheet);
    });
    this.univer.addEvent(Event.SheetEditStarted, () => callbacks.onEditing(true));
    this.univer.addEvent(Event.SheetEditEnded, () => callbacks.onEditing(false));
  }

  /** Shows this workbook instead of the one before. */
  show(book: Workbook): void {
    this.stopListening();
    this.book = book;
    this.build();
    this.stopListening = book.on((event) => {
      if (REBUILD.has(event.kind)) this.rebuild = true;
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      if (this.rebuild) this.build();
      else this.repaint();
      this.follow();
    });
  }

  private quietly(action: () => void): void {
    this.painting = true;
    try {
      action();
    } finally {
      this.painting = false;
    }
  }

  private build(): void {
    const book = this.book;
    if (!book) return;
    this.rebuild = false;
    this.quietly(() => {
      this.univer.disposeUnit(UNIT_ID);
      this.univer.createWorkbook(gridWorkbook(book, document.getElementById(this.container)?.clientWidth ?? 1000));
      this.painted = new Map(book.sheets.map((sheet) => [sheet.id, snapshot(sheet)]));
    });
    this.follow();
  }

  /** Cells are immutable in the model: another object is another content. */
  private repaint(): void {
    for (const sheet of this.book?.sheets ?? []) {
      const painted = this.painted.get(sheet.id);
      if (!painted) continue;
      const patch: CellMatrix = {};
      let count = 0;
      const put = (row: number, column: number, data: ICellData): void => {
        (patch[row] ??= {})[column] = data;
        count++;
      };
      for (const [row, column, cell] of sheet.cells()) {
        if (painted.get(row)?.get(column) !== cell) put(row, column, { ...gridValue(cell), s: gridStyle(cell.style) });
      }
      for (const [row, cells] of painted) {
        for (const column of cells.keys()) if (!sheet.cell(row, column)) put(row, column, gridValue(undefined));
      }
      if (count === 0) continue;
      this.painted.set(sheet.id, snapshot(sheet));
      this.quietly(() => {
        this.univer.syncExecuteCommand(
          "sheet.mutation.set-range-values",
          { unitId: UNIT_ID, subUnitId: sheet.id, cellValue: patch },
          { onlyLocal: true },
        );
      });
    }
  }

  /** The grid goes where the model's selection is. */
  private follow(): void {
    const book = this.book;
    const area = book?.selection[0];
    const grid = this.univer.getActiveWorkbook();
    if (!book?.active || !area || !grid) return;
    const { id } = book.active;
    this.quietly(() => {
      let sheet = grid.getActiveSheet();
      if (sheet.getSheetId() !== id) sheet = grid.setActiveSheet(id);
      const current = sheet.getActiveRange()?.getRange();
      if (current && sameRange(current, area)) return;
      const rows = Math.min(area.bottom, sheet.getMaxRows() - 1) - area.top + 1;
      const columns = Math.min(area.right, sheet.getMaxColumns() - 1) - area.left + 1;
      sheet.getRange(area.top, area.left, rows, columns).activate();
      sheet.scrollToCell(Math.max(0, area.top - 3), Math.max(0, area.left - 3));
    });
  }

  private typed({ subUnitId, cellValue }: { subUnitId: string; cellValue?: CellMatrix }): void {
    const sheet = this.book?.findSheet(subUnitId);
    if (!sheet || !this.book || !cellValue) return;
    for (const [row, cells] of Object.entries(cellValue)) {
      for (const [column, data] of Object.entries(cells ?? {})) {
        if (!data || !("v" in data || "f" in data)) continue;
        this.edit(sheet, Number(row), Number(column), inputOf(data));
      }
    }
    this.schedule();
  }

  private edit(sheet: Sheet, row: number, column: number, input: CellValue): void {
    try {
      this.book?.edit(sheet, row, column, input);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.callbacks.onRefused("cell", error.code);
    }
    // Painted again even when the model has kept its cell: the grid shows what was typed.
    this.painted.get(sheet.id)?.get(row)?.delete(column);
    if (!sheet.cell(row, column)) this.painted.get(sheet.id)?.set(row, new Map([[column, EMPTY]]));
  }

  /** Sheets are added, deleted, renamed … by their tabs. */
  private arrange(id: string, params: object): void {
    try {
      if (this.book) runSheetCommand(this.book, id, params);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.callbacks.onRefused("sheet", error.code);
    }
    // Built again even when the workbook is as before: the tab shows what was typed.
    this.rebuild = true;
    this.schedule();
  }

  private selected(sheetId: string, ranges: readonly GridRange[]): void {
    const sheet = this.book?.findSheet(sheetId);
    if (!this.book || !sheet || ranges.length === 0) return;
    const areas = ranges.map(areaOf);
    const same = this.book.active === sheet && JSON.stringify(areas) === JSON.stringify(this.book.selection);
    if (!same) this.book.select(sheet, areas);
  }
}

type CellMatrix = Record<number, Record<number, ICellData>>;

interface GridRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

const EMPTY = {} as Cell;

const areaOf = (range: GridRange): Area => ({
  top: range.startRow,
  left: range.startColumn,
  bottom: range.endRow,
  right: range.endColumn,
});

const sameRange = (range: GridRange, area: Area): boolean =>
  range.startRow === area.top &&
  range.startColumn === area.left &&
  range.endRow === area.bottom &&
  range.endColumn === area.right;

/** What was typed, as Excel gets it: formulas begin with "=". */
function inputOf(data: ICellData): CellValue {
  if (data.f) return data.f;
  if (data.p) return (data.p.body?.dataStream ?? "").replace(/\r\n$/, "").replace(/\r/g, "\n");
  return data.v ?? "";
}

function snapshot(sheet: Sheet): Painted {
  const painted: Painted = new Map();
  for (const [row, column, cell] of sheet.cells()) {
    const cells = painted.get(row);
    if (cells) cells.set(column, cell);
    else painted.set(row, new Map([[column, cell]]));
  }
  return painted;
}
