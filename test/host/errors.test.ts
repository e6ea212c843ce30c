import { form, refusal, session, sheetOf } from "./support";

/** What Excel refuses, and how it says so. */
const REFUSALS: readonly [
  what: string,
  code: string,
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
][] = [
  [
    "a sheet that is not there",
    "ItemNotFound",
    (_, context) => context.workbook.worksheets.getItem("ない").load("name"),
  ],
  ["an address that is none", "InvalidArgument", (sheet) => sheet.getRange("ここ").load("address")],
  [
    "a range that leaves the sheet",
    "InvalidArgument",
    (sheet) => sheet.getRange("A1").getOffsetRange(-1, 0).load("address"),
  ],
  ["an array of the wrong size", "InvalidArgument", (sheet) => (sheet.getRange("A1:B2").values = [[1, 2]])],
  [
    "an intersection that is empty",
    "ItemNotFound",
    (sheet) => sheet.getRange("A1").getIntersection("B2").load("address"),
  ],
  ["a sheet name that is taken", "ItemAlreadyExists", (_, context) => context.workbook.worksheets.add("施策1")],
  ["a sheet name with a slash", "InvalidArgument", (_, context) => context.workbook.worksheets.add("R3/R4")],
  [
    "a sheet name of 32 characters",
    "InvalidArgument",
    (_, context) => context.workbook.worksheets.add("あ".repeat(32)),
  ],
  [
    "a setting that is not there",
    "ItemNotFound",
    (_, context) => context.workbook.settings.getItem("ない").load("value"),
  ],
  ["a colour that is none", "InvalidArgument", (sheet) => (sheet.getRange("A1").format.fill.color = "kpi")],
  [
    "values for whole columns",
    "InvalidArgument",
    (sheet) => (sheet.getRange("A:A").values = 1 as unknown as number[][]),
  ],
  ["a member that the stand-in does not have", "ApiNotFound", (sheet) => sheet.getRange("A1").flashFill()],
];

test.each(REFUSALS)("%s: %s", (_, code, batch) =>
  session(form(), async ({ run, office }) => {
    const error = await refusal(
      run(async (context) => {
        batch(context.workbook.worksheets.getItem("施策1"), context);
        await context.sync();
      }),
    );
    expect(error).toBeInstanceOf(office.OfficeExtension.Error);
    expect(error.code).toBe(code);
    expect(error.message).not.toBe("");
  }),
);

test("the statement that failed is named", () =>
  session(form(), async ({ run }) => {
    const error = await refusal(
      run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("施策1");
        sheet.getRange("A1").format.font.bold = true;
        sheet.getRange("A1:B2").values = [[1]];
        await context.sync();
      }),
    );
    expect(error.debugInfo.errorLocation).toBe("Range.values");
    expect(error.debugInfo.statement).toContain("values");
  }));

test("what came before the refusal stays done, what comes after is not", () =>
  session(form(), async ({ run, model }) => {
    await refusal(
      run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("施策1");
        sheet.getRange("G1").values = [["前"]];
        sheet.getRange("G2:H3").values = [["誤"]];
        sheet.getRange("G4").values = [["後"]];
        await context.sync();
      }),
    );
    const sheet = sheetOf(model, "施策1");
    expect([sheet.value(0, 6), sheet.value(1, 6), sheet.value(3, 6)]).toEqual(["前", "", ""]);
  }));

test("reading before loading is refused by the library itself", () =>
  session(form(), async ({ run, office }) => {
    const before = office.host.requests.length;
    const error = await refusal(
      run(async (context) => {
        const range = context.workbook.worksheets.getItem("施策1").getRange("A1");
        await context.sync();
        return range.values;
      }),
    );
    expect(error.code).toBe("PropertyNotLoaded");
    expect(office.host.requests.length).toBeGreaterThan(before);
  }));

test("the last visible sheet cannot be hidden or deleted", () =>
  session(form(), async ({ run, model }) => {
    sheetOf(model, "令和 3年").visibility = "Hidden";
    for (const batch of [(s: Excel.Worksheet) => s.delete(), (s: Excel.Worksheet) => (s.visibility = "Hidden")]) {
      const attempt = run(async (context) => {
        batch(context.workbook.worksheets.getItem("施策1"));
        await context.sync();
      });
      await expect(attempt).rejects.toMatchObject({ code: "InvalidOperation" });
    }
  }));

test("a read-only workbook refuses every write and answers every read", () => {
  const book = form();
  book.readOnly = true;
  return session(book, async ({ run }) => {
    const writes: ((context: Excel.RequestContext) => unknown)[] = [
      (context) => (context.workbook.worksheets.getFirst().getRange("A1").values = [[1]]),
      (context) => (context.workbook.worksheets.getFirst().getRange("A1").format.font.bold = true),
      (context) => context.workbook.worksheets.add("新"),
      (context) => context.workbook.settings.add("k", 1),
    ];
    for (const write of writes) {
      const attempt = run(async (context) => {
        write(context);
        await context.sync();
      });
      await expect(attempt).rejects.toMatchObject({ code: "AccessDenied" });
    }
    const name = await run(async (context) => {
      context.workbook.load("readOnly");
      const range = context.workbook.worksheets.getFirst().getRange("A1").load("values");
      await context.sync();
      return [context.workbook.readOnly, range.values[0]?.[0]];
    });
    expect(name).toEqual([true, "指標名"]);
  });
});
