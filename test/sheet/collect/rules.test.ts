/** Every rule across departments: files that it finds something in, and files of which it says nothing. */
import { CROSS_RULES, placeName, readSubmission, type Submission } from "../../../src/sheet/collect";
import { findCross } from "../../../src/sheet/collect/collection";
import { DEFAULT_SETTINGS } from "../../../src/sheet/settings";
import { book, draw } from "../draw";

const HEAD = "| No. | 施策 | 指標名 | 単位 | 基準値（H30） | R2実績 | R3実績 | 目標値（R6） | 評価 | 担当課 |";

/** Lines of a table in the order of HEAD. */
const table = (...lines: readonly string[]): string =>
  `| KPI進捗管理表（令和3年度実績） |\n${HEAD}\n${lines.join("\n")}`;

interface File {
  readonly name: string;
  readonly sheets: Readonly<Record<string, string>>;
}

const file = (name: string, sheets: File["sheets"] | string): File => ({
  name,
  sheets: typeof sheets === "string" ? { KPI一覧: sheets } : sheets,
});

const read = ({ name, sheets }: File): Submission =>
  readSubmission(
    name,
    book(...Object.entries(sheets).map(([sheet, drawing]) => draw(drawing, { name: sheet }))),
    DEFAULT_SETTINGS,
  );

const LIBRARY = "| 1 | 学びの推進 | 図書館の年間貸出冊数 | 冊 | #1000 | #1100 | #1200 | #1500 | | 図書館 |";
const HALL = "| 2 | 学びの推進 | 公民館講座の参加者数 | 人 | #300 | #310 | #320 | #400 | | 生涯学習課 |";
const BUS = "| 3 | 交通の充実 | コミュニティバスの利用者数 | 人 | #500 | #480 | #490 | #700 | | 交通課 |";
const legend = (a: string): string =>
  ["S 目標値を達成", `A ${a}`, "B 基準値より上昇（10%未満）", "C 基準値より下落（10%未満）", "D それ以外", "― 実績なし"]
    .map((line) => `| ${line} |`)
    .join("\n");
const withLegend = (line: string, a: string): string => `${table(line)}\n| |\n| 評価基準 |\n${legend(a)}`;

interface Case {
  readonly title: string;
  readonly rule: string;
  readonly files: readonly File[];
  readonly own?: File;
  /** Severity, the files and cells in their order, and words of the message; null: nothing is said. */
  readonly found: {
    readonly severity: string;
    readonly places: readonly string[];
    readonly says: readonly string[];
  } | null;
}

const CASES: readonly Case[] = [
  {
    title: "one actual of a shared KPI differs: the odd one out stands first",
    rule: "submitted-value-differs",
    files: [
      file("a.xlsx", table(LIBRARY)),
      file("b.xlsx", table(LIBRARY.replace("#1200", "#1020"))),
      file("c.xlsx", table(LIBRARY, HALL)),
    ],
    found: {
      severity: "error",
      places: ["b.xlsx KPI一覧!G3", "a.xlsx KPI一覧!G3", "c.xlsx KPI一覧!G3"],
      says: ["「図書館の年間貸出冊数」", "令和3年度の実績値", "「1020冊」はb.xlsx", "「1200冊」はa.xlsx", "ほか1か所"],
    },
  },
  {
    title: "the target of the planning department's own list differs",
    rule: "submitted-value-differs",
    files: [file("a.xlsx", table(LIBRARY.replace("#1500", "#1600")))],
    own: file("一覧.xlsx", table(LIBRARY, HALL)),
    found: {
      severity: "error",
      places: ["a.xlsx KPI一覧!H3", "一覧.xlsx KPI一覧!H3"],
      says: ["目標値", "「1600冊」", "「1500冊」"],
    },
  },
  {
    title: "rounded in one file: to be looked at, no error",
    rule: "submitted-value-differs",
    files: [
      file("a.xlsx", table("| 1 | 健康 | 健康診査の受診率 | ％ | 42.5 | 43.0 | 46.94 | 60 | | 健康課 |")),
      file("b.xlsx", table("| 1 | 健康 | 健康診査の受診率 | ％ | 42.5 | 43.0 | 46.9 | 60 | | 保険課 |")),
    ],
    found: {
      severity: "warning",
      places: ["a.xlsx KPI一覧!G3", "b.xlsx KPI一覧!G3"],
      says: ["端数", "「46.94%」はa.xlsx", "「46.9%」はb.xlsx"],
    },
  },
  {
    title: "the value of the year stands in one file only",
    rule: "submitted-value-differs",
    files: [file("a.xlsx", table(LIBRARY)), file("b.xlsx", table(LIBRARY.replace("#1200", "-"), HALL))],
    found: {
      severity: "warning",
      places: ["b.xlsx KPI一覧!G3", "a.xlsx KPI一覧!G3"],
      says: ["一方のシートにだけ", "「-」はb.xlsx"],
    },
  },
  {
    title: "the same figures in another notation and another unit of thousands",
    rule: "submitted-value-differs",
    files: [
      file(
        "a.xlsx",
        table("| 1 | 産業 | 工業製品の年間出荷額 | 千円 | 48,200 | 58,020 | 61,350 | 80,000 | | 商工課 |"),
      ),
      file(
        "b.xlsx",
        table("| 1 | 産業 | 工業製品の年間出荷額 | | 4,820万円 | 5,802万円 | 6,135万円 | 8,000万円 | | 企画課 |"),
      ),
    ],
    found: null,
  },
  {
    title: "利用者数 of two halls are two things",
    rule: "submitted-value-differs",
    files: [
      file("a.xlsx", table("| 1 | 文化 | 利用者数 | 人 | #100 | #110 | #120 | #150 | | 文化課 |")),
      file("b.xlsx", table("| 1 | 体育 | 利用者数 | 人 | #900 | #910 | #920 | #950 | | スポーツ課 |")),
    ],
    found: null,
  },
  {
    title: "twice in one file is for the checks of that file",
    rule: "submitted-value-differs",
    files: [
      file("a.xlsx", { 様式1: table(LIBRARY), 様式2: table(LIBRARY.replace("#1200", "#1020")) }),
      file("b.xlsx", table(BUS)),
    ],
    found: null,
  },
  {
    title: "persons here, times there",
    rule: "submitted-definition-differs",
    files: [file("a.xlsx", table(BUS)), file("b.xlsx", table(BUS.replace("| 人 |", "| 回 |"), HALL))],
    found: {
      severity: "warning",
      places: ["a.xlsx KPI一覧!C3", "b.xlsx KPI一覧!C3"],
      says: ["単位", "「人」", "「回」"],
    },
  },
  {
    title: "one unit in two spellings",
    rule: "submitted-definition-differs",
    files: [
      file("a.xlsx", table("| 1 | 健康 | 健康診査の受診率 | ％ | 42.5 | 43.0 | 46.9 | 60 | | 健康課 |")),
      file("b.xlsx", table("| 1 | 健康 | 健康診査の受診率 | % | 42.5 | 43.0 | 46.9 | 60 | | 保険課 |")),
    ],
    found: null,
  },
  {
    title: "a telling name, and no figure in common",
    rule: "submitted-name-shared",
    files: [
      file("a.xlsx", table(BUS)),
      file("b.xlsx", table("| 9 | 観光の振興 | コミュニティバスの利用者数 | 人 | #51 | #52 | #53 | #54 | | 観光課 |")),
    ],
    found: {
      severity: "warning",
      places: ["a.xlsx KPI一覧!C3", "b.xlsx KPI一覧!C3"],
      says: ["同じ名称", "基準値 500人・目標値 700人", "基準値 51人・目標値 54人"],
    },
  },
  {
    title: "a short name says nothing",
    rule: "submitted-name-shared",
    files: [
      file("a.xlsx", table("| 1 | 文化 | 利用者数 | 人 | #100 | #110 | #120 | #150 | | 文化課 |")),
      file("b.xlsx", table("| 1 | 体育 | 利用者数 | 人 | #900 | #910 | #920 | #950 | | スポーツ課 |")),
    ],
    found: null,
  },
  {
    title: "the same file twice",
    rule: "submitted-twice",
    files: [file("図書館.xlsx", table(LIBRARY, HALL)), file("図書館 (1).xlsx", table(LIBRARY, HALL))],
    found: {
      severity: "error",
      places: ["図書館.xlsx ", "図書館 (1).xlsx "],
      says: ["内容も同じ", "一覧から外して"],
    },
  },
  {
    title: "a mended version beside the first",
    rule: "submitted-twice",
    files: [
      file("図書館.xlsx", table(LIBRARY, HALL)),
      file("図書館（修正）.xlsx", table(LIBRARY.replace("#1200", "#1210"), HALL)),
    ],
    found: {
      severity: "error",
      places: ["図書館.xlsx ", "図書館（修正）.xlsx "],
      says: ["1件の値が異なります", "「図書館の年間貸出冊数」"],
    },
  },
  {
    title: "two departments with one KPI in common",
    rule: "submitted-twice",
    files: [file("a.xlsx", table(LIBRARY, HALL)), file("b.xlsx", table(LIBRARY, BUS))],
    found: null,
  },
  {
    title: "one limit of the rubric was changed",
    rule: "submitted-rubric-differs",
    files: [
      file("a.xlsx", withLegend(LIBRARY, "基準値より上昇（10%以上）")),
      file("b.xlsx", withLegend(HALL, "基準値より上昇（15%以上）")),
      file("c.xlsx", withLegend(BUS, "基準値より上昇（10%以上）")),
    ],
    found: {
      severity: "error",
      places: ["b.xlsx KPI一覧!A7", "a.xlsx KPI一覧!A7"],
      says: ["内容", "15%以上", "評価が変わります"],
    },
  },
  {
    title: "other words for the same limit",
    rule: "submitted-rubric-differs",
    files: [
      file("a.xlsx", withLegend(LIBRARY, "基準値より上昇（10%以上）")),
      file("b.xlsx", withLegend(HALL, "現状値より上昇（10%以上）")),
      file("c.xlsx", withLegend(BUS, "基準値より上昇（10%以上）")),
    ],
    found: {
      severity: "warning",
      places: ["b.xlsx KPI一覧!A7", "a.xlsx KPI一覧!A7"],
      says: ["表現", "現状値より上昇"],
    },
  },
  {
    title: "full-width digits are no other wording",
    rule: "submitted-rubric-differs",
    files: [
      file("a.xlsx", withLegend(LIBRARY, "基準値より上昇（10%以上）")),
      file("b.xlsx", withLegend(HALL, "基準値より上昇（１０％以上）")),
    ],
    found: null,
  },
  {
    title: "last year's form among this year's",
    rule: "submitted-year-differs",
    files: [
      file("a.xlsx", table(LIBRARY)),
      file("b.xlsx", table(HALL).replace("令和3年度実績", "令和2年度実績")),
      file("c.xlsx", table(BUS)),
    ],
    found: { severity: "warning", places: ["b.xlsx KPI一覧"], says: ["令和2年度", "ほかは令和3年度"] },
  },
  {
    title: "one of each year is no majority",
    rule: "submitted-year-differs",
    files: [file("a.xlsx", table(LIBRARY)), file("b.xlsx", table(HALL).replace("令和3年度実績", "令和2年度実績"))],
    found: null,
  },
  {
    title: "a sheet of the form is gone",
    rule: "submitted-sheet-missing",
    files: [
      file("a.xlsx", { 様式１: table(LIBRARY), 様式２: "| 課題 |" }),
      file("b.xlsx", { 様式1: table(HALL), 様式2: "| 課題 |" }),
      file("c.xlsx", { 様式1: table(BUS) }),
      file("d.xlsx", {
        "様式 1": table("| 4 | 環境 | ごみの排出量 | g | #905 | #914 | #899 | #850 | | 環境課 |"),
        様式2: "| |",
      }),
    ],
    found: { severity: "warning", places: ["c.xlsx "], says: ["「様式２」がありません", "ほかの3ファイル"] },
  },
  {
    title: "every department names its sheet as it likes",
    rule: "submitted-sheet-missing",
    files: [
      file("a.xlsx", { 図書館: table(LIBRARY) }),
      file("b.xlsx", { 公民館: table(HALL) }),
      file("c.xlsx", { バス: table(BUS) }),
    ],
    found: null,
  },
  {
    title: "a KPI of the own list that nobody sent",
    rule: "kpi-not-submitted",
    files: [file("a.xlsx", table(LIBRARY)), file("b.xlsx", table(HALL))],
    own: file("一覧.xlsx", table(LIBRARY, HALL, BUS)),
    found: {
      severity: "warning",
      places: ["一覧.xlsx KPI一覧!C5"],
      says: ["「コミュニティバスの利用者数」", "担当は交通課"],
    },
  },
  {
    title: "the open workbook is about something else",
    rule: "kpi-not-submitted",
    files: [file("a.xlsx", table(LIBRARY))],
    own: file("別の計画.xlsx", table(BUS)),
    found: null,
  },
];

test.each(CASES)("$rule: $title", ({ rule, files, own, found }) => {
  const findings = findCross({ submissions: files.map(read), own: own ? read(own) : null });
  const [finding, ...more] = findings.filter((one) => one.rule === rule);
  expect(more).toEqual([]);
  if (found === null) {
    expect(finding).toBeUndefined();
    return;
  }
  expect(finding?.severity).toBe(found.severity);
  expect(finding?.places.map((place) => `${place.file} ${placeName(place)}`)).toEqual(found.places);
  for (const words of found.says) expect(finding?.message).toContain(words);
});

test("every rule has a case that it finds and one that it leaves alone, and a title in both languages", () => {
  for (const { id, title } of CROSS_RULES) {
    const own = CASES.filter(({ rule }) => rule === id);
    expect({ id, found: own.some(({ found }) => found !== null) }).toEqual({ id, found: true });
    expect({ id, silent: own.some(({ found }) => found === null) }).toEqual({ id, silent: true });
    expect(title.ja).toMatch(/[ぁ-ん]/);
    expect(title.en).toMatch(/^[A-Z][ -~]+$/);
  }
  expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(CROSS_RULES.map(({ id }) => id)));
});

test("different departments, different KPIs: nothing is said", () => {
  const files = [file("a.xlsx", table(LIBRARY)), file("b.xlsx", table(HALL)), file("c.xlsx", table(BUS))];
  expect(findCross({ submissions: files.map(read), own: null })).toEqual([]);
});
