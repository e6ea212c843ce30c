import { createContext, use, useSyncExternalStore, type ReactNode } from "react";
import type { PaneStore } from "../state/store";
import type { PaneState } from "../state/types";
import type { Writing } from "../state/writing";

export interface Pane {
  readonly store: PaneStore;
  readonly writing: Writing;
}

const PaneContext = createContext<Pane | null>(null);

export function PaneProvider({ pane, children }: { pane: Pane; children: ReactNode }) {
  return <PaneContext value={pane}>{children}</PaneContext>;
}

/** The actions of the pane. */
export function usePane(): Pane {
  const pane = use(PaneContext);
  if (pane === null) throw new Error("no PaneProvider above this component");
  return pane;
}

/** One part of the pane's state; the component renders again when that part changes. */
export function usePart<K extends keyof PaneState>(key: K): PaneState[K] {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, () => store.get()[key]);
}
