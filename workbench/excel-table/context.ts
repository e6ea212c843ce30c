/** What the object table works on, and the objects that it makes. */
import { refuse } from "../host/api-error";
import type { HostObject } from "../host/table-types";
import { cellArea, MAX_COLUMNS, MAX_ROWS, type Area } from "../model/area";
import type { Parts } from "../model/objects";
import type { SheetPart } from "../model/changes";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";

/** The running stand-in, as far as the object table sees it. */
export interface ExcelContext {
  readonly book: Workbook;
  /** Sheets of another workbook, for insertWorksheetsFromBase64. @throws ApiError where it cannot be read */
  readonly readWorkbook: (base64: string) => Promise<Workbook> | Workbook;
  readonly customFunctions: { start(): void; results(list: readonly unknown[]): void };
  readonly pane: { visible: boolean; startWithDocument: boolean };
  readonly setPaneVisible: (visible: boolean) => void;
}

export interface SheetObject extends HostObject {
  readonly type: "Worksheet";
  readonly sheet: Sheet;
}

export interface RangeObject extends HostObject {
  readonly type: "Range";
  readonly sheet: Sheet;
  readonly area: Area;
}

export interface AreasObject extends HostObject {
  readonly type: "RangeAreas";
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** Format of one or several areas (RangeFormat, RangeFill, RangeFont …). */
export interface FormatObject extends HostObject {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

/** A thing that belongs to a sheet (its protection, its charts). */
export interface OnSheet extends HostObject {
  readonly sheet: Sheet;
}

/** A collection of the workbook, or of one sheet. */
export interface MaybeOnSheet extends HostObject {
  readonly sheet: Sheet | null;
}

/** A part with free properties: chart titles, page layout. */
export interface PartObject extends OnSheet {
  readonly part: Parts;
  /** What is marked as changed. */
  readonly of: SheetPart;
}

export const sheetObject = (sheet: Sheet): SheetObject => ({ type: "Worksheet", sheet });

/** @throws ApiError InvalidArgument for an area that leaves the sheet */
export function rangeObject(sheet: Sheet, area: Area, location = "Range"): RangeObject {
  const whole = [area.top, area.left, area.bottom, area.right].every(Number.isInteger);
  const inside = area.top >= 0 && area.left >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS;
  if (!whole || !inside || area.bottom < area.top || area.right < area.left) refuse("InvalidArgument", location);
  return { type: "Range", sheet, area };
}

export const cellObject = (sheet: Sheet, row: number, column: number): RangeObject =>
  rangeObject(sheet, cellArea(row, column));

export const areasObject = (sheet: Sheet, areas: readonly Area[]): AreasObject | null =>
  areas.length > 0 ? { type: "RangeAreas", sheet, areas } : null;

/** An address on the sheet (or on another one that it names). @throws ApiError InvalidArgument */
export function rangeAt(context: ExcelContext, sheet: Sheet, address: string, location: string): RangeObject {
  const found = context.book.find(address, sheet);
  return found ? rangeObject(found.sheet, found.area, location) : refuse("InvalidArgument", location);
}

/** An argument that is a Range or an address. */
export function rangeArgument(context: ExcelContext, sheet: Sheet, value: unknown, location: string): RangeObject {
  if (typeof value === "string") return rangeAt(context, sheet, value, location);
  if (isRange(value)) return value;
  return refuse("InvalidArgument", location);
}

export const isRange = (value: unknown): value is RangeObject =>
  typeof value === "object" && value !== null && (value as { type?: unknown }).type === "Range";

/** Values that a property takes; anything else is an invalid argument. */
export const asText = (value: unknown, location: string): string =>
  typeof value === "string" ? value : refuse("InvalidArgument", location);

export const asNumber = (value: unknown, location: string): number =>
  typeof value === "number" && Number.isFinite(value) ? value : refuse("InvalidArgument", location);

export const asFlag = (value: unknown, location: string): boolean =>
  typeof value === "boolean" ? value : refuse("InvalidArgument", location);
