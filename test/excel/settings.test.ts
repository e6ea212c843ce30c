import { openWorkbook } from "../../src/excel/read";
import { loadSettings, saveSettings, SETTINGS_CHARS, SETTINGS_KEY } from "../../src/excel/settings";
import { DEFAULT_SETTINGS, type Settings } from "../../src/sheet/settings";
import { manySheets } from "./support/forms";
import { withExcel } from "./support/host";

const CHOICES: Settings = {
  ...DEFAULT_SETTINGS,
  rubric: { preset: "福島県型" },
  years: { 施策1: 2021 },
  directions: { "施策1/待機児童数": "down" },
  kept: { "施策1/指標1": { grade: "B", reason: "災害の影響のため" } },
};

test("what is saved is loaded again, also by the first request of reading", async () => {
  const model = manySheets(1, 1);
  await withExcel({ model }, async () => {
    expect(await loadSettings()).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
    await saveSettings(CHOICES);
    await saveSettings(CHOICES);
  });
  // The workbook is closed and opened again.
  await withExcel({ model }, async ({ host }) => {
    const opened = await openWorkbook({ scope: "all" });
    expect(opened).toMatchObject({ settings: CHOICES, problems: [], restorable: null });
    expect(host.requests).toHaveLength(3);
    expect(await loadSettings()).toEqual({ settings: CHOICES, problems: [] });
  });
});

test.each([
  ["text that is no JSON", '"{nonsense"', DEFAULT_SETTINGS],
  [
    "one broken part",
    JSON.stringify(JSON.stringify({ ...CHOICES, years: { 施策1: "来年" } })),
    { ...CHOICES, years: {} },
  ],
])("%s is reported, the rest is used", async (_, stored, expected) => {
  const model = manySheets(1, 1);
  model.setSetting(SETTINGS_KEY, stored);
  await withExcel({ model }, async () => {
    const { settings, problems } = await loadSettings();
    expect(settings).toEqual(expected);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/。$/);
  });
});

test("settings that are too large are refused; the stored ones stay", async () => {
  await withExcel({ model: manySheets(1, 1) }, async ({ host }) => {
    await saveSettings(CHOICES);
    const asked = host.requests.length;
    const huge = { ...CHOICES, acknowledged: { key: { reason: "x".repeat(SETTINGS_CHARS) } } };
    await expect(saveSettings(huge)).rejects.toMatchObject({ code: "settingsTooLarge" });
    expect(host.requests).toHaveLength(asked);
    expect((await loadSettings()).settings).toEqual(CHOICES);
  });
});

test("a read-only workbook refuses, with Excel's reason", async () => {
  const model = manySheets(1, 1);
  await withExcel({ model, faults: { failRequest: 1 } }, async () => {
    await expect(saveSettings(CHOICES)).rejects.toMatchObject({ name: "HostError" });
  });
  expect(model.settings.size).toBe(0);
});
