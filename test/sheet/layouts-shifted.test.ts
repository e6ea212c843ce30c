/** Rows and columns that somebody inserted change addresses and nothing else; the order of rows does not matter. */
import fc from "fast-check";
import { readHeader } from "../../src/sheet/header-text";
import { draw, sizeOf, withColumn, withRow } from "./draw";
import { CITIES } from "./layouts/cities";
import { HEADERS } from "./layouts/headers";
import { NEGATIVES } from "./layouts/negatives";
import { PLACES } from "./layouts/places";
import { ROWS } from "./layouts/rows";
import { UNSEEN } from "./layouts/unseen";
import { read, summary } from "./summary";

const ALL = [...CITIES, ...HEADERS, ...ROWS, ...PLACES, ...UNSEEN, ...NEGATIVES];
/** A blank row takes these apart: a person would not read them as one any more. */
const HELD_TOGETHER = /wrapped|of its own below|under headings|next page/;

const lines = (drawing: string): string[] => drawing.trim().split("\n");
/** Lines whose cells name columns: a blank row between them makes two headers of one. */
const isHeader = (line: string | undefined): boolean =>
  (line ?? "").split("|").filter((text) => readHeader(text.trim().replace(/⏎/g, "\n")) !== null).length >= 2 ||
  /^\s*\|\s*\^/.test(line ?? "");

test.each(ALL)("a blank column anywhere: $name", ({ drawing, found }) => {
  const { columns } = sizeOf(drawing);
  for (let at = 0; at <= columns; at++) {
    for (const merges of [true, false]) {
      expect({ at, merges, found: summary(read(draw(withColumn(drawing, at), { merges }))) }).toEqual({
        at,
        merges,
        found,
      });
    }
  }
});

test.each(ALL.filter(({ name }) => !HELD_TOGETHER.test(name)))("a blank row anywhere: $name", ({ drawing, found }) => {
  const all = lines(drawing);
  for (let at = 0; at <= all.length; at++) {
    if (isHeader(all[at]) && isHeader(all[at - 1])) continue;
    for (const merges of [true, false]) {
      expect({ at, merges, found: summary(read(draw(withRow(drawing, at), { merges }))) }).toEqual({
        at,
        merges,
        found,
      });
    }
  }
});

test("the order of rows changes nothing but the order", () => {
  const rows = [
    "甲の数 | 10件 | 11件 | 20件",
    "乙の数 | 20件 | 25件 | 40件",
    "丙の数 | 5件 | - | 8件",
    "丁の数 | 1,000人 | 900人 | 1,200人",
  ];
  const at = (order: readonly string[]): string[] =>
    summary(read(draw(["| 指標 | 基準値 | R5実績 | 目標値 |", ...order.map((row) => `| ${row} |`)].join("\n"))));
  const expected = [...at(rows)].sort();
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
      expect([...at(order)].sort()).toEqual(expected);
    }),
  );
});

test("no text in any cell makes the reader throw", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "指標",
      "KPI",
      "基準値",
      "目標値",
      "R5実績",
      "評価",
      "",
      "",
      "10件",
      "-",
      "増加",
      "基本目標1 甲",
      "合計",
      "※注",
      "R7",
      "2021",
      "単位",
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 9 }), (cells) => {
      const drawing = cells.map((line) => `| ${line.map((t) => t.replace(/[|\n]/g, " ")).join(" | ")} |`).join("\n");
      const sheet = read(draw(drawing));
      for (const { graded } of sheet.tables) for (const { indicator } of graded) expect(indicator.name).not.toBe("");
    }),
    { numRuns: 400 },
  );
});
