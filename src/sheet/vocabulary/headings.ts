/** Words over columns of headings, and the parts of a value under them. */
import type { Word } from "./word";

export const HEADINGS: readonly Word[] = [
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
