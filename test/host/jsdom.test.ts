/**
 * office.js beside a page in jsdom, as the tests of the pane use it.
 * @jest-environment jsdom
 */
import { bootOfficeInPage } from "../../workbench/boot/jsdom";
import { form } from "./support";

test("the page finds the globals, loses dialogs and history, and gets them back", async () => {
  const { alert } = window;
  const pushState = history.pushState;
  const office = await bootOfficeInPage({ model: form() });
  expect(Office.context.displayLanguage).toBe("ja-JP");
  const value = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("施策1").getRange("A1").load("values");
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });
  expect(value).toBe("指標名");
  expect(() => window.alert("x")).toThrow();
  expect(history.pushState).toBeNull();
  office.close();
  expect(typeof Excel).toBe("undefined");
  expect(window.alert).toBe(alert);
  expect(history.pushState).toBe(pushState);
  expect(office.host.internalErrors).toEqual([]);
});

test("a page can be opened again", async () => {
  for (let i = 0; i < 2; i++) {
    const office = await bootOfficeInPage({ model: form() });
    const count = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.getCount();
      await context.sync();
      return sheets.value;
    });
    office.close();
    expect(count).toBe(2);
  }
});
