/** References to sheets that were renamed or deleted, in every formula of the package. */
import type { SavePackage } from "./package";
import { decode, encodeText } from "./tree";

/** Elements that hold a formula: cells, names, validations, conditional formats, charts, tables. */
const FORMULA =
  /<((?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName|calculatedColumnFormula|totalsRowFormula))(\s(?:[^>"']|"[^"]*"|'[^']*')*)?>([^<]+)<\/\1>/g;
const REFERENCE =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|((?:[\p{L}_][\p{L}\p{N}_.]*)))!(#REF!|\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+|[\p{L}_][\p{L}\p{N}_.]*)/gu;

/** @param names old name → new name, null for a sheet that is gone */
export function renameSheets(file: SavePackage, names: ReadonlyMap<string, string | null>): void {
  if (names.size === 0) return;
  const byKey = new Map([...names].map(([old, now]) => [old.toLowerCase(), now]));
  const mentioned = [...names.keys()].map((name) => encodeText(name).replace(/'/g, "''"));
  for (const part of [...file.parts()]) {
    if (!/^xl\/.*\.xml$/i.test(part) || /sharedStrings|styles|theme|media/i.test(part)) continue;
    const xml = file.text(part);
    if (!mentioned.some((name) => xml.includes(name))) continue;
    const changed = xml.replace(FORMULA, (whole, tag: string, attributes: string | undefined, text: string) => {
      const before = decode(text);
      const after = renameInFormula(before, byKey);
      return before === after ? whole : `<${tag}${attributes ?? ""}>${encodeText(after)}</${tag}>`;
    });
    if (changed !== xml) file.write(part, changed);
  }
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
