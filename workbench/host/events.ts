/** Events of the workbook as the messages that office.js hands to the add-in's handlers. */
import { areaName } from "../model/address";
import { valueType } from "../model/cell";
import type { BookEvent, ChangeSource } from "../model/changes";
import type { Workbook } from "../model/workbook";
import type { RichApiMessage } from "./protocol";

const CATEGORY = 65536;
const WORKBOOK = "Workbook";

/** `eventType` numbers of the library. */
const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selected: 14,
  deleted: 15,
  calculated: 16,
  formatted: 18,
  clicked: 21,
  protection: 24,
  renamed: 25,
  visibility: 26,
  paneVisibility: 65539,
} as const;

const sourceName = (source: ChangeSource): string => (source === "remote" ? "Remote" : "Local");

/** The event's number, sheet and payload; null for one that Excel does not tell add-ins. */
function payloads(book: Workbook, event: BookEvent): [type: number, sheetId: string, payload: object][] {
  if (event.kind === "settings" || event.kind === "sheetMoved") return [];
  const { sheetId } = event;
  switch (event.kind) {
    case "changed": {
      const address = areaName(event.area);
      const { before, after } = event;
      const details = {
        valueBefore: before,
        valueAfter: after,
        valueTypeBefore: before === undefined ? undefined : valueType(before),
        valueTypeAfter: after === undefined ? undefined : valueType(after),
      };
      const payload = {
        address,
        changeType: event.change,
        source: sourceName(event.source),
        triggerSource: event.source === "api" ? "ThisLocalAddin" : "Unknown",
        worksheetId: sheetId,
        referenceId: `${sheetId}!${address}`,
        shiftDirection: "None",
        ...details,
      };
      return [[EventType.changed, sheetId, payload]];
    }
    case "formatted": {
      const payload = { address: areaName(event.area), source: sourceName(event.source), worksheetId: sheetId };
      return [[EventType.formatted, sheetId, payload]];
    }
    case "calculated":
      return [[EventType.calculated, sheetId, { worksheetId: sheetId }]];
    case "selected": {
      const payload = { address: event.areas.map(areaName).join(","), worksheetId: sheetId };
      return [[EventType.selected, sheetId, payload]];
    }
    case "clicked": {
      const { row, column } = event;
      const address = areaName({ top: row, left: column, bottom: row, right: column });
      return [[EventType.clicked, sheetId, { address, offsetX: 1, offsetY: 1, worksheetId: sheetId }]];
    }
    case "activated": {
      const left: [number, string, object][] = event.previous
        ? [[EventType.deactivated, event.previous, { worksheetId: event.previous }]]
        : [];
      return [...left, [EventType.activated, sheetId, { worksheetId: sheetId }]];
    }
    case "sheetAdded":
      return [[EventType.added, WORKBOOK, { worksheetId: sheetId, source: sourceName(event.source) }]];
    case "sheetDeleted":
      return [[EventType.deleted, WORKBOOK, { worksheetId: sheetId, source: sourceName(event.source) }]];
    case "protection": {
      const payload = { isProtected: event.on, worksheetId: sheetId, source: sourceName(event.source) };
      return [[EventType.protection, sheetId, payload]];
    }
    case "sheetChanged": {
      if (event.part === "visibility") return [[EventType.visibility, sheetId, { worksheetId: sheetId }]];
      const name = book.findSheet(sheetId)?.name;
      return event.part === "name" ? [[EventType.renamed, sheetId, { worksheetId: sheetId, nameAfter: name }]] : [];
    }
  }
}

/** One message for the sheet's own handlers and one for those of the collection; the library drops what nobody wants. */
export function eventMessages(book: Workbook, event: BookEvent): RichApiMessage[] {
  return payloads(book, event).flatMap(([messageType, target, payload]) =>
    [...new Set([target, WORKBOOK])].map((targetId) => ({
      messageCategory: CATEGORY,
      messageType,
      targetId,
      message: JSON.stringify(payload),
    })),
  );
}

/** The pane was shown or hidden. */
export function paneVisibilityMessage(visible: boolean): RichApiMessage {
  return {
    messageCategory: CATEGORY,
    messageType: EventType.paneVisibility,
    targetId: "",
    message: JSON.stringify({ visibility: visible ? "Visible" : "Hidden" }),
  };
}
