/**
 * A workbook read and graded without a click: the file is opened in the stand-in for Excel, Microsoft's own office.js
 * is booted against it, and the code of the pane does the rest.
 */
import { readMerges } from "../../src/excel/merges";
import { openWorkbook } from "../../src/excel/read";
import type { Rubric } from "../../src/kpi/types";
import { assess } from "../../src/sheet/assess";
import { bootOffice } from "../boot/node";
import { openWorkbook as openFile } from "../open";
import { inspectDocument } from "./document";

export interface InspectOptions {
  /** Western fiscal year to grade; null: by the product's own order. */
  readonly year: number | null;
  /** null: by the product's own order. */
  readonly rubric: Rubric | null;
}

export type InspectDocument = ReturnType<typeof inspectDocument>;

/**
 * @param name file name, as it appears in the document
 * @throws XlsxError where the file cannot be read, HostError where the stand-in refuses
 */
export async function inspectWorkbook(
  name: string,
  bytes: Uint8Array,
  options: InspectOptions,
): Promise<InspectDocument> {
  const office = await bootOffice({ model: openFile(name, bytes) });
  const remove = office.installGlobals();
  try {
    const { snapshot, settings } = await openWorkbook({ scope: "all" });
    const requests = office.host.requests.length;
    const merged = await readMerges(snapshot);
    return inspectDocument(assess(merged, settings, options), settings, name, requests);
  } finally {
    remove();
    office.close();
  }
}
