/** Which formulas depend on which cells. */
import type { Area } from "./area";

/** Areas up to this size are kept cell by cell, larger ones as areas. */
const SMALL = 64;
const COLUMNS = 16_384;

export const cellKey = (row: number, column: number): number => row * COLUMNS + column;

const has = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export interface Precedent {
  readonly sheet: string;
  readonly area: Area;
}

/** A formula in its cell. */
export interface Dependent {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly precedents: readonly Precedent[];
}

interface SheetIndex<T> {
  readonly cells: Map<number, Set<T>>;
  readonly areas: Map<string, { readonly area: Area; readonly users: Set<T> }>;
  readonly formulas: Map<number, T>;
}

export class Graph<T extends Dependent> {
  private readonly sheets = new Map<string, SheetIndex<T>>();

  clear(): void {
    this.sheets.clear();
  }

  at(sheet: string, row: number, column: number): T | undefined {
    return this.sheets.get(sheet)?.formulas.get(cellKey(row, column));
  }

  *all(): Generator<T> {
    for (const index of this.sheets.values()) yield* index.formulas.values();
  }

  add(formula: T): void {
    this.index(formula.sheet).formulas.set(cellKey(formula.row, formula.column), formula);
    for (const { sheet, area } of formula.precedents) {
      const index = this.index(sheet);
      if (sizeOf(area) > SMALL) {
        const key = `${area.top},${area.left},${area.bottom},${area.right}`;
        const known = index.areas.get(key);
        if (known) known.users.add(formula);
        else index.areas.set(key, { area, users: new Set([formula]) });
        continue;
      }
      for (const key of cellsOf(area)) {
        const users = index.cells.get(key);
        if (users) users.add(formula);
        else index.cells.set(key, new Set([formula]));
      }
    }
  }

  remove(formula: T): void {
    this.index(formula.sheet).formulas.delete(cellKey(formula.row, formula.column));
    for (const { sheet, area } of formula.precedents) {
      const index = this.index(sheet);
      if (sizeOf(area) > SMALL)
        index.areas.get(`${area.top},${area.left},${area.bottom},${area.right}`)?.users.delete(formula);
      else for (const key of cellsOf(area)) index.cells.get(key)?.delete(formula);
    }
  }

  /** Formulas that name this cell. */
  *usersOf(sheet: string, row: number, column: number): Generator<T> {
    const index = this.sheets.get(sheet);
    if (!index) return;
    yield* index.cells.get(cellKey(row, column)) ?? [];
    for (const { area, users } of index.areas.values()) if (has(area, row, column)) yield* users;
  }

  /** Formulas of a set that lie in the places which this one names. */
  *precedentsIn(formula: T, set: ReadonlyMap<string, ReadonlyMap<number, T>>): Generator<T> {
    for (const { sheet, area } of formula.precedents) {
      const candidates = set.get(sheet);
      if (!candidates) continue;
      if (sizeOf(area) <= candidates.size) {
        for (const key of cellsOf(area)) {
          const found = candidates.get(key);
          if (found) yield found;
        }
      } else for (const found of candidates.values()) if (has(area, found.row, found.column)) yield found;
    }
  }

  private index(sheet: string): SheetIndex<T> {
    let index = this.sheets.get(sheet);
    if (!index) this.sheets.set(sheet, (index = { cells: new Map(), areas: new Map(), formulas: new Map() }));
    return index;
  }
}

const sizeOf = ({ top, left, bottom, right }: Area): number => (bottom - top + 1) * (right - left + 1);

function* cellsOf({ top, left, bottom, right }: Area): Generator<number> {
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) yield cellKey(row, column);
}

/**
 * Formulas in an order in which each comes after those it depends on.
 * @returns with those that depend on themselves marked
 */
export function inOrder<T extends Dependent>(graph: Graph<T>, formulas: Iterable<T>): { order: T[]; circular: Set<T> } {
  const set = new Map<string, Map<number, T>>();
  const all = [...formulas];
  for (const formula of all) {
    let cells = set.get(formula.sheet);
    if (!cells) set.set(formula.sheet, (cells = new Map()));
    cells.set(cellKey(formula.row, formula.column), formula);
  }
  const order: T[] = [];
  const circular = new Set<T>();
  const done = new Set<T>();
  const open = new Map<T, number>();
  for (const start of all) {
    if (done.has(start)) continue;
    // A chain of thousands of cells must not fill the call stack.
    const stack: { formula: T; rest: Iterator<T> }[] = [];
    const enter = (formula: T) => {
      open.set(formula, stack.length);
      stack.push({ formula, rest: graph.precedentsIn(formula, set) });
    };
    enter(start);
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { formula: T; rest: Iterator<T> };
      const next = top.rest.next();
      if (next.done) {
        stack.pop();
        open.delete(top.formula);
        done.add(top.formula);
        order.push(top.formula);
        continue;
      }
      const depth = open.get(next.value);
      if (depth !== undefined) for (const { formula } of stack.slice(depth)) circular.add(formula);
      else if (!done.has(next.value)) enter(next.value);
    }
  }
  return { order, circular };
}
