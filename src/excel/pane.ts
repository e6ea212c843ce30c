/**
 * How a ribbon button reaches the pane. Both live on one page (shared runtime) but in bundles of their own, so the
 * request travels through the page: an event for a pane that is open, an attribute for one that is still loading.
 */

/** 評価 集計 点検 設定 */
export type PaneTab = "grades" | "rollup" | "checks" | "settings";

const TABS: readonly PaneTab[] = ["grades", "rollup", "checks", "settings"];
const EVENT = "kpi-sheet:open";
const ATTRIBUTE = "data-kpi-open";

/** Shows the pane at a tab. Rejects with Excel's error where the pane cannot be shown. */
export async function openPane(tab: PaneTab): Promise<void> {
  document.documentElement.setAttribute(ATTRIBUTE, tab);
  await Office.addin.showAsTaskpane();
  document.dispatchEvent(new Event(EVENT));
}

/** Calls `listener` with each requested tab, the waiting one first. Gives the function that stops it. */
export function onPaneRequest(listener: (tab: PaneTab) => void): () => void {
  const take = (): void => {
    const asked = document.documentElement.getAttribute(ATTRIBUTE);
    document.documentElement.removeAttribute(ATTRIBUTE);
    const tab = TABS.find((known) => known === asked);
    if (tab) listener(tab);
  };
  document.addEventListener(EVENT, take);
  take();
  return () => document.removeEventListener(EVENT, take);
}
