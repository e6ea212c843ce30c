/** The sum behind each figure of a group, in one sentence. */
import { decimal, divide, multiply, toText, type Ratio } from "../../kpi/decimal";
import { percent } from "../../kpi/format";
import type { Language, RateMethod } from "../../kpi/types";
import type { RollupGroup, RollupResult } from "./groups";
import { fullPoints, type StatusFinding } from "./status";

const METHODS: Readonly<Record<RateMethod, Readonly<Record<Language, string>>>> = {
  changeRate: { ja: "変化率", en: "change" },
  progressRate: { ja: "進捗率", en: "progress" },
  attainmentRate: { ja: "達成率", en: "attainment" },
};

const tenths = (share: Ratio): string => percent(share, 1, false);
const mean = (value: Ratio): string => toText(divide(value, 2));
const bound = (text: string): string => `${toText(multiply(decimal(text), decimal(100)))}%`;

/** 「S 2　D 1　― 1（計4件）」; what could not be judged has a word of its own. */
export function countsSentence(group: RollupGroup, language: Language): string {
  const words =
    language === "ja"
      ? { none: "判定不能", total: (n: number) => `（計${n}件）` }
      : { none: "not judged", total: (n: number) => ` (${n} in all)` };
  const parts = [...group.counts]
    .filter(([, n]) => n > 0)
    .map(([grade, n]) => `${grade === "" ? words.none : grade} ${n}`);
  return `${parts.join(language === "ja" ? "　" : ", ")}${words.total(group.total)}`;
}

/** 「目標達成は11件のうち3件（27.3%）です。」 with what was left out. */
export function metSentence({ met, total }: RollupGroup, language: Language): string {
  const { part, whole, share } = met;
  const left = total - whole;
  if (language === "en") {
    const rest = left > 0 ? ` ${left} without actual or target figures are left out.` : "";
    return share === null
      ? `No target could be compared.${rest}`
      : `${part} of ${whole} targets met (${tenths(share)}).${rest}`;
  }
  const rest = left > 0 ? `実績や目標の数値がない${left}件は除きます。` : "";
  return share === null
    ? `目標と比べられるKPIがありません。${rest}`
    : `目標達成は${whole}件のうち${part}件（${tenths(share)}）です。${rest}`;
}

/** 「平均点は3.64点（5点満点、11件の合計40点）です。」; null where the rubric has no points or nothing is graded. */
export function pointsSentence({ points, members }: RollupGroup, language: Language): string | null {
  const rubric = members[0]?.rubric;
  const full = rubric ? fullPoints(rubric) : null;
  const average = points?.mean ?? null;
  if (points === null || average === null || full === null) return null;
  const { count } = points;
  const sum = toText(points.sum);
  return language === "ja"
    ? `平均点は${mean(average)}点（${full}点満点、${count}件の合計${sum}点）です。`
    : `Mean ${mean(average)} of ${full} points (${sum} points over ${count} KPIs).`;
}

/** 「変化率の平均は5.2%（10件）です。率のない2件は除きます。」; null where no rate is known. */
export function meanSentence({ mean: found, total }: RollupGroup, language: Language): string | null {
  if (found.mean === null || found.method === null) return null;
  const left = total - found.count;
  const name = METHODS[found.method][language];
  const value = percent(found.mean, 1, found.method === "changeRate");
  if (language === "en")
    return `Mean ${name} ${value} over ${found.count} KPIs.${left > 0 ? ` ${left} without such a rate are left out.` : ""}`;
  return `${name}の平均は${value}（${found.count}件）です。${left > 0 ? `${name}のない${left}件は除きます。` : ""}`;
}

/** 「最低はD、最も多いのはSです。」; null where nothing is graded. */
export function extremesSentence({ worst, majority }: RollupGroup, language: Language): string | null {
  if (worst === null || majority === null) return null;
  return language === "ja"
    ? `最低は${worst}、最も多いのは${majority}です。`
    : `Worst ${worst}, most frequent ${majority}.`;
}

/** 「概ね順調：平均点は満点の72.7%で、60%以上80%未満です。」; null where there is no status. */
export function statusSentence({ status }: RollupGroup, language: Language): string | null {
  if (status === null) return null;
  const share = percent(status.share, 1, false);
  return language === "ja"
    ? `${status.word}：${WHAT[status.measure].ja}${share}で、${boundsJa(status)}です。`
    : `${status.word}: ${WHAT[status.measure].en} ${share}, ${boundsEn(status)}.`;
}

const WHAT: Readonly<Record<StatusFinding["measure"], Readonly<Record<Language, string>>>> = {
  points: { ja: "平均点は満点の", en: "mean points are" },
  met: { ja: "目標達成の割合は", en: "share of targets met" },
  rate: { ja: "率の平均は", en: "mean rate" },
};

function boundsJa({ min, below }: StatusFinding): string {
  return [min === null ? "" : `${bound(min)}以上`, below === null ? "" : `${bound(below)}未満`].join("");
}

function boundsEn({ min, below }: StatusFinding): string {
  return [min === null ? "" : `at least ${bound(min)}`, below === null ? "" : `below ${bound(below)}`]
    .filter(Boolean)
    .join(", ");
}

/** What has to be known to read the table: rubric, ―, rounding, 再掲, several rubrics. */
export function resultNotes(result: RollupResult, language: Language): string[] {
  const { rubrics, all, repeats, rounding } = result;
  const ja = language === "ja";
  const notes: string[] = [];
  const names = rubrics.map(({ name }) => name).join(ja ? "、" : ", ");
  if (names !== "") notes.push(ja ? `評価基準：${names}` : `Rubric: ${names}`);
  const [first] = rubrics;
  if (first && (all.counts.get(first.noActualGrade) ?? 0) > 0)
    notes.push(
      ja
        ? `「${first.noActualGrade}」は実績がなく評価できないKPIです。計に含め、目標達成率と平均点には含めません。`
        : `"${first.noActualGrade}": no actual yet; counted in the total, not in the share of targets met or the mean points.`,
    );
  if ((all.counts.get("") ?? 0) > 0)
    notes.push(
      ja
        ? "「判定不能」はセルの内容から評価を計算できないKPIです。"
        : "Not judged: the cells do not allow a grade to be computed.",
    );
  if (rubrics.length > 1)
    notes.push(
      ja
        ? "評価基準が複数あるため、それらにまたがる平均点と状況は計算していません。"
        : "Several rubrics are in use: mean points and status across them are not computed.",
    );
  notes.push(
    rounding === "plain"
      ? ja
        ? "割合はそれぞれ四捨五入しているため、合計が100.0%にならないことがあります。"
        : "Shares are rounded one by one and may not add up to 100.0%."
      : ja
        ? "割合は合計が100.0%になるように端数を調整しています（最大剰余法）。"
        : "Shares are rounded so that they add up to 100.0% (largest remainder).",
  );
  if (repeats.length > 0)
    notes.push(
      ja ? `再掲の${repeats.length}件は1回だけ数えています。` : `${repeats.length} repeated KPIs are counted once.`,
    );
  return notes;
}
