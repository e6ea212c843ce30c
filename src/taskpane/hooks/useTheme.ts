import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Theme } from "@fluentui/react-components";
import { paneTheme, shadeOf, type Shade } from "../theme";

const DARK = "(prefers-color-scheme: dark)";

/** Office's theme where it tells one, else the system's. */
function shade(): Shade {
  const office = typeof Office === "undefined" ? undefined : Office.context?.officeTheme;
  const known = shadeOf(office?.bodyBackgroundColor);
  if (known !== null) return known;
  return typeof matchMedia === "function" && matchMedia(DARK).matches ? "dark" : "light";
}

function watch(changed: () => void): () => void {
  if (typeof matchMedia !== "function") return () => undefined;
  const query = matchMedia(DARK);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** The Fluent theme that fits Office, following the system while the pane is open. */
export function useTheme(): Theme {
  const now = useSyncExternalStore(watch, shade);
  useEffect(() => {
    // Scroll bars and native lists follow.
    document.documentElement.style.colorScheme = now;
  }, [now]);
  return useMemo(() => paneTheme(now), [now]);
}
