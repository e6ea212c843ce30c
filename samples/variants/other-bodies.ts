/** Forms of other (invented) bodies: subsidy reports, welfare, transport and environment plans, bilingual lists. */
import { drawn } from "../drawn";
import type { Sample } from "../book";

export const OTHER_BODIES: readonly Sample[] = [
  drawn("bilingual-headings", {
    name: "KPI List",
    title: "スマートシティ行動計画",
    year: 2023,
    yearFrom: "title",
    drawing: `
      | スマートシティ行動計画　KPI進捗一覧（令和5年度） |
      | No. | 分野 Field | 指標 KPI | 単位 Unit | 基準値 Baseline (FY2020) | 実績 Actual (FY2022) | 実績 Actual (FY2023) | 目標 Target (FY2025) | 評価 Rating |
      | 1 | 行政 | オンライン申請割合 | % | #12.5 | #30 | #41.2 | #50 | |
      | 2 | 交通 | 予約アプリ登録者数 | 人 | #0 | #1500 | #2300 | #5000 | |
      | 3 | 環境 | 公用車の燃料使用量 | L | #42000 | #40100 | #39500 | #30000 | |`,
    tables: [
      {
        range: "A2:I5",
        headerRows: [2],
        columns: {
          no: "A",
          name: "C",
          unit: "D",
          baseline: "E",
          target: "H",
          targets: [{ column: "H", year: 2025, kind: "final" }],
          actuals: [
            { column: "F", year: 2022 },
            { column: "G", year: 2023 },
          ],
          grade: "I",
        },
        rows: [
          { row: 3, group: ["行政"], baseline: [0.125, 2020], actual: [0.412, 2023], target: [0.5, 2025], grade: "A" },
          { row: 4, group: ["交通"], baseline: [0, 2020], actual: [2300, 2023], target: [5000, 2025], grade: "A" },
          {
            row: 5,
            group: ["環境"],
            baseline: [42000, 2020],
            actual: [39500, 2023],
            target: [30000, 2025],
            direction: "down",
            grade: "B",
          },
        ],
      },
    ],
  }),
  drawn("plan-and-actual-under-years", {
    name: "事務事業評価表",
    title: "事務事業評価表",
    year: 2022,
    yearFrom: "newestActual",
    drawing: `
      | 事務事業評価表 |
      | 区分 | 指標名 | 単位 | | 令和2年度 | 令和3年度 | 令和4年度 | 令和5年度 |
      | 活動指標 | 講座開催回数 | 回 | 計画 | #10 | #12 | #12 | #14 |
      | ^ | ^ | ^ | 実績 | #6 | #9 | #12 | |
      | 成果指標 | 講座参加者数 | 人 | 計画 | #200 | #240 | #240 | #300 |
      | ^ | ^ | ^ | 実績 | #90 | #150 | #310 | |`,
    tables: [
      {
        range: "A2:H6",
        headerRows: [2],
        columns: { name: "B", unit: "C", kind: "A" },
        rows: [
          {
            row: 3,
            unit: "回",
            actual: [12, 2022],
            target: [14, 2023],
            grade: "―",
            at: { actual: "G4", target: "H3" },
          },
          {
            row: 5,
            unit: "人",
            actual: [310, 2022],
            target: [300, 2023],
            grade: "S",
            at: { actual: "G6", target: "H5" },
          },
        ],
      },
    ],
  }),
  drawn("year-and-figure-columns", {
    name: "目標達成状況",
    title: "地域公共交通計画",
    year: 2023,
    yearFrom: "newestActual",
    drawing: `
      | 地域公共交通計画　目標達成状況 |
      | |
      | 目標 | 評価指標 | 現況値 | < | 実績値 | < | 目標値 | < | 達成状況 |
      | ^ | ^ | 年度 | 数値 | 年度 | 数値 | 年度 | 数値 | ^ |
      | 目標① 利用者の維持 | 路線バス年間利用者数 | R3 | 41.2万人 | R5 | 44.8万人 | R9 | 45.0万人 | |
      | ^ | 1便あたり利用者数 | R2 | 4.1人 | R5 | 4.6人 | R8 | 5.0人 | |
      | 目標② 収支の改善 | 公的負担額 | R3 | 5,200万円 | R5 | 5,050万円 | R9 | 5,000万円以下 | |`,
    tables: [
      {
        range: "A3:I7",
        headerRows: [3, 4],
        columns: {
          name: "B",
          baseline: "D",
          baselineYear: "C",
          target: "H",
          actuals: [{ column: "F", year: null }],
          grade: "I",
        },
        rows: [
          {
            row: 5,
            group: ["目標① 利用者の維持"],
            unit: "人",
            baseline: [412000, 2021],
            actual: [448000, 2023],
            target: [450000, 2027],
            grade: "B",
          },
          {
            row: 6,
            group: ["目標① 利用者の維持"],
            unit: "人",
            baseline: [4.1, 2020],
            actual: [4.6, 2023],
            target: [5, 2026],
            grade: "A",
          },
          {
            row: 7,
            group: ["目標② 収支の改善"],
            unit: "円",
            baseline: [52000000, 2021],
            actual: [50500000, 2023],
            target: [50000000, 2027],
            kind: "at-most",
            direction: "down",
            grade: "B",
          },
        ],
      },
    ],
  }),
  drawn("base-year-and-target-year", {
    name: "環境指標",
    title: "環境基本計画",
    year: 2022,
    yearFrom: "newestActual",
    drawing: `
      | 環境基本計画 環境指標の推移 |
      | 環境目標 | No | 指標 | 単位 | 目指す方向 | 基準年度⏎2019 | 2021 | 2022 | 目標年度⏎2030 |
      | 脱炭素 | 1 | 市域の温室効果ガス排出量 | 千t-CO2 | ↓ | #450 | #430 | #400 | #250 |
      | | 2 | 太陽光発電設備導入容量 | kW | ↑ | #12000 | #13500 | #14200 | #25000 |
      | 資源循環 | 3 | 1人1日当たりごみ排出量 | g | ↓ | #905 | #890 | #884 | #800 |
      | | 4 | リサイクル率 | % | ↑ | #18.5 | #18.2 | #18 | #25 |`,
    tables: [
      {
        range: "A2:I6",
        headerRows: [2],
        columns: {
          no: "B",
          name: "C",
          unit: "D",
          direction: "E",
          baseline: "F",
          target: "I",
          targets: [{ column: "I", year: 2030, kind: "final" }],
          actuals: [
            { column: "G", year: 2021 },
            { column: "H", year: 2022 },
          ],
        },
        rows: [
          {
            row: 3,
            group: ["脱炭素"],
            baseline: [450000, 2019],
            actual: [400000, 2022],
            target: [250000, 2030],
            direction: "down",
            grade: "A",
          },
          {
            row: 4,
            group: ["脱炭素"],
            baseline: [12000, 2019],
            actual: [14200, 2022],
            target: [25000, 2030],
            grade: "A",
          },
          {
            row: 5,
            group: ["資源循環"],
            baseline: [905, 2019],
            actual: [884, 2022],
            target: [800, 2030],
            direction: "down",
            grade: "B",
          },
          {
            row: 6,
            group: ["資源循環"],
            baseline: [0.185, 2019],
            actual: [0.18, 2022],
            target: [0.25, 2030],
            grade: "C",
          },
        ],
      },
    ],
  }),
  drawn("goals-called-targets", {
    name: "進捗状況確認表",
    title: "食育推進計画",
    year: 2023,
    yearFrom: "newestActual",
    drawing: `
      | 第3次食育推進計画　進捗状況確認表 |
      | 目標 | 取組内容 | 指標名 | 基準値（平成30年度） | 目標値（令和7年度） | 実績値（令和5年度） | 達成状況 | 今後の方向性 |
      | 朝ごはんを食べる | 小中学校において早寝早起き朝ごはん運動を進め、家庭への啓発を行う。 | 朝食摂取率（小6） | 94.1％ | 97％ | 93.2％ | | 引き続き啓発する。 |
      | 地産地消 | 学校給食において地場産物の使用を進め、生産者との交流を図る。 | 地場産物使用割合 | 31.0％ | 40％以上 | 41.5％ | | 維持する。 |`,
    tables: [
      {
        range: "A2:H4",
        headerRows: [2],
        columns: {
          name: "C",
          baseline: "D",
          target: "E",
          targets: [{ column: "E", year: 2025, kind: "final" }],
          actuals: [{ column: "F", year: 2023 }],
          grade: "G",
        },
        rows: [
          {
            row: 3,
            group: ["朝ごはんを食べる"],
            baseline: [0.941, 2018],
            actual: [0.932, 2023],
            target: [0.97, 2025],
            grade: "C",
          },
          {
            row: 4,
            group: ["地産地消"],
            baseline: [0.31, 2018],
            actual: [0.415, 2023],
            target: [0.4, 2025],
            kind: "at-least",
            grade: "S",
          },
        ],
      },
    ],
  }),
  drawn("forecast-beside-actuals", {
    name: "成果目標",
    title: "障がい福祉計画",
    year: 2022,
    yearFrom: "newestActual",
    drawing: `
      | 様式２ |
      | 障がい福祉計画　成果目標 |
      | |
      | 番号 | 成果目標名 | 単位 | 基準 | 見込・実績 | < | < | 目標 |
      | ^ | ^ | ^ | 令和元年度末 | 令和3年度 | 令和4年度 | 令和5年度 | 令和5年度末 |
      | ^ | ^ | ^ | （人・％） | 実績 | 実績 | 見込 | （人・％） |
      | 1 | 施設入所者の地域生活移行者数 | 人 | #0 | #2 | #3 | #4 | #6 |
      | 2 | 福祉施設から一般就労への移行者数 | 人 | #11 | #9 | #13 | #14 | #14 |`,
    tables: [
      {
        range: "A4:H8",
        headerRows: [4, 5, 6],
        columns: {
          no: "A",
          name: "B",
          unit: "C",
          baseline: "D",
          target: "H",
          targets: [{ column: "H", year: 2023, kind: "final" }],
          actuals: [
            { column: "E", year: 2021 },
            { column: "F", year: 2022 },
            { column: "G", year: 2023 },
          ],
        },
        rows: [
          { row: 7, unit: "人", baseline: [0, 2019], actual: [3, 2022], target: [6, 2023], grade: "A" },
          { row: 8, unit: "人", baseline: [11, 2019], actual: [13, 2022], target: [14, 2023], grade: "A" },
        ],
      },
    ],
  }),
  drawn("years-of-a-project", {
    name: "効果検証",
    title: "地方創生事業の効果検証",
    year: 2022,
    yearFrom: "title",
    drawing: `
      | まち・ひと・しごと創生　効果検証（令和4年度分） |
      | 事業名 | 本事業における重要業績評価指標（KPI） | 事業開始前⏎（令和元年度⏎2019年度） | 1年目⏎令和2年度（2020） | 2年目⏎令和3年度（2021） | 3年目⏎令和4年度（2022） | 目標値⏎令和6年度（2024） | 外部有識者の評価 |
      | サテライトオフィス誘致事業 | 誘致企業数 | 1社 | 1社 | 2社 | 4社 | 5社 | 有効であった |
      | 観光地域づくり事業 | 旅行消費額 | 5.1億円 | 3.0億円 | 3.6億円 | 4.9億円 | 6.0億円 | 有効であった |`,
    tables: [
      {
        range: "A2:H4",
        headerRows: [2],
        columns: {
          name: "B",
          baseline: "C",
          target: "G",
          targets: [{ column: "G", year: 2024, kind: "final" }],
          actuals: [
            { column: "D", year: 2020 },
            { column: "E", year: 2021 },
            { column: "F", year: 2022 },
          ],
        },
        rows: [
          {
            row: 3,
            group: ["サテライトオフィス誘致事業"],
            unit: "社",
            baseline: [1, 2019],
            actual: [4, 2022],
            target: [5, 2024],
            grade: "A",
          },
          {
            row: 4,
            group: ["観光地域づくり事業"],
            unit: "円",
            baseline: [510000000, 2019],
            actual: [490000000, 2022],
            target: [600000000, 2024],
            grade: "C",
          },
        ],
      },
    ],
  }),
  drawn("increments", {
    name: "実績報告",
    title: "交付金事業の実績報告",
    year: 2023,
    yearFrom: "title",
    drawing: `
      | 交付金事業　実績報告（令和5年度） |
      | 交付対象事業 | KPI | 単位 | 事業開始前（現時点） | 増加分 目標値 | 増加分 実績値 | 評価 |
      | 関係人口創出事業 | 関係人口数 | 人 | #100 | #50 | #65 | |
      | 地域商社事業 | 売上高 | 千円 | #8000 | #2000 | #1500 | |`,
    tables: [
      {
        range: "A2:G4",
        headerRows: [2],
        columns: {
          name: "B",
          unit: "C",
          baseline: null,
          target: "E",
          actuals: [{ column: "F", year: null }],
          grade: "G",
        },
        rows: [
          { row: 3, group: ["関係人口創出事業"], unit: "人", actual: [65, null], target: [50, null], grade: "S" },
          { row: 4, group: ["地域商社事業"], unit: "円", actual: [1500000, null], target: [2000000, null], grade: "―" },
        ],
      },
    ],
  }),
  drawn("titles-over-tables", {
    name: "総合戦略",
    title: "総合戦略の数値目標とKPI",
    year: 2022,
    yearFrom: "newestActual",
    drawing: `
      | 基本目標１　安定した雇用を創出する |
      | 【数値目標】 |
      | 指標 | 基準値 | 実績値 | 目標値 |
      | | 令和元年度 | 令和4年度 | 令和6年度 |
      | 製造品出荷額等 | 1,250億円 | 1,310億円 | 1,300億円 |
      | ※工業統計調査による。 |
      | 施策(1) 創業の支援 |
      | 【ＫＰＩ】 |
      | 指標 | 基準値 | 実績値 | 目標値 |
      | | 令和元年度 | 令和4年度 | 令和6年度 |
      | 創業者数 | 12人 | 18人 | 20人 |
      | 事業承継件数 | 2件 | 1件 | 5件 |
      | 注）創業者数は年度ごとの値 |`,
    tables: [
      {
        range: "A3:D5",
        headerRows: [3, 4],
        columns: { name: "A", baseline: "B", actuals: [{ column: "C", year: 2022 }], target: "D" },
        rows: [
          {
            row: 5,
            group: ["基本目標１ 安定した雇用を創出する"],
            baseline: [125000000000, 2019],
            actual: [131000000000, 2022],
            target: [130000000000, 2024],
            grade: "S",
          },
        ],
      },
      {
        range: "A9:D12",
        headerRows: [9, 10],
        columns: { name: "A", baseline: "B", actuals: [{ column: "C", year: 2022 }], target: "D" },
        rows: [
          {
            row: 11,
            group: ["基本目標１ 安定した雇用を創出する", "施策(1) 創業の支援"],
            baseline: [12, 2019],
            actual: [18, 2022],
            target: [20, 2024],
            grade: "A",
          },
          {
            row: 12,
            group: ["基本目標１ 安定した雇用を創出する", "施策(1) 創業の支援"],
            baseline: [2, 2019],
            actual: [1, 2022],
            target: [5, 2024],
            grade: "D",
          },
        ],
      },
    ],
  }),
  drawn("analysis-below-each-row", {
    name: "評価調書",
    title: "施策の評価調書",
    year: 2023,
    yearFrom: "title",
    drawing: `
      | 産業振興　評価調書（令和5年度） | < | < | < | < | < |
      | 指標名 | 基準値（R2） | R4実績 | R5実績 | 目標値（R7） | 評価 |
      | 市内事業所数 | 2,310事業所 | 2,280事業所 | 2,295事業所 | 2,350事業所 | |
      | 分析：廃業が続いているが創業支援の効果が出始めている。 | < | < | < | < | < |
      | 創業塾受講者数 | 24人 | 30人 | 36人 | 40人 | |
      | 分析：オンライン開催により増加した。 | < | < | < | < | < |`,
    tables: [
      {
        range: "A2:F5",
        headerRows: [2],
        columns: {
          name: "A",
          baseline: "B",
          actuals: [
            { column: "C", year: 2022 },
            { column: "D", year: 2023 },
          ],
          target: "E",
          grade: "F",
        },
        rows: [
          { row: 3, baseline: [2310, 2020], actual: [2295, 2023], target: [2350, 2025], grade: "C" },
          { row: 5, unit: "人", baseline: [24, 2020], actual: [36, 2023], target: [40, 2025], grade: "A" },
        ],
      },
    ],
  }),
  drawn("numbers-of-three-levels", {
    name: "指標管理表",
    title: "総合計画実施計画 指標管理表",
    year: 2023,
    yearFrom: "title",
    drawing: `
      | 総合計画実施計画 指標管理表　令和５年度 |
      | 体系 | < | < | 指標名 | 単位 | 基準値 | R5目標 | R5実績 | 達成率 | ランク |
      | 1 | 健やか | < | | | | | | | |
      | | (1) | 健康 | | | | | | | |
      | | | ① | がん検診受診率 | % | #12.3 | #15 | #14.1 | #0.94% | |
      | | | ② | 健康教室参加者数 | 人 | #850 | #1000 | #1130 | #1.13% | |
      | | (2) | 福祉 | | | | | | | |
      | | | ① | サロン設置数 | 箇所 | #45 | #55 | #52 | #0.945% | |`,
    tables: [
      {
        range: "A2:J8",
        headerRows: [2],
        columns: {
          no: "C",
          name: "D",
          unit: "E",
          baseline: "F",
          target: "G",
          actuals: [{ column: "H", year: 2023 }],
          rate: "I",
          grade: "J",
        },
        rows: [
          {
            row: 5,
            group: ["1 健やか", "(1) 健康"],
            baseline: [0.123, null],
            actual: [0.141, 2023],
            target: [0.15, 2023],
            grade: "A",
          },
          {
            row: 6,
            group: ["1 健やか", "(1) 健康"],
            baseline: [850, null],
            actual: [1130, 2023],
            target: [1000, 2023],
            grade: "S",
          },
          {
            row: 8,
            group: ["1 健やか", "(2) 福祉"],
            baseline: [45, null],
            actual: [52, 2023],
            target: [55, 2023],
            grade: "A",
          },
        ],
      },
    ],
  }),
  drawn("rows-without-figures", {
    name: "KPI",
    title: "公共交通計画 KPI",
    year: 2023,
    yearFrom: "title",
    drawing: `
      | 公共交通計画 KPI進捗（令和5年度） |
      | 指標 | 基準値（R2） | R4実績 | R5実績 | 目標値（R7） | 評価 |
      | バス利用者数 | 10万人 | 11万人 | 12万人 | 15万人 | |
      | デマンド交通の導入 | 検討 | 検討 | 実証運行 | 本格運行 | |
      | 運転免許返納者数 | 120人 | 150人 | 170人 | 200人 | |`,
    tables: [
      {
        range: "A2:F5",
        headerRows: [2],
        columns: {
          name: "A",
          baseline: "B",
          actuals: [
            { column: "C", year: 2022 },
            { column: "D", year: 2023 },
          ],
          target: "E",
          grade: "F",
        },
        rows: [
          { row: 3, unit: "人", baseline: [100000, 2020], actual: [120000, 2023], target: [150000, 2025], grade: "A" },
          { row: 4, baseline: [null, 2020], actual: [null, 2023], target: [null, 2025], grade: "" },
          { row: 5, unit: "人", baseline: [120, 2020], actual: [170, 2023], target: [200, 2025], grade: "A" },
        ],
      },
    ],
  }),
];
