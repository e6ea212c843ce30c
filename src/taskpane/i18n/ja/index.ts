import { check } from "./check";
import { rollup } from "./rollup";
import { setup } from "./setup";
import { write } from "./write";

/** Every sentence of the pane in Japanese, a file per tab. `en` has the same keys (types and a test compare them). */
export const ja = {
  product: "KPIシート",
  colon: "：",
  bracket: (main: string, more: string) => `${main}（${more}）`,

  frame: {
    reread: "シートを読み取る",
    more: "メニュー",
    help: "使い方",
    collect: "提出シートを集める",
    language: "表示言語",
    languageAuto: "Excelに合わせる",
    version: (version: string) => `バージョン ${version}`,
    tabs: { grade: "評価", rollup: "集計", check: "点検", setup: "設定" },
    tabList: "表示の切り替え",
    back: "戻る",
    close: "閉じる",
    loading: "準備しています",
    badge: (n: number) => `指摘${n}件`,
  },

  state: {
    label: "このシートの状態",
    kpi: (n: number) => `KPI ${n}`,
    graded: (n: number) => `評価済 ${n}`,
    confirm: (n: number) => `要確認 ${n}`,
    unreadable: (n: number) => `読めないセル ${n}`,
    filterHint: "押すと、当てはまるものだけを表示します",
    filtered: (shown: number, all: number) => `${all}件のうち${shown}件を表示しています`,
    showAll: "すべて表示",
    announce: (kpi: number, graded: number, confirm: number) =>
      `KPIを${kpi}件読み取りました。評価済${graded}件、要確認${confirm}件です。`,
  },

  scope: {
    label: "対象",
    sheet: "このシート",
    workbook: "ブック全体",
    year: "評価する年度",
    yearAuto: (year: string) => `${year}・自動`,
    yearNone: "年度なし",
    yearFrom: {
      user: "選択された年度です",
      stored: "このブックに保存された年度です",
      title: "シートの表題にある年度です",
      workbookTitle: "ブックの表題にある年度です",
      newestActual: "実績値のある最新の年度です",
    },
    yearMixed: "シートごとの年度",
    rubricMixed: "シートごとの基準",
    wordsOnlyLegend: (place: string, rubric: string) =>
      `シートの凡例（${place}）には数値の基準がないため、計算に使っていません。「${rubric}」で計算しています。ほかの基準は「変更」から選べます。`,
  },

  reading: {
    title: "シートを読み取っています",
    cancel: "中止",
    long: "Excelからの応答に、いつもより時間がかかっています。このまま待つか、「中止」を押してから、もう一度読み取ってください。セルの入力中は、Enterキーで確定すると進みます。",
    cancelled: "読み取りを中止しました。シートは変更していません。",
    failed: "読み取れませんでした",
    retry: "もう一度読み取る",
  },

  first: {
    title: "このシートのKPIを読み取りました",
    body: "基準値・実績値・目標値から評価を計算しています。内容を確かめてから、ボタンでシートに書き込みます。書き込みは「元に戻す」で取り消せます。データはこのブックの外に出ません。",
    ok: "わかりました",
  },

  nothing: {
    sheet: "このシートにKPI表は見つかりませんでした",
    workbook: "このブックにKPI表は見つかりませんでした",
    looked: "「指標」「KPI」などの名称の列と、「基準値」「実績値」「目標値」などの列が並ぶ表を探しました。",
    byHand: "表があるのに見つからないときは、見出しの行を選んで指定できます。",
    byHandButton: "見出しの行を指定する",
    elsewhere: (n: number) => `ほかのシートにKPIが${n}件あります。`,
    showWorkbook: "ブック全体を表示",
    emptySheet: "このシートは空です。",
    noFilterHit: "当てはまる行はありません。",
  },

  table: {
    untitled: "KPI表",
    open: "表を開く",
    close: "表を閉じる",
    goTo: (address: string) => `${address} をシートで選択`,
    count: (n: number) => `${n}件`,
    noName: "名称のないKPI",
    hiddenSheet: "非表示のシート",
    more: (next: number, rest: number) => `次の${next}件を表示（ほか${rest}件）`,
  },

  row: {
    target: "目標",
    absent: "（なし）",
    arrow: "→",
    fromTo: (baseline: string, actual: string) => `基準値 ${baseline}、実績値 ${actual}`,
    targetIs: (target: string) => `目標値 ${target}`,
    noGrade: "評価できません",
    gradeIs: (grade: string) => `評価 ${grade}`,
    confirm: "要確認",
    unreadable: "読めないセルがあります",
    differs: (grade: string) => `シートの評価は${grade}`,
    olderYear: (year: string) => `${year}の実績値`,
    details: "詳しく",
    lessDetails: "閉じる",
    select: "シートで選択",
  },

  reason: {
    points: "ポイント",
    targetMet: "目標達成",
    unreadable: "数値として読めません",
    noActual: "実績値なし",
    unchanged: "増減なし",
    improved: "改善",
    worsened: "悪化",
    progressRate: (rate: string) => `進捗率 ${rate}`,
    attainmentRate: (rate: string) => `達成率 ${rate}`,
    toNext: (amount: string, grade: string) => `あと${amount}で${grade}`,
    bracket: (main: string, more: string) => `${main}（${more}）`,
  },

  details: {
    values: "読み取った値",
    baseline: "基準値",
    actual: "実績値",
    target: "目標値",
    direction: "望ましい方向",
    rubric: "評価基準",
    parts: "内訳",
    history: "年度ごとの実績値",
  },

  directions: { up: "増加", down: "減少", keepUp: "維持（下回らない）", keepDown: "維持（上回らない）" },

  question: {
    stop: "。",
    direction: "どちらが望ましい値ですか？",
    yes: (direction: string) => `${direction}でよい`,
    other: "ほかの方向",
    stored: "答えはこのブックに保存され、次からは聞きません。",
    change: "方向を変える",
    allProposed: (n: number) => `${n}件すべて提案どおりにする`,
  },

  unreadable: {
    title: (n: number) => `読めないセルが${n}か所あります`,
    body: "次のセルは数値として読めませんでした。0とはみなさず、計算に使っていません。セルの書き方を直してから、もう一度読み取ってください。",
    goTo: (address: string) => `${address} へ移動`,
  },

  write,
  check,
  rollup,
  setup,
  help: {
    title: "使い方",
    functions: "関数の一覧",
    loading: "読み込んでいます",
    failed: "説明を読み込めませんでした。",
  },

  crash: {
    title: "この画面を表示できませんでした",
    body: "シートは変更していません。もう一度読み取ると直ることがあります。続くときは、下の内容を情報システム担当にお伝えください。",
    retry: "表示し直す",
  },
};

/** Same keys, same arguments; only the words differ. */
export type Messages = typeof ja;
