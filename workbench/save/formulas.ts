/** Every formula of the package outside and inside of cells. */
import type { SavePackage } from "./package";
import { decode, encodeText } from "./tree";

/** Elements that hold a formula: cells, names, validations, conditional formats, charts, tables. */
const FORMULA =
  /<((?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName|calculatedColumnFormula|totalsRowFormula))(\s(?:[^>"']|"[^"]*"|'[^']*')*)?>([^<]+)<\/\1>/g;

/**
 * Rewrites formulas (as the file has them, without "=").
 * @param rewrite gets the part that the formula stands in
 */
export function rewriteFormulas(file: SavePackage, rewrite: (formula: string, part: string) => string): void {
  for (const part of [...file.parts()]) {
    if (!/^xl\/.*\.xml$/i.test(part) || /sharedStrings|styles|theme|media/i.test(part)) continue;
    const xml = file.text(part);
    const changed = xml.replace(FORMULA, (whole, tag: string, attributes: string | undefined, text: string) => {
      const before = decode(text);
      const after = rewrite(before, part);
      return before === after ? whole : `<${tag}${attributes ?? ""}>${encodeText(after)}</${tag}>`;
    });
    if (changed !== xml) file.write(part, changed);
  }
}
