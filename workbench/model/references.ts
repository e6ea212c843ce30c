/** References inside formulas, when cells are copied or moved. Text in quotes is left alone. */
import { columnIndex, columnLetters } from "./address";
import { MAX_COLUMNS, MAX_ROWS } from "./area";

/** A text, a quoted sheet name, or an A1 reference (with its sheet and its other corner). */
const TOKEN =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?::(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6}))?(?![\p{L}\p{N}_(.!])|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_(.!])|[\p{L}_][\p{L}\p{N}_.]*/giu;

export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export interface Reference {
  /** "設定!" as written, "" for the formula's own sheet. */
  readonly sheet: string;
  readonly from: Corner;
  /** null: a single cell. */
  readonly to: Corner | null;
}

const corner = (columnFixed: string, column: string, rowFixed: string, row: string): Corner => ({
  row: Number(row) - 1,
  column: columnIndex(column),
  rowFixed: rowFixed === "$",
  columnFixed: columnFixed === "$",
});

const print = ({ row, column, rowFixed, columnFixed }: Corner): string =>
  `${columnFixed ? "$" : ""}${columnLetters(column)}${rowFixed ? "$" : ""}${row + 1}`;

/** Replaces every A1 reference of the formula; null makes it #REF!. Whole columns ("A:C") are left as they are. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  return formula.replace(TOKEN, (token: string, ...groups: (string | undefined)[]) => {
    const [sheet = "", fixed1 = "", column1, fixed2 = "", row1, fixed3 = "", column2, fixed4 = "", row2] = groups;
    if (column1 === undefined || row1 === undefined) return token;
    const from = corner(fixed1, column1, fixed2, row1);
    if (from.row >= MAX_ROWS || from.column >= MAX_COLUMNS) return token;
    const to = column2 !== undefined && row2 !== undefined ? corner(fixed3, column2, fixed4, row2) : null;
    const changed = change({ sheet, from, to });
    if (!changed) return `${sheet}#REF!`;
    return changed.sheet + print(changed.from) + (changed.to ? `:${print(changed.to)}` : "");
  });
}

/** The formula as it stands in a cell so many rows and columns further: relative references move along. */
export function moveReferences(formula: string, rows: number, columns: number): string {
  const moved = (c: Corner): Corner => ({
    ...c,
    row: c.rowFixed ? c.row : c.row + rows,
    column: c.columnFixed ? c.column : c.column + columns,
  });
  const inside = (c: Corner): boolean => c.row >= 0 && c.column >= 0 && c.row < MAX_ROWS && c.column < MAX_COLUMNS;
  return mapReferences(formula, ({ sheet, from, to }) => {
    const result = { sheet, from: moved(from), to: to && moved(to) };
    return inside(result.from) && (!result.to || inside(result.to)) ? result : null;
  });
}
