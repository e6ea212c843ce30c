import { decimal } from "../../src/kpi/decimal";
import { explain, noteSentence, PHRASES } from "../../src/kpi/explain";
import { figure, percent } from "../../src/kpi/format";
import { gradeRow, type Row } from "./support";

const up = { direction: "up" } as const;
const down = { direction: "down" } as const;

test.each<[Row, string]>([
  [
    { baseline: "91件", actual: "114件", target: "200件", ...up },
    "91件→114件（+25.3%）。目標200件は未達成。あと86件でS",
  ],
  [{ baseline: "91件", actual: "95件", target: "200件", ...up }, "91件→95件（+4.4%）。目標200件は未達成。あと6件でA"],
  [{ baseline: "42世帯", actual: "58世帯", target: "50世帯", ...up }, "42世帯→58世帯（+38.1%）。目標50世帯を達成"],
  [
    { baseline: "-11人", actual: "-61", target: "増加", ...up },
    "−11人→−61人（−454.5%）。目標「増加」は未達成。あと49人でC",
  ],
  [
    { baseline: "107人", actual: "90人", target: "0人", ...down },
    "107人→90人（−15.9%、改善）。目標0人は未達成。あと90人でS",
  ],
  [{ baseline: "100", actual: "105", target: "80", ...down }, "100→105（+5.0%、悪化）。目標80は未達成。あと6でB"],
  [
    { baseline: "79.3%", actual: "84.6%", target: "95%", ...up },
    "79.3%→84.6%（+6.7%）。目標95%は未達成。あと2.7ポイントでA",
  ],
  [
    { baseline: "95.5", actual: "90.0", target: "90.0 未満", ...down },
    "95.5→90.0（−5.8%、改善）。目標90.0未満は未達成。あと0.1でS",
  ],
  [{ baseline: null, actual: "1,450,173件", target: "1,000,000件", ...up }, "1,450,173件。目標1,000,000件を達成"],
  [
    { baseline: "61.3%", actual: "68.4%", target: "66.3%", rubric: "宮城県型", ...up },
    "61.3%→68.4%（進捗率142.0%）。目標66.3%を達成",
  ],
  [
    { baseline: "10,193件", actual: "11,385件", target: "10,193件", rubric: "宮城県型", direction: "keepDown" },
    "10,193件→11,385件（達成率88.3%）。目標10,193件は未達成。あと1,192件でA",
  ],
  [{ baseline: "91件", actual: "-", target: "200件" }, "実績値がありません（「―」）"],
  [{ baseline: "91件", actual: "未公表", target: "200件" }, "実績値がありません（未公表）"],
  [{ baseline: "10", actual: "約?", target: "20" }, "実績値「約?」を読み取れないため、評価していません"],
])("%j", (row, sentence) => expect(explain(gradeRow(row), "ja")).toBe(sentence));

test("assumptions and warnings follow the figures", () => {
  const text = explain(gradeRow({ baseline: "0件", actual: "5件", target: "10件" }), "ja");
  expect(text).toBe(
    "0件→5件。目標10件は未達成。あと5件でS。目標値が基準値より大きいため、増加が望ましいとみなしました。" +
      "基準値が0のため変化率はありません。増えたか減ったかだけで評価しました",
  );
});

test("the name that gave the direction is said", () => {
  const row = { baseline: "100件", actual: "90件", target: "80件", name: "刑法犯認知件数" };
  expect(explain(gradeRow(row), "ja")).toContain("減少が望ましいとみなしました");
});

test("a direction that needs confirmation asks for it", () => {
  const row = { baseline: "14.1%", actual: "16%", target: "17.0%", name: "要介護等認定率" };
  const g = gradeRow(row);
  expect(g.direction.needsConfirmation).toBe(true);
  expect(explain(g, "ja")).toContain("望ましい方向の確認が必要です");
});

test("parts are told one by one", () => {
  const row = { baseline: "男性79.83、女性84.35", actual: "男性80.45、女性84.0", target: "男性80.0、女性84.35", ...up };
  const text = explain(gradeRow(row), "ja");
  expect(text).toContain("男性 79.83→80.45（+0.8%）、目標80.0を達成［S］");
  expect(text).toContain("女性 84.35→84.0（−0.4%）、目標84.35は未達成、あと0.35でS［C］");
  expect(text).toContain("最も低い区分を全体の評価としました");
});

test("English", () => {
  const row = { baseline: "91件", actual: "114件", target: "200件", ...up };
  expect(explain(gradeRow(row), "en")).toBe("91件→114件 (+25.3%). Target 200件 not met. 86件 short of S");
});

test.each([
  ["1450173", "件", "1,450,173件"],
  ["-61", "人", "−61人"],
  ["0.846", "%", "84.6%"],
  ["0.95", "%", "95%"],
  ["1.2", "%", "120%"],
  ["0.900", "%", "90.0%"],
  ["90.0", null, "90.0"],
  ["0.590", null, "0.590"],
  ["4315000.0", "円", "4,315,000円"],
  ["-0.5", "m", "−0.5m"],
  ["0", "人", "0人"],
])("%s %s prints %s", (value, unit, text) => expect(figure(decimal(value), unit)).toBe(text));

test.each([
  ["1", "3", "+33.3%"],
  ["-1", "3", "−33.3%"],
  ["0", "3", "±0.0%"],
  ["1", "8", "+12.5%"],
  ["45", "1", "+4,500.0%"],
])("%s / %s prints %s", (a, b, text) =>
  expect(percent({ numerator: decimal(a), denominator: decimal(b) }, 1, true)).toBe(text),
);

const { ja: JA, en: EN } = PHRASES;

test("both languages have the same phrases", () => {
  expect(Object.keys(EN.sentences)).toEqual(Object.keys(JA.sentences));
  for (const name of Object.keys(JA.values))
    expect(Object.keys(EN.values[name] ?? {})).toEqual(Object.keys(JA.values[name] ?? {}));
});

test.each(Object.keys(JA.sentences))("the note %s has a sentence in both languages without holes", (code) => {
  const values = { text: "x", which: "actual", missing: "dash", grade: "A", other: "B", word: "以上", direction: "up" };
  const note = { code, values: { ...values, tolerance: "0.03", rubric: "旭市型", year: "2021" } };
  for (const language of ["ja", "en"] as const) {
    const sentence = noteSentence(note, language);
    expect(sentence).not.toBe("");
    expect(sentence).not.toMatch(/[{}]|undefined/);
  }
  expect(noteSentence(note, "ja")).not.toMatch(/[。.]$/);
});

test("an unknown note is not lost", () => expect(noteSentence({ code: "fresh", values: {} }, "ja")).toBe("fresh"));
