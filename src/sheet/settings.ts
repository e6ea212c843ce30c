/**
 * What the user decided for a workbook, stored in it. zod guards it: a broken setting is reported and left out, the
 * rest is used.
 */
import * as z from "zod/mini";
import { findRubric } from "../kpi/rubric";
import { rubricFromTable } from "../kpi/rubric-table";
import type { Rubric } from "../kpi/types";

export const SETTINGS_VERSION = 1;

const directionSchema = z.enum(["up", "down", "keepUp", "keepDown"]);
/** A choice that may be missing, or made as 「なし」. */
const optionalText = z.optional(z.nullable(z.string()));
const columnsSchema = z.object({
  no: optionalText,
  name: z.optional(z.string()),
  part: optionalText,
  unit: optionalText,
  direction: optionalText,
  baseline: optionalText,
  target: optionalText,
  actual: optionalText,
  grade: optionalText,
});

/** A column chosen by hand: its header text finds it again after columns were inserted; the letter is the fallback. */
const mappingSchema = z.object({
  sheet: z.string(),
  /** Header texts of the table, from left to right: it is found again by them. */
  table: z.string(),
  columns: columnsSchema,
});

const rubricSchema = z.union([
  z.object({ preset: z.string().check(z.refine((name) => findRubric(name) !== null)) }),
  z.object({ name: z.string(), table: z.array(z.array(z.union([z.string(), z.number()]))) }),
]);

const filled = z.string().check(z.minLength(1));

/** 施策の状況 in words by thresholds: the first band whose least share is reached. Shares are exact decimal texts. */
const statusSchema = z.object({
  measure: z.enum(["points", "met", "rate"]),
  bands: z.array(z.object({ word: filled, min: z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/)) })).check(z.minLength(1)),
  otherwise: filled,
});

const keptSchema = z.object({ grade: z.string(), reason: z.string() });

/** One entry per setting: parsed alone, so that one broken entry does not take the others with it. */
const FIELDS = {
  rubric: z.nullable(rubricSchema),
  /** Fiscal year by sheet name. */
  years: z.record(z.string(), z.int().check(z.minimum(1900), z.maximum(2200))),
  /** By indicator key. */
  directions: z.record(z.string(), directionSchema),
  mappings: z.array(mappingSchema),
  /** More words for headers: word → part. */
  words: z.record(
    z.string(),
    z.enum(["name", "baseline", "target", "milestone", "actual", "grade", "rate", "unit", "remarks", "ignore"]),
  ),
  /** Own grades that are kept for good, by indicator key. */
  kept: z.record(z.string(), keptSchema),
  /** Findings marked 確認済み, by their key, with the reason. */
  acknowledged: z.record(z.string(), z.object({ reason: z.string() })),
  targetThatCounts: z.nullable(z.enum(["final", "year"])),
  missingActual: z.nullable(z.enum(["grade", "older"])),
  /** Share of the way due, by fiscal year: "0.5". */
  expected: z.record(z.string(), z.string().check(z.regex(/^(?:0?\.\d+|[01](?:\.\d+)?)$/))),
  grouping: z.nullable(z.enum(["goal", "measure", "owner", "sheet"])),
  compositeRule: z.enum(["worst", "majority"]),
  /** What counts as one in 集計: each row, the worst of 男性 / 女性 and the like, or each value of a cell. */
  rollupParts: z.enum(["rows", "worst", "each"]),
  /** 再掲: the same KPI in two places. */
  rollupRepeated: z.enum(["each", "once"]),
  /** Of shares on the summary sheet; the sheet's own block is rounded as cities do, each by itself. */
  rollupRounding: z.enum(["largestRemainder", "plain"]),
  rollupStatus: z.nullable(statusSchema),
  /** Names of groups corrected by the user: printed path, its parts joined by a line break → name. */
  groupNames: z.record(z.string(), z.string()),
  /** 施策の進捗状況: number of projects per status word, by sheet name. */
  progressCounts: z.record(z.string(), z.record(z.string(), z.int().check(z.minimum(0), z.maximum(10_000)))),
  /** Sheets and tables left out by the user. */
  ignoredTables: z.array(z.string()),
} as const;

type Fields = { [K in keyof typeof FIELDS]: z.infer<(typeof FIELDS)[K]> };
export interface Settings extends Readonly<Fields> {
  readonly version: typeof SETTINGS_VERSION;
}
export type TableMapping = z.infer<typeof mappingSchema>;

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  rubric: null,
  years: {},
  directions: {},
  mappings: [],
  words: {},
  kept: {},
  acknowledged: {},
  targetThatCounts: null,
  missingActual: null,
  expected: {},
  grouping: null,
  compositeRule: "worst",
  rollupParts: "rows",
  rollupRepeated: "each",
  rollupRounding: "largestRemainder",
  rollupStatus: null,
  groupNames: {},
  progressCounts: {},
  ignoredTables: [],
};

const NAMES: Readonly<Record<keyof Fields, string>> = {
  rubric: "評価基準",
  years: "年度",
  directions: "望ましい方向",
  mappings: "列の割り当て",
  words: "見出しの語",
  kept: "残す評価",
  acknowledged: "確認済みの指摘",
  targetThatCounts: "比べる目標",
  missingActual: "実績がないときの扱い",
  expected: "期待される割合",
  grouping: "集計のまとまり",
  compositeRule: "複数の値の評価",
  rollupParts: "集計での数え方",
  rollupRepeated: "再掲の数え方",
  rollupRounding: "割合の端数",
  rollupStatus: "状況の区分",
  groupNames: "まとまりの名前",
  progressCounts: "事業の進捗状況の数",
  ignoredTables: "対象外の表",
};

export interface ParsedSettings {
  readonly settings: Settings;
  /** One Japanese sentence for each setting that was left out. */
  readonly problems: readonly string[];
}

/** Settings from stored or imported data of any shape. Never throws. */
export function parseSettings(data: unknown): ParsedSettings {
  if (data === null || data === undefined) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (typeof data !== "object" || Array.isArray(data)) {
    return { settings: DEFAULT_SETTINGS, problems: ["設定を読めませんでした。既定の設定を使います。"] };
  }
  const source = data as Record<string, unknown>;
  const version = source.version;
  const problems: string[] = [];
  if (typeof version === "number" && version > SETTINGS_VERSION) {
    problems.push("新しい版で保存された設定です。この版で読める部分だけを使います。");
  }
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const field of Object.keys(FIELDS) as (keyof Fields)[]) {
    if (source[field] === undefined) continue;
    const { value, left } = parseField(field, source[field]);
    if (value !== undefined) settings[field] = value;
    if (left > 0)
      problems.push(`設定「${NAMES[field]}」に読めないものが${left}件ありました。その部分は使わず、残りを使います。`);
  }
  return { settings: settings as unknown as Settings, problems };
}

/** Maps and lists are read entry by entry; anything else as a whole. */
function parseField(field: keyof Fields, raw: unknown): { value: unknown; left: number } {
  const schema: z.ZodMiniType = FIELDS[field];
  const whole = schema.safeParse(raw);
  if (whole.success) return { value: whole.data, left: 0 };
  if (schema instanceof z.ZodMiniRecord && typeof raw === "object" && raw !== null && !Array.isArray(raw)) {
    const entries = Object.entries(raw).map(([key, value]) => [key, schema.safeParse({ [key]: value })] as const);
    const good = entries.flatMap(([key, one]) =>
      one.success ? [[key, (one.data as Record<string, unknown>)[key]] as const] : [],
    );
    return { value: Object.fromEntries(good), left: entries.length - good.length };
  }
  if (schema instanceof z.ZodMiniArray && Array.isArray(raw)) {
    const items = raw.map((item) => schema.safeParse([item]));
    const good = items.flatMap((one) => (one.success ? (one.data as unknown[]) : []));
    return { value: good, left: items.length - good.length };
  }
  return { value: undefined, left: 1 };
}

/** Settings as the text of a file. */
export const exportSettings = (settings: Settings): string => `${JSON.stringify(settings, null, 2)}\n`;

/** Settings from the text of a file; a text that is no JSON gives the defaults and a sentence. */
export function importSettings(text: string): ParsedSettings {
  try {
    return parseSettings(JSON.parse(text) as unknown);
  } catch {
    return {
      settings: DEFAULT_SETTINGS,
      problems: ["設定ファイルを読めませんでした（JSONではありません）。設定は変えていません。"],
    };
  }
}

/** The rubric that the settings name; null where they name none or their table cannot be read. */
export function rubricOfSettings(settings: Settings): Rubric | null {
  const { rubric } = settings;
  if (rubric === null) return null;
  if ("preset" in rubric) return findRubric(rubric.preset);
  return rubricFromTable(rubric.table, rubric.name).rubric;
}
