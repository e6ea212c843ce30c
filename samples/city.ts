/** Indicators of an invented city, for layouts that the published plans do not show. */
import { baseUnit, inBaseUnits } from "./facts";
import type { IndicatorTruth } from "./truth";

export interface CityKpi {
  readonly name: string;
  /** As a unit column prints it. */
  readonly unit: string;
  readonly decimals: number;
  readonly direction: NonNullable<IndicatorTruth["direction"]>;
  readonly baseline: number | null;
  readonly baselineYear: number;
  readonly target: number | null;
  readonly targetYear: number;
  /** Targets of the years on the way. */
  readonly milestones: Readonly<Record<number, number>>;
  readonly actuals: Readonly<Record<number, number | null>>;
  readonly goal: string;
  readonly measure: string;
  readonly owner: string;
}

const GOALS = [
  "基本目標1 しごとをつくる",
  "基本目標2 ひとの流れをつくる",
  "基本目標3 安心して暮らせるまちをつくる",
] as const;

const years = (from: number, values: readonly (number | null)[]): Record<number, number | null> =>
  Object.fromEntries(values.map((value, i) => [from + i, value]));

function kpi(
  goal: 0 | 1 | 2,
  measure: string,
  owner: string,
  [name, unit, decimals, direction]: readonly [string, string, number, CityKpi["direction"]],
  [baseline, target]: readonly [number | null, number | null],
  milestones: readonly number[],
  actuals: readonly (number | null)[],
): CityKpi {
  return {
    name,
    unit,
    decimals,
    direction,
    baseline,
    baselineYear: 2019,
    target,
    targetYear: 2025,
    milestones: years(2021, milestones) as Record<number, number>,
    actuals: years(2021, actuals),
    goal: GOALS[goal],
    measure,
    owner,
  };
}

/** R1 baseline, R7 target, milestones and actuals of R3, R4, R5. */
export const CITY = {
  startups: kpi(0, "1-1 創業の支援", "商工課", ["新規創業者数", "人", 0, "up"], [32, 60], [38, 44, 50], [35, 41, 48]),
  shipments: kpi(
    0,
    "1-2 ものづくりの振興",
    "商工課",
    ["製造品出荷額等", "億円", 0, "up"],
    [1250, 1300],
    [1260, 1270, 1280],
    [1198, 1287, 1342],
  ),
  farmers: kpi(
    0,
    "1-3 農業の担い手づくり",
    "農政課",
    ["認定農業者数", "経営体", 0, "keepUp"],
    [146, 146],
    [146, 146, 146],
    [147, 143, 141],
  ),
  visitors: kpi(
    1,
    "2-1 観光の推進",
    "観光課",
    ["観光入込客数", "万人", 1, "up"],
    [85.4, 100],
    [88, 91, 94],
    [41.2, 66.8, 79.1],
  ),
  consultations: kpi(
    1,
    "2-2 移住・定住の促進",
    "企画課",
    ["移住相談件数", "件", 0, "up"],
    [1120, 2000],
    [1250, 1400, 1600],
    [1308, 1455, 1731],
  ),
  outflow: kpi(
    1,
    "2-2 移住・定住の促進",
    "企画課",
    ["若年層の転出超過数", "人", 0, "down"],
    [214, 150],
    [200, 190, 180],
    [231, 205, 188],
  ),
  satisfaction: kpi(
    2,
    "3-1 健康づくり",
    "健康課",
    ["健康診査の受診率", "％", 1, "up"],
    [42.5, 60],
    [46, 49, 52],
    [39.8, 43.1, 46.9],
  ),
  waiting: kpi(
    2,
    "3-2 子育て環境の充実",
    "こども課",
    ["保育所等の待機児童数", "人", 0, "down"],
    [15, 0],
    [10, 6, 3],
    [12, 6, 0],
  ),
  crimes: kpi(
    2,
    "3-3 安全なまちづくり",
    "危機管理課",
    ["刑法犯認知件数", "件", 0, "down"],
    [412, 350],
    [400, 390, 380],
    [377, 401, 436],
  ),
  waste: kpi(
    2,
    "3-4 環境にやさしい暮らし",
    "環境課",
    ["1人1日当たりのごみ排出量", "g", 0, "down"],
    [905, 850],
    [895, 885, 875],
    [921, 914, 899],
  ),
  lectures: kpi(
    2,
    "3-5 生涯学習",
    "生涯学習課",
    ["公民館講座の開催回数", "回", 0, "keepUp"],
    [24, 24],
    [24, 24, 24],
    [11, 22, 25],
  ),
  surplus: kpi(
    2,
    "3-6 健全な財政",
    "財政課",
    ["ふるさと納税寄附額", "千円", 0, "up"],
    [48200, 80000],
    [52000, 60000, 66000],
    [61350, 58020, 44310],
  ),
} as const satisfies Record<string, CityKpi>;

export const ALL: readonly CityKpi[] = Object.values(CITY);

const MULTIPLIERS: Readonly<Record<string, number>> = { 億円: 1e8, 万人: 1e4, 千円: 1e3 };

/** A figure of this indicator in base units. */
export const figure = (k: CityKpi, value: number | null | undefined): number | null =>
  inBaseUnits(value, { unit: k.unit, unitMultiplier: MULTIPLIERS[k.unit] ?? 1 });

export const unitTruth = (k: CityKpi): string | null => baseUnit(k.unit);

/** "1,342" */
export const plain = (k: CityKpi, value: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: k.decimals, maximumFractionDigits: k.decimals });

export const formatOf = (k: CityKpi): string => (k.decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(k.decimals)}`);

const WIDE = "０１２３４５６７８９";

/** Digits, comma and point as full-width characters. */
export const fullWidth = (text: string): string =>
  text
    .replace(/[0-9]/g, (d) => WIDE[Number(d)] as string)
    .replace(/,/g, "，")
    .replace(/\./g, "．");
