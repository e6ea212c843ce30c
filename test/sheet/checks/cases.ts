/** For every rule grids that pass and grids that fail; rows of the sources where they have one (their places are named). */
import { bookOf, type Row } from "./book";
import type { WorkbookSnapshot } from "../../../src/sheet/types";

export interface Case {
  readonly rule: string;
  readonly what: string;
  readonly book: WorkbookSnapshot;
  /** The first cell of each finding of this rule; [] for a grid that passes. */
  readonly at: readonly string[];
  /** Parts of the sentence. */
  readonly says?: readonly string[];
}

const HEAD: Row = [
  "No.",
  "指標名",
  "単位",
  "基準値（H30年度）",
  "目標値（R6年度）",
  "R2年度実績",
  "R3年度実績",
  "達成状況",
  "備考",
];
const LEGEND: readonly Row[] = [
  ["達成状況の評価"],
  ["S", "目標値を達成（見込み）"],
  ["A", "基準値より上昇（10%以上）"],
  ["B", "基準値より上昇（10%未満）"],
  ["C", "基準値と同水準（同値～△10％未満）"],
  ["D", "基準値より下落（△10％以上）"],
  ["―", "評価不能（KPIの実績値が無い状態）"],
];
/** Rows that say nothing wrong, so that a table is recognised. */
const CALM: readonly Row[] = [
  [1, "転入世帯数", "世帯", 42, 50, 47, 58, "S", ""],
  [2, "移住相談件数", "件", 91, 200, 85, 114, "A", ""],
];

/** One sheet: title, table (header in row 3, first row 4), legend below. */
const sheet = (
  rows: readonly Row[],
  { head = HEAD, below = [] as readonly Row[], title = "令和3年度 重点施策KPI評価シート" } = {},
): Row[] => [[title], [], head, ...rows, [], ...LEGEND, ...(below.length > 0 ? [[], ...below] : [])];
const one = (rows: readonly Row[], options = {}): WorkbookSnapshot =>
  bookOf({ 評価: sheet([...CALM, ...rows], options) });

const PROJECT_HEAD: Row = ["No.", "主な事業", "事務事業", "区分", "単位", "2年度（決算）", "3年度（決算）", "備考"];
const project = (no: number, name: string, cost: Row, general: Row, result?: Row, remarks = ""): Row[] => [
  [no, "○", name, "事業費", "千円", ...cost, remarks],
  ["", "", "", "一般財源", "千円", ...general],
  ...(result ? [["", "", "", ...result] as Row] : []),
];
const TWO_PROJECTS: readonly Row[] = [
  PROJECT_HEAD,
  ...project(1, "ふるさと応援寄附推進事業", [33190, 43633], [33190, 43633]),
  ...project(2, "定住促進奨励金交付事業", [32930, 41300], [0, 0]),
];
const totals = (cost: Row, general: Row): readonly Row[] => [
  ["（３）合計事業費"],
  ["", "単位", "2年度（決算）", "3年度（決算）", "合計"],
  ["事業費合計", "千円", ...cost],
  ["一般財源合計", "千円", ...general],
  [],
];
const progress = (values: Row): Row[] => [
  ["① 施策の進捗状況", "完了", "順調", "概ね順調", "停滞", "実施困難"],
  ["", ...values],
];
const seven = (): Row[] => [
  PROJECT_HEAD,
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((n) => project(n, `推進事業その${n}`, [100 * n, 110 * n], [0, 0])),
];

export const CASES: readonly Case[] = [
  // grades
  { rule: "grade-differs", what: "旭市 R2 KPI 16: 114 of 91 is +25.3 %, A", book: one([]), at: [] },
  {
    rule: "grade-differs",
    what: "98 of 91 is +7.7 %, B, and A is written",
    book: one([[3, "窓口相談件数", "件", 91, 200, 85, 98, "A"]]),
    at: ["評価!H6"],
    says: ["窓口相談件数", "「A」", "「B」", "98件", "91件"],
  },
  {
    rule: "grade-differs",
    what: "lower is better and stated by the name",
    book: one([[3, "交通事故件数", "件", 100, 80, 90, 79, "D"]]),
    at: ["評価!H6"],
    says: ["「S」"],
  },
  {
    rule: "mark-with-actual",
    what: "no actual, ―",
    book: one([[3, "交流事業参加者数", "人", 1358, 1400, "-", "-", "―"]]),
    at: [],
  },
  {
    rule: "mark-with-actual",
    what: "旭市 R3 KPI 11 with the 123 of its project",
    book: one([[3, "交流事業参加者数", "人", 1358, 1400, "-", 123, "―"]]),
    at: ["評価!H6"],
    says: ["123人", "「D」"],
  },
  { rule: "grade-without-actual", what: "every grade has its actual", book: one([]), at: [] },
  {
    rule: "grade-without-actual",
    what: "a grade beside a dash",
    book: one([[3, "交流事業参加者数", "人", 1358, 1400, "-", "-", "D"]]),
    at: ["評価!H6"],
    says: ["「D」", "-"],
  },
  {
    rule: "grade-blank",
    what: "no grade is filled in yet",
    book: bookOf({ 評価: sheet(CALM.map((row) => [...row.slice(0, 7), "", ""])) }),
    at: [],
  },
  {
    rule: "grade-blank",
    what: "one of three is blank",
    book: one([[3, "交流事業参加者数", "人", 1358, 1400, 1200, 1370, ""]]),
    at: ["評価!H6"],
    says: ["1,370人"],
  },
  {
    rule: "grade-unknown",
    what: "full-width letters are the same grade",
    book: one([[3, "参加者数", "人", 1358, 1400, 1200, 1410, "Ｓ"]]),
    at: [],
  },
  {
    rule: "grade-unknown",
    what: "E is none of the legend",
    book: one([[3, "参加者数", "人", 1358, 1400, 1200, 1300, "E"]]),
    at: ["評価!H6"],
    says: ["「E」"],
  },
  { rule: "rubric-unclear", what: "the default rubric fits", book: bookOf({ 評価: sheet(CALM).slice(0, 5) }), at: [] },
  {
    rule: "rubric-unclear",
    what: "no legend, and most grades follow another rubric",
    book: bookOf({
      評価: [
        ...sheet([]).slice(0, 3),
        [1, "転入世帯数", "世帯", 42, 50, 47, 58, "A"],
        [2, "移住相談件数", "件", 91, 200, 85, 114, "D"],
        [3, "参加者数", "人", 1358, 1400, 1200, 1410, "A"],
        [4, "来場者数", "人", 500, 800, 600, 790, "B"],
      ],
    }),
    at: ["評価!H4"],
    says: ["旭市型"],
  },
  { rule: "rate-differs", what: "進捗率 of three rows", book: rates(["20.0%", "50.0%", "100.0%", "60.0%"]), at: [] },
  {
    rule: "rate-differs",
    what: "one of four is another figure",
    book: rates(["20.0%", "50.0%", "100.0%", "66.0%"]),
    at: ["評価!G7"],
    says: ["66.0%", "60.0%"],
  },
  {
    rule: "count-differs",
    what: "S 1, A 1 of two",
    book: bookOf({ 評価: sheet(CALM), 集計: counts([1, 1, 0, 0, 0, 0, 2]) }),
    at: [],
  },
  {
    rule: "count-differs",
    what: "S 2 of one",
    book: bookOf({ 評価: sheet(CALM), 集計: counts([2, 1, 0, 0, 0, 0, 2]) }),
    at: ["集計!B2"],
    says: ["「2」", "1件"],
  },
  { rule: "year-column-missing", what: "3年度 has its column", book: one([]), at: [] },
  {
    rule: "year-column-missing",
    what: "the title was brought forward, the columns were not",
    book: bookOf({ 評価: sheet(CALM, { title: "令和4年度実績 重点施策KPI評価シート" }) }),
    at: ["評価!A1"],
    says: ["令和4年度", "令和3年度"],
  },
  // values of a row
  {
    rule: "baseline-missing",
    what: "秦野 KGI 1-3 650 件",
    book: one([[3, "創業件数", "件", "650 件", "700 件", 660, 680, "B"]]),
    at: [],
  },
  {
    rule: "baseline-missing",
    what: "須坂 39-p1 ―（2020）",
    book: one([[3, "開催回数", "回", "―（2020）", 6, 5, 6, "S"]]),
    at: ["評価!D6"],
    says: ["開催回数", "―（2020）", "6回"],
  },
  {
    rule: "target-missing",
    what: "秦野 KPI 18-2 has one",
    book: one([[3, "削減時間", "時間", 0, "7,350時間", 100, 7400, "S"]]),
    at: [],
  },
  {
    rule: "target-missing",
    what: "旭市 R2 KPI 15: neither baseline nor target",
    book: one([[3, "生涯活躍のまちへの移住者数", "人", "-", "-", "-", "-", "―"]]),
    at: ["評価!E6"],
  },
  { rule: "actual-blank", what: "every year is filled in", book: one([]), at: [] },
  {
    rule: "actual-blank",
    what: "the year that is graded was forgotten",
    book: one([[3, "創業件数", "件", 650, 700, 660, "", ""]]),
    at: ["評価!G6"],
    says: ["令和3年度", "空欄"],
  },
  {
    rule: "target-not-evaluable",
    what: "北本 3,908件 → ↗",
    book: one([[3, "寄附件数", "件", "3,908件", "↗", 3950, 4000, "S"]]),
    at: [],
  },
  {
    rule: "target-not-evaluable",
    what: "北本 3-1 - → ↗",
    book: one([[3, "子育て世帯の割合", "%", "-", "↗", 30, 35, "―"]]),
    at: ["評価!D6"],
    says: ["↗"],
  },
  {
    rule: "increase-unclear",
    what: "増加 from a positive figure",
    book: one([[3, "登録者数", "人", 11, "増加", 12, 13, "S"]]),
    at: [],
  },
  {
    rule: "increase-unclear",
    what: "旭市 社会増減 −11, 増加",
    book: one([[3, "人口の社会増減", "人", "-11人", "増加", -74, -61, "D"]]),
    at: ["評価!E6"],
    says: ["-11人"],
  },
  { rule: "direction-open", what: "more is better and asked for", book: one([]), at: [] },
  {
    rule: "direction-open",
    what: "秦野 KPI 14-1 3社→2社",
    book: one([[3, "新規立地企業数", "社", "3社", "2社", 1, 2, "―"]]),
    at: ["評価!E6"],
    says: ["3社", "2社"],
  },
  { rule: "target-already-met", what: "旭市 R3 KPI 10 47 of 50", book: one([]), at: [] },
  {
    rule: "target-already-met",
    what: "旭市 R3 KPI 9: 1,475,683 of 1,000,000 in the first year, no baseline",
    book: one([[9, "ホームページのアクセス件数", "件", "", "1,000,000件", 1475683, 1450173, "S"]]),
    at: ["評価!E6"],
    says: ["1,000,000件", "1,475,683件"],
  },
  {
    rule: "unit-differs",
    what: "秦野 KGI 1-3 千トン throughout",
    book: one([[3, "入荷量", "", "768千トン", "780千トン", "770千トン", "775千トン", "B"]]),
    at: [],
  },
  {
    rule: "unit-differs",
    what: "北本 4-4 t-CO2 → t-CO2/年",
    book: one([
      [3, "温室効果ガスの削減量", "", "246,500t-CO2", "272,000t-CO2/年", "250,000t-CO2", "260,000t-CO2", "B"],
    ]),
    at: ["評価!E6"],
    says: ["t-CO2/年"],
  },
  { rule: "unit-missing", what: "秦野 KGI 1-3 件", book: one([]), at: [] },
  {
    rule: "unit-missing",
    what: "秦野 KGI x-1 30代の転出超過者数 107 → 0",
    book: one([[3, "30代の転出超過者数", "", 107, 0, 90, 80, "A"]]),
    at: ["評価!D6"],
    says: ["107", "0"],
  },
  {
    rule: "share-out-of-range",
    what: "秦野 KPI 6-4 100%",
    book: one([[3, "健診の受診率", "%", "90%", "100%", "95%", "100%", "S"]]),
    at: [],
  },
  {
    rule: "share-out-of-range",
    what: "a share of 110 %",
    book: one([[3, "健診の受診率", "%", "90%", "100%", "95%", "110%", "S"]]),
    at: ["評価!G6"],
    says: ["110%"],
  },
  {
    rule: "milestone-beyond-target",
    what: "秦野 KPI 1-2 82→85→88",
    book: bookOf({ 評価: milestones(["82%", "85%", "88%"]) }),
    at: [],
  },
  {
    rule: "milestone-beyond-target",
    what: "秦野 KPI x-1 —→115→15世帯",
    book: bookOf({ 評価: milestones(["100世帯", "115世帯", "105世帯"]) }),
    at: ["評価!D5"],
    says: ["115世帯", "105世帯"],
  },
  { rule: "cell-unreadable", what: "plain figures", book: one([]), at: [] },
  {
    rule: "cell-unreadable",
    what: "steps in words are one remark",
    book: one([[3, "デマンド交通の導入", "", "地域協議", "本格運行", "地域協議", "実証運行", ""]]),
    at: ["評価!D6"],
    says: ["言葉で書かれている", "本格運行"],
  },
  {
    rule: "cell-unreadable",
    what: "約?",
    book: one([[3, "来場者数", "人", 500, 800, 600, "約?", ""]]),
    at: ["評価!G6"],
    says: ["約?"],
  },
  {
    rule: "parts-differ",
    what: "秦野 KPI 2-2: two rates, two targets",
    book: one([[3, "健診の受診率及び利用率", "%", "33.6% 14.4%", "40.0% 26.0%", "34% 15%", "35.0% 16.0%", ""]]),
    at: [],
  },
  {
    rule: "parts-differ",
    what: "two targets and one actual",
    book: one([[3, "健診の受診率及び利用率", "%", "33.6% 14.4%", "40.0% 26.0%", "34% 15%", "35.0%", ""]]),
    at: ["評価!G6"],
  },
  // series
  {
    rule: "cumulative-falls",
    what: "旭市 デザイン使用承認件数(累計) 134→147→165",
    book: one([[3, "デザイン使用承認件数（累計）", "件", 134, 200, 147, 165, "A"]]),
    at: [],
  },
  {
    rule: "cumulative-falls",
    what: "the same falling",
    book: one([[3, "デザイン使用承認件数（累計）", "件", 134, 200, 165, 147, "B"]]),
    at: ["評価!G6"],
    says: ["165件", "147件"],
  },
  { rule: "same-value-twice", what: "two years differ", book: one([]), at: [] },
  {
    rule: "same-value-twice",
    what: "旭市 R3 あさピーアール部 19,505 / 19,505",
    book: one([[3, "ピーアール部アクセス数", "回", 20000, 30000, 19505, 19505, "C"]]),
    at: ["評価!G6"],
    says: ["19,505回"],
  },
  {
    rule: "actual-of-other-year",
    what: "旭市 R2 113人(元年) under 元年度",
    book: one([[3, "登録者数", "人", 11, 200, "113人(2年)", "120人(3年)", "A"]]),
    at: [],
  },
  {
    rule: "actual-of-other-year",
    what: "last year's value under this year",
    book: one([[3, "登録者数", "人", 11, 200, "113人(2年)", "120人(2年)", "A"]]),
    at: ["評価!G6"],
    says: ["令和3年度", "令和2年度"],
  },
  // the same fact twice
  {
    rule: "same-indicator-differs",
    what: "北本 3-2 in two places",
    book: bookOf({ 評価: sheet(CALM), 再掲: sheet([...CALM.slice(1), [3, "登録者数", "人", 11, 200, 113, 120, "A"]]) }),
    at: [],
  },
  {
    rule: "same-indicator-differs",
    what: "the target was raised in one place only",
    book: bookOf({
      評価: sheet(CALM),
      再掲: sheet([
        [2, "移住相談件数", "件", 91, 220, 85, 114, "A"],
        [3, "登録者数", "人", 11, 200, 113, 120, "A"],
      ]),
    }),
    at: ["再掲!E4"],
    says: ["220件", "200件"],
  },
  {
    rule: "project-differs",
    what: "旭市 R2 移住相談件数 85 / 114 in both",
    book: one([], {
      below: [
        PROJECT_HEAD,
        ...project(1, "3670 生涯活躍のまち形成事業", [100, 200], [10, 20], ["移住相談件数", "件", 85, 114]),
      ],
    }),
    at: [],
  },
  {
    rule: "project-differs",
    what: "141 beside 114",
    book: one([], {
      below: [
        PROJECT_HEAD,
        ...project(1, "3670 生涯活躍のまち形成事業", [100, 200], [10, 20], ["移住相談件数", "件", 85, 141]),
      ],
    }),
    at: ["評価!G5"],
    says: ["114件", "141件"],
  },
  { rule: "number-repeated", what: "旭市 9 10 11", book: one([[3, "登録者数", "人", 11, 200, 113, 120, "A"]]), at: [] },
  {
    rule: "number-repeated",
    what: "北本 6-3 twice",
    book: one([
      [3, "登録者数", "人", 11, 200, 113, 120, "A"],
      [4, "来場者数", "人", 500, 800, 600, 790, "A"],
      [4, "寄附件数", "件", 300, 500, 310, 400, "A"],
    ]),
    at: ["評価!A8"],
    says: ["来場者数", "寄附件数"],
  },
  {
    rule: "heading-differs",
    what: "one title per goal",
    book: headings("安心して子どもを出産し育てられるまち"),
    at: [],
  },
  {
    rule: "heading-differs",
    what: "北本 基本目標3 出生 / 出産",
    book: headings("安心して子どもを出生し育てられるまち"),
    at: ["二枚目!A2"],
    says: ["出生", "出産"],
  },
  // text against table
  ...narratives(),
  // money
  {
    rule: "total-differs",
    what: "33,190+32,930 and 43,633+41,300",
    book: one([], { below: [...totals([66120, 84933, 151053], [33190, 43633, 76823]), ...TWO_PROJECTS] }),
    at: [],
  },
  {
    rule: "total-differs",
    what: "two digits changed places",
    book: one([], { below: [...totals([66120, 84393, 150513], [33190, 43633, 76823]), ...TWO_PROJECTS] }),
    at: ["評価!D17"],
    says: ["84,393千円", "84,933千円"],
  },
  {
    rule: "total-differs",
    what: "the sum over the years is wrong",
    book: one([], { below: [...totals([66120, 84933, 150000], [33190, 43633, 76823]), ...TWO_PROJECTS] }),
    at: ["評価!E17"],
    says: ["150,000千円", "151,053千円"],
  },
  {
    rule: "general-exceeds-cost",
    what: "旭市: in every row the part is not more",
    book: one([], { below: TWO_PROJECTS }),
    at: [],
  },
  {
    rule: "general-exceeds-cost",
    what: "一般財源 50,000 of 41,300",
    book: one([], { below: [PROJECT_HEAD, ...project(1, "定住促進奨励金交付事業", [32930, 41300], [0, 50000])] }),
    at: ["評価!G17"],
    says: ["50,000千円", "41,300千円"],
  },
  { rule: "carry-over-included", what: "no money carried over", book: one([], { below: TWO_PROJECTS }), at: [] },
  {
    rule: "carry-over-included",
    what: "旭市 R2 537,409 with 500,000 carried over",
    book: one([], {
      below: [
        PROJECT_HEAD,
        ...project(
          1,
          "生涯活躍のまち形成事業",
          [8636, 537409],
          [4533, 16091],
          undefined,
          "補助金500,000千円については、4年度に繰越",
        ),
      ],
    }),
    at: ["評価!G16"],
    says: ["537,409千円", "500,000千円", "37,409千円"],
  },
  // shares
  {
    rule: "shares-not-100",
    what: "旭市 R3 28.6+28.6+42.9 = 100.1",
    book: one([], { below: progress([0, 28.6, 28.6, 42.9, 0]) }),
    at: [],
  },
  {
    rule: "shares-not-100",
    what: "28.6+28.6+32.9",
    book: one([], { below: progress([0, 28.6, 28.6, 32.9, 0]) }),
    at: ["評価!B16"],
    says: ["90.1%"],
  },
  {
    rule: "shares-not-whole",
    what: "旭市 R3: 2, 2 and 3 of 7",
    book: one([], { below: [...progress([0, 28.6, 28.6, 42.9, 0]), [], ...seven()] }),
    at: [],
  },
  {
    rule: "shares-not-whole",
    what: "quarters of seven projects",
    book: one([], { below: [...progress([0, 25, 25, 50, 0]), [], ...seven()] }),
    at: ["評価!C16"],
    says: ["7件"],
  },
  {
    rule: "shares-differ",
    what: "one of two is 順調",
    book: one([], { below: [...progress([0, 50, 50, 0, 0]), [], ...statuses("順調", "概ね順調")] }),
    at: [],
  },
  {
    rule: "shares-differ",
    what: "both are 順調",
    book: one([], { below: [...progress([0, 50, 50, 0, 0]), [], ...statuses("順調", "順調")] }),
    at: ["評価!C16", "評価!D16"],
    says: ["50%", "2件中2件"],
  },
  { rule: "progress-mark", what: "旭市 R2 one 〇", book: one([], { below: progress(["", "", "〇", "", ""]) }), at: [] },
  {
    rule: "progress-mark",
    what: "two of them",
    book: one([], { below: progress(["", "〇", "〇", "", ""]) }),
    at: ["評価!C16"],
    says: ["順調・概ね順調"],
  },
  // form
  {
    rule: "numbering-gap",
    what: "旭市 R3 ①–④",
    book: one([], { below: [["① 進捗状況"], ["② 実績値の状況"], ["③ 現状と課題"], ["④ 方針"]] }),
    at: [],
  },
  {
    rule: "numbering-gap",
    what: "旭市 R2 ④→⑥",
    book: one([], {
      below: [["① 進捗状況"], ["② 実績値の状況"], ["③ 現状と課題"], ["④4年度施策の方針"], ["⑥事務事業名"]],
    }),
    at: ["評価!A19"],
    says: ["⑤"],
  },
  {
    rule: "opinion-unanswered",
    what: "①② and ①②",
    book: one([], { below: opinions(["①返礼品に豚肉を。", "②順番を見直しては。"], ["①努めます。", "②工夫します。"]) }),
    at: [],
  },
  {
    rule: "opinion-unanswered",
    what: "② is not answered",
    book: one([], { below: opinions(["①返礼品に豚肉を。", "②順番を見直しては。"], ["①努めます。"]) }),
    at: ["評価!A17"],
    says: ["②"],
  },
  {
    rule: "opinion-unanswered",
    what: "side by side, the second is not answered",
    book: one([], {
      below: [
        ["委員会からの意見", "意見に対する回答"],
        ["返礼品に豚肉を活用できないか。", "検討します。"],
        ["検索の順番を見直しては。", ""],
      ],
    }),
    at: ["評価!B17"],
    says: ["検索の順番"],
  },
  {
    rule: "numbering-gap",
    what: "1. 2. 4.",
    book: one([], { below: [["1. 現状"], ["2. 課題"], ["4. 方針"]] }),
    at: ["評価!A17"],
    says: ["3."],
  },
  {
    rule: "policy-year-differs",
    what: "one year",
    book: one([], { below: [["④ 5年度施策の方針"], ["⑤ 5年度施策の方針に関連する事務事業名"]] }),
    at: [],
  },
  {
    rule: "policy-year-differs",
    what: "旭市 R2 ④4年度 beside ⑥3年度",
    book: one([], { below: [["④4年度施策の方針"], ["⑥3年度施策の方針に関連する事務事業名"]] }),
    at: ["評価!A16"],
    says: ["令和3年度", "令和4年度"],
  },
  {
    rule: "title-year-differs",
    what: "the same year",
    book: bookOf({ R3年度評価: sheet(CALM, { title: "令和3年度実績 KPI評価シート" }) }),
    at: [],
  },
  {
    rule: "title-year-differs",
    what: "the title was not brought forward",
    book: bookOf({ R4年度評価: sheet(CALM, { title: "令和3年度実績 KPI評価シート" }) }),
    at: ["R4年度評価!A1"],
    says: ["令和3年度", "R4年度評価"],
  },
  { rule: "date-unfilled", what: "a date", book: bookOf({ 評価: [["令和3年10月1日時点"], ...sheet(CALM)] }), at: [] },
  {
    rule: "date-unfilled",
    what: "旭市 R2 令和 年　 月　 日時点",
    book: bookOf({ 評価: [["令和 年　 月　 日時点"], ...sheet(CALM)] }),
    at: ["評価!A1"],
  },
  {
    rule: "owner-unfilled",
    what: "旭市 R2 企画政策課",
    book: bookOf({ 評価: [["主管課", "企画政策課"], ...sheet(CALM)] }),
    at: [],
  },
  {
    rule: "owner-unfilled",
    what: "旭市 R3: labels only",
    book: bookOf({ 評価: [["主管課", "", "担当班", ""], ...sheet(CALM)] }),
    at: ["評価!B1"],
    says: ["主管課", "担当班"],
  },
  { rule: "damaged-characters", what: "whole characters", book: one([]), at: [] },
  {
    rule: "damaged-characters",
    what: "須坂 施策 35 �広聴",
    book: one([], { below: [["施策 35 \uFFFD広聴・広報の充実"]] }),
    at: ["評価!A15"],
  },
  {
    rule: "bracket-doubled",
    what: "one bracket",
    book: one([], { below: [["KPI 1【達成状況：Ｓ】58世帯を支援した。"]] }),
    at: [],
  },
  {
    rule: "bracket-doubled",
    what: "旭市 R2 Ａ】】",
    book: one([], { below: [["KPI 2【達成状況：Ａ】】前年度実績を上回った。"]] }),
    at: ["評価!A15"],
  },
  // rubric
  { rule: "rubric-contradicts", what: "旭市's six lines", book: one([]), at: [] },
  {
    rule: "rubric-contradicts",
    what: "grades beside their remarks are no legend",
    book: bookOf({
      評価: sheet([])
        .slice(0, 3)
        .concat(
          [58, 60, 62, 64].map((actual, i) => [
            i + 1,
            `取組${i + 1}の参加者数`,
            "人",
            42,
            90,
            47,
            actual,
            "A",
            `令和3年度は${actual}人が参加し、前年度を上回った。`,
          ]),
        ),
    }),
    at: [],
  },
  {
    rule: "rubric-contradicts",
    what: "80 % is in both B and C",
    book: bookOf({
      評価: [
        ...sheet(CALM.map((row) => [...row.slice(0, 7), ""])).slice(0, 6),
        ["達成状況の評価"],
        ["A", "達成率100%以上"],
        ["B", "達成率80%以上100%未満"],
        ["C", "達成率60%以上85%以下"],
        ["D", "達成率60%未満"],
      ],
    }),
    at: ["評価!B10"],
    says: ["重なって"],
  },
  {
    rule: "rubric-differs",
    what: "one wording on both sheets",
    book: bookOf({ 評価: sheet(CALM), 二枚目: sheet(CALM) }),
    at: [],
  },
  {
    rule: "rubric-differs",
    what: "旭市 △10％以下 → △10％以上",
    book: bookOf({
      評価: sheet(CALM),
      二枚目: sheet(CALM).map((row) =>
        row.map((cell) => (cell === "基準値より下落（△10％以上）" ? "基準値より下落（△10％以下）" : cell)),
      ),
    }),
    at: ["二枚目!B12"],
    says: ["△10％以下", "△10％以上"],
  },
];

function milestones([baseline, milestone, target]: readonly [string, string, string]): Row[] {
  return [
    ["総合戦略 KPI一覧"],
    [],
    ["No.", "指標名", "現状値（R元年度）", "R5年度 中間値", "R7年度 目標値"],
    [1, "創業件数", "650件", "680件", "700件"],
    [2, "移住の相談の利用", baseline, milestone, target],
    [3, "登録団体数", "10団体", "12団体", "15団体"],
  ];
}

function counts(row: Row): Row[] {
  return [
    ["達成状況", "S", "A", "B", "C", "D", "―", "計"],
    ["件数", ...row],
  ];
}

function rates([a, b, c, d]: readonly [string, string, string, string]): WorkbookSnapshot {
  return bookOf({
    評価: [
      ["令和3年度 KPI一覧"],
      [],
      ["No.", "指標名", "単位", "基準値（H30年度）", "目標値（R6年度）", "R3年度実績", "進捗率"],
      [1, "創業件数", "件", 100, 200, 120, a],
      [2, "相談件数", "件", 100, 300, 200, b],
      [3, "登録団体数", "団体", 10, 20, 20, c],
      [4, "参加者数", "人", 1000, 2000, 1600, d],
    ],
  });
}

function headings(second: string): WorkbookSnapshot {
  const on = (title: string): Row[] => [["総合戦略 KPI一覧"], [`基本目標3 ${title}`], HEAD, ...CALM];
  return bookOf({ 一枚目: on("安心して子どもを出産し育てられるまち"), 二枚目: on(second) });
}

function statuses(first: string, second: string): Row[] {
  const row = (no: number, name: string, status: string): Row => [no, name, status, 1000, 900, 100];
  return [
    ["No.", "事務事業名", "進捗状況", "予算額（千円）", "決算額（千円）", "一般財源（千円）"],
    row(1, "窓口改善事業", first),
    row(2, "相談体制事業", second),
  ];
}

function opinions(asked: readonly string[], answered: readonly string[]): Row[] {
  return [
    ["推進委員会からの意見（要旨）"],
    ...asked.map((text): Row => [text]),
    ["推進委員会からの意見に対する担当課の考え"],
    ...answered.map((text): Row => [text]),
  ];
}

function narratives(): Case[] {
  const text = (line: string): WorkbookSnapshot => one([], { below: [[line]] });
  const pass = (rule: string, what: string, line: string): Case => ({ rule, what, book: text(line), at: [] });
  const fail = (rule: string, what: string, line: string, says: readonly string[]): Case => ({
    rule,
    what,
    book: text(line),
    at: ["評価!A15"],
    says,
  });
  return [
    pass("narrative-grade-differs", "旭市 R3 KPI 10 Ｓ", "KPI 1【達成状況：Ｓ】順調に伸びている。"),
    fail("narrative-grade-differs", "Ａ beside S", "KPI 1【達成状況：Ａ】順調に伸びている。", ["「Ａ」", "「S」"]),
    pass(
      "narrative-figure-differs",
      "旭市 R3 58世帯・140人",
      "KPI 1【達成状況：Ｓ】令和3年度は58世帯・140人の移住者を支援した。",
    ),
    fail("narrative-figure-differs", "85 for 58", "KPI 1【達成状況：Ｓ】令和3年度は85世帯・140人の移住者を支援した。", [
      "85世帯",
      "58世帯",
    ]),
    pass(
      "narrative-figure-differs",
      "旭市 R2: 49, 32 and 33 of 114 are parts",
      "KPI 2【達成状況：Ａ】前年度実績を上回った。内訳は、電話が49件、広報を通じた相談が32件、セミナーの参加が33件である。",
    ),
    fail(
      "narrative-figure-differs",
      "the target of last year",
      "KPI 2【達成状況：Ａ】目標値150件に向けて取り組んでいる。",
      ["150件", "200件"],
    ),
    fail("narrative-figure-differs", "from 85 to 141", "KPI 2【達成状況：Ａ】相談は85件から141件に増加した。", [
      "141件",
      "114件",
    ]),
    pass(
      "narrative-trend-differs",
      "旭市 R2: 85→114, 前年度実績を上回る",
      "KPI 2【達成状況：Ａ】移住相談件数は、専用サイトの開設などにより前年度実績を上回ることができた。",
    ),
    fail(
      "narrative-trend-differs",
      "85→114, 前年度を下回った",
      "KPI 2【達成状況：Ａ】移住相談件数は、前年度実績を下回った。",
      ["下回", "85件", "114件"],
    ),
    pass(
      "narrative-trend-differs",
      "another subject falls",
      "KPI 2【達成状況：Ａ】入国者は前年度より減少したが、相談は増えている。",
    ),
    pass(
      "narrative-figure-differs",
      "target and actual without a particle",
      "KPI 2【達成状況：Ａ】目標値200件に対し実績114件であり、前年度85件を上回る114件となった。",
    ),
    fail(
      "narrative-figure-differs",
      "the actual without a particle",
      "KPI 2【達成状況：Ａ】目標値200件に対し実績141件にとどまった。",
      ["141件", "114件"],
    ),
    pass(
      "narrative-figure-differs",
      "rounded figures",
      "KPI 2【達成状況：Ａ】令和3年度は約110件で、目標値は約200件である。",
    ),
    fail("narrative-figure-differs", "約 of another ten", "KPI 2【達成状況：Ａ】令和3年度は約130件であった。", [
      "130件",
      "114件",
    ]),
    fail("narrative-trend-differs", "the target with its figure", "KPI 2【達成状況：Ａ】目標値200件を上回った。", [
      "200件",
      "114件",
    ]),
    fail("narrative-trend-differs", "増加した without a comparison", "KPI 2【達成状況：Ａ】移住相談件数は減少した。", [
      "減少",
      "85件",
    ]),
    pass(
      "narrative-trend-differs",
      "a part of it falls",
      "KPI 2【達成状況：Ａ】電話による相談は減少したが、移住相談件数は増加した。",
    ),
    {
      rule: "narrative-trend-differs",
      what: "旭市 R3 寄付金額…増加した with 5,676 → 10,561",
      book: one([], { below: donations(5676, 10561) }),
      at: [],
    },
    {
      rule: "narrative-trend-differs",
      what: "旭市 R3 寄付金額…増加した with 19,505 → 10,561",
      book: one([], { below: donations(19505, 10561) }),
      at: ["評価!A20"],
      says: ["19,505→10,561万円"],
    },
    fail("narrative-trend-differs", "not reached, and said to be", "KPI 2【達成状況：Ａ】目標値を達成した。", [
      "達成",
      "200件",
    ]),
    {
      rule: "project-unknown",
      what: "旭市 R3 ｲﾒｰｼﾞｱｯﾌﾟ… is in the table after NFKC",
      book: one([], {
        below: [...TWO_PROJECTS, [], ...paragraphs("定住促進奨励金交付事業", "ふるさと応援寄附推進事業")],
      }),
      at: [],
    },
    {
      rule: "project-unknown",
      what: "旭市 R3 シティプロモーション推進事業",
      book: one([], {
        below: [
          ...TWO_PROJECTS,
          [],
          ...paragraphs("定住促進奨励金交付事業", "ふるさと応援寄附推進事業", "シティプロモーション推進事業"),
        ],
      }),
      at: ["評価!A23"],
      says: ["シティプロモーション推進事業"],
    },
    {
      rule: "text-copied",
      what: "another text each year",
      book: copies("令和2年度は商業施設のオープンと同時に開設される多世代交流施設の準備を円滑に進めることができた。"),
      at: [],
    },
    {
      rule: "text-copied",
      what: "last year's sentence again",
      book: copies(
        "多世代交流施設の指定管理の準備や設置管理条例の制定等を行い、開設に向けて着実に進んでいる状況である。",
      ),
      at: ["R3!A15"],
      says: ["令和2年度", "令和3年度"],
    },
    {
      rule: "table-unread",
      what: "a sheet that only describes the indicators",
      book: bookOf({ 評価: sheet(CALM), 説明: [["指標の考え方"], ["目標値は総合計画による。"]] }),
      at: [],
    },
    {
      rule: "table-unread",
      what: "a form nobody has drawn before",
      book: bookOf({
        評価: sheet(CALM),
        個票: [
          ["指標名", "目標値", "担当"],
          ["→", "別紙のとおり"],
          ["←", "別紙のとおり"],
        ],
      }),
      at: ["個票!A1"],
      says: ["個票", "点検していません"],
    },
  ];
}

function paragraphs(...names: readonly string[]): Row[] {
  return names.map((name): Row => [`・${name}については、周知と内容の充実に取り組む必要がある。`]);
}

function donations(before: number, after: number): Row[] {
  return [
    PROJECT_HEAD,
    ...project(
      1,
      "3620 ふるさと応援寄附推進事業",
      [33190, 43633],
      [33190, 43633],
      ["寄附（当該年度収納）額", "万円", before, after],
    ),
    [],
    ["・ふるさと応援寄附推進事業は、寄付金額・返礼品ともに増加した。今後さらに知名度の向上を目指す。"],
  ];
}

function copies(first: string): WorkbookSnapshot {
  const second = "多世代交流施設の指定管理の準備や設置管理条例の制定等を行い、開設に向けて着実に進んでいる状況である。";
  return bookOf({
    R2: sheet(
      CALM.map((row) => [...row.slice(0, 6), row[6] ?? "", "", ""]),
      { title: "令和2年度 重点施策KPI評価シート", below: [[first]] },
    ),
    R3: sheet(CALM, { below: [[second]] }),
  });
}
