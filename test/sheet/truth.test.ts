/** Sample workbooks read from their files and compared with their truth: what was printed, not what the code says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toNumber } from "../../src/kpi/decimal";
import type { Reading } from "../../src/kpi/types";
import { areaAddress, columnLetters, parseArea } from "../../src/sheet/address";
import { assess } from "../../src/sheet/assess";
import type { Area, Assessment, GradedIndicator, SheetSnapshot } from "../../src/sheet/types";
import { readXlsx } from "../../src/xlsx/read";
import { toSnapshot } from "../../src/xlsx/snapshot";
import type { BookTruth, FigureTruth, IndicatorTruth, SheetTruth, TableTruth } from "../../samples/truth";

const ROOT = join(__dirname, "../..");
const TRUTH = join(ROOT, "test/data/truth");

function truths(folder: string): { readonly name: string; readonly truth: BookTruth }[] {
  return readdirSync(join(TRUTH, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = join(folder, entry.name);
    if (entry.isDirectory()) return truths(name);
    return entry.name.endsWith(".json")
      ? [{ name: name.replace(/\.json$/, ""), truth: JSON.parse(readFileSync(join(TRUTH, name), "utf8")) as BookTruth }]
      : [];
  });
}

const within = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top && inner.left >= outer.left && inner.bottom <= outer.bottom && inner.right <= outer.right;
const letter = (column: number | null): string | null => (column === null ? null : columnLetters(column));
const valueOf = (reading: Reading): number | null =>
  reading.kind === "quantity" && reading.parts.length === 1 ? toNumber(reading.parts[0].value) : null;

function displayed(sheet: SheetSnapshot, place: { row: number; column: number } | null): string {
  if (place === null || sheet.area === null) return "";
  return sheet.texts[place.row - sheet.area.top]?.[place.column - sheet.area.left] ?? "";
}

/** Differences as readable lines; [] where all asserted fields agree. */
function compare(truth: BookTruth, assessment: Assessment): string[] {
  const problems: string[] = [];
  const check = (where: string, expected: unknown, found: unknown): void => {
    if (expected !== undefined && JSON.stringify(expected) !== JSON.stringify(found)) {
      problems.push(`${where}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
    }
  };
  const figure = (
    where: string,
    sheet: SheetSnapshot,
    expected: FigureTruth | undefined,
    reading: Reading,
    cell: { row: number; column: number } | null,
    year: number | null,
  ): void => {
    if (!expected) return;
    check(`${where} text`, expected.text, displayed(sheet, cell));
    check(`${where} value`, expected.value, valueOf(reading));
    check(`${where} year`, expected.year, year);
  };
  const indicator = (where: string, sheet: SheetSnapshot, expected: IndicatorTruth, found: GradedIndicator): void => {
    const { indicator: i, grading } = found;
    check(`${where} name`, expected.name, i.name);
    check(`${where} part`, expected.part, i.part);
    check(`${where} group`, expected.group, i.group);
    check(`${where} unit`, expected.unit, i.unit);
    figure(`${where} baseline`, sheet, expected.baseline, i.baseline.reading, i.baseline.cell, i.baselineYear);
    figure(`${where} actual`, sheet, expected.actual, i.actual.reading, i.actual.cell, i.actualYear);
    figure(`${where} target`, sheet, expected.target, i.target.reading, i.target.cell, i.targetYear);
    check(`${where} existing`, expected.existingGrade ?? undefined, i.existingGrade ?? "");
    check(`${where} grade`, expected.grade, grading.grade);
  };
  const table = (
    where: string,
    sheet: SheetSnapshot,
    expected: TableTruth,
    found: Assessment["sheets"][0]["tables"][0],
  ): void => {
    const { columns } = found.table;
    // Totals and notes below, a title over the header: part of the printed block or not, both are right.
    const block = parseArea(expected.range);
    if (block && !within(found.table.area, block))
      problems.push(`${where} range: ${areaAddress(found.table.area)} is not within ${expected.range}`);
    const extra = found.table.headerRows.map((r) => r + 1).filter((r) => !expected.headerRows.includes(r));
    check(`${where} header rows beyond the printed ones`, [], extra);
    check(`${where} last header row`, Math.max(...expected.headerRows), Math.max(...found.table.headerRows) + 1);
    check(`${where} rubric`, expected.rubric, found.rubric.name);
    check(`${where} rubric from`, expected.rubricFrom, found.rubricFrom);
    for (const name of [
      "no",
      "name",
      "part",
      "unit",
      "direction",
      "kind",
      "owner",
      "baseline",
      "baselineYear",
      "grade",
      "rate",
      "remarks",
    ] as const) {
      // A column of parts without a part shows only in its borders.
      if (name === "part" && !expected.indicators.some((i) => i.part)) continue;
      check(`${where} column ${name}`, expected.columns?.[name], letter(columns[name]));
    }
    const sorted = <T extends { column: string }>(list: readonly T[] | undefined): readonly T[] | undefined =>
      list && [...list].sort((a, b) => a.column.length - b.column.length || (a.column < b.column ? -1 : 1));
    check(
      `${where} targets`,
      sorted(expected.columns?.targets),
      sorted(columns.targets.map((t) => ({ column: columnLetters(t.column), year: t.year, kind: t.kind }))),
    );
    check(
      `${where} actuals`,
      sorted(expected.columns?.actuals),
      sorted(columns.actuals.map((a) => ({ column: columnLetters(a.column), year: a.year }))),
    );
    check(
      `${where} rows`,
      expected.indicators.map((i) => i.row),
      found.graded.map((g) => g.indicator.row + 1),
    );
    expected.indicators.forEach((one, n) => {
      const match =
        found.graded.find((g) => g.indicator.row + 1 === one.row && (one.part ?? null) === g.indicator.part) ??
        found.graded[n];
      if (match) indicator(`${where} row ${one.row}`, sheet, one, match);
    });
  };
  truth.sheets.forEach((expected: SheetTruth) => {
    const found = assessment.sheets.find((s) => s.sheet.name === expected.name);
    if (!found) return void problems.push(`no sheet ${expected.name}`);
    check(`${expected.name} year`, expected.year, found.year);
    check(`${expected.name} year from`, expected.yearFrom, found.yearFrom);
    check(`${expected.name} tables`, expected.tables.length, found.tables.length);
    expected.tables.forEach((one, n) => {
      const match = found.tables[n];
      if (match) table(`${expected.name} [${n}]`, found.sheet, one, match);
    });
  });
  return problems;
}

describe.each(truths(""))("$name", ({ name, truth }) => {
  const read = () =>
    toSnapshot(readXlsx(new Uint8Array(readFileSync(join(ROOT, "samples", `${name}.xlsx`)))), truth.file);

  test("read as printed", () => {
    expect(compare(truth, assess(read()))).toEqual([]);
  });

  test("read the same without merges", () => {
    const workbook = read();
    const bare = { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, merges: null })) };
    expect(compare(truth, assess(bare))).toEqual([]);
  });
});
