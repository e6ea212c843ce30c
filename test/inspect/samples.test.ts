/** Every sample workbook, from the file through office.js to the JSON document, against what is printed on it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inspectWorkbook } from "../../workbench/inspect/inspect";

const TRUTH = "test/data/truth";
const books = readdirSync(TRUTH, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(/\.json$/, ""))
  .sort();

/** Fields of the truth files that the document does not have. */
const NOT_PRINTED = new Set(["nameCore", "level"]);

/** Targets are compared whatever their order. */
const byColumn = (targets: readonly unknown[]): unknown[] =>
  [...targets].sort((a, b) => ((a as { column: string }).column < (b as { column: string }).column ? -1 : 1));

/** The places where `found` does not say what `truth` says; fields that the truth leaves out are not looked at. */
function differences(truth: unknown, found: unknown, at: string): string[] {
  if (Array.isArray(truth)) {
    if (!Array.isArray(found) || found.length !== truth.length)
      return [`${at}: ${truth.length} expected, found ${Array.isArray(found) ? found.length : JSON.stringify(found)}`];
    const [wanted, got] = at.endsWith(".targets") ? [byColumn(truth), byColumn(found)] : [truth, found];
    return wanted.flatMap((item, i) => differences(item, got[i], `${at}[${i}]`));
  }
  if (typeof truth === "object" && truth !== null) {
    if (typeof found !== "object" || found === null) return [`${at}: found ${JSON.stringify(found)}`];
    return Object.entries(truth)
      .filter(([key]) => !NOT_PRINTED.has(key))
      .flatMap(([key, value]) => differences(value, (found as Record<string, unknown>)[key], `${at}.${key}`));
  }
  // An empty grade cell is no grade.
  const [wanted, got] = at.endsWith(".existingGrade") ? [truth || null, found || null] : [truth, found];
  return Object.is(wanted, got) ? [] : [`${at}: ${JSON.stringify(truth)} expected, found ${JSON.stringify(found)}`];
}

test("there are truth files", () => {
  expect(books.length).toBeGreaterThan(30);
});

test.each(books)("%s", async (book) => {
  const truth = JSON.parse(readFileSync(`${TRUTH}/${book}.json`, "utf8")) as { file: string };
  const document = await inspectWorkbook(path.basename(truth.file), readFileSync(`samples/${book}.xlsx`), {
    year: null,
    rubric: null,
  });
  expect(differences(truth, document, "")).toEqual([]);
  expect(document.requests).toBeLessThanOrEqual(3);
});
