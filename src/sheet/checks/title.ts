/** Where the title of a sheet names its year. */
import { plain } from "../../kpi/characters";
import { findYears } from "../../kpi/year";
import type { CheckedSheet } from "./context";
import type { Place } from "./rule";

/** The first cell above the tables that names the sheet's year; its first cell where none does. */
export function titlePlace({ grid, assessed, year }: CheckedSheet): Place {
  const end = Math.min(grid.area.bottom + 1, ...assessed.tables.map(({ table }) => table.area.top));
  for (let row = grid.area.top; row < end; row++) {
    for (const cell of grid.row(row))
      if (findYears(plain(cell.text).text).some((one) => one.year === year)) return cell;
  }
  return { row: grid.area.top, column: grid.area.left };
}
