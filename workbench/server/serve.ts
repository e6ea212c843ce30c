/** The workbench's web server: page, add-in, Microsoft's office.js from node_modules, sample workbooks. Loopback only. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { contentType, findBelow } from "./files";
import { OUTPUT } from "./output";

const require = createRequire(import.meta.url);
const OFFICE = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** Univer styles its elements inline and draws pictures from data; nothing is ever loaded from another address. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

interface Folder {
  readonly prefix: string;
  readonly folder: string;
  readonly anyCase?: boolean;
}

const FOLDERS: readonly Folder[] = [
  { prefix: "/addin/", folder: OUTPUT.addin },
  { prefix: "/office-js/", folder: OFFICE, anyCase: true },
  { prefix: "/samples/", folder: "samples" },
  { prefix: "/page/", folder: OUTPUT.page },
  { prefix: "/", folder: join("workbench", "page") },
];

/** Sample workbooks as paths below samples/, the finished forms first. */
async function sampleList(): Promise<string[]> {
  const xlsx = async (folder: string): Promise<string[]> =>
    (await readdir(join("samples", folder)).catch(() => [] as string[]))
      .filter((name) => name.endsWith(".xlsx"))
      .sort()
      .map((name) => (folder ? `${folder}/${name}` : name));
  return [...(await xlsx("")), ...(await xlsx("variants")), ...(await xlsx("negatives"))];
}

/** Names that carry a hash of their content (chunk-ABCD1234.js, shared.0a1b2c3d.js): never another content. */
const HASHED = /^\/(addin|page)\/.*[-.]([0-9a-f]{8}|[0-9A-Z]{8})\.(js|css)$/;

/** Files stay in the browser's cache (compiled, too): hashed ones for good, others as long as the server says unchanged. */
export const cacheControl = (path: string): string =>
  HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache";

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  const send = (
    status: number,
    type: string,
    body: Buffer | string,
    { microsofts = false, headers = {} }: { microsofts?: boolean; headers?: Record<string, string> } = {},
  ): void => {
    response.writeHead(status, {
      "content-type": type,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      ...headers,
      // office.js's own pages (its question whether to trust this host) are left as Microsoft made them
      ...(microsofts ? {} : { "content-security-policy": PAGE_POLICY }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return send(405, "text/plain", "405");
  if (path === "/samples.json") return send(200, contentType(".json"), JSON.stringify(await sampleList()));
  const wanted = path === "/" ? "/index.html" : path;
  for (const { prefix, folder, anyCase } of FOLDERS) {
    if (!wanted.startsWith(prefix)) continue;
    const file = await findBelow(folder, wanted.slice(prefix.length), anyCase);
    if (!file) continue;
    const options = {
      microsofts: folder === OFFICE,
      headers: { etag: file.tag, "cache-control": cacheControl(wanted) },
    };
    if (request.headers["if-none-match"] === file.tag) return send(304, contentType(wanted), "", options);
    return send(200, contentType(wanted), await readFile(file.path), options);
  }
  send(404, "text/plain; charset=utf-8", "404");
}

/**
 * Starts serving what has been built.
 * @param port 0 takes any free port
 * @returns the address and how to stop; rejects with the system's error (EADDRINUSE …)
 */
export function serve(port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      const address = server.address();
      const actual = typeof address === "object" && address ? address.port : port;
      resolve({
        url: `http://localhost:${actual}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
