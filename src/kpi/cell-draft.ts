/** One figure of a cell while its tokens are being read. */
import type { Decimal } from "./decimal";
import type { Bound } from "./types";

export interface Draft {
  value: Decimal;
  /** Bracketed or stated running total, and the unit printed with it. */
  cumulative: Decimal | null;
  unit: string | null;
  /** 「月1回」→ 月. */
  per: string | null;
  year: number | null;
  label: string | null;
  bound: Bound | null;
  approximate: boolean;
  forecast: boolean;
  /** Printed with a number word (万, 億): the column's own number word does not apply again. */
  readonly worded: boolean;
  readonly signed: boolean;
  readonly decimals: boolean;
  /** Its own text says that it is a running total: 「累計65件」. */
  readonly cumulated: boolean;
  /** Printed without a unit of its own. */
  bare: boolean;
  /** Not the indicator's own figure: 「全国 63.8%」. */
  readonly reference: boolean;
  /** 「累計 65」 behind another figure: its running total. */
  readonly total: boolean;
  /** How it hangs on the figure before. */
  readonly joined: Joint;
}

export type Joint = "none" | "wave" | "hyphen" | "break" | "comma" | "slash" | "blank" | "glued";

/** 以上, 超 */
export const isLower = (bound: Bound | null): boolean => bound === "min" || bound === "minExclusive";
/** 以下, 未満 */
export const isUpper = (bound: Bound | null): boolean => bound === "max" || bound === "maxExclusive";
