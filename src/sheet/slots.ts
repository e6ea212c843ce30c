/** What the header cells over a logical column say together, the lowest one first. */
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

/** Header words over a column, the lowest first. A word for names over columns of values is their title. */
function roles(slot: Slot): HeaderText[] {
  return [...slot.cells].reverse().flatMap(({ header, column }, i) => {
    if (header === null || header.role === null) return [];
    return header.role === "name" && i > 0 && column < slot.left ? [] : [header];
  });
}

function info(slot: Slot, index: number): SlotInfo {
  const heads = [...slot.cells].reverse().flatMap((cell: HeaderCell) => (cell.header ? [cell.header] : []));
  const word = roles(slot)[0];
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
export const slotInfos = (block: HeaderBlock): SlotInfo[] => block.slots.map(info);

/** Where the columns of values begin: labels stand left of it. */
export function firstValueColumn(slots: readonly SlotInfo[]): number {
  return slots.find((slot) => holdsValues(slot))?.left ?? Infinity;
}

export { isFigure };
