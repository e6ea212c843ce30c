/** The whole pane over the real office.js and the stand-in for Excel, as a user meets it. */
import "@testing-library/jest-dom";
import { configure, render, screen, waitFor } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { readFileSync } from "node:fs";
import timers from "node:timers";
import util from "node:util";
import { App } from "../../../src/taskpane/App";
import { PaneStore } from "../../../src/taskpane/state/store";
import { Writing } from "../../../src/taskpane/state/writing";
import { readXlsx } from "../../../src/xlsx/read";
import { bootOffice, type BootedOffice, type BootOptions } from "../../../workbench/boot/node";
import { workbookFromXlsx } from "../../../workbench/model/from-xlsx";
import { Workbook } from "../../../workbench/model/workbook";

// What the stand-in for Excel needs of node and jsdom's page does not have.
Object.assign(globalThis, { TextDecoder: util.TextDecoder, TextEncoder: util.TextEncoder });
globalThis.setImmediate ??= timers.setImmediate;
globalThis.clearImmediate ??= timers.clearImmediate;
// The machine may be busy; a test that hangs still ends.
configure({ asyncUtilTimeout: 15_000 });
// Fluent asks for it; jsdom has no layout.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// Every browser has it since 2020.
Blob.prototype.text ??= function text(this: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(this);
  });
};

/** A sample of the repository as Excel would hold it. */
export function sample(name: string): Workbook {
  return workbookFromXlsx(readXlsx(new Uint8Array(readFileSync(`samples/${name}`))), { name });
}

export interface OpenPane {
  readonly user: UserEvent;
  readonly model: Workbook;
  readonly office: BootedOffice;
  readonly store: PaneStore;
}

/** Opens the pane on a workbook, waits until it has read, and closes everything after `work`. */
export async function withPane(
  model: Workbook,
  work: (pane: OpenPane) => Promise<void>,
  options: Partial<BootOptions> & { displayLanguage?: string } = {},
): Promise<void> {
  const { displayLanguage = "ja-JP", ...boot } = options;
  const office = await bootOffice({ ...boot, model });
  const remove = office.installGlobals();
  const store = new PaneStore();
  const view = render(<App pane={{ store, writing: new Writing(store) }} displayLanguage={displayLanguage} />);
  // The pane moves by Excel's answers, not by React's queue: waiting is for the screen, as a user does.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  try {
    await store.start();
    await waitFor(() => expect(screen.queryAllByRole("tab").length).toBeGreaterThan(0));
    await work({ user: userEvent.setup(), model, office, store });
  } finally {
    view.unmount();
    await store.stop();
    remove();
    office.close();
    localStorage.clear();
  }
}

/** What stands in a cell of the active sheet, "BP10": its formula, or its value. */
export function cellOf(model: Workbook, address: string): unknown {
  const place = model.find(address, model.active);
  if (!place) throw new Error(`no cell ${address}`);
  return place.sheet.formula(place.area.top, place.area.left);
}

/** A workbook with one sheet, written down row by row. */
export function typed(rows: readonly (readonly string[])[]): Workbook {
  const model = new Workbook();
  const sheet = model.addSheet("様式");
  rows.forEach((cells, row) => cells.forEach((text, column) => text !== "" && model.edit(sheet, row, column, text)));
  return model;
}
