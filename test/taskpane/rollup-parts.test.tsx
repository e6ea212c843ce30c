/** 集計: what the user can set, each remembered in the workbook, and the way from a group to its cells. */
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { sample, withPane } from "./support/pane";

jest.setTimeout(120_000);

const open = async (user: UserEvent): Promise<void> =>
  await user.click(await screen.findByRole("tab", { name: "集計" }));
const groupRow = async (name: string): Promise<HTMLElement> =>
  (await screen.findByText(name, { selector: "span" })).closest("li") as HTMLElement;

const GOAL = "基本目標3 ひとの定着・還流・移住の流れをつくり、人々が集うまちづくり";

test("a KPI of a group leads to its cell; a group can be renamed, which is remembered", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model, store }) => {
    await open(user);
    const row = await groupRow("103 故郷創出プロジェクト");
    await user.click(within(row).getByText("計算の内訳"));
    await user.click(await within(row).findByRole("button", { name: /転入世帯数/ }));
    const kpi = store.get().assessment?.sheets[0]?.tables.flatMap(({ graded }) => graded)[2]?.indicator;
    await waitFor(() => expect(model.selection[0]).toMatchObject({ top: kpi?.row }));
    const name = within(row).getByRole("textbox", { name: "まとまりの名前：103 故郷創出プロジェクト" });
    await user.clear(name);
    await user.type(name, "故郷創出");
    await user.click(within(row).getByRole("button", { name: "名前を変える" }));
    expect(await groupRow("故郷創出")).toBeVisible();
    expect(store.get().settings.groupNames).toEqual({ [`${GOAL}\n103 故郷創出プロジェクト`]: "故郷創出" });
  });
});

test("numbers of projects make the shares; the sheet's own numbers come back", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, store }) => {
    await open(user);
    const section = await screen.findByRole("region", { name: /^施策の進捗状況/ });
    expect(within(section).getByText("シートの割合と7事業から求めた内訳です。")).toBeVisible();
    expect(within(section).getByText("42.9%")).toBeVisible();
    const slow = within(section).getByRole("spinbutton", { name: "「停滞」の事業数" });
    await user.clear(slow);
    await user.type(slow, "4");
    expect(within(section).getByText("50.0%")).toBeVisible();
    await user.click(within(section).getByRole("button", { name: "この数で計算する" }));
    await waitFor(() =>
      expect(Object.values(store.get().settings.progressCounts)).toEqual([
        { 完了: 0, 順調: 2, 概ね順調: 2, 停滞: 4, 実施困難: 0 },
      ]),
    );
    const stored = await screen.findByRole("region", { name: /^施策の進捗状況/ });
    expect(within(stored).getByText("入力された8事業の内訳です。")).toBeVisible();
    await user.click(within(stored).getByRole("button", { name: "シートの値に戻す" }));
    await waitFor(() => expect(store.get().settings.progressCounts).toEqual({}));
  });
});

test("a block with one ring: another status is chosen, and the sheet's own comes back", async () => {
  await withPane(sample("asahi-r2.xlsx"), async ({ user, store }) => {
    await open(user);
    const section = await screen.findByRole("region", { name: /^施策の進捗状況/ });
    const choice = (): HTMLSelectElement => within(section).getByRole("combobox", { name: "施策の進捗状況" });
    expect(choice().value).toBe("概ね順調");
    await user.selectOptions(choice(), "順調");
    await waitFor(() => expect(Object.values(store.get().settings.progressCounts)).toEqual([{ 順調: 1 }]));
    const again = await screen.findByRole("region", { name: /^施策の進捗状況/ });
    const chosen = within(again).getByRole("combobox", { name: "施策の進捗状況" });
    expect((chosen as HTMLSelectElement).value).toBe("順調");
    await user.selectOptions(chosen, "概ね順調");
    await waitFor(() => expect(store.get().settings.progressCounts).toEqual({}));
  });
});

test("thresholds and words of the status are the user's", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, store }) => {
    await open(user);
    const row = await groupRow("全体");
    expect(within(row).getByText("概ね順調")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "数え方と状況の区分" }));
    const bound = screen.getByRole("textbox", { name: "「順調」になる割合（%以上）" });
    await user.clear(bound);
    await user.type(bound, "72.5");
    await user.tab();
    await waitFor(() => expect(within(row).getByText("順調")).toBeVisible());
    expect(store.get().settings.rollupStatus?.bands[0]).toEqual({ word: "順調", min: "0.725" });
    // What is no percentage changes nothing.
    await user.clear(bound);
    await user.type(bound, "多い");
    await user.tab();
    expect(store.get().settings.rollupStatus?.bands[0]?.min).toBe("0.725");
  });
});

test("one goal of several is shown alone", async () => {
  await withPane(sample("kitamoto-jisseki.xlsx"), async ({ user, store }) => {
    store.prefer({ scope: "workbook" });
    await open(user);
    const only = await screen.findByRole("combobox", { name: "表示するまとまり" });
    const names = within(only)
      .getAllByRole("option")
      .map(({ textContent }) => textContent ?? "");
    expect(names.length).toBeGreaterThan(3);
    await user.selectOptions(only, names[2] ?? "");
    expect(await groupRow(names[2] ?? "")).toBeVisible();
    expect(screen.queryByText(names[1] ?? "", { selector: "span" })).toBeNull();
  });
});
