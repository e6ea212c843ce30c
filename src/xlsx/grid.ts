/** sheetData → cells, empty styled cells and row sizes, row by row; a million styled empty rows stay a few entries. */
import { formulaFromFile, callsCustomFunction, shiftFormula } from "./formula";
import { columnIndex, parseArea } from "./reference";
import { type CellKind, type CellValue, type RowRun, type StyledArea, type XlsxCell, XlsxError } from "./types";
import { type Attributes, flag, numberOf, unescapeText, type XmlHandler } from "./xml";

/** More cells with content than any sheet of this field. */
const MAX_CELLS = 5_000_000;

export interface GridContext {
  readonly part: string;
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
  readonly styleCount: number;
}

interface Draft {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string | null;
  inline: string | null;
  formula: string | null;
  formulaAttributes: Attributes | null;
}

/** Walk handler for the inside of sheetData. Call `finish()` after the walk. */
export class GridReader implements XmlHandler {
  readonly cells: XlsxCell[] = [];
  readonly blanks: StyledArea[] = [];
  readonly rows: RowRun[] = [];
  private row = -1;
  private column = -1;
  private draft: Draft | null = null;
  private target: "value" | "inline" | "formula" | null = null;
  private phonetic = 0;
  private readonly shared = new Map<string, { formula: string; row: number; column: number }>();
  private readonly waiting: { index: number; group: string }[] = [];
  private readonly runs = new RunCollector(this.blanks);

  constructor(private readonly context: GridContext) {}

  open(name: string, attributes: Attributes): void {
    if (name === "row") this.openRow(attributes);
    else if (name === "c") this.openCell(attributes);
    else if (!this.draft) return;
    else if (name === "v") {
      this.target = "value";
      this.draft.value = "";
    } else if (name === "f") {
      this.target = "formula";
      this.draft.formula = "";
      this.draft.formulaAttributes = attributes;
    } else if (name === "is") this.draft.inline = "";
    else if (name === "rPh") this.phonetic += 1;
    else if (name === "t" && this.draft.inline !== null && this.phonetic === 0) this.target = "inline";
  }

  close(name: string): void {
    if (name === "c") this.closeCell();
    else if (name === "rPh") this.phonetic -= 1;
    else if (name === "v" || name === "f" || name === "t") this.target = null;
  }

  text(text: string): void {
    if (this.draft && this.target) this.draft[this.target] += text;
  }

  /** Expands the shared formulas whose first cell came later, and puts rows that were out of order into order. */
  finish(): void {
    this.runs.finish();
    for (const { index, group } of this.waiting) {
      const cell = this.cells[index] as XlsxCell;
      const master = this.shared.get(group);
      // Without a first cell Excel drops the formula and keeps the value.
      if (master) this.cells[index] = { ...cell, ...this.formulaOf(this.expand(master, cell), cell.stale) };
    }
    const ordered = this.cells.every((cell, i) => i === 0 || compare(this.cells[i - 1] as XlsxCell, cell) < 0);
    if (ordered) return;
    this.cells.sort(compare);
    // A cell written twice: the later one counts.
    const kept = this.cells.filter((cell, i) => !sameCell(cell, this.cells[i + 1]));
    this.cells.splice(0, this.cells.length, ...kept);
  }

  private openRow(attributes: Attributes): void {
    this.row = (numberOf(attributes.r) ?? this.row + 2) - 1;
    this.column = -1;
    const run = {
      height: numberOf(attributes.ht),
      hidden: flag(attributes.hidden, false),
      outlineLevel: numberOf(attributes.outlineLevel) ?? 0,
      style: flag(attributes.customFormat, false) ? this.styleOf(attributes.s) : null,
    };
    if (run.height === null && !run.hidden && run.outlineLevel === 0 && run.style === null) return;
    const last = this.rows[this.rows.length - 1];
    const continues =
      last &&
      last.last === this.row - 1 &&
      last.height === run.height &&
      last.hidden === run.hidden &&
      last.outlineLevel === run.outlineLevel &&
      last.style === run.style;
    if (continues) this.rows[this.rows.length - 1] = { ...last, last: this.row };
    else this.rows.push({ first: this.row, last: this.row, ...run });
  }

  private openCell(attributes: Attributes): void {
    const letters = attributes.r?.replace(/\d+$/, "").toUpperCase();
    const column = letters === undefined ? this.column + 1 : columnIndex(letters);
    if (column < 0 || this.row < 0) throw new XlsxError("damaged", `${this.context.part}: cell ${attributes.r}`);
    // Some writers leave the row's own number out but number the cells.
    if (attributes.r !== undefined) this.row = Number(attributes.r.slice(letters?.length)) - 1;
    this.column = column;
    this.target = null;
    this.draft = {
      row: this.row,
      column,
      type: attributes.t ?? "n",
      style: this.styleOf(attributes.s),
      value: null,
      inline: null,
      formula: null,
      formulaAttributes: null,
    };
  }

  private styleOf(text: string | undefined): number {
    const style = Number(text ?? 0);
    return style > 0 && style < this.context.styleCount ? style : 0;
  }

  private closeCell(): void {
    const draft = this.draft;
    this.draft = null;
    if (!draft) return;
    const { row, column, style } = draft;
    const content = this.valueOf(draft);
    if (content.kind === "empty" && draft.formula === null) {
      if (style > 0) this.runs.add(row, column, style);
      return;
    }
    if (this.cells.length >= MAX_CELLS) throw new XlsxError("tooLarge", `${this.context.part}: cells`);
    const { t: kind, si: group, ref } = draft.formulaAttributes ?? {};
    const stale = draft.formula !== null && draft.value === null && draft.inline === null;
    const cell: XlsxCell = { row, column, ...content, formula: null, array: null, stale, style };
    const text = draft.formula?.trim() ?? "";
    if (kind === "shared" && group !== undefined && text === "") {
      const master = this.shared.get(group);
      if (!master) this.waiting.push({ index: this.cells.length, group });
      this.cells.push(
        master ? { ...cell, ...this.formulaOf(this.expand(master, cell), stale) } : { ...cell, stale: false },
      );
      return;
    }
    if (kind === "shared" && group !== undefined) this.shared.set(group, { formula: text, row, column });
    if (text === "" || kind === "dataTable") {
      if (content.kind !== "empty") this.cells.push({ ...cell, stale: false });
      else if (style > 0) this.runs.add(row, column, style);
      return;
    }
    const array = kind === "array" && ref !== undefined ? parseArea(ref) : null;
    this.cells.push({ ...cell, ...this.formulaOf(text, stale), array });
  }

  private expand(
    master: { formula: string; row: number; column: number },
    cell: { row: number; column: number },
  ): string {
    return shiftFormula(master.formula, cell.row - master.row, cell.column - master.column);
  }

  /** A cached value of a custom function was computed elsewhere, perhaps from other figures. */
  private formulaOf(text: string, stale: boolean): { formula: string; stale: boolean } {
    const formula = formulaFromFile(text);
    return { formula, stale: stale || callsCustomFunction(formula) };
  }

  private valueOf(draft: Draft): { kind: CellKind; value: CellValue } {
    const text = draft.value ?? "";
    switch (draft.type) {
      case "s": {
        if (text.trim() === "") return { kind: "empty", value: "" };
        const shared = this.context.sharedStrings[Number(text)];
        if (shared === undefined) throw new XlsxError("damaged", `${this.context.part}: shared string ${text}`);
        return textValue(shared);
      }
      case "inlineStr":
        return textValue(unescapeText(draft.inline ?? text));
      case "str":
        return textValue(unescapeText(draft.inline ?? text));
      case "b":
        return text === "" ? { kind: "empty", value: "" } : { kind: "boolean", value: flag(text.trim(), false) };
      case "e":
        return text === "" ? { kind: "empty", value: "" } : { kind: "error", value: text };
      case "d": {
        const serial = serialOf(text, this.context.date1904);
        return serial === null ? textValue(text) : { kind: "number", value: serial };
      }
      default: {
        if (draft.inline !== null) return textValue(unescapeText(draft.inline));
        if (text.trim() === "") return { kind: "empty", value: "" };
        const number = Number(text);
        return Number.isFinite(number) ? { kind: "number", value: number } : { kind: "error", value: "#NUM!" };
      }
    }
  }
}

function textValue(value: string): { kind: CellKind; value: string } {
  return { kind: value === "" ? "empty" : "text", value };
}

function compare(a: XlsxCell, b: XlsxCell): number {
  return a.row - b.row || a.column - b.column;
}

function sameCell(a: XlsxCell, b: XlsxCell | undefined): boolean {
  return b !== undefined && a.row === b.row && a.column === b.column;
}

/** ISO date of a `t="d"` cell → serial number; null where it is none. */
function serialOf(text: string, date1904: boolean): number | null {
  const m = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!m || text.trim() === "") return null;
  const time = (Number(m[4] ?? 0) * 3600 + Number(m[5] ?? 0) * 60 + Number(m[6] ?? 0)) / 86_400;
  if (m[1] === undefined) return time;
  const days = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / 86_400_000;
  const serial = days + 25_569;
  // Excel counts a 29 February 1900 that never was.
  return (date1904 ? serial - 1462 : serial < 61 ? serial - 1 : serial) + time;
}

/** Joins empty styled cells into areas, along the row first, then down. */
class RunCollector {
  private current: StyledArea | null = null;
  private above = new Map<string, number>();
  private here = new Map<string, number>();
  private row = -1;

  constructor(private readonly areas: StyledArea[]) {}

  add(row: number, column: number, style: number): void {
    if (row !== this.row) this.nextRow(row);
    const last = this.areas.length - 1;
    const current = this.current;
    if (current && current.right === column - 1 && current.style === style && current.top === row) {
      this.current = { ...current, right: column };
      this.areas[last] = this.current;
      return;
    }
    this.finish();
    this.current = { top: row, left: column, bottom: row, right: column, style };
    this.areas.push(this.current);
  }

  finish(): void {
    if (this.current) this.settle();
  }

  private nextRow(row: number): void {
    this.finish();
    this.above = row === this.row + 1 ? this.here : new Map();
    this.here = new Map();
    this.row = row;
  }

  /** A finished run joins the same run of the row above. */
  private settle(): void {
    const run = this.current as StyledArea;
    this.current = null;
    const key = `${run.left}:${run.right}:${run.style}`;
    const index = this.above.get(key);
    const upper = index === undefined ? undefined : this.areas[index];
    if (index === undefined || !upper) {
      this.here.set(key, this.areas.length - 1);
      return;
    }
    this.areas[index] = { ...upper, bottom: run.bottom };
    this.areas.pop();
    this.here.set(key, index);
  }
}
