/**
 * What a KPI is. The vocabulary of the whole product (see docs/architecture.md, glossary): one term per concept.
 * Everything here is plain data; the functions that make and use it live in the files beside this one.
 */
import type { Decimal, Ratio } from "./decimal";

export type { Decimal, Ratio };

/** 望ましい方向. `keepUp` 維持（下回らない）, `keepDown` 維持（以下, 上回らない）. */
export type Direction = "up" | "down" | "keepUp" | "keepDown";

/** Why a cell holds no figure. Each keeps its own word in the explanation; none of them is ever 0. */
export type MissingKind =
  | "blank" // an empty cell
  | "dash" // 「-」「―」「—」
  | "unpublished" // 未公表・集計中
  | "notSurveyed" // 調査なし・中止
  | "notDue" // 時期未到来
  | "noTarget" // 目標なし・設定しない
  | "ended"; // 終了・廃止

/** 以上 / 超 / 以下 / 未満 */
export type Bound = "min" | "minExclusive" | "max" | "maxExclusive";

/** One figure of a cell, in base units (percent as a fraction, 万 億 兆 千 expanded). */
export interface Quantity {
  readonly value: Decimal;
  /** The bracketed total of 「7(16)」: 7 this year, 16 in total. */
  readonly cumulative: Decimal | null;
  /** Unit without its number word: 「千トン」→「トン」, 「%」for every kind of percent; null where none is printed. */
  readonly unit: string | null;
  /** Western fiscal year printed with this figure, 「(H30)」→ 2018. */
  readonly year: number | null;
  /** 男性, 女性, 受診率 … */
  readonly label: string | null;
  readonly bound: Bound | null;
  /** 約, 程度, 概ね */
  readonly approximate: boolean;
  /** 見込み, 速報, 暫定 */
  readonly forecast: boolean;
}

/** A target or value in words. */
export type Words =
  | "increase" // 増加 ↗ 上昇 延伸 向上
  | "decrease" // 減少 ↘ 低下 抑制
  | "maintain" // 維持 → 現状維持
  | "maintainMin" // 現状以上, 下回らない
  | "maintainMax" // 現状以下, 上回らない
  | "aboveReference" // 全国平均以上, 前年度を上回る: moving reference
  | "belowReference" // 全国平均以下, 前年より減少
  | "done"; // 策定済, 実施, 完了: a milestone, no figure

/** What a KPI cell says. Unreadable is a result that holds the text, never a throw and never 0. */
export type Reading =
  | {
      readonly kind: "quantity";
      readonly text: string;
      /** At least one; more than one for a composite cell (「男性 83.12 歳 女性 85.79 歳」). */
      readonly parts: readonly [Quantity, ...Quantity[]];
      readonly year: number | null;
      readonly notes: readonly string[];
    }
  | {
      /** 「20～30㎢」 */
      readonly kind: "range";
      readonly text: string;
      readonly low: Quantity;
      readonly high: Quantity;
      readonly year: number | null;
      readonly notes: readonly string[];
    }
  | {
      readonly kind: "words";
      readonly text: string;
      readonly words: Words;
      readonly year: number | null;
      readonly notes: readonly string[];
    }
  | {
      readonly kind: "missing";
      readonly text: string;
      readonly missing: MissingKind;
      readonly year: number | null;
      readonly notes: readonly string[];
    }
  /** An Excel error value in the cell (`#N/A` …). */
  | { readonly kind: "error"; readonly text: string }
  /** `year`: the cell holds a year and no figure, 「2025年度」. */
  | { readonly kind: "unreadable"; readonly text: string; readonly year?: number | null };

/** 変化率, 進捗率, 達成率 */
export type RateMethod = "changeRate" | "progressRate" | "attainmentRate";

/** Which evidence gave the direction, strongest first. */
export type DirectionSource = "stated" | "target" | "name" | "comparison" | "default";

export interface DirectionFinding {
  readonly direction: Direction;
  readonly from: DirectionSource;
  /** 要確認: the evidence disagrees, or a change contradicts common sense. */
  readonly needsConfirmation: boolean;
  readonly reason: DirectionReason;
}

/** The reason as data; `explain.ts` turns it into a sentence. */
export interface DirectionReason {
  readonly code:
    | "stated"
    | "targetWords"
    | "targetBound"
    | "nameLower" // the name is of a kind that is better when lower
    | "nameHigher"
    | "comparedUp"
    | "comparedDown"
    | "equal"
    | "bothZero"
    | "noBaseline"
    | "nameAgainstTarget" // the name says one way, target against baseline the other
    | "wordAgainstTarget";
  /** The word that decided, 「認知件数」「以上」. */
  readonly word: string | null;
}

/** What a band of a rubric measures. */
export type Measure =
  | "targetMet" // 目標達成
  | "targetExceeded" // 目標超過: beyond the target, equality is not enough
  | "changeRate" // 変化率
  | "progressRate" // 進捗率
  | "attainmentRate" // 達成率
  | "expectedRatio" // 期待値比: actual against the expected value of the year
  | "noActual" // 実績なし; more than one where the rubric tells 終了 from 未公表
  | "noTarget" // 目標なし
  | "otherwise"; // それ以外

/** One line of a rubric: the first band that holds wins. */
export interface Band {
  readonly grade: string;
  readonly measure: Measure;
  /** Lower limit as an exact decimal text ("0.1" is +10 %), null where there is none. */
  readonly min: string | null;
  readonly minExclusive: boolean;
  readonly max: string | null;
  readonly maxExclusive: boolean;
  /** Only for forecasts (達成見込み); absent: for every value. */
  readonly forecast?: boolean;
  /** Points for 平均点; null: the grade does not count. */
  readonly points: number | null;
  /** As people write it: 「10%以上」. */
  readonly condition: string;
  /** 「基準値より上昇（10%以上）」 */
  readonly description: string;
}

/** A rubric is data: its bands in order and its answers to the awkward cases. */
export interface Rubric {
  readonly id: string;
  /** 「旭市型」 */
  readonly name: string;
  /** The body and document that publish it. */
  readonly source: string;
  readonly bands: readonly Band[];
  /** The mark for 「実績なし」, usually ―. */
  readonly noActualGrade: string;
  /** Which target counts. */
  readonly compareWith: "final" | "year";
  /** What a missing value of the year does: ―, or the newest older value with its year shown. */
  readonly missingActual: "grade" | "older";
  /** May a forecast (見込み) earn the top grade. */
  readonly forecastMayMeetTarget: boolean;
  /** For a % indicator: relative percent (default) or percentage points. */
  readonly percentAs: "relative" | "points";
  /** Floor and cap of the rate that is shown, exact decimal texts. */
  readonly floor: string | null;
  readonly cap: string | null;
  /** Changes within ± this share count as 現状維持 (福岡市: "0.03"). */
  readonly tolerance: string | null;
  /** Does the expected share of the year divide the progress rate. */
  readonly usesExpected: boolean;
}

/** Something the grade rests on or the user should know, as data; `explain.ts` makes the sentence. */
export interface Note {
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What grading needs to know of one indicator (or one part of it). */
export interface GradeInput {
  readonly baseline: Reading;
  readonly actual: Reading;
  /** The target that the rubric compares with. */
  readonly target: Reading;
  /** Stated by the user or by a column; null: by the order of evidence. */
  readonly direction: Direction | null;
  /** For the order of evidence; null in cell functions, which see no name. */
  readonly name: string | null;
  readonly rubric: Rubric;
  /** Share of the way due this year, "0.5"; null is 1. */
  readonly expected: Decimal | null;
  /** The formula that belongs to this indicator (現状維持型 → attainmentRate); absent or null: the rubric's own. */
  readonly method?: RateMethod | null;
  /** The fiscal year of an older value that stands in for the year's; absent or null where the value is the year's own. */
  readonly olderYear?: number | null;
}

/** A grade with its reasons as data. */
export interface Grading {
  /** A grade of the rubric, its no-actual mark, or "" where the cells do not allow a judgement (see the warnings). */
  readonly grade: string;
  /** The band that held, index into `rubric.bands`; null where the grade is the no-actual mark without a band. */
  readonly band: number | null;
  readonly direction: DirectionFinding;
  /** The rate that decided; null value where it cannot be known. */
  readonly rate: { readonly method: RateMethod; readonly value: Ratio | null };
  readonly targetMet: boolean | null;
  /** What is missing to the next better grade: 「あと86件でS」. */
  readonly margin: { readonly grade: string; readonly amount: Decimal } | null;
  readonly assumptions: readonly Note[];
  readonly warnings: readonly Note[];
  /** One per part of a composite cell; empty for a plain one. */
  readonly parts: readonly Grading[];
  /** What it was computed from, for the sentence. */
  readonly input: GradeInput;
}

export type Language = "ja" | "en";
