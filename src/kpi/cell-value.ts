/** A text or a number as a reading, by itself: what the custom functions need. A cell of a sheet knows more (cell.ts). */
import { remember } from "./cell-memory";
import { readText } from "./cell-text";
import { fromNumber, type Decimal } from "./decimal";
import type { Quantity, Reading } from "./types";

const readings = remember((key) => {
  const at = key.indexOf("\u0000");
  return readText(key.slice(at + 1), at === 0 ? null : key.slice(0, at));
});

/** What a cell prints → its reading. `unit`: of the column or the name, for figures that print none. */
export const readPrinted = (text: string, unit: string | null = null): Reading =>
  readings(`${(unit ?? "").replaceAll("\u0000", "")}\u0000${text}`);

/** One plain figure. */
export function quantityOf(text: string, value: Decimal, unit: string | null): Reading {
  const part: Quantity = {
    value,
    cumulative: null,
    unit,
    year: null,
    label: null,
    bound: null,
    approximate: false,
    forecast: false,
  };
  return { kind: "quantity", text, parts: [part], year: null, notes: [] };
}

/** The value of a cell of which nothing else is known; the answer is that of `readCell` without a context. */
export function readValue(value: string | number | null): Reading {
  if (typeof value !== "number") return readPrinted(value ?? "");
  const exact = fromNumber(value);
  return exact === null ? { kind: "unreadable", text: String(value) } : quantityOf(String(value), exact, null);
}
