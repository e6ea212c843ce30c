import { en } from "../../src/taskpane/i18n/en";
import { ja } from "../../src/taskpane/i18n/ja";

interface Entry {
  readonly path: string;
  readonly value: unknown;
}

function entries(value: unknown, path = ""): Entry[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, path === "" ? key : `${path}.${key}`));
}

const japanese = entries(ja);
const english = entries(en);

/** What a message says with sample arguments: figures where figures are meant, words elsewhere. */
const said = ({ value }: Entry): string =>
  typeof value === "function" ? String((value as (...args: unknown[]) => unknown)(3, 5, 1)) : String(value);

test("Japanese and English have the same keys in the same order", () => {
  expect(english.map(({ path }) => path)).toEqual(japanese.map(({ path }) => path));
});

test.each(japanese.map((entry, i) => [entry.path, entry, english[i] as Entry] as const))(
  "%s takes the same arguments and uses them in both languages",
  (_path, one, other) => {
    expect(typeof other.value).toBe(typeof one.value);
    if (typeof one.value === "function" && typeof other.value === "function") {
      expect(other.value.length).toBe(one.value.length);
      if (one.value.length > 0) {
        expect(said(one)).toMatch(/[135]/);
        expect(said(other)).toMatch(/[135]/);
      }
    }
  },
);

test("no English sentence was left in Japanese, save names that stay Japanese", () => {
  const kept = /元に戻す|KPI集計|旭市型|日本語|評価 \| 条件 \| 説明|評価 and 条件|指標, KPI|―/g;
  const left = english.filter((entry) => /[ぁ-んァ-ヶ一-龠]/.test(said(entry).replace(kept, "")));
  expect(left.map(({ path }) => path)).toEqual([]);
});

test("the words that manuals and tests rely on stand in the Japanese messages", () => {
  expect(Object.values(ja.frame.tabs)).toEqual(["評価", "集計", "点検", "設定"]);
  expect(ja.frame.reread).toBe("シートを読み取る");
  expect(ja.write.grades(14)).toBe("14件の評価を書き込む");
  expect(ja.write.grades(0)).toContain("評価を書き込む");
  expect(ja.write.formulas).toBe("式で書き込む");
  expect(ja.write.undo).toBe("元に戻す");
  expect([ja.scope.sheet, ja.scope.workbook]).toEqual(["このシート", "ブック全体"]);
});

test("sentences end politely and never name an error alone", () => {
  for (const entry of japanese) expect(said(entry)).not.toMatch(/エラー/);
});
