/** The figures of a cell's text, each with unit, bound, year and label. */
import { isLower, isUpper, type Draft } from "./cell-draft";
import { remember } from "./cell-memory";
import { CellReader } from "./cell-reader";
import { tokenize } from "./cell-tokens";
import { decimal, multiply, toText, type Decimal, ONE } from "./decimal";
import type { Quantity } from "./types";
import { PERCENT, readUnit, type Unit } from "./unit";

export interface Figures {
  readonly quantities: readonly [Quantity, ...Quantity[]];
  /** The two figures are the ends of one range. */
  readonly range: boolean;
  readonly year: number | null;
  readonly notes: readonly string[];
}

const units = remember(readUnit);
const TENTH = decimal("0.1");
/** Era years end at 64: a larger number before 年 is a duration. */
const LAST_ERA_YEAR = 64n;

/** Are several figures in one cell really parts of one value? Bare figures in one line may be one torn apart. */
function partsAgree(drafts: readonly Draft[]): boolean {
  return drafts.every((draft, i) => {
    const before = drafts[i - 1];
    if (!before) return true;
    switch (draft.joined) {
      case "wave":
      case "hyphen":
        return false;
      case "break":
        return true;
      case "glued":
        return before.unit === PERCENT;
      case "slash":
        // 「10校/12校」 is a share, 「33.6%/14.4%」 are two parts.
        return draft.label !== null || before.unit === PERCENT;
      default:
        if (draft.label !== null || !before.bare) return true;
        return (draft.signed && draft.joined !== "comma") || (before.decimals && draft.decimals);
    }
  });
}

/** 「20～30」「20-30%」「20以上30未満」 */
function isRange(drafts: readonly Draft[]): boolean {
  const [low, high] = drafts;
  if (!low || !high || drafts.length !== 2) return false;
  if (high.joined === "wave") return high.label === null;
  if (high.joined === "hyphen") return high.unit !== null && high.label === null;
  return isLower(low.bound) && isUpper(high.bound) && high.label === null;
}

/** 「6年」 may be 令和6年: a duration only where decimals, a bound, the size or the column say so. */
function mayBeYear(draft: Draft, column: Unit | null): boolean {
  if (draft.unit !== "年" || draft.decimals || draft.signed || draft.bound !== null || draft.approximate) return false;
  return column?.unit !== "年" && draft.value.digits <= LAST_ERA_YEAR;
}

function unitOf(draft: Draft, column: Unit | null): Unit | null {
  if (draft.unit === "割") return { unit: PERCENT, factor: TENTH };
  if (draft.unit !== null) return units(draft.unit);
  // 「3万」 in a column 「千人」: the cell's own number word wins.
  if (draft.worded && column) return column.unit === PERCENT ? null : { ...column, factor: ONE };
  return column;
}

function toQuantity(draft: Draft, column: Unit | null): Quantity | null {
  if (mayBeYear(draft, column)) return null;
  const unit = unitOf(draft, column);
  const scaled = (d: Decimal): Decimal => (unit ? multiply(d, unit.factor) : d);
  const name = unit?.unit ?? null;
  return {
    value: scaled(draft.value),
    cumulative: draft.cumulative && scaled(draft.cumulative),
    unit: draft.per !== null && draft.per !== "年" && name !== null ? `${name}/${draft.per}` : name,
    year: draft.year,
    label: draft.label,
    bound: draft.bound,
    approximate: draft.approximate,
    forecast: draft.forecast,
  };
}

/**
 * Figures of a cell's text; null where it is not understood.
 * @param main plain text with GROUP, YEAR and CIRCLED in place of what was taken out
 * @param unitOfColumn unit of the column or the name, used where the cell prints none
 */
export function readFigures(
  main: string,
  groups: readonly string[],
  years: readonly number[],
  circled: readonly string[],
  unitOfColumn: string | null,
): Figures | null {
  const tokens = tokenize(main);
  const reader = new CellReader(groups, years, circled);
  if (!tokens || !reader.read(tokens)) return null;
  const isReference = (d: Draft): boolean => d.reference && !(reader.drafts.length === 1 && d.unit === "位");
  const drafts = reader.drafts.filter((d) => !isReference(d));
  const notes = reader.drafts
    .filter(isReference)
    .map((d) => `${d.label ?? ""} ${toText(d.value)}${d.unit ?? ""}`)
    .concat(reader.notes);
  // Figures of several years are a series, not parts of one value.
  const drafted = new Set(drafts.map((d) => d.year));
  if (drafted.size > 1 && drafts.some((d) => d.label === null)) return null;
  const range = isRange(drafts);
  const [low, high] = drafts;
  if (range && low && high) low.unit ??= high.unit;
  else if (!partsAgree(drafts)) return null;
  const column = unitOfColumn === null ? null : units(unitOfColumn);
  const quantities = drafts.map((d) => toQuantity(d, column)).filter((q) => q !== null);
  const [first, ...others] = quantities;
  if (!first || quantities.length < drafts.length) return null;
  return { quantities: [first, ...others], range, year: reader.commonYear, notes };
}
