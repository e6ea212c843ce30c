/** Every rule against grids that pass and grids that fail. */
import { RULES } from "../../../src/sheet/checks";
import { findingsOf, placesOf } from "./book";
import { CASES as ASAHI_CASES } from "./cases";
import { CITY_CASES } from "./city-cases";

const CASES = [...ASAHI_CASES, ...CITY_CASES];

test.each(CASES.map((one) => [`${one.rule}: ${one.what}`, one] as const))("%s", (_, { rule, book, at, says = [] }) => {
  const found = findingsOf(book).filter((finding) => finding.rule === rule);
  expect(found.map((finding) => placesOf(finding, book)[0])).toEqual(at);
  for (const text of says) expect(found[0]?.message).toContain(text);
  for (const finding of found) {
    expect(finding.message).toMatch(/。$/);
    expect(finding.values.length).toBeGreaterThan(0);
  }
});

test("every rule has a grid that passes and one that fails", () => {
  const count = (fails: boolean, id: string): number =>
    CASES.filter((one) => one.rule === id && one.at.length > 0 === fails).length;
  expect(RULES.filter(({ id }) => count(true, id) === 0 || count(false, id) === 0).map(({ id }) => id)).toEqual([]);
});

test("grids that pass hold no error at all", () => {
  const noisy = CASES.filter(({ at }) => at.length === 0).flatMap(({ rule, what, book }) =>
    findingsOf(book)
      .filter(({ severity }) => severity === "error")
      .map((finding) => `${rule} (${what}): ${finding.rule} ${finding.message}`),
  );
  expect(noisy).toEqual([]);
});
