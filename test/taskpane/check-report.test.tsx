import { screen, waitFor, within } from "@testing-library/react";
import { cellOf, sample, withPane } from "./support/pane";

jest.setTimeout(120_000);

test("点検結果: written, replaced when written again, with what was marked 確認済み and its reason", async () => {
  const model = sample("asahi-r2.xlsx");
  await withPane(model, async ({ user }) => {
    const press = async (name: string | RegExp): Promise<void> =>
      await user.click(await screen.findByRole("button", { name }));
    await user.click(await screen.findByRole("tab", { name: /点検/ }));
    expect(await screen.findByText(/要修正 1・要確認 \d/)).toBeVisible();
    await press("点検結果を書き出す");
    expect(await screen.findByText("「点検結果」に点検結果を書き出しました。")).toBeVisible();
    const texts = (): string[] =>
      [...Array(40).keys()].flatMap((row) =>
        ["A", "B", "C", "D", "E", "G"].map((c) => String(cellOf(model, `${c}${row + 1}`) ?? "")),
      );
    expect(texts().join("\n")).toMatch(/点検日: \d{4}年\d{1,2}月\d{1,2}日/);
    expect(texts().join("\n")).toContain("旭市型");
    expect(texts().join("\n")).toContain("⑤がありません");
    const sheets = model.sheets.length;

    const gap = (await screen.findAllByRole("listitem")).find((item) => /⑤がありません/.test(item.textContent ?? ""));
    if (!gap) throw new Error("the gap was not found");
    await user.click(within(gap).getByRole("button", { name: "確認済みにする" }));
    await user.type(within(gap).getByRole("textbox"), "様式のとおり");
    await user.click(within(gap).getByRole("button", { name: "確認済みにする" }));
    await press("点検結果を書き出す");
    await waitFor(() => expect(texts().join("\n")).toContain("確認済み: 様式のとおり"));
    expect(model.sheets.length).toBe(sheets);
  });
});

test("findings stand under their severity, their sheet or their rule", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user }) => {
    await user.click(await screen.findByRole("tab", { name: /点検/ }));
    expect(await screen.findByRole("button", { name: /^要確認 \d件$/ })).toBeVisible();
    await user.selectOptions(await screen.findByRole("combobox", { name: "並べ方" }), "rule");
    expect(await screen.findByRole("button", { name: "番号が飛んでいる 1件" })).toBeVisible();
    await user.selectOptions(await screen.findByRole("combobox", { name: "並べ方" }), "sheet");
    expect(await screen.findByRole("button", { name: /^103 故郷創出プロジェクト \d件$/ })).toBeVisible();
  });
});
