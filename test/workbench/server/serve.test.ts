/** What the workbench's server answers: unchanged files are not sent twice, nothing outside the folders is sent at all. */
import { request } from "node:http";
import { cacheControl, serve } from "../../../workbench/server/serve";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly length: number;
}

let url = "";
let close = (): Promise<void> => Promise.resolve();
beforeAll(async () => ({ url, close } = await serve(0)));
afterAll(() => close());

/** The path goes out as it is written: a browser would tidy it up first. */
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers }, (response) => {
      let length = 0;
      response.on("data", (chunk: Buffer) => (length += chunk.length));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, length }));
    })
      .on("error", reject)
      .end();
  });

const FILES = ["/", "/samples/asahi-r3.xlsx", "/office-js/office.js"];

test.each(FILES)("%s is sent once, and then said to be unchanged", async (path) => {
  const first = await get(path);
  expect(first).toMatchObject({ status: 200, headers: { "cache-control": "no-cache" } });
  expect(first.length).toBeGreaterThan(0);
  const { etag } = first.headers;
  expect(etag).toMatch(/^".+"$/);
  expect(await get(path, { "if-none-match": String(etag) })).toMatchObject({
    status: 304,
    length: 0,
    headers: { etag },
  });
  expect(await get(path, { "if-none-match": '"other"' })).toMatchObject({ status: 200, length: first.length });
});

test("the page carries its policy; Microsoft's own files are left as they are", async () => {
  expect((await get("/")).headers["content-security-policy"]).toContain("script-src 'self'");
  expect((await get("/office-js/office.js")).headers["content-security-policy"]).toBeUndefined();
});

test.each(["/../package.json", "/samples/../package.json", "/samples/%2e%2e/package.json", "/samples/nichts.xlsx"])(
  "%s is not there",
  async (path) => {
    expect(await get(path)).toMatchObject({ status: 404 });
  },
);

test.each([
  ["/addin/shared.0a1b2c3d.js", true],
  ["/page/chunk-3DPZXXB4.js", true],
  ["/addin/functions.js", false],
  ["/page/page.js", false],
  ["/addin/taskpane.html", false],
  ["/office-js/excel-web-20160101.js", false],
])("%s stays in the cache for good: %s", (path, forGood) => {
  expect(cacheControl(path).includes("immutable")).toBe(forGood);
});
