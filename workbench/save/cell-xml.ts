/** One cell as XML. Texts are written inside the cell: the shared strings with their readings stay untouched. */
import { formulaToFile } from "../../src/xlsx/formula";
import { areaReference, cellReference } from "../../src/xlsx/reference";
import type { CellContent, CellValue } from "./types";
import { encodeText } from "./tree";

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;
/** Results that no file may hold: still being worked out, or known to newer Excels only. */
const TRANSIENT = /^#(?:BUSY!|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

/** Type attribute and inside of a cell. @param prefix of the sheet's elements, "x:" or "" */
export function contentXml(
  { value, formula, array }: CellContent,
  prefix: string,
): { type: string | null; inside: string } {
  if (formula !== null) {
    const { type, text } = resultXml(value, prefix);
    const kind = array ? ` t="array" ref="${areaReference(array)}"` : "";
    return { type, inside: `<${prefix}f${kind}>${encodeText(formulaToFile(formula))}</${prefix}f>${text}` };
  }
  if (value === "") return { type: null, inside: "" };
  if (typeof value !== "string" || ERROR.test(value)) {
    const { type, text } = resultXml(value, prefix);
    return { type, inside: text };
  }
  const space = /^\s|\s$|\s\s|[\n\r\t]/.test(value) ? ' xml:space="preserve"' : "";
  const t = `<${prefix}t${space}>${encodeText(value)}</${prefix}t>`;
  return { type: "inlineStr", inside: `<${prefix}is>${t}</${prefix}is>` };
}

/** The result of a formula, with the type that the cell then needs. */
export function resultXml(value: CellValue, prefix: string): { type: string | null; text: string } {
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (typeof value === "number") return { type: null, text: Number.isFinite(value) ? v(String(value)) : "" };
  if (typeof value === "boolean") return { type: "b", text: v(value ? "1" : "0") };
  if (TRANSIENT.test(value)) return { type: null, text: "" };
  if (ERROR.test(value)) return { type: "e", text: v(value) };
  return { type: "str", text: v(encodeText(value)) };
}

/** A cell that is new in its row; "" for an empty one without a style of its own. */
export function cellXml(row: number, column: number, style: number, content: CellContent, prefix: string): string {
  const { type, inside } = contentXml(content, prefix);
  const tag = `${prefix}c r="${cellReference(row, column)}"${style > 0 ? ` s="${style}"` : ""}${type ? ` t="${type}"` : ""}`;
  return inside === "" ? `<${tag}/>` : `<${tag}>${inside}</${prefix}c>`;
}
