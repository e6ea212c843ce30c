/** Sums, counts and rounding. */
import { type Context, isReference, type Operand, Reference } from "../evaluate";
import { ERRORS, isError, isMatrix, mapValues, type Value } from "../values";
import { criterion } from "./criteria";
import { type FunctionTable, numberOf, numbers, plain, scalar, values } from "./rule";

const MANY = 255;

/** Rounds on the decimal digits that a person sees: 1.005 to two places is 1.01. */
export function roundTo(value: number, places: number, how: (scaled: number) => number): number {
  const size = Math.abs(value);
  const scaled = Number(`${Number(size.toPrecision(15))}e${places}`);
  const shifted = Number.isFinite(scaled) ? scaled : size * 10 ** places;
  const rounded = how(Number(shifted.toPrecision(15)));
  const result = Number(`${rounded}e${-places}`);
  return Math.sign(value) * (Number.isFinite(result) ? result : rounded / 10 ** places);
}

const aggregate = (run: (list: number[]) => Value) =>
  plain(1, MANY, (args, context) => run([...numbers(args, context)]));

const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0);
const mean = (list: readonly number[]) => (list.length === 0 ? ERRORS.div0 : sum(list) / list.length);
const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);

function variance(list: readonly number[], less: number): Value {
  if (list.length <= less) return ERRORS.div0;
  const middle = sum(list) / list.length;
  return sum(list.map((n) => (n - middle) ** 2)) / (list.length - less);
}

const root = (value: Value): Value => (typeof value === "number" ? Math.sqrt(value) : value);

function quantile(list: readonly number[], share: number): Value {
  if (list.length === 0 || share < 0 || share > 1) return ERRORS.num;
  const ordered = sorted(list);
  const at = (ordered.length - 1) * share;
  const low = ordered[Math.floor(at)] as number;
  return low + ((ordered[Math.ceil(at)] as number) - low) * (at % 1);
}

function median(list: readonly number[]): Value {
  return list.length === 0 ? ERRORS.num : quantile(list, 0.5);
}

const nth = (fromLargest: boolean) =>
  plain(2, 2, (args, context) => {
    const ordered = sorted([...numbers([args[0] as Operand], context)]);
    return mapValues([context.read(args[1] as Operand)], ([k]) => {
      const index = Math.ceil(numberOf(k as Value));
      return ordered[fromLargest ? ordered.length - index : index - 1] ?? ERRORS.num;
    });
  });

const rank = (shared: boolean) =>
  plain(2, 3, (args, context) => {
    const list = [...numbers([args[1] as Operand], context)];
    const up = args[2] !== undefined && numberOf(context.value(args[2])) !== 0;
    return mapValues([context.read(args[0] as Operand)], ([value]) => {
      const own = numberOf(value as Value);
      if (!list.includes(own)) return ERRORS.na;
      const before = list.filter((n) => (up ? n < own : n > own)).length + 1;
      const same = list.filter((n) => n === own).length;
      return shared ? before + (same - 1) / 2 : before;
    });
  });

/** Values of the rows and columns where every condition holds. */
function* matching(args: readonly Operand[], from: number, of: Operand, context: Context): Generator<Value> {
  const target = context.matrix(of);
  const conditions: { area: ReturnType<Context["matrix"]>; holds: (value: Value) => boolean }[] = [];
  for (let i = from; i + 1 < args.length; i += 2) {
    conditions.push({
      area: context.matrix(args[i] as Operand),
      holds: criterion(context.value(args[i + 1] as Operand)),
    });
  }
  const first = conditions[0]?.area ?? [];
  const height = Math.max(first.length, ...conditions.map((c) => c.area.length));
  const width = Math.max(0, ...conditions.map((c) => c.area[0]?.length ?? 0));
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      if (conditions.every(({ area, holds }) => holds(area[r]?.[c] ?? null))) yield target[r]?.[c] ?? null;
    }
  }
}

function numbersOf(found: Iterable<Value>): number[] {
  const list: number[] = [];
  for (const value of found) {
    if (isError(value)) throw value;
    if (typeof value === "number") list.push(value);
  }
  return list;
}

/** SUMIFS(sum range, range, condition …). */
const ifs = (run: (list: number[]) => Value) =>
  plain(3, MANY, (args, context) => run(numbersOf(matching(args, 1, args[0] as Operand, context))));

/** SUMIF(range, condition, [sum range]): the sum range takes the size of the range. */
const conditional = (run: (list: number[]) => Value) =>
  plain(2, 3, (args, context) =>
    run(numbersOf(matching([args[0] as Operand, args[1] as Operand], 0, sumRange(args), context))),
  );

function sumRange(args: readonly Operand[]): Operand {
  const [range, , target] = args;
  if (!isReference(range) || !isReference(target)) return (target ?? range) as Operand;
  const { top, left, bottom, right } = range.area;
  const at = target.area;
  return new Reference(target.sheet, {
    top: at.top,
    left: at.left,
    bottom: at.top + bottom - top,
    right: at.left + right - left,
  });
}

/** Function numbers of SUBTOTAL; from 101 hidden rows do not count. */
const SUBTOTALS: Readonly<Record<number, (list: number[], all: Value[]) => Value>> = {
  1: mean,
  2: (list) => list.length,
  3: (_, all) => all.filter((value) => value !== null).length,
  4: (list) => (list.length === 0 ? 0 : Math.max(...list)),
  5: (list) => (list.length === 0 ? 0 : Math.min(...list)),
  6: (list) => list.reduce((a, b) => a * b, 1),
  7: (list) => root(variance(list, 1)),
  8: (list) => root(variance(list, 0)),
  9: sum,
  10: (list) => variance(list, 1),
  11: (list) => variance(list, 0),
};

const extreme = (pick: (list: number[]) => number) => aggregate((list) => (list.length === 0 ? 0 : pick(list)));
const largest = (list: readonly number[]) => list.reduce((a, b) => Math.max(a, b));
const smallest = (list: readonly number[]) => list.reduce((a, b) => Math.min(a, b));

export const MATH: FunctionTable = {
  SUM: aggregate(sum),
  PRODUCT: aggregate((list) => (list.length === 0 ? 0 : list.reduce((a, b) => a * b, 1))),
  AVERAGE: aggregate(mean),
  MAX: extreme(largest),
  MIN: extreme(smallest),
  MEDIAN: aggregate(median),
  "STDEV.S": aggregate((list) => root(variance(list, 1))),
  "STDEV.P": aggregate((list) => root(variance(list, 0))),
  STDEV: aggregate((list) => root(variance(list, 1))),
  STDEVP: aggregate((list) => root(variance(list, 0))),
  "VAR.S": aggregate((list) => variance(list, 1)),
  "VAR.P": aggregate((list) => variance(list, 0)),
  VAR: aggregate((list) => variance(list, 1)),
  VARP: aggregate((list) => variance(list, 0)),
  COUNT: plain(1, MANY, (args, context) => {
    let count = 0;
    for (const arg of args) {
      const value = context.read(arg);
      if (isMatrix(value)) count += value.flat().filter((v) => typeof v === "number").length;
      else if (typeof value === "number" || (!isReference(arg) && typeof value === "boolean")) count += 1;
    }
    return count;
  }),
  COUNTA: plain(1, MANY, (args, context) => [...values(args, context)].filter((value) => value !== null).length),
  COUNTBLANK: plain(1, 1, (args, context) => {
    const [arg] = args;
    const seen = [...values(args, context)].filter((value) => value !== null && value !== "").length;
    const { top, left, bottom, right } = isReference(arg) ? arg.area : { top: 0, left: 0, bottom: 0, right: 0 };
    return (bottom - top + 1) * (right - left + 1) - seen;
  }),
  LARGE: nth(true),
  SMALL: nth(false),
  RANK: rank(false),
  "RANK.EQ": rank(false),
  "RANK.AVG": rank(true),
  "PERCENTILE.INC": plain(2, 2, (args, context) => quantile([...numbers([args[0] as Operand], context)], numberOf(context.value(args[1] as Operand)))), // prettier-ignore
  "QUARTILE.INC": plain(2, 2, (args, context) => quantile([...numbers([args[0] as Operand], context)], Math.trunc(numberOf(context.value(args[1] as Operand))) / 4)), // prettier-ignore
  COUNTIF: plain(2, 2, (args, context) => {
    const conditions = context.read(args[1] as Operand);
    const list = [...values([args[0] as Operand], context)];
    return mapValues([conditions], ([condition]) => list.filter(criterion(condition as Value)).length);
  }),
  COUNTIFS: plain(2, MANY, (args, context) => [...matching(args, 0, args[0] as Operand, context)].length),
  SUMIF: conditional(sum),
  SUMIFS: ifs(sum),
  AVERAGEIF: conditional(mean),
  AVERAGEIFS: ifs(mean),
  MAXIFS: ifs((list) => (list.length === 0 ? 0 : largest(list))),
  MINIFS: ifs((list) => (list.length === 0 ? 0 : smallest(list))),
  SUMPRODUCT: plain(1, MANY, (args, context) => {
    const arrays = args.map((arg) => context.matrix(arg));
    const [first] = arrays;
    if (!first || arrays.some((a) => a.length !== first.length || a[0]?.length !== first[0]?.length))
      return ERRORS.value;
    let total = 0;
    first.forEach((row, r) =>
      row.forEach((_, c) => {
        const factors = arrays.map((array) => array[r]?.[c] ?? null);
        const error = factors.find(isError);
        if (error) throw error;
        total += factors.reduce<number>((a, b) => a * (typeof b === "number" ? b : 0), 1);
      }),
    );
    return total;
  }),
  SUBTOTAL: plain(2, MANY, ([code, ...args], context) => {
    const number = Math.trunc(numberOf(context.value(code as Operand)));
    const run = SUBTOTALS[number % 100];
    if (!run) return ERRORS.value;
    const found: Value[] = [];
    for (const arg of args) {
      if (!isReference(arg)) return ERRORS.value;
      context.matrix(arg).forEach((row, i) => {
        if (number > 100 && context.world.hiddenRow(arg.sheet, arg.area.top + i)) return;
        // Subtotals inside do not count twice.
        row.forEach((value, j) => {
          if (!context.world.holdsSubtotal(arg.sheet, arg.area.top + i, arg.area.left + j)) found.push(value);
        });
      });
    }
    return run(numbersOf(found), found);
  }),
  ROUND: scalar(2, 2, (args) => roundTo(args.number(0), args.whole(1), Math.round)),
  ROUNDUP: scalar(2, 2, (args) => roundTo(args.number(0), args.whole(1), Math.ceil)),
  ROUNDDOWN: scalar(2, 2, (args) => roundTo(args.number(0), args.whole(1), Math.floor)),
  TRUNC: scalar(1, 2, (args) => roundTo(args.number(0), args.whole(1, 0), Math.floor)),
  INT: scalar(1, 1, (args) => Math.floor(Number(args.number(0).toPrecision(15)))),
  ABS: scalar(1, 1, (args) => Math.abs(args.number(0))),
  SQRT: scalar(1, 1, (args) => (args.number(0) < 0 ? ERRORS.num : Math.sqrt(args.number(0)))),
  POWER: scalar(2, 2, (args) => args.number(0) ** args.number(1)),
  MOD: scalar(2, 2, (args) => {
    const [n, d] = [args.number(0), args.number(1)];
    return d === 0 ? ERRORS.div0 : n - d * Math.floor(n / d);
  }),
};
