import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { SAMPLES } from "../../samples/all";
import { bigWorkbook } from "../../samples/damaged/damaged";

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

const squeezed = (text: string): string => text.replace(/【[^】]*】|\s/g, "");

/** What a cell shows, near enough to compare: texts as they are, numbers without separators. */
function shows(cell: ExcelJS.Cell): string | number | null {
  const { value } = cell;
  if (typeof value === "string" || typeof value === "number" || value === null) return value;
  if (typeof value !== "object" || !("formula" in value)) throw new Error(`unexpected content in ${cell.address}`);
  return typeof value.result === "number" || typeof value.result === "string" ? value.result : null;
}

function expectSame(cell: ExcelJS.Cell, text: string): void {
  const shown = shows(cell);
  if (typeof shown !== "number") return expect(shown ?? "").toBe(text);
  const percent = text.endsWith("%");
  const figure = Number(text.replace(/[,%]/g, ""));
  expect(percent ? figure / 100 : figure).toBeCloseTo(shown, 6);
}

/** Truth is about these very sheets: names and texts must stand where it says. */
describe("truth files", () => {
  const known = SAMPLES.filter((s) => s.truth !== null);
  test.each(known.map((s) => [s.name, s] as const))("%s: what it asserts stands on the sheet", async (name, sample) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(committed(name)) as unknown as ExcelJS.Buffer);
    const sheets = sample.truth?.sheets ?? [];
    expect(workbook.worksheets.map((w) => w.name)).toEqual(sheets.map((s) => s.name));
    for (const sheet of sheets) {
      const worksheet = workbook.getWorksheet(sheet.name) as ExcelJS.Worksheet;
      expect(worksheet.state === "hidden").toBe(sheet.hidden ?? false);
      for (const table of sheet.tables) {
        const m = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table.range) as RegExpExecArray;
        expect(Number(m[2])).toBe(Math.min(...table.headerRows));
        const seen = table.indicators.map((i) => `${i.row} ${i.part ?? ""}`);
        expect(new Set(seen).size).toBe(seen.length);
        const { columns } = table;
        for (const indicator of table.indicators) {
          expect(indicator.row).toBeLessThanOrEqual(Number(m[4]));
          if (sample.truth?.level !== "hard") expect(indicator.row).toBeGreaterThan(Math.max(...table.headerRows));
          const at = (column: string): ExcelJS.Cell => worksheet.getCell(`${column}${indicator.row}`);
          expect(squeezed(String(shows(at(columns.name))))).toBe(squeezed(indicator.name));
          if (sample.truth?.level === "hard") continue;
          if (columns.baseline && indicator.baseline?.text !== undefined)
            expectSame(at(columns.baseline), indicator.baseline.text);
          // 目標 stands above 実績 there: the actual is one row further down.
          const below = name.includes("target-a") ? 1 : 0;
          if (columns.target && indicator.target?.text !== undefined)
            expectSame(at(columns.target), indicator.target.text);
          const actual =
            columns.actuals?.find((c) => c.year === sheet.year) ?? columns.actuals?.find((c) => c.year === null);
          if (actual && indicator.actual?.text !== undefined)
            expectSame(worksheet.getCell(`${actual.column}${indicator.row + below}`), indicator.actual.text);
        }
      }
    }
  });

  test("every indicator of the published plans is on a sheet, with its figure", () => {
    const all = SAMPLES.filter((s) => ["asahi-r3", "asahi-r2", "hadano", "kitamoto", "suzaka"].includes(s.name));
    const found = all.flatMap((s) => s.truth?.sheets ?? []).flatMap((s) => s.tables.flatMap((t) => t.indicators));
    // 4 and 3 of 旭市, 64, 16 (two of them in two rows each) and 24; the other 13 belong to projects, not to KPI tables.
    expect(found).toHaveLength(4 + 3 + 64 + 18 + 24);
    expect(new Set(found.map((i) => squeezed(i.name))).size).toBe(4 + 3 + 64 + 15 + 24);
  });
});

describe("a big workbook", () => {
  test("has its table below the noise", async () => {
    const { bytes, headerRow } = await bigWorkbook(2_000);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
    expect(headerRow).toBe(102);
    expect(sheet.getCell(`F${headerRow}`).value).toBe("評価");
    expect(sheet.getCell(`D${headerRow + 1}`).value).toBe("1,731");
  });
});
