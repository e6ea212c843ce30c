/** What the rules ask of a reading. */
import { toText } from "../../kpi/decimal";
import type { Quantity, Reading } from "../../kpi/types";
import type { CellReading } from "../types";

/** The first figure of a cell; null for words, ranges, missing and unreadable cells. */
export const quantityOf = (reading: Reading): Quantity | null =>
  reading.kind === "quantity" ? reading.parts[0] : null;

/** Digits that do not agree by chance: two of them, or a fraction. */
export const isDistinctive = ({ reading }: CellReading): boolean => {
  const quantity = quantityOf(reading);
  return quantity !== null && toText(quantity.value).replace(/^-?0*\.?|0+$|\./g, "").length >= 2;
};
