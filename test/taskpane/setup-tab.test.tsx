import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { sample, withPane } from "./support/pane";

jest.setTimeout(120_000);

const openSetup = async (user: UserEvent): Promise<void> => {
  await user.click(await screen.findByRole("tab", { name: "設定" }));
  await screen.findByRole("region", { name: "評価基準" });
};

/** What the store's settings hold, from the workbook itself. */
const stored = (settings: ReadonlyMap<string, string>): Record<string, unknown> => {
  const [, text] = [...settings].find(([key]) => key.endsWith("settings")) ?? [];
  const once: unknown = JSON.parse(text ?? "null");
  return (typeof once === "string" ? JSON.parse(once) : once) as Record<string, unknown>;
};

test("the rubric in force is shown in plain words, with where it comes from; another one grades anew", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await openSetup(user);
    const region = screen.getByRole("region", { name: "評価基準" });
    expect(within(region).getByText(/旭市型（シートの凡例）/)).toBeVisible();
    expect(within(region).getByText("目標達成")).toBeVisible();
    await user.selectOptions(within(region).getByRole("combobox", { name: "使う評価基準" }), "福島県型");
    expect(await within(region).findByText(/福島県型（このブックの設定）/)).toBeVisible();
    await waitFor(() => expect(stored(model.settings)["rubric"]).toEqual({ preset: "福島県型" }));
    await user.click(screen.getByRole("tab", { name: "評価" }));
    expect((await screen.findAllByRole("img", { name: "評価 達成" })).length).toBeGreaterThan(0);
  });
});

test("how a cell with several values is graded is kept in the workbook", async () => {
  await withPane(sample("hadano-jisseki.xlsx"), async ({ user, model }) => {
    await openSetup(user);
    const choice = screen.getByRole("combobox", { name: "1つのセルに複数の値があるとき" });
    await user.selectOptions(choice, "最も多い区分を全体の評価とする");
    await waitFor(() => expect(stored(model.settings)["compositeRule"]).toBe("majority"));
    expect(choice).toHaveValue("majority");
  });
});

test("columns: each part shows its column, goes to it, and can be changed and reset", async () => {
  await withPane(sample("hadano-jisseki.xlsx"), async ({ user, model }) => {
    await openSetup(user);
    const region = screen.getByRole("region", { name: "表の列" });
    const [grade] = within(region).getAllByRole("combobox", { name: "評価（書き込み先）" }) as HTMLSelectElement[];
    if (!grade) throw new Error("no grade column");
    const before = grade.value;
    await user.click(
      within(region).getAllByRole("button", { name: "評価（書き込み先） シートで見る" })[0] as HTMLElement,
    );
    await waitFor(() => expect(model.selection[0]?.left).toBe(Number(before)));
    const other = [...grade.options].map(({ value }) => value).find((value) => value !== "" && value !== before);
    await user.selectOptions(grade, other ?? "");
    await waitFor(() => expect((stored(model.settings)["mappings"] as unknown[]).length).toBe(1));
    expect(grade).toHaveValue(other);
    await user.click(await within(region).findByRole("button", { name: "自動に戻す" }));
    await waitFor(() => expect(stored(model.settings)["mappings"]).toEqual([]));
    expect(grade).toHaveValue(before);
  });
});

test("a header in other words is explained once and then read", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await openSetup(user);
    const sheet = model.active;
    if (!sheet) throw new Error("no active sheet");
    const memo = model.addSheet("別の様式", "user");
    [
      ["わがまちの物差し", "はじまり", "めざす姿", "今年"],
      ["相談件数", "91件", "200件", "114件"],
      ["移住者数", "10人", "30人", "12人"],
    ].forEach((cells, row) =>
      cells.forEach((value, column) => void model.write(memo, row, column, { value }, "remote")),
    );
    model.activate(memo);
    model.select(memo, [{ top: 0, left: 0, bottom: 0, right: 3 }]);
    const read = async (): Promise<void> => {
      await user.click(screen.getByRole("button", { name: "選択したセルの見出しを読む" }));
    };
    await waitFor(async () => {
      await read();
      expect(screen.getByRole("combobox", { name: "わがまちの物差し" })).toBeVisible();
    });
    const roles = { わがまちの物差し: "name", はじまり: "baseline", めざす姿: "target", 今年: "actual" };
    for (const [word, role] of Object.entries(roles)) {
      await user.selectOptions(screen.getByRole("combobox", { name: word }), role);
    }
    await waitFor(() => expect(stored(model.settings)["words"]).toEqual(roles));
    await user.click(screen.getByRole("tab", { name: "評価" }));
    expect(await screen.findByRole("button", { name: /相談件数.*91件 → 114件.*200件/ })).toBeVisible();
  });
});

test("settings go to a file and come back; a file that is no settings changes nothing", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await openSetup(user);
    const saved: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
    URL.revokeObjectURL = () => undefined;
    await user.click(screen.getByRole("button", { name: "ファイルに保存" }));
    expect(saved).toHaveLength(1);
    const file = (text: string) => new File([text], "設定.json", { type: "application/json" });
    const input = screen.getByLabelText("ファイルから読み込む", { selector: "input" });

    await user.upload(input, file("これは設定ではない"));
    expect(await screen.findByText(/設定として読めませんでした/)).toBeVisible();
    expect(model.settings.size).toBe(0);

    await user.upload(input, file(JSON.stringify({ version: 1, rubric: { preset: "福島県型" }, years: { x: "y" } })));
    expect(await screen.findByText(/設定を読み込み、このブックに保存しました/)).toBeVisible();
    // What could not be read is named.
    expect(screen.getByText(/設定「年度」/)).toBeVisible();
    expect(stored(model.settings)["rubric"]).toEqual({ preset: "福島県型" });
  });
});

test("deleting all settings asks first", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await openSetup(user);
    await user.selectOptions(screen.getByRole("combobox", { name: "使う評価基準" }), "福島県型");
    await waitFor(() => expect(stored(model.settings)["rubric"]).not.toBeNull());
    await user.click(screen.getByRole("button", { name: "設定をすべて初期値に戻す" }));
    await user.click(screen.getByRole("button", { name: "やめる" }));
    expect(stored(model.settings)["rubric"]).not.toBeNull();
    await user.click(screen.getByRole("button", { name: "設定をすべて初期値に戻す" }));
    await user.click(screen.getByRole("button", { name: "設定を消す" }));
    await waitFor(() => expect(stored(model.settings)["rubric"]).toBeNull());
  });
});

test("keyboard: arrows turn the tabs, the language changes at once", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user }) => {
    const first = await screen.findByRole("tab", { name: "評価" });
    first.focus();
    await user.keyboard("{End}");
    expect(screen.getByRole("tab", { name: "設定" })).toHaveFocus();
    expect(screen.getByRole("tab", { name: "設定" })).toHaveAttribute("aria-selected", "true");
    await user.selectOptions(await screen.findByRole("combobox", { name: "表示言語" }), "en");
    expect(await screen.findByRole("tab", { name: "Setup" })).toBeVisible();
    expect(document.documentElement.lang).toBe("en");
    await user.selectOptions(screen.getByRole("combobox", { name: "Language" }), "auto");
    expect(await screen.findByRole("tab", { name: "設定" })).toBeVisible();
  });
});
