/** References to sheets that were renamed or deleted, in every formula of the package. */
import type { SavePackage } from "./package";
import { rewriteFormulas } from "./formulas";

const REFERENCE =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|((?:[\p{L}_][\p{L}\p{N}_.]*)))!(#REF!|\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+|[\p{L}_][\p{L}\p{N}_.]*)/gu;

/** @param names old name → new name, null for a sheet that is gone */
export function renameSheets(file: SavePackage, names: ReadonlyMap<string, string | null>): void {
  if (names.size === 0) return;
  const byKey = new Map([...names].map(([old, now]) => [old.toLowerCase(), now]));
  rewriteFormulas(file, (formula) => (formula.includes("!") ? renameInFormula(formula, byKey) : formula));
}

/** @param names by small letters */
export function renameInFormula(formula: string, names: ReadonlyMap<string, string | null>): string {
  return formula.replace(REFERENCE, (whole: string, quoted?: string, plain?: string, rest?: string) => {
    const name = quoted?.replace(/''/g, "'") ?? plain;
    const now = name === undefined ? undefined : names.get(name.toLowerCase());
    if (now === undefined) return whole;
    return now === null ? "#REF!" : `${quoteSheetName(now)}!${rest}`;
  });
}

/** Always in quotes: that is right for every name. */
export function quoteSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
