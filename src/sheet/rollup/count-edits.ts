/** Counts and shares into the sheet's own table of counts. A label that could mean two groups is left alone. */
import { plain } from "../../kpi/characters";
import { decimal, divide, multiply, toNumber } from "../../kpi/decimal";
import { shares } from "../../kpi/rollup";
import type { Grid } from "../grid";
import { typedShare, type Wanted } from "./edits";
import type { CountBlock, CountCell } from "./count-block";
import type { RollupGroup, RollupResult } from "./groups";

const compact = (text: string): string => plain(text).text.replace(/[\s「」『』【】()]+/g, "");
const CODE = /^(?<code>(?:[^\d\s]{0,8}目標|[^\d\s]{0,6}施策|政策|戦略|柱)?\d{1,4}(?:-\d{1,3})*)/;

/** The group that a printed label means; null where none or more than one could be meant. */
export function groupFor(label: string, result: RollupResult): RollupGroup | null {
  const text = compact(label);
  const own = (group: RollupGroup): string => compact(group.path[group.path.length - 1] ?? "");
  const tests: readonly ((group: RollupGroup) => boolean)[] = [
    (group) => own(group) === text,
    (group) => text.length >= 4 && (own(group).includes(text) || (own(group).length >= 4 && text.includes(own(group)))),
    (group) => {
      const a = CODE.exec(text)?.groups?.code;
      return a !== undefined && a === text && a === CODE.exec(own(group))?.groups?.code;
    },
  ];
  for (const test of tests) {
    const found = result.groups.filter(test);
    if (found.length === 1) return found[0] ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

/** What is to stand in each cell of the block, by the rollup of its sheet. */
export function wantedCounts(grid: Grid, block: CountBlock, result: RollupResult): readonly Wanted[] {
  return block.cells.flatMap((cell): Wanted[] => {
    const group = cell.group === null ? result.all : groupFor(cell.group, result);
    if (group === null) return [];
    const name = cell.group ?? "全体";
    const place = { row: cell.row, column: cell.column, anchor: cell.groupCell };
    if (cell.as === "share") {
      const percent = shareOf(cell, group);
      if (percent === null) return [];
      const { text, numberFormat } = grid.facts(cell.row, cell.column);
      return [{ ...place, ...typedShare(percent, numberFormat, /[%％]\s*$/.test(text)), why: `${name}の割合です。` }];
    }
    const count = countOf(cell, group);
    return [{ ...place, value: count, figure: decimal(count), why: `${name}の件数です。` }];
  });
}

function countOf({ what }: CountCell, group: RollupGroup): number {
  if (what.kind === "grade") return group.counts.get(what.grade) ?? 0;
  return what.kind === "graded" ? group.graded : group.total;
}

/** In percent with one decimal, each rounded by itself as cities do. */
function shareOf({ what }: CountCell, group: RollupGroup): number | null {
  if (what.kind === "met") {
    const { share } = group.met;
    return share && toNumber(divide({ ...share, numerator: multiply(share.numerator, decimal(100)) }, 1));
  }
  if (what.kind !== "grade") return group.total === 0 ? null : 100;
  const counts = [...group.counts.values()];
  return shares(counts, "plain")[[...group.counts.keys()].indexOf(what.grade)] ?? null;
}
