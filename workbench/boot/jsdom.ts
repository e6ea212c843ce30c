/**
 * Boots office.js beside a page in jsdom, for tests of the pane. The library keeps its own window, so that one page can
 * be opened again and again; the page gets the library's globals and what the library takes away from every page.
 */
import { bootOffice, type BootedOffice, type BootOptions } from "./node";

/** Functions that throw in an add-in. */
const DIALOGS = ["alert", "confirm", "prompt"] as const;
/** Functions that an add-in's page does not have any more. */
const HISTORY = ["pushState", "replaceState"] as const;

/** As `bootOffice`, with the globals installed in the page; `close` takes them away again. */
export async function bootOfficeInPage(options: BootOptions): Promise<BootedOffice> {
  const office = await bootOffice(options);
  const removeGlobals = office.installGlobals();
  const page = globalThis as unknown as Record<string, unknown> & { history: Record<string, unknown> };
  const dialogs = DIALOGS.map((name) => [name, page[name]] as const);
  const moves = HISTORY.map((name) => [name, page.history[name]] as const);
  for (const name of DIALOGS) page[name] = office.window[name];
  for (const name of HISTORY) page.history[name] = null;
  return {
    ...office,
    close: () => {
      removeGlobals();
      for (const [name, value] of dialogs) page[name] = value;
      for (const [name, value] of moves) page.history[name] = value;
      office.close();
    },
  };
}
