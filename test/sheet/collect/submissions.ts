/**
 * What the planning department of an invented city receives: forty files. Twenty-four departments sent the form of the
 * sample 旭市, fourteen a list, one file arrived cut off, one with a password. All share one KPI of their goal; one
 * department turned its figures round.
 */
import { strToU8 } from "fflate";
import type { AsahiBook } from "../../../samples/asahi-book";
import { drawAsahi } from "../../../samples/asahi-form";
import { ASAHI_R3 } from "../../../samples/asahi-r3";
import { toBytes } from "../../../samples/book";
import type { CityKpi } from "../../../samples/city";
import { compoundFile } from "../../../samples/damaged/damaged";
import { layoutSample } from "../../../samples/layout";

export interface SubmittedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const THEMES =
  "広報 移住 観光 商店街 創業 農業 水産 林業 港湾 道路 公園 住宅 上水道 下水道 河川 交通 防災 消防 防犯 環境 ごみ減量 省エネ 子育て 保育 学校教育 図書館 文化財 スポーツ 青少年 健康づくり 介護予防 障害福祉 生活支援 国民健康保険 人権 男女共同参画 市民協働 国際交流".split(
    " ",
  );
export const FORMS = 24;

/** The department that wrote −16 for −61. */
export const TURNED = 11;
export const TURNED_FILE = `${TURNED + 1}_${THEMES[TURNED]}課.xlsx`;
export const DAMAGED_FILE = "39_電算課.xlsx";
export const ENCRYPTED_FILE = "40_秘書課.xlsx";
/** KPIs of each file that can be read. */
export const KPIS_PER_FILE = 4;

function form(i: number, change: Partial<AsahiBook>): AsahiBook {
  const theme = THEMES[i] as string;
  const measure = `${101 + i} ${theme}推進プロジェクト`;
  const kpi = (at: number, name: string, baseline: number, target: number, actuals: readonly [number, number]) => ({
    // For the sample's own truth, which is not used here.
    fact: "asahi-r3-kpi-10",
    no: 3 * i + at,
    name: `${theme}${name}`,
    baseline: `${baseline.toLocaleString("en-US")}件 (30年度)`,
    target: `${target.toLocaleString("en-US")}件`,
    actuals: actuals.map((n) => `${n.toLocaleString("en-US")}件`),
  });
  return {
    ...ASAHI_R3,
    sheetName: measure,
    measure,
    owner: `${theme}課`,
    related: null,
    date: "令和4年10月3日",
    group: [ASAHI_R3.group[0] as string, measure],
    goalIndicator: { ...ASAHI_R3.goalIndicator, actuals: [-74, i === TURNED ? -16 : -61] },
    kpis: [
      kpi(1, "講座の開催件数", 40 + i, 60 + i, [44 + i, 48 + i]),
      kpi(2, "に関する相談件数", 1200 + 10 * i, 1500 + 10 * i, [1100 + 7 * i, 1300 + 11 * i]),
      kpi(3, "に協力する事業所の登録件数", 12 + i, 30 + i, [12 + i, 33 + i]),
    ],
    reasons: [`${theme}に関する事業を計画のとおり進めた。`],
    issues: ["・職員の体制を整える必要がある。"],
    policy: ["・体制を見直しながら続ける。"],
    opinions: { ...ASAHI_R3.opinions, lines: ["①今後も続けてほしい。"] },
    answers: { ...ASAHI_R3.answers, lines: ["①今後も続けていきます。"] },
    projects: [],
    ...change,
  };
}

/** The form of one department as a file. */
export async function formBytes(i: number, change: Partial<AsahiBook> = {}): Promise<Uint8Array> {
  return await toBytes(drawAsahi(form(i, change)).workbook);
}

/** The list of one department as a file, named as its theme; `edit` changes its KPIs. */
export async function listBytes(i: number, edit: (kpis: CityKpi[]) => CityKpi[] = (kpis) => kpis): Promise<Uint8Array> {
  const theme = THEMES[i] as string;
  const kpi = (name: string, unit: string, [baseline, actual, target]: readonly [number, number, number]): CityKpi => ({
    name: `${theme}${name}`,
    unit,
    decimals: 0,
    direction: "up",
    baseline,
    baselineYear: 2018,
    target,
    targetYear: 2024,
    milestones: {},
    actuals: { 2020: baseline, 2021: actual },
    goal: ASAHI_R3.group[0] as string,
    measure: `${101 + i} ${theme}推進プロジェクト`,
    owner: `${theme}課`,
  });
  const shared: CityKpi = {
    ...kpi("", "人", [-11, -61, 0]),
    name: "人口の社会増減",
    actuals: { 2020: -74, 2021: -61 },
  };
  const kpis = edit([
    shared,
    kpi("サポーターの人数", "人", [20 + i, 26 + i, 40 + i]),
    kpi("施設を利用した市民の割合", "％", [30, 30 + (i % 7), 45]),
    kpi("イベントの参加者数", "人", [800 + i, 700 + i, 1000 + i]),
  ]);
  const sample = layoutSample("submitted", theme, [
    {
      name: "KPI一覧",
      title: { at: "B1", text: `${theme}課 KPI進捗管理表（令和3年度実績）` },
      year: 2021,
      tables: [
        {
          head: {
            B3: "No.",
            C3: "施策",
            D3: "指標名",
            E3: "単位",
            F3: "基準値\n（H30）",
            G3: "R2実績",
            H3: "R3実績",
            I3: "目標値\n（R6）",
            J3: "評価",
            K3: "担当課",
          },
          columns: [
            { at: "B", role: "no" },
            { at: "C", role: "measure" },
            { at: "D", role: "name" },
            { at: "E", role: "unit" },
            { at: "F", role: "baseline" },
            { at: "G", role: "actual", year: 2020 },
            { at: "H", role: "actual", year: 2021 },
            { at: "I", role: "target", year: 2024 },
            { at: "J", role: "grade" },
            { at: "K", role: "owner" },
          ],
          lines: kpis.map((one) => (one === shared ? { kpi: one, cells: { I: "増加" } } : { kpi: one })),
          year: 2021,
        },
      ],
    },
  ]);
  return await sample.bytes();
}

export const encryptedBytes = (): Uint8Array =>
  compoundFile({ EncryptionInfo: Uint8Array.from([4, 0, 4, 0, 0x40, 0, 0, 0]), EncryptedPackage: strToU8("…") });

let made: Promise<readonly SubmittedFile[]> | null = null;

/** The forty files, made once per test run. */
export const fortyFiles = (): Promise<readonly SubmittedFile[]> => (made ??= makeForty());

async function makeForty(): Promise<readonly SubmittedFile[]> {
  const files: SubmittedFile[] = [];
  for (const [i, theme] of THEMES.entries()) {
    const bytes = i < FORMS ? await formBytes(i) : await listBytes(i);
    files.push({ name: `${i + 1}_${theme}課.xlsx`, bytes });
  }
  const whole = await formBytes(FORMS);
  return [
    ...files,
    { name: DAMAGED_FILE, bytes: whole.slice(0, Math.floor(whole.length * 0.6)) },
    { name: ENCRYPTED_FILE, bytes: encryptedBytes() },
  ];
}
