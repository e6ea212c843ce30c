import { useEffect } from "react";

/** Marks the element that takes the focus when the focused one goes: `<div {...HOME}>`. */
export const HOME = { "data-focus-home": "" };

/**
 * A button that is pressed often goes with what it did, and the focus with it. Excel on the web then sends the next Tab
 * out of the pane: the focus is kept at the scrolling part instead. It is never taken from the sheet.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    const note = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const keep = (): void => {
      if (last === null || (last.isConnected && !last.matches(":disabled"))) return;
      const { activeElement } = document;
      const lost = activeElement === null || activeElement === document.body || activeElement === last;
      last = null;
      if (lost && document.hasFocus()) {
        document.querySelector<HTMLElement>("[data-focus-home]")?.focus({ preventScroll: true });
      }
    };
    const observer = new MutationObserver(keep);
    document.addEventListener("focusin", note);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
    return () => {
      document.removeEventListener("focusin", note);
      observer.disconnect();
    };
  }, []);
}
