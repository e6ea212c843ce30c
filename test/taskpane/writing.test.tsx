import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import type { Workbook } from "../../workbench/model/workbook";
import { cellOf, sample, withPane } from "./support/pane";

jest.setTimeout(120_000);

const GRADE_CELLS = ["BI13", "BI17", "BI19", "BI21"];
const cells = (model: Workbook) => GRADE_CELLS.map((address) => cellOf(model, address));
const press = async (user: UserEvent, name: string | RegExp) =>
  await user.click(await screen.findByRole("button", { name }));

function place(model: Workbook, address: string) {
  const found = model.find(address, model.active);
  if (!found) throw new Error(`no cell ${address}`);
  return [found.sheet, found.area.top, found.area.left] as const;
}

test("formulas: one per cell, shown in the preview, taken back as they were", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model }) => {
    await press(user, "式で書き込む");
    expect(await screen.findByText("4件のセルに式を書き込みます。")).toBeVisible();
    expect(screen.getAllByText(/^=KPI\.GRADE\(/)).toHaveLength(4);
    await press(user, "4件を式で書き込む");
    expect(await screen.findByText("4件に式を書き込みました。")).toBeVisible();
    for (const content of cells(model)) expect(content).toMatch(/^=KPI\.GRADE\(/);
    expect(await screen.findByRole("button", { name: "式を値にする" })).toBeVisible();
    await press(user, "元に戻す");
    expect(await screen.findByText("4件を元に戻しました。")).toBeVisible();
    expect(cells(model)).toEqual(["", "", "", ""]);
  });
});

test("a person's own grade stays unless it is ticked, and can be kept for a reason", async () => {
  const model = sample("asahi-r3.xlsx");
  model.edit(...place(model, "BI17"), "A");
  await withPane(model, async ({ user }) => {
    expect(await screen.findByText("シートの評価はA")).toBeVisible();
    await press(user, "3件の評価を書き込む");
    expect(await screen.findByRole("button", { name: "手入力の評価 1件" })).toBeVisible();
    await user.click(screen.getByRole("checkbox", { name: /計算のSに書き換える/ }));
    expect(await screen.findByText("4件のセルが変わります。")).toBeVisible();
    await user.click(screen.getByRole("checkbox", { name: /計算のSに書き換える/ }));
    expect(await screen.findByText("3件のセルが変わります。")).toBeVisible();
    await press(user, "理由を付けて残す");
    await user.type(screen.getByRole("textbox", { name: "この評価を残す理由" }), "委員会の意見による");
    await press(user, "理由を保存");
    expect(await screen.findByText("残す理由：委員会の意見による")).toBeVisible();
    await press(user, "3件の評価を書き込む");
    expect(await screen.findByText("3件の評価を書き込みました。")).toBeVisible();
    expect(screen.queryByText(/書き込んでいません/)).toBeNull();
    expect(cells(model)).toEqual(["D", "A", "S", "―"]);
  });
  // The reason travels with the workbook.
  await withPane(model, async ({ user }) => {
    await user.click(await screen.findByRole("tab", { name: "設定" }));
    expect(await screen.findByText(/委員会の意見による/)).toBeVisible();
  });
});

test("locked cells of a protected sheet: the preview says so, names the way out, and offers no write", async () => {
  const model = sample("asahi-r3.xlsx");
  const before = cells(model);
  const [sheet] = place(model, "BI13");
  model.setProtection(sheet, { on: true, options: {}, hasPassword: true, password: null }, "remote");
  await withPane(model, async ({ user }) => {
    await press(user, "4件の評価を書き込む");
    expect(await screen.findByRole("button", { name: "書き込めない 4件" })).toBeVisible();
    expect(screen.getAllByText("保護されています")).toHaveLength(4);
    expect(screen.getAllByText(/シート保護の解除/)).toHaveLength(4);
    expect(screen.getByText("いま書き込めるセルはありません。")).toBeVisible();
    expect(screen.queryByRole("button", { name: /件の評価を書き込む|評価を書き込む$/ })).toBeNull();
    await press(user, "戻る");
    expect(await screen.findByRole("button", { name: "4件の評価を書き込む" })).toBeVisible();
    expect(cells(model)).toEqual(before);
  });
});

test("a list that does not offer the grade: the rest is counted and written", async () => {
  const model = sample("asahi-r3.xlsx");
  const [sheet, top, left] = place(model, "BI13");
  sheet.validations = [
    {
      areas: [{ top, left, bottom: top, right: left }],
      type: "list",
      operator: "between",
      formula1: '"S,A,B"',
      formula2: "",
      ignoreBlanks: true,
      inCellDropDown: true,
      errorAlert: null,
      prompt: null,
    },
  ];
  await withPane(model, async ({ user, office }) => {
    await press(user, "4件の評価を書き込む");
    const asked = office.host.requests.length;
    expect(await screen.findByText("3件のセルが変わります。")).toBeVisible();
    expect(screen.getByText("入力規則の一覧にない評価です")).toBeVisible();
    expect(office.host.requests.length - asked).toBeLessThanOrEqual(1);
    await press(user, "3件の評価を書き込む");
    expect(await screen.findByText("3件の評価を書き込みました。")).toBeVisible();
    expect(cells(model)).toEqual(["", "S", "S", "―"]);
  });
});

test("Excel does not say what it would refuse: the plan stands, and writing asks again", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model, office }) => {
    await screen.findByRole("button", { name: "4件の評価を書き込む" });
    office.host.faults = { failRequest: office.host.requests.length + 1 };
    await press(user, "4件の評価を書き込む");
    await press(user, "戻る");
    await press(user, "4件の評価を書き込む");
    expect(await screen.findByText("4件のセルが変わります。")).toBeVisible();
    await press(user, "4件の評価を書き込む");
    expect(await screen.findByText("4件の評価を書き込みました。")).toBeVisible();
    expect(cells(model)).toEqual(["D", "S", "S", "―"]);
  });
});

test("a cell being edited stops the write with a sentence; nothing is written", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, model, office }) => {
    await press(user, "4件の評価を書き込む");
    office.host.faults = { cellEdit: true };
    await press(user, "4件の評価を書き込む");
    expect(await screen.findByRole("alert")).toHaveTextContent(/編集中.*Enter/);
    expect(cells(model)).toEqual(["", "", "", ""]);
  });
});

test("long writing shows a bar with a way out", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, office }) => {
    await press(user, "4件の評価を書き込む");
    office.host.faults = { delay: 900 };
    await press(user, "4件の評価を書き込む");
    expect(await screen.findByRole("progressbar", { name: "書き込んでいます" })).toBeVisible();
    expect(screen.getByRole("button", { name: "中止" })).toBeVisible();
    expect(await screen.findByText(/書き込みました。|書き込んだセルはありません。/)).toBeVisible();
  });
});

test("reading that Excel does not answer can be cancelled at once, and started again", async () => {
  const model = sample("asahi-r3.xlsx");
  await withPane(model, async ({ user, office, store }) => {
    office.host.faults = { delay: 5000 };
    const reading = store.read();
    await press(user, "中止");
    expect(await screen.findByText("読み取りを中止しました。シートは変更していません。")).toBeVisible();
    office.host.faults = {};
    await user.click(screen.getAllByRole("button", { name: "シートを読み取る" }).at(-1) as Element);
    await reading;
    await waitFor(() => expect(screen.queryByText(/読み取りを中止しました/)).toBeNull());
    expect(await screen.findByRole("button", { name: "KPI 4" })).toBeVisible();
  });
});

test("a sheet without KPI tables says so and shows where there are some", async () => {
  const model = sample("asahi-r3.xlsx");
  const memo = model.addSheet("メモ", "load");
  model.write(memo, 0, 0, { value: "打合せの記録" }, "remote");
  model.activate(memo);
  await withPane(model, async ({ user }) => {
    expect((await screen.findAllByText("このシートにKPI表は見つかりませんでした"))[0]).toBeVisible();
    expect(screen.getByText("ほかのシートにKPIが4件あります。")).toBeVisible();
    await press(user, "ブック全体を表示");
    expect(await screen.findByRole("button", { name: "4件の評価を書き込む" })).toBeVisible();
  });
});

test("turning to another sheet turns the pane", async () => {
  const model = sample("hadano-jisseki.xlsx");
  const [first, second] = model.sheets;
  if (!first || !second) throw new Error("two sheets are needed");
  model.activate(first);
  await withPane(model, async () => {
    const before = (await screen.findAllByRole("listitem")).length;
    const names = (): string[] => screen.queryAllByRole("listitem").map((item) => item.textContent ?? "");
    const shown = names();
    expect(before).toBeGreaterThan(0);
    model.activate(second);
    await waitFor(() => expect(names()).not.toEqual(shown));
  });
});

describe("questions", () => {
  test("one press answers; the answer stays in the workbook", async () => {
    const model = sample("hadano-jisseki.xlsx");
    let open = 0;
    await withPane(model, async ({ user }) => {
      const state = await screen.findByRole("button", { name: /^要確認 [1-9]/ });
      open = Number(/\d+/.exec(state.textContent ?? "")?.[0]);
      await user.click(state);
      const [question] = await screen.findAllByRole("group", { name: "どちらが望ましい値ですか？" });
      await user.click(within(question as HTMLElement).getByRole("button", { name: /でよい$/ }));
      expect(await screen.findByRole("button", { name: `要確認 ${open - 1}` })).toBeVisible();
    });
    await withPane(model, async () => {
      expect(await screen.findByRole("button", { name: `要確認 ${open - 1}` })).toBeVisible();
    });
  });
});

test("a write that is too large for 「元に戻す」 says so before it is made", async () => {
  await withPane(sample("asahi-r3.xlsx"), async ({ user, store }) => {
    await press(user, "4件の評価を書き込む");
    expect(await screen.findByText("4件のセルが変わります。")).toBeVisible();
    expect(screen.queryByText(/元に戻すための記録を保存できません/)).toBeNull();
    const { write } = store.get();
    if (write.kind !== "preview") throw new Error("no preview");
    const long = { formula: "評価の理由".repeat(20_000), numberFormat: "General" };
    const edits = write.plan.edits.map((edit, i) => ({ ...edit, before: { ...long, formula: `${long.formula}${i}` } }));
    store.change({ write: { ...write, plan: { edits, refused: [] } } });
    expect(await screen.findByText(/元に戻すための記録を保存できません/)).toBeVisible();
  });
});
