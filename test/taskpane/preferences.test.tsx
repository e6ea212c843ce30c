import { DEFAULT_PREFERENCES } from "../../src/taskpane/preferences";

/** A fresh copy of the module: what another opening of the pane sees. */
async function reopened() {
  jest.resetModules();
  return await import("../../src/taskpane/preferences");
}

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

test("preferences survive a closed pane", async () => {
  const first = await reopened();
  expect(await first.loadPreferences()).toEqual(DEFAULT_PREFERENCES);
  await first.savePreferences({ language: "en", introduced: true });
  const second = await reopened();
  expect(await second.loadPreferences()).toEqual({ ...DEFAULT_PREFERENCES, language: "en", introduced: true });
});

test("who has never chosen anything loads no library to find that out", async () => {
  jest.doMock("@microsoft/office-js-helpers", () => {
    throw new Error("loaded");
  });
  expect(await (await reopened()).loadPreferences()).toEqual(DEFAULT_PREFERENCES);
  jest.dontMock("@microsoft/office-js-helpers");
});

test("a value that is not understood is the default", async () => {
  const first = await reopened();
  await first.savePreferences({ scope: "galaxy" as "sheet" });
  expect((await (await reopened()).loadPreferences()).scope).toBe("sheet");
});

test("where storage is forbidden, preferences last as long as the pane", async () => {
  const forbid = (): never => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  jest.spyOn(Storage.prototype, "getItem").mockImplementation(forbid);
  jest.spyOn(Storage.prototype, "setItem").mockImplementation(forbid);
  const module = await reopened();
  await module.savePreferences({ scope: "workbook" });
  expect(await module.loadPreferences()).toEqual(expect.objectContaining({ language: "auto" }));
});
