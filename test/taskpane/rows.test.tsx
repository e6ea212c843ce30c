import { screen, waitFor } from "@testing-library/react";
import { readCell } from "../../src/kpi/cell";
import { standsAt } from "../../src/taskpane/state/derive";
import { indicatorOf } from "./support/indicators";
import { typed, withPane } from "./support/pane";

jest.setTimeout(60_000);

const HEAD = ["指標名", "基準値（R2）", "実績値（R5）", "目標値（R7）", "評価"];
const long = (n: number) =>
  typed([
    ["令和5年度 進捗管理シート"],
    HEAD,
    ...Array.from({ length: n }, (_, i) => [
      `第${i + 1}会場の来場者数`,
      "10件",
      `${i % 2 === 0 ? 20 : 25}件`,
      "30件",
      i < 3 ? "S" : "",
    ]),
  ]);
const rows = () => screen.queryAllByTitle("シートで選択");

test("a long table shows a hundred rows, then a hundred more, and the one that is selected on the sheet", async () => {
  await withPane(long(250), async ({ user, model }) => {
    await screen.findByRole("button", { name: "KPI 250" });
    expect(rows()).toHaveLength(100);
    const sheet = model.active;
    if (!sheet) throw new Error("no active sheet");
    model.click(sheet, 1 + 231, 2);
    expect(await screen.findByRole("button", { name: /第231会場/, current: true })).toBeVisible();
    expect(rows()).toHaveLength(101);
    await user.click(screen.getByRole("button", { name: "次の100件を表示（ほか150件）" }));
    expect(rows()).toHaveLength(201);
    await user.click(screen.getByRole("button", { name: "次の50件を表示（ほか50件）" }));
    expect(rows()).toHaveLength(250);
    expect(screen.getByRole("button", { name: /第231会場/, current: true })).toBeVisible();
    expect(screen.queryByRole("button", { name: /件を表示（ほか/ })).toBeNull();
  });
});

test("a filter looks at every row, shown or not", async () => {
  await withPane(long(130), async ({ user }) => {
    await user.click(await screen.findByRole("button", { name: "評価済 3" }));
    expect(rows()).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: "すべて表示" }));
    expect(rows()).toHaveLength(100);
  });
});

test("where indicators share rows, only the one whose cell is selected is marked", async () => {
  const onItsSide = typed([
    ["令和5年度 進捗管理シート"],
    ["指標名", "移住相談件数", "空き家登録数", "講座数"],
    ["基準値（R2）", "91件", "20件", "10回"],
    ["実績値（R5）", "114件", "26件", "12回"],
    ["目標値（R7）", "200件", "30件", "20回"],
    ["評価", "", "", ""],
  ]);
  await withPane(onItsSide, async ({ model }) => {
    await screen.findByRole("button", { name: "KPI 3" });
    const sheet = model.active;
    if (!sheet) throw new Error("no active sheet");
    for (const [column, name] of [
      [2, /空き家登録数/],
      [1, /移住相談件数/],
      [3, /講座数/],
    ] as const) {
      model.click(sheet, 3, column);
      await waitFor(() => expect(screen.getAllByRole("button", { current: true })).toHaveLength(1));
      expect(await screen.findByRole("button", { name, current: true })).toBeVisible();
    }
  });
});

test.each([
  { arranged: false, row: 4, column: 40, marked: true },
  { arranged: false, row: 5, column: 3, marked: false },
  { arranged: true, row: 4, column: 1, marked: true },
  { arranged: true, row: 4, column: 3, marked: true },
  { arranged: true, row: 4, column: 5, marked: true },
  { arranged: true, row: 4, column: 40, marked: false },
])("$arranged, row $row, column $column", ({ arranged, row, column, marked }) => {
  const indicator = indicatorOf({ baseline: readCell("1"), actual: readCell("2"), target: readCell("3") });
  expect(standsAt(indicator, { arranged }, { sheetId: "s1", row, column })).toBe(marked);
  expect(standsAt(indicator, { arranged }, { sheetId: "s2", row, column })).toBe(false);
});
