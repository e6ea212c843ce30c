/** What the pane says of a write, whatever happens to Excel's answers: one story, and the one that the cells tell. */
import { screen, waitFor } from "@testing-library/react";
import type { HostFaults } from "../../workbench/host/faults";
import { cellOf, sample, withPane, type OpenPane } from "./support/pane";

jest.setTimeout(120_000);

const GRADE_CELLS = ["BI13", "BI17", "BI19", "BI21"];
const GRADES = ["D", "S", "S", "―"];
const cells = ({ model }: OpenPane) => GRADE_CELLS.map((address) => cellOf(model, address));
const WRITTEN = "4件の評価を書き込みました。";
const BACK = "4件を元に戻しました。";
const NOTHING_SAID = /何も変更していません|シートには書き込んでいません|何も書き込んでいません/;

/** Waits until nothing is under way any more: neither writing nor reading again. */
async function settled({ store, office }: OpenPane): Promise<void> {
  await waitFor(() => expect(["idle", "failed"]).toContain(store.get().write.kind));
  let seen = -1;
  while (seen !== office.host.requests.length) {
    seen = office.host.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/** Writes the four grades; `faults` begin with the press on the last button, whose first request is number `first`. */
async function write(pane: OpenPane, faults: (first: number) => HostFaults): Promise<void> {
  const { user, office } = pane;
  await user.click(await screen.findByRole("button", { name: "4件の評価を書き込む" }));
  const button = await screen.findByRole("button", { name: "4件の評価を書き込む" });
  await waitFor(() => expect(button).toBeEnabled());
  office.host.faults = faults(office.host.requests.length + 1);
  await user.click(button);
  await settled(pane);
}

async function undo(pane: OpenPane): Promise<void> {
  pane.office.host.faults = {};
  await pane.user.click(await screen.findByRole("button", { name: "元に戻す" }));
  expect(await screen.findByText(BACK)).toBeVisible();
  expect(cells(pane)).toEqual(["", "", "", ""]);
}

const LOST: readonly (readonly [string, number, (k: number) => (first: number) => HostFaults])[] = [
  1, 2, 3, 4, 5, 6,
].flatMap((k) => [
  ["the answer of request %i is lost", k, (n: number) => (first: number) => ({ loseAnswer: first + n - 1 })] as const,
  [
    "all answers from request %i on are lost",
    k,
    (n: number) => (first: number) => ({ loseAnswer: (request: number) => request >= first + n - 1 }),
  ] as const,
  ["request %i fails", k, (n: number) => (first: number) => ({ failRequest: first + n - 1 })] as const,
]);

test.each(LOST)("writing: %s (%i)", async (_, k, faults) => {
  await withPane(sample("asahi-r3.xlsx"), async (pane) => {
    await write(pane, faults(k));
    const said = document.body.textContent ?? "";
    const held = cells(pane);
    const alerts = screen.queryAllByRole("alert").length;
    if (held.every((cell) => cell === "")) {
      // Refused before anything was written, or read back as it was.
      expect(said).toMatch(/書き込めませんでした|書き込んだセルはありません。/);
      expect(said).not.toContain(WRITTEN);
      expect(said).not.toContain("ほかの人");
      return;
    }
    expect(held).toEqual(GRADES);
    expect(said).not.toMatch(NOTHING_SAID);
    expect(said).not.toContain("書き込んだセルはありません");
    expect(said).toMatch(/4件の評価を書き込みました。|結果を確かめられませんでした。/);
    // Nothing else speaks beside the bar of the write.
    expect(said).not.toContain("読み取れませんでした");
    expect(alerts).toBe(0);
    await undo(pane);
  });
});

test("one lost answer is made good: the write is told as it was, without a warning", async () => {
  for (const k of [2, 3, 4, 5]) {
    await withPane(sample("asahi-r3.xlsx"), async (pane) => {
      await write(pane, (first) => ({ loseAnswer: first + k - 1 }));
      expect(pane.store.get().outcome).toMatchObject({ report: { problem: null, unverified: [] } });
      expect(pane.store.get().outcome).not.toHaveProperty("unread");
      expect(screen.getByText(WRITTEN)).toBeVisible();
    });
  }
});

test.each([1, 2, 3, 4, 5, 6])("undoing: the answer of request %i is lost", async (k) => {
  await withPane(sample("asahi-r3.xlsx"), async (pane) => {
    await write(pane, () => ({}));
    const { office, user } = pane;
    office.host.faults = { loseAnswer: office.host.requests.length + k };
    await user.click(await screen.findByRole("button", { name: "元に戻す" }));
    await settled(pane);
    const said = document.body.textContent ?? "";
    if (cells(pane).every((cell) => cell === "")) {
      expect(said).toContain(BACK);
      expect(said).not.toMatch(NOTHING_SAID);
      expect(screen.queryByRole("button", { name: "元に戻す" })).toBeNull();
    } else {
      expect(cells(pane)).toEqual(GRADES);
      expect(said).toContain("元に戻せませんでした");
      await undo(pane);
    }
  });
});
