/** 施策の進捗状況 in shares: how many projects stand behind each status, and the shares that they make. */
import { compare, decimal, type Decimal } from "../../kpi/decimal";
import { shares, type Rounding } from "../../kpi/rollup";
import { plain } from "../../kpi/characters";
import type { Grid } from "../grid";
import type { Settings } from "../settings";
import { typedShare, type Wanted } from "./edits";
import type { ProgressBlock } from "./progress";
import type { Project, ProjectTable } from "./projects";

/**
 * The whole numbers behind printed shares (28.6 28.6 42.9 of 7 → 2 2 3), each share rounded by itself to one decimal;
 * null where no whole numbers give these shares.
 */
export function countsBehind(percents: readonly Decimal[], total: number): number[] | null {
  if (total <= 0 || percents.length === 0) return null;
  const counts = percents.map((percent) => {
    const guess = (Number(percent.digits) / 10 ** percent.scale / 100) * total;
    const near = Math.round(guess);
    return [near, near - 1, near + 1].find(
      (n) => n >= 0 && n <= total && compare(decimal(shares([n, total - n], "plain")[0] ?? 0), percent) === 0,
    );
  });
  if (counts.some((n) => n === undefined)) return null;
  const whole = counts as number[];
  return whole.reduce((a, b) => a + b, 0) === total ? whole : null;
}

export interface ProgressCounts {
  /** One per status of the block. */
  readonly counts: readonly number[];
  readonly total: number;
  /** Told by the user, counted in a column of the table of projects, or the only numbers that fit what is printed. */
  readonly from: "user" | "column" | "printed";
}

const spelling = (text: string): string =>
  plain(text)
    .text.replace(/\s+/g, "")
    .replace(/^おおむね/, "概ね");

/** Projects that count: those marked 主な事業 where some are, else all. */
export function countedProjects(tables: readonly ProjectTable[]): readonly Project[] {
  const all = tables.flatMap((table) => table.projects);
  const main = all.filter((project) => project.main === true);
  return main.length > 0 ? main : all;
}

/** Where the numbers behind a block come from; null where nobody knows them. */
export function progressCounts(
  block: ProgressBlock,
  tables: readonly ProjectTable[],
  stored: Settings["progressCounts"][string] | undefined,
): ProgressCounts | null {
  const names = block.values.map(({ status }) => spelling(status));
  const made = (counts: readonly number[], from: ProgressCounts["from"]): ProgressCounts | null => {
    const total = counts.reduce((a, b) => a + b, 0);
    return total > 0 ? { counts, total, from } : null;
  };
  if (stored !== undefined) {
    const own = new Map(Object.entries(stored).map(([status, count]) => [spelling(status), count]));
    const found = made(
      names.map((name) => own.get(name) ?? 0),
      "user",
    );
    if (found) return found;
  }
  const projects = countedProjects(tables);
  const told = projects.map(({ status }) => (status === null ? null : spelling(status)));
  if (told.length > 0 && told.every((status) => status !== null && names.includes(status))) {
    return made(
      names.map((name) => told.filter((status) => status === name).length),
      "column",
    );
  }
  if (block.kind !== "shares" || projects.length === 0) return null;
  const printed = block.values.map(({ share }) => share ?? decimal(0));
  const counts = countsBehind(printed, projects.length);
  return counts && made(counts, "printed");
}

/** What is to stand in the block: shares, or the ring where the block is filled in with one. */
export function wantedProgress(
  grid: Grid,
  block: ProgressBlock,
  found: ProgressCounts,
  rounding: Rounding,
): readonly Wanted[] {
  const percents = shares(found.counts, rounding);
  const single = found.counts.filter((n) => n > 0).length === 1;
  const printsSign = block.values.some(({ text }) => /[%％]\s*$/.test(text));
  return block.values.flatMap(({ cell, label, status }, i): Wanted[] => {
    if (cell === null) return [];
    const count = found.counts[i] ?? 0;
    if (block.kind === "mark") {
      if (!single) return [];
      const ring = block.values.find(({ marked }) => marked)?.text.trim() || "〇";
      const value = count > 0 ? ring : "";
      return [{ ...cell, value, figure: null, why: `施策の進捗状況は「${status}」です。`, anchor: label }];
    }
    const format = grid.facts(cell.row, cell.column).numberFormat;
    return [
      {
        ...cell,
        ...typedShare(percents[i] ?? 0, format, printsSign),
        why: `「${status}」は${found.total}事業のうち${count}事業です。`,
        anchor: label,
      },
    ];
  });
}

/** 「四捨五入のため合計は100.1%です」 where the printed shares do not add up; null where they do. */
export function roundingNote(counts: readonly number[], rounding: Rounding): string | null {
  const sum = shares(counts, rounding).reduce((a, b) => a + Math.round(b * 10), 0);
  return sum === 1000 || sum === 0
    ? null
    : `割合はそれぞれを四捨五入しているため、合計は${(sum / 10).toFixed(1)}%です。`;
}
