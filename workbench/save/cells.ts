/** Changed cells into the XML of a sheet: found by their place, everything around them stays. */
import { shiftFormula } from "../../src/xlsx/formula";
import { areaReference, cellReference, columnIndex, parseArea } from "../../src/xlsx/reference";
import { cellXml, contentXml, resultXml } from "./cell-xml";
import { attribute, childNamed, decode, encodeText, indexXml, inner, type Node, rawAttributes, Splices } from "./tree";
import type { CellSave, CellStyle, LineSave } from "./types";

/** Looks of cells: entry of the file's cell formats → entry that looks as wanted. */
export type Restyle = (from: number, wanted: CellStyle) => number;

interface PlacedCell {
  readonly node: Node;
  readonly row: number;
  readonly column: number;
}

interface PlacedRow {
  readonly node: Node;
  readonly row: number;
  readonly cells: readonly PlacedCell[];
}

/** Attributes that describe the content and go with it (metadata of rich values and arrays). */
const OF_CONTENT = new Set(["r", "s", "t", "cm", "vm"]);

/**
 * Patches one sheet's XML.
 * @param root tree of the sheet, cells opaque
 * @param columnStyle style of a column's cells that the file does not mention
 */
export function patchCells(
  xml: string,
  root: Node,
  splices: Splices,
  changes: { readonly cells: readonly CellSave[]; readonly rows: readonly LineSave[] },
  columnStyle: (column: number) => number,
  restyle: Restyle,
): void {
  const { cells } = changes;
  const data = childNamed(root, "sheetData");
  if (!data) throw new Error("no sheetData");
  const rows = placeRows(xml, data);
  const byRow = new Map<number, CellSave[]>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  }
  const replaced = new Set(cells.filter((c) => c.content).map((c) => `${c.row},${c.column}`));
  writeReferences(xml, rows, splices, replaced);
  const patcher = new CellPatcher(xml, splices, data.prefix, restyle);
  const existing = new Map(rows.map((row) => [row.row, row]));
  const added: { row: number; xml: string }[] = [];
  const sizes = rowSizes(changes.rows, rows);
  const p = data.prefix;
  for (const row of [...new Set([...byRow.keys(), ...sizes.keys()])].sort((a, b) => a - b)) {
    const found = existing.get(row);
    const size = sizes.get(row);
    const own = byRow.get(row) ?? [];
    if (found) {
      patcher.patchRow(found, own, columnStyle);
      for (const [name, value] of size ? sizeAttributes(size) : []) splices.setAttribute(found.node, name, value);
      continue;
    }
    const inside = own.map((change) => patcher.newCell(change, columnStyle(change.column))).join("");
    if (inside !== "" || size) added.push({ row, xml: `<${p}row r="${row + 1}"${sizeXml(size)}>${inside}</${p}row>` });
  }
  for (const { node, formula } of freedFormulas(xml, rows, replaced)) patcher.replaceFormula(node, formula);
  insertRows(data, rows, added, splices);
  growDimension(xml, root, splices, cells);
}

/** Rows and cells with their places, also where the file leaves the references out. */
export function placeRows(xml: string, data: Node): PlacedRow[] {
  let row = -1;
  return data.children
    .filter((node) => node.name === "row")
    .map((node) => {
      row = Number(attribute(xml, node, "r") ?? row + 2) - 1;
      let column = -1;
      const cells = node.children
        .filter((c) => c.name === "c")
        .map((c) => {
          const letters = attribute(xml, c, "r")?.replace(/\d+$/, "");
          column = letters === undefined ? column + 1 : columnIndex(letters.toUpperCase());
          return { node: c, row, column };
        });
      return { node, row, cells };
    });
}

/** Places that were only implied are written down, since new cells and rows would move them. */
function writeReferences(
  xml: string,
  rows: readonly PlacedRow[],
  splices: Splices,
  replaced: ReadonlySet<string>,
): void {
  for (const { node, row, cells } of rows) {
    if (attribute(xml, node, "r") === undefined)
      splices.insert(node.start + 1 + node.prefix.length + 3, ` r="${row + 1}"`);
    for (const cell of cells) {
      if (attribute(xml, cell.node, "r") !== undefined || replaced.has(`${row},${cell.column}`)) continue;
      splices.insert(cell.node.start + 1 + cell.node.prefix.length + 1, ` r="${cellReference(row, cell.column)}"`);
    }
  }
}

/**
 * A shared formula is written in one cell and used by others. Where that cell changes, the others get their own.
 * Formulas are those of the file, without "=".
 */
function freedFormulas(
  xml: string,
  rows: readonly PlacedRow[],
  replaced: ReadonlySet<string>,
): { node: Node; formula: string }[] {
  const masters = new Map<string, { row: number; column: number; formula: string }>();
  const users: (PlacedCell & { group: string })[] = [];
  for (const cell of rows.flatMap((r) => r.cells)) {
    const text = xml.slice(cell.node.start, cell.node.end);
    if (!text.includes("shared")) continue;
    const f = childNamed(indexXml(text), "f");
    const group = f && attribute(text, f, "si");
    if (!f || group === undefined) continue;
    const formula = decode(inner(text, f));
    const changes = replaced.has(`${cell.row},${cell.column}`);
    if (formula !== "" && changes) masters.set(group, { row: cell.row, column: cell.column, formula });
    else if (formula === "" && !changes) users.push({ ...cell, group });
  }
  return users.flatMap(({ group, node, row, column }) => {
    const master = masters.get(group);
    return master ? [{ node, formula: shiftFormula(master.formula, row - master.row, column - master.column) }] : [];
  });
}

/** Tree of one cell, positions counted from its start. */
function indexCell(xml: string, node: Node): Node {
  return indexXml(xml.slice(node.start, node.end));
}

class CellPatcher {
  constructor(
    private readonly xml: string,
    private readonly splices: Splices,
    private readonly prefix: string,
    private readonly restyle: Restyle,
  ) {}

  patchRow(row: PlacedRow, changes: readonly CellSave[], columnStyle: (column: number) => number): void {
    const existing = new Map(row.cells.map((cell) => [cell.column, cell]));
    const rowStyle = this.rowStyle(row.node);
    let appended = "";
    let last = -1;
    for (const change of changes) {
      const cell = existing.get(change.column);
      if (cell) {
        this.patchCell(cell, change);
        continue;
      }
      const xml = this.newCell(change, rowStyle ?? columnStyle(change.column));
      if (xml === "") continue;
      last = change.column;
      const next = row.cells.find((c) => c.column > change.column);
      if (next) this.splices.insert(next.node.start, xml);
      else appended += xml;
    }
    if (appended !== "") this.splices.append(row.node, appended);
    if (last >= 0) this.growSpans(row.node, changes);
  }

  /** XML of a cell that the file does not have. @param style that it has by its row or column */
  newCell(change: CellSave, style: number): string {
    const wanted = change.style ? this.restyle(style, change.style) : style;
    const content = change.content ?? { value: "", formula: null };
    if (content.value === "" && content.formula === null && wanted === style) return "";
    return cellXml(change.row, change.column, wanted, content, this.prefix);
  }

  private patchCell({ node, row, column }: PlacedCell, change: CellSave): void {
    const from = Number(attribute(this.xml, node, "s") ?? 0);
    const style = change.style ? this.restyle(from, change.style) : from;
    if (change.content) {
      const kept = rawAttributes(this.xml, node).filter(([name]) => !OF_CONTENT.has(name));
      const { type, inside } = contentXml(change.content, this.prefix);
      const attributes = [
        ["r", cellReference(row, column)],
        ...(style > 0 ? [["s", String(style)]] : []),
        ...(type ? [["t", type]] : []),
        ...kept,
      ];
      const tag = `${this.prefix}c ${attributes.map(([name, value]) => `${name}="${value}"`).join(" ")}`;
      const xml = inside === "" ? `<${tag}/>` : `<${tag}>${inside}</${this.prefix}c>`;
      this.splices.replace(node.start, node.end, xml);
      return;
    }
    if (change.style && style !== from) this.splices.setAttribute(node, "s", style > 0 ? String(style) : null);
    if (change.result !== undefined) this.patchResult(node, change.result);
  }

  /** Only the value behind a formula that stays. */
  private patchResult(node: Node, value: CellSave["result"] & {}): void {
    const { type, text } = resultXml(value, this.prefix);
    const cell = indexCell(this.xml, node);
    const v = childNamed(cell, "v");
    const f = childNamed(cell, "f");
    if (!f) return;
    this.splices.setAttribute(node, "t", type);
    if (v) this.splices.replace(node.start + v.start, node.start + v.end, text);
    else this.splices.insert(node.start + f.end, text);
  }

  /** The formula of a cell that used a shared one. */
  replaceFormula(node: Node, formula: string): void {
    const f = childNamed(indexCell(this.xml, node), "f");
    if (!f) return;
    const xml = `<${this.prefix}f>${encodeText(formula)}</${this.prefix}f>`;
    this.splices.replace(node.start + f.start, node.start + f.end, xml);
  }

  private rowStyle(node: Node): number | null {
    const custom = attribute(this.xml, node, "customFormat");
    return custom === "1" || custom === "true" ? Number(attribute(this.xml, node, "s") ?? 0) : null;
  }

  private growSpans(node: Node, changes: readonly CellSave[]): void {
    const spans = /^(\d+):(\d+)$/.exec(attribute(this.xml, node, "spans") ?? "");
    if (!spans) return;
    const columns = changes.map((c) => c.column + 1);
    const grown = `${Math.min(Number(spans[1]), ...columns)}:${Math.max(Number(spans[2]), ...columns)}`;
    if (grown !== spans[0]) this.splices.setAttribute(node, "spans", grown);
  }
}

/** A height for rows without end is only written for those that the file has. */
const MAX_NEW_ROWS = 20_000;

function rowSizes(lines: readonly LineSave[], rows: readonly PlacedRow[]): Map<number, LineSave> {
  const sizes = new Map<number, LineSave>();
  for (const line of lines) {
    if (line.last - line.first < MAX_NEW_ROWS) {
      for (let row = line.first; row <= line.last; row++) sizes.set(row, line);
    } else for (const { row } of rows) if (row >= line.first && row <= line.last) sizes.set(row, line);
  }
  return sizes;
}

const sizeAttributes = ({ size, hidden }: LineSave): [name: string, value: string | null][] => [
  ["ht", size === null ? null : String(size)],
  ["customHeight", size === null ? null : "1"],
  ["hidden", hidden ? "1" : null],
];

/** Attributes of a new row. */
export function sizeXml(line: LineSave | undefined): string {
  const attributes = line ? sizeAttributes(line) : [];
  return attributes.map(([name, value]) => (value === null ? "" : ` ${name}="${value}"`)).join("");
}

function insertRows(
  data: Node,
  rows: readonly PlacedRow[],
  added: readonly { row: number; xml: string }[],
  splices: Splices,
): void {
  let appended = "";
  let next = 0;
  for (const { row, xml } of added) {
    while (next < rows.length && (rows[next] as PlacedRow).row < row) next += 1;
    const before = rows[next];
    if (before) splices.insert(before.node.start, xml);
    else appended += xml;
  }
  if (appended !== "") splices.append(data, appended);
}

function growDimension(xml: string, root: Node, splices: Splices, cells: readonly CellSave[]): void {
  const node = childNamed(root, "dimension");
  const area = node && parseArea(attribute(xml, node, "ref") ?? "");
  const filled = cells.filter((c) => c.style || (c.content && (c.content.value !== "" || c.content.formula !== null)));
  if (!node || !area || filled.length === 0) return;
  const grown = { ...area };
  for (const { row, column } of filled) {
    grown.top = Math.min(grown.top, row);
    grown.bottom = Math.max(grown.bottom, row);
    grown.left = Math.min(grown.left, column);
    grown.right = Math.max(grown.right, column);
  }
  if (areaReference(grown) !== areaReference(area)) splices.setAttribute(node, "ref", areaReference(grown));
}
