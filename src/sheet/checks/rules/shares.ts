/** 施策の進捗状況: shares that add up and fit whole projects, one mark only. */
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  multiply,
  ratio,
  subtract,
  toNumber,
  toText,
} from "../../../kpi/decimal";
import type { Decimal } from "../../../kpi/types";
import type { ProgressBlock, ProgressValue } from "../../rollup/progress";
import type { CheckContext, CheckedSheet } from "../context";
import type { Draft, Rule } from "../rule";
import { shortened, value } from "../wording";

const HUNDRED = decimal(100);

interface Shares {
  readonly sheet: CheckedSheet;
  readonly block: ProgressBlock;
  readonly values: readonly (ProgressValue & { readonly share: Decimal })[];
  readonly sum: Decimal;
}

function* sharesOf({ sheets }: CheckContext): Iterable<Shares> {
  for (const sheet of sheets) {
    const block = sheet.progress();
    if (block?.kind !== "shares") continue;
    const values = block.values.flatMap((one) => (one.share === null ? [] : [{ ...one, share: one.share }]));
    if (values.length > 0) yield { sheet, block, values, sum: values.map(({ share }) => share).reduce(add) };
  }
}

const percent = (share: Decimal): string => `${toText(share)}%`;
const list = (values: Shares["values"]): string =>
  values.map(({ status, share }) => `${status}${percent(share)}`).join("・");
const cellsOf = (values: readonly ProgressValue[]) => values.map(({ cell, label }) => cell ?? label);

/** One decimal, rounded: each share may be off by half of it; with none printed, by half a percent. */
const stepOf = (values: Shares["values"]): Decimal =>
  Math.max(...values.map(({ share }) => share.scale)) > 0 ? decimal("0.05") : decimal("0.5");

const tolerance = (values: Shares["values"]): Decimal => {
  const counted = values.filter(({ share }) => share.digits !== 0n).length;
  const off = multiply(stepOf(values), decimal(counted));
  // Shares to one decimal never miss by more than a quarter of a percent in a block of five.
  return compare(off, decimal("0.25")) > 0 && stepOf(values).scale === 2 ? decimal("0.25") : off;
};

const addsUp = ({ values, sum }: Shares): boolean => compare(absolute(subtract(sum, HUNDRED)), tolerance(values)) <= 0;

function* sharesSum(context: CheckContext): Iterable<Draft> {
  for (const shares of sharesOf(context)) {
    const { sheet, values, sum } = shares;
    if (addsUp(shares)) continue;
    yield {
      sheet,
      cells: cellsOf(values),
      subject: sheet.name,
      values: [value("share", list(values)), value("sum", percent(sum))],
      message: `「施策の進捗状況」の割合（${list(values)}）を足すと${percent(sum)}になり、100%になりません。`,
    };
  }
}

/** Counts that round to the printed shares; null where no whole numbers do. */
function countsFor(values: Shares["values"], n: number): number[] | null {
  const step = stepOf(values);
  const counts = values.map(({ share }) => Math.round((toNumber(share) * n) / 100));
  if (counts.reduce((a, b) => a + b, 0) !== n) return null;
  // 最大剰余 moves a share by one step, so that the printed ones add up.
  const slack = multiply(step, decimal(2));
  const fits = counts.every((count, i) => {
    const exact = ratio(multiply(decimal(count), HUNDRED), decimal(n));
    if (exact === null) return false;
    const gap = absolute(subtract(divide(exact, 6), (values[i] as { share: Decimal }).share));
    return compare(gap, slack) <= 0;
  });
  return fits ? counts : null;
}

function* sharesWhole(context: CheckContext): Iterable<Draft> {
  for (const shares of sharesOf(context)) {
    const { sheet, values } = shares;
    const projects = sheet.projects().flatMap((table) => table.projects);
    if (projects.length === 0 || !addsUp(shares)) continue;
    const main = projects.filter((project) => project.main === true).length;
    const counts = [...new Set([projects.length, main])].filter((n) => n > 0);
    if (counts.some((n) => countsFor(values, n) !== null)) continue;
    yield {
      sheet,
      cells: cellsOf(values.filter(({ share }) => share.digits !== 0n)),
      others: [{ cells: projects.map(({ nameCell }) => nameCell) }],
      subject: sheet.name,
      values: [value("share", list(values)), value("count", counts.map((n) => `${n}件`).join("・"))],
      message: `「施策の進捗状況」の割合（${list(values)}）が、関連事業${counts.map((n) => `${n}件`).join("または")}の整数の件数になりません。`,
    };
  }
}

function* statusesDiffer(context: CheckContext): Iterable<Draft> {
  for (const { sheet, values } of sharesOf(context)) {
    const projects = sheet.projects().flatMap((table) => table.projects);
    const known = projects.filter(({ status }) => status !== null && status !== "");
    if (known.length === 0 || known.length !== projects.length) continue;
    for (const one of values) {
      const count = known.filter(({ status }) => status === one.status).length;
      const exact = ratio(multiply(decimal(count), HUNDRED), decimal(known.length));
      if (exact === null) continue;
      const gap = absolute(subtract(divide(exact, 6), one.share));
      if (compare(gap, multiply(stepOf(values), decimal(2))) <= 0) continue;
      yield {
        sheet,
        cells: [one.cell ?? one.label],
        others: [{ cells: known.map(({ nameCell }) => nameCell) }],
        subject: `${sheet.name}/${one.status}`,
        values: [value("share", percent(one.share)), value("count", `${known.length}件中${count}件`)],
        message: `「施策の進捗状況」の${one.status}は${percent(one.share)}ですが、関連事業の表では${known.length}件中${count}件（${percent(divide(exact, 1))}）です。`,
      };
    }
  }
}

function* marks({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const block = sheet.progress();
    if (block === null) continue;
    const marked = block.values.filter((one) => one.marked);
    if (block.kind === "mark" && marked.length > 1)
      yield {
        sheet,
        cells: cellsOf(marked),
        subject: sheet.name,
        values: marked.map(({ status }) => value("written", status)),
        message: `「施策の進捗状況」に印が${marked.length}つ付いています（${marked.map(({ status }) => status).join("・")}）。1つにしてください。`,
      };
    if (block.kind === "empty" && sheet.rows.some(({ indicator }) => indicator.actual.reading.kind === "quantity"))
      yield {
        sheet,
        cells: cellsOf(block.values),
        subject: sheet.name,
        values: [value("written", "空欄")],
        message: `「施策の進捗状況」（${shortened(block.values.map(({ status }) => status).join("・"))}）が記入されていません。`,
        severity: "warning",
      };
  }
}

const rule = (id: string, ja: string, en: string, find: Rule["find"]): Rule => ({
  id,
  family: "shares",
  severity: "error",
  title: { ja, en },
  find,
});

export const SHARE_RULES: readonly Rule[] = [
  rule("shares-not-100", "割合の合計が100%にならない", "The shares do not add up to 100 %", sharesSum),
  rule("shares-not-whole", "割合が事業の件数と合わない", "The shares fit no whole number of projects", sharesWhole),
  rule(
    "shares-differ",
    "割合が事業の進捗と合わない",
    "The shares differ from the projects' own progress",
    statusesDiffer,
  ),
  rule("progress-mark", "施策の進捗状況の印", "The mark of the progress is missing or doubled", marks),
];
