import fc from "fast-check";
import {
  areaAddress,
  cellAddress,
  columnIndex,
  columnLetters,
  contains,
  overlaps,
  parseArea,
} from "../../src/sheet/address";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %i is %s", (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
  expect(columnIndex(letters)).toBe(index);
});

test.each(["", "XFE", "A1", "あ", "ABCD"])("%j is no column", (text) => expect(columnIndex(text)).toBeNull());

test.each([
  ["B5", { top: 4, left: 1, bottom: 4, right: 1 }],
  ["$B$5:$K$20", { top: 4, left: 1, bottom: 19, right: 10 }],
  ["K20:B5", { top: 4, left: 1, bottom: 19, right: 10 }],
  ["'施策 1'!a1:c3", { top: 0, left: 0, bottom: 2, right: 2 }],
])("%s", (text, area) => expect(parseArea(text)).toEqual(area));

test.each(["", "B", "5", "B0", "B5:", "A1048577", "XFE1"])("%j is no area", (text) =>
  expect(parseArea(text)).toBeNull(),
);

test("addresses read back", () => {
  const row = fc.integer({ min: 0, max: 1048575 });
  const column = fc.integer({ min: 0, max: 16383 });
  fc.assert(
    fc.property(row, column, row, column, (r1, c1, r2, c2) => {
      const area = { top: Math.min(r1, r2), bottom: Math.max(r1, r2), left: Math.min(c1, c2), right: Math.max(c1, c2) };
      expect(parseArea(areaAddress(area))).toEqual(area);
      expect(contains(area, r1, c1)).toBe(true);
      expect(overlaps(area, { top: r1, bottom: r1, left: c1, right: c1 })).toBe(true);
      expect(cellAddress(r1, c1)).toBe(areaAddress({ top: r1, bottom: r1, left: c1, right: c1 }));
    }),
  );
});
