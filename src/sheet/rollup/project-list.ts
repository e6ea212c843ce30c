/** Lists with one row per project and its money in columns: 予算額 | 決算額 | 一般財源. */
import type { Grid, GridCell } from "../grid";
import { printed } from "../headings";
import { figureCells, type MoneyLine } from "./money";
import { bare, captionUnit, type HeaderBand, type MoneyHeader } from "./money-headers";
import { SUBTOTAL_WORD, TOTAL_WORD, type MoneyKind, type Stage } from "./money-words";
import { RING, under, unitOf } from "./project-cells";
import type { Project, ProjectTable } from "./project-types";

/** The list under a header; null where it is none. */
export function readList(grid: Grid, band: HeaderBand, end: number): ProjectTable | null {
  const named = band.columns.find((c) => c.role === "name");
  if (named === undefined) return null;
  const kinds = moneyColumns(band);
  if (kinds.length === 0) return null;
  const caption = captionUnit(grid, band);
  const projects: Project[] = [];
  const totals: MoneyLine[] = [];
  let bottom = band.bottom;
  let blank = 0;
  for (let row = band.bottom + 1; row <= end && blank < 3; row++) {
    const lines = kinds.map((kind) => listLine(grid, band, kind, row, caption));
    const filled = lines.some((line) => line.cells.some((cell) => cell.text !== ""));
    const nameCell = grid.first(row, named.column, named.right);
    const before = grid.between(row, grid.area.left, named.right).map((cell) => bare(cell.text));
    if (!filled) {
      if (nameCell === null) blank++;
      continue;
    }
    blank = 0;
    if (before.some((text) => SUBTOTAL_WORD.test(text))) continue;
    if (before.some((text) => TOTAL_WORD.test(text))) {
      totals.push(...lines);
      bottom = row;
      continue;
    }
    if (nameCell === null) continue;
    const group = { top: row, bottom: row };
    const at = (role: MoneyHeader["role"]): GridCell | null =>
      under(
        grid,
        group,
        band.columns.find((c) => c.role === role),
      );
    const main = at("main");
    const remarks = at("remarks");
    projects.push({
      row,
      bottom: row,
      no: at("no")?.text.trim() ?? null,
      name: printed(nameCell.text),
      nameCell: { row, column: nameCell.column },
      main: band.columns.some((c) => c.role === "main") ? main !== null && RING.test(main.text.trim()) : null,
      status: at("status")?.text.trim() ?? null,
      lines,
      results: [],
      remarks: remarks && { row, column: remarks.column, text: remarks.text },
    });
    bottom = row;
  }
  if (projects.length === 0) return null;
  const last = band.columns[band.columns.length - 1] as MoneyHeader;
  return {
    area: { top: band.top, left: (band.columns[0] as MoneyHeader).column, bottom, right: last.right },
    headers: band.columns,
    projects,
    totals,
  };
}

interface KindColumns {
  readonly kind: MoneyKind;
  readonly stage: Stage;
  readonly headers: readonly MoneyHeader[];
}

/** 予算額 | 決算額 | 一般財源, each over one or several years. */
function moneyColumns(band: HeaderBand): KindColumns[] {
  const byKind = new Map<string, { kind: MoneyKind; stage: Stage; headers: MoneyHeader[] }>();
  for (const header of band.columns) {
    if (header.money === null || header.role !== null) continue;
    const { kind } = header.money;
    const stage = header.money.stage ?? header.stage;
    const key = `${kind} ${stage ?? ""}`;
    const known = byKind.get(key);
    if (known) known.headers.push(header);
    else byKind.set(key, { kind, stage, headers: [header] });
  }
  return [...byKind.values()];
}

function listLine(grid: Grid, band: HeaderBand, kind: KindColumns, row: number, caption: string | null): MoneyLine {
  const [first] = kind.headers as readonly [MoneyHeader, ...MoneyHeader[]];
  const unit = first.unit ?? unitOf(grid, band, row, first.text, caption);
  return {
    kind: kind.kind,
    stage: kind.stage,
    label: first.text,
    row,
    unit,
    cells: figureCells(grid, row, kind.headers, unit),
  };
}
