import { deleteCells, insertCells } from "../../workbench/model/structure";
import { form, session, sheetOf } from "./support";

/** Lets events reach the page. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test("onChanged of a sheet tells edits of the user and of others, and stops when removed", () =>
  session(form(), async ({ office, model }) => {
    const events: unknown[] = [];
    const sheet = sheetOf(model, "施策1");
    const handler = await office.Excel.run(async (context) => {
      const added = context.workbook.worksheets.getItem("施策1").onChanged.add(async (event) => {
        const { address, changeType, source, worksheetId, details } = event;
        events.push([address, changeType, source, worksheetId === sheet.id, details?.valueBefore, details?.valueAfter]);
      });
      await context.sync();
      return added;
    });
    model.edit(sheet, 1, 3, "120", "user");
    model.edit(sheet, 1, 3, "130件", "remote");
    model.edit(sheetOf(model, "令和 3年"), 0, 0, "別", "user");
    await settled();
    expect(events).toEqual([
      ["D2", "RangeEdited", "Local", true, 114, 120],
      ["D2", "RangeEdited", "Remote", true, 120, "130件"],
    ]);
    await office.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    model.edit(sheet, 1, 3, "1", "user");
    await settled();
    expect(events).toHaveLength(2);
  }));

test("the collection hears of every sheet, also of the add-in's own writes", () =>
  session(form(), async ({ office, model }) => {
    const events: [string, string, string][] = [];
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        events.push([event.worksheetId, event.address, String(event.triggerSource)]);
      });
      await context.sync();
      context.workbook.worksheets.getItem("施策1").getRange("E2:E3").values = [["A"], ["S"]];
      await context.sync();
    });
    model.edit(sheetOf(model, "令和 3年"), 0, 0, 1);
    await settled();
    expect(events).toEqual([
      [sheetOf(model, "施策1").id, "E2:E3", "ThisLocalAddin"],
      [sheetOf(model, "令和 3年").id, "A1", "Unknown"],
    ]);
  }));

test("inserted and deleted rows are told as such", () =>
  session(form(), async ({ office, model }) => {
    const events: [string, string][] = [];
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(
        async ({ changeType, address }) => void events.push([changeType, address]),
      );
      await context.sync();
    });
    const sheet = sheetOf(model, "施策1");
    const row = { top: 1, left: 0, bottom: 1, right: 16_383 };
    insertCells(model, sheet, row, "Down", "user");
    deleteCells(model, sheet, row, "Up", "remote");
    await settled();
    expect(events).toEqual([
      ["RowInserted", "2:2"],
      ["RowDeleted", "2:2"],
    ]);
  }));

test("selection, clicks and activation", () =>
  session(form(), async ({ office, model }) => {
    const events: string[] = [];
    await office.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem("施策1");
      sheet.onSelectionChanged.add(async ({ address }) => void events.push(`selected ${address}`));
      sheet.onSingleClicked.add(async ({ address }) => void events.push(`clicked ${address}`));
      worksheets.onActivated.add(async ({ worksheetId }) => {
        events.push(`activated ${model.findSheet(worksheetId)?.name}`);
      });
      worksheets.onDeactivated.add(async ({ worksheetId }) => {
        events.push(`left ${model.findSheet(worksheetId)?.name}`);
      });
      await context.sync();
    });
    model.click(sheetOf(model, "施策1"), 2, 4);
    model.activate(sheetOf(model, "令和 3年"));
    await settled();
    expect(events).toEqual(["selected E3", "clicked E3", "left 施策1", "activated 令和 3年"]);
  }));

test("sheets that come and go, and protection", () =>
  session(form(), async ({ office, model }) => {
    const events: string[] = [];
    await office.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async ({ worksheetId, source }) => {
        events.push(`added ${model.findSheet(worksheetId)?.name} ${source}`);
      });
      worksheets.onDeleted.add(async ({ source }) => void events.push(`deleted ${source}`));
      worksheets.onProtectionChanged.add(async ({ isProtected }) => void events.push(`protected ${isProtected}`));
      await context.sync();
    });
    const sheet = model.addSheet("追加", "remote");
    await settled();
    model.setProtection(sheet, { on: true, options: {}, hasPassword: false, password: null }, "user");
    model.deleteSheet(sheet, "user");
    await settled();
    expect(events).toEqual(["added 追加 Remote", "protected true", "deleted Local"]);
  }));

test("an event gives its range", () =>
  session(form(), async ({ office, model }) => {
    const values = new Promise<unknown>((resolve) => {
      void office.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("施策1").onChanged.add(async (event) => {
          await office.Excel.run(async (inner) => {
            const range = event.getRange(inner).load("values,address");
            await inner.sync();
            resolve([range.address, range.values]);
          });
        });
        await context.sync();
      });
    });
    await settled();
    model.edit(sheetOf(model, "施策1"), 3, 3, 9);
    expect(await values).toEqual(["施策1!D4", [[9]]]);
  }));
