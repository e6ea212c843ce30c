/** Who, what and when: units, directions, kinds, owners, numbers, years of values in a column of their own, English headings. */
import type { Word } from "./word";

export const LABELS: readonly Word[] = [
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
];
