import { bootOffice } from "../../workbench/boot/node";
import { form, session, workbook } from "./support";

test("office.js reports Excel on the web with the host's language and sets", () =>
  session(form(), async ({ office }) => {
    const info = await office.Office.onReady();
    expect(info).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
    expect(office.Office.context.displayLanguage).toBe("ja-JP");
    expect(office.Office.context.document.url).toBe("Book1.xlsx");
    expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(true);
    expect(office.Office.context.requirements.isSetSupported("ExcelApi", "9.9")).toBe(false);
  }));

test("several boots in one process know nothing of each other", async () => {
  const [first, second] = await Promise.all(
    ["甲", "乙"].map((name) => bootOffice({ model: workbook({ [name]: [[name]] }) })),
  );
  if (!first || !second) throw new Error("not booted");
  const read = (office: typeof first): Promise<string> =>
    office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return sheet.name;
    });
  expect(await Promise.all([read(first), read(second)])).toEqual(["甲", "乙"]);
  first.close();
  expect(await read(second)).toBe("乙");
  second.close();
  expect(first.Office).not.toBe(second.Office);
});

test("installed globals are the booted ones, and go away again", async () => {
  expect(typeof Excel).toBe("undefined");
  const office = await bootOffice({ model: form() });
  const remove = office.installGlobals();
  expect(Excel).toBe(office.Excel);
  expect(Office).toBe(office.Office);
  expect(CustomFunctions).toBe(office.CustomFunctions);
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst().load("name");
    await context.sync();
    return sheet.name;
  });
  remove();
  office.close();
  expect(name).toBe("施策1");
  expect(typeof Excel).toBe("undefined");
});

test("errors of the library are Errors of the caller", () =>
  session(form(), async ({ office, run }) => {
    const error: unknown = await run(async (context) => {
      context.workbook.worksheets.getItem("ない");
      await context.sync();
    }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(office.OfficeExtension.Error);
  }));

test("nothing is left running after close", async () => {
  const office = await bootOffice({ model: form() });
  let calls = 0;
  const timers = office.window as unknown as { setTimeout: (task: () => void, ms: number) => unknown };
  timers.setTimeout(() => calls++, 5);
  office.close();
  timers.setTimeout(() => calls++, 5);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(calls).toBe(0);
});
