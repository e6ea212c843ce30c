/** What a formula names: the places it depends on, the functions it calls. */
import type { Area } from "./area";
import { type Node, walk } from "./parse";

export interface NamedPlace {
  /** null: the formula's own sheet. */
  readonly sheet: string | null;
  readonly area: Area;
}

export interface Mentions {
  readonly places: readonly NamedPlace[];
  readonly names: readonly { readonly sheet: string | null; readonly name: string }[];
  readonly functions: ReadonlySet<string>;
}

/** These ask where their argument lies, not what it holds: =ROWS(A$1:A5) in A5 is no circle. */
const OF_PLACES = new Set(["ROW", "ROWS", "COLUMN", "COLUMNS", "ISREF"]);

export function mentionsOf(formula: Node): Mentions {
  const places: NamedPlace[] = [];
  const names: { sheet: string | null; name: string }[] = [];
  const functions = new Set<string>();
  const onlyPlaces = new Set<Node>();
  for (const node of walk(formula)) {
    if (node.kind === "call") {
      functions.add(node.name);
      if (OF_PLACES.has(node.name)) for (const arg of node.args) if (arg) onlyPlaces.add(arg);
    }
    if (node.kind === "area" && !onlyPlaces.has(node)) places.push({ sheet: node.sheet, area: node.area });
    if (node.kind === "name") names.push({ sheet: node.sheet, name: node.name });
  }
  return { places, names, functions };
}
