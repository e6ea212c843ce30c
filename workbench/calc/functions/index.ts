/** All functions by name. */
import type { FormulaFunction } from "../evaluate";
import { DATES } from "./dates";
import { libraryFunction } from "./library";
import { LOGIC } from "./logic";
import { LOOKUP } from "./lookup";
import { MATH } from "./math";
import { TEXT } from "./text";

const OWN = new Map(Object.entries({ ...MATH, ...LOGIC, ...LOOKUP, ...TEXT, ...DATES }));

/** Names of the functions written here. */
export const OWN_NAMES: readonly string[] = [...OWN.keys()];

/** A function by its name in capitals; null: nobody knows it. */
export function findFunction(name: string): FormulaFunction | null {
  return OWN.get(name) ?? libraryFunction(name);
}

/** Functions whose result can change although nothing that they name does. */
export const VOLATILE = new Set(["TODAY", "NOW", "INDIRECT", "OFFSET"]);
