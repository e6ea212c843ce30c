/** The arguments of EXPECTED: values and fiscal years. */
import type { Point } from "../kpi/rates";
import { readYear } from "../kpi/year";
import { readable } from "./arguments";
import { isErrorCell, valueError } from "./errors";
import { figureOf } from "./rows";

/** A western year, 「R6」「令和6年度」, or the bare number of an era year (6). @throws #VALUE! for anything else. */
export function yearAt(cell: unknown, name: string): number {
  if (isErrorCell(cell)) throw cell;
  if (typeof cell === "number" && Number.isInteger(cell) && cell >= 1868 && cell <= 2200) return cell;
  const text = typeof cell === "string" || typeof cell === "number" ? String(cell).trim() : "";
  const found = readYear(text) ?? (/^([0-9０-９]{1,2}|元)$/.test(text) ? readYear(`${text}年度`) : null);
  if (found === null) throw valueError(`${name}「${text}」を年度として読み取れません`);
  return found;
}

/** A value with its year. @throws #N/A where the cell holds no single figure. */
export function pointAt(cell: unknown, yearCell: unknown, name: string, yearName: string): Point {
  const figure = figureOf(readable(cell, name), name, "期待値を");
  return { value: figure.cumulative ?? figure.value, year: yearAt(yearCell, yearName) };
}
