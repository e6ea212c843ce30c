/** What the XML schema cannot say about manifest.xml, checked offline (scripts/manifest-schema.ts has the schema). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { baseUrl, DEVELOPMENT_URL, manifestFor } from "../../scripts/webpack/base-url.js";

const xml = readFileSync("manifest.xml", "utf8");
const version = (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
const all = (pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((m) => m[1] as string);

describe("manifest.xml", () => {
  test("every resid has its resource, and every resource is used", () => {
    const used = new Set(all(/resid="([^"]+)"/g));
    const defined = new Set(all(/<bt:(?:Image|Url|String) id="([^"]+)"/g));
    expect([...used].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  test("one page for the shared runtime, and no TaskpaneId beside it", () => {
    expect(all(/<Runtime resid="([^"]+)"/g)).toEqual(["Taskpane.Url"]);
    expect(all(/<FunctionFile resid="([^"]+)"/g)).toEqual(["Taskpane.Url"]);
    expect(/<Page>\s*<SourceLocation resid="Taskpane.Url"/.test(xml)).toBe(true);
    expect(xml).not.toContain("TaskpaneId");
  });

  test("every text has an English one, and the namespace has none", () => {
    for (const [, id, rest] of xml.matchAll(
      /<bt:String id="([^"]+)" DefaultValue="[^"]*"(\/>|>[\s\S]*?<\/bt:String>)/g,
    )) {
      const english = /<bt:Override Locale="en-US" Value="[^"]+"\/>/.test(rest as string);
      expect([id, english]).toEqual([id, id !== "Functions.Namespace"]);
    }
    expect(xml).toMatch(/id="Functions.Namespace" DefaultValue="KPI"\/>/);
  });

  test("the functions' texts follow the display language", () => {
    expect(xml).toMatch(/functions\.json">\s*<bt:Override Locale="en-US" Value="[^"]+functions\.en\.json"\/>/);
  });

  test("texts keep within the lengths that Excel shows", () => {
    const strings = (kind: string): string[] =>
      [...(new RegExp(`<bt:${kind}>([\\s\\S]*?)</bt:${kind}>`).exec(xml)?.[1] ?? "").matchAll(/Value="([^"]*)"/g)].map(
        (m) => m[1] as string,
      );
    for (const text of strings("ShortStrings")) expect(text.length).toBeLessThanOrEqual(125);
    for (const text of strings("LongStrings")) expect(text.length).toBeLessThanOrEqual(250);
  });

  test("the version is the package's", () => {
    expect(all(/<Version>([^<]+)</g)).toEqual([`${version}.0`]);
  });

  test("every icon exists in the size that is stated", () => {
    const images = [...xml.matchAll(/<bt:Image id="[^"]+\.(\d+)" DefaultValue="[^"]+\/(assets\/[^"]+)"/g)];
    expect(images).toHaveLength(24);
    for (const [, size, file] of images) {
      const png = readFileSync(file as string);
      expect([file, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([file, Number(size), Number(size)]);
    }
  });

  test("the ribbon's functions are the ones that the commands associate", () => {
    const commands = readFileSync(join("src", "commands", "commands.ts"), "utf8");
    const associated = [...commands.matchAll(/associate\(\s*"([^"]+)"/g)].map((m) => m[1]);
    expect(all(/<FunctionName>([^<]+)</g).sort()).toEqual(associated.sort());
  });

  test("asks for what Excel LTSC 2021 has, and no more", () => {
    expect(xml).toMatch(/<Set Name="SharedRuntime" MinVersion="1\.1"\/>/);
    expect(xml).toMatch(/<Set Name="ExcelApi" MinVersion="1\.14"\/>/);
  });
});

describe("addresses of a build", () => {
  test("every address of the manifest moves to the city's server", () => {
    const moved = manifestFor(xml, baseUrl({ ADDIN_BASE_URL: "https://addin.city.example.jp/kpi/" }));
    expect(moved).not.toContain("localhost");
    expect(moved.match(/https:\/\/addin\.city\.example\.jp\/kpi\//g)).toHaveLength(
      xml.split(`${DEVELOPMENT_URL}/`).length - 1,
    );
  });

  test("without ADDIN_BASE_URL the development address stays", () => {
    expect(baseUrl({})).toEqual({ url: DEVELOPMENT_URL, stated: false });
  });

  test.each(["http://city.example.jp", "city.example.jp", "file:///x"])("%s is refused with a reason", (url) => {
    expect(() => baseUrl({ ADDIN_BASE_URL: url })).toThrow(/ADDIN_BASE_URL/);
  });
});
