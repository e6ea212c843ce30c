import { readFileSync } from "node:fs";
import type { WorkbookSnapshot } from "../../../src/sheet/types";
import { readXlsx } from "../../../src/xlsx/read";
import { toSnapshot } from "../../../src/xlsx/snapshot";

/** A sample of the repository as the pane would have read it. */
export const readSample = (name: string): WorkbookSnapshot =>
  toSnapshot(readXlsx(new Uint8Array(readFileSync(`samples/${name}`))));
