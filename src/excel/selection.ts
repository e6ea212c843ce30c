/** The sheet is the document, the pane the magnifying glass: selecting cells, and hearing of selection and changes. */
import type { Area } from "../sheet/types";
import { inExcel } from "./session";

/**
 * Brings the cells into view and selects them: the first area is what the eye goes to, all are selected where there
 * are several. Rejects with a HostError (sheet deleted, cell being edited).
 */
export async function selectCells(sheetId: string, areas: readonly Area[]): Promise<void> {
  const [first] = areas;
  if (!first) return;
  await inExcel({}, async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.activate();
    const one = sheet.getRangeByIndexes(
      first.top,
      first.left,
      first.bottom - first.top + 1,
      first.right - first.left + 1,
    );
    one.select();
    one.untrack();
    await context.sync();
  });
}

export interface SelectionPlace {
  readonly sheetId: string;
  /** "B5" or "B5:D9", without the sheet. */
  readonly address: string;
}

export interface ChangePlace extends SelectionPlace {
  /** Somebody else, working in the same file. */
  readonly remote: boolean;
}

export interface SheetWatcher {
  readonly onSelection?: (place: SelectionPlace) => void;
  /** Contents of cells changed, by hand or by anyone; also rows and columns inserted or deleted. */
  readonly onChange?: (place: ChangePlace) => void;
  /** Another sheet was brought to the front. */
  readonly onSheet?: (sheetId: string) => void;
}

/**
 * Hears of every sheet of the workbook. Gives the function that stops it; calling that twice is harmless. Handlers
 * live as long as the pane, Excel forgets them on reload. Rejects with a HostError.
 */
export async function watchSheets(watcher: SheetWatcher): Promise<() => Promise<void>> {
  const removals = await inExcel({ waitForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook;
    const added: { remove(): void; context: unknown }[] = [];
    const { onSelection, onChange, onSheet } = watcher;
    if (onSelection)
      added.push(
        worksheets.onSelectionChanged.add(async ({ worksheetId, address }) =>
          onSelection({ sheetId: worksheetId, address }),
        ),
      );
    if (onChange)
      added.push(
        worksheets.onChanged.add(async ({ worksheetId, address, source }) =>
          onChange({ sheetId: worksheetId, address, remote: source === "Remote" }),
        ),
      );
    if (onSheet) added.push(worksheets.onActivated.add(async ({ worksheetId }) => onSheet(worksheetId)));
    await context.sync();
    return added;
  });
  let stopped = false;
  return async () => {
    if (stopped) return;
    stopped = true;
    const [first] = removals;
    if (!first) return;
    // Handlers are removed in the context that added them.
    await Excel.run(first.context as Excel.RequestContext, async (context) => {
      for (const removal of removals) removal.remove();
      await context.sync();
    });
  };
}

/** The selected cells; null where something else than cells is selected (a chart). */
export async function readSelection(): Promise<{ readonly sheetId: string; readonly area: Area } | null> {
  return await inExcel({ waitForCellEdit: true }, async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    const { worksheet } = range;
    worksheet.load("id");
    range.untrack();
    await context.sync();
    return {
      sheetId: worksheet.id,
      area: {
        top: range.rowIndex,
        left: range.columnIndex,
        bottom: range.rowIndex + range.rowCount - 1,
        right: range.columnIndex + range.columnCount - 1,
      },
    };
  });
}
