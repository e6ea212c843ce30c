/** Drawn sheets, each read with its merges and without: what is found must be what a person reads there. */
import { draw } from "./draw";
import { ARRANGED } from "./layouts/arranged";
import { CITIES } from "./layouts/cities";
import { FORMS } from "./layouts/forms";
import { HEADERS } from "./layouts/headers";
import { NEGATIVES } from "./layouts/negatives";
import { PLACES } from "./layouts/places";
import { ROWS } from "./layouts/rows";
import { UNSEEN } from "./layouts/unseen";
import { read, summary } from "./summary";

const ALL = [...ARRANGED, ...FORMS, ...CITIES, ...HEADERS, ...ROWS, ...PLACES, ...UNSEEN, ...NEGATIVES];

test("there are enough of them, each with a name of its own", () => {
  expect(ALL.length).toBeGreaterThanOrEqual(100);
  expect(new Set(ALL.map((layout) => layout.name)).size).toBe(ALL.length);
});

describe.each(ALL)("$name", ({ drawing, found, year }) => {
  test.each([true, false])("merges known: %s", (merges) => {
    const sheet = read(draw(drawing, { merges }));
    expect(summary(sheet)).toEqual(found);
    if (year !== undefined && found.length > 0) expect(sheet.year).toBe(year);
  });

  test("the place on the sheet does not matter", () => {
    const sheet = read(draw(drawing, { down: 7, across: 3 }));
    expect(summary(sheet)).toEqual(found);
  });
});
