/** The formula engine of the workbench: works out what changed and everything that depends on it, in order. */
import type { Calculator, CellPlace, Result } from "../model/calculator";
import type { CellValue } from "../model/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { Context, type Operand } from "./evaluate";
import { findFunction, VOLATILE } from "./functions";
import { type Dependent, Graph, inOrder, type Precedent } from "./graph";
import { type Node, parseFormula, SyntaxProblem } from "./parse";
import { mentionsOf } from "./precedents";
import { plainReferences } from "./structured";
import { ERRORS, isError, isMatrix, type Value } from "./values";
import { BookWorld, BUSY, Busy } from "./world";

interface Entry extends Dependent {
  readonly text: string;
  /** null: the formula cannot be read, or calls a function that nobody knows. */
  readonly tree: Node | null;
  readonly volatile: boolean;
}

/** Now as a serial number, local time. */
function clock(): number {
  const now = new Date();
  return (now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000 + 25_569;
}

export class FormulaEngine implements Calculator {
  private readonly graph = new Graph<Entry>();
  private built = false;

  /** @param now serial number of this moment, for TODAY and NOW */
  constructor(private readonly now: () => number = clock) {}

  structureChanged(): void {
    this.graph.clear();
    this.built = false;
  }

  recalculate(book: Workbook, changed: readonly CellPlace[] | "all"): void {
    if (!this.built) this.build(book);
    else if (changed !== "all") for (const place of changed) this.refresh(book, place);
    const dirty = changed === "all" ? new Set(this.graph.all()) : this.dependents(changed);
    const { order, circular } = inOrder(this.graph, dirty);
    const world = new BookWorld(book, this.now);
    for (const entry of order) {
      const sheet = book.findSheet(entry.sheet);
      if (!sheet) continue;
      const result = circular.has(entry) ? 0 : this.result(entry, world, sheet);
      const cell = sheet.cell(entry.row, entry.column);
      if (cell?.formula === entry.text) book.setResult({ sheet, row: entry.row, column: entry.column }, result);
    }
  }

  private build(book: Workbook): void {
    this.built = true;
    for (const sheet of book.sheets) {
      for (const [row, column, cell] of sheet.cells()) {
        if (cell.formula !== null) this.graph.add(this.entry(book, sheet, row, column, cell.formula));
      }
    }
  }

  private refresh(book: Workbook, { sheet, row, column }: CellPlace): void {
    const known = this.graph.at(sheet.id, row, column);
    const formula = sheet.cell(row, column)?.formula ?? null;
    // The same text may mean something else once a name or a table has come.
    if (known) this.graph.remove(known);
    if (formula !== null) this.graph.add(this.entry(book, sheet, row, column, formula));
  }

  private entry(book: Workbook, sheet: Sheet, row: number, column: number, text: string): Entry {
    const place = { sheet: sheet.id, row, column, text };
    const plain = plainReferences(book, sheet, row, column, text);
    const tree = plain === null ? null : parsed(plain);
    if (!tree) return { ...place, tree: null, precedents: [], volatile: false };
    const { places, names, functions } = mentionsOf(tree);
    const precedents: Precedent[] = [];
    for (const { sheet: name, area } of places) {
      const target = name === null ? sheet : book.findSheet(name);
      if (target) precedents.push({ sheet: target.id, area });
    }
    for (const { sheet: name, name: word } of names) {
      const target = name === null ? sheet : (book.findSheet(name) ?? null);
      const found = book.find(word, target);
      if (found) precedents.push({ sheet: found.sheet.id, area: found.area });
    }
    const known = [...functions].every((name) => book.customFunctions?.has(name) || findFunction(name) !== null);
    const volatile = [...functions].some((name) => VOLATILE.has(name));
    return { ...place, tree: known ? tree : null, precedents, volatile };
  }

  /** The formulas in these cells, all that depend on them, and those that depend on the clock or on texts. */
  private dependents(changed: readonly CellPlace[]): Set<Entry> {
    const dirty = new Set<Entry>();
    const queue: { sheet: string; row: number; column: number }[] = [];
    const add = (entry: Entry) => {
      if (dirty.has(entry)) return;
      dirty.add(entry);
      queue.push(entry);
    };
    for (const { sheet, row, column } of changed) {
      const own = this.graph.at(sheet.id, row, column);
      if (own) add(own);
      else queue.push({ sheet: sheet.id, row, column });
    }
    for (const entry of this.graph.all()) if (entry.volatile) add(entry);
    for (let place = queue.pop(); place; place = queue.pop()) {
      for (const user of this.graph.usersOf(place.sheet, place.row, place.column)) add(user);
    }
    return dirty;
  }

  private result({ tree, row, column }: Entry, world: BookWorld, sheet: Sheet): Result {
    // Nobody here can work it out: what Excel had worked out stays, as long as there is something.
    if (!tree) return keptValue(sheet.value(row, column));
    try {
      const context = new Context(world, { sheet: sheet.id, row, column });
      return toResult(context.read(context.evaluate(tree)));
    } catch (problem) {
      if (problem instanceof Busy) return BUSY;
      if (problem instanceof RangeError) return ERRORS.num.code;
      throw problem;
    }
  }
}

function parsed(formula: string): Node | null {
  try {
    return parseFormula(formula);
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return null;
    throw problem;
  }
}

const keptValue = (value: CellValue): CellValue => (value === "" ? ERRORS.name.code : value);

function toResult(operand: Operand): Result {
  const cell = (value: Value): CellValue => (value === null ? 0 : isError(value) ? value.code : value);
  if (isMatrix(operand)) {
    const rows = operand.map((row) => row.map(cell));
    return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] as CellValue) : rows;
  }
  return cell(operand as Value);
}
