import { toText } from "../../../src/kpi/decimal";
import type { Quantity, Reading } from "../../../src/kpi/types";

function showQuantity(q: Quantity): string {
  return [
    (q.label === null ? "" : `${q.label}=`) +
      toText(q.value) +
      (q.cumulative === null ? "" : `(${toText(q.cumulative)})`),
    q.unit ?? "",
    q.year === null ? "" : `@${q.year}`,
    q.bound ?? "",
    q.approximate ? "approximate" : "",
    q.forecast ? "forecast" : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** A reading in one line, so that a table of cases can be read by eye: 「768千トン (H30年度)」 → `768000 トン @2018`. */
export function show(reading: Reading): string {
  const notes = "notes" in reading && reading.notes.length > 0 ? ` [${reading.notes.join("|")}]` : "";
  const year = "year" in reading && reading.year ? ` @${reading.year}` : "";
  switch (reading.kind) {
    case "quantity":
      return reading.parts.map(showQuantity).join(" & ") + notes;
    case "range":
      return `${showQuantity(reading.low)} .. ${showQuantity(reading.high)}${notes}`;
    case "words":
      return `${reading.words}${year}${notes}`;
    case "missing":
      return `missing ${reading.missing}${year}${notes}`;
    default:
      return reading.kind + year;
  }
}

/** Lines `text → expected` (⏎ is a line break); lines without an arrow are headings. */
export function cases(table: string): [text: string, expected: string][] {
  return table
    .split("\n")
    .filter((line) => line.includes(" ⇒ "))
    .map((line) => {
      const [text, expected] = line.split(" ⇒ ") as [string, string];
      return [text.replace(/⏎/gu, "\n"), expected.trim()];
    });
}
