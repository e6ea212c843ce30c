/** The list of KPIs on the summary sheet: members under the heading of their group, each group one run of rows. */
import type { RollupGroup, RollupResult } from "./groups";
import type { Member } from "./members";

export interface ListHeading {
  readonly kind: "heading";
  readonly group: RollupGroup;
  readonly depth: number;
}

export interface ListMember {
  readonly kind: "member";
  readonly member: Member;
}

export type ListItem = ListHeading | ListMember;

export interface KpiList {
  readonly items: readonly ListItem[];
  /** First and last item of each group, its own groups included. */
  readonly ranges: ReadonlyMap<RollupGroup, { readonly first: number; readonly last: number }>;
}

/** Groups in their order, each with the members that belong to no group below it. */
export function listOf(result: RollupResult): KpiList {
  const items: ListItem[] = [];
  const ranges = new Map<RollupGroup, { first: number; last: number }>();
  const open: RollupGroup[] = [];
  const close = (depth: number): void => {
    while (open.length > depth) {
      const group = open.pop() as RollupGroup;
      const range = ranges.get(group);
      if (range) range.last = items.length - 1;
    }
  };
  const put = (group: RollupGroup, depth: number, members: readonly Member[]): void => {
    close(depth);
    ranges.set(group, { first: items.length, last: items.length });
    items.push({ kind: "heading", group, depth });
    items.push(...members.map((member): ListItem => ({ kind: "member", member })));
    open.push(group);
  };
  for (const group of result.groups) {
    const depth = group.path.length - 1;
    put(
      group,
      depth,
      group.members.filter(({ path }) => path.length === group.path.length),
    );
  }
  if (result.ungrouped) put(result.ungrouped, 0, result.ungrouped.members);
  if (result.groups.length === 0)
    items.push(...result.all.members.map((member): ListItem => ({ kind: "member", member })));
  close(0);
  ranges.set(result.all, { first: 0, last: items.length - 1 });
  return { items, ranges };
}
