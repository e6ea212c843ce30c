import { lintRubric } from "../../../src/kpi/lint";
import { rubricFromLegend } from "../../../src/kpi/legend";
import { rubricFromTable } from "../../../src/kpi/rubric-table";
import type { Band, Rubric } from "../../../src/kpi/types";
import { gradeRow } from "../support";

/** A band as one line: measure and interval. */
function line(b: Band): string {
  const interval =
    b.min === null && b.max === null
      ? ""
      : ` ${b.minExclusive || b.min === null ? "(" : "["}${b.min ?? "−∞"}, ${b.max ?? "∞"}${b.maxExclusive || b.max === null ? ")" : "]"}`;
  return `${b.grade} ${b.measure}${b.forecast ? " forecast" : ""}${interval}`;
}
const bandsOf = (rubric: Rubric | null): string[] => (rubric?.bands ?? []).map(line);

/** One condition in a two-line table, so that it stands in the middle. */
const middle = (condition: string): string | undefined =>
  bandsOf(
    rubricFromTable([
      ["X", condition],
      ["Z", "それ以外"],
    ]).rubric,
  )[0];

test.each([
  ["10%以上", "X changeRate [0.1, ∞)"],
  ["１０％以上", "X changeRate [0.1, ∞)"],
  ["10.5 % 以上", "X changeRate [0.105, ∞)"],
  ["0%超", "X changeRate (0, ∞)"],
  ["△10%未満", "X changeRate (-0.1, ∞)"],
  ["▲10％以内", "X changeRate [-0.1, ∞)"],
  ["△10%以上", "X changeRate [-0.1, ∞)"],
  ["△10％以下", "X changeRate (−∞, -0.1]"],
  ["同値～△10％未満", "X changeRate (-0.1, 0]"],
  ["現状値と同水準（同値～△10％未満）", "X changeRate (-0.1, 0]"],
  ["±10%以内", "X changeRate [-0.1, 0.1]"],
  ["0%～△10%未満", "X changeRate (-0.1, 0]"],
  ["-10%以上0%未満", "X changeRate [-0.1, 0)"],
  ["上昇（10%未満）", "X changeRate (0, 0.1)"],
  ["10%以上の低下", "X changeRate (−∞, -0.1]"],
  ["下落（10%未満）", "X changeRate (-0.1, 0)"],
  ["基準値より改善", "X changeRate (0, ∞)"],
  ["基準値を下回る", "X changeRate (−∞, 0)"],
  ["現状維持", "X changeRate [0, 0]"],
  ["達成率80％以上", "X attainmentRate [0.8, ∞)"],
  ["達成率80以上", "X attainmentRate [0.8, ∞)"],
  ["達成率が8割以上", "X attainmentRate [0.8, ∞)"],
  ["目標値の90%以上", "X attainmentRate [0.9, ∞)"],
  ["目標値の7割～8割", "X attainmentRate [0.7, 0.8]"],
  ["達成率80〜100%未満", "X attainmentRate [0.8, 1)"],
  ["達成率80％以上100％未満", "X attainmentRate [0.8, 1)"],
  ["達成率100%未満80%以上", "X attainmentRate [0.8, 1)"],
  ["80-100%未満", "X attainmentRate [0.8, 1)"],
  ["80%≦達成率<100%", "X attainmentRate [0.8, 1)"],
  ["進捗率50%超", "X progressRate (0.5, ∞)"],
  ["期待値の80%以上", "X expectedRatio [0.8, ∞)"],
  ["目標達成", "X targetMet"],
  ["目標値を達成（見込み）", "X targetMet"],
  ["目標達成見込み", "X targetMet forecast"],
  ["目標を上回る", "X targetExceeded"],
  ["目標値と同等", "X attainmentRate [1, 1]"],
  ["実績なし", "X noActual"],
  ["評価不能（KPIの実績値が無い状態）", "X noActual"],
  ["目標値の設定なし", "X noTarget"],
  ["それ以外", "X otherwise"],
  ["目標未達成", "X otherwise"],
])("%s", (condition, expected) => expect(middle(condition)).toBe(expected));

test.each(["概ね順調", "よくできた", "", "がんばった。", "目標に向けて努力した"])(
  "%s says nothing measurable",
  (condition) => {
    expect(middle(condition)).toBe(condition === "" ? "Z otherwise" : "Z otherwise");
    const { problems } = rubricFromTable([
      ["X", condition],
      ["Z", "それ以外"],
    ]);
    expect(problems.some((p) => p.code === "conditionUnread")).toBe(condition !== "");
  },
);

describe("the lowest band reads 以上 and 以下 alike", () => {
  const table = (lowest: string) => [
    ["評価", "条件"],
    ["A", "10%以上"],
    ["B", "0%超"],
    ["C", "同値～△10%未満"],
    ["D", lowest],
  ];
  test.each(["△10%以上", "△10%以下", "▲10％以上", "10%以上の下落", "下落（△10%以下）", "下落(10%以上)"])(
    "%s",
    (lowest) => {
      const { rubric } = rubricFromTable(table(lowest));
      expect(bandsOf(rubric)[3]).toBe("D changeRate (−∞, -0.1]");
    },
  );
  test("△10%未満 below a band that ends at −10 % goes beyond it", () => {
    const rows = [
      ["A", "0%以上"],
      ["B", "-10%以上0%未満"],
      ["C", "△10%未満"],
    ];
    expect(bandsOf(rubricFromTable(rows).rubric)[2]).toBe("C changeRate (−∞, -0.1)");
  });
});

test("the columns of a table are found by their names, in any order, with points", () => {
  const { rubric, problems } = rubricFromTable([
    ["", "評価基準表", "", ""],
    ["点数", "説明", "条件", "区分"],
    ["3点", "達成", "目標達成", "Ａ"],
    [2, "惜しい", "達成率80%以上", "Ｂ"],
    [1, "遅れ", "それ以外", "Ｃ"],
    ["", "", "", ""],
  ]);
  expect(problems.filter((p) => p.severity === "error")).toEqual([]);
  expect(rubric?.bands.map((b) => [b.grade, b.points, b.description])).toEqual([
    ["A", 3, "達成"],
    ["B", 2, "惜しい"],
    ["C", 1, "遅れ"],
  ]);
});

const R3 = [
  "達成状況の評価",
  "S　目標値を達成（見込み）",
  "A　現状値より上昇（10%以上）",
  "B　現状値より上昇（10%未満）",
  "C　現状値と同水準（同値～△10％未満）",
  "D　現状値より下落（△10％以上）",
  "―　評価不能（KPIの実績値が無い状態）",
];
const R2 = [
  "KPI達成状況の評価（数値目標）",
  "S 目標値を達成（見込み）",
  "A 基準値より上昇（10%以上）",
  "B 基準値より上昇（10%未満）",
  "C 基準値と同水準（基準値と同値～△10％未満）",
  "D 基準値より下落（△10％以下）",
  "― 評価不能（KPIの実績値が無い状態）",
];
const ASAHI = [
  "S targetMet",
  "A changeRate [0.1, ∞)",
  "B changeRate (0, 0.1)",
  "C changeRate (-0.1, 0]",
  "D changeRate (−∞, -0.1]",
  "― noActual",
];

test.each([
  ["旭市, R3", R3, ASAHI],
  ["旭市, R2", R2, ASAHI],
  ["one cell with line breaks", [R3.join("\n")], ASAHI],
  [
    "colons, full width",
    ["Ａ：達成率100％以上", "Ｂ：達成率80％以上100％未満", "Ｃ：達成率80％未満"],
    ["A attainmentRate [1, ∞)", "B attainmentRate [0.8, 1)", "C attainmentRate (−∞, 0.8)"],
  ],
  [
    "symbols on one line",
    ["◎：目標達成　○…80%以上　△…80%未満　－：実績なし"],
    ["◎ targetMet", "○ attainmentRate [0.8, ∞)", "△ attainmentRate (−∞, 0.8)", "― noActual"],
  ],
  [
    "whole percents without a gap",
    ["A 順調（100％以上）", "B 概ね順調（80～99％）", "C やや遅れ（60～79％）", "D 遅れ（59％以下）"],
    [
      "A attainmentRate [1, ∞)",
      "B attainmentRate [0.8, 1)",
      "C attainmentRate [0.6, 0.8)",
      "D attainmentRate (−∞, 0.6)",
    ],
  ],
  [
    "brackets",
    ["【評価】", "「A」目標達成", "「B」進捗率50%以上", "「C」それ以外"],
    ["A targetMet", "B progressRate [0.5, ∞)", "C otherwise"],
  ],
  ["words", ["達成：目標値以上", "未達成：目標値未満"], ["達成 targetMet", "未達成 otherwise"]],
])("legend: %s", (_, lines, expected) => expect(bandsOf(rubricFromLegend(lines).rubric)).toEqual(expected));

test("a legend of judgements alone is no rubric and says so", () => {
  const { rubric, problems } = rubricFromLegend(["◎ 想定を超えて進捗", "○ 概ね順調", "△ 対策強化が必要"]);
  expect(rubric).toBeNull();
  expect(problems.map((p) => p.code)).toContain("legendNotMeasurable");
});

test("both years of 旭市 give the published grades", () => {
  for (const rubric of [R2, R3].map((lines) => rubricFromLegend(lines).rubric)) {
    if (!rubric) throw new Error("no rubric");
    expect(gradeRow({ baseline: "91件", actual: "114件", target: "200件", rubric }).grade).toBe("A");
    expect(gradeRow({ baseline: "-11人", actual: "-61", target: "増加", rubric }).grade).toBe("D");
    expect(gradeRow({ baseline: "100", actual: "90", target: "200", rubric }).grade).toBe("D");
    expect(gradeRow({ baseline: "100", actual: "90.1", target: "200", rubric }).grade).toBe("C");
    expect(gradeRow({ baseline: "100", actual: "-", target: "200", rubric }).grade).toBe("―");
  }
});

describe("the linter", () => {
  const codes = (rows: string[][]): string[] => {
    const { rubric } = rubricFromTable(rows);
    return rubric
      ? lintRubric(rubric).map((p) => `${p.code} ${p.values.grade ?? ""} ${p.values.other ?? ""}`.trim())
      : [];
  };
  test.each([
    [
      "a gap",
      [
        ["A", "達成率100%以上"],
        ["B", "達成率50%以上80%未満"],
        ["C", "達成率50%未満"],
      ],
      "bandGap B A",
    ],
    [
      "an overlap",
      [
        ["A", "達成率80%以上"],
        ["B", "達成率50%以上90%未満"],
        ["C", "達成率50%未満"],
      ],
      "bandOverlap B A",
    ],
    [
      "an overlap at one value",
      [
        ["A", "達成率80%以上"],
        ["B", "達成率80%以下"],
      ],
      "bandOverlap B A",
    ],
    [
      "an unreachable band",
      [
        ["A", "達成率80%以上"],
        ["B", "達成率90%以上"],
        ["C", "それ以外"],
      ],
      "bandUnreachable B A",
    ],
    [
      "a band after それ以外",
      [
        ["A", "目標達成"],
        ["B", "それ以外"],
        ["C", "達成率50%以上"],
      ],
      "bandUnreachable C B",
    ],
    [
      "nothing below",
      [
        ["A", "達成率80%以上"],
        ["B", "達成率50%以上80%未満"],
      ],
      "bandGapBelow B",
    ],
    [
      "no mark for a missing actual",
      [
        ["A", "目標達成"],
        ["B", "それ以外"],
      ],
      "noActualUndefined ―",
    ],
    [
      "lower is better unnamed",
      [
        ["A", "10%以上"],
        ["B", "それ以外"],
      ],
      "lowerUndefined",
    ],
    [
      "equality twice",
      [
        ["◎", "目標値以上"],
        ["○", "目標値と同等"],
        ["△", "目標値未満"],
      ],
      "bandOverlap ○ ◎",
    ],
    [
      "a missed target without a band",
      [
        ["A", "目標達成"],
        ["―", "実績なし"],
      ],
      "missedUndefined",
    ],
  ])("%s", (_, rows, code) => expect(codes(rows)).toContain(code));
  test("a complete rubric has nothing to say", () => {
    expect(
      codes([
        ["A", "達成率100%以上"],
        ["B", "達成率80%以上100%未満"],
        ["C", "達成率80%未満"],
        ["―", "実績なし"],
      ]),
    ).toEqual([]);
  });
});
