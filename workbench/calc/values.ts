/** Values of formulas and how Excel turns one kind into another. */

/** "#N/A", "#DIV/0!" … */
export class ErrorValue {
  constructor(readonly code: string) {}
}

export const ERRORS = {
  null: new ErrorValue("#NULL!"),
  div0: new ErrorValue("#DIV/0!"),
  value: new ErrorValue("#VALUE!"),
  ref: new ErrorValue("#REF!"),
  name: new ErrorValue("#NAME?"),
  num: new ErrorValue("#NUM!"),
  na: new ErrorValue("#N/A"),
} as const;

/** null is a blank cell or an omitted argument. */
export type Value = number | string | boolean | null | ErrorValue;
export type Matrix = readonly (readonly Value[])[];

export const isMatrix = (value: unknown): value is Matrix => Array.isArray(value);
export const isError = (value: unknown): value is ErrorValue => value instanceof ErrorValue;

/** Text as a number, as Excel reads it in arithmetic; null where it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.normalize("NFKC").trim().replace(/^¥/, "");
  const match = /^([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?)(%?)$/.exec(plain);
  if (!match || !/\d/.test(match[2] as string)) return null;
  const number = Number((match[2] as string).replace(/,/g, "")) * (match[1] === "-" ? -1 : 1);
  return match[3] ? number / 100 : number;
}

export function toNumber(value: Value): number | ErrorValue {
  if (typeof value === "number" || isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return parseNumber(value) ?? ERRORS.value;
}

export function toText(value: Value): string | ErrorValue {
  if (typeof value === "string" || isError(value)) return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return numberToText(value);
}

/** 15 significant digits, as Excel joins a number to a text. */
export function numberToText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const size = Math.abs(rounded);
  if (rounded !== 0 && (size >= 1e21 || size < 1e-9)) {
    return rounded
      .toExponential()
      .toUpperCase()
      .replace(/E([+-])(\d)$/, "E$10$2");
  }
  return String(rounded);
}

export function toBoolean(value: Value): boolean | ErrorValue {
  if (typeof value === "boolean" || isError(value)) return value;
  if (value === null) return false;
  if (typeof value === "number") return value !== 0;
  if (/^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : ERRORS.value;
}

const RANK = { number: 0, string: 1, boolean: 2 } as const;

/** Order of two values: numbers before texts before logical ones, texts without regard to case. Errors are not for here. */
export function compareValues(a: Value, b: Value): number {
  const [x, y] = [blankLike(a, b), blankLike(b, a)];
  if (typeof x !== typeof y) return RANK[typeof x as keyof typeof RANK] - RANK[typeof y as keyof typeof RANK];
  if (typeof x === "string") {
    const [s, t] = [x.toLowerCase(), (y as string).toLowerCase()];
    return s < t ? -1 : s > t ? 1 : 0;
  }
  return compareNumbers(Number(x), Number(y));
}

/** Excel compares fifteen digits: 0.1+0.2 equals 0.3. */
function compareNumbers(x: number, y: number): number {
  if (Math.abs(x - y) > Math.abs(x) * 1e-13) return x - y;
  return Number(x.toPrecision(15)) - Number(y.toPrecision(15));
}

/** A blank equals 0, "" and FALSE. */
function blankLike(value: Value, other: Value): Exclude<Value, null> {
  if (value !== null) return value;
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

/** Rows and columns of a value seen as an array. */
export function sizeOf(matrix: Matrix): { rows: number; columns: number } {
  return { rows: matrix.length, columns: matrix[0]?.length ?? 0 };
}

/** Value by value over arrays of any shape: single rows, columns and values repeat, what is missing is #N/A. */
export function mapValues(args: readonly (Value | Matrix)[], run: (values: Value[]) => Value): Value | Matrix {
  const matrices = args.filter(isMatrix);
  if (matrices.length === 0) return run(args as Value[]);
  const rows = Math.max(...matrices.map((m) => m.length));
  const columns = Math.max(...matrices.map((m) => m[0]?.length ?? 0));
  const at = (arg: Value | Matrix, r: number, c: number): Value => {
    if (!isMatrix(arg)) return arg;
    const size = sizeOf(arg);
    const value = arg[size.rows === 1 ? 0 : r]?.[size.columns === 1 ? 0 : c];
    return value === undefined ? ERRORS.na : value;
  };
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => run(args.map((arg) => at(arg, r, c)))),
  );
}
