/** Array results: they fill the cells to the right and below, or show #SPILL! where something stands there. */
import type { CellPlace, Result } from "./calculator";
import type { Cell, CellValue } from "./cell";
import type { Workbook } from "./workbook";

/** Empties the cells that the formula at `place` had filled, or frees the one at `place` from the array that filled it. */
export function unspill(book: Workbook, place: CellPlace): void {
  const { sheet, row, column } = place;
  const cell = sheet.cell(row, column);
  if (cell?.spilledFrom) {
    // the array that reached this cell is blocked now: work it out again
    book.touch({ sheet, ...cell.spilledFrom });
    return;
  }
  if (!cell?.formula) return;
  clearSpill(book, place);
}

/** Cells that the array at `place` fills, without `place` itself. */
function filledCells({ sheet, row, column }: CellPlace): [row: number, column: number, cell: Cell][] {
  const isMine = (cell: Cell | undefined): cell is Cell =>
    cell?.spilledFrom?.row === row && cell.spilledFrom.column === column;
  const width = extent((i) => isMine(sheet.cell(row, column + i)));
  const height = extent((i) => isMine(sheet.cell(row + i, column)));
  const area = { top: row, left: column, bottom: row + height, right: column + width };
  return [...sheet.cellsIn(area)].filter(([, , cell]) => isMine(cell));
}

function clearSpill(book: Workbook, place: CellPlace): void {
  for (const [row, column, cell] of filledCells(place)) {
    place.sheet.put(row, column, { ...cell, value: "", spilledFrom: null });
    book.touch({ sheet: place.sheet, row, column });
  }
}

const extent = (isMine: (offset: number) => boolean): number => {
  let n = 0;
  while (isMine(n + 1)) n++;
  return n;
};

/** Stores a formula's result. Cells that were filled before and no longer are become empty. */
export function spill(book: Workbook, place: CellPlace, result: Result): void {
  const { sheet, row, column } = place;
  const anchor = sheet.cell(row, column);
  if (!anchor) return;
  const rows: readonly (readonly CellValue[])[] = isArray(result) ? result : [[result]];
  if (isBlocked(book, place, rows)) {
    clearSpill(book, place);
    sheet.put(row, column, { ...anchor, value: "#SPILL!" });
    return;
  }
  const before = new Map(filledCells(place).map(([r, c, cell]) => [`${r},${c}`, { r, c, cell }]));
  rows.forEach((values, i) =>
    values.forEach((value, j) => {
      const [r, c] = [row + i, column + j];
      if (i === 0 && j === 0) return sheet.put(r, c, { ...anchor, value });
      const known = before.get(`${r},${c}`);
      before.delete(`${r},${c}`);
      if (known?.cell.value === value) return;
      sheet.put(r, c, { value, formula: null, style: sheet.style(r, c), spilledFrom: { row, column } });
      book.touch({ sheet, row: r, column: c });
    }),
  );
  for (const { r, c, cell } of before.values()) {
    sheet.put(r, c, { ...cell, value: "", spilledFrom: null });
    book.touch({ sheet, row: r, column: c });
  }
}

const isArray = (result: Result): result is readonly (readonly CellValue[])[] => Array.isArray(result);

/** An array needs empty cells, no merge and no table. */
function isBlocked(
  book: Workbook,
  { sheet, row, column }: CellPlace,
  rows: readonly (readonly CellValue[])[],
): boolean {
  if (rows.length * (rows[0]?.length ?? 0) <= 1) return false;
  return rows.some((values, i) =>
    values.some((_, j) => {
      const [r, c] = [row + i, column + j];
      if (sheet.merges.at(r, c) || book.tableAt(sheet, r, c)) return true;
      if (i === 0 && j === 0) return false;
      const cell = sheet.cell(r, c);
      const mine = cell?.spilledFrom?.row === row && cell.spilledFrom.column === column;
      return cell !== undefined && !mine && (cell.formula !== null || cell.value !== "");
    }),
  );
}
