/** Settings that come from the selection on the sheet or from a file. Each action ends in a message; none rejects. */
import { readSelection } from "../../excel/selection";
import { rubricFromTable } from "../../kpi/rubric-table";
import { importSettings } from "../../sheet/settings";
import type { CellValue } from "../../sheet/types";
import type { PaneStore } from "./store";

/** The texts or values of the selected cells, row by row; what lies outside the used range is "". */
async function selectedCells(store: PaneStore, grid: "values" | "texts"): Promise<CellValue[][]> {
  const selection = await readSelection();
  const sheet = store.get().workbook?.sheets.find(({ id }) => id === selection?.sheetId);
  const used = sheet?.area;
  if (!selection || !sheet || !used) return [];
  const { area } = selection;
  const rows: CellValue[][] = [];
  // Whole columns may be selected: only what is used counts.
  for (let row = Math.max(area.top, used.top); row <= Math.min(area.bottom, used.bottom); row++) {
    const cells: CellValue[] = [];
    for (let column = Math.max(area.left, used.left); column <= Math.min(area.right, used.right); column++) {
      cells.push(sheet[grid][row - used.top]?.[column - used.left] ?? "");
    }
    rows.push(cells);
  }
  return rows;
}

/** Takes the selected range as the rubric table of this workbook. */
export async function adoptSelectedRubric(store: PaneStore, name: string): Promise<void> {
  try {
    const cells = await selectedCells(store, "values");
    const rows = cells.map((row) => row.map((cell) => (typeof cell === "boolean" ? String(cell) : cell)));
    if (rubricFromTable(rows, name).rubric === null) store.change({ message: { kind: "notARubric" } });
    else await store.changeSettings({ ...store.get().settings, rubric: { name, table: rows } });
  } catch (error) {
    store.change({ message: { kind: "failed", error } });
  }
}

/** The header texts in the selection, each once. */
export async function selectedWords(store: PaneStore): Promise<string[]> {
  try {
    const texts = (await selectedCells(store, "texts")).flat().map((text) => String(text).replace(/\s+/g, ""));
    const words = [...new Set(texts.filter((text) => text !== ""))];
    store.change({ message: words.length === 0 ? { kind: "noWords" } : null });
    return words;
  } catch (error) {
    store.change({ message: { kind: "failed", error } });
    return [];
  }
}

/** Settings from the text of a file; what cannot be read of it is named, a text that is no settings changes nothing. */
export async function importFile(store: PaneStore, text: string): Promise<void> {
  const { settings, problems } = importSettings(text);
  const readable = isObject(text);
  if (!readable) {
    store.change({ message: { kind: "importFailed" } });
    return;
  }
  if (await store.changeSettings(settings)) store.change({ message: { kind: "settingsImported", problems } });
}

function isObject(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null && !Array.isArray(data);
  } catch {
    return false;
  }
}
