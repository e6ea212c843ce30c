import { missingKind, MISSING, TARGET_WORDS, targetWords } from "../../../src/kpi/words";
import { readCell } from "../../../src/kpi/cell";
import { BOUND_WORDS } from "../../../src/kpi/cell-affixes";

describe.each(MISSING.map((entry) => [entry.means, entry] as const))("missing: %s", (means, entry) => {
  test("has examples", () => expect(entry.examples.length).toBeGreaterThan(0));
  test.each(entry.examples)("%s", (example) => {
    expect(readCell(example)).toMatchObject({ kind: "missing", missing: means, text: example });
  });
});

describe.each(TARGET_WORDS.map((entry) => [entry.means, entry] as const))("target: %s", (means, entry) => {
  test("has examples", () => expect(entry.examples.length).toBeGreaterThan(0));
  test.each(entry.examples)("%s", (example) => {
    expect(readCell(example)).toMatchObject({ kind: "words", words: means, text: example });
  });
});

test.each(BOUND_WORDS)("%s is a bound", (word, bound) => {
  if (word.length > 2 || !/限$/u.test(word)) {
    expect(readCell(`50件${word}`)).toMatchObject({ kind: "quantity", parts: [{ bound }] });
  }
  expect(readCell(`50件（${word}）`)).toMatchObject({ kind: "quantity", parts: [{ bound }] });
});

const NOT_WORDS = [
  "未達成",
  "策定困難",
  "検討する",
  "改善",
  "増加しない",
  "減少を防ぐ",
  "人口減少の抑制",
  "策定予定なし",
  "目標の達成",
  "半減",
  "倍増",
];
test.each(NOT_WORDS)("%s decides nothing", (text) => {
  expect(missingKind(text) ?? targetWords(text)).toBeNull();
});
