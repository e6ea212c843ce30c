import { useSyncExternalStore } from "react";
import { usePane } from "../hooks/usePane";
import { useLanguage } from "../i18n";
import type { PaneStore } from "../state/store";
import { Collecting } from "./collecting";
import { COLLECT_MESSAGES, type CollectMessages } from "./messages";
import { failSentence } from "./reasons";
import type { CollectState } from "./types";

/** One per pane: going back to the tabs and returning finds everything as it was. */
const known = new WeakMap<PaneStore, Collecting>();

function collectingOf(store: PaneStore): Collecting {
  const own = known.get(store) ?? new Collecting(store, (code) => failSentence(code, "ja"));
  known.set(store, own);
  return own;
}

export const useCollecting = (): Collecting => collectingOf(usePane().store);

export function useCollectState(): CollectState {
  const collecting = useCollecting();
  return useSyncExternalStore(collecting.subscribe, collecting.get);
}

export const useCollectMessages = (): CollectMessages => COLLECT_MESSAGES[useLanguage()];
