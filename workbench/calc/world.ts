/** The workbook model as formulas see it. */
import { splitSheet } from "../model/address";
import { isErrorValue, type CellValue } from "../model/cell";
import type { CellPlace } from "../model/calculator";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { Context, type FormulaFunction, isReference, type Operand, Reference, type World } from "./evaluate";
import { findFunction } from "./functions";
import { parseFormula, SyntaxProblem } from "./parse";
import { ERRORS, ErrorValue, isError, isMatrix, type Matrix, type Value } from "./values";

/** Thrown through a formula whose custom function is still at work: its result is not known yet. */
export class Busy extends Error {}

export const BUSY = "#BUSY!";
/** Larger areas end where the content of the sheet ends. */
const WHOLE = 100_000;

export class BookWorld implements World {
  constructor(
    private readonly book: Workbook,
    private readonly today: () => number,
  ) {}

  sheet(name: string): string | null {
    return this.book.findSheet(name)?.id ?? null;
  }

  read({ sheet: id, area }: Reference): Matrix {
    const sheet = this.book.findSheet(id);
    if (!sheet) return [[ERRORS.ref]];
    let { bottom, right } = area;
    if ((bottom - area.top + 1) * (right - area.left + 1) > WHOLE) {
      const used = sheet.usedArea(true);
      bottom = Math.max(area.top, Math.min(bottom, used?.bottom ?? 0));
      right = Math.max(area.left, Math.min(right, used?.right ?? 0));
    }
    const rows: Value[][] = [];
    for (let row = area.top; row <= bottom; row++) {
      const cells: Value[] = [];
      for (let column = area.left; column <= right; column++) cells.push(valueAt(sheet, row, column));
      rows.push(cells);
    }
    return rows;
  }

  name(name: string, sheetId: string): Operand | null {
    const sheet = this.book.findSheet(sheetId) ?? null;
    const defined = this.book.findName(name, sheet);
    if (!defined) return this.table(name);
    const place = this.book.find(name, sheet);
    if (place) return new Reference(place.sheet.id, place.area);
    // A constant or a formula behind a name; one that names itself is an error.
    if (this.depth > 20) return ERRORS.name;
    this.depth += 1;
    try {
      return new Context(this, { sheet: sheetId, row: 0, column: 0 }).evaluate(parseFormula(defined.formula));
    } catch (problem) {
      if (problem instanceof SyntaxProblem) return ERRORS.name;
      throw problem;
    } finally {
      this.depth -= 1;
    }
  }
  private depth = 0;

  /** The name of a table stands for its rows without head and totals. */
  private table(name: string): Operand | null {
    const table = this.book.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!table) return null;
    const { area, showHeaders, showTotals } = table;
    const body = { ...area, top: area.top + (showHeaders ? 1 : 0), bottom: area.bottom - (showTotals ? 1 : 0) };
    return new Reference(table.sheetId, body);
  }

  spilled(reference: Reference): Reference {
    const sheet = this.book.findSheet(reference.sheet);
    const { top, left } = reference.area;
    const mine = (row: number, column: number) => {
      const from = sheet?.cell(row, column)?.spilledFrom;
      return from?.row === top && from.column === left;
    };
    let [bottom, right] = [top, left];
    while (mine(bottom + 1, left)) bottom += 1;
    while (mine(top, right + 1)) right += 1;
    return new Reference(reference.sheet, { top, left, bottom, right });
  }

  hiddenRow(sheet: string, row: number): boolean {
    return this.book.findSheet(sheet)?.rows.at(row).hidden ?? false;
  }

  holdsSubtotal(sheet: string, row: number, column: number): boolean {
    return /\bSUBTOTAL\(/i.test(this.book.findSheet(sheet)?.cell(row, column)?.formula ?? "");
  }

  find(name: string): FormulaFunction | null {
    return this.book.customFunctions?.has(name) ? this.custom(name) : findFunction(name);
  }

  resolve(address: string, sheetId: string): Reference | null {
    const [name] = splitSheet(address);
    const found = this.book.find(address, name === null ? (this.book.findSheet(sheetId) ?? null) : null);
    return found ? new Reference(found.sheet.id, found.area) : null;
  }

  now(): number {
    return this.today();
  }

  /** A function of the add-in: blank cells arrive as null, ranges as rows. */
  private custom(name: string): FormulaFunction {
    return (nodes, context) => {
      const args = nodes.map((node) => {
        const operand = node ? context.evaluate(node) : null;
        const value = context.read(operand);
        if (isMatrix(value)) return value.map((row) => row.map(toCell));
        return isReference(operand) && value === null ? null : toCell(value);
      });
      const result = this.book.customFunctions?.call(name, args, this.place(context)) ?? ERRORS.name.code;
      if (result === BUSY) throw new Busy();
      return typeof result === "object" ? result.map((row) => row.map(fromCell)) : fromCell(result);
    };
  }

  private place({ place }: Context): CellPlace {
    const sheet = this.book.findSheet(place.sheet);
    if (!sheet) throw new Error(`no sheet ${place.sheet}`);
    return { sheet, row: place.row, column: place.column };
  }
}

/** @throws Busy where a custom function is still at work there */
function valueAt(sheet: Sheet, row: number, column: number): Value {
  const cell = sheet.cell(row, column);
  if (!cell || (cell.value === "" && cell.formula === null)) return null;
  if (cell.value === BUSY) throw new Busy();
  return fromCell(cell.value);
}

const fromCell = (value: CellValue): Value => (isErrorValue(value) ? new ErrorValue(value) : value);
const toCell = (value: Value): CellValue | null => (isError(value) ? value.code : value);
