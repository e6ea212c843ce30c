/** The workbook model by itself. */
import fc from "fast-check";
import { areaName, columnIndex, columnLetters, parseArea, quoteSheet, splitSheet } from "../../workbench/model/address";
import { shifted, type Area } from "../../workbench/model/area";
import { SheetChanges } from "../../workbench/model/changes";
import { Lines } from "../../workbench/model/lines";
import { Merges } from "../../workbench/model/merges";
import { mapReferences, moveReferences } from "../../workbench/model/references";
import { typed } from "../../workbench/model/typing";
import { sheetOf, workbook } from "./support";

const areas: fc.Arbitrary<Area> = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(20), fc.nat(20))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

describe("addresses", () => {
  test("print and read give the same area", () => {
    fc.assert(fc.property(areas, (area) => expect(parseArea(areaName(area))).toEqual(area)));
  });

  test("letters and numbers of columns are one to one", () => {
    fc.assert(fc.property(fc.nat(16_383), (column) => expect(columnIndex(columnLetters(column))).toBe(column)));
  });

  test.each(["施策1", "令和 3年", "A1", "R3C2", "it's", "3年度", "a!b"])(
    "a sheet called %s is found in its address",
    (name) => {
      expect(splitSheet(`${quoteSheet(name)}!B2`)).toEqual([name, "B2"]);
    },
  );

  test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:", "指標", "A1:B2:C3"])("%p is no area", (text) => {
    expect(parseArea(text)).toBeNull();
  });
});

describe("references in formulas", () => {
  const MOVED: readonly [formula: string, rows: number, columns: number, expected: string][] = [
    ["=A1", 1, 1, "=B2"],
    ["=$A1+A$1+$A$1", 2, 2, "=$A3+C$1+$A$1"],
    ["=SUM(A1:B2)", 1, 0, "=SUM(A2:B3)"],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ["='令和 3年'!A1+集計!B$2", 1, 1, "='令和 3年'!B2+集計!C$2"],
    ["=LOG10(A1)", 1, 0, "=LOG10(A2)"],
    ["=評価A1", 1, 0, "=評価A1"],
    ["=KPI.GRADE(C2,D2,E2)", 1, 0, "=KPI.GRADE(C3,D3,E3)"],
    ["=A1", -1, 0, "=#REF!"],
    ["=SUM(A:C)", 1, 1, "=SUM(A:C)"],
  ];
  test.each(MOVED)("%s moved by %d, %d", (formula, rows, columns, expected) => {
    expect(moveReferences(formula, rows, columns)).toBe(expected);
  });

  test("there and back is the identity", () => {
    fc.assert(
      fc.property(areas, fc.nat(9), fc.nat(9), (area, rows, columns) => {
        const formula = `=SUM(${areaName(area)})*2&"${areaName(area)}"`;
        expect(moveReferences(moveReferences(formula, rows, columns), -rows, -columns)).toBe(formula);
      }),
    );
  });

  test("changing nothing changes nothing, in any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const formula = `=${text.toUpperCase()}`;
        expect(mapReferences(formula, (reference) => reference)).toBe(formula);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what typing does", () => {
  test("never throws and never gives NaN", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { value } = typed(text, "General", 2026);
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test("a number reads as itself", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        fc.pre(!Object.is(number, -0));
        expect(typed(String(number), "General", 2026).value).toBe(number);
      }),
    );
  });

  test("an apostrophe or a text format keeps any text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(typed(`'${text}`, "General", 2026)).toEqual({ value: text, formula: null });
        fc.pre(!text.startsWith("'"));
        expect(typed(text, "@", 2026)).toEqual({ value: text, formula: null });
      }),
    );
  });
});

describe("rows and columns as runs", () => {
  const steps = fc.array(
    fc.oneof(
      fc.tuple(fc.constant("set" as const), fc.nat(40), fc.nat(10), fc.boolean()),
      fc.tuple(fc.constant("shift" as const), fc.nat(40), fc.integer({ min: -5, max: 5 }), fc.boolean()),
    ),
    { maxLength: 12 },
  );

  test("behave as one entry per line would", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const lines = new Lines(1000);
        let plain: boolean[] = new Array<boolean>(200).fill(false);
        for (const [what, at, n, hidden] of list) {
          if (what === "set") {
            lines.set(at, at + n, { hidden });
            plain = plain.map((was, i) => (i >= at && i <= at + n ? hidden : was));
          } else {
            lines.shift(at, n);
            if (n > 0) plain.splice(at, 0, ...new Array<boolean>(n).fill(false));
            else plain.splice(at, -n);
          }
        }
        expect(Array.from({ length: 100 }, (_, i) => lines.at(i).hidden)).toEqual(plain.slice(0, 100));
      }),
    );
  });
});

describe("areas that move with inserted and deleted rows", () => {
  test("deleting what was inserted is the identity", () => {
    fc.assert(
      fc.property(areas, fc.nat(90), fc.integer({ min: 1, max: 9 }), (area, at, count) => {
        const there = shifted(area, "rows", at, count);
        expect(there && shifted(there, "rows", at, -count)).toEqual(area);
      }),
    );
  });

  test("a merge is found by each of its cells, and hides all but the first", () => {
    fc.assert(
      fc.property(areas, (area) => {
        const merges = new Merges();
        merges.merge(area);
        expect(merges.at(area.bottom, area.right)).toEqual(area);
        expect(merges.hides(area.top, area.left)).toBe(false);
        expect(merges.hides(area.bottom, area.right)).toBe(area.bottom > area.top || area.right > area.left);
        expect(merges.at(area.bottom + 1, area.left)).toBeNull();
      }),
    );
  });
});

test("marks of changed cells move with their cells, and go with them", () => {
  const changes = new SheetChanges();
  changes.mark(0, 0, true, false);
  changes.mark(5, 1, true, false);
  changes.mark(9, 2, false, true);
  changes.shift({ along: "rows", at: 5, count: -2 });
  expect([...changes.cells].map(([row, cells]) => [row, [...cells.keys()]])).toEqual([
    [0, [0]],
    [7, [2]],
  ]);
});

test("a formula result is told to listeners and marked for the saver", () => {
  const book = workbook({ 表: [[1, "=A1"]] });
  const sheet = sheetOf(book, "表");
  const kinds: string[] = [];
  book.on((event) => void kinds.push(event.kind));
  book.calculator = {
    recalculate: (target, changed) => {
      if (changed !== "all") target.setResult({ sheet, row: 0, column: 1 }, sheet.value(0, 0));
    },
    structureChanged: () => {},
  };
  book.edit(sheet, 0, 0, 7);
  expect(sheet.value(0, 1)).toBe(7);
  expect(kinds).toEqual(["calculated", "changed"]);
  expect(sheet.changes.cells.get(0)?.get(1)).toEqual({ content: false, style: false });
});
