/** Tokens of a cell → its figures, each with unit, bound, year and label. */
import { isLabel, readPrefix, readSuffix, type Prefix } from "./cell-affixes";
import { readGroup } from "./cell-groups";
import { tokenize, type Token } from "./cell-tokens";
import { multiply, toText, type Decimal } from "./decimal";
import type { Bound, Quantity } from "./types";
import { isKnownUnit, PERCENT, readUnit } from "./unit";

interface Draft {
  value: Decimal;
  cumulative: Decimal | null;
  cumulativeUnit: string | null;
  unit: string | null;
  per: string | null;
  year: number | null;
  label: string | null;
  bound: Bound | null;
  approximate: boolean;
  forecast: boolean;
  worded: boolean;
  signed: boolean;
  decimals: boolean;
  reference: boolean;
  /** How it hangs on the figure before. */
  joined: "none" | "wave" | "hyphen" | "break" | "comma" | "slash" | "blank" | "glued";
}

export interface Figures {
  readonly quantities: readonly Quantity[];
  /** Two figures that are the ends of one range. */
  readonly range: boolean;
  readonly year: number | null;
  readonly notes: readonly string[];
}

const NO_PREFIX: Prefix = {
  label: null,
  approximate: false,
  forecast: false,
  cumulative: false,
  per: null,
  reference: false,
  notes: [],
};
const isLower = (b: Bound | null) => b === "min" || b === "minExclusive";
const isUpper = (b: Bound | null) => b === "max" || b === "maxExclusive";

/** A suffix that runs into the next label: 「12人女」 → 人 + 女. */
function splitRun(text: string): { readonly unit: string; readonly label: string } | null {
  for (let i = text.length - 1; i > 0; i--) {
    const [unit, label] = [text.slice(0, i), text.slice(i)];
    if (isKnownUnit(unit) && isLabel(label)) return { unit, label };
  }
  return null;
}

class Reader {
  readonly drafts: Draft[] = [];
  readonly notes: string[] = [];
  private labels: string[] = [];
  private labelGlued = false;
  private bound: Bound | null = null;
  private circled: string | null = null;
  private unitForAll: string | null = null;
  private leadingYear: number | null = null;
  private readonly years = new Set<number>();
  private joined: Draft["joined"] = "none";

  constructor(
    private readonly tokens: readonly Token[],
    private readonly groups: readonly string[],
    private readonly printedYears: readonly number[],
    private readonly marks: readonly string[],
  ) {}

  private get last(): Draft | undefined {
    return this.drafts.at(-1);
  }

  /** False where something is not understood. */
  read(): boolean {
    return this.tokens.every((token, i) => this.step(token, this.tokens[i - 1], this.tokens[i + 1])) && this.finish();
  }

  private step(token: Token, before: Token | undefined, after: Token | undefined): boolean {
    switch (token.kind) {
      case "number":
        return this.number(token, before);
      case "run":
        return this.run(token.text, token.glued, before, after);
      case "group":
        return this.group(this.groups[token.index] as string);
      case "year":
        return this.year(this.printedYears[token.index] as number);
      case "circled": {
        const mark = this.marks[token.index] as string;
        if (after?.kind === "number" || after?.kind === "run") this.circled = mark;
        else this.notes.push(mark);
        return true;
      }
      case "bound":
        if (after?.kind !== "number") return false;
        this.bound = token.bound;
        return true;
      case "colon":
        this.labelGlued = false;
        return this.labels.length > 0 || before?.kind === "year" || before?.kind === "group";
      case "break":
        if (this.joined === "none") this.joined = "break";
        return true;
      default:
        if (!this.last || this.labels.length > 0)
          return token.kind === "comma" || token.kind === "slash" ? this.labels.length === 0 : false;
        this.joined = token.kind;
        return after !== undefined || token.kind === "comma";
    }
  }

  private number(token: Extract<Token, { kind: "number" }>, before: Token | undefined): boolean {
    const gluedPrefix = token.glued && this.labelGlued;
    const prefix = this.labels.length > 0 ? readPrefix(this.labels.join(""), gluedPrefix) : NO_PREFIX;
    if (!prefix) return false;
    if (this.last && this.joined === "none") {
      if (before?.kind === "run" && token.glued && this.labels.length === 0) this.joined = "glued";
      else this.joined = "blank";
    }
    this.notes.push(...prefix.notes, ...(prefix.cumulative ? ["累計"] : []));
    if (prefix.cumulative && this.last && this.last.cumulative === null && this.joined !== "wave") {
      this.last.cumulative = token.value;
      this.drafts.push({ ...this.blank(token), joined: "none", reference: true });
      this.cumulativeOf = this.drafts.length - 2;
    } else {
      this.drafts.push({
        ...this.blank(token),
        approximate: prefix.approximate,
        forecast: prefix.forecast,
        label: prefix.label ?? null,
        per: prefix.per,
        reference: prefix.reference,
        joined: this.drafts.length === 0 ? "none" : this.joined,
      });
    }
    if (this.circled !== null) {
      const draft = this.last as Draft;
      draft.label = draft.label === null ? this.circled : this.circled + draft.label;
    }
    this.labels = [];
    this.bound = null;
    this.circled = null;
    this.joined = "none";
    return true;
  }

  private cumulativeOf: number | null = null;

  private blank(token: Extract<Token, { kind: "number" }>): Draft {
    return {
      value: token.value,
      cumulative: null,
      cumulativeUnit: null,
      unit: null,
      per: null,
      year: this.leadingYear,
      label: null,
      bound: this.bound,
      approximate: false,
      forecast: false,
      worded: token.worded,
      signed: token.signed,
      decimals: token.decimals,
      reference: false,
      joined: "none",
    };
  }

  private run(text: string, glued: boolean, before: Token | undefined, after: Token | undefined): boolean {
    const last = this.last;
    const open =
      last &&
      (before?.kind === "number" ||
        before?.kind === "group" ||
        before?.kind === "year" ||
        before?.kind === "run" ||
        before?.kind === "break");
    const toNext = after?.kind === "number" || after?.kind === "colon" || (after?.kind === "break" && !glued);
    if (open && !(toNext && !glued && !isKnownUnit(text) && !/^(?:以上|以下|以内|未満|超)/u.test(text))) {
      if (this.suffix(last, text)) return !(toNext && after.glued && glued && !this.mayTouch(last, after));
      const split = toNext && after.glued ? splitRun(text) : null;
      if (split && last.unit === null) {
        last.unit = split.unit;
        return this.label(split.label, true);
      }
      if (before?.kind !== "break" && (glued || !toNext)) return false;
    }
    return this.label(text, after?.kind === "number" && after.glued);
  }

  /** 「33.6%14.4%」「20%以上30%未満」: a suffix may touch the next figure; 「1時間30分」 is one duration. */
  private mayTouch(last: Draft, after: Token): boolean {
    return after.kind === "colon" || last.unit === PERCENT || isLower(last.bound);
  }

  private label(text: string, glued: boolean): boolean {
    this.labels.push(text);
    this.labelGlued = glued;
    return true;
  }

  private suffix(draft: Draft, text: string): boolean {
    const suffix = readSuffix(text);
    if (!suffix) return false;
    if (suffix.unit !== null && draft.unit !== null) return false;
    if (suffix.bound !== null && draft.bound !== null) return false;
    draft.unit ??= suffix.unit;
    draft.bound ??= suffix.bound;
    draft.approximate ||= suffix.approximate;
    draft.forecast ||= suffix.forecast;
    this.notes.push(...suffix.notes);
    return true;
  }

  private year(year: number): boolean {
    this.years.add(year);
    if (this.last && this.labels.length === 0 && this.joined === "none" && this.last.year === null)
      this.last.year = year;
    else if (!this.last || this.joined !== "none") this.leadingYear = year;
    return true;
  }

  private group(content: string): boolean {
    const group = readGroup(content);
    const last = this.labels.length === 0 ? this.last : undefined;
    switch (group.kind) {
      case "year":
        if (group.note !== null) this.notes.push(group.note);
        if (last && group.forecast) last.forecast = true;
        return this.year(group.year);
      case "forecast":
        if (last) last.forecast = true;
        else this.notes.push(content);
        return true;
      case "bound":
        if (last && last.bound === null) last.bound = group.bound;
        else return false;
        return true;
      case "figure":
        if (
          last &&
          last.cumulative === null &&
          (group.stated || (!group.signed && group.unit !== PERCENT && last.unit !== PERCENT))
        ) {
          if (group.unit === null || group.unit === last.unit) {
            last.cumulative = group.value;
            return true;
          }
        }
        this.notes.push(content);
        return true;
      case "unit":
        if (last && last.unit === null) last.unit = group.unit;
        else if (!last) this.unitForAll = group.unit;
        else this.notes.push(content);
        return true;
      case "label":
        if (last && last.label === null) last.label = group.label;
        else this.notes.push(content);
        return true;
      default:
        this.notes.push(content);
        return true;
    }
  }

  private finish(): boolean {
    if (this.labels.length > 0 && this.last && !this.suffix(this.last, this.labels.join(""))) return false;
    if (this.drafts.length === 0) return false;
    if (this.cumulativeOf !== null) {
      const [own, total] = [this.drafts[this.cumulativeOf], this.drafts[this.cumulativeOf + 1]] as [Draft, Draft];
      if (total.unit !== null && own.unit !== null && total.unit !== own.unit) return false;
      own.unit ??= total.unit;
      this.drafts.splice(this.cumulativeOf + 1, 1);
    }
    const [only] = this.years;
    for (const draft of this.drafts) {
      draft.unit ??= this.unitForAll;
      if (this.years.size === 1) draft.year = only as number;
    }
    // 「男性83.12 女性85.79歳」: the unit is printed once, behind the last figure.
    const units = this.drafts.filter((d) => d.unit !== null);
    if (units.length === 1 && units[0] === this.last)
      for (const draft of this.drafts) draft.unit ??= units[0]?.unit ?? null;
    return true;
  }

  get commonYear(): number | null {
    const [only] = this.years;
    return this.years.size === 1 ? (only as number) : null;
  }
}

/** Are several figures in one cell really parts of one value? Bare figures in one line may be one torn apart. */
function partsAgree(drafts: readonly Draft[]): boolean {
  return drafts.every((draft, i) => {
    if (i === 0) return true;
    const before = drafts[i - 1] as Draft;
    if (draft.joined === "wave" || draft.joined === "hyphen") return false;
    if (draft.joined === "break" || draft.label !== null) return true;
    if (draft.joined === "slash" || draft.joined === "comma") return before.unit !== null || before.label !== null;
    if (draft.joined === "glued") return before.unit === PERCENT;
    return before.unit !== null || draft.signed;
  });
}

function toQuantity(draft: Draft, unitOfColumn: string | null): Quantity | null {
  const column = unitOfColumn === null ? null : readUnit(unitOfColumn);
  const printed = draft.unit === null ? null : readUnit(draft.unit);
  const unit =
    printed ??
    (draft.worded && column?.unit !== PERCENT ? column && { ...column, factor: { digits: 1n, scale: 0 } } : column);
  if (draft.unit === "年" && !draft.decimals && draft.bound === null && draft.signed === false && !draft.approximate) {
    // 「6年」 may be 令和6年: a duration only where decimals, the size or the column say so.
    if (column?.unit !== "年" && draft.value.digits <= 64n) return null;
  }
  if (draft.unit === "割")
    return { ...base(draft), value: { digits: draft.value.digits, scale: draft.value.scale + 1 }, unit: PERCENT };
  const factor = unit?.factor;
  const scaled = (d: Decimal) => (factor ? multiply(d, factor) : d);
  const name = unit?.unit ?? null;
  const per = draft.per !== null && draft.per !== "年" && name !== null ? `${name}/${draft.per}` : name;
  return {
    ...base(draft),
    value: scaled(draft.value),
    cumulative: draft.cumulative && scaled(draft.cumulative),
    unit: per,
  };
}

const base = (d: Draft): Quantity => ({
  value: d.value,
  cumulative: d.cumulative,
  unit: d.unit,
  year: d.year,
  label: d.label,
  bound: d.bound,
  approximate: d.approximate,
  forecast: d.forecast,
});

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
  if (!tokens) return null;
  const reader = new Reader(tokens, groups, years, circled);
  if (!reader.read()) return null;
  let drafts = reader.drafts;
  const references = drafts.filter((d) => d.reference && !(drafts.length === 1 && d.unit === "位"));
  if (references.length > 0) {
    drafts = drafts.filter((d) => !references.includes(d));
    if (drafts.length === 0) return null;
    reader.notes.push(...references.map((d) => `${d.label ?? ""} ${toText(d.value)}${d.unit ?? ""}`));
  }
  const [low, high] = drafts;
  const joinedRange =
    high &&
    (high.joined === "wave" ||
      (high.joined === "hyphen" && high.unit !== null) ||
      (isLower(low?.bound ?? null) && isUpper(high.bound) && high.label === null));
  const range = drafts.length === 2 && joinedRange === true;
  if (range && low && high) {
    low.unit ??= high.unit;
  } else if (drafts.length > 1 && !partsAgree(drafts)) return null;
  const quantities = drafts.map((d) => toQuantity(d, unitOfColumn));
  if (quantities.some((q) => q === null)) return null;
  return { quantities: quantities as Quantity[], range, year: reader.commonYear, notes: reader.notes };
}
