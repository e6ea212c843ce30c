/** How many planted inconsistencies are found, and how often another place is blamed, rule by rule. */
import { check } from "../../../src/sheet/checks";
import { assess } from "../../../src/sheet/assess";
import { DEFAULT_SETTINGS } from "../../../src/sheet/settings";
import type { Finding, WorkbookSnapshot } from "../../../src/sheet/types";
import { plants, type Plant } from "./plants";

export interface Recall {
  readonly rule: string;
  readonly planted: number;
  /** A new error or warning names the altered cell, as the place to mend or as its counterpart. */
  readonly found: number;
  /** The same, and by the rule that is meant for it. */
  readonly byRule: number;
  /** New errors or warnings that do not name the altered cell. */
  readonly elsewhere: number;
  readonly missed: readonly string[];
}

const known = new WeakMap<WorkbookSnapshot, ReadonlySet<string>>();

const findings = (book: WorkbookSnapshot): Finding[] => check(assess(book), DEFAULT_SETTINGS);

function baseKeys(book: WorkbookSnapshot): ReadonlySet<string> {
  let keys = known.get(book);
  if (!keys) known.set(book, (keys = new Set(findings(book).map(({ key }) => key))));
  return keys;
}

function names({ cells, others, sheetId }: Finding, { place }: Plant): boolean {
  const at = (cell: { row: number; column: number }): boolean => cell.row === place.row && cell.column === place.column;
  return (
    (sheetId === place.sheetId && cells.some(at)) || others.some((o) => o.sheetId === place.sheetId && o.cells.some(at))
  );
}

/** Runs every plant; the table is in the order of the rules' first plants. */
export function recall(): Recall[] {
  const rows = new Map<
    string,
    { planted: number; found: number; byRule: number; elsewhere: number; missed: string[] }
  >();
  for (const one of plants()) {
    const before = baseKeys(one.base);
    const fresh = findings(one.altered).filter(({ key, severity }) => severity !== "info" && !before.has(key));
    const row = rows.get(one.rule) ?? { planted: 0, found: 0, byRule: 0, elsewhere: 0, missed: [] };
    rows.set(one.rule, row);
    const right = fresh.filter((finding) => names(finding, one));
    row.planted++;
    if (right.length > 0) row.found++;
    if (right.some(({ rule }) => rule === one.rule)) row.byRule++;
    else
      row.missed.push(
        `${one.what}: ${fresh.map(({ rule, message }) => `${rule} ${message}`).join(" / ") || "nothing"}`,
      );
    row.elsewhere += fresh.length - right.length;
    for (const wrong of fresh.filter((finding) => !right.includes(finding)))
      row.missed.push(`${one.what} blames another place: ${wrong.rule} ${wrong.message}`);
  }
  return [...rows].map(([rule, row]) => ({ rule, ...row }));
}
