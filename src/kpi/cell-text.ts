/** The text of a KPI cell → Reading. Nothing is guessed: what is not understood comes back as unreadable. */
import { readSuffix } from "./cell-affixes";
import { missingKind, targetWords } from "./words";
import { findYears, type YearMention } from "./year";
import { isKnownUnit } from "./unit";
import { scanNumeral } from "./numeral";
import { readFigures } from "./cell-figures";
import { CIRCLED, GROUP, plain, takeGroups, YEAR } from "./characters";
import { readGroup } from "./cell-groups";
import type { Reading } from "./types";

/** Every error has this form, so that those of later versions are known too. */
const EXCEL_ERROR = /^#(N\/A|NAME\?|GETTING_DATA|[A-Z]+(\/0)?!)$/u;
const NOTE =
  /(※\s?\d{0,2}(?=\s|$)|※\s?\d{0,2}(?=[^\d\s\n])[^\n]*|注\s?\d{0,2}[)）:][^\n]*|注\s?\d{1,2}(?=\s|$)|[*†‡]\s?\d?(?=\s|$))/gu;

/** 「1日平均 123,058人」「人口10万人当たり5.2」: for whom the figure counts. */
const PER_HEAD =
  /^(人口)?((1|10万|千|1,000|一)(人|日|世帯|件|校|戸|か月|月|年|回|ha|㎡|km2))+(の?平均|当たり|あたり)\s*:?\s*(?=(約\s?)?[\d▲△-])/u;

/** Is the mention surely a year where figures stand: not 「2019」 alone, not 「18年」? */
const surelyYear = (mention: YearMention): boolean => !mention.bare && !mention.loose;

interface Parts {
  readonly main: string;
  readonly groups: readonly string[];
  readonly years: readonly number[];
  readonly circled: readonly string[];
  readonly notes: readonly string[];
}

function takeApart(text: string, circled: readonly string[]): Parts {
  const grouped = takeGroups(text);
  const notes: string[] = [];
  const noted = !/[※注*†‡]/u.test(grouped.main)
    ? grouped.main
    : grouped.main.replace(NOTE, (note) => {
        // A note may swallow brackets: they come back as text.
        const before = grouped.main.slice(0, grouped.main.indexOf(note));
        let index = before.split(GROUP).length - 1;
        notes.push(note.replaceAll(GROUP, () => `(${grouped.groups[index++] ?? ""})`).trim());
        return " ";
      });
  const groups = grouped.groups.slice(0, noted.split(GROUP).length - 1);
  const mentions = findYears(noted).filter(surelyYear);
  const dated = mentions.reduceRight((t, y) => `${t.slice(0, y.start)}${YEAR}${t.slice(y.end)}`, noted).trim();
  const perHead = PER_HEAD.exec(dated)?.[0] ?? "";
  if (perHead !== "") notes.push(perHead.trim());
  const main = dated.slice(perHead.length);
  return { main, groups, years: mentions.map((m) => m.year), circled, notes };
}

const AROUND_YEAR = new RegExp(`${YEAR}(度)?(末|中)?(には|までに|をもって|より|から|は|に|の|で)?`, "gu");
const MARKS = new RegExp(`[${GROUP}${CIRCLED}\\s。、:「」『』"“”]`, "gu");

/** The text without marks and brackets, for the tables of words. */
const bareWords = (main: string): string =>
  main
    .replace(AROUND_YEAR, "")
    .replace(MARKS, "")
    .replace(/^・(?=.)/u, "");
/** A figure and at most a short unit: no words that would have to be looked up. */
const MERE_FIGURE = /^[^\p{L}]*\p{L}{0,3}$/u;

const KANJI_FIGURE = /^(?<prefix>約|累計)?(?<body>[〇零一二三四五六七八九十百千万億兆]+)(?<suffix>\D*)$/u;

/** 「三百五十人」→ 「350人」-like reading; only with a known unit, since most kanji digits stand in words. */
function kanjiFigure(main: string): string | null {
  const match = KANJI_FIGURE.exec(main.trim());
  if (!match) return null;
  const body = match.groups?.body as string;
  const suffix = match.groups?.suffix as string;
  // 「一部」「一度」「十分」 are words, 「一」 alone may be a dash.
  if (body === "一" && !/^(人|件|回|名|校|社|店|台|本|棟|世帯|団体|箇所|[かカヶ]所|円)/u.test(suffix)) return null;
  if (body === "十" && suffix.startsWith("分")) return null;
  if (/^[〇零千万億兆]/u.test(body) || /^〇+$/u.test(body)) return null;
  const numeral = scanNumeral(body, 0, true);
  const tail = suffix.replaceAll(GROUP, "").trim();
  if (!numeral || numeral.end !== body.length || numeral.value.scale !== 0) return null;
  const parsed = readSuffix(tail);
  if (!parsed || (parsed.unit !== null && !isKnownUnit(parsed.unit))) return null;
  if (parsed.unit === null && body.length === 1) return null;
  return `${match.groups?.prefix ?? ""}${numeral.value.digits}${suffix}`;
}

const unreadable = (text: string, year: number | null): Reading =>
  year === null ? { kind: "unreadable", text } : { kind: "unreadable", text, year };

/** Reads what a cell prints. `unit`: of the column or the name, for figures that print none. Never throws. */
export function readText(text: string, unit: string | null): Reading {
  if (EXCEL_ERROR.test(text.trim())) return { kind: "error", text };
  const { text: source, circled, damaged } = plain(text);
  if (source === "") return { kind: "missing", text, missing: "blank", year: null, notes: [] };
  if (damaged) return { kind: "unreadable", text };
  const parts = takeApart(source, circled);
  const { main, groups, years } = parts;
  const read = groups.map(readGroup);
  const groupYears = read.flatMap((g) => (g.kind === "year" ? [g.year] : []));
  const allYears = [...years, ...groupYears];
  const year = allYears.every((y) => y === allYears[0]) ? (allYears[0] ?? null) : null;
  const words = bareWords(main);
  const notes = [...parts.notes, ...circled, ...groups.filter((_, i) => read[i]?.kind !== "year")];

  if (!/\d/u.test(main)) {
    if (words === "") {
      const [only] = groups;
      const inside = groups.length === 1 && years.length === 0 && only !== undefined ? readText(only, null) : null;
      if (inside?.kind === "missing" && inside.missing !== "blank") return { ...inside, text };
      return unreadable(text, year);
    }
    const missing = missingKind(words);
    if (missing !== null)
      return {
        kind: "missing",
        text,
        missing,
        year: missing === "unpublished" && /予定/u.test(words) ? null : year,
        notes,
      };
    const target = targetWords(words);
    if (target !== null) {
      // 「増加（50件）」: the figure in the brackets may be the target itself.
      const figure = read.some((g) => g.kind === "figure");
      if (figure && (target === "increase" || target === "decrease")) return { kind: "unreadable", text };
      return { kind: "words", text, words: target, year, notes };
    }
    const figure = kanjiFigure(main);
    if (figure === null) return unreadable(text, year);
    return fromFigures(text, { ...parts, main: figure }, unit);
  }
  const missing = MERE_FIGURE.test(words) ? null : missingKind(words.replace(/COVID-?19/giu, "コロナ"));
  if (missing !== null && missing !== "dash") return { kind: "missing", text, missing, year, notes };
  return fromFigures(text, parts, unit);
}

function fromFigures(text: string, parts: Parts, unit: string | null): Reading {
  const figures = readFigures(parts.main, parts.groups, parts.years, parts.circled, unit);
  if (!figures) return unreadable(text, parts.years.length === 1 ? (parts.years[0] ?? null) : null);
  const notes = [...figures.notes, ...parts.notes];
  const { quantities, year } = figures;
  const [first, second] = quantities;
  if (figures.range && second) return { kind: "range", text, low: first, high: second, year, notes };
  return { kind: "quantity", text, parts: quantities, year, notes };
}
