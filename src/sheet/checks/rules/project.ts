/** An indicator and the result of its project: the same figures in two tables. */
import { compare } from "../../../kpi/decimal";
import type { Quantity } from "../../../kpi/types";
import { sameUnit } from "../../../kpi/unit";
import type { FigureCell } from "../../rollup/money";
import type { Project, ResultLine } from "../../rollup/projects";
import type { CellReading } from "../../types";
import { coreName, plainName, sharedRun } from "../alike";
import type { CheckContext, CheckedRow } from "../context";
import { isDistinctive, quantityOf } from "../readings";
import { ruleOf, type Draft, type Rule } from "../rule";
import { displayed, fiscalYear, nameOf, shortened, shown, value } from "../wording";

interface Pair {
  readonly row: CheckedRow;
  readonly project: Project;
  readonly result: ResultLine;
  /** The names are the same, not only alike. */
  readonly exact: boolean;
}

/** Heads of names that count the same thing, 参加者数 and 参加延べ人数. */
const HEADS = [
  "参加",
  "来場",
  "入場",
  "利用",
  "閲覧",
  "アクセス",
  "相談",
  "転入",
  "移住",
  "受講",
  "登録",
  "加入",
  "寄付",
  "宿泊",
  "売上",
  "来訪",
  "受診",
];

/** Characters that two names must share in a row before they are taken for one. */
const RUN = 4;

function* pairsOf({ sheets }: CheckContext): Iterable<Pair> {
  for (const sheet of sheets) {
    const projects = sheet.projects().flatMap((table) => table.projects);
    const results = projects.flatMap((project) =>
      project.results.map((result) => ({ project, result, own: coreName(result.name) })),
    );
    if (results.length === 0) continue;
    const names = new Set(sheet.rows.map(({ indicator }) => coreName(indicator.name)));
    for (const row of sheet.rows) {
      const name = coreName(row.indicator.name);
      const fitting = results.filter(({ result }) => sameOrNoUnit(row.indicator.unit, result.unit));
      const exact = fitting.filter(({ own }) => own === name);
      // What bears the name of an indicator belongs to that one alone.
      const found =
        exact.length > 0
          ? exact
          : fitting.filter(({ own, project, result }) => !names.has(own) && alike(row, name, own, project, result));
      for (const { project, result } of found) yield { row, project, result, exact: exact.length > 0 };
    }
  }
}

const sameOrNoUnit = (a: string | null, b: string | null): boolean =>
  a === null || b === null || b === "" || sameUnit(a, b);

/** The names share words and a year's figure, or the project's name is in the indicator's and both count the same. */
function alike(row: CheckedRow, name: string, own: string, project: Project, result: ResultLine): boolean {
  const direct = sharedRun(name, own);
  const agrees = row.indicator.actuals.some(
    (actual) =>
      isDistinctive(actual) &&
      result.cells.some((cell) => cell.year === actual.year && equalCell(quantityOf(actual.reading), cell)),
  );
  if (agrees && (direct >= 2 || sharedRun(name, plainName(project.name)) >= RUN)) return true;
  const viaProject = sharedRun(name, plainName(project.name));
  return viaProject >= RUN + 2 && HEADS.some((head) => name.includes(head) && own.includes(head));
}

const equalCell = (quantity: Quantity | null, cell: FigureCell): boolean =>
  quantity !== null && cell.value !== null && compare(quantity.value, cell.value) === 0;

const isDash = ({ reading }: CellReading): boolean => reading.kind === "missing" && reading.missing === "dash";

interface Conflict extends Pair {
  readonly actual: CheckedRow["indicator"]["actuals"][number];
  readonly cell: FigureCell;
}

function conflictOf(pair: Pair, actual: Conflict["actual"]): Conflict | null {
  const { row, result } = pair;
  const cell = result.cells.find((one) => one.year === actual.year && !one.total);
  if (!cell || actual.year === null || cell.text.trim() === "" || actual.cell === null) return null;
  const quantity = quantityOf(actual.reading);
  if (quantity !== null && cell.value !== null) return equalCell(quantity, cell) ? null : { ...pair, actual, cell };
  const dash = isDash(actual) ? cell.value !== null : quantity !== null && /^[-‐–—―−－]$/.test(cell.text.trim());
  // Years before the one that is handed in are history where only a dash stands against a figure.
  return dash && (row.sheet.year === null || actual.year === row.sheet.year) ? { ...pair, actual, cell } : null;
}

function* projectDiffers(context: CheckContext): Iterable<Draft> {
  const byCell = new Map<string, Conflict[]>();
  for (const pair of pairsOf(context)) {
    for (const actual of pair.row.indicator.actuals) {
      const conflict = conflictOf(pair, actual);
      if (conflict === null) continue;
      const id = `${pair.row.sheet.id} ${actual.cell?.row ?? ""} ${actual.cell?.column ?? ""}`;
      byCell.set(id, [...(byCell.get(id) ?? []), conflict]);
    }
  }
  for (const conflicts of byCell.values()) {
    const [{ row, actual, exact }] = conflicts as [Conflict, ...Conflict[]];
    const { indicator, sheet } = row;
    const printed = conflicts.map(({ cell, result }) =>
      /^[-\d,.]+$/.test(cell.text.trim()) && cell.value !== null
        ? `${displayed(sheet, cell)}${result.unit ?? ""}`
        : displayed(sheet, cell),
    );
    const there = conflicts
      .map(
        ({ project, result }, i) =>
          `「${shortened(project.name, 40)}」の「${shortened(result.name)}」は${printed[i] ?? ""}`,
      )
      .join("、");
    yield {
      sheet,
      cells: [actual.cell],
      others: [{ cells: conflicts.map(({ cell }) => cell) }],
      subject: indicator.key,
      values: [value("table", shown(row, actual)), ...printed.map((text) => value("project", text))],
      message: `${nameOf(indicator)}の${fiscalYear(actual.year)}の実績値は「${shown(row, actual)}」ですが、関連事業${there}です。`,
      severity: exact ? "error" : "warning",
    };
  }
}

export const PROJECT_RULES: readonly Rule[] = [
  ruleOf("same")(
    "project-differs",
    "error",
    "指標の表と関連事業の表が合わない",
    "The KPI table and the project table differ",
    projectDiffers,
  ),
];
