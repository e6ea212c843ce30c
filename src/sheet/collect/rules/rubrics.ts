/** The rubric that each sheet prints: the same wording, and above all the same limits. */
import type { Band } from "../../../kpi/types";
import { majorityOf, variantsText, type CrossDraft, type CrossPlace, type CrossRule } from "../rule";
import { squeeze } from "../same-kpi";
import type { PrintedLine, PrintedRubric } from "../submission";

interface Source {
  readonly file: string;
  readonly sheet: string;
  readonly printed: PrintedRubric;
}

export const rubricDiffers: CrossRule = {
  id: "submitted-rubric-differs",
  title: {
    ja: "評価基準の書き方が、ほかの提出シートと異なります",
    en: "The printed rubric differs from that of the other sheets",
  },
  find: ({ submissions }) => {
    const sources = submissions.flatMap(({ file, sheets }) =>
      sheets.flatMap(({ name: sheet, printed }): Source[] => (printed === null ? [] : [{ file, sheet, printed }])),
    );
    const split = majorityOf(sources, ({ printed }) => printed.lines.map(({ text }) => squeeze(text)).join("\n"));
    const usual = split?.most[0];
    if (split === null || usual === undefined) return [];
    return split.rest.map((source): CrossDraft => {
      const grave = limits(source.printed) !== limits(usual.printed);
      const places = firstDifference(source, usual);
      return {
        severity: grave ? "error" : "warning",
        subject: `${source.file}|${source.sheet}`,
        message: `評価基準の${grave ? "内容" : "表現"}が、ほかの提出シートと異なります（${variantsText(places.map((place) => [place]))}）。${
          grave ? "同じ実績でも評価が変わります。" : ""
        }様式をそろえてください。`,
        places,
      };
    });
  },
};

const limits = ({ rubric }: PrintedRubric): string =>
  rubric.bands.map((b: Band) => [b.grade, b.measure, b.min, b.minExclusive, b.max, b.maxExclusive].join()).join("\n");

/** The first line in which two rubrics differ; 「記載なし」 where one has no such line. */
function firstDifference(a: Source, b: Source): CrossPlace[] {
  const [x, y] = [a.printed.lines, b.printed.lines];
  const text = (line: PrintedLine | undefined): string => squeeze(line?.text ?? "");
  const length = Math.max(x.length, y.length);
  const at = Array.from({ length }, (_, i) => i).find((i) => text(x[i]) !== text(y[i])) ?? 0;
  return [a, b].map(({ file, sheet, printed: { lines } }) => {
    const line = lines[at] ?? null;
    const { row, column } = line ?? lines[0] ?? { row: null, column: null };
    return { file, sheet, row, column, text: line?.text ?? "記載なし" };
  });
}
