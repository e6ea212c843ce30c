/** Finds a Chromium, Chrome or Edge on this machine: nothing is downloaded. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].flatMap((root) => {
    const base = process.env[root];
    return base
      ? [
          join(base, "Google", "Chrome", "Application", "chrome.exe"),
          join(base, "Microsoft", "Edge", "Application", "msedge.exe"),
        ]
      : [];
  }),
];

/** Path of a browser; CHROME_PATH wins. Throws a sentence that says what to install. */
export function findBrowser(): string {
  const stated = process.env.CHROME_PATH;
  if (stated && existsSync(stated)) return stated;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const found = [...onPath, ...PLACES].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "Chromium / Chrome / Edge was not found. Install one of them (Debian: apt-get install chromium) or set CHROME_PATH.",
  );
}
