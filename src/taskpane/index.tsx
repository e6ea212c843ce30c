/** Entry of the pane: waits for Office, then shows the pane; says so where Office does not come. */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { PaneStore } from "./state/store";
import { Writing } from "./state/writing";

/** office.js answers within a second or two; after this long it will not. */
const OFFICE_TIMEOUT_MS = 15_000;

function officeReady(): Promise<boolean> {
  if (typeof Office === "undefined") return Promise.resolve(false);
  return Promise.race([
    Office.onReady().then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), OFFICE_TIMEOUT_MS)),
  ]);
}

async function main(root: HTMLElement): Promise<void> {
  if (!(await officeReady())) {
    // The page already holds the sentence for this; it shows by itself after some seconds, and now at once.
    root.classList.add("office-missing");
    return;
  }
  const store = new PaneStore();
  const pane = { store, writing: new Writing(store) };
  createRoot(root).render(<App pane={pane} displayLanguage={Office.context?.displayLanguage ?? null} />);
  await store.start();
}

const root = document.getElementById("root");
if (root) void main(root);
