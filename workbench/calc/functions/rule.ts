/** How functions are written down: one entry per name, arguments read the way Excel reads them. */
import { type Context, type FormulaFunction, isReference, type Operand } from "../evaluate";
import type { Node } from "../parse";
import { ERRORS, ErrorValue, isError, isMatrix, mapValues, type Matrix, toNumber, toText, type Value } from "../values";

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

/** Arguments by their number; a wrong number is an error of the formula. */
function counted(min: number, max: number, run: FormulaFunction): FormulaFunction {
  return (args, context) => (args.length < min || args.length > max ? ERRORS.value : run(args, context));
}

/** For each value of its arguments; errors pass through. undefined: the argument was left out. */
export function scalar(min: number, max: number, run: (args: Values) => Value): FormulaFunction {
  return counted(min, max, (nodes, context) => {
    const operands = nodes.map((node) => (node ? context.read(context.evaluate(node)) : null));
    return mapValues(operands, (values) => {
      const error = values.find(isError);
      return error ?? attempt(() => run(new Values(values)));
    });
  });
}

/** Arguments worked out, references not read yet. */
export function plain(
  min: number,
  max: number,
  run: (args: readonly Operand[], context: Context) => Operand,
): FormulaFunction {
  return counted(min, max, (nodes, context) =>
    attempt(() =>
      run(
        nodes.map((node) => (node ? context.evaluate(node) : null)),
        context,
      ),
    ),
  );
}

/** Arguments as they are written. */
export function lazy(
  min: number,
  max: number,
  run: (nodes: readonly (Node | null)[], context: Context) => Operand,
): FormulaFunction {
  return counted(min, max, (nodes, context) => attempt(() => run(nodes, context)));
}

/** A function leaves by throwing the error it gives. */
function attempt<T>(run: () => T): T | ErrorValue {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof ErrorValue) return problem;
    throw problem;
  }
}

/** The arguments of a scalar function. */
export class Values {
  constructor(private readonly values: readonly Value[]) {}

  get length(): number {
    return this.values.length;
  }

  raw(index: number): Value {
    return this.values[index] ?? null;
  }

  /** @throws ErrorValue */
  number(index: number, absent?: number): number {
    if (absent !== undefined && index >= this.values.length) return absent;
    return numberOf(this.raw(index));
  }

  whole(index: number, absent?: number): number {
    return Math.trunc(this.number(index, absent));
  }

  text(index: number, absent = ""): string {
    return index >= this.values.length ? absent : textOf(this.raw(index));
  }
}

/** @throws ErrorValue */
export function numberOf(value: Value): number {
  const number = toNumber(value);
  if (isError(number)) throw number;
  return number;
}

/** @throws ErrorValue */
export function textOf(value: Value): string {
  const text = toText(value);
  if (isError(text)) throw text;
  return text;
}

/**
 * Numbers of arguments as SUM counts them: in ranges and arrays only numbers, written arguments are converted.
 * @throws ErrorValue of the first error
 */
export function* numbers(args: readonly Operand[], context: Context): Generator<number> {
  for (const arg of args) {
    const value = context.read(arg);
    if (!isMatrix(value)) {
      if (isError(value)) throw value;
      if (!isReference(arg)) yield numberOf(value);
      else if (typeof value === "number") yield value;
      continue;
    }
    for (const row of value) {
      for (const cell of row) {
        if (isError(cell)) throw cell;
        if (typeof cell === "number") yield cell;
      }
    }
  }
}

/** All values of arguments, row by row. */
export function* values(args: readonly Operand[], context: Context): Generator<Value> {
  for (const arg of args) for (const row of context.matrix(arg)) yield* row;
}

export const flat = (matrix: Matrix): Value[] => matrix.flat();
