/** Brackets behind and before a figure: 「(H30)」「(65)」「(全国 63.8%)」「（見込み）」「（％）」. Texts are plain. */
import { boundOf, FORECAST, isLabel, PROVISIONAL, readSuffix } from "./cell-affixes";
import { remember } from "./cell-memory";
import { tokenize } from "./cell-tokens";
import type { Decimal } from "./decimal";
import type { Bound } from "./types";
import { isKnownUnit } from "./unit";
import { findYears } from "./year";

export type Group =
  | { readonly kind: "year"; readonly year: number; readonly forecast: boolean; readonly note: string | null }
  | { readonly kind: "forecast" }
  | { readonly kind: "bound"; readonly bound: Bound }
  /** A figure that may be the running total of the one before it. */
  | {
      readonly kind: "figure";
      readonly value: Decimal;
      readonly unit: string | null;
      readonly stated: boolean;
      readonly signed: boolean;
    }
  | { readonly kind: "unit"; readonly unit: string }
  | { readonly kind: "label"; readonly label: string }
  | { readonly kind: "note" };

/** Words beside a year that leave it the year of the figure: 「(R5年度末現在)」「(R5実績)」. */
const BESIDE_YEAR = /年度|年|度|末|現在|時点|実績値?|調査|決算|確定値?|値|基準|の|分|※\d*|[\s、,・:]|平均|累計/gu;
/** Words that make the year something else: 「(R6公表予定)」「(R7終了)」「(R6年3月変更)」. */
const OTHER_YEAR =
  /公表|発表|変更|終了|廃止|追加|改[定正訂]|更新|開[始設館]|策定|予定|以降|まで|から|目標|比|新設|導入/u;
const PROVISIONALS = new RegExp(PROVISIONAL, "gu");
const TOTAL = /^(累計|累積|通算|計|合計)\s*[:]?\s*/u;

function read(content: string): Group {
  const years = findYears(content);
  const last = years.at(-1);
  // 「5年平均」 is a span of years, not 令和5年.
  const span = years.some((y) => y.loose) && /平均|累計|間|ごと|毎|目/u.test(content);
  if (last && !span && !OTHER_YEAR.test(content)) {
    const rest = years
      .reduceRight((text, y) => text.slice(0, y.start) + text.slice(y.end), content)
      .replace(/[~-]/gu, "");
    const final = rest.replace(PROVISIONALS, "");
    const forecast = final !== rest;
    const words = final.replace(BESIDE_YEAR, "");
    const window = years.some((y) => y.year !== last.year);
    if (!/\d/u.test(words)) {
      return { kind: "year", year: last.year, forecast, note: words !== "" || window ? content : null };
    }
    return { kind: "note" };
  }
  if (FORECAST.test(content.replace(/^※\s?\d*/u, ""))) return { kind: "forecast" };
  const bound = boundOf(content);
  if (bound) return { kind: "bound", bound };
  const total = TOTAL.exec(content)?.[0] ?? "";
  const tokens = tokenize(content.slice(total.length));
  const [first, second] = tokens ?? [];
  if (tokens && first?.kind === "number" && tokens.length <= 2) {
    const suffix = second?.kind === "run" ? readSuffix(second.text) : null;
    if (!second || (suffix && suffix.bound === null)) {
      return {
        kind: "figure",
        value: first.value,
        unit: suffix?.unit ?? null,
        stated: total !== "",
        signed: first.signed,
      };
    }
  }
  const unit = content.replace(/^単位\s*:?\s*/u, "").replace(/\s/gu, "");
  if (isKnownUnit(unit)) return { kind: "unit", unit };
  if (isLabel(content) && content.length <= 6 && !content.startsWith("※")) return { kind: "label", label: content };
  return { kind: "note" };
}

/** Content of a bracket → what it says of the figure beside it. */
export const readGroup = remember(read);
