/** Units that are printed once for a whole table. */
import { isKnownUnit, unitOfName } from "../kpi/unit";
import type { Grid } from "./grid";
import type { HeaderBlock } from "./headers";
import { holdsValues, type SlotInfo } from "./slots";

const CAPTION = /^[（(【]?\s*単位\s*[:：]\s*([^（(）)【】、,・/／\s]{1,8})\s*[）)】]?$/;
const ROWS_ABOVE = 2;

/** 「（単位：千人）」 right over the header, else the one unit in the brackets of every header of values. */
export function unitOverTable(grid: Grid, block: HeaderBlock, slots: readonly SlotInfo[]): string | null {
  for (let row = block.top - 1; row >= block.top - ROWS_ABOVE; row--) {
    for (const { text } of grid.row(row)) {
      const unit = CAPTION.exec(text.trim())?.[1]?.normalize("NFKC");
      if (unit !== undefined && isKnownUnit(unit)) return unit;
    }
  }
  const units = new Set(
    slots.filter(holdsValues).map((slot) => unitOfName(slot.cells.map(({ text }) => text).join(" "))),
  );
  const [only = null] = units;
  return units.size === 1 ? only : null;
}
