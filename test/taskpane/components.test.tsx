import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HostError } from "../../src/excel/host-errors";
import { DEFAULT_RUBRIC, PRESETS } from "../../src/kpi/rubric";
import type { Edit, EditPlan, GradedIndicator, RefusalReason } from "../../src/sheet/types";
import { ErrorBoundary } from "../../src/taskpane/components/ErrorBoundary";
import { GradeMark } from "../../src/taskpane/components/GradeMark";
import { IndicatorRow } from "../../src/taskpane/components/IndicatorRow";
import { NothingFound } from "../../src/taskpane/components/NothingFound";
import type { NoticeTone } from "../../src/taskpane/components/Notice";
import type { Outcome } from "../../src/taskpane/state/types";
import { summarise } from "../../src/taskpane/components/OutcomeBar";
import { Preview, type PreviewProps } from "../../src/taskpane/components/Preview";
import { StateLine } from "../../src/taskpane/components/StateLine";
import { Working } from "../../src/taskpane/components/Working";
import { ja } from "../../src/taskpane/i18n/ja";
import { gradedOf } from "./support/indicators";
import { show, shown } from "./support/shown";

const nothing = (): void => undefined;

describe("a row", () => {
  const row = (graded: GradedIndicator, calls: { select?: () => void; direction?: (d: string) => void } = {}) =>
    show(
      <ul>
        <IndicatorRow
          graded={graded}
          year={2021}
          active={false}
          onSelect={calls.select ?? nothing}
          onDirection={(_, direction) => calls.direction?.(direction)}
        />
      </ul>,
    );

  test("says grade, name, values and the reason, and selects its cell", async () => {
    const select = jest.fn();
    row(gradedOf({ baseline: "91件", actual: "114件", target: "200件" }, { name: "移住相談件数" }), { select });
    const main = screen.getByRole("button", { name: /移住相談件数.*91件 → 114件.*200件.*＋25\.3%（あと86件でS）/ });
    expect(within(main).getByRole("img", { name: "評価 A" })).toHaveTextContent("A");
    await userEvent.click(main);
    expect(select).toHaveBeenCalledTimes(1);
  });

  test("unfolds to the full explanation and folds again", async () => {
    row(gradedOf({ baseline: "91件", actual: "114件", target: "200件" }, { name: "移住相談件数" }));
    expect(screen.queryByText(/目標200件は未達成/)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "移住相談件数 詳しく" }));
    expect(screen.getByText(/目標200件は未達成/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "移住相談件数 閉じる" }));
    expect(screen.queryByText(/目標200件は未達成/)).toBeNull();
  });

  test("asks for the direction in place, with a proposal that one press accepts", async () => {
    const direction = jest.fn();
    // 認知件数 is better when lower, the target lies higher.
    row(gradedOf({ baseline: "400件", actual: "402件", target: "450件" }, { name: "刑法犯認知件数" }), { direction });
    const group = screen.getByRole("group", { name: ja.question.direction });
    await userEvent.click(within(group).getByRole("button", { name: /でよい$/ }));
    expect(direction).toHaveBeenCalledTimes(1);
    await userEvent.click(within(group).getByRole("button", { name: "ほかの方向" }));
    const others = within(group)
      .getAllByRole("button")
      .map((button) => button.textContent);
    expect(others).toHaveLength(4);
  });

  test("a grade that cannot be computed is no empty shape", () => {
    row(gradedOf({ baseline: "12人", actual: "約?", target: "0人" }, { name: "待機児童数" }));
    expect(screen.getByText("読めないセルがあります")).toBeVisible();
    expect(screen.getByText("数値として読めません")).toBeVisible();
  });

  test("a different grade on the sheet is told", () => {
    row(gradedOf({ baseline: "91件", actual: "114件", target: "200件" }, { existingGrade: "B" }));
    expect(screen.getByText("シートの評価はB")).toBeVisible();
  });
});

test("a grade is a letter with a name, whatever its colour", () => {
  show(<GradeMark grade="概ね順調" rubric={DEFAULT_RUBRIC} />);
  expect(screen.getByRole("img", { name: "評価 概ね順調" })).toHaveTextContent("概ね順調");
});

test("grades in words break within their mark, and all marks of such a rubric are as wide", () => {
  const rubric = PRESETS.find(({ name }) => name === "国4段階型") ?? DEFAULT_RUBRIC;
  for (const grade of ["相当程度効果があった", "―"]) show(<GradeMark grade={grade} rubric={rubric} />);
  const [words, none] = screen.getAllByRole("img");
  expect(words).toHaveStyle({ width: "72px", overflowWrap: "anywhere", wordBreak: "normal" });
  expect(none).toHaveStyle({ width: "72px" });
});

test("each part of the state line is a filter; unreadable cells show only when there are any", async () => {
  const filter = jest.fn();
  const counts = { kpi: 4, graded: 0, confirm: 1, unreadable: 0 };
  const { unmount } = show(<StateLine counts={counts} filter="all" onFilter={filter} />);
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["KPI 4", "評価済 0", "要確認 1"]);
  await userEvent.click(screen.getByRole("button", { name: "要確認 1" }));
  expect(filter).toHaveBeenLastCalledWith("confirm");
  unmount();
  show(<StateLine counts={{ ...counts, unreadable: 2 }} filter="confirm" onFilter={filter} />);
  expect(screen.getByRole("button", { name: "読めないセル 2" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "要確認 1", pressed: true }));
  expect(filter).toHaveBeenLastCalledWith("all");
});

describe("the preview", () => {
  const edit = (row: number, before: string, after: string): Edit => ({
    sheetId: "s1",
    sheetName: "様式",
    row,
    column: 5,
    before: { formula: before, numberFormat: "General" },
    after: { formula: after, numberFormat: "General" },
    why: "空欄に評価を記入します",
  });
  const graded = (row: number, existingGrade: string): GradedIndicator => {
    const one = gradedOf({ baseline: "91件", actual: "114件", target: "200件" }, { name: `指標${row}`, existingGrade });
    return {
      ...one,
      indicator: { ...one.indicator, key: `k${row}`, row, gradeCell: { sheetId: "s1", row, column: 5 } },
    };
  };
  const rows = [graded(4, ""), graded(5, "C"), graded(6, "A"), graded(7, "")];
  const plan: EditPlan = {
    edits: [edit(4, "", "A")],
    refused: [
      { edit: edit(5, "C", "A"), reason: "kept" },
      { edit: edit(7, "", "A"), reason: "protected" },
    ],
  };
  const preview = (more: Partial<PreviewProps> = {}) =>
    show(
      <Preview
        plan={plan}
        mode="values"
        unchanged={[rows[2] as GradedIndicator]}
        rowOf={(one) => rows.find(({ indicator }) => indicator.row === one.row) ?? null}
        ticked={new Set()}
        onTick={nothing}
        kept={{}}
        onKeep={nothing}
        newColumns={false}
        onNewColumns={nothing}
        onSelect={nothing}
        {...more}
      />,
    );

  test("shows old and new, folds what does not change, and says why a row is not written", async () => {
    preview();
    expect(screen.getByText("1件のセルが変わります。")).toBeVisible();
    const change = screen.getByText("指標4").closest("li") as HTMLElement;
    expect(change).toHaveTextContent("（空欄）→A");
    expect(screen.getByText("指標7").closest("li")).toHaveTextContent("保護されています");
    expect(screen.queryByText("指標6")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "変わらない 1件" }));
    expect(screen.getByText("指標6")).toBeVisible();
  });

  test("a person's own grade is overwritten only when ticked, and kept for a reason", async () => {
    const onTick = jest.fn();
    const onKeep = jest.fn();
    preview({ onTick, onKeep });
    await userEvent.click(screen.getByRole("checkbox", { name: "指標5 計算のAに書き換える" }));
    expect(onTick).toHaveBeenCalledWith("k5", true);
    await userEvent.click(screen.getByRole("button", { name: "理由を付けて残す" }));
    await userEvent.type(screen.getByRole("textbox", { name: "この評価を残す理由" }), "委員会の意見");
    await userEvent.click(screen.getByRole("button", { name: "理由を保存" }));
    expect(onKeep).toHaveBeenCalledWith(rows[1], "委員会の意見");
  });

  test("a stored reason is shown instead of the tick", () => {
    preview({ kept: { k5: { grade: "C", reason: "委員会の意見" } } });
    expect(screen.getByText("残す理由：委員会の意見")).toBeVisible();
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  test("every reason for not writing has its words", () => {
    const reasons: RefusalReason[] = [
      "formula",
      "ourFormula",
      "pending",
      "protected",
      "merged",
      "changed",
      "validation",
      "noCell",
      "noFormula",
    ];
    preview({ plan: { edits: [], refused: reasons.map((reason, i) => ({ edit: edit(i, "", "A"), reason })) } });
    for (const reason of reasons) expect(screen.getByText(ja.write.refusal[reason])).toBeVisible();
    expect(screen.getByText(ja.write.previewNoneNow)).toBeVisible();
  });

  test("the outcome counts what was written and what was not", () => {
    const report = {
      written: [edit(4, "", "A")],
      refused: plan.refused,
      failed: [{ edit: edit(8, "", "A"), found: { formula: "Z", numberFormat: "General" } }],
      unverified: [],
      problem: new HostError("timeout"),
      restorable: { cells: 1, sheets: ["様式"], at: "2026-11-20T00:00:00Z", written: new Map<string, string>() },
    };
    const summary = summarise({ job: "write", report }, ja, () => "応答がありません。");
    expect(summary).toEqual({
      tone: "warning",
      title: "1件の評価を書き込みました。",
      // A grade that a person keeps is no failure.
      lines: [
        "1件は書き込んでいません。",
        "1件は書き込み後の値が異なります。ほかの人が同時に変更した可能性があります。",
        "応答がありません。",
      ],
      places: [
        { place: plan.refused[1]?.edit, why: "保護されています" },
        { place: report.failed[0]?.edit, why: "「Z」になっています" },
      ],
    });
  });
});

describe("the bar after a write says only what is known", () => {
  const cell = { row: 4, column: 5, sheetId: "s1", sheetName: "様式" };
  const content = (formula: string) => ({ formula, numberFormat: "General" });
  const grade = { ...cell, before: content(""), after: content("A"), why: "" };
  const offer = { cells: 1, sheets: ["様式"], at: "2026-11-20T00:00:00Z", written: new Map<string, string>() };
  const nothing = { written: [], refused: [], failed: [], unverified: [], problem: null, restorable: null };
  const told = (outcome: Outcome) => summarise(outcome, ja, () => "途中で切れました。");

  test.each<[string, Outcome, string, NoticeTone, string[]]>([
    [
      "all is well",
      { job: "write", report: { ...nothing, written: [grade], restorable: offer } },
      "1件の評価を書き込みました。",
      "success",
      [],
    ],
    [
      "it cannot be undone",
      { job: "write", report: { ...nothing, written: [grade] } },
      "1件の評価を書き込みました。",
      "success",
      [ja.write.notUndoable],
    ],
    [
      "the sheet was not read again",
      { job: "write", report: { ...nothing, written: [grade], restorable: offer }, unread: true },
      "1件の評価を書き込みました。",
      "warning",
      [ja.write.unread],
    ],
    [
      "nobody knows",
      {
        job: "write",
        report: { ...nothing, unverified: [grade], problem: new HostError("unreachable"), restorable: offer },
      },
      "結果を確かめられませんでした。",
      "warning",
      [ja.write.unverified(1), "途中で切れました。"],
    ],
    [
      "nothing came through",
      {
        job: "write",
        report: { ...nothing, failed: [{ edit: grade, found: content("") }], problem: new HostError("unreachable") },
      },
      "書き込んだセルはありません。",
      "warning",
      ["1件は書き込んでいません。", "途中で切れました。"],
    ],
    [
      "the cells, but not the summary sheet",
      {
        job: "rollup",
        report: { ...nothing, written: [grade], restorable: offer },
        undrawn: new HostError("protected"),
      },
      "1件のセルを書き換えました。",
      "warning",
      [ja.write.undrawn, "途中で切れました。"],
    ],
  ])("%s", (_, outcome, title, tone, lines) => {
    expect(told(outcome)).toMatchObject({ title, tone, lines });
  });
});

test("nothing found says what was looked for and what can be done", async () => {
  const calls = { workbook: jest.fn(), hand: jest.fn(), read: jest.fn() };
  show(
    <NothingFound
      scope="sheet"
      empty={false}
      elsewhere={12}
      onWorkbook={calls.workbook}
      onByHand={calls.hand}
      onRead={calls.read}
    />,
  );
  expect(screen.getByText("このシートにKPI表は見つかりませんでした")).toBeVisible();
  expect(screen.getByText(/「指標」「KPI」/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "ブック全体を表示" }));
  await userEvent.click(screen.getByRole("button", { name: "見出しの行を指定する" }));
  await userEvent.click(screen.getByRole("button", { name: "シートを読み取る" }));
  expect([calls.workbook, calls.hand, calls.read].map((call) => call.mock.calls.length)).toEqual([1, 1, 1]);
});

test("short work passes without a bar; long work shows one with a way out", async () => {
  const cancel = jest.fn();
  show(<Working label="読み取っています" share={0.4} cancelLabel="中止" onCancel={cancel} />);
  expect(screen.queryByRole("progressbar")).toBeNull();
  expect(await screen.findByRole("progressbar", {}, { timeout: 2000 })).toHaveAttribute("aria-valuenow", "40");
  await userEvent.click(screen.getByRole("button", { name: "中止" }));
  expect(cancel).toHaveBeenCalledTimes(1);
});

test("work that does not move for ten seconds says what can be done, until it moves", () => {
  jest.useFakeTimers();
  try {
    const working = (share: number | null) => (
      <Working
        label="読み取っています"
        share={share}
        cancelLabel="中止"
        onCancel={nothing}
        whenLong="時間がかかっています"
      />
    );
    const { rerender } = show(working(null));
    const later = (ms: number, share: number | null) =>
      act(() => {
        jest.advanceTimersByTime(ms);
        rerender(shown(working(share)));
      });
    later(9_900, null);
    expect(screen.getByRole("progressbar")).toBeVisible();
    expect(screen.queryByText("時間がかかっています")).toBeNull();
    later(200, null);
    expect(screen.getByText("時間がかかっています")).toBeVisible();
    later(0, 0.5);
    expect(screen.queryByText("時間がかかっています")).toBeNull();
    later(10_100, 0.5);
    expect(screen.getByText("時間がかかっています")).toBeVisible();
  } finally {
    jest.useRealTimers();
  }
});

test("a fault of the pane leaves a sentence and a way on, not a blank page", async () => {
  const quiet = jest.spyOn(console, "error").mockImplementation(nothing);
  let broken = true;
  const Part = () => {
    if (broken) throw new Error("boom");
    return <p>本文</p>;
  };
  const retry = jest.fn(() => {
    broken = false;
  });
  show(
    <ErrorBoundary t={ja} onRetry={retry}>
      <Part />
    </ErrorBoundary>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent("シートは変更していません");
  expect(screen.getByRole("alert")).toHaveTextContent("boom");
  await userEvent.click(screen.getByRole("button", { name: "表示し直す" }));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByText("本文")).toBeVisible();
  quiet.mockRestore();
});
