/** The examples of docs/functions.md are computed here; a wrong one fails. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FunctionError } from "./stand-in";
import * as functions from "../../src/functions/functions";

const root = join(__dirname, "../..");
const text = readFileSync(join(root, "docs/functions.md"), "utf8");
const readme = readFileSync(join(root, "README.md"), "utf8");
const examplesOf = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, name = "", args = "", result = ""]) => ({ name, args, result }));
const examples = examplesOf(text, /^\| `=KPI\.([A-Z]+)\((.*)\)` \| ?(.*?) ?\|$/gm);
const inReadme = examplesOf(readme, /^=KPI\.([A-Z]+)\((.*?)\) {2,}(.+)$/gm);

/** A constant as Excel writes it: "text", number, {row,row;row,row}. */
function constant(source: string): unknown[][] {
  const cell = (c: string): unknown => (c.startsWith('"') ? c.slice(1, -1) : Number(c));
  const split = (s: string, at: string): string[] => s.match(new RegExp(`(?:"[^"]*"|[^"${at}])+`, "g")) ?? [];
  if (!source.startsWith("{")) return [[cell(source)]];
  return split(source.slice(1, -1), ";").map((row) => split(row, ",").map(cell));
}
const argumentsOf = (source: string): unknown[][][] =>
  (source.match(/\{[^}]*\}|"[^"]*"|[^,{}"]+/g) ?? []).map((part) => constant(part.trim()));

const table: Readonly<Record<string, (...args: never[]) => unknown>> = functions;

function run(name: string, args: string): unknown {
  const call = table[name.toLowerCase()];
  if (!call) throw new Error(`no function ${name}`);
  try {
    return (call as (...a: unknown[]) => unknown)(...argumentsOf(args));
  } catch (error) {
    if (error instanceof FunctionError) return error.code;
    throw error;
  }
}

function expected(result: string): unknown {
  if (result.startsWith("#")) return result;
  if (result.startsWith("{")) return constant(result);
  return /^-?\d+(\.\d+)?$/.test(result) ? [[Number(result)]] : [[result]];
}

/** Doubles are compared to the 15 digits that Excel keeps. */
const rounded = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(rounded) : typeof value === "number" ? Number(value.toPrecision(15)) : value;

test("no example of the documents is passed over", () => {
  expect(examples).toHaveLength(text.split("`=KPI.").length - 1);
  expect(inReadme).toHaveLength(readme.match(/^=KPI\./gm)?.length ?? -1);
});

test.each([...examples, ...inReadme])("=KPI.$name($args) is $result", ({ name, args, result }) => {
  const found = run(name, args);
  expect(rounded(typeof found === "string" && !found.startsWith("#") ? [[found]] : found)).toEqual(expected(result));
});

test("every function has a section with an example", () => {
  for (const name of Object.keys(functions)) {
    expect(text).toContain(`## KPI.${name.toUpperCase()}`);
    expect(examples.some((e) => e.name === name.toUpperCase())).toBe(true);
  }
  expect(Object.keys(functions)).toHaveLength(13);
});
