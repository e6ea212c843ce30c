/** Texts that speak of one indicator: its verification line, its remarks, sentences that name it. */
import { plain } from "../../kpi/characters";
import { coreName, plainName } from "./alike";
import type { CheckedRow, CheckedSheet } from "./context";
import type { Place } from "./rule";

export interface IndicatorText {
  readonly row: CheckedRow;
  readonly place: Place;
  /** One sentence in plain characters (half-width, one kind of dash). */
  readonly sentence: string;
  /** A line written about this indicator alone; a sentence that merely names it is weaker evidence. */
  readonly own: boolean;
}

const digits = (no: string | null): string | null =>
  /\d{1,3}(?:-\d{1,2})?(?=\D*$)/.exec((no ?? "").normalize("NFKC"))?.[0] ?? null;

/** The row that a verification line speaks of: by its number, its name, or as the one row without a number. */
export function rowOfLine(
  sheet: CheckedSheet,
  line: { readonly no: string | null; readonly label: string; readonly beside: string | null; readonly body: string },
): CheckedRow | null {
  if (line.no !== null) {
    const same = sheet.rows.filter(({ indicator }) => digits(indicator.no) === line.no);
    return same.length === 1 ? (same[0] ?? null) : null;
  }
  const label = plainName(`${line.beside ?? ""}${line.label}`);
  const named = sheet.rows.filter(({ indicator }) => {
    const name = coreName(indicator.name);
    return (
      name.length >= 3 &&
      (label.includes(name) || (label.length >= 4 && name.includes(plainName(line.label)) && line.label !== ""))
    );
  });
  if (named.length === 1) return named[0] ?? null;
  const unnumbered = sheet.rows.filter(({ indicator }) => indicator.no === null);
  if (unnumbered.length === 1 && sheet.rows.length > 1 && !/KPI|ＫＰＩ/i.test(label)) return unnumbered[0] ?? null;
  return sheet.rows.length === 1 ? (sheet.rows[0] ?? null) : null;
}

const sentences = (text: string): string[] =>
  plain(text)
    .text.split(/[。\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

const SHORTEST_NAME = 5;

/** Every sentence that speaks of an indicator, verification lines and remarks first. */
export function indicatorTexts(sheet: CheckedSheet): IndicatorText[] {
  const found: IndicatorText[] = [];
  const taken = new Set<string>();
  const push = (row: CheckedRow, place: Place, text: string, own: boolean): void => {
    for (const sentence of sentences(text)) found.push({ row, place, sentence, own });
  };
  for (const line of sheet.narrative()) {
    taken.add(`${line.row}:${line.column}`);
    const row = rowOfLine(sheet, line);
    if (row) push(row, line, line.body, true);
  }
  for (const row of sheet.rows) {
    const { remarks } = row.indicator.places;
    const text = remarks === null ? "" : sheet.grid.text(remarks.row, remarks.column);
    if (remarks === null || text === "") continue;
    taken.add(`${remarks.row}:${remarks.column}`);
    push(row, remarks, text, true);
  }
  const names = sheet.rows
    .map((row) => ({ row, name: coreName(row.indicator.name) }))
    .filter(({ name, row }) => name.length >= SHORTEST_NAME && row.indicator.part === null);
  for (const paragraph of sheet.paragraphs()) {
    if (taken.has(`${paragraph.row}:${paragraph.column}`)) continue;
    if (names.some(({ row }) => isInTable(row, paragraph))) continue;
    for (const sentence of sentences(paragraph.text)) {
      const flat = plainName(sentence);
      const named = names.filter(({ name }) => flat.includes(name));
      // The longest name speaks: 「転入世帯数」 stands inside 「転入世帯数の割合」.
      const [longest] = [...named].sort((a, b) => b.name.length - a.name.length);
      if (longest && named.every(({ name }) => longest.name.includes(name)))
        found.push({ row: longest.row, place: paragraph, sentence, own: false });
    }
  }
  return found;
}

const isInTable = ({ assessed }: CheckedRow, { row, column }: Place): boolean => {
  const { top, bottom, left, right } = assessed.table.area;
  return row >= top && row <= bottom && column >= left && column <= right;
};
