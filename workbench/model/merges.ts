/** The merged areas of a sheet, found quickly by cell. */
import { contains, intersect, sameArea, shifted, type Area } from "./area";

export class Merges {
  private areas: Area[] = [];
  private byRow: Map<number, Area[]> | null = null;

  get list(): readonly Area[] {
    return this.areas;
  }

  load(areas: readonly Area[]): void {
    this.areas = [...areas];
    this.byRow = null;
  }

  /** Merged areas that were there and touch `area` become part of the new one, as in Excel. */
  merge(area: Area): void {
    this.load([...this.areas.filter((merge) => !intersect(merge, area)), area]);
  }

  unmerge(area: Area): void {
    this.load(this.areas.filter((merge) => !intersect(merge, area)));
  }

  at(row: number, column: number): Area | null {
    if (this.areas.length === 0) return null;
    return (
      this.index()
        .get(row)
        ?.find((merge) => contains(merge, row, column)) ?? null
    );
  }

  /** True for a cell that lies behind the top-left cell of a merge. */
  hides(row: number, column: number): boolean {
    const merge = this.at(row, column);
    return merge !== null && !(merge.top === row && merge.left === column);
  }

  within(area: Area): Area[] {
    return this.areas.filter((merge) => intersect(merge, area));
  }

  shift(along: "rows" | "columns", at: number, count: number): void {
    this.load(
      this.areas.flatMap((merge) => {
        const moved = shifted(merge, along, at, count);
        const single = moved && sameArea(moved, { ...moved, bottom: moved.top, right: moved.left });
        return moved && !single ? [moved] : [];
      }),
    );
  }

  private index(): Map<number, Area[]> {
    if (this.byRow) return this.byRow;
    this.byRow = new Map();
    for (const merge of this.areas) {
      for (let row = merge.top; row <= merge.bottom; row++) {
        const list = this.byRow.get(row);
        if (list) list.push(merge);
        else this.byRow.set(row, [merge]);
      }
    }
    return this.byRow;
  }
}
