/** What the text says of rising, falling and reaching a target against the series of the table. */
import { compare, parseDecimal } from "../../../kpi/decimal";
import { grade } from "../../../kpi/grade";
import type { CellReading } from "../../types";
import { containment, coreName, plainName, sharedRun } from "../alike";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { quantityOf } from "../readings";
import { ruleOf, type Draft, type Rule } from "../rule";
import { indicatorTexts, speaksOfIt, SUBJECT, type IndicatorText } from "../texts";
import { displayed, nameOf, quoted, shortened, shown, value } from "../wording";

type Side = "up" | "down";

/** What the sentence says, with nothing in the place of the indicator's name. */
const quote = (sentence: string, m: RegExpExecArray): string =>
  quoted(sentence, m.index, m.index + m[0].length).replaceAll(SUBJECT, "");

interface Trend {
  readonly against: "previous" | "baseline" | "target";
  readonly pattern: RegExp;
  readonly side: Side;
}

const UP = "(?:上回|増加|増え|伸び|上昇|向上し)";
const DOWN = "(?:下回|減少|減っ|減り|低下|下落)";
/** A figure behind the word for it, 「の410人」「（35,800人）」「である1.38」. */
const VALUE =
  "(?:の|である)?(?:R?[元\\d]{1,4}年度の?|(?:令和|平成)[元\\d]{1,2}年度の?)?[(]?[\\d,.]+[^\\d、。をよりにはもが]{0,6}[)]?";
const PREVIOUS = `(?:前年度?|昨年度?)(?:の)?(?:実績)?(?:値|数)?(?:${VALUE})?(?:を|も|より(?:も)?|に比べて?|と比べて?|と比較して|に比較して|比(?:で)?)`;
const BASELINE = `(?:基準値?|現状値|当初値)(?:${VALUE})?(?:を|も|より(?:も)?|に比べて?|と比べて?|から)`;
const TARGET = `目標(?:値)?(?:は)?(?:${VALUE})?(?:を|も)`;
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
  `目標(?:値)?(?<figure>${VALUE})?(?:を|は|に|も)${BETWEEN}(?:達成(?:した|し|できた|することができた|となった|、|$)|達した|到達した|クリアした)`,
  "u",
);
const MISSED = new RegExp(
  `目標(?:値)?(?<figure>${VALUE})?(?:を|は|に|には|も)${BETWEEN}(?:達成(?:でき(?:な|ず)|していな|しな|には至ら|に至ら)|届か|及ば|達しな|達していな|達せず|到達していな|未達)`,
  "u",
);
/** The sentence speaks of the future, of a wish or of something else. */
const NOT_SAID = /見込|予定|ため(?:に|の)|よう(?:に|努)|目指|たい|必要|場合|可能性|と思われ|課題|べき|向け/u;

function* trendDiffers(context: CheckContext): Iterable<Draft> {
  for (const sheet of context.sheets) {
    for (const text of indicatorTexts(sheet, context)) {
      const draft = fromToOf(text) ?? everyYearOf(text) ?? trendOf(text) ?? attainmentOf(text) ?? bareTrendOf(text);
      if (draft) yield draft;
    }
    yield* projectTrends(sheet);
  }
}

/** 「12人から9人に増加」: the sentence contradicts itself. */
const FROM_TO =
  /(?<from>[▲△-]?\d[\d,]*(?:\.\d+)?)(?<unit>[^\d、。()]{0,6}?)[)]?から[^、。\d]{0,8}?(?:(?:令和|平成|R)?[元\d]{1,4}年度(?:は|に|には|の)?)?(?<to>[▲△-]?\d[\d,]*(?:\.\d+)?)\k<unit>(?:に|へ|まで|と)(?:[^、。\d]{0,4}?)(?:(?<up>増加|増え|上昇|伸び|拡大)|(?<down>減少|減っ|減り|低下|下落|縮小))/u;

function fromToOf({ sheet, row, sentence, place, own }: IndicatorText): Draft | null {
  const m = FROM_TO.exec(sentence);
  const { from = "", to = "", up } = m?.groups ?? {};
  if (
    !m ||
    NOT_SAID.test(sentence) ||
    (!own && sheet.rows.length === 0 && !speaksOfIt(row, sentence.slice(0, m.index)))
  )
    return null;
  const [a, b] = [from, to].map((text) => parseDecimal(text.replace(/,/g, "")));
  if (!a || !b) return null;
  const moved = compare(b, a);
  if (moved === 0 || moved > 0 === (up !== undefined)) return null;
  return {
    sheet,
    cells: [place],
    others: [{ sheet: row.sheet, cells: [row.indicator.actual.cell] }],
    subject: row.indicator.key,
    values: [value("text", quote(sentence, m)), value("table", shown(row, row.indicator.actual))],
    message: `${nameOf(row.indicator)}について文章に「${quote(sentence, m)}」とありますが、${from}から${to}では${moved > 0 ? "増加" : "減少"}です。`,
  };
}

/** 「毎年増加し」 against the series: wrong where its last value lies on the other side of its first. */
const EVERY_YEAR = /毎年度?[^、。はがも]{0,4}?(?:(?<up>増加|増え|上昇|伸び)|(?<down>減少|減っ|低下|下落))/u;

function everyYearOf({ sheet, row, subject: sentence, place, own }: IndicatorText): Draft | null {
  const m = NOT_SAID.test(sentence) ? null : EVERY_YEAR.exec(sentence);
  if (!m || !speaksOfIt(row, sentence.slice(0, m.index)) || (!own && !sentence.includes(SUBJECT))) return null;
  const { indicator } = row;
  const known = indicator.actuals.flatMap((at) => {
    const quantity = at.year === null ? null : quantityOf(at.reading);
    return quantity === null || quantity.value.digits < 0n ? [] : [{ at, value: quantity.value }];
  });
  const [first, last] = [known[0], known[known.length - 1]];
  if (known.length < 2 || !first || !last) return null;
  const moved = compare(last.value, first.value);
  if (moved === 0 || moved > 0 === (m.groups?.up !== undefined)) return null;
  const series = known.map(({ at }) => shown(row, at)).join("→");
  return {
    sheet,
    cells: [place],
    others: [{ sheet: row.sheet, cells: known.map(({ at }) => at.cell) }],
    subject: indicator.key,
    values: [value("text", quote(sentence, m)), value("table", series)],
    message: `${nameOf(indicator)}について文章に「${quote(sentence, m)}」とありますが、表では${series}と${moved > 0 ? "増加" : "減少"}しています。`,
  };
}

function trendOf(text: IndicatorText): Draft | null {
  const { sheet, row, subject: sentence, place } = text;
  const { indicator } = row;
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
      others: [{ sheet: row.sheet, cells: [indicator.actual.cell, there.cell] }],
      subject: indicator.key,
      values: [
        value("text", quote(sentence, m)),
        value("table", `${shown(row, there)}→${shown(row, indicator.actual)}`),
      ],
      message: `${nameOf(indicator)}について文章に「${quote(sentence, m)}」とありますが、表では${name}${shown(row, there)}に対して実績値${shown(row, indicator.actual)}（${fact}）です。`,
    };
  }
  return null;
}

/** 「転入世帯数は増加した」: wrong only where it holds neither against the year before nor against the baseline. */
const BARE =
  /(?<subject>[^、。]{2,40}?)(?:は|が)[^、。はがも]{0,12}?(?<verb>増加し|増えた|増えて|伸びた|伸びて|減少し|減った|減って)(?:た|て(?:いる|おり|きて)|ました|。|$|、)?/u;

function bareTrendOf({ sheet, row, sentence, place }: IndicatorText): Draft | null {
  const { indicator } = row;
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
    others: [{ sheet: row.sheet, cells: [indicator.actual.cell, first.at.cell] }],
    subject: indicator.key,
    values: [
      value("text", quote(sentence, m)),
      value("table", `${shown(row, first.at)}→${shown(row, indicator.actual)}`),
    ],
    message: `${nameOf(indicator)}について文章に「${quote(sentence, m)}」とありますが、表では${shown(row, first.at)}から${shown(row, indicator.actual)}に${first.moved === 0 ? "変わっていません" : first.moved > 0 ? "増えています" : "減っています"}。`,
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
        values: [value("text", quote(sentence, m)), value("project", figuresText)],
        message: `文章に「${quote(sentence, m)}」とありますが、事業「${shortened(project.name, 30)}」の「${shortened(result.name)}」は${figuresText}です。`,
      };
    }
  }
}

/** The target that the sentence speaks of: the one whose figure it prints, else the one that is compared with. */
function targetSpokenOf({ indicator }: CheckedRow, figure: string | undefined): CellReading | null {
  const printed = parseDecimal(/\d[\d,]*(?:\.\d+)?(?!.*\d)/u.exec(figure ?? "")?.[0].replace(/,/g, "") ?? "");
  if (printed === null) return indicator.target;
  const digits = (text: string): string =>
    /\d[\d,]*(?:\.\d+)?/.exec(text.normalize("NFKC"))?.[0].replace(/,/g, "") ?? "";
  const same = indicator.targets.filter(({ reading }) => {
    const own = parseDecimal(digits(reading.text));
    return own !== null && compare(own, printed) === 0;
  });
  return same[0] ?? null;
}

function attainmentOf({ sheet, row, subject: sentence, place, own }: IndicatorText): Draft | null {
  const { indicator, grading } = row;
  if (grading.parts.length > 0 || grading.direction.needsConfirmation || NOT_SAID.test(sentence)) return null;
  const missed = MISSED.exec(sentence);
  const said = missed ?? REACHED.exec(sentence);
  if (!said || !speaksOfIt(row, sentence.slice(0, said.index))) return null;
  if (!own && !sentence.slice(0, said.index).includes(SUBJECT)) return null;
  // 「前年度は目標を達成したが」 speaks of another year.
  if (/(?:前年度?|昨年度?)(?:は|に|も)[^、]*$/u.test(sentence.slice(0, said.index))) return null;
  const target = targetSpokenOf(row, said.groups?.figure);
  if (target === null) return null;
  const met = grade({ ...grading.input, target: target.reading }).targetMet;
  if (met === null || (missed === null) === met) return null;
  return {
    sheet,
    cells: [place],
    others: [{ sheet: row.sheet, cells: [indicator.actual.cell, target.cell] }],
    subject: indicator.key,
    values: [
      value("text", quote(sentence, said)),
      value("table", `${shown(row, indicator.actual)}／${shown(row, target)}`),
    ],
    message: `${nameOf(indicator)}について文章に「${quote(sentence, said)}」とありますが、表では実績値${shown(row, indicator.actual)}・目標値${shown(row, target)}で${met ? "達成しています" : "達成していません"}。`,
  };
}

export const TREND_RULES: readonly Rule[] = [
  ruleOf("text")(
    "narrative-trend-differs",
    "warning",
    "文章の増減が表と違う",
    "The text says another trend than the table",
    trendDiffers,
  ),
];
