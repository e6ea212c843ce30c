/**
 * Sizes. Excel on the web takes and gives at most 5 MB per request, so grids are cut into pieces that are estimated
 * to stay below, and the estimate learns from what arrives.
 */
import type { Area } from "../sheet/types";

/** Room is left for the names and numbers around the cells. */
export const REQUEST_BYTES = 4_500_000;

/** What the record of writes may take of a request, were every character a kanji. */
export const RECORD_BYTES = 900_000;

/** First guess for one cell's value, text, formula and number format together. */
const FIRST_BYTES_PER_CELL = 60;

/** A part of a sheet that is read in one go. */
export interface Piece {
  readonly sheet: number;
  readonly area: Area;
}

/** Bytes of a text in a JSON answer, never less than the truth: a kana or kanji takes three, an escape two. */
export function jsonBytes(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code > 0x7ff ? 3 : code > 0x7f || code === 0x22 || code === 0x5c ? 2 : code < 0x20 ? 6 : 1;
  }
  return bytes;
}

/** Bytes of a grid as JSON. */
export function gridBytes(grid: readonly (readonly unknown[])[]): number {
  let bytes = 0;
  for (const row of grid) {
    bytes += 3;
    for (const cell of row) bytes += 1 + (typeof cell === "string" ? jsonBytes(cell) : String(cell).length);
  }
  return bytes;
}

const rowsOf = (area: Area): number => area.bottom - area.top + 1;
const columnsOf = (area: Area): number => area.right - area.left + 1;

export const cellCount = (area: Area): number => rowsOf(area) * columnsOf(area);

/** Hands out pieces of the sheets, in order, so that one request's pieces stay below the limit. */
export class PieceQueue {
  private bytesPerCell = FIRST_BYTES_PER_CELL;
  private readonly waiting: Piece[];

  constructor(areas: readonly (Area | null)[]) {
    this.waiting = areas.flatMap((area, sheet) => (area ? [{ sheet, area }] : [])).reverse();
  }

  get done(): boolean {
    return this.waiting.length === 0;
  }

  /** The pieces of the next request: at least one row, even where that alone may be too much. */
  next(): Piece[] {
    const pieces: Piece[] = [];
    let room = Math.floor(REQUEST_BYTES / this.bytesPerCell);
    while (room > 0) {
      const piece = this.waiting.pop();
      if (!piece) break;
      const rows = Math.floor(room / columnsOf(piece.area));
      if (rows >= rowsOf(piece.area)) {
        pieces.push(piece);
        room -= cellCount(piece.area);
        continue;
      }
      const taken = rows > 0 || pieces.length > 0 ? rows : 1;
      const { top } = piece.area;
      if (taken < rowsOf(piece.area)) this.waiting.push({ ...piece, area: { ...piece.area, top: top + taken } });
      if (taken > 0) pieces.push({ ...piece, area: { ...piece.area, bottom: top + taken - 1 } });
      break;
    }
    return pieces;
  }

  /** The answer was too large: gives the pieces back, to be cut smaller. False when a single row is too large. */
  tooLarge(pieces: readonly Piece[]): boolean {
    const cells = pieces.reduce((sum, piece) => sum + cellCount(piece.area), 0);
    if (pieces.length === 1 && pieces.every((piece) => rowsOf(piece.area) === 1)) return false;
    this.waiting.push(...[...pieces].reverse());
    this.bytesPerCell = Math.max(this.bytesPerCell, (REQUEST_BYTES / cells) * 3);
    return true;
  }

  /** What `cells` cells really took; a tenth is added, since the next sheet may be wordier. */
  learn(cells: number, bytes: number): void {
    if (cells > 0) this.bytesPerCell = Math.max(8, (bytes / cells) * 1.1);
  }
}
