/**
 * The words of header cells, one entry per line. A pattern is matched against the whole header after
 * `header-text.ts` took away years, brackets, spaces and marks. The first entry that matches wins, so special words
 * stand before general ones. `examples` are walked by a test.
 */

/** The part that a column plays. */
export type Role =
  | "no"
  | "name"
  | "part"
  | "unit"
  | "direction"
  | "kind"
  | "owner"
  | "group"
  | "baseline"
  | "baselineYear"
  | "target"
  | "targetYear"
  | "actual"
  | "actualYear"
  /** Year of the value beside or under it: 「年度」 | 「数値」 under 「現況値」. */
  | "year"
  | "grade"
  | "rate"
  | "remarks"
  /** Known, and no part of a KPI: money, dates, descriptions. */
  | "other";

export type TargetHint = "final" | "milestone";

export interface Word {
  /** null: says nothing alone, only hints (「中間」 under 「目標値」). */
  readonly role: Role | null;
  readonly pattern: RegExp;
  /** Other parts that this word plays in some sheets; the cells below decide. */
  readonly also?: readonly Role[];
  readonly hint?: TargetHint;
  /** A word of many kinds of tables: proves nothing alone. */
  readonly weak?: true;
  /** For groups: 0 is outermost. */
  readonly level?: number;
  readonly examples: readonly string[];
}

const FORMER =
  "(?:総合|基本|本|前期|後期|第\\d+期)?(?:計画|戦略|プラン|ビジョン)?(?:策定|改定|開始|当初|基準|作成)?(?:時点?|当時|前|年度?)?の?";
const STAGE =
  "(?:第\\d+期|計画|期間|期末|期|増加分|増分|最終|到達|達成|数値|年度?別|年度?ごとの?|年次別?|各年度?|単年度|当該年度|本年度|今年度|当年度|次年度|翌年度|来年度|年度末?|年間|累計|短期|中期|長期|前期|後期|前半|後半|将来|当初|修正後?|変更後|指標の?|KPIの?)*の?";

export const WORDS: readonly Word[] = [
  // rates before targets: 「目標達成率」
  {
    role: "rate",
    pattern: /^.{0,8}(?:達成率|進捗率|達成割合|進捗割合|充足率|到達率)(?:等|の推移)?$/,
    examples: ["達成率", "進捗率", "目標達成率", "対目標達成率"],
  },
  {
    role: "rate",
    pattern: /^(?:対)?(?:目標|計画|実績)(?:値|対実績)?(?:との)?(?:比|対比|比率)$|^[A-Z][/÷][A-Z](?:[×X]100)?$/,
    examples: ["目標比", "対目標比", "計画対比", "B/A"],
  },
  {
    role: "grade",
    also: ["rate", "remarks"],
    pattern: /^.{0,10}(?:達成度|達成度合い?|進捗度|進捗度合い?|達成水準)$/,
    examples: ["達成度", "目標達成度", "進捗度"],
  },
  // what is said about a value, before the value itself: 「目標設定の考え方」「実績の説明」
  {
    role: "remarks",
    pattern: /^(?:備考欄?|摘要|特記事項|コメント|補足(?:説明)?|注記?|その他)$/,
    examples: ["備考", "備考欄", "特記事項"],
  },
  {
    role: "remarks",
    pattern:
      /^.{0,14}(?:理由|要因|分析|原因|考察|所見|課題|問題点|根拠|考え方|算出方法|算定方法|計算式|算式|定義|説明|出典|出所|データ元|把握方法|測定方法|コメント|意見|見解|改善点|改善策|反省点|特記)(?:等|など|・.{0,10}|及び.{0,10}|と.{0,10})?$/,
    examples: [
      "理由",
      "要因分析",
      "未達成の理由",
      "目標設定の考え方",
      "評価理由",
      "実績値の説明",
      "課題・対応策",
      "算出方法",
    ],
  },
  {
    role: "remarks",
    pattern: /^(?:今後|次年度|来年度|翌年度)の.{1,12}$/,
    examples: ["今後の方向性", "今後の取組", "次年度の対応"],
  },
  {
    role: "remarks",
    pattern:
      /^(?:主な)?(?:取組|取り組み|取組み|事業|実施|活動|対応|進捗)(?:の)?(?:内容|実績|状況|概要|結果|成果|方針|方向性)(?:等)?$/,
    also: ["grade"],
    examples: ["取組内容", "取組実績", "主な取組内容", "事業概要", "進捗状況"],
  },
  // money and other things that look like values
  {
    role: "other",
    pattern:
      /^.{0,8}(?:予算|予算額|決算額|事業費|人件費|経費|金額|執行額|支出額?|収入額?|一般財源|国庫支出金|特定財源|補助金額?|執行率|財源|実績額)(?:合計|計|等)?$/,
    examples: ["予算額", "決算額", "事業費", "一般財源", "当初予算"],
  },
  {
    role: "other",
    pattern:
      /^(?:氏名|名前|職名|職員名|電話.{0,4}|内線|住所|所在地|場所|会場|期限|期日|締切|日程|日時|開催日|実施日|実施時期|実施期間|開始日?|終了日?|スケジュール|参加者|対象者|科目|費目|勘定科目|単価|数量|合計|小計|計|増減|増減率|伸び率|前年比|前年度比|差|差異|差引|順位|全国平均|県平均|類似団体.{0,4})$/,
    examples: ["氏名", "期限", "増減", "合計", "前年度比"],
  },
  // who and what
  { role: "unit", pattern: /^(?:(?:指標の|計測|測定)?単位|UNITS?)$/, examples: ["単位", "Unit"] },
  {
    role: "direction",
    pattern:
      /^(?:指標の|目標の|値の|数値の)?(?:望ましい|目指す|めざす|目標とする|目標の|改善の|良い|あるべき|期待する|期待される)(?:方向|方向性|向き|傾向|動き)$/,
    examples: ["望ましい方向", "目指す方向", "望ましい方向性", "目指す方向性"],
  },
  {
    role: "direction",
    also: ["remarks"],
    pattern: /^(?:指標の|目標の)?(?:方向|方向性|向き|ベクトル)$/,
    examples: ["方向性", "指標の方向性", "目標の方向"],
  },
  {
    role: "kind",
    pattern:
      /^(?:(?:指標|目標|KPI)の?(?:種類|種別|分類|区分|類型|タイプ|型)|(?:評価|算定|計算)の?(?:種類|方式|方法|型))$/,
    examples: ["指標の種類", "指標種別", "指標区分"],
  },
  {
    role: "kind",
    also: ["group", "part"],
    pattern: /^(?:種類|種別|分類|類型|タイプ|算定方式|評価方式|計算方法)$/,
    examples: ["種別", "種類"],
  },
  { role: "part", also: ["kind", "grade", "group"], pattern: /^区分$/, examples: ["区分"] },
  { role: "part", pattern: /^(?:内訳|男女別?|性別|対象|対象区分|内容区分)$/, examples: ["内訳", "男女別"] },
  {
    role: "owner",
    pattern:
      /^(?:主|主な|担当|所管|主管|関係|所属|実施|回答|関連|取りまとめ|とりまとめ)?(?:担当|所管|主管)?(?:部課|部署|部局|課|課等|課室|部・課|所属|係|班|主体|機関|組織)名?$/,
    examples: ["担当課", "所管課", "主管課", "担当部署", "実施主体"],
  },
  {
    role: "owner",
    pattern: /^(?:担当|担当者|担当者名|所管|主管|DEPARTMENT|DIVISION|OWNER)$/,
    examples: ["担当", "所管", "Department"],
  },
  {
    role: "no",
    pattern:
      /^(?:(?:指標|KPI|KGI|施策|事業|整理|管理|通し?|連)?(?:NO\.?|№|番号|コード|番|連番|通番|ID|ＩＤ)|項番|連番|通番|#)$/,
    examples: ["No.", "番号", "指標番号", "KPI番号", "施策番号", "№"],
  },
  // English headings
  {
    role: "name",
    pattern: /^(?:KEY)?(?:PERFORMANCE)?INDICATORS?(?:NAME)?$/,
    examples: ["Indicator", "Key Performance Indicator"],
  },
  { role: "baseline", pattern: /^(?:BASELINE|INITIAL)(?:VALUE)?$/, examples: ["Baseline", "Baseline value"] },
  {
    role: "target",
    hint: "milestone",
    pattern: /^(?:ANNUAL|INTERIM|MIDTERM)(?:TARGET|GOAL)(?:VALUE)?$/,
    examples: ["Annual target"],
  },
  { role: "target", pattern: /^(?:FINAL)?(?:TARGET|GOAL)(?:VALUE)?$/, examples: ["Target", "Target value"] },
  {
    role: "actual",
    pattern: /^(?:ACTUAL|LATEST|CURRENT)(?:VALUE|RESULTS?)?$|^RESULTS?$/,
    examples: ["Actual", "Actual value", "Result"],
  },
  {
    role: "grade",
    also: ["remarks"],
    pattern: /^(?:RATING|GRADE|EVALUATION|ASSESSMENT|STATUS)$/,
    examples: ["Rating"],
  },
  { role: "remarks", pattern: /^(?:REMARKS?|NOTES?|COMMENTS?)$/, examples: ["Remarks", "Notes"] },
  // years of a value in a column of their own
  {
    role: "baselineYear",
    also: ["baseline"],
    pattern: /^(?:基準|現状|当初|策定時?|計画策定時?)(?:値の?)?(?:年|年度|年次|時点|時期)$/,
    examples: ["基準年度", "現状年度", "基準年"],
  },
  {
    role: "targetYear",
    also: ["target"],
    pattern: /^(?:目標(?:値の?)?|(?:目標)?達成)(?:年|年度|年次|年月|時点|時期)$/,
    examples: ["目標年度", "目標年次", "目標年月", "達成時期"],
  },
  {
    role: "actualYear",
    also: ["actual"],
    pattern: /^(?:直近|最新|現在|実績)(?:値の?)?(?:年|年度|年次|年月)$/,
    examples: ["最新年度", "実績年度"],
  },
  // names
  {
    role: "name",
    also: ["target"],
    pattern:
      /^(?:.{0,14}(?:に係る|に関する|における|する|の))?(?:数値目標|成果目標|目標指標|目標項目|達成目標項目|数値指標)(?:名|名称|項目)?$/,
    examples: ["数値目標", "成果目標", "目標指標"],
  },
  {
    role: "name",
    pattern: /^(?:数値)?[^値率、]{0,14}(?:指標|KPI|KGI)(?:名|名称|項目|の項目|の名称|の内容|内容|等)?\d{0,2}$/,
    examples: [
      "指標",
      "指標名",
      "KPI",
      "重要業績評価指標",
      "重要業績評価指標KPI",
      "成果指標",
      "評価指標",
      "アウトカム指標",
      "数値目標の指標",
      "KPI名",
      "指標1",
    ],
  },
  {
    role: "name",
    weak: true,
    also: ["group", "kind"],
    pattern: /^(?:項目|項目名|評価項目|測定項目|管理項目|取組項目|目標の?項目|名称|指標・項目)$/,
    examples: ["項目", "評価項目"],
  },
  // values
  {
    role: "grade",
    also: ["remarks"],
    pattern:
      /^.{0,10}(?:達成状況|評価結果|評価区分|判定結果|判定区分|達成区分|進捗区分|進捗評価|進捗判定|達成可否|達成の可否|達成・未達成|達成状況の?評価|達成状況の?判定|評価ランク|評点ランク)$/,
    examples: ["達成状況", "目標達成状況", "進捗評価", "KPIの達成状況", "達成状況の評価"],
  },
  {
    role: "grade",
    also: ["remarks"],
    pattern:
      /^(?:自己|内部|外部|外部有識者(?:等|会議)?|有識者(?:等|会議)?|(?:評価|審議|検証|推進)委員会|審議会|推進会議|庁内|行政|一次|二次|1次|2次|最終|総合|担当課|施策|年度|指標|KPI|進捗|達成|目標|本年度|今年度|当該年度|実績|成果|事後|中間)*の?(?:評価|判定|評定|ランク)$/,
    examples: ["評価", "判定", "自己評価", "総合評価", "KPI評価", "目標評価", "外部有識者の評価"],
  },
  {
    role: "grade",
    also: ["remarks"],
    weak: true,
    pattern: /^(?:進捗|状況|ステータス|達成|結果|進捗状況の?評価|進捗状況の?判定)$/,
    examples: ["進捗", "状況"],
  },
  {
    role: "baseline",
    pattern: new RegExp(
      `^${FORMER}(?:基準|当初|初期|開始時|スタート時?|出発点|起点|従前|ベースライン)(?:の)?(?:値|数値|値等|の値|の数値|の状況|時|時点|時の値|年値|年度値|年度の値|年度実績|年度の実績|実績値?|水準)?$`,
    ),
    examples: ["基準値", "基準", "当初値", "初期値", "基準年度実績", "計画基準値"],
  },
  {
    role: "baseline",
    pattern:
      /^(?:総合|基本|本|前期|後期)?(?:計画|戦略|プラン|ビジョン|事業|取組|取組み)?(?:策定|改定|開始|着手|実施|計画)(?:時|時点|当時|前|前年度)の?(?:値|数値|現状|現状値|実績|実績値|基準値|状況|水準)?$/,
    examples: ["策定時", "事業開始前", "計画策定時", "策定時の値", "戦略策定時の現状値", "計画開始時"],
  },
  {
    role: "baseline",
    also: ["actual", "remarks"],
    pattern: /^(?:計画|策定時の?|当初の?)?(?:現状|現況|現状の?値|現状の?数値|現況値|現状水準|現状の状況)(?:等)?$/,
    examples: ["現状値", "現状", "現況", "現況値"],
  },
  {
    role: "target",
    hint: "milestone",
    pattern: new RegExp(`^${STAGE}(?:中間|目安|期待)(?:年度?)?の?(?:目標|目標値|値|水準)$`),
    examples: ["中間値", "中間目標", "中間目標値", "目安値", "期待値"],
  },
  {
    role: "target",
    hint: "milestone",
    pattern:
      /^(?:年度?別|年度?ごとの?|年次別?|各年度?|単年度|当該年度|本年度|今年度|当年度|年度|年間|短期)の?(?:数値)?(?:目標|計画)(?:値|数値|数|水準)?$/,
    examples: ["年次目標", "年度目標値", "単年度目標", "本年度目標"],
  },
  {
    role: "target",
    hint: "final",
    pattern:
      /^(?:計画期間?の?)?(?:最終|期末|長期|到達|最終年度?の?|最終的な)(?:数値)?の?(?:目標|計画)(?:値|数値|数|水準)?$|^目標最終年度?$/,
    examples: ["目標最終年度", "最終目標", "最終目標値", "最終年度目標", "到達目標"],
  },
  {
    role: "target",
    pattern: new RegExp(
      `^${STAGE}(?:目標値|目標数値?|目標水準|目標とする値|計画値|目標計画値|目指す値|めざす値|(?:目指|めざ)そう値|目指す姿の値|目指す水準|めざす水準|目指すべき値|ねらい値|目標設定値|目標見込値|想定値|見込み?量)(?:等)?$`,
    ),
    examples: ["目標値", "計画値", "目標数値", "めざす値", "めざそう値", "増加分目標値", "KPI目標値", "達成目標値"],
  },
  {
    role: "target",
    also: ["group", "remarks"],
    pattern: new RegExp(`^${STAGE}(?:業績|行動|活動|取組)?目標$`),
    examples: ["目標", "業績目標", "達成目標", "中期目標"],
  },
  {
    role: "target",
    also: ["group", "remarks"],
    pattern: new RegExp(`^${STAGE}(?:計画|予定)$`),
    examples: ["計画", "年度計画", "次年度計画", "予定"],
  },
  {
    role: "actual",
    pattern:
      /^(?:(?:指標|KPI|KGI)の?)?(?:(?:増加分|増分)の?)?(?:当該|本|今|前|昨|前々|最新|直近|単|各)?(?:年度?別?|年度末|年度?末時点|年間|累計|累積|現在|時点)?の?(?:実績|実績値|実績数値?|決算|決算値|実測値|測定値|達成値|到達値|現在値|実績見込値?|決算見込値?|実績・見込値?|実績等)(?:の)?(?:値|見込み?|見込値|速報値?|推移|の推移|の状況)?$/,
    also: ["remarks"],
    examples: ["実績", "実績値", "決算", "年度実績", "前年度実績", "累計実績", "実績見込", "実績の推移"],
  },
  {
    role: "actual",
    pattern: /^(?:直近|最新|最近|現在|現時点)の?(?:値|数値|年度?|実績|実績値|状況|現状値)?$/,
    examples: ["直近値", "最新値", "直近の実績", "現在"],
  },
  {
    role: "actual",
    pattern: /^(?:中間|最終|計画)?評価時(?:点)?の?(?:値|数値|実績値?|現状値?)?$/,
    examples: ["最終評価時", "評価時点の値"],
  },
  {
    role: "actual",
    also: ["remarks"],
    pattern: /^(?:最終|中間|年間)?(?:実績|評価|進捗|達成実績)(?:数)?値$|^(?:測定|調査|集計|計測)結果$/,
    examples: ["最終実績値", "評価値", "進捗値", "測定結果"],
  },
  { role: "actual", pattern: /^(?:年度|年間|当年度|本年度)累計$/, examples: ["年度累計"] },
  {
    role: "actual",
    pattern: /^[本当](?:市|町|村|県|区|都|道|府)の?(?:実績|数値|値|現状)?値?$/,
    examples: ["本市", "本市実績", "当町の値"],
  },
  { role: "actual", pattern: /^(?:数値|指標値?|値|KPI|指標の?数値)の?推移$/, examples: ["数値の推移", "指標値の推移"] },
  { role: "target", also: ["actual"], pattern: /^(?:指標値|指標目標値?|KPI値|KPI目標)$/, examples: ["指標値"] },
  // headings as columns
  {
    role: "group",
    level: 0,
    pattern: /^(?:章|編|大分類|大項目|分野別?|政策分野|施策分野|大綱|将来像)名?$/,
    examples: ["分野", "大項目", "政策分野"],
  },
  {
    role: "group",
    level: 1,
    pattern:
      /^(?:まちづくりの?|横断的な?)?(?:基本目標|政策目標|政策|基本政策|横断目標|横断的な?目標|基本方針|基本戦略|重点戦略|戦略|重点目標|柱|施策の柱|視点)(?:名|名称)?$/,
    examples: ["基本目標", "政策", "重点戦略", "政策目標"],
  },
  {
    role: "group",
    level: 2,
    pattern:
      /^(?:基本施策|基本的方向|施策の方向|施策の基本的方向|中項目|中分類|施策大綱|節|重点プロジェクト|プロジェクト|リーディングプロジェクト)(?:名|名称)?$/,
    examples: ["基本施策", "基本的方向", "プロジェクト", "中項目"],
  },
  {
    role: "group",
    level: 3,
    pattern: /^(?:重点|主要|主な|個別|単位|実施|推進)?(?:施策|施策項目|施策・事業|小項目|小分類)(?:名|名称)?$/,
    examples: ["施策", "施策名", "重点施策", "主要施策", "小項目"],
  },
  {
    role: "group",
    level: 4,
    also: ["remarks"],
    pattern:
      /^(?:具体的な?|主な|主要な?|関連|重点|個別)?(?:取組|取組み|取り組み|施策|事業|事務事業|細施策|基本事業|アクション)(?:名|名称)?$/,
    examples: ["取組", "具体的な施策", "事業名", "事務事業名", "主な取組", "基本事業名"],
  },
  // parts of a value
  {
    role: "year",
    pattern: /^(?:年度|年|年次|時点|時期|調査年度?|把握年度?|基準時点|対象年度?)$/,
    examples: ["年度", "時点", "調査年"],
  },
  { role: null, pattern: /^(?:数値|値|数|単年|単年度|累計|累積)$/, examples: ["数値", "値", "単年", "累計"] },
  // words that only hint
  { role: null, hint: "milestone", pattern: /^(?:中間|中間年度?|途中)$/, examples: ["中間"] },
  { role: null, hint: "final", pattern: /^(?:最終|最終年度?|計画最終年度?|期末)$/, examples: ["最終", "最終年度"] },
];
