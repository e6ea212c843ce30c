/** The ribbon's buttons, pressed in the stand-in for Excel. */
import { onPaneRequest, type PaneTab } from "../../src/excel/pane";
import { workbook, withExcel } from "./support/host";

/** As much of a page as the buttons and the pane share. */
class Page extends EventTarget {
  private readonly attributes = new Map<string, string>();
  readonly documentElement = {
    setAttribute: (name: string, value: string) => void this.attributes.set(name, value),
    getAttribute: (name: string) => this.attributes.get(name) ?? null,
    removeAttribute: (name: string) => void this.attributes.delete(name),
  };
}

const globals = globalThis as unknown as { document?: unknown };
beforeEach(() => {
  globals.document = new Page();
  jest.resetModules();
});
afterEach(() => {
  delete globals.document;
});

const buttons: readonly [string, PaneTab][] = [
  ["openPreview", "grades"],
  ["runCheck", "checks"],
];

test.each(buttons)("%s shows the pane at its tab, whether it is open or still loading", async (name, tab) => {
  await withExcel({ model: workbook({ 様式: [["x"]] }) }, async ({ host }) => {
    const { registerCommands } = await import("../../src/commands/commands");
    registerCommands();
    host.setPaneVisible(false);
    await host.runCommand(name);
    expect(host.pane.visible).toBe(true);

    const asked: PaneTab[] = [];
    const stop = onPaneRequest((one) => asked.push(one));
    expect(asked).toEqual([tab]);
    await host.runCommand(name);
    expect(asked).toEqual([tab, tab]);
    stop();
    await host.runCommand(name);
    expect(asked).toEqual([tab, tab]);
  });
});

test("the button is released even where the pane cannot be shown", async () => {
  await withExcel({ model: workbook({ 様式: [["x"]] }) }, async ({ Office }) => {
    const { handler } = await import("../../src/commands/commands");
    const completed = jest.fn();
    const event = { completed, source: { id: "x" } } as unknown as Office.AddinCommands.Event;
    await expect(handler(() => Promise.reject(new Error("no pane")))(event)).rejects.toThrow("no pane");
    expect(completed).toHaveBeenCalledTimes(1);
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
  });
});
