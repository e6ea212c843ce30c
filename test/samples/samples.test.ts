import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { SAMPLES } from "../../samples/all";

const root = join(__dirname, "../..");
const committed = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, "samples", `${name}.xlsx`)));

/** Every file below a folder with this ending, as a path without the ending. */
function below(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => path.slice(0, -ending.length).split("\\").join("/"))
    .sort();
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString("base64")]),
  );
}

describe("sample workbooks", () => {
  test("every committed workbook and truth file has its maker", () => {
    const names = SAMPLES.map((s) => s.name).sort();
    expect(new Set(names).size).toBe(names.length);
    expect(below("samples", ".xlsx")).toEqual(names);
    const withTruth = SAMPLES.filter((s) => s.truth !== null).map((s) => s.name);
    expect(below("test/data/truth", ".json")).toEqual(withTruth.sort());
  });

  test.each(SAMPLES.map((s) => [s.name, s] as const))("%s is what its maker makes", async (name, sample) => {
    const made = await sample.bytes();
    if (isZip(made) && sample.truth !== null) expect(parts(made)).toEqual(parts(committed(name)));
    else expect(Buffer.from(made).equals(Buffer.from(committed(name)))).toBe(true);
    if (sample.truth === null) return;
    const path = join(root, "test/data/truth", `${name}.json`);
    expect(existsSync(path)).toBe(true);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(JSON.parse(JSON.stringify(sample.truth)));
  });

  test("nothing in them tells who made them or where", () => {
    for (const { name } of SAMPLES) {
      const bytes = committed(name);
      if (!isZip(bytes)) continue;
      const text = Buffer.from(bytes).toString("latin1");
      expect(text).not.toMatch(/\/home\/|\/tmp\/|\/work\//);
      let content: Record<string, Uint8Array>;
      try {
        content = unzipSync(bytes);
      } catch {
        continue; // a damaged one on purpose
      }
      const core = content["docProps/core.xml"];
      if (core) expect(Buffer.from(core).toString("utf8")).toMatch(/<dc:creator>KPIシート<\/dc:creator>/);
    }
  });

  test("together they stay small", () => {
    const total = SAMPLES.reduce((sum, s) => sum + statSync(join(root, "samples", `${s.name}.xlsx`)).size, 0);
    expect(total).toBeLessThan(6_000_000);
  });
});

/** The cell texts of a truth file must be on the sheet at the very row, or the truth is about another sheet. */
describe("truth files", () => {
  const known = SAMPLES.filter((s) => s.truth !== null);
  test.each(known.map((s) => [s.name, s] as const))("%s: ranges, rows and columns agree", (_name, sample) => {
    for (const sheet of sample.truth?.sheets ?? []) {
      for (const table of sheet.tables) {
        const m = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table.range) as RegExpExecArray;
        const [top, bottom] = [Number(m[2]), Number(m[4])];
        expect(top).toBe(Math.min(...table.headerRows));
        for (const { row, name } of table.indicators) {
          expect(name).not.toBe("");
          expect(row).toBeGreaterThan(Math.min(...table.headerRows));
          expect(row).toBeLessThanOrEqual(bottom);
        }
        const rows = table.indicators.map((i) => `${i.row} ${i.part ?? ""}`);
        expect(new Set(rows).size).toBe(rows.length);
      }
    }
  });
});
