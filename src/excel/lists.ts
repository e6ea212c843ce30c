/**
 * Drop-down lists of the cells that are to be written. Excel does not hold add-ins to them, so that a grade that the
 * list does not offer would stand there until somebody edits the cell and is refused.
 */
import type { CellValue } from "../sheet/types";
import { isFormula } from "./contents";
import type { Session } from "./session";

/** The list of a cell as Excel states it: items with commas, or a reference or name with "=". */
export interface ListSource {
  readonly sheetId: string;
  readonly source: string;
}

/** Offered items by list; a list that cannot be looked up is missing and forbids nothing. */
export type Lists = ReadonlyMap<string, ReadonlySet<string>>;

const keyOf = ({ sheetId, source }: ListSource): string => `${sheetId} ${source}`;

/** Looks up what the lists offer; those that stand on a sheet are read in one more request. Never rejects. */
export async function readLists(context: Session, sources: readonly ListSource[]): Promise<Lists> {
  const lists = new Map<string, ReadonlySet<string>>();
  const references = new Map<string, ListSource>();
  for (const list of sources) {
    if (list.source.startsWith("=")) references.set(keyOf(list), list);
    else lists.set(keyOf(list), new Set(list.source.split(",").map((item) => item.trim())));
  }
  if (references.size === 0) return lists;
  try {
    const ranges = [...references].map(([key, list]) => {
      const range = rangeOf(context, list);
      range.load("text");
      range.untrack();
      return { key, range };
    });
    await context.sync();
    for (const { key, range } of ranges) if (!range.isNullObject) lists.set(key, new Set(range.text.flat()));
  } catch {
    // Lists are a courtesy: where they cannot be read, writing goes on without them.
  }
  return lists;
}

const REFERENCE = /^=\s*(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/i;

/** The cells of 「=$A$2:$A$7」 or 「=設定!A2:A7」, or of a name 「=評価一覧」; a null object where there are none. */
function rangeOf(context: Session, { sheetId, source }: ListSource): Excel.Range {
  const { worksheets, names } = context.workbook;
  const reference = REFERENCE.exec(source);
  if (!reference) return names.getItemOrNullObject(source.slice(1).trim()).getRangeOrNullObject();
  const sheet = (reference[1] ?? reference[2])?.replace(/''/g, "'") ?? sheetId;
  return worksheets.getItemOrNullObject(sheet).getRange((reference[3] ?? "").replace(/\$/g, ""));
}

/** True where the list offers the content; formulas and emptiness are always allowed. */
export function allows(lists: Lists, list: ListSource | null, content: CellValue): boolean {
  const items = list === null ? undefined : lists.get(keyOf(list));
  return items === undefined || content === "" || isFormula(content) || items.has(String(content).replace(/^'/, ""));
}
