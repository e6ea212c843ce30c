import { screen, waitFor, within } from "@testing-library/react";
import { cellOf, sample, withPane } from "./support/pane";

jest.setTimeout(60_000);

const GRADES = { BI13: "D", BI17: "S", BI19: "S", BI21: "―" };
const cells = (model: Parameters<typeof cellOf>[0]) =>
  Object.fromEntries(Object.keys(GRADES).map((address) => [address, cellOf(model, address)]));
const EMPTY = { BI13: "", BI17: "", BI19: "", BI21: "" };

const press = async (user: { click: (element: Element) => Promise<void> }, name: string | RegExp) =>
  await user.click(await screen.findByRole("button", { name }));

test("旭市 令和3年度: read, preview, write, undo", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    expect(await screen.findByRole("button", { name: "KPI 4" })).toBeVisible();
    expect(screen.getByRole("button", { name: "評価済 0" })).toBeVisible();
    expect(screen.getByText("シートの表題にある年度です")).toBeVisible();
    const row = screen.getByRole("button", { name: /人口の社会増減.*目標/ });
    expect(within(row).getByRole("img", { name: "評価 D" })).toBeVisible();

    await press(user, "4件の評価を書き込む");
    expect(await screen.findByText("4件のセルが変わります。")).toBeVisible();
    expect(cells(model)).toEqual(EMPTY);

    await press(user, "4件の評価を書き込む");
    expect(await screen.findByText("4件の評価を書き込みました。")).toBeVisible();
    expect(cells(model)).toEqual(GRADES);
    expect(await screen.findByRole("button", { name: "評価済 4" })).toBeVisible();

    await press(user, "元に戻す");
    expect(await screen.findByText("4件を元に戻しました。")).toBeVisible();
    expect(cells(model)).toEqual(EMPTY);
    expect(await screen.findByRole("button", { name: "評価済 0" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "元に戻す" })).toBeNull();
  });
});

test("a pane that is opened again still offers 元に戻す", async () => {
  const model = sample("asahi-r3.xlsx");
  await withPane(model, async ({ user }) => {
    await press(user, "4件の評価を書き込む");
    await press(user, "4件の評価を書き込む");
    await screen.findByText("4件の評価を書き込みました。");
  });
  await withPane(model, async ({ user }) => {
    expect(await screen.findByText("前回の書き込み（4件）を元に戻せます。")).toBeVisible();
    await press(user, "元に戻す");
    await screen.findByText("4件を元に戻しました。");
    expect(cells(model)).toEqual(EMPTY);
  });
});

test("back from the preview nothing has changed", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await press(user, "4件の評価を書き込む");
    await press(user, "戻る");
    expect(await screen.findByRole("button", { name: /人口の社会増減.*目標/ })).toBeVisible();
    expect(cells(model)).toEqual(EMPTY);
  });
});

test("a cell that somebody fills between preview and write is left alone, the others are written", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await press(user, "4件の評価を書き込む");
    const sheet = model.active;
    if (!sheet) throw new Error("no active sheet");
    const place = model.find("BI17", sheet);
    if (!place) throw new Error("no cell");
    model.edit(sheet, place.area.top, place.area.left, "A", "remote");
    await press(user, "4件の評価を書き込む");
    expect(await screen.findByText("3件の評価を書き込みました。")).toBeVisible();
    expect(screen.getByText("1件は書き込んでいません。")).toBeVisible();
    expect(screen.getByText("ほかの人が変更しました", { exact: false })).toBeVisible();
    expect(cells(model)).toEqual({ ...GRADES, BI17: "A" });
  });
});

test("a row selects its cell on the sheet, and the sheet's selection marks the row", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await user.click(await screen.findByRole("button", { name: /転入世帯数.*目標/ }));
    await waitFor(() => expect(model.selection[0]?.top).toBe(18));
    const sheet = model.active;
    if (!sheet) throw new Error("no active sheet");
    model.click(sheet, 12, 20);
    expect(await screen.findByRole("button", { name: /人口の社会増減.*目標/, current: true })).toBeVisible();
  });
});

test("an edit on the sheet is read without being asked", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ model }) => {
    const row = await screen.findByRole("button", { name: /転入世帯数.*目標/ });
    expect(within(row).getByRole("img", { name: "評価 S" })).toBeVisible();
    const sheet = model.active;
    if (!sheet) throw new Error("no active sheet");
    const actual = [...sheet.cells()].find(([, , cell]) => /^58/.test(String(cell.value)));
    if (!actual) throw new Error("no such value");
    model.edit(sheet, actual[0], actual[1], "20世帯");
    await waitFor(
      () =>
        expect(
          within(screen.getByRole("button", { name: /転入世帯数.*20世帯/ })).getByRole("img", { name: "評価 D" }),
        ).toBeVisible(),
      { timeout: 5000 },
    );
  });
});

test("a request that fails leaves a sentence and every cell as it was", async () => {
  const model = sample("asahi-r3.xlsx");
  await withPane(model, async ({ user, office }) => {
    await press(user, "4件の評価を書き込む");
    office.host.faults = { failRequest: () => true };
    await press(user, "4件の評価を書き込む");
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("書き込めませんでした");
    expect(cells(model)).toEqual(EMPTY);
    office.host.faults = {};
    await press(user, "閉じる");
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

test("English from Excel's display language, complete on the screen", async () => {
  await withPane(
    sample("asahi-r3.xlsx"),
    async ({ user, model }) => {
      await press(user, "Write 4 grades");
      await press(user, "Write 4 grades");
      expect(await screen.findByText("Wrote 4 grades.")).toBeVisible();
      // What stands in cells is Japanese always.
      expect(cells(model)).toEqual(GRADES);
    },
    { displayLanguage: "en-US" },
  );
});
