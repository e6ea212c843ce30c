/** One chosen file → a submission, or the reason why not. The reader is loaded with the first file. */
import { parseStored, SETTINGS_KEY } from "../../excel/settings";
import { readSubmission, submissionSettings } from "../../sheet/collect";
import { DEFAULT_SETTINGS, type Settings } from "../../sheet/settings";
import type { XlsxBook } from "../../xlsx";
import type { ChosenSource, FailCode, FileState } from "./types";

/** Never rejects: what cannot be read is a state with its reason. The file itself is only read. */
export async function readFile(name: string, source: ChosenSource, ours: Settings): Promise<FileState> {
  const bytes = await bytesOf(source);
  if (typeof bytes === "string") return { kind: "failed", code: bytes };
  const { readXlsx, toSnapshot, XlsxError } = await import("../../xlsx");
  try {
    const book = readXlsx(bytes);
    const settings = submissionSettings(settingsOfBook(book), ours);
    return { kind: "read", submission: readSubmission(name, toSnapshot(book, name), settings) };
  } catch (error) {
    return { kind: "failed", code: error instanceof XlsxError ? error.code : "unexpected" };
  }
}

/** The bytes, or "notReadable": a file that is open in Excel, was moved, or lies in the cloud only. */
export async function bytesOf(source: ChosenSource): Promise<Uint8Array | FailCode> {
  try {
    return new Uint8Array(await source.arrayBuffer());
  } catch {
    return "notReadable";
  }
}

/** What the department decided in its own file: it travels with the workbook. */
function settingsOfBook(book: XlsxBook): Settings {
  for (const { properties } of book.extensions) {
    const stored = properties.get(SETTINGS_KEY);
    if (stored !== undefined) return parseStored(unquoted(stored)).settings;
  }
  return DEFAULT_SETTINGS;
}

/** The file keeps the setting's value as JSON, and the value is a JSON text of ours. */
function unquoted(stored: string): unknown {
  try {
    return JSON.parse(stored) as unknown;
  } catch {
    return stored;
  }
}
