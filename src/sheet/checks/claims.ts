/** What a sentence says about the figures of an indicator, found by the words that tie a figure to a year or a part. */
import { readCell } from "../../kpi/cell";
import { absolute, compare, divide, isZero, multiply, parseDecimal, power10, ratio } from "../../kpi/decimal";
import type { Decimal } from "../../kpi/types";
import { findYears } from "../../kpi/year";
import { SUBJECT } from "./texts";

/** What a figure of the text claims to be. */
export type ClaimOf =
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "actual" }
  | { readonly kind: "previous" }
  | { readonly kind: "baseline" }
  | { readonly kind: "target" }
  /** 「85件から…」: the baseline or any earlier year. */
  | { readonly kind: "from" };

export interface Claim {
  readonly of: ClaimOf;
  /** As printed in the sentence, 「58世帯」. */
  readonly text: string;
  readonly value: Decimal;
  /** What one of its last printed digit is worth (約: its last digit that is not 0); null: the figure is exact. */
  readonly step: Decimal | null;
}

/** Units that a city writes in more than one way. */
const SPELLINGS: readonly (readonly string[])[] = [
  ["人", "名"],
  ["箇所", "か所", "カ所", "ヶ所", "ケ所"],
  ["%", "パーセント"],
  ["件", "件"],
  ["店", "店舗"],
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** A figure with one of the spellings of the unit, and not the amount of a change. */
function figureSource(unit: string | null): string {
  // Without a unit the word behind the figure says that it ends here.
  if (unit === null)
    return `(?<approx>約|およそ)?\\s*(?<figure>[-▲△−]?\\d[\\d,]*(?:\\.\\d+)?)(?=で|と|、|に|へ|を|から|まで|より|$|\\()`;
  const spelled = SPELLINGS.find((all) => all.includes(unit)) ?? [unit];
  return `(?<approx>約|およそ|おおよそ|概ね)?\\s*(?<figure>[-▲△−]?\\d[\\d,]*(?:\\.\\d+)?\\s*(?:百万|千万|千|万|億)?(?:\\d[\\d,]*)?\\s*(?:${spelled.map(escape).join("|")}))(?!\\s*(?:の?(?:増|減)|上回|下回|多|少|アップ|ダウン|以上|以下|未満|超|あまり|余り|程度|強|弱|ずつ|\\/|当た|あた|差|分))`;
}

interface Form {
  readonly of: ClaimOf["kind"];
  /** `FIG` stands for the figure. */
  readonly source: string;
}

const IS = "(?:は|が|:|である|となる|の)?\\s*[「(]?";
/** What may follow a figure that a sentence states. */
const STATED =
  "(?=(?:\\([^)]*\\))?(?:で|と|、|,|$|だった|に(?:なり|なっ|とどま|留ま|達し|減|増|低下|上昇|回復|戻)|まで))";
const FORMS: readonly Form[] = [
  {
    of: "actual",
    source: `(?<!(?:前年度?|昨年度?|基準年度?|当初|目標|計画|全国|県|国|うち|平均)の?)${SUBJECT}(?:の実績値?|の値)?(?:は|が|も|:)\\s*[,、]?(?:累計で?は?|年間で?は?|全体で)?\\s*FIG${STATED}`,
  },
  { of: "actual", source: "FIGまで(?:戻|回復|増|伸|達|減|低下|上昇|改善|縮小)" },
  { of: "target", source: `(?:最終)?目標(?:値)?(?:である|の|は|が|を|:|\\()?\\s*FIG` },
  {
    of: "baseline",
    source: `(?:基準値|現状値|当初値|基準年度|事業開始前|基準の[^\\d、。]{0,3}[元\\d]{0,4}年?度?)${IS}FIG`,
  },
  { of: "previous", source: `(?:前年度?|昨年度?)(?:の)?(?:実績)?(?:値)?(?:である|の|は|が|:|\\()\\s*FIG` },
  {
    of: "actual",
    source: `(?<!前年度?の?|昨年度?の?|前年|昨年)(?:今年度|本年度|当該年度)?(?:の)?(?:実績値?|実績)(?:は|が|:|である|\\()?\\s*FIG`,
  },
  { of: "actual", source: "FIG(?:\\([^)]*\\))?(?:と|に)(?:なった|なり|なって|なっ|達した|達し|とどま|留ま|至っ)" },
  { of: "from", source: "FIG(?:\\([^)]*\\))?から\\s*[^、。]{0,12}?\\d" },
  {
    of: "actual",
    source: "から\\s*FIG(?:\\([^)]*\\))?(?:に|へ|と)(?:増|減|上|下|伸|改善|悪化|なっ|なり|拡大|縮小|向上|低下)",
  },
];

const compiled = new Map<string | null, { readonly of: ClaimOf["kind"]; readonly form: RegExp }[]>();

function formsFor(unit: string | null): { readonly of: ClaimOf["kind"]; readonly form: RegExp }[] {
  let forms = compiled.get(unit);
  if (!forms) {
    const figure = figureSource(unit);
    forms = FORMS.map(({ of, source }) => ({ of, form: new RegExp(source.replace("FIG", figure), "gu") }));
    forms.push({
      of: "year",
      form: new RegExp(
        `^(?:度)?(?:末)?(?:の)?(?:実績)?(?:値)?(?:では|には|は|が|に|で|の|:|、|\\()\\s*(?:SUBJECT)?\\s*${figure}`,
        "u",
      ),
    });
    compiled.set(unit, forms);
  }
  return forms;
}

/** 「1.5万人」 is known to a thousand, 「約300人」 to a hundred, 「300人」 exactly. */
function stepOf(text: string, value: Decimal, approximate: boolean): Decimal | null {
  if (!approximate && !/[百千万億]/.test(text)) return null;
  const number = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replace(/,/g, "") ?? "";
  const places = number.split(".")[1]?.length ?? 0;
  const zeros = approximate && places === 0 ? (/0+$/.exec(number)?.[0].length ?? 0) : 0;
  const printed = parseDecimal(number);
  const factor = printed === null || isZero(printed) ? null : ratio(absolute(value), printed);
  if (factor === null) return null;
  return divide(
    {
      numerator: multiply(factor.numerator, { digits: power10(zeros), scale: places }),
      denominator: factor.denominator,
    },
    6,
  );
}

function claim(of: ClaimOf, groups: Record<string, string | undefined>, unit: string | null): Claim | null {
  const text = (groups.figure ?? "").replace(/\s+/g, "");
  const reading = readCell(text, { text, unit: unit ?? "" });
  if (reading.kind !== "quantity" || reading.parts.length > 1) return null;
  const exact = reading.parts[0].value;
  return { of, text, value: exact, step: stepOf(text, exact, groups.approx !== undefined) };
}

/**
 * The figures that a sentence ties to a year or a part of the indicator.
 * @param sentence plain text (characters.ts) with SUBJECT in the place of the indicator's name
 * @param unit the indicator's unit; null: figures without one, where the sentence speaks of the indicator by its name
 */
export function claimsOf(sentence: string, unit: string | null): Claim[] {
  const claims: Claim[] = [];
  const forms = formsFor(unit);
  const years = findYears(sentence).filter(({ bare, loose, end }) => !bare && (!loose || sentence[end - 1] === "年"));
  for (const mention of years) {
    const behind = sentence.slice(mention.end);
    const subject = new RegExp(`^(度?(?:末)?(?:の|における))${SUBJECT}(?=は|が|:)`, "u");
    const rest = behind.replace(subject, "$1実績値");
    const form = forms.find(({ of }) => of === "year")?.form;
    const m = form && /年度?$/.test(sentence.slice(mention.start, mention.end)) ? form.exec(rest) : null;
    const found = m?.groups && claim({ kind: "year", year: mention.year }, m.groups, unit);
    if (found) claims.push(found);
  }
  for (const { of, form } of forms) {
    if (of === "year") continue;
    for (const m of sentence.matchAll(form)) {
      // 「令和2年度の実績は85件」 speaks of the year that is named.
      const named = years.filter(({ end }) => end <= m.index + 2);
      const last = named[named.length - 1];
      const near = last !== undefined && m.index - last.end <= 6;
      const kind: ClaimOf = of === "actual" && last ? { kind: "year", year: last.year } : ({ kind: of } as ClaimOf);
      if (of === "actual" && last && !near && !form.source.startsWith("から")) continue;
      const found = m.groups && claim(kind, m.groups, unit);
      if (found && !claims.some((one) => one.text === found.text && compare(one.value, found.value) === 0))
        claims.push(found);
    }
  }
  return claims;
}
