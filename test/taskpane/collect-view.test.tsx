/** 提出シートを集める as the planning department meets it: from the menu, with the keyboard, in both languages. */
import { screen, waitFor, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { COLLECT_MESSAGES } from "../../src/taskpane/collect/messages";
import { Workbook } from "../../workbench/model/workbook";
import { DAMAGED_FILE, ENCRYPTED_FILE, formBytes, fortyFiles, listBytes, TURNED } from "../sheet/collect/submissions";
import { withPane, type OpenPane } from "./support/pane";

jest.setTimeout(120_000);

// Every browser has it since 2020.
Blob.prototype.arrayBuffer ??= function arrayBuffer(this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};

function planningBook(): Workbook {
  const model = new Workbook();
  const sheet = model.addSheet("作業", "load");
  model.write(sheet, 0, 0, { value: "企画課の作業用ブック" }, "remote");
  return model;
}

const file = (name: string, bytes: Uint8Array): File => new File([new Uint8Array(bytes)], name, { lastModified: 1 });
const names = (model: Workbook): string[] => model.sheets.map(({ name }) => name);

async function openCollect({ user }: OpenPane, more = "メニュー", item = "提出シートを集める"): Promise<void> {
  await user.click(await screen.findByRole("button", { name: more }));
  await user.click(await screen.findByRole("menuitem", { name: item }));
  await screen.findByRole("heading", { level: 1, name: item });
}

test("choose, read, look, write, go back and return", async () => {
  await withPane(planningBook(), async (pane) => {
    const { user, model } = pane;
    await openCollect(pane);
    expect(screen.getByText(/選んだファイルは変更しません/)).toBeVisible();
    const [one, other] = (await fortyFiles()) as { name: string; bytes: Uint8Array }[];
    const damaged = (await fortyFiles()).find(({ name }) => name === DAMAGED_FILE);
    const locked = (await fortyFiles()).find(({ name }) => name === ENCRYPTED_FILE);
    const chosen = [one, other, damaged, locked].map((own) => file(own?.name ?? "", own?.bytes ?? new Uint8Array()));
    await user.upload(screen.getByLabelText("ファイルを選ぶ"), [
      ...chosen,
      file("12_住宅課.xlsx", await formBytes(TURNED)),
    ]);

    await screen.findByRole("button", { name: "KPI 12件の取りまとめを書き込む" });
    expect(screen.getByText("5ファイル・KPI 12件")).toBeVisible();
    expect(screen.getAllByText(/KPI 4件（評価の記入 0件）/)).toHaveLength(3);
    const unread = within(
      screen.getByRole("button", { name: "読み取れないファイル 2件" }).closest("section") as HTMLElement,
    );
    expect(unread.getByText(/壊れているため/)).toBeVisible();
    expect(unread.getByText(/パスワードで保護された/)).toBeVisible();
    expect(screen.getByText(/「人口の社会増減」の令和3年度の実績値が、提出シートの間で異なります/)).toBeVisible();
    expect(names(model)).toEqual(["作業"]);

    await user.click(screen.getByRole("button", { name: "KPI 12件の取りまとめを書き込む" }));
    await screen.findByText(/「提出状況」「提出シート点検」「提出シート集計」「KPI取りまとめ」を書き込みました/);
    expect(names(model)).toEqual(["作業", "提出状況", "提出シート点検", "提出シート集計", "KPI取りまとめ"]);

    await user.click(screen.getByRole("button", { name: "戻る" }));
    await screen.findByRole("tab", { name: /評価/ });
    await openCollect(pane);
    expect(screen.getByText("5ファイル・KPI 12件")).toBeVisible();

    await user.click(screen.getByRole("button", { name: `${DAMAGED_FILE} を一覧から外す` }));
    await screen.findByText("4ファイル・KPI 12件");
    expect(screen.getByRole("button", { name: "読み取れないファイル 1件" })).toBeVisible();
  });
});

test("the sheets come in only after a question, and a refusal is told", async () => {
  await withPane(planningBook(), async (pane) => {
    const { user, model } = pane;
    await openCollect(pane);
    const commented = readFileSync("samples/variants/list-filter-comments.xlsx");
    await user.upload(screen.getByLabelText("ファイルを選ぶ"), [
      file("商工課.xlsx", await listBytes(30)),
      file("観光課.xlsx", new Uint8Array(commented)),
    ]);
    await user.click(await screen.findByRole("button", { name: "シートをこのブックに入れる" }));
    expect(screen.getByText(/2ファイルの、KPI表のある2シートを/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "やめる" }));
    expect(names(model)).toEqual(["作業"]);
    await user.click(screen.getByRole("button", { name: "シートをこのブックに入れる" }));
    await user.click(screen.getByRole("button", { name: "2シートを入れる" }));
    await screen.findByText("1ファイルの1シートを入れました。");
    expect(screen.getByText(/グラフやコメントのあるシートを入れられません/)).toBeVisible();
    expect(names(model)).toEqual(["作業", "KPI一覧"]);
    await user.click(screen.getByRole("button", { name: "閉じる" }));
    await waitFor(() => expect(screen.queryByText(/シートを入れました/)).toBeNull());
  });
});

test("in English", async () => {
  await withPane(
    planningBook(),
    async (pane) => {
      await openCollect(pane, "Menu", "Collect submitted sheets");
      await pane.user.upload(screen.getByLabelText("Choose files"), [
        file("a.xlsx", await listBytes(30)),
        file("b.xlsx", new Uint8Array()),
      ]);
      await screen.findByRole("button", { name: "Write the consolidation of 4 KPIs" });
      expect(screen.getByText(/not an Excel workbook/)).toBeVisible();
      expect(screen.getByText("Nothing differs between the departments.")).toBeVisible();
    },
    { displayLanguage: "en-US" },
  );
});

test("both languages say the same, and English is English", () => {
  const paths = (value: unknown, path = ""): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
      : [`${path} ${typeof value === "function" ? value.length : ""}`];
  const said = (value: unknown): string =>
    typeof value === "function"
      ? String((value as (...args: unknown[]) => unknown)(3, 5, "x"))
      : typeof value === "object" && value !== null
        ? Object.values(value).map(said).join("\n")
        : String(value);
  const { ja, en } = COLLECT_MESSAGES;
  expect(paths(en)).toEqual(paths(ja));
  expect(said(en)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  expect(said(ja)).not.toMatch(/エラー/);
});
