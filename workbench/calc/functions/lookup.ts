/** Finding values in tables, and places. */
import { type Context, isReference, type Operand, Reference } from "../evaluate";
import { compareValues, ERRORS, isError, isMatrix, mapValues, type Matrix, sizeOf, type Value } from "../values";
import { wildcard } from "./criteria";
import { type FunctionTable, numberOf, plain, textOf, values } from "./rule";

const MANY = 255;

type MatchMode = "exact" | "wildcard" | "below" | "above";

/** Position of a value in a list; -1 where there is none. "below": the last that is not greater. */
function position(list: readonly Value[], wanted: Value, mode: MatchMode, fromEnd = false): number {
  const order = fromEnd ? [...list.keys()].reverse() : [...list.keys()];
  const key = wanted ?? 0;
  const sameKind = (value: Value | undefined): value is Value =>
    value !== null && value !== undefined && !isError(value) && typeof value === typeof key;
  const pattern = mode === "wildcard" && typeof key === "string" && /[*?~]/.test(key) ? wildcard(key) : null;
  const exact = order.find((i) => {
    const value = list[i];
    if (!sameKind(value)) return false;
    return pattern ? pattern.test(String(value)) : compareValues(value, key) === 0;
  });
  if (exact !== undefined || mode === "exact" || mode === "wildcard") return exact ?? -1;
  let best = -1;
  for (const i of order) {
    const value = list[i];
    if (!sameKind(value)) continue;
    const against = compareValues(value, key);
    if (mode === "below" ? against > 0 : against < 0) continue;
    const better = best < 0 ? 1 : compareValues(value, list[best] as Value) * (mode === "below" ? 1 : -1);
    if (better > 0) best = i;
  }
  return best;
}

/** Last of the ascending run that is not greater, as VLOOKUP and MATCH search a sorted list. */
function approximate(list: readonly Value[], wanted: Value): number {
  const key = wanted ?? 0;
  let best = -1;
  list.forEach((value, i) => {
    if (value === null || isError(value) || typeof value !== typeof key) return;
    if (compareValues(value, key) <= 0) best = i;
  });
  return best;
}

const line = (matrix: Matrix): readonly Value[] =>
  matrix.length === 1 ? (matrix[0] ?? []) : matrix.map((row) => row[0] ?? null);

const isTrue = (operand: Operand | undefined, context: Context): boolean =>
  operand === undefined || numberOf(context.value(operand)) !== 0;

const byLine = (vertical: boolean) =>
  plain(3, 4, ([wanted, table, index, sorted], context) => {
    const matrix = context.matrix(table as Operand);
    const keys = vertical ? matrix.map((row) => row[0] ?? null) : (matrix[0] ?? []);
    const at = Math.trunc(numberOf(context.value(index as Operand))) - 1;
    if (at < 0) return ERRORS.value;
    const size = isReference(table) ? table.area : null;
    const { rows, columns } = sizeOf(matrix);
    const width = size ? (vertical ? size.right - size.left : size.bottom - size.top) + 1 : vertical ? columns : rows;
    if (at >= width) return ERRORS.ref;
    return mapValues([context.read(wanted as Operand)], ([value]) => {
      if (isError(value)) return value;
      const key = value as Value;
      const found = isTrue(sorted, context) ? approximate(keys, key) : position(keys, key, "wildcard");
      if (found < 0) return ERRORS.na;
      return (vertical ? matrix[found]?.[at] : matrix[at]?.[found]) ?? null;
    });
  });

/** Match modes of XLOOKUP and XMATCH. */
const MODES: Readonly<Record<string, MatchMode>> = { "0": "exact", "-1": "below", "1": "above", "2": "wildcard" };

function mode(operand: Operand | undefined, context: Context): MatchMode {
  const found = MODES[String(operand === undefined ? 0 : numberOf(context.value(operand)))];
  if (!found) throw ERRORS.value;
  return found;
}

const backwards = (operand: Operand | undefined, context: Context): boolean =>
  operand !== undefined && numberOf(context.value(operand)) < 0;

function index(args: readonly Operand[], context: Context): Operand {
  const [source, rowArg, columnArg] = args as [Operand, Operand, Operand | undefined];
  const matrix = isReference(source) ? null : context.matrix(source);
  const area = isReference(source) ? source.area : null;
  const rows = area ? area.bottom - area.top + 1 : (matrix as Matrix).length;
  const columns = area ? area.right - area.left + 1 : ((matrix as Matrix)[0]?.length ?? 0);
  let row = Math.trunc(numberOf(context.value(rowArg)));
  let column =
    columnArg === undefined ? (columns === 1 || rows > 1 ? 1 : 0) : Math.trunc(numberOf(context.value(columnArg)));
  if (columnArg === undefined && rows === 1 && columns > 1) [row, column] = [1, row];
  if (columnArg === undefined && rows > 1 && columns > 1) column = 0;
  if (row < 0 || column < 0 || row > rows || column > columns) return ERRORS.ref;
  const [top, bottom] = row === 0 ? [0, rows - 1] : [row - 1, row - 1];
  const [left, right] = column === 0 ? [0, columns - 1] : [column - 1, column - 1];
  if (area) {
    const { sheet } = source as Reference;
    return new Reference(sheet, { top: area.top + top, left: area.left + left, bottom: area.top + bottom, right: area.left + right }); // prettier-ignore
  }
  const part = (matrix as Matrix).slice(top, bottom + 1).map((cells) => cells.slice(left, right + 1));
  return part.length === 1 && part[0]?.length === 1 ? (part[0][0] ?? null) : part;
}

function offset(args: readonly Operand[], context: Context): Operand {
  const [source, rows, columns, height, width] = args;
  if (!isReference(source)) return ERRORS.value;
  const whole = (operand: Operand | undefined, absent: number) =>
    operand === undefined || operand === null ? absent : Math.trunc(numberOf(context.value(operand)));
  const { area } = source;
  const top = area.top + whole(rows, 0);
  const left = area.left + whole(columns, 0);
  const bottom = top + whole(height, area.bottom - area.top + 1) - 1;
  const right = left + whole(width, area.right - area.left + 1) - 1;
  if (top < 0 || left < 0 || bottom < top || right < left) return ERRORS.ref;
  return new Reference(source.sheet, { top, left, bottom, right });
}

/** ROW() and COLUMN(): of the argument's first cell or all of its cells, else of the formula's own. */
const place = (vertical: boolean) =>
  plain(0, 1, ([arg], context) => {
    if (arg === undefined) return (vertical ? context.place.row : context.place.column) + 1;
    if (!isReference(arg)) return ERRORS.value;
    const { top, left, bottom, right } = arg.area;
    if (vertical) {
      if (top === bottom) return top + 1;
      return Array.from({ length: Math.min(bottom - top + 1, 20_000) }, (_, i) => [top + i + 1]);
    }
    return left === right ? left + 1 : [Array.from({ length: right - left + 1 }, (_, i) => left + i + 1)];
  });

const extent = (vertical: boolean) =>
  plain(1, 1, ([arg], context) => {
    if (isReference(arg)) {
      const { top, left, bottom, right } = arg.area;
      return vertical ? bottom - top + 1 : right - left + 1;
    }
    const { rows, columns } = sizeOf(context.matrix(arg as Operand));
    return vertical ? rows : columns;
  });

export const LOOKUP: FunctionTable = {
  VLOOKUP: byLine(true),
  HLOOKUP: byLine(false),
  LOOKUP: plain(2, 3, ([wanted, keys, results], context) => {
    const matrix = context.matrix(keys as Operand);
    const byRows = sizeOf(matrix).rows >= sizeOf(matrix).columns;
    const list =
      results !== undefined ? line(matrix) : byRows ? matrix.map((row) => row[0] ?? null) : (matrix[0] ?? []);
    const target = results !== undefined ? line(context.matrix(results)) : byRows ? matrix.map((row) => row[row.length - 1] ?? null) : (matrix[matrix.length - 1] ?? []); // prettier-ignore
    const found = approximate(list, context.value(wanted as Operand));
    return found < 0 ? ERRORS.na : (target[found] ?? null);
  }),
  XLOOKUP: plain(3, 6, ([wanted, keys, results, absent, match, direction], context) => {
    const list = line(context.matrix(keys as Operand));
    const target = context.matrix(results as Operand);
    const vertical = context.matrix(keys as Operand).length > 1 || target.length > 1;
    const find = (value: Value) => position(list, value, mode(match, context), backwards(direction, context));
    const wantedValue = context.read(wanted as Operand);
    const width = vertical ? (target[0]?.length ?? 0) : target.length;
    if (!isMatrix(wantedValue) && width > 1) {
      const found = find(wantedValue);
      if (found < 0) return absent ?? ERRORS.na;
      return vertical ? [target[found] ?? []] : target.map((row) => [row[found] ?? null]);
    }
    return mapValues([wantedValue], ([value]) => {
      if (isError(value)) return value;
      const found = find(value as Value);
      if (found < 0) return absent === undefined || absent === null ? ERRORS.na : context.value(absent);
      return (vertical ? target[found]?.[0] : target[0]?.[found]) ?? null;
    });
  }),
  MATCH: plain(2, 3, ([wanted, list, kind], context) => {
    const keys = line(context.matrix(list as Operand));
    const type = kind === undefined ? 1 : numberOf(context.value(kind));
    return mapValues([context.read(wanted as Operand)], ([value]) => {
      if (isError(value)) return value;
      const key = value as Value;
      const found = type > 0 ? approximate(keys, key) : position(keys, key, type === 0 ? "wildcard" : "above");
      return found < 0 ? ERRORS.na : found + 1;
    });
  }),
  XMATCH: plain(2, 4, ([wanted, list, match, direction], context) => {
    const keys = line(context.matrix(list as Operand));
    return mapValues([context.read(wanted as Operand)], ([value]) => {
      const found = position(keys, value as Value, mode(match, context), backwards(direction, context));
      return found < 0 ? ERRORS.na : found + 1;
    });
  }),
  INDEX: plain(2, 3, index),
  OFFSET: plain(3, 5, offset),
  INDIRECT: plain(1, 2, ([address], context) => {
    const text = textOf(context.value(address as Operand));
    return context.world.resolve(text, context.place.sheet) ?? ERRORS.ref;
  }),
  ROW: place(true),
  COLUMN: place(false),
  ROWS: extent(true),
  COLUMNS: extent(false),
  TRANSPOSE: plain(1, 1, ([arg], context) => {
    const matrix = context.matrix(arg as Operand);
    return (matrix[0] ?? []).map((_, c) => matrix.map((row) => row[c] ?? null));
  }),
  FILTER: plain(2, 3, ([source, keep, absent], context) => {
    const matrix = context.matrix(source as Operand);
    const flags = context.matrix(keep as Operand);
    const wanted = (value: Value | undefined) => {
      if (isError(value)) throw value;
      return value !== undefined && value !== null && numberOf(value) !== 0;
    };
    const byRows = flags.length === matrix.length;
    const kept = byRows
      ? matrix.filter((_, r) => wanted(flags[r]?.[0]))
      : matrix.map((row) => row.filter((_, c) => wanted(flags[0]?.[c])));
    if (kept.length > 0 && (kept[0]?.length ?? 0) > 0) return kept;
    return absent === undefined ? ERRORS.value : context.read(absent);
  }),
  UNIQUE: plain(1, 1, ([source], context) => {
    const seen = new Set<string>();
    return context.matrix(source as Operand).filter((row) => {
      const key = JSON.stringify(row.map((value) => (typeof value === "string" ? value.toLowerCase() : value)));
      return !seen.has(key) && seen.add(key);
    });
  }),
  SORT: plain(1, 3, ([source, column, order], context) => {
    const at = column === undefined || column === null ? 0 : numberOf(context.value(column)) - 1;
    const sign = order === undefined ? 1 : numberOf(context.value(order));
    return [...context.matrix(source as Operand)].sort((a, b) => sign * compareValues(a[at] ?? null, b[at] ?? null));
  }),
  SEQUENCE: plain(1, 4, (args, context) => {
    const whole = (i: number) =>
      args[i] === undefined || args[i] === null ? 1 : numberOf(context.value(args[i] as Operand));
    const [rows, columns, start, step] = [whole(0), whole(1), whole(2), whole(3)];
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => start + step * (r * columns + c)),
    );
  }),
  CONCAT: plain(1, MANY, (args, context) => [...values(args, context)].map(textOf).join("")),
  TEXTJOIN: plain(3, MANY, ([separator, skipEmpty, ...rest], context) => {
    const texts = [...values(rest, context)].map(textOf);
    const kept = numberOf(context.value(skipEmpty as Operand)) !== 0 ? texts.filter((text) => text !== "") : texts;
    return kept.join(textOf(context.value(separator as Operand)));
  }),
};
