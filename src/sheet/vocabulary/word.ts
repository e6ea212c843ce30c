/** What an entry of the vocabulary says. */
/** The part that a column plays. */
export type Role =
  | "no"
  | "name"
  | "part"
  | "unit"
  | "direction"
  | "kind"
  | "owner"
  | "group"
  | "baseline"
  | "baselineYear"
  | "target"
  | "targetYear"
  | "actual"
  | "actualYear"
  /** Year of the value beside or under it: 「年度」 | 「数値」 under 「現況値」. */
  | "year"
  | "grade"
  | "rate"
  | "remarks"
  /** Known, and no part of a KPI: money, dates, descriptions. */
  | "other";

export type TargetHint = "final" | "milestone";

export interface Word {
  /** null: says nothing alone, only hints (「中間」 under 「目標値」). */
  readonly role: Role | null;
  readonly pattern: RegExp;
  /** Other parts that this word plays in some sheets; the cells below decide. */
  readonly also?: readonly Role[];
  readonly hint?: TargetHint;
  /** A word of many kinds of tables: proves nothing alone. */
  readonly weak?: true;
  /** For groups: 0 is outermost. */
  readonly level?: number;
  readonly examples: readonly string[];
}
