/** Everything else that fast-formula-parser knows: trigonometry, statistics, engineering. */
import FormulaParser from "fast-formula-parser";
import type { FormulaFunction } from "../evaluate";
import { ErrorValue, ERRORS, isError, isMatrix, type Value } from "../values";

/** Need the library's own parser or answer wrongly here: not used. */
const EXCLUDED = new Set(["WEBSERVICE", "FILTERXML", "CELL", "INFO", "RAND", "RANDBETWEEN", "AREAS"]);

const functions = new FormulaParser({}).functions;

/** A function of the library; null where it has none, or only its name. */
export function libraryFunction(name: string): FormulaFunction | null {
  const run = Object.hasOwn(functions, name) && !EXCLUDED.has(name) ? functions[name] : undefined;
  if (!run || isEmpty(run)) return null;
  return (nodes, context) => {
    const args = nodes.map((node) => {
      const value = node ? context.read(context.evaluate(node)) : null;
      return { value: isMatrix(value) ? value.map((row) => row.map(toLibrary)) : toLibrary(value), isArray: isMatrix(value), omitted: node === null }; // prettier-ignore
    });
    try {
      return fromLibrary(run(...args));
    } catch (problem) {
      return fromLibrary(problem);
    }
  };
}

/** A name without a body gives undefined for anything; a function that is there complains. */
function isEmpty(run: (...args: unknown[]) => unknown): boolean {
  try {
    return run() === undefined;
  } catch {
    return false;
  }
}

const toLibrary = (value: Value): unknown =>
  isError(value) ? (FormulaParser.FormulaError.errorMap.get(value.code) ?? FormulaParser.FormulaError.VALUE) : value;

function fromLibrary(result: unknown): Value {
  if (result instanceof FormulaParser.FormulaError)
    return new ErrorValue(result.name === "#ERROR!" ? "#VALUE!" : result.name);
  if (typeof result === "number") return Number.isFinite(result) ? result : ERRORS.num;
  if (typeof result === "string" || typeof result === "boolean") return result;
  return ERRORS.value;
}
