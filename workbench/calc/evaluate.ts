/** A tree → its value, with whatever cells and names the world gives. */
import type { Area } from "./area";
import type { Node } from "./parse";
import {
  compareValues,
  ERRORS,
  ErrorValue,
  isError,
  isMatrix,
  mapValues,
  type Matrix,
  toNumber,
  toText,
  type Value,
} from "./values";

/** A place in the workbook that has not been read yet. */
export class Reference {
  constructor(
    /** Key of the sheet for the world. */
    readonly sheet: string,
    readonly area: Area,
  ) {}
}

export type Operand = Value | Matrix | Reference;

export const isReference = (value: unknown): value is Reference => value instanceof Reference;

/** A function: its arguments as they are written, so that it may leave some unread. */
export type FormulaFunction = (args: readonly (Node | null)[], context: Context) => Operand;

/** What a formula can ask of the workbook. */
export interface World {
  /** Sheet by its name; null: there is none. */
  sheet(name: string): string | null;
  /** Values of an area; it may end where the sheet's content ends. */
  read(reference: Reference): Matrix;
  /** Value of a name: where it stands for a place, its reference. null: there is no such name. */
  name(name: string, sheet: string): Operand | null;
  /** The area that an array formula fills from its first cell. */
  spilled(reference: Reference): Reference;
  hiddenRow(sheet: string, row: number): boolean;
  holdsSubtotal(sheet: string, row: number, column: number): boolean;
  find(name: string): FormulaFunction | null;
  /** A reference that a text spells out. */
  resolve(address: string, sheet: string): Reference | null;
  /** Today and now as a serial number. */
  now(): number;
}

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Evaluation of one formula in its cell. */
export class Context {
  constructor(
    readonly world: World,
    readonly place: Place,
    private readonly variables: ReadonlyMap<string, Operand> = new Map(),
  ) {}

  /** The same with more names (LET). */
  with(name: string, value: Operand): Context {
    return new Context(this.world, this.place, new Map([...this.variables, [name.toLowerCase(), value]]));
  }

  evaluate(node: Node): Operand {
    switch (node.kind) {
      case "value":
        return node.value;
      case "array":
        return node.rows;
      case "area": {
        const sheet = node.sheet === null ? this.place.sheet : this.world.sheet(node.sheet);
        if (sheet === null) return ERRORS.ref;
        const reference = new Reference(sheet, node.area);
        return node.spill ? this.world.spilled(reference) : reference;
      }
      case "name": {
        const own = node.sheet === null ? this.variables.get(node.name.toLowerCase()) : undefined;
        if (own !== undefined) return own;
        const sheet = node.sheet === null ? this.place.sheet : this.world.sheet(node.sheet);
        return (sheet === null ? null : this.world.name(node.name, sheet)) ?? ERRORS.name;
      }
      case "call":
        return this.world.find(node.name)?.(node.args, this) ?? ERRORS.name;
      case "unary":
        return this.unary(node.operator, this.evaluate(node.node));
      case "binary":
        return mapValues([this.read(this.evaluate(node.left)), this.read(this.evaluate(node.right))], ([a, b]) =>
          applyOperator(node.operator, a as Value, b as Value),
        );
    }
  }

  private unary(operator: "+" | "-" | "%" | "@", operand: Operand): Operand {
    if (operator === "+") return operand;
    if (operator === "@") return this.intersect(operand);
    return mapValues([this.read(operand)], ([value]) => {
      const number = toNumber(value as Value);
      if (isError(number)) return number;
      return operator === "-" ? 0 - number : number / 100;
    });
  }

  /** The cell of a range that lies in the formula's own row or column. */
  intersect(operand: Operand): Value {
    if (!isReference(operand)) return isMatrix(operand) ? (operand[0]?.[0] ?? null) : operand;
    const { top, left, bottom, right } = operand.area;
    const { row, column } = this.place;
    const r = top === bottom ? top : row >= top && row <= bottom ? row : -1;
    const c = left === right ? left : column >= left && column <= right ? column : -1;
    if (r < 0 || c < 0) return ERRORS.value;
    return this.value(new Reference(operand.sheet, { top: r, left: c, bottom: r, right: c }));
  }

  /** Value or array behind an operand; a single cell gives its value. */
  read(operand: Operand): Value | Matrix {
    if (!isReference(operand)) return operand;
    const { top, left, bottom, right } = operand.area;
    const matrix = this.world.read(operand);
    if (top === bottom && left === right) return matrix[0]?.[0] ?? null;
    return matrix;
  }

  /** Array behind an operand; a value becomes an array of one. */
  matrix(operand: Operand): Matrix {
    const value = this.read(operand);
    return isMatrix(value) ? value : [[value]];
  }

  /** First value behind an operand. */
  value(operand: Operand): Value {
    const value = this.read(operand);
    return isMatrix(value) ? (value[0]?.[0] ?? null) : value;
  }
}

function applyOperator(operator: string, a: Value, b: Value): Value {
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (operator === "&") return `${toText(a) as string}${toText(b) as string}`;
  const compare = COMPARISONS[operator];
  if (compare) return compare(compareValues(a, b));
  const x = toNumber(a);
  const y = toNumber(b);
  if (isError(x)) return x;
  if (isError(y)) return y;
  return finite(arithmetic(operator, x, y));
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

function arithmetic(operator: string, x: number, y: number): number | ErrorValue {
  switch (operator) {
    case "+":
      return settle(x + y, x);
    case "-":
      return settle(x - y, x);
    case "*":
      return x * y;
    case "/":
      return y === 0 ? ERRORS.div0 : x / y;
    default:
      return x === 0 && y === 0 ? ERRORS.num : x ** y;
  }
}

/** Excel takes what is left beyond the fifteenth digit of a sum for nothing: 1.1-1-0.1 is 0 there. */
function settle(sum: number, part: number): number {
  return Math.abs(sum) < Math.abs(part) * 1e-15 ? 0 : sum;
}

export function finite(value: number | ErrorValue): number | ErrorValue {
  return typeof value === "number" && !Number.isFinite(value) ? ERRORS.num : value;
}
