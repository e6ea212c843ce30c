/**
 * The words around money on a management sheet, one entry per line. Matched against the whole cell after
 * `normaliseHeader` and without its bracketed unit. `examples` are walked by a test.
 */

/** 事業費 (what was spent) or 一般財源 (the part that the city paid itself). */
export type MoneyKind = "cost" | "general";

/** 予算 or 決算; null where the label does not say. */
export type Stage = "budget" | "settled" | null;

export interface MoneyWord {
  readonly kind: MoneyKind;
  readonly stage: Stage;
  /** The label speaks of a sum over projects: 事業費合計. */
  readonly total: boolean;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

export const MONEY_WORDS: readonly MoneyWord[] = [
  {
    kind: "general",
    stage: null,
    total: true,
    pattern: /^(?:一般財源(?:額)?の?(?:合計|総計|計|総額)額?|(?:合計|総計)一般財源額?)$/,
    examples: ["一般財源合計", "一般財源の合計", "合計一般財源"],
  },
  {
    kind: "general",
    stage: null,
    total: false,
    pattern: /^(?:うち|内|財源内訳の?)?(?:一般財源|一財|市費|町費|村費|区費|自主財源|市負担額?)(?:額|充当額)?$/,
    examples: ["一般財源", "うち一般財源", "一般財源額", "市費"],
  },
  {
    kind: "cost",
    stage: null,
    total: true,
    pattern:
      /^(?:(?:直接)?事業費(?:額)?の?(?:合計|総計|計|総額)額?|(?:合計|総計)(?:直接)?事業費|(?:関連事業の?)?(?:事業費)?総額)$/,
    examples: ["事業費合計", "合計事業費", "事業費計"],
  },
  {
    kind: "cost",
    stage: "budget",
    total: false,
    pattern: /^(?:当初|補正|最終|現計|本年度)?予算(?:現)?額?$|^予算事業費$|^事業費予算額?$/,
    examples: ["予算額", "当初予算額", "予算現額", "予算"],
  },
  {
    kind: "cost",
    stage: "settled",
    total: false,
    pattern: /^(?:決算(?:見込)?額?|執行額|支出済?額|実績額|決算事業費|事業費決算額?|事業費実績額?)$/,
    examples: ["決算額", "決算", "執行額", "支出済額"],
  },
  {
    kind: "cost",
    stage: null,
    total: false,
    pattern: /^(?:総|直接|概算|全体|年間|投入)?事業費(?:額|等)?$|^事業経費$|^直接経費$/,
    examples: ["事業費", "総事業費", "直接事業費"],
  },
];

/** What a column of a table of projects holds besides money. */
export type ProjectRole = "no" | "main" | "name" | "unit" | "remarks" | "owner" | "status";

export interface ProjectWord {
  readonly role: ProjectRole;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

export const PROJECT_WORDS: readonly ProjectWord[] = [
  {
    role: "no",
    pattern: /^(?:NO\.?|№|番号|整理番号|事業番号|事業コード|コード|連番|項番)$/,
    examples: ["NO.", "番号", "事業コード"],
  },
  {
    role: "main",
    pattern: /^(?:主な事業|主要事業|主要|重点事業|主たる事業)$/,
    examples: ["主な事業", "主要事業"],
  },
  {
    role: "name",
    pattern:
      /^(?:主な|関連|関連する|構成|予算|具体的な?)?(?:事務事業|細事業|個別事業|実施事業|構成事業|取組事業|予算事業|関連事業|事業|取組|取組み|取り組み)(?:の?名称?|等)?(?:・?概要)?$/,
    examples: ["事務事業", "事務事業名", "事業名", "関連事業名", "取組名", "細事業名"],
  },
  { role: "unit", pattern: /^単位$/, examples: ["単位"] },
  { role: "remarks", pattern: /^(?:備考|備考欄|摘要|特記事項|説明|コメント)$/, examples: ["備考", "備考欄"] },
  {
    role: "owner",
    pattern: /^(?:主管|担当|所管|実施|関係)?(?:課|部署|課名|所属|課等|班|部局)(?:名)?$/,
    examples: ["担当課", "所管課", "担当課名"],
  },
  {
    role: "status",
    pattern: /^(?:事業の?|取組の?|施策の?)?(?:進捗|進捗状況|進捗度|実施状況|進行状況|進捗区分)$/,
    examples: ["進捗状況", "事業の進捗状況", "進捗"],
  },
];

/** A column or row that sums others. */
export const TOTAL_WORD = /^(?:合計|総計|計|総合計|累計|期間合計|計画期間(?:合計|計|累計)|合計額)$/;
/** A sum of a part only: neither a project nor the total. */
export const SUBTOTAL_WORD = /^(?:小計|中計|.{1,12}[の]?小計)$/;
