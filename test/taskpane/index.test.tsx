import "@testing-library/jest-dom";
import { waitFor } from "@testing-library/react";
import { readFileSync } from "node:fs";

/** The page as it is shipped, without its scripts. */
const page = (): HTMLElement => {
  const source = new DOMParser().parseFromString(readFileSync("src/taskpane/taskpane.html", "utf8"), "text/html");
  document.body.innerHTML = source.body.innerHTML;
  return document.getElementById("root") as HTMLElement;
};

// The entry renders by itself, outside of any test's act().
beforeEach(() => {
  jest.resetModules();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});
afterEach(() => {
  delete (globalThis as { Office?: unknown }).Office;
});

test("the page says in Japanese what is wrong, in plain markup and without inline scripts", () => {
  const source = readFileSync("src/taskpane/taskpane.html", "utf8");
  expect(source).toContain('<html lang="ja">');
  expect(source).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page()).toHaveTextContent("シートは変更していません");
});

test("without office.js the page's sentence stays and shows at once", async () => {
  const root = page();
  await import("../../src/taskpane/index");
  await waitFor(() => expect(root).toHaveClass("office-missing"));
  expect(root).toHaveTextContent("office.js");
});

test("an Office that fails gives the sentence back in place of the outline", async () => {
  const root = page();
  (globalThis as { Office?: unknown }).Office = { onReady: () => Promise.reject(new Error("refused")) };
  await import("../../src/taskpane/index");
  await waitFor(() => expect(root).toHaveClass("office-missing"), { timeout: 15_000 });
  expect(root).toHaveTextContent("KPIシートを表示できていません");
}, 30_000);
