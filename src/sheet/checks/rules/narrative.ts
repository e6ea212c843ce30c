/** What the text says against what the table says (checks.md 42, 43, 57). */
import { absolute, compare, multiply, decimal, subtract, toText } from "../../../kpi/decimal";
import { gradeKey, gradeOf } from "../../../kpi/rubric";
import type { Decimal } from "../../../kpi/types";
import type { CellReading } from "../../types";
import { containment, coreName, plainName, sharedRun } from "../alike";
import { claimsOf, type Claim } from "../claims";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import type { Draft, Place, Rule } from "../rule";
import { indicatorTexts, rowOfLine, type IndicatorText } from "../texts";
import { displayed, fiscalYear, nameOf, shortened, shown, value } from "../wording";
import { quantityOf } from "./values";

function* gradeDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const line of sheet.narrative()) {
      const row = rowOfLine(sheet, line);
      if (row === null || line.grade.text.trim() === "") continue;
      const { indicator, grading, rubric } = row;
      const own = gradeOf(rubric, line.grade.text);
      const cell = indicator.existingGrade ?? "";
      const inCell = cell === "" ? null : gradeOf(rubric, cell);
      // The grade that is written in the table counts; where none is, the one that its figures give.
      const due = inCell ?? (cell === "" && row.assessed.rubricFrom !== "default" ? grading.grade : null);
      if (own === null || due === null || due === "" || gradeKey(own) === gradeKey(due)) continue;
      if (inCell === null && grading.direction.needsConfirmation) continue;
      yield {
        sheet,
        cells: [line],
        others: [{ cells: inCell === null ? [indicator.actual.cell] : [indicator.gradeCell] }],
        subject: indicator.key,
        values: [value("text", line.grade.text), value(inCell === null ? "computed" : "table", due)],
        message: `${nameOf(indicator)}の検証の文章では達成状況が「${line.grade.text}」ですが、${inCell === null ? `実績値${shown(row, indicator.actual)}から計算すると` : "評価欄では"}「${due}」です。`,
      };
    }
  }
}

interface Expected {
  /** Readings that the figure may be. */
  readonly at: readonly CellReading[];
  readonly name: string;
}

function expectedFor(row: CheckedRow, { of }: Claim): Expected | null {
  const { indicator, sheet } = row;
  const { baseline, actual, actuals, targets } = indicator;
  const year = indicator.actualYear ?? sheet.year;
  const ofYear = (wanted: number): Expected | null => {
    const found = actuals.filter((one) => one.year === wanted);
    if (found.length > 0) return { at: found, name: `${fiscalYear(wanted)}の実績値` };
    return indicator.baselineYear === wanted ? { at: [baseline], name: "基準値" } : null;
  };
  switch (of.kind) {
    case "year":
      return ofYear(of.year);
    case "actual":
      return { at: [actual], name: year === null ? "実績値" : `${fiscalYear(year)}の実績値` };
    case "previous":
      return year === null ? null : ofYear(year - 1);
    case "baseline":
      return { at: [baseline], name: "基準値" };
    case "target":
      return { at: targets, name: "目標値" };
    case "from":
      return { at: [baseline, ...actuals], name: "基準値またはこれまでの実績値" };
  }
}

const figures = (at: CellReading): Decimal[] =>
  at.reading.kind === "quantity"
    ? at.reading.parts.flatMap((part) => (part.cumulative === null ? [part.value] : [part.value, part.cumulative]))
    : at.reading.kind === "range"
      ? [at.reading.low.value, at.reading.high.value]
      : [];

const HUNDREDTH = decimal("0.01");

/** Is the figure of the text this one: exactly, as it would be rounded, or as its size where the text says 減少. */
function isThis(claim: Claim, figure: Decimal): boolean {
  const gap = absolute(subtract(claim.value, figure));
  if (compare(gap, decimal(0)) === 0 || compare(absolute(claim.value), absolute(figure)) === 0) return true;
  if (claim.step !== null) return compare(gap, claim.step) < 0;
  // 「約」 is often left out where a decimal is: 84.6% in the table, 85% in the text.
  const places = (d: Decimal): number => (toText(d).split(".")[1] ?? "").length;
  return places(claim.value) < places(figure) && compare(gap, multiply(absolute(figure), HUNDREDTH)) <= 0;
}

/** Figures of projects and other rows: what the text may speak of as well. */
const elsewhere = (sheet: CheckedSheet): Decimal[] =>
  sheet
    .projects()
    .flatMap(({ projects }) => projects)
    .flatMap(({ results }) =>
      results.flatMap(({ cells }) => cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]))),
    );

/** Within a fifth of each other, or the same digits in another order: a slip, not another quantity. */
function isNear(claim: Decimal, actual: Decimal): boolean {
  const gap = absolute(subtract(claim, actual));
  if (compare(gap, multiply(absolute(actual), decimal("0.3"))) <= 0) return true;
  const sorted = (d: Decimal): string => [...toText(absolute(d))].sort().join("");
  return sorted(claim) === sorted(actual);
}

function* figureDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const told = new Set<string>();
    for (const text of indicatorTexts(sheet)) {
      const { row, place, sentence, own } = text;
      const unit = row.indicator.unit;
      if (unit === null) continue;
      for (const claim of claimsOf(sentence, unit, coreText(row))) {
        const expected = expectedFor(row, claim);
        const known = expected?.at.filter((at) => figures(at).length > 0) ?? [];
        if (
          expected === null ||
          known.length === 0 ||
          known.some((at) => figures(at).some((one) => isThis(claim, one)))
        )
          continue;
        const [at] = known as [CellReading, ...CellReading[]];
        const near = figures(at).some((one) => isNear(claim.value, one));
        // A sentence may speak of a part, or of another thing counted in the same unit.
        const tied = claim.of.kind !== "from" && (claim.of.kind !== "actual" || near) && (own || near);
        if (!tied || (!near && elsewhere(sheet).some((one) => isThis(claim, one)))) continue;
        const id = `${place.row}:${place.column}:${claim.text}`;
        if (told.has(id)) continue;
        told.add(id);
        yield {
          sheet,
          cells: [place],
          others: [{ cells: [at.cell] }],
          subject: row.indicator.key,
          values: [value("text", claim.text), value("table", shown(row, at))],
          message: `${nameOf(row.indicator)}について文章に「${claim.text}」とありますが、表の${expected.name}は${shown(row, at)}です。`,
          severity: near ? "error" : "warning",
        };
      }
    }
  }
}

/** The name as a sentence would repeat it. */
const coreText = ({ indicator }: CheckedRow): string =>
  indicator.name
    .normalize("NFKC")
    .replace(/\s+|【[^】]*】/g, "")
    .replace(/\([^)]*\)$/g, "");

type Side = "up" | "down";

interface Trend {
  readonly against: "previous" | "baseline" | "target";
  readonly pattern: RegExp;
  readonly side: Side;
}

const UP = "(?:上回|増加|増え|伸び|上昇|向上し)";
const DOWN = "(?:下回|減少|減っ|減り|低下|下落)";
const PREVIOUS =
  "(?:前年度?|昨年度?)(?:の)?(?:実績)?(?:値|数)?(?:の?[(]?[\\d,.]+[^\\d、。をより]{1,6})?(?:を|より(?:も)?|に比べて?|と比べて?|と比較して|に比較して|比(?:で)?)";
const BASELINE =
  "(?:基準値|現状値|当初値)(?:の?[(]?[\\d,.]+[^\\d、。をより]{1,6})?(?:を|より(?:も)?|に比べて?|と比べて?|から)";
const TARGET = "目標(?:値)?(?:である|の|は)?(?:[(]?[\\d,.]+[^\\d、。を]{1,6})?を";
const BETWEEN = "[^、。はがも]{0,10}?";

const TRENDS: readonly Trend[] = [
  { against: "previous", pattern: new RegExp(`${PREVIOUS}${BETWEEN}${UP}`, "u"), side: "up" },
  { against: "previous", pattern: new RegExp(`${PREVIOUS}${BETWEEN}${DOWN}`, "u"), side: "down" },
  { against: "baseline", pattern: new RegExp(`${BASELINE}${BETWEEN}${UP}`, "u"), side: "up" },
  { against: "baseline", pattern: new RegExp(`${BASELINE}${BETWEEN}${DOWN}`, "u"), side: "down" },
  { against: "target", pattern: new RegExp(`${TARGET}${BETWEEN}上回(?:った|り|る(?:結果|実績))`, "u"), side: "up" },
  { against: "target", pattern: new RegExp(`${TARGET}${BETWEEN}下回(?:った|り|る(?:結果|実績))`, "u"), side: "down" },
];
const REACHED = new RegExp(
  `目標(?:値)?(?:を|は)${BETWEEN}達成(?:した|しました|しており|している|できた|することができた|、)`,
  "u",
);
const MISSED =
  /目標(?:値)?(?:を|は|に|には)[^、。はがも]{0,10}?(?:達成(?:でき(?:な|ず)|していな|には至ら|に至ら)|届か|達しな|達していな|未達)/u;
/** The sentence speaks of the future, of a wish or of something else. */
const NOT_SAID = /見込|予定|ため(?:に|の)|よう(?:に|努)|目指|たい|必要|場合|可能性|と思われ|課題|べき|向け/u;

/** The subject in front of the comparison is the indicator, or nobody. */
function speaksOfIt(row: CheckedRow, before: string): boolean {
  const subject = /(?<subject>[^、。はがも]{2,})(?:は|が|も)[^はがも]*$/u.exec(before)?.groups?.subject;
  if (subject === undefined) return true;
  const flat = plainName(subject);
  if (/年度?$|本市|市$|結果$|実績値?$|指標$|KPI\d*$/.test(flat)) return true;
  const name = coreName(row.indicator.name);
  return sharedRun(flat, name) >= Math.min(3, name.length);
}

function* trendDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const text of indicatorTexts(sheet)) {
      const draft = trendOf(text) ?? attainmentOf(text) ?? bareTrendOf(text);
      if (draft) yield draft;
    }
    yield* projectTrends(sheet);
  }
}

function trendOf(text: IndicatorText): Draft | null {
  const { row, sentence, place } = text;
  const { indicator, sheet } = row;
  const actual = quantityOf(indicator.actual.reading);
  const year = indicator.actualYear;
  if (actual === null || NOT_SAID.test(sentence)) return null;
  for (const { against, pattern, side } of TRENDS) {
    const m = pattern.exec(sentence);
    if (!m || !speaksOfIt(row, sentence.slice(0, m.index))) continue;
    const there: CellReading | undefined =
      against === "baseline"
        ? indicator.baseline
        : against === "target"
          ? indicator.target
          : indicator.actuals.find((one) => year !== null && one.year === year - 1);
    const other = there && quantityOf(there.reading);
    if (!there || !other) continue;
    const moved = compare(actual.value, other.value);
    // A deficit that 「減少」: the words speak of its size, and cannot be told from the sign.
    if (actual.value.digits < 0n || other.value.digits < 0n) continue;
    if ((side === "up" && moved > 0) || (side === "down" && moved < 0)) continue;
    const name = { previous: "前年度", baseline: "基準値", target: "目標値" }[against];
    const fact = moved === 0 ? "同じ" : moved > 0 ? "増加" : "減少";
    return {
      sheet,
      cells: [place],
      others: [{ cells: [indicator.actual.cell, there.cell] }],
      subject: indicator.key,
      values: [value("text", shortened(m[0])), value("table", `${shown(row, there)}→${shown(row, indicator.actual)}`)],
      message: `${nameOf(indicator)}について文章に「${shortened(m[0])}」とありますが、表では${name}${shown(row, there)}に対して実績値${shown(row, indicator.actual)}（${fact}）です。`,
    };
  }
  return null;
}

/** 「転入世帯数は増加した」: wrong only where it holds neither against the year before nor against the baseline. */
const BARE =
  /(?<subject>[^、。]{2,40}?)(?:は|が)[^、。はがも]{0,12}?(?<verb>増加し|増えた|増えて|伸びた|伸びて|減少し|減った|減って)(?:た|て(?:いる|おり|きて)|ました|。|$|、)?/u;

function bareTrendOf({ row, sentence, place }: IndicatorText): Draft | null {
  const { indicator, sheet } = row;
  const m = NOT_SAID.test(sentence) ? null : BARE.exec(sentence);
  const { subject = "", verb = "" } = m?.groups ?? {};
  const actual = quantityOf(indicator.actual.reading);
  if (!m || actual === null || actual.value.digits < 0n) return null;
  const name = coreName(indicator.name);
  if (sharedRun(plainName(subject), name) < Math.max(4, Math.ceil(name.length * 0.6))) return null;
  const year = indicator.actualYear;
  const before = indicator.actuals.find((one) => year !== null && one.year === year - 1);
  const known = [before, indicator.baseline].flatMap((at) => {
    const quantity = at && quantityOf(at.reading);
    return at && quantity && quantity.value.digits >= 0n ? [{ at, moved: compare(actual.value, quantity.value) }] : [];
  });
  const up = /^[増伸]/.test(verb);
  if (known.length === 0 || known.some(({ moved }) => (up ? moved > 0 : moved < 0))) return null;
  const [first] = known as [(typeof known)[number], ...typeof known];
  return {
    sheet,
    cells: [place],
    others: [{ cells: [indicator.actual.cell, first.at.cell] }],
    subject: indicator.key,
    values: [value("text", shortened(m[0])), value("table", `${shown(row, first.at)}→${shown(row, indicator.actual)}`)],
    message: `${nameOf(indicator)}について文章に「${shortened(m[0])}」とありますが、表では${shown(row, first.at)}から${shown(row, indicator.actual)}に${first.moved === 0 ? "変わっていません" : first.moved > 0 ? "増えています" : "減っています"}。`,
  };
}

/** 「ふるさと応援寄附推進事業は、寄付金額・返礼品ともに増加した」 against the result of that project. */
const RESULT_TREND =
  /(?<what>[^、。はが]{2,24}?)(?:とも(?:に)?|は|が|も)?(?:大きく|やや|若干)?(?<verb>増加した|増えた|伸びた|減少した|減った)/u;

function* projectTrends(sheet: CheckedSheet): Iterable<Draft> {
  const { year } = sheet;
  const projects = sheet.projects().flatMap((table) => table.projects);
  if (year === null || projects.length === 0) return;
  for (const paragraph of sheet.paragraphs()) {
    for (const raw of paragraph.text.split(/[。\n]/)) {
      const sentence = raw.normalize("NFKC");
      const m = NOT_SAID.test(sentence) ? null : RESULT_TREND.exec(sentence);
      if (!m) continue;
      const flat = plainName(sentence);
      const named = projects.filter(({ name }) => flat.includes(plainName(name).replace(/^\d+/, "")));
      const [project] = named;
      if (!project || named.length !== 1) continue;
      const what = plainName(m.groups?.what ?? "");
      const result = project.results.find(({ name }) => {
        const own = plainName(name.normalize("NFKC").replace(/\([^)]*\)/g, ""));
        return own.length >= 2 && containment(own, what) >= 0.99;
      });
      const at = (wanted: number) =>
        result?.cells.find((cell) => cell.year === wanted && !cell.total && cell.value !== null);
      const [before, after] = [at(year - 1), at(year)];
      if (!result || !before?.value || !after?.value) continue;
      const up = /^[増伸]/.test(m.groups?.verb ?? "");
      const moved = compare(after.value, before.value);
      if (up ? moved > 0 : moved < 0) continue;
      const figuresText = `${displayed(sheet, before)}→${displayed(sheet, after)}${result.unit ?? ""}`;
      yield {
        sheet,
        cells: [paragraph],
        others: [{ cells: [before, after] }],
        subject: `${sheet.name}/${project.name}/${result.name}`,
        values: [value("text", shortened(m[0])), value("project", figuresText)],
        message: `文章に「${shortened(m[0])}」とありますが、事業「${shortened(project.name, 30)}」の「${shortened(result.name)}」は${figuresText}です。`,
      };
    }
  }
}

function attainmentOf({ row, sentence, place, own }: IndicatorText): Draft | null {
  const { indicator, grading, sheet } = row;
  if (!own || grading.targetMet === null || grading.direction.needsConfirmation || NOT_SAID.test(sentence)) return null;
  const missed = MISSED.exec(sentence);
  const said = missed ?? REACHED.exec(sentence);
  if (!said || !speaksOfIt(row, sentence.slice(0, said.index))) return null;
  if ((missed === null) === grading.targetMet) return null;
  return {
    sheet,
    cells: [place],
    others: [{ cells: [indicator.actual.cell, indicator.target.cell] }],
    subject: indicator.key,
    values: [
      value("text", shortened(said[0])),
      value("table", `${shown(row, indicator.actual)}／${shown(row, indicator.target)}`),
    ],
    message: `${nameOf(indicator)}について文章に「${shortened(said[0])}」とありますが、表では実績値${shown(row, indicator.actual)}・目標値${shown(row, indicator.target)}で${grading.targetMet ? "達成しています" : "達成していません"}。`,
  };
}

/** 「…事業については」 at the beginning of a paragraph. */
const PROJECT_SUBJECT =
  /^[・●○■□◆※\s]*[「『]?(?<name>[^、。「」『』\s]{4,40}?事業)[」』]?(?:については|について|に関しては|においては|では|は|、)/u;

function* projectUnknown({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const projects = sheet.projects().flatMap((table) => table.projects);
    if (projects.length < 2) continue;
    const known = [
      ...projects.map(({ name }) => plainName(name)),
      ...sheet.rows.map(({ indicator }) => plainName(indicator.name)),
    ];
    // Where the text names hardly any project of the table, it speaks of other things.
    const subjects = sheet.paragraphs().flatMap((paragraph) => {
      const name = PROJECT_SUBJECT.exec(paragraph.text.normalize("NFKC"))?.groups?.name;
      return name === undefined ? [] : [{ paragraph, name, plain: plainName(name) }];
    });
    const isKnown = (name: string): boolean =>
      known.some((one) => one.includes(name) || sharedRun(one, name) >= Math.max(6, name.length * 0.7));
    if (subjects.filter(({ plain }) => isKnown(plain)).length < 2) continue;
    const told = new Set<string>();
    for (const { paragraph, name, plain } of subjects) {
      if (isKnown(plain) || told.has(plain)) continue;
      told.add(plain);
      yield {
        sheet,
        cells: [paragraph],
        others: [{ cells: projects.map(({ nameCell }) => nameCell) }],
        subject: `${sheet.name}/${name}`,
        values: [value("text", name), value("number", `${projects.length}件`)],
        message: `文章にある「${name}」が、関連事業の表（${projects.length}件）にありません。事業名を確かめてください。`,
      };
    }
  }
}

/** A sentence that is long enough to be nobody's stock phrase. */
const COPIED = 30;
const NOTE = /^[※＊*（(注]|^備考|記入|記載(?:する|して|方法)|ください/u;

function* copied({ sheets }: CheckContext): Iterable<Draft> {
  const seen = new Map<string, { sheet: CheckedSheet; place: Place; text: string }[]>();
  for (const sheet of sheets) {
    for (const paragraph of sheet.paragraphs()) {
      const text = plainName(paragraph.text);
      if (text.length < COPIED || NOTE.test(paragraph.text.trim())) continue;
      seen.set(text, [...(seen.get(text) ?? []), { sheet, place: paragraph, text: paragraph.text }]);
    }
  }
  for (const places of seen.values()) {
    const years = new Set(places.map(({ sheet }) => sheet.year));
    // A text on three sheets is a part of the form.
    if (places.length !== 2 || years.size !== 2 || years.has(null)) continue;
    const [older, newer] = [...places].sort((a, b) => (a.sheet.year ?? 0) - (b.sheet.year ?? 0)) as [
      (typeof places)[number],
      (typeof places)[number],
    ];
    yield {
      sheet: newer.sheet,
      cells: [newer.place],
      others: [{ sheet: older.sheet, cells: [older.place] }],
      subject: `${newer.sheet.name}/${shortened(newer.text)}`,
      values: [value("here", shortened(newer.text)), value("there", `シート「${older.sheet.name}」`)],
      message: `${fiscalYear(newer.sheet.year)}の文章「${shortened(newer.text)}」が、${fiscalYear(older.sheet.year)}のシート「${older.sheet.name}」と同じです。前年度の文章が残っていないか確かめてください。`,
    };
  }
}

const rule = (id: string, severity: Rule["severity"], ja: string, en: string, find: Rule["find"]): Rule => ({
  id,
  family: "text",
  severity,
  title: { ja, en },
  find,
});

export const TEXT_RULES: readonly Rule[] = [
  rule(
    "narrative-grade-differs",
    "error",
    "文章の達成状況が表と違う",
    "The grade in the text differs from the table",
    gradeDiffers,
  ),
  rule(
    "narrative-figure-differs",
    "error",
    "文章の数値が表と違う",
    "A figure in the text differs from the table",
    figureDiffers,
  ),
  rule(
    "narrative-trend-differs",
    "warning",
    "文章の増減が表と違う",
    "The text says another trend than the table",
    trendDiffers,
  ),
  rule(
    "project-unknown",
    "warning",
    "文章の事業が表にない",
    "The text names a project that is not in the table",
    projectUnknown,
  ),
  rule("text-copied", "warning", "前年度と同じ文章", "The text is last year's", copied),
];
