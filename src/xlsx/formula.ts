/**
 * Formulas between the words of the file and those of the formula bar, and moved from cell to cell.
 * Newer functions carry prefixes in the file (`_xlfn.IFS`), custom functions too (`_xldudf_KPI_GRADE`),
 * and LibreOffice writes the latter in small letters.
 */
import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnLetters } from "./reference";

/** Names of our custom functions: everything after "KPI.". */
const CUSTOM = /^(?:_xldudf_|_xludf\.|_xll\.)?kpi[._]([a-z]+)$/i;

/**
 * Parts of a formula: text in quotes, a quoted sheet name, a bracketed (structured or external) reference
 * and what follows it, a word (function, name or reference), anything else.
 */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\]|[\p{L}\p{N}_.$\\?]+|[^]/gu;
const WORD = /^[\p{L}\p{N}_.$\\?]+$/u;

function tokens(formula: string): string[] {
  return formula.match(TOKEN) ?? [];
}

/** Is the next visible token an opening bracket: then the word is a function. */
function callFollows(all: readonly string[], index: number): boolean {
  let next = index + 1;
  while (all[next] === " " || all[next] === "\n") next += 1;
  return all[next] === "(";
}

/** Formula of the file (without "=") → as the formula bar shows it (with "="). */
export function formulaFromFile(text: string): string {
  const all = tokens(unwrap(unwrap(text, "_xlfn.ANCHORARRAY", "", "#"), "_xlfn.SINGLE", "@", ""));
  return `=${all.map((token, i) => (WORD.test(token) ? wordFromFile(token, callFollows(all, i)) : token)).join("")}`;
}

function wordFromFile(word: string, call: boolean): string {
  const custom = call ? CUSTOM.exec(word) : null;
  if (custom) return `KPI.${(custom[1] as string).toUpperCase()}`;
  return word.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i, "");
}

/** `_xlfn.SINGLE(A1)` → `@A1`, `_xlfn.ANCHORARRAY(A1)` → `A1#`; only around one plain reference. */
function unwrap(text: string, name: string, before: string, after: string): string {
  if (!text.includes(name)) return text;
  const inner = /\(([^()"',]+)\)/.source;
  return text.replace(new RegExp(name.replace(".", "\\.") + inner, "g"), `${before}$1${after}`);
}

/** Functions that Excel 2007 did not have are stored with a prefix; without it Excel shows #NAME?. */
const FUTURE: ReadonlyMap<string, string> = new Map([
  ...words(
    "_xlfn.",
    `ACOT ACOTH AGGREGATE ARABIC BASE BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR
     CEILING.MATH CHISQ.DIST CHISQ.INV CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P
     COVARIANCE.S CSC CSCH DAYS DECIMAL ENCODEURL ERF.PRECISE ERFC.PRECISE EXPON.DIST F.DIST F.INV F.TEST
     FLOOR.MATH FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAUSS IFNA IFS ISFORMULA ISOWEEKNUM MAXIFS MINIFS
     MODE.MULT MODE.SNGL MUNIT NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC
     PERCENTRANK.EXC PERCENTRANK.INC PHI QUARTILE.EXC QUARTILE.INC RANK.AVG RANK.EQ RRI SEC SECH SHEET SHEETS SKEW.P
     STDEV.P STDEV.S SWITCH T.DIST T.INV T.TEST TEXTJOIN UNICHAR UNICODE VAR.P VAR.S XOR Z.TEST
     XLOOKUP XMATCH LET LAMBDA RANDARRAY SEQUENCE UNIQUE SORTBY TEXTSPLIT TEXTBEFORE TEXTAFTER VSTACK HSTACK TAKE DROP
     CHOOSECOLS CHOOSEROWS TOCOL TOROW WRAPROWS WRAPCOLS EXPAND MAP REDUCE SCAN BYROW BYCOL MAKEARRAY`,
  ),
  ...words("_xlfn._xlws.", "FILTER SORT"),
]);

function words(prefix: string, list: string): [string, string][] {
  return list.split(/\s+/).map((name) => [name, prefix + name]);
}

/** Formula of the formula bar (with or without "=") → as the file stores it (without "="). */
export function formulaToFile(formula: string): string {
  const all = tokens(formula.replace(/^=/, ""));
  return all
    .map((token, i) => {
      if (!WORD.test(token) || !callFollows(all, i)) return token;
      const custom = CUSTOM.exec(token);
      if (custom) return `_xldudf_KPI_${(custom[1] as string).toUpperCase()}`;
      return FUTURE.get(token.toUpperCase()) ?? token;
    })
    .join("");
}

/** Does the formula call one of our functions. */
export function callsCustomFunction(formula: string): boolean {
  if (!/kpi[._]/i.test(formula)) return false;
  const all = tokens(formula);
  return all.some((token, i) => CUSTOM.test(token) && callFollows(all, i));
}

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

/** Formula as it reads when copied `rows` down and `columns` to the right: relative references move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const all = tokens(formula);
  return all
    .map((token, i) => {
      if (!WORD.test(token) || callFollows(all, i) || all[i + 1] === "!") return token;
      const cell = CELL.exec(token);
      if (cell) {
        const column = moveColumn(cell[1] as string, cell[2] as string, columns);
        const row = moveRow(cell[3] as string, cell[4] as string, rows);
        return column === null || row === null ? "#REF!" : column + row;
      }
      if (all[i - 1] !== ":" && all[i + 1] !== ":") return token;
      const wholeColumn = COLUMN.exec(token);
      if (wholeColumn) return moveColumn(wholeColumn[1] as string, wholeColumn[2] as string, columns) ?? "#REF!";
      const wholeRow = ROW.exec(token);
      return wholeRow ? (moveRow(wholeRow[1] as string, wholeRow[2] as string, rows) ?? "#REF!") : token;
    })
    .join("");
}

function moveColumn(fixed: string, letters: string, by: number): string | null {
  const column = columnIndex(letters.toUpperCase());
  if (column < 0 || fixed) return fixed + letters;
  const moved = column + by;
  return moved < 0 || moved >= MAX_COLUMNS ? null : columnLetters(moved);
}

function moveRow(fixed: string, digits: string, by: number): string | null {
  if (fixed) return fixed + digits;
  const moved = Number(digits) + by;
  return moved < 1 || moved > MAX_ROWS ? null : String(moved);
}
