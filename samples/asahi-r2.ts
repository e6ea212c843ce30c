/** 旭市 旭市生涯活躍のまち構想, 令和2年度事後・決算: last year's form, with its own wording of the rubric. */
import { toBytes, type Sample } from "./book";
import type { AsahiBook } from "./asahi-book";
import { drawAsahi } from "./asahi-form";

export const ASAHI_R2: AsahiBook = {
  file: "asahi-r2.xlsx",
  sheetName: "生涯活躍のまち構想",
  title: "重点施策マネジメントシート　令和 2 年度事後・決算",
  year: 2020,
  date: "令和　　年　　月　　日時点",
  goal: { label: "基本目標", name: null },
  measure: "旭市生涯活躍のまち構想",
  owner: "企画政策課",
  related: null,
  group: ["旭市生涯活躍のまち構想"],
  baselineHead: "基準値",
  targetHead: "目標値\n（6年度）",
  years: [
    { head: "令和１年度\n（決算）参考", year: 2019 },
    { head: "2年度\n（決算）", year: 2020 },
    { head: "3年度\n（決算）", year: 2021 },
    { head: "4年度\n（決算）", year: 2022 },
    { head: "5年度\n（決算）", year: 2023 },
    { head: "6年度\n（決算）", year: 2024 },
  ],
  spans: { name: 17, baseline: 6, target: 6, year: 5 },
  goalIndicator: {
    fact: "asahi-r2-goal-1",
    no: null,
    name: "人口の社会増減（転入・転出の差）",
    baseline: "▲11人\n（30年）",
    target: "増加",
    actuals: ["113人\n(元年）", "▲74人\n（2年）"],
  },
  kpis: [
    {
      fact: "asahi-r2-kpi-15",
      no: 15,
      name: "生涯活躍のまちへの移住者数\n（定住(1)生涯活躍のまち・あさひ形成事業）",
      baseline: "-",
      target: "-",
      actuals: ["-", "-"],
    },
    {
      fact: "asahi-r2-kpi-16",
      no: 16,
      name: "移住相談件数",
      baseline: "91件\n（30年度）",
      target: "200件",
      actuals: ["85件", "114件"],
    },
  ],
  progress: [null, null, "〇", null, null],
  progressUnit: null,
  reasons: [
    "【達成状況：Ｄ】令和２年は▲74人の社会減となった。入国制限により外国人の転入が大きく減少したほか、日本人は10代～20代の若年層が転出超過になっている。",
    "ＫＰＩ15【達成状況：-】商業施設が先行して整備され、住宅はその完成後に順次開発される予定のため、ＫＰＩの実績はカウントできない。",
    "ＫＰＩ16【達成状況：Ａ】】移住相談件数は、専用サイトの開設やオンラインセミナーの開催などにより前年度実績を上回ることができた。内訳は、定住促進奨励金の制度説明を含む相談が49件、専用サイトや広報などを通じた相談が32件、移住セミナーの参加人数が33件である。",
  ],
  issues: [
    "【現状】",
    "・令和2年7月に事業協定書を締結し、令和3年3月に造成工事に着工した。令和4年春のまちびらきに向け、目途がついた。",
    "・多世代交流施設（おひさまテラス）は、指定管理の準備や設置管理条例の制定等を行い、開設に向けて着実に進んでいる。",
    "【課題】",
    "・生涯活躍プログラムや、移住者等が地域に溶け込むための体制など、ソフト面の充実を図る必要がある。",
    "・市民参画によるまちづくり組織について検討していく必要がある。",
    "・機会を捉えた効果的な情報発信を行う必要がある。",
  ],
  policyHead: "④4年度施策の方針",
  policy: [
    "・商業施設のオープンと同時に開設される多世代交流施設を円滑に運営する。",
    "・生涯活躍のまち「みらいあさひ」を官民連携事業として実現するため、事業者グループや旭中央病院などと連携し、移住見込者の獲得及び関係人口の創出に取り組む。",
  ],
  policyProjects: { head: "⑥3年度施策の方針に関連する事務事業名", names: "3670 生涯活躍のまち形成事業" },
  totals: {
    cost: [8636, 537409, null, null, null, null, 537409],
    general: [4533, 16091, null, null, null, null, 16091],
  },
  opinions: {
    head: "推進委員会からの意見（要旨）",
    lines: [
      "㉟旭市の商工事業者と協力できる形で運営してほしい。地域の発展に繋がるよう、商工業で盛り上げていけたらうれしい。",
    ],
  },
  answers: {
    head: "推進委員会からの意見に対する担当課の考え（要旨）",
    lines: [
      "㉟賑わいの創出や市域全体への波及等のため、事業者が主体となるエリアマネジメント組織と、それを支える組織を立ち上げる予定です。持続可能なまちづくりを公民連携で検討していきたいと考えております。",
    ],
  },
  legend: {
    head: "KPI達成状況の評価（数値目標）",
    lines: [
      ["S", "目標値を達成（見込み）"],
      ["A", "基準値より上昇（10%以上）"],
      ["B", "基準値より上昇（10%未満）"],
      ["C", "基準値と同水準（基準値と同値～△10％未満）"],
      ["D", "基準値より下落（△10％以下）"],
      ["―", "評価不能（KPIの実績値が無い状態）"],
    ],
  },
  projectRows: 15,
  resultRows: 3,
  tick: "〇",
  projects: [
    {
      code: "3670",
      name: "生涯活躍のまち形成事業",
      cost: [8636, 537409],
      general: [4533, 16091],
      results: [
        { name: "生涯活躍のまちへの移住者数", unit: "", values: ["-", "-"] },
        { name: "移住相談件数", unit: "", values: ["85件", "114件"] },
      ],
      remarks: "2年度決算のうち、生涯活躍のまちインフラ整備費補助金500,000千円については、3年度に繰越",
    },
  ],
};

export const asahiR2: Sample = {
  name: "asahi-r2",
  bytes: () => toBytes(drawAsahi(ASAHI_R2).workbook),
  truth: { file: ASAHI_R2.file, sheets: [drawAsahi(ASAHI_R2).truth] },
};
