/**
 * Validates manifest.xml, for development and for a city, against Microsoft's XML schemas. They may not be part of this
 * repository: MANIFEST_SCHEMAS names their folder; without it the usual place beside the checkout is tried.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { baseUrl, manifestFor } from "./webpack/base-url.js";

const folder = process.env.MANIFEST_SCHEMAS ?? join("..", "shared", "reference", "manifest-schema");
if (!existsSync(folder)) {
  console.log(`manifest schemas: not at ${folder}, nothing checked (set MANIFEST_SCHEMAS)`);
  process.exit(0);
}

const schema = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") });
const validate = (contents: string) =>
  validateXML({
    xml: [{ fileName: "manifest.xml", contents }],
    schema: [schema("OfficeAppManifestV1_1.xsd")],
    preload: [schema("OfficeAppBasicTypesV1_0.xsd"), schema("TaskPaneAppVersionOverridesV1_0.xsd")],
  });

const xml = readFileSync("manifest.xml", "utf8");
/** The last two are known to be wrong: a check that cannot fail would say nothing. */
const cases = [
  { what: "development", text: xml, valid: true },
  {
    what: "city",
    text: manifestFor(xml, baseUrl({ ADDIN_BASE_URL: "https://addin.city.example.jp/kpi" })),
    valid: true,
  },
  { what: "an Override of the wrong namespace", text: xml.replace("<bt:Override", "<Override"), valid: false },
  { what: "an Id that is no GUID", text: xml.replace(/<Id>.*<\/Id>/, "<Id>none</Id>"), valid: false },
];
for (const { what, text, valid } of cases) {
  const result = await validate(text);
  if (result.valid !== valid) {
    console.error(`manifest schemas: ${what} should be ${valid ? "valid" : "refused"}`, result.errors);
    process.exit(1);
  }
}
console.log(`manifest schemas: ${cases.length} cases as expected`);
