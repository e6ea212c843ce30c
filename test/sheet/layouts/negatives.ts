/** Sheets of a city hall that hold no KPI table, however much they look like one. */
import type { Layout } from "./layout";

const none = (name: string, drawing: string): Layout => ({ name, drawing, found: [] });

export const NEGATIVES: readonly Layout[] = [
  none("empty sheet with a title", `| 令和5年度 KPI一覧 |`),
  none(
    "budget",
    `
    | 款 | 項 | 科目 | 予算額 | 決算額 | 執行率 |
    | 2 | 1 | 総務管理費 | 1,000 | 980 | 98.0% |`,
  ),
  none(
    "budget with a target of savings",
    `
    | 科目 | 前年度予算 | 本年度予算 | 増減 |
    | 需用費 | 100 | 90 | △10 |`,
  ),
  none(
    "roster",
    `
    | 氏名 | 所属 | 目標 | 評価 |
    | 山田 | 企画課 | 資格を取る | A |
    | 鈴木 | 総務課 | 残業を減らす | B |`,
  ),
  none(
    "personal goals with figures",
    `
    | 氏名 | 目標 | 実績 | 達成率 |
    | 山田 | 100 | 90 | 90% |`,
  ),
  none(
    "schedule",
    `
    | 項目 | 4月 | 5月 | 6月 | 担当 |
    | 目標設定 | ○ | | | 企画課 |
    | 実績報告 | | | ○ | 全課 |`,
  ),
  none(
    "task list",
    `
    | 項目 | 目標 | 期限 | 担当 | 状況 |
    | 手引の改定 | 改定案を作る | 9月30日 | 山田 | 着手 |
    | 研修 | 2回開く予定で準備する | 3月 | 鈴木 | 未着手 |`,
  ),
  none(
    "statistics by year",
    `
    | 指標 | R1 | R2 | R3 | R4 |
    | 人口 | 60,000 | 59,500 | 59,000 | 58,600 |
    | 世帯数 | 25,000 | 25,100 | 25,200 | 25,300 |`,
  ),
  none(
    "financial indices against the national standard",
    `
    | 財政指標 | 令和4年度 | 令和5年度 | 早期健全化基準 |
    | 実質公債費比率 | 9.5 | 9.1 | 25.0 |`,
  ),
  none(
    "water quality",
    `
    | 項目 | 基準値 | 測定値 | 判定 |
    | pH | 6.5以上8.5以下 | 7.2 | 適 |
    | 大腸菌 | 検出されないこと | 不検出 | 適 |`,
  ),
  none(
    "project costs of a management sheet",
    `
    | （４）重点施策関連事業 | | | | | |
    | Ｎｏ． | 主な事業 | 事務事業 | 単位 | 1年度（決算） | 2年度（決算） | 備考欄 |
    | 1 | ○ | 3620 ふるさと応援寄附推進事業 | 千円 | 26,652 | 33,190 | |
    | 2 | ○ | 成果指標 寄附額 | 万円 | 7,336 | 5,676 | |`,
  ),
  none(
    "totals of costs",
    `
    | （３）当該重点施策に関連する事業について（合計事業費） | | | | |
    | | 単位 | 1年度（決算）参考 | 2年度（決算） | 合計 |
    | 事業費合計 | 千円 | 8,636 | 537,409 | 537,409 |
    | 一般財源合計 | 千円 | 4,533 | 16,091 | 16,091 |`,
  ),
  none(
    "rubric alone",
    `
    | 評価 | 条件 | 説明 |
    | S | 目標達成 | 目標を達成 |
    | A | 10%以上 | 上昇 |
    | B | 0%超 | やや上昇 |`,
  ),
  none(
    "glossary of indicators",
    `
    | 指標名 | 算出方法 | 目標設定の考え方 |
    | 受診率 | 受診者÷対象者 | 国の計画による |`,
  ),
  none(
    "questionnaire",
    `
    | 設問 | 満足 | 普通 | 不満 | 合計 |
    | 窓口 | 120 | 60 | 20 | 200 |`,
  ),
  none(
    "progress shares",
    `
    | 施策の進捗状況 | 完了 | 順調 | 概ね順調 | 停滞 | 実施困難 |
    | 割合 | 0.0 | 28.6 | 28.6 | 42.9 | 0.0 |`,
  ),
  none(
    "grades counted",
    `
    | 基本目標 | S | A | B | C | D | 計 | 目標達成率 |
    | 1 しごと | 2 | 3 | 1 | 0 | 1 | 7 | 28.6% |`,
  ),
  none(
    "sales of a shop",
    `
    | 商品 | 売上目標 | 売上実績 | 達成率 |
    | 米 | 1,000 | 900 | 90% |`,
  ),
  none(
    "facilities",
    `
    | 施設名 | 所在地 | 令和4年度利用者数 | 令和5年度利用者数 |
    | 中央公民館 | 1-1 | 10,000 | 11,000 |`,
  ),
  none(
    "minutes",
    `
    | 議題 | KPIの目標値の見直しについて |
    | 意見 | 実績値が基準値を下回っている指標について説明を求める。 |
    | 回答 | 目標値は令和7年度に見直す。 |`,
  ),
  none(
    "words of a form without rows",
    `
    | 指標名 | 基準値 | 実績値 | 目標値 | 評価 |
    | | | | | |
    | | | | | |`,
  ),
  none(
    "figures by district",
    `
    | 地区 | 基準値 | R5実績 | 目標値 |
    | 中央地区 | 10件 | 11件 | 20件 |`,
  ),
  none(
    "sales by person",
    `
    | 担当者 | 基準値 | R5実績 | 目標値 | 達成率 |
    | 山田 | 10件 | 11件 | 20件 | 55% |`,
  ),
  none(
    "plans and their years",
    `
    | 計画名 | 策定年度 | 目標年度 | 担当課 |
    | 総合計画 | R2 | R12 | 企画課 |`,
  ),
  none(
    "who hands in what",
    `
    | KPI | 担当課 | 提出期限 | 提出状況 |
    | 移住者数 | 企画課 | 6月14日 | 済 |`,
  ),
  none(
    "nutrition",
    `
    | 栄養素 | 基準値 | 目標量 | 摂取量 | 充足率 |
    | 塩分 | 7.5g | 7.0g | 9.8g | 140% |`,
  ),
  none(
    "staff appraisal",
    `
    | 評価項目 | 目標 | 自己評価 | 上司評価 |
    | 協調性 | 他課と協力して進める | A | B |`,
  ),
  none(
    "inspection of equipment",
    `
    | 点検項目 | 基準 | 結果 | 判定 |
    | 消火器 | 期限内 | 期限内 | 良 |`,
  ),
  none(
    "energy use by month",
    `
    | 項目 | 単位 | 4月 | 5月 | 6月 | 合計 |
    | 電気 | kWh | 100 | 110 | 120 | 330 |`,
  ),
];
