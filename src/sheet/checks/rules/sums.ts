/**
 * Tables of figures beside the KPI tables (集計, 事業費, 財源内訳): what a row or column 計 adds up, and the shares in it, is found
 * by trying. Where the others of its row or column add up, the one that does not is wrong.
 */
import { absolute, add, compare, decimal, divide, multiply, ratio, sign, subtract, toText } from "../../../kpi/decimal";
import type { Decimal } from "../../../kpi/types";
import { blocksOf, numberAt, SHARE, TOTAL, word, type Block } from "../blocks";
import type { CheckContext, CheckedSheet } from "../context";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { displayed, oneLine, value } from "../wording";

const SOURCE =
  /^(?:うち)?(?:国(?:庫)?(?:支出金|補助金)?|[都道府県]+(?:支出金|補助金|費)?|市債|町債|地方債|起債|その他(?:特定財源)?|一般財源|使用料(?:・手数料)?|分担金|負担金|基金|寄附金|受益者負担)$/;
const COST = /^(?:総)?(?:事業費|決算額|予算額|実績額|総額)$/;
const BUDGET = /^(?:当初)?予算(?:現)?額$/;
const SPENT = /^(?:決算|実績|執行|支出(?:済)?)額$/;

interface Sum {
  readonly at: Place;
  readonly written: Decimal;
  readonly due: Decimal;
  readonly of: string;
  readonly label: string;
  readonly parts: readonly Place[];
}

const sumOf = (values: readonly Decimal[]): Decimal => values.reduce(add, decimal(0));
const isRight = ({ written, due }: Sum): boolean => compare(written, due) === 0;

/** Rows 計: the rows of their kind above them. */
function rowTotals({ columns, lines }: Block): Sum[] {
  return lines.flatMap((line, i) => {
    if (!line.total) return [];
    const parts = lines.slice(0, i).filter((one) => !one.total && !one.share && one.kind === line.kind);
    if (parts.length < 2) return [];
    return columns.flatMap(({ column, head }): Sum[] => {
      const written = line.values.get(column);
      const known = parts.filter(({ values }) => values.has(column));
      if (written === undefined || known.length === 0 || /平均|率|比/.test(head)) return [];
      return [
        {
          at: { row: line.row, column },
          written,
          due: sumOf(known.map(({ values }) => values.get(column) as Decimal)),
          of: `上の${known.length}行`,
          label: [word(line.label.text), line.kind, head].filter((text) => text !== "").join(" "),
          parts: known.map(({ row }) => ({ row, column })),
        },
      ];
    });
  });
}

/** Columns 計, and 事業費 in front of its sources: the other columns of the row. */
function columnTotals({ columns, lines }: Block): Sum[] {
  const totals = columns.flatMap(({ column, head }, i) => {
    if (TOTAL.test(head)) return [{ column, head, parts: columns.slice(0, i) }];
    const sources = columns.slice(i + 1).filter((one) => SOURCE.test(one.head));
    return COST.test(head) && sources.length >= 2 ? [{ column, head, parts: sources }] : [];
  });
  return totals.flatMap(({ column, head, parts }) =>
    lines
      .filter(({ share }) => !share)
      .flatMap((line): Sum[] => {
        const written = line.values.get(column);
        const known = parts.filter((part) => line.values.has(part.column));
        if (written === undefined || known.length < 2) return [];
        return [
          {
            at: { row: line.row, column },
            written,
            due: sumOf(known.map((part) => line.values.get(part.column) as Decimal)),
            of: known.map((part) => part.head).join("＋"),
            label: [word(line.label.text), line.kind, head].filter((text) => text !== "").join(" "),
            parts: known.map((part) => ({ row: line.row, column: part.column })),
          },
        ];
      }),
  );
}

/** Sums are judged where most of them hold. */
function wrongOf(sums: readonly Sum[]): Sum[] {
  const wrong = sums.filter((one) => !isRight(one));
  return wrong.length > 0 && wrong.length * 2 <= sums.length - wrong.length ? wrong : [];
}

function* sumDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const tables = sheet.projects();
    const years = tables.flatMap(({ projects }) => projects.flatMap(({ lines }) => lines));
    // What the rule about 事業費合計 has judged already.
    const totals = [...(sheet.totals()?.lines ?? []), ...tables.flatMap((table) => table.totals)];
    const judged = new Set(
      [
        ...totals.flatMap(({ cells }) => cells),
        ...years.flatMap(({ cells }) => cells.filter(({ total }) => total)),
      ].map(({ row, column }) => `${row}:${column}`),
    );
    for (const block of blocksOf(sheet)) {
      const down = wrongOf(rowTotals(block));
      // A total that is wrong itself spoils the sum of its row as well: once is enough.
      const across = wrongOf(columnTotals(block)).filter(
        ({ parts, at }) =>
          !down.some((one) => [at, ...parts].some((p) => p.row === one.at.row && p.column === one.at.column)),
      );
      const crossing = down.flatMap((d) =>
        across.flatMap((a) => {
          const at = d.parts.find((one) => a.parts.some((part) => part.row === one.row && part.column === one.column));
          const gap = compare(subtract(d.written, d.due), subtract(a.written, a.due)) === 0;
          return at && gap ? [{ at, d, a }] : [];
        }),
      );
      for (const { at, d, a } of crossing) yield crossed(sheet, at, d, a);
      for (const sum of [...down, ...across]) {
        if (crossing.some(({ d, a }) => d === sum || a === sum) || judged.has(`${sum.at.row}:${sum.at.column}`))
          continue;
        yield {
          sheet,
          cells: [sum.at],
          others: [{ cells: sum.parts }],
          subject: `${sheet.name}/${sum.label}`,
          values: [value("written", displayed(sheet, sum.at)), value("sum", printedLike(sheet, sum.at, sum.due))],
          message: `「${sum.label}」は${displayed(sheet, sum.at)}と書かれていますが、内訳（${sum.of}）の合計は${printedLike(sheet, sum.at, sum.due)}です。`,
        };
      }
    }
  }
}

/** A cell whose row and whose column both miss their totals by the same amount. */
function crossed(sheet: CheckedSheet, at: Place, down: Sum, across: Sum): Draft {
  return {
    sheet,
    cells: [at],
    others: [{ cells: [down.at, across.at] }],
    subject: `${sheet.name}/${down.label}/${across.label}`,
    values: [
      value("written", displayed(sheet, at)),
      value("sum", `${displayed(sheet, down.at)}・${displayed(sheet, across.at)}`),
    ],
    message: `「${displayed(sheet, at)}」を足すと、「${down.label}」の合計は${printedLike(sheet, down.at, down.due)}（記載は${displayed(sheet, down.at)}）、「${across.label}」の合計は${printedLike(sheet, across.at, across.due)}（記載は${displayed(sheet, across.at)}）になります。この件数または金額を確かめてください。`,
  };
}

/** A sum with the separators of the sheet. */
function printedLike(sheet: CheckedSheet, at: Place, sum: Decimal): string {
  const text = toText(sum);
  const unit = /[^\d.,%％\s▲△−-]+$/u.exec(displayed(sheet, at))?.[0] ?? "";
  const [whole = "", fraction] = text.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction === undefined ? "" : `.${fraction}`}${unit}`;
}

interface Shared {
  readonly at: Place;
  readonly written: Decimal;
  readonly due: Decimal;
  readonly label: string;
  readonly part: Place;
  readonly whole: Place;
}

/** Shares in a row below the total, or in a column beside the counts. */
function sharesOf({ sheet, columns, lines }: Block): Shared[] {
  const found: Shared[] = [];
  const push = (at: Place, part: Place, whole: Place, label: string): void => {
    const [written, own, all] = [at, part, whole].map((place) => numberAt(sheet, place));
    const due = own && all ? ratio(multiply(own.value, decimal(100)), all.value) : null;
    if (written && due) {
      // A share without its sign is a fraction, 0.364.
      const factor = written.percent || compare(written.value, decimal(1)) > 0 ? decimal(1) : decimal(100);
      found.push({ at, written: multiply(written.value, factor), due: divide(due, 8), label, part, whole });
    }
  };
  const total = columns.find(({ head }) => TOTAL.test(head));
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (!line.share || !above || !total) return;
    for (const { column, head } of columns)
      push(
        { row: line.row, column },
        { row: above.row, column },
        { row: above.row, column: total.column },
        `${word(line.label.text)} ${head}`,
      );
  });
  const sum = lines.find((line) => line.total);
  columns.forEach(({ column, head }, i) => {
    const counts = columns[i - 1];
    if (!SHARE.test(head) || !counts || !sum) return;
    for (const line of lines)
      push(
        { row: line.row, column },
        { row: line.row, column: counts.column },
        { row: sum.row, column: counts.column },
        `${word(line.label.text)} ${head}`,
      );
  });
  return found;
}

function* shareDiffers({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const block of blocksOf(sheet)) {
      const shares = sharesOf(block);
      const places = Math.max(
        0,
        ...shares.map(({ written }) => written.scale - (toText(written).includes(".") ? 0 : written.scale)),
      );
      const step = { digits: 1n, scale: Math.max(0, places) };
      const wrong = shares.filter(({ written, due }) => compare(absolute(subtract(written, due)), step) >= 0);
      if (wrong.length === 0 || wrong.length * 2 > shares.length - wrong.length) continue;
      for (const { at, due, label, part, whole } of wrong)
        yield {
          sheet,
          cells: [at],
          others: [{ cells: [part, whole] }],
          subject: `${sheet.name}/${label}`,
          values: [
            value("share", displayed(sheet, at)),
            value("count", `${displayed(sheet, part)}／${displayed(sheet, whole)}`),
          ],
          message: `「${label}」は${displayed(sheet, at)}と書かれていますが、${displayed(sheet, part)}÷${displayed(sheet, whole)}は${toText(divide({ numerator: due, denominator: decimal(1) }, 1))}%です。`,
        };
    }
  }
}

/** 実績額 above 予算額, 一般財源 above 事業費, where the other rows keep within. */
function* partExceeds({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    for (const { columns, lines } of [...blocksOf(sheet)]) {
      for (const { column, head } of columns) {
        const whole = columns.find((one) =>
          SPENT.test(head) ? BUDGET.test(one.head) : SOURCE.test(head) && COST.test(one.head),
        );
        if (!whole || whole.column === column) continue;
        for (const line of lines) {
          const [part, all] = [line.values.get(column), line.values.get(whole.column)];
          if (!part || !all || sign(all) <= 0 || compare(part, all) <= 0) continue;
          yield exceeds(
            sheet,
            { row: line.row, column },
            { row: line.row, column: whole.column },
            `${oneLine(line.label.text)} ${line.kind}`.trim(),
            head,
            whole.head,
          );
        }
      }
      for (const [i, line] of lines.entries()) {
        const above = lines[i - 1];
        if (!above || above.label !== line.label || !SOURCE.test(line.kind) || !COST.test(above.kind)) continue;
        for (const { column } of columns) {
          const [part, all] = [line.values.get(column), above.values.get(column)];
          if (!part || !all || compare(part, all) <= 0) continue;
          yield exceeds(
            sheet,
            { row: line.row, column },
            { row: above.row, column },
            oneLine(line.label.text),
            line.kind,
            above.kind,
          );
        }
      }
    }
  }
}

const exceeds = (sheet: CheckedSheet, at: Place, whole: Place, name: string, part: string, all: string): Draft => ({
  sheet,
  cells: [at],
  others: [{ cells: [whole] }],
  subject: `${sheet.name}/${name}/${part}`,
  values: [value("here", displayed(sheet, at)), value("there", displayed(sheet, whole))],
  message: `「${name}」の${part}${displayed(sheet, at)}が、${all}${displayed(sheet, whole)}を超えています。`,
});

const rule = ruleOf("money");

export const SUM_RULES: readonly Rule[] = [
  rule(
    "sum-differs",
    "error",
    "集計表の計が合わない",
    "A total in a table of figures is not the sum of its parts",
    sumDiffers,
  ),
  rule(
    "share-differs",
    "error",
    "集計表の割合が合わない",
    "A share in a table of figures does not follow",
    shareDiffers,
  ),
  rule("part-exceeds-whole", "warning", "内訳が全体を超える", "A part exceeds its whole", partExceeds),
];
