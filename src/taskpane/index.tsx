/**
 * Entry of the pane. What the page loads first only draws the outline; the pane itself arrives beside Office's own
 * start. Where office.js or the pane does not come, the page says so.
 */
import { createRoot, type Root } from "react-dom/client";
import { Waiting } from "./Waiting";

/** office.js answers within a second or two; after this long it will not. */
const OFFICE_TIMEOUT_MS = 15_000;

function officeReady(): Promise<boolean> {
  if (typeof Office === "undefined") return Promise.resolve(false);
  return Promise.race([
    Office.onReady().then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), OFFICE_TIMEOUT_MS)),
  ]);
}

/** The page's own sentence for this case stands in the element until React takes it over: it is put back. */
function giveUp(root: Root | null, element: HTMLElement, message: string): void {
  root?.unmount();
  element.innerHTML = message;
  element.classList.add("office-missing");
}

async function main(element: HTMLElement): Promise<void> {
  const message = element.innerHTML;
  if (typeof Office === "undefined") return giveUp(null, element, message);
  const loading = import(/* webpackChunkName: "start" */ "./start");
  const root = createRoot(element);
  root.render(<Waiting />);
  try {
    const [ready, { start }] = await Promise.all([officeReady(), loading]);
    if (ready) await start(root, Office.context?.displayLanguage ?? null);
    else giveUp(root, element, message);
  } catch {
    giveUp(root, element, message);
  }
}

const element = document.getElementById("root");
if (element) void main(element);
