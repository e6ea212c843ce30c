import { screen, waitFor } from "@testing-library/react";
import { sample, typed, withPane } from "./support/pane";

jest.setTimeout(60_000);

const TABLE = [
  ["令和5年度 施策評価"],
  [],
  ["指標名", "基準値（R2）", "実績値（R5）", "目標値（R7）", "評価"],
  ["相談件数", "100件", "130件", "150件", ""],
  ["参加者数", "200人", "210人", "205人", ""],
  ["利用者数", "50人", "20人", "80人", ""],
  [],
];
const WORDS = [
  ["◎", "順調"],
  ["○", "概ね順調"],
  ["△", "やや遅れ"],
];
const THRESHOLDS = [
  ["◎", "達成率100%以上"],
  ["○", "達成率80%以上100%未満"],
  ["△", "達成率80%未満"],
];

test("the rubric in force is named with its source, and is changed in 設定", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user }) => {
    expect(await screen.findByText(/評価基準 旭市型（.+）/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "評価基準 変更" }));
    await waitFor(() => expect(screen.getByRole("tab", { name: "設定" })).toHaveAttribute("aria-selected", "true"));
  });
});

test("a legend in words only: it says so, with its place, and what is used instead", async () => {
  await withPane(typed([...TABLE, ...WORDS]), async ({ store }) => {
    expect(await screen.findByText("評価基準 旭市型（標準）")).toBeVisible();
    expect(
      screen.getByText(
        /シートの凡例（A8:B10）には数値の基準がないため、計算に使っていません。「旭市型」で計算しています。/,
      ),
    ).toBeVisible();
    await store.changeSettings({ ...store.get().settings, rubric: { preset: "長野県型" } });
    expect(await screen.findByText("評価基準 長野県型（このブックの設定）")).toBeVisible();
    expect(screen.queryByText(/シートの凡例（/)).toBeNull();
  });
});

test("a legend with thresholds is the rubric", async () => {
  await withPane(typed([...TABLE, ...THRESHOLDS]), async () => {
    expect(await screen.findByText("評価基準 シートの凡例")).toBeVisible();
    expect(screen.queryByText(/計算に使っていません/)).toBeNull();
  });
});
