import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { cellOf, sample, withPane } from "./support/pane";

jest.setTimeout(120_000);

const open = async (user: UserEvent, name: RegExp | string): Promise<void> =>
  await user.click(await screen.findByRole("tab", { name }));
const press = async (user: UserEvent, name: string | RegExp): Promise<void> =>
  await user.click(await screen.findByRole("button", { name }));

test("集計: counts per group as a bar with the same in words, written to a summary sheet", async () => {
  await withPane(sample("hadano-jisseki.xlsx"), async ({ user, model }) => {
    await open(user, "集計");
    await user.selectOptions(await screen.findByRole("combobox", { name: "対象" }), "workbook");
    const all = (await screen.findByText("全体")).closest("li") as HTMLElement;
    const bar = within(all).getByRole("img");
    // The bar's text alternative is the line below it.
    const counts = (bar.getAttribute("aria-label") ?? "").replace(/^全体 /, "").replace(/\s+/g, " ");
    expect(counts).toMatch(/（計\d+件）$/);
    expect(within(all).getByText(counts)).toBeVisible();
    const kpis = screen.getByRole("button", { name: /^KPI \d+$/ }).textContent ?? "";
    const sheet = screen.getByRole("checkbox", { name: /集計シート「KPI集計」/ }) as HTMLInputElement;
    if (!sheet.checked) await user.click(sheet);
    await press(user, "集計を書き込む");
    expect(await screen.findByText(/「KPI集計」を作成、または更新します/)).toBeVisible();
    expect(model.findSheet("KPI集計")).toBeUndefined();
    await press(user, "集計を書き込む");
    await waitFor(() => expect(screen.getAllByText(/「KPI集計」に集計を書き込みました。$/)[0]).toBeVisible());
    expect(model.findSheet("KPI集計")).toBeDefined();
    // Our own sheets are no KPI tables of the city.
    await press(user, "シートを読み取る");
    expect(await screen.findByRole("button", { name: kpis })).toBeVisible();
  });
});

test("点検: nothing open means ready to submit; a wrong grade is found, gone to, mended and undone", async () => {
  const model = sample("asahi-r3.xlsx");
  const grade = model.find("BI17", model.active);
  if (!grade) throw new Error("no cell");
  model.edit(grade.sheet, grade.area.top, grade.area.left, "B");
  await withPane(model, async ({ user }) => {
    await open(user, /点検/);
    const finding = (await screen.findAllByRole("listitem")).find(
      (item) => /「?B」?/.test(item.textContent ?? "") && /評価/.test(item.textContent ?? ""),
    );
    if (!finding) throw new Error("the wrong grade was not found");
    expect(screen.getByText(/要修正 [1-9]\d*・/)).toBeVisible();
    await user.click(within(finding).getByRole("button", { name: "移動" }));
    await waitFor(() => expect(model.selection[0]?.top).toBe(grade.area.top));
    await user.click(within(finding).getByRole("button", { name: "直す" }));
    expect(cellOf(model, "BI17")).toBe("B");
    await user.click(within(finding).getByRole("button", { name: "この内容に直す" }));
    await waitFor(() => expect(cellOf(model, "BI17")).toBe("S"));
    await press(user, "元に戻す");
    await waitFor(() => expect(cellOf(model, "BI17")).toBe("B"));
  });
});

test("a finding that may stay is marked with its reason, folds away, and comes back", async () => {
  const model = sample("asahi-r3.xlsx");
  const grade = model.find("BI17", model.active);
  if (!grade) throw new Error("no cell");
  model.edit(grade.sheet, grade.area.top, grade.area.left, "B");
  await withPane(model, async ({ user }) => {
    await open(user, /点検/);
    const items = await screen.findAllByRole("listitem");
    const [first] = items;
    if (!first) throw new Error("no finding");
    const text = within(first)
      .getAllByText(/./)
      .find((element) => element.getAttribute("lang") === "ja")?.textContent;
    await user.click(within(first).getByRole("button", { name: "確認済みにする" }));
    await user.type(screen.getByRole("textbox"), "委員会で決定");
    await user.click(within(first).getByRole("button", { name: "確認済みにする" }));
    const done = await screen.findByRole("button", { name: "確認済み 1件" });
    expect(screen.queryByText(text ?? "")).toBeNull();
    await user.click(done);
    expect(screen.getByText("確認済み：委員会で決定")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "確認を取り消す" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: /^確認済み \d/ })).toBeNull());
  });
});
