/** From the readings of three cells to the bare figures that a rubric judges. */
import { readPrinted } from "./cell-value";
import type { Decimal } from "./decimal";
import type { Case, Goal } from "./judge";
import { isLowerBetter } from "./rates";
import type { Direction, GradeInput, MissingKind, Note, Quantity, Reading } from "./types";

export type Role = "baseline" | "actual" | "target";

export const note = (code: string, values: Record<string, string> = {}): Note => ({ code, values });

/** Either a case to judge, or the reason why there is none. */
export type Figures =
  | { readonly kind: "case"; readonly case: Case; readonly assumptions: Note[]; readonly warnings: Note[] }
  /** No actual: the rubric's mark for it. */
  | { readonly kind: "noActual"; readonly missing: MissingKind; readonly note: Note }
  /** A target without figures that the actual has reached in words (策定済 / 策定済). */
  | { readonly kind: "done" }
  /** Nothing can be said. */
  | { readonly kind: "undecided"; readonly warning: Note };

/** Rates and grades use the bracketed totals where the target has one: 「7(16)」 against 「6(20)」. */
function pick(q: Quantity, cumulative: boolean): Decimal {
  return cumulative && q.cumulative !== null ? q.cumulative : q.value;
}

/** The figure of a cell that holds exactly one; null for every other. */
export const onlyFigure = (r: Reading): Quantity | null =>
  r.kind === "quantity" && r.parts.length === 1 ? r.parts[0] : null;

/** Does a bound of the target's own words speak against the direction that was given. */
function boundAgainst(q: Quantity, direction: Direction): boolean {
  if (q.bound === null) return false;
  return (q.bound === "max" || q.bound === "maxExclusive") !== isLowerBetter(direction);
}

const BRACKET = /[（(]([^（）()]*)[）)]/;

/** 「前年度(77.8%)を上回る」「県平均（45.2%）以上」: the reference's own figure, where the cell prints nothing else in the bracket. */
export function printedReference(target: Reading): Decimal | null {
  const inner = BRACKET.exec(target.text)?.[1];
  const q = inner === undefined ? null : onlyFigure(readPrinted(inner));
  return q && q.year === null && q.label === null ? q.value : null;
}

function goalOf(
  target: Reading,
  base: Decimal | null,
  direction: Direction,
  warnings: Note[],
  assumptions: Note[],
): Goal {
  switch (target.kind) {
    case "quantity": {
      const q = target.parts[0];
      const against = boundAgainst(q, direction);
      if (against) warnings.push(note("boundAgainstDirection", { text: target.text }));
      const exclusive = !against && (q.bound === "minExclusive" || q.bound === "maxExclusive");
      return { kind: "value", value: q.cumulative ?? q.value, exclusive };
    }
    case "range":
      return { kind: "range", low: target.low.value, high: target.high.value };
    case "words":
      switch (target.words) {
        case "increase":
        case "decrease":
          return { kind: "better" };
        case "maintain":
        case "maintainMin":
        case "maintainMax":
          if (base === null) return { kind: "unknown" };
          assumptions.push(note("maintainByBaseline"));
          return { kind: "value", value: base, exclusive: false };
        case "aboveReference":
        case "belowReference": {
          const printed = printedReference(target);
          if (printed === null) {
            warnings.push(note("referenceUnknown", { text: target.text }));
            return { kind: "unknown" };
          }
          assumptions.push(note("referencePrinted", { text: target.text }));
          return { kind: "value", value: printed, exclusive: !/以上|以下/.test(target.text) };
        }
        case "done":
          warnings.push(note("targetInWords", { text: target.text }));
          return { kind: "unknown" };
      }
      break;
    case "missing":
      warnings.push(note("noTarget"));
      return { kind: "none" };
  }
  return { kind: "unknown" };
}

/** Reads the figures of an indicator with one value per cell (composite cells are split before). */
export function figuresOf(input: GradeInput, direction: Direction): Figures {
  const { actual, target, baseline } = input;
  switch (actual.kind) {
    case "missing":
      return {
        kind: "noActual",
        missing: actual.missing,
        note: note("noActual", { missing: actual.missing, text: actual.text }),
      };
    case "unreadable":
    case "error":
      return { kind: "undecided", warning: note("unreadable", { which: "actual", text: actual.text }) };
    case "range":
      return { kind: "undecided", warning: note("actualIsRange", { text: actual.text }) };
    case "words":
      if (actual.words === "done" && target.kind === "words" && target.words === "done") return { kind: "done" };
      return { kind: "undecided", warning: note("actualInWords", { text: actual.text }) };
  }
  if (target.kind === "unreadable" || target.kind === "error")
    return { kind: "undecided", warning: note("unreadable", { which: "target", text: target.text }) };
  const q = actual.parts[0];
  const assumptions: Note[] = [];
  const warnings: Note[] = [];
  const goalQuantity = onlyFigure(target);
  const cumulative = goalQuantity !== null && goalQuantity.cumulative !== null;
  if (cumulative) assumptions.push(note("cumulative"));
  const start = onlyFigure(baseline);
  const base = start && pick(start, cumulative);
  if (baseline.kind === "unreadable" || baseline.kind === "error")
    warnings.push(note("unreadable", { which: "baseline", text: baseline.text }));
  if (q.approximate) assumptions.push(note("approximate", { text: actual.text }));
  if (q.forecast) assumptions.push(note("forecast"));
  if (q.bound !== null) warnings.push(note("actualIsBound", { text: actual.text }));
  if (input.olderYear) assumptions.push(note("olderYear", { year: String(input.olderYear) }));
  const goal = goalOf(target, base, direction, warnings, assumptions);
  return {
    kind: "case",
    assumptions,
    warnings,
    case: {
      direction,
      baseline: base,
      actual: pick(q, cumulative),
      goal,
      forecast: q.forecast,
      percent: q.unit === "%" || goalQuantity?.unit === "%",
      expected: input.expected,
      method: input.method ?? null,
    },
  };
}

const narrow = (r: Extract<Reading, { kind: "quantity" }>, q: Quantity): Reading => ({ ...r, parts: [q] });

/** The part of a cell that belongs to a part of the actual: the same label, else the same place; a single value serves all. */
function counterpart(r: Reading, q: Quantity, at: number, count: number): Reading | null {
  if (r.kind !== "quantity" || r.parts.length === 1) return r;
  const labelled = q.label === null ? undefined : r.parts.find((p) => p.label === q.label);
  if (labelled) return narrow(r, labelled);
  const placed = r.parts.length === count ? r.parts[at] : undefined;
  if (placed && (placed.label === null || q.label === null)) return narrow(r, placed);
  return null;
}

/**
 * A composite cell (男性 … 女性 …) as one input per part; null for a plain one. "differ": the cells do not hold the
 * same parts, so nobody can say which value belongs to which target.
 */
export function splitParts(input: GradeInput): readonly GradeInput[] | "differ" | null {
  const { actual, target, baseline } = input;
  if (actual.kind !== "quantity") return null;
  const many = actual.parts.length > 1 || (target.kind === "quantity" && target.parts.length > 1);
  if (!many) return null;
  if (actual.parts.length === 1 && actual.parts[0].label === null) return "differ";
  const inputs: GradeInput[] = [];
  for (const [at, q] of actual.parts.entries()) {
    const goal = counterpart(target, q, at, actual.parts.length);
    if (!goal) return "differ";
    const start = counterpart(baseline, q, at, actual.parts.length);
    inputs.push({
      ...input,
      actual: narrow(actual, q),
      target: goal,
      baseline: start ?? { kind: "missing", text: baseline.text, missing: "blank", year: null, notes: [] },
    });
  }
  if (target.kind === "quantity" && target.parts.length > 1 && target.parts.length !== inputs.length) return "differ";
  return inputs;
}
