/** Tokens of a cell → drafts of its figures. A small machine: one step per token, false where one is not understood. */
import { isLabel, readPrefix, readSuffix, type Prefix } from "./cell-affixes";
import { isLower, type Draft, type Joint } from "./cell-draft";
import { readGroup } from "./cell-groups";
import type { Token } from "./cell-tokens";
import type { Bound } from "./types";
import { isKnownUnit, PERCENT } from "./unit";

type NumberToken = Extract<Token, { kind: "number" }>;

const NO_PREFIX: Prefix = {
  label: null,
  approximate: false,
  forecast: false,
  cumulative: false,
  per: null,
  reference: false,
  notes: [],
};
const BOUND_FIRST = /^(?:以上|以下|以内|未満|超)/u;

const SEPARATOR = /^[・/]/u;

/** A suffix that runs into the next label: 「12人女」 → 人 + 女. */
function splitRun(text: string): { readonly unit: string; readonly label: string } | null {
  for (let i = text.length - 1; i > 0; i--) {
    const [unit, label] = [text.slice(0, i), text.slice(i)];
    if (isKnownUnit(unit) && isLabel(label.replace(SEPARATOR, "")))
      return { unit, label: label.replace(SEPARATOR, "") };
  }
  return null;
}

export class CellReader {
  readonly drafts: Draft[] = [];
  readonly notes: string[] = [];
  private readonly years = new Set<number>();
  private labels: string[] = [];
  private labelGlued = false;
  private bound: Bound | null = null;
  private circled: string | null = null;
  private unitForAll: string | null = null;
  private leadingYear: number | null = null;
  private joined: Joint = "none";
  /** Bracketed labels stand before their figures: 「（男）80.1（女）86.2」. */
  private labelsLead = false;

  constructor(
    private readonly groups: readonly string[],
    private readonly printedYears: readonly number[],
    private readonly marks: readonly string[],
  ) {}

  private get last(): Draft | undefined {
    return this.drafts.at(-1);
  }

  /** The one year that the cell prints; null for none or several. */
  get commonYear(): number | null {
    const [only] = this.years;
    return this.years.size === 1 ? (only ?? null) : null;
  }

  read(tokens: readonly Token[]): boolean {
    return tokens.every((token, i) => this.step(token, tokens[i - 1], tokens[i + 1])) && this.finish();
  }

  private step(token: Token, before: Token | undefined, after: Token | undefined): boolean {
    switch (token.kind) {
      case "number":
        return this.number(token, before);
      case "run":
        return this.run(token, before, after);
      case "group":
        return this.group(this.groups[token.index] ?? "");
      case "year":
        return this.year(this.printedYears[token.index] ?? null, after?.kind === "number" || after?.kind === "colon");
      case "circled": {
        const mark = this.marks[token.index] ?? "";
        if (after?.kind === "number" || after?.kind === "run") this.circled = mark;
        else this.notes.push(mark);
        return true;
      }
      case "bound":
        this.bound = token.bound;
        return after?.kind === "number";
      case "colon":
        this.labelGlued = false;
        return this.labels.length > 0 || before?.kind === "year" || before?.kind === "group";
      case "break":
        if (this.joined === "none") this.joined = "break";
        return true;
      case "bullet":
        if (this.last && this.labels.length === 0) this.joined = "comma";
        return this.labels.length === 0 && after !== undefined;
      case "comma":
        this.joined = "comma";
        return this.last !== undefined && this.labels.length === 0;
      default:
        this.joined = token.kind;
        return this.last !== undefined && this.labels.length === 0 && after !== undefined;
    }
  }

  private number(token: NumberToken, before: Token | undefined): boolean {
    const glued = token.glued && this.labelGlued;
    const prefix = this.labels.length > 0 ? readPrefix(this.labels.join(""), glued) : NO_PREFIX;
    if (!prefix) return false;
    if (this.last && this.joined === "none") {
      this.joined = before?.kind === "run" && token.glued && this.labels.length === 0 ? "glued" : "blank";
    }
    this.notes.push(...prefix.notes, ...(prefix.cumulative ? ["累計"] : []));
    const total = prefix.cumulative && this.last?.cumulative === null && this.joined !== "wave";
    const label = this.circled === null ? prefix.label : this.circled + (prefix.label ?? "");
    this.drafts.push({
      value: token.value,
      cumulative: null,
      unit: null,
      per: prefix.per,
      year: this.leadingYear,
      label,
      bound: this.bound,
      approximate: prefix.approximate,
      forecast: prefix.forecast,
      worded: token.worded,
      signed: token.signed,
      decimals: token.decimals,
      reference: prefix.reference,
      total,
      cumulated: prefix.cumulative,
      bare: true,
      joined: this.drafts.length === 0 ? "none" : this.joined,
    });
    this.labels = [];
    this.bound = null;
    this.circled = null;
    this.joined = "none";
    return true;
  }

  /** Letters: the suffix of the figure before, the label of the next one, or both in one (「12人女15人」). */
  private run(token: Token & { kind: "run" }, before: Token | undefined, after: Token | undefined): boolean {
    const { text, glued } = token;
    const draft = this.last;
    const toNext = after?.kind === "number" || after?.kind === "colon" || (after?.kind === "break" && !glued);
    const touches = toNext && after.glued && glued && after.kind !== "break";
    const open = draft && before && ["number", "group", "year", "run", "break"].includes(before.kind);
    if (open && (glued || !toNext || isKnownUnit(text) || BOUND_FIRST.test(text))) {
      const split = toNext && glued && draft.unit === null ? splitRun(text) : null;
      if (split) {
        draft.unit = split.unit;
        draft.bare = false;
        return this.label(split.label, touches);
      }
      if (this.suffix(draft, text)) return !touches || this.mayTouch(draft, after);
      if (glued && before.kind !== "break") return false;
    }
    return this.label(text, after?.kind === "number" && after.glued);
  }

  /** 「33.6%14.4%」「20%以上30%未満」: a suffix may touch the next figure; 「1時間30分」 is one duration. */
  private mayTouch(draft: Draft, after: Token): boolean {
    return after.kind === "colon" || draft.unit === PERCENT || isLower(draft.bound);
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
    draft.bare &&= suffix.unit === null;
    draft.bound ??= suffix.bound;
    draft.approximate ||= suffix.approximate;
    draft.forecast ||= suffix.forecast;
    this.notes.push(...suffix.notes);
    return true;
  }

  private year(year: number | null, leads: boolean): boolean {
    if (year === null) return false;
    this.years.add(year);
    const draft = this.labels.length === 0 && this.joined === "none" && !leads ? this.last : undefined;
    if (!draft) this.leadingYear = year;
    else draft.year ??= year;
    return true;
  }

  private group(content: string): boolean {
    const group = readGroup(content);
    const draft = this.labels.length === 0 ? this.last : undefined;
    switch (group.kind) {
      case "year":
        if (group.note !== null) this.notes.push(group.note);
        if (draft && group.forecast) draft.forecast = true;
        return this.year(group.year, false);
      case "bound":
        if (!draft || draft.bound !== null) return false;
        draft.bound = group.bound;
        return true;
      case "forecast":
        if (draft) draft.forecast = true;
        else this.notes.push(content);
        return true;
      case "figure": {
        // A signed figure is a change, a second percentage a reference: neither is a running total.
        const total = group.stated || (!group.signed && group.unit !== PERCENT && draft?.unit !== PERCENT);
        const fits =
          draft?.cumulative === null && !draft.cumulated && (group.unit === null || group.unit === draft.unit);
        if (total && fits) draft.cumulative = group.value;
        else this.notes.push(content);
        return true;
      }
      case "unit":
        if (!draft) this.unitForAll = group.unit;
        else if (draft.unit === null) {
          draft.unit = group.unit;
          draft.bare = false;
        } else this.notes.push(content);
        return true;
      case "label":
        if (!this.last || this.labelsLead) {
          this.labelsLead = true;
          return this.labels.length === 0 && this.label(group.label, false);
        }
        if (draft?.label === null) draft.label = group.label;
        else this.notes.push(content);
        return true;
      case "note":
        this.notes.push(content);
        return true;
    }
  }

  private finish(): boolean {
    if (this.labels.length > 0 && !(this.last && this.suffix(this.last, this.labels.join("")))) return false;
    if (this.circled !== null || this.bound !== null) return false;
    for (let i = this.drafts.length - 1; i > 0; i--) {
      const [own, total] = [this.drafts[i - 1], this.drafts[i]];
      if (!own || !total?.total) continue;
      if (total.unit !== null && own.unit !== null && total.unit !== own.unit) return false;
      own.cumulative = total.value;
      own.unit ??= total.unit;
      this.drafts.splice(i, 1);
    }
    const year = this.commonYear;
    // 「男性83.12 女性85.79歳」: a unit printed once, behind the last figure, is that of all.
    const printed = this.drafts.filter((d) => d.unit !== null);
    const shared = printed.length === 1 && printed[0] === this.last ? (this.last?.unit ?? null) : null;
    for (const draft of this.drafts) {
      draft.unit ??= this.unitForAll ?? shared;
      draft.year = year ?? draft.year;
    }
    return this.drafts.length > 0;
  }
}
