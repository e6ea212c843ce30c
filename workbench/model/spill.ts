/** Array results: they fill the cells to the right and below, or show #SPILL! where something stands there. */
import type { CellPlace, Result } from "./calculator";
import type { Cell } from "./cell";
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

function clearSpill(book: Workbook, { sheet, row, column }: CellPlace): void {
  const isMine = (cell: Cell | undefined): cell is Cell =>
    cell?.spilledFrom?.row === row && cell.spilledFrom.column === column;
  const width = extent((i) => isMine(sheet.cell(row, column + i)));
  const height = extent((i) => isMine(sheet.cell(row + i, column)));
  for (let r = row; r <= row + height; r++) {
    for (let c = column; c <= column + width; c++) {
      const cell = sheet.cell(r, c);
      if (!isMine(cell)) continue;
      sheet.put(r, c, { ...cell, value: "", spilledFrom: null });
      book.touch({ sheet, row: r, column: c });
    }
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
  if (!Array.isArray(result)) {
    clearSpill(book, place);
    sheet.put(row, column, { ...anchor, value: result as Cell["value"] });
    return;
  }
  const rows = result as readonly (readonly Cell["value"][])[];
  const blocked = rows.some((values, r) =>
    values.some((_, c) => {
      if (r === 0 && c === 0) return sheet.merges.at(row, column) !== null && rows.length * values.length > 1;
      const cell = sheet.cell(row + r, column + c);
      const mine = cell?.spilledFrom?.row === row && cell.spilledFrom.column === column;
      return (
        sheet.merges.at(row + r, column + c) !== null ||
        (cell !== undefined && !mine && (cell.formula !== null || cell.value !== "")) ||
        book.tableAt(sheet, row + r, column + c) !== undefined
      );
    }),
  );
  clearSpill(book, place);
  if (blocked) {
    sheet.put(row, column, { ...anchor, value: "#SPILL!" });
    return;
  }
  rows.forEach((values, r) =>
    values.forEach((value, c) => {
      const spilledFrom = r === 0 && c === 0 ? null : { row, column };
      const cell = sheet.cell(row + r, column + c);
      const style = cell?.style ?? sheet.style(row + r, column + c);
      sheet.put(row + r, column + c, {
        value,
        formula: spilledFrom ? null : (cell?.formula ?? null),
        style,
        spilledFrom,
      });
      if (spilledFrom) book.touch({ sheet, row: row + r, column: column + c });
    }),
  );
}
