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

/** A file on the disk as it is now. */
export interface FoundFile {
  readonly path: string;
  /** Entity tag: another one as soon as the file is written anew. */
  readonly tag: string;
}

const found = async (path: string): Promise<FoundFile | null> => {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ? { path, tag: `"${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}"` } : null;
};

/**
 * The file, or null where there is none.
 * @param anyCase office.js asks for `AgaveErrorUX/…` while its package has `agaveerrorux/…`: a Linux disk minds, Windows does not
 */
export async function findBelow(folder: string, path: string, anyCase = false): Promise<FoundFile | null> {
  const full = inside(normalize(folder), path);
  if (!full) return null;
  const file = await found(full);
  if (file || !anyCase) return file;
  let current = normalize(folder);
  for (const part of normalize(path).split(sep).filter(Boolean)) {
    const names = await readdir(current).catch(() => [] as string[]);
    const match = names.find((name) => name.toLowerCase() === part.toLowerCase());
    if (!match) return null;
    current = join(current, match);
  }
  return found(current);
}

/** The file's bytes, or null where there is none. */
export async function readBelow(folder: string, path: string): Promise<Buffer | null> {
  const file = await findBelow(folder, path);
  return file && readFile(file.path);
}
