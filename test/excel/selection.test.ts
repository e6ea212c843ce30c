import { readSelection, selectCells, watchSheets } from "../../src/excel/selection";
import { manySheets } from "./support/forms";
import { withExcel } from "./support/host";

const arrived = () => new Promise((resolve) => setTimeout(resolve, 30));

test("cells are selected on their sheet, which comes to the front", async () => {
  const model = manySheets(2, 3);
  const second = model.sheets[1] as (typeof model.sheets)[number];
  const area = { top: 3, left: 1, bottom: 4, right: 2 };
  await withExcel({ model }, async () => {
    await selectCells(second.id, [area]);
    expect(model.active).toBe(second);
    expect(model.selection).toEqual([area]);
    expect(await readSelection()).toEqual({ sheetId: second.id, area });
    await selectCells(second.id, []);
    expect(model.selection).toEqual([area]);
    await expect(selectCells("無い", [area])).rejects.toMatchObject({ code: "notFound" });
  });
});

test("selection, changes and sheets are heard until the watcher stops", async () => {
  const model = manySheets(2, 3);
  const [first, second] = model.sheets;
  if (!first || !second) throw new Error("no sheets");
  const heard: unknown[] = [];
  await withExcel({ model }, async ({ host }) => {
    const stop = await watchSheets({
      onSelection: (place) => heard.push(["selected", place]),
      onChange: (place) => heard.push(["changed", place]),
      onSheet: (sheetId) => heard.push(["sheet", sheetId]),
    });
    model.click(first, 3, 5);
    model.edit(first, 3, 5, "S", "user");
    model.edit(second, 2, 5, "A", "remote");
    await arrived();
    model.activate(second);
    await arrived();
    expect(heard).toEqual(
      expect.arrayContaining([
        ["selected", { sheetId: first.id, address: "F4" }],
        ["changed", { sheetId: first.id, address: "F4", remote: false }],
        ["changed", { sheetId: second.id, address: "F3", remote: true }],
        ["sheet", second.id],
      ]),
    );
    await stop();
    await stop();
    const count = heard.length;
    model.edit(first, 2, 5, "S", "user");
    model.click(second, 2, 5);
    await arrived();
    expect(heard).toHaveLength(count);
    expect(host.internalErrors).toEqual([]);
  });
});
