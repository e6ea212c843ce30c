/** 担当課 of a whole sheet: the box 主管課 / 担当課 in its head. */
import { plain } from "../../kpi/characters";
import type { Grid } from "../grid";
import { printed } from "../headings";

const LABEL = /^(?:主管|担当|所管|主担当|実施|作成|記入)(?:課|部署|課名|部局|室|班|所属|課等|部局課)(?:名)?[::]?$/;
const JOINED = /^(?:主管|担当|所管|主担当)(?:課|部署|課名|部局)(?:名)?\s*[::]\s*(?<name>.+)$/;
const HEAD_ROWS = 30;

/** The name in the sheet's head; null where there is none or it is blank. */
export function ownerOfSheet(grid: Grid): string | null {
  const end = Math.min(grid.area.bottom, grid.area.top + HEAD_ROWS);
  for (let row = grid.area.top; row <= end; row++) {
    const cells = grid.row(row);
    for (let i = 0; i < cells.length; i++) {
      const text = plain(cells[i]?.text ?? "").text;
      const joined = JOINED.exec(text)?.groups?.name;
      if (joined !== undefined) return printed(joined);
      if (!LABEL.test(text.replace(/\s+/g, ""))) continue;
      const next = cells[i + 1];
      if (next !== undefined && !/(?:課|班|者|先|日|月)[::]?$/.test(next.text.trim())) return printed(next.text);
      // 「企画政策課」 ends like a label: a label of another box is one of the known words.
      if (
        next !== undefined &&
        !LABEL.test(plain(next.text).text.replace(/\s+/g, "")) &&
        !/^(?:担当|関係|連絡)/.test(next.text.trim())
      )
        return printed(next.text);
    }
  }
  return null;
}
