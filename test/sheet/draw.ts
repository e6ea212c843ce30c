/**
 * Sheets drawn as text, for tests. One line per row, cells between bars; `<` is merged with the cell on its left, `^` with
 * the one above, ⏎ is a line break. `#0.846%` is the number 0.846 shown as 84.6%, `#1450173,` a number shown with commas,
 * `#2021` a plain number; everything else is text as it stands. `=…` is a formula, `=KPI.GRADE(…) → A` with its value.
 */
import type { Area, CellValue, SheetSnapshot, WorkbookSnapshot } from "../../src/sheet/types";

interface Drawn {
  readonly value: CellValue;
  readonly text: string;
  readonly formula: CellValue;
  readonly format: string;
}

const EMPTY: Drawn = { value: "", text: "", formula: "", format: "General" };

function cell(raw: string): Drawn {
  const source = raw.trim().replace(/⏎/g, "\n");
  if (source === "" || source === "<" || source === "^") return EMPTY;
  const number = /^#(-?[\d.]+)([%,]?)$/.exec(source);
  if (number) {
    const value = Number(number[1]);
    if (number[2] === "%") return { value, text: `${(value * 100).toFixed(1)}%`, formula: value, format: "0.0%" };
    if (number[2] === ",") return { value, text: value.toLocaleString("en-US"), formula: value, format: "#,##0" };
    return { value, text: String(value), formula: value, format: "General" };
  }
  const formula = /^(=.*?)(?:\s→\s(.*))?$/.exec(source);
  if (formula)
    return { value: formula[2] ?? "", text: formula[2] ?? "", formula: formula[1] as string, format: "General" };
  return { value: source, text: source, formula: source, format: "General" };
}

/** Cells of each line, without the bars at both ends. */
function split(drawing: string): string[][] {
  const lines = drawing
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  return lines.map((line) =>
    line
      .trim()
      .replace(/^\|/, "")
      .replace(/\|$/, "")
      .split("|")
      .map((c) => c.trim()),
  );
}

function mergesOf(cells: readonly (readonly string[])[]): Area[] {
  const at = (r: number, c: number): string => cells[r]?.[c] ?? "";
  const merges: Area[] = [];
  cells.forEach((line, top) =>
    line.forEach((text, left) => {
      if (text === "<" || text === "^") return;
      let right = left;
      while (at(top, right + 1) === "<") right++;
      let bottom = top;
      while (at(bottom + 1, left) === "^") bottom++;
      if (right > left || bottom > top) merges.push({ top, left, bottom, right });
    }),
  );
  return merges;
}

export interface DrawOptions {
  readonly name?: string;
  /** false: unknown, as when Excel refuses to tell. */
  readonly merges?: boolean;
  /** Empty rows above and columns to the left. */
  readonly down?: number;
  readonly across?: number;
}

/** A drawn sheet as a snapshot. */
export function draw(drawing: string, options: DrawOptions = {}): SheetSnapshot {
  const { name = "シート1", merges = true, down = 0, across = 0 } = options;
  const cells = split(drawing);
  const width = Math.max(...cells.map((line) => line.length));
  const grid = cells.map((line) => Array.from({ length: width }, (_, c) => cell(line[c] ?? "")));
  const shift = (area: Area): Area => ({
    top: area.top + down,
    left: area.left + across,
    bottom: area.bottom + down,
    right: area.right + across,
  });
  return {
    id: name,
    name,
    hidden: false,
    protected: false,
    area: shift({ top: 0, left: 0, bottom: cells.length - 1, right: width - 1 }),
    values: grid.map((line) => line.map((c) => c.value)),
    texts: grid.map((line) => line.map((c) => c.text)),
    formulas: grid.map((line) => line.map((c) => c.formula)),
    numberFormats: grid.map((line) => line.map((c) => c.format)),
    merges: merges ? mergesOf(cells).map(shift) : null,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

/** The drawing with an empty row above line `at`; merges over that place grow, as in Excel. */
export function withRow(drawing: string, at: number): string {
  const lines = split(drawing);
  const blank = (lines[at] ?? []).map((text) =>
    text === "^" ? "^" : text === "<" && isBehindAbove(lines, at) ? "<" : "",
  );
  return join([...lines.slice(0, at), blank, ...lines.slice(at)]);
}

/** A line of `<` under a `^` belongs to a merge from above. */
const isBehindAbove = (lines: readonly (readonly string[])[], at: number): boolean => (lines[at] ?? []).includes("^");

/** The drawing with an empty column left of column `at`. */
export function withColumn(drawing: string, at: number): string {
  return join(
    split(drawing).map((line) => {
      const padded = [...line, ...Array<string>(Math.max(0, at - line.length)).fill("")];
      const inside = padded[at] === "<" ? "<" : "";
      return [...padded.slice(0, at), inside, ...padded.slice(at)];
    }),
  );
}

export const sizeOf = (drawing: string): { rows: number; columns: number } => {
  const lines = split(drawing);
  return { rows: lines.length, columns: Math.max(...lines.map((line) => line.length)) };
};

const join = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `| ${line.join(" | ")} |`).join("\n");

export const book = (...sheets: readonly SheetSnapshot[]): WorkbookSnapshot => ({
  name: "試験.xlsx",
  sheets,
  activeSheetId: sheets[0]?.id ?? null,
});
