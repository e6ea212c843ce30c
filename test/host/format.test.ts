import { form, refusal, session, sheetOf } from "./support";

test("fill, font, alignment, borders and sizes are written and read", () =>
  session(form(), async ({ run, model }) => {
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("A1:B2");
      range.format.fill.color = "yellow";
      range.format.font.bold = true;
      range.format.font.color = "#ff0000";
      range.format.horizontalAlignment = "Center";
      range.format.wrapText = true;
      range.format.columnWidth = 105;
      range.format.rowHeight = 30;
      const edge = range.format.borders.getItem("EdgeBottom");
      edge.style = "Continuous";
      edge.color = "#808080";
      range.format.borders.getItem("InsideVertical").style = "Dash";
      range.load("format/fill/color,format/font/bold,format/font/color,format/horizontalAlignment,format/wrapText");
      range.load("format/columnWidth,format/rowHeight");
      edge.load("style,weight,color");
      await context.sync();
      const { fill, font, horizontalAlignment, wrapText, columnWidth, rowHeight } = range.format;
      return {
        fill: fill.color,
        bold: font.bold,
        colour: font.color,
        horizontalAlignment,
        wrapText,
        columnWidth,
        rowHeight,
        edge: [edge.style, edge.weight, edge.color],
      };
    });
    expect(read).toEqual({
      fill: "#FFFF00",
      bold: true,
      colour: "#FF0000",
      horizontalAlignment: "Center",
      wrapText: true,
      columnWidth: 105,
      rowHeight: 30,
      edge: ["Continuous", "Thin", "#808080"],
    });
    const sheet = sheetOf(model, "施策1");
    expect(sheet.columns.at(0).size).toBe(20);
    expect(sheet.rows.at(1).size).toBe(30);
    expect(sheet.style(0, 0).borders.EdgeBottom).toBeUndefined();
    expect(sheet.style(1, 0).borders.EdgeBottom?.color).toBe("#808080");
    expect(sheet.style(0, 0).borders.EdgeRight?.style).toBe("Dash");
    expect(sheet.style(0, 1).borders.EdgeLeft?.style).toBe("Dash");
    expect([...sheet.changes.parts].sort()).toEqual(["columns", "rows"]);
  }));

test("a mixture reads as null (a fill as an empty text)", () =>
  session(form(), async ({ run }) => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("A1").format.fill.color = "#00FF00";
      const range = sheet.getRange("A1:B1").load("format/font/bold,format/fill/color,format/protection/locked");
      await context.sync();
      return [range.format.font.bold, range.format.fill.color, range.format.protection.locked];
    });
    expect(read).toEqual([null, "", true]);
  }));

test("cell properties are set for every cell of its own", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("A1:B1");
      range.setCellProperties([
        [
          { format: { fill: { color: "#C00000" }, protection: { locked: false } } },
          { format: { font: { bold: true, color: "white" }, borders: { bottom: { style: "Continuous" } } } },
        ],
      ]);
      await context.sync();
    });
    const sheet = sheetOf(model, "施策1");
    expect(sheet.style(0, 0)).toMatchObject({ fill: "#C00000", locked: false, bold: false });
    expect(sheet.style(0, 1)).toMatchObject({ fill: "", bold: true, fontColor: "#FFFFFF" });
    expect(sheet.style(0, 1).borders.EdgeBottom?.style).toBe("Continuous");
  }));

test("cell properties of the wrong size are refused", () =>
  session(form(), async ({ run }) => {
    const error = await refusal(
      run(async (context) => {
        context.workbook.worksheets
          .getItem("施策1")
          .getRange("A1:B1")
          .setCellProperties([[{}]]);
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidArgument");
  }));

test("rows and columns are hidden and shown", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("B:B").columnHidden = true;
      sheet.getRange("3:3").rowHidden = false;
      await context.sync();
    });
    const sheet = sheetOf(model, "施策1");
    expect([0, 1, 2].map((row) => sheet.rows.at(row).hidden)).toEqual([false, true, false]);
    expect(sheet.columns.at(1).hidden).toBe(true);
  }));

test("whole columns keep a format for cells to come", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("A:B").format.font.bold = true;
      await context.sync();
    });
    const sheet = sheetOf(model, "施策1");
    expect([sheet.style(0, 0).bold, sheet.style(5000, 1).bold, sheet.style(0, 2).bold]).toEqual([true, true, false]);
  }));

test("columns grow to their widest text", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("A:A").format.autofitColumns();
      await context.sync();
    });
    // 相談件数: four wide characters and some air
    expect(sheetOf(model, "施策1").columns.at(0).size).toBe(10);
  }));

test("merge keeps the first value, unmerge frees the cells", () =>
  session(form(), async ({ run, model }) => {
    const sheet = sheetOf(model, "施策1");
    await run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("A2:B3").merge();
      await context.sync();
    });
    expect(sheet.merges.at(2, 1)).toEqual({ top: 1, left: 0, bottom: 2, right: 1 });
    expect([sheet.value(1, 0), sheet.value(1, 1), sheet.value(2, 0)]).toEqual(["相談件数", "", ""]);
    await run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("A2:B3").unmerge();
      await context.sync();
    });
    expect(sheet.merges.list).toEqual([]);
  }));

test("data validation: a list is set, read and checked", () =>
  session(form(), async ({ run, model }) => {
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("E2:E4");
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "S,A,B,C,D" } };
      range.values = [["A"], ["B"], [""]];
      range.dataValidation.load("type,rule,valid");
      const other = context.workbook.worksheets.getItem("施策1").getRange("D2").dataValidation.load("type");
      await context.sync();
      return [range.dataValidation.type, range.dataValidation.rule, range.dataValidation.valid, other.type];
    });
    expect(read).toEqual(["List", { list: { inCellDropDown: true, source: "S,A,B,C,D" } }, true, "None"]);
    const [validation] = sheetOf(model, "施策1").validations;
    expect(validation).toMatchObject({
      type: "list",
      formula1: '"S,A,B,C,D"',
      areas: [{ top: 1, left: 4, bottom: 3, right: 4 }],
    });
  }));

test("a validation leaves the rest of the area that it is taken out of", () =>
  session(form(), async ({ run, model }) => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      sheet.getRange("E2:E6").dataValidation.rule = { list: { inCellDropDown: true, source: "S,A" } };
      sheet.getRange("E4").dataValidation.clear();
      await context.sync();
    });
    expect(sheetOf(model, "施策1").validations[0]?.areas).toEqual([
      { top: 1, left: 4, bottom: 2, right: 4 },
      { top: 4, left: 4, bottom: 5, right: 4 },
    ]);
  }));

test("conditional formats are added before those of the file, listed and cleared", () => {
  const book = form();
  return session(book, async ({ run, model }) => {
    const read = await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("E2:E4");
      const format = range.conditionalFormats.add("Custom");
      format.custom.rule.formula = '=$E2="S"';
      format.custom.format.fill.color = "#92D050";
      const list = range.conditionalFormats.load("items/type,items/priority");
      format.custom.rule.load("formula");
      const none = context.workbook.worksheets.getItem("施策1").getRange("A1").conditionalFormats.getCount();
      await context.sync();
      return [list.items.map(({ type, priority }) => [type, priority]), format.custom.rule.formula, none.value];
    });
    expect(read).toEqual([[["Custom", 0]], '=$E2="S"', 0]);
    expect(
      sheetOf(model, "施策1").conditionalFormats[0]?.look.part("format").part("fill").properties.get("Color"),
    ).toBe("#92D050");
    await run(async (context) => {
      context.workbook.worksheets.getItem("施策1").getRange("A1:Z99").conditionalFormats.clearAll();
      await context.sync();
    });
    expect(sheetOf(model, "施策1").conditionalFormats).toEqual([]);
  });
});
