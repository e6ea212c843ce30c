/**
 * Units. The vocabulary of a cell is open (any short suffix of a figure is its unit); the closed list below
 * is needed where a unit must be told from other words: in names, behind a blank, behind kanji numerals.
 */
import { plain, takeGroups, GROUP } from "./characters";
import { power10, type Decimal, ONE } from "./decimal";

export interface Unit {
  /** 「トン」 of 「千トン」, "%" for every kind of percent, null for a bare 「千」. */
  readonly unit: string | null;
  /** What one of them is worth in base units: 1000 for 「千トン」, 0.01 for percent. */
  readonly factor: Decimal;
}

export const PERCENT = "%";
const hundredth: Decimal = { digits: 1n, scale: 2 };

/** Counters and measures, one kind per line. Texts are plain (characters.ts). */
const KNOWN: readonly string[] = [
  "人 名 世帯 家族 家庭 組 組織 団体 者 口 人日 人泊 人時間 人回 人月 人年 人工 泊 延べ人 世代",
  "件 回 度 本 個 台 枚 部 冊 点 通 票 品 品目 種 種類 項目 案 案件 例 事例 便 往復 杯 食 膳 袋 缶 箱 セット 報 曲 作品 問 段階 級 位",
  "校 園 所 か所 か国 国 社 店 店舗 館 施設 棟 戸 室 床 席 軒 院 局 署 分団 隊 駅 橋 基 面 区 区画 区間 地区 地域 集落 自治会 町内会 市 町 村 市町 市町村 町村 県 都道府県 路線 系統 航路 コース ルート 筆 団地 公園 診療所 病院 事業所 事業者 事業体 事業 企業 機関 法人 組合 課 部署 部局 学級 クラス 学校 学区 圃場 ほ場 拠点 会場",
  "頭 羽 匹 尾 隻 艘 株 粒 輪 樹",
  "歳 才 年 年間 か月 月間 週 週間 日 日間 泊 時間 分 分間 秒 歩",
  "円 ドル ユーロ",
  "‰ パーミル ppm ppb 割 倍 対",
  "a ha アール ヘクタール 坪 海里 斤 俵 V A dB Bq mg/L mg/l 度数 °C °",
  "グループ チーム クラブ サークル プロジェクト プログラム メニュー 講座 教室 講演 イベント 大会 事業数 取組 取り組み 活動 計画 協定 条例 制度 サイト ページ ビュー アクセス PV pv UU セッション クリック 回線 アカウント フォロワー いいね ダウンロード DL インプレッション リーチ 再生 投稿 記事 動画 データ データセット システム 手続 手続き 業務 サービス 様式 駐車場 バス停 停留所 基地局 スポット 議席 単位 ライン 蔵 画面 シート",
];
const BASES = new Set(KNOWN.flatMap((line) => line.split(" ")));
/** Measures with their prefixes: km2, mL, GWh, t-CO2e, 平方キロメートル. */
const METRIC =
  /^([kcmμ]?m[23]?|[kmμ]?g|[kM]?t|[km]?[lL]|[kMG]?Wh?|[MGTP]?J|k?cal|[mμ]?Sv|([kM]?t|k?g|トン)-?CO2e?|t-C|CO2トン|キロ|(平方|立方)?(キロ|メガ)?(メートル|グラム|トン|リットル|ワット時?))$/u;
const PERCENTS = new Set(["%", "パーセント", "percent", "百分率"]);
const POINTS = new Set(["ポイント", "%ポイント", "パーセントポイント", "pt", "pts", "%pt"]);
const PER_SUFFIX =
  /^\/(\/|毎|当たり|あたり)?(\d[\d,]*|[十百千万]+|\d+万)?(人|年度?|月|週|日|時間?|世帯|戸|件|校|園|所|回|km2?|ha|m2|a|L|kWh|円|台|株|人・日|人日|人・年)(あたり|当たり|毎)?(\/(年|月|週|日|人))?$/u;
const POPULATION = /^人?[/(]?人口(\d+|[十百千])?[十百千万]?人?(対|当たり|あたり)?\)?$/u;
const POPULATION_PER = /^(人口)?(\d+万|十万|10万|千|\d[\d,]*)人?(対|当たり|あたり)$/u;
const SCALE = /^([十百千]?[万億兆]|千|百|十)/u;
const POWER: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };
/** Words that begin with a number word without meaning the number. */
const NOT_SCALED = /^(百[分貨科]|千[葉代歳鳥羽]|万[引博能華年]|十分|人口)/u;

const PRETTY: Readonly<Record<string, string>> = { m2: "㎡", km2: "㎢", m3: "㎥" };
const pretty = (text: string): string =>
  text.replace(/(?<![A-Za-z])(k?m2|m3)(?![A-Za-z\d])/gu, (square) => PRETTY[square] ?? square);

const tidy = (text: string): string =>
  plain(text)
    .text.replace(/^単位\s*[:：]?\s*/u, "")
    .replace(/\s+/gu, "");

/** Is the text a unit of the closed list, with its number word and its 「/年」? */
export function isKnownUnit(text: string): boolean {
  // か所, カ所, ヶ所, 箇所
  const counter = text.replace(/^[カヶケヵ個箇](?=[所国月])/u, "か");
  if ([BASES, PERCENTS, POINTS].some((units) => units.has(counter))) return true;
  if ([METRIC, POPULATION, POPULATION_PER].some((pattern) => pattern.test(text))) return true;
  const slash = text.indexOf("/");
  if (slash > 0) return isKnownUnit(text.slice(0, slash)) && PER_SUFFIX.test(text.slice(slash));
  if (NOT_SCALED.test(text)) return false;
  const scale = SCALE.exec(text)?.[0];
  return scale !== undefined && (scale.length === text.length || isKnownUnit(text.slice(scale.length)));
}

/**
 * A unit text (of a cell's suffix, a unit column, a name) → its base unit and factor:
 * 「千トン」→ トン ×1000, 「％」→ % ×0.01. Points and per mille keep the printed figure.
 * The caller has made sure that the text is a unit; blank gives null.
 */
export function readUnit(text: string): Unit | null {
  const unit = tidy(text).replace(/^[([](.*)[)\]]$/u, "$1");
  if (unit === "" || /^[-ー/]+$/u.test(unit)) return null;
  if (PERCENTS.has(unit)) return { unit: PERCENT, factor: hundredth };
  if (POINTS.has(unit)) return { unit: "ポイント", factor: ONE };
  if (!NOT_SCALED.test(unit) && !POPULATION_PER.test(unit)) {
    const scale = SCALE.exec(unit)?.[0];
    const rest = unit.slice(scale?.length ?? 0);
    if (scale !== undefined && (rest === "" || /[万億兆]$/u.test(scale) || isKnownUnit(rest))) {
      const power = [...scale].reduce((sum, char) => sum + (POWER[char] ?? 0), 0);
      return { unit: rest === "" ? null : pretty(rest), factor: { digits: power10(power), scale: 0 } };
    }
  }
  return { unit: pretty(unit), factor: ONE };
}

/** The text in the last brackets of a name that is a unit, plain and without blanks: 「…の割合（％）」→ "%". */
export function unitOfName(name: string): string | null {
  const { main, groups } = takeGroups(plain(name).text);
  const open = main.replace(/(※|注\d*[)）]).*$/su, "").trimEnd();
  // Only brackets at the end: 「区（自治会）の会議…」 is no unit.
  const ending = new RegExp(`(${GROUP}|\\s|\\*|累計|年間)*$`, "u").exec(open)?.[0] ?? "";
  const first = open.slice(0, open.length - ending.length).split(GROUP).length - 1;
  const last = first + ending.split(GROUP).length - 1;
  for (const group of groups.slice(first, last).reverse()) {
    const found = tidy(group);
    if (isKnownUnit(found) && !NOT_IN_NAMES.test(found)) return pretty(found);
    const inside = /単位\s*[:：]\s*(\S+)/u.exec(group)?.[1];
    if (inside) return pretty(tidy(inside));
  }
  const stated = /(単位\s*[:：]\s*(?<said>\S{1,8})|[\s:](?<percent>%))$/u.exec(
    open.replaceAll(GROUP, "").trimEnd(),
  )?.groups;
  return stated ? pretty(tidy(stated.said ?? stated.percent ?? "")) : null;
}

/** Units that brackets in a name use for something else: （市）（年間）. */
const NOT_IN_NAMES =
  /^([市町村国県区園所課校者館泊年月週日]|[年月週]間|地[区域]|市町村?|町村|公園|自治会|[学高]校|病院|診療所|会場|大会|法人|団体)$/u;

const SAME: readonly (readonly [RegExp, string])[] = [
  [/^(か|カ|ヶ|ケ|ヵ|個)所/u, "箇所"],
  [/^名/u, "人"],
  [/^才/u, "歳"],
  [/^t(?![-A-Za-z])/u, "トン"],
  [/^ヘクタール/u, "ha"],
  [/^(ヶ|カ|ケ|ヵ)月/u, "か月"],
  [/^店舗/u, "店"],
  [/^取り組み/u, "取組"],
];

/** Do two printed units mean the same measure: 箇所 and か所, 人 and 名. `t-CO2` and `t-CO2/年` do not. */
export function sameUnit(a: string | null, b: string | null): boolean {
  const canonical = (unit: string | null) =>
    SAME.reduce((text, [pattern, word]) => text.replace(pattern, word), unit === null ? "" : tidy(unit));
  return canonical(a) === canonical(b);
}
