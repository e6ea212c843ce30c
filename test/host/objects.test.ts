import { form, session, sheetOf, workbook } from "./support";

test("settings hold JSON, are found, listed, overwritten and deleted", () =>
  session(form(), async ({ run, model }) => {
    const first = await run(async (context) => {
      const { settings } = context.workbook;
      settings.add("kpi.settings", { year: 2021, 名: ["甲", null] });
      const setting = settings.getItemOrNullObject("kpi.settings").load("value,key");
      const none = settings.getItemOrNullObject("ない");
      await context.sync();
      return [setting.key, setting.value, none.isNullObject];
    });
    expect(first).toEqual(["kpi.settings", { year: 2021, 名: ["甲", null] }, true]);
    expect(model.settings.get("kpi.settings")).toBe('{"year":2021,"名":["甲",null]}');
    expect(model.changedParts.has("settings")).toBe(true);
    const rest = await run(async (context) => {
      const { settings } = context.workbook;
      settings.add("kpi.settings", 1);
      settings.add("b", "二");
      const list = settings.load("items/key,items/value");
      await context.sync();
      const found = list.items.map(({ key, value }) => [key, value as unknown]);
      settings.getItem("b").delete();
      const count = settings.getCount();
      await context.sync();
      return [found, count.value];
    });
    expect(rest).toEqual([
      [
        ["kpi.settings", 1],
        ["b", "二"],
      ],
      1,
    ]);
  }));

test("dates survive in settings, as the library stores them", () =>
  session(form(), async ({ run }) => {
    const value = await run(async (context) => {
      context.workbook.settings.add("when", new Date(Date.UTC(2026, 3, 1)));
      const setting = context.workbook.settings.getItem("when").load("value");
      await context.sync();
      return setting.value as Date;
    });
    expect(value.getTime()).toBe(Date.UTC(2026, 3, 1));
  }));

test("document settings and workbook settings are one store", () =>
  session(form(), async ({ office, model }) => {
    const { settings } = office.Office.context.document;
    settings.set("Office.AutoShowTaskpaneWithDocument", true);
    await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
    expect(model.settings.get("Office.AutoShowTaskpaneWithDocument")).toBe("true");
  }));

test("sheets are added, renamed, moved, hidden, copied and deleted", () =>
  session(workbook({ 表: [[1, "=表!A1"]] }), async ({ run, model }) => {
    const names = await run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add("集計");
      sheet.getRange("A1").formulas = [["=表!A1"]];
      sheet.tabColor = "#FF0000";
      sheet.position = 0;
      worksheets.getItem("表").name = "評価 表";
      worksheets.getItem("評価 表").copy("End");
      const first = sheet.getRange("A1").load("formulas");
      worksheets.load("items/name");
      await context.sync();
      return [worksheets.items.map(({ name }) => name), first.formulas[0]?.[0]];
    });
    expect(names).toEqual([["集計", "評価 表", "評価 表 (2)"], "='評価 表'!A1"]);
    await run(async (context) => {
      context.workbook.worksheets.getItem("評価 表 (2)").delete();
      await context.sync();
    });
    expect(model.sheets.map(({ name }) => name)).toEqual(["集計", "評価 表"]);
    expect([...model.changedParts]).toContain("sheets");
  }));

test("selection and active sheet", () =>
  session(form(), async ({ run, model }) => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("令和 3年");
      sheet.activate();
      sheet.getRange("B2:C3").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return [selected.address, cell.address, active.name];
    });
    expect(read).toEqual(["'令和 3年'!B2:C3", "'令和 3年'!B2", "令和 3年"]);
    expect(model.active?.name).toBe("令和 3年");
  }));

test("a hidden sheet cannot be activated", () => {
  const book = form();
  sheetOf(book, "令和 3年").visibility = "Hidden";
  return session(book, async ({ run }) => {
    const attempt = run(async (context) => {
      context.workbook.worksheets.getItem("令和 3年").activate();
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code: "InvalidOperation" });
  });
});

test("names of the workbook and of a sheet", () =>
  session(form(), async ({ run, model }) => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      const name = context.workbook.names.add("評価欄", sheet.getRange("E2:E4"), "説明");
      sheet.names.add("内", "=施策1!$A$1");
      name.visible = false;
      name.load("name,formula,value,type,scope,visible,comment");
      const range = name.getRange().load("address");
      const none = context.workbook.names.getItemOrNullObject("ない");
      const byName = sheet.getRange("評価欄").load("address");
      await context.sync();
      const { formula, value, type, scope, visible, comment } = name;
      return [
        [name.name, formula, value, type, scope, visible, comment],
        range.address,
        none.isNullObject,
        byName.address,
      ];
    });
    expect(read).toEqual([
      ["評価欄", "=施策1!E2:E4", "施策1!E2:E4", "Range", "Workbook", false, "説明"],
      "施策1!E2:E4",
      true,
      "施策1!E2:E4",
    ]);
    expect(model.names.map(({ name, sheetId }) => [name, sheetId])).toEqual([
      ["評価欄", null],
      ["内", sheetOf(model, "施策1").id],
    ]);
  }));

test("tables: added, read, found under a range, deleted", () =>
  session(form(), async ({ run, model }) => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      const table = sheet.tables.add("A1:E4", true);
      table.name = "指標表";
      table.load("name,showHeaders");
      const body = table.getDataBodyRange().load("address");
      table.columns.load("items/name");
      const touching = sheet.getRange("C3").getTables().getCount();
      const apart = sheet.getRange("H9").getTables().getCount();
      await context.sync();
      return [
        table.name,
        table.showHeaders,
        body.address,
        table.columns.items.map(({ name }) => name),
        touching.value,
        apart.value,
      ];
    });
    expect(read).toEqual(["指標表", true, "施策1!A2:E4", ["指標名", "基準値", "目標値", "実績値", "評価"], 1, 0]);
    await run(async (context) => {
      context.workbook.tables.getItem("指標表").convertToRange();
      await context.sync();
    });
    expect(model.tables).toEqual([]);
    expect(sheetOf(model, "施策1").value(1, 0)).toBe("相談件数");
  }));

test("a stacked bar chart as the summary makes it", () => {
  const book = workbook({
    集計: [
      ["基本目標", "S", "A"],
      ["目標1", 2, 1],
      ["目標2", 0, 3],
    ],
  });
  return session(book, async ({ run, model }) => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("集計");
      const chart = sheet.charts.add("BarStacked", sheet.getRange("A1:C3"), "Columns");
      chart.name = "達成状況";
      chart.title.text = "達成状況の内訳";
      chart.legend.position = "Bottom";
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.majorGridlines.visible = false;
      chart.setPosition("E2", "J12");
      const series = chart.series.load("items/name");
      await context.sync();
      for (const one of series.items) {
        one.format.fill.setSolidColor("#4472C4");
        one.hasDataLabels = true;
        one.dataLabels.format.font.color = "#FFFFFF";
        one.gapWidth = 50;
      }
      chart.load("name,chartType,left,top,width,height");
      chart.title.load("text");
      const none = sheet.charts.getItemOrNullObject("ない");
      await context.sync();
      const { name, chartType, left, top, width, height } = chart;
      return [
        name,
        chartType,
        left > 0,
        top > 0,
        width > 0,
        height > 0,
        chart.title.text,
        series.items.map((s) => s.name),
        none.isNullObject,
      ];
    });
    expect(read).toEqual(["達成状況", "BarStacked", true, true, true, true, "達成状況の内訳", ["S", "A"], true]);
    const [chart] = sheetOf(model, "集計").charts;
    expect(chart?.series.map(({ source }) => source)).toEqual([
      { name: "S", nameFrom: "集計!B1", values: "集計!B2:B3", categories: "集計!A2:A3" },
      { name: "A", nameFrom: "集計!C1", values: "集計!C2:C3", categories: "集計!A2:A3" },
    ]);
    expect(chart?.series[0]?.look.part("format").part("fill").properties.get("Color")).toBe("#4472C4");
    expect([...sheetOf(model, "集計").changes.parts]).toEqual(["charts"]);
  });
});

test("page layout and frozen panes", () =>
  session(form(), async ({ run, model }) => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("施策1");
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.paperSize = "A3";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintArea("A1:E4");
      sheet.pageLayout.setPrintTitleRows("$1:$1");
      sheet.pageLayout.centerHorizontally = true;
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P";
      sheet.freezePanes.freezeRows(1);
      const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
      sheet.pageLayout.load("orientation,zoom,paperSize");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      const { orientation, zoom, paperSize } = sheet.pageLayout;
      return [orientation, zoom, paperSize, area.address, frozen.address];
    });
    expect(read).toEqual(["Landscape", { horizontalFitToPages: 1 }, "A3", "施策1!A1:E4", "施策1!1:1"]);
    expect(sheetOf(model, "施策1").pageLayout.properties.get("PrintTitleRows")).toBe("1:1");
    expect(sheetOf(model, "施策1").frozen).toEqual({ rows: 1, columns: 0 });
  }));

test("rows are inserted and deleted: cells, merges, validations, names and formulas follow", () => {
  const book = workbook({
    表: [
      ["a", 1],
      ["b", 2],
      ["計", "=SUM(B1:B2)"],
    ],
    別: [["=表!$B$2", "=SUM(表!B1:B2)", '="B2"&表!A2']],
  });
  const sheet = sheetOf(book, "表");
  sheet.merges.merge({ top: 1, left: 3, bottom: 2, right: 3 });
  book.names.push({ name: "計", formula: "表!$B$3", sheetId: null, visible: true, comment: "" });
  return session(book, async ({ run, model }) => {
    await run(async (context) => {
      context.workbook.worksheets.getItem("表").getRange("2:3").insert("Down");
      await context.sync();
    });
    expect([sheet.value(0, 0), sheet.value(1, 0), sheet.value(3, 0), sheet.value(4, 0)]).toEqual(["a", "", "b", "計"]);
    expect(sheet.formula(4, 1)).toBe("=SUM(B1:B4)");
    expect([0, 1, 2].map((column) => sheetOf(model, "別").formula(0, column))).toEqual([
      "=表!$B$4",
      "=SUM(表!B1:B4)",
      '="B2"&表!A4',
    ]);
    expect(sheet.merges.list).toEqual([{ top: 3, left: 3, bottom: 4, right: 3 }]);
    expect(model.names[0]?.formula).toBe("表!$B$5");
    expect(sheet.changes.shifts).toEqual([{ along: "rows", at: 1, count: 2 }]);
    await run(async (context) => {
      context.workbook.worksheets.getItem("表").getRange("4:4").delete("Up");
      await context.sync();
    });
    expect(sheet.formula(3, 1)).toBe("=SUM(B1:B3)");
    expect(sheetOf(model, "別").formula(0, 0)).toBe("=表!#REF!");
  });
});

test("a block of cells moves down and back", () =>
  session(
    workbook({
      表: [
        ["a", 1],
        ["b", 2],
      ],
    }),
    async ({ run, model }) => {
      const sheet = sheetOf(model, "表");
      await run(async (context) => {
        context.workbook.worksheets.getItem("表").getRange("B1").insert("Down");
        await context.sync();
      });
      expect([sheet.value(0, 1), sheet.value(1, 1), sheet.value(2, 1), sheet.value(1, 0)]).toEqual(["", 1, 2, "b"]);
      await run(async (context) => {
        context.workbook.worksheets.getItem("表").getRange("B1").delete("Up");
        await context.sync();
      });
      expect([sheet.value(0, 1), sheet.value(1, 1), sheet.value(2, 1)]).toEqual([1, 2, ""]);
    },
  ));

test("sheets of another file are inserted", () => {
  const other = workbook({ 雛形: [["見出し"]], 要らない: [["x"]] });
  return session(
    form(),
    async ({ run, model }) => {
      const [ids, text] = await run(async (context) => {
        const added = context.workbook.insertWorksheetsFromBase64("Zm9v", {
          sheetNamesToInsert: ["雛形"],
          positionType: "After",
          relativeTo: "施策1",
        });
        await context.sync();
        const range = context.workbook.worksheets.getItem("雛形").getRange("A1").load("text");
        await context.sync();
        return [added.value, range.text[0]?.[0]];
      });
      expect(ids).toHaveLength(1);
      expect(text).toBe("見出し");
      expect(model.sheets.map(({ name }) => name)).toEqual(["施策1", "雛形", "令和 3年"]);
    },
    { readWorkbook: () => other },
  );
});
