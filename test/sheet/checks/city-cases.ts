/** Sheets as other cities draw and word them: what must be left alone, and what must be noticed. */
import type { WorkbookSnapshot } from "../../../src/sheet/types";
import { bookOf, type Row } from "./book";
import type { Case } from "./cases";

const HEAD: Row = [
  "番号",
  "指標名",
  "単位",
  "基準値（R元年度）",
  "R3年度実績",
  "R4年度実績",
  "目標値（R7年度）",
  "評価",
];
const LEGEND: readonly Row[] = [
  ["Ｓ：目標値を達成"],
  ["Ａ：基準値から10％以上改善"],
  ["Ｂ：基準値から改善（10％未満）"],
  ["Ｃ：基準値と同じ、または10％未満の悪化"],
  ["Ｄ：基準値から10％以上悪化"],
  ["－：実績値なし"],
];
const ROWS: readonly Row[] = [
  [1, "市民講座受講者数", "人", 400, 420, 431, 500, "Ｂ"],
  [2, "街路灯の故障件数", "件", 60, 52, 45, 40, "Ａ"],
  [3, "満足している市民の割合", "％", 40, 41.5, 42.3, 50, "Ｂ"],
  [4, "図書館登録者数（累計）", "人", 4100, 4350, 4680, 4600, "Ｓ"],
];
/** Rows whose year before would have earned other grades. */
const MOVED: readonly Row[] = ROWS.map((row, i): Row => [
  ...row.slice(0, 4),
  [380, 58, 38, 4350][i] ?? "",
  ...row.slice(5),
]);
const TITLE: Row = ["令和4年度 まちづくり計画 進捗管理表"];

const sheet = (texts: readonly string[], rows: readonly Row[] = ROWS, legend: readonly Row[] = LEGEND): Row[] => [
  TITLE,
  [],
  HEAD,
  ...rows,
  [],
  ...legend,
  [],
  ...texts.map((text): Row => [text]),
];
const told = (text: string): WorkbookSnapshot => bookOf({ 管理表: sheet([text]) });
const TEXT = "管理表!A16";

/** The same sheet with one sentence that is right and one that is wrong. */
const pair = (rule: string, right: string, wrong: string, ...says: string[]): Case[] => [
  { rule, what: right, book: told(right), at: [] },
  { rule, what: wrong, book: told(wrong), at: [TEXT], says },
];

/** A table of year's targets beside the final one. */
const milestones = (legend: readonly Row[], grades: readonly string[]): WorkbookSnapshot =>
  bookOf({
    管理表: [
      ["健康プラン 指標の進捗（令和4年度評価）"],
      [],
      ["指標名", "単位", "基準値（R元年度）", "R4年度実績", "中間目標値（R5年度）", "最終目標値（R10年度）", "評価"],
      ["健診を受けた人の数", "人", 400, 455, 450, 600, grades[0] ?? ""],
      ["運動教室参加者数", "人", 300, 320, 360, 500, grades[1] ?? ""],
      ["歯科相談件数", "件", 90, 81, 100, 120, grades[2] ?? ""],
      [],
      ...legend,
    ],
  });
const YEARLY: readonly Row[] = [
  ["a：中間目標値を達成"],
  ["b：基準値より改善しているが、中間目標値は未達成"],
  ["c：基準値より悪化"],
];

export const CITY_CASES: readonly Case[] = [
  // legends
  { rule: "grade-differs", what: "the legend names the milestone", book: milestones(YEARLY, ["a", "b", "c"]), at: [] },
  {
    rule: "grade-differs",
    what: "against the milestone it is b",
    book: milestones(YEARLY, ["a", "a", "c"]),
    at: ["管理表!G5"],
    says: ["「b」"],
  },
  {
    rule: "rubric-contradicts",
    what: "improved but short of the target, and worse",
    book: milestones(YEARLY, ["a", "b", "c"]),
    at: [],
  },
  { rule: "rubric-contradicts", what: "基準値と同じ、または10％未満の悪化", book: told("本年も続ける。"), at: [] },
  {
    rule: "grade-unknown",
    what: "all bands on one line behind 評価基準",
    book: bookOf({
      管理表: sheet([], ROWS, [
        [
          "評価基準：Ｓ＝目標値を達成、Ａ＝基準値より10%以上改善、Ｂ＝基準値より改善（10%未満）、Ｃ＝基準値と同水準（同値～▲10%未満）、Ｄ＝基準値より悪化（▲10%以上）、－＝実績なし",
        ],
      ]),
    }),
    at: [],
  },
  {
    rule: "grade-differs",
    what: "「A…進捗率100％以上　B…」 on one line is the rubric",
    book: bookOf({
      管理表: sheet(
        [],
        ROWS.map((row, i): Row => [...row.slice(0, 7), ["C", "A", "C", "A"][i] ?? ""]),
        [["※評価：A…進捗率100％以上　B…進捗率50％以上100％未満　C…進捗率50％未満　－…実績値なし"]],
      ),
    }),
    at: ["管理表!H5"],
    says: ["「B」"],
  },
  // shares
  {
    rule: "shares-not-100",
    what: "a row of counts above the row of shares",
    book: bookOf({
      管理表: [
        ...sheet([]),
        ["区分", "順調", "概ね順調", "やや遅れ", "遅れ"],
        ["指標数", 2, 0, 3, 1],
        ["割合", "33.3%", "0.0%", "50.0%", "16.7%"],
      ],
    }),
    at: [],
  },
  {
    rule: "shares-not-100",
    what: "the shares below the counts miss 100 %",
    book: bookOf({
      管理表: [
        ...sheet([]),
        ["区分", "順調", "概ね順調", "やや遅れ", "遅れ"],
        ["指標数", 2, 0, 3, 1],
        ["割合", "33.3%", "0.0%", "50.0%", "26.7%"],
      ],
    }),
    at: ["管理表!B18"],
  },
  // numbering
  {
    rule: "numbering-gap",
    what: "answers ①②③ under heading ⑤, then heading ⑥",
    book: bookOf({
      管理表: [
        ...sheet([]),
        ...["① 状況", "② 課題", "③ 成果", "④ 方針", "⑤ 意見", "①甲の件", "②乙の件", "③丙の件", "⑥ 考え"].map(
          (text): Row => [text],
        ),
      ],
    }),
    at: [],
  },
  // directions
  {
    rule: "direction-open",
    what: "the written grade bears out what the target says",
    book: bookOf({ 管理表: sheet([], [...ROWS, [5, "公共交通空白地区数", "地区", 8, 5, 4, 3, "Ａ"]]) }),
    at: [],
  },
  // figures in the text
  ...pair(
    "narrative-figure-differs",
    "市民講座受講者数は431人で、増加傾向にある。",
    "市民講座受講者数は461人で、増加傾向にある。",
    "461人",
    "431人",
  ),
  ...pair(
    "narrative-figure-differs",
    "市民講座受講者数は431人と、目標には届いていない。",
    "市民講座受講者数は413人と、目標には届いていない。",
    "413人",
  ),
  ...pair(
    "narrative-figure-differs",
    "市民講座受講者数は431人まで回復した。",
    "市民講座受講者数は441人まで回復した。",
    "441人",
  ),
  ...pair(
    "narrative-figure-differs",
    "図書館登録者数は累計で4,680人となり、街路灯の故障件数は45件となった。",
    "図書館登録者数は累計で4,860人となり、街路灯の故障件数は45件となった。",
    "4,860人",
  ),
  ...pair(
    "narrative-figure-differs",
    "市民講座受講者数は、令和5年度には460人を見込んでいる。",
    "令和4年度の市民講座受講者数は、460人であった。",
  ),
  // changes in the text
  ...pair(
    "narrative-change-differs",
    "市民講座受講者数は431人で、前年度より11人増加した。",
    "市民講座受講者数は431人で、前年度より21人増加した。",
    "21人増加",
  ),
  ...pair(
    "narrative-change-differs",
    "満足している市民の割合は、前年度を0.8ポイント上回った。",
    "満足している市民の割合は、前年度を1.8ポイント上回った。",
    "1.8ポイント上回",
  ),
  ...pair(
    "narrative-change-differs",
    "市民講座受講者数は前年度比102.6％となった。",
    "市民講座受講者数は前年度比106.2％となった。",
    "106.2%",
  ),
  ...pair(
    "narrative-change-differs",
    "街路灯の故障件数は前年度から7件減少した。",
    "街路灯の故障件数は前年度から7件増加した。",
    "減少しています",
  ),
  ...pair(
    "narrative-change-differs",
    "街路灯の故障件数は52件から45件へ7件減少し、基準値の60件も下回った。",
    "街路灯の故障件数は52件から45件へ9件減少し、基準値の60件も下回った。",
    "9件減",
  ),
  ...pair(
    "narrative-change-differs",
    "市民講座受講者数は431人となったが、目標の500人には69人届かなかった。",
    "市民講座受講者数は431人となったが、目標の500人には96人届かなかった。",
    "96人届か",
  ),
  // trends in the text
  ...pair(
    "narrative-trend-differs",
    "街路灯の故障件数は前年度の52件から45件に減少した。",
    "街路灯の故障件数は前年度の52件から45件に増加した。",
    "増加",
  ),
  ...pair(
    "narrative-trend-differs",
    "市民講座受講者数は431人となったものの、基準値の400人を上回っている。",
    "市民講座受講者数は431人となったものの、基準値の400人を下回っている。",
    "下回っ",
  ),
  ...pair(
    "narrative-trend-differs",
    "図書館登録者数は目標値4,600人を達成した。",
    "図書館登録者数は目標値4,600人には達していない。",
    "達成しています",
  ),
  ...pair(
    "narrative-trend-differs",
    "街路灯の故障件数は毎年減少している。",
    "街路灯の故障件数は毎年増加している。",
    "減少しています",
  ),
  ...pair(
    "narrative-grade-differs",
    "街路灯の故障件数は45件に減少した（評価Ａ）。",
    "街路灯の故障件数は45件に減少した（評価Ｂ）。",
    "評価欄では",
  ),
  {
    rule: "narrative-figure-differs",
    what: "a sheet without a table speaks of the workbook's indicators",
    book: bookOf({ 総括: [["令和4年度 総括"], ["街路灯の故障件数は54件に減少した。"]], 管理表: sheet([]) }),
    at: ["総括!A2"],
    says: ["54件", "45件"],
  },
  // years
  {
    rule: "grades-of-other-year",
    what: "the grades are those of the title's year",
    book: bookOf({ 管理表: sheet([]) }),
    at: [],
  },
  {
    rule: "grades-of-other-year",
    what: "the grades are those of 令和4年度, the title says 令和3年度",
    book: bookOf({ 管理表: [["令和3年度 まちづくり計画 進捗管理表"], ...sheet([], MOVED).slice(1)] }),
    at: ["管理表!A1"],
    says: ["令和3年度", "令和4年度"],
  },
  {
    rule: "grade-differs",
    what: "a wrong title is no error of the grades",
    book: bookOf({ 管理表: [["令和3年度 まちづくり計画 進捗管理表"], ...sheet([], MOVED).slice(1)] }),
    at: [],
  },
  { rule: "year-header-repeated", what: "each year once", book: bookOf({ 管理表: sheet([]) }), at: [] },
  {
    rule: "year-header-repeated",
    what: "R4 stands over two columns",
    book: bookOf({ 管理表: sheet([]).map((row) => row.map((one) => (one === "R3年度実績" ? "R4年度実績" : one))) }),
    at: ["管理表!F3"],
    says: ["令和4年度"],
  },
  { rule: "year-order", what: "baseline, actuals, target", book: bookOf({ 管理表: sheet([]) }), at: [] },
  {
    rule: "year-order",
    what: "the baseline is later than the actuals",
    book: bookOf({ 管理表: sheet([]).map((row) => row.map((one) => (one === HEAD[3] ? "基準値（R6年度）" : one))) }),
    at: ["管理表!D3"],
    says: ["令和6年度", "令和4年度"],
  },
  {
    rule: "year-order",
    what: "the target lies before the actuals",
    book: bookOf({ 管理表: sheet([]).map((row) => row.map((one) => (one === HEAD[6] ? "目標値（R2年度）" : one))) }),
    at: ["管理表!G3"],
    says: ["令和2年度"],
  },
  {
    rule: "year-label-differs",
    what: "評価年度 is the title's",
    book: bookOf({ 管理表: [TITLE, ["評価年度：令和4年度"], ...sheet([]).slice(2)] }),
    at: [],
  },
  {
    rule: "year-label-differs",
    what: "評価年度 is another",
    book: bookOf({ 管理表: [TITLE, ["評価年度：令和5年度"], ...sheet([]).slice(2)] }),
    at: ["管理表!A2"],
    says: ["評価年度：令和5年度", "令和4年度"],
  },
  {
    rule: "date-before-year-end",
    what: "made in the summer after",
    book: bookOf({ 管理表: [TITLE, ["作成日：令和5年7月4日"], ...sheet([]).slice(2)] }),
    at: [],
  },
  {
    rule: "date-before-year-end",
    what: "made in the summer of the year itself",
    book: bookOf({ 管理表: [TITLE, ["作成日：令和4年7月4日"], ...sheet([]).slice(2)] }),
    at: ["管理表!A2"],
    says: ["令和4年7月4日"],
  },
  // figures that follow from others
  ...(
    [
      ["every rate follows", 0.825, []],
      ["one rate does not", 0.725, ["管理表!G4"]],
    ] as const
  ).map(([what, rate, at]): Case => ({
    rule: "derived-differs",
    what,
    book: bookOf({
      管理表: [
        ["実施計画 進行管理シート（令和5年度）"],
        [],
        ["指標名", "単位", "基準値", "R4目標", "R4実績", "前年度差", "R4達成率", "R5目標", "R5実績", "R5達成率"],
        ["誘致企業に関する相談件数", "件", 20, 40, 33, 13, rate, 50, 40, 0.8],
        ["空き店舗活用件数", "件", 3, 60, 50, 47, 0.833, 70, 70, 1],
        ["合同説明会参加者数", "人", 120, 150, 131, 11, 0.873, 160, 112, 0.7],
        ["創業塾受講者数", "人", 20, 25, 26, 6, 1.04, 30, 31, 1.033],
      ],
    }),
    at,
  })),
  {
    rule: "derived-differs",
    what: "where less is better the target is divided by the actual",
    book: bookOf({
      管理表: [
        ["実施計画 進行管理シート（令和5年度）"],
        [],
        ["指標名", "単位", "基準値", "R5目標", "R5実績", "達成率"],
        ["企業誘致の相談件数", "件", 20, 50, 40, "80.0%"],
        ["空き店舗活用件数", "件", 3, 70, 70, "100.0%"],
        ["欠席している児童の割合", "％", 3.1, 2.0, 2.8, "71.4%"],
      ],
    }),
    at: [],
  },
  // tables of figures
  ...(
    [
      [
        "sum-differs",
        "everything adds up",
        [
          [1, 3, 4],
          [2, 0, 2],
          [3, 3, 6],
        ],
        [],
      ],
      [
        "sum-differs",
        "one total does not",
        [
          [1, 3, 4],
          [2, 0, 2],
          [3, 4, 6],
        ],
        ["集計!C6"],
      ],
      [
        "sum-differs",
        "a count misses its row and its column",
        [
          [1, 3, 4],
          [2, 1, 2],
          [3, 3, 6],
        ],
        ["集計!C5"],
      ],
      [
        "share-differs",
        "shares of the total",
        [
          [1, 3, 4],
          [2, 0, 2],
          [3, 3, 6],
          ["50.0%", "50.0%", "100.0%"],
        ],
        [],
      ],
      [
        "share-differs",
        "a share that is none",
        [
          [1, 3, 4],
          [2, 0, 2],
          [3, 3, 6],
          ["50.0%", "60.0%", "100.0%"],
        ],
        ["集計!C7"],
      ],
    ] as const
  ).map(([rule, what, counts, at]): Case => ({
    rule,
    what,
    book: bookOf({
      集計: [
        ["令和4年度 集計表"],
        [],
        ["部", "よい", "わるい", "計"],
        ...["市民部", "建設部", "合計", "構成比"].flatMap((label, i): Row[] => {
          const own = counts[i];
          return own ? [[label, ...own]] : [];
        }),
      ],
      管理表: sheet([]),
    }),
    at,
  })),
  ...(
    [
      ["sum-differs", "sources add up to the cost", 3200, []],
      ["sum-differs", "one row of sources does not", 4200, ["管理表!B18"]],
      ["part-exceeds-whole", "no source exceeds the cost", 3200, []],
      ["part-exceeds-whole", "a source exceeds the cost", 32000, ["管理表!E18"]],
    ] as const
  ).map(([rule, what, general, at]): Case => ({
    rule,
    what,
    book: bookOf({
      管理表: [
        ...sheet([]),
        ["事業名", "事業費", "国庫支出金", "地方債", "一般財源"],
        ["街路灯の更新", 7600, 0, 4500, 3100],
        ["講座の開催", 8200, 0, 5000, general],
        ["図書館の運営", 4200, 2100, 100, 2000],
      ],
    }),
    at,
  })),
  // counts in the text
  ...pair(
    "narrative-count-differs",
    "全4指標のうち、Ｓ評価が1指標（25.0％）、Ｂ評価が2指標（50.0％）であった。",
    "全4指標のうち、Ｓ評価が1指標（25.0％）、Ｂ評価が3指標（50.0％）であった。",
    "2件",
  ),
  ...pair(
    "narrative-count-differs",
    "4指標のうち目標を達成したものは1指標である。",
    "4指標のうち目標を達成したものは2指標である。",
    "1件",
  ),
  ...pair(
    "narrative-count-differs",
    "4指標中、Ｓ評価が1指標、Ａ評価が1指標であった。",
    "5指標中、Ｓ評価が1指標、Ａ評価が1指標であった。",
    "4件",
  ),
  // owners
  ...(
    [
      ["behind its label", "担当課：農政課", []],
      ["nothing behind its label", "担当課：", ["管理表!A2"]],
      ["the date behind the label is no office", "所管課：　　令和5年5月30日現在", ["管理表!A2"]],
    ] as const
  ).map(([what, label, at]): Case => ({
    rule: "owner-unfilled",
    what,
    book: bookOf({ 管理表: [TITLE, [label], ...sheet([]).slice(2)] }),
    at,
  })),
  // numbers of rows
  {
    rule: "numbering-gap",
    what: "1, 2, 3, 5 in the column of numbers",
    book: bookOf({
      管理表: sheet(
        [],
        ROWS.map((row, i): Row => (i === 3 ? [5, ...row.slice(1)] : row)),
      ),
    }),
    at: ["管理表!A7"],
    says: ["4がありません"],
  },
  {
    rule: "numbering-gap",
    what: "numbers of measures over several rows",
    book: bookOf({
      管理表: sheet(
        [],
        ROWS.map((row, i): Row => [["1-1", "1-1", "1-2", "2-1"][i] ?? "", ...row.slice(1)]),
      ),
    }),
    at: [],
  },
  ...(
    [
      ["grows from the baseline", 4350, []],
      ["falls below its baseline and comes back", 3990, ["管理表!E7"]],
    ] as const
  ).map(([what, first, at]): Case => ({
    rule: "cumulative-falls",
    what,
    book: bookOf({
      管理表: sheet(
        [],
        ROWS.map((row, i): Row => (i === 3 ? [...row.slice(0, 4), first, ...row.slice(5)] : row)),
      ),
    }),
    at,
  })),
];
