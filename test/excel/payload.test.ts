import fc from "fast-check";
import { cellCount, gridBytes, jsonBytes, PieceQueue, REQUEST_BYTES } from "../../src/excel/payload";
import type { Area } from "../../src/sheet/types";

test("sizes are never below the JSON that travels", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constant("令和3年度 事後・決算")), (text) => {
      expect(jsonBytes(text)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(text)));
    }),
  );
  const grid = [
    ["指標", 12.5, true],
    ["", -3, "a\nb"],
  ];
  expect(gridBytes(grid)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(grid)));
});

const areas = fc.array(
  fc.option(
    fc
      .tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 200 }))
      .map(([top, left, rows, columns]): Area => ({ top, left, bottom: top + rows - 1, right: left + columns - 1 })),
  ),
  { maxLength: 12 },
);

test("pieces cover every sheet once, top to bottom, whatever is learned and refused on the way", () => {
  fc.assert(
    fc.property(areas, fc.integer({ min: 1, max: 400 }), (list, bytesPerCell) => {
      const queue = new PieceQueue(list);
      const rows = list.map((): number[] => []);
      for (let turn = 0; !queue.done; turn++) {
        expect(turn).toBeLessThan(20_000);
        const pieces = queue.next();
        expect(pieces.length).toBeGreaterThan(0);
        const cells = pieces.reduce((sum, piece) => sum + cellCount(piece.area), 0);
        if (cells * bytesPerCell > REQUEST_BYTES * 1.1 && queue.tooLarge(pieces)) continue;
        for (const { sheet, area } of pieces) {
          expect([area.left, area.right]).toEqual([list[sheet]?.left, list[sheet]?.right]);
          for (let row = area.top; row <= area.bottom; row++) rows[sheet]?.push(row);
        }
        queue.learn(cells, cells * bytesPerCell);
      }
      list.forEach((area, sheet) => {
        const all = area ? Array.from({ length: area.bottom - area.top + 1 }, (_, i) => area.top + i) : [];
        expect(rows[sheet]).toEqual(all);
      });
    }),
    { numRuns: 200 },
  );
});

test("a single row that is too large is given up", () => {
  const queue = new PieceQueue([{ top: 0, left: 0, bottom: 0, right: 16_383 }]);
  expect(queue.tooLarge(queue.next())).toBe(false);
});
