/**
 * `npm run start:excel`: builds the add-in for https://localhost:3443 and serves it there with a development certificate,
 * for a real Excel on this machine. How to sideload it is said at the end and in README.md.
 */
import { execFileSync } from "node:child_process";
import { createServer } from "node:https";
import devCerts from "office-addin-dev-certs";
import { contentType, readBelow } from "../workbench/server/files";
import { DEVELOPMENT_URL } from "./webpack/base-url.js";

const { ADDIN_BASE_URL, ...environment } = process.env;
execFileSync("npm", ["run", "build"], { stdio: "inherit", env: environment, shell: process.platform === "win32" });

/** Asks for the certificate to be trusted the first time; it stays in the user's profile, never in the project. */
const certificate = await devCerts.getHttpsServerOptions();

const server = createServer(certificate, (request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", DEVELOPMENT_URL).pathname);
  readBelow("dist", path.slice(1))
    .then((body) => {
      // Excel keeps what may be kept: pages and metadata must be asked for again, icons must not be forbidden to keep.
      const cache = /\.(png|[0-9a-f]{8}\.js)$/.test(path) ? "max-age=3600" : "no-cache";
      response.writeHead(body ? 200 : 404, {
        "content-type": contentType(path),
        "cache-control": cache,
        "access-control-allow-origin": "*",
      });
      response.end(body ?? "404");
    })
    .catch(() => response.writeHead(500).end());
});

server.listen(Number(new URL(DEVELOPMENT_URL).port), "localhost", () => {
  console.log(`
KPIシート: ${DEVELOPMENT_URL}

Windows : npx office-addin-debugging start dist/manifest.xml
Mac     : dist/manifest.xml を ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef にコピー
Web     : ホーム ＞ アドイン ＞ その他 ＞ 個人用アドインのアップロード で dist/manifest.xml を選択
`);
});
