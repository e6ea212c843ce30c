/** Direction, units, ranges and readability of the values of one row. */
import { absolute, compare, decimal, multiply, sign, subtract } from "../../../kpi/decimal";
import { describeDirection } from "../../../kpi/direction";
import { directionNote, noteSentence } from "../../../kpi/explain";
import { grade } from "../../../kpi/grade";
import { gradeKey, gradeOf } from "../../../kpi/rubric";
import type { Decimal, Reading } from "../../../kpi/types";
import { sameUnit, unitOfName } from "../../../kpi/unit";
import { printedName } from "../../names";
import type { CellReading } from "../../types";
import type { CheckContext, CheckedRow } from "../context";
import { quantityOf } from "../readings";
import { ruleOf, type Draft, type Rule } from "../rule";
import { fiscalYear, nameOf, shortened, shown, value } from "../wording";

function* directionOpen({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, grading, sheet } = row;
    // A target that the first year has long passed is one finding, not two.
    if (!grading.direction.needsConfirmation || metByEarlier(row) !== null || isBorneOut(row)) continue;
    const note = directionNote(grading.direction);
    const reason =
      note === null ? "" : noteSentence(note, "ja").replace(/^望ましい方向の確認が必要です（([^）]*)）/, "$1");
    yield {
      sheet,
      cells: [indicator.target.cell],
      others: [{ cells: [indicator.baseline.cell] }],
      subject: indicator.key,
      values: [
        value("baseline", shown(row, indicator.baseline)),
        value("target", shown(row, indicator.target)),
        value("direction", describeDirection(grading.direction.direction, "ja")),
      ],
      message: `${nameOf(indicator)}は望ましい方向の確認が必要です（基準値${shown(row, indicator.baseline)}、目標値${shown(row, indicator.target)}）。${reason === "" ? "" : `${reason}。`}評価タブで方向を答えてください。`,
    };
  }
}

/** Nothing but the target speaks of the direction, and what else stands in the row agrees: nobody needs to be asked. */
function isBorneOut({ indicator, grading, rubric, assessed }: CheckedRow): boolean {
  const { direction, reason } = grading.direction;
  if (reason.code !== "comparedDown" && reason.code !== "comparedUp") return false;
  const bounds = indicator.targets
    .map(({ reading }) => quantityOf(reading)?.bound ?? null)
    .filter((one) => one !== null);
  const down = direction === "down" || direction === "keepDown";
  if (bounds.length > 0 && bounds.every((bound) => bound.startsWith("max") === down)) return true;
  const written = gradeOf(rubric, indicator.existingGrade ?? "");
  return assessed.rubricFrom !== "default" && written !== null && gradeKey(written) === gradeKey(grading.grade);
}

/** Would this value reach the target. */
const meets = ({ grading }: CheckedRow, reading: Reading): boolean =>
  grade({ ...grading.input, actual: reading }).targetMet === true;

/** A tenth or more beside the target: not a good year, a target that asks for nothing. */
const isFarBeyond = (reached: Decimal, target: Decimal): boolean =>
  compare(multiply(absolute(subtract(reached, target)), decimal(10)), absolute(target)) >= 0;

function* alreadyMet({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const draft = metByBaseline(row) ?? metByEarlier(row);
    if (draft) yield draft;
  }
}

const isUpOrDown = ({ grading }: CheckedRow): boolean =>
  grading.direction.direction === "up" || grading.direction.direction === "down";

function metByBaseline(row: CheckedRow): Draft | null {
  const { indicator, grading, sheet } = row;
  const baseline = quantityOf(indicator.baseline.reading);
  const target = quantityOf(indicator.target.reading);
  if (grading.direction.needsConfirmation || !isUpOrDown(row) || baseline === null || target === null) return null;
  if (compare(baseline.value, target.value) === 0 || !meets(row, indicator.baseline.reading)) return null;
  return {
    sheet,
    cells: [indicator.target.cell],
    others: [{ cells: [indicator.baseline.cell] }],
    subject: indicator.key,
    values: [value("target", shown(row, indicator.target)), value("baseline", shown(row, indicator.baseline))],
    message: `${nameOf(indicator)}の目標値${shown(row, indicator.target)}は、基準値${shown(row, indicator.baseline)}の時点で既に達成されています。目標値を確かめてください。`,
  };
}

/** The baseline is left blank, and the first year of the sheet lies far beyond the target. */
function metByEarlier(row: CheckedRow): Draft | null {
  const { indicator, sheet, assessed } = row;
  const target = quantityOf(indicator.target.reading);
  if (target === null || indicator.baseline.reading.kind !== "missing" || assessed.table.columns.baseline === null)
    return null;
  const first = indicator.actuals.find(({ reading }) => reading.kind === "quantity");
  if (!first || first.year === null || indicator.actualYear === null || first.year >= indicator.actualYear) return null;
  const reached = quantityOf(first.reading);
  if (reached === null || !isUpOrDown(row) || !meets(row, first.reading)) return null;
  if (!isFarBeyond(reached.value, target.value)) return null;
  return {
    sheet,
    cells: [indicator.target.cell],
    others: [{ cells: [first.cell] }],
    subject: indicator.key,
    values: [value("target", shown(row, indicator.target)), value("actual", shown(row, first))],
    message: `${nameOf(indicator)}の目標値${shown(row, indicator.target)}は、${fiscalYear(first.year)}の実績値${shown(row, first)}で既に達成されています。目標値を確かめてください。`,
  };
}

/** Units that the cells themselves print. */
function printedUnits(row: CheckedRow): { at: CellReading; unit: string; label: "baseline" | "target" | "actual" }[] {
  const { baseline, targets, actuals } = row.indicator;
  const labelled = [
    { at: baseline, label: "baseline" as const },
    ...targets.map((at) => ({ at, label: "target" as const })),
    ...actuals.map((at) => ({ at, label: "actual" as const })),
  ];
  return labelled.flatMap(({ at, label }) => {
    const unit = quantityOf(at.reading)?.unit ?? null;
    const bare = /^[-−▲△+\s]*[\d,.\s]+(?:\(.*\))?$/.test(at.reading.text.normalize("NFKC"));
    return unit === null || bare || at.reading.kind !== "quantity" || at.reading.parts.length > 1
      ? []
      : [{ at, unit, label }];
  });
}

function* unitDiffers({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, sheet } = row;
    const units = printedUnits(row);
    // The unit that most cells print is taken for the right one.
    const count = (unit: string): number => units.filter((one) => sameUnit(one.unit, unit)).length;
    const usual = [...units].sort((a, b) => count(b.unit) - count(a.unit))[0];
    if (!usual) continue;
    const told: string[] = [];
    for (const odd of units.filter(({ unit }) => !sameUnit(unit, usual.unit))) {
      if (told.some((unit) => sameUnit(unit, odd.unit))) continue;
      told.push(odd.unit);
      yield {
        sheet,
        cells: [odd.at.cell],
        others: [{ cells: [usual.at.cell] }],
        subject: indicator.key,
        values: [value(usual.label, shown(row, usual.at)), value(odd.label, shown(row, odd.at))],
        message: `${nameOf(indicator)}の単位が揃っていません。「${shown(row, usual.at)}」（単位 ${usual.unit}）と「${shown(row, odd.at)}」（単位 ${odd.unit}）が混在しています。`,
      };
    }
  }
}

/** Names of things that are counted or measured: a figure without a unit says nothing about them. */
const COUNTED =
  /(?:者|人|件|回|戸|世帯|団体|箇所|か所|校|店|社|施設|棟|台|頭|本|冊|日|点|筆|区|組)数$|(?:額|面積|延長|時間|排出量|発生量|収穫量|生産量)$/;

function* unitMissing({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { table } of sheet.assessed.tables) {
      const rows = sheet.rows.filter(({ indicator }) => indicator.tableId === table.id);
      const without = rows.filter(
        ({ indicator }) =>
          indicator.unit === null &&
          unitOfName(indicator.name) === null &&
          [indicator.baseline, indicator.target].some(({ reading }) => quantityOf(reading) !== null),
      );
      // A table that prints no units at all has them elsewhere: nothing can be said.
      if (without.length * 2 > rows.length) continue;
      for (const row of without) {
        const { indicator } = row;
        const core = printedName(indicator.name).replace(/[（(].*$|[\s※].*$/u, "");
        if (!COUNTED.test(core)) continue;
        const at = indicator.baseline.reading.kind === "quantity" ? indicator.baseline : indicator.target;
        yield {
          sheet,
          cells: [at.cell],
          subject: indicator.key,
          values: [value("baseline", shown(row, indicator.baseline)), value("target", shown(row, indicator.target))],
          message: `${nameOf(indicator)}に単位がありません（基準値${shown(row, indicator.baseline)}、目標値${shown(row, indicator.target)}）。`,
        };
      }
    }
  }
}

/** Shares of a whole: never above 100 % nor below 0 %. */
const SHARE_NAME =
  /(?:割合|受診率|接種率|普及率|加入率|参加率|回答率|(?<!料金|経費|費用|コスト)回収率|満足度|認知度|認知率|進学率|就職率|耐震化率|水洗化率|カバー率|投票率|出席率|合格率)(?:[（(].*)?$/u;
const GROWTH = /増減|伸び|増加率|減少率|前年|対比|比の|指数|自給/u;

function* shareOutOfRange({ rows }: CheckContext): Iterable<Draft> {
  const full = decimal(1);
  for (const row of rows) {
    const { indicator, sheet } = row;
    if (!SHARE_NAME.test(printedName(indicator.name)) || GROWTH.test(indicator.name)) continue;
    const labelled = [
      { at: indicator.baseline, label: "baseline" as const },
      ...indicator.targets.map((at) => ({ at: at as CellReading, label: "target" as const })),
      ...indicator.actuals.map((at) => ({ at: at as CellReading, label: "actual" as const })),
    ];
    for (const { at, label } of labelled) {
      const quantity = quantityOf(at.reading);
      if (quantity?.unit !== "%" || (compare(quantity.value, full) <= 0 && sign(quantity.value) >= 0)) continue;
      yield {
        sheet,
        cells: [at.cell],
        subject: indicator.key,
        values: [value(label, shown(row, at))],
        message: `${nameOf(indicator)}に${shown(row, at)}とありますが、割合は0％から100％の間です。`,
      };
    }
  }
}

function* milestoneBeyond({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, sheet, grading } = row;
    const final = indicator.targets.find(({ kind }) => kind === "final");
    const target = final && quantityOf(final.reading);
    const { direction } = grading.direction;
    if (!final || !target || (direction !== "up" && direction !== "down")) continue;
    const baseline = quantityOf(indicator.baseline.reading);
    for (const at of indicator.targets) {
      const milestone = at.kind === "milestone" ? quantityOf(at.reading) : null;
      if (milestone === null || !sameUnit(milestone.unit, target.unit)) continue;
      if (at.year !== null && final.year !== null && at.year >= final.year) continue;
      const over = compare(milestone.value, target.value);
      // Towards the target the milestone may not lie behind it.
      const way = baseline === null ? (direction === "up" ? 1 : -1) : compare(target.value, baseline.value);
      if (way === 0 || over === 0 || over !== way) continue;
      yield {
        sheet,
        cells: [at.cell],
        others: [{ cells: [final.cell] }],
        subject: indicator.key,
        values: [value("milestone", shown(row, at)), value("target", shown(row, final))],
        message: `${nameOf(indicator)}の中間値${shown(row, at)}が、最終の目標値${shown(row, final)}を超えています。`,
      };
    }
  }
}

function* unreadable({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const { indicator } = row;
      const labelled = [
        { at: indicator.baseline, label: "baseline" as const, name: "基準値" },
        ...indicator.targets.map((at) => ({ at: at as CellReading, label: "target" as const, name: "目標値" })),
        ...indicator.actuals.map((at) => ({ at: at as CellReading, label: "actual" as const, name: "実績値" })),
      ];
      const unread = labelled.filter(({ at }) => at.reading.kind === "unreadable");
      const figures = labelled.some(({ at }) => at.reading.kind === "quantity" || at.reading.kind === "range");
      // 「検討」→「実証運行」→「本格運行」: steps in words, nothing to be read as a figure.
      if (
        unread.length >= 2 &&
        !figures &&
        unread.every(({ at }) => !/[\d?？]/u.test(at.reading.text.normalize("NFKC")))
      ) {
        yield {
          sheet,
          cells: unread.map(({ at }) => at.cell),
          subject: indicator.key,
          values: unread.map(({ at, label }) => value(label, shortened(at.reading.text, 20))),
          message: `${nameOf(indicator)}は言葉で書かれているため（${unread.map(({ at }) => `「${shortened(at.reading.text, 20)}」`).join("")}）、数値として評価していません。`,
          severity: "info",
        };
        continue;
      }
      for (const { at, label, name } of labelled) {
        if (at.reading.kind !== "unreadable" && at.reading.kind !== "error") continue;
        yield {
          sheet,
          cells: [at.cell],
          subject: indicator.key,
          values: [value(label, shortened(at.reading.text))],
          message: `${nameOf(indicator)}の${name}「${shortened(at.reading.text)}」を読み取れません。数値と単位で書くか、実績がない場合は「未公表」などと書いてください。`,
          severity: at.reading.kind === "error" ? "error" : "warning",
        };
      }
    }
  }
}

function* partsDiffer({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, grading, sheet } = row;
    if (!grading.warnings.some(({ code }) => code === "partsDiffer")) continue;
    yield {
      sheet,
      cells: [indicator.actual.cell],
      others: [{ cells: [indicator.target.cell] }],
      subject: indicator.key,
      values: [value("actual", shown(row, indicator.actual)), value("target", shown(row, indicator.target))],
      message: `${nameOf(indicator)}の実績値「${shown(row, indicator.actual)}」と目標値「${shown(row, indicator.target)}」で、セルの中の値の数または見出しが異なります。`,
    };
  }
}

const rule = ruleOf("values");

export const VALUE_RULES: readonly Rule[] = [
  rule("direction-open", "warning", "望ましい方向が要確認", "The direction needs confirmation", directionOpen),
  rule("target-already-met", "warning", "目標が既に達成されている", "The target was met before the plan", alreadyMet),
  rule("unit-differs", "warning", "単位が揃っていない", "The units differ", unitDiffers),
  rule("unit-missing", "warning", "単位がない", "The unit is missing", unitMissing),
  rule("share-out-of-range", "error", "割合が0〜100％にない", "A share lies outside 0–100 %", shareOutOfRange),
  rule(
    "milestone-beyond-target",
    "warning",
    "中間値が目標値を超える",
    "The milestone lies beyond the target",
    milestoneBeyond,
  ),
  rule("cell-unreadable", "warning", "読み取れないセル", "A cell could not be read", unreadable),
  rule("parts-differ", "warning", "セルの中の値の数が違う", "The cells hold different numbers of values", partsDiffer),
];
