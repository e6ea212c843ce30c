import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { sample, typed, withPane } from "./support/pane";

jest.setTimeout(90_000);

const open = async (user: UserEvent, name: RegExp | string): Promise<void> =>
  await user.click(await screen.findByRole("tab", { name }));
const press = async (user: UserEvent, name: string | RegExp): Promise<void> =>
  await user.click(await screen.findByRole("button", { name }));

const CLEAN = [
  ["令和5年度 進捗管理シート"],
  ["指標名", "基準値（R2）", "実績値（R5）", "目標値（R7）", "評価"],
  ["移住相談件数", "91件", "114件", "200件", ""],
  ["空き家登録数", "20件", "31件", "30件", ""],
];

test("点検: a workbook without grades is not called ready, before they are written", async () => {
  await withPane(typed(CLEAN), async ({ user }) => {
    await open(user, /点検/);
    expect(await screen.findByText("評価が未記入のKPIが2件あります")).toBeVisible();
    expect(screen.queryByText("提出できます")).toBeNull();
    await press(user, "評価タブを開く");
    await press(user, "2件の評価を書き込む");
    await press(user, "2件の評価を書き込む");
    await screen.findByText("2件の評価を書き込みました。");
    await open(user, /点検/);
    expect(await screen.findByText("提出できます")).toBeVisible();
    expect(screen.queryByText(/未記入/)).toBeNull();
  });
});

test("点検: with findings the verdict stays, and what is not filled in stands below it", async () => {
  const rows = CLEAN.map((row, i) => (i === 3 ? [...row.slice(0, 4), "D"] : row));
  await withPane(typed(rows), async ({ user }) => {
    await open(user, /点検/);
    expect(await screen.findByText(/要修正 \d+・要確認 \d+/)).toBeVisible();
    expect(screen.getByText(/評価が未記入のKPIが1件あります。/)).toBeVisible();
  });
});

test("what was done on a tab is read on that tab only", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user }) => {
    await press(user, "4件の評価を書き込む");
    await press(user, "4件の評価を書き込む");
    await screen.findByText("4件の評価を書き込みました。");
    for (const tab of ["集計", /点検/]) {
      await open(user, tab);
      await waitFor(() => expect(within(screen.getByRole("tabpanel")).queryAllByRole("button")).not.toHaveLength(0));
      expect(screen.queryByText("4件の評価を書き込みました。")).toBeNull();
      expect(screen.queryByRole("button", { name: "元に戻す" })).toBeNull();
    }
    await press(user, "点検結果を書き出す");
    expect(await screen.findByText(/「.+」に点検結果を書き出しました。/)).toBeVisible();
    await open(user, "評価");
    expect(await screen.findByRole("button", { name: "元に戻す" })).toBeVisible();
    expect(screen.queryByText(/点検結果を書き出しました/)).toBeNull();
    await open(user, /点検/);
    expect(await screen.findByText(/点検結果を書き出しました/)).toBeVisible();
  });
});

test("Excel that does not answer: after ten seconds the pane says what can be done", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, office }) => {
    await screen.findByRole("button", { name: "KPI 4" });
    office.host.faults = { loseAnswer: () => true, lostAs: "silence" };
    await press(user, "シートを読み取る");
    expect(await screen.findByText(/いつもより時間がかかっています/)).toBeVisible();
    office.host.faults = {};
    await press(user, "中止");
    expect(screen.queryByText(/いつもより時間がかかっています/)).toBeNull();
    await user.click((await screen.findAllByRole("button", { name: "シートを読み取る" }))[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByText(/読み取りを中止しました/)).toBeNull());
  });
});
