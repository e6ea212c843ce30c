/** What was handed in: sheets that are missing, last year's form, the same form twice, KPIs of the own list that nobody sent. */
import { yearName } from "../../rollup/era";
import { majorityOf, type CrossDraft, type CrossPlace, type CrossRule } from "../rule";
import { agreement, kpiKey, shownName, squeeze } from "../same-kpi";
import type { Submission, SubmittedKpi } from "../submission";
import { namePlace } from "./shared-kpis";

const fileOnly = (file: string, text: string): CrossPlace => ({ file, sheet: null, row: null, column: null, text });

/** A form has a sheet when at least three files and two thirds of all do. */
const ENOUGH_FILES = 3;
const MOST = 2 / 3;

export const sheetMissing: CrossRule = {
  id: "submitted-sheet-missing",
  title: {
    ja: "ほかの提出ファイルにあるシートがありません",
    en: "A sheet that the other files have is missing",
  },
  find: ({ submissions }) => {
    if (submissions.length < ENOUGH_FILES) return [];
    const names = new Map<string, { readonly name: string; readonly files: Set<string> }>();
    for (const { file, sheetNames } of submissions) {
      for (const name of sheetNames) {
        const known = names.get(squeeze(name)) ?? { name, files: new Set<string>() };
        known.files.add(file);
        names.set(squeeze(name), known);
      }
    }
    return [...names.values()].flatMap(({ name, files }) => {
      if (files.size < ENOUGH_FILES || files.size < submissions.length * MOST) return [];
      return submissions
        .filter(({ file }) => !files.has(file))
        .map(({ file }): CrossDraft => ({
          severity: "warning",
          subject: `${file}|${name}`,
          message: `${file} にシート「${name}」がありません。ほかの${files.size}ファイルにはあります。シートの削除や名前の変更がないか、提出元にご確認ください。`,
          places: [fileOnly(file, `${name}なし`)],
        }));
    });
  },
};

export const yearDiffers: CrossRule = {
  id: "submitted-year-differs",
  title: {
    ja: "評価の年度がほかの提出シートと異なります",
    en: "The year graded differs from that of the other sheets",
  },
  find: ({ submissions }) => {
    const sheets = submissions.flatMap(({ file, sheets: all }) => all.map((sheet) => ({ ...sheet, file })));
    const dated = sheets.filter(({ year }) => year !== null);
    const split = majorityOf(dated, ({ year }) => String(year));
    const usual = split?.most[0]?.year ?? null;
    // One of each is no majority.
    if (split === null || usual === null || split.most.length <= split.rest.length) return [];
    return split.rest.map(({ file, name, year }): CrossDraft => ({
      severity: "warning",
      subject: `${file}|${name}`,
      message: `${file} のシート「${name}」は${yearName(year as number)}のシートです。ほかは${yearName(usual)}です（${split.most.length}シート）。前の年度のシートが提出されていないか、ご確認ください。`,
      places: [{ file, sheet: name, row: null, column: null, text: yearName(year as number) }],
    }));
  },
};

export const submittedTwice: CrossRule = {
  id: "submitted-twice",
  title: { ja: "同じシートが2回提出されています", en: "The same sheets were submitted twice" },
  find: ({ submissions }) => {
    const groups = new Map<string, Submission[]>();
    for (const one of submissions.filter(({ kpis }) => kpis.length > 0)) {
      const key = signature(one);
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].flatMap((group) => {
      const [first, ...others] = group;
      if (first === undefined || others.length === 0) return [];
      const changed = new Set(others.flatMap((other) => changedNames(first, other)));
      // One KPI in common, with other figures, may well be a KPI that two departments share.
      if (first.kpis.length === 1 && changed.size > 0) return [];
      const places = group.map(({ file, kpis }) => fileOnly(file, `KPI${kpis.length}件`));
      const what =
        changed.size === 0
          ? "内容も同じです"
          : `${changed.size}件の値が異なります（${[...changed].slice(0, 3).join("、")}${changed.size > 3 ? " ほか" : ""}）`;
      return [
        {
          severity: "error",
          subject: group.map(({ file }) => file).join("|"),
          message: `${group.map(({ file }) => file).join(" と ")} は同じKPIを並べたシートで、${what}。集計では両方が数えられます。使わないほうを一覧から外してください。`,
          places,
        } satisfies CrossDraft,
      ];
    });
  },
};

const signature = ({ owner, kpis }: Submission): string =>
  [squeeze(owner ?? ""), ...kpis.map((kpi) => kpiKey(kpi.indicator)).sort()].join("\n");

function changedNames(a: Submission, b: Submission): string[] {
  const others = new Map(b.kpis.map((kpi) => [kpiKey(kpi.indicator), kpi]));
  return a.kpis.flatMap((kpi) => {
    const other = others.get(kpiKey(kpi.indicator));
    return other === undefined || sayTheSame(kpi, other) ? [] : [shownName(kpi.indicator)];
  });
}

const sayTheSame = ({ indicator: a }: SubmittedKpi, { indicator: b }: SubmittedKpi): boolean =>
  (["baseline", "actual", "target"] as const).every((part) => {
    const [x, y] = [a[part].reading, b[part].reading];
    return (agreement(x, y) ?? (x.text.trim() === y.text.trim() ? "same" : "different")) === "same";
  });

export const notSubmitted: CrossRule = {
  id: "kpi-not-submitted",
  title: {
    ja: "このブックの一覧にあるKPIが、どの提出シートにもありません",
    en: "A KPI of this workbook's list is in no submitted sheet",
  },
  find: ({ own, submissions }) => {
    if (own === null) return [];
    const handedIn = new Set(submissions.flatMap(({ kpis }) => kpis.map((kpi) => kpiKey(kpi.indicator))));
    const missing = own.kpis.filter((kpi) => !handedIn.has(kpiKey(kpi.indicator)));
    // Another list altogether is no list of what should come.
    if (missing.length === own.kpis.length) return [];
    return missing.map((kpi): CrossDraft => {
      const owner = kpi.owner === null ? "" : `担当は${kpi.owner}です。`;
      return {
        severity: "warning",
        subject: kpiKey(kpi.indicator),
        message: `${shownName(kpi.indicator)}は、このブックの一覧（${kpi.sheet}）にありますが、どの提出シートにもありません。${owner}未提出のシートや名称の変更がないか、ご確認ください。`,
        places: [namePlace(kpi, "提出なし")],
      };
    });
  },
};
