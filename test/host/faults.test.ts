import { LTSC_2021 } from "../../workbench/host/requirements";
import { form, refusal, session, sheetOf, workbook } from "./support";

const write = (context: Excel.RequestContext, address: string, value: string | number): void => {
  context.workbook.worksheets.getItem("施策1").getRange(address).values = [[value]];
};

test("requests are counted one per sync that has something to say", () =>
  session(form(), async ({ run, office }) => {
    const before = office.host.requests.length;
    await run(async (context) => {
      const range = context.workbook.worksheets.getItem("施策1").getRange("A1").load("values");
      await context.sync();
      write(context, "G1", range.values[0]?.[0] as string);
      await context.sync();
      await context.sync();
    });
    // the empty sync asks nothing, and the library's own tidying up is not the add-in's
    expect(office.host.requests.length - before).toBe(2);
    expect(office.host.requests.at(-1)).toMatchObject({ outcome: null, actions: expect.arrayContaining(["Values"]) });
  }));

test("the n-th request fails before anything is done", () =>
  session(form(), async ({ run, office, model }) => {
    const start = office.host.requests.length;
    office.host.faults = { failRequest: start + 2 };
    const error = await refusal(
      run(async (context) => {
        write(context, "G1", 1);
        await context.sync();
        write(context, "G2", 2);
        await context.sync();
      }),
    );
    expect(error.code).toBe("GeneralException");
    const sheet = sheetOf(model, "施策1");
    expect([sheet.value(0, 6), sheet.value(1, 6)]).toEqual([1, ""]);
  }));

test("the answer of the n-th request is lost: the add-in sees an error, the work is done", () =>
  session(form(), async ({ run, office, model }) => {
    office.host.faults = { loseAnswer: () => true };
    const error = await refusal(
      run(async (context) => {
        write(context, "G1", 1);
        await context.sync();
      }),
    );
    expect(error.code).toBe("GeneralException");
    expect(sheetOf(model, "施策1").value(0, 6)).toBe(1);
    expect(office.host.requests.at(-1)?.outcome).toBe("transport 5001");
  }));

test("an answer may never come at all", () =>
  session(form(), async ({ run, office, model }) => {
    office.host.faults = { loseAnswer: () => true, lostAs: "silence" };
    const attempt = run(async (context) => {
      write(context, "G1", 1);
      await context.sync();
      return "answered";
    });
    const waited = new Promise((resolve) => setTimeout(() => resolve("silence"), 100));
    expect(await Promise.race([attempt, waited])).toBe("silence");
    expect(sheetOf(model, "施策1").value(0, 6)).toBe(1);
  }));

test("another user edits, somebody protects the sheet, between two requests", () =>
  session(form(), async ({ run, office, model }) => {
    const sheet = sheetOf(model, "施策1");
    const start = office.host.requests.length;
    office.host.faults = {
      beforeRequest: (request) => {
        if (request === start + 2) model.edit(sheet, 1, 4, "先に書いた", "remote");
        if (request === start + 3)
          model.setProtection(sheet, { on: true, options: {}, hasPassword: true, password: null }, "remote");
      },
    };
    const error = await refusal(
      run(async (context) => {
        const range = context.workbook.worksheets.getItem("施策1").getRange("E2").load("values");
        await context.sync();
        expect(range.values[0]?.[0]).toBe("");
        range.load("values");
        await context.sync();
        expect(range.values[0]?.[0]).toBe("先に書いた");
        write(context, "E2", "A");
        await context.sync();
      }),
    );
    expect(error.code).toBe("AccessDenied");
    expect(sheet.value(1, 4)).toBe("先に書いた");
  }));

test("5 MB per request and per answer", () => {
  const long = "あ".repeat(20_000);
  return session(workbook({ 施策1: Array.from({ length: 100 }, () => [long]) }), async ({ run, office }) => {
    const read = refusal(
      run(async (context) => {
        context.workbook.worksheets.getItem("施策1").getUsedRange().load("values");
        await context.sync();
      }),
    );
    expect((await read).code).toBe("ResponsePayloadSizeLimitExceeded");
    const sent = refusal(
      run(async (context) => {
        const rows = Array.from({ length: 100 }, () => [long]);
        context.workbook.worksheets.getItem("施策1").getRange("B1:B100").values = rows;
        await context.sync();
      }),
    );
    expect((await sent).code).toBe("RequestPayloadSizeLimitExceeded");
    expect(sheetOf(office.host.book, "施策1").value(0, 1)).toBe("");
  });
});

test("a cell is being edited: refused, or waited for where the add-in asked", () =>
  session(form(), async ({ office, run, model }) => {
    office.host.faults = { cellEdit: true };
    const error = await refusal(
      run(async (context) => {
        write(context, "G1", 1);
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidOperationInCellEditMode");
    const waiting = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      write(context, "G1", 2);
      await context.sync();
      return "written";
    });
    const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(() => resolve("waits"), 60))]);
    expect(early).toBe("waits");
    office.host.endCellEdit();
    expect(await waiting).toBe("written");
    expect(sheetOf(model, "施策1").value(0, 6)).toBe(2);
  }));

test("an Excel of ExcelApi 1.14 has the sets of 1.14, and refuses what is newer", () =>
  session(
    form(),
    async ({ run, office }) => {
      const { requirements } = office.Office.context;
      expect(requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
      expect(requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
      expect(requirements.isSetSupported("SharedRuntime", "1.2")).toBe(false);
      const error = await refusal(
        run(async (context) => {
          context.workbook.worksheets.getItem("施策1").getRange("A1").load("valuesAsJson");
          await context.sync();
        }),
      );
      expect(error.code).toBe("ApiNotFound");
    },
    { requirements: LTSC_2021 },
  ));

test("an Excel below a member's set answers ApiNotFound for it", () =>
  session(
    form(),
    async ({ run }) => {
      const error = await refusal(
        run(async (context) => {
          context.workbook.worksheets.getItem("施策1").getRange("A1:B2").getMergedAreasOrNullObject();
          await context.sync();
        }),
      );
      expect(error.code).toBe("ApiNotFound");
    },
    { requirements: { ...LTSC_2021, ExcelApi: "1.12" } },
  ));

test("tracked objects are let go at the end of a run; an untracked one is not valid after a sync", () =>
  session(form(), async ({ run, office }) => {
    await run(async (context) => {
      const ranges = ["A1", "B2", "C3"].map((address) =>
        context.workbook.worksheets.getItem("施策1").getRange(address),
      );
      for (const range of ranges) range.load("values");
      await context.sync();
      expect(office.host.trackedObjects).toBe(3);
      // used again after a sync
      for (const range of ranges) range.load("address");
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(office.host.trackedObjects).toBe(0);
    const context = new office.Excel.RequestContext();
    const loose = context.workbook.worksheets.getItem("施策1").getRange("A1").load("values");
    await context.sync();
    const error = await refusal(
      (async () => {
        loose.load("address");
        await context.sync();
      })(),
    );
    expect(error.code).toBe("InvalidObjectPath");
  }));
