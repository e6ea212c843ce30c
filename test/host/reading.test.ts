import { form, session, sheetOf, workbook } from "./support";

test("worksheets: names, ids, visibility, position", () =>
  session(form(), async ({ run, model }) => {
    sheetOf(model, "令和 3年").visibility = "Hidden";
    const sheets = await run(async (context) => {
      const list = context.workbook.worksheets.load("items/name,items/id,items/visibility,items/position");
      await context.sync();
      return list.items.map(({ name, id, visibility, position }) => ({ name, id, visibility, position }));
    });
    expect(sheets).toEqual([
      { name: "施策1", id: sheetOf(model, "施策1").id, visibility: "Visible", position: 0 },
      { name: "令和 3年", id: sheetOf(model, "令和 3年").id, visibility: "Hidden", position: 1 },
    ]);
  }));

test("used range with values, texts, formulas, formats and value types", () =>
  session(
    workbook({
      表: [
        ["", "", ""],
        ["", 1, "=B2"],
        ["", "あ", true],
      ],
    }),
    async ({ run }) => {
      const range = await run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("表");
        const used = sheet.getUsedRangeOrNullObject(true);
        used.load("address,rowIndex,columnIndex,rowCount,columnCount,values,formulas,numberFormat,text,valueTypes");
        await context.sync();
        return used.toJSON();
      });
      expect(range).toEqual({
        address: "表!B2:C3",
        rowIndex: 1,
        columnIndex: 1,
        rowCount: 2,
        columnCount: 2,
        values: [
          [1, "#NAME?"],
          ["あ", true],
        ],
        formulas: [
          [1, "=B2"],
          ["あ", true],
        ],
        numberFormat: [
          ["General", "General"],
          ["General", "General"],
        ],
        text: [
          ["1", "#NAME?"],
          ["あ", "TRUE"],
        ],
        valueTypes: [
          ["Double", "Error"],
          ["String", "Boolean"],
        ],
      });
    },
  ));

test("an empty sheet has no used range", () =>
  session(workbook({ 空: [] }), async ({ run }) => {
    const [isNull, address] = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("空");
      const none = sheet.getUsedRangeOrNullObject();
      const first = sheet.getUsedRange().load("address");
      await context.sync();
      return [none.isNullObject, first.address];
    });
    expect(isNull).toBe(true);
    expect(address).toBe("空!A1");
  }));

test("members of a null object are null objects", () =>
  session(form(), async ({ run }) => {
    const [sheet, range, real] = await run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject("ない");
      const inside = none.getRange("A1");
      const there = context.workbook.worksheets.getItemOrNullObject("施策1");
      await context.sync();
      return [none.isNullObject, inside.isNullObject, there.isNullObject];
    });
    expect([sheet, range, real]).toEqual([true, true, false]);
  }));

const REACHED: readonly [string, (range: Excel.Range) => Excel.Range, string][] = [
  ["getCell", (r) => r.getCell(1, 1), "C3"],
  ["getRow", (r) => r.getRow(1), "B3:D3"],
  ["getColumn", (r) => r.getColumn(2), "D2:D4"],
  ["getOffsetRange", (r) => r.getOffsetRange(1, -1), "A3:C5"],
  ["getResizedRange", (r) => r.getResizedRange(-1, 1), "B2:E3"],
  ["getAbsoluteResizedRange", (r) => r.getAbsoluteResizedRange(1, 2), "B2:C2"],
  ["getEntireRow", (r) => r.getEntireRow(), "2:4"],
  ["getEntireColumn", (r) => r.getEntireColumn(), "B:D"],
  ["getLastCell", (r) => r.getLastCell(), "D4"],
  ["getLastRow", (r) => r.getLastRow(), "B4:D4"],
  ["getLastColumn", (r) => r.getLastColumn(), "D2:D4"],
  ["getRowsAbove", (r) => r.getRowsAbove(1), "B1:D1"],
  ["getRowsBelow", (r) => r.getRowsBelow(2), "B5:D6"],
  ["getRowsBelow into the range", (r) => r.getRowsBelow(-1), "B4:D4"],
  ["getColumnsBefore", (r) => r.getColumnsBefore(1), "A2:A4"],
  ["getColumnsAfter", (r) => r.getColumnsAfter(2), "E2:F4"],
  ["getIntersection", (r) => r.getIntersection("C3:F9"), "C3:D4"],
  ["getBoundingRect", (r) => r.getBoundingRect("F9"), "B2:F9"],
  ["getUsedRange", (r) => r.getUsedRange(), "B2:D4"],
];

test.each(REACHED)("range.%s", (_, reach, address) =>
  session(form(), async ({ run }) => {
    const found = await run(async (context) => {
      const range = reach(context.workbook.worksheets.getItem("施策1").getRange("B2:D4")).load("address");
      await context.sync();
      return range.address;
    });
    expect(found).toBe(`施策1!${address}`);
  }),
);

test("a sheet name with a space or a digit in front is quoted in addresses, and read again", () =>
  session(form(), async ({ run }) => {
    const [address, value] = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("令和 3年").getRange("A1").load("address");
      await context.sync();
      const again = context.workbook.worksheets.getFirst().getRange(range.address).load("values");
      await context.sync();
      return [range.address, again.values[0]?.[0]];
    });
    expect(address).toBe("'令和 3年'!A1");
    expect(value).toBe("x");
  }));

test("whole columns read null, as in Excel", () =>
  session(form(), async ({ run }) => {
    const [values, whole] = await run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A:B").load("values,isEntireColumn");
      await context.sync();
      return [range.values, range.isEntireColumn];
    });
    expect(values).toBeNull();
    expect(whole).toBe(true);
  }));

test("special cells come as runs; none is a null object", () =>
  session(
    workbook({
      表: [
        ["a", "", 1],
        ["", "", "=A1"],
      ],
    }),
    async ({ run }) => {
      const answer = await run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange("A1:C2");
        const constants = range.getSpecialCellsOrNullObject("Constants").load("address,areaCount");
        const texts = range.getSpecialCellsOrNullObject("Constants", "Text").load("address");
        const blanks = range.getSpecialCellsOrNullObject("Blanks").load("address");
        const errors = range.getSpecialCellsOrNullObject("Formulas", "Errors").load("address");
        const none = range.getSpecialCellsOrNullObject("Formulas", "Numbers");
        await context.sync();
        return [
          constants.address,
          constants.areaCount,
          texts.address,
          blanks.address,
          errors.address,
          none.isNullObject,
        ];
      });
      expect(answer).toEqual(["表!A1,表!C1", 2, "表!A1", "表!B1,表!A2:B2", "表!C2", true]);
    },
  ));

test("merged areas, with the limit of 512 per call", () => {
  const book = form();
  const sheet = sheetOf(book, "施策1");
  for (let row = 0; row < 513; row++) sheet.merges.merge({ top: row * 2, left: 6, bottom: row * 2 + 1, right: 6 });
  return session(book, async ({ run }) => {
    const few = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("A1:Z6");
      const areas = range.getMergedAreasOrNullObject().load("address");
      const none = context.workbook.worksheets.getItem("施策1").getRange("A1:B9").getMergedAreasOrNullObject();
      await context.sync();
      return [areas.address, none.isNullObject];
    });
    expect(few).toEqual(["施策1!G1:G2,施策1!G3:G4,施策1!G5:G6", true]);
    const tooMany = run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange().getMergedAreasOrNullObject().load("address");
      await context.sync();
    });
    await expect(tooMany).rejects.toMatchObject({ code: "InvalidOperation" });
  });
});

test("hidden rows and columns, as properties and as row and column properties", () => {
  const book = form();
  const sheet = sheetOf(book, "施策1");
  sheet.rows.set(2, 2, { hidden: true });
  sheet.columns.set(1, 1, { hidden: true });
  return session(book, async ({ run }) => {
    const answer = await run(async (context) => {
      const range = context.workbook.worksheets
        .getItem("施策1")
        .getRange("A1:C4")
        .load("rowHidden,columnHidden,hidden");
      const rows = range.getRowProperties({ rowHidden: true });
      const columns = range.getColumnProperties({ columnHidden: true, columnIndex: true });
      await context.sync();
      return { mixed: range.rowHidden, rows: rows.value, columns: columns.value };
    });
    expect(answer.mixed).toBeNull();
    expect(answer.rows.map((row) => row.rowHidden)).toEqual([false, false, true, false]);
    expect(answer.columns).toEqual([
      { columnHidden: false, columnIndex: 0 },
      { columnHidden: true, columnIndex: 1 },
      { columnHidden: false, columnIndex: 2 },
    ]);
  });
});

test("cell properties: locked, fill and font of every cell in one call", () => {
  const book = form();
  const sheet = sheetOf(book, "施策1");
  book.write(sheet, 1, 4, { style: { locked: false, fill: "#FFFF00", bold: true } }, "load");
  return session(book, async ({ run }) => {
    const properties = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("D2:E2");
      const answer = range.getCellProperties({
        address: true,
        format: { protection: true, fill: { color: true }, font: { bold: true, color: true } },
      });
      await context.sync();
      return answer.value;
    });
    const font = { bold: false, color: "#000000" };
    expect(properties).toEqual([
      [
        {
          address: "施策1!D2",
          format: { protection: { locked: true, formulaHidden: false }, fill: { color: "#FFFFFF" }, font },
        },
        {
          address: "施策1!E2",
          format: {
            protection: { locked: false, formulaHidden: false },
            fill: { color: "#FFFF00" },
            font: { ...font, bold: true },
          },
        },
      ],
    ]);
  });
});

test("several areas at once", () =>
  session(form(), async ({ run }) => {
    const answer = await run(async (context) => {
      const areas = context.workbook.worksheets
        .getItem("施策1")
        .getRanges("A1:B2,D4")
        .load("address,areaCount,cellCount");
      areas.areas.load("items/values");
      await context.sync();
      return [areas.address, areas.areaCount, areas.cellCount, areas.areas.items.map((range) => range.values)];
    });
    expect(answer).toEqual([
      "施策1!A1:B2,施策1!D4",
      2,
      5,
      [
        [
          ["指標名", "基準値"],
          ["相談件数", 91],
        ],
        [["-"]],
      ],
    ]);
  }));
