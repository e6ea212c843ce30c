import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { readFileSync } from "node:fs";
import HelpView from "../../src/taskpane/views/HelpView";
import { TOPICS } from "../../src/taskpane/views/helpTopics";
import { show } from "./support/shown";

// webpack bundles help pages as text; the page is the real one.
jest.mock("../../docs/functions.md", () => ({
  __esModule: true,
  default: (jest.requireActual("node:fs") as { readFileSync: typeof readFileSync }).readFileSync(
    "docs/functions.md",
    "utf8",
  ),
}));

test("the help answers the usual questions and lists every function", async () => {
  const back = jest.fn();
  show(<HelpView onBack={back} />);
  for (const { title } of TOPICS.ja) expect(screen.getByRole("button", { name: title })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "関数の一覧" }));
  const names = readFileSync("src/functions/functions.ts", "utf8").matchAll(/@customfunction ([A-Z]+)/g);
  const reference = await waitFor(() => screen.getAllByText(/KPI\.GRADE/)[0]?.closest("div"));
  let count = 0;
  for (const [, name] of names) {
    expect(within(reference as HTMLElement).getAllByText(new RegExp(`KPI\\.${name}`)).length).toBeGreaterThan(0);
    count++;
  }
  expect(count).toBe(13);
  await userEvent.click(screen.getByRole("button", { name: "戻る" }));
  expect(back).toHaveBeenCalledTimes(1);
});

test("English has the same topics", () => {
  expect(TOPICS.en).toHaveLength(TOPICS.ja.length);
  for (const topic of [...TOPICS.ja, ...TOPICS.en]) expect(topic.lines.length).toBeGreaterThan(0);
});
