/** How much a sentence says that an indicator has moved: 「前年度より11人増加」「2.2ポイント低下」「前年度比104.1%」「約2.9倍」. */
import { readCell } from "../../kpi/cell";
import { decimal, multiply, parseDecimal, power10, type Decimal } from "../../kpi/decimal";
import { findYears } from "../../kpi/year";
import { quoted } from "./wording";

export type Against = "previous" | "baseline" | "target" | "any" | { readonly year: number };

export interface Change {
  readonly against: Against;
  /** An amount in the unit of the indicator, a share of the other value (0.161), or a multiple of it (1.041). */
  readonly as: "amount" | "share" | "multiple";
  /** As printed, 「11人増加」. */
  readonly text: string;
  readonly value: Decimal;
  /** What one of its last printed digit is worth. */
  readonly step: Decimal;
  /** true: it says more, false: less, null: neither. */
  readonly up: boolean | null;
  /** Where it begins in the sentence. */
  readonly index: number;
}

const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
const UP = "増(?!や)|多(?:い|く)|上回|上昇|伸び|プラス|アップ|拡大|向上";
const DOWN = "減(?!ら)|少な|下回|低下|下落|マイナス|ダウン|縮小";
const GAP = "届か|不足|及ば|足り|の差|の開き";
const VERB = `(?:(?:の|ほど|分)?[(]?(?:(?<up>${UP})|(?<down>${DOWN})|(?<gap>${GAP})))`;
const ABOUT = "(?<about>約|およそ|おおよそ|概ね)?\\s*";

/** Words that name the value compared with; the last one before the amount counts. */
const REFERENCES: readonly (readonly [Against & string, RegExp])[] = [
  ["previous", /前年度?|昨年度?|前回/gu],
  ["baseline", /基準(?:値|年度|年|の)|現状値|当初値|策定時|事業開始前|計画当初/gu],
  ["target", /目標/gu],
];

function referenceBefore(text: string): Against {
  let best: { readonly at: number; readonly against: Against } = { at: -1, against: "any" };
  for (const [against, pattern] of REFERENCES) {
    for (const m of text.matchAll(pattern)) if (m.index > best.at) best = { at: m.index, against };
  }
  for (const { start, year, bare, loose } of findYears(text)) {
    if (!bare && !loose && start > best.at) best = { at: start, against: { year } };
  }
  return best.against;
}

/** Value and last digit of 「11人」「7,200人」「1.5万人」; approximate figures are known to their last digit that is not 0. */
function readAmount(text: string, unit: string, about: boolean): { value: Decimal; step: Decimal } | null {
  const reading = readCell(text, { text, unit });
  if (reading.kind !== "quantity" || reading.parts.length > 1) return null;
  const { value } = reading.parts[0];
  const one = readCell(`1${text.replace(/[\d,.]/g, "")}`, { text: `1${text.replace(/[\d,.]/g, "")}`, unit });
  if (one.kind !== "quantity" || one.parts.length > 1) return null;
  return { value, step: multiply(one.parts[0].value, lastDigit(text, about)) };
}

/** 「7,200」 → 1, 「2.6」 → 0.1, 「約7,200」 → 100. */
function lastDigit(text: string, about: boolean): Decimal {
  const figure = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replace(/,/g, "") ?? "";
  const places = figure.split(".")[1]?.length ?? 0;
  if (places > 0) return { digits: 1n, scale: places };
  return { digits: about ? power10(/0*$/.exec(figure)?.[0].length ?? 0) : 1n, scale: 0 };
}

const HUNDREDTH = decimal("0.01");
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

interface Pattern {
  readonly as: Change["as"];
  readonly points: boolean;
  readonly pattern: RegExp;
}

const SHARES: readonly Pattern[] = [
  {
    as: "multiple",
    points: false,
    pattern: new RegExp(
      `(?:対比|比)(?:で|は)?\\s*${ABOUT}(?<figure>${NUMBER}\\s*%)(?!\\s*(?:の?[増減]|ポイント))`,
      "gu",
    ),
  },
  { as: "multiple", points: false, pattern: new RegExp(`${ABOUT}(?<figure>${NUMBER}\\s*倍)`, "gu") },
  { as: "share", points: false, pattern: new RegExp(`${ABOUT}(?<figure>${NUMBER}\\s*%)${VERB}`, "gu") },
];
const POINTS: Pattern = {
  as: "amount",
  points: true,
  pattern: new RegExp(`${ABOUT}(?<figure>${NUMBER}\\s*(?:%?ポイント|pt))${VERB}`, "gu"),
};

const compiled = new Map<string, readonly Pattern[]>();
function patternsFor(unit: string | null): readonly Pattern[] {
  const known = compiled.get(unit ?? "");
  if (known) return known;
  const amounts: Pattern[] = [];
  if (unit !== null && unit !== "%") {
    const figure = `(?<figure>${NUMBER}\\s*(?:百万|千万|千|万|億)?(?:\\d[\\d,]*)?\\s*${escape(unit)})(?!ずつ)`;
    amounts.push({ as: "amount", points: false, pattern: new RegExp(`${ABOUT}${figure}${VERB}`, "gu") });
    amounts.push({
      as: "amount",
      points: false,
      pattern: new RegExp(
        `目標[^。]*?(?:残り|あと|まで)(?:は|に|で)?${ABOUT}${figure}(?<gap>)(?=で|と|、|$|の|を|が)`,
        "gu",
      ),
    });
  }
  if (unit === "%") {
    amounts.push(POINTS, {
      ...POINTS,
      pattern: new RegExp(
        `目標[^。]*?(?:残り|あと|まで)(?:は|に|で)?${ABOUT}(?<figure>${NUMBER}\\s*(?:%?ポイント|pt))(?<gap>)(?=で|と|、|$|の|を|が)`,
        "gu",
      ),
    });
  }
  const all = [...amounts, ...SHARES];
  compiled.set(unit ?? "", all);
  return all;
}

/** The changes that a sentence states, in its order. `unit` is the indicator's. */
export function changesOf(sentence: string, unit: string | null): Change[] {
  const found: Change[] = [];
  for (const { as, points, pattern } of patternsFor(unit)) {
    for (const m of sentence.matchAll(pattern)) {
      const { figure = "", about, up, down, gap } = m.groups ?? {};
      const at = m.index + m[0].indexOf(figure);
      if (found.some((one) => one.index === at)) continue;
      // 「16.1%下回った」 of an indicator in % may mean points as well; nothing is said about it.
      if (as === "share" && unit === "%") continue;
      const read = readFigure(figure, as, points, unit, about !== undefined);
      if (read === null) continue;
      const reference = gap === undefined ? referenceBefore(sentence.slice(0, at)) : "target";
      if (as === "multiple" && reference === "any") continue;
      found.push({
        against: reference,
        as,
        text: quoted(sentence, at, m.index + m[0].length),
        ...read,
        up: up !== undefined ? true : down !== undefined ? false : null,
        index: at,
      });
    }
  }
  return found;
}

function readFigure(
  figure: string,
  as: Change["as"],
  points: boolean,
  unit: string | null,
  about: boolean,
): { value: Decimal; step: Decimal } | null {
  if (as === "amount" && !points) return unit === null ? null : readAmount(figure.replace(/\s+/g, ""), unit, about);
  const number = parseDecimal(/[\d,.]+/.exec(figure)?.[0].replace(/,/g, "") ?? "");
  if (number === null) return null;
  const step = lastDigit(figure, about);
  return /倍/.test(figure)
    ? { value: number, step }
    : { value: multiply(number, HUNDREDTH), step: multiply(step, HUNDREDTH) };
}
