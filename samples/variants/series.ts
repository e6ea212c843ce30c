/** Sheets where one indicator takes several rows: 目標 over 実績 for every year, and one block per indicator. */
import type ExcelJS from "exceljs";
import { newWorkbook, toBytes, type Sample } from "../book";
import { CITY, figure, formatOf, plain, unitTruth, type CityKpi } from "../city";
import { columnLetters, columnNumber, Form, HEAD, PALE, PLAIN } from "../form";
import { asahiGrade } from "../oracle";
import type { IndicatorTruth, SheetTruth } from "../truth";

const { startups, visitors, consultations, outflow, satisfaction, waiting, crimes, lectures } = CITY;
const KPIS: readonly CityKpi[] = [startups, visitors, consultations, outflow, satisfaction, waiting, crimes, lectures];
const YEAR = 2023;
const ERAS: Readonly<Record<number, string>> = {
  2018: "H30",
  2019: "R1",
  2020: "R2",
  2021: "R3",
  2022: "R4",
  2023: "R5",
  2024: "R6",
  2025: "R7",
};

/** Actual of a year: the years before the plan are worked out from the baseline. */
function actualOf(kpi: CityKpi, year: number): number | null {
  if (year > 2020) return kpi.actuals[year] ?? null;
  const share = { 2018: 0.97, 2019: 1, 2020: 0.88 }[year] as number;
  return Number(((kpi.baseline as number) * share).toFixed(kpi.decimals));
}
const targetOf = (kpi: CityKpi, year: number): number | null =>
  year === kpi.targetYear
    ? kpi.target
    : (kpi.milestones[year] ?? (year === 2024 ? (kpi.milestones[2023] ?? null) : null));

const kinds = { up: "at-least", keepUp: "maintain", down: "at-most", keepDown: "maintain" } as const;

function truthOf(kpi: CityKpi, row: number, group: readonly string[], grade: string | null): IndicatorTruth {
  const [baseline, actual] = [kpi.baseline, actualOf(kpi, YEAR)];
  return {
    row,
    name: kpi.name,
    part: null,
    group,
    unit: unitTruth(kpi),
    baseline: { text: plain(kpi, baseline as number), value: figure(kpi, baseline), year: 2019 },
    actual: { text: plain(kpi, actual as number), value: figure(kpi, actual), year: YEAR },
    target: {
      text: plain(kpi, kpi.target as number),
      value: figure(kpi, kpi.target),
      kind: kinds[kpi.direction],
      year: 2025,
    },
    direction: kpi.direction,
    needsConfirmation: false,
    grade: asahiGrade({ baseline, actual, target: kpi.target, direction: kpi.direction }) as string,
    existingGrade: grade,
  };
}

type Drawn = { readonly workbook: ExcelJS.Workbook; readonly sheet: SheetTruth };

/** No. 指標 単位 基準値 区分 H30 … R7 評価: two rows for each indicator, three with 達成率. */
function pairs(rate: boolean): Drawn {
  const title = "なぎさ市総合戦略　KPI実績推移表（令和5年度）";
  const workbook = newWorkbook(title);
  const form = new Form(workbook.addWorksheet("推移"), "メイリオ", 9);
  form.widths({ A: 5, B: 30, C: 8, D: 11, E: 8, N: 9 });
  form.box("A1", title, { ...PLAIN, bold: true, size: 14 });
  const years = Object.keys(ERAS).map(Number);
  const at = (year: number): string => columnLetters(columnNumber("F") + years.indexOf(year));
  for (const [cell, text] of Object.entries({
    A3: "No.",
    B3: "指標",
    C3: "単位",
    D3: "基準値\n(R1)",
    E3: "区分",
    N3: "評価",
  }))
    form.box(cell, text, HEAD);
  for (const year of years) form.box(`${at(year)}3`, ERAS[year] as string, HEAD);
  form.height(3, 28);
  const height = rate ? 3 : 2;
  const indicators = KPIS.map((kpi, i) => {
    const r = 4 + i * height;
    const last = r + height - 1;
    const look = { align: "right", format: formatOf(kpi) } as const;
    form.box(`A${r}:A${last}`, i + 1, { align: "center" });
    form.box(`B${r}:B${last}`, kpi.name);
    form.box(`C${r}:C${last}`, kpi.unit, { align: "center" });
    form.box(`D${r}:D${last}`, kpi.baseline, look);
    form.box(`N${r}:N${last}`, null, { align: "center" });
    ["目標", "実績", "達成率"]
      .slice(0, height)
      .forEach((label, k) => form.box(`E${r + k}`, label, { fill: PALE.grey }));
    for (const year of years) {
      const [target, actual] = [targetOf(kpi, year), actualOf(kpi, year)];
      form.box(`${at(year)}${r}`, target, look);
      form.box(`${at(year)}${r + 1}`, actual, look);
      if (!rate) continue;
      const known = target !== null && actual !== null && target !== 0;
      form.box(`${at(year)}${r + 2}`, known ? actual / target : null, { align: "right", format: "0.0%" });
    }
    return truthOf(kpi, r, [], "");
  });
  const targets = years.filter((y) => y > 2020).reverse();
  form.page("A4", `A1:N${3 + KPIS.length * height}`);
  return {
    workbook,
    sheet: {
      name: "推移",
      year: YEAR,
      yearFrom: "title",
      tables: [
        {
          range: `A3:N${3 + KPIS.length * height}`,
          headerRows: [3],
          rubric: "旭市型",
          rubricFrom: "default",
          columns: {
            no: "A",
            name: "B",
            unit: "C",
            baseline: "D",
            target: at(2025),
            targets: targets.map((y) => ({ column: at(y), year: y, kind: y === 2025 ? "final" : "milestone" })),
            actuals: years.map((y) => ({ column: at(y), year: y })),
            grade: "N",
          },
          indicators,
        },
      ],
    },
  };
}

/** A 施策評価シート: every indicator is a block with its name on top and the years across. */
function cards(): Drawn {
  const title = "令和5年度　施策評価シート（すみれ市）";
  const workbook = newWorkbook(title);
  const form = new Form(workbook.addWorksheet("施策2-2"), "ＭＳ ゴシック", 10);
  form.widths({ A: 13, B: 13, C: 12, D: 12, E: 12, F: 12, G: 12 });
  form.box("A1:G1", title, { bold: true, size: 14, align: "center", fill: PALE.blue });
  form.box("A2", "施策名", HEAD);
  form.box("B2:G2", "2-2 移住・定住の促進");
  let row = 4;
  const tables = [consultations, outflow, startups].map((kpi, i) => {
    const top = row;
    form.box(`A${top}`, `成果指標${"①②③"[i] as string}`, HEAD);
    form.box(`B${top}:E${top}`, kpi.name);
    form.box(`F${top}`, "単位", HEAD);
    form.box(`G${top}`, kpi.unit, { align: "center" });
    form.box(`A${top + 1}`, null, HEAD);
    const heads = ["基準値(R1)", "R3", "R4", "R5", "R6", "R7(最終)"];
    heads.forEach((head, k) => form.box(`${columnLetters(2 + k)}${top + 1}`, head, HEAD));
    const line = (offset: number, label: string, values: readonly (number | null)[]): void => {
      form.box(`A${top + offset}`, label, HEAD);
      values.forEach((value, k) =>
        form.box(`${columnLetters(2 + k)}${top + offset}`, value, { align: "right", format: formatOf(kpi) }),
      );
    };
    const years = [2021, 2022, 2023, 2024, 2025];
    line(2, "目標値", [null, ...years.map((y) => targetOf(kpi, y))]);
    line(3, "実績値", [kpi.baseline, ...years.map((y) => actualOf(kpi, y))]);
    form.box(`A${top + 4}`, "評価", HEAD);
    form.box(`B${top + 4}:G${top + 4}`, null, { align: "center" });
    row += 6;
    return {
      range: `A${top}:G${top + 4}`,
      headerRows: [top, top + 1],
      columns: { name: "B" },
      indicators: [truthOf(kpi, top, ["2-2 移住・定住の促進"], "")],
    };
  });
  form.page("A4", `A1:G${row}`, "portrait");
  return { workbook, sheet: { name: "施策2-2", year: YEAR, yearFrom: "title", tables } };
}

const sample = (name: string, draw: () => Drawn, level?: "hard"): Sample => ({
  name: `variants/${name}`,
  bytes: () => toBytes(draw().workbook),
  truth: { ...(level ? { level } : {}), file: `${name}.xlsx`, sheets: [draw().sheet] },
});

export const SERIES: readonly Sample[] = [
  sample("target-and-actual-rows", () => pairs(false)),
  sample("target-actual-rate-rows", () => pairs(true)),
  sample("one-block-per-indicator", cards, "hard"),
];
