/** Serving files from folders: nothing outside them, the right type, a strict content security policy. */
import { readFile, readdir, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".md": "text/markdown; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export const contentType = (path: string): string => TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";

/** The path below `folder`, or null if it would leave it. */
function inside(folder: string, path: string): string | null {
  const full = normalize(join(folder, path));
  return full === folder || full.startsWith(folder + sep) ? full : null;
}

/**
 * The file's bytes, or null where there is none.
 * @param anyCase office.js asks for `AgaveErrorUX/…` while its package has `agaveerrorux/…`: a Linux disk minds, Windows does not
 */
export async function readBelow(folder: string, path: string, anyCase = false): Promise<Buffer | null> {
  const full = inside(normalize(folder), path);
  if (!full) return null;
  if ((await stat(full).catch(() => null))?.isFile()) return readFile(full);
  if (!anyCase) return null;
  let current = normalize(folder);
  for (const part of normalize(path).split(sep).filter(Boolean)) {
    const names = await readdir(current).catch(() => [] as string[]);
    const match = names.find((name) => name.toLowerCase() === part.toLowerCase());
    if (!match) return null;
    current = join(current, match);
  }
  return (await stat(current)).isFile() ? readFile(current) : null;
}
