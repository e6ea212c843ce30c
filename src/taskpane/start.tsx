/** The pane itself: memory, actions, screen. Loaded by `index.tsx` while Office gets ready. */
import type { Root } from "react-dom/client";
import { App } from "./App";
import { loadPreview } from "./components/loadPreview";
import { PaneStore } from "./state/store";
import { loadEngine, Writing } from "./state/writing";
import { loadTabs } from "./tabs";

/** Shows the pane and begins to read. Resolves when the first reading is over. */
export async function start(root: Root, displayLanguage: string | null): Promise<void> {
  const store = new PaneStore();
  root.render(<App pane={{ store, writing: new Writing(store) }} displayLanguage={displayLanguage} />);
  await store.start();
  void Promise.allSettled([loadEngine(), loadPreview()]).then(loadTabs);
}
