/** 事業費, 一般財源 and their totals. */
import { absolute, add, compare, decimal, multiply, sign, subtract, toNumber } from "../../../kpi/decimal";
import type { Decimal } from "../../../kpi/types";
import { readUnit } from "../../../kpi/unit";
import { sumOf, type FigureCell, type MoneyLine } from "../../rollup/money";
import { sumProjects, type Project } from "../../rollup/projects";
import type { CheckContext, CheckedSheet } from "../context";
import { setCell, type Draft, type Rule } from "../rule";
import { fiscalYear, money, oneLine, shortened, value } from "../wording";

const unitFactor = (unit: string | null): Decimal => readUnit(unit ?? "")?.factor ?? decimal(1);

/** Figures that were rounded one by one may miss their total by half a unit each. */
const rounding = (unit: string | null, count: number): Decimal =>
  count < 2 ? decimal(0) : multiply(unitFactor(unit), decimal((count - 1) / 2));

const columnName = (cell: FigureCell): string =>
  cell.total ? "合計" : cell.year === null ? "" : `${fiscalYear(cell.year)}${cell.reference ? "（参考）" : ""}`;

interface Sum {
  readonly sheet: CheckedSheet;
  readonly total: FigureCell;
  readonly unit: string | null;
  /** 「事業費合計」 */
  readonly label: string;
  /** What was added: 「各事業の事業費」 */
  readonly of: string;
  readonly parts: readonly FigureCell[];
}

/** A total that is not what its parts add up to; null where that cannot be said. */
function compareSum({ sheet, total, unit, label, of, parts }: Sum): Draft | null {
  const sum = sumOf(parts.map((cell) => cell.value));
  if (total.value === null || sum === null || parts.some((cell) => cell.unreadable)) return null;
  const gap = absolute(subtract(total.value, sum));
  if (sign(gap) === 0) return null;
  const counted = parts.filter((cell) => cell.value !== null).length;
  const rounded = counted > 1 && compare(gap, rounding(unit, counted)) <= 0;
  const scaled = toNumber(sum) / toNumber(unitFactor(unit));
  const names = columnName(total);
  return {
    sheet,
    cells: [total],
    others: [{ cells: parts.filter((cell) => cell.value !== null) }],
    subject: `${sheet.name}/${label}/${names}`,
    values: [value("written", money(total.value, unit)), value("sum", money(sum, unit))],
    message: `「${label}」${names === "" ? "" : `の${names}`}は${money(total.value, unit)}と書かれていますが、${of}を足すと${money(sum, unit)}です${rounded ? "（端数処理による差かもしれません）" : `（差 ${money(gap, unit)}）`}。`,
    severity: rounded ? "info" : "error",
    fix: rounded || !Number.isSafeInteger(scaled) ? null : setCell(sheet, total, scaled, "内訳の合計に直します。"),
  };
}

/** （３）: totals per year against the projects of （４）. */
function* blockAgainstProjects(sheet: CheckedSheet): Iterable<Draft> {
  const block = sheet.totals();
  const tables = sheet.projects();
  if (block === null || tables.length === 0) return;
  const sums = sumProjects(tables);
  for (const line of block.lines) {
    for (const total of line.cells) {
      if (total.total || total.year === null) continue;
      const stage = line.stage ?? total.stage;
      const same = sums.filter(
        (sum) =>
          sum.kind === line.kind &&
          sum.year === total.year &&
          (sum.stage === stage || sum.stage === null || stage === null),
      );
      const [sum] = same;
      if (same.length !== 1 || sum === undefined) continue;
      const of = `関連事業${tables.reduce((n, table) => n + table.projects.length, 0)}件の${line.kind === "cost" ? "事業費" : "一般財源"}`;
      const draft = compareSum({ sheet, total, unit: line.unit, label: line.label, of, parts: sum.cells });
      if (draft) yield draft;
    }
  }
}

/** A column 合計: the plan years of its line, 参考 left out. */
function* acrossYears(
  sheet: CheckedSheet,
  lines: readonly MoneyLine[],
  label: (line: MoneyLine) => string,
): Iterable<Draft> {
  for (const line of lines) {
    const totals = line.cells.filter((cell) => cell.total);
    const [total] = totals;
    if (totals.length !== 1 || total === undefined) continue;
    const parts = line.cells.filter((cell) => !cell.total && !cell.reference);
    const draft = compareSum({ sheet, total, unit: line.unit, label: label(line), of: "各年度の額", parts });
    if (draft === null || total.value === null) {
      if (draft) yield draft;
      continue;
    }
    const all = sumOf(line.cells.filter((cell) => !cell.total).map((cell) => cell.value));
    const withReference = all !== null && compare(all, total.value) === 0;
    yield withReference ? { ...draft, message: `${draft.message}参考の年度も足されています。` } : draft;
  }
}

function* totalDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    yield* blockAgainstProjects(sheet);
    yield* acrossYears(sheet, sheet.totals()?.lines ?? [], (line) => line.label);
    for (const table of sheet.projects()) {
      for (const project of table.projects)
        yield* acrossYears(sheet, project.lines, (line) => `${shortened(project.name, 30)} ${line.label}`);
      yield* acrossYears(sheet, table.totals, (line) => line.label);
      for (const line of table.totals) {
        for (const total of line.cells) {
          if (total.total) continue;
          const parts = table.projects.flatMap((project) =>
            project.lines
              .filter((own) => own.kind === line.kind && own.stage === line.stage)
              .flatMap((own) => own.cells.filter((cell) => cell.column === total.column)),
          );
          const label = /合計|計/.test(line.label) ? line.label : `合計（${oneLine(line.label)}）`;
          const draft = compareSum({ sheet, total, unit: line.unit, label, of: `${parts.length}件の事業`, parts });
          if (draft) yield draft;
        }
      }
    }
  }
}

/** 一般財源 is a part of 事業費. */
function* generalOver(sheet: CheckedSheet, lines: readonly MoneyLine[], name: string): Iterable<Draft> {
  const costs = lines.filter((line) => line.kind === "cost");
  for (const line of lines.filter(({ kind }) => kind === "general")) {
    for (const cell of line.cells) {
      if (cell.value === null || sign(cell.value) <= 0) continue;
      const same = costs
        .flatMap((cost) => cost.cells.map((one) => ({ cost, one })))
        .filter(({ one }) => one.year === cell.year && one.total === cell.total && one.reference === cell.reference)
        .filter(
          ({ one, cost }) =>
            (line.stage ?? cell.stage) === null ||
            (cost.stage ?? one.stage) === null ||
            (line.stage ?? cell.stage) === (cost.stage ?? one.stage),
        );
      const own = cell.value;
      const known = same.filter(({ one }) => one.value !== null);
      if (known.length === 0 || known.some(({ one }) => compare(one.value as Decimal, own) >= 0)) continue;
      const { one, cost } = known[known.length - 1] as (typeof known)[number];
      yield {
        sheet,
        cells: [cell],
        others: [{ cells: [one] }],
        subject: `${sheet.name}/${name}/${columnName(cell)}`,
        values: [value("general", money(own, line.unit)), value("cost", money(one.value as Decimal, cost.unit))],
        message: `「${name}」の${columnName(cell) === "" ? "" : `${columnName(cell)}の`}一般財源${money(own, line.unit)}が、事業費${money(one.value as Decimal, cost.unit)}を超えています。`,
      };
    }
  }
}

function* generalExceedsCost({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    yield* generalOver(sheet, sheet.totals()?.lines ?? [], "合計事業費");
    for (const table of sheet.projects()) {
      for (const project of table.projects) yield* generalOver(sheet, project.lines, shortened(project.name, 30));
    }
  }
}

const CARRIED = /(?<amount>[\d,]+)\s*(?<unit>百万円|千円|万円|億円|円)[^。\n]{0,20}繰(?:り)?越/u;

function* carryOver({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const project of sheet.projects().flatMap(({ projects }) => projects)) {
      const draft = carriedOver(sheet, project);
      if (draft) yield draft;
    }
  }
}

function carriedOver(sheet: CheckedSheet, project: Project): Draft | null {
  const { remarks } = project;
  const found = remarks && CARRIED.exec(remarks.text.normalize("NFKC"));
  if (!remarks || !found?.groups) return null;
  const { amount = "", unit = "" } = found.groups;
  const carried = multiply(decimal(amount.replace(/,/g, "")), unitFactor(unit));
  const costs = project.lines
    .filter(({ kind }) => kind === "cost")
    .flatMap((line) => line.cells.map((cell) => ({ line, cell })));
  const inside = costs.find(({ cell }) => cell.value !== null && !cell.total && compare(cell.value, carried) >= 0);
  if (!inside || inside.cell.value === null) return null;
  const spent = add(inside.cell.value, { digits: -carried.digits, scale: carried.scale });
  return {
    sheet,
    cells: [inside.cell],
    others: [{ cells: [remarks] }],
    subject: `${sheet.name}/${project.name}`,
    values: [value("cost", money(inside.cell.value, inside.line.unit)), value("text", oneLine(found[0]))],
    message: `「${shortened(project.name, 30)}」の${columnName(inside.cell) === "" ? "" : `${columnName(inside.cell)}の`}事業費${money(inside.cell.value, inside.line.unit)}には、繰り越した${money(carried, unit)}が含まれています（除くと${money(spent, inside.line.unit)}）。翌年度に二重に計上しないよう確かめてください。`,
  };
}

export const MONEY_RULES: readonly Rule[] = [
  {
    id: "total-differs",
    family: "money",
    severity: "error",
    title: { ja: "合計が内訳と合わない", en: "A total is not the sum of its parts" },
    find: totalDiffers,
  },
  {
    id: "general-exceeds-cost",
    family: "money",
    severity: "error",
    title: { ja: "一般財源が事業費を超える", en: "General funds exceed the cost" },
    find: generalExceedsCost,
  },
  {
    id: "carry-over-included",
    family: "money",
    severity: "warning",
    title: { ja: "決算額に繰越が含まれる", en: "The cost includes money carried over" },
    find: carryOver,
  },
];
