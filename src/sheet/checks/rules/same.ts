/** The same fact in two places: an indicator twice, a number twice, a heading twice. */
import { compare } from "../../../kpi/decimal";
import type { Quantity } from "../../../kpi/types";
import { sameUnit } from "../../../kpi/unit";
import type { CellReading } from "../../types";
import { coreName, plainName, sharedRun } from "../alike";
import type { CheckContext, CheckedRow } from "../context";
import { isDistinctive, quantityOf } from "../readings";
import type { Draft, Rule } from "../rule";
import { fiscalYear, nameOf, shown, value } from "../wording";

interface Fact {
  readonly id: string;
  readonly what: "baseline" | "target" | "actual";
  readonly name: string;
  readonly at: CellReading;
}

/** What an indicator states, each under what it is about: 基準値 of 2018, 実績値 of 2021. */
function factsOf({ indicator }: CheckedRow): Fact[] {
  const { baseline, baselineYear, targets, actuals } = indicator;
  const facts: Fact[] = [{ id: `baseline ${baselineYear ?? ""}`, what: "baseline", name: "基準値", at: baseline }];
  for (const at of targets) {
    const name = at.kind === "final" ? "目標値" : "中間値";
    facts.push({ id: `${at.kind} ${at.year ?? ""}`, what: "target", name, at });
  }
  for (const at of actuals) {
    if (at.year === null) continue;
    facts.push({ id: `actual ${at.year}`, what: "actual", name: `${fiscalYear(at.year)}の実績値`, at });
  }
  return facts;
}

const comparable = ({ reading }: CellReading): boolean =>
  reading.kind === "quantity" || reading.kind === "words" || reading.kind === "range";

function sameReading(a: CellReading, b: CellReading): boolean {
  if (a.reading.kind === "words" && b.reading.kind === "words") return a.reading.words === b.reading.words;
  const [qa, qb] = [quantityOf(a.reading), quantityOf(b.reading)];
  if (a.reading.kind !== "quantity" || b.reading.kind !== "quantity" || qa === null || qb === null)
    return a.reading.text.normalize("NFKC").replace(/\s/g, "") === b.reading.text.normalize("NFKC").replace(/\s/g, "");
  if (a.reading.parts.length !== b.reading.parts.length) return false;
  return a.reading.parts.every((part, i) => {
    const other = (b.reading as { parts: readonly Quantity[] }).parts[i];
    return other !== undefined && compare(part.value, other.value) === 0;
  });
}

const LONG_NAME = 8;

function* sameIndicator({ rows }: CheckContext): Iterable<Draft> {
  const byName = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const name = `${coreName(row.indicator.name)}/${plainName(row.indicator.part ?? "")}`;
    const known = byName.get(name);
    if (known) known.push(row);
    else byName.set(name, [row]);
  }
  for (const [name, same] of byName) {
    const [first] = same;
    if (first === undefined || same.length < 2 || same.length > 20) continue;
    for (const row of same.slice(1)) yield* compareRows(name, first, row);
  }
}

/** Two rows of one name are the same indicator when something distinctive in them agrees. */
function* compareRows(name: string, a: CheckedRow, b: CheckedRow): Iterable<Draft> {
  if (a.indicator.unit !== null && b.indicator.unit !== null && !sameUnit(a.indicator.unit, b.indicator.unit)) return;
  const there = new Map(factsOf(a).map((fact) => [fact.id, fact]));
  const both = factsOf(b).flatMap((fact) => {
    const other = there.get(fact.id);
    if (other === undefined || !comparable(fact.at) || !comparable(other.at)) return [];
    return [{ here: fact, there: other, same: sameReading(fact.at, other.at) }];
  });
  const agree = both.filter(({ same }) => same);
  const differ = both.filter(({ same }) => !same);
  if (differ.length === 0) return;
  const sure = agree.some(({ here }) => isDistinctive(here.at)) || agree.length >= 2;
  // Nothing agrees: of two offices' 「研修参加者数」 nothing can be said.
  if (!sure && !(agree.length === 1 && name.length >= LONG_NAME)) return;
  if (differ.length > agree.length + 1) return;
  const elsewhere = a.sheet === b.sheet ? "別の行" : `シート「${a.sheet.name}」`;
  for (const { here, there: other } of differ) {
    yield {
      sheet: b.sheet,
      cells: [here.at.cell],
      others: [{ sheet: a.sheet, cells: [other.at.cell] }],
      subject: b.indicator.key,
      values: [value("here", shown(b, here.at)), value("there", shown(a, other.at))],
      message: `${nameOf(b.indicator)}の${here.name}は${shown(b, here.at)}ですが、${elsewhere}の同じ指標では${shown(a, other.at)}です。`,
      severity: sure ? "error" : "warning",
    };
  }
}

function* numberRepeated({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { table } of sheet.assessed.tables) {
      const rows = sheet.rows.filter(({ indicator }) => indicator.tableId === table.id && indicator.no !== null);
      const byNumber = new Map<string, CheckedRow[]>();
      for (const row of rows) {
        const no = plainName(row.indicator.no ?? "");
        if (no !== "") byNumber.set(no, [...(byNumber.get(no) ?? []), row]);
      }
      const repeated = [...byNumber.values()].filter(
        (same) => new Set(same.map(({ indicator }) => coreName(indicator.name))).size > 1,
      );
      // Where numbers usually repeat they number the measures, not the indicators.
      if (repeated.length * 3 > byNumber.size) continue;
      for (const same of repeated) {
        const [first, ...rest] = same as [CheckedRow, ...CheckedRow[]];
        yield {
          sheet,
          cells: rest.map(({ indicator }) => indicator.places.no),
          others: [{ cells: [first.indicator.places.no] }],
          subject: `${sheet.name}/${first.indicator.no ?? ""}`,
          values: same.map(({ indicator }) => value("number", nameOf(indicator))),
          message: `番号「${first.indicator.no ?? ""}」が${same.length}つの指標に付いています（${same.map(({ indicator }) => nameOf({ ...indicator, no: null })).join("")}）。`,
        };
      }
    }
  }
}

const HEADING = /^(?<label>[^\d\s]{2,8}?)\s*(?<number>\d{1,3}(?:-\d{1,3})*)\s+(?<title>\S.*)$/u;

/** One heading number with two titles, 出生 and 出産. */
function* headingDiffers({ rows }: CheckContext): Iterable<Draft> {
  const known = new Map<string, { title: string; text: string; row: CheckedRow }>();
  const told = new Set<string>();
  for (const row of rows) {
    for (const text of row.indicator.group) {
      const m = HEADING.exec(text.normalize("NFKC"))?.groups;
      if (!m) continue;
      const id = `${m.label}${m.number}`;
      const title = plainName(m.title ?? "");
      const first = known.get(id);
      if (first === undefined) {
        known.set(id, { title, text, row });
        continue;
      }
      // Only a slip of the pen: titles that share hardly anything belong to different plans.
      if (first.title === title || told.has(id + title) || sharedRun(first.title, title) * 2 < title.length) continue;
      told.add(id + title);
      yield {
        sheet: row.sheet,
        cells: [headingPlace(row, text)],
        others: [{ sheet: first.row.sheet, cells: [headingPlace(first.row, first.text)] }],
        subject: id,
        values: [value("here", text), value("there", first.text)],
        message: `見出し「${text}」が、別の箇所では「${first.text}」となっています。`,
      };
    }
  }
}

/** Where a heading stands above its row; the row itself where that is not found. */
function headingPlace({ sheet, indicator }: CheckedRow, heading: string): { row: number; column: number } {
  const title = plainName(heading.normalize("NFKC").replace(/^[^\d]*[\d-]+\s*/, ""));
  for (let r = indicator.row; r >= sheet.grid.area.top; r--) {
    const cell = sheet.grid.row(r).find(({ text }) => text.length < 120 && plainName(text).endsWith(title));
    if (cell) return { row: cell.row, column: cell.column };
  }
  return { row: indicator.row, column: indicator.baseline.cell?.column ?? sheet.grid.area.left };
}

export const SAME_RULES: readonly Rule[] = [
  {
    id: "same-indicator-differs",
    family: "same",
    severity: "error",
    title: { ja: "同じ指標の値が箇所によって違う", en: "The same indicator has different values" },
    find: sameIndicator,
  },
  {
    id: "number-repeated",
    family: "same",
    severity: "warning",
    title: { ja: "番号が重複している", en: "A number is used twice" },
    find: numberRepeated,
  },
  {
    id: "heading-differs",
    family: "same",
    severity: "warning",
    title: { ja: "見出しの書き方が違う", en: "A heading is written in two ways" },
    find: headingDiffers,
  },
];
