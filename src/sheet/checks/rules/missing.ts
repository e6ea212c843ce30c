/** What is missing in a row: baseline, target, actual, and what a target in words would need. */
import { compare, sign } from "../../../kpi/decimal";
import type { Reading } from "../../../kpi/types";
import type { CellReading } from "../../types";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { quantityOf } from "../readings";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { fiscalYear, nameOf, shown, value } from "../wording";

/** Nothing typed in, or a dash; words like 目標なし and 終了 are an answer. */
const isOpen = (reading: Reading): boolean =>
  reading.kind === "missing" && (reading.missing === "blank" || reading.missing === "dash");

/** Blank because a merge covers it: the value stands in the anchor above. */
const isBehindMerge = (sheet: CheckedSheet, cell: Place | null): boolean =>
  cell !== null && !sheet.grid.isAnchor(cell.row, cell.column);

const isEnded = ({ indicator }: CheckedRow): boolean =>
  [indicator.actual, indicator.target, indicator.baseline].some(
    ({ reading }) => reading.kind === "missing" && reading.missing === "ended",
  );

interface Gap {
  readonly row: CheckedRow;
  readonly at: CellReading;
}

/** Open cells table by table; where most rows of a table are open it is one finding about all of them. */
function* gaps(
  { sheets }: CheckContext,
  of: (row: CheckedRow) => CellReading | null,
  one: (gap: Gap) => Draft,
  many: (sheet: CheckedSheet, found: readonly Gap[]) => Draft,
): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { table } of sheet.assessed.tables) {
      const rows = sheet.rows.filter(({ indicator }) => indicator.tableId === table.id);
      const found = rows.flatMap((row): Gap[] => {
        const at = of(row);
        if (at === null || !isOpen(at.reading) || isBehindMerge(sheet, at.cell) || isEnded(row)) return [];
        return [{ row, at }];
      });
      if (found.length >= 3 && found.length * 2 > rows.length) yield many(sheet, found);
      else for (const gap of found) yield one(gap);
    }
  }
}

const manyOpen =
  (what: "baseline" | "target" | "actual", name: string) =>
  (sheet: CheckedSheet, found: readonly Gap[]): Draft => ({
    sheet,
    cells: found.map(({ at }) => at.cell),
    subject: sheet.name,
    values: [value(what, "空欄"), value("count", `${found.length}件`)],
    message: `${name}が空欄または「―」の指標が${found.length}件あります（${found
      .slice(0, 3)
      .map(({ row }) => nameOf(row.indicator))
      .join("")}${found.length > 3 ? "ほか" : ""}）。`,
  });

const baselineMissing = (context: CheckContext): Iterable<Draft> =>
  gaps(
    context,
    ({ indicator, assessed }) => (assessed.table.columns.baseline === null ? null : indicator.baseline),
    ({ row, at }) => ({
      sheet: row.sheet,
      cells: [at.cell],
      others: [{ cells: [row.indicator.target.cell] }],
      subject: row.indicator.key,
      values: [value("baseline", shown(row, at)), value("target", shown(row, row.indicator.target))],
      message: `${nameOf(row.indicator)}の基準値が「${shown(row, at)}」です（目標値は${shown(row, row.indicator.target)}）。目標までの変化を計算できません。基準値を記入するか、ない理由を備考に書いてください。`,
    }),
    manyOpen("baseline", "基準値"),
  );

/** The target to reach at the end; where the table has none, the one that is compared with. */
const finalTarget = ({ indicator }: CheckedRow): CellReading =>
  indicator.targets.find(({ kind }) => kind === "final") ?? indicator.target;

const targetMissing = (context: CheckContext): Iterable<Draft> =>
  gaps(
    context,
    (row) => (row.assessed.table.columns.targets.length === 0 ? null : finalTarget(row)),
    ({ row, at }) => {
      const { indicator, sheet } = row;
      // Without knowledge of merges a blank cell may belong to the row above; a year's target may be the one that counts.
      const unsure =
        (sheet.grid.sheet.merges === null && at.reading.text.trim() === "") ||
        indicator.targets.some(({ reading }) => !isOpen(reading));
      return {
        sheet,
        cells: [at.cell],
        others: [{ cells: [indicator.baseline.cell] }],
        subject: indicator.key,
        values: [value("target", shown(row, at)), value("baseline", shown(row, indicator.baseline))],
        message: `${nameOf(indicator)}の目標値が「${shown(row, at)}」です（基準値は${shown(row, indicator.baseline)}）。目標値がないと達成したかどうかを判定できません。`,
        severity: unsure ? "warning" : "error",
      };
    },
    manyOpen("target", "目標値"),
  );

const actualBlank = (context: CheckContext): Iterable<Draft> =>
  gaps(
    context,
    ({ indicator, assessed, sheet }) =>
      assessed.table.columns.actuals.length === 0 ||
      sheet.year === null ||
      indicator.actual.cell === null ||
      indicator.actual.reading.text.trim() !== "" ||
      indicator.target.reading.kind === "missing"
        ? null
        : indicator.actual,
    ({ row, at }) => ({
      sheet: row.sheet,
      cells: [at.cell],
      others: [{ cells: [row.indicator.target.cell] }],
      subject: row.indicator.key,
      values: [value("actual", shown(row, at)), value("target", shown(row, row.indicator.target))],
      message: `${nameOf(row.indicator)}の${fiscalYear(row.sheet.year)}の実績値が空欄です（目標値は${shown(row, row.indicator.target)}）。未公表や調査なしの場合は、そのことを書いてください。`,
    }),
    manyOpen("actual", "実績値"),
  );

function* notEvaluable({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, sheet } = row;
    const { reading } = indicator.target;
    if (reading.kind !== "words" || reading.words === "done") continue;
    const values = [value("target", shown(row, indicator.target)), value("baseline", shown(row, indicator.baseline))];
    if (reading.words === "aboveReference" || reading.words === "belowReference") {
      if (/\d/.test(reading.text.normalize("NFKC"))) continue;
      yield {
        sheet,
        cells: [indicator.target.cell],
        subject: indicator.key,
        values,
        message: `${nameOf(indicator)}の目標「${shown(row, indicator.target)}」は、比べる数値が書かれていません。どの年の値と比べるかを書いてください。`,
        severity: "info",
      };
    } else if (isOpen(indicator.baseline.reading) && row.assessed.table.columns.baseline !== null) {
      yield {
        sheet,
        cells: [indicator.baseline.cell],
        others: [{ cells: [indicator.target.cell] }],
        subject: indicator.key,
        values,
        message: `${nameOf(indicator)}の目標は「${shown(row, indicator.target)}」ですが、基準値が「${shown(row, indicator.baseline)}」のため、達成したかどうかを判定できません。`,
      };
    }
  }
}

/** 「増加」 from −11: more than −11, or more than 0. The two readings part only between them. */
function* increaseUnclear({ rows }: CheckContext): Iterable<Draft> {
  for (const row of rows) {
    const { indicator, sheet } = row;
    const { reading } = indicator.target;
    const baseline = quantityOf(indicator.baseline.reading);
    if (reading.kind !== "words" || reading.words !== "increase" || baseline === null) continue;
    if (sign(baseline.value) >= 0) continue;
    const actual = quantityOf(indicator.actual.reading);
    const decides = actual !== null && compare(actual.value, baseline.value) > 0 && sign(actual.value) <= 0;
    yield {
      sheet,
      cells: [indicator.target.cell],
      others: [{ cells: [indicator.baseline.cell] }],
      subject: indicator.key,
      values: [value("target", shown(row, indicator.target)), value("baseline", shown(row, indicator.baseline))],
      message: `${nameOf(indicator)}の目標「${shown(row, indicator.target)}」は、基準値${shown(row, indicator.baseline)}より増えることか、0を超えることかが書かれていません。基準値を上回れば達成とみなしています。`,
      severity: decides ? "warning" : "info",
    };
  }
}

const rule = ruleOf("values");

export const MISSING_RULES: readonly Rule[] = [
  rule("baseline-missing", "warning", "基準値がない", "The baseline is missing", baselineMissing),
  rule("target-missing", "error", "目標値がない", "The target is missing", targetMissing),
  rule("actual-blank", "warning", "実績値が空欄", "The actual is blank", actualBlank),
  rule("target-not-evaluable", "error", "目標を判定できない", "The target cannot be evaluated", notEvaluable),
  rule("increase-unclear", "warning", "「増加」の意味が決まらない", "An increase may mean two things", increaseUnclear),
];
