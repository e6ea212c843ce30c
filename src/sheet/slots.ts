/** What the header cells over a logical column say together, the lowest one first. */
import type { Grid } from "./grid";
import { isFigure, type HeaderBlock, type HeaderCell, type Slot } from "./headers";
import type { HeaderText } from "./header-text";
import type { Role, TargetHint } from "./vocabulary";

export interface SlotInfo extends Slot {
  readonly index: number;
  readonly role: Role | null;
  readonly also: readonly Role[];
  readonly weak: boolean;
  readonly hint: TargetHint | null;
  readonly level: number;
  readonly year: number | null;
  readonly relative: number | null;
  readonly reference: boolean;
  /** Some header cell over it is known to the vocabulary. */
  readonly known: boolean;
  /** Its own header is a year alone; the word, if any, stands over several years. */
  readonly dated: boolean;
  /** Header texts from top to bottom, for reasons and for finding the column again. */
  readonly text: string;
}

const VALUES: ReadonlySet<Role> = new Set<Role>(["baseline", "target", "actual"]);

/** Words that, over several years, may head figures: 「進捗状況」 over R3 R4 R5. */
export const OVER_YEARS: ReadonlySet<Role> = new Set<Role>(["remarks", "grade", "part", "kind"]);

/** A column of values: baseline, target, actual, or one headed by a year alone. */
export const holdsValues = (slot: SlotInfo): boolean =>
  slot.role !== null
    ? VALUES.has(slot.role) || (slot.dated && OVER_YEARS.has(slot.role))
    : slot.year !== null || slot.hint !== null || slot.relative !== null;

const YEAR_OF: Partial<Readonly<Record<Role, Role>>> = {
  baseline: "baselineYear",
  target: "targetYear",
  actual: "actualYear",
};

/** 「年度」 under a value's word, else right behind one, holds the year of that value. */
function withYearColumns(slots: readonly SlotInfo[], blocks: readonly Slot[]): SlotInfo[] {
  return slots.map((slot, i) => {
    if (slot.role !== "year") return slot;
    const over = roles(blocks[i] as Slot)[1]?.role ?? slots[i - 1]?.role ?? null;
    return { ...slot, role: (over === null ? undefined : YEAR_OF[over]) ?? "other" };
  });
}

/** What heads one column, never several years. */
const OF_ONE_COLUMN: ReadonlySet<Role> = new Set<Role>(["no", "unit", "owner", "direction"]);

/** Header words over a column, the lowest first. A word for names over columns of values is their title. */
function roles(slot: Slot): HeaderText[] {
  const lowest = slot.cells[slot.cells.length - 1]?.header;
  const dated = lowest?.role === null && lowest.year !== null;
  return [...slot.cells].reverse().flatMap(({ header, column }, i) => {
    if (header === null || header.role === null || (dated && OF_ONE_COLUMN.has(header.role))) return [];
    return header.role === "name" && i > 0 && column < slot.left ? [] : [header];
  });
}

function info(slot: Slot, index: number): SlotInfo {
  const heads = [...slot.cells].reverse().flatMap((cell: HeaderCell) => (cell.header ? [cell.header] : []));
  const words = roles(slot);
  // 「実績」 under 「基準年」 is the value at the start.
  const start = words.find(({ role, also }) => role === "baseline" && !also.includes("actual"));
  const word = words[0]?.role === "actual" && start !== undefined ? start : words[0];
  return {
    ...slot,
    index,
    role: word?.role ?? null,
    also: word?.also ?? [],
    weak: word?.weak ?? false,
    level: word?.level ?? 9,
    hint: heads.find((head) => head.hint !== null)?.hint ?? null,
    year: heads.find((head) => head.year !== null)?.year ?? null,
    relative: heads.find((head) => head.relative !== null)?.relative ?? null,
    reference: heads.some((head) => head.reference),
    known: heads.length > 0,
    dated: heads.length > 1 && heads[0]?.role === null && heads[0].year !== null,
    text: slot.cells.map((cell) => cell.text.replace(/\s+/g, "")).join(" "),
  };
}

/** Slots of a block with what their headers say. */
export function slotInfos(block: HeaderBlock): SlotInfo[] {
  const slots = withYearColumns(block.slots.map(info), block.slots);
  const name = slots.findIndex((slot) => slot.role === "name");
  // 「目標」「課題」 left of the names head what the indicators belong to.
  if (name > 0) {
    const isGoal = (slot: SlotInfo): boolean =>
      (slot.role === "target" && slot.also.includes("group")) || (slot.role === "remarks" && /課題$/.test(slot.text));
    return slots.map((slot, i) => (i < name && isGoal(slot) ? { ...slot, role: "group", level: 1 } : slot));
  }
  const first = slots.find(holdsValues);
  // 「目標」 in front of 「基準値」 and 「目標値」 heads the names.
  const years = slots.filter((slot) => slot !== first && holdsValues(slot));
  const heads =
    first?.role === "target" &&
    first.also.includes("group") &&
    (slots.filter((s) => s.role === "target").length > 1 ||
      // 「業績目標」 in front of nothing but years: target and actual stand in lines.
      (first === slots[0] && years.length >= 2 && years.every((slot) => slot.role === null)));
  if (!heads || slots.some((slot) => slot.role === "name")) return slots;
  return slots.map((slot) => (slot === first ? { ...slot, role: "name", weak: true } : slot));
}

/** The labels of lines stand in a column of their own, also where no header does: 「単位」 | 「」 over 「回」 | 「実績」. */
export function withLineColumn(slots: readonly SlotInfo[], column: number | null): readonly SlotInfo[] {
  const shared = slots.find((slot) => column !== null && slot.left < column && column <= slot.right);
  if (column === null || shared === undefined) return slots;
  const own: SlotInfo = {
    ...shared,
    left: column,
    role: null,
    also: [],
    year: null,
    hint: null,
    known: false,
    text: "",
  };
  return slots.flatMap((slot) =>
    slot === shared
      ? [
          { ...slot, right: column - 1 },
          { ...own, cells: [] },
        ]
      : [slot],
  );
}

const ONLY_A_YEAR = /^[(（]?(?:(?:19|20)\d\d年度?|(?:令和|平成|[RHＲＨ])\s*(?:元|[\d０-９]{1,2})年?度?)[)）]?$/;

/** 「現在（計画策定当初）」 over 「2018年」 and 「84.1歳」: one header over the year of a value and the value. */
export function withYearsBeside(
  grid: Grid,
  rows: readonly { readonly row: number; readonly kind: string }[],
  slots: readonly SlotInfo[],
): readonly SlotInfo[] {
  const data = rows.filter(({ kind }) => kind === "data");
  return slots.flatMap((slot) => {
    const yearRole = slot.role === null ? undefined : YEAR_OF[slot.role];
    if (yearRole === undefined || slot.right === slot.left || slot.year !== null) return [slot];
    const pairs = data.flatMap(({ row }) => {
      const [first, second] = grid.between(row, slot.left, slot.right);
      return first && second && ONLY_A_YEAR.test(first.text.trim()) ? [second.column] : [];
    });
    const [column] = pairs;
    if (column === undefined || pairs.length * 2 <= data.length || pairs.some((other) => other !== column))
      return [slot];
    return [
      { ...slot, right: column - 1, role: yearRole, also: [], hint: null },
      { ...slot, left: column },
    ];
  });
}

const SHIFTS = [-1, -2, -3] as const;
const SAMPLE = 40;

/**
 * A form may draw its values one narrow column further left than their headers. The slots move by as many columns,
 * when that puts figures right under the headers and nothing else does.
 */
export function alignedSlots(
  grid: Grid,
  block: HeaderBlock,
  slots: readonly SlotInfo[],
  limit: number,
): readonly SlotInfo[] {
  const values = slots.filter(holdsValues);
  const last = values[values.length - 1];
  if (last === undefined || values.length < 2) return slots;
  const figures = new Set<number>();
  let seen = 0;
  for (let row = block.bottom + 1; row <= limit && seen < SAMPLE; row++) {
    const cells = grid.between(row, block.left, block.right);
    if (cells.length > 0) seen++;
    for (const cell of cells) if (isFigure(cell.text)) figures.add(cell.column);
  }
  const hits = (by: number): number => values.filter((slot) => figures.has(slot.left + by)).length;
  const covered = values.filter((slot) => [...figures].some((c) => c >= slot.left && c <= slot.right)).length;
  if (hits(0) > 0 || covered === values.length) return slots;
  const inOrder = [...figures].sort((a, b) => a - b).slice(-values.length);
  const before = (i: number): number => slots[slots.indexOf(values[i] as SlotInfo) - 1]?.left ?? -1;
  if (inOrder.length === values.length && inOrder.every((c, i) => c > before(i) && c <= (values[i] as SlotInfo).left)) {
    return movedTo(slots, new Map(values.map((slot, i) => [slot.left, inOrder[i] ?? slot.left])));
  }
  const by = SHIFTS.find((shift) => hits(shift) >= 2 && hits(shift) > covered);
  if (by === undefined) return slots;
  const first = (values[0] as SlotInfo).left;
  return movedTo(slots, new Map(slots.filter((s) => s.left >= first).map((slot) => [slot.left, slot.left + by])));
}

/** Slots with new left borders; each ends where the next begins. */
function movedTo(slots: readonly SlotInfo[], lefts: ReadonlyMap<number, number>): SlotInfo[] {
  const left = (slot: SlotInfo): number => lefts.get(slot.left) ?? slot.left;
  return slots.map((slot, i) => {
    const next = slots[i + 1];
    return { ...slot, left: left(slot), right: next === undefined ? slot.right : left(next) - 1 };
  });
}

/** Where the columns of values begin: labels stand left of it. */
export function firstValueColumn(slots: readonly SlotInfo[]): number {
  return slots.find((slot) => holdsValues(slot))?.left ?? Infinity;
}

export { isFigure };
