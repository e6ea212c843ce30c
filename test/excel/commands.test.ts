/** The ribbon's buttons, pressed in the stand-in for Excel. */
import { readFileSync } from "node:fs";
import { openWorkbook } from "../../workbench/open";
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

test("点検 writes 「点検結果」 and shows it; pressed again it is written anew; without KPIs nothing is written", async () => {
  const model = openWorkbook("asahi-r2.xlsx", readFileSync("samples/asahi-r2.xlsx"));
  await withExcel({ model }, async ({ host }) => {
    const { registerCommands } = await import("../../src/commands/commands");
    registerCommands();
    await host.runCommand("runCheck");
    const sheet = model.findSheet("点検結果");
    expect(sheet).toBeDefined();
    expect(model.active).toBe(sheet);
    expect(String(sheet?.value(1, 0))).toMatch(/^要修正 1・要確認 \d/);
    expect(String(sheet?.value(7, 4))).toContain("生涯活躍のまちへの移住者数");
    const count = model.sheets.length;
    await host.runCommand("runCheck");
    expect(model.sheets.length).toBe(count);
    expect(String(model.findSheet("点検結果")?.value(1, 0))).toMatch(/^要修正 1・要確認 \d/);
  });
  const plain = workbook({ 様式: [["x"]] });
  await withExcel({ model: plain }, async ({ host }) => {
    const { registerCommands } = await import("../../src/commands/commands");
    registerCommands();
    await host.runCommand("runCheck");
    expect(plain.sheets.map(({ name }) => name)).toEqual(["様式"]);
  });
});
