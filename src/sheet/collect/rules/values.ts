/** The same KPI in two files: its values, its unit, its direction. */
import { describeDirection } from "../../../kpi/direction";
import type { Reading } from "../../../kpi/types";
import { variantsText, type CrossDraft, type CrossRule } from "../rule";
import { agreement, kpiKey, shownName, unitOf } from "../same-kpi";
import type { SubmittedKpi } from "../submission";
import { namePlace, placeOf, sharedKpis, slotsOf, type SharedKpi, type Slot, type SlotValue } from "./shared-kpis";

const ASK = "正しい値を両方の課にご確認のうえ、そろえてください。";

export const valueDiffers: CrossRule = {
  id: "submitted-value-differs",
  title: {
    ja: "同じKPIの値が、提出シートの間で異なります",
    en: "The same KPI has different values in two submitted sheets",
  },
  find: (context) =>
    sharedKpis(context).linked.flatMap((shared) =>
      slotsOf(shared.entries).flatMap((slot) => differing(shared, slot) ?? notFilled(shared, slot) ?? []),
    ),
};

function differing({ entries, sure }: SharedKpi, slot: Slot): CrossDraft | null {
  const readable = slot.values.filter(({ value }) => agreement(value.reading, value.reading) !== null);
  const clusters = clustersOf(readable);
  const [first] = entries;
  // Twice in one file is for the checks of that file.
  if (first === undefined || clusters.length < 2 || filesOf(clusters.map((cluster) => cluster[0])) < 2) return null;
  const rounded = clusters.every((cluster) => agree(cluster[0], clusters[0]?.[0]) !== "different");
  const name = shownName(first.indicator);
  const variants = clusters.map((cluster) => cluster.map((one) => placeOf(one, printed(one))));
  return {
    severity: sure && !rounded ? "error" : "warning",
    subject: `${kpiKey(first.indicator)}|${slot.label}`,
    message: `${name}の${slot.label}が、提出シートの間で${rounded ? "端数のところだけ" : ""}異なります（${variantsText(variants)}）。${
      sure ? ASK : "同じ指標であれば、正しい値にそろえてください。別の指標であれば、名称で区別してください。"
    }`,
    places: variants.flat(),
  };
}

/** A figure here, 「-」 there, for the year that both are graded for. */
function notFilled({ entries }: SharedKpi, slot: Slot): CrossDraft | null {
  const [first] = entries;
  const given = slot.values.filter(({ value }) => value.reading.kind === "quantity");
  const graded = ({ kpi, value }: SlotValue): boolean =>
    value.reading.kind === "missing" && value.cell !== null && sameCell(kpi.indicator.actual.cell, value.cell);
  const absent = slot.values.filter((one) => graded(one) && given.some(({ kpi }) => kpi.file !== one.kpi.file));
  if (first === undefined || given.length === 0 || absent.length === 0) return null;
  const variants = [absent, given].map((all) => all.map((one) => placeOf(one, printed(one))));
  return {
    severity: "warning",
    subject: `${kpiKey(first.indicator)}|${slot.label}`,
    message: `${shownName(first.indicator)}の${slot.label}が、一方のシートにだけ記入されています（${variantsText(variants)}）。同じ値を記入できるか、ご確認ください。`,
    places: variants.flat(),
  };
}

interface Cell {
  readonly row: number;
  readonly column: number;
}
const sameCell = (a: Cell | null, b: Cell): boolean => a !== null && a.row === b.row && a.column === b.column;

type Cluster = [SlotValue, ...SlotValue[]];

/** Equal values together, the rarest first: most likely the one to mend. */
function clustersOf(values: readonly SlotValue[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const one of values) {
    const known = clusters.find(([first]) => agree(first, one) === "same");
    if (known) known.push(one);
    else clusters.push([one]);
  }
  return clusters.sort((a, b) => a.length - b.length);
}

const agree = (a: SlotValue, b: SlotValue | undefined) =>
  b === undefined ? null : agreement(a.value.reading, b.value.reading);
const filesOf = (values: readonly SlotValue[]): number => new Set(values.map(({ kpi }) => kpi.file)).size;

/** As printed on one line, with the unit of the row where the cell prints none; 「空欄」 for nothing. */
export function printed({ kpi, value: { reading } }: SlotValue): string {
  const text = reading.text.replace(/\s+/g, " ").trim();
  if (text === "") return "空欄";
  return bare(reading) && kpi.indicator.unit !== null ? `${text}${kpi.indicator.unit.trim()}` : text;
}

const bare = (reading: Reading): boolean =>
  reading.kind === "quantity" && /^[-−▲△+]?[\d.,]+$/.test(reading.text.normalize("NFKC").trim());

export const definitionDiffers: CrossRule = {
  id: "submitted-definition-differs",
  title: {
    ja: "同じKPIの単位または望ましい方向が、提出シートの間で異なります",
    en: "The same KPI has different units or directions in two submitted sheets",
  },
  find: (context) =>
    sharedKpis(context).linked.flatMap(({ entries }) => [
      ...stated(
        entries,
        "単位",
        (kpi) => unitOf(kpi.indicator),
        (kpi) => kpi.indicator.unit ?? unitOf(kpi.indicator) ?? "",
      ),
      ...stated(
        entries,
        "望ましい方向",
        ({ indicator }) => indicator.statedDirection,
        ({ grading }) => describeDirection(grading.direction.direction, "ja"),
      ),
    ]),
};

function stated(
  entries: readonly SubmittedKpi[],
  what: string,
  of: (kpi: SubmittedKpi) => string | null,
  show: (kpi: SubmittedKpi) => string,
): CrossDraft[] {
  const telling = entries.filter((kpi) => of(kpi) !== null);
  const [first] = telling;
  const words = [...new Set(telling.map(of))];
  if (first === undefined || words.length < 2 || new Set(telling.map(({ file }) => file)).size < 2) return [];
  const variants = words
    .map((word) => telling.filter((kpi) => of(kpi) === word).map((kpi) => namePlace(kpi, show(kpi).trim())))
    .sort((a, b) => a.length - b.length);
  return [
    {
      severity: "warning",
      subject: `${kpiKey(first.indicator)}|${what}`,
      message: `${shownName(first.indicator)}の${what}が、提出シートの間で異なります（${variantsText(variants)}）。同じ指標であれば、そろえてください。`,
      places: variants.flat(),
    },
  ];
}

export const sameNameDiffers: CrossRule = {
  id: "submitted-name-shared",
  title: {
    ja: "同じ名称のKPIで、値がどれも一致しません",
    en: "KPIs of the same name share no value",
  },
  find: (context) =>
    sharedKpis(context).doubtful.flatMap((entries) => {
      const [first] = entries;
      if (first === undefined) return [];
      const places = entries.map((kpi) => namePlace(kpi, targetText(kpi)));
      return [
        {
          severity: "warning",
          subject: kpiKey(first.indicator),
          message: `${shownName(first.indicator)}という同じ名称の指標が別々のシートにありますが、値がどれも一致しません（${variantsText(places.map((place) => [place]))}）。同じ指標であれば値をそろえ、別の指標であれば名称で区別してください。`,
          places,
        } satisfies CrossDraft,
      ];
    }),
};

const targetText = (kpi: SubmittedKpi): string =>
  `基準値 ${printed({ kpi, value: kpi.indicator.baseline })}・目標値 ${printed({ kpi, value: kpi.indicator.target })}`;
