/** Texts that speak of one indicator: its verification line, its remarks, sentences that name it. */
import { plain } from "../../kpi/characters";
import { splitName } from "../../kpi/name";
import { coreName, plainName, sharedRun } from "./alike";
import type { CheckContext, CheckedRow, CheckedSheet } from "./context";
import type { Place } from "./rule";

/** Stands for the indicator's name in `IndicatorText.subject`. */
export const SUBJECT = "◇";

export interface IndicatorText {
  /** Where the text stands; the indicator may belong to another sheet. */
  readonly sheet: CheckedSheet;
  readonly row: CheckedRow;
  readonly place: Place;
  /** One sentence, or the part of one that speaks of this indicator, in plain characters (half-width, one kind of dash). */
  readonly sentence: string;
  /** The same with `SUBJECT` in the place of the indicator's name. */
  readonly subject: string;
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
  const numbered = sheet.rows.filter(({ indicator }) => label !== "" && plainName(indicator.no ?? "") === label);
  if (numbered.length === 1) return numbered[0] ?? null;
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

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The name as a sentence repeats it: with or without its brackets and the 数 at its end. */
function namePattern(row: CheckedRow): RegExp {
  let pattern = patterns.get(row);
  if (pattern === undefined) patterns.set(row, (pattern = makePattern(row)));
  return pattern;
}

const patterns = new WeakMap<CheckedRow, RegExp>();

function makePattern({ indicator }: CheckedRow): RegExp {
  const core = plain(splitName(indicator.name).core).text.replace(/\s+/g, "");
  const base = core.replace(/(?<=.)\([^()]*\)$/, "");
  const open = base.length >= 7 ? base.replace(/数$/, "") : base;
  return new RegExp(`${escape(open)}${open === base ? "" : "数?"}(?:\\([^()]*\\))?`, "u");
}

const LONG_NAME = 5;
const SHORTEST_NAME = 3;

interface Named {
  readonly row: CheckedRow;
  readonly name: string;
  /** As sentences repeat it. */
  readonly pattern: RegExp;
}

/** The indicator that a clause names: the longest name speaks, 「転入世帯数」 stands inside 「転入世帯数の割合」. */
function namedIn(clause: string, names: readonly Named[]): Named | "several" | null {
  const flat = plainName(clause);
  const found = names.filter(({ name, pattern }) => {
    const at = flat.indexOf(name);
    // A short name is a word like any other unless it is what the clause begins with.
    if (name.length < LONG_NAME) return at === 0 && /^[はがも]/.test(flat.slice(name.length));
    return at >= 0 || pattern.test(clause);
  });
  const [longest] = [...found].sort((a, b) => b.name.length - a.name.length);
  if (!longest) return null;
  return found.every(({ name }) => longest.name.includes(name)) ? longest : "several";
}

/** The parts of a sentence that speak of one indicator each: its clauses from the one that names it to the next name. */
function parts(sentence: string, names: readonly Named[]): { readonly named: Named; readonly text: string }[] {
  const found: { named: Named; text: string }[] = [];
  let open = false;
  for (const clause of sentence.split(/(?<=、)/)) {
    const named = namedIn(clause, names);
    const last = found[found.length - 1];
    if (named === "several") open = false;
    else if (named === null || (open && named.name === last?.named.name)) {
      if (open && last) last.text += clause;
    } else {
      found.push({ named, text: clause });
      open = true;
    }
  }
  return found;
}

/** Rows by name, each name once: 「再掲」 repeats an indicator. */
function namesOf(rows: readonly CheckedRow[]): Named[] {
  const seen = new Set<string>();
  const named = rows.flatMap((row): Named[] => {
    const name = coreName(row.indicator.name);
    if (name.length < SHORTEST_NAME || row.indicator.part !== null || seen.has(name)) return [];
    seen.add(name);
    return [{ row, name, pattern: namePattern(row) }];
  });
  // Rows that differ in their brackets alone (男性 and 女性) are told apart by nothing else.
  return named.map((one) =>
    named.filter(({ pattern }) => pattern.source === one.pattern.source).length === 1
      ? one
      : { ...one, pattern: /(?!)/u },
  );
}

const read = new WeakMap<CheckedSheet, readonly IndicatorText[]>();

/**
 * Every sentence of a sheet that speaks of an indicator, verification lines and remarks first. A sheet without a table
 * (総括) speaks of the indicators of the whole workbook. Read once per sheet.
 */
export function indicatorTexts(sheet: CheckedSheet, { rows }: CheckContext): readonly IndicatorText[] {
  let found = read.get(sheet);
  if (found === undefined) read.set(sheet, (found = readTexts(sheet, rows)));
  return found;
}

function readTexts(sheet: CheckedSheet, elsewhere: readonly CheckedRow[]): IndicatorText[] {
  const found: IndicatorText[] = [];
  const taken = new Set<string>();
  const push = (row: CheckedRow, place: Place, sentence: string, own: boolean): void => {
    found.push({ sheet, row, place, sentence, subject: sentence.replace(namePattern(row), SUBJECT), own });
  };
  for (const line of sheet.narrative()) {
    taken.add(`${line.row}:${line.column}`);
    const row = rowOfLine(sheet, line);
    if (row) for (const sentence of sentences(line.body)) push(row, line, sentence, true);
  }
  for (const row of sheet.rows) {
    const { remarks } = row.indicator.places;
    const text = remarks === null ? "" : sheet.grid.text(remarks.row, remarks.column);
    if (remarks === null || text === "") continue;
    taken.add(`${remarks.row}:${remarks.column}`);
    for (const sentence of sentences(text)) push(row, remarks, sentence, true);
  }
  const rows = sheet.rows.length > 0 ? sheet.rows : elsewhere;
  const names = namesOf(rows);
  // A sheet about one indicator alone speaks of it without its name.
  const only = sheet.rows.length === 1 ? (sheet.rows[0] ?? null) : null;
  for (const paragraph of sheet.paragraphs()) {
    if (taken.has(`${paragraph.row}:${paragraph.column}`)) continue;
    if (rows.some((row) => row.sheet === sheet && isInTable(row, paragraph))) continue;
    for (const sentence of sentences(paragraph.text)) {
      const spoken = parts(sentence, names);
      for (const { named, text } of spoken) push(named.row, paragraph, text, false);
      if (only && spoken.length === 0) push(only, paragraph, sentence, true);
    }
  }
  return found;
}

/** Joints that look like particles of a subject: 「増えたものの」「増加しているが、」. */
const JOINT = /ものの|(?<=[たるいだすん])が(?=、|$)/gu;
/** What a comparison is made with, and words that any indicator may be called by. */
const NO_SUBJECT =
  /年度?$|本市|市$|結果$|実績値?$|指標$|KPI\d*$|(?:まで|に|から|より|で|と)$|^(?:最終|中間|年次)?目標|^基準|^現状値/;

/** The subject in front of a statement is the indicator, or nobody. */
export function speaksOfIt(row: CheckedRow, before: string): boolean {
  const text = before.replace(JOINT, "、");
  const subject = /(?<subject>[^、。はがも]{2,}|[^、。はがも]*◇[^、。はがも]*)(?:は|が|も)[^はがも]*$/u.exec(text)
    ?.groups?.subject;
  if (subject === undefined || subject.includes(SUBJECT)) return true;
  const flat = plainName(subject);
  if (NO_SUBJECT.test(flat)) return true;
  const name = coreName(row.indicator.name);
  return sharedRun(flat, name) >= Math.min(3, name.length);
}

const isInTable = ({ assessed }: CheckedRow, { row, column }: Place): boolean => {
  const { top, bottom, left, right } = assessed.table.area;
  return row >= top && row <= bottom && column >= left && column <= right;
};
