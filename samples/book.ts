/**
 * One sample workbook: how it is drawn, and what a reader must find in it. Built again it gives the same bytes:
 * the dates inside are fixed and the package is packed anew with a fixed time stamp.
 */
import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import type { BookTruth } from "./truth";

export interface Sample {
  /** Path under `samples/` without the extension, "variants/inserted-column". */
  readonly name: string;
  /** The .xlsx file. */
  bytes(): Promise<Uint8Array>;
  /** What is to be found in it; null where reading the file is to fail. */
  readonly truth: BookTruth | null;
}

const MADE = new Date(Date.UTC(2022, 9, 3, 0, 0, 0));
// The time in a zip entry has no zone: built from local parts, it is the same everywhere.
const PACKED = new Date(2022, 9, 3, 9, 0, 0);

/** An empty workbook with fixed properties and no person's name. */
export function newWorkbook(title: string): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "KPIシート";
  workbook.lastModifiedBy = "KPIシート";
  workbook.created = MADE;
  workbook.modified = MADE;
  workbook.title = title;
  return workbook;
}

/** Packs parts into a .xlsx, always in the same order and with the same time stamp. */
export function pack(parts: Record<string, Uint8Array>): Uint8Array {
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith("/"))
    .sort((a, b) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml") || (a < b ? -1 : 1));
  const ordered: Record<string, Uint8Array> = {};
  for (const name of names) ordered[name] = parts[name] as Uint8Array;
  return zipSync(ordered, { mtime: PACKED, level: 9 });
}

/** The workbook as a file. */
export async function toBytes(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const buffer = await workbook.xlsx.writeBuffer();
  return pack(unzipSync(new Uint8Array(buffer)));
}
