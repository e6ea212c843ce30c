import { render, screen } from "@testing-library/react";
import { Markdown, parseMarkdown } from "../../src/taskpane/views/markdown";

test("headings, paragraphs, lists, code and tables become blocks", () => {
  const source =
    "# 関数\n\n一行目\n二行目\n\n- 一\n- 二\n  続き\n\n1. 先\n2. 後\n\n```\n=KPI.GRADE(1,2,3)\n\n```\n\n| 名 | 値 |\n|---|---|\n| a\\|b | `x` |\n";
  expect(parseMarkdown(source)).toEqual([
    { kind: "heading", level: 1, text: "関数" },
    { kind: "paragraph", text: "一行目二行目" },
    { kind: "list", ordered: false, items: ["一", "二 続き"] },
    { kind: "list", ordered: true, items: ["先", "後"] },
    { kind: "code", text: "=KPI.GRADE(1,2,3)\n" },
    { kind: "table", head: ["名", "値"], rows: [["a|b", "`x`"]] },
  ]);
});

test("markup in a page stays text", () => {
  const { container } = render(
    <Markdown source={"# 題\n\n<img src=x onerror=alert(1)> **強** [先](https://example.invalid)"} />,
  );
  expect(container.querySelector("img, a, script")).toBeNull();
  expect(screen.getByText("強").tagName).toBe("STRONG");
  expect(container.textContent).toContain("<img src=x onerror=alert(1)>");
});

test.each(["", "|", "```", "- ", "#", "1.", "**", "| a |\n"])("unfinished source %j does not hang", (source) => {
  expect(Array.isArray(parseMarkdown(source))).toBe(true);
});

test("pictures of the manuals are left out of the pane", () => {
  expect(parseMarkdown("前\n\n![関数を1つずつ](images/functions.png)\n\n後")).toEqual([
    { kind: "paragraph", text: "前" },
    { kind: "paragraph", text: "後" },
  ]);
});
