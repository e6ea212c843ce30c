/** What Excel will be told about the functions, generated as the build does, against the texts and the functions themselves. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import "./stand-in";
import * as functions from "../../src/functions/functions";

const file = join(__dirname, "../../src/functions/functions.ts");
const texts = JSON.parse(readFileSync(join(__dirname, "../../src/functions/metadata-texts.json"), "utf8")) as Record<
  string,
  Record<"ja" | "en", { description: string; parameters: { name: string; description: string }[] }>
>;

interface Metadata {
  functions: {
    id: string;
    name: string;
    description: string;
    parameters: { name: string; description: string; optional?: boolean; dimensionality?: string }[];
  }[];
}

/** Name, number of required parameters, number of optional ones: the names never change. */
const SIGNATURES: readonly [string, number, number][] = [
  ["GRADE", 3, 3],
  ["EXPLAIN", 3, 3],
  ["RATE", 3, 2],
  ["EXPECTED", 5, 0],
  ["DIRECTION", 1, 2],
  ["VALUE", 1, 0],
  ["UNIT", 1, 0],
  ["YEAR", 1, 0],
  ["SUMMARY", 1, 2],
  ["SHARE", 1, 1],
  ["STATUS", 1, 2],
  ["CHECK", 4, 3],
  ["RUBRIC", 0, 1],
];

let metadata: Metadata;
beforeAll(async () => {
  const result = await generateCustomFunctionsMetadata([file], false);
  expect(result.errors).toEqual([]);
  metadata = JSON.parse(result.metadataJson) as Metadata;
});

test("the thirteen functions with their parameters", () => {
  const found = metadata.functions.map(({ id, parameters }) => [
    id,
    parameters.filter((p) => !p.optional).length,
    parameters.filter((p) => p.optional).length,
  ]);
  expect(found).toEqual(SIGNATURES);
  for (const f of metadata.functions) expect(f.name).toBe(f.id);
});

test("every parameter is a range", () => {
  for (const f of metadata.functions)
    for (const p of f.parameters) expect([f.id, p.name, p.dimensionality]).toEqual([f.id, p.name, "matrix"]);
});

test("each exported function is registered under its own name", () => {
  expect(
    Object.keys(functions)
      .map((name) => name.toUpperCase())
      .sort(),
  ).toEqual(SIGNATURES.map(([name]) => name).sort());
});

test("both languages have every text, the Japanese as in the source", () => {
  expect(Object.keys(texts)).toEqual(SIGNATURES.map(([name]) => name));
  for (const f of metadata.functions) {
    for (const language of ["ja", "en"] as const) {
      const text = texts[f.id]?.[language];
      expect(text?.description).toMatch(/\S/);
      expect(text?.parameters).toHaveLength(f.parameters.length);
      for (const p of text?.parameters ?? []) expect(`${p.name}${p.description}`).toMatch(/\S{4,}/);
    }
    expect(texts[f.id]?.ja.description).toBe(f.description);
    expect(texts[f.id]?.en.parameters.map((p) => p.name)).toEqual(f.parameters.map((p) => p.name));
    expect(new Set(texts[f.id]?.ja.parameters.map((p) => p.name)).size).toBe(f.parameters.length);
  }
});
