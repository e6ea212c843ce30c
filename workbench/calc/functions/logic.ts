/** Decisions and questions about values. */
import { type Context, isReference, type Operand } from "../evaluate";
import type { Node } from "../parse";
import { compareValues, ERRORS, isError, isMatrix, mapValues, toBoolean, type Value } from "../values";
import { type FunctionTable, lazy, numberOf, plain, scalar, values } from "./rule";

const MANY = 255;

const evaluate = (node: Node | null | undefined, context: Context): Operand => (node ? context.evaluate(node) : null);

/** Chooses a branch; a condition that is an array chooses value by value. */
function choose(condition: Operand, context: Context, pick: (truth: boolean) => Operand): Operand {
  const value = context.read(condition);
  if (!isMatrix(value)) {
    const truth = toBoolean(value);
    return isError(truth) ? truth : pick(truth);
  }
  const [yes, no] = [context.read(pick(true)), context.read(pick(false))];
  return mapValues([value, yes, no], ([test, a, b]) => {
    const truth = toBoolean(test as Value);
    return isError(truth) ? truth : ((truth ? a : b) as Value);
  });
}

const replacing = (isBad: (value: Value) => boolean) =>
  lazy(2, 2, ([tested, other], context) => {
    const value = context.read(evaluate(tested, context));
    if (!isMatrix(value)) return isBad(value) ? evaluate(other, context) : (value ?? 0);
    return mapValues([value, context.read(evaluate(other, context))], ([a, b]) => (isBad(a as Value) ? b : a) as Value);
  });

/** Truths of arguments; texts and blanks in ranges do not count. @throws ErrorValue */
function truths(args: readonly Operand[], context: Context): boolean[] {
  const found: boolean[] = [];
  for (const arg of args) {
    const written = !isReference(arg) && !isMatrix(arg);
    for (const value of values([arg], context)) {
      if (isError(value)) throw value;
      if (typeof value === "boolean" || typeof value === "number") found.push(Boolean(value));
      else if (written) {
        const truth = toBoolean(value);
        if (isError(truth)) throw truth;
        found.push(truth);
      }
    }
  }
  if (found.length === 0) throw ERRORS.value;
  return found;
}

/** A question about each value, errors too. */
const ask = (question: (value: Value) => boolean) =>
  plain(1, 1, ([arg], context) => mapValues([context.read(arg as Operand)], ([value]) => question(value as Value)));

const isNa = (value: Value) => isError(value) && value.code === "#N/A";

export const LOGIC: FunctionTable = {
  IF: lazy(2, 3, ([test, yes, no], context) =>
    choose(evaluate(test, context), context, (truth) =>
      truth ? (yes ? context.evaluate(yes) : 0) : no === undefined ? false : no ? context.evaluate(no) : 0,
    ),
  ),
  IFS: lazy(2, MANY, (nodes, context) => {
    for (let i = 0; i + 1 < nodes.length; i += 2) {
      const truth = toBoolean(context.value(evaluate(nodes[i], context)));
      if (isError(truth)) return truth;
      if (truth) return evaluate(nodes[i + 1], context);
    }
    return ERRORS.na;
  }),
  SWITCH: lazy(3, MANY, ([tested, ...rest], context) => {
    const value = context.value(evaluate(tested, context));
    if (isError(value)) return value;
    for (let i = 0; i + 1 < rest.length; i += 2) {
      const candidate = context.value(evaluate(rest[i], context));
      if (!isError(candidate) && compareValues(value, candidate) === 0) return evaluate(rest[i + 1], context);
    }
    return rest.length % 2 === 1 ? evaluate(rest[rest.length - 1], context) : ERRORS.na;
  }),
  CHOOSE: lazy(2, MANY, ([index, ...rest], context) => {
    const at = Math.trunc(numberOf(context.value(evaluate(index, context))));
    return at >= 1 && at <= rest.length ? evaluate(rest[at - 1], context) : ERRORS.value;
  }),
  LET: lazy(3, MANY, (nodes, context) => {
    let scope = context;
    for (let i = 0; i + 1 < nodes.length; i += 2) {
      const name = nodes[i];
      if (name?.kind !== "name") return ERRORS.value;
      scope = scope.with(name.name, evaluate(nodes[i + 1], scope));
    }
    return evaluate(nodes[nodes.length - 1], scope);
  }),
  IFERROR: replacing(isError),
  IFNA: replacing(isNa),
  AND: plain(1, MANY, (args, context) => truths(args, context).every(Boolean)),
  OR: plain(1, MANY, (args, context) => truths(args, context).some(Boolean)),
  XOR: plain(1, MANY, (args, context) => truths(args, context).filter(Boolean).length % 2 === 1),
  NOT: scalar(1, 1, (args) => {
    const truth = toBoolean(args.raw(0));
    return isError(truth) ? truth : !truth;
  }),
  TRUE: lazy(0, 0, () => true),
  FALSE: lazy(0, 0, () => false),
  NA: lazy(0, 0, () => ERRORS.na),
  ISBLANK: ask((value) => value === null),
  ISNUMBER: ask((value) => typeof value === "number"),
  ISTEXT: ask((value) => typeof value === "string"),
  ISNONTEXT: ask((value) => typeof value !== "string"),
  ISLOGICAL: ask((value) => typeof value === "boolean"),
  ISERROR: ask(isError),
  ISERR: ask((value) => isError(value) && !isNa(value)),
  ISNA: ask(isNa),
  ISREF: plain(1, 1, ([arg]) => isReference(arg)),
  N: scalar(1, 1, (args) => {
    const value = args.raw(0);
    return typeof value === "number" ? value : value === true ? 1 : 0;
  }),
  T: scalar(1, 1, (args) => {
    const value = args.raw(0);
    return typeof value === "string" ? value : "";
  }),
};
