/** A workbook as Excel holds it in memory. `write` is the one door through which cells change. */
import { refuse } from "../host/api-error";
import { parseArea, splitSheet } from "./address";
import { cellArea, contains, type Area } from "./area";
import { cachedValues, type Calculator, type CellPlace, type CustomFunctionCaller, type Result } from "./calculator";
import { DEFAULT_STYLE, type Cell, type CellValue, type Style } from "./cell";
import type { BookEvent, BookPart, ChangeSource, SheetPart } from "./changes";
import type { DefinedName, Protection, Table } from "./objects";
import { Sheet } from "./sheet";
import { spill, unspill } from "./spill";
import { renameInFormulas } from "./structure";
import { typed } from "./typing";

export interface CellPatch {
  /** Final value; a formula's value is worked out. */
  readonly value?: CellValue;
  readonly formula?: string | null;
  readonly style?: Partial<Style>;
}

export interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** What a cell displays for a value under a number format. */
export type DisplayText = (value: CellValue, numberFormat: string) => string;

const EMPTY: Cell = { value: "", formula: null, style: DEFAULT_STYLE, spilledFrom: null };

export class Workbook {
  name = "Book1.xlsx";
  readonly sheets: Sheet[] = [];
  readonly tables: Table[] = [];
  readonly names: DefinedName[] = [];
  /** What the add-in keeps in the workbook: key → JSON text. */
  readonly settings = new Map<string, string>();
  readonly changedParts = new Set<BookPart>();
  active: Sheet | null = null;
  /** On the active sheet. */
  selection: readonly Area[] = [cellArea(0, 0)];
  readOnly = false;
  structureProtected = false;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  calculator: Calculator = cachedValues;
  customFunctions: CustomFunctionCaller | null = null;
  displayText: DisplayText = (value) => (typeof value === "boolean" ? String(value).toUpperCase() : String(value));
  /** Completes dates typed without a year. */
  year = 2026;

  private readonly listeners = new Set<(event: BookEvent) => void>();
  private touched: CellPlace[] = [];
  private readonly recalculated = new Set<Sheet>();
  private held = 0;
  private nextId = 1;

  newId(): number {
    return this.nextId++;
  }

  // --- sheets -------------------------------------------------------------------------------------------------

  /** Adds at the end. Without a name: Sheet1, Sheet2 … @throws ApiError ItemAlreadyExists, InvalidArgument */
  addSheet(name?: string, source: ChangeSource | "load" = "api"): Sheet {
    if (source !== "load") this.checkStructure("WorksheetCollection.add");
    let free = name ?? "";
    for (let n = 1; free === ""; n++) if (!this.findSheet(`Sheet${n}`)) free = `Sheet${n}`;
    if (source !== "load") this.checkSheetName(free, "WorksheetCollection.add");
    const hex = this.newId().toString(16).toUpperCase().padStart(8, "0");
    const sheet = new Sheet(`{${hex}-0001-0000-0000-000000000000}`, free);
    this.sheets.push(sheet);
    this.active ??= sheet;
    if (source !== "load") {
      this.changedParts.add("sheets");
      this.emit({ kind: "sheetAdded", sheetId: sheet.id, source });
    }
    return sheet;
  }

  /** Before sheets are added, deleted, renamed, moved, hidden or shown. @throws ApiError AccessDenied */
  checkStructure(location: string): void {
    if (this.readOnly || this.structureProtected) refuse("AccessDenied", location);
  }

  /** @throws ApiError where Excel would not take the name */
  checkSheetName(name: string, location: string): void {
    if (this.findSheet(name)) refuse("ItemAlreadyExists", location);
    if (name === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name))
      refuse("InvalidArgument", location);
  }

  /** By name (any case) or id. */
  findSheet(nameOrId: string): Sheet | undefined {
    const key = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === key || sheet.id.toLowerCase() === key);
  }

  /** Formulas keep pointing at the sheet. @throws ApiError AccessDenied, ItemAlreadyExists, InvalidArgument */
  renameSheet(sheet: Sheet, name: string): void {
    this.checkStructure("Worksheet.name");
    if (name.toLowerCase() !== sheet.name.toLowerCase()) this.checkSheetName(name, "Worksheet.name");
    const before = sheet.name;
    sheet.name = name;
    renameInFormulas(this, before, name);
    this.changed(sheet, "name");
  }

  deleteSheet(sheet: Sheet, source: ChangeSource = "api"): void {
    this.checkStructure("Worksheet.delete");
    const visible = this.sheets.filter((other) => other !== sheet && other.visibility === "Visible");
    if (visible.length === 0) refuse("InvalidOperation", "Worksheet.delete");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    if (this.active === sheet) this.activate(visible[0] as Sheet);
    this.changedParts.add("sheets");
    this.calculator.structureChanged(this);
    this.emit({ kind: "sheetDeleted", sheetId: sheet.id, source });
    this.calculateAll();
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== "Visible") refuse("InvalidOperation", "Worksheet.activate");
    if (this.active === sheet) return;
    const previous = this.active?.id ?? null;
    this.active = sheet;
    this.selection = [cellArea(0, 0)];
    this.changedParts.add("active");
    this.emit({ kind: "activated", sheetId: sheet.id, previous });
  }

  select(sheet: Sheet, areas: readonly Area[]): void {
    this.activate(sheet);
    this.selection = areas;
    this.emit({ kind: "selected", sheetId: sheet.id, areas });
  }

  /** The user clicks on a cell: it is selected, and the click is told. */
  click(sheet: Sheet, row: number, column: number): void {
    this.select(sheet, [sheet.merges.at(row, column) ?? cellArea(row, column)]);
    this.emit({ kind: "clicked", sheetId: sheet.id, row, column });
  }

  // --- addresses ----------------------------------------------------------------------------------------------

  /** An address, name or table; `sheet` is the one for an address without a sheet. Null: there is no such place. */
  find(address: string, sheet: Sheet | null): SheetArea | null {
    const [sheetName, rest] = splitSheet(address);
    const target = sheetName === null ? sheet : this.findSheet(sheetName);
    if (!target) return null;
    const area = parseArea(rest);
    if (area) return { sheet: target, area };
    const name = this.findName(rest, target);
    if (name) return splitSheet(name.formula)[1] === rest ? null : this.find(name.formula, target);
    const table = this.tables.find((candidate) => candidate.name.toLowerCase() === rest.toLowerCase());
    const tableSheet = table && this.findSheet(table.sheetId);
    return table && tableSheet ? { sheet: tableSheet, area: table.area } : null;
  }

  /** A name of the sheet before one of the workbook. */
  findName(name: string, sheet: Sheet | null): DefinedName | undefined {
    const same = this.names.filter((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    return same.find((candidate) => candidate.sheetId === sheet?.id) ?? same.find(({ sheetId }) => sheetId === null);
  }

  // --- cells --------------------------------------------------------------------------------------------------

  /** @throws ApiError AccessDenied where the cell may not be written */
  checkWritable(sheet: Sheet, row: number, column: number, patch: CellPatch): void {
    if (this.readOnly) refuse("AccessDenied", "Range");
    if (!sheet.protection.on) return;
    const content = patch.value !== undefined || patch.formula !== undefined;
    if (content && sheet.style(row, column).locked) refuse("AccessDenied", "Range");
    if (patch.style && !content && !sheet.protection.options["allowFormatCells"])
      refuse("AccessDenied", "Range.format");
  }

  /**
   * The one door for cells: stores the patch, logs the change, has formulas worked out.
   * @param source "load": no check, no log (the cell stands in the file that is opened)
   * @returns false where Excel drops the content: the cell lies behind the top-left cell of a merge
   * @throws ApiError AccessDenied
   */
  write(sheet: Sheet, row: number, column: number, patch: CellPatch, source: ChangeSource | "load"): boolean {
    if (source !== "load") this.checkWritable(sheet, row, column, patch);
    const content = patch.value !== undefined || patch.formula !== undefined;
    const dropped = content && sheet.merges.hides(row, column);
    const cell = sheet.cell(row, column) ?? { ...EMPTY, style: sheet.style(row, column) };
    if (content && !dropped) unspill(this, { sheet, row, column });
    const style = patch.style ? { ...cell.style, ...patch.style } : cell.style;
    const formula = patch.formula !== undefined ? patch.formula : content ? null : cell.formula;
    const value = patch.value ?? (typeof patch.formula === "string" ? "" : cell.value);
    const kept = content && !dropped ? { value, formula, spilledFrom: null } : { ...cell };
    sheet.put(row, column, { ...kept, style });
    if (source !== "load") sheet.changes.mark(row, column, content && !dropped, patch.style !== undefined);
    if (content && !dropped) this.touch({ sheet, row, column });
    return !dropped;
  }

  /** As `write` with what a person types or the API sets: numbers, dates, formulas and text are told apart. */
  enter(sheet: Sheet, row: number, column: number, input: CellValue, source: ChangeSource | "load"): boolean {
    const format = sheet.style(row, column).numberFormat;
    const { value, formula, numberFormat } = typed(input, format, this.year);
    const style = numberFormat !== undefined && format === "General" ? { numberFormat } : undefined;
    return this.write(sheet, row, column, { value, formula, ...(style && { style }) }, source);
  }

  /** A user's edit of one cell, by keyboard (`user`) or by a co-author (`remote`), with its event. */
  edit(sheet: Sheet, row: number, column: number, input: CellValue, source: "user" | "remote" = "user"): void {
    const before = sheet.value(row, column);
    if (!this.enter(sheet, row, column, input, source)) return;
    this.settle();
    const after = sheet.value(row, column);
    this.emit({
      kind: "changed",
      sheetId: sheet.id,
      area: cellArea(row, column),
      change: "RangeEdited",
      source,
      before,
      after,
    });
  }

  /** Stores what a formula gave; an array spills. For calculators. */
  setResult(place: CellPlace, result: Result): void {
    const { sheet, row, column } = place;
    const before = sheet.value(row, column);
    spill(this, place, result);
    if (sheet.value(row, column) === before) return;
    // neither content nor look: the saver refreshes the value that the file keeps beside the formula
    sheet.changes.mark(row, column, false, false);
    this.recalculated.add(sheet);
  }

  textAt(sheet: Sheet, row: number, column: number): string {
    const cell = sheet.cell(row, column);
    return !cell || cell.value === "" ? "" : this.displayText(cell.value, cell.style.numberFormat);
  }

  // --- calculation --------------------------------------------------------------------------------------------

  /** The cell's formula or value is new: formulas that depend on it are worked out at the next settling. */
  touch(place: CellPlace): void {
    this.touched.push(place);
    if (this.held === 0) this.settle();
  }

  /** Holds calculation back until `settle`, for many writes. */
  hold(): void {
    this.held++;
  }

  release(): void {
    this.held--;
    if (this.held === 0) this.settle();
  }

  /** Works out what depends on the cells written so far. */
  settle(): void {
    if (this.calculationMode === "Manual") return;
    this.hold();
    // an array that spills touches more cells; a cycle of arrays must end
    for (let round = 0; this.touched.length > 0 && round < 100; round++) {
      const changed = this.touched;
      this.touched = [];
      this.calculator.recalculate(this, changed);
    }
    this.held--;
    this.tellCalculated();
  }

  /** Works out the formulas that the file left open; for after loading, when the engine and the functions are there. */
  calculateStale(): void {
    this.hold();
    for (const sheet of this.sheets) {
      for (const { row, column } of sheet.stale.splice(0)) this.touch({ sheet, row, column });
    }
    this.release();
  }

  calculateAll(): void {
    this.touched = [];
    this.hold();
    this.calculator.recalculate(this, "all");
    this.held--;
    this.settle();
    this.tellCalculated();
  }

  private tellCalculated(): void {
    const sheets = [...this.recalculated];
    this.recalculated.clear();
    for (const sheet of sheets) this.emit({ kind: "calculated", sheetId: sheet.id });
  }

  // --- the rest -----------------------------------------------------------------------------------------------

  setProtection(sheet: Sheet, protection: Protection, source: ChangeSource): void {
    sheet.protection = protection;
    sheet.changes.parts.add("protection");
    this.emit({ kind: "protection", sheetId: sheet.id, on: protection.on, source });
  }

  setSetting(key: string, json: string | null): void {
    if (json === null) this.settings.delete(key);
    else this.settings.set(key, json);
    this.changedParts.add("settings");
    this.emit({ kind: "settings" });
  }

  /** A part of the sheet beside its cells is new. */
  changed(sheet: Sheet, part: SheetPart): void {
    sheet.changes.parts.add(part);
    this.emit({ kind: "sheetChanged", sheetId: sheet.id, part });
  }

  /** Table whose area holds the cell. */
  tableAt(sheet: Sheet, row: number, column: number): Table | undefined {
    return this.tables.find((table) => table.sheetId === sheet.id && contains(table.area, row, column));
  }

  /** @returns call it to stop listening */
  on(listener: (event: BookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: BookEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}
