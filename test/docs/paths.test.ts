/** Files, commands and links that the documents name are there. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const DOCUMENTS = [
  "README.md",
  "docs/architecture.md",
  "docs/manual.md",
  "docs/functions.md",
  "docs/admin.md",
  "docs/dependencies.md",
  "docs/index.md",
];
const FOLDERS = "src|workbench|samples|test|scripts|bench|docs";

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((m) => m[1] as string);

const named = DOCUMENTS.flatMap((document) => {
  const text = readFileSync(document, "utf8");
  const paths = matches(text, new RegExp(`(?<![\\w/.-])((?:${FOLDERS})/[\\w./-]*[\\w/])`, "g"));
  const links = matches(text, /\]\((?!https?:|#)([^)#\s]+)/g).map((link) => join(dirname(document), link));
  const samples = matches(text, /\?file=([\w./-]+\.xlsx)/g).map((file) => join("samples", file));
  return [...new Set([...paths, ...links, ...samples])].map((path) => [document, path] as const);
});

test("the documents name files", () => expect(named.length).toBeGreaterThan(40));

test.each(named)("%s: %s is there", (_, path) => expect(existsSync(path)).toBe(true));

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const commands = DOCUMENTS.flatMap((document) =>
  matches(readFileSync(document, "utf8"), /npm run (?:--silent )?([\w:-]+)/g).map((name) => [document, name] as const),
);

test.each(commands)("%s: npm run %s is a command", (_, name) => expect(scripts).toHaveProperty([name]));
