import type { Outcome } from "../state/types";
import { usePart } from "./usePane";

/** The tab that was open when an outcome came: it is read there. */
const cameTo = new WeakMap<Outcome, string>();

/** What was last done to the sheet, on the tab where the user saw it come; null on every other. */
export function useOwnOutcome(): Outcome | null {
  const outcome = usePart("outcome");
  const { tab } = usePart("preferences");
  if (outcome === null) return null;
  if (!cameTo.has(outcome)) cameTo.set(outcome, tab);
  return cameTo.get(outcome) === tab ? outcome : null;
}
