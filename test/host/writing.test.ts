import { form, refusal, session, sheetOf, workbook } from "./support";

/** What is written → value, formula, number format of a General cell, as typing does it in Excel. */
const TYPED: readonly [input: string | number | boolean, value: unknown, formula: unknown, format: string][] = [
  [12, 12, 12, "General"],
  ["12", 12, 12, "General"],
  ["001", 1, 1, "General"],
  ["1,234", 1234, 1234, "#,##0"],
  ["5%", 0.05, 0.05, "0%"],
  ["5.5%", 0.055, 0.055, "0.00%"],
  ["4/1", 46_113, 46_113, 'm"月"d"日"'],
  ["2026/4/1", 46_113, 46_113, "yyyy/m/d"],
  ["8:30", 8.5 / 24, 8.5 / 24, "h:mm"],
  ["(5)", -5, -5, "General"],
  ["'=1+1", "=1+1", "=1+1", "General"],
  ["'001", "001", "001", "General"],
  ["true", true, true, "General"],
  ["A", "A", "A", "General"],
  ["2/30", "2/30", "2/30", "General"],
  ["1月相当", "1月相当", "1月相当", "General"],
  ["", "", "", "General"],
];

test.each(TYPED)("writing %p", (input, value, formula, format) =>
  session(form(), async ({ run }) => {
    const cell = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("J9");
      range.values = [[input]];
      range.load("values,formulas,numberFormat");
      await context.sync();
      return [range.values[0]?.[0], range.formulas[0]?.[0], range.numberFormat[0]?.[0]];
    });
    expect(cell).toEqual([value, formula, format]);
  }),
);

test.each(["=A1", "+A1", "-A1", "@A1"])("text that begins with %p becomes a formula", (input) =>
  session(form(), async ({ run }) => {
    const formula = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("J9");
      range.values = [[input]];
      range.load("formulas");
      await context.sync();
      return range.formulas[0]?.[0];
    });
    expect(formula).toMatch(/^=/);
  }),
);

test("a text format keeps text", () =>
  session(form(), async ({ run }) => {
    const values = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("J9:K9");
      range.numberFormat = [["@", "@"]];
      range.values = [["001", "=A1"]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([["001", "=A1"]]);
  }));

test("null leaves a cell alone, an empty text clears it, one value fills all", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      sheet.getRange("A2:C2").values = [[null, "", 7]];
      sheet.getRange("G1:H2").values = 9 as unknown as number[][];
      await context.sync();
    });
    const sheet = sheetOf(model, "施策1");
    expect([sheet.value(1, 0), sheet.value(1, 1), sheet.value(1, 2)]).toEqual(["相談件数", "", 7]);
    expect([sheet.value(0, 6), sheet.value(1, 7)]).toEqual([9, 9]);
  }));

test("cells behind the first cell of a merge drop what is written", () => {
  const book = form();
  sheetOf(book, "施策1").merges.merge({ top: 1, left: 4, bottom: 2, right: 5 });
  return session(book, async ({ run }) => {
    const values = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("E2:F3");
      range.values = [
        ["A", "B"],
        ["C", "D"],
      ];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([
      ["A", ""],
      ["", ""],
    ]);
  });
});

test("a locked cell refuses the whole write, an unlocked one takes it", () => {
  const book = form();
  const sheet = sheetOf(book, "施策1");
  book.write(sheet, 1, 4, { style: { locked: false } }, "load");
  book.setProtection(sheet, { on: true, options: {}, hasPassword: true, password: "秘密" }, "user");
  return session(book, async ({ run }) => {
    const error = await refusal(
      run(async (context) => {
        context.workbook.worksheets.getItem("施策1").getRange("D2:E2").values = [[1, "A"]];
        await context.sync();
      }),
    );
    expect(error.code).toBe("AccessDenied");
    expect(sheet.value(1, 4)).toBe("");
    // null over a locked cell is refused as well
    const overNull = run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("D2:E2").values = [[null, "A"]];
      await context.sync();
    });
    await expect(overNull).rejects.toMatchObject({ code: "AccessDenied" });
    const fill = run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("E2").format.fill.color = "#FF0000";
      await context.sync();
    });
    await expect(fill).rejects.toMatchObject({ code: "AccessDenied" });
    await run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("E2").values = [["A"]];
      await context.sync();
    });
    expect(sheet.value(1, 4)).toBe("A");
  });
});

test("protection is read, put on and lifted with its password", () =>
  session(form(), async ({ run }) => {
    const options = await run(async (context) => {
      const { protection } = context.workbook.worksheets.getItem("施策1");
      protection.protect({ allowFormatCells: true }, "秘密");
      protection.load("protected,options");
      await context.sync();
      return [protection.protected, protection.options.allowFormatCells, protection.options.allowSort];
    });
    expect(options).toEqual([true, true, false]);
    const wrong = run(async (context) => {
      context.workbook.worksheets.getItem("施策1").protection.unprotect("違う");
      await context.sync();
    });
    await expect(wrong).rejects.toMatchObject({ code: "InvalidArgument" });
    await run(async (context) => {
      context.workbook.worksheets.getItem("施策1").protection.unprotect("秘密");
      await context.sync();
    });
  }));

test("a large write is split by the library itself, and arrives whole", () =>
  session(workbook({ 大: [] }), async ({ run, office }) => {
    const rows = Array.from({ length: 3000 }, (_, row) => [row, `r${row}`]);
    await run(async (context) => {
      context.workbook.worksheets.getItem("大").getRange("A1:B3000").values = rows;
      await context.sync();
    });
    const actions = office.host.requests.at(-1)?.actions ?? [];
    expect(actions.filter((name) => name === "_ValidateArraySize")).toHaveLength(1);
    expect(actions.filter((name) => name === "Values").length).toBeGreaterThan(1);
    const back = await run(async (context) => {
      const used = context.workbook.worksheets.getItem("大").getUsedRange().load("values");
      await context.sync();
      return used.values;
    });
    expect(back).toEqual(rows);
  }));

test("a large write of the wrong size is refused before anything is written", () =>
  session(workbook({ 大: [] }), async ({ run, model }) => {
    const attempt = run(async (context) => {
      context.workbook.worksheets.getItem("大").getRange("A1:B3000").values = Array.from({ length: 2999 }, () => [
        1, 2,
      ]);
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(sheetOf(model, "大").usedArea(true)).toBeNull();
  }));

test("what was changed is logged for the saver, and nothing else", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      sheet.getRange("E2:E3").values = [["A"], ["S"]];
      sheet.getRange("E3").format.fill.color = "#00FF00";
      sheet.getRange("A1").load("values");
      await context.sync();
    });
    const { changes } = sheetOf(model, "施策1");
    const marked = [...changes.cells].flatMap(([row, cells]) =>
      [...cells].map(([column, what]) => [row, column, what]),
    );
    expect(marked).toEqual([
      [1, 4, { content: true, style: false }],
      [2, 4, { content: true, style: true }],
    ]);
    expect([...changes.parts]).toEqual([]);
    expect(sheetOf(model, "令和 3年").changes.isEmpty()).toBe(true);
  }));

test("clear takes contents, formats or both", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      sheet.getRange("B2:C2").format.fill.color = "#FF0000";
      sheet.getRange("B2").clear("Contents");
      sheet.getRange("C2").clear("Formats");
      sheet.getRange("D2").clear();
      await context.sync();
    });
    const sheet = sheetOf(model, "施策1");
    expect([1, 2, 3].map((column) => [sheet.value(1, column), sheet.style(1, column).fill])).toEqual([
      ["", "#FF0000"],
      [200, ""],
      ["", ""],
    ]);
  }));

test("copyFrom copies values, formats, merges and moves formulas", () => {
  const book = workbook({
    元: [
      [1, "=A1*2", "=$A$1"],
      ["", "", ""],
    ],
  });
  const sheet = sheetOf(book, "元");
  book.write(sheet, 0, 0, { style: { bold: true } }, "load");
  sheet.merges.merge({ top: 1, left: 0, bottom: 1, right: 1 });
  return session(book, async ({ run }) => {
    await run(async (context) => {
      const source = context.workbook.worksheets.getItem("元");
      source.getRange("A5").copyFrom("A1:C2");
      await context.sync();
    });
    expect([sheet.formula(4, 0), sheet.formula(4, 1), sheet.formula(4, 2)]).toEqual([1, "=A5*2", "=$A$1"]);
    expect(sheet.style(4, 0).bold).toBe(true);
    expect(sheet.merges.at(5, 1)).toEqual({ top: 5, left: 0, bottom: 5, right: 1 });
  });
});
