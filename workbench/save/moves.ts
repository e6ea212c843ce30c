/** Rows or columns that were put into a sheet of the file or taken out: everything below or to the right moves along. */
import { shiftFormula } from "../../src/xlsx/formula";
import { areaReference, cellReference, parseArea } from "../../src/xlsx/reference";
import type { XlsxBook } from "../../src/xlsx/types";
import { shifted } from "../model/area";
import { mapReferences, type Reference } from "../model/references";
import { splitSheet } from "../model/address";
import { placeRows } from "./cells";
import { rewriteFormulas } from "./formulas";
import type { SavePackage } from "./package";
import { attribute, childNamed, decode, encodeText, indexXml, inner, type Node, Splices } from "./tree";
import type { Area, Move } from "./types";

const CELLS_OPAQUE = new Set(["c"]);

/**
 * Moves the rows or columns of one sheet, with references to them anywhere in the package.
 * @throws Error where a column would be put into a table: its parts would no longer fit each other
 */
export function moveLines(file: SavePackage, book: XlsxBook, sheetIndex: number, move: Move): void {
  const sheet = book.sheets[sheetIndex];
  if (!sheet) throw new Error(`no sheet ${sheetIndex} in the file`);
  const homes = new Map(book.sheets.map(({ part, name }) => [part, name]));
  for (const part of homes.keys()) writeOutSharedFormulas(file, part);
  rewriteFormulas(file, (formula, part) => moveInFormula(formula, homes.get(part) ?? null, sheet.name, move));
  file.edit(sheet.part, (xml, splices) => moveGrid(xml, splices, move));
  file.write(sheet.part, moveReferences(file.text(sheet.part), move));
  for (const link of file.links(sheet.part)) {
    if (!file.has(link.target)) continue;
    if (/\/(table|comments|threadedComment)$/.test(link.type)) {
      if (link.type.endsWith("/table")) checkTable(file.text(link.target), move);
      file.write(link.target, moveReferences(file.text(link.target), move));
    } else if (link.type.endsWith("/drawing")) file.write(link.target, moveAnchors(file.text(link.target), move));
    else if (link.type.endsWith("/vmlDrawing")) file.write(link.target, moveNotes(file.text(link.target), move));
  }
}

/** @param home sheet that the formula stands on; null: none */
function moveInFormula(formula: string, home: string | null, sheet: string, move: Move): string {
  if (home !== sheet && !formula.includes("!")) return formula;
  return mapReferences(formula, (reference): Reference | null => {
    const target = reference.sheet === "" ? home : splitSheet(`${reference.sheet}A1`)[0];
    if (target?.toLowerCase() !== sheet.toLowerCase()) return reference;
    const { from, to } = reference;
    const end = to ?? from;
    const moved = moveArea({ top: from.row, left: from.column, bottom: end.row, right: end.column }, move);
    if (!moved) return null;
    const corner = { ...from, row: moved.top, column: moved.left };
    return { ...reference, from: corner, to: to && { ...to, row: moved.bottom, column: moved.right } };
  });
}

const moveArea = (area: Area, { along, at, count }: Move): Area | null => shifted(area, along, at, count);

/** Each cell gets its formula in full: moved apart, the first one could no longer speak for the others. */
function writeOutSharedFormulas(file: SavePackage, part: string): void {
  const xml = file.text(part);
  if (!/\st=["']shared["']/.test(xml)) return;
  const splices = new Splices(xml);
  const data = childNamed(indexXml(xml, CELLS_OPAQUE), "sheetData");
  const masters = new Map<string, { row: number; column: number; formula: string }>();
  for (const { node, row, column } of data ? placeRows(xml, data).flatMap((r) => r.cells) : []) {
    const text = xml.slice(node.start, node.end);
    if (!text.includes("shared")) continue;
    const f = childNamed(indexXml(text), "f");
    const group = f && attribute(text, f, "si");
    if (!f || group === undefined) continue;
    const own = decode(inner(text, f));
    if (own !== "") masters.set(group, { row, column, formula: own });
    const master = masters.get(group);
    if (!master) continue;
    const formula = shiftFormula(master.formula, row - master.row, column - master.column);
    splices.replace(node.start + f.start, node.start + f.end, `<${f.prefix}f>${encodeText(formula)}</${f.prefix}f>`);
  }
  if (!splices.isEmpty) file.write(part, splices.apply());
}

function moveGrid(xml: string, splices: Splices, move: Move): void {
  const root = indexXml(xml, CELLS_OPAQUE);
  const data = childNamed(root, "sheetData");
  for (const { node, row, cells } of data ? placeRows(xml, data) : []) {
    const to = move.along === "rows" ? moveIndex(row, move) : row;
    if (to === null) {
      splices.replace(node.start, node.end, "");
      continue;
    }
    if (to !== row || attribute(xml, node, "r") === undefined) splices.setAttribute(node, "r", String(to + 1));
    if (move.along === "columns") splices.setAttribute(node, "spans", null);
    for (const cell of cells) {
      const column = move.along === "columns" ? moveIndex(cell.column, move) : cell.column;
      if (column === null) splices.replace(cell.node.start, cell.node.end, "");
      else if (to !== row || column !== cell.column || attribute(xml, cell.node, "r") === undefined)
        splices.setAttribute(cell.node, "r", cellReference(to, column));
    }
  }
  if (move.along === "columns") moveColumns(xml, childNamed(root, "cols"), splices, move);
}

function moveIndex(index: number, { at, count }: Move): number | null {
  if (index < at) return index;
  return index < at - count ? null : index + count;
}

function moveColumns(xml: string, cols: Node | undefined, splices: Splices, move: Move): void {
  const moved = (cols?.children ?? []).map((node) => {
    const first = Number(attribute(xml, node, "min")) - 1;
    const last = Number(attribute(xml, node, "max")) - 1;
    return { node, first, last, area: moveArea({ top: 0, left: first, bottom: 0, right: last }, move) };
  });
  // An empty list of columns is damage.
  if (cols && moved.every(({ area }) => area === null)) return splices.replace(cols.start, cols.end, "");
  for (const { node, first, last, area } of moved) {
    if (!area) splices.replace(node.start, node.end, "");
    else {
      if (area.left !== first) splices.setAttribute(node, "min", String(area.left + 1));
      if (area.right !== last) splices.setAttribute(node, "max", String(area.right + 1));
    }
  }
}

const AREAS = /\s(ref|sqref|activeCell|topLeftCell)=(["'])([A-Z0-9:$ ]+)\2/g;
const TAG = /<[^<>]*>/g;
const SQREF = /(<(?:[\w.-]+:)?sqref>)([^<]*)(<\/)/g;
/** Elements that are nothing without a place. */
const PLACED =
  /<((?:[\w.-]+:)?(?:mergeCell|conditionalFormatting|dataValidation|hyperlink|ignoredError|protectedRange|autoFilter|comment|threadedComment))(?=[\s>])[^>]*?\s(?:ref|sqref)=(?:""|'')(?:[^>]*\/>|[^]*?<\/\1>)/g;

/** A merge of one cell is none, and Excel calls the file damaged. */
const SINGLE = /<(?:[\w.-]+:)?mergeCell\s+ref="[A-Z]+\d+"\s*(?:\/>|><\/(?:[\w.-]+:)?mergeCell>)/g;

/** Areas in attributes and lists; what lost all of its cells is taken out. */
function moveReferences(xml: string, move: Move): string {
  const list = (text: string) =>
    text
      .split(/\s+/)
      .flatMap((item) => {
        const area = parseArea(item);
        const moved = area && moveArea(area, move);
        return area === null ? [item] : moved ? [areaReference(moved)] : [];
      })
      .join(" ");
  const moved = xml
    .replace(TAG, (tag) =>
      tag.replace(AREAS, (_, name: string, quote: string, text: string) => ` ${name}=${quote}${list(text)}${quote}`),
    )
    .replace(SQREF, (_, open: string, text: string, close: string) => open + list(text) + close)
    .replace(PLACED, "")
    .replace(SINGLE, "");
  return moved
    .replace(/<((?:[\w.-]+:)?(?:mergeCells|dataValidations|hyperlinks))\b[^>]*>\s*<\/\1>/g, "")
    .replace(
      /(<(?:[\w.-]+:)?mergeCells\b[^>]*\scount=")\d+("[^>]*>)([^]*?<\/)/,
      (_, before: string, after: string, inside: string) =>
        before + (inside.match(/mergeCell\s/g)?.length ?? 0) + after + inside,
    );
}

function checkTable(xml: string, { along, at }: Move): void {
  const root = indexXml(xml);
  const area = parseArea(attribute(xml, root, "ref") ?? "");
  if (along === "columns" && area && at > area.left && at <= area.right)
    throw new Error("columns of a table were moved");
}

/** Corners of pictures and charts count rows and columns from 0. */
function moveAnchors(xml: string, move: Move): string {
  const name = move.along === "rows" ? "row" : "col";
  return xml.replace(
    new RegExp(`(<(?:[\\w.-]+:)?${name}>)(\\d+)(</)`, "g"),
    (_, open: string, index: string, close: string) => {
      const moved = moveIndex(Number(index), move) ?? move.at;
      return `${open}${moved}${close}`;
    },
  );
}

/** The cells that notes belong to. */
function moveNotes(xml: string, move: Move): string {
  const name = move.along === "rows" ? "Row" : "Column";
  return xml.replace(new RegExp(`(<x:${name}>)(\\d+)(</)`, "g"), (_, open: string, index: string, close: string) => {
    const moved = moveIndex(Number(index), move) ?? move.at;
    return `${open}${moved}${close}`;
  });
}
